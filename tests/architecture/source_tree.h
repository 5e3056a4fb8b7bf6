// The project's own files as plain values, so that every rule is a pure function over them: the
// tests run the rules on the real tree and, to show that they can fail, on a few lines made up in
// memory.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace navbat::architecture {

// One text file. `path` is relative to the root, with forward slashes.
struct SourceFile {
  std::string path;
  std::string text;
};

using SourceTree = std::vector<SourceFile>;

// What a rule found: `where` is a path or path:line, `what` one sentence for whoever must mend it.
struct Finding {
  std::string where;
  std::string what;
};

using Findings = std::vector<Finding>;

// Reads every text file below `root` but for what is built or fetched (build, node_modules, dist,
// .git). Throws std::filesystem::filesystem_error when the root cannot be read.
SourceTree load_tree(const std::filesystem::path& root);

// The findings one a line, for a failed assertion.
std::string describe(const Findings& findings);

bool is_cpp(std::string_view path);
bool is_header(std::string_view path);
// C++ and what the web pages are written in, tests included.
bool is_code(std::string_view path);

// The module that a path belongs to, such as "domain" or "server_sync/store"; "tests" for
// everything below tests/; empty for what is not code of a module.
std::string_view module_of(std::string_view path);

// The text with comments blanked out and lines kept, so that line numbers still hold. Knows
// strings, characters, digit separators and raw strings.
std::string without_comments(std::string_view text);

// 1-based line of an offset.
int line_of(std::string_view text, std::size_t offset);

// "path:line" of an offset in a file.
std::string place(const SourceFile& file, std::size_t offset);

// Whether `text` has `word` at `offset` with no letter, digit or underscore on either side.
bool is_word_at(std::string_view text, std::size_t offset, std::string_view word);

}  // namespace navbat::architecture
