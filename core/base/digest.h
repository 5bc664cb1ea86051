// SHA-256 and how digests are shown to people.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace sokenh {

using Digest = std::array<std::uint8_t, 32>;

Digest sha256(std::string_view bytes);

// Of what comes in pieces: a file of any size, in the memory of one piece.
class Sha256 {
 public:
  Sha256();
  void add(std::string_view bytes);
  Digest end();  // once: nothing can be added after it

 private:
  // libsodium's own state, whose header is not for every file that includes this one.
  alignas(8) std::array<std::byte, 104> state_;
};

// "9c41e07b…", 64 digits: as in receipts and QR codes.
std::string hex(std::span<const std::uint8_t> bytes);

// "9C41 E07B 5A2F …": groups of four digits, to be compared by eye or read out over the telephone.
std::string hex_groups(std::span<const std::uint8_t> bytes);

}  // namespace sokenh
