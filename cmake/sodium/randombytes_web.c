#include "randombytes_web.h"

#include <emscripten.h>

/* 65536 is the most that getRandomValues gives at a time (Web Cryptography API, 10.1.1). */
EM_JS(void, randombytes_web_fill, (unsigned char* buffer, size_t size), {
  for (var done = 0; done < size; done += 65536) {
    crypto.getRandomValues(HEAPU8.subarray(buffer + done, buffer + Math.min(size, done + 65536)));
  }
});

static const char* implementation_name(void) { return "web"; }

static void fill(void* const buffer, const size_t size) { randombytes_web_fill(buffer, size); }

static uint32_t next(void) {
  uint32_t value;
  fill(&value, sizeof value);
  return value;
}

struct randombytes_implementation randombytes_web = {
    .implementation_name = implementation_name,
    .random = next,
    .buf = fill,
};
