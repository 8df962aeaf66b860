/*
 * Shares a self-hosted integration runtime with another data factory, through the C header azir.h alone.
 *
 * It is the walk-through of Microsoft's article "Create a shared self-hosted integration runtime", the same that
 * Share-IntegrationRuntime.ps1 performs with cmdlets. It happens in the emulator: no Azure subscription is needed.
 *
 *     cargo build --release -p azir-library -p azir-emulator
 *     cc -std=c11 -I native/ffi/include examples/share.c -L target/release -lazir_native \
 *       -Wl,-rpath,target/release -o share
 *     ./share target/release/azir-emulator
 *
 * The program's path can also be in the environment variable AZIR_EMULATOR; AZIR_TRAFFIC names a file in which the
 * emulator writes down each request and answer. The exit code is 0 when every step went as described, 1 when one did
 * not, 2 when the emulator's path is missing.
 *
 * Read `perform` first: it is the whole life of an operation. azir_frame.h reads the frames, which docs/boundary.md
 * specifies.
 */

#include "azir.h"
#include "azir_frame.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define GROUP "rg-sharing"
#define LOCATION "EastUS"
#define SHARED_FACTORY "adf-shared-demo"
#define LINKED_FACTORY "adf-linked-demo"
#define SHARED_RUNTIME "ir-shared"
#define LINKED_RUNTIME "ir-linked"

/* ---- Memory and text --------------------------------------------------------------------------------------------- */

static void *checked(void *memory)
{
    if (memory == NULL) {
        fputs("share: out of memory\n", stderr);
        exit(1);
    }
    return memory;
}

/* Overwrites a secret; volatile, so that the compiler does not leave it out. */
static void wipe(void *memory, size_t length)
{
    volatile unsigned char *byte = memory;
    while (length-- > 0) {
        *byte++ = 0;
    }
}

/* A growing text, always ended with a zero byte. */
struct text {
    char *bytes;
    size_t length;
    size_t capacity;
};

static void add_bytes(struct text *text, const char *bytes, size_t length)
{
    if (text->length + length + 1 > text->capacity) {
        size_t capacity = (text->length + length + 1) * 2;
        char *larger = checked(malloc(capacity));
        if (text->bytes != NULL) {
            memcpy(larger, text->bytes, text->length);
            /* It may have held a secret. */
            wipe(text->bytes, text->capacity);
            free(text->bytes);
        } else {
            wipe(larger, capacity);
        }
        text->bytes = larger;
        text->capacity = capacity;
    }
    memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
    text->bytes[text->length] = '\0';
}

static void add(struct text *text, const char *string)
{
    add_bytes(text, string, strlen(string));
}

static void add_number(struct text *text, size_t number)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%zu", number);
    add(text, digits);
}

/* Adds a JSON string with its quotes. */
static void add_quoted(struct text *text, const char *string)
{
    add(text, "\"");
    for (; *string != '\0'; string++) {
        unsigned char byte = (unsigned char)*string;
        if (byte == '"' || byte == '\\') {
            char escaped[2] = {'\\', (char)byte};
            add_bytes(text, escaped, 2);
        } else if (byte < 0x20) {
            char escaped[8];
            snprintf(escaped, sizeof escaped, "\\u%04x", (unsigned)byte);
            add(text, escaped);
        } else {
            add_bytes(text, string, 1);
        }
    }
    add(text, "\"");
}

static char *own_copy(const char *string)
{
    size_t size = strlen(string) + 1;
    return memcpy(checked(malloc(size)), string, size);
}

static void forget_text(struct text *text)
{
    if (text->bytes != NULL) {
        wipe(text->bytes, text->capacity);
        free(text->bytes);
    }
    memset(text, 0, sizeof *text);
}

static bool same_word(const char *left, const char *right)
{
    while (*left != '\0' && tolower((unsigned char)*left) == tolower((unsigned char)*right)) {
        left++;
        right++;
    }
    return *left == *right;
}

/* ---- What a frame contains: a tree of named values --------------------------------------------------------------- */

enum kind { NOTHING, VALUE, OBJECT, LIST };

