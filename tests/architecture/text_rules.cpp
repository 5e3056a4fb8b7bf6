#include "tests/architecture/text_rules.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <set>
#include <sstream>

namespace navbat::architecture {
namespace {

using Words = std::vector<std::string_view>;

bool has_exception(const Exceptions& exceptions, const std::string& rule, const std::string& path) {
  const auto found = exceptions.find(rule);
  return found != exceptions.end() && found->second.contains(path);
}

// Calls `on_hit(offset, needle)` for every occurrence of every needle.
void for_each_hit(std::string_view text, const Words& needles,
                  const std::function<void(std::size_t, std::string_view)>& on_hit) {
  for (const std::string_view needle : needles) {
    for (std::size_t at = text.find(needle); at != std::string_view::npos;
         at = text.find(needle, at + 1)) {
      on_hit(at, needle);
    }
  }
}

bool is_in_checker(const SourceFile& file) { return file.path.starts_with("tests/architecture/"); }

Findings size_findings(const SourceFile& file) {
  if (!is_code(file.path)) return {};
  const auto lines = std::count(file.text.begin(), file.text.end(), '\n');
  if (lines <= kMostLines) return {};
  return {{file.path, std::to_string(lines) + " lines, more than " + std::to_string(kMostLines) +
                          ": is it still one idea?"}};
}

Findings clock_findings(const SourceFile& file) {
  const std::string_view module = module_of(file.path);
  if (!is_cpp(file.path) || module.empty() || module == "tests") return {};
  Words clocks{"system_clock::now", "utc_clock::now", "std::time(", "gettimeofday(", "localtime"};
  if (module == "domain") {
    clocks.insert(clocks.end(), {"_clock::now", "random_device", "clock_gettime("});
  } else if (module == "system" || file.path.ends_with("main.cpp")) {
    return {};
  }
  Findings findings;
  for_each_hit(without_comments(file.text), clocks, [&](std::size_t at, std::string_view clock) {
    findings.push_back(
        {place(file, at),
         "asks " + std::string(clock) + " itself; clock and chance come through constructors"});
  });
  return findings;
}

Findings sleep_findings(const SourceFile& file) {
  if (!is_cpp(file.path) || module_of(file.path) != "tests" || is_in_checker(file) ||
      file.path.starts_with("tests/support/") || file.path.starts_with("tests/benchmarks/")) {
    return {};
  }
  Findings findings;
  for_each_hit(without_comments(file.text), {"sleep_for(", "sleep_until(", "usleep(", "SDL_Delay("},
               [&](std::size_t at, std::string_view) {
                 findings.push_back({place(file, at), "sleeps; wait on a condition instead"});
               });
  return findings;
}

Findings over_tree(const SourceTree& tree, const Exceptions& exceptions, const std::string& rule,
                   Findings (*check)(const SourceFile&)) {
  Findings findings;
  for (const SourceFile& file : tree) {
    if (has_exception(exceptions, rule, file.path)) continue;
    const Findings more = check(file);
    findings.insert(findings.end(), more.begin(), more.end());
  }
  return findings;
}

const std::map<std::string, Findings (*)(const SourceFile&)>& rules_with_exceptions() {
  static const std::map<std::string, Findings (*)(const SourceFile&)> kRules{
      {"size", size_findings}, {"clock", clock_findings}, {"sleep", sleep_findings}};
  return kRules;
}

}  // namespace

Findings parse_exceptions(const SourceFile& file, Exceptions& exceptions) {
  Findings findings;
  std::istringstream lines(file.text);
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream words(line);
    std::string rule;
    std::string path;
    std::string reason;
    words >> rule >> path;
    std::getline(words >> std::ws, reason);
    if (!rules_with_exceptions().contains(rule) || path.empty() || reason.empty()) {
      findings.push_back({file.path + ":" + std::to_string(number),
                          "expected a rule (size, clock or sleep), a path and a reason"});
    } else {
      exceptions[rule][path] = reason;
    }
  }
  return findings;
}

Findings check_exceptions_are_needed(const SourceTree& tree, const Exceptions& exceptions) {
  Findings findings;
  for (const auto& [rule, paths] : exceptions) {
    for (const auto& entry : paths) {
      const std::string& path = entry.first;
      const auto file = std::find_if(tree.begin(), tree.end(),
                                     [&](const SourceFile& f) { return f.path == path; });
      if (file == tree.end() || rules_with_exceptions().at(rule)(*file).empty()) {
        findings.push_back({path, "needs no exception from \"" + rule + "\" any more"});
      }
    }
  }
  return findings;
}

Findings check_file_sizes(const SourceTree& tree, const Exceptions& exceptions) {
  return over_tree(tree, exceptions, "size", size_findings);
}

Findings check_clocks_are_passed_in(const SourceTree& tree, const Exceptions& exceptions) {
  return over_tree(tree, exceptions, "clock", clock_findings);
}

Findings check_tests_do_not_sleep(const SourceTree& tree, const Exceptions& exceptions) {
  return over_tree(tree, exceptions, "sleep", sleep_findings);
}

