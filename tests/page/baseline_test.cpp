// Baselines: kept, stored and read back, within their limits.
#include "core/page/baseline.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "core/page/comparison.h"
#include "tests/test_data.h"

using namespace sokenh;
using namespace sokenh::page;

namespace {

Baseline baseline_of(std::string_view file, std::string page = "truong.edu.vn") {
  Result<PageOutline> outline = read_page(test_data("pages/" + std::string(file)));
  REQUIRE(outline.has_value());
  return {.page = std::move(page),
          .date = "2026-11-20",
          .file = std::string(file),
          .digest = "00",
          .outline = std::move(*outline)};
}

}  // namespace

TEST_CASE("DL-5.3: a baseline that was stored compares as the page itself") {
  for (const std::string_view file : {"semantic.html", "table-2010.html", "inline-styles.html",
                                      "hung-vuong.mht", "utf-16.html"}) {
    CAPTURE(file);
    const Baseline before = baseline_of(file);
    const Result<Baseline> after =
        baseline_from_json(nlohmann::json::parse(to_json(before).dump()));
    REQUIRE(after.has_value());
    CHECK(after->page == before.page);
    CHECK(after->file == before.file);
    const Comparison comparison = compare_pages(after->outline, before.outline);
    CHECK(comparison.changes.empty());
    CHECK_FALSE(comparison.other_container);
  }
}

TEST_CASE("Baselines: one a page, as many and as large as the limits say") {
  Baselines kept;
  REQUIRE(kept.keep(baseline_of("semantic.html")));
  REQUIRE(kept.keep(baseline_of("english.html")));
  CHECK(kept.all().size() == 1);
  CHECK(kept.find("truong.edu.vn")->file == "english.html");
  CHECK(kept.find("x.vn") == nullptr);
  for (std::size_t i = 1; i < kMaxBaselines; ++i)
    REQUIRE(kept.keep(baseline_of("english.html", "t" + std::to_string(i) + ".vn")));
  const Status full = kept.keep(baseline_of("english.html", "z.vn"));
  REQUIRE_FALSE(full);
  CHECK(full.error().code == ErrorCode::page_baseline_too_many);

  Baseline large = baseline_of("english.html");
  for (int i = 0; i < 300; ++i) large.outline.blocks.push_back({.text = std::string(1000, 'a')});
  const Status refused = kept.keep(std::move(large));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::page_baseline_too_large);
  CHECK(refused.error().detail == "256");

  CHECK(kept.drop("truong.edu.vn"));
  CHECK_FALSE(kept.drop("truong.edu.vn"));
}

TEST_CASE("A stored baseline that was tampered with is refused with its place") {
  nlohmann::json json = to_json(baseline_of("semantic.html"));
  const auto failure = [](const nlohmann::json& damaged) {
    const Result<Baseline> read = baseline_from_json(damaged);
    return read ? std::string("none")
                : std::string(error_code_name(read.error().code)) + " " + read.error().place;
  };
  CHECK(failure(json) == "none");
  nlohmann::json damaged = json;
  damaged["page"] = "";
  CHECK(failure(damaged) == "page_baseline_damaged /page");
  damaged = json;
  damaged["texts"][0]["text"] = "a\x01";
  CHECK(failure(damaged) == "page_baseline_damaged /texts/0/text");
  damaged = json;
  damaged["sources"][0]["kind"] = "magic";
  CHECK(failure(damaged) == "json_unknown_value /sources/0/kind");
  CHECK(failure(nlohmann::json::array()) == "json_wrong_type ");
}