struct value {
    enum kind kind;
    char *name;          /* NULL in a list */
    char *text;          /* of a VALUE */
    bool secret;         /* the text is one: it is not shown, and wiped when it is freed */
    struct value *first; /* of an OBJECT or LIST */
    struct value *last;
    struct value *next;
};

static struct value *new_value(enum kind kind)
{
    struct value *value = checked(calloc(1, sizeof *value));
    value->kind = kind;
    return value;
}

static void free_value(struct value *value)
{
    while (value != NULL) {
        struct value *next = value->next;
        free_value(value->first);
        free(value->name);
        if (value->secret && value->text != NULL) {
            wipe(value->text, strlen(value->text));
        }
        free(value->text);
        free(value);
        value = next;
    }
}

static void append_value(struct value *parent, struct value *child)
{
    if (parent->last == NULL) {
        parent->first = child;
    } else {
        parent->last->next = child;
    }
    parent->last = child;
}

static void take_children(struct value *value, struct value *container)
{
    while (container->first != NULL) {
        struct value *child = container->first;
        container->first = child->next;
        child->next = NULL;
        append_value(value, child);
    }
    container->last = NULL;
}

/* A member in any casing; NULL when there is none, or no object. */
static struct value *member(const struct value *object, const char *name)
{
    struct value *value = object == NULL || object->kind != OBJECT ? NULL : object->first;
    while (value != NULL && (value->name == NULL || !same_word(value->name, name))) {
        value = value->next;
    }
    return value;
}

/* A member's text, or an empty one. */
static const char *member_text(const struct value *object, const char *name)
{
    const struct value *value = member(object, name);
    return value == NULL || value->text == NULL ? "" : value->text;
}

#define DEPTH_LIMIT 64

static char *copy_of(struct azir_text text)
{
    char *copy = checked(malloc(text.length + 1));
    if (text.length > 0) {
        memcpy(copy, text.bytes, text.length);
    }
    copy[text.length] = '\0';
    return copy;
}

/* A date as ISO 8601; `ticks` count 100 ns since the year 1. */
static void write_date(char *text, size_t size, int64_t ticks)
{
    int64_t seconds = ticks / 10000000;
    int64_t days = seconds / 86400;
    int64_t year = 1;
    int month = 1;
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    for (;; year++) {
        int64_t length = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 366 : 365;
        if (days < length) {
            for (; month < 12; month++) {
                int in_month = lengths[month - 1] + (month == 2 && length == 366);
                if (days < in_month) {
                    break;
                }
                days -= in_month;
            }
            break;
        }
        days -= length;
    }
    snprintf(text, size, "%04d-%02d-%02dT%02d:%02d:%02d", (int)year, month, (int)days + 1,
             (int)(seconds / 3600 % 24), (int)(seconds / 60 % 60), (int)(seconds % 60));
}

/* The text of a value that has no elements; NULL for null. */
static char *text_of(const struct azir_value *value)
{
    char text[64] = "";
    const uint8_t *guid = value->text.bytes;
    int index;
    switch (value->tag) {
    case AZIR_NULL:
        return NULL;
    case AZIR_TEXT:
    case AZIR_SECRET_TEXT:
    case AZIR_SECRET:
        return copy_of(value->text);
    case AZIR_FALSE:
    case AZIR_TRUE:
        return own_copy(value->tag == AZIR_TRUE ? "true" : "false");
    case AZIR_DOUBLE:
        snprintf(text, sizeof text, "%g", value->real);
        break;
    case AZIR_DATE:
    case AZIR_DATE_OFFSET:
        write_date(text, sizeof text, value->integer);
        break;
    case AZIR_SPAN:
        snprintf(text, sizeof text, "%g s", (double)value->integer / 1e7);
        break;
    case AZIR_GUID:
        for (index = 0; index < 16; index++) {
            size_t length = strlen(text);
            snprintf(text + length, sizeof text - length, "%s%02x",
                     index == 4 || index == 6 || index == 8 || index == 10 ? "-" : "", guid[index]);
        }
        break;
    default:
        snprintf(text, sizeof text, "%" PRId64, value->integer);
    }
    return own_copy(text);
}

