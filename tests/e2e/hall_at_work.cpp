#include "tests/e2e/hall_at_work.h"

#include <array>
#include <boost/json.hpp>
#include <memory>
#include <stdexcept>
#include <thread>
#include <vector>

#include "domain/ids.h"

namespace navbat::e2e {
namespace {

namespace json = boost::json;
using testing::HttpConnection;
using testing::HttpReply;

constexpr int kTellers = 8;
constexpr int kWaitingFromTheStart = 24;
constexpr int kMostTries = 100;
constexpr std::chrono::milliseconds kPatience{6'000};
constexpr int kOk = 200;
constexpr int kCreated = 201;
constexpr int kTooMany = 429;
constexpr int kFirstServerError = 500;

constexpr std::array kServices{"cash", "payments", "cards", "loans", "deposits", "business"};
constexpr std::array kLanguages{"uz", "uz-Cyrl", "ru", "en", "az", "tr", "pl"};

}  // namespace

// Somebody with a token, a connection and a source of chance.
class HallAtWork::Person {
 public:
  Person(std::uint16_t port, std::uint64_t seed) : port_(port), engine_(seed) {}

  // Asks until there is an answer, with the same key. Throws when it is not as expected.
  json::object ask(const std::string& target, const std::string& token, const std::string& body,
                   int expected) {
    const std::string key = id();
    for (int tries = 0; tries < kMostTries; ++tries) {
      const auto reply = try_once(target, token, body, key);
      if (!reply || reply->status == kTooMany || reply->status >= kFirstServerError) continue;
      if (reply->status != expected) {
        throw std::runtime_error(target + ": " + std::to_string(reply->status) + " " + reply->body);
      }
      return json::parse(reply->body).as_object();
    }
    throw std::runtime_error(target + ": no answer");
  }

  void take_ticket() {
    json::object wish{
        {"id", id()}, {"service", any_of(kServices)}, {"language", any_of(kLanguages)}};
    ask("/api/v1/branches/demo/tickets", "demo-kiosk", json::serialize(wish), kCreated);
  }

  bool happens(double odds) { return std::bernoulli_distribution(odds)(engine_); }

 private:
  std::optional<HttpReply> try_once(const std::string& target, const std::string& token,
                                    const std::string& body, const std::string& key) {
    try {
      if (!connection_) connection_ = std::make_unique<HttpConnection>(port_, kPatience);
      return connection_->request("POST", target, token, body, "Idempotency-Key: " + key + "\r\n");
    } catch (const std::runtime_error&) {
      connection_.reset();
      return std::nullopt;
    }
  }

  std::string id() {
    std::array<std::uint8_t, 10> chance{};
    for (std::uint8_t& byte : chance) byte = static_cast<std::uint8_t>(engine_());
    const auto now =
        std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
    return domain::TicketId::make(now, chance).to_string();
  }

  template <std::size_t size>
  const char* any_of(const std::array<const char*, size>& choices) {
    return choices[std::uniform_int_distribution<std::size_t>(0, size - 1)(engine_)];
  }

  const std::uint16_t port_;
  std::mt19937_64 engine_;
  std::unique_ptr<HttpConnection> connection_;
};

void HallAtWork::run() {
  slot_ = std::chrono::steady_clock::now();
  Person kiosk(plan_.port, plan_.seed * 100);
  for (int i = 0; i < kWaitingFromTheStart; ++i) kiosk.take_ticket();
  {
    std::vector<std::jthread> tellers;
    for (int counter = 1; counter <= kTellers; ++counter) {
      tellers.emplace_back([this, counter] {
        try {
          serve_at(counter);
        } catch (const std::exception& error) {
          const std::lock_guard lock(mutex_);
          failure_ = error.what();
          begun_ = plan_.calls;
        }
      });
    }
  }
  if (!failure_.empty()) throw std::runtime_error(failure_);
}

void HallAtWork::serve_at(int counter) {
  Person person(plan_.port, plan_.seed * 100 + static_cast<std::uint64_t>(counter));
  const std::string number = std::to_string(counter);
  const std::string token = "demo-teller-" + number;
  while (next_call()) {
    person.take_ticket();
    const auto called =
        person.ask("/api/v1/branches/demo/counters/" + number + "/call", token, "{}", kOk);
    const std::string ticket = "/api/v1/tickets/" + std::string(called.at("id").as_string()) + "/";
    if (person.happens(0.1)) {
      pause_for_a_slot();
      person.ask(ticket + "recall", token, "{}", kOk);
    }
    if (person.happens(0.3)) {
      person.ask(ticket + "no-show", token, "{}", kOk);
    } else {
      person.ask(ticket + "start", token, "{}", kOk);
      person.ask(ticket + "finish", token, "{}", kOk);
    }
  }
}

bool HallAtWork::next_call() {
  {
    const std::lock_guard lock(mutex_);
    if (begun_ >= plan_.calls) return false;
    ++begun_;
  }
  pause_for_a_slot();
  return true;
}

void HallAtWork::pause_for_a_slot() {
  std::unique_lock lock(mutex_);
  const auto now = std::chrono::steady_clock::now();
  slot_ = std::max(slot_ + plan_.between_calls, now);
  never_.wait_until(lock, slot_, [] { return false; });
}

}  // namespace navbat::e2e
