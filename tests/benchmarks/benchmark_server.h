#pragma once
// A real navbat-server with the demo's configuration, beside the benchmark in the same folder of
// programs, and what the system says of it.

#include <filesystem>
#include <memory>
#include <string>

#include "tests/support/server_process.h"

namespace navbat::benchmarks {

// A folder for one run: the given one (made, and left), or a temporary one (removed).
class Folder {
 public:
  explicit Folder(const std::string& given);
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
  bool own_;
};

// What the writer did so far, from /metrics.
struct Commits {
  double jobs = 0;
  double commits = 0;
};

class BenchmarkServer {
 public:
  explicit BenchmarkServer(const std::filesystem::path& folder);

  [[nodiscard]] std::uint16_t port() const { return server_->port(); }
  [[nodiscard]] Commits commits() const;
  [[nodiscard]] double cpu_s() const;       // User and system time so far.
  [[nodiscard]] double memory_mib() const;  // Resident.
  void stop();

 private:
  std::unique_ptr<testing::ServerProcess> server_;
};

}  // namespace navbat::benchmarks
