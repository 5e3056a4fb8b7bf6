#include "kiosk/screens/access_bar.h"

#include <algorithm>
#include <functional>

#include "ui/widgets/controls.h"
#include "ui_icons/icons.h"

namespace navbat::kiosk {
namespace {

using ui::Frame;
using ui::Rect;
using ui::Role;

constexpr float kBetween = 16;
constexpr float kEdge = 24;        // above and below the row
constexpr float kLandscapeAt = 1;  // width to height

float row_height(const Frame& frame) { return std::max(frame.canvas.mm(26), 96.0F); }

// One button of the bar: how wide it wants to be, and how it is drawn.
struct Piece {
  float width = 0;
  std::function<void(const Rect&)> draw;
};

float labelled_width(const Frame& frame, const std::string& label) {
  return frame.canvas.icon_side(ui::IconSize::kSmall) + frame.canvas.mm(2.5F) +
         frame.canvas.width(Role::kStrong, label) + 2 * frame.canvas.mm(5);
}

Piece labelled(Frame& frame, const BarModel& model, const std::string& id, const std::string& label,
               const std::string& spoken, char32_t icon, const Emit& emit, const Intent& intent) {
  const auto look = model.on_brand ? ui::ButtonLook::kOnBrand : ui::ButtonLook::kMuted;
  return {
      labelled_width(frame, label), [=, &frame, &emit](const Rect& place) {
        if (ui::button(frame, id, place, label, {.look = look, .icon = icon, .spoken = spoken})) {
          emit(intent);
        }
      }};
}

Piece round(Frame& frame, const std::string& id, const std::string& label, char32_t icon,
            const Emit& emit, const Intent& intent) {
  return {row_height(frame), [=, &frame, &emit](const Rect& place) {
            if (ui::icon_button(frame, id, place, label, icon)) {
              emit(intent);
            }
          }};
}

// The languages side by side, the chosen one marked.
void language_row(Frame& frame, const Rect& row, const BarModel& model, const Emit& emit) {
  if (!frame.theme.flat) {
    frame.canvas.fill(row, frame.palette().surface_muted, std::min(row.h / 2, frame.canvas.mm(12)));
  }
  const auto count = static_cast<float>(model.at_hand.size());
  const float between = frame.theme.flat ? 6 : 0;  // outlined pills must not touch
  float names = 0;
  for (const LanguageChoice& choice : model.at_hand) {
    names += frame.canvas.width(Role::kStrong, choice.name);
  }
  // Each as wide as its name and an equal share of what is left.
  const float spare = (row.w - names - between * (count - 1)) / count;
  Rect rest = row;
  for (const LanguageChoice& choice : model.at_hand) {
    const Rect place = rest.cut_left(frame.canvas.width(Role::kStrong, choice.name) + spare);
    rest.cut_left(between);
    if (ui::button(
            frame, "bar/language/" + choice.tag, place, choice.name,
            {.selected = choice.tag == model.language, .tight = true, .language = choice.tag})) {
      emit(ChooseLanguage{choice.tag});
    }
  }
}

// So many of all, the chosen one among them.
std::vector<LanguageChoice> at_hand(const std::vector<LanguageChoice>& all,
                                    const std::string& chosen, std::size_t most) {
  std::vector<LanguageChoice> shown(
      all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(most, all.size())));
  const auto is_chosen = [&](const LanguageChoice& choice) { return choice.tag == chosen; };
  if (std::ranges::none_of(shown, is_chosen)) {
    const auto found = std::ranges::find_if(all, is_chosen);
    if (found != all.end() && !shown.empty()) {
      shown.back() = *found;
    }
  }
  return shown;
}

// Elsewhere the way back stands beside the screen's own main action.
bool leads_back(const Navigator& navigator) {
  return navigator.place() == Place::kSuggestion ||
         (navigator.place() == Place::kHome && !navigator.visit().group.empty());
}

bool is_dark(Place place) {
  switch (place) {
    case Place::kAttract:
    case Place::kAsking:
    case Place::kTicket:
    case Place::kNotice:
    case Place::kReprint:
    case Place::kOutOfService:
      return true;
    default:
      return false;
  }
}

bool thanks(const ScreenContext& context) {
  return context.navigator.place() == Place::kFeedback &&
         context.visit().rating.step == FeedbackStep::kThanks;
}

// Side by side where there is room, each as wide as it wants and an equal share of the rest.
void place_row(const Frame& frame, Rect row, const std::vector<Piece>& pieces, bool spread) {
  float wanted = kBetween * static_cast<float>(pieces.size() - 1);
  for (const Piece& piece : pieces) {
    wanted += piece.width;
  }
  const float spare = row.w - wanted;
  const float squeeze = spare < 0 ? row.w / wanted : 1;
  const float more = spare > 0 && spread ? spare / static_cast<float>(pieces.size()) : 0;
  const float least = frame.canvas.mm(frame.theme.min_target_mm);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const bool last = i + 1 == pieces.size();
    const float width = last ? row.w : std::max(least, pieces[i].width * squeeze + more);
    pieces[i].draw(row.cut_left(width));
    row.cut_left(kBetween * squeeze);
  }
}

}  // namespace

