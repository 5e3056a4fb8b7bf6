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

constexpr ui::WallTime kTime{
    .year = 2026, .month = 3, .day = 17, .weekday = 2, .hour = 14, .minute = 32};

PaperFacts facts_in(const std::string& language) {
  const BranchFacts branch = sample_facts();
  return {.bank = branch.bank,
          .branch = branch.name.in(language),
          .service = branch.services[1].name.in(language),
          .time = kTime,
          .phone_page = kPhonePage,
          .kiosk_number = "1"};
}

}  // namespace

PaperTicket sample_paper(const std::string& language) {
  return make_paper(catalogues().of(language), sample_ticket(), facts_in(language));
}

PaperTicket sample_copy(const std::string& language) {
  PaperFacts facts = facts_in(language);
  facts.copy = true;
  return make_paper(catalogues().of(language), sample_ticket(), facts);
}

PaperTicket sample_without_promise(const std::string& language) {
  IssuedTicket ticket = sample_ticket();
  ticket.promise.reset();
  return make_paper(catalogues().of(language), ticket, facts_in(language));
}

TestPage sample_test_page(const std::string& language) {
  const BranchFacts branch = sample_facts();
  return make_test_page(catalogues(), catalogues().of(language),
                        {.bank = branch.bank,
                         .branch = branch.name.in(language),
                         .time = kTime,
                         .phone_page = kPhonePage,
                         .kiosk_number = "1",
                         .printer = "the paper roll ends soon",
                         .version = "0.1.0"});
}

tl::expected<Bitmap, std::string> lay_out_sample(const std::string& language) {
  return lay_out(sample_paper(language), testing::tree_file("assets/icons/bank.png"));
}

std::string sample_address() { return kPhonePage + sample_ticket().id; }

}  // namespace navbat::kiosk
