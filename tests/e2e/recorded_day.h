#pragma once
// A queue log as a real branch might have recorded it, with a few warts; made up, so that the tests
// need no file from outside.

#include <cstdint>
#include <filesystem>

namespace navbat::e2e {

struct RecordedDay {
  int visits = 0;  // That a reader can believe.
  int served = 0;
  int left = 0;
  int warts = 0;
};

// Writes one day, 1999-02-03, of 9:00 to 17:00: three services, five agents, first come first
// served, customers who give up.
RecordedDay write_recorded_day(const std::filesystem::path& file, std::uint64_t seed);

}  // namespace navbat::e2e
