// A library to preload (LD_PRELOAD) into a program that a test wants to die at a certain step: it
// counts what would reach a disk or a network, and ends the program with SIGKILL in front of the
// step number NAVBAT_KILL_AT, 1 being the first after navbat_count_steps() was called.

#include <dlfcn.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdlib>

namespace {

std::atomic<long> steps_left = -1;  // below 0: not counting

void step() {
  if (steps_left.load() < 0) {
    return;
  }
  if (steps_left.fetch_sub(1) == 1) {
    ::kill(::getpid(), SIGKILL);
  }
}

template <typename Function>
Function* real(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

}  // namespace

extern "C" {

void navbat_count_steps() {
  const char* at = std::getenv("NAVBAT_KILL_AT");
  steps_left = at == nullptr ? -1 : std::atol(at);
}

ssize_t write(int file, const void* bytes, size_t size) {
  static auto* const call = real<ssize_t(int, const void*, size_t)>("write");
  step();
  return call(file, bytes, size);
}

ssize_t pwrite(int file, const void* bytes, size_t size, off_t offset) {
  static auto* const call = real<ssize_t(int, const void*, size_t, off_t)>("pwrite");
  step();
  return call(file, bytes, size, offset);
}

ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t offset) {
  static auto* const call = real<ssize_t(int, const void*, size_t, off64_t)>("pwrite64");
  step();
  return call(file, bytes, size, offset);
}

int fsync(int file) {
  static auto* const call = real<int(int)>("fsync");
  step();
  return call(file);
}

int fdatasync(int file) {
  static auto* const call = real<int(int)>("fdatasync");
  step();
  return call(file);
}

ssize_t send(int socket, const void* bytes, size_t size, int flags) {
  static auto* const call = real<ssize_t(int, const void*, size_t, int)>("send");
  step();
  return call(socket, bytes, size, flags);
}

ssize_t recv(int socket, void* room, size_t size, int flags) {
  static auto* const call = real<ssize_t(int, void*, size_t, int)>("recv");
  step();
  return call(socket, room, size, flags);
}

}  // extern "C"
