#include "domain/promise.h"

namespace navbat::domain {

Promise to_promise(const WaitQuantiles& wait, Timestamp made_at) {
  return {.low = wait.p25, .high = wait.p75, .limit = wait.p90, .made_at = made_at};
}

bool is_kept(const Promise& promise, Timestamp called_at) {
  return called_at - promise.made_at <= promise.limit;
}

}  // namespace navbat::domain