/* Reads the next value and all in it. */
static struct value *read_value(struct azir_frame *frame, int depth)
{
    struct azir_value own = azir_frame_value(frame);
    struct value *value = new_value(own.tag == AZIR_NULL ? NOTHING : VALUE);
    bool named = own.tag == AZIR_TABLE || own.tag == AZIR_BAG || own.tag == AZIR_OBJECT;
    size_t index;
    if (!named && own.tag != AZIR_LIST) {
        value->secret = own.tag == AZIR_SECRET_TEXT || own.tag == AZIR_SECRET;
        value->text = text_of(&own);
        return value;
    }
    value->kind = named ? OBJECT : LIST;
    if (depth >= DEPTH_LIMIT) {
        frame->bad = true;
    }
    for (index = 0; index < own.count && !frame->bad; index++) {
        struct azir_text name = azir_frame_name(frame, &own);
        struct value *child = read_value(frame, depth + 1);
        child->name = named ? copy_of(name) : NULL;
        append_value(value, child);
    }
    return value;
}

/* The values of a frame: one table in a message, the results in an objects frame. */
static struct value *read_frame(int32_t kind, const void *bytes, size_t length)
{
    struct azir_frame frame = azir_frame_open(kind, bytes, length);
    struct value *all = new_value(LIST);
    size_t index;
    for (index = 0; index < frame.count && !frame.bad; index++) {
        append_value(all, read_value(&frame, 0));
    }
    if (frame.bad) {
        fputs("share: a frame was not understood\n", stderr);
        exit(1);
    }
    return all;
}

/* ---- Showing ----------------------------------------------------------------------------------------------------- */

static void indent(int depth)
{
    printf("   %*s", depth * 2, "");
}

/* Prints a text whose lines, if it has several, all begin at this depth. */
static void print_lines(int depth, const char *text)
{
    indent(depth);
    for (; *text != '\0'; text++) {
        if (*text == '\n' && text[1] != '\0') {
            putchar('\n');
            indent(depth);
        } else if (*text != '\r' && *text != '\n') {
            putchar(*text);
        }
    }
    putchar('\n');
}

/* Prints `Name: value`, and what is inside a value deeper. */
static void print_value(const struct value *value, int depth)
{
    const char *name = value->name == NULL ? "-" : value->name;
    const char *colon = value->name == NULL ? "" : ":";
    const struct value *child;
    if (value->kind == OBJECT || value->kind == LIST) {
        indent(depth);
        printf("%s%s%s\n", name, colon, value->first != NULL ? "" : value->kind == LIST ? " {}" : " @{}");
        for (child = value->first; child != NULL; child = child->next) {
            print_value(child, depth + 1);
        }
    } else if (value->kind == NOTHING || value->text == NULL) {
        indent(depth);
        printf("%s%s\n", name, colon);
    } else if (!value->secret && strchr(value->text, '\n') != NULL) {
        indent(depth);
        printf("%s%s\n", name, colon);
        print_lines(depth + 1, value->text);
    } else {
        indent(depth);
        printf("%s%s %s\n", name, colon, value->secret ? "**********" : value->text);
    }
}

/* ---- Operations -------------------------------------------------------------------------------------------------- */

/* An argument: a text, JSON as it stands, or a secret that travels apart from the request. */
enum form { TEXT, JSON, SECRET };

struct argument {
    enum form form;
    const char *name;
    const char *value;
};

#define ARGUMENTS(...) (const struct argument[]){__VA_ARGS__, {TEXT, NULL, NULL}}
#define NO_ARGUMENTS (const struct argument[]){{TEXT, NULL, NULL}}

/* What an operation answered. */
struct outcome {
    struct value *objects; /* a LIST */
    char *error;           /* the first error's message, NULL when all went well */
    bool stopped;          /* the boundary itself refused */
};

static void forget(struct outcome *outcome)
{
    free_value(outcome->objects);
    free(outcome->error);
    memset(outcome, 0, sizeof *outcome);
}

/* The first object of the answer, or NULL. */
static const struct value *object(const struct outcome *outcome)
{
    return outcome->objects == NULL ? NULL : outcome->objects->first;
}

