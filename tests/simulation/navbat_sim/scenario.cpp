#include "tests/simulation/navbat_sim/scenario.h"

#include <array>
#include <cstdio>

#include "system/config_reader.h"

namespace navbat::sim {
namespace {

using std::chrono::minutes;
using system::ConfigReader;

constexpr double kMostPerHour = 1e6;
constexpr double kMostMinutes = 24 * 60;

SimTime seconds_of(double value) { return SimTime{static_cast<std::int64_t>(value * 1000.0)}; }

SimTime time_of_day(ConfigReader& in, const std::string& key, SimTime fallback) {
  if (!in.has(key)) return fallback;
  const std::string value = in.text(key);
  int hour = -1;
  int minute = -1;
  int read = 0;
  const bool both = std::sscanf(value.c_str(), "%2d:%2d%n", &hour, &minute, &read) == 2;
  if (!both || static_cast<std::size_t>(read) != value.size() || hour < 0 || hour > 24 ||
      minute < 0 || minute > 59) {
    in.fail(key, "a time of day such as \"09:30\"");
  }
  return minutes{hour * 60 + minute};
}

Period period(ConfigReader& in, const std::string& path, const Period& fallback) {
  const Period result{time_of_day(in, path + "from", fallback.from),
                      time_of_day(in, path + "to", fallback.to)};
  if (result.to <= result.from) in.fail(path + "to", "a time after \"from\"");
  return result;
}

template <typename NameType>
NameType name(ConfigReader& in, const std::string& key) {
  std::string value = in.text(key);
  if (!domain::is_valid_name(value)) {
    in.fail(key, "a name of 1 to 40 letters, digits, '-', '_' or '.'");
  }
  return NameType{std::move(value)};
}

ServiceDemand read_service(ConfigReader& in, const std::string& path) {
  ServiceDemand service;
  service.id = name<domain::ServiceId>(in, path + "id");
  service.arrivals_per_hour = in.number_or(path + "arrivals_per_hour", 0, kMostPerHour, 0);
  service.time.mean_s = 60 * in.number_or(path + "service_min", 0, kMostMinutes, 5);
  service.time.cv = in.number_or(path + "cv", 0, 10, 0.8);
  service.transfer = in.number_or(path + "transfer", 0, 1, 0);
  if (service.transfer > 0) {
    service.transfer_to = name<domain::ServiceId>(in, path + "transfer_to");
  }
  return service;
}

PlannedTeller read_teller(ConfigReader& in, const std::string& path, const Scenario& scenario) {
  PlannedTeller teller;
  teller.counter = name<domain::CounterId>(in, path + "counter");
  teller.pace = in.number_or(path + "pace", 0.1, 10, 1);
  teller.shifts = {period(in, path, {scenario.opens, scenario.closes})};
  for (std::string& service : in.texts_or(path + "services", {})) {
    teller.services.emplace_back(std::move(service));
  }
  const std::size_t breaks = in.tables(path + "breaks");
  for (std::size_t i = 0; i < breaks; ++i) {
    const std::string one = path + "breaks[" + std::to_string(i) + "].";
    teller.breaks.push_back(period(in, one, {}));
  }
  return teller;
}

void read_customers(ConfigReader& in, Scenario& scenario) {
  const auto share = [&](const char* key, double fallback) {
    return in.number_or(std::string{"customers."} + key, 0, 1, fallback);
  };
  scenario.priority = share("priority", scenario.priority);
  scenario.no_show = share("no_show", scenario.no_show);
  scenario.leaves_visibly = share("leaves_visibly", scenario.leaves_visibly);
  scenario.patience_min = in.number_or("customers.patience_min", 0.1, 1e6, scenario.patience_min);
  scenario.patience_cv = in.number_or("customers.patience_cv", 0, 10, scenario.patience_cv);
  scenario.walk = seconds_of(in.number_or("customers.walk_s", 0, 3600, 18));
  scenario.no_show_wait = seconds_of(in.number_or("customers.no_show_wait_s", 0, 3600, 50));
  const std::size_t languages = in.tables("languages");
  for (std::size_t i = 0; i < languages; ++i) {
    const std::string path = "languages[" + std::to_string(i) + "].";
    const auto tag = name<domain::LanguageTag>(in, path + "tag");
    scenario.languages.push_back({tag, in.number(path + "share", 0, 1e6)});
  }
  if (scenario.languages.empty()) scenario.languages = {{domain::LanguageTag{"uz"}, 1}};
}

domain::OrderPolicy read_order(ConfigReader& in) {
  domain::OrderPolicy order;
  const std::string rule = in.text_or("order.rule", "accumulating");
  if (rule == "fifo") {
    order.rule = domain::OrderRule::kFifo;
  } else if (rule == "ratio") {
    order.rule = domain::OrderRule::kRatio;
  } else if (rule != "accumulating") {
    in.fail("order.rule", "accumulating, fifo or ratio");
  }
  constexpr std::array<const char*, domain::kPriorityClasses> kKeys{"normal", "priority",
                                                                    "transfer", "appointment"};
  for (std::size_t i = 0; i < kKeys.size(); ++i) {
    auto& weight = order.weight_permille[i];
    const double value = in.number_or(std::string{"order.weights."} + kKeys[i], 0.001, 100,
                                      static_cast<double>(weight) / 1000);
    weight = static_cast<std::int64_t>(value * 1000 + 0.5);
  }
  order.max_overtakes =
      static_cast<std::int32_t>(in.whole_or("order.max_overtakes", 1, 1'000'000, 10));
  order.ratio = static_cast<std::int32_t>(in.whole_or("order.ratio", 1, 1'000'000, 2));
  return order;
}

Scenario read(ConfigReader& in) {
  Scenario scenario;
  scenario.seed = static_cast<std::uint64_t>(in.whole_or("seed", 0, 1'000'000'000'000, 1));
  scenario.opens = time_of_day(in, "opens", scenario.opens);
  scenario.closes = time_of_day(in, "closes", scenario.closes);
  if (scenario.closes <= scenario.opens) in.fail("closes", "a time after \"opens\"");
  scenario.hourly = in.numbers("hourly", 0, 1000);
  read_customers(in, scenario);
  scenario.order = read_order(in);
  const std::size_t services = in.tables("services");
  for (std::size_t i = 0; i < services; ++i) {
    scenario.services.push_back(read_service(in, "services[" + std::to_string(i) + "]."));
  }
  const std::size_t tellers = in.tables("tellers");
  for (std::size_t i = 0; i < tellers; ++i) {
    scenario.tellers.push_back(read_teller(in, "tellers[" + std::to_string(i) + "].", scenario));
  }
  if (services == 0) in.fail("services", "at least one [[services]]");
  if (tellers == 0) in.fail("tellers", "at least one [[tellers]]");
  in.refuse_unknown_keys();
  return scenario;
}

}  // namespace

tl::expected<Scenario, std::string> read_scenario(const std::filesystem::path& file) {
  try {
    ConfigReader in{file};
    return read(in);
  } catch (const system::ConfigError& error) {
    return tl::unexpected(std::string{error.what()});
  }
}

}  // namespace navbat::sim
