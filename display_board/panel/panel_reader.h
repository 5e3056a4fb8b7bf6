#pragma once
// Everything that the side panel can show now: looks at the bank's files and addresses, and leaves
// out what is missing, wrong or of another day.

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "display_board/panel/content.h"
#include "display_board/panel/document.h"
#include "display_board/panel/messages.h"
#include "display_board/panel/panel_settings.h"
#include "display_board/panel/picture_folder.h"
#include "display_board/panel/rates.h"
#include "display_board/panel/trouble.h"
#include "domain/time.h"

namespace navbat::board {

// The branch's local date; nothing while it is unknown.
using Today = std::function<std::optional<std::chrono::year_month_day>()>;

// Used by one thread, which may wait for disk and network.
class PanelReader {
 public:
  // `clock` outlives the reader.
  PanelReader(const PanelSettings& settings, const MakeTransport& make_transport,
              const domain::Clock& clock, Today today, Log log);

  // Looks at all sources; `looked` is called after each, so that none waits for a slow one behind
  // it.
  void read(const std::stop_token& stop, const std::function<void()>& looked);

  // What may be shown now, from what was read; asks for the day and for nothing else.
  [[nodiscard]] PanelContent content();

 private:
  template <typename T>
  struct Source {
    std::string where;
    std::unique_ptr<Document> document;  // null: not configured
    std::optional<T> given;              // nothing: none, or not usable
    domain::Timestamp answered{};        // when it was last known to be so
    Trouble unreadable;
    Trouble unknown_key;
  };

  template <typename T, typename Parse>
  void look_at(Source<T>& source, const Parse& parse, const std::stop_token& stop);
  template <typename T>
  void fail(Source<T>& source, const Document::Failure& failure);
  void judge_rates(std::optional<std::chrono::year_month_day> today, PanelContent& content);

  const domain::Clock& clock_;
  const Today today_;
  const Log log_;
  const int rates_valid_days_;
  std::unique_ptr<PictureFolder> folder_;  // null: not configured
  std::vector<std::shared_ptr<const ui::Image>> pictures_;
  Source<ExchangeRates> rates_;
  std::shared_ptr<const ExchangeRates>
      shown_rates_;  // stays the same object while it says the same
  Source<std::vector<Message>> messages_;
  Trouble other_day_;
};

}  // namespace navbat::board
