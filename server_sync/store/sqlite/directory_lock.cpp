#include "server_sync/store/sqlite/directory_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

namespace navbat::store::sqlite {
namespace {

constexpr const char* kLockName = "navbat.lock";

std::string reason(int error_number) {
  return std::error_code(error_number, std::generic_category()).message();
}

// A new directory survives a power cut only once its parent is synced.
Status sync_directory(const std::filesystem::path& directory) {
  const std::string path = directory.empty() ? "." : directory.string();
  const int file = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file < 0) return fail(ErrorCode::kIo, path + ": cannot open: " + reason(errno));
  const int synced = ::fsync(file);
  const int error_number = errno;
  ::close(file);
  if (synced != 0) return fail(ErrorCode::kIo, path + ": cannot sync: " + reason(error_number));
  return {};
}

Status make_directory(const std::filesystem::path& directory) {
  std::error_code error;
  if (std::filesystem::is_directory(directory, error)) return {};
  const std::filesystem::path parent = directory.parent_path();
  if (!parent.empty()) {
    if (Status made = make_directory(parent); !made) return made;
  }
  if (::mkdir(directory.c_str(), 0700) != 0 && errno != EEXIST) {
    return fail(ErrorCode::kCannotOpen,
                directory.string() + ": cannot make the data directory: " + reason(errno));
  }
  return sync_directory(parent);
}

std::string holder_of(int file) {
  std::array<char, 32> text{};
  const ssize_t size = ::pread(file, text.data(), text.size(), 0);
  const std::string_view pid(text.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
  const std::string_view digits = pid.substr(0, pid.find_first_not_of("0123456789"));
  return digits.empty() ? "another process" : "process " + std::string(digits);
}

}  // namespace

Result<DirectoryLock> DirectoryLock::acquire(const std::string& directory) {
  const std::filesystem::path path = std::filesystem::path(directory).lexically_normal();
  if (const Status made = make_directory(path.has_filename() ? path : path.parent_path()); !made) {
    return tl::unexpected(made.error());
  }
  const std::string name = (path / kLockName).string();
  const int file = ::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (file < 0) return fail(ErrorCode::kCannotOpen, name + ": cannot open: " + reason(errno));
  DirectoryLock lock(directory, file);
  if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) {
      return fail(ErrorCode::kInUse,
                  directory + ": the data directory is in use by " + holder_of(file));
    }
    return fail(ErrorCode::kIo, name + ": cannot lock: " + reason(errno));
  }
  // Only a courtesy for the message above, so its failure does not matter.
  const std::string pid = std::to_string(::getpid()) + "\n";
  if (::ftruncate(file, 0) == 0) (void)!::pwrite(file, pid.data(), pid.size(), 0);
  return lock;
}

DirectoryLock::DirectoryLock(DirectoryLock&& other) noexcept
    : directory_(std::move(other.directory_)), file_(std::exchange(other.file_, -1)) {}

DirectoryLock& DirectoryLock::operator=(DirectoryLock&& other) noexcept {
  std::swap(directory_, other.directory_);
  std::swap(file_, other.file_);
  return *this;
}

DirectoryLock::~DirectoryLock() {
  if (file_ >= 0) ::close(file_);
}

}  // namespace navbat::store::sqlite
