#pragma once
// What a running program has used so far, as Linux tells it under /proc.

#include <sys/types.h>
#include <unistd.h>

#include <fstream>
#include <sstream>
#include <string>

namespace navbat::benchmarks {

// Processor time of all its threads, user and system, since its start.
inline double cpu_seconds(pid_t pid) {
  std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
  std::string text;
  std::getline(file, text);
  std::istringstream fields(text.substr(text.rfind(')') + 2));
  std::string skipped;
  for (int i = 0; i < 11; ++i) fields >> skipped;
  double user = 0;
  double system = 0;
  fields >> user >> system;
  return (user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

// The figure of a line "name   123 kB" of a file under /proc, in MiB; 0 without one.
inline double mib_line(pid_t pid, const std::string& file_name, const std::string& name) {
  std::ifstream file("/proc/" + std::to_string(pid) + "/" + file_name);
  std::string line;
  while (std::getline(file, line)) {
    if (line.starts_with(name)) return std::stod(line.substr(name.size())) / 1024;
  }
  return 0;
}

inline double resident_mib(pid_t pid) { return mib_line(pid, "status", "VmRSS:"); }

// Resident memory in which pages shared with other processes count by their share.
inline double proportional_mib(pid_t pid) { return mib_line(pid, "smaps_rollup", "Pss:"); }

}  // namespace navbat::benchmarks
