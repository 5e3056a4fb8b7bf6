#include "server_sync/client/circuit.h"

#include <gtest/gtest.h>

namespace navbat::client {
namespace {

using namespace std::chrono_literals;

constexpr domain::Timestamp kNoon = domain::from_unix_ms(1'795'334'400'000);

TEST(Circuit, AsksTheServerUntilItFails) {
  Circuit circuit;
  EXPECT_TRUE(circuit.allows(kNoon));
  circuit.failed(kNoon);
  EXPECT_FALSE(circuit.allows(kNoon));
  EXPECT_TRUE(circuit.is_open());
}

TEST(Circuit, ClosesWhenSomebodyElseIsAnswered) {
  Circuit circuit;
  circuit.failed(kNoon);
  circuit.succeeded();
  EXPECT_TRUE(circuit.allows(kNoon));
  EXPECT_TRUE(circuit.allows(kNoon));
}

TEST(Circuit, LetsOneThroughAfterAWhile) {
  Circuit circuit(30s);
  circuit.failed(kNoon);
  EXPECT_FALSE(circuit.allows(kNoon + 29s));
  EXPECT_TRUE(circuit.allows(kNoon + 30s));
  EXPECT_FALSE(circuit.allows(kNoon + 31s));
  EXPECT_TRUE(circuit.allows(kNoon + 60s));
}

}  // namespace
}  // namespace navbat::client
