#include "tests/kiosk/printing/sample_paper.h"

#include "kiosk/printing/paper_layout.h"
#include "tests/kiosk/kiosk_stage.h"
#include "tests/support/child_process.h"
#include "ui/text/catalogues.h"

namespace navbat::kiosk {
namespace {

constexpr const char* kPhonePage = "https://queue.meridian.example/t/";

const ui::Catalogues& catalogues() {
  static const ui::Catalogues kCatalogues =
      ui::Catalogues::load(testing::tree_file("assets/lang"), kLanguages).value();
  return kCatalogues;
}

}  // namespace

PaperTicket sample_paper(const std::string& language) {
  const BranchFacts branch = sample_facts();
  return make_paper(
      catalogues().of(language), sample_ticket(),
      {.bank = branch.bank,
       .branch = branch.name.in(language),
       .service = branch.services[1].name.in(language),
       .time = {.year = 2026, .month = 3, .day = 17, .weekday = 2, .hour = 14, .minute = 32},
       .phone_page = kPhonePage,
       .kiosk_number = "1"});
}

tl::expected<Bitmap, std::string> lay_out_sample(const std::string& language) {
  return lay_out(sample_paper(language), testing::tree_file("assets/icons/bank.png"));
}

std::string sample_address() { return kPhonePage + sample_ticket().id; }

}  // namespace navbat::kiosk