/* A secret in the first object of the answer, such as an authentication key. */
static const char *secret(const struct outcome *outcome, const char *property)
{
    return member_text(object(outcome), property);
}

/* Writes the request; secrets go into `secrets`, and the request says where in there they lie. */
static void write_request(struct text *request, struct text *secrets, const char *operation, const char *cmdlet,
                          const struct argument *arguments)
{
    const char *separator = "";
    add(request, "{\"operation\":");
    add_quoted(request, operation);
    add(request, ",\"cmdlet\":");
    add_quoted(request, cmdlet);
    add(request, ",\"arguments\":{");
    for (; arguments->name != NULL; arguments++) {
        add(request, separator);
        separator = ",";
        add_quoted(request, arguments->name);
        add(request, ":");
        if (arguments->form == TEXT) {
            add_quoted(request, arguments->value);
        } else if (arguments->form == JSON) {
            add(request, arguments->value);
        } else {
            add(request, "{\"secret\":{\"offset\":");
            add_number(request, secrets->length);
            add(request, ",\"length\":");
            add_number(request, strlen(arguments->value));
            add(request, ",\"encoding\":\"utf8\"}}");
            add(secrets, arguments->value);
        }
    }
    add(request, "}}");
}

static void answer(int64_t op, const char *text)
{
    int32_t status = azir_answer(op, (const uint8_t *)text, (int64_t)strlen(text));
    if (status < 0) {
        printf("   azir_answer: status %" PRId32 "\n", status);
    }
}

/* Handles a message: shows it, or answers its question. */
static void take_message(int64_t op, const struct value *frame, struct outcome *outcome)
{
    const char *name = member_text(frame, "frame");
    const char *message = member_text(frame, "message");
    if (strcmp(name, "shouldProcess") == 0) {
        /* PowerShell asks this under -Confirm only, and answers no under -WhatIf. */
        answer(op, "true");
    } else if (strcmp(name, "shouldContinue") == 0) {
        print_lines(0, "Question:");
        print_lines(1, member_text(frame, "query"));
        print_lines(0, "Answer: yes");
        answer(op, "true");
    } else if (strcmp(name, "token") == 0 || strcmp(name, "context") == 0 || strcmp(name, "environment") == 0) {
        /* Asked only where another sign-in is the source of tokens. There is none. */
        answer(op, "");
    } else if (strcmp(name, "error") == 0) {
        print_lines(0, "Error:");
        print_lines(1, message);
        if (outcome->error == NULL) {
            outcome->error = own_copy(message);
        }
    } else if (strcmp(name, "warning") == 0) {
        print_lines(0, "Warning:");
        print_lines(1, message);
    }
    /* Verbose and debug messages were not asked for; progress bars are for terminals. */
}

static void take_objects(struct value *items, struct outcome *outcome)
{
    const struct value *item;
    for (item = items->first; item != NULL; item = item->next) {
        const struct value *shown;
        if (item->kind == OBJECT) {
            for (shown = item->first; shown != NULL; shown = shown->next) {
                print_value(shown, 0);
            }
        } else if (item->text != NULL) {
            print_lines(0, item->text);
        }
    }
    if (outcome->objects == NULL) {
        outcome->objects = new_value(LIST);
    }
    take_children(outcome->objects, items);
}

/* Reads the frame that is ready and handles it. */
static bool take_frame(int64_t op, int32_t kind, int64_t length, struct outcome *outcome)
{
    size_t size = (size_t)length;
    char *bytes = checked(malloc(size + 1));
    int64_t read = azir_read(op, (uint8_t *)bytes, length);
    bool taken = read == length;
    if (!taken) {
        printf("   azir_read: status %" PRId64 "\n", read);
    } else {
        struct value *items = read_frame(kind, bytes, size);
        if (kind == AZIR_OBJECTS) {
            take_objects(items, outcome);
        } else if (kind == AZIR_MESSAGE) {
            take_message(op, items->first, outcome);
        }
        free_value(items);
    }
    /* There may have been a secret in it. */
    wipe(bytes, size);
    free(bytes);
    return taken;
}

