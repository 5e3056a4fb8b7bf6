#pragma once
// Versions of the protocol, all in one place. N and N−1 talk to each other: a change that an older
// peer cannot ignore raises kVersion and is listed here.
//
//   1  2026-11  tickets, calls, event stream, sync of offline tickets

namespace navbat::protocol {

inline constexpr int kVersion = 1;
inline constexpr int kOldestUnderstood = 1;
inline constexpr const char* kBasePath = "/api/v1";

}  // namespace navbat::protocol
