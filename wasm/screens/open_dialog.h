// What a signed file or a draft says, who signed it and whether that holds, before it is let into
// the workspace.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/inventory/declaration.h"
#include "core/signing/signed_file.h"

namespace sokenh {

class App;

class OpenDialog {
 public:
  void open_signed(std::string_view name, std::string_view bytes);
  void open_draft(std::string_view name, std::string_view bytes);
  bool is_open() const { return open_; }
  void draw(App& app);
  void close() { *this = OpenDialog{}; }

 private:
  void read_declaration(std::string_view json);
  void draw_signatures(float width);
  void draw_backups(App& app, float width) const;

  bool open_ = false;
  std::string name_;
  std::optional<Error> error_;
  std::optional<signing::SignedFile> file_;
  std::optional<signing::Verification> verification_;
  std::optional<Declaration> declaration_;
};

}  // namespace sokenh
