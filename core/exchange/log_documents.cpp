#include "core/exchange/log_documents.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/base/stable_order.h"
#include "core/exchange/document_parts.h"
#include "core/exchange/log_words.h"
#include "core/inventory/backup_book.h"
#include "core/text/fold.h"

namespace sokenh {
namespace {

Paragraph line(ParagraphStyle style, std::string text) { return {style, std::move(text)}; }

// The kind's entries by their days; those without a readable one last, as they were entered.
std::vector<const LogEntry*> by_day(const Declaration& declaration, LogKind kind) {
  std::vector<const LogEntry*> entries;
  std::vector<Date> days;
  constexpr Date kLast{9999, 12, 31};
  for (const LogEntry& entry : declaration.log) {
    if (entry.kind != kind || is_blank(entry)) continue;
    const DateReading day = log_day(entry);
    entries.push_back(&entry);
    days.push_back(day.problem == DateProblem::none ? day.value.date : kLast);
  }
  std::vector<const LogEntry*> sorted;
  sorted.reserve(entries.size());
  for (const std::size_t index : stable_order(
           entries.size(), [&days](std::size_t a, std::size_t b) { return days[a] < days[b]; })) {
    sorted.push_back(entries[index]);
  }
  return sorted;
}

// --- one log

// A day, or the day under a time, must stand on one line however many columns there are. Per cent
// of the width; 0 for columns that share what is left.
int fixed_width(LogField field) {
  switch (log_field_type(field)) {
    case LogFieldType::date:
    case LogFieldType::moment:
      return 9;
    case LogFieldType::number:
      return 8;
    case LogFieldType::choice:
    case LogFieldType::machine:
    case LogFieldType::text:
      break;
  }
  return 0;
}

bool is_centred(LogField field) {
  const LogFieldType type = log_field_type(field);
  return type == LogFieldType::date || type == LogFieldType::moment || type == LogFieldType::number;
}

// The kind's fields, without those that nobody filled and nobody must.
std::vector<LogField> printed_fields(LogKind kind, const std::vector<const LogEntry*>& entries) {
  std::vector<LogField> fields;
  for (const LogFieldUse& use : log_fields(kind)) {
    const bool filled = std::any_of(entries.begin(), entries.end(), [&use](const LogEntry* entry) {
      return !text::is_blank(log_text(*entry, use.field));
    });
    if ((use.required && use.when_keys.empty()) || filled) fields.push_back(use.field);
  }
  return fields;
}

PaperTable log_table(const Declaration& declaration, LogKind kind) {
  constexpr int kOrdinalWidth = 5;  // per cent
  const std::vector<const LogEntry*> entries = by_day(declaration, kind);
  const std::vector<LogField> fields = printed_fields(kind, entries);
  PaperTable table;
  table.columns.push_back({"STT", kOrdinalWidth, true});
  int left = 100 - kOrdinalWidth;
  int sharing = 0;
  for (const LogField field : fields) {
    left -= fixed_width(field);
    if (fixed_width(field) == 0) ++sharing;
  }
  for (const LogField field : fields) {
    int width = fixed_width(field);
    // Each its part of what is left, so that the last takes the rest.
    if (width == 0) {
      width = left / sharing--;
      left -= width;
    }
    table.columns.push_back(
        {std::string(log_paper_heading(kind, field)), width, is_centred(field)});
  }
  for (const LogEntry* entry : entries) {
    std::vector<std::string> row{std::to_string(table.rows.size() + 1)};
    for (const LogField field : fields) row.push_back(log_paper_text(*entry, field));
    table.rows.push_back(std::move(row));
  }
  if (entries.empty() && says_nothing_logged(declaration, kind))
    table.statement = "Tính đến ngày lập sổ, đơn vị không có nội dung nào phải ghi.";
  return table;
}

// The first digits of a digest: enough to compare by eye.
std::string shortened(const std::string& digest, std::size_t digits) {
  return digest.size() > digits ? digest.substr(0, digits) + "…" : digest;
}

// On a line each, without those that are empty.
std::string lines_of(std::initializer_list<std::string> parts) {
  std::string lines;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!lines.empty()) lines += "\n";
    lines += part;
  }
  return lines;
}

// What was done, and what became of it later.
std::string backup_act(const LogEntry& entry, const BackupStanding& standing) {
  std::string act = log_paper_text(entry, LogField::act);
  if (const std::string& to = log_text(entry, LogField::refers); !to.empty())
    act += " mục số " + to;
  if (standing.replaced_by == 0) return act;
  return act + (standing.withdrawn ? "; đã hủy ở mục số " : "; đã đính chính ở mục số ") +
         std::to_string(standing.replaced_by);
}

