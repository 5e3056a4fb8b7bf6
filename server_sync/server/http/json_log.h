#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "domain/time.h"
#include "server_sync/server/http/observer.h"

namespace spdlog {
class logger;
}

namespace navbat::server::http {

/// One line of JSON a record: {"at":…,"level":…,"event":…, fields…}. Never give it tokens, bodies,
/// phone numbers or names. Any thread; whether writing blocks is up to the logger's sinks.
class JsonLog final : public ServerObserver {
 public:
  enum class Level { kDebug, kInfo, kWarning, kError };
  using Value = std::variant<std::string_view, std::int64_t, bool>;
  using Fields = std::initializer_list<std::pair<std::string_view, Value>>;

  /// The logger's pattern is set to the bare message. The clock outlives the log.
  JsonLog(std::shared_ptr<spdlog::logger> logger, const domain::Clock& clock);
  ~JsonLog() override;

  void write(Level level, std::string_view event, Fields fields = {});

  /// Answered requests: info; from 500 on: error.
  void on_request(const RequestRecord& record) override;
  void on_refused(std::string_view why) override;
  void on_stream_dropped(std::string_view why) override;
  void on_trouble(std::string_view what) override;

 private:
  std::shared_ptr<spdlog::logger> logger_;
  const domain::Clock& clock_;
};

/// The text as a JSON string with its quotes; bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string json_quoted(std::string_view text);

}  // namespace navbat::server::http
