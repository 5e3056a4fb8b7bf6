// One prepared statement: binding values, stepping, reading columns.
//
// Users do not prepare or reset statements; Database::run, each_row and one_row do. What is bound
// is borrowed until the statement has run, so it costs no copy.
#pragma once

#include <sqlite3.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "server_sync/store/error.h"

namespace navbat::store::sqlite {

/// Bytes to be stored as a BLOB; a plain string is stored as TEXT.
struct Blob {
  std::string_view bytes;
};

/// The current row of a query. Columns are taken from left to right, each once. A column of another
/// type than asked for marks the row bad: in STRICT tables that is a damaged file or a bug, and the
/// query then ends with an error.
class Row {
 public:
  explicit Row(sqlite3_stmt* statement) : statement_(statement) {}

  /// T: bool, an integer type, double, std::string (TEXT or BLOB), std::string_view (valid until
  /// the next row), std::array<std::uint8_t, N> (BLOB of exactly N bytes), std::optional of these.
  template <class T>
  [[nodiscard]] T take();

  /// Whatever the column holds, as SQLite writes it.
  [[nodiscard]] std::string take_any_as_text();

  [[nodiscard]] bool is_bad() const { return bad_; }

 private:
  [[nodiscard]] std::string_view bytes(int column);

  sqlite3_stmt* statement_;
  int next_ = 0;
  bool bad_ = false;
};

namespace detail {

template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};

template <class T>
struct IsByteArray : std::false_type {};
template <std::size_t N>
struct IsByteArray<std::array<std::uint8_t, N>> : std::true_type {};

int bind(sqlite3_stmt* statement, int index, std::int64_t value);
int bind(sqlite3_stmt* statement, int index, double value);
int bind(sqlite3_stmt* statement, int index, std::string_view value);
int bind(sqlite3_stmt* statement, int index, Blob value);
int bind(sqlite3_stmt* statement, int index, std::nullopt_t);
inline int bind(sqlite3_stmt* statement, int index, const std::string& value) {
  return bind(statement, index, std::string_view(value));
}
inline int bind(sqlite3_stmt* statement, int index, const char* value) {
  return bind(statement, index, std::string_view(value));
}
template <class T>
requires std::is_integral_v<T>
int bind(sqlite3_stmt* statement, int index, T value) {
  return bind(statement, index, static_cast<std::int64_t>(value));
}
template <std::size_t N>
int bind(sqlite3_stmt* statement, int index, const std::array<std::uint8_t, N>& value) {
  return sqlite3_bind_blob(statement, index, value.data(), static_cast<int>(N), SQLITE_STATIC);
}
template <class T>
int bind(sqlite3_stmt* statement, int index, const std::optional<T>& value) {
  return value ? bind(statement, index, *value) : bind(statement, index, std::nullopt);
}

/// Binds all, left to right from 1; the first code that is not SQLITE_OK wins.
template <class... Values>
int bind_all([[maybe_unused]] sqlite3_stmt* statement, const Values&... values) {
  int index = 0;
  int code = SQLITE_OK;
  ((code = code == SQLITE_OK ? bind(statement, ++index, values) : code), ...);
  return code;
}

}  // namespace detail

template <class T>
T Row::take() {
  const int column = next_++;
  const int type = sqlite3_column_type(statement_, column);
  if constexpr (detail::IsOptional<T>::value) {
    if (type == SQLITE_NULL) return std::nullopt;
    --next_;
    return take<typename T::value_type>();
  } else if constexpr (std::is_same_v<T, std::string_view>) {
    if (type != SQLITE_TEXT && type != SQLITE_BLOB) bad_ = true;
    return bytes(column);
  } else if constexpr (std::is_same_v<T, std::string>) {
    if (type != SQLITE_TEXT && type != SQLITE_BLOB) bad_ = true;
    return std::string(bytes(column));
  } else if constexpr (std::is_same_v<T, double>) {
    if (type != SQLITE_FLOAT && type != SQLITE_INTEGER) bad_ = true;
    return sqlite3_column_double(statement_, column);
  } else if constexpr (detail::IsByteArray<T>::value) {
    T value{};
    const std::string_view found = bytes(column);
    if (type != SQLITE_BLOB || found.size() != value.size()) {
      bad_ = true;
    } else {
      for (std::size_t i = 0; i < value.size(); ++i) value[i] = static_cast<std::uint8_t>(found[i]);
    }
    return value;
  } else {
    static_assert(std::is_integral_v<T>);
    const std::int64_t value = sqlite3_column_int64(statement_, column);
    if (type != SQLITE_INTEGER || static_cast<std::int64_t>(static_cast<T>(value)) != value) {
      bad_ = true;
    }
    return static_cast<T>(value);
  }
}

}  // namespace navbat::store::sqlite
