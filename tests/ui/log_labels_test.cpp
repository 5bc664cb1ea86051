#include "wasm/screens/log_labels.h"

#include <doctest/doctest.h>

#include <set>

#include "core/exchange/log_words.h"
#include "wasm/ui/context.h"

using namespace sokenh;

namespace {

// Puts the language back.
struct Speaking {
  explicit Speaking(ui::Language language) : before(ui::context().language) {
    ui::context().language = language;
  }
  ~Speaking() { ui::context().language = before; }
  ui::Language before;
};

}  // namespace

TEST_CASE("Logs: every kind, field and choice has its name in both languages") {
  for (const ui::Language language : {ui::Language::vietnamese, ui::Language::english}) {
    const Speaking speaking(language);
    std::set<std::string_view> kinds;
    for (const LogKind kind : log_kinds()) {
      CAPTURE(log_kind_key(kind));
      CHECK(kinds.insert(log_kind_label(kind)).second);
      CHECK_FALSE(log_kind_use(kind).empty());
      CHECK(log_nothing_label(kind).empty() != log_may_be_empty(kind));
      std::set<std::string_view> fields;
      for (const LogFieldUse& use : log_fields(kind)) {
        CAPTURE(log_field_key(use.field));
        CHECK_FALSE(log_field_label(kind, use.field).empty());
        // Two fields of one entry must not read alike.
        CHECK(fields.insert(log_field_label(kind, use.field)).second);
        std::set<std::string_view> choices;
        for (const std::string_view key : log_choices(use.field)) {
          CHECK_FALSE(log_choice_label(use.field, key).empty());
          CHECK(choices.insert(log_choice_label(use.field, key)).second);
        }
      }
    }
  }
  CHECK(log_choice_label(LogField::level, "magic").empty());
}

TEST_CASE("Logs: the screen and the paper call a field and a choice the same") {
  const Speaking speaking(ui::Language::vietnamese);
  for (const LogKind kind : log_kinds()) {
    CAPTURE(log_kind_key(kind));
    CHECK_FALSE(log_paper_subject(kind).empty());
    for (const LogFieldUse& use : log_fields(kind)) {
      CHECK(log_field_label(kind, use.field) == log_paper_heading(kind, use.field));
      for (const std::string_view key : log_choices(use.field))
        CHECK(log_choice_label(use.field, key) == log_paper_choice(use.field, key));
    }
  }
}

TEST_CASE("Logs: an entry's choice is shown in words, all else as it is written") {
  const Speaking speaking(ui::Language::english);
  LogEntry entry{.kind = LogKind::patch};
  set_log_text(entry, LogField::level, "critical");
  set_log_text(entry, LogField::date, "1/11/2026");
  CHECK(log_shown_text(entry, LogField::level) == "Critical");
  CHECK(log_shown_text(entry, LogField::date) == "1/11/2026");
  CHECK(log_shown_text(entry, LogField::note).empty());
}
