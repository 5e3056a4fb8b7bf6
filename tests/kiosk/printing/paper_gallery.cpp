// Saves pictures of printed tickets in every language into a folder: for people who judge how they
// look, and for docs/pictures. Not a test.
//   NAVBAT_SOURCE=. build/dev/tests/paper_gallery FOLDER

#include <cstdio>

#include "kiosk/printing/page_file.h"
#include "kiosk/printing/paper_layout.h"
#include "tests/kiosk/kiosk_stage.h"
#include "tests/kiosk/printing/sample_paper.h"
#include "tests/support/child_process.h"

namespace {

using namespace navbat;

int save(const tl::expected<kiosk::Bitmap, std::string>& page, const std::filesystem::path& file) {
  const auto saved = page ? kiosk::write_png(*page, file) : tl::unexpected(page.error());
  if (!saved) {
    std::fprintf(stderr, "%s\n", saved.error().c_str());
    return 1;
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: paper_gallery FOLDER\n");
    return 2;
  }
  const std::filesystem::path folder = argv[1];
  std::filesystem::create_directories(folder);
  int failures = 0;
  for (const std::string& language : kiosk::kLanguages) {
    failures += save(kiosk::lay_out_sample(language), folder / (language + ".png"));
  }
  const auto logo = navbat::testing::tree_file("assets/icons/bank.png");
  failures += save(kiosk::lay_out(kiosk::sample_copy("ru"), logo), folder / "copy.png");
  failures += save(kiosk::lay_out(kiosk::sample_without_promise("pl"), logo), folder / "soon.png");
  failures += save(kiosk::lay_out(kiosk::sample_test_page("uz"), logo), folder / "test.png");
  failures += save(kiosk::lay_out(kiosk::sample_paper("tr"), logo, 384), folder / "narrow.png");
  return failures == 0 ? 0 : 1;
}
