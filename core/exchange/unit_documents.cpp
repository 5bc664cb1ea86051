#include "core/exchange/unit_documents.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "core/exchange/document_parts.h"
#include "core/exchange/duty_document.h"
#include "core/exchange/log_documents.h"
#include "core/inventory/channel_state.h"
#include "core/inventory/partial_date.h"
#include "core/policy/tasks.h"
#include "core/text/fold.h"

namespace sokenh {
namespace {

constexpr std::string_view kReviewCheck = "accounts.reviewed";

// --- of a pack

const Pack* pack_with_form(std::span<const Pack* const> packs) {
  const auto found = std::find_if(packs.begin(), packs.end(),
                                  [](const Pack* pack) { return pack->form.has_value(); });
  return found == packs.end() ? nullptr : *found;
}

const Pack* pack_with_review(std::span<const Pack* const> packs) {
  const auto found = std::find_if(packs.begin(), packs.end(), [](const Pack* pack) {
    return std::any_of(pack->requirements.begin(), pack->requirements.end(),
                       [](const Requirement& each) { return each.check == kReviewCheck; });
  });
  return found == packs.end() ? nullptr : *found;
}

// --- the form

std::string printed_cell(const Channel& channel, Column column) {
  const std::string& written = column_text(channel, column);
  if (column != Column::state) return written;
  const std::string_view label = state_label(read_state(written).state);
  return label.empty() ? written : std::string(label);
}

Document channel_form(const DocumentSource& source, const Form& form) {
  // Per cent of the table's width; evenly when a pack's form has other columns.
  constexpr int kWidths[kColumnCount] = {5, 22, 12, 11, 13, 13, 13, 11};
  const Declaration& declaration = source.declaration;
  const Unit& unit = declaration.unit;
  PaperTable table;
  const int columns = static_cast<int>(form.columns.size());
  for (int i = 0; i < columns; ++i) {
    table.columns.push_back({.heading = form.columns[static_cast<std::size_t>(i)],
                             .width = columns == kColumnCount ? kWidths[i] : 100 / columns,
                             .centred = i == 0});
  }
  for (std::size_t i = 0; i < declaration.channels.size(); ++i) {
    std::vector<std::string> row{std::to_string(i + 1)};
    for (int column = 1; column < kColumnCount; ++column) {
      row.push_back(printed_cell(declaration.channels[i], static_cast<Column>(column)));
    }
    table.rows.push_back(std::move(row));
  }
  if (declaration.channels.empty() && declaration.no_channels) {
    table.statement = "Đơn vị không có kênh cung cấp thông tin nào trên môi trường mạng.";
  }
  Document document =
      begin_document(DocumentKind::channel_form, "Biểu thống kê kênh", true, source);
  document.blocks = {
      letterhead(source), Paragraph{ParagraphStyle::title, form.title},
      Paragraph{ParagraphStyle::remark, form.subtitle}, std::move(table),
      Closing{
          .recipients = {},
          .left = SignatureBlock{form.left_signature, text::upper(unit.head_title), unit.head_name},
          .right = {form.right_signature, text::upper(unit.preparer_title), unit.preparer_name}}};
  return document;
}

// --- accounts

bool is_unused(const Account& account) { return account.in_use == Answer::no; }

int count_unused(const Declaration& declaration) {
  return static_cast<int>(
      std::count_if(declaration.accounts.begin(), declaration.accounts.end(), is_unused));
}

// The systems of the accounts, each once, in their order: «QOffice, Một cửa điện tử».
std::string systems_text(const Declaration& declaration) {
  std::vector<std::string> seen;
  std::string out;
  for (const Account& account : declaration.accounts) {
    const std::string_view name = text::trim(account.system);
    std::string folded = text::fold(name);
    if (folded.empty() || std::find(seen.begin(), seen.end(), folded) != seen.end()) continue;
    seen.push_back(std::move(folded));
    if (!out.empty()) out += ", ";
    out += name;
  }
  return out.empty() ? std::string(kUnknown) : out;
}

Document removal_request(const DocumentSource& source, const Pack& pack) {
  const Declaration& declaration = source.declaration;
  const std::string unit = or_unknown(declaration.unit.name);
  const std::string office = or_unknown(pack.recipient.name);
  PaperTable table;
  table.columns = {{"STT", 7, true},         {"Hệ thống", 17},
                   {"Tên tài khoản", 19},    {"Người được cấp", 19},
                   {"Chức vụ, bộ phận", 16}, {"Lý do không còn sử dụng", 22}};
  for (const Account& account : declaration.accounts) {
    if (!is_unused(account)) continue;
    std::string reason = account.unused_reason;
    if (!text::is_blank(account.removal_requested)) {
      reason += std::string(reason.empty() ? "" : "\n") +
                "(đã đề nghị xóa: " + written_date(account.removal_requested) + ")";
    }
    table.rows.push_back({std::to_string(table.rows.size() + 1), account.system, account.user_name,
                          account.holder, account.position, std::move(reason)});
  }
  Letterhead head = letterhead(source);
  head.number = kNumber;
  head.subject =
      "V/v đề nghị xóa tài khoản không còn sử dụng trên các hệ thống thông tin dùng chung";
  Document document = begin_document(DocumentKind::removal_request,
                                     "Công văn đề nghị xóa tài khoản", false, source);
  document.blocks = {
      std::move(head),
      Paragraph{ParagraphStyle::addressee, "Kính gửi: " + office},
      Paragraph{ParagraphStyle::body,
                "Thực hiện " + dispatch_text(pack) + ", " + unit +
                    " đã rà soát tài khoản người dùng trên các hệ thống thông tin dùng chung (" +
                    systems_text(declaration) + "). Trong tổng số " +
                    std::to_string(declaration.accounts.size()) + " tài khoản đã thống kê, có " +
                    std::to_string(table.rows.size()) + " tài khoản không còn sử dụng."},
      Paragraph{ParagraphStyle::body, "Để bảo đảm an toàn thông tin mạng, " + unit + " đề nghị " +
                                          office + " xóa các tài khoản sau:"},
      std::move(table),
      Paragraph{ParagraphStyle::body,
                unit + " chịu trách nhiệm về tính chính xác của danh sách trên và đề nghị " +
                    office + " xem xét, thực hiện./."},
      Closing{.recipients = {"- Như trên;", "- Lưu: VT."},
              .left = std::nullopt,
              .right = head_signs(declaration.unit)}};
  return document;
}

std::string in_use_text(Answer answer) {
  switch (answer) {
    case Answer::yes:
      return "Có";
    case Answer::no:
      return "Không";
    case Answer::not_applicable:
      return "Không áp dụng";
    case Answer::unanswered:
      return "Chưa rõ";
  }
  return {};
}

PaperTable account_table(const Declaration& declaration) {
  PaperTable table;
  table.columns = {{"STT", 5, true},         {"Hệ thống", 15},
                   {"Tên tài khoản", 17},    {"Người được cấp", 17},
                   {"Chức vụ, bộ phận", 14}, {"Lần đổi mật khẩu gần nhất", 10, true},
                   {"Còn sử dụng", 8, true}, {"Lý do không còn sử dụng", 14}};
  for (const Account& account : declaration.accounts) {
    table.rows.push_back({std::to_string(table.rows.size() + 1), account.system, account.user_name,
                          account.holder, account.position, written_date(account.password_changed),
                          in_use_text(account.in_use), account.unused_reason});
  }
  if (declaration.accounts.empty() && declaration.no_accounts) {
    table.statement = "Đơn vị không có tài khoản nào trên các hệ thống thông tin dùng chung.";
  }
  return table;
}

PaperTable review_table(const std::vector<AccountReview>& reviews) {
  PaperTable table;
  table.columns = {{"STT", 5, true},
                   {"Ngày rà soát", 13, true},
                   {"Người rà soát", 22},
                   {"Số tài khoản đã rà soát", 13, true},
                   {"Số tài khoản không còn sử dụng", 15, true},
                   {"Ghi chú", 32}};
  for (const AccountReview& review : reviews) {
    table.rows.push_back({std::to_string(table.rows.size() + 1), written_date(review.date),
                          review.reviewer, std::to_string(review.reviewed),
                          std::to_string(review.unused), review.note});
  }
  return table;
}

Document account_review(const DocumentSource& source) {
  const Declaration& declaration = source.declaration;
  const std::vector<AccountReview>& reviews = declaration.account_reviews;
  const AccountReview last = reviews.empty() ? AccountReview{} : reviews.back();
  const DateReading day = read_partial_date(last.date);
  const bool exact = day.problem == DateProblem::none && day.value.precision == DatePrecision::day;
  const auto line = [](ParagraphStyle style, std::string text) {
    return Paragraph{style, std::move(text)};
  };
  Document document =
      begin_document(DocumentKind::account_review, "Biên bản rà soát tài khoản", true, source);
  std::vector<Block>& blocks = document.blocks;
  blocks.emplace_back(letterhead(source));
  blocks.emplace_back(line(ParagraphStyle::title, "BIÊN BẢN"));
  blocks.emplace_back(line(ParagraphStyle::subject,
                           "Rà soát tài khoản người dùng trên các hệ thống thông tin dùng chung"));
  for (const Pack* pack : source.packs) {
    const Pack* one[] = {pack};
    if (pack_with_review(one) != nullptr)
      blocks.emplace_back(line(ParagraphStyle::body, "Thực hiện " + dispatch_text(*pack) + "."));
  }
  blocks.emplace_back(line(ParagraphStyle::section, "I. LẦN RÀ SOÁT"));
  blocks.emplace_back(line(
      ParagraphStyle::item,
      "1. Thời gian: " +
          (exact ? official_date(day.value.date) : or_unknown(written_date(last.date))) + "."));
  blocks.emplace_back(
      line(ParagraphStyle::item, "2. Người rà soát: " + or_unknown(last.reviewer) + "."));
  const auto number = [&](std::uint32_t count) {
    return reviews.empty() ? std::string(kUnknown) : std::to_string(count);
  };
  blocks.emplace_back(line(ParagraphStyle::item, "3. Kết quả: đã rà soát " + number(last.reviewed) +
                                                     " tài khoản, trong đó " + number(last.unused) +
                                                     " tài khoản không còn sử dụng."));
  if (!text::is_blank(last.note))
    blocks.emplace_back(line(ParagraphStyle::item, "4. Ghi chú: " + last.note));
  blocks.emplace_back(line(ParagraphStyle::section, "II. DANH SÁCH TÀI KHOẢN KHI LẬP BIÊN BẢN"));
  blocks.emplace_back(account_table(declaration));
  if (reviews.size() > 1) {
    blocks.emplace_back(line(ParagraphStyle::section, "III. CÁC LẦN RÀ SOÁT ĐÃ GHI"));
    blocks.emplace_back(review_table(reviews));
  }
  blocks.emplace_back(Closing{.recipients = {},
                              .left = head_confirms(declaration.unit),
                              .right = {"NGƯỜI RÀ SOÁT", {}, last.reviewer}});
  return document;
}

// --- self-check

std::string_view status_text(RequirementStatus status) {
  switch (status) {
    case RequirementStatus::met:
      return "Đạt";
    case RequirementStatus::to_do:
      return "Cần làm";
    case RequirementStatus::unanswered:
      return "Chưa trả lời";
    case RequirementStatus::not_applicable:
      return "Không áp dụng";
  }
  return {};
}

std::string_view answer_text(Answer answer) {
  switch (answer) {
    case Answer::yes:
      return "đạt";
    case Answer::no:
      return "chưa đạt";
    case Answer::not_applicable:
      return "không áp dụng";
    case Answer::unanswered:
      return "chưa trả lời";
  }
  return {};
}

// What the unit says and shows, one thing a line.
std::string evidence_text(const Declaration& declaration, const Requirement& requirement,
                          const RequirementResult& result) {
  std::string out;
  const auto add = [&](std::string_view label, std::string_view written) {
    if (text::is_blank(written)) return;
    if (!out.empty()) out += '\n';
    out += label;
    out += text::trim(written);
  };
  if (result.applicable > 0) {
    add("Số kênh, tài khoản đạt: ",
        std::to_string(result.satisfied) + "/" + std::to_string(result.applicable));
  }
  for (const Question& question : requirement.questions) {
    const QuestionAnswer* answer = find_answer(declaration, question.key);
    // The requirement's own text stands beside it.
    if (question.text_vi != requirement.text_vi) add("", question.text_vi);
    add("Trả lời: ", answer_text(answer != nullptr ? answer->answer : Answer::unanswered));
    if (answer == nullptr) continue;
    add("Ngày: ", written_date(answer->date));
    add("Người phụ trách: ", answer->responsible);
    add("Văn bản, minh chứng: ", answer->document);
    add("Ghi chú: ", answer->note);
  }
  return out;
}

Document self_check(const DocumentSource& source) {
  Document document =
      begin_document(DocumentKind::self_check, "Báo cáo kết quả tự kiểm tra", true, source);
  Letterhead head = letterhead(source);
  head.number = kNumber;
  document.blocks = {std::move(head), Paragraph{ParagraphStyle::title, "BÁO CÁO"},
                     Paragraph{ParagraphStyle::subject,
                               "Kết quả tự kiểm tra việc thực hiện các yêu cầu bảo đảm an toàn "
                               "thông tin mạng"}};
  Closing closing{
      .recipients = {}, .left = std::nullopt, .right = head_signs(source.declaration.unit)};
  std::size_t index = 0;
  for (std::size_t i = 0; i < source.packs.size(); ++i) {
    const Pack& pack = *source.packs[i];
    const Progress progress = progress_of(source.evaluation, pack.id);
    document.blocks.emplace_back(
        Paragraph{ParagraphStyle::section, std::to_string(i + 1) + ". " + dispatch_text(pack)});
    document.blocks.emplace_back(Paragraph{
        ParagraphStyle::item, "Tổng số " + std::to_string(progress.total()) + " yêu cầu: đạt " +
                                  std::to_string(progress.met) + ", cần làm " +
                                  std::to_string(progress.to_do) + ", chưa trả lời " +
                                  std::to_string(progress.unanswered) + ", không áp dụng " +
                                  std::to_string(progress.not_applicable) + "."});
    PaperTable table;
    table.columns = {{"Mã yêu cầu", 9, true},
                     {"Nội dung yêu cầu", 41},
                     {"Kết quả", 11, true},
                     {"Trả lời và minh chứng của đơn vị", 39}};
    for (const Requirement& requirement : pack.requirements) {
      // The results are in the packs' order.
      const RequirementResult& result = source.evaluation.requirements[index++];
      table.rows.push_back({requirement.id, requirement.text_vi,
                            std::string(status_text(result.status)),
                            evidence_text(source.declaration, requirement, result)});
    }
    document.blocks.emplace_back(std::move(table));
    std::string recipient = "- " + or_unknown(pack.recipient.name) + ";";
    if (std::find(closing.recipients.begin(), closing.recipients.end(), recipient) ==
        closing.recipients.end()) {
      closing.recipients.push_back(std::move(recipient));
    }
  }
  closing.recipients.emplace_back("- Lưu: VT.");
  document.blocks.emplace_back(std::move(closing));
  return document;
}

// --- logs

// Nothing is in the log, and nobody said that this is so.
bool lacks_entries(const DocumentSource& source) {
  const auto& log = source.declaration.log;
  const bool any = std::any_of(log.begin(), log.end(), [&source](const LogEntry& entry) {
    return entry.kind == source.log && !is_blank(entry);
  });
  return !any && !says_nothing_logged(source.declaration, source.log);
}

void add_incident_gaps(const DocumentSource& source, std::vector<MissingPart>& out) {
  const LogEntry* incident = reported_incident(source);
  if (incident == nullptr) {
    out.push_back({DocumentGap::incident, log_place(LogKind::incident)});
    return;
  }
  MissingPart parts{DocumentGap::incident_parts, {}, 0};
  for (const LogField field :
       {LogField::at, LogField::system, LogField::topic, LogField::level, LogField::contained,
        LogField::reported, LogField::recovered, LogField::cause, LogField::damage,
        LogField::measures, LogField::person}) {
    if (!text::is_blank(log_text(*incident, field))) continue;
    if (parts.count++ == 0) parts.place = log_place(*incident, field);
  }
  if (parts.count > 0) out.push_back(parts);
}

}  // namespace

std::optional<Proof> proof_of(const signing::Verification& verification) {
  Proof proof{verification.payload_sha256, {}, {}};
  for (const signing::SignatureCheck& check : verification.checks) {
    if (check.state == signing::SignatureState::missing) continue;
    if (check.state != signing::SignatureState::valid) return std::nullopt;
    (check.signer.role == signing::Role::head ? proof.head_fingerprint
                                              : proof.preparer_fingerprint) = check.fingerprint;
  }
  return proof;
}

DraftCause draft_cause(const DocumentSource& source) {
  if (source.proof) {
    if (source.proof->preparer_fingerprint.empty()) return DraftCause::preparer_missing;
    if (source.proof->head_fingerprint.empty()) return DraftCause::head_missing;
    return DraftCause::none;
  }
  switch (source.no_proof) {
    case NoProof::not_signed:
      return DraftCause::not_signed;
    case NoProof::changed_since:
      return DraftCause::changed_since;
    case NoProof::not_valid:
      return DraftCause::not_valid;
  }
  return DraftCause::not_signed;
}

std::optional<Document> make_document(DocumentKind kind, const DocumentSource& source) {
  switch (kind) {
    case DocumentKind::channel_form:
      if (const Pack* pack = pack_with_form(source.packs)) return channel_form(source, *pack->form);
      return std::nullopt;
    case DocumentKind::removal_request:
      if (const Pack* pack = pack_with_review(source.packs);
          pack != nullptr && count_unused(source.declaration) > 0) {
        return removal_request(source, *pack);
      }
      return std::nullopt;
    case DocumentKind::account_review:
      return account_review(source);
    case DocumentKind::self_check:
      if (!source.packs.empty()) return self_check(source);
      return std::nullopt;
    case DocumentKind::log:
      if (lacks_entries(source)) return std::nullopt;
      return log_document(source, source.log);
    case DocumentKind::incident_report:
      if (const LogEntry* incident = reported_incident(source))
        return incident_report(source, *incident);
      return std::nullopt;
    case DocumentKind::duty_roster:
      if (const Roster* roster = printed_roster(source); roster && !roster->shifts.empty())
        return duty_document(source, *roster);
      return std::nullopt;
  }
  return std::nullopt;
}

bool prevents_document(DocumentGap gap) {
  return gap == DocumentGap::no_pack || gap == DocumentGap::nothing_to_remove ||
         gap == DocumentGap::log_entries || gap == DocumentGap::incident ||
         gap == DocumentGap::roster || gap == DocumentGap::shifts;
}

std::vector<MissingPart> missing_parts(DocumentKind kind, const DocumentSource& source) {
  const Declaration& declaration = source.declaration;
  const Unit& unit = declaration.unit;
  std::vector<MissingPart> out;
  const bool asked = kind == DocumentKind::channel_form ? pack_with_form(source.packs) != nullptr
                     : kind == DocumentKind::removal_request
                         ? pack_with_review(source.packs) != nullptr
                     : kind == DocumentKind::self_check ? !source.packs.empty()
                                                        : true;
  const Place packs{.kind = PlaceKind::unit};
  const Place accounts{.kind = PlaceKind::accounts};
  if (!asked) return {{DocumentGap::no_pack, packs}};

  const auto count_accounts = [&](DocumentGap gap, AccountField field, auto lacks) {
    const Account* first = nullptr;
    int count = 0;
    for (const Account& account : declaration.accounts) {
      if (!lacks(account)) continue;
      if (first == nullptr) first = &account;
      ++count;
    }
    if (first != nullptr) out.push_back({gap, account_place(first->id, field), count});
  };
  if (kind == DocumentKind::removal_request || kind == DocumentKind::account_review) {
    if (declaration.accounts.empty() && !declaration.no_accounts) {
      out.push_back({DocumentGap::accounts, accounts});
    }
    count_accounts(DocumentGap::account_use, AccountField::in_use,
                   [](const Account& each) { return each.in_use == Answer::unanswered; });
    count_accounts(
        DocumentGap::unused_reason, AccountField::unused_reason,
        [](const Account& each) { return is_unused(each) && text::is_blank(each.unused_reason); });
  }
  if (kind == DocumentKind::removal_request && count_unused(declaration) == 0) {
    out.insert(out.begin(), {DocumentGap::nothing_to_remove, accounts});
  }
  if (kind == DocumentKind::account_review && declaration.account_reviews.empty()) {
    out.push_back({DocumentGap::review, {.kind = PlaceKind::account_reviews}});
  }
  if (kind == DocumentKind::channel_form && declaration.channels.empty() &&
      !declaration.no_channels) {
    out.push_back({DocumentGap::channels, {.kind = PlaceKind::channels}});
  }
  if (kind == DocumentKind::self_check) {
    int open = 0;
    for (const RequirementResult& each : source.evaluation.requirements) {
      if (each.status == RequirementStatus::unanswered) ++open;
    }
    if (open > 0) {
      const std::vector<OpenItem>& items = source.evaluation.unanswered;
      out.push_back({DocumentGap::answers, items.empty() ? Place{} : items.front().place, open});
    }
  }
  if (kind == DocumentKind::log && lacks_entries(source))
    out.push_back({DocumentGap::log_entries, log_place(source.log)});
  if (kind == DocumentKind::incident_report) add_incident_gaps(source, out);
  if (kind == DocumentKind::duty_roster) add_duty_gaps(source, out);
  const auto unit_field = [&](DocumentGap gap, UnitField field, std::string_view written) {
    if (text::is_blank(written)) out.push_back({gap, unit_place(field)});
  };
  unit_field(DocumentGap::unit_name, UnitField::name, unit.name);
  unit_field(DocumentGap::unit_parent, UnitField::parent, unit.parent);
  unit_field(DocumentGap::place, UnitField::place, unit.place);
  unit_field(DocumentGap::head_name, UnitField::head_name, unit.head_name);
  unit_field(DocumentGap::head_title, UnitField::head_title, unit.head_title);
  if (kind == DocumentKind::channel_form || kind == DocumentKind::log) {
    unit_field(DocumentGap::preparer_name, UnitField::preparer_name, unit.preparer_name);
  }
  return out;
}

}  // namespace sokenh
