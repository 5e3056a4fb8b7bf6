#include "kiosk/printing/cups_client.h"

#include <cups/cups.h>

#include <array>
#include <cstdio>
#include <memory>

namespace navbat::kiosk::cups {
namespace {

using Http = std::unique_ptr<http_t, void (*)(http_t*)>;
using Ipp = std::unique_ptr<ipp_t, void (*)(ipp_t*)>;

constexpr const char* kUser = "navbat-kiosk";

Ipp adopt(ipp_t* message) { return {message, ippDelete}; }

Http connect(const std::string& server, const Until& until) {
  std::string host = server;
  int port = ippPort();
  if (server.empty()) {
    host = cupsServer();
  } else if (const auto colon = server.rfind(':'); server[0] != '/' && colon != std::string::npos) {
    host = server.substr(0, colon);
    port = std::atoi(server.c_str() + colon + 1);
  }
  const int limit = static_cast<int>(
      std::chrono::milliseconds(
          std::min(printing::kCupsConnectWithin,
                   std::chrono::ceil<std::chrono::milliseconds>(until.end - Until::Steady::now())))
          .count());
  return {httpConnect2(host.c_str(), port, nullptr, AF_UNSPEC, cupsEncryption(), 1,
                       std::max(limit, 1), nullptr),
          httpClose};
}

// libcups waits in slices of this call; 0 ends the wait.
int go_on_waiting(http_t* /*http*/, void* until) {
  return static_cast<const Until*>(until)->over() ? 0 : 1;
}

const char* no_password(const char*, http_t*, const char*, const char*, void*) { return nullptr; }

std::string last_error() {
  const char* text = cupsLastErrorString();
  return text == nullptr ? "no answer" : text;
}

// One request and its answer, with a document after it or without.
tl::expected<Ipp, std::string> ask(const std::string& server, const std::string& resource,
                                   Ipp request, std::span<const std::uint8_t> document,
                                   Until until) {
  // A kiosk has nobody who could type a password; libcups would ask the terminal.
  cupsSetPasswordCB2(no_password, nullptr);
  const Http http = connect(server, until);
  if (!http) {
    return tl::unexpected("the printing system: " + last_error());
  }
  httpSetTimeout(http.get(), 0.1, go_on_waiting, &until);
  const std::size_t length = ippLength(request.get()) + document.size();
  http_status_t status = cupsSendRequest(http.get(), request.get(), resource.c_str(), length);
  if (status == HTTP_STATUS_CONTINUE && !document.empty()) {
    std::vector<char> bytes(document.begin(), document.end());
    status = cupsWriteRequestData(http.get(), bytes.data(), bytes.size());
  }
  if (status != HTTP_STATUS_CONTINUE && status != HTTP_STATUS_OK) {
    return tl::unexpected("the printing system: " + last_error());
  }
  Ipp answer = adopt(cupsGetResponse(http.get(), resource.c_str()));
  if (!answer || cupsLastError() > IPP_STATUS_OK_CONFLICTING) {
    return tl::unexpected("the printing system: " + last_error());
  }
  return answer;
}

std::vector<std::string> texts(ipp_t* answer, const char* name) {
  std::vector<std::string> found;
  ipp_attribute_t* attribute = ippFindAttribute(answer, name, IPP_TAG_ZERO);
  for (int i = 0; attribute != nullptr && i < ippGetCount(attribute); ++i) {
    if (const char* text = ippGetString(attribute, i, nullptr)) {
      found.emplace_back(text);
    }
  }
  return found;
}

std::string text(ipp_t* answer, const char* name) {
  const auto found = texts(answer, name);
  return found.empty() ? "" : found.front();
}

int number(ipp_t* answer, const char* name, int fallback) {
  ipp_attribute_t* attribute = ippFindAttribute(answer, name, IPP_TAG_ZERO);
  return attribute == nullptr ? fallback : ippGetInteger(attribute, 0);
}

bool yes(ipp_t* answer, const char* name, bool fallback) {
  ipp_attribute_t* attribute = ippFindAttribute(answer, name, IPP_TAG_BOOLEAN);
  return attribute == nullptr ? fallback : ippGetBoolean(attribute, 0) != 0;
}

Ipp make(ipp_op_t operation, const std::string& uri) {
  Ipp request = adopt(ippNewRequest(operation));
  ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nullptr, uri.c_str());
  return request;
}

void add_user(ipp_t* request) {
  ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr, kUser);
}

template <std::size_t N>
void want(ipp_t* request, const std::array<const char*, N>& names) {
  ippAddStrings(request, IPP_TAG_OPERATION, IPP_CONST_TAG(IPP_TAG_KEYWORD), "requested-attributes",
                static_cast<int>(N), nullptr, names.data());
}

