#include "core/page/baseline.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/base/json.h"
#include "core/text/compose.h"

namespace sokenh::page {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaxText = 4096;

Json text_json(const Block& block) {
  Json out{{"text", block.text}};
  if (block.region != Region::unknown) out["region"] = region_key(block.region);
  if (block.hidden != Hidden::no) out["hidden"] = hidden_key(block.hidden);
  return out;
}

Json link_json(const Link& link) {
  Json out{{"address", link.address}};
  if (!link.text.empty()) out["text"] = link.text;
  if (link.hidden != Hidden::no) out["hidden"] = hidden_key(link.hidden);
  return out;
}

Json source_json(const Source& source) {
  Json out{{"kind", source_kind_key(source.kind)}};
  if (!source.address.empty()) out["address"] = source.address;
  if (!source.digest.empty()) out["digest"] = source.digest;
  if (!source.excerpt.empty()) out["excerpt"] = source.excerpt;
  if (source.hidden != Hidden::no) out["hidden"] = hidden_key(source.hidden);
  return out;
}

Json form_json(const Form& form) {
  Json out{{"action", form.action}, {"fields", form.fields}};
  if (form.asks_password) out["asks_password"] = true;
  return out;
}

template <class Item, class Write>
Json list_json(const std::vector<Item>& items, Write write) {
  Json out = Json::array();
  for (const Item& item : items) out.push_back(write(item));
  return out;
}

// A text as a page could hold it: what is drawn and compared later must not hold more.
std::string read_text(JsonReader& reader, std::string_view name) {
  std::string text = reader.optional_string(name, kMaxText);
  if (text::has_forbidden_controls(text)) reader.fail_at(name, ErrorCode::page_baseline_damaged);
  return text;
}

template <class Value>
Value read_key(JsonReader& reader, std::string_view name,
               std::optional<Value> (*parse)(std::string_view), Value otherwise) {
  if (!reader.has(name)) return otherwise;
  const std::string key = reader.string(name, kMaxText);
  const std::optional<Value> value = parse(key);
  if (reader.ok() && !value) reader.fail_at(name, ErrorCode::json_unknown_value, key.substr(0, 40));
  return value.value_or(otherwise);
}

Block read_block(JsonReader& reader) {
  Block block;
  block.text = read_text(reader, "text");
  block.region = read_key(reader, "region", parse_region_key, Region::unknown);
  block.hidden = read_key(reader, "hidden", parse_hidden_key, Hidden::no);
  return block;
}

Link read_link(JsonReader& reader) {
  Link link;
  link.address = read_text(reader, "address");
  link.text = read_text(reader, "text");
  link.hidden = read_key(reader, "hidden", parse_hidden_key, Hidden::no);
  return link;
}

Source read_source(JsonReader& reader) {
  Source source;
  source.kind = read_key(reader, "kind", parse_source_kind_key, SourceKind::script);
  source.address = read_text(reader, "address");
  source.digest = read_text(reader, "digest");
  source.excerpt = read_text(reader, "excerpt");
  source.hidden = read_key(reader, "hidden", parse_hidden_key, Hidden::no);
  return source;
}

Form read_form(JsonReader& reader) {
  Form form;
  form.action = read_text(reader, "action");
  form.fields = reader.optional_strings("fields", kMaxFormFields, kMaxText);
  form.asks_password = reader.optional_boolean("asks_password");
  return form;
}

template <class Item>
std::vector<Item> read_list(JsonReader& reader, std::string_view name, std::size_t limit,
                            Item (*read)(JsonReader&)) {
  std::vector<Item> items;
  for (JsonReader& item : reader.optional_array(name, limit)) items.push_back(read(item));
  return items;
}

}  // namespace

Status Baselines::keep(Baseline baseline) {
  // Where in the page things stood is of no use later.
  if (to_json(baseline).dump(-1, ' ', false, Json::error_handler_t::replace).size() >
      kMaxBaselineBytes)
    return Error{ErrorCode::page_baseline_too_large, "", std::to_string(kMaxBaselineBytes >> 10U)};
  const auto same = std::find_if(kept_.begin(), kept_.end(), [&baseline](const auto& each) {
    return each->page == baseline.page;
  });
  if (same == kept_.end() && kept_.size() == kMaxBaselines)
    return Error{ErrorCode::page_baseline_too_many, "", std::to_string(kMaxBaselines)};
  auto kept = std::make_shared<const Baseline>(std::move(baseline));
  if (same != kept_.end()) {
    *same = std::move(kept);
  } else {
    kept_.push_back(std::move(kept));
  }
  return ok();
}

bool Baselines::drop(std::string_view page) {
  return std::erase_if(kept_, [page](const auto& each) { return each->page == page; }) > 0;
}

const Baseline* Baselines::find(std::string_view page) const {
  for (const auto& each : kept_) {
    if (each->page == page) return each.get();
  }
  return nullptr;
}

Json to_json(const Baseline& baseline) {
  const PageOutline& outline = baseline.outline;
  return {{"page", baseline.page},
          {"date", baseline.date},
          {"file", baseline.file},
          {"digest", baseline.digest},
          {"container", container_key(outline.container)},
          {"address", outline.address},
          {"title", outline.title},
          {"texts", list_json(outline.blocks, text_json)},
          {"links", list_json(outline.links, link_json)},
          {"sources", list_json(outline.sources, source_json)},
          {"forms", list_json(outline.forms, form_json)}};
}

Result<Baseline> baseline_from_json(const Json& json) {
  std::optional<Error> failure;
  JsonReader reader(json, failure);
  reader.require_object();
  Baseline baseline;
  if (failure) return *failure;
  baseline.page = read_text(reader, "page");
  baseline.date = read_text(reader, "date");
  baseline.file = read_text(reader, "file");
  baseline.digest = read_text(reader, "digest");
  PageOutline& outline = baseline.outline;
  outline.container = read_text(reader, "container") == container_key(Container::mht)
                          ? Container::mht
                          : Container::html;
  outline.address = read_text(reader, "address");
  outline.title = read_text(reader, "title");
  outline.blocks = read_list(reader, "texts", kMaxBlocks, read_block);
  outline.links = read_list(reader, "links", kMaxLinks, read_link);
  outline.sources = read_list(reader, "sources", kMaxSources, read_source);
  outline.forms = read_list(reader, "forms", kMaxForms, read_form);
  if (failure) return *failure;
  if (baseline.page.empty()) return Error{ErrorCode::page_baseline_damaged, "/page"};
  return baseline;
}

}  // namespace sokenh::page
