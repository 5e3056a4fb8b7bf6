#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "server_sync/server/http/router.h"

namespace navbat::server::http {

/// The web pages: /teller, /manager, /t/{id} and everything below /assets/. All files are read once
/// at the start and served from memory, so that no request can name a path on the disk. Pages carry
/// a strict Content-Security-Policy; assets whose name holds a hash are cached for good, everything
/// else is checked again by its ETag.
class StaticFiles {
 public:
  /// Reads `<root>/teller/index.html`, `<root>/manager/index.html`, `<root>/ticket/index.html` and
  /// all of `<root>/assets/`. What does not exist is not served. The error is one line: the root is
  /// not a folder, a file cannot be read, or the whole is larger than 64 MiB.
  [[nodiscard]] static tl::expected<std::unique_ptr<StaticFiles>, std::string> load(
      const std::filesystem::path& root);

  /// Adds the routes; this object must outlive the router.
  void add_routes(Router& router) const;

  [[nodiscard]] std::size_t file_count() const { return files_.size(); }

 private:
  struct File {
    std::shared_ptr<const std::string> content;
    std::string type;
    std::string etag;
    bool page = false;
    bool immutable = false;
  };

  tl::expected<void, std::string> add_page(const std::filesystem::path& root,
                                           const std::string& name);
  tl::expected<void, std::string> add_assets(const std::filesystem::path& folder);
  tl::expected<void, std::string> add_file(const std::filesystem::path& path, std::string key,
                                           bool page);
  void serve(std::string_view key, const Request& request, Reply reply) const;

  std::map<std::string, File, std::less<>> files_;  // by "teller" or "assets/app-1a2b3c4d.js"
  std::size_t total_bytes_ = 0;
};

/// Whether a file name ends its stem with a content hash, as bundlers write it:
/// "index-Dk3f9aQz.js".
[[nodiscard]] bool has_hash(std::string_view file_name);

}  // namespace navbat::server::http