/* Runs an operation to its end: start, wait for frames and take each, close. */
static struct outcome perform(const char *operation, const char *cmdlet, const struct argument *arguments)
{
    struct outcome outcome = {0};
    struct text request = {0};
    struct text secrets = {0};
    int64_t op = 0;
    int32_t status;

    write_request(&request, &secrets, operation, cmdlet, arguments);
    status = azir_start((const uint8_t *)request.bytes, (int64_t)request.length, (const uint8_t *)secrets.bytes,
                        (int64_t)secrets.length, &op);
    /* The library has its own copy. */
    forget_text(&request);
    forget_text(&secrets);
    if (status < 0) {
        printf("   azir_start: status %" PRId32 "\n", status);
        outcome.stopped = true;
        return outcome;
    }
    for (;;) {
        int64_t length = 0;
        int32_t kind = azir_next(op, 100, &length);
        if (kind == AZIR_NONE) {
            continue; /* An interactive program looks here whether its user wants to stop. */
        }
        if (kind == AZIR_FINISHED) {
            break;
        }
        if (kind < 0 || !take_frame(op, kind, length, &outcome)) {
            printf("   azir_next: %" PRId32 "\n", kind);
            outcome.stopped = true;
            break;
        }
    }
    status = azir_close(op);
    if (status < 0) {
        printf("   azir_close: status %" PRId32 "\n", status);
        outcome.stopped = true;
    }
    return outcome;
}

/* ---- Steps ------------------------------------------------------------------------------------------------------- */

static int steps;
static int failures;

enum expected { SUCCESS, REFUSAL };

static struct outcome step(const char *title, enum expected expected, const char *operation, const char *cmdlet,
                           const struct argument *arguments)
{
    struct outcome outcome;
    const struct argument *argument;
    printf("\n== %d. %s\n   %s", ++steps, title, operation);
    for (argument = arguments; argument->name != NULL; argument++) {
        if (argument->form != SECRET) {
            printf(" %s=%s", argument->name, argument->value);
        } else {
            printf(" %s=**********", argument->name);
        }
    }
    putchar('\n');
    fflush(stdout);
    outcome = perform(operation, cmdlet, arguments);
    if (outcome.stopped || (expected == SUCCESS) != (outcome.error == NULL)) {
        failures++;
        printf("   NOT AS EXPECTED: this should have been %s.\n", expected == SUCCESS ? "done" : "refused");
    }
    return outcome;
}

/* A step whose answer is only shown. */
static void simple_step(const char *title, enum expected expected, const char *operation, const char *cmdlet,
                        const struct argument *arguments)
{
    struct outcome outcome = step(title, expected, operation, cmdlet, arguments);
    forget(&outcome);
}

static void expect(bool truth, const char *what)
{
    if (!truth) {
        failures++;
        printf("   NOT AS EXPECTED: %s.\n", what);
    }
}

/* Draws who shares with whom. `shared` and `linked` are answers to runtime.get -Status. */
static void draw(const char *title, const struct value *shared, const struct value *linked, bool granted)
{
    static const char line[] = "+--------------------------------+";
    const struct value *links = member(shared, "Links");
    const struct value *nodes = member(shared, "Nodes");
    const struct value *each;
    bool is_linked = false;
    char left[256];
    char right[256];

    for (each = links == NULL ? NULL : links->first; each != NULL; each = each->next) {
        is_linked = is_linked || same_word(member_text(each, "DataFactoryName"), LINKED_FACTORY);
    }
    snprintf(left, sizeof left, "%s: %s", member_text(shared, "Name"), member_text(shared, "State"));
    snprintf(right, sizeof right, "%s: %s", LINKED_RUNTIME,
             linked == NULL ? "no access" : member_text(linked, "State"));

    printf("\n== %s\n\n", title);
    printf("   %-34s%-17s%s\n", SHARED_FACTORY, "", LINKED_FACTORY);
    printf("   %s%s%s\n", line, granted ? "   Contributor   " : "    no grant     ", line);
    printf("   | %-30.30s |%s| %-30.30s |\n", left, is_linked ? "<----------------" : "                 ", right);
    for (each = nodes == NULL ? NULL : nodes->first; each != NULL; each = each->next) {
        snprintf(left, sizeof left, "  node %s: %s", member_text(each, "NodeName"), member_text(each, "Status"));
        printf("   | %-30.30s |%-17s| %-30s |\n", left, "", "");
    }
    printf("   %s%-17s%s\n", line, "", line);
}

