// What can go wrong in storage, as a value.
//
// Every operation of this module that can fail for a reason outside the program returns a Result or
// a Status. The message is one line for an operator's log: it names the file and says what was
// expected. Callers decide by the code, never by the message.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace navbat::store {

enum class ErrorCode {
  kBusy,         // another program holds the file's lock for longer than limits::kBusyTimeout
  kInUse,        // another server or device program owns the data directory
  kFull,         // no space left on the device
  kIo,           // a read, write or sync failed
  kCorrupt,      // the file is damaged
  kCannotOpen,   // missing, not permitted, or a directory
  kNotOurs,      // a file of another kind
  kNewerSchema,  // written by a newer version of this program
  kSettings,     // SQLite runs with another setting than demanded
  kConstraint,   // a unique, check, foreign-key or append-only rule refused a row
  kTooBig,       // a value is larger than the limit
  kOutOfMemory,  // SQLite could not allocate
  kMisuse,       // the program used the interface wrongly: a bug
  kOverloaded,   // a bounded queue or pool is full; try again later
  kStopped,      // the writer was stopped and takes nothing more
};

struct Error {
  ErrorCode code;
  std::string message;
};

template <class T>
using Result = tl::expected<T, Error>;
using Status = tl::expected<void, Error>;

/// The code's name for logs and metrics, e.g. "newer_schema".
[[nodiscard]] std::string_view name_of(ErrorCode code);

/// True when the medium or the connection is at fault, so that nothing in the same transaction can
/// be trusted; false when a single request is (a constraint, a value too big, a misuse).
[[nodiscard]] bool is_storage_failure(ErrorCode code);

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, std::string message) {
  return tl::unexpected<Error>(Error{code, std::move(message)});
}

}  // namespace navbat::store
