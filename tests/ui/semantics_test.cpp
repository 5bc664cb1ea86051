// Whatever is drawn and can be used is in the semantic tree, with a name, and the tree is sound: on
// every screen and in every dialog, in both languages, all themes, at several sizes.
#include "wasm/ui/semantics.h"

#include <doctest/doctest.h>

#ifdef IMGUI_ENABLE_TEST_ENGINE  // Dear ImGui as the native tests have it

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tests/test_data.h"
#include "tests/ui/item_hooks.h"
#include "tests/ui/word_list_file.h"
#include "wasm/app/page.h"
#include "wasm/ui/context.h"

using namespace sokenh;
using namespace sokenh::ui;
using nlohmann::json;

namespace {

constexpr std::string_view kNow = "2026-11-21T14:32:05+07:00";

struct Size {
  float width, height;
};

// The page as the browser has it, but drawn into memory by the CPU renderer.
class Headless {
 public:
  Headless() {
    context() = Context{};
    page_.start();
    for (int weight = 0; weight < 3; ++weight) {
      const std::string path =
          SOKENH_FONTS_DIR "/be-vietnam-pro-" + std::to_string(400 + 100 * weight) + ".ttf";
      std::ifstream file(path, std::ios::binary);
      REQUIRE_MESSAGE(file, path << " is missing: npm run setup");
      const std::vector<char> bytes{std::istreambuf_iterator<char>(file), {}};
      page_.add_font(weight, {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
    }
    resize({1440, 900});
  }
  ~Headless() { ImGui::DestroyContext(); }
  Headless(const Headless&) = delete;
  Headless& operator=(const Headless&) = delete;

  void resize(Size size) {
    page_.resize(size.width, size.height, 1);
    draw();
  }

  void draw() {
    for (int i = 0; i < 8 && (page_.frame(kNow, 0) & 1) != 0; ++i) {
    }
    tree_ = json::parse(page_.semantics_json());
  }

  void tell(const json& event) {
    page_.event(event.dump());
    draw();
  }

  // The first node of the role whose name begins so.
  const json* find(std::string_view role, std::string_view name) const {
    for (const json& node : tree_) {
      if (node["role"] == role && node.value("name", "").starts_with(name)) return &node;
    }
    return nullptr;
  }

  void press(std::string_view role, std::string_view name) {
    const json* node = find(role, name);
    REQUIRE_MESSAGE(node != nullptr, role << " «" << name << "»");
    page_.activate((*node)["id"].get<NodeId>());
    draw();
  }

  void write(std::string_view name, std::string_view value, int kind = 1) {
    const json* node = find("textbox", name);
    REQUIRE_MESSAGE(node != nullptr, "textbox «" << name << "»");
    page_.text((*node)["id"].get<NodeId>(), kind, value);
    draw();
  }

  void key(std::string_view key, int modifiers = 0) {
    page_.key(0, key, modifiers);
    draw();
  }

  void file(std::string_view purpose, std::string_view name, std::string_view bytes) {
    page_.file(purpose, name, bytes);
    draw();
  }

  const json& tree() const { return tree_; }
  Page& page() { return page_; }

  std::vector<std::uint32_t> picture() const {
    const auto pixels = page_.picture().pixels();
    return {pixels.begin(), pixels.end()};
  }

 private:
  Page page_;
  json tree_;
};

const std::set<std::string> kInteractive = {"button",    "link",     "textbox",
                                            "searchbox", "combobox", "checkbox"};
const std::set<std::string> kHeld = {"banner", "navigation", "main",   "complementary",
                                     "group",  "region",     "dialog", "contentinfo"};

// Every item that Dear ImGui was told of has its node.
void check_items(Headless& screen) {
  const ItemRecorder recorder;
  screen.draw();
  std::map<NodeId, const Node*> nodes;
  for (const Node& node : context().semantics.nodes()) nodes[node.id] = &node;

  int interactive = 0;
  for (const DrawnItem& item : recorder.items()) {
    // Windows and panels have ids, and scroll bars: wheel, keys and focus scroll, too.
    const ImGuiWindow* window = ImGui::FindWindowByID(item.window);
    const bool bar =
        item.id == ImGui::GetWindowScrollbarID(const_cast<ImGuiWindow*>(window), ImGuiAxis_X) ||
        item.id == ImGui::GetWindowScrollbarID(const_cast<ImGuiWindow*>(window), ImGuiAxis_Y);
    const auto& windows = ImGui::GetCurrentContext()->Windows;
    const bool panel = std::any_of(windows.begin(), windows.end(), [&](const ImGuiWindow* one) {
      return one->ID == item.id || one->ChildId == item.id || one->MoveId == item.id;
    });
    // The window that Dear ImGui has for what is drawn outside all windows.
    const bool fallback = window->IsFallbackWindow;
    if (bar || panel || fallback) continue;
    const auto found = nodes.find(item.id);
    CHECK_MESSAGE(found != nodes.end(), "an item without a node in " << item.window_name << " at "
                                                                     << item.rect.Min.x << ", "
                                                                     << item.rect.Min.y);
    if (found == nodes.end()) continue;
    CHECK_MESSAGE(!found->second->name.empty(), "a node without a name in " << item.window_name);
    ++interactive;
  }
  CHECK(interactive > 0);
}

// What a browser is told makes a sound page.
void check_tree(const Headless& screen) {
  std::set<NodeId> ids;
  std::map<NodeId, std::string> roles;
  int level = 0;
  int titles = 0;
  int mains = 0;
  bool modal = false;
  for (const json& node : screen.tree()) {
    const auto id = node["id"].get<NodeId>();
    const std::string role = node["role"];
    const std::string name = node.value("name", "");
    CAPTURE(role);
    CAPTURE(name);
    CHECK(ids.insert(id).second);
    const NodeId parent = node.value("parent", 0U);
    if (parent != 0) CHECK_MESSAGE(ids.contains(parent), "a parent comes before its children");
    roles[id] = role;
    const std::string& held_by = roles[parent];
    modal = modal || node.value("modal", false);

    if (kInteractive.contains(role) || role == "dialog" || role == "grid" || role == "region")
      CHECK_FALSE(name.empty());
    if (role == "heading") {
      const int next = node["level"];
      CHECK_MESSAGE(next <= level + 1, "a heading of level " << next << " after one of " << level);
      level = next;
      titles += next == 1 ? 1 : 0;
    }
    mains += role == "main" ? 1 : 0;
    if (role == "listitem") CHECK(held_by == "list");
    if (role == "term" || role == "definition") CHECK(held_by == "properties");
    if (role == "row") CHECK((held_by == "grid" || held_by == "table"));
    if (role == "gridcell" || role == "cell" || role == "columnheader") {
      CHECK(held_by == "row");
      CHECK(node.value("columnIndex", 0) > 0);
    }
    if (role == "row") CHECK(node.value("rowIndex", 0) > 0);
    if (role == "grid" || role == "table") {
      CHECK(node.value("rowCount", 0) > 1);
      CHECK(node.value("columnCount", 0) > 0);
    }
    if (role == "combobox") {
      const std::string options = node.value("options", "");
      const auto count = 1 + std::count(options.begin(), options.end(), '\n');
      const int chosen = std::stoi(node.value("value", "-1"));
      CHECK(chosen < count);
    }
    if (node.value("invalid", false) && held_by != "gridcell" && role != "gridcell")
      CHECK_MESSAGE((node.contains("describedBy") || node.contains("description")),
                    "what is wrong is said");
    // Landmarks hold everything.
    if (parent == 0 && role != "status" && role != "alert") CHECK(kHeld.contains(role));
    if (node.value("secret", false)) CHECK_FALSE(node.contains("value"));
  }
  for (const json& node : screen.tree()) {
    if (node.contains("describedBy")) CHECK(ids.contains(node["describedBy"].get<NodeId>()));
  }
  CHECK(titles == 1);
  CHECK(mains == (modal ? 0 : 1));
}

struct Scene {
  const char* name;
  std::function<void(Headless&)> open;
};

void fill(Headless& screen) {
  screen.file("table", "kenh.tsv", test_data("kenh-dan-tu-excel.tsv"));
  screen.press("button", "Nhập 14 kênh");
  screen.tell({{"kind", "saved"}});
}

// A unit that follows five dispatches.
void overview(Headless& screen) {
  screen.file("any", "nam-cong-van.json", test_data("declarations/nam-cong-van.json"));
  screen.press("button", "Mở vào sổ");
  screen.press("button", "Tổng quan");
}

// A school that follows five dispatches and keeps all its logs.
void open_logs(Headless& screen) {
  screen.file("any", "so.json", test_data("declarations/so-theo-doi.json"));
  screen.press("button", "Mở vào sổ");
  screen.press("button", "Sổ theo dõi");
  REQUIRE(screen.find("list", "Sổ theo dõi") != nullptr);
}

// One roster, with a gap and somebody without a telephone.
void open_duty(Headless& screen) {
  screen.file("any", "truc.json", test_data("declarations/lich-truc.json"));
  screen.press("button", "Mở vào sổ");
  screen.press("button", "Trực");
  screen.press("button", "Lễ 30/4");
  REQUIRE(screen.find("list", "Theo ngày") != nullptr);
}

// Three accounts: in use, out of use without more being said, and one of which little is known.
void list_accounts(Headless& screen) {
  screen.press("button", "Tài khoản");
  screen.file("table", "tai-khoan.tsv",
              "Họ và tên\tHệ thống\tTên đăng nhập\tMật khẩu\tTình trạng\n"
              "Vũ Thị Mai\tQOffice\tmai.vt\tBiMat@123\tĐang sử dụng\n"
              "Đỗ Văn Khải\tQOffice\tkhai.dv\tx\tKhông\nLê An\tThư\tan.l\t\t\n");
  screen.press("button", "Nhập 3 tài khoản");
}

void open_passwords(Headless& screen) {
  screen.press("button", "Mật khẩu");
  screen.file("wordList", "words.bin", word_list_file());
}

const std::vector<Scene>& scenes() {
  static const std::vector<Scene> all = {
      {"unit", [](Headless&) {}},
      {"channels, none", [](Headless& screen) { screen.press("button", "Kênh thông tin"); }},
      {"channels", fill},
      {"channels, only findings, details shown",
       [](Headless& screen) {
         fill(screen);
         screen.press("checkbox", "Chỉ dòng cần sửa");
         if (const json* show = screen.find("button", "Hiện chi tiết"); show != nullptr)
           screen.press("button", "Hiện chi tiết");
       }},
      {"channel menu",
       [](Headless& screen) {
         fill(screen);
         const json* cell = screen.find("textbox", "Tên kênh, dòng 1");
         REQUIRE(cell != nullptr);
         const auto id = (*cell)["id"].get<NodeId>();
         screen.page().focus(id, true);
         screen.page().key(id, "ContextMenu", 0);
         screen.draw();
         REQUIRE(screen.find("button", "Nhân đôi kênh") != nullptr);
       }},
      {"open card",
       [](Headless& screen) {
         fill(screen);
         screen.resize({360, 640});
         if (screen.find("button", "Danh sách") == nullptr) screen.press("button", "Nhóm Facebook");
         REQUIRE(screen.find("button", "Danh sách") != nullptr);
       }},
      {"channels, another tab writes",
       [](Headless& screen) {
         fill(screen);
         screen.tell({{"kind", "readOnly"}, {"value", true}});
       }},
      {"import, empty",
       [](Headless& screen) {
         screen.press("button", "Kênh thông tin");
         screen.press("button", "Dán từ Excel");
       }},
      {"import",
       [](Headless& screen) {
         screen.file("table", "kenh.tsv", test_data("kenh-dan-tu-excel.tsv"));
       }},
      {"sign, nothing yet", [](Headless& screen) { screen.press("button", "Ký & xuất"); }},
      {"sign, a key to be made",
       [](Headless& screen) {
         fill(screen);
         screen.press("button", "Đơn vị");
         screen.write("Tên đơn vị", "Trường Tiểu học Đại Lộc");
         screen.press("button", "Ký & xuất");
         screen.press("button", "Cán bộ thống kê ký");
       }},
      {"sign, passphrases differ",
       [](Headless& screen) {
         fill(screen);
         screen.press("button", "Đơn vị");
         screen.write("Tên đơn vị", "Trường Tiểu học Đại Lộc");
         screen.press("button", "Ký & xuất");
         screen.press("button", "Cán bộ thống kê ký");
         screen.write("Họ và tên", "Phạm Thị Lan");
         screen.write("Cụm mật khẩu", "con mèo trèo cây cau", 0);
         screen.write("Nhập lại", "con mèo", 0);
         screen.press("button", "Tạo khóa và ký");
       }},
      {"a file that cannot be read",
       [](Headless& screen) {
         screen.file("any", "hong.json", R"({"format":"sokenh.declaration"})");
       }},
      {"told what happened",
       [](Headless& screen) {
         screen.file("any", "anh.png", "PNG");
         screen.tell({{"kind", "saveFailed"}});
         screen.tell({{"kind", "quarantined"}, {"text", "?"}});
       }},
      {"shortcuts", [](Headless& screen) { screen.key("?"); }},
      {"overview, empty", [](Headless& screen) { screen.press("button", "Tổng quan"); }},
      {"overview", overview},
      {"contacts",
       [](Headless& screen) {
         overview(screen);
         screen.press("button", "Liên hệ, hướng dẫn");
         REQUIRE(screen.find("dialog", "Liên hệ và hướng dẫn") != nullptr);
       }},
      {"self-check",
       [](Headless& screen) {
         overview(screen);
         screen.press("button", "Tự kiểm tra");
       }},
      {"navigation of a phone",
       [](Headless& screen) {
         screen.resize({360, 640});
         screen.press("button", "Thêm");
       }},
      {"state, to be changed",
       [](Headless& screen) {
         fill(screen);
         const json* choice = screen.find("combobox", "Trạng thái");
         REQUIRE(choice != nullptr);
         screen.page().text((*choice)["id"].get<NodeId>(), 1, "2");
         screen.draw();
         screen.write("Ngày đổi", "hôm qua", 0);
         screen.press("button", "Đổi trạng thái");
         REQUIRE(screen.find("dialog", "Đổi trạng thái kênh") != nullptr);
       }},
      {"password, the word list on its way",
       [](Headless& screen) { screen.press("button", "Mật khẩu"); }},
      {"password, no word list",
       [](Headless& screen) {
         screen.press("button", "Mật khẩu");
         screen.tell({{"kind", "wordListFailed"}});
         REQUIRE(screen.find("button", "Thử lại") != nullptr);
       }},
      {"password, nothing typed", open_passwords},
      {"password, a weak one, with letters of a Vietnamese keyboard",
       [](Headless& screen) {
         overview(screen);
         open_passwords(screen);
         screen.write("Mật khẩu cần kiểm tra", "Hải phòng@2023", 0);
         REQUIRE(screen.find("list", "Phần dễ đoán") != nullptr);
       }},
      {"passwords, compared, one made and copied",
       [](Headless& screen) {
         overview(screen);
         open_passwords(screen);
         for (const char* text : {"Haiphong@2023", "Haiphong@2024", "xK9!vw-Pzq"}) {
           screen.write("Mật khẩu cần kiểm tra", text, 0);
           screen.press("button", "Thêm vào phiên so sánh");
         }
         screen.press("button", "Hiện");
         screen.press("button", "Tạo mật khẩu");
         screen.press("button", "Sao chép");
         screen.tell({{"kind", "secretCopied"}, {"text", "14:32:35"}});
         REQUIRE(screen.find("list", "Dùng chung") != nullptr);
       }},
      {"passwords, random ones",
       [](Headless& screen) {
         open_passwords(screen);
         screen.press("button", "Ký tự ngẫu nhiên");
         screen.press("button", "Tạo mật khẩu");
         screen.tell({{"kind", "secretWaits"}});
       }},
      {"accounts, none", [](Headless& screen) { screen.press("button", "Tài khoản"); }},
      {"accounts, a list to be imported",
       [](Headless& screen) {
         screen.press("button", "Tài khoản");
         screen.file("table", "tai-khoan.tsv", "Họ tên\tTài khoản\tMật khẩu\nMai\tmai.vt\tx\n");
         REQUIRE(screen.find("columnheader", "Cột 3: mật khẩu") != nullptr);
       }},
      {"accounts, two picked",
       [](Headless& screen) {
         list_accounts(screen);
         screen.press("checkbox", "Chọn mai.vt");
         screen.press("checkbox", "Chọn khai.dv");
       }},
      {"accounts, one open",
       [](Headless& screen) {
         list_accounts(screen);
         screen.press("button", "khai.dv");
         REQUIRE(screen.find("textbox", "Lý do không còn sử dụng") != nullptr);
       }},
      {"accounts, out of use together",
       [](Headless& screen) {
         list_accounts(screen);
         screen.press("checkbox", "Chọn tất cả");
         screen.press("button", "Ngừng sử dụng");
         screen.press("button", "Ghi cho tất cả");
       }},
      {"logs", [](Headless& screen) { open_logs(screen); }},
      {"a log without entries",
       [](Headless& screen) {
         screen.press("button", "Sổ theo dõi");
         screen.press("button", "Thư rác, lừa đảo");
         REQUIRE(screen.find("checkbox", "Chưa nhận thư rác") != nullptr);
       }},
      {"a log to be imported",
       [](Headless& screen) {
         screen.press("button", "Sổ theo dõi");
         screen.file("table", "may.tsv", "Ngày\tTên máy\nhôm qua\tMáy kế toán\n");
         REQUIRE(screen.find("combobox", "Nhập vào sổ") != nullptr);
       }},
      {"a log, an entry open",
       [](Headless& screen) {
         open_logs(screen);
         screen.press("button", "Phần mềm diệt vi rút");
         screen.press("button", "15/11/2023, Máy kế toán");
         REQUIRE(screen.find("textbox", "Bản quyền đến ngày") != nullptr);
       }},
      {"incidents",
       [](Headless& screen) {
         open_logs(screen);
         screen.press("button", "Sự cố");
         REQUIRE(screen.find("button", "Liên hệ khi có sự cố") != nullptr);
         screen.press("button", "08:30 18/10/2023");
         REQUIRE(screen.find("textbox", "Thời điểm khoanh vùng") != nullptr);
       }},
      {"duty, no roster", [](Headless& screen) { screen.press("button", "Trực"); }},
      {"a duty roster", [](Headless& screen) { open_duty(screen); }},
      {"a duty roster, a shift",
       [](Headless& screen) {
         open_duty(screen);
         screen.press("button", "Trống 19:00");
         REQUIRE(screen.find("combobox", "Người trực") != nullptr);
       }},
      {"a duty roster, a person",
       [](Headless& screen) {
         open_duty(screen);
         screen.press("button", "Thêm người");
         screen.press("button", "Ghi lại");
         REQUIRE(screen.find("textbox", "Ngày không trực được") != nullptr);
       }},
      {"a duty roster, its rota",
       [](Headless& screen) {
         open_duty(screen);
         screen.press("button", "Xếp lịch tự động");
         REQUIRE(screen.find("list", "Chia ca") != nullptr);
       }},
      {"a duty roster, one to be imported",
       [](Headless& screen) {
         open_duty(screen);
         std::string rows = "30/4\tSáng\tLan\n";
         for (std::size_t i = 0; i <= kMaxDutyPeople; ++i)
           rows += "30/4\t7h-11h\tLê " + std::string{char('A' + i % 26), char('a' + i / 26)} + "\n";
         screen.file("table", "lich.tsv", rows);
         REQUIRE(screen.find("text", "Danh sách không có dòng tiêu đề") != nullptr);
         REQUIRE(screen.find("text", "1 ca có thời gian chưa đọc được") != nullptr);
         REQUIRE(screen.find("text", "Bảng dài hơn giới hạn") != nullptr);
       }},
      {"account reviews",
       [](Headless& screen) {
         list_accounts(screen);
         screen.press("button", "Biên bản rà soát");
         screen.press("button", "Ghi biên bản rà soát");
         screen.press("button", "Ghi lại");
         REQUIRE(screen.find("button", "Sửa biên bản") != nullptr);
       }},
      {"account review, not sound",
       [](Headless& screen) {
         list_accounts(screen);
         screen.press("button", "Biên bản rà soát");
         screen.press("button", "Ghi biên bản rà soát");
         screen.write("Trong đó không còn sử dụng", "5", 0);
         screen.press("button", "Ghi lại");
         REQUIRE(screen.find("dialog", "Ghi biên bản") != nullptr);
       }},
  };
  return all;
}

}  // namespace

TEST_CASE("Semantics: every interactive item drawn has its node with a name, and trees are sound") {
  for (const Scene& scene : scenes()) {
    CAPTURE(std::string(scene.name));
    Headless screen;
    scene.open(screen);
    for (const char* language : {"vi", "en"}) {
      CAPTURE(std::string(language));
      screen.tell({{"kind", "language"}, {"text", language}});
      for (const Size size : {Size{1440, 900}, Size{1024, 768}, Size{360, 640}}) {
        CAPTURE(size.width);
        screen.resize(size);
        check_items(screen);
        check_tree(screen);
      }
    }
  }
}

TEST_CASE("Semantics: of a secret the tree has neither letters nor value, and leaving forgets it") {
  Headless screen;
  open_passwords(screen);
  screen.write("Mật khẩu cần kiểm tra", "xK9!vw-Pzq", 0);
  screen.press("button", "Hiện");
  const auto id = (*screen.find("textbox", "Mật khẩu cần kiểm tra"))["id"].get<NodeId>();
  CHECK(screen.page().secret(id) == "xK9!vw-Pzq");
  CHECK(screen.page().semantics_json().find("xK9!") == std::string::npos);
  CHECK(screen.page().effects_json().find("xK9!") == std::string::npos);
  screen.press("button", "Đơn vị");
  CHECK(screen.page().secret(id).empty());
  screen.press("button", "Mật khẩu");
  CHECK(screen.page().secret(id).empty());
}

TEST_CASE("Semantics: a password made is asked for by its field, and is another each time") {
  Headless screen;
  open_passwords(screen);
  screen.press("button", "Tạo mật khẩu");
  const json* field = screen.find("textbox", "Mật khẩu mới");
  REQUIRE(field != nullptr);
  CHECK(field->value("revealed", false));
  CHECK(field->value("readOnly", false));
  const int revision = field->value("secretRevision", 0);
  const auto id = (*field)["id"].get<NodeId>();
  const std::string first(screen.page().secret(id));
  CHECK_FALSE(first.empty());
  CHECK(screen.page().semantics_json().find(first) == std::string::npos);
  screen.press("button", "Tạo lại");
  CHECK(screen.page().secret(id) != first);
  CHECK(screen.find("textbox", "Mật khẩu mới")->value("secretRevision", 0) > revision);
}

TEST_CASE("Semantics: a password is in nothing that is stored") {
  Headless screen;
  overview(screen);
  open_passwords(screen);
  screen.write("Mật khẩu cần kiểm tra", "xK9!vw-Pzq", 0);
  screen.press("button", "Thêm vào phiên so sánh");
  screen.press("button", "Đã đổi hôm nay");
  CHECK(screen.page().effects_json().find("\"save\"") != std::string::npos);
  CHECK(screen.page().effects_json().find("21/11/2026") != std::string::npos);
  CHECK(screen.page().effects_json().find("xK9!") == std::string::npos);
}

TEST_CASE("Semantics: a theme changes colours, nothing else") {
  Headless screen;
  fill(screen);
  const json before = screen.tree();
  for (const json& theme : {json{{"text", "dark"}}, json{{"text", "light"}, {"contrast", true}},
                            json{{"text", "dark"}, {"contrast", true}},
                            json{{"text", "light"}, {"forced", true}, {"CanvasText", 0xFFFFFF}}}) {
    CAPTURE(theme.dump());
    json event = theme;
    event["kind"] = "theme";
    screen.tell(event);
    check_items(screen);
    json after = screen.tree();
    REQUIRE(after.size() == before.size());
    for (std::size_t i = 0; i < after.size(); ++i) {
      // The button names the theme it leads to.
      const std::string name = after[i].value("name", "");
      if (name == "Nền sáng" || name == "Nền tối") continue;
      CHECK(after[i] == before[i]);
    }
  }
}

TEST_CASE("Semantics: focus that came by keyboard is seen on everything that takes it") {
  for (const std::size_t index : {0U, 3U, 4U, 8U, 10U, 19U}) {
    const Scene& scene = scenes()[index];
    CAPTURE(std::string(scene.name));
    Headless screen;
    scene.open(screen);
    screen.resize({1024, 768});
    std::vector<std::pair<NodeId, std::string>> takers;
    for (const json& node : screen.tree()) {
      if (kInteractive.contains(node["role"]) && !node.value("disabled", false))
        takers.emplace_back(node["id"].get<NodeId>(), node.value("name", "") + node["rect"].dump());
    }
    CHECK(takers.size() >= 5);
    for (const auto& taker : takers) {
      const NodeId id = taker.first;
      CAPTURE(taker.second);
      // Scrolled into view first, so that only the ring is new in the second picture.
      screen.page().focus(id, false);
      screen.draw();
      screen.page().focus(0, false);
      screen.draw();
      const std::vector<std::uint32_t> before = screen.picture();
      screen.page().focus(id, true);
      screen.draw();
      const std::vector<std::uint32_t> after = screen.picture();
      json now;
      for (const json& node : screen.tree()) {
        if (node["id"] == id) now = node;
      }
      CAPTURE(now.dump());
      REQUIRE(before.size() == after.size());
      std::size_t changed = 0;
      for (std::size_t i = 0; i < before.size(); ++i) changed += before[i] != after[i] ? 1 : 0;
      CHECK_MESSAGE(changed > 60, changed << " pixels");
    }
  }
}

TEST_CASE("Semantics: on paper the overview names every task, which buttons do not") {
  Headless screen;
  overview(screen);
  const json* more = screen.find("button", "Xem thêm");
  REQUIRE(more != nullptr);
  const auto items = [](const json& tree, std::string_view role) {
    return std::count_if(tree.begin(), tree.end(), [&](const json& node) {
      return node["role"] == role && node.value("setSize", 0) > 8;
    });
  };
  CHECK(items(screen.tree(), "listitem") == 8);
  screen.page().paper();
  const json paper = json::parse(screen.page().semantics_json());
  CHECK(items(paper, "listitem") > 8);
}

TEST_CASE("Semantics: the tree for paper has every row; afterwards the screen is as before") {
  Headless screen;
  fill(screen);
  screen.resize({360, 640});
  const json before = screen.tree();
  const auto rows = [](const json& tree) {
    return std::count_if(tree.begin(), tree.end(),
                         [](const json& node) { return node["role"] == "row"; });
  };
  CHECK(rows(before) < 15);
  screen.page().paper();
  const json paper = json::parse(screen.page().semantics_json());
  CHECK(rows(paper) == 15);
  screen.draw();
  CHECK(screen.tree() == before);
}

#endif
