#include "kiosk/screens/notice_model.h"

#include <algorithm>

#include "kiosk/screens/time_left.h"
#include "ui/text/spoken.h"

namespace navbat::kiosk {
namespace {

bool same_day(const ui::WallTime& a, const ui::WallTime& b) {
  return a.year == b.year && a.month == b.month && a.day == b.day;
}

// The moment of `at` in a sentence, as written or as said.
std::string sentence(const ScreenContext& context, NoticeKind kind, const ui::WallTime& at,
                     bool said) {
  const ui::Catalogue& words = context.words;
  const std::string clock = said ? ui::spoken_clock(words, at) : ui::clock_text(words, at);
  if (kind == NoticeKind::kTooEarly) {
    return words.text("kiosk.notice.early.from", {{"time", clock}});
  }
  if (context.header.time && same_day(*context.header.time, at)) {
    return words.text("kiosk.notice.opens_today", {{"time", clock}});
  }
  const std::string date = said ? ui::spoken_date(words, at) : ui::date_text(words, at);
  return words.text("kiosk.notice.opens_on", {{"date", date}, {"time", clock}});
}

}  // namespace

NoticeModel make_notice(const ScreenContext& context) {
  NoticeModel model{
      .header = context.header, .kind = {}, .service = {}, .time = {}, .time_spoken = {}};
  const TimeLeft left = time_left(context);
  model.seconds_left = left.seconds;
  model.share_left = left.share;
  const auto& notice = context.visit().notice;
  if (!notice) {
    return model;
  }
  model.kind = notice->kind;
  model.plain_ticket = notice->service.has_value();
  const bool of_service = notice->kind == NoticeKind::kClosed || notice->kind == NoticeKind::kFull;
  if (const ServiceOffer* offer = context.facts.find(context.visit().service);
      of_service && offer != nullptr) {
    model.service = offer->name.in(context.words.language());
  }
  const bool says_when =
      notice->kind == NoticeKind::kClosed || notice->kind == NoticeKind::kTooEarly;
  if (const auto at = notice->at ? context.wall(*notice->at) : std::nullopt; at && says_when) {
    model.time = sentence(context, notice->kind, *at, false);
    model.time_spoken = sentence(context, notice->kind, *at, true);
  }
  return model;
}

}  // namespace navbat::kiosk
