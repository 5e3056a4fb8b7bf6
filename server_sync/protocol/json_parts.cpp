#include "server_sync/protocol/json_parts.h"

#include "server_sync/protocol/json_writer.h"

namespace navbat::protocol {

namespace json = boost::json;

namespace {

std::optional<domain::PriorityClass> parse_class(std::string_view word) {
  for (int i = 0; i < domain::kPriorityClasses; ++i) {
    const auto priority_class = static_cast<domain::PriorityClass>(i);
    if (to_string(priority_class) == word) return priority_class;
  }
  return std::nullopt;
}

domain::Seconds read_seconds(ObjectReader& in, std::string_view member) {
  return domain::Seconds{in.integer(member, 0, kMostSeconds)};
}

}  // namespace

json::object promise_to_json(const domain::Promise& promise) {
  return {{"low_s", promise.low.count()},
          {"high_s", promise.high.count()},
          {"limit_s", promise.limit.count()},
          {"made_at", domain::to_rfc3339(promise.made_at)}};
}

json::object range_to_json(const WaitRange& range) {
  return {{"low_s", range.low.count()},
          {"high_s", range.high.count()},
          {"limit_s", range.limit.count()}};
}

json::object reason_to_json(const domain::CallingReason& reason) {
  json::object out{{"rule", text(to_string(reason.rule))},
                   {"class", text(to_string(reason.priority_class))},
                   {"share", static_cast<double>(reason.share_permille) / 1000.0},
                   {"share_permille", reason.share_permille},
                   {"wait_s", reason.wait.count()},
                   {"target_s", reason.target.count()},
                   {"overtaken", reason.overtaken}};
  if (reason.runner_up) {
    out["runner_up"] = reason.runner_up->to_string();
    out["runner_up_share_permille"] = reason.runner_up_share_permille;
  }
  return out;
}

std::optional<domain::Promise> read_promise_opt(ObjectReader& in, std::string_view member) {
  const json::value* value = in.object(member, false);
  if (value == nullptr) return std::nullopt;
  ObjectReader part = in.nested(*value, member);
  domain::Promise promise;
  promise.low = read_seconds(part, "low_s");
  promise.high = read_seconds(part, "high_s");
  promise.limit = read_seconds(part, "limit_s");
  promise.made_at = part.time("made_at");
  return promise;
}

std::optional<WaitRange> read_range_opt(ObjectReader& in, std::string_view member) {
  const json::value* value = in.object(member, false);
  if (value == nullptr) return std::nullopt;
  ObjectReader part = in.nested(*value, member);
  WaitRange range;
  range.low = read_seconds(part, "low_s");
  range.high = read_seconds(part, "high_s");
  range.limit = read_seconds(part, "limit_s");
  return range;
}

std::optional<domain::CallingReason> read_reason_opt(ObjectReader& in, std::string_view member) {
  constexpr std::int64_t kMostShare = 1'000'000'000'000;
  const json::value* value = in.object(member, false);
  if (value == nullptr) return std::nullopt;
  ObjectReader part = in.nested(*value, member);
  domain::CallingReason reason;
  reason.rule = part.word_opt("rule", domain::parse_calling_rule, "a calling rule")
                    .value_or(domain::CallingRule::kLargestShare);
  reason.priority_class = part.word_opt("class", parse_class, "a priority class")
                              .value_or(domain::PriorityClass::kNormal);
  reason.share_permille = part.integer("share_permille", -kMostShare, kMostShare);
  reason.wait = domain::Seconds{part.integer("wait_s", 0, kMostShare)};
  reason.target = domain::Seconds{part.integer("target_s", 0, kMostShare)};
  reason.overtaken = static_cast<std::int32_t>(part.integer("overtaken", 0, 1'000'000'000));
  if (part.has("runner_up")) {
    reason.runner_up = read_label(part, "runner_up");
    reason.runner_up_share_permille =
        part.integer("runner_up_share_permille", -kMostShare, kMostShare);
  }
  return reason;
}

domain::Label read_label(ObjectReader& in, std::string_view member) {
  const std::string label = in.string(member, 16);
  const auto parsed = domain::Label::parse(label);
  if (!parsed) in.fail(member, "a ticket number such as A042 or AX01");
  return parsed.value_or(domain::Label{});
}

domain::BusinessDay read_day(ObjectReader& in, std::string_view member) {
  const std::string day = in.string(member, 10);
  const auto parsed = domain::BusinessDay::parse(day);
  if (!parsed) in.fail(member, "a date such as 2026-11-22");
  return parsed.value_or(domain::BusinessDay{});
}

}  // namespace navbat::protocol
