// How the domain's values stand in columns: instants as milliseconds, days as 20261122, names as
// text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "domain/business_day.h"
#include "domain/ids.h"
#include "domain/time.h"
#include "server_sync/store/sqlite/statement.h"

namespace navbat::store::sqlite {

[[nodiscard]] inline std::int64_t to_column(domain::Timestamp at) { return domain::to_unix_ms(at); }

[[nodiscard]] inline std::optional<std::int64_t> to_column(
    const std::optional<domain::Timestamp>& at) {
  return at ? std::optional(domain::to_unix_ms(*at)) : std::nullopt;
}

/// 2026-11-22 is 20261122: sorts as a date, reads as one, and is quicker to compare than text.
[[nodiscard]] inline std::int64_t to_column(const domain::BusinessDay& day) {
  return static_cast<int>(day.date.year()) * 10000 +
         static_cast<int>(static_cast<unsigned>(day.date.month())) * 100 +
         static_cast<int>(static_cast<unsigned>(day.date.day()));
}

template <class Tag>
[[nodiscard]] const std::string& to_column(const domain::Name<Tag>& name) {
  return name.value();
}

template <class Tag>
[[nodiscard]] std::optional<std::string> to_column(const std::optional<domain::Name<Tag>>& name) {
  return name ? std::optional(name->value()) : std::nullopt;
}

[[nodiscard]] inline domain::Timestamp take_instant(Row& row) {
  return domain::from_unix_ms(row.take<std::int64_t>());
}

[[nodiscard]] inline std::optional<domain::Timestamp> take_maybe_instant(Row& row) {
  const auto ms = row.take<std::optional<std::int64_t>>();
  return ms ? std::optional(domain::from_unix_ms(*ms)) : std::nullopt;
}

[[nodiscard]] inline domain::BusinessDay day_from_number(std::int64_t number) {
  return {std::chrono::year(static_cast<int>(number / 10000)) /
          std::chrono::month(static_cast<unsigned>(number / 100 % 100)) /
          std::chrono::day(static_cast<unsigned>(number % 100))};
}

[[nodiscard]] inline domain::BusinessDay take_day(Row& row) {
  return day_from_number(row.take<std::int64_t>());
}

template <class NameType>
[[nodiscard]] NameType take_name(Row& row) {
  return NameType(row.take<std::string>());
}

/// NULL is a missing name.
template <class NameType>
[[nodiscard]] std::optional<NameType> take_maybe_name(Row& row) {
  auto text = row.take<std::optional<std::string>>();
  return text ? std::optional(NameType(std::move(*text))) : std::nullopt;
}

[[nodiscard]] inline domain::TicketId take_ticket_id(Row& row) {
  return domain::TicketId(row.take<domain::TicketId::Bytes>());
}

}  // namespace navbat::store::sqlite
