// Memory for passwords: overwritten before it is given back.
//
// A std::string keeps short texts inside itself and leaves the old block behind whenever it grows,
// so nothing that holds a password, or a part of one, is a std::string.
#pragma once

#include <cstddef>
#include <limits>
#include <new>
#include <string_view>
#include <vector>

namespace sokenh::password {

// Not left out by the optimiser, as memset may be.
void wipe(void* memory, std::size_t bytes);

template <class T>
struct WipingAllocator {
  using value_type = T;

  WipingAllocator() = default;
  template <class Other>
  WipingAllocator(const WipingAllocator<Other>& /*other*/) {
  }  // NOLINT(google-explicit-constructor)

  T* allocate(std::size_t count) { return static_cast<T*>(::operator new(count * sizeof(T))); }
  void deallocate(T* memory, std::size_t count) {
    wipe(memory, count * sizeof(T));
    ::operator delete(memory);
  }

  friend bool operator==(const WipingAllocator& /*a*/, const WipingAllocator& /*b*/) {
    return true;
  }
};

template <class T>
using SecretVector = std::vector<T, WipingAllocator<T>>;

// UTF-8.
class SecretText {
 public:
  SecretText() = default;
  explicit SecretText(std::string_view utf8) : bytes_(utf8.begin(), utf8.end()) {}

  std::string_view view() const { return {bytes_.data(), bytes_.size()}; }
  std::size_t size() const { return bytes_.size(); }
  bool empty() const { return bytes_.empty(); }
  void append(std::string_view utf8) { bytes_.insert(bytes_.end(), utf8.begin(), utf8.end()); }

  friend bool operator==(const SecretText& a, const SecretText& b) { return a.view() == b.view(); }

 private:
  SecretVector<char> bytes_;
};

}  // namespace sokenh::password
