#pragma once
// Names of things. Each is a type of its own, so that a counter cannot be passed where a service is
// meant.

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "domain/time.h"

namespace navbat::domain {

// A configured name such as "cash" or "7": 1 to 40 characters of a-z, A-Z, 0-9, '-', '_' and '.'.
template <typename Tag>
class Name {
 public:
  Name() = default;
  explicit Name(std::string value) : value_(std::move(value)) {}

  [[nodiscard]] const std::string& value() const { return value_; }
  [[nodiscard]] bool empty() const { return value_.empty(); }
  friend auto operator<=>(const Name&, const Name&) = default;

 private:
  std::string value_;
};

[[nodiscard]] bool is_valid_name(std::string_view text);

using BranchId = Name<struct BranchTag>;
using ServiceId = Name<struct ServiceTag>;
using CounterId = Name<struct CounterTag>;
using TellerId = Name<struct TellerTag>;
using NodeId =
    Name<struct NodeTag>;  // A device or server that records events: kiosk, board, branch server.
using LanguageTag = Name<struct LanguageTagTag>;    // BCP 47: "uz", "uz-Cyrl", "ru" …
using GroupId = Name<struct GroupTag>;              // A group of services on the kiosk's menu.
using AlternativeId = Name<struct AlternativeTag>;  // A way without waiting: an ATM, the app …
using BookingCode = Name<struct BookingTag>;        // What a customer with an appointment shows.
using PartName =
    Name<struct PartTag>;  // A part of a device, or the state it is in: "paper", "out".

// A UUIDv7 (RFC 9562), made by whoever makes the thing before anything else happens. Its 74 random
// bits make the address of a ticket unguessable; its order is the order of making.
template <typename Tag>
class Uuid {
 public:
  using Bytes = std::array<std::uint8_t, 16>;

  Uuid() = default;
  explicit Uuid(const Bytes& bytes) : bytes_(bytes) {}

  // `random` is 10 bytes of good randomness.
  [[nodiscard]] static Uuid make(Timestamp at, std::span<const std::uint8_t, 10> random);
  // 8-4-4-4-12 hexadecimal digits, either case, version 7 and RFC variant required.
  [[nodiscard]] static std::optional<Uuid> parse(std::string_view text);

  [[nodiscard]] std::string to_string() const;
  [[nodiscard]] const Bytes& bytes() const { return bytes_; }
  friend auto operator<=>(const Uuid&, const Uuid&) = default;

 private:
  Bytes bytes_{};
};

using TicketId = Uuid<struct TicketTag>;
using GuidanceId = Uuid<struct GuidanceTag>;  // One showing of ways without waiting, on a kiosk.
using NoticeId = Uuid<struct NoticeTag>;      // What staff have the boards say.

extern template class Uuid<TicketTag>;
extern template class Uuid<GuidanceTag>;
extern template class Uuid<NoticeTag>;

}  // namespace navbat::domain

template <typename Tag>
struct std::hash<navbat::domain::Name<Tag>> {
  std::size_t operator()(const navbat::domain::Name<Tag>& name) const noexcept {
    return std::hash<std::string>{}(name.value());
  }
};

template <>
struct std::hash<navbat::domain::TicketId> {
  std::size_t operator()(const navbat::domain::TicketId& id) const noexcept;
};
