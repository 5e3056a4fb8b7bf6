#pragma once
// The distances that layout and views share, in units (layout.h).

namespace navbat::board {

inline constexpr float kMargin = 30;
inline constexpr float kGap = 22;

inline constexpr float kHeader = 108;
inline constexpr float kUprightHeader = 124;
inline constexpr float kTicker = 76;
inline constexpr float kUprightTicker = 112;

// The stage, with the newest call.
inline constexpr float kStageHeight = 446;
inline constexpr float kUprightStage = 620;
inline constexpr float kStagePad = 24;  // to its sides
inline constexpr float kStageGap = 12;  // least between label and plate
inline constexpr float kPlatePad = 18;  // least beside a counter's figures

// The latest calls.
inline constexpr float kCallsWidth = 532;
inline constexpr float kCallsShare = 0.277F;  // of a wider screen
inline constexpr float kListTitle = 56;
inline constexpr float kRowGap = 9;
inline constexpr float kRowSign = 22;  // the bar in a service's colour, with air
inline constexpr float kRowPlatePad = 10;
inline constexpr float kUprightCalls = 576;
inline constexpr float kUprightCallsSide = 372;
inline constexpr float kUprightSide = 302;

// Panels: the services, the side place.
inline constexpr float kPanelRadius = 30;
inline constexpr float kPanelPad = 24;
inline constexpr float kPanelTitle = 56;

// Above one counter: the plate with its name.
inline constexpr float kSignPlateShare = 0.3F;

}  // namespace navbat::board
