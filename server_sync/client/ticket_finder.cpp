#include "server_sync/client/ticket_finder.h"

#include <charconv>
#include <utility>

#include "server_sync/client/api_path.h"
#include "server_sync/client/decode_view.h"
#include "server_sync/client/stored_ticket.h"

namespace navbat::client {
namespace {

enum HttpStatus { kOk = 200, kNotFound = 404 };

// Nothing that anybody types or a ticket's code holds is longer.
constexpr std::size_t kMostText = 512;

tl::unexpected<FindError> failure(FindFailure what, std::string detail) {
  return tl::unexpected(FindError{what, std::move(detail)});
}

// With as many zeros as somebody cared to type.
std::optional<domain::Label> parse_label(std::string_view text) {
  std::string compact;
  for (const char c : text) {
    if (c == ' ' || c == '-') continue;
    compact += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  const std::size_t digits = std::min(compact.find_first_of("0123456789"), compact.size());
  domain::Label label{.series = compact.substr(0, digits), .number = 0};
  const char* end = compact.data() + compact.size();
  const auto read = std::from_chars(compact.data() + digits, end, label.number);
  const bool is_number = read.ec == std::errc{} && read.ptr == end && label.number > 0;
  if (!is_number || !domain::is_valid_series(label.series)) return std::nullopt;
  return label;
}

std::string_view last_segment(std::string_view text) {
  const std::size_t page = text.rfind("/t/");
  if (page != std::string_view::npos) text.remove_prefix(page + 3);
  return text.substr(0, text.find_first_of("?#/"));
}

}  // namespace

std::optional<TicketReference> parse_ticket_reference(std::string_view text) {
  if (text.size() > kMostText) return std::nullopt;
  if (const auto id = domain::TicketId::parse(last_segment(text))) return TicketReference{*id};
  if (auto label = parse_label(text)) return TicketReference{std::move(*label)};
  return std::nullopt;
}

TicketFinder::TicketFinder(HttpTransport& transport, SharedStore& store,
                           const BranchDirectory& directory, const ServerClock& true_clock,
                           domain::BranchId branch, milliseconds deadline)
    : transport_(transport),
      store_(store),
      directory_(directory),
      true_clock_(true_clock),
      branch_(std::move(branch)),
      deadline_(deadline) {}

tl::expected<FoundTicket, FindError> TicketFinder::find(std::string_view text,
                                                        const std::stop_token& stop) const {
  const auto reference = parse_ticket_reference(text);
  if (!reference) return failure(FindFailure::kUnreadable, "no ticket's number or address");
  if (auto own = find_own(*reference)) return std::move(*own);
  return ask_server(*reference, stop);
}

std::optional<FoundTicket> TicketFinder::find_own(const TicketReference& reference) const {
  const auto known = directory_.current();
  // A disk that cannot be read is no reason not to ask the server.
  auto found = store_.with(
      [&](store::DeviceStore& store) -> store::Result<std::optional<store::DeviceTicket>> {
        if (const auto* id = std::get_if<domain::TicketId>(&reference)) {
          return store.find_ticket(*id);
        }
        if (!known) return std::nullopt;
        return store.find_label(known->calendar.day_of(true_clock_.now()),
                                std::get<domain::Label>(reference));
      });
  if (!found || !*found) return std::nullopt;
  return FoundTicket{from_stored(std::move(**found)), true, std::nullopt};
}

tl::expected<FoundTicket, FindError> TicketFinder::ask_server(const TicketReference& reference,
                                                              const std::stop_token& stop) const {
  const auto* id = std::get_if<domain::TicketId>(&reference);
  const std::string target = id != nullptr ? protocol::kBasePath + ("/tickets/" + id->to_string())
                                           : branch_path(branch_) + "/tickets?label=" +
                                                 std::get<domain::Label>(reference).to_string();
  const auto reply = transport_.send({.method = HttpMethod::kGet,
                                      .target = target,
                                      .headers = {{"Accept", "application/json"}},
                                      .body = {}},
                                     deadline_, stop);
  if (!reply) return failure(FindFailure::kNoAnswer, reply.error().detail);
  if (reply->status == kNotFound) {
    return failure(FindFailure::kUnknown, "the server knows no such ticket");
  }
  if (reply->status != kOk) {
    return failure(FindFailure::kNoAnswer, "the server answered " + std::to_string(reply->status));
  }
  auto tickets = id != nullptr ? decode_ticket(reply->body) : decode_tickets(reply->body);
  if (!tickets) return failure(FindFailure::kNoAnswer, tickets.error());
  if (tickets->empty()) return failure(FindFailure::kUnknown, "the server knows no such ticket");
  return std::move(tickets->front());
}

}  // namespace navbat::client
