#include "tests/support/private_cups.h"

#include <csignal>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "tests/support/escpos_sink.h"
#include "tests/support/eventually.h"

namespace navbat::testing {
namespace {

namespace fs = std::filesystem;

constexpr const char* kScheduler = R"(LogLevel info
WebInterface No
Browsing No
ErrorPolicy retry-current-job
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
)";

}  // namespace

PrivateCups::PrivateCups() {
  write_configuration();
  start();
}

void PrivateCups::write_configuration() const {
  // Filters run as another user when cupsd is started by root.
  fs::permissions(folder_.path(),
                  fs::perms::owner_all | fs::perms::group_exec | fs::perms::others_exec);
  for (const char* name : {"root", "spool", "state", "cache", "tmp", "log"}) {
    fs::create_directory(folder_.file(name));
  }
  fs::permissions(folder_.file("tmp"), fs::perms::all | fs::perms::sticky_bit);
  std::ofstream(folder_.file("cups-files.conf"))
      << "ServerRoot " << folder_.file("root") << "\nRequestRoot " << folder_.file("spool")
      << "\nStateDir " << folder_.file("state") << "\nCacheDir " << folder_.file("cache")
      << "\nTempDir " << folder_.file("tmp") << "\nErrorLog " << folder_.file("log/error")
      << "\nAccessLog " << folder_.file("log/access") << "\nPageLog " << folder_.file("log/page")
      << "\nFileDevice Yes\n";
  std::ofstream(folder_.file("cupsd.conf")) << "Listen " << server() << '\n' << kScheduler;
}

void PrivateCups::start() {
  cupsd_ = std::make_unique<ChildProcess>(
      std::vector<std::string>{"/usr/sbin/cupsd", "-f", "-c", folder_.file("cupsd.conf"), "-s",
                               folder_.file("cups-files.conf")},
      folder_.file("out"), folder_.file("err"));
  const bool ready = eventually([this] {
    return output_of("lpstat -h " + server() + " -r 2>&1") == "scheduler is running\n";
  });
  if (!ready) {
    throw std::runtime_error("no cupsd: " + cupsd_->err() + log());
  }
}

void PrivateCups::run(const std::string& command) const {
  const std::string output = output_of(command + " 2>&1 || echo FAILED");
  if (output.find("FAILED") != std::string::npos) {
    throw std::runtime_error(command + ": " + output);
  }
}

void PrivateCups::add_raw_queue(const std::string& name, const std::string& address) {
  run("lpadmin -h " + server() + " -p " + name + " -E -m raw -v socket://" + address);
}

std::string PrivateCups::add_pdf_queue(const std::string& name) {
  const std::string file = folder_.file("tmp/" + name + ".pdf");
  run("lpadmin -h " + server() + " -p " + name + " -E -P " +
      tree_file("tests/support/data/receipt.ppd").string() + " -v file:" + file);
  return file;
}

void PrivateCups::remove_queue(const std::string& name) {
  run("lpadmin -h " + server() + " -x " + name);
}

void PrivateCups::stop_queue(const std::string& name) {
  run("cupsdisable -h " + server() + " " + name);
}

void PrivateCups::start_queue(const std::string& name) {
  run("cupsenable -h " + server() + " " + name);
}

std::string PrivateCups::waiting_jobs() const {
  return output_of("lpstat -h " + server() + " -o 2>&1");
}

std::string PrivateCups::log() const {
  return output_of("tail -n 40 " + folder_.file("log/error") + " 2>&1");
}

void PrivateCups::stop() {
  cupsd_->signal(SIGTERM);
  static_cast<void>(cupsd_->wait(std::chrono::seconds{10}));
}

}  // namespace navbat::testing
