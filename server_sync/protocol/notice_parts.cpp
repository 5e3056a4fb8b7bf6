#include "server_sync/protocol/notice_parts.h"

#include "server_sync/protocol/json_parts.h"
#include "server_sync/protocol/json_writer.h"

namespace navbat::protocol {

namespace json = boost::json;

namespace {

constexpr std::size_t kMostLanguages = 50;
constexpr const char* kKinds = "message, closing or emergency";

}  // namespace

void write_members(json::object& out, const domain::Notice& notice) {
  out["kind"] = text(to_string(notice.kind));
  json::object texts;
  for (const auto& [language, words] : notice.texts) texts[language.value()] = words;
  out["texts"] = std::move(texts);
  out["until"] = to_json(notice.until);
}

void read_members(ObjectReader& in, domain::Notice& notice) {
  const auto kind = in.word_opt("kind", domain::parse_notice_kind, kKinds);
  if (!kind) in.fail("kind", kKinds);
  notice.kind = kind.value_or(domain::NoticeKind::kMessage);
  notice.until = in.time_opt("until");
  const json::value* texts = in.object("texts");
  if (texts == nullptr) return;
  if (texts->get_object().empty() || texts->get_object().size() > kMostLanguages) {
    in.fail("texts", "a text in 1 to " + std::to_string(kMostLanguages) + " languages");
  }
  ObjectReader words = in.nested(*texts, "texts");
  for (const auto& [language, value] : texts->get_object()) {
    if (!domain::is_valid_name(language)) words.fail(language, "a language tag such as uz-Cyrl");
    notice.texts[domain::LanguageTag{std::string{language}}] =
        words.string(language, domain::kLongestNotice);
  }
}

}  // namespace navbat::protocol
