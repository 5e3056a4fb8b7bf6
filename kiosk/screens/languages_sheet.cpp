#include "kiosk/screens/languages_sheet.h"

#include "kiosk/screens/tiles.h"
#include "ui/widgets/choice_tile.h"

namespace navbat::kiosk {

LanguagesModel make_languages(const ScreenContext& context) {
  return {.languages = all_languages(context.languages), .chosen = context.words.language()};
}

void draw_languages(ui::Frame& frame, const LanguagesModel& model, float out, const Emit& emit) {
  const int count = static_cast<int>(model.languages.size());
  const float tile = ui::choice_tile_height(frame, false);
  const ui::Sheet sheet = ui::sheet(frame,
                                    {.id = "languages",
                                     .title = frame.words.text("kiosk.languages.title"),
                                     .height = tiles_height(count, 2, tile)},
                                    out);
  if (sheet.closed) {
    emit(CloseSheet{});
  }
  if (!sheet.visible) {
    return;
  }
  for (int i = 0; i < count; ++i) {
    const LanguageChoice& choice = model.languages[static_cast<std::size_t>(i)];
    if (ui::choice_tile(frame, "languages/" + choice.tag, tile_rect(sheet.content, i, 2, tile),
                        choice.name,
                        {.code = choice.code,
                         .selected = choice.tag == model.chosen,
                         .spoken = choice.name,
                         .language = choice.tag})) {
      emit(ChooseLanguage{choice.tag});
    }
  }
}

}  // namespace navbat::kiosk
