#include "server_sync/server/http/router.h"

#include <gtest/gtest.h>

namespace navbat::server::http {
namespace {

class RouterTest : public ::testing::Test {
 protected:
  void add(Method method, std::string pattern) {
    router.add({.method = method, .pattern = std::move(pattern), .handler = {}});
  }
  std::string pattern_of(Method method, const std::vector<std::string>& segments) {
    const auto match = router.match(method, segments);
    if (const auto* found = std::get_if<Router::Found>(&match)) return found->route->pattern;
    if (const auto* wrong = std::get_if<Router::WrongMethod>(&match)) return wrong->allow;
    return "none";
  }

  Router router;
};

TEST_F(RouterTest, TakesThePartsOutOfThePath) {
  add(Method::kPost, "/branches/{branch}/counters/{counter}/call");
  const auto match = router.match(Method::kPost, {"branches", "demo", "counters", "3", "call"});
  const auto* found = std::get_if<Router::Found>(&match);
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(found->path.at("branch"), "demo");
  EXPECT_EQ(found->path.at("counter"), "3");
  EXPECT_EQ(found->path.at("other"), "");
}

TEST_F(RouterTest, PrefersALiteralAndFallsBackToAPart) {
  add(Method::kGet, "/sessions/current");
  add(Method::kGet, "/sessions/{id}");
  add(Method::kGet, "/sessions/{id}/log");
  EXPECT_EQ(pattern_of(Method::kGet, {"sessions", "current"}), "/sessions/current");
  EXPECT_EQ(pattern_of(Method::kGet, {"sessions", "7"}), "/sessions/{id}");
  EXPECT_EQ(pattern_of(Method::kGet, {"sessions", "current", "log"}), "/sessions/{id}/log");
}

TEST_F(RouterTest, TellsAWrongMethodFromAWrongPath) {
  add(Method::kGet, "/tickets/{id}");
  add(Method::kDelete, "/tickets/{id}");
  EXPECT_EQ(pattern_of(Method::kPost, {"tickets", "7"}), "GET, HEAD, DELETE");
  EXPECT_EQ(pattern_of(Method::kPost, {"ticket", "7"}), "none");
  EXPECT_EQ(pattern_of(Method::kGet, {"tickets"}), "none");
}

TEST_F(RouterTest, HeadUsesTheRouteOfGet) {
  add(Method::kGet, "/healthz");
  EXPECT_EQ(pattern_of(Method::kHead, {"healthz"}), "/healthz");
}

TEST_F(RouterTest, APartIsNeverEmpty) {
  add(Method::kGet, "/tickets/{id}");
  add(Method::kGet, "/assets/{file...}");
  EXPECT_EQ(pattern_of(Method::kGet, {"tickets", ""}), "none");
  EXPECT_EQ(pattern_of(Method::kGet, {"assets", ""}), "none");
}

TEST_F(RouterTest, ARestPartTakesEverythingThatFollows) {
  add(Method::kGet, "/assets/{file...}");
  const auto match = router.match(Method::kGet, {"assets", "fonts", "a.woff2"});
  ASSERT_TRUE(std::holds_alternative<Router::Found>(match));
  EXPECT_EQ(std::get<Router::Found>(match).path.at("file"), "fonts/a.woff2");
}

TEST_F(RouterTest, TheRootCanBeARoute) {
  add(Method::kGet, "/");
  EXPECT_EQ(pattern_of(Method::kGet, {}), "/");
}

}  // namespace
}  // namespace navbat::server::http
