#pragma once
// The kiosk on one page: which screens there are, what fills them, what their intents do.

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "domain/business_day.h"
#include "domain/time.h"
#include "kiosk/model/navigator.h"
#include "kiosk/model/ports.h"
#include "kiosk/printing/paper_ticket.h"
#include "kiosk/screens/home_model.h"
#include "kiosk/screens/ticket_model.h"
#include "ui/app/shell.h"

namespace navbat::kiosk {

struct SceneSettings {
  std::string bank;        // until the branch is known
  std::string phone_page;  // empty: no QR code
  ui::Theme light;
  ui::Theme high_contrast;
  std::function<void(const std::string&)> log;  // one line; may be null
};

// UI thread only, except where said.
class KioskScene final : public ui::Scene {
 public:
  // All references outlive the scene. `clock` is the wall clock for the header.
  KioskScene(ui::Shell& shell, BranchFeed& feed, const domain::Clock& clock, SceneSettings settings,
             Navigator::Jobs jobs);

  void draw(ui::Frame& frame) override;
  void presented() override;
  bool wants_frame(ui::Motion& motion) override;

  // Results of the jobs.
  void issued(IssuedTicket ticket);
  void not_issued();
  void printed(const std::string& ticket_id, bool success);

  // The feed may have changed: draws only if what is shown did, at most once a second. UI thread.
  void feed_changed();

  // What the paper of `ticket` says of branch, service and time.
  PaperFacts paper_facts(const IssuedTicket& ticket, const std::string& language) const;

  Place place() const { return navigator_.place(); }
  bool has_live_data() const { return live_shown_; }
  int frames_drawn() const { return frames_; }

 private:
  HeaderModel header(ui::Motion& motion, const std::string& language);
  bool watch_age(ui::Motion& motion);
  HomeModel home(ui::Frame& frame);
  void draw_home_place(ui::Frame& frame);
  void draw_ticket_place(ui::Frame& frame);
  void carry_out(const std::vector<Intent>& intents, ui::Motion& motion);
  void apply_preferences();
  void read_feed();
  std::string service_name(const domain::ServiceId& id, const std::string& language) const;
  std::optional<ui::WallTime> wall_time(domain::Timestamp at) const;

  ui::Shell& shell_;
  BranchFeed& feed_;
  const domain::Clock& clock_;
  SceneSettings settings_;
  Navigator navigator_;
  Preferences applied_;
  BranchFacts facts_;
  std::optional<domain::BranchCalendar> calendar_;
  std::optional<LiveQueue> queue_;
  bool fresh_ = false;       // queue_ may be shown as live
  bool live_shown_ = false;  // and was, in the last home frame
  Moment look_at_{};         // when the age of the queue has to be looked at again
  bool only_look_ = false;   // nothing else was asked for before that
  Moment fed_at_{};
  bool feed_waits_ = false;
  int frames_ = 0;
  std::string label_drawn_;      // of the ticket in the frame being made
  std::string label_shown_;      // and of the last one that reached the screen
  std::vector<Intent> intents_;  // of the frame being drawn
};

}  // namespace navbat::kiosk
