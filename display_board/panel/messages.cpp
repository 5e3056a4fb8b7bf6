#include "display_board/panel/messages.h"

#include <algorithm>

#include "display_board/limits.h"
#include "domain/business_day.h"

namespace navbat::board {
namespace {

constexpr std::size_t kMostDateBytes = 20;

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_lower(c) || (c >= 'A' && c <= 'Z'); }

// "uz", "uz-Cyrl", "pt-BR": two or three small letters, then parts of letters. No other key of a
// message looks like it, so that a misspelt "until" is not taken for a language.
bool is_language_tag(std::string_view key) {
  const std::string_view language = key.substr(0, key.find('-'));
  const std::string_view rest = key.substr(language.size());
  return (language.size() == 2 || language.size() == 3) &&
         std::all_of(language.begin(), language.end(), is_lower) && !rest.ends_with('-') &&
         std::all_of(rest.begin(), rest.end(), [](char c) { return c == '-' || is_letter(c); });
}

std::optional<std::chrono::year_month_day> read_until(JsonObject& object) {
  if (!object.has("until")) {
    return std::nullopt;
  }
  const auto day = domain::BusinessDay::parse(object.text("until", kMostDateBytes));
  if (!day) {
    object.fail("until", "the last day on which it is shown, such as \"2026-12-31\"");
    return std::nullopt;
  }
  return day->date;
}

Message read_message(const boost::json::value& value, const std::string& place, JsonNotes& notes) {
  JsonObject object(value, place, notes);
  Message message{.until = read_until(object), .texts = {}};
  for (const std::string& key : object.keys()) {
    if (is_language_tag(key)) {
      message.texts.emplace(key, object.text(key, kMostMessageBytes));
    } else if (key != "until") {
      object.pass_over(key);
    }
  }
  if (message.texts.empty()) {
    notes.fail(place, "a text in one language at least, such as \"uz\": \"…\"");
  }
  return message;
}

}  // namespace

tl::expected<Understood<std::vector<Message>>, std::string> parse_messages(std::string_view text) {
  const auto value = parse_bank_json(text);
  if (!value) {
    return tl::unexpected(value.error());
  }
  JsonNotes notes;
  JsonObject object(*value, "", notes);
  object.pass_over_all_but({"messages"});
  std::vector<Message> messages;
  if (const boost::json::array* list = object.list("messages", 0, kMostMessages)) {
    for (const boost::json::value& element : *list) {
      messages.push_back(
          read_message(element, "messages[" + std::to_string(messages.size()) + "]", notes));
    }
  }
  if (!notes.wrong.empty()) {
    return tl::unexpected(std::move(notes.wrong));
  }
  return Understood<std::vector<Message>>{std::move(messages), std::move(notes.unknown)};
}

std::vector<client::Translations> messages_of_day(
    const std::vector<Message>& messages, std::optional<std::chrono::year_month_day> today) {
  std::vector<client::Translations> texts;
  for (const Message& message : messages) {
    if (!message.until || (today && *today <= *message.until)) {
      texts.push_back(message.texts);
    }
  }
  return texts;
}

}  // namespace navbat::board
