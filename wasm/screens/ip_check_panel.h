// «Đối chiếu danh sách IP botnet»: the lists, what they are, what of the unit is in them, and what
// to do then. Shown instead of the list of machines.
#pragma once

#include <string_view>

#include "wasm/app/ip_check.h"
#include "wasm/ui/context.h"

namespace sokenh {

class App;

class IpCheckPanel {
 public:
  void draw(App& app, float width);
  // A list pasted into the field for it, or while nothing is being typed. True when it was taken.
  bool handle_paste(ui::NodeId id, std::string_view text);

  IpCheck check;

 private:
  void draw_choosing(App& app, float width);
  void draw_list(App& app, CheckedList& list, float width);
  void draw_about(App& app, CheckedList& list, float width);
  void draw_unreadable(const CheckedList& list, float width);
  void draw_result(App& app, float width);
  void draw_found(App& app, const CheckedList& list, float width);
  void draw_what_to_do(App& app, float width);
  void draw_record(App& app, float width);

  ui::NodeId paste_field_ = 0;
};

}  // namespace sokenh
