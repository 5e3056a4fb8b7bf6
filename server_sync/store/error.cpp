#include "server_sync/store/error.h"

namespace navbat::store {

std::string_view name_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::kBusy:
      return "busy";
    case ErrorCode::kInUse:
      return "in_use";
    case ErrorCode::kFull:
      return "full";
    case ErrorCode::kIo:
      return "io";
    case ErrorCode::kCorrupt:
      return "corrupt";
    case ErrorCode::kCannotOpen:
      return "cannot_open";
    case ErrorCode::kNotOurs:
      return "not_ours";
    case ErrorCode::kNewerSchema:
      return "newer_schema";
    case ErrorCode::kSettings:
      return "settings";
    case ErrorCode::kConstraint:
      return "constraint";
    case ErrorCode::kTooBig:
      return "too_big";
    case ErrorCode::kOutOfMemory:
      return "out_of_memory";
    case ErrorCode::kMisuse:
      return "misuse";
    case ErrorCode::kOverloaded:
      return "overloaded";
    case ErrorCode::kStopped:
      return "stopped";
  }
  return "unknown";
}

bool is_storage_failure(ErrorCode code) {
  switch (code) {
    case ErrorCode::kConstraint:
    case ErrorCode::kTooBig:
    case ErrorCode::kMisuse:
    case ErrorCode::kOverloaded:
    case ErrorCode::kStopped:
      return false;
    default:
      return true;
  }
}

}  // namespace navbat::store
