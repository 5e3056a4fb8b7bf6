#include "kiosk/screens/feedback_model.h"

#include <algorithm>
#include <array>

#include "kiosk/screens/time_left.h"
#include "ui/text/labels.h"

namespace navbat::kiosk {
namespace {

constexpr std::array kReasons{"wait", "staff", "clarity", "result", "comfort", "more"};

// The series of the services and of this kiosk by itself.
std::vector<char> letters_of(const ScreenContext& context) {
  std::vector<char> letters;
  for (const ServiceOffer& offer : context.facts.services) {
    if (offer.letter != 0) {
      letters.push_back(offer.letter);
    }
  }
  if (context.device.letter != 0) {
    letters.push_back(context.device.letter);
  }
  std::ranges::sort(letters);
  const auto repeats = std::ranges::unique(letters);
  letters.erase(repeats.begin(), repeats.end());
  return letters;
}

}  // namespace

FeedbackModel make_feedback(const ScreenContext& context) {
  const Visit& visit = context.visit();
  const Rating& rating = visit.rating;
  FeedbackModel model;
  model.header = context.header;
  model.step = rating.step;
  if (rating.step == FeedbackStep::kNumber) {
    model.number = ui::spaced_label(visit.entry.text());
    model.letters = letters_of(context);
    model.letters_open = visit.entry.takes_letter();
    model.empty = visit.entry.text().empty();
    model.complete = visit.entry.complete();
    return model;
  }
  model.label = ui::spaced_label(rating.label);
  model.score = rating.score;
  for (const char* reason : kReasons) {
    model.reasons.push_back(
        {reason, std::ranges::find(rating.reasons, reason) != rating.reasons.end()});
  }
  if (rating.step == FeedbackStep::kThanks) {
    const TimeLeft left = time_left(context);
    model.seconds_left = left.seconds;
    model.share_left = left.share;
  }
  return model;
}

}  // namespace navbat::kiosk
