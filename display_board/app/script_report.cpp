#include "display_board/app/script_report.h"

#include <cstdio>

namespace navbat::board {

std::string shown_line(const CallLine& call) {
  return "shown version=" + std::to_string(call.version) + " label=" + call.label +
         " counter=" + call.counter;
}

std::string staged_line(const client::Call& call) {
  return "staged version=" + std::to_string(call.version);
}

std::string heard_line(std::int64_t version, domain::Heard heard, domain::Milliseconds behind) {
  return "heard version=" + std::to_string(version) +
         " as=" + std::string(domain::to_string(heard)) +
         " behind_ms=" + std::to_string(behind.count());
}

std::string picture_line(const Picture& picture) {
  const auto place = [](const CallLine& call) { return call.label + "@" + call.counter; };
  const auto joined = [](const auto& things, const auto& text) {
    std::string line;
    for (const auto& thing : things) {
      line += (line.empty() ? "" : ",") + text(thing);
    }
    return line;
  };
  const bool staged = picture.stage.kind != StageKind::kEmpty;
  return "picture stage=" + (staged ? place(picture.stage.call) : std::string("none")) +
         " latest=" + joined(picture.latest, place) +
         " waiting=" + std::to_string(picture.waiting_total) + " services=" +
         joined(picture.services,
                [](const ServiceWait& wait) {
                  return std::string(1, wait.letter) + ":" + std::to_string(wait.waiting);
                }) +
         " over=" + (picture.over ? std::string(to_string(picture.over->kind)) : "none");
}

void write_line(const std::string& line) {
  std::printf("%s\n", line.c_str());
  std::fflush(stdout);
}

}  // namespace navbat::board
