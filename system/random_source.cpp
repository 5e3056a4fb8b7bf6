#include "system/random_source.h"

#include <sys/random.h>

#include <cerrno>

#include "domain/check.h"

namespace navbat::system {

void fill_random(std::span<std::uint8_t> bytes) {
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const ssize_t got = getrandom(bytes.data() + filled, bytes.size() - filled, 0);
    if (got < 0 && errno == EINTR) continue;
    domain::check(got > 0, "the kernel gives no randomness");
    filled += static_cast<std::size_t>(got);
  }
}

}  // namespace navbat::system
