#include "tests/architecture/source_tree.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <iterator>

namespace navbat::architecture {
namespace {

constexpr std::array<std::string_view, 4> kNotOurs{"node_modules", "dist", ".git", ".cache"};
constexpr std::array<std::string_view, 9> kModules{"domain",
                                                   "system",
                                                   "ui",
                                                   "server_sync/protocol",
                                                   "server_sync/store",
                                                   "server_sync/client",
                                                   "server_sync/server",
                                                   "kiosk",
                                                   "display_board"};

bool ends_with_any(std::string_view path, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return path.ends_with(ending); });
}

bool is_binary(std::string_view text) {
  return text.substr(0, 4096).find('\0') != std::string_view::npos;
}

bool is_word_character(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

// The offset just after the string or character literal that begins at `i`.
std::size_t after_literal(std::string_view text, std::size_t i) {
  const char quote = text[i];
  for (++i; i < text.size() && text[i] != quote && (text[i] != '\n' || quote == '`'); ++i) {
    if (text[i] == '\\') ++i;
  }
  return std::min(i + 1, text.size());
}

// The offset just after the raw string whose opening quote is at `i`.
std::size_t after_raw_string(std::string_view text, std::size_t i) {
  const std::size_t open = text.find('(', i);
  if (open == std::string_view::npos) return text.size();
  const std::string close = ")" + std::string(text.substr(i + 1, open - i - 1)) + "\"";
  const std::size_t end = text.find(close, open);
  return end == std::string_view::npos ? text.size() : end + close.size();
}

std::size_t after_comment(std::string_view text, std::size_t i) {
  const bool to_line_end = text[i + 1] == '/';
  const std::size_t end = text.find(to_line_end ? "\n" : "*/", i + 2);
  if (end == std::string_view::npos) return text.size();
  return to_line_end ? end : end + 2;
}

}  // namespace

SourceTree load_tree(const std::filesystem::path& root) {
  namespace fs = std::filesystem;
  SourceTree tree;
  for (auto it = fs::recursive_directory_iterator(root); it != fs::recursive_directory_iterator();
       ++it) {
    const std::string name = it->path().filename().string();
    const bool built = name == "build" && it.depth() == 0;
    if (built || std::find(kNotOurs.begin(), kNotOurs.end(), name) != kNotOurs.end()) {
      it.disable_recursion_pending();
      continue;
    }
    if (!it->is_regular_file()) continue;
    std::ifstream stream(it->path(), std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(stream), {}};
    if (is_binary(text)) continue;
    tree.push_back({fs::relative(it->path(), root).generic_string(), std::move(text)});
  }
  std::sort(tree.begin(), tree.end(),
            [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  return tree;
}

std::string describe(const Findings& findings) {
  std::string text = "\n";
  for (const Finding& finding : findings) text += finding.where + ": " + finding.what + "\n";
  return text;
}

bool is_cpp(std::string_view path) { return ends_with_any(path, {".h", ".cpp"}); }

bool is_header(std::string_view path) { return path.ends_with(".h"); }

bool is_code(std::string_view path) {
  return is_cpp(path) || ends_with_any(path, {".ts", ".tsx", ".js", ".mjs", ".css", ".html"});
}

std::string_view module_of(std::string_view path) {
  if (path.starts_with("tests/")) return "tests";
  for (const std::string_view module : kModules) {
    if (path.starts_with(module) && path.substr(module.size()).starts_with("/")) return module;
  }
  return {};
}

std::string without_comments(std::string_view text) {
  std::string result(text);
  for (std::size_t i = 0; i < text.size();) {
    const bool after_word = i > 0 && is_word_character(text[i - 1]);
    if (text[i] == '"' && i > 0 && text[i - 1] == 'R') {
      i = after_raw_string(text, i);
    } else if (text[i] == '"' || text[i] == '`' || (text[i] == '\'' && !after_word)) {
      i = after_literal(text, i);
    } else if (text[i] == '/' && i + 1 < text.size() &&
               (text[i + 1] == '/' || text[i + 1] == '*')) {
      const std::size_t end = after_comment(text, i);
      std::replace_if(
          result.begin() + static_cast<std::ptrdiff_t>(i),
          result.begin() + static_cast<std::ptrdiff_t>(end), [](char c) { return c != '\n'; }, ' ');
      i = end;
    } else {
      ++i;
    }
  }
  return result;
}

int line_of(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  return 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
}

std::string place(const SourceFile& file, std::size_t offset) {
  return file.path + ":" + std::to_string(line_of(file.text, offset));
}

bool is_word_at(std::string_view text, std::size_t offset, std::string_view word) {
  if (text.substr(offset, word.size()) != word) return false;
  const std::size_t end = offset + word.size();
  const bool free_before = offset == 0 || !is_word_character(text[offset - 1]);
  const bool free_after = end >= text.size() || !is_word_character(text[end]);
  return free_before && free_after;
}

}  // namespace navbat::architecture
