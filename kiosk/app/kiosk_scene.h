#pragma once
// The kiosk on one page: which screens there are, what fills them, what their intents do.

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/business_day.h"
#include "domain/time.h"
#include "kiosk/model/corner_knock.h"
#include "kiosk/model/device_health.h"
#include "kiosk/model/navigator.h"
#include "kiosk/model/ports.h"
#include "kiosk/printing/paper_ticket.h"
#include "kiosk/printing/print_spooler.h"
#include "kiosk/screens/context.h"
#include "ui/app/shell.h"

namespace navbat::kiosk {

struct SceneSettings {
  std::string bank;                    // until the branch is known
  std::string phone_page;              // empty: no QR code
  std::string device;                  // this kiosk's name, for staff
  char letter = 0;                     // of its own series of tickets; 0: none
  std::string staff_key;               // opens the staff menu, "Ctrl+Alt+S"; empty: none
  std::string kiosk_number;            // printed
  std::filesystem::path logo;          // on paper; empty: none
  int paper_dots = kPaperDots;         // width of the paper
  std::string version;                 // of the software
  ui::ScreenReader* reader = nullptr;  // outlives the scene; null: the kiosk has no voice
  float lowered_reach_mm = 300;        // controls within so much of the lower edge; see Preferences
  ui::Theme light;
  ui::Theme high_contrast;
  Navigator::Settings visit;
  // What home offers besides services.
  bool takes_bookings = true;
  bool grants_priority = true;
  bool takes_ratings = true;
  std::function<std::string()> new_id;          // a UUID
  std::function<void(const std::string&)> log;  // one line; may be null
};

// UI thread only, except where said.
class KioskScene final : public ui::Scene, private Surroundings {
 public:
  // All references outlive the scene. `clock` is the wall clock for the header.
  KioskScene(ui::Shell& shell, BranchFeed& feed, Errands& errands, const domain::Clock& clock,
             SceneSettings settings);

  void draw(ui::Frame& frame) override;
  void presented() override;
  bool wants_frame(ui::Motion& motion) override;

  // Answers to errands.
  void issued(IssuedTicket ticket);
  void not_issued(const NoTicket& why);
  void printed(const std::string& ticket_id, PrintProgress progress);
  void booking_found(Booking booking);
  void ticket_found(IssuedTicket ticket, Rateable rateable);
  void no_ticket(bool server_answered);
  void pin_checked(bool right);
  void tickets_loaded(std::vector<IssuedTicket> tickets);
  void offer_reprint(IssuedTicket ticket);

  // News of the terminal itself.
  void printer_is(PrinterHealth health, const std::string& detail);
  void volume_is(int percent);
  void out_of_service(bool out);

  // The feed may have changed: draws only if what is shown did, at most once a second.
  void feed_changed();

  // What the paper of `ticket` says of branch, service and time.
  PaperFacts paper_facts(const IssuedTicket& ticket, const std::string& language) const;
  // A page that shows what the printer can do.
  PrintJob test_page() const;

  Place place() const { return navigator_.place(); }
  const Navigator& navigator() const { return navigator_; }
  bool has_live_data() const { return live_shown_; }
  int frames_drawn() const { return frames_; }

 private:
  // Surroundings, for the navigator.
  const BranchFacts& facts() const override { return facts_; }
  ServiceOpening opening(const domain::ServiceId& service) const override;
  std::vector<Suggestion> suggestions(const domain::ServiceId& service) const override;
  std::optional<domain::PromiseRange> wait(const domain::ServiceId& service) const override;
  std::string new_id() override { return settings_.new_id(); }

  HeaderModel header(ui::Motion& motion, const std::string& language);
  ScreenContext context(ui::Frame& frame);
  bool watch_age(ui::Motion& motion);
  void take_input(const ui::Frame& frame, const Emit& emit);
  void draw_place(ui::Frame& frame, const ScreenContext& context, const Emit& emit);
  void draw_sheets(ui::Frame& frame, const ScreenContext& context, const Emit& emit);
  void draw_ticket_place(ui::Frame& frame, const ScreenContext& context, const Emit& emit);
  void carry_out(const std::vector<Intent>& intents, ui::Motion& motion);
  void apply_preferences();
  void follow_reader();
  void read_feed();
  bool can_stand_still() const;
  std::string service_name(const domain::ServiceId& id, const std::string& language) const;
  std::optional<ui::WallTime> wall_time(domain::Timestamp at) const;

  ui::Shell& shell_;
  BranchFeed& feed_;
  const domain::Clock& clock_;
  SceneSettings settings_;
  BranchFacts facts_;
  std::optional<domain::BranchCalendar> calendar_;
  std::optional<LiveQueue> queue_;
  OwnWaits own_waits_;
  Openings openings_;
  Outlook outlook_;
  DeviceHealth device_;
  Navigator navigator_;
  CornerKnock knock_;
  Preferences applied_;
  int visits_ = 0;           // that the access settings were reset for
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
