#pragma once
// The pictures in a folder: PNG and JPEG, by name. One is unpacked again only when its file
// changed.

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

#include "display_board/panel/trouble.h"
#include "ui/draw/image.h"

namespace navbat::board {

// Used by one thread.
class PictureFolder {
 public:
  PictureFolder(std::filesystem::path folder, Log log)
      : folder_(std::move(folder)), log_(std::move(log)) {}

  // Those that can be shown, as the folder is now; a picture whose file did not change is the same
  // object as before. A folder or file that is missing or wrong is said in the log and left out.
  [[nodiscard]] std::vector<std::shared_ptr<const ui::Image>> read(const std::stop_token& stop);

 private:
  using Pictures = std::vector<std::shared_ptr<const ui::Image>>;
  struct Stamp {  // changes with the file
    std::int64_t written_ns = 0;
    std::uint64_t bytes = 0;
    std::uint64_t node = 0;

    bool operator==(const Stamp&) const = default;
  };
  struct Known {
    std::optional<Stamp> stamp;  // of what `picture` was made from
    std::shared_ptr<const ui::Image> picture;
    Trouble trouble;
  };

  [[nodiscard]] std::vector<std::filesystem::path> list();
  void look_at(const std::filesystem::path& file, Known& known);
  void forget_all_but(const std::vector<std::filesystem::path>& files);
  [[nodiscard]] Pictures within_memory(const std::vector<std::filesystem::path>& files);

  const std::filesystem::path folder_;
  const Log log_;
  Trouble no_folder_;
  Trouble too_many_;
  Trouble too_much_;
  std::map<std::filesystem::path, Known> known_;
};

}  // namespace navbat::board
