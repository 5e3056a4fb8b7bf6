#pragma once
// Lines on standard output for scripts and tests that watch a board from outside.

#include <string>

#include "display_board/model/picture.h"
#include "domain/presented_call.h"
#include "server_sync/client/branch_view.h"

namespace navbat::board {

// "shown version=7 label=A042 counter=3": the frame with it is on the screen.
[[nodiscard]] std::string shown_line(const CallLine& call);

// "staged version=7": it is the large one from here on.
[[nodiscard]] std::string staged_line(const client::Call& call);

// "heard version=7 as=words behind_ms=120": its sound is over. `behind` the picture when it began.
[[nodiscard]] std::string heard_line(std::int64_t version, domain::Heard heard,
                                     domain::Milliseconds behind);

// "picture stage=A042@3 latest=B007@5,… waiting=12 services=A:4,B:8,… over=none": what is on the
// screen, less time and turns: equal on all boards of a zone that have heard the same.
[[nodiscard]] std::string picture_line(const Picture& picture);

void write_line(const std::string& line);  // at once

}  // namespace navbat::board
