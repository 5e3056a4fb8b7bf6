#include "kiosk/printing/paper_layout.h"

#include "kiosk/printing/paper_column.h"
#include "ui/draw/qr.h"

namespace navbat::kiosk {
namespace {

void head(PaperColumn& column, cairo_surface_t* logo, const std::string& bank,
          const std::string& branch) {
  if (logo != nullptr) {
    column.logo(logo);
    column.space(8);
  }
  column.centered(bank, 35, PANGO_WEIGHT_BOLD);
  column.centered(branch, 26, PANGO_WEIGHT_MEDIUM);
  column.space(12);
  column.rule();
  column.space(14);
}

void body(PaperColumn& column, const PaperTicket& ticket) {
  if (!ticket.mark.empty()) {
    column.framed(ticket.mark);
    column.space(8);
  }
  column.centered(ticket.heading, 30, PANGO_WEIGHT_SEMIBOLD);
  column.space(14);
  column.giant(ticket.label, 190);
  column.space(24);
  column.banner(ticket.service);
  column.space(16);
  if (!ticket.facts.empty()) {
    column.cells(ticket.facts);
    column.space(10);
  }
  for (const std::string& note : ticket.notes) {
    column.line(note);
  }
  column.space(14);
}

void foot(PaperColumn& column, const std::string& address, const std::string& follow,
          const std::string& last) {
  column.dashes();
  column.space(22);
  if (const auto code = ui::make_qr(address)) {
    column.code(*code, follow);
    column.space(22);
    column.dashes();
    column.space(10);
  }
  column.centered(last, 25, PANGO_WEIGHT_MEDIUM);
  column.space(24);
}

}  // namespace

tl::expected<Bitmap, std::string> lay_out(const PaperTicket& ticket,
                                          const std::filesystem::path& logo, int dots) {
  const auto image = read_logo(logo);
  if (!image) {
    return tl::unexpected(image.error());
  }
  PaperColumn column(dots);
  head(column, image->get(), ticket.bank, ticket.branch);
  body(column, ticket);
  foot(column, ticket.address, ticket.follow, ticket.foot);
  return column.bitmap();
}

tl::expected<Bitmap, std::string> lay_out(const TestPage& page, const std::filesystem::path& logo,
                                          int dots) {
  const auto image = read_logo(logo);
  if (!image) {
    return tl::unexpected(image.error());
  }
  PaperColumn column(dots);
  column.edge_ruler();
  column.space(16);
  head(column, image->get(), page.bank, page.branch);
  column.banner(page.title);
  column.space(12);
  for (const std::string& line : page.samples) {
    column.centered(line, 26, PANGO_WEIGHT_MEDIUM);
  }
  column.space(14);
  column.head_check();
  column.space(16);
  foot(column, page.address, page.printer, page.foot);
  column.edge_ruler();
  column.space(8);
  return column.bitmap();
}

}  // namespace navbat::kiosk
