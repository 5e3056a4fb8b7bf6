#include "server_sync/server/http/json_log.h"

#include <spdlog/spdlog.h>

#include "server_sync/server/http/text.h"

namespace navbat::server::http {
namespace {

spdlog::level::level_enum spdlog_level(JsonLog::Level level) {
  switch (level) {
    case JsonLog::Level::kDebug:
      return spdlog::level::debug;
    case JsonLog::Level::kInfo:
      return spdlog::level::info;
    case JsonLog::Level::kWarning:
      return spdlog::level::warn;
    case JsonLog::Level::kError:
      break;
  }
  return spdlog::level::err;
}

std::string_view level_name(JsonLog::Level level) {
  switch (level) {
    case JsonLog::Level::kDebug:
      return "debug";
    case JsonLog::Level::kInfo:
      return "info";
    case JsonLog::Level::kWarning:
      return "warning";
    case JsonLog::Level::kError:
      break;
  }
  return "error";
}

void append_value(std::string& line, const JsonLog::Value& value) {
  if (const auto* text = std::get_if<std::string_view>(&value)) {
    line += json_quoted(*text);
  } else if (const auto* number = std::get_if<std::int64_t>(&value)) {
    line += std::to_string(*number);
  } else {
    line += std::get<bool>(value) ? "true" : "false";
  }
}

}  // namespace

std::string json_quoted(std::string_view text) {
  std::string quoted = "\"";
  const bool clean = is_valid_utf8(text);
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      quoted += '\\';
      quoted += c;
    } else if (byte < 0x20 || byte == 0x7F) {
      quoted += fmt::format("\\u{:04x}", byte);
    } else if (byte >= 0x80 && !clean) {
      quoted += "\xEF\xBF\xBD";
    } else {
      quoted += c;
    }
  }
  quoted += '"';
  return quoted;
}

JsonLog::JsonLog(std::shared_ptr<spdlog::logger> logger, const domain::Clock& clock)
    : logger_(std::move(logger)), clock_(clock) {
  logger_->set_pattern("%v");
}

JsonLog::~JsonLog() = default;

void JsonLog::write(Level level, std::string_view event, Fields fields) {
  const auto severity = spdlog_level(level);
  if (!logger_->should_log(severity)) return;
  std::string line = "{\"at\":\"" + domain::to_rfc3339(clock_.now()) + "\",\"level\":\"";
  line += level_name(level);
  line += "\",\"event\":" + json_quoted(event);
  for (const auto& [name, value] : fields) {
    line += ',' + json_quoted(name) + ':';
    append_value(line, value);
  }
  line += '}';
  logger_->log(severity, spdlog::string_view_t(line));
}

void JsonLog::on_request(const RequestRecord& record) {
  write(record.status >= 500 ? Level::kError : Level::kInfo, "request",
        {{"id", record.id},
         {"method", to_string(record.method)},
         {"route", record.route},
         {"status", std::int64_t{record.status}},
         {"us", static_cast<std::int64_t>(record.duration.count())},
         {"principal", record.principal},
         {"peer", record.peer},
         {"in", static_cast<std::int64_t>(record.request_bytes)},
         {"out", static_cast<std::int64_t>(record.response_bytes)}});
}

void JsonLog::on_refused(std::string_view why) {
  write(Level::kWarning, "connection_refused", {{"why", why}});
}

void JsonLog::on_stream_dropped(std::string_view why) {
  write(Level::kInfo, "stream_dropped", {{"why", why}});
}

void JsonLog::on_trouble(std::string_view what) {
  write(Level::kError, "trouble", {{"what", what}});
}

}  // namespace navbat::server::http
