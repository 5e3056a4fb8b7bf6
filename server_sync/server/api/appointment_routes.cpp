#include <array>
#include <cstdio>

#include "server_sync/server/api/api_routes.h"
#include "server_sync/server/api/body.h"
#include "server_sync/server/api/command.h"
#include "server_sync/server/core/appointment_commands.h"

namespace navbat::server {
namespace {

// Offered to the writer, which takes the first that is free. One in a million is taken for each
// appointment ever made, so that all of them are is beyond belief for decades.
constexpr std::size_t kOfferedCodes = 16;
constexpr std::uint32_t kCodes = 1'000'000;

std::vector<domain::BookingCode> make_codes(const FillRandom& random) {
  std::vector<domain::BookingCode> codes;
  for (std::size_t i = 0; i < kOfferedCodes; ++i) {
    std::array<std::uint8_t, 4> bytes{};
    random(bytes);
    std::uint32_t number = 0;
    for (const std::uint8_t byte : bytes) number = number << 8 | byte;
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), "%06u", number % kCodes);
    codes.emplace_back(text.data());
  }
  return codes;
}

void book(ApiContext& context, Call call) {
  auto wish = protocol::decode_new_appointment(call.request.body);
  if (!wish) return call.refuse(bad_member(wish.error()));
  submit(context, std::move(call),
         book_command(context.identities, std::move(*wish), make_codes(context.random)));
}

void cancel(ApiContext& context, Call call) {
  domain::BookingCode code{std::string{call.request.path.at("code")}};
  submit(context, std::move(call), cancel_booking_command(context.identities, std::move(code)));
}

void list(ApiContext& context, Call call) {
  const auto text = call.request.query.find("day");
  const auto day = text ? domain::BusinessDay::parse(*text)
                        : context.host.calendar().day_of(context.clock.now());
  if (!day) return call.refuse(bad_member("day", "a local date such as 2026-11-22"));
  query(context, std::move(call), appointments_query(*day));
}

}  // namespace

void add_appointment_routes(Gate& gate, ApiContext& context) {
  using http::Method;
  gate.add(Method::kPost, "/branches/{branch}/appointments",
           [&context](Call call) { book(context, std::move(call)); });
  gate.add(Method::kGet, "/branches/{branch}/appointments",
           [&context](Call call) { list(context, std::move(call)); });
  gate.add(Method::kDelete, "/branches/{branch}/appointments/{code}",
           [&context](Call call) { cancel(context, std::move(call)); });
}

}  // namespace navbat::server