// The book of backups: by its own numbers, drafts last, with what belongs together in one column.
PaperTable backup_table(const Declaration& declaration) {
  const BackupBook book = read_backup_book(declaration.log);
  std::vector<const LogEntry*> entries = book.entries;
  for (const LogEntry* entry : by_day(declaration, LogKind::backup)) {
    if (std::find(book.entries.begin(), book.entries.end(), entry) == book.entries.end())
      entries.push_back(entry);
  }
  PaperTable table;
  table.columns = {{"Số", 5, true},
                   {"Thời điểm", 10, true},
                   {"Dữ liệu, việc đã làm", 21},
                   {"Thiết bị, nơi cất giữ", 14},
                   {"Tệp, kích thước (byte), SHA-256", 20},
                   {"Đủ để khôi phục; khôi phục thử", 10, true},
                   {"Người thực hiện", 11},
                   {"Niêm phong", 9, true}};
  for (const LogEntry* entry : entries) {
    const auto text = [entry](LogField field) { return log_paper_text(*entry, field); };
    const BackupStanding& standing = book.standings.at(entry->id);
    table.rows.push_back(
        {text(LogField::serial), text(LogField::at),
         lines_of({text(LogField::data_set), backup_act(*entry, standing), text(LogField::topic),
                   text(LogField::note)}),
         lines_of({text(LogField::medium), text(LogField::place)}),
         lines_of({text(LogField::file), text(LogField::bytes),
                   shortened(plain_digest(log_text(*entry, LogField::digest)), 16)}),
         lines_of({text(LogField::complete), text(LogField::outcome)}), text(LogField::person),
         is_backup_draft(*entry) ? "Chưa ghi vào sổ"
                                 : shortened(log_text(*entry, LogField::seal), 8)});
  }
  return table;
}

bool asks_for(const Requirement& requirement, LogKind kind) {
  return std::any_of(requirement.log_rules.begin(), requirement.log_rules.end(),
                     [kind](const LogRule& rule) { return rule.log == kind; });
}

// --- an incident

// «1 giờ 30 phút», «2 ngày 4 giờ»; empty where one of them has no time.
std::string time_since(const MomentReading& found, const MomentReading& then) {
  if (!found.has_time || !then.has_time) return {};
  const long minutes = minutes_between(found.moment(), then.moment());
  if (minutes < 0) return {};
  std::string out;
  const auto add = [&out](long count, std::string_view unit) {
    if (count == 0) return;
    out += (out.empty() ? "" : " ") + std::to_string(count) + " " + std::string(unit);
  };
  add(minutes / (24 * 60), "ngày");
  add(minutes / 60 % 24, "giờ");
  add(minutes % 60, "phút");
  return out.empty() ? "0 phút" : out;
}

PaperTable course_table(const LogEntry& incident) {
  PaperTable table;
  table.columns = {
      {"Mốc", 34, false}, {"Thời điểm", 30, true}, {"Tính từ lúc phát hiện", 36, true}};
  const MomentReading found = read_moment(log_text(incident, LogField::at));
  const auto add = [&](std::string_view what, LogField field) {
    const MomentReading then = read_moment(log_text(incident, field));
    table.rows.push_back({std::string(what), or_unknown(log_paper_text(incident, field)),
                          field == LogField::at ? std::string() : time_since(found, then)});
  };
  const std::string_view office = text::trim(log_text(incident, LogField::reported_to));
  add("Phát hiện", LogField::at);
  add("Khoanh vùng, ngăn chặn", LogField::contained);
  add(office.empty() ? std::string("Báo cáo") : "Báo cáo " + std::string(office),
      LogField::reported);
  add("Khôi phục hoạt động", LogField::recovered);
  return table;
}

// The plan in force for incidents: the latest.
const LogEntry* incident_plan(const Declaration& declaration) {
  const LogEntry* latest = nullptr;
  for (const LogEntry* plan : by_day(declaration, LogKind::plan)) {
    const std::string& purpose = log_text(*plan, LogField::purpose);
    if (purpose == "incident" || purpose == "both") latest = plan;
  }
  return latest;
}

// Whom the followed dispatches say to call.
std::vector<const Contact*> contacts_to_call(std::span<const Pack* const> packs) {
  std::vector<const Contact*> contacts;
  for (const Pack* pack : packs) {
    const bool names_contacts =
        std::any_of(pack->requirements.begin(), pack->requirements.end(),
                    [](const auto& each) { return each.kind == RequirementKind::contact; });
    if (!names_contacts) continue;
    for (const Contact& contact : pack->contacts) {
      const bool known = std::any_of(contacts.begin(), contacts.end(), [&](const Contact* each) {
        return each->name == contact.name;
      });
      if (!known) contacts.push_back(&contact);
    }
  }
  return contacts;
}

PaperTable contact_table(const std::vector<const Contact*>& contacts) {
  PaperTable table;
  table.columns = {
      {"STT", 8, true}, {"Cơ quan, đơn vị", 48}, {"Điện thoại", 20}, {"Thư điện tử", 24}};
  for (const Contact* contact : contacts) {
    table.rows.push_back({std::to_string(table.rows.size() + 1), contact->name,
                          or_unknown(contact->telephone), or_unknown(contact->email)});
  }
  return table;
}

}  // namespace

