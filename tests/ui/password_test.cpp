#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <string_view>

#include "tests/ui/word_list_file.h"
#include "wasm/app/app.h"
#include "wasm/app/password_session.h"
#include "wasm/screens/password_labels.h"
#include "wasm/ui/context.h"

using namespace sokenh;
using password::Part;
using password::PartKind;

namespace {

// An app that has the word list, in Vietnamese.
struct WithWords {
  WithWords() {
    ui::context() = ui::Context{};
    app.set_now("2026-11-21T14:32:05+07:00");
    app.password.take_words(word_list_file());
    REQUIRE(app.password.words_state() == PasswordSession::Words::here);
  }
  App app;
};

}  // namespace

TEST_CASE("Password labels: a time is told in its largest unit of which there are two") {
  struct Case {
    double seconds;
    std::string_view label;
  };
  WithWords in_vietnamese;
  for (const Case& one :
       {Case{0.001, "chưa đến 2 giây"}, Case{1.9, "chưa đến 2 giây"}, Case{2, "khoảng 2 giây"},
        Case{119, "khoảng 120 giây"}, Case{121, "khoảng 2 phút"}, Case{7199, "khoảng 120 phút"},
        Case{7300, "khoảng 2 giờ"}, Case{2.1 * 86400, "khoảng 2 ngày"},
        Case{70.0 * 86400, "khoảng 2 tháng"}, Case{3.2e8, "khoảng 10 năm"},
        Case{3.2e11, "khoảng 10 nghìn năm"}, Case{3.2e15, "khoảng 100 triệu năm"},
        Case{1e17, "hơn một tỷ năm"}, Case{1e300, "hơn một tỷ năm"}}) {
    CAPTURE(one.seconds);
    CHECK(duration_label(std::log10(one.seconds)) == one.label);
  }
}

TEST_CASE("Password labels: a count is told in words, or as a power of ten") {
  WithWords in_vietnamese;
  CHECK(count_label(-2) == "1");
  CHECK(count_label(std::log10(347)) == "350");
  CHECK(count_label(std::log10(12'400)) == "12 nghìn");
  CHECK(count_label(std::log10(2'300'000)) == "2 triệu");
  CHECK(count_label(std::log10(7.2e10)) == "72 tỷ");
  CHECK(count_label(18.4) == "10^18");
}

TEST_CASE("Password labels: a part is named with what it means and how it is written") {
  WithWords in_vietnamese;
  Part part{.begin = 0, .end = 8, .kind = PartKind::place, .written = password::kCapitalFirst};
  part.meant = password::SecretText("Hải Phòng");
  CHECK(part_sentence(part, "Haiphong@2023") ==
        "«Haiphong» là địa danh (Hải Phòng), viết hoa chữ đầu");
  part = {.begin = 9, .end = 13, .kind = PartKind::year};
  CHECK(part_sentence(part, "Haiphong@2023") == "«2023» là năm");
  CHECK(is_guessable(part));
  part.kind = PartKind::other;
  CHECK_FALSE(is_guessable(part));
}

TEST_CASE("Password labels: of a long part only the beginning, cut between letters") {
  WithWords in_vietnamese;
  std::string text = "a";
  for (int i = 0; i < 5000; ++i) text += "ă";
  const Part part{.begin = 0, .end = text.size(), .kind = PartKind::repeat, .repeats = 5000};
  const std::string sentence = part_sentence(part, text);
  CHECK(sentence.size() < 120);
  CHECK(sentence.find("ă…» là phần lặp lại 5000 lần") != std::string::npos);
}

TEST_CASE("Vietnamese letters: those that plain keys do not make") {
  for (const std::string_view text : {"â", "Đ", "mật khẩu", "ư", "xin chào", "ỹ"})
    CHECK(has_vietnamese_letters(text));
  for (const std::string_view text : {"", "matkhau", "A@1!", "€uro", "日本", "«»"})
    CHECK_FALSE(has_vietnamese_letters(text));
}

TEST_CASE("Password session: what is typed is looked at, with the rules of the dispatch followed") {
  WithWords with;
  PasswordSession& session = with.app.password;
  CHECK(session.checked(with.app) == nullptr);
  session.typed = password::SecretText("Haiphong@2023");
  const CheckedPassword* checked = session.checked(with.app);
  REQUIRE(checked != nullptr);
  CHECK(checked->estimate.score <= 1);
  CHECK_FALSE(checked->policy.passed);
  // The unit's name counts as soon as it is known.
  session.typed = password::SecretText("Quangvinh-Zk81x");
  const double before = session.checked(with.app)->estimate.log10_guesses;
  with.app.workspace.set_unit_field(UnitField::name, "Trường Tiểu học Quang Vinh");
  CHECK(session.checked(with.app)->estimate.log10_guesses < before);
}

TEST_CASE("Password session: without the word list nothing is claimed") {
  ui::context() = ui::Context{};
  App app;
  app.password.typed = password::SecretText("xK9!vw-Pzq");
  CHECK(app.password.checked(app) == nullptr);
  app.password.take_words("not a list");
  CHECK(app.password.words_state() == PasswordSession::Words::failed);
  CHECK(app.password.checked(app) == nullptr);
}

TEST_CASE(
    "Password session: those compared keep their labels and are looked at again without one") {
  WithWords with;
  PasswordSession& session = with.app.password;
  for (const std::string_view text : {"kq81!Vmbtw", "kq81!Vmbtw", "Yhd$20plxRo"}) {
    session.typed = password::SecretText(text);
    session.compare(with.app);
    CHECK(session.typed.empty());
  }
  REQUIRE(session.compared().size() == 3);
  CHECK(session.compared()[1].label == "Mật khẩu 2");
  REQUIRE(session.reused().size() == 1);
  CHECK(session.reused()[0].likeness == password::Likeness::equal);
  session.remove_compared(0);
  CHECK(session.reused().empty());
  session.forget();
  CHECK(session.compared().empty());
  CHECK_FALSE(session.holds_any());
}

TEST_CASE("Password session: no more are compared than can be") {
  WithWords with;
  PasswordSession& session = with.app.password;
  for (std::size_t i = 0; i <= password::kMaxCompared; ++i) {
    session.typed = password::SecretText("kq81!Vmbtw" + std::to_string(i));
    session.compare(with.app);
  }
  CHECK(session.compared().size() == password::kMaxCompared);
  CHECK_FALSE(session.can_compare());
  CHECK_FALSE(session.typed.empty());  // not lost
}

TEST_CASE("Password session: what is made keeps the rules, or says which it breaks") {
  WithWords with;
  PasswordSession& session = with.app.password;
  session.generate(with.app);
  REQUIRE(session.checked_generated() != nullptr);
  CHECK(session.generated_bits() > 10);
  session.recipe = RecipeKind::random;
  session.random.special = false;
  session.generate(with.app);
  CHECK(session.generated.size() == 16);
  CHECK_FALSE(session.checked_generated()->policy.passed);
  const int revision = session.generated_revision;
  session.forget_generated();
  CHECK(session.generated.empty());
  CHECK(session.generated_revision > revision);
  CHECK(session.checked_generated() == nullptr);
}
