#include "tests/e2e/board_fleet.h"

#include <boost/json.hpp>
#include <charconv>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "tests/support/eventually.h"
#include "tests/support/http_connection.h"

namespace navbat::e2e {
namespace {

namespace json = boost::json;

constexpr std::chrono::milliseconds kEndsWithin{30'000};
constexpr std::streamoff kTail = 4'096;  // holds lines of each kind

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

std::string content(const std::filesystem::path& file) {
  std::ostringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  return text.str();
}

// "value" of name=value in a line; empty when it is not there.
std::string field(const std::string& line, const std::string& name) {
  const std::string start = " " + name + "=";
  const std::size_t at = line.find(start);
  if (at == std::string::npos) return {};
  const std::size_t begin = at + start.size();
  return line.substr(begin, line.find(' ', begin) - begin);
}

std::int64_t number(const std::string& text) {
  std::int64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// The complete lines that begin with `word`, in order.
std::vector<std::string> lines_of(const std::string& text, const std::string& word) {
  std::vector<std::string> found;
  std::size_t begin = 0;
  for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', begin)) {
    if (text.compare(begin, word.size() + 1, word + " ") == 0) {
      found.push_back(text.substr(begin, end - begin));
    }
    begin = end + 1;
  }
  return found;
}

}  // namespace

BoardProcess::BoardProcess(Options options)
    : options_(std::move(options)),
      folder_(options_.folder / ("board-" + std::to_string(options_.number))) {
  std::filesystem::create_directories(folder_);
  write_configuration();
  start();
}

void BoardProcess::write_configuration() const {
  std::string text = content(testing::tree_file("config/board.toml"));
  replace_all(text, "\"board-1\"", "\"" + name() + "\"");
  replace_all(text, "\"../", "\"" + testing::tree_file("").string());
  replace_all(text, "\"panel/", "\"" + testing::tree_file("config/panel/").string());
  // Frames in between cost a fleet on one machine more than all the calls.
  replace_all(text, "reduced_motion = false", "reduced_motion = true");
  std::ofstream(folder_ / "board.toml") << text;
}

void BoardProcess::start() {
  std::vector<std::string> arguments{"/usr/bin/env", "SDL_AUDIODRIVER=dummy",
                                     testing::program("navbat-board").string()};
  for (const std::string& argument :
       {std::string("--config"), (folder_ / "board.toml").string(), std::string("--server"),
        options_.server, std::string("--data"), (folder_ / "data").string(),
        std::string("--headless"), std::string("--report-shown")}) {
    arguments.push_back(argument);
  }
  arguments.emplace_back(options_.speaks ? "--report-heard" : "--mute");
  ++runs_;
  process_ = std::make_unique<testing::ChildProcess>(arguments, folder_ / "out",
                                                     folder_ / ("err" + std::to_string(runs_)));
}

std::optional<int> BoardProcess::wait_for_end() { return process_->wait(kEndsWithin); }

int BoardProcess::times_live() const {
  const std::string log = process_->err();
  const std::string_view line = "event stream: live";
  int times = 0;
  for (std::size_t at = log.find(line); at != std::string::npos; at = log.find(line, at + 1)) {
    ++times;
  }
  return times;
}

bool BoardProcess::wait_until_live(int times) {
  return testing::eventually([&] { return times_live() > times || !process_->running(); }) &&
         process_->running();
}

std::vector<BoardProcess::Shown> BoardProcess::shown() const {
  std::vector<Shown> all;
  for (const std::string& line : lines_of(content(folder_ / "out"), "shown")) {
    all.push_back({number(field(line, "version")), field(line, "label"), field(line, "counter")});
  }
  return all;
}

std::vector<BoardProcess::Heard> BoardProcess::heard() const {
  std::vector<Heard> all;
  for (const std::string& line : lines_of(content(folder_ / "out"), "heard")) {
    all.push_back({number(field(line, "version")), field(line, "as"),
                   static_cast<int>(number(field(line, "behind_ms")))});
  }
  return all;
}

std::string BoardProcess::last_picture() const {
  const auto pictures = lines_of(content(folder_ / "out"), "picture");
  return pictures.empty() ? std::string() : pictures.back();
}

std::int64_t BoardProcess::newest(const std::string& word) const {
  std::ifstream file(folder_ / "out", std::ios::binary | std::ios::ate);
  const std::streamoff size = file.tellg();
  file.seekg(std::max<std::streamoff>(0, size - kTail));
  std::ostringstream tail;
  tail << file.rdbuf();
  const auto lines = lines_of(tail.str(), word);
  return lines.empty() ? 0 : number(field(lines.back(), "version"));
}

std::vector<CallEvent> calls_of_branch(std::uint16_t server_port) {
  testing::HttpConnection asking(server_port);
  const auto queue = asking.request("GET", "/api/v1/branches/demo/queue", "demo-manager");
  const std::int64_t last =
      json::parse(queue.body).as_object().at("version").to_number<std::int64_t>();
  testing::HttpConnection stream(server_port);
  stream.send_raw(testing::format_request("GET", "/api/v1/branches/demo/events", "demo-manager", {},
                                          "Last-Event-ID: 0\r\n"));
  std::vector<CallEvent> calls;
  std::string text;
  for (std::int64_t version = 0; version < last;) {
    const std::string more = stream.receive_some();
    if (more.empty()) throw std::runtime_error("the event stream ended");
    text += more;
    std::size_t begin = 0;
    for (std::size_t end = text.find("\n\n"); end != std::string::npos;
         end = text.find("\n\n", begin)) {
      const std::string event = "\n" + text.substr(begin, end - begin) + "\n";
      begin = end + 2;
      const std::size_t id = event.find("\nid: ");
      if (id == std::string::npos) continue;
      version = number(event.substr(id + 5));
      const bool recall = event.find("\nevent: ticket_recalled\n") != std::string::npos;
      if (!recall && event.find("\nevent: ticket_called\n") == std::string::npos) continue;
      const std::size_t data = event.find("\ndata: ");
      const json::value value = json::parse(event.substr(data + 7));
      calls.push_back({version, std::string(value.as_object().at("ticket").as_string()), recall});
    }
    text.erase(0, begin);
  }
  return calls;
}

}  // namespace navbat::e2e
