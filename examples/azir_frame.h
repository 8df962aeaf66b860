/*
 * Reads the frames of azir.h in C99, without allocating. docs/boundary.md specifies their bytes.
 *
 * Open a frame, then take its values one after another; the elements of a value follow the value itself:
 *
 *     struct azir_frame frame = azir_frame_open(AZIR_OBJECTS, bytes, length);
 *     for (size_t i = 0; i < frame.count; i++) {
 *         struct azir_value object = azir_frame_value(&frame);
 *         for (size_t m = 0; m < object.count; m++) {
 *             struct azir_text name = azir_frame_name(&frame, &object);
 *             struct azir_value value = azir_frame_value(&frame);
 *             ...
 *
 * Nothing is read behind the end: a frame that is cut or not understood sets `bad`, and from then on every value is
 * null. Texts point into the frame. They are UTF-8, and no zero byte follows them.
 */
#ifndef AZIR_FRAME_H
#define AZIR_FRAME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum azir_tag {
    AZIR_NULL, AZIR_FALSE, AZIR_TRUE, AZIR_INT32, AZIR_INT64, AZIR_DOUBLE, AZIR_TEXT, AZIR_DATE, AZIR_DATE_OFFSET,
    AZIR_SPAN, AZIR_GUID, AZIR_LIST, AZIR_TABLE, AZIR_BAG, AZIR_OBJECT, AZIR_SECRET_TEXT, AZIR_SECRET
};

struct azir_text {
    const uint8_t *bytes;
    size_t length;
};

struct azir_value {
    enum azir_tag tag;
    int64_t integer;         /* of an INT32 or INT64; of a DATE, DATE_OFFSET or SPAN: ticks of 100 ns */
    int32_t minutes;         /* of a DATE_OFFSET */
    double real;             /* of a DOUBLE */
    struct azir_text text;   /* of a TEXT, SECRET_TEXT or SECRET; of a GUID its 16 bytes; of an OBJECT its class */
    size_t count;            /* how many elements a LIST, TABLE, BAG or OBJECT has */
    const uint8_t *names;    /* of an OBJECT: where the next member's name lies */
};

struct azir_frame {
    const uint8_t *at, *end; /* what is left */
    const uint8_t *layouts;  /* where the layouts lie, and how many there are */
    size_t layout_count;
    size_t count;            /* how many values the frame has */
    bool bad;
};

static inline const uint8_t *azir_take(struct azir_frame *frame, const uint8_t **at, size_t count)
{
    const uint8_t *own = *at;
    if (frame->bad || (size_t)(frame->end - own) < count) {
        frame->bad = true;
        return NULL;
    }
    *at = own + count;
    return own;
}

static inline uint64_t azir_number(struct azir_frame *frame, const uint8_t **at, int size)
{
    const uint8_t *bytes = azir_take(frame, at, (size_t)size);
    uint64_t number = 0;
    while (bytes != NULL && size-- > 0) {
        number = number << 8 | bytes[size];
    }
    return number;
}

static inline uint64_t azir_varint(struct azir_frame *frame, const uint8_t **at)
{
    uint64_t number = 0, byte = 0x80;
    int shift;
    for (shift = 0; shift < 64 && byte >= 0x80; shift += 7) {
        byte = azir_number(frame, at, 1);
        number |= (byte & 0x7F) << shift;
    }
    frame->bad = frame->bad || byte >= 0x80;
    return number;
}

/* A count or a length: never more than what is left, since each counted thing has at least one byte. */
static inline size_t azir_count(struct azir_frame *frame, const uint8_t **at)
{
    uint64_t count = azir_varint(frame, at);
    frame->bad = frame->bad || count > (uint64_t)(frame->end - *at);
    return frame->bad ? 0 : (size_t)count;
}

static inline struct azir_text azir_read_text(struct azir_frame *frame, const uint8_t **at)
{
    struct azir_text text;
    text.length = azir_count(frame, at);
    text.bytes = azir_take(frame, at, text.length);
    return text;
}

/* Goes past a layout: its class, and the names of its members. */
static inline void azir_skip_layout(struct azir_frame *frame, const uint8_t **at)
{
    size_t names;
    azir_read_text(frame, at);
    for (names = azir_count(frame, at); names > 0 && !frame->bad; names--) {
        azir_read_text(frame, at);
    }
}

/* Opens a frame of this kind, AZIR_MESSAGE (1) or AZIR_OBJECTS (2). */
static inline struct azir_frame azir_frame_open(int32_t kind, const void *bytes, size_t length)
{
    struct azir_frame frame = {bytes, (const uint8_t *)bytes + length, NULL, 0, 1, false};
    if (kind == 2) {
        size_t index;
        frame.layout_count = azir_count(&frame, &frame.at);
        frame.layouts = frame.at;
        for (index = 0; index < frame.layout_count && !frame.bad; index++) {
            azir_skip_layout(&frame, &frame.at);
        }
        frame.count = azir_count(&frame, &frame.at);
    }
    return frame;
}

/* The next value; the elements of a list, table, bag or object come after it. */
static inline struct azir_value azir_frame_value(struct azir_frame *frame)
{
    static const struct azir_value null = {AZIR_NULL, 0, 0, 0, {NULL, 0}, 0, NULL};
    struct azir_value value = null;
    uint64_t bits, index, tag = azir_number(frame, &frame->at, 1);
    value.tag = (enum azir_tag)tag;
    switch (tag) {
    case AZIR_NULL: case AZIR_FALSE: case AZIR_TRUE:
        break;
    case AZIR_INT32:
        value.integer = (int32_t)azir_number(frame, &frame->at, 4);
        break;
    case AZIR_INT64: case AZIR_DATE: case AZIR_DATE_OFFSET: case AZIR_SPAN:
        value.integer = (int64_t)azir_number(frame, &frame->at, 8);
        value.minutes = tag == AZIR_DATE_OFFSET ? (int32_t)azir_number(frame, &frame->at, 4) : 0;
        break;
    case AZIR_DOUBLE:
        bits = azir_number(frame, &frame->at, 8);
        memcpy(&value.real, &bits, sizeof bits);
        break;
    case AZIR_TEXT: case AZIR_SECRET_TEXT: case AZIR_SECRET:
        value.text = azir_read_text(frame, &frame->at);
        break;
    case AZIR_GUID:
        value.text.length = 16;
        value.text.bytes = azir_take(frame, &frame->at, 16);
        break;
    case AZIR_LIST: case AZIR_TABLE: case AZIR_BAG:
        value.count = azir_count(frame, &frame->at);
        break;
    case AZIR_OBJECT:
        index = azir_varint(frame, &frame->at);
        if (index >= frame->layout_count) {
            frame->bad = true;
            break;
        }
        for (value.names = frame->layouts; index > 0; index--) {
            azir_skip_layout(frame, &value.names);
        }
        value.text = azir_read_text(frame, &value.names);
        value.count = azir_count(frame, &value.names);
        break;
    default:
        frame->bad = true;
    }
    return frame->bad ? null : value;
}

/* The name of the next element of `parent`, before that element is taken; empty in a list. */
static inline struct azir_text azir_frame_name(struct azir_frame *frame, struct azir_value *parent)
{
    struct azir_text none = {NULL, 0};
    return parent->tag == AZIR_LIST ? none
           : azir_read_text(frame, parent->tag == AZIR_OBJECT ? &parent->names : &frame->at);
}

#endif
