#pragma once
// The real kiosk on a virtual screen, in the hands of a real pointer, with a real server. What is
// on the screen is read back from pixels.

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>

#include "kiosk/model/branch.h"
#include "server_sync/client/branch_view.h"
#include "tests/kiosk/kiosk_stage.h"
#include "tests/support/child_process.h"
#include "tests/support/eventually.h"
#include "tests/support/server_process.h"
#include "tests/support/temp_dir.h"
#include "tests/support/virtual_screen.h"

namespace navbat::testing {

class KioskOnScreen : public ::testing::Test {
 protected:
  KioskOnScreen();
  ~KioskOnScreen() override;

  // Shows live data when it returns. `printing`: the lines of that table in place of those of
  // config/kiosk.toml.
  void start_kiosk(const std::string& printing = {});

  std::filesystem::path folder() const { return temp_.path(); }
  bool log_has(const std::string& text) const {
    return kiosk_->out().find(text) != std::string::npos;
  }

  // Clicks on a target of what the customer sees. Where it is, the same screens know that are laid
  // out here without a window and go along; they know nobody who waits.
  void press(const std::string& target);
  // From home, by the button or through the sheet of languages.
  void choose_language(const std::string& tag);
  // From a ticket back to home.
  void leave_ticket();
  // Waits at home until the printer is known to be so and the screen says it.
  void printer_becomes(kiosk::PrinterHealth health);
  // False when the screen never shows that number.
  [[nodiscard]] bool shows_number(const std::string& label) const;
  // The address in the QR code on the screen; empty when there never comes one.
  [[nodiscard]] std::string code_on_screen();

  // What the server has.
  client::BranchInfo branch_at_server() const;
  kiosk::IssuedTicket ticket_at(const std::string& address) const;
  // Whether the branch's log comes to hold such an event.
  [[nodiscard]] bool branch_hears(const std::string& event, const std::string& text) const;

  TempDir temp_;
  VirtualScreen screen_;
  ServerProcess server_;
  std::filesystem::path data_ = folder() / "kiosk";
  std::unique_ptr<ChildProcess> kiosk_;

 private:
  std::filesystem::path write_config(const std::string& printing) const;
  std::string body_of(const std::string& path) const;
  std::string picture();
  // Another picture than that one (empty: any), standing still.
  void wait_for_another(const std::string& before);
  std::string find_target(const std::string& ending) const;

  std::unique_ptr<kiosk::KioskStage> stage_;
};

}  // namespace navbat::testing
