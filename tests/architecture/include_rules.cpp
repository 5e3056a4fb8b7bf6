#include "tests/architecture/include_rules.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace navbat::architecture {
namespace {

struct Include {
  std::string target;
  bool angled = false;
  std::size_t offset = 0;
};

std::vector<Include> includes_of(const SourceFile& file) {
  std::vector<Include> includes;
  const std::string text = without_comments(file.text);
  constexpr std::string_view kDirective = "#include";
  for (std::size_t at = text.find(kDirective); at != std::string::npos;
       at = text.find(kDirective, at + 1)) {
    // Only at the start of a line: the samples of these rules hold include lines in strings.
    const std::size_t line_start = text.rfind('\n', at) + 1;
    if (text.find_first_not_of(" \t", line_start) != at) continue;
    const std::size_t open = text.find_first_not_of(" \t", at + kDirective.size());
    if (open == std::string::npos || (text[open] != '"' && text[open] != '<')) continue;
    const bool angled = text[open] == '<';
    const std::size_t close = text.find(angled ? '>' : '"', open + 1);
    if (close == std::string::npos) continue;
    includes.push_back({text.substr(open + 1, close - open - 1), angled, at});
  }
  return includes;
}

// DESIGN's level table: what each module may use besides itself. Tests may use everything.
const std::map<std::string_view, std::set<std::string_view>>& allowed_modules() {
  static const std::map<std::string_view, std::set<std::string_view>> kAllowed{
      {"domain", {}},
      {"system", {"domain"}},
      {"ui", {}},
      {"server_sync/protocol", {"domain"}},
      {"server_sync/store", {"domain"}},
      {"server_sync/client", {"domain", "server_sync/protocol", "server_sync/store", "system"}},
      {"server_sync/server", {"domain", "server_sync/protocol", "server_sync/store", "system"}},
      {"kiosk", {"domain", "ui", "server_sync/client", "system"}},
      {"display_board", {"domain", "ui", "server_sync/client", "system"}},
  };
  return kAllowed;
}

// Library of an include by the longest prefix that fits.
const std::map<std::string_view, std::string_view>& library_prefixes() {
  static const std::map<std::string_view, std::string_view> kPrefixes{
      {"tl/", "expected"},
      {"date/", "date"},
      {"SDL", "sdl"},
      {"imgui", "imgui"},
      {"misc/freetype", "imgui"},
      {"stb", "stb"},
      {"ft2build.h", "freetype"},
      {"freetype/", "freetype"},
      {"hb", "harfbuzz"},
      {"boost/json", "json"},
      {"boost/beast", "http"},
      {"boost/asio", "http"},
      {"boost/system", "http"},
      {"sqlite3.h", "sql"},
      {"libpq-fe.h", "sql"},
      {"curl/", "curl"},
      {"openssl/", "crypto"},
      {"sodium", "crypto"},
      {"toml++/", "toml"},
      {"CLI/", "command_line"},
      {"spdlog/", "log"},
      {"fmt/", "log"},
      {"prometheus/", "metrics"},
      {"xlsxwriter", "xlsx"},
      {"qrencode.h", "qr"},
      {"pango/", "paper"},
      {"cairo", "paper"},
      {"cups/", "paper"},
      {"sys/", "os"},
      {"unistd.h", "os"},
      {"fcntl.h", "os"},
      {"poll.h", "os"},
      {"pthread.h", "os"},
      {"spawn.h", "os"},
      {"termios.h", "os"},
      {"netinet/", "os"},
      {"arpa/", "os"},
      {"netdb.h", "os"},
      {"signal.h", "os"},
      {"malloc.h", "os"},
  };
  return kPrefixes;
}

const std::map<std::string_view, std::set<std::string_view>>& allowed_libraries() {
  static const std::map<std::string_view, std::set<std::string_view>> kAllowed{
      {"domain", {"expected", "date"}},
      {"system", {"crypto", "toml", "os"}},
      {"ui",
       {"expected", "sdl", "imgui", "stb", "freetype", "harfbuzz", "qr", "json", "toml", "log",
        "os"}},
      {"server_sync/protocol", {"expected", "date", "json"}},
      {"server_sync/store", {"expected", "date", "sql", "log", "os"}},
      {"server_sync/client", {"expected", "date", "curl", "log", "os"}},
      {"server_sync/server",
       {"expected", "date", "json", "http", "crypto", "toml", "command_line", "log", "metrics",
        "xlsx", "os"}},
      {"kiosk",
       {"expected", "date", "sdl", "imgui", "toml", "command_line", "log", "qr", "paper", "os"}},
      {"display_board",
       {"expected", "date", "sdl", "imgui", "json", "toml", "command_line", "log", "os"}},
  };
  return kAllowed;
}

// Standard headers have neither a folder nor an ending; C's are included as <cstdio>.
bool is_standard(std::string_view target) {
  return target.find_first_of("/.") == std::string_view::npos && target.substr(0, 6) != "sodium";
}

std::string_view library_of(std::string_view target) {
  std::string_view found;
  std::size_t longest = 0;
  for (const auto& [prefix, library] : library_prefixes()) {
    if (target.starts_with(prefix) && prefix.size() > longest) {
      longest = prefix.size();
      found = library;
    }
  }
  return found;
}

// "" for a path without a folder.
std::string first_folder(const std::string& path) {
  const std::size_t slash = path.find('/');
  return slash == std::string::npos ? std::string() : path.substr(0, slash);
}

std::string in_quotes(std::string_view text) { return "\"" + std::string(text) + "\""; }

}  // namespace

