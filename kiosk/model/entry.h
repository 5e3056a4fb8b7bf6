#pragma once
// What is being typed on the on-screen or tactile keypad: phone number, code, ticket number, PIN.

#include <cstddef>
#include <string>
#include <string_view>

namespace navbat::kiosk {

enum class EntryKind { kPhone, kBooking, kTicket, kPin };

class Entry {
 public:
  Entry() = default;
  explicit Entry(EntryKind kind) : kind_(kind) {}

  // Adds what the kind may hold and drops the rest; nothing beyond its longest.
  void type(std::string_view text);
  void erase();  // the last character
  void clear() { text_.clear(); }

  EntryKind kind() const { return kind_; }
  const std::string& text() const { return text_; }
  bool complete() const;      // may be submitted
  bool takes_letter() const;  // one may come next
  std::size_t longest() const;

 private:
  bool takes(char c) const;

  EntryKind kind_ = EntryKind::kPhone;
  std::string text_;
};

}  // namespace navbat::kiosk
