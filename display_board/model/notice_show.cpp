#include "display_board/model/notice_show.h"

#include <algorithm>

#include "display_board/limits.h"

namespace navbat::board {
namespace {

client::Translations texts_of(const domain::Notice& notice) {
  client::Translations texts;
  for (const auto& [language, text] : notice.texts) {
    texts.emplace(language.value(), text);
  }
  return texts;
}

}  // namespace

void NoticeShow::set(const std::vector<domain::Notice>& notices) {
  std::vector<InForce> now;
  for (const domain::Notice& notice : notices) {
    const auto known = std::find_if(in_force_.begin(), in_force_.end(), [&](const InForce& entry) {
      return entry.notice.id == notice.id;
    });
    now.push_back(
        {.notice = notice, .since = known != in_force_.end() ? known->since : std::nullopt});
  }
  in_force_ = std::move(now);
}

std::vector<domain::Notice> NoticeShow::advance(domain::Timestamp now, domain::Timestamp true_now) {
  std::erase_if(in_force_, [&](const InForce& entry) {
    return entry.notice.until && *entry.notice.until <= true_now;
  });
  std::vector<domain::Notice> begun;
  for (InForce& entry : in_force_) {
    if (!entry.since) {
      entry.since = now;
      begun.push_back(entry.notice);
    }
  }
  return begun;
}

const NoticeShow::InForce* NoticeShow::newest(domain::NoticeKind kind) const {
  const auto found = std::find_if(in_force_.rbegin(), in_force_.rend(), [&](const InForce& entry) {
    return entry.notice.kind == kind && entry.since;
  });
  return found == in_force_.rend() ? nullptr : &*found;
}

const domain::Notice* NoticeShow::emergency() const {
  const InForce* entry = newest(domain::NoticeKind::kEmergency);
  return entry != nullptr ? &entry->notice : nullptr;
}

std::optional<NoticeBoard> NoticeShow::over(domain::Timestamp now, bool calling) const {
  const InForce* entry = newest(domain::NoticeKind::kEmergency);
  if (entry == nullptr) {
    entry = newest(domain::NoticeKind::kClosing);
    if (entry == nullptr || calling || now >= *entry->since + kClosingOver) {
      return std::nullopt;
    }
  }
  return NoticeBoard{.kind = entry->notice.kind,
                     .id = entry->notice.id,
                     .texts = texts_of(entry->notice),
                     .since = *entry->since};
}

std::optional<NoticeBoard> NoticeShow::beside() const {
  const InForce* entry = newest(domain::NoticeKind::kClosing);
  if (entry == nullptr) {
    return std::nullopt;
  }
  return NoticeBoard{.kind = entry->notice.kind,
                     .id = entry->notice.id,
                     .texts = texts_of(entry->notice),
                     .since = *entry->since};
}

std::vector<client::Translations> NoticeShow::messages() const {
  std::vector<client::Translations> messages;
  for (const InForce& entry : in_force_) {
    if (entry.notice.kind == domain::NoticeKind::kMessage) {
      messages.push_back(texts_of(entry.notice));
    }
  }
  return messages;
}

std::optional<domain::Timestamp> NoticeShow::next_change(domain::Timestamp now,
                                                         domain::Timestamp true_now) const {
  std::optional<domain::Timestamp> next;
  const auto consider = [&](domain::Timestamp at) {
    if (at > now) {
      next = next ? std::min(*next, at) : at;
    }
  };
  for (const InForce& entry : in_force_) {
    if (entry.notice.until) {
      consider(now + (*entry.notice.until - true_now));
    }
    if (entry.since && entry.notice.kind == domain::NoticeKind::kClosing) {
      consider(*entry.since + kClosingOver);
    }
  }
  return next;
}

}  // namespace navbat::board
