// What the screen Mật khẩu calls things: how strong, how long it takes, what a part is, what a rule
// wants.
#pragma once

#include <string>
#include <string_view>

#include "core/password/estimate.h"
#include "core/password/policy_check.h"
#include "core/password/reuse.h"
#include "wasm/ui/widgets.h"

namespace sokenh {

std::string_view score_label(int score);  // «Yếu»
ui::Tone score_tone(int score);

// «khoảng 3 giờ», of log10 of seconds.
std::string duration_label(double log10_seconds);
// «khoảng 2 triệu», of log10 of a count.
std::string count_label(double log10_count);

// Who guesses, and how fast.
struct Attacker {
  ui::Msg label;
  double log10_per_second;
};
// A sign-in page that locks for a while after a few wrong tries: 100 an hour. A stolen table of
// slow hashes (bcrypt, Argon2), one machine: 10^4 a second. One of fast hashes (MD5, SHA-1,
// unsalted or not), one machine with several graphics cards: 10^10 a second.
inline constexpr Attacker kAttackers[] = {{ui::Msg::password_attacker_page, -1.5563},
                                          {ui::Msg::password_attacker_slow, 4},
                                          {ui::Msg::password_attacker_fast, 10}};

// «“Haiphong” là địa danh (Hải Phòng), viết hoa chữ đầu». `text` is the whole password.
std::string part_sentence(const password::Part& part, std::string_view text);
// The same without the part itself: «địa danh, viết hoa chữ đầu».
std::string part_description(const password::Part& part);
// Whether it is worth naming: something is known of it.
bool is_guessable(const password::Part& part);

std::string rule_sentence(const password::PolicyResult& result);
std::string likeness_sentence(password::Likeness likeness, std::string_view first,
                              std::string_view second);
std::string nist_sentence(const password::NistDifference& difference);

}  // namespace sokenh
