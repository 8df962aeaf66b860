// The C ABI of AzIntegrationRuntime. Made by cbindgen from native/ffi/src; do not edit.
//
// Only int32_t, int64_t and byte buffers cross. Zero or positive is success, negative is a status.
// The contract is in native/ffi/src/lib.rs and docs/boundary.md.

#ifndef AZIR_H
#define AZIR_H

#include <stdint.h>

// The version of this ABI.
#define AZIR_ABI_VERSION 2

// `azir_next`: nothing yet.
#define AZIR_NONE 0

// `azir_next`: a message.
#define AZIR_MESSAGE 1

// `azir_next`: result objects.
#define AZIR_OBJECTS 2

// `azir_next`: there will be no more frames. The number 3 is reserved.
#define AZIR_FINISHED 4

// A null pointer or a wrong length.
#define AZIR_E_ARGUMENT -1

// The handle is unknown or closed.
#define AZIR_E_HANDLE -2

// There is no frame to read, or no question to answer.
#define AZIR_E_NOTHING -3

// The buffer is too small; the frame stays.
#define AZIR_E_SMALL -4

// The request is not understood.
#define AZIR_E_REQUEST -5

// A mistake in the library was caught.
#define AZIR_E_PANIC -6

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

// Tells the version of this ABI: it changes when any signature or meaning does.
//
// Threads: any. Memory: nothing is handed over.
int32_t azir_abi_version(void);

// Starts an operation and writes its handle to `op`.
//
// `request` is UTF-8 JSON of `len` bytes; `secrets` are the `secrets_len` bytes that its secret
// references point into, or null with 0. Both are copied before the call returns.
//
// Returns 0, `AZIR_E_ARGUMENT` for null or a wrong length, `AZIR_E_REQUEST` when the request is
// not understood. The work itself reports through frames.
//
// Threads: any. Memory: nothing is handed over; `azir_close` must be called once for each handle.
//
// # Safety
// `request` and `secrets` point to that many readable bytes, `op` to a writable `int64_t`.
int32_t azir_start(const uint8_t *request,
                   int64_t len,
                   const uint8_t *secrets,
                   int64_t secrets_len,
                   int64_t *op);

// Waits up to `timeout_ms` for the next frame of operation `op` and writes its length to `len`.
//
// Returns `AZIR_NONE` when there is none yet, the kind of frame when there is one,
// `AZIR_FINISHED` after the last, `AZIR_E_HANDLE` when `op` is unknown or closed. A frame that
// was not read yet is reported again. A negative `timeout_ms` counts as 0.
//
// Threads: any; one at a time for an operation. Memory: nothing is handed over.
//
// # Safety
// `len` points to a writable `int64_t`.
int32_t azir_next(int64_t op, int32_t timeout_ms, int64_t *len);

// Copies the frame that `azir_next` reported into `buffer` and returns its length.
//
// Returns `AZIR_E_SMALL` when `capacity` is less than the length (the frame stays),
// `AZIR_E_NOTHING` when there is no unread frame, `AZIR_E_ARGUMENT` for null, `AZIR_E_HANDLE`
// when `op` is unknown or closed.
//
// Threads: any; one at a time for an operation. Memory: the library's copy is wiped.
//
// # Safety
// `buffer` points to `capacity` writable bytes.
int64_t azir_read(int64_t op, uint8_t *buffer, int64_t capacity);

// Answers the question in the frame that was read last: `true` or `false`, a token's bytes, or JSON.
//
// Returns 0, `AZIR_E_NOTHING` when no question is open, `AZIR_E_ARGUMENT` for null with a
// length, `AZIR_E_HANDLE` when `op` is unknown or closed.
//
// Threads: any; one at a time for an operation. Memory: the answer is copied.
//
// # Safety
// `answer` points to `len` readable bytes.
int32_t azir_answer(int64_t op,
                    const uint8_t *answer,
                    int64_t len);

// Ends operation `op`: cancels what still runs and wipes what it held. The handle is stale then.
//
// Returns 0, or `AZIR_E_HANDLE` when `op` is unknown or closed already.
//
// Threads: any. Memory: nothing is handed over.
int32_t azir_close(int64_t op);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* AZIR_H */
