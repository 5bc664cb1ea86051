#include "core/password/estimate.h"

#include <doctest/doctest.h>

#include <chrono>
#include <random>
#include <string>

#include "tests/password/words.h"

using namespace sokenh;
using namespace sokenh::password;

namespace {

// «place:Haiphong=Hải Phòng+capital_first year:2023=2023».
std::string parts_of(const PasswordEstimate& estimate, std::string_view text) {
  std::string out;
  for (const Part& part : estimate.parts) {
    if (!out.empty()) out += ' ';
    out += part_kind_key(part.kind);
    out += ':';
    out += text.substr(part.begin, part.end - part.begin);
    if (!part.meant.empty()) out.append("=").append(part.meant.view());
    for (std::size_t bit = 0; bit < kWrittenCount; ++bit) {
      if ((part.written >> bit & 1U) != 0) out.append("+").append(written_key(bit));
    }
  }
  return out;
}

std::string from(std::mt19937& random, std::string_view alphabet, std::size_t length) {
  std::uniform_int_distribution<std::size_t> index(0, alphabet.size() - 1);
  std::string text;
  for (std::size_t i = 0; i < length; ++i) text += alphabet[index(random)];
  return text;
}

constexpr std::string_view kLower = "abcdefghijklmnopqrstuvwxyz";
constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kAll =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!@#$%^&*()-_=+[]{};:,.?/";

}  // namespace

TEST_CASE("Password: what others call strong and every Vietnamese attacker tries first") {
  for (const char* text : {"Haiphong@2023", "truongthcs2024", "Nguyenvana@1990", "Sgddt@haiphong1",
                           "Vanphong@2024", "Bacgiang@98", "mattkhaaur1"}) {
    CAPTURE(text);
    CHECK(estimate_of(text).score <= 1);
  }
}

TEST_CASE("Password: of Vietnamese habits at least 95 in 100 score 2 at most") {
  for (const char* name : {"habits.txt", "habits-held-out.txt"}) {
    CAPTURE(name);
    const std::vector<std::string> lines = password_lines(name);
    REQUIRE(lines.size() >= 150);
    std::size_t low = 0;
    for (const std::string& line : lines) {
      if (estimate_of(line).score <= 2) ++low;
    }
    CHECK(low * 100 >= lines.size() * 95);
  }
}

