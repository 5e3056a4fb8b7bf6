#include "tests/board/panel_fixture.h"

#include <fstream>

#include "server_sync/client/curl_transport.h"

namespace navbat::board {

std::string PanelFixture::rates_of(const std::string& day) {
  return R"({"date": ")" + day +
         R"(", "rates": [{"currency": "USD", "buy": "12 620", "sell": "12 690"}]})";
}

std::string PanelFixture::message(const std::string& english) {
  return R"({"messages": [{"en": ")" + english + R"("}]})";
}

std::string PanelFixture::write(const std::string& name, const std::string& content) {
  const std::filesystem::path file = folder_.file(name);
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << content;
  return file.string();
}

std::string PanelFixture::paint(const std::string& name, int width, int height) {
  ui::Image image{.width = width, .height = height, .rgba = {}};
  image.rgba.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4, 200);
  const std::string file = folder_.file("pictures/" + name);
  EXPECT_TRUE(ui::write_png(image, file));
  return file;
}

PanelContent PanelFixture::look() {
  if (!reader_) {
    reader_ = std::make_unique<PanelReader>(settings_, real_transport(), clock_, today(), log());
  }
  reader_->read({}, [] {});
  return reader_->content();
}

Today PanelFixture::today() {
  return [this] {
    const std::lock_guard lock(mutex_);
    return day_;
  };
}

void PanelFixture::set_day(std::optional<std::chrono::year_month_day> day) {
  const std::lock_guard lock(mutex_);
  day_ = day;
}

Log PanelFixture::log() {
  return [this](const std::string& line) {
    const std::lock_guard lock(mutex_);
    lines_.push_back(line);
  };
}

std::vector<std::string> PanelFixture::lines() {
  const std::lock_guard lock(mutex_);
  return lines_;
}

MakeTransport real_transport() {
  return [](const std::string& base_url) {
    return client::make_curl_transport(
        {.base_url = base_url, .bearer_token = {}, .ca_file = {}, .user_agent = "navbat-board"});
  };
}

}  // namespace navbat::board
