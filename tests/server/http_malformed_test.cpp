#include <boost/json/parse.hpp>

#include "tests/server/http_fixture.h"

namespace navbat::test {
namespace {

struct Malformed {
  const char* name;
  std::string bytes;
  int status;
};

class MalformedRequest : public HttpTest, public ::testing::WithParamInterface<Malformed> {};

TEST_P(MalformedRequest, IsRefusedWithAProblemAndTheServerGoesOn) {
  start();
  RawClient client(port());
  const auto response = client.ask(GetParam().bytes);
  ASSERT_TRUE(response);
  EXPECT_EQ(response->status, GetParam().status) << response->body;
  EXPECT_EQ(response->headers.at("content-type"), "application/problem+json");
  EXPECT_EQ(boost::json::parse(response->body).at("status"), GetParam().status);
  client.finish_sending();
  EXPECT_TRUE(client.read_to_end());
  EXPECT_EQ(status_of(get("/hello")), 200);
}

const std::string kNul(1, '\0');

INSTANTIATE_TEST_SUITE_P(
    Http, MalformedRequest,
    ::testing::Values(
        Malformed{"SpaceBeforeColon", "GET /hello HTTP/1.1\r\nHost : t\r\n\r\n", 400},
        Malformed{
            "TwoContentLengths",
            "POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
            400},
        Malformed{
            "TheSameContentLengthTwice",
            "POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\na",
            400},
        Malformed{"ContentLengthList",
                  "POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 1, 1\r\n\r\na", 400},
        Malformed{"NegativeContentLength",
                  "POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: -1\r\n\r\n", 400},
        Malformed{"HexContentLength",
                  "POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 0x1\r\n\r\na", 400},
        Malformed{"AbsurdContentLength",
                  "POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 99999999999999999999\r\n\r\n",
                  400},
        Malformed{"LengthAndChunked",
                  "POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 5\r\nTransfer-Encoding: "
                  "chunked\r\n\r\n0\r\n\r\n",
                  400},
        Malformed{"ChunkedAndLength",
                  "POST /echo HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\nContent-Length: "
                  "5\r\n\r\n0\r\n\r\n",
                  400},
        Malformed{"UnknownTransferEncoding",
                  "POST /echo HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: gzip\r\n\r\n", 501},
        Malformed{"StackedTransferEncoding",
                  "POST /echo HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
                  501},
        Malformed{"ChunkedInHttp10",
                  "POST /echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
        Malformed{"BadChunkSize",
                  "POST /echo HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
                  400},
        Malformed{"ChunkWithoutItsEnd",
                  "POST /echo HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: "
                  "chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n",
                  400},
        Malformed{"EndlessChunkExtension",
                  "POST /echo HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n1;" +
                      std::string(40'000, 'x'),
                  400},
        Malformed{"NulInHeader", "GET /hello HTTP/1.1\r\nHost: t\r\nX: a" + kNul + "b\r\n\r\n",
                  400},
        Malformed{"NulInTarget", "GET /hel" + kNul + "lo HTTP/1.1\r\nHost: t\r\n\r\n", 400},
        Malformed{"EncodedNul", get("/hello%00"), 400},
        Malformed{"BareLineFeed", "GET /hello HTTP/1.1\nHost: t\n\n", 400},
        Malformed{"BareCarriageReturn", "GET /hello HTTP/1.1\r\nHost: t\rX: y\r\n\r\n", 400},
        Malformed{"NoHost", "GET /hello HTTP/1.1\r\n\r\n", 400},
        Malformed{"TwoHosts", "GET /hello HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400},
        Malformed{"NotHttp", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 400},
        Malformed{"HttpTwo", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400},
        Malformed{"TwoSpaces", "GET  /hello HTTP/1.1\r\nHost: t\r\n\r\n", 400},
        Malformed{"NoTarget", "GET HTTP/1.1\r\nHost: t\r\n\r\n", 400},
        Malformed{"Asterisk", "OPTIONS * HTTP/1.1\r\nHost: t\r\n\r\n", 400},
        Malformed{"PathTraversal", get("/assets/../../etc/passwd"), 400},
        Malformed{"EncodedPathTraversal", get("/assets/%2e%2e/%2e%2e/etc/passwd"), 400},
        Malformed{"OverlongUtf8", get("/assets/%c0%ae%c0%ae/x"), 400},
        Malformed{"BrokenPercent", get("/hello%zz"), 400},
        Malformed{"UnknownMethod", "BREW /hello HTTP/1.1\r\nHost: t\r\n\r\n", 501},
        Malformed{"KnownMethodThatIsNotOurs", "PROPFIND /hello HTTP/1.1\r\nHost: t\r\n\r\n", 501},
        Malformed{"UnknownExpectation", get("/hello", "Expect: tea\r\n"), 417}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace navbat::test