Findings check_module_levels(const SourceTree& tree) {
  std::set<std::string> paths;
  std::set<std::string> folders{""};
  for (const SourceFile& file : tree) {
    paths.insert(file.path);
    folders.insert(first_folder(file.path));
  }
  Findings findings;
  for (const SourceFile& file : tree) {
    const std::string_view module = module_of(file.path);
    if (!is_cpp(file.path)) continue;
    if (module.empty()) {
      findings.push_back({file.path, "is in no module of the level table"});
      continue;
    }
    for (const Include& include : includes_of(file)) {
      if (include.angled || !folders.contains(first_folder(include.target))) continue;
      if (!paths.contains(include.target)) {
        findings.push_back(
            {place(file, include.offset),
             in_quotes(include.target) + " is no file named from the project's root"});
      }
      const std::string_view other = module_of(include.target);
      if (module == "tests" || other == module) continue;
      if (!allowed_modules().at(module).contains(other)) {
        findings.push_back({place(file, include.offset),
                            std::string(module) + " may not use " + in_quotes(include.target)});
      }
    }
  }
  return findings;
}

Findings check_libraries(const SourceTree& tree) {
  Findings findings;
  for (const SourceFile& file : tree) {
    const std::string_view module = module_of(file.path);
    if (!is_cpp(file.path) || module.empty() || module == "tests") continue;
    for (const Include& include : includes_of(file)) {
      if (!include.angled || is_standard(include.target)) continue;
      const std::string_view library = library_of(include.target);
      if (library.empty()) {
        findings.push_back({place(file, include.offset),
                            in_quotes(include.target) + " is of no library in the level table"});
      } else if (!allowed_libraries().at(module).contains(library)) {
        findings.push_back({place(file, include.offset), std::string(module) + " may not use " +
                                                             in_quotes(include.target) + " (" +
                                                             std::string(library) + ")"});
      }
    }
  }
  return findings;
}

Findings check_domain_is_pure(const SourceTree& tree) {
  static const std::set<std::string_view> kForbidden{
      "thread",     "mutex",   "shared_mutex", "condition_variable", "future",  "atomic",
      "semaphore",  "latch",   "barrier",      "stop_token",         "fstream", "iostream",
      "filesystem", "csignal", "ctime",        "coroutine"};
  Findings findings;
  for (const SourceFile& file : tree) {
    if (!is_cpp(file.path) || module_of(file.path) != "domain") continue;
    for (const Include& include : includes_of(file)) {
      if (include.angled && kForbidden.contains(include.target)) {
        findings.push_back(
            {place(file, include.offset),
             "the domain knows no threads, files or clocks, so not <" + include.target + ">"});
      }
    }
  }
  return findings;
}

Findings check_http_library_stays_inside(const SourceTree& tree) {
  // Grow the set of headers that reach the library until nothing is added.
  std::map<std::string, std::vector<Include>> graph;
  for (const SourceFile& file : tree) {
    if (is_cpp(file.path)) graph[file.path] = includes_of(file);
  }
  std::set<std::string> reaching;
  const auto reaches = [&](const Include& include) {
    return include.angled ? library_of(include.target) == "http"
                          : reaching.contains(include.target);
  };
  for (bool grew = true; grew;) {
    grew = false;
    for (const auto& [path, includes] : graph) {
      if (std::any_of(includes.begin(), includes.end(), reaches)) {
        grew = reaching.insert(path).second || grew;
      }
    }
  }
  Findings findings;
  for (const std::string& path : reaching) {
    const std::string_view module = module_of(path);
    if (module == "server_sync/server" || module == "tests" || module.empty()) continue;
    findings.push_back({path, "reaches Boost.Beast or Asio, which are the server's alone"});
  }
  return findings;
}

}  // namespace navbat::architecture
