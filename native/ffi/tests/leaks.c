/* Operations that end in every way there is leave nothing open: no handle, no thread, no file descriptor. */
#define _POSIX_C_SOURCE 200809L
#include "azir.h"

#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define ROUNDS 200

static int64_t start(const char *request)
{
    int64_t op = 0;
    if (azir_start((const uint8_t *)request, (int64_t)strlen(request), NULL, 0, &op) != 0) {
        fprintf(stderr, "leaks: not started: %s\n", request);
        exit(1);
    }
    return op;
}

/* Reads at most `most` frames; the kind after the last of them. */
static int32_t drain(int64_t op, int most, uint8_t *last, int64_t capacity, int64_t *length)
{
    int32_t kind = AZIR_NONE;
    while (most-- > 0) {
        while ((kind = azir_next(op, 1000, length)) == AZIR_NONE) {
        }
        if (kind < 0 || kind == AZIR_FINISHED) {
            break;
        }
        if (*length > capacity || azir_read(op, last, capacity) != *length) {
            fprintf(stderr, "leaks: a frame was not read\n");
            exit(1);
        }
    }
    return kind;
}

/* How many entries a folder of /proc has; -1 where there is no such folder. */
static int entries(const char *folder)
{
    DIR *open = opendir(folder);
    int count = 0;
    if (open == NULL) {
        return -1;
    }
    while (readdir(open) != NULL) {
        count++;
    }
    closedir(open);
    return count;
}

static void round_of_operations(void)
{
    static uint8_t frame[1 << 18];
    int64_t length = 0;
    int64_t op = start("{\"operation\":\"selftest.values\"}");
    drain(op, 100, frame, sizeof frame, &length);
    azir_close(op);
    /* Never read, half read, a question without its answer, an hour's wait, an error. */
    azir_close(start("{\"operation\":\"selftest.flood\"}"));
    op = start("{\"operation\":\"selftest.flood\"}");
    drain(op, 7, frame, sizeof frame, &length);
    azir_close(op);
    op = start("{\"operation\":\"selftest.ask\"}");
    drain(op, 1, frame, sizeof frame, &length);
    azir_close(op);
    op = start("{\"operation\":\"selftest.wait\"}");
    azir_next(op, 1, &length);
    azir_close(op);
    azir_close(start("{\"operation\":\"selftest.panic\"}"));
    op = start("{\"operation\":\"reference.convert\",\"arguments\":{\"InputObject\":{}}}");
    drain(op, 1, frame, sizeof frame, &length);
    azir_close(op);
}

int main(void)
{
    static uint8_t frame[4096];
    /* One layout-free result: no layouts, one value, an int of four bytes. */
    static const uint8_t none[] = {0, 1, 3, 0, 0, 0, 0};
    struct timespec moment = {0, 100000000};
    int64_t length = 0, op;
    int round, descriptors, threads, failures = 0, waits = 0;
    round_of_operations();
    descriptors = entries("/proc/self/fd");
    threads = entries("/proc/self/task");
    for (round = 0; round < ROUNDS; round++) {
        round_of_operations();
    }
    op = start("{\"operation\":\"selftest.handles\"}");
    drain(op, 1, frame, sizeof frame, &length);
    if (length != (int64_t)sizeof none || memcmp(frame, none, sizeof none) != 0) {
        fprintf(stderr, "leaks: handles stayed open\n");
        failures++;
    }
    azir_close(op);
    /* A thread of the library may be about to end. */
    while (waits++ < 150 && entries("/proc/self/task") > threads) {
        nanosleep(&moment, NULL);
    }
    if (entries("/proc/self/task") > threads) {
        fprintf(stderr, "leaks: %d threads, %d before\n", entries("/proc/self/task") - 2, threads - 2);
        failures++;
    }
    if (entries("/proc/self/fd") > descriptors) {
        fprintf(stderr, "leaks: %d descriptors, %d before\n", entries("/proc/self/fd") - 3, descriptors - 3);
        failures++;
    }
    return failures == 0 ? 0 : 1;
}
