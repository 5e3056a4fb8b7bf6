// One customer at a kiosk without a screen: a number, its durable commit, its paper; or the start
// after a crash, which offers again what has no paper. For paper_kill_test.
//   paper_visit visit|lonely_visit|restart URL FOLDER PRINTER_PORT
// Writes "ticket ID LABEL" and "paper ID OUTCOME"; after a start then "ready", and waits for
// SIGTERM.

#include <dlfcn.h>

#include <condition_variable>
#include <csignal>
#include <iostream>
#include <mutex>

#include "kiosk/printing/escpos_printer.h"
#include "kiosk/printing/paper_layout.h"
#include "kiosk/printing/print_spooler.h"
#include "server_sync/client/curl_transport.h"
#include "server_sync/client/device_client.h"
#include "system/random_source.h"
#include "system/steady_clock.h"
#include "system/stop_signals.h"
#include "ui/text/labels.h"

namespace {

using namespace navbat;

class Visit final : private kiosk::PrintJournal, private kiosk::PrintListener {
 public:
  Visit(const std::string& url, const std::string& folder, const std::string& port)
      : client_(open(url, folder)),
        spooler_({.printer = std::make_unique<kiosk::EscPosPrinter>(kiosk::EscPosPrinter::Options{
                      .open =
                          [port](const kiosk::Until& until) {
                            return kiosk::open_tcp("127.0.0.1", port, until);
                          }}),
                  .journal = *this,
                  .listener = *this,
                  .log = [](const std::string& line) { std::cerr << line << std::endl; }}) {}
  ~Visit() { client_->stop(); }

  void start() { client_->start(); }

  void wait_until_online() {
    wait([this] {
      return client_->branch() != nullptr && client_->link().state == client::LinkState::kLive &&
             client_->uploads().pending == 0;
    });
  }

  int take_one() {
    const auto ticket = client_->issue({.service = domain::ServiceId{"cash"},
                                        .language = domain::LanguageTag{"uz"},
                                        .priority = {},
                                        .appointment = {},
                                        .phone = {}});
    if (!ticket) {
      std::cerr << ticket.error().detail << '\n';
      return 1;
    }
    std::cout << "ticket " << ticket->id.to_string() << ' ' << ticket->label.to_string()
              << std::endl;
    print(*ticket, false);
    return 0;
  }

  void offer_again() {
    const auto without = client_->unprinted(domain::Timestamp{});
    for (const client::IssuedTicket& ticket : without.value()) {
      print(ticket, true);
    }
  }

 private:
  std::unique_ptr<client::DeviceClient> open(const std::string& url, const std::string& folder) {
    auto transport = client::make_curl_transport(
        {.base_url = url, .bearer_token = "demo-kiosk", .ca_file = {}, .user_agent = "test"});
    const auto changed = [this] {
      { const std::lock_guard lock(mutex_); }
      changed_.notify_all();
    };
    auto opened =
        client::DeviceClient::open({.branch = domain::BranchId{"demo"},
                                    .node = domain::NodeId{"kiosk-k"},
                                    .kiosk_letter = 'K',
                                    .data_dir = folder},
                                   std::move(transport.value()), clock_, system::fill_random,
                                   {.news = changed, .changed = changed, .log = {}});
    return std::move(opened.value());
  }

  template <typename Condition>
  void wait(const Condition& holds) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, holds);
  }

  void print(const client::IssuedTicket& ticket, bool copy) {
    kiosk::PaperTicket paper;
    paper.bank = "Meridian Bank";
    paper.mark = copy ? "Nusxa" : "";
    paper.label = ui::spaced_label(ticket.label.to_string());
    paper.address = ticket.id.to_string();
    const std::size_t done = done_;
    if (!spooler_.print({.ticket_id = ticket.id.to_string(),
                         .name = ticket.label.to_string(),
                         .page = [paper] { return kiosk::lay_out(paper, {}); }})) {
      std::abort();
    }
    wait([this, done] { return done_ > done; });
  }

  tl::expected<void, std::string> set_state(const std::string& ticket,
                                            kiosk::PageState state) override {
    constexpr std::array kStates{domain::PrintState::kSending, domain::PrintState::kPrinted,
                                 domain::PrintState::kUnknown, domain::PrintState::kFailed};
    const auto noted = client_->set_print_state(*domain::TicketId::parse(ticket),
                                                kStates[static_cast<std::size_t>(state)]);
    return noted ? tl::expected<void, std::string>() : tl::unexpected(noted.error().detail);
  }
  void printer_changed(const kiosk::PrinterReport&) override {}
  void job_done(const kiosk::PrintJob& job, const kiosk::PrintResult& result) override {
    constexpr std::array kNames{"printed", "not printed", "unknown"};
    std::cout << "paper " << job.ticket_id << ' '
              << kNames[static_cast<std::size_t>(result.outcome)] << std::endl;
    {
      const std::lock_guard lock(mutex_);
      ++done_;
    }
    changed_.notify_all();
  }

  const system::SteadyClock clock_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t done_ = 0;
  std::unique_ptr<client::DeviceClient> client_;
  kiosk::PrintSpooler spooler_;  // last: its thread uses all above
};

// From here on every step is counted, where kill_at.cpp is preloaded.
void count_steps() {
  if (void* count = ::dlsym(RTLD_DEFAULT, "navbat_count_steps")) {
    reinterpret_cast<void (*)()>(count)();
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) {
    std::cerr << "usage: paper_visit visit|lonely_visit|restart URL FOLDER PRINTER_PORT\n";
    return 2;
  }
  system::StopSignals signals;
  Visit visit(argv[2], argv[3], argv[4]);
  const std::string_view what = argv[1];
  visit.start();
  if (what != "lonely_visit") {
    visit.wait_until_online();
  }
  if (what != "restart") {
    count_steps();
    return visit.take_one();
  }
  visit.offer_again();
  std::mutex mutex;
  std::condition_variable ended;
  bool end = false;
  signals.on_stop([&] {
    const std::lock_guard lock(mutex);
    end = true;
    ended.notify_all();
  });
  std::cout << "ready" << std::endl;
  std::unique_lock lock(mutex);
  ended.wait(lock, [&] { return end; });
  signals.on_stop(nullptr);
  return 0;
}
