/*
 * Tests examples/azir_frame.h against the library's own frames: each value comes back, and no cut or changed frame
 * makes the reader leave its buffer. build/share.sh compiles and runs it; under valgrind a read behind the end is an
 * error.
 */

#include "azir.h"
#include "azir_frame.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

static int failures;

static void expect(bool truth, const char *what)
{
    if (!truth) {
        failures++;
        fprintf(stderr, "frame: %s\n", what);
    }
}

static bool is(struct azir_text text, const char *wanted)
{
    return text.length == strlen(wanted) && memcmp(text.bytes, wanted, text.length) == 0;
}

/* Goes past a value and all in it, touching every byte of its texts. */
static unsigned skip(struct azir_frame *frame, struct azir_value value, int depth)
{
    unsigned sum = 0;
    size_t index;
    for (index = 0; index < value.text.length; index++) {
        sum += value.text.bytes[index];
    }
    for (index = 0; index < value.count && !frame->bad; index++) {
        struct azir_text name = azir_frame_name(frame, &value);
        size_t at;
        for (at = 0; at < name.length; at++) {
            sum += name.bytes[at];
        }
        if (depth == 0) {
            frame->bad = true;
            break;
        }
        sum += skip(frame, azir_frame_value(frame), depth - 1);
    }
    return sum;
}

/* Whether the frame is understood to its last byte. The copy has exactly its length. */
static bool understood(int32_t kind, const uint8_t *bytes, size_t length)
{
    uint8_t *copy = malloc(length == 0 ? 1 : length);
    struct azir_frame frame;
    size_t index;
    static volatile unsigned sum;
    bool whole;
    if (copy == NULL) {
        exit(1);
    }
    memcpy(copy, bytes, length);
    frame = azir_frame_open(kind, copy, length);
    for (index = 0; index < frame.count && !frame.bad; index++) {
        sum += skip(&frame, azir_frame_value(&frame), 32);
    }
    whole = !frame.bad && frame.at == frame.end;
    free(copy);
    return whole;
}

static void check_values(const uint8_t *bytes, size_t length)
{
    struct azir_frame frame = azir_frame_open(AZIR_OBJECTS, bytes, length);
    struct azir_value object = azir_frame_value(&frame);
    size_t index;
    unsigned seen = 0;
    expect(frame.count == 5, "five results");
    expect(object.tag == AZIR_OBJECT, "the first result is an object");
    expect(is(object.text, "AzIntegrationRuntime.SelfTest"), "its class");
    for (index = 0; index < object.count; index++) {
        struct azir_text name = azir_frame_name(&frame, &object);
        struct azir_value value = azir_frame_value(&frame);
        seen |= 1u << value.tag;
        if (is(name, "Int32")) {
            expect(value.integer == INT32_MIN, "the int");
        } else if (is(name, "Int64")) {
            expect(value.integer == INT64_MAX, "the long");
        } else if (is(name, "Double")) {
            expect(value.real == -0.5, "the double");
        } else if (is(name, "DateOffset")) {
            expect(value.integer == INT64_C(639079199991234567) && value.minutes == 120, "the date with an offset");
        } else if (is(name, "Span")) {
            expect(value.integer == INT64_C(-937845000000), "the span");
        } else if (is(name, "Guid")) {
            expect(value.text.length == 16 && value.text.bytes[1] == 0x11 && value.text.bytes[15] == 0xFF, "the GUID");
        } else if (is(name, "Secret")) {
            expect(value.tag == AZIR_SECRET && is(value.text, "s3cr\xE2\x82\xACt"), "the secret");
        }
        skip(&frame, value, 8);
    }
    expect(seen == 0x1FFFF, "each tag once");
    object = azir_frame_value(&frame);
    expect(is(object.text, "AzIntegrationRuntime.SelfTest") && object.count == 1, "a class with other members");
    expect(is(azir_frame_name(&frame, &object), "Text"), "the name of its member");
    expect(is(azir_frame_value(&frame).text, "listed"), "the value of its member");
    expect(azir_frame_value(&frame).tag == AZIR_NULL, "a null");
    expect(is(azir_frame_value(&frame).text, "bare"), "a bare text");
    object = azir_frame_value(&frame);
    expect(object.tag == AZIR_BAG && object.count == 1, "a bag");
    expect(!frame.bad, "the whole frame");
}

int main(void)
{
    static const char request[] = "{\"operation\":\"selftest.values\"}";
    int64_t op = 0, length = 0;
    int32_t kind;
    uint8_t *bytes;
    size_t index;
    if (azir_start((const uint8_t *)request, (int64_t)strlen(request), NULL, 0, &op) != 0) {
        return 1;
    }
    while ((kind = azir_next(op, 1000, &length)) == AZIR_NONE) {
    }
    bytes = malloc((size_t)length);
    if (kind != AZIR_OBJECTS || bytes == NULL || azir_read(op, bytes, length) != length) {
        return 1;
    }
    azir_close(op);
    check_values(bytes, (size_t)length);
    expect(understood(kind, bytes, (size_t)length), "the frame is understood to its end");
    for (index = 0; index < (size_t)length; index++) {
        expect(!understood(kind, bytes, index), "a cut frame is refused");
    }
    /* Whatever a changed byte means, the reader stays in its buffer. */
    for (index = 0; index < (size_t)length * 8; index++) {
        bytes[index / 8] ^= (uint8_t)(1u << index % 8);
        understood(kind, bytes, (size_t)length);
        understood(AZIR_MESSAGE, bytes, (size_t)length);
        bytes[index / 8] ^= (uint8_t)(1u << index % 8);
    }
    free(bytes);
    return failures == 0 ? 0 : 1;
}
