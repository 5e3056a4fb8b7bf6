#include "display_board/panel/picture_folder.h"

#include <sys/stat.h>

#include <algorithm>
#include <string>

#include "display_board/limits.h"

namespace navbat::board {
namespace {

constexpr std::int64_t kNsPerS = 1'000'000'000;

bool is_picture_name(const std::filesystem::path& file) {
  std::string ending = file.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return !file.filename().string().starts_with('.') &&
         (ending == ".png" || ending == ".jpg" || ending == ".jpeg");
}

// Not more pixels than a panel has.
ui::Image fitted(ui::Image image) {
  const int longest = std::max(image.width, image.height);
  if (longest <= kPictureSide) {
    return image;
  }
  const auto side = [longest](int pixels) {
    return std::max(1, static_cast<int>(std::int64_t{pixels} * kPictureSide / longest));
  };
  return ui::shrunk(image, side(image.width), side(image.height));
}

}  // namespace

std::vector<std::shared_ptr<const ui::Image>> PictureFolder::read(const std::stop_token& stop) {
  const std::vector<std::filesystem::path> files = list();
  forget_all_but(files);
  for (const std::filesystem::path& file : files) {
    if (stop.stop_requested()) {
      break;
    }
    look_at(file, known_[file]);
  }
  return within_memory(files);
}

std::vector<std::filesystem::path> PictureFolder::list() {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  std::size_t looked_at = 0;
  std::filesystem::directory_iterator entry(folder_, error);
  for (; !error && entry != std::filesystem::directory_iterator() && looked_at < kMostFolderEntries;
       entry.increment(error)) {
    ++looked_at;
    if (is_picture_name(entry->path())) {
      files.push_back(entry->path());
    }
  }
  const std::string name = folder_.string();
  if (error) {
    no_folder_.begins(log_, name + " cannot be read; expected a folder of pictures");
    return {};
  }
  no_folder_.is_over(log_, name + " is read again");
  std::sort(files.begin(), files.end());
  if (files.size() > kMostPictures || looked_at == kMostFolderEntries) {
    too_many_.begins(log_, name + " holds too much; expected at most " +
                               std::to_string(kMostPictures) + " pictures, the rest is not shown");
    files.resize(std::min(files.size(), kMostPictures));
  } else {
    too_many_.is_over(log_, name + " holds no more than is shown");
  }
  return files;
}

void PictureFolder::look_at(const std::filesystem::path& file, Known& known) {
  const std::string name = file.string();
  const auto leave_out = [&](const std::string& line) {
    known.picture = nullptr;
    known.trouble.begins(log_, line + "; shown without it");
  };
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) {
    known.stamp.reset();
    return leave_out(name + " is no file; expected a PNG or JPEG picture");
  }
  const Stamp stamp{.written_ns = status.st_mtim.tv_sec * kNsPerS + status.st_mtim.tv_nsec,
                    .bytes = static_cast<std::uint64_t>(status.st_size),
                    .node = status.st_ino};
  if (known.stamp == stamp) {
    return;
  }
  known.stamp = stamp;
  if (stamp.bytes > kMostPictureFileBytes) {
    return leave_out(name + " is too large; expected at most " +
                     std::to_string(kMostPictureFileBytes / 1024 / 1024) + " MiB");
  }
  auto image = ui::read_picture(file);
  if (!image) {
    return leave_out(image.error());
  }
  known.picture = std::make_shared<const ui::Image>(fitted(std::move(*image)));
  known.trouble.is_over(log_, name + " is shown");
}

void PictureFolder::forget_all_but(const std::vector<std::filesystem::path>& files) {
  for (auto entry = known_.begin(); entry != known_.end();) {
    auto& [file, known] = *entry;
    if (std::binary_search(files.begin(), files.end(), file)) {
      ++entry;
    } else {
      known.trouble.is_over(log_, file.string() + " is no longer there");
      entry = known_.erase(entry);
    }
  }
}

PictureFolder::Pictures PictureFolder::within_memory(
    const std::vector<std::filesystem::path>& files) {
  Pictures pictures;
  std::size_t bytes = 0;
  bool all = true;
  for (const std::filesystem::path& file : files) {
    const auto& picture = known_[file].picture;
    const std::size_t size = picture ? picture->rgba.size() : 0;
    if (size == 0) {
      continue;
    }
    if (bytes + size > kMostPicturesBytes) {
      all = false;
      continue;
    }
    bytes += size;
    pictures.push_back(picture);
  }
  if (all) {
    too_much_.is_over(log_, folder_.string() + ": all pictures are shown");
  } else {
    too_much_.begins(log_, folder_.string() + ": pictures of too many pixels; expected " +
                               std::to_string(kMostPicturesBytes / 4'000'000) +
                               " million together, the rest is not shown");
  }
  return pictures;
}

}  // namespace navbat::board
