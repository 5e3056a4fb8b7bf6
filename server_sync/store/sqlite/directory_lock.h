// Sole ownership of a data directory for as long as the object lives.
//
// A second server on the same files is refused instead of corrupting them. The lock is the kernel's
// (flock), so it ends with the process however that ends; the file itself stays and means nothing.
#pragma once

#include <string>

#include "server_sync/store/error.h"

namespace navbat::store::sqlite {

class DirectoryLock {
 public:
  /// Makes the directory (for its owner only, with its parents) when it is missing, durably, and
  /// locks it. kInUse names the process that has it.
  [[nodiscard]] static Result<DirectoryLock> acquire(const std::string& directory);

  DirectoryLock(DirectoryLock&& other) noexcept;
  DirectoryLock& operator=(DirectoryLock&& other) noexcept;
  ~DirectoryLock();

  [[nodiscard]] const std::string& directory() const { return directory_; }

 private:
  DirectoryLock(std::string directory, int file) : directory_(std::move(directory)), file_(file) {}

  std::string directory_;
  int file_;  // owned; -1 after a move
};

}  // namespace navbat::store::sqlite
