// The SQLite settings that this project demands, as a table: how each is set and what reading it
// back must give.
#pragma once

#include <span>
#include <string_view>

namespace navbat::store::sqlite {

struct Setting {
  const char* name;           // "synchronous"
  const char* set;            // the PRAGMA that sets it; null when it is a property of the file
  const char* get;            // the PRAGMA that reads it
  std::string_view demanded;  // what reading gives
  const char* why;
};

/// For the writing connection, in the order in which they are set.
[[nodiscard]] std::span<const Setting> writer_settings();

/// For readers.
[[nodiscard]] std::span<const Setting> reader_settings();

}  // namespace navbat::store::sqlite
