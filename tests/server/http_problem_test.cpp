#include "server_sync/server/http/problem.h"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>

namespace navbat::server::http {
namespace {

TEST(Problem, HasTheMembersOfRfc9457AndItsOwn) {
  const auto response = problem_response({.status = 409,
                                          .kind = "wrong-state",
                                          .detail = "The ticket is being served.",
                                          .expected = "waiting",
                                          .more = {{"state", "serving"}}},
                                         "r-0-1");
  EXPECT_EQ(response.status, 409);
  EXPECT_EQ(response.headers.find("content-type"), "application/problem+json");
  const auto json = boost::json::parse(response.body_text()).as_object();
  EXPECT_EQ(json.at("type"), "urn:navbat:problem:wrong-state");
  EXPECT_EQ(json.at("title"), "Conflict");
  EXPECT_EQ(json.at("status"), 409);
  EXPECT_EQ(json.at("detail"), "The ticket is being served.");
  EXPECT_EQ(json.at("expected"), "waiting");
  EXPECT_EQ(json.at("state"), "serving");
  EXPECT_EQ(json.at("instance"), "urn:navbat:request:r-0-1");
}

TEST(Problem, ItsOwnMembersCannotReplaceTheStandardOnes) {
  const auto json = problem_json({.status = 400, .more = {{"status", 200}, {"title", "fine"}}});
  EXPECT_EQ(json.at("status"), 400);
  EXPECT_EQ(json.at("title"), "Bad Request");
  EXPECT_EQ(json.at("type"), "about:blank");
}

TEST(Problem, EveryStatusThatTheServerSendsHasATitle) {
  for (const int status :
       {400, 401, 403, 404, 405, 406, 408, 409, 413, 414, 415, 417, 422, 429, 431, 500, 501, 503}) {
    EXPECT_NE(reason_phrase(status), "Unknown") << status;
  }
}

}  // namespace
}  // namespace navbat::server::http
