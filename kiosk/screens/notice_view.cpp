#include "kiosk/screens/notice_view.h"

#include "kiosk/screens/message.h"
#include "ui_icons/icons.h"

namespace navbat::kiosk {
namespace {

namespace icon = ui::icon;

struct Sort {
  const char* key;
  char32_t icon;
  MessageTone tone;
};

Sort sort_of(NoticeKind kind) {
  switch (kind) {
    case NoticeKind::kTrouble:
      return {"trouble", icon::kSupportAgent, MessageTone::kTrouble};
    case NoticeKind::kClosed:
      return {"closed", icon::kBedtime, MessageTone::kTime};
    case NoticeKind::kFull:
      return {"full", icon::kEventBusy, MessageTone::kTime};
    case NoticeKind::kTooEarly:
      return {"early", icon::kSchedule, MessageTone::kTime};
    case NoticeKind::kTooLate:
      return {"late", icon::kHistory, MessageTone::kTime};
    case NoticeKind::kBookingUsed:
      return {"used", icon::kTaskAlt, MessageTone::kFriendly};
    case NoticeKind::kBookingUnknown:
      return {"unknown_code", icon::kSearchOff, MessageTone::kTime};
    case NoticeKind::kTicketUnknown:
      return {"unknown_ticket", icon::kSearchOff, MessageTone::kTime};
    case NoticeKind::kRatedAlready:
      return {"rated", icon::kTaskAlt, MessageTone::kFriendly};
    case NoticeKind::kNotServedYet:
      return {"not_served", icon::kHourglassEmpty, MessageTone::kTime};
    case NoticeKind::kUnreadable:
      return {"unreadable", icon::kQrCodeScanner, MessageTone::kTime};
    case NoticeKind::kTryLater:
      break;
  }
  return {"try_later", icon::kCloudOff, MessageTone::kTime};
}

}  // namespace

void draw_notice(ui::Frame& frame, const NoticeModel& model, const Emit& emit) {
  const Sort sort = sort_of(model.kind);
  const std::string key = std::string("kiosk.notice.") + sort.key;
  MessageSpec spec{.icon = sort.icon,
                   .tone = sort.tone,
                   .over = model.service,
                   .title = frame.words.text(key + ".title"),
                   .text = frame.words.text(key + ".text"),
                   .strong = model.time,
                   .strong_spoken = model.time_spoken,
                   .share_left = model.share_left,
                   .seconds_left = model.seconds_left};
  spec.answers.push_back({.id = "notice/close",
                          .label = frame.words.text("kiosk.notice.ok"),
                          .intent = Back{},
                          .icon = icon::kCheck,
                          .main = !model.plain_ticket,
                          .closes = true});
  if (model.plain_ticket) {
    spec.answers.push_back({.id = "notice/take",
                            .label = frame.words.text("kiosk.notice.take"),
                            .intent = TakeTicket{},
                            .icon = icon::kConfirmationNumber});
  }
  draw_message(frame, model.header, spec, emit);
}

}  // namespace navbat::kiosk
