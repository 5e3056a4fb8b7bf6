#include "kiosk/app/kiosk_scene.h"

#include <utility>

#include "kiosk/limits.h"
#include "kiosk/printing/paper_layout.h"

namespace navbat::kiosk {
namespace {

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

KioskScene::KioskScene(ui::Shell& shell, BranchFeed& feed, Errands& errands,
                       const domain::Clock& clock, SceneSettings settings)
    : shell_(shell),
      feed_(feed),
      clock_(clock),
      settings_(std::move(settings)),
      navigator_(settings_.visit, errands, *this),
      applied_(navigator_.preferences()) {
  facts_.bank = settings_.bank;
  device_.version = settings_.version;
  device_.name = settings_.device;
  device_.letter = settings_.letter;
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
  follow_reader();
  if (feed_waits_ || frame.motion.now() - fed_at_ >= kLiveRedrawEvery) {
    read_feed();
  }
  apply_preferences();
  const Emit emit = [this](Intent intent) { intents_.push_back(std::move(intent)); };
  frame.page = navigator_.page();
  const ScreenContext shown = context(frame);
  const bool covered = navigator_.sheet() != Sheet::kNone;
  frame.interactive = !covered;
  take_input(frame, emit);
  draw_place(frame, shown, emit);
  draw_sheets(frame, shown, emit);
  carry_out(intents_, frame.motion);
  if (const auto deadline = navigator_.deadline()) {
    frame.motion.wake_at(*deadline);
  }
}

void KioskScene::carry_out(const std::vector<Intent>& intents, ui::Motion& motion) {
  for (const Intent& intent : intents) {
    if (settings_.reader != nullptr && std::holds_alternative<Louder>(intent)) {
      settings_.reader->louder();
    } else if (settings_.reader != nullptr && std::holds_alternative<Quieter>(intent)) {
      settings_.reader->quieter();
    }
    navigator_.handle(intent, motion.now());
    shell_.redraw();
  }
  apply_preferences();
}

// The keypad and its headphone plug switch the voice without a touch on the screen.
void KioskScene::follow_reader() {
  if (settings_.reader == nullptr) {
    return;
  }
  device_.volume = settings_.reader->volume();
  if (settings_.reader->on() != applied_.speech) {
    navigator_.set_speech(settings_.reader->on());
    applied_.speech = settings_.reader->on();
  }
}

void KioskScene::apply_preferences() {
  if (visits_ != navigator_.visits()) {
    visits_ = navigator_.visits();
    shell_.reset_access();  // the next customer finds everything as configured
    applied_.lowered = false;
    follow_reader();
  }
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
  if (wanted.lowered != applied_.lowered) {
    shell_.set_reach(wanted.lowered ? settings_.lowered_reach_mm : 0);
  }
  if (settings_.reader != nullptr && wanted.speech != applied_.speech) {
    settings_.reader->set_on(wanted.speech);
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

PrintJob KioskScene::test_page() const {
  const std::string& language = settings_.visit.first_language;
  TestFacts facts{.bank = facts_.bank,
                  .branch = facts_.name.in(language),
                  .time = wall_time(clock_.now()).value_or(ui::WallTime{}),
                  .phone_page = settings_.phone_page,
                  .kiosk_number = settings_.kiosk_number,
                  .printer = std::string(short_name(device_.printer)),
                  .version = settings_.version};
  return {
      .ticket_id = {},
      .name = "test-" + settings_.new_id(),
      .page = [page = make_test_page(shell_.catalogues(), shell_.catalogues().of(language), facts),
               logo = settings_.logo,
               dots = settings_.paper_dots] { return lay_out(page, logo, dots); }};
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

// Where a frame depends on nothing but the feed, the minute and the navigator's time-outs.
bool KioskScene::can_stand_still() const {
  const Place place = navigator_.place();
  return navigator_.sheet() == Sheet::kNone && (place == Place::kHome || place == Place::kAttract);
}

// Heartbeats keep the queue fresh without a word: looking at its age must not cost a frame.
bool KioskScene::wants_frame(ui::Motion& motion) {
  if (feed_waits_ || !only_look_ || !can_stand_still() || watch_age(motion) != fresh_) {
    return true;
  }
  header(motion, shell_.language());  // the next minute
  if (const auto deadline = navigator_.deadline()) {
    motion.wake_at(*deadline);
  }
  only_look_ = motion.next_wake() == look_at_;
  return false;
}

ScreenContext KioskScene::context(ui::Frame& frame) {
  fresh_ = watch_age(frame.motion);
  live_shown_ = fresh_ && navigator_.place() == Place::kHome && !facts_.services.empty();
  return {.header = header(frame.motion, frame.words.language()),
          .facts = facts_,
          .live = fresh_ ? &*queue_ : nullptr,
          .own_waits = own_waits_,
          .openings = openings_,
          .device = device_,
          .navigator = navigator_,
          .words = frame.words,
          .languages = frame.languages,
          .wall = [this](domain::Timestamp at) { return wall_time(at); },
          .now = frame.motion.now()};
}

ServiceOpening KioskScene::opening(const domain::ServiceId& service) const {
  const auto known = openings_.find(service);
  return known == openings_.end() ? ServiceOpening{} : known->second;
}

std::vector<Suggestion> KioskScene::suggestions(const domain::ServiceId& service) const {
  const auto now = wall_time(clock_.now());
  return suggestions_for(service, facts_, fresh_ ? &*queue_ : nullptr, outlook_,
                         now ? std::optional(now->hour) : std::nullopt);
}

std::optional<domain::PromiseRange> KioskScene::wait(const domain::ServiceId& service) const {
  if (!fresh_) {
    return std::nullopt;
  }
  const auto known = queue_->services.find(service);
  return known == queue_->services.end() ? std::nullopt : known->second.range;
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

// ----- the feed -------------------------------------------------------------------------------

void KioskScene::read_feed() {
  fed_at_ = shell_.now();
  feed_waits_ = false;
  if (auto facts = feed_.facts()) {
    facts->takes_bookings = settings_.takes_bookings;
    facts->grants_priority = settings_.grants_priority;
    facts->takes_ratings = settings_.takes_ratings;
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
  const auto age = feed_.age();
  own_waits_ = age && *age < kLiveFor ? OwnWaits{} : feed_.own_waits();
  openings_ = feed_.openings();
  outlook_ = feed_.outlook();
  device_.link = feed_.link();
}

void KioskScene::feed_changed() {
  if (feed_waits_) {
    return;
  }
  const auto age = feed_.age();
  const bool fresh = age && *age < kLiveFor;
  const auto facts = feed_.facts();
  const bool staff = navigator_.place() == Place::kStaff;
  const bool same = feed_.queue() == queue_ && fresh == fresh_ && (!facts || *facts == facts_) &&
                    feed_.openings() == openings_ && (!staff || feed_.link() == device_.link);
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
