#include "tests/e2e/kiosk_on_screen.h"

#include <chrono>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "kiosk/app/branch_values.h"
#include "server_sync/client/decode_view.h"
#include "tests/support/http_connection.h"
#include "ui/text/labels.h"

namespace navbat::testing {
namespace {

namespace fs = std::filesystem;

constexpr int kWidth = 1080;
constexpr int kHeight = 1920;

std::string read(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

void replace(std::string& text, const std::string& what, const std::string& with) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size()) {
    text.replace(at, what.size(), with);
  }
}

}  // namespace

KioskOnScreen::KioskOnScreen()
    : screen_(temp_.path(), kWidth, kHeight),
      server_({.folder = temp_.path(), .config = tree_file("config/demo.toml"), .more = {}}) {}

KioskOnScreen::~KioskOnScreen() = default;

// The configuration that is shipped, standing still and with another printer.
fs::path KioskOnScreen::write_config(const std::string& printing) const {
  std::string text = read(tree_file("config/kiosk.toml"));
  replace(text, "\"../", "\"" + tree_file("").string());
  replace(text, "reduced_motion = false", "reduced_motion = true");
  if (!printing.empty()) {
    const std::size_t table = text.find("[printing]\n");
    if (table == std::string::npos) throw std::runtime_error("no [printing] in kiosk.toml");
    const std::size_t next = text.find("\n[", table);
    text.replace(table, next == std::string::npos ? next : next - table,
                 "[printing]\n" + printing + "\n");
  }
  const fs::path file = folder() / "kiosk.toml";
  std::ofstream(file) << text;
  return file;
}

void KioskOnScreen::start_kiosk(const std::string& printing) {
  kiosk_ = std::make_unique<ChildProcess>(
      std::vector<std::string>{program("navbat-kiosk").string(), "--config",
                               write_config(printing).string(), "--server", server_.url(), "--data",
                               data_.string(), "--screenshot", (folder() / "home.png").string()},
      folder() / "kiosk.out", folder() / "kiosk.err");
  ASSERT_TRUE(eventually([&] { return log_has("saved"); })) << kiosk_->err() << kiosk_->out();
  stage_ = std::make_unique<kiosk::KioskStage>();
  stage_->feed.facts_ = kiosk::branch_facts(branch_at_server());
  for (auto& [service, wait] : stage_->feed.queue_->services) {
    wait = {.waiting = 0, .range = domain::PromiseRange{0, 1, 2}};
  }
  stage_->refresh();
}

void KioskOnScreen::press(const std::string& target) {
  const ui::SeenTarget* seen = stage_->sees().find(target);
  if (seen == nullptr) throw std::runtime_error("no target " + target);
  const ui::Point at = seen->rect.center();
  screen_.click(static_cast<int>(at.x), static_cast<int>(at.y));
  stage_->robot->tap(target);
  stage_->robot->advance(ui::Moment{500});  // sheets slide
}

std::string KioskOnScreen::find_target(const std::string& ending) const {
  for (const ui::SeenTarget& target : stage_->sees().targets()) {
    if (target.id.ends_with(ending)) return target.id;
  }
  return {};
}

void KioskOnScreen::choose_language(const std::string& tag) {
  if (stage_->scene->navigator().preferences().language == tag) return;
  std::string before = picture();
  if (const std::string button = find_target("/language/" + tag); !button.empty()) {
    press(button);
  } else {
    press(find_target("/languages"));
    wait_for_another(before);
    before = picture();
    press("languages/" + tag);
  }
  wait_for_another(before);
}

void KioskOnScreen::leave_ticket() {
  press("ticket/done");
  ASSERT_TRUE(eventually([&] {
    const fs::path file = folder() / "left.ppm";
    screen_.save(file);
    return screen_.read_codes(file).empty();
  })) << "the ticket stays";
}

void KioskOnScreen::printer_becomes(kiosk::PrinterHealth health) {
  const std::string word = "printer: ";
  const std::string state = word + std::string(kiosk::short_name(health));
  ASSERT_TRUE(eventually([&] {
    const std::string log = kiosk_->out();
    const std::size_t last = log.rfind(word);
    return last != std::string::npos && log.compare(last, state.size(), state) == 0;
  })) << state
      << "\n"
      << kiosk_->out();
  stage_->scene->printer_is(health, {});
  stage_->robot->advance(ui::Moment{500});
  wait_for_another({});
}

bool KioskOnScreen::shows_number(const std::string& label) const {
  return eventually([&] { return log_has("on the screen: " + ui::spaced_label(label) + "\n"); });
}

std::string KioskOnScreen::code_on_screen() {
  std::string code;
  static_cast<void>(eventually([&] {
    const fs::path file = folder() / "code.ppm";
    screen_.save(file);
    code = screen_.read_codes(file);
    return !code.empty();
  }));
  return code.substr(0, code.find('\n'));
}

std::string KioskOnScreen::picture() {
  const fs::path file = folder() / "now.ppm";
  screen_.save(file);
  return read(file);
}

void KioskOnScreen::wait_for_another(const std::string& before) {
  std::string last = before;
  ASSERT_TRUE(eventually([&] {
    std::string now = picture();
    const bool still = now == last && now != before;
    last = std::move(now);
    return still;
  })) << "the screen does not change";
}

std::string KioskOnScreen::body_of(const std::string& path) const {
  HttpConnection http(server_.port());
  const HttpReply reply = http.request("GET", "/api/v1" + path, "demo-kiosk");
  if (reply.status != 200) {
    throw std::runtime_error(path + ": " + std::to_string(reply.status) + " " + reply.body);
  }
  return reply.body;
}

client::BranchInfo KioskOnScreen::branch_at_server() const {
  return client::decode_branch(body_of("/branches/demo")).value();
}

kiosk::IssuedTicket KioskOnScreen::ticket_at(const std::string& address) const {
  constexpr std::size_t kIdLength = 36;
  const std::size_t id = address.rfind("/t/");
  if (id == std::string::npos) throw std::runtime_error("no ticket's address: " + address);
  const auto found =
      client::decode_ticket(body_of("/tickets/" + address.substr(id + 3, kIdLength)));
  return kiosk::issued_ticket(found.value().at(0).ticket);
}

bool KioskOnScreen::branch_hears(const std::string& event, const std::string& text) const {
  HttpConnection http(server_.port());
  http.send_raw(format_request("GET", "/api/v1/branches/demo/events", "demo-manager", {},
                               "Last-Event-ID: 0\r\n"));
  std::string told;
  // Heartbeats come as long as the server lives.
  return eventually([&] {
    told += http.receive_some();
    std::istringstream lines(told);
    bool of_event = false;
    for (std::string line; std::getline(lines, line);) {
      of_event = line.starts_with("event:") ? line.find(event) != std::string::npos : of_event;
      if (of_event && line.starts_with("data:") && line.find(text) != std::string::npos) {
        return true;
      }
    }
    return false;
  });
}

}  // namespace navbat::testing
