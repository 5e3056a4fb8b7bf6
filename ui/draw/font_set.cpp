#include "ui/draw/font_set.h"

#include <imgui.h>
#include <imgui_freetype.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "ui/draw/shadow.h"
#include "ui/text/utf8.h"
#include "ui_icons/icons.h"

namespace navbat::ui {
namespace {

constexpr std::size_t kBasicPlane = 0x10000;
constexpr std::u32string_view kNumberLetters = U"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ –-:.,/";

// Dear ImGui 1.86 rasterises into pieces of 256 KiB, four bytes a texel, and writes past the end of
// one for a glyph that is larger: what has to be larger is baked at these sizes and drawn larger.
// Letters are at most 1.1 em wide and 1.25 em tall with accents, capitals and digits 0.8 em.
constexpr float kLargestEm = 215;
constexpr float kLargestNumberEm = 265;
constexpr float kLargestIcon = 250;

constexpr std::size_t kMaxShapedLines = 4096;  // about 2 MB; a kiosk uses some hundred

// Icons that the first frames need. Others come in when they are first drawn, at the price of a
// new atlas; all 2,200 would fill it for nothing.
constexpr char32_t kIcons[] = {
    icon::kAccessTime,
    icon::kAccessible,
    icon::kAccountBalance,
    icon::kArrowBack,
    icon::kArrowForward,
    icon::kAtm,
    icon::kBackspace,
    icon::kBusinessCenter,
    icon::kCall,
    icon::kCampaign,
    icon::kCheck,
    icon::kCheckCircle,
    icon::kChildFriendly,
    icon::kClose,
    icon::kCloudOff,
    icon::kConfirmationNumber,
    icon::kContrast,
    icon::kCreditCard,
    icon::kCurrencyExchange,
    icon::kDescription,
    icon::kDesk,
    icon::kElderly,
    icon::kEventAvailable,
    icon::kEventSeat,
    icon::kExpandMore,
    icon::kGroup,
    icon::kGroups,
    icon::kHelp,
    icon::kHome,
    icon::kHourglassTop,
    icon::kInfo,
    icon::kLanguage,
    icon::kLocationOn,
    icon::kLock,
    icon::kNotifications,
    icon::kPayments,
    icon::kPerson,
    icon::kPhoneIphone,
    icon::kPregnantWoman,
    icon::kPrint,
    icon::kQrCodeScanner,
    icon::kRealEstateAgent,
    icon::kReceiptLong,
    icon::kRefresh,
    icon::kSavings,
    icon::kSchedule,
    icon::kSentimentDissatisfied,
    icon::kSentimentNeutral,
    icon::kSentimentSatisfied,
    icon::kSentimentVeryDissatisfied,
    icon::kSentimentVerySatisfied,
    icon::kSmartphone,
    icon::kSupportAgent,
    icon::kSwapHoriz,
    icon::kTextIncrease,
    icon::kTimer,
    icon::kVerticalAlignBottom,
    icon::kVolumeDown,
    icon::kVolumeOff,
    icon::kVolumeUp,
    icon::kWarning,
    icon::kWifiOff,
    icon::kWork,
};

std::vector<unsigned short> as_ranges(const std::vector<bool>& wanted) {
  std::vector<unsigned short> ranges;
  for (std::size_t code = 1; code < wanted.size(); ++code) {
    if (!wanted[code]) {
      continue;
    }
    const std::size_t first = code;
    while (code + 1 < wanted.size() && wanted[code + 1]) {
      ++code;
    }
    ranges.push_back(static_cast<unsigned short>(first));
    ranges.push_back(static_cast<unsigned short>(code));
  }
  ranges.push_back(0);
  return ranges;
}

ImFont* add_font(ImFontAtlas& atlas, const std::filesystem::path& file, float pixels,
                 const std::vector<unsigned short>& ranges) {
  ImFontConfig config;
  config.OversampleH = 1;
  config.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
  return atlas.AddFontFromFileTTF(file.c_str(), pixels, &config, ranges.data());
}

}  // namespace

tl::expected<FontSet, std::string> FontSet::open(const FontFiles& files) {
  std::vector<Shaper> shapers;
  for (const auto& file : files.text) {
    auto shaper = Shaper::open(file);
    if (!shaper) {
      return tl::unexpected(shaper.error());
    }
    shapers.push_back(std::move(*shaper));
  }
  return FontSet(std::move(shapers), files);
}

FontSet::FontSet(std::vector<Shaper> shapers, FontFiles files)
    : files_(std::move(files)),
      shapers_(std::move(shapers)),
      wanted_(kBasicPlane, false),
      wanted_icons_(kBasicPlane, false) {
  for (const char32_t code : kIcons) {
    wanted_icons_[code] = true;
  }
  for (char32_t code = U' '; code <= U'~'; ++code) {
    wanted_[code] = true;
  }
  add_characters(U"–—…·•≈№«»„”“’ʻʼ→×\u00A0\u202F");
}

void FontSet::add_characters(std::u32string_view characters) {
  for (const char32_t code : characters) {
    if (code >= U' ' && code < kBasicPlane) {
      wanted_[code] = true;
    }
  }
}

void FontSet::need_icon(char32_t code_point) {
  if (code_point < kBasicPlane && !wanted_icons_[code_point]) {
    wanted_icons_[code_point] = true;
    lacks_ = true;
  }
}

const Shaper& FontSet::shaper(Role role) const {
  return shapers_[static_cast<std::size_t>(styles_[static_cast<std::size_t>(role)].weight)];
}

float FontSet::cap_px(Role role) const { return em_px(role) * shaper(role).cap_em(); }

std::vector<unsigned short> FontSet::ranges_for(Letters letters) const {
  if (letters == Letters::kAll) {
    return as_ranges(wanted_);
  }
  std::vector<bool> wanted(kBasicPlane, false);
  for (const char32_t code : kNumberLetters) {
    wanted[code] = true;
  }
  return as_ranges(wanted);
}

void FontSet::build(const Theme& theme, float pixels_per_mm) {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  atlas.Clear();
  atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
  atlas.Flags |= ImFontAtlasFlags_NoMouseCursors;
  atlas.TexGlyphPadding = 2;  // fitted text is drawn smaller: neighbours must not bleed in
  styles_ = theme.types;
  shaped_.clear();
  lacks_ = false;
  ranges_.clear();
  ranges_.push_back(ranges_for(Letters::kAll));
  ranges_.push_back(ranges_for(Letters::kNumbers));
  ranges_.push_back(as_ranges(wanted_icons_));
  for (std::size_t i = 0; i < kRoleCount; ++i) {
    const TypeStyle& style = styles_[i];
    const Shaper& face = shapers_[static_cast<std::size_t>(style.weight)];
    em_px_[i] = style.cap_mm * pixels_per_mm / face.cap_em();
    const float largest = style.letters == Letters::kAll ? kLargestEm : kLargestNumberEm;
    const float baked = std::min(em_px_[i], largest);
    stretch_[i] = em_px_[i] / baked;
    // FreeType is asked for a "real dimension": ascender to descender, not an em.
    const float pixels = baked * (face.ascender_em() + face.descender_em());
    const auto& file = files_.text[static_cast<std::size_t>(style.weight)];
    fonts_[i] = add_font(atlas, file, pixels, ranges_[style.letters == Letters::kAll ? 0 : 1]);
  }
  for (std::size_t i = 0; i < kIconSizeCount; ++i) {
    icon_fonts_[i] =
        add_font(atlas, files_.icons,
                 std::min(std::round(theme.icon_mm[i] * pixels_per_mm), kLargestIcon), ranges_[2]);
  }
  const int shadow_id = atlas.AddCustomRectRegular(kShadowPatch, kShadowPatch);
  const int logo_id =
      logo_.rgba.empty() ? -1 : atlas.AddCustomRectRegular(logo_.width + 2, logo_.height + 2);
  atlas.Build();
  place_pictures(atlas, shadow_id, logo_id);
}

void FontSet::place_pictures(ImFontAtlas& atlas, int shadow_id, int logo_id) {
  unsigned char* pixels = nullptr;
  int width = 0;
  int height = 0;
  atlas.GetTexDataAsRGBA32(&pixels, &width, &height);
  const auto texel = [&](int x, int y) {
    return pixels + (static_cast<std::ptrdiff_t>(y) * width + x) * 4;
  };
  const auto u = [width](float x) { return x / static_cast<float>(width); };
  const auto v = [height](float y) { return y / static_cast<float>(height); };

  const ImFontAtlasCustomRect& shadow = *atlas.GetCustomRectByIndex(shadow_id);
  const std::vector<std::uint8_t> alpha = shadow_patch();
  for (int y = 0; y < kShadowPatch; ++y) {
    for (int x = 0; x < kShadowPatch; ++x) {
      unsigned char* out = texel(shadow.X + x, shadow.Y + y);
      out[0] = out[1] = out[2] = 255;
      out[3] = alpha[static_cast<std::size_t>(y) * kShadowPatch + static_cast<std::size_t>(x)];
    }
  }
  // Half a texel inwards: linear filtering must not reach the neighbours.
  const auto sx = static_cast<float>(shadow.X);
  const auto sy = static_cast<float>(shadow.Y);
  shadow_ = {u(sx + 0.5F), v(sy + 0.5F), u(sx + kShadowPatch - 0.5F), v(sy + kShadowPatch - 0.5F),
             1};

  logo_patch_ = {};
  if (logo_id >= 0) {
    const ImFontAtlasCustomRect& place = *atlas.GetCustomRectByIndex(logo_id);
    const auto row = static_cast<std::size_t>(logo_.width) * 4;
    for (int y = 0; y < logo_.height; ++y) {
      std::memcpy(texel(place.X + 1, place.Y + 1 + y),
                  logo_.rgba.data() + static_cast<std::size_t>(y) * row, row);
    }
    const auto x = static_cast<float>(place.X + 1);
    const auto y = static_cast<float>(place.Y + 1);
    logo_patch_ = {u(x), v(y), u(x + static_cast<float>(logo_.width)),
                   v(y + static_cast<float>(logo_.height)),
                   static_cast<float>(logo_.width) / static_cast<float>(logo_.height)};
  }
}

const ShapedLine& FontSet::shape(Role role, std::string_view text) {
  std::string key;
  key.reserve(text.size() + 1);
  key.push_back(static_cast<char>(role));
  key.append(text);
  if (const auto found = shaped_.find(key); found != shaped_.end()) {
    return found->second;
  }
  if (shaped_.size() >= kMaxShapedLines) {
    shaped_.clear();
  }
  const TypeStyle& style = styles_[static_cast<std::size_t>(role)];
  ShapedLine line = shaper(role).shape(text, style.tracking_em);
  if (style.letters == Letters::kAll) {
    for (const PlacedGlyph& glyph : line.glyphs) {
      if (glyph.code_point >= U' ' && glyph.code_point < kBasicPlane &&
          !wanted_[glyph.code_point]) {
        wanted_[glyph.code_point] = true;
        lacks_ = true;
      }
    }
  }
  return shaped_.emplace(std::move(key), std::move(line)).first->second;
}

}  // namespace navbat::ui
