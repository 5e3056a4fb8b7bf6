#include "display_board/panel/panel_reader.h"

#include "display_board/limits.h"
#include "domain/business_day.h"

namespace navbat::board {
namespace {

std::string in_text(std::chrono::year_month_day date) {
  return domain::BusinessDay{date}.to_string();
}

}  // namespace

PanelReader::PanelReader(const PanelSettings& settings, const MakeTransport& make_transport,
                         const domain::Clock& clock, Today today, Log log)
    : clock_(clock),
      today_(std::move(today)),
      log_(std::move(log)),
      rates_valid_days_(settings.rates_valid_days) {
  const auto open = [&](const std::string& where, auto& source) {
    if (!where.empty()) {
      source.where = where;
      source.document = open_document(where, make_transport);
    }
  };
  open(settings.rates, rates_);
  open(settings.messages, messages_);
  if (!settings.pictures.empty()) {
    folder_ = std::make_unique<PictureFolder>(settings.pictures, log_);
  }
}

void PanelReader::read(const std::stop_token& stop, const std::function<void()>& looked) {
  if (folder_) {
    pictures_ = folder_->read(stop);
    looked();
  }
  // Files first: a web server may take its time.
  for (const bool web : {false, true}) {
    if (is_web_address(rates_.where) == web) {
      look_at(rates_, parse_rates, stop);
      looked();
    }
    if (is_web_address(messages_.where) == web) {
      look_at(messages_, parse_messages, stop);
      looked();
    }
  }
}

template <typename T, typename Parse>
void PanelReader::look_at(Source<T>& source, const Parse& parse, const std::stop_token& stop) {
  if (!source.document || stop.stop_requested()) {
    return;
  }
  const Document::Text text = source.document->read(stop);
  if (stop.stop_requested()) {
    return;  // nothing is wrong with a source that was not waited for
  }
  if (!text) {
    return fail(source, text.error());
  }
  if (*text) {
    auto read = parse(**text);
    if (!read) {
      source.document->forget();
      return fail(source, {.line = source.where + ": " + read.error(), .silent = false});
    }
    if (read->unknown.empty()) {
      source.unknown_key.is_over(log_, source.where + ": every key is known");
    } else {
      source.unknown_key.begins(
          log_, source.where + ": " + read->unknown + " is not known; shown without it");
    }
    source.given = std::move(read->value);
  }
  source.answered = clock_.now();
  source.unreadable.is_over(log_, source.where + " is read again");
}

template <typename T>
void PanelReader::fail(Source<T>& source, const Document::Failure& failure) {
  if (!failure.silent || clock_.now() - source.answered > kKeepUnanswered) {
    source.given.reset();
  }
  source.unreadable.begins(
      log_, failure.line + (source.given ? "; what it gave last is shown for an hour at most"
                                         : "; shown without it"));
}

PanelContent PanelReader::content() {
  const auto today = today_();
  PanelContent content;
  judge_rates(today, content);
  content.pictures = pictures_;
  if (messages_.given) {
    content.messages = messages_of_day(*messages_.given, today);
  }
  return content;
}

void PanelReader::judge_rates(std::optional<std::chrono::year_month_day> today,
                              PanelContent& content) {
  if (!rates_.given || !today) {
    return;
  }
  const ExchangeRates& rates = *rates_.given;
  if (rates_hold(rates, *today, rates_valid_days_)) {
    other_day_.is_over(log_, rates_.where + ": the rates of " + in_text(rates.date) + " are shown");
    if (!shown_rates_ || *shown_rates_ != rates) {
      shown_rates_ = std::make_shared<const ExchangeRates>(rates);
    }
    content.rates = shown_rates_;
  } else {
    other_day_.begins(log_, rates_.where + ": rates of " + in_text(rates.date) +
                                "; expected those of " + in_text(*today) + ", shown without them");
  }
}

}  // namespace navbat::board
