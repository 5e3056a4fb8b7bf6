#include "server_sync/protocol/device_parts.h"

#include "server_sync/protocol/json_parts.h"
#include "server_sync/protocol/json_writer.h"

namespace navbat::protocol {

namespace json = boost::json;

namespace {

constexpr std::size_t kMostReasons = 10;
constexpr std::size_t kMostOptions = 20;
constexpr const char* kHeard = "nothing, chime, number or words";

json::object option_to_json(const domain::GuidanceOption& option) {
  json::object out{{"id", option.id.value()}, {"kind", text(to_string(option.kind))}};
  if (option.wait) out["wait_s"] = option.wait->count();
  return out;
}

domain::GuidanceOption read_option(ObjectReader in) {
  domain::GuidanceOption option;
  option.id = in.name<domain::AlternativeId>("id");
  const auto kind = in.word_opt("kind", domain::parse_alternative_kind,
                                "atm, terminal, app, quieter_hour or branch");
  if (!kind) in.fail("kind", "atm, terminal, app, quieter_hour or branch");
  option.kind = kind.value_or(domain::AlternativeKind::kAtm);
  if (const auto wait = in.integer_opt("wait_s", 0, kMostSeconds)) {
    option.wait = domain::Seconds{*wait};
  }
  return option;
}

json::object call_to_json(const domain::PresentedCall& call) {
  json::object out{{"version", call.version},
                   {"shown_at", domain::to_rfc3339(call.shown_at)},
                   {"heard", text(to_string(call.heard))}};
  if (call.heard_at) out["heard_at"] = domain::to_rfc3339(*call.heard_at);
  return out;
}

domain::PresentedCall read_call(ObjectReader in) {
  domain::PresentedCall call;
  call.version = in.integer("version", 1, INT64_MAX);
  call.shown_at = in.time("shown_at");
  const auto heard = in.word_opt("heard", domain::parse_heard, kHeard);
  if (!heard) in.fail("heard", kHeard);
  call.heard = heard.value_or(domain::Heard::kNothing);
  call.heard_at = in.time_opt("heard_at");
  return call;
}

}  // namespace

void write_members(json::object& out, const domain::FeedbackGiven& feedback) {
  out["ticket"] = feedback.ticket.to_string();
  out["score"] = feedback.score;
  json::array reasons;
  for (const std::string& reason : feedback.reasons) reasons.push_back(text(reason));
  out["reasons"] = std::move(reasons);
}

void read_members(ObjectReader& in, domain::FeedbackGiven& feedback) {
  feedback.ticket = in.ticket_id("ticket");
  feedback.score = static_cast<std::int32_t>(in.integer("score", 1, 4));
  feedback.reasons = in.strings("reasons", kMostReasons);
}

void write_members(json::object& out, const domain::GuidanceOffered& offered) {
  out["guidance"] = offered.guidance.to_string();
  out["service"] = offered.service.value();
  out["language"] = offered.language.value();
  out["wait"] = offered.wait ? json::value(range_to_json(*offered.wait)) : json::value{};
  json::array options;
  for (const domain::GuidanceOption& option : offered.options) {
    options.push_back(option_to_json(option));
  }
  out["options"] = std::move(options);
}

void read_members(ObjectReader& in, domain::GuidanceOffered& offered) {
  offered.guidance = in.guidance_id("guidance");
  offered.service = in.name<domain::ServiceId>("service");
  offered.language = in.name<domain::LanguageTag>("language");
  offered.wait = read_range_opt(in, "wait");
  const json::array* options = in.array("options", kMostOptions);
  if (options == nullptr) return;
  for (const json::value& option : *options) {
    offered.options.push_back(read_option(in.nested(option, "options[]")));
  }
}

void write_members(json::object& out, const domain::GuidanceTaken& taken) {
  out["guidance"] = taken.guidance.to_string();
  out["option"] = taken.option.value();
}

void read_members(ObjectReader& in, domain::GuidanceTaken& taken) {
  taken.guidance = in.guidance_id("guidance");
  taken.option = in.name<domain::AlternativeId>("option");
}

void write_members(json::object& out, const domain::GuidanceReturned& returned) {
  out["guidance"] = returned.guidance.to_string();
  out["ticket"] = returned.ticket.to_string();
}

void read_members(ObjectReader& in, domain::GuidanceReturned& returned) {
  returned.guidance = in.guidance_id("guidance");
  returned.ticket = in.ticket_id("ticket");
}

void write_members(json::object& out, const domain::DeviceReported& report) {
  if (!report.device.empty()) out["device"] = report.device.value();
  out["part"] = report.part.value();
  out["state"] = report.state.value();
  out["detail"] = report.detail;
}

void read_members(ObjectReader& in, domain::DeviceReported& report) {
  report.device = in.name_opt<domain::NodeId>("device").value_or(domain::NodeId{});
  report.part = in.name<domain::PartName>("part");
  report.state = in.name<domain::PartName>("state");
  report.detail = in.string_or_empty("detail");
}

void write_members(json::object& out, const domain::CallsPresented& presented) {
  if (!presented.device.empty()) out["device"] = presented.device.value();
  json::array calls;
  for (const domain::PresentedCall& call : presented.calls) calls.push_back(call_to_json(call));
  out["calls"] = std::move(calls);
}

void read_members(ObjectReader& in, domain::CallsPresented& presented) {
  presented.device = in.name_opt<domain::NodeId>("device").value_or(domain::NodeId{});
  const json::array* calls = in.array("calls", domain::kMostPresentedCalls, false);
  if (calls == nullptr) return;  // Of a stream, which leaves them out.
  for (const json::value& call : *calls) {
    presented.calls.push_back(read_call(in.nested(call, "calls[]")));
  }
}

}  // namespace navbat::protocol