// "custom_max_80.08x1058.33mm" or "custom_max_8.5x14in": PWG 5101.1.
void note_largest(const std::string& size, Queue& queue) {
  double width = 0;
  double height = 0;
  std::array<char, 3> unit{};
  if (std::sscanf(size.c_str(), "custom_max_%lfx%lf%2s", &width, &height, unit.data()) == 3) {
    const double mm = std::string_view(unit.data()) == "in" ? 25.4 : 1.0;
    queue.most_width_mm = width * mm;
    queue.most_height_mm = height * mm;
  }
}

JobState state_of(int state) {
  switch (state) {
    case IPP_JSTATE_PENDING:
      return JobState::kPending;
    case IPP_JSTATE_HELD:
      return JobState::kHeld;
    case IPP_JSTATE_STOPPED:
      return JobState::kStopped;
    case IPP_JSTATE_CANCELED:
      return JobState::kCancelled;
    case IPP_JSTATE_ABORTED:
      return JobState::kAborted;
    case IPP_JSTATE_COMPLETED:
      return JobState::kCompleted;
    default:
      return JobState::kProcessing;
  }
}

}  // namespace

Client::Client(std::string server, std::string queue)
    : server_(std::move(server)), queue_(std::move(queue)), resource_("/printers/" + queue_) {
  std::array<char, HTTP_MAX_URI> uri{};
  httpAssembleURI(HTTP_URI_CODING_ALL, uri.data(), static_cast<int>(uri.size()), "ipp", nullptr,
                  "localhost", 0, resource_.c_str());
  uri_ = uri.data();
}

tl::expected<Queue, std::string> Client::queue(const Until& until) const {
  Ipp request = make(IPP_OP_GET_PRINTER_ATTRIBUTES, uri_);
  want<6>(request.get(),
          {"printer-state", "printer-state-reasons", "printer-state-message",
           "printer-is-accepting-jobs", "printer-make-and-model", "media-supported"});
  const auto answer =
      ask(server_, "/", std::move(request), {}, until.at_most(printing::kCupsAnswerWithin));
  if (!answer) {
    return tl::unexpected(answer.error());
  }
  Queue queue;
  queue.stopped = number(answer->get(), "printer-state", IPP_PSTATE_IDLE) == IPP_PSTATE_STOPPED;
  queue.accepting = yes(answer->get(), "printer-is-accepting-jobs", true);
  queue.reasons = texts(answer->get(), "printer-state-reasons");
  std::erase(queue.reasons, "none");
  queue.message = text(answer->get(), "printer-state-message");
  queue.raw = text(answer->get(), "printer-make-and-model").find("Raw") != std::string::npos;
  for (const std::string& size : texts(answer->get(), "media-supported")) {
    note_largest(size, queue);
  }
  return queue;
}

tl::expected<int, std::string> Client::send(const Document& document, const Until& until) const {
  Ipp request = make(IPP_OP_PRINT_JOB, uri_);
  add_user(request.get());
  ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "job-name", nullptr,
               document.title.c_str());
  ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_MIMETYPE, "document-format", nullptr,
               document.format.c_str());
  for (const auto& [name, value] : document.options) {
    ippAddString(request.get(), IPP_TAG_JOB, IPP_TAG_KEYWORD, name.c_str(), nullptr, value.c_str());
  }
  const auto answer = ask(server_, resource_, std::move(request), document.bytes,
                          until.at_most(printing::kCupsAnswerWithin));
  if (!answer) {
    return tl::unexpected(answer.error());
  }
  const int id = number(answer->get(), "job-id", 0);
  return id > 0 ? tl::expected<int, std::string>(id)
                : tl::unexpected(std::string("the printing system gave the page no job number"));
}

tl::expected<JobState, std::string> Client::job(int id, const Until& until) const {
  Ipp request = make(IPP_OP_GET_JOB_ATTRIBUTES, uri_);
  ippAddInteger(request.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", id);
  add_user(request.get());
  want<1>(request.get(), {"job-state"});
  const auto answer =
      ask(server_, "/", std::move(request), {}, until.at_most(printing::kCupsAnswerWithin));
  if (!answer) {
    return tl::unexpected(answer.error());
  }
  return state_of(number(answer->get(), "job-state", IPP_JSTATE_PROCESSING));
}

tl::expected<void, std::string> Client::cancel(int id, const Until& until) const {
  Ipp request = make(IPP_OP_CANCEL_JOB, uri_);
  ippAddInteger(request.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", id);
  add_user(request.get());
  const auto answer =
      ask(server_, "/jobs/", std::move(request), {}, until.at_most(printing::kCupsAnswerWithin));
  return answer ? tl::expected<void, std::string>() : tl::unexpected(answer.error());
}

}  // namespace navbat::kiosk::cups