Document log_document(const DocumentSource& source, LogKind kind) {
  const Declaration& declaration = source.declaration;
  Document document = begin_document(
      DocumentKind::log, "Sổ theo dõi - " + std::string(log_paper_subject(kind)), true, source);
  std::vector<Block>& blocks = document.blocks;
  blocks.emplace_back(letterhead(source));
  blocks.emplace_back(line(ParagraphStyle::title, "SỔ THEO DÕI"));
  blocks.emplace_back(line(ParagraphStyle::subject, std::string(log_paper_subject(kind))));
  for (const Pack* pack : source.packs) {
    const bool asks = std::any_of(pack->requirements.begin(), pack->requirements.end(),
                                  [kind](const Requirement& each) { return asks_for(each, kind); });
    if (asks)
      blocks.emplace_back(line(ParagraphStyle::body, "Thực hiện " + dispatch_text(*pack) + "."));
  }
  blocks.emplace_back(kind == LogKind::backup ? backup_table(declaration)
                                              : log_table(declaration, kind));
  blocks.emplace_back(
      Closing{.recipients = {},
              .left = head_confirms(declaration.unit),
              .right = {"NGƯỜI GHI SỔ", text::upper(declaration.unit.preparer_title),
                        declaration.unit.preparer_name}});
  return document;
}

const LogEntry* reported_incident(const DocumentSource& source) {
  if (source.incident != 0) {
    const LogEntry* entry = find_log_entry(source.declaration, source.incident);
    return entry != nullptr && entry->kind == LogKind::incident ? entry : nullptr;
  }
  const std::vector<const LogEntry*> incidents = by_day(source.declaration, LogKind::incident);
  return incidents.empty() ? nullptr : incidents.back();
}

Document incident_report(const DocumentSource& source, const LogEntry& incident) {
  const Declaration& declaration = source.declaration;
  Document document = begin_document(DocumentKind::incident_report, "Báo cáo sự cố", false, source);
  Letterhead head = letterhead(source);
  head.number = kNumber;
  std::vector<Block>& blocks = document.blocks;
  blocks.emplace_back(std::move(head));
  blocks.emplace_back(line(ParagraphStyle::title, "BÁO CÁO"));
  blocks.emplace_back(line(ParagraphStyle::subject, "Sự cố an toàn thông tin mạng"));
  blocks.emplace_back(line(ParagraphStyle::body,
                           or_unknown(declaration.unit.name) +
                               " báo cáo sự cố an toàn thông tin mạng xảy ra tại đơn vị như sau:"));
  const auto item = [&](int number, std::string_view label, LogField field) {
    blocks.emplace_back(
        line(ParagraphStyle::item, std::to_string(number) + ". " + std::string(label) + ": " +
                                       or_unknown(log_paper_text(incident, field))));
  };
  blocks.emplace_back(line(ParagraphStyle::section, "I. THÔNG TIN SỰ CỐ"));
  item(1, "Hệ thống bị ảnh hưởng", LogField::system);
  item(2, "Mô tả", LogField::topic);
  item(3, "Mức độ", LogField::level);
  item(4, "Nguyên nhân", LogField::cause);
  item(5, "Thiệt hại", LogField::damage);
  blocks.emplace_back(line(ParagraphStyle::section, "II. DIỄN BIẾN"));
  blocks.emplace_back(course_table(incident));
  blocks.emplace_back(line(ParagraphStyle::section, "III. XỬ LÝ"));
  item(1, "Biện pháp đã thực hiện", LogField::measures);
  item(2, "Người xử lý", LogField::person);
  int number = 3;
  if (const LogEntry* plan = incident_plan(declaration)) {
    blocks.emplace_back(line(ParagraphStyle::item,
                             std::to_string(number++) + ". Phương án ứng cứu: " +
                                 or_unknown(log_text(*plan, LogField::reference)) + ", ban hành " +
                                 or_unknown(log_paper_text(*plan, LogField::date))));
  }
  if (!text::is_blank(log_text(incident, LogField::note))) item(number, "Ghi chú", LogField::note);
  const std::vector<const Contact*> contacts = contacts_to_call(source.packs);
  if (!contacts.empty()) {
    blocks.emplace_back(line(ParagraphStyle::section, "IV. ĐẦU MỐI ỨNG CỨU, TIẾP NHẬN BÁO CÁO"));
    blocks.emplace_back(contact_table(contacts));
  }
  blocks.emplace_back(line(ParagraphStyle::body,
                           "Trên đây là báo cáo của " + or_unknown(declaration.unit.name) + "./."));
  Closing closing{.recipients = {}, .left = std::nullopt, .right = head_signs(declaration.unit)};
  for (const Contact* contact : contacts) closing.recipients.push_back("- " + contact->name + ";");
  closing.recipients.emplace_back("- Lưu: VT.");
  blocks.emplace_back(std::move(closing));
  return document;
}

}  // namespace sokenh
