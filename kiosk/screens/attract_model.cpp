#include "kiosk/screens/attract_model.h"

namespace navbat::kiosk {

AttractModel make_attract(const ScreenContext& context) {
  AttractModel model{
      .header = context.header, .welcome = context.words.text("kiosk.home.welcome"), .starts = {}};
  model.header.aloud = true;
  for (LanguageChoice& language : all_languages(context.languages)) {
    const ui::Catalogue& words = context.languages.of(language.tag);
    model.starts.push_back({std::move(language), words.text("kiosk.attract.start")});
  }
  return model;
}

}  // namespace navbat::kiosk