std::vector<LanguageChoice> all_languages(const ui::Catalogues& catalogues) {
  std::vector<LanguageChoice> languages;
  for (const ui::Catalogue& catalogue : catalogues.all()) {
    languages.push_back({catalogue.language(), catalogue.text("common.language_name"),
                         catalogue.text("common.language_code")});
  }
  return languages;
}

BarModel make_bar(const ScreenContext& context) {
  BarModel model{.back = leads_back(context.navigator),
                 .languages = context.navigator.place() != Place::kAttract,
                 .language = context.words.language(),
                 .language_name = context.words.text("common.language_name"),
                 .on_brand = is_dark(context.navigator.place()) || thanks(context)};
  if (context.navigator.place() == Place::kHome && !model.back) {
    model.at_hand = all_languages(context.languages);
  }
  return model;
}

float bar_height(const Frame& frame) { return row_height(frame) + 2 * kEdge; }

void draw_bar(Frame& frame, const Rect& rect, const BarModel& model, const Emit& emit) {
  const ui::Palette& palette = frame.palette();
  if (!model.on_brand) {
    frame.canvas.fill(rect, palette.surface);
    frame.canvas.line({rect.x, rect.y}, {rect.right(), rect.y}, palette.line, frame.theme.outline);
  }
  const std::string access = frame.words.text("kiosk.bar.access");
  const std::string languages = frame.words.text("kiosk.bar.languages");
  Rect row = rect.inset(kMargin, kEdge);
  if (!model.at_hand.empty() && !frame.theme.large_text) {
    const bool wide = frame.size.w / frame.size.h > kLandscapeAt;
    const Piece right =
        wide ? labelled(frame, model, "bar/access", access, access, ui::icon::kAccessibilityNew,
                        emit, OpenAccess{})
             : round(frame, "bar/access", access, ui::icon::kAccessibilityNew, emit, OpenAccess{});
    const Piece globe =
        round(frame, "bar/languages", languages, ui::icon::kLanguage, emit, OpenLanguages{});
    BarModel shown = model;
    shown.at_hand = at_hand(model.at_hand, model.language, 3);
    language_row(frame, row.cut_left(row.w - globe.width - right.width - 2 * kBetween), shown,
                 emit);
    row.cut_left(kBetween);
    globe.draw(row.cut_left(globe.width));
    row.cut_left(kBetween);
    right.draw(row);
    return;
  }
  std::vector<Piece> pieces;
  if (model.back) {
    const std::string back = frame.words.text("common.back");
    pieces.push_back(
        labelled(frame, model, "bar/back", back, back, ui::icon::kArrowBack, emit, Back{}));
  }
  if (model.languages) {
    pieces.push_back(labelled(frame, model, "bar/languages", model.language_name,
                              languages + ", " + model.language_name, ui::icon::kLanguage, emit,
                              OpenLanguages{}));
  }
  pieces.push_back(labelled(frame, model, "bar/access", access, access, ui::icon::kAccessibilityNew,
                            emit, OpenAccess{}));
  place_row(frame, row, pieces, true);
}

}  // namespace navbat::kiosk
