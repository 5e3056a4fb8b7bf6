#pragma once

#include <string>

namespace navbat::server {

// docs/openapi.yaml as it was at build time.
[[nodiscard]] const std::string& openapi_text();

}  // namespace navbat::server
