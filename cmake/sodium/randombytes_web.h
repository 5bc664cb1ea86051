/* libsodium's source of randomness in the page, in workers and in Node. */
#pragma once

#include <randombytes.h>

extern struct randombytes_implementation randombytes_web;