#define IN_SHARED {TEXT, "ResourceGroupName", GROUP}, {TEXT, "DataFactoryName", SHARED_FACTORY}
#define IN_LINKED {TEXT, "ResourceGroupName", GROUP}, {TEXT, "DataFactoryName", LINKED_FACTORY}
#define SHARED IN_SHARED, {TEXT, "Name", SHARED_RUNTIME}
#define LINKED IN_LINKED, {TEXT, "Name", LINKED_RUNTIME}

#define GET_RUNTIME "runtime.get", "Get-AzDataFactoryV2IntegrationRuntime"
#define SET_RUNTIME "runtime.set", "Set-AzDataFactoryV2IntegrationRuntime"

static void share(void)
{
    struct outcome factory;
    struct outcome linked_factory;
    struct outcome shared;
    struct outcome keys;
    struct outcome status;
    struct outcome linked_status;
    const struct value *identity;
    const char *principal;
    const char *shared_id;

    simple_step("Sign in, with the emulator's own account", SUCCESS, "account.connect", "Connect-AzAccount",
                NO_ARGUMENTS);
    simple_step("Select a subscription", SUCCESS, "context.set", "Set-AzContext",
                ARGUMENTS({TEXT, "Subscription", "Emulator"}));
    simple_step("Create a resource group", SUCCESS, "group.new", "New-AzResourceGroup",
                ARGUMENTS({TEXT, "Name", GROUP}, {TEXT, "Location", LOCATION}));
    factory = step("Create the data factory that owns the integration runtime", SUCCESS, "factory.set",
                   "Set-AzDataFactoryV2",
                   ARGUMENTS({TEXT, "ResourceGroupName", GROUP}, {TEXT, "Name", SHARED_FACTORY},
                             {TEXT, "Location", LOCATION}));
    shared = step("Create the self-hosted integration runtime to share", SUCCESS, SET_RUNTIME,
                  ARGUMENTS(SHARED, {TEXT, "Type", "SelfHosted"}, {TEXT, "Description", "Runs in the west office"}));
    shared_id = member_text(object(&shared), "Id");

    keys = step("Get the keys with which a node registers", SUCCESS, "key.get",
                "Get-AzDataFactoryV2IntegrationRuntimeKey", ARGUMENTS(SHARED));
    expect(strncmp(secret(&keys, "AuthKey1"), "IR@", 3) == 0 && secret(&keys, "AuthKey2")[0] != '\0',
           "both keys should have come, beginning with IR@");
    simple_step("Register a node, as the installer does", SUCCESS, "emulator.node",
                "Register-AzIntegrationRuntimeEmulatorNode",
                ARGUMENTS({SECRET, "AuthKey", secret(&keys, "AuthKey1")}, {TEXT, "NodeName", "west-1"}));
    forget(&keys);

    linked_factory = step("Create the data factory that wants to use it", SUCCESS, "factory.set", "Set-AzDataFactoryV2",
                          ARGUMENTS({TEXT, "ResourceGroupName", GROUP}, {TEXT, "Name", LINKED_FACTORY},
                                    {TEXT, "Location", LOCATION}));
    identity = member(object(&linked_factory), "Identity");
    principal = member_text(identity, "PrincipalId");
    expect(principal[0] != '\0', "the data factory should have an identity");

    simple_step("Link before the grant: refused, and nothing is written", REFUSAL, SET_RUNTIME,
                ARGUMENTS(LINKED, {TEXT, "Type", "SelfHosted"},
                          {TEXT, "SharedIntegrationRuntimeResourceId", shared_id}));
    {
        struct outcome none = step("Integration runtimes in the data factory that was refused", SUCCESS, GET_RUNTIME,
                                   ARGUMENTS(IN_LINKED));
        if (object(&none) == NULL) {
            print_lines(0, "(none)");
        }
        expect(object(&none) == NULL, "the refusal should have written nothing");
        forget(&none);
    }
    simple_step("Grant the data factory's identity access to the shared runtime", SUCCESS, "roleassignment.new",
                "New-AzRoleAssignment",
                ARGUMENTS({TEXT, "ObjectId", principal}, {TEXT, "RoleDefinitionName", "Contributor"},
                          {TEXT, "Scope", shared_id}));
    simple_step("Link", SUCCESS, SET_RUNTIME,
                ARGUMENTS(LINKED, {TEXT, "Type", "SelfHosted"},
                          {TEXT, "SharedIntegrationRuntimeResourceId", shared_id},
                          {TEXT, "Description", "The west office, borrowed"}));
    linked_status = step("The linked runtime's status is that of the shared one", SUCCESS, GET_RUNTIME,
                         ARGUMENTS(LINKED, {JSON, "Status", "true"}));
    expect(strcmp(member_text(object(&linked_status), "State"), "Online") == 0, "the linked runtime should be online");
    status = step("The shared runtime knows its links", SUCCESS, GET_RUNTIME,
                  ARGUMENTS(SHARED, {JSON, "Status", "true"}));
    draw("Who shares with whom", object(&status), object(&linked_status), true);
    forget(&status);
    forget(&linked_status);

    simple_step("Revoke the grant", SUCCESS, "roleassignment.remove", "Remove-AzRoleAssignment",
                ARGUMENTS({TEXT, "ObjectId", principal}, {TEXT, "RoleDefinitionName", "Contributor"},
                          {TEXT, "Scope", shared_id}));
    simple_step("Without the grant the linked runtime sees nothing any more", REFUSAL, GET_RUNTIME,
                ARGUMENTS(LINKED, {JSON, "Status", "true"}));
    simple_step("Remove the links that the data factory has to the shared runtime", SUCCESS, "runtime.remove",
                "Remove-AzDataFactoryV2IntegrationRuntime",
                ARGUMENTS(SHARED, {TEXT, "LinkedDataFactoryName", LINKED_FACTORY}));
    status = step("The shared runtime after that", SUCCESS, GET_RUNTIME, ARGUMENTS(SHARED, {JSON, "Status", "true"}));
    {
        const struct value *links = member(object(&status), "Links");
        expect(links == NULL || links->first == NULL, "the shared runtime should have no links any more");
    }

    simple_step("Stop the emulator", SUCCESS, "emulator.stop", "Stop-AzIntegrationRuntimeEmulator", NO_ARGUMENTS);
    draw("Who shares with whom, after the revocation", object(&status), NULL, false);
    forget(&status);
    forget(&shared);
    forget(&factory);
    forget(&linked_factory);
}

int main(int count, char **arguments)
{
    const char *program = count > 1 ? arguments[1] : getenv("AZIR_EMULATOR");
    const char *traffic = getenv("AZIR_TRAFFIC");
    struct outcome started;

    if (program == NULL || program[0] == '\0') {
        fputs("usage: share PATH-OF-AZIR-EMULATOR    (or set AZIR_EMULATOR)\n", stderr);
        return 2;
    }
    if (azir_abi_version() != AZIR_ABI_VERSION) {
        fprintf(stderr, "share: the library has ABI version %" PRId32 ", this program was compiled for %d\n",
                azir_abi_version(), AZIR_ABI_VERSION);
        return 1;
    }
    started = step("Start the emulator: an Azure on this computer", SUCCESS, "emulator.start",
                   "Start-AzIntegrationRuntimeEmulator",
                   ARGUMENTS({TEXT, "ProgramPath", program},
                             {TEXT, traffic != NULL && traffic[0] != '\0' ? "TrafficPath" : NULL, traffic}));
    if (started.error == NULL && !started.stopped) {
        share();
    }
    forget(&started);
    if (failures > 0) {
        printf("\n%d of %d steps did not go as expected.\n", failures, steps);
        return 1;
    }
    return 0;
}
