// All routes and all roles: the access table against the running server and the description.

#include "server_sync/server/api/access.h"

#include <fstream>

#include "tests/server/api/api_fixture.h"
#include "tests/support/child_process.h"

namespace navbat::server {
namespace {

std::string token_of(Role role) {
  switch (role) {
    case Role::kKiosk:
      return "demo-kiosk";
    case Role::kBoard:
      return "demo-board";
    case Role::kTeller:
      return "demo-teller-1";
    case Role::kManager:
      return "demo-manager";
    case Role::kAdmin:
      break;
  }
  return "test-admin";
}

std::string filled(std::string_view pattern) {
  std::string path{pattern};
  const auto fill = [&path](std::string_view part, std::string_view value) {
    if (const auto at = path.find(part); at != std::string::npos) {
      path.replace(at, part.size(), value);
    }
  };
  fill("{branch}", "demo");
  fill("{counter}", "1");
  fill("{code}", "482910");
  fill("{id}", "019a0000-0000-7000-8000-000000000001");
  return path;
}

std::string name_of(const AccessRule& rule) {
  return std::string{http::to_string(rule.method)} + " " + std::string{rule.pattern};
}

Ask to_ask(const AccessRule& rule, const std::string& token) {
  return {.method = std::string{http::to_string(rule.method)},
          .path = filled(rule.pattern),
          .token = token};
}

TEST_F(ApiTest, EveryRouteLetsInTheRolesOfTheTableAndNobodyElse) {
  for (const AccessRule& rule : access_table()) {
    for (const Role role : kRoles) {
      const HttpAnswer answer = ask(to_ask(rule, token_of(role)));
      const std::string what = name_of(rule) + " as " + std::string{to_string(role)};
      if (rule.session_only) {
        EXPECT_EQ(answer.status, 401) << what;
      } else if (rule.is_public || allows(rule, role)) {
        EXPECT_NE(answer.status, 401) << what;
        EXPECT_NE(answer.status, 403) << what << answer.body;
      } else {
        EXPECT_EQ(answer.status, 403) << what;
        EXPECT_EQ(answer.kind(), "role") << what;
      }
    }
  }
}

TEST_F(ApiTest, EveryRouteThatIsNotPublicAsksWhoItIs) {
  for (const AccessRule& rule : access_table()) {
    const int nobody = ask(to_ask(rule, "")).status;
    const int stranger = ask(to_ask(rule, "demo-stranger")).status;
    EXPECT_EQ(nobody == 401, !rule.is_public) << name_of(rule);
    EXPECT_EQ(stranger == 401, !rule.is_public) << name_of(rule);
  }
}

TEST_F(ApiTest, EveryRouteOfTheTableIsServed) {
  for (const AccessRule& rule : access_table()) {
    const HttpAnswer answer = ask(to_ask(rule, token_of(Role::kAdmin)));
    EXPECT_NE(answer.status, 405) << name_of(rule);
    if (answer.status == 404) {
      EXPECT_NE(answer.kind(), "blank") << name_of(rule);
    }
  }
}

TEST_F(ApiTest, ATellerActsOnlyAtTheOwnCounter) {
  for (const char* verb : {"call", "open", "close", "pause", "resume"}) {
    const auto answer = post("/branches/demo/counters/2/" + std::string{verb}, "demo-teller-1");
    EXPECT_EQ(answer.status, 403) << verb;
    EXPECT_EQ(answer.kind(), "counter") << verb;
  }
  EXPECT_EQ(post("/branches/demo/counters/2/close", kManager).status, 200);
}

TEST_F(ApiTest, ATellerActsOnlyOnTicketsOfTheOwnCounter) {
  issue(1);
  ASSERT_EQ(call("1").status, 200);
  EXPECT_EQ(post("/tickets/" + ticket_id(1) + "/start", "demo-teller-2").status, 403);
  EXPECT_EQ(post("/tickets/" + ticket_id(1) + "/start", "demo-teller-1").status, 200);
  EXPECT_EQ(post("/tickets/" + ticket_id(1) + "/finish", kManager).status, 200);
}

TEST_F(ApiTest, TwoAuthorizationsOrAnotherSchemeAreNobody) {
  const std::string bearer = "Authorization: Bearer demo-board\r\n";
  const auto status = [this](const std::string& headers) {
    return ask({.method = "GET", .path = "/branches/demo/queue", .headers = headers}).status;
  };
  EXPECT_EQ(status(bearer), 200);
  EXPECT_EQ(status("authorization: bearer  demo-board\r\n"), 200);
  EXPECT_EQ(status(bearer + bearer), 401);
  EXPECT_EQ(status("Authorization: Basic ZGVtbw==\r\n"), 401);
  EXPECT_EQ(status("Authorization: Bearer\r\n"), 401);
}

// The roles of each operation in docs/openapi.yaml, by "GET /path"; a bracketed list.
std::map<std::string, std::string> described_roles() {
  std::ifstream file{testing::tree_file("docs/openapi.yaml")};
  std::map<std::string, std::string> roles;
  std::string path;
  std::string method;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("  /")) path = line.substr(2, line.find(':') - 2);
    for (const char* verb : {"get", "post", "delete"}) {
      if (line == "    " + std::string{verb} + ":") method = verb;
    }
    if (const auto at = line.find("x-roles: "); at != std::string::npos && !path.empty()) {
      std::string name = method;
      for (char& c : name) c = static_cast<char>(c - 'a' + 'A');
      roles[name + " " + path] = line.substr(at + 9);
    }
  }
  return roles;
}

std::string bracketed(const AccessRule& rule) {
  if (rule.is_public) return "[public]";
  std::string list;
  for (const Role role : kRoles) {
    if (allows(rule, role)) list += (list.empty() ? "" : ", ") + std::string{to_string(role)};
  }
  return "[" + list + "]";
}

TEST(AccessTable, SaysWhatTheDescriptionSays) {
  auto described = described_roles();
  for (const AccessRule& rule : access_table()) {
    EXPECT_EQ(described[name_of(rule)], bracketed(rule)) << name_of(rule);
    described.erase(name_of(rule));
  }
  for (const auto& [operation, roles] : described) ADD_FAILURE() << operation << " is not served";
}

}  // namespace
}  // namespace navbat::server
