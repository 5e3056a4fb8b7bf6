#include "kiosk/model/entry.h"

#include "domain/check_in.h"

namespace navbat::kiosk {
namespace {

constexpr std::size_t kPhoneLongest = 16;  // + and 15 digits, E.164
constexpr std::size_t kPhoneShortest = 6;  // + is not counted as enough by the server: 5 digits
constexpr std::size_t kTicketLongest = 8;  // "AX1234"
constexpr std::size_t kTicketShortest = 2;
constexpr std::size_t kSeriesLongest = 2;  // the service's letter and a kiosk's own
constexpr std::size_t kPinLongest = 12;
constexpr std::size_t kPinShortest = 4;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
char capital(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

}  // namespace

bool Entry::takes(char c) const {
  switch (kind_) {
    case EntryKind::kPhone:
      return is_digit(c) || (c == '+' && text_.empty());
    case EntryKind::kPin:
      return is_digit(c);
    case EntryKind::kBooking:
      return is_digit(c) || is_capital(c);
    case EntryKind::kTicket:  // letters of the series, then the number
      return is_digit(c) ? !text_.empty() : is_capital(c) && takes_letter();
  }
  return false;
}

bool Entry::takes_letter() const {
  switch (kind_) {
    case EntryKind::kBooking:
      return text_.size() < domain::kLongestBookingCode;
    case EntryKind::kTicket:
      return text_.size() < kSeriesLongest && (text_.empty() || is_capital(text_.back()));
    case EntryKind::kPhone:
    case EntryKind::kPin:
      break;
  }
  return false;
}

void Entry::type(std::string_view text) {
  for (const char raw : text) {
    const char c = capital(raw);
    if (text_.size() < longest() && takes(c)) {
      text_.push_back(c);
    }
  }
}

void Entry::erase() {
  if (!text_.empty()) {
    text_.pop_back();
  }
}

std::size_t Entry::longest() const {
  switch (kind_) {
    case EntryKind::kPhone:
      return kPhoneLongest;
    case EntryKind::kBooking:
      return domain::kLongestBookingCode;
    case EntryKind::kTicket:
      return kTicketLongest;
    case EntryKind::kPin:
      return kPinLongest;
  }
  return 0;
}

bool Entry::complete() const {
  switch (kind_) {
    case EntryKind::kPhone:
      return text_.size() >= kPhoneShortest;
    case EntryKind::kBooking:
      return text_.size() >= domain::kShortestBookingCode;
    case EntryKind::kTicket:
      return text_.size() >= kTicketShortest && is_digit(text_.back());
    case EntryKind::kPin:
      return text_.size() >= kPinShortest;
  }
  return false;
}

}  // namespace navbat::kiosk
