#include "server_sync/server/config/server_config.h"

#include <arpa/inet.h>

#include <charconv>

#include "domain/business_day.h"
#include "server_sync/server/config/config_parts.h"
#include "server_sync/server/config/hours_config.h"
#include "server_sync/server/config/menu_config.h"

namespace navbat::server {
namespace {

using system::ConfigReader;

constexpr double kDayMin = 24 * 60;

char letter(ConfigReader& in, const std::string& key) {
  const std::string text = in.text(key);
  if (text.size() != 1 || text[0] < 'A' || text[0] > 'Z')
    in.fail(key, "one capital letter from A to Z");
  return text[0];
}

domain::Seconds minutes(ConfigReader& in, const std::string& key) {
  const double minutes = in.number(key, 0.1, kDayMin);
  return domain::Seconds{static_cast<std::int64_t>(minutes * 60)};
}

// "HH:MM", 00:00 to 12:00.
std::chrono::minutes day_start(ConfigReader& in, const std::string& key) {
  const std::string text = in.text_or(key, "00:00");
  int hour = -1;
  int minute = -1;
  const bool shaped = text.size() == 5 && text[2] == ':';
  if (shaped) {
    std::from_chars(text.data(), text.data() + 2, hour);
    std::from_chars(text.data() + 3, text.data() + 5, minute);
  }
  if (hour < 0 || minute < 0 || minute > 59 || hour * 60 + minute > 12 * 60) {
    in.fail(key, "a time from \"00:00\" to \"12:00\"");
  }
  return std::chrono::minutes{hour * 60 + minute};
}

void read_server(ConfigReader& in, ServerConfig& config) {
  const auto listen = parse_listen(in.text("server.listen"));
  if (!listen) in.fail("server.listen", "an address and a port such as \"127.0.0.1:8080\"");
  config.host = listen->host;
  config.port = listen->port;
  config.threads = static_cast<unsigned>(in.whole_or("server.threads", 1, 64, 2));
  config.data = in.path("server.data");
  config.web = in.path_or("server.web", {});
}

void read_branch(ConfigReader& in, ServerConfig& config) {
  config.branch.id = domain::BranchId{read_name(in, "branch.id")};
  config.info.id = config.branch.id;
  config.info.bank = in.text("branch.bank");
  config.info.name = in.text_table("branch.name");
  config.info.time_zone = in.text("branch.time_zone");
  if (const auto zone = domain::find_time_zone(config.info.time_zone); !zone) {
    in.fail("branch.time_zone", "an IANA time zone such as \"Asia/Tashkent\"");
  }
  config.day_starts_at = day_start(in, "branch.day_starts_at");
  config.info.day_starts_at_min = static_cast<int>(config.day_starts_at.count());
  config.info.languages = in.texts("branch.languages");
  for (const std::string& counter : in.texts("branch.counters")) {
    config.branch.counters.emplace_back(counter);
  }
  config.info.counters = config.branch.counters;
  config.branch.hours = {read_week(in, "branch.hours"), read_special_days(in)};
  config.info.hours = config.branch.hours;
}

void read_appointments(ConfigReader& in, ServerConfig& config) {
  domain::CheckInLimits& limits = config.branch.check_in;
  const auto minutes_or = [&in](const char* key, std::chrono::minutes usual) {
    return std::chrono::minutes{in.whole_or(key, 0, 24 * 60, usual.count())};
  };
  limits.early = minutes_or("appointments.early_min", limits.early);
  limits.late = minutes_or("appointments.late_min", limits.late);
  config.info.check_in = limits;
}

void read_service(ConfigReader& in, std::size_t i, ServerConfig& config) {
  const auto key = [i](const char* member) { return element("services", i, member); };
  domain::Service service;
  service.id = domain::ServiceId{read_name(in, key("id"))};
  service.letter = letter(in, key("letter"));
  service.target_wait = minutes(in, key("target_wait_min"));
  service.usual_service = minutes(in, key("usual_service_min"));
  protocol::ServiceInfo info;
  info.id = service.id;
  info.letter = service.letter;
  info.target_wait = service.target_wait;
  info.usual_service = service.usual_service;
  info.icon = in.text_or(key("icon"), "");
  info.color = in.text_or(key("color"), "");
  info.name = in.text_table(key("name"));
  if (in.has(key("hint"))) info.hint = in.text_table(key("hint"));
  service.hours = read_week(in, key("hours"));
  if (in.has(key("quota"))) service.quota = static_cast<int>(in.whole(key("quota"), 1, 1'000'000));
  info.hours = service.hours;
  info.quota = service.quota;
  info.asks_phone = in.has(key("details")) && read_word(in, key("details"), {"phone"}) == "phone";
  config.branch.services.push_back(std::move(service));
  config.info.services.push_back(std::move(info));
}

void read_order(ConfigReader& in, domain::OrderPolicy& order) {
  if (!in.has("order")) return;
  using domain::PriorityClass;
  const std::string rule = in.has("order.rule")
                               ? read_word(in, "order.rule", {"accumulating", "fifo", "ratio"})
                               : "accumulating";
  if (rule == "fifo") order.rule = domain::OrderRule::kFifo;
  if (rule == "ratio") order.rule = domain::OrderRule::kRatio;
  order.max_overtakes =
      static_cast<std::int32_t>(in.whole_or("order.max_overtakes", 1, 1000, order.max_overtakes));
  order.ratio = static_cast<std::int32_t>(in.whole_or("order.ratio", 1, 100, order.ratio));
  const auto weight = [&](const char* key, PriorityClass c) {
    auto& permille = order.weight_permille[static_cast<std::size_t>(c)];
    const double usual = static_cast<double>(permille) / 1000.0;
    permille = static_cast<std::int64_t>(in.number_or(key, 0.1, 100, usual) * 1000.0);
  };
  weight("order.weights.normal", PriorityClass::kNormal);
  weight("order.weights.priority", PriorityClass::kPriority);
  weight("order.weights.transfer", PriorityClass::kTransfer);
  weight("order.weights.appointment", PriorityClass::kAppointment);
}

void read_demo_devices(ConfigReader& in, ServerConfig& config) {
  const std::size_t count = in.has("demo") ? in.tables("demo.devices") : 0;
  for (std::size_t i = 0; i < count; ++i) {
    const auto key = [i](const char* member) { return element("demo.devices", i, member); };
    DemoDevice device;
    device.token = in.text(key("token"));
    device.kind = read_word(in, key("kind"), {"kiosk", "board"});
    if (in.has(key("node"))) device.node = domain::NodeId{read_name(in, key("node"))};
    config.demo_devices.push_back(std::move(device));
  }
}

void read_demo_users(ConfigReader& in, ServerConfig& config) {
  const std::size_t count = in.has("demo") ? in.tables("demo.users") : 0;
  for (std::size_t i = 0; i < count; ++i) {
    const auto key = [i](const char* member) { return element("demo.users", i, member); };
    DemoUser user;
    user.token = in.text(key("token"));
    user.login = read_name(in, key("login"));
    user.password = in.text(key("password"));
    user.name = in.text(key("name"));
    user.role = read_word(in, key("role"), {"teller", "manager", "admin"});
    if (in.has(key("counter"))) {
      user.counter = domain::CounterId{in.text(key("counter"))};
      if (!config.branch.has_counter(*user.counter))
        in.fail(key("counter"), "a counter of branch.counters");
      config.standing_counters.push_back({*user.counter, domain::TellerId{user.login}, {}});
    }
    config.demo_users.push_back(std::move(user));
  }
}

}  // namespace

std::optional<Listen> parse_listen(const std::string& text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string::npos || colon == 0) return std::nullopt;
  std::string host = text.substr(0, colon);
  if (host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
  Listen listen{host, 0};
  const char* first = text.data() + colon + 1;
  const char* last = text.data() + text.size();
  const auto [end, error] = std::from_chars(first, last, listen.port);
  if (first == last || error != std::errc{} || end != last || host.empty()) return std::nullopt;
  return listen;
}

bool is_loopback(const std::string& host) {
  in_addr v4{};
  if (inet_pton(AF_INET, host.c_str(), &v4) == 1) return (ntohl(v4.s_addr) >> 24) == 127;
  in6_addr v6{};
  if (inet_pton(AF_INET6, host.c_str(), &v6) == 1) return IN6_IS_ADDR_LOOPBACK(&v6);
  return host == "localhost";
}

ServerConfig read_server_config(const std::filesystem::path& file) {
  ConfigReader in{file};
  ServerConfig config;
  read_server(in, config);
  read_branch(in, config);
  const std::size_t services = in.tables("services");
  if (services == 0) in.fail("services", "at least one [[services]]");
  for (std::size_t i = 0; i < services; ++i) read_service(in, i, config);
  read_menu(in, config.info);
  read_appointments(in, config);
  read_order(in, config.branch.order);
  read_demo_devices(in, config);
  read_demo_users(in, config);
  in.refuse_unknown_keys();
  if (const auto problem = domain::validate(config.branch)) {
    throw system::ConfigError(file.string() + ": " + *problem);
  }
  return config;
}

}  // namespace navbat::server
