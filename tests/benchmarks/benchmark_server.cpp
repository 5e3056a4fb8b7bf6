#include "tests/benchmarks/benchmark_server.h"

#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "tests/support/http_connection.h"

namespace navbat::benchmarks {
namespace {

// The programs stand beside this one; the tree is known from the build.
void set_environment() {
  const auto self = std::filesystem::read_symlink("/proc/self/exe");
  setenv("NAVBAT_BIN", self.parent_path().c_str(), 0);
  setenv("NAVBAT_SOURCE", self.parent_path().parent_path().parent_path().parent_path().c_str(), 0);
}

double metric(const std::string& text, const std::string& name) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(name + " ") || line.starts_with(name + "{")) {
      return std::stod(line.substr(line.rfind(' ') + 1));
    }
  }
  throw std::runtime_error("/metrics has no " + name);
}

}  // namespace

Folder::Folder(const std::string& given) : path_(given), own_(given.empty()) {
  if (own_) {
    std::string pattern = (std::filesystem::temp_directory_path() / "navbat-bench-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = pattern;
  }
  std::filesystem::create_directories(path_);
}

Folder::~Folder() {
  std::error_code ignored;
  if (own_) std::filesystem::remove_all(path_, ignored);
}

BenchmarkServer::BenchmarkServer(const std::filesystem::path& folder) {
  set_environment();
  server_ =
      std::make_unique<testing::ServerProcess>(testing::ServerProcess::Options{.folder = folder});
}

Commits BenchmarkServer::commits() const {
  testing::HttpConnection connection{port()};
  const std::string text = connection.request("GET", "/metrics", "").body;
  return {metric(text, "navbat_writer_jobs_total"), metric(text, "navbat_writer_commits_total")};
}

double BenchmarkServer::cpu_s() const {
  std::ifstream in("/proc/" + std::to_string(server_->process().pid()) + "/stat");
  std::string text;
  std::getline(in, text);
  std::istringstream fields(text.substr(text.rfind(')') + 2));
  std::string skipped;
  for (int i = 0; i < 11; ++i) fields >> skipped;
  double user = 0;
  double system = 0;
  fields >> user >> system;
  return (user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

double BenchmarkServer::memory_mib() const {
  std::ifstream in("/proc/" + std::to_string(server_->process().pid()) + "/status");
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("VmRSS:")) return std::stod(line.substr(6)) / 1024.0;
  }
  throw std::runtime_error("the server is gone");
}

void BenchmarkServer::stop() {
  if (server_->stop() != 0) throw std::runtime_error("the server did not end well");
}

}  // namespace navbat::benchmarks
