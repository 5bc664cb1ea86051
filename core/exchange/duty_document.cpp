#include "core/exchange/duty_document.h"

#include <algorithm>
#include <array>

#include "core/exchange/document_parts.h"
#include "core/inventory/duty_cover.h"
#include "core/text/fold.h"

namespace sokenh {
namespace {

std::string weekday(const Date& date) {
  constexpr std::array<std::string_view, 7> kNames{"Chủ nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư",
                                                   "Thứ Năm",  "Thứ Sáu", "Thứ Bảy"};
  const long day = (days_from_civil(date) % 7 + 7 + 4) % 7;  // 1970-01-01: a Thursday
  return std::string(kNames[static_cast<std::size_t>(day)]);
}

// «07 giờ 00» as on papers: «07:00», and the day where it is another.
std::string until(const Span& span) {
  const Moment from = civil_from_minutes(span.from);
  const Moment to = civil_from_minutes(span.to);
  if (to.hour == 0 && to.minute == 0 && add_days(from.date, 1) == to.date)
    return vietnamese_time(from) + " – 24:00";
  std::string text = vietnamese_time(from) + " – " + vietnamese_time(to);
  if (from.date != to.date) text += "\n(" + vietnamese_date(to.date) + ")";
  return text;
}

PaperTable shift_table(const Roster& roster) {
  PaperTable table;
  table.columns = {{"STT", 6, true},    {"Ngày", 16, true}, {"Thời gian", 18, true},
                   {"Vị trí trực", 20}, {"Người trực", 24}, {"Điện thoại", 16, true}};
  Roster sorted = roster;
  sort_shifts(sorted);
  for (const DutyShift& shift : sorted.shifts) {
    const SpanReading reading = shift_span(shift);
    const bool known = reading.problem == SpanProblem::none;
    const Date day = civil_from_minutes(reading.span.from).date;
    const DutyPerson* person = find_person(sorted, shift.person);
    std::string who = person == nullptr ? std::string(kUnknown) : or_unknown(person->name);
    if (person != nullptr && !text::is_blank(person->position)) who += "\n" + person->position;
    table.rows.push_back(
        {std::to_string(table.rows.size() + 1),
         known ? weekday(day) + "\n" + vietnamese_date(day) : shift.from,
         known ? until(reading.span) : shift.from + " – " + shift.to,
         or_unknown(find_post(sorted, shift.post)->name), std::move(who),
         person == nullptr ? std::string(kUnknown) : or_unknown(person->telephone)});
  }
  return table;
}

std::string period_of(const Roster& roster) {
  const SpanReading reading = roster_span(roster);
  if (reading.problem != SpanProblem::none)
    return "Từ " + or_unknown(roster.from) + " đến " + or_unknown(roster.to);
  return "Từ " + written_moment(reading.span.from) + " đến " + written_moment(reading.span.to);
}

bool has_duty_check(const Pack& pack) {
  return std::any_of(pack.requirements.begin(), pack.requirements.end(),
                     [](const Requirement& each) { return each.check == "duty.covered"; });
}

}  // namespace

const Roster* printed_roster(const DocumentSource& source) {
  const auto& rosters = source.declaration.rosters;
  if (source.roster != 0) return find_roster(source.declaration, source.roster);
  const Roster* next = nullptr;
  long begin = 0;
  const long now = source.date ? days_from_civil(*source.date) * kMinutesOfDay : 0;
  for (const Roster& roster : rosters) {
    const SpanReading reading = roster_span(roster);
    if (reading.problem != SpanProblem::none || reading.span.to <= now) continue;
    if (next != nullptr && begin <= reading.span.from) continue;
    next = &roster;
    begin = reading.span.from;
  }
  if (next != nullptr) return next;
  return rosters.empty() ? nullptr : &rosters.back();
}

Document duty_document(const DocumentSource& source, const Roster& roster) {
  const Unit& unit = source.declaration.unit;
  Document document = begin_document(DocumentKind::duty_roster, "Lịch trực", false, source);
  std::vector<Block>& blocks = document.blocks;
  Letterhead head = letterhead(source);
  head.number = kNumber;
  blocks.emplace_back(std::move(head));
  blocks.emplace_back(Paragraph{ParagraphStyle::title, "LỊCH TRỰC"});
  if (!text::is_blank(roster.occasion))
    blocks.emplace_back(
        Paragraph{ParagraphStyle::subject, std::string(text::trim(roster.occasion))});
  blocks.emplace_back(Paragraph{ParagraphStyle::remark, "(" + period_of(roster) + ")"});
  for (const Pack* pack : source.packs) {
    if (has_duty_check(*pack))
      blocks.emplace_back(
          Paragraph{ParagraphStyle::body, "Thực hiện " + dispatch_text(*pack) + "."});
  }
  blocks.emplace_back(Paragraph{ParagraphStyle::body,
                                or_unknown(unit.name) + " phân công trực, theo dõi như sau:"});
  blocks.emplace_back(shift_table(roster));
  if (!text::is_blank(roster.note))
    blocks.emplace_back(Paragraph{ParagraphStyle::body, "Ghi chú: " + roster.note});
  std::string call;
  for (const Pack* pack : source.packs) {
    if (!has_duty_check(*pack)) continue;
    for (const Contact& contact : pack->contacts) {
      std::string line = "- " + contact.name;
      if (!contact.telephone.empty()) line += ", điện thoại " + contact.telephone;
      if (!contact.email.empty()) line += ", " + contact.email;
      call += (call.empty() ? "" : "\n") + line;
    }
  }
  if (!call.empty()) {
    blocks.emplace_back(Paragraph{ParagraphStyle::body, "Khi có sự cố, người trực liên hệ:"});
    blocks.emplace_back(Paragraph{ParagraphStyle::item, std::move(call)});
  }
  blocks.emplace_back(Closing{.recipients = {"- Những người có tên trong lịch trực;", "- Lưu: VT."},
                              .left = std::nullopt,
                              .right = head_signs(unit)});
  return document;
}

void add_duty_gaps(const DocumentSource& source, std::vector<MissingPart>& out) {
  const Roster* roster = printed_roster(source);
  if (roster == nullptr) {
    out.push_back({DocumentGap::roster, {.kind = PlaceKind::rosters}});
    return;
  }
  const auto place = [roster](DutyPart part, DutyId id) {
    return Place{.kind = PlaceKind::roster, .duty = {roster->id, part, id}};
  };
  if (roster->shifts.empty()) {
    out.push_back({DocumentGap::shifts, place(DutyPart::shift, 0)});
    return;
  }
  MissingPart open{DocumentGap::open_posts, {}, 0};
  for (const PostCover& post : cover_of(*roster).posts) {
    if (post.gaps.empty()) continue;
    if (open.count++ == 0) open.place = place(DutyPart::post, post.post->id);
  }
  if (open.count > 0) out.push_back(open);
  MissingPart telephones{DocumentGap::telephones, {}, 0};
  for (const DutyPerson& person : roster->people) {
    const bool on_duty =
        std::any_of(roster->shifts.begin(), roster->shifts.end(),
                    [&person](const DutyShift& shift) { return shift.person == person.id; });
    if (!on_duty || !text::is_blank(person.telephone)) continue;
    if (telephones.count++ == 0) telephones.place = place(DutyPart::person, person.id);
  }
  if (telephones.count > 0) out.push_back(telephones);
}

}  // namespace sokenh
