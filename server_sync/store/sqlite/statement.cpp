#include "server_sync/store/sqlite/statement.h"

namespace navbat::store::sqlite {

std::string_view Row::bytes(int column) {
  const void* data = sqlite3_column_blob(statement_, column);
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
  return data == nullptr ? std::string_view()
                         : std::string_view(static_cast<const char*>(data), size);
}

std::string Row::take_any_as_text() {
  const int column = next_++;
  const auto* text = sqlite3_column_text(statement_, column);
  return text == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(text));
}

namespace detail {

int bind(sqlite3_stmt* statement, int index, std::int64_t value) {
  return sqlite3_bind_int64(statement, index, value);
}

int bind(sqlite3_stmt* statement, int index, double value) {
  return sqlite3_bind_double(statement, index, value);
}

int bind(sqlite3_stmt* statement, int index, std::string_view value) {
  // A null pointer would bind NULL; an empty view may hold one.
  const char* data = value.data() == nullptr ? "" : value.data();
  return sqlite3_bind_text64(statement, index, data, value.size(), SQLITE_STATIC, SQLITE_UTF8);
}

int bind(sqlite3_stmt* statement, int index, Blob value) {
  const char* data = value.bytes.data() == nullptr ? "" : value.bytes.data();
  return sqlite3_bind_blob64(statement, index, data, value.bytes.size(), SQLITE_STATIC);
}

int bind(sqlite3_stmt* statement, int index, std::nullopt_t) {
  return sqlite3_bind_null(statement, index);
}

}  // namespace detail
}  // namespace navbat::store::sqlite
