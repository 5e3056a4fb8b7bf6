// What the board tells its branch, and scripts.

#include "display_board/app/program.h"
#include "display_board/app/script_report.h"
#include "display_board/limits.h"

namespace navbat::board {

void Program::looked() {
  if (panel_) {
    scene_->set_panel(panel_->content());
  }
  if (voice_ && scene_->picture().time) {
    voice_->set_local_time(*scene_->picture().time);
  }
  if (cursor_ == 0 && scene_->began_after()) {
    keep_cursor(*scene_->began_after());  // calls that the next run missed count from here
  }
  look_at_zone();
  look_at_parts();
  tell_reports(false);
}

// Said once of each description of the branch.
void Program::look_at_zone() {
  auto branch = client_->branch();
  if (!branch || branch == zone_checked_for_) {
    return;
  }
  zone_checked_for_ = std::move(branch);
  for (const std::string& name : unknown_names(options_.config.zone, zone_checked_for_->info)) {
    options_.log("[zone] names the " + name +
                 ", which the branch does not have; expected one of its own");
  }
}

void Program::look_at_parts() {
  const client::LinkStatus link = client_->link();
  const bool cut_off = link.state == client::LinkState::kDown && link.last_news &&
                       *link.age(clock_.now()) >= client::kAskStaffAfter;
  if (cut_off || link.state == client::LinkState::kLive) {
    parts_.set("link", !cut_off, "down", link.detail);
  }
  parts_.set("screen", shell_->lit(), "dark");
}

void Program::call_shown(const CallLine& call) {
  photographer_->count_call();
  if (options_.options.report_shown) {
    write_line(shown_line(call));
  }
  reports_.shown(call.version, client_->true_now(), clock_.now());
  if (!voice_) {
    reports_.heard(call.version, domain::Heard::kNothing, std::nullopt);
  }
  keep_cursor(call.version);
}

void Program::call_heard(std::int64_t version, domain::Heard heard,
                         std::optional<domain::Timestamp> at) {
  const auto since = spoken_since_.find(version);
  if (since != spoken_since_.end()) {
    if (options_.options.report_heard) {
      write_line(heard_line(version, heard, at ? *at - since->second : domain::Milliseconds{}));
    }
    spoken_since_.erase(since);
  }
  const domain::Milliseconds to_true = client_->true_now() - clock_.now();
  reports_.heard(version, heard, at ? std::optional(*at + to_true) : std::nullopt);
}

void Program::tell_reports(bool all) {
  for (auto calls = reports_.take(clock_.now(), all); !calls.empty();
       calls = reports_.take(clock_.now(), all)) {
    tell(domain::CallsPresented{.device = {}, .calls = std::move(calls)});
  }
}

// A commit to the disk: not where frames are drawn.
void Program::tell(client::DeviceEvent event) {
  if (waiting_reports_ >= static_cast<int>(kMostReportsWaiting)) {
    options_.log("a report is left out: the disk does not take them; expected it within minutes");
    return;
  }
  ++waiting_reports_;
  recorder_.run([this, event = std::move(event)] {
    --waiting_reports_;
    if (const auto recorded = client_->record(event); !recorded) {
      options_.log("a report could not be kept: " + recorded.error().detail);
    }
  });
}

// At most one job waits, and it keeps the newest.
void Program::keep_cursor(std::int64_t version) {
  cursor_ = version;
  if (cursor_is_new_.exchange(true)) {
    return;
  }
  recorder_.run([this] {
    cursor_is_new_ = false;
    if (const auto kept = client_->keep_cursor(cursor_); !kept) {
      options_.log("the place in the branch's history could not be kept: " + kept.error().detail);
    }
  });
}

}  // namespace navbat::board
