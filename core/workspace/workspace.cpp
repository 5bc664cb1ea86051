#include "core/workspace/workspace.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/base/stable_order.h"
#include "core/inventory/channel_state.h"
#include "core/inventory/partial_date.h"
#include "core/text/collate.h"
#include "core/text/compose.h"
#include "core/text/fold.h"

namespace sokenh {
namespace {

template <class... Visitors>
struct Overloaded : Visitors... {
  using Visitors::operator()...;
};
template <class... Visitors>
Overloaded(Visitors...) -> Overloaded<Visitors...>;

void clean_texts(Channel& channel) {
  for (int i = 1; i < kColumnCount; ++i) {
    const auto column = static_cast<Column>(i);
    set_column_text(channel, column, text::clean(column_text(channel, column)));
  }
  for (const Attribute attribute : attributes()) {
    if (attribute_is_answer(attribute)) continue;
    set_attribute_text(channel.security, attribute,
                       text::clean(attribute_text(channel.security, attribute)));
  }
  for (PageRole& role : channel.security.page_roles) role.account = text::clean(role.account);
}

std::vector<std::string> clean_packs(std::vector<std::string> packs) {
  std::vector<std::string> kept;
  for (std::string& pack : packs) {
    pack = text::clean(pack);
    if (!pack.empty() && std::find(kept.begin(), kept.end(), pack) == kept.end())
      kept.push_back(std::move(pack));
  }
  return kept;
}

// As the editor keeps it: texts clean, ids unique, «no channels» only without channels.
Declaration prepared(Declaration declaration) {
  for (const UnitField field : unit_fields()) {
    if (field == UnitField::kind) continue;
    set_unit_field(declaration.unit, field, text::clean(unit_field_text(declaration.unit, field)));
  }
  declaration.packs = clean_packs(std::move(declaration.packs));
  ChannelId largest = 0;
  for (const Channel& channel : declaration.channels) largest = std::max(largest, channel.id);
  declaration.next_id = std::max(declaration.next_id, largest + 1);
  std::set<ChannelId> given;
  for (Channel& channel : declaration.channels) {
    clean_texts(channel);
    if (channel.id == 0 || !given.insert(channel.id).second) channel.id = declaration.next_id++;
  }
  if (!declaration.channels.empty()) declaration.no_channels = false;
  return declaration;
}

bool fits_limits(const Declaration& declaration) {
  for (const UnitField field : unit_fields()) {
    if (unit_field_text(declaration.unit, field).size() > kMaxTextBytes) return false;
  }
  const auto pack_fits = [](const std::string& pack) { return pack.size() <= kMaxTextBytes; };
  const auto channel_fits = [](const Channel& channel) { return sokenh::fits_limits(channel); };
  return declaration.packs.size() <= kMaxPacks && declaration.channels.size() <= kMaxChannels &&
         declaration.next_id <= kMaxChannelId + 1 &&
         std::all_of(declaration.packs.begin(), declaration.packs.end(), pack_fits) &&
         std::all_of(declaration.channels.begin(), declaration.channels.end(), channel_fits);
}

// What a row is sorted by. Groups keep their order whichever way the sorting goes: what has a
// value, what has only text where a value is wanted, blank cells.
struct SortKey {
  int group = 0;
  long value = 0;
  std::string text;
};

SortKey sort_key(const Channel& channel, Column column) {
  const std::string& cell = column_text(channel, column);
  if (text::is_blank(cell)) return {2, 0, {}};
  if (column == Column::created) {
    const DateReading reading = read_partial_date(cell);
    if (reading.problem != DateProblem::none) return {1, 0, text::collation_key(cell)};
    // A year before its months, a month before its days.
    return {0,
            days_from_civil(reading.value.date) * 4 + static_cast<long>(reading.value.precision),
            {}};
  }
  if (column == Column::state) {
    const ChannelState state = read_state(cell).state;
    if (state == ChannelState::unknown) return {1, 0, text::collation_key(cell)};
    return {0, static_cast<long>(state), {}};
  }
  return {0, 0, text::collation_key(text::trim(cell))};
}

}  // namespace

Workspace::Workspace(Declaration declaration) : declaration_(prepared(std::move(declaration))) {}

Channel* Workspace::find(ChannelId row) {
  for (Channel& channel : declaration_.channels) {
    if (channel.id == row) return &channel;
  }
  return nullptr;
}

bool Workspace::exists(ChannelId row) { return row != 0 && find(row) != nullptr; }

bool Workspace::set_unit_field(UnitField field, std::string_view text) {
  const std::string cleaned = text::clean(text);
  if (cleaned.size() > kMaxTextBytes) return false;
  Unit after = declaration_.unit;
  sokenh::set_unit_field(after, field, cleaned);
  if (unit_field_text(after, field) != cleaned) return false;  // no such kind
  if (after != declaration_.unit) {
    execute({CommandKind::edit_unit, ReplaceUnit{declaration_.unit, std::move(after)}, 0});
  }
  return true;
}

bool Workspace::replace_channel(CommandKind kind, Channel after) {
  const Channel* before = find(after.id);
  if (before == nullptr || !sokenh::fits_limits(after)) return false;
  if (after != *before) {
    const ChannelId row = after.id;
    execute({kind, ReplaceChannels{{*before}, {std::move(after)}}, row});
  }
  return true;
}

bool Workspace::set_cell(ChannelId row, Column column, std::string_view text) {
  const Channel* channel = find(row);
  if (channel == nullptr || column == Column::ordinal) return false;
  Channel after = *channel;
  set_column_text(after, column, text::clean(text));
  return replace_channel(CommandKind::edit_cell, std::move(after));
}

bool Workspace::set_cells(std::span<const CellText> cells) {
  std::map<ChannelId, Channel> changed;
  for (const CellText& cell : cells) {
    if (cell.column == Column::ordinal) return false;
    auto found = changed.find(cell.row);
    if (found == changed.end()) {
      const Channel* channel = find(cell.row);
      if (channel == nullptr) return false;
      found = changed.emplace(cell.row, *channel).first;
    }
    set_column_text(found->second, cell.column, text::clean(cell.text));
  }
  ReplaceChannels change;
  for (auto& [row, after] : changed) {
    if (!sokenh::fits_limits(after)) return false;
    const Channel& before = *find(row);
    if (after == before) continue;
    change.before.push_back(before);
    change.after.push_back(std::move(after));
  }
  if (!change.after.empty()) {
    const auto kind = cells.size() == 1 ? CommandKind::edit_cell : CommandKind::edit_cells;
    execute({kind, std::move(change), cells.front().row});
  }
  return true;
}

bool Workspace::set_attribute(ChannelId row, Attribute attribute, std::string_view text) {
  const Channel* channel = find(row);
  if (channel == nullptr) return false;
  Channel after = *channel;
  if (!set_attribute_text(after.security, attribute, text::clean(text))) return false;
  return replace_channel(CommandKind::edit_attribute, std::move(after));
}

bool Workspace::set_page_roles(ChannelId row, std::vector<PageRole> roles) {
  const Channel* channel = find(row);
  if (channel == nullptr) return false;
  Channel after = *channel;
  after.security.page_roles = std::move(roles);
  for (PageRole& role : after.security.page_roles) role.account = text::clean(role.account);
  return replace_channel(CommandKind::edit_page_roles, std::move(after));
}

std::vector<ChannelId> Workspace::insert(std::size_t position, std::vector<Channel> channels,
                                         CommandKind kind) {
  const std::size_t room = kMaxChannels - std::min(kMaxChannels, declaration_.channels.size());
  const std::size_t free_ids = kMaxChannelId + 1 - declaration_.next_id;
  if (channels.empty() || channels.size() > room || channels.size() > free_ids) return {};
  std::vector<ChannelId> ids;
  for (Channel& channel : channels) {
    clean_texts(channel);
    if (!sokenh::fits_limits(channel)) return {};
  }
  for (Channel& channel : channels) {
    channel.id = declaration_.next_id++;
    ids.push_back(channel.id);
  }
  position = std::min(position, declaration_.channels.size());
  execute(
      {kind, InsertChannels{position, std::move(channels), declaration_.no_channels}, ids.front()});
  return ids;
}

ChannelId Workspace::duplicate(ChannelId row) {
  const Channel* channel = find(row);
  if (channel == nullptr) return 0;
  const auto position = static_cast<std::size_t>(channel - declaration_.channels.data());
  const std::vector<ChannelId> ids = insert(position + 1, {*channel}, CommandKind::duplicate);
  return ids.empty() ? 0 : ids.front();
}

void Workspace::remove(std::span<const ChannelId> rows) {
  const std::set<ChannelId> gone(rows.begin(), rows.end());
  RemoveChannels change;
  for (std::size_t i = 0; i < declaration_.channels.size(); ++i) {
    const Channel& channel = declaration_.channels[i];
    if (gone.contains(channel.id)) change.channels.emplace_back(i, channel);
  }
  if (change.channels.empty()) return;
  const ChannelId first = change.channels.front().second.id;
  execute({CommandKind::remove, std::move(change), first});
}

std::vector<ChannelId> Workspace::order() const {
  std::vector<ChannelId> ids;
  ids.reserve(declaration_.channels.size());
  for (const Channel& channel : declaration_.channels) ids.push_back(channel.id);
  return ids;
}

void Workspace::move(ChannelId row, std::size_t position) {
  std::vector<ChannelId> before = order();
  const auto from = std::find(before.begin(), before.end(), row);
  if (from == before.end()) return;
  std::vector<ChannelId> after = before;
  after.erase(after.begin() + (from - before.begin()));
  position = std::min(position, after.size());
  after.insert(after.begin() + static_cast<std::ptrdiff_t>(position), row);
  if (after != before)
    execute({CommandKind::move, ReorderChannels{std::move(before), std::move(after)}, row});
}

void Workspace::sort(Column column, bool descending) {
  std::vector<ChannelId> before = order();
  std::vector<ChannelId> after = before;
  if (column == Column::ordinal) {
    if (descending) std::reverse(after.begin(), after.end());
  } else {
    std::vector<SortKey> keys;
    keys.reserve(before.size());
    for (const Channel& channel : declaration_.channels) keys.push_back(sort_key(channel, column));
    const auto order = stable_order(keys.size(), [&](std::size_t left, std::size_t right) {
      const SortKey& a = keys[left];
      const SortKey& b = keys[right];
      if (a.group != b.group) return a.group < b.group;
      const SortKey& low = descending ? b : a;
      const SortKey& high = descending ? a : b;
      return low.value != high.value ? low.value < high.value : low.text < high.text;
    });
    std::transform(order.begin(), order.end(), after.begin(),
                   [&before](std::size_t index) { return before[index]; });
  }
  if (after != before)
    execute({CommandKind::sort, ReorderChannels{std::move(before), std::move(after)}, 0});
}

bool Workspace::set_packs(std::vector<std::string> packs) {
  packs = clean_packs(std::move(packs));
  const auto too_long = [](const std::string& pack) { return pack.size() > kMaxTextBytes; };
  if (packs.size() > kMaxPacks || std::any_of(packs.begin(), packs.end(), too_long)) return false;
  if (packs != declaration_.packs) {
    execute({CommandKind::set_packs,
             ReplaceSettings{declaration_.packs, std::move(packs), declaration_.no_channels,
                             declaration_.no_channels},
             0});
  }
  return true;
}

bool Workspace::set_no_channels(bool none) {
  if (none && !declaration_.channels.empty()) return false;
  if (none != declaration_.no_channels) {
    execute(
        {CommandKind::set_no_channels,
         ReplaceSettings{declaration_.packs, declaration_.packs, declaration_.no_channels, none},
         0});
  }
  return true;
}

bool Workspace::replace_all(Declaration declaration) {
  declaration = prepared(std::move(declaration));
  if (!fits_limits(declaration)) return false;
  // Another file's ids start over; the next one must also be above all that were given here.
  declaration.next_id = std::max(declaration.next_id, declaration_.next_id);
  Declaration before = declaration_;
  before.next_id = declaration.next_id;
  if (before != declaration) {
    execute({CommandKind::replace_all,
             ReplaceDeclaration{std::move(before), std::move(declaration)}, 0});
  }
  return true;
}

bool Workspace::can_undo() const { return !done_.empty(); }
bool Workspace::can_redo() const { return !undone_.empty(); }
CommandKind Workspace::undo_kind() const {
  return done_.empty() ? CommandKind::edit_unit : done_.back().kind;
}
CommandKind Workspace::redo_kind() const {
  return undone_.empty() ? CommandKind::edit_unit : undone_.back().kind;
}

ChannelId Workspace::undo() {
  if (done_.empty()) return 0;
  undone_.push_back(std::move(done_.back()));
  done_.pop_back();
  revert(undone_.back().change);
  ++revision_;
  const ChannelId row = undone_.back().row;
  return exists(row) ? row : 0;
}

ChannelId Workspace::redo() {
  if (undone_.empty()) return 0;
  done_.push_back(std::move(undone_.back()));
  undone_.pop_back();
  apply(done_.back().change);
  ++revision_;
  const ChannelId row = done_.back().row;
  return exists(row) ? row : 0;
}

void Workspace::execute(Command command) {
  apply(command.change);
  done_.push_back(std::move(command));
  undone_.clear();
  ++revision_;
}

void Workspace::reorder(const std::vector<ChannelId>& order) {
  std::map<ChannelId, std::size_t> places;
  for (std::size_t i = 0; i < declaration_.channels.size(); ++i)
    places[declaration_.channels[i].id] = i;
  std::vector<Channel> ordered;
  ordered.reserve(order.size());
  for (const ChannelId id : order) ordered.push_back(std::move(declaration_.channels[places[id]]));
  declaration_.channels = std::move(ordered);
}

void Workspace::apply(const Change& change) {
  std::vector<Channel>& channels = declaration_.channels;
  std::visit(Overloaded{
                 [this](const ReplaceUnit& c) { declaration_.unit = c.after; },
                 [this](const ReplaceChannels& c) {
                   for (const Channel& after : c.after) *find(after.id) = after;
                 },
                 [&, this](const InsertChannels& c) {
                   channels.insert(channels.begin() + static_cast<std::ptrdiff_t>(c.position),
                                   c.channels.begin(), c.channels.end());
                   declaration_.no_channels = false;
                 },
                 [&](const RemoveChannels& c) {
                   auto next = c.channels.begin();
                   std::size_t place = 0;
                   const auto is_removed = [&](const Channel&) {
                     const bool removed = next != c.channels.end() && next->first == place++;
                     if (removed) ++next;
                     return removed;
                   };
                   channels.erase(std::remove_if(channels.begin(), channels.end(), is_removed),
                                  channels.end());
                 },
                 [this](const ReorderChannels& c) { reorder(c.after); },
                 [this](const ReplaceSettings& c) {
                   declaration_.packs = c.packs_after;
                   declaration_.no_channels = c.no_channels_after;
                 },
                 [this](const ReplaceDeclaration& c) {
                   const ChannelId next_id = std::max(declaration_.next_id, c.after.next_id);
                   declaration_ = c.after;
                   declaration_.next_id = next_id;
                 },
             },
             change);
}

void Workspace::revert(const Change& change) {
  std::vector<Channel>& channels = declaration_.channels;
  std::visit(Overloaded{
                 [this](const ReplaceUnit& c) { declaration_.unit = c.before; },
                 [this](const ReplaceChannels& c) {
                   for (const Channel& before : c.before) *find(before.id) = before;
                 },
                 [&, this](const InsertChannels& c) {
                   const auto first = channels.begin() + static_cast<std::ptrdiff_t>(c.position);
                   channels.erase(first, first + static_cast<std::ptrdiff_t>(c.channels.size()));
                   declaration_.no_channels = c.no_channels_before;
                 },
                 [&](const RemoveChannels& c) {
                   std::vector<Channel> merged;
                   merged.reserve(channels.size() + c.channels.size());
                   auto kept = channels.begin();
                   for (const auto& [place, channel] : c.channels) {
                     while (merged.size() < place) merged.push_back(std::move(*kept++));
                     merged.push_back(channel);
                   }
                   merged.insert(merged.end(), std::make_move_iterator(kept),
                                 std::make_move_iterator(channels.end()));
                   channels = std::move(merged);
                 },
                 [this](const ReorderChannels& c) { reorder(c.before); },
                 [this](const ReplaceSettings& c) {
                   declaration_.packs = c.packs_before;
                   declaration_.no_channels = c.no_channels_before;
                 },
                 [this](const ReplaceDeclaration& c) {
                   const ChannelId next_id = std::max(declaration_.next_id, c.before.next_id);
                   declaration_ = c.before;
                   declaration_.next_id = next_id;
                 },
             },
             change);
}

}  // namespace sokenh
