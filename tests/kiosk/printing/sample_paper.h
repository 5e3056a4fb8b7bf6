#pragma once
// A customer's ticket on paper, in any language.

#include <string>
#include <tl/expected.hpp>

#include "kiosk/printing/bitmap.h"
#include "kiosk/printing/paper_ticket.h"

namespace navbat::kiosk {

// A042 of the demo branch, with the demo's logo.
PaperTicket sample_paper(const std::string& language);
PaperTicket sample_copy(const std::string& language);
PaperTicket sample_without_promise(const std::string& language);
TestPage sample_test_page(const std::string& language);
tl::expected<Bitmap, std::string> lay_out_sample(const std::string& language);
// What stands in its code.
std::string sample_address();

}  // namespace navbat::kiosk
