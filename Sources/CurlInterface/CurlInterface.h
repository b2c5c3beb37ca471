// SPDX-License-Identifier: Apache-2.0
// What Swift cannot say of libcurl and zlib: variadic calls through pointers, and two layouts.
//
// Both libraries are loaded at run time, so that no development package is needed. All layouts and
// types are those of curl/curl.h and zlib.h, which promise that they never change.

#ifndef CURL_INTERFACE_H
#define CURL_INTERFACE_H

#include <stdint.h>

/// Any function of a library that was loaded, until it is called as what it is.
typedef void (*LoadedFunction)(void);

/// CURLMsg: what curl_multi_info_read gives.
struct CurlMessage {
  /// 1 (CURLMSG_DONE) is the only kind there is.
  int kind;
  void *handle;
  union {
    void *unused;
    int code;
  } result;
};

/// curl_easy_setopt and curl_multi_setopt with a long.
static inline int curl_set_number(LoadedFunction set, void *handle, int option, long value) {
  return ((int (*)(void *, int, ...))set)(handle, option, value);
}

/// curl_easy_setopt with an object, a string or a function; null takes the option back.
static inline int curl_set_pointer(
    LoadedFunction set, void *handle, int option, const void *value) {
  return ((int (*)(void *, int, ...))set)(handle, option, value);
}

/// curl_easy_getinfo of a long; 0 where there is none.
static inline long curl_get_number(LoadedFunction get, void *handle, int info) {
  long value = 0;
  return ((int (*)(void *, int, ...))get)(handle, info, &value) == 0 ? value : 0;
}

/// curl_easy_getinfo of a curl_off_t; 0 where there is none.
static inline int64_t curl_get_offset(LoadedFunction get, void *handle, int info) {
  int64_t value = 0;
  return ((int (*)(void *, int, ...))get)(handle, info, &value) == 0 ? value : 0;
}

/// z_stream of zlib.h.
struct ZStream {
  const unsigned char *next_in;
  unsigned int avail_in;
  unsigned long total_in;
  unsigned char *next_out;
  unsigned int avail_out;
  unsigned long total_out;
  const char *msg;
  void *state;
  void *zalloc, *zfree, *opaque;
  int data_type;
  unsigned long adler;
  unsigned long reserved;
};

#endif
