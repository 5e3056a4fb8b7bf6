#include "kiosk/app/kiosk_scene.h"

#include <utility>

#include "kiosk/limits.h"
#include "kiosk/screens/home_view.h"
#include "kiosk/screens/languages_view.h"
#include "kiosk/screens/ticket_view.h"
#include "kiosk/screens/trouble_view.h"

namespace navbat::kiosk {
namespace {

constexpr Moment kSheetTime{240};

ui::WallTime on_the_wall(const domain::LocalTime& local) {
  const std::chrono::weekday weekday{std::chrono::sys_days(local.date)};
  return {.year = static_cast<int>(local.date.year()),
          .month = static_cast<int>(static_cast<unsigned>(local.date.month())),
          .day = static_cast<int>(static_cast<unsigned>(local.date.day())),
          .weekday = static_cast<int>(weekday.iso_encoding()),
          .hour = local.hour,
          .minute = local.minute,
          .second = local.second};
}

}  // namespace

KioskScene::KioskScene(ui::Shell& shell, BranchFeed& feed, const domain::Clock& clock,
                       SceneSettings settings, Navigator::Jobs jobs)
    : shell_(shell),
      feed_(feed),
      clock_(clock),
      settings_(std::move(settings)),
      navigator_(shell.language(), std::move(jobs)),
      applied_(navigator_.preferences()) {
  facts_.bank = settings_.bank;
  read_feed();
}

void KioskScene::draw(ui::Frame& frame) {
  const Moment now = frame.motion.now();
  intents_.clear();
  label_drawn_.clear();
  if (frame.pointer.pressed) {
    navigator_.touched(now);
  }
  navigator_.tick(now);
  if (feed_waits_ || frame.motion.now() - fed_at_ >= kLiveRedrawEvery) {
    read_feed();
  }
  apply_preferences();
  switch (navigator_.place()) {
    case Place::kHome:
    case Place::kLanguages:
      draw_home_place(frame);
      break;
    case Place::kIssuing:
    case Place::kTicket:
      draw_ticket_place(frame);
      break;
    case Place::kTrouble:
      draw_trouble(frame, header(frame.motion, frame.words.language()),
                   [this](Intent intent) { intents_.push_back(intent); });
      break;
  }
  carry_out(intents_, frame.motion);
  if (const auto deadline = navigator_.deadline()) {
    frame.motion.wake_at(*deadline);
  }
}

void KioskScene::carry_out(const std::vector<Intent>& intents, ui::Motion& motion) {
  for (const Intent& intent : intents) {
    navigator_.handle(intent, motion.now());
    shell_.redraw();
  }
  apply_preferences();
}

void KioskScene::apply_preferences() {
  const Preferences& wanted = navigator_.preferences();
  if (wanted == applied_) {
    return;
  }
  if (wanted.language != applied_.language) {
    shell_.set_language(wanted.language);
  }
  if (wanted.high_contrast != applied_.high_contrast || wanted.large_text != applied_.large_text) {
    const ui::Theme& theme = wanted.high_contrast ? settings_.high_contrast : settings_.light;
    shell_.set_theme(wanted.large_text ? ui::with_large_text(theme) : theme);
  }
  applied_ = wanted;
}

void KioskScene::presented() {
  ++frames_;
  only_look_ = fresh_ && shell_.motion().next_wake() == look_at_;
  if (label_drawn_ != label_shown_) {
    label_shown_ = label_drawn_;
    if (settings_.log && !label_shown_.empty()) {
      settings_.log("on the screen: " + label_shown_);
    }
  }
}

std::optional<ui::WallTime> KioskScene::wall_time(domain::Timestamp at) const {
  return calendar_ ? std::optional(on_the_wall(calendar_->local(at))) : std::nullopt;
}

PaperFacts KioskScene::paper_facts(const IssuedTicket& ticket, const std::string& language) const {
  return {.bank = facts_.bank,
          .branch = facts_.name.in(language),
          .service = service_name(ticket.service, language),
          .time = wall_time(ticket.issued_at).value_or(ui::WallTime{}),
          .phone_page = {},
          .kiosk_number = {}};
}

HeaderModel KioskScene::header(ui::Motion& motion, const std::string& language) {
  HeaderModel model{.bank = facts_.bank, .branch = facts_.name.in(language), .time = {}};
  const domain::Timestamp now = clock_.now();
  if (model.time = wall_time(now); model.time) {
    const auto into_minute = now.time_since_epoch() % std::chrono::minutes{1};
    motion.wake_after(std::chrono::minutes{1} - into_minute + Moment{5});
  }
  return model;
}

// Whether the queue may be shown as live, and when to ask again.
bool KioskScene::watch_age(ui::Motion& motion) {
  const auto age = feed_.age();
  const bool fresh = queue_ && age && *age < kLiveFor;
  if (fresh) {
    look_at_ = motion.now() + kLiveFor - *age + Moment{5};
    motion.wake_at(look_at_);
  }
  return fresh;
}

// Heartbeats keep the queue fresh without a word: looking at its age must not cost a frame.
bool KioskScene::wants_frame(ui::Motion& motion) {
  if (!only_look_ || navigator_.place() != Place::kHome || watch_age(motion) != fresh_) {
    return true;
  }
  header(motion, shell_.language());  // the next minute
  if (const auto deadline = navigator_.deadline()) {
    motion.wake_at(*deadline);
  }
  only_look_ = motion.next_wake() == look_at_;
  return false;
}

HomeModel KioskScene::home(ui::Frame& frame) {
  fresh_ = watch_age(frame.motion);
  Preferences preferences = navigator_.preferences();
  preferences.language = frame.words.language();  // what this frame is set in
  HomeModel model = make_home(facts_, fresh_ ? &*queue_ : nullptr, preferences, frame.languages);
  model.header = header(frame.motion, preferences.language);
  live_shown_ = fresh_ && !model.services.empty();
  return model;
}

void KioskScene::draw_home_place(ui::Frame& frame) {
  const HomeModel model = home(frame);
  const Emit emit = [this](Intent intent) { intents_.push_back(std::move(intent)); };
  const bool sheet = navigator_.place() == Place::kLanguages;
  const float open = frame.motion.follow("languages", sheet ? 1.0F : 0.0F, kSheetTime);
  frame.interactive = !sheet && open < 0.01F;
  draw_home(frame, model, emit);
  if (open > 0) {
    frame.interactive = sheet;
    draw_languages(frame, model, open, emit);
  }
}

std::string KioskScene::service_name(const domain::ServiceId& id,
                                     const std::string& language) const {
  for (const ServiceOffer& offer : facts_.services) {
    if (offer.id == id) {
      return offer.name.in(language);
    }
  }
  return id.value();
}

void KioskScene::draw_ticket_place(ui::Frame& frame) {
  const auto& ticket = navigator_.ticket();
  const bool shown = navigator_.place() == Place::kTicket && ticket;
  const auto issued_at = shown ? wall_time(ticket->issued_at) : std::nullopt;
  const std::string issued_on = issued_at ? ui::long_date_text(frame.words, *issued_at) + "  ·  " +
                                                ui::clock_text(frame.words, *issued_at)
                                          : std::string();
  TicketModel model =
      make_ticket(header(frame.motion, frame.words.language()),
                  service_name(navigator_.service(), frame.words.language()),
                  shown ? &*ticket : nullptr, issued_on, settings_.phone_page, navigator_.paper());
  const Moment now = frame.motion.now();
  const auto deadline = navigator_.deadline();
  count_down(model, navigator_.since(), shown ? deadline : std::nullopt, now);
  if (shown && deadline) {
    const Moment left = *deadline - now;
    frame.motion.wake_after(left % Moment{1000} + Moment{1});  // the next whole second
  }
  label_drawn_ = model.label;
  draw_ticket(frame, model, [this](Intent intent) { intents_.push_back(std::move(intent)); });
}

void KioskScene::issued(IssuedTicket ticket) {
  navigator_.issued(std::move(ticket), shell_.now());
  shell_.redraw();
}

void KioskScene::not_issued() {
  navigator_.not_issued(shell_.now());
  shell_.redraw();
}

void KioskScene::printed(const std::string& ticket_id, bool success) {
  navigator_.printed(ticket_id, success);
  shell_.redraw();
}

void KioskScene::read_feed() {
  fed_at_ = shell_.now();
  feed_waits_ = false;
  if (auto facts = feed_.facts()) {
    if (*facts != facts_) {
      facts_ = std::move(*facts);
      const auto zone = domain::find_time_zone(facts_.time_zone);
      calendar_.reset();
      if (zone) {
        calendar_.emplace(*zone, std::chrono::minutes{0});  // only the wall time is wanted of it
      }
    }
  }
  queue_ = feed_.queue();
}

void KioskScene::feed_changed() {
  if (feed_waits_) {
    return;
  }
  const auto age = feed_.age();
  const bool fresh = age && *age < kLiveFor;
  const auto facts = feed_.facts();
  const bool same = feed_.queue() == queue_ && fresh == fresh_ && (!facts || *facts == facts_);
  if (same) {
    return;
  }
  feed_waits_ = true;
  const Moment due = fed_at_ + kLiveRedrawEvery;
  if (shell_.now() >= due) {
    shell_.redraw();
  } else {
    shell_.motion().wake_at(due);
  }
}

}  // namespace navbat::kiosk