TEST_CASE("Password: parts are named as they are meant, and how they were typed") {
  struct Case {
    std::string text;
    std::string parts;
  };
  const Case cases[] = {
      {"Haiphong@2023", "place:Haiphong=Hải Phòng+capital_first symbols:@ year:2023=2023"},
      {"HAIPHONG", "place:HAIPHONG=Hải Phòng+all_capitals"},
      {"hAiphOng", "place:hAiphOng=Hải Phòng+mixed_capitals"},
      {"gnohpiah", "place:gnohpiah=Hải Phòng+reversed"},
      {"hai_phong", "place:hai_phong=Hải Phòng+separated"},
      {"H@iph0ng", "place:H@iph0ng=Hải Phòng+capital_first+leet"},
      {"Hải Phòng", "place:Hải Phòng=Hải Phòng+capital_first+diacritics+separated"},
      // NFD: each mark a code point of its own.
      {"ha\u0309ipho\u0300ng", "place:ha\u0309ipho\u0300ng=Hải Phòng+diacritics"},
      {"haifphongf", "place:haifphongf=Hải Phòng+telex"},
      {"haiphongfr", "place:haiphongf=Hải Phòng+telex other:r"},
      {"hai3phong2", "place:hai3phong2=Hải Phòng+vni"},
      {"ddaf nawngx", "place:ddaf nawngx=Đà Nẵng+telex+separated"},
      {"truwowngf", "office_word:truwowngf=Trường+telex"},
      {"truong72", "office_word:truong72=Trường+vni"},
      {"MATAJKHAAUR", "vietnamese_word:MATAJKHAAUR=mật khẩu+all_capitals+telex"},
      {"mattkhaaur", "vietnamese_word:mattkhaaur=mật khẩu+telex+doubled_letter"},
      {"nguyenx", "family_name:nguyenx=Nguyễn+telex"},
      {"thuyr", "given_name:thuyr=Thủy+telex"},
      {"sgddt", "office_word:sgddt=SGDĐT"},
      {"password", "common_password:password=password"},
      {"batterystaple", "english_word:battery=battery english_word:staple=staple"},
      {"haiphonghaiphong", "repeat:haiphonghaiphong=haiphong"},
      {"xkxkxkxk", "repeat:xkxkxkxk=xk"},
      {"zxcvfr", "keyboard:zxcvfr"},
      {"defghi", "sequence:defghi"},
      {"13579", "sequence:13579"},
      {"17/06/1983", "date:17/06/1983=17/06/1983"},
      {"17061983", "date:17061983=17/06/1983"},
      {"170683", "date:170683=17/06/1983"},
      {"1983-06-17", "date:1983-06-17=17/06/1983"},
      {"17thang6", "date:17thang6=17/06"},
      {"1706", "date:1706=17/06"},
      {"0904 127 853", "telephone:0904 127 853"},
      {"+84904127853", "telephone:+84904127853"},
      {"02253847120", "telephone:02253847120"},
      {"~\u0416\u4e2d", "other:~\u0416\u4e2d"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(parts_of(estimate_of(c.text), c.text) == c.parts);
  }
}

TEST_CASE("Password: parts cover the whole text in order, whatever it is") {
  std::mt19937 random(7);
  for (int i = 0; i < 2000; ++i) {
    std::string text = from(random, kAll, 1 + random() % 30);
    if (i % 3 == 0) text.insert(text.size() / 2, i % 2 == 0 ? "ế" : "\xF0\x9F\x98\x80\xFF");
    CAPTURE(text);
    const PasswordEstimate estimate = estimate_of(text);
    std::size_t end = 0;
    for (const Part& part : estimate.parts) {
      CHECK(part.begin == end);
      CHECK(part.end > part.begin);
      end = part.end;
    }
    CHECK(end == text.size());
    CHECK(estimate.score == score_of(estimate.log10_guesses));
  }
}

TEST_CASE("Password: scores change at 10^3, 10^6, 10^8 and 10^10 guesses") {
  CHECK(score_of(0) == 0);
  CHECK(score_of(2.99) == 0);
  CHECK(score_of(3) == 1);
  CHECK(score_of(5.99) == 1);
  CHECK(score_of(6) == 2);
  CHECK(score_of(8) == 3);
  CHECK(score_of(9.99) == 3);
  CHECK(score_of(10) == 4);
  CHECK(score_of(400) == 4);
  CHECK(estimate_of("").score == 0);
  CHECK(estimate_of("").parts.empty());
}

TEST_CASE("Password: random strings of 50 bits and more are not called weak") {
  struct Kind {
    std::string_view alphabet;
    std::size_t length;
  };
  const Kind kinds[] = {{kLower, 11},
                        {kDigits, 16},
                        {"0123456789abcdef", 13},
                        {"abcdefghijklmnopqrstuvwxyz0123456789", 10},
                        {"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", 9},
                        {"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", 9},
                        {"!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", 10},
                        {kAll, 8}};
  for (unsigned seed = 1; seed <= 40; ++seed) {
    std::mt19937 random(seed);
    for (const Kind& kind : kinds) {
      for (int i = 0; i < 25; ++i) {
        const std::string text = from(random, kind.alphabet, kind.length);
        CAPTURE(text);
        CHECK(estimate_of(text).score >= 3);
      }
    }
  }
}

TEST_CASE("Password: one more random character never makes it much easier") {
  std::mt19937 random(11);
  for (const char* name : {"habits.txt", "habits-held-out.txt"}) {
    for (const std::string& text : password_lines(name)) {
      const double before = estimate_of(text).log10_guesses;
      const std::string longer = text + from(random, kAll, 1);
      CAPTURE(longer);
      // «Abc12345» is older than «Abc1234»: a known password may go on.
      CHECK(estimate_of(longer).log10_guesses > before - 1.5);
    }
  }
}

TEST_CASE("Password: case, diacritics and keystrokes never make a word easier") {
  for (const char* plain : {"haiphong", "truong", "matkhau", "nguyen", "anhyeuem"}) {
    const double least = estimate_of(plain).log10_guesses;
    std::string capital = plain;
    capital[0] = static_cast<char>(capital[0] - 'a' + 'A');
    CHECK(estimate_of(capital).log10_guesses > least);
    CHECK(estimate_of(std::string(plain) + "f").log10_guesses > least);
    CHECK(estimate_of(std::string(plain) + "2").log10_guesses > least);
  }
}

TEST_CASE("Password: what the unit is called costs an attacker little") {
  PasswordContext context({2026, 11, 26});
  context.add("Trường Tiểu học Vạn Xuân Thượng", OwnKind::unit_name);
  context.add("kimthoabt", OwnKind::user_name);
  context.add("Quàng Mỹ Khuê", OwnKind::person);
  context.add("https://c1vanxuan.thuydien.edu.vn", OwnKind::domain);
  context.add("0235.3865.417", OwnKind::telephone);
  context.add("Fanpage Sắc Tím Vạn Xuân", OwnKind::channel);
  context.finish();
  struct Case {
    std::string text;
    PartKind kind;
  };
  const Case cases[] = {
      {"vanxuanthuong", PartKind::own_unit},
      {"thvanxuanthuong", PartKind::own_unit},
      {"tthvxt", PartKind::own_unit},
      {"VạnXuânThượng", PartKind::own_unit},
      {"vanjxuaanthwowngj", PartKind::own_unit},
      {"kimthoabt", PartKind::own_user},
      {"quangmykhue", PartKind::own_person},
      {"khueqm", PartKind::own_person},
      {"c1vanxuan", PartKind::own_domain},
      {"02353865417", PartKind::own_telephone},
      {"842353865417", PartKind::own_telephone},
      {"865417", PartKind::own_telephone},
      {"sactimvanxuan", PartKind::own_channel},
      {"nauxnavmitcas", PartKind::own_channel},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const PasswordEstimate own = estimate(c.text, shipped_words(), context);
    REQUIRE(own.parts.size() == 1);
    CHECK(own.parts[0].kind == c.kind);
    CHECK(own.log10_guesses < estimate_of(c.text).log10_guesses);
    CHECK(own.score <= 1);
  }
}

TEST_CASE("Password: without a dictionary the patterns are still found") {
  const PasswordContext context = no_unit();
  const PasswordEstimate estimate = password::estimate("zxcvbn2023", {}, context);
  CHECK(parts_of(estimate, "zxcvbn2023") == "keyboard:zxcvbn year:2023=2023");
}

TEST_CASE("Password: beyond 10,000 characters nothing is counted") {
  std::mt19937 random(3);
  const std::string text = from(random, kAll, kMaxAnalysed);
  const PasswordEstimate whole = estimate_of(text);
  CHECK_FALSE(whole.cut);
  const PasswordEstimate cut = estimate_of(text + "abc");
  CHECK(cut.cut);
  CHECK(cut.log10_guesses == whole.log10_guesses);
  CHECK(cut.parts.back().end == text.size());
}

TEST_CASE("Password: however it is built, 10,000 characters take bounded time") {
  std::mt19937 random(5);
  std::vector<std::string> texts;
  for (const std::string_view part : {"a", "12", "haiphong", "tuong6", "nnguyeen", "qwertyuiop",
                                      "@", "01/02/", "e\u0301", "aa1"}) {
    std::string text;
    while (text.size() < kMaxAnalysed) text += part;
    texts.push_back(text);
  }
  for (const std::string_view alphabet :
       {"aeosfrxjw", "12", "an0123456789", "qwe", "uw", " -_.a"}) {
    texts.push_back(from(random, alphabet, kMaxAnalysed));
  }
  for (const std::string& text : texts) {
    CAPTURE(text.substr(0, 20));
    const auto begin = std::chrono::steady_clock::now();
    CHECK(estimate_of(text).log10_guesses > 0);
    // A hundredth of a second, but for sanitizers and a busy machine; quadratic would be minutes.
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(3));
  }
}
