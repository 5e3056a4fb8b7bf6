#pragma once
// The board, wired: screen, client, voice. All that main.cpp does not decide.

#include "display_board/app/config.h"
#include "display_board/app/options.h"
#include "domain/time.h"
#include "server_sync/client/fill_random.h"
#include "system/stop_signals.h"

namespace navbat::board {

// Runs until the window closes, a signal comes, or the wanted picture was saved. Returns the
// process's exit status; says on standard error why it is not 0.
[[nodiscard]] int run_board(const Options& options, Config config, const domain::Clock& clock,
                            client::FillRandom random, system::StopSignals& signals);

}  // namespace navbat::board
