#include "core/exchange/calendar.h"

#include <optional>

#include "core/base/digest.h"
#include "core/signing/signer.h"
#include "core/text/utf8.h"

namespace sokenh {
namespace {

constexpr std::size_t kMaxLineOctets = 75;  // RFC 5545 3.1, without the line break
// Reminders ring in the morning of their day, when somebody is at work.
constexpr int kReminderHour = 8;

std::string two_digits(long value) {
  return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
}

std::string basic_date(const Date& date) {
  std::string text = iso_date(date);
  std::erase(text, '-');
  return text;
}

// 3.3.5, form 2: "20261121T093000Z"; nullopt when it is no such time.
std::optional<std::string> utc_time(std::string_view text) {
  if (!signing::is_date_time(text)) return std::nullopt;
  const auto number = [text](std::size_t at) {
    return (text[at] - '0') * 10L + (text[at + 1] - '0');
  };
  constexpr long kDayMinutes = 24 * 60;
  long minutes = number(11) * 60 + number(14);
  if (!text.ends_with('Z')) {
    const std::size_t offset = text.size() - 6;  // "+07:00"
    const long ahead = number(offset + 1) * 60 + number(offset + 4);
    minutes -= text[offset] == '-' ? -ahead : ahead;
  }
  const long days = minutes < 0 ? -1 : minutes / kDayMinutes;
  minutes -= days * kDayMinutes;
  const Date date = add_days(*parse_iso_date(text.substr(0, 10)), days);
  if (!is_valid(date)) return std::nullopt;
  return basic_date(date) + "T" + two_digits(minutes / 60) + two_digits(minutes % 60) +
         two_digits(number(17)) + "Z";
}

// 3.3.5, form 2, of a moment in Vietnam's time.
std::string utc_time(const Moment& moment) {
  constexpr long kAhead = 7 * 60;
  const Moment utc = add_minutes(moment, -kAhead);
  return basic_date(utc.date) + "T" + two_digits(utc.hour) + two_digits(utc.minute) + "00Z";
}

// 3.3.11: backslash, semicolon, comma and line breaks are escaped. Other controls have no place.
std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\\' || c == ';' || c == ',') {
      out += '\\';
      out += c;
    } else if (c == '\n' || c == '\r') {
      out += "\\n";
      if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') ++i;
    } else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f) {
      out += c;
    } else {
      out += ' ';
    }
  }
  return out;
}

class Writer {
 public:
  // 3.1: folded after at most 75 octets, never inside a character.
  void line(std::string_view name, std::string_view value) {
    const std::string whole = std::string(name) + ":" + std::string(value);
    std::size_t room = kMaxLineOctets;
    std::size_t used = 0;
    for (std::size_t i = 0; i < whole.size();) {
      const std::size_t bytes = text::decode_code_point(whole, i).bytes;
      if (used + bytes > room) {
        out_ += "\r\n ";
        used = 1;  // the space counts
      }
      out_.append(whole, i, bytes);
      used += bytes;
      i += bytes;
    }
    out_ += "\r\n";
  }
  std::string take() && { return std::move(out_); }

 private:
  std::string out_;
};

// 3.8.6.3: relative to the event's start, which is midnight: 8 hours on is 8 in the morning.
std::string trigger(int days_before) {
  if (days_before == 0) return "PT" + std::to_string(kReminderHour) + "H";
  return "-P" + std::to_string(days_before - 1) + "DT" + std::to_string(24 - kReminderHour) + "H";
}

}  // namespace

Result<std::string> write_calendar(const Calendar& calendar, std::string_view made_at,
                                   std::string_view seed) {
  const std::optional<std::string> stamp = utc_time(made_at);
  if (!stamp)
    return Error{ErrorCode::calendar_time_invalid, "", std::string(made_at.substr(0, 40))};
  bool is_text = text::is_valid_utf8(calendar.name);
  for (const CalendarEvent& event : calendar.events) {
    is_text =
        is_text && text::is_valid_utf8(event.summary) && text::is_valid_utf8(event.description);
  }
  if (!is_text) return Error{ErrorCode::calendar_not_utf8};

  Writer out;
  out.line("BEGIN", "VCALENDAR");
  out.line("VERSION", "2.0");
  out.line("PRODID", "-//So Kenh//So Kenh//VI");
  out.line("CALSCALE", "GREGORIAN");
  out.line("METHOD", "PUBLISH");
  if (!calendar.name.empty()) out.line("X-WR-CALNAME", escaped(calendar.name));
  for (const CalendarEvent& event : calendar.events) {
    out.line("BEGIN", "VEVENT");
    const std::string key = std::string(seed) + '\n' + event.key;
    out.line("UID", hex(sha256(key)).substr(0, 32) + "@sokenh");
    out.line("DTSTAMP", *stamp);
    if (event.time) {
      out.line("DTSTART", utc_time(event.time->from));
      out.line("DTEND", utc_time(event.time->to));
    } else {
      out.line("DTSTART;VALUE=DATE", basic_date(event.day));
      out.line("DTEND;VALUE=DATE", basic_date(add_days(event.day, 1)));  // 3.6.1: not included
    }
    out.line("SUMMARY", escaped(event.summary));
    if (!event.description.empty()) out.line("DESCRIPTION", escaped(event.description));
    const auto alarm = [&](const std::string& when) {
      out.line("BEGIN", "VALARM");
      out.line("ACTION", "DISPLAY");
      out.line("DESCRIPTION", escaped(event.summary));
      out.line("TRIGGER", when);
      out.line("END", "VALARM");
    };
    if (event.time) {
      out.line("TRANSP", "OPAQUE");
      if (calendar.reminder_minutes > 0)
        alarm("-PT" + std::to_string(calendar.reminder_minutes) + "M");
    } else {
      out.line("TRANSP", "TRANSPARENT");  // being due takes no time of the day
      for (const int days : calendar.reminder_days) alarm(trigger(days));
    }
    out.line("END", "VEVENT");
  }
  out.line("END", "VCALENDAR");
  return std::move(out).take();
}

}  // namespace sokenh
