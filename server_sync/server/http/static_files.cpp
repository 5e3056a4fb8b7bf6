#include "server_sync/server/http/static_files.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <utility>

#include "server_sync/server/http/problem.h"

namespace navbat::server::http {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxTotalBytes = 64 * 1024 * 1024;
constexpr std::size_t kMinHashLength = 8;

constexpr std::string_view kContentSecurityPolicy =
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'";

constexpr std::array<std::pair<std::string_view, std::string_view>, 15> kTypes{
    {{".html", "text/html; charset=utf-8"},
     {".js", "text/javascript; charset=utf-8"},
     {".mjs", "text/javascript; charset=utf-8"},
     {".css", "text/css; charset=utf-8"},
     {".json", "application/json"},
     {".map", "application/json"},
     {".webmanifest", "application/manifest+json"},
     {".svg", "image/svg+xml"},
     {".png", "image/png"},
     {".ico", "image/x-icon"},
     {".webp", "image/webp"},
     {".woff2", "font/woff2"},
     {".txt", "text/plain; charset=utf-8"},
     {".ogg", "audio/ogg"},
     {".wav", "audio/wav"}}};

std::string_view content_type(std::string_view extension) {
  const auto* found = std::find_if(kTypes.begin(), kTypes.end(), [extension](const auto& type) {
    return type.first == extension;
  });
  return found == kTypes.end() ? std::string_view("application/octet-stream") : found->second;
}

std::string etag_of(std::string_view content) {
  std::array<unsigned char, 16> hash{};
  crypto_generichash(hash.data(), hash.size(),
                     reinterpret_cast<const unsigned char*>(content.data()), content.size(),
                     nullptr, 0);
  std::array<char, 33> hex{};
  sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
  return "\"" + std::string(hex.data()) + "\"";
}

// If-None-Match: a list of tags, weak ones count, '*' matches everything.
bool matches(std::string_view if_none_match, std::string_view etag) {
  return if_none_match == "*" || if_none_match.find(etag) != std::string_view::npos;
}

}  // namespace

bool has_hash(std::string_view file_name) {
  const auto stem = file_name.substr(0, file_name.rfind('.'));
  const auto dash = stem.rfind('-');
  if (dash == std::string_view::npos) return false;
  const auto hash = stem.substr(dash + 1);
  const auto is_plain = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  };
  // A word like "datepicker" is all lower-case letters; a hash practically never is.
  const auto is_telling = [](char c) { return c < 'a' || c > 'z'; };
  return hash.size() >= kMinHashLength && std::all_of(hash.begin(), hash.end(), is_plain) &&
         std::any_of(hash.begin(), hash.end(), is_telling);
}

tl::expected<std::unique_ptr<StaticFiles>, std::string> StaticFiles::load(const fs::path& root) {
  std::error_code error;
  if (!fs::is_directory(root, error)) {
    return tl::make_unexpected(root.string() + ": expected a folder with the web pages");
  }
  auto files = std::make_unique<StaticFiles>();
  for (const char* name : {"teller", "manager", "ticket"}) {
    if (auto added = files->add_page(root, name); !added) return tl::make_unexpected(added.error());
  }
  if (auto added = files->add_assets(root / "assets"); !added) {
    return tl::make_unexpected(added.error());
  }
  return files;
}

tl::expected<void, std::string> StaticFiles::add_page(const fs::path& root,
                                                      const std::string& name) {
  const fs::path path = root / name / "index.html";
  std::error_code error;
  if (!fs::exists(path, error)) return {};
  return add_file(path, name, true);
}

tl::expected<void, std::string> StaticFiles::add_assets(const fs::path& folder) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) return {};
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end;
       at.increment(error)) {
    if (!at->is_regular_file()) continue;
    const auto key = "assets/" + at->path().lexically_relative(folder).generic_string();
    if (auto added = add_file(at->path(), key, false); !added) return added;
  }
  if (error) return tl::make_unexpected(folder.string() + ": " + error.message());
  return {};
}

tl::expected<void, std::string> StaticFiles::add_file(const fs::path& path, std::string key,
                                                      bool page) {
  std::ifstream stream(path, std::ios::binary);
  std::string content{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  if (!stream) return tl::make_unexpected(path.string() + ": cannot be read");
  total_bytes_ += content.size();
  if (total_bytes_ > kMaxTotalBytes) {
    return tl::make_unexpected(path.string() + ": expected at most 64 MiB of web files in all");
  }
  File file{.content = nullptr,
            .type = std::string(content_type(path.extension().string())),
            .etag = etag_of(content),
            .page = page,
            .immutable = !page && has_hash(path.filename().string())};
  file.content = std::make_shared<const std::string>(std::move(content));
  files_.emplace(std::move(key), std::move(file));
  return {};
}

void StaticFiles::add_routes(Router& router) const {
  const auto page = [this, &router](std::string pattern, std::string key) {
    router.add({.method = Method::kGet,
                .pattern = std::move(pattern),
                .handler = [this, key = std::move(key)](
                               const Request& request,
                               Reply reply) { serve(key, request, std::move(reply)); },
                .body_bytes = 0});
  };
  page("/teller", "teller");
  page("/manager", "manager");
  page("/t/{id}", "ticket");
  router.add({.method = Method::kGet,
              .pattern = "/assets/{file...}",
              .handler =
                  [this](const Request& request, Reply reply) {
                    serve("assets/" + std::string(request.path.at("file")), request,
                          std::move(reply));
                  },
              .body_bytes = 0});
}

void StaticFiles::serve(std::string_view key, const Request& request, Reply reply) const {
  const auto found = files_.find(key);
  if (found == files_.end()) {
    return reply.send(
        problem_response({.status = 404, .detail = "There is no such page or file."}, request.id));
  }
  const File& file = found->second;
  Response response;
  response.headers.add("ETag", file.etag);
  response.headers.add("Cache-Control",
                       file.immutable ? "public, max-age=31536000, immutable" : "no-cache");
  response.headers.add("Referrer-Policy", "no-referrer");
  response.headers.add("Cross-Origin-Resource-Policy", "same-origin");
  if (file.page) {
    response.headers.add("Content-Security-Policy", std::string(kContentSecurityPolicy));
    response.headers.add("X-Frame-Options", "DENY");
    response.headers.add("Cross-Origin-Opener-Policy", "same-origin");
    response.headers.add("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
  }
  if (const auto tag = request.headers.find("If-None-Match"); tag && matches(*tag, file.etag)) {
    response.status = 304;
    return reply.send(std::move(response));
  }
  response.headers.add("Content-Type", file.type);
  response.body = file.content;
  reply.send(std::move(response));
}

}  // namespace navbat::server::http
