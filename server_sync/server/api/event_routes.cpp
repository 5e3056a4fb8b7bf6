#include <charconv>

#include "server_sync/server/api/api_routes.h"
#include "server_sync/server/api/body.h"
#include "server_sync/server/api/command.h"
#include "server_sync/server/core/ticket_answer.h"

namespace navbat::server {
namespace {

tl::expected<std::optional<std::uint64_t>, http::Problem> last_event_id(
    const http::Request& request) {
  const auto text = request.headers.find("Last-Event-ID");
  if (!text || text->empty()) return std::nullopt;
  std::int64_t version = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), version);
  if (error != std::errc{} || end != text->data() + text->size() || version < 0) {
    return tl::make_unexpected(bad_member("Last-Event-ID", "the version of an event, from 0"));
  }
  return static_cast<std::uint64_t>(version);
}

// The snapshot and the version that it shows come from one moment: a reader without a cursor goes
// on from there, so that no event falls between the two.
void follow(ApiContext& context, Call call) {
  const auto after = last_event_id(call.request);
  if (!after) return call.refuse(after.error());
  auto version = std::make_shared<std::uint64_t>(0);
  Command snapshot = [version](BranchWork& work) -> store::Result<Answer> {
    *version = static_cast<std::uint64_t>(work.state().version());
    return queue_answer(work);
  };
  context.host.query(
      std::move(snapshot),
      [reply = share(std::move(call.reply)), id = call.request.id, channel = context.channel,
       after = *after, version](const store::Result<Answer>& answer) {
        if (!answer) return reply->send(to_response(answer, id));
        reply->stream({.channel = channel,
                       .after = after.value_or(*version),
                       .snapshot = std::make_shared<const std::string>(
                           http::event_frame(std::nullopt, "queue", answer->body))});
      });
}

}  // namespace

void add_event_routes(Gate& gate, ApiContext& context) {
  gate.add(http::Method::kGet, "/branches/{branch}/events",
           [&context](Call call) { follow(context, std::move(call)); });
}

}  // namespace navbat::server
