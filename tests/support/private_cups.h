#pragma once
// A printing system of a test's own: a real cupsd on a Unix socket in a temporary folder, gone with
// the object. Nothing of the machine's own printing is touched.

#include <memory>
#include <string>

#include "tests/support/child_process.h"
#include "tests/support/temp_dir.h"

namespace navbat::testing {

class PrivateCups {
 public:
  // Ready when it returns; throws std::runtime_error when it cannot be.
  PrivateCups();

  // The socket's path: what a client takes for the server.
  [[nodiscard]] std::string server() const { return folder_.file("cups.sock"); }

  // A queue whose bytes go to an address ("127.0.0.1:9100") as they are.
  void add_raw_queue(const std::string& name, const std::string& address);
  // A queue with filters and the driver of a receipt printer that writes the last page to a PDF
  // file; returns its path.
  std::string add_pdf_queue(const std::string& name);
  void remove_queue(const std::string& name);
  void stop_queue(const std::string& name);
  void start_queue(const std::string& name);

  // Jobs that have not ended.
  [[nodiscard]] std::string waiting_jobs() const;
  // The end of its log, for a failure's message.
  [[nodiscard]] std::string log() const;
  // Ends it, as an administrator would.
  void stop();

 private:
  void write_configuration() const;
  void start();
  void run(const std::string& command) const;

  TempDir folder_;
  std::unique_ptr<ChildProcess> cupsd_;
};

}  // namespace navbat::testing
