#include "display_board/panel/document.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "display_board/limits.h"
#include "display_board/panel/panel_settings.h"

namespace navbat::board {
namespace {

constexpr int kOk = 200;
constexpr int kNotModified = 304;
constexpr int kRequestTimeout = 408;
constexpr int kTooManyRequests = 429;
constexpr int kFirstServerError = 500;

std::string size_expected() {
  return "expected at most " + std::to_string(kMostPanelFileBytes / 1024) + " KiB";
}

class FileDescriptor {
 public:
  explicit FileDescriptor(int number) : number_(number) {}
  ~FileDescriptor() {
    if (number_ >= 0) {
      ::close(number_);
    }
  }
  FileDescriptor(const FileDescriptor&) = delete;
  FileDescriptor& operator=(const FileDescriptor&) = delete;
  [[nodiscard]] int number() const { return number_; }

 private:
  const int number_;
};

// Small files that are read anew each time: nothing then depends on the times that a disk keeps.
class FileDocument final : public Document {
 public:
  explicit FileDocument(std::string file) : file_(std::move(file)) {}

  Text read(const std::stop_token& /*stop*/) override {
    // Without O_NONBLOCK, opening a pipe waits for somebody who writes into it.
    const FileDescriptor descriptor(
        ::open(file_.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    struct stat status {};
    if (descriptor.number() < 0 || ::fstat(descriptor.number(), &status) != 0) {
      return wrong("cannot be read; expected a file");
    }
    if (!S_ISREG(status.st_mode)) {
      return wrong("is no file; expected one of text");
    }
    std::string text;
    char piece[16 * 1024];
    for (;;) {
      const ssize_t got = ::read(descriptor.number(), piece, sizeof piece);
      if (got < 0) {
        return wrong("cannot be read; expected a file");
      }
      if (got == 0) {
        return text;
      }
      text.append(piece, static_cast<std::size_t>(got));
      if (text.size() > kMostPanelFileBytes) {
        return wrong("is too large; " + size_expected());
      }
    }
  }

  void forget() override {}

 private:
  [[nodiscard]] tl::unexpected<Failure> wrong(const std::string& what) const {
    return tl::unexpected(Failure{.line = file_ + " " + what, .silent = false});
  }

  const std::string file_;
};

class WebDocument final : public Document {
 public:
  WebDocument(std::string address, const MakeTransport& make_transport)
      : address_(std::move(address)) {
    const std::size_t host = address_.find("://") + 3;
    const std::size_t path = std::min(address_.find_first_of("/?#", host), address_.size());
    target_ = address_.substr(path, address_.find('#') - path);
    if (!target_.starts_with('/')) {
      target_.insert(0, "/");
    }
    auto transport = make_transport(address_.substr(0, path));
    if (transport) {
      transport_ = std::move(*transport);
    } else {
      no_transport_ = transport.error();
    }
  }

  Text read(const std::stop_token& stop) override {
    if (!transport_) {
      return wrong(no_transport_);
    }
    client::HttpRequest request{.target = target_, .headers = {}, .body = {}};
    request.headers.push_back({"Accept", "application/json"});
    if (!tag_.empty()) {
      request.headers.push_back({"If-None-Match", tag_});
    }
    auto response = transport_->send(request, kPanelRequest, stop);
    Text text = response ? judge(*response) : refused(response.error());
    if (!text) {
      tag_.clear();
    }
    return text;
  }

  void forget() override { tag_.clear(); }

 private:
  Text judge(client::HttpResponse& response) {
    if (response.status == kNotModified && !tag_.empty()) {
      return std::nullopt;
    }
    if (response.status != kOk) {
      const bool later = response.status >= kFirstServerError ||
                         response.status == kTooManyRequests || response.status == kRequestTimeout;
      return wrong("answered " + std::to_string(response.status) + "; expected 200", later);
    }
    if (response.body.size() > kMostPanelFileBytes) {
      return wrong("is too large; " + size_expected());
    }
    tag_ = response.header("ETag").value_or("");
    return std::move(response.body);
  }

  [[nodiscard]] Text refused(const client::TransportError& error) const {
    if (error.fault == client::TransportFault::kTooLarge) {
      return wrong("is too large; " + size_expected());
    }
    return wrong(std::string(client::to_text(error.fault)) + " (" + error.detail +
                     "); expected an answer within " +
                     std::to_string(kPanelRequest.count() / 1'000) + " s",
                 error.fault != client::TransportFault::kBadRequest);
  }

  [[nodiscard]] tl::unexpected<Failure> wrong(const std::string& what, bool silent = false) const {
    return tl::unexpected(Failure{.line = address_ + ": " + what, .silent = silent});
  }

  const std::string address_;
  std::string target_;
  std::unique_ptr<client::HttpTransport> transport_;
  std::string no_transport_;  // why there is none
  std::string tag_;           // of the text that was given last; empty: none
};

}  // namespace

std::unique_ptr<Document> open_document(const std::string& where,
                                        const MakeTransport& make_transport) {
  if (is_web_address(where)) {
    return std::make_unique<WebDocument>(where, make_transport);
  }
  return std::make_unique<FileDocument>(where);
}

}  // namespace navbat::board
