// The order in which std::stable_sort would put `count` things: their indices, sorted.
//
// `before(a, b)` says whether the thing at index a goes before the one at b. One compiled sort for
// all: a std::stable_sort of its own costs every caller some 4 KB in the page's first load.
#pragma once

#include <cstddef>
#include <vector>

namespace sokenh {

using GoesBefore = bool (*)(const void* context, std::size_t a, std::size_t b);
std::vector<std::size_t> stable_order(std::size_t count, GoesBefore before, const void* context);

template <typename Before>
std::vector<std::size_t> stable_order(std::size_t count, const Before& before) {
  const GoesBefore call = [](const void* context, std::size_t a, std::size_t b) {
    return (*static_cast<const Before*>(context))(a, b);
  };
  return stable_order(count, call, &before);
}

}  // namespace sokenh