Findings check_sql_stays_in_the_store(const SourceTree& tree) {
  static const Words kSql{"SELECT ",       "INSERT INTO ", "DELETE FROM ",    "CREATE TABLE ",
                          "PRAGMA ",       "ALTER TABLE ", "BEGIN IMMEDIATE", "ON CONFLICT ",
                          "CREATE INDEX ", "DROP TABLE "};
  Findings findings;
  for (const SourceFile& file : tree) {
    const std::string_view module = module_of(file.path);
    if (!is_cpp(file.path) || module.empty() || module == "tests" ||
        module == "server_sync/store") {
      continue;
    }
    for_each_hit(without_comments(file.text), kSql, [&](std::size_t at, std::string_view) {
      findings.push_back({place(file, at), "SQL outside server_sync/store"});
    });
  }
  return findings;
}

Findings check_tests_assert(const SourceTree& tree) {
  static const Words kAssertions{"EXPECT_",     "ASSERT_", "RC_ASSERT",
                                 "EXPECT_CALL", "expect(", "assert."};
  Findings findings;
  for (const SourceFile& file : tree) {
    if (!file.path.ends_with("_test.cpp") && !file.path.ends_with(".test.ts")) continue;
    const bool asserts = std::any_of(
        kAssertions.begin(), kAssertions.end(),
        [&](std::string_view word) { return file.text.find(word) != std::string::npos; });
    if (!asserts) findings.push_back({file.path, "asserts nothing, so it cannot fail"});
  }
  return findings;
}

Findings check_pragma_once(const SourceTree& tree) {
  Findings findings;
  for (const SourceFile& file : tree) {
    if (!is_header(file.path)) continue;
    const std::string text = without_comments(file.text);
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos || text.compare(first, 12, "#pragma once") != 0) {
      findings.push_back({file.path, "does not begin with #pragma once"});
    }
  }
  return findings;
}

Findings check_no_machine_paths(const SourceTree& tree) {
  // Written in two parts each, so that this file passes its own rule.
  static const std::vector<std::string> kForbidden{
      std::string("/wo") + "rk/", std::string("/ro") + "ot/", std::string("/home") + "/",
      std::string("registry.npm") + "js.org", std::string("deb.debi") + "an.org"};
  const Words needles(kForbidden.begin(), kForbidden.end());
  Findings findings;
  for (const SourceFile& file : tree) {
    for_each_hit(file.text, needles, [&](std::size_t at, std::string_view needle) {
      findings.push_back({place(file, at), "holds \"" + std::string(needle) + "\""});
    });
  }
  return findings;
}

Findings check_no_licence_headers(const SourceTree& tree) {
  static const std::vector<std::string> kForbidden{std::string("SPDX-Lic") + "ense",
                                                   std::string("Copy") + "right"};
  Findings findings;
  for (const SourceFile& file : tree) {
    if (!is_code(file.path)) continue;
    const std::string_view head = std::string_view(file.text).substr(0, 1000);
    for_each_hit(head, Words(kForbidden.begin(), kForbidden.end()),
                 [&](std::size_t at, std::string_view) {
                   findings.push_back({place(file, at), "a licence line; LICENSE speaks for all"});
                 });
  }
  return findings;
}

Findings check_nothing_is_unfinished(const SourceTree& tree) {
  static const std::vector<std::string> kMarks{std::string("TO") + "DO", std::string("FIX") + "ME",
                                               std::string("X") + "XX", std::string("HA") + "CK"};
  Findings findings;
  for (const SourceFile& file : tree) {
    if (!is_code(file.path)) continue;
    for_each_hit(file.text, Words(kMarks.begin(), kMarks.end()),
                 [&](std::size_t at, std::string_view mark) {
                   if (!is_word_at(file.text, at, mark)) return;
                   findings.push_back({place(file, at), "marked " + std::string(mark)});
                 });
  }
  return findings;
}

Findings check_document_links(const SourceTree& tree) {
  namespace fs = std::filesystem;
  // Pictures are no text files, so only links to what the tree can hold are followed.
  std::set<std::string> paths;
  for (const SourceFile& file : tree) {
    for (fs::path path = file.path; !path.empty(); path = path.parent_path()) {
      paths.insert(path.generic_string());
    }
  }
  Findings findings;
  for (const SourceFile& file : tree) {
    if (!file.path.ends_with(".md")) continue;
    for (std::size_t at = file.text.find("]("); at != std::string::npos;
         at = file.text.find("](", at + 1)) {
      const std::size_t end = file.text.find_first_of(")# \n", at + 2);
      const std::string link = file.text.substr(at + 2, end - at - 2);
      if (link.empty() || link.find(':') != std::string::npos || link.ends_with(".png")) continue;
      std::string target = (fs::path(file.path).parent_path() / link).lexically_normal().string();
      if (target.ends_with('/')) target.pop_back();
      if (!paths.contains(target)) {
        findings.push_back({place(file, at), "leads to " + target + ", which does not exist"});
      }
    }
  }
  return findings;
}

}  // namespace navbat::architecture
