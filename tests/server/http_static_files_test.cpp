#include "server_sync/server/http/static_files.h"

#include <cstdlib>
#include <fstream>

#include "tests/server/http_fixture.h"

namespace navbat::test {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

class StaticFilesTest : public HttpTest {
 protected:
  StaticFilesTest() {
    std::string name = (fs::temp_directory_path() / "navbat-web-XXXXXX").string();
    root = ::mkdtemp(name.data());
    write("teller/index.html", "<!doctype html><title>teller</title>");
    write("ticket/index.html", "<!doctype html><title>ticket</title>");
    write("assets/index-Dk3f9aQz.js", "export {};");
    write("assets/logo.svg", "<svg/>");
    write("assets/fonts/a.woff2", "font");
    write("secret.txt", "secret");
  }
  ~StaticFilesTest() override { fs::remove_all(root); }

  void write(const std::string& path, std::string_view content) const {
    fs::create_directories((root / path).parent_path());
    std::ofstream(root / path) << content;
  }
  void serve() {
    auto loaded = http::StaticFiles::load(root);
    ASSERT_TRUE(loaded) << loaded.error();
    files = std::move(*loaded);
    files->add_routes(router);
    start();
  }

  fs::path root;
  std::unique_ptr<http::StaticFiles> files;
};

TEST_F(StaticFilesTest, PagesCarryAStrictPolicy) {
  serve();
  const auto page = ask(get("/teller"));
  EXPECT_EQ(page->status, 200);
  EXPECT_THAT(page->body, HasSubstr("teller"));
  EXPECT_EQ(page->headers.at("content-type"), "text/html; charset=utf-8");
  EXPECT_THAT(page->headers.at("content-security-policy"), HasSubstr("frame-ancestors 'none'"));
  EXPECT_THAT(page->headers.at("content-security-policy"), HasSubstr("default-src 'self'"));
  EXPECT_EQ(page->headers.at("x-content-type-options"), "nosniff");
  EXPECT_EQ(page->headers.at("referrer-policy"), "no-referrer");
  EXPECT_EQ(page->headers.at("cache-control"), "no-cache");
}

TEST_F(StaticFilesTest, EveryTicketHasThePhonePage) {
  serve();
  EXPECT_THAT(ask(get("/t/0199a8a0-0000-7000-8000-000000000000"))->body, HasSubstr("ticket"));
}

TEST_F(StaticFilesTest, AssetsWithAHashAreCachedForGood) {
  serve();
  const auto asset = ask(get("/assets/index-Dk3f9aQz.js"));
  EXPECT_EQ(asset->headers.at("content-type"), "text/javascript; charset=utf-8");
  EXPECT_THAT(asset->headers.at("cache-control"), HasSubstr("immutable"));
  EXPECT_EQ(ask(get("/assets/logo.svg"))->headers.at("cache-control"), "no-cache");
  EXPECT_EQ(ask(get("/assets/fonts/a.woff2"))->body, "font");
}

TEST_F(StaticFilesTest, AnUnchangedFileIsNotSentAgain) {
  serve();
  const auto tag = ask(get("/teller"))->headers.at("etag");
  const auto again = ask(get("/teller", "If-None-Match: W/\"x\", " + tag + "\r\n"));
  EXPECT_EQ(again->status, 304);
  EXPECT_EQ(again->headers.at("etag"), tag);
  EXPECT_EQ(again->headers.count("content-length"), 0U);
  EXPECT_EQ(ask(get("/teller", "If-None-Match: \"other\"\r\n"))->status, 200);
}

TEST_F(StaticFilesTest, NoPathLeavesTheServedFolders) {
  serve();
  for (const char* path : {"/secret.txt", "/assets/..%2fsecret.txt", "/assets/%2e%2e%2fsecret.txt",
                           "/assets//secret.txt", "/assets/..\\secret.txt", "/assets/../secret.txt",
                           "/teller/index.html", "/assets/", "/assets/fonts"}) {
    EXPECT_THAT(status_of(get(path)), ::testing::AnyOf(400, 404)) << path;
  }
}

TEST_F(StaticFilesTest, APageThatIsNotInstalledIsNotFound) {
  serve();
  EXPECT_EQ(status_of(get("/manager")), 404);
}

TEST_F(StaticFilesTest, AMissingRootIsOneClearLine) {
  const auto loaded = http::StaticFiles::load(root / "none");
  ASSERT_FALSE(loaded);
  EXPECT_THAT(loaded.error(), HasSubstr("expected a folder with the web pages"));
}

TEST(FileHash, IsToldFromAWord) {
  EXPECT_TRUE(http::has_hash("index-Dk3f9aQz.js"));
  EXPECT_TRUE(http::has_hash("vendor-0a1b2c3d4e.css"));
  EXPECT_FALSE(http::has_hash("bootstrap-datepicker.js"));
  EXPECT_FALSE(http::has_hash("logo.svg"));
  EXPECT_FALSE(http::has_hash("a-B1.js"));
}

}  // namespace
}  // namespace navbat::test
