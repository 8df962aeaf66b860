//! The C interface: requests, secrets, answers, handles and the order of calls, on services that answer anything.

use std::{
    ptr::null,
    sync::{LazyLock, Mutex},
};

use azir_ffi::{
    exports::{
        AZIR_E_PANIC, AZIR_FINISHED, AZIR_MESSAGE, AZIR_NONE, AZIR_OBJECTS, azir_answer,
        azir_close, azir_next, azir_read, azir_start,
    },
    operations,
};

use super::request;
use crate::{
    bytes::Bytes,
    count, frames,
    guard::finding,
    json,
    world::{World, sign_in},
};

/// The one library of the process, and the world that each input sets anew.
static WORLD: LazyLock<Mutex<World>> = LazyLock::new(|| {
    let world = World::default();
    let library = std::sync::Arc::new(world.library());
    sign_in(&library);
    assert!(
        operations::use_library(library).is_ok(),
        "another library was set first"
    );
    // The library silences panics with its first operation: here each of them is to be heard.
    let hook = std::panic::take_hook();
    if let Ok(first) = operations::start(br#"{"operation":"selftest.none"}"#, &[]) {
        let _ = operations::close(first);
    }
    std::panic::set_hook(hook);
    Mutex::new(world)
});

const ANSWERS: [&[u8]; 9] = [
    b"true",
    b"false",
    b"",
    b"\0no token",
    b"{}",
    b"{\"reason\":\"none\"}",
    b"token",
    b"{\"IDENTITY_ENDPOINT\":\"http://127.0.0.1:1/\",\"IDENTITY_HEADER\":\"h\",\"AZURE_CLIENT_ID\":5}",
    b"\xFF\xFE",
];

/// Makes calls of `input`; at their end no handle is open.
pub fn run(input: &[u8]) {
    let world = WORLD
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    let mut bytes = Bytes::new(input);
    let mut script = Bytes::new(bytes.take(256));
    world.set(bytes.rest());
    let mut open: Vec<i64> = Vec::new();
    for _ in 0..40 {
        let op = handle(&open, &mut script);
        match script.byte() % 8 {
            0 | 1 => {
                if let Some(op) = start(&mut script) {
                    open.push(op);
                }
            }
            2..=4 => drive(op, &mut script),
            5 => {
                let answer = ANSWERS[script.below(ANSWERS.len())];
                let length = length(answer.len(), &mut script, false);
                // SAFETY: the length is at most that of the bytes, or negative.
                check(unsafe { azir_answer(op, answer.as_ptr(), length) });
            }
            6 => {
                check(azir_close(op));
                open.retain(|own| *own != op);
            }
            _ => read(op, &mut script),
        }
        if script.is_empty() {
            break;
        }
    }
    for op in open {
        // To its end, or not: both leave nothing.
        if script.chance(128) {
            drive(op, &mut script);
        }
        let status = azir_close(op);
        check(status);
        if status != 0 {
            finding("an open handle could not be closed");
        }
    }
    if operations::open_handles() != 0 {
        finding("a handle stayed open");
    }
}

/// Looks at what a call answered, and counts it.
fn check(status: i32) {
    count::CALLS.add();
    if status == AZIR_E_PANIC {
        finding("a call answered AZIR_E_PANIC");
    }
}

/// One of the open handles, or one that is none.
fn handle(open: &[i64], script: &mut Bytes<'_>) -> i64 {
    if open.is_empty() || script.chance(20) {
        script.integer().min(0)
    } else {
        open[script.below(open.len())]
    }
}

/// The length as it is, or a wrong one that reads nothing outside the bytes.
fn length(length: usize, script: &mut Bytes<'_>, any: bool) -> i64 {
    let length = i64::try_from(length).unwrap_or(0);
    match script.byte() {
        0 => -1,
        1 => i64::MIN,
        2 if any => length / 2,
        _ => length,
    }
}

fn start(script: &mut Bytes<'_>) -> Option<i64> {
    let (mut request, secrets) = request::make(script);
    if script.chance(20) {
        json::mutate(&mut request, script);
        request::guarded(&mut request);
    }
    let mut text = match script.byte() {
        0 => br#"{"operation":"selftest.values"}"#.to_vec(),
        1 => br#"{"operation":"selftest.ask"}"#.to_vec(),
        2 => br#"{"operation":"selftest.flood"}"#.to_vec(),
        3 => br#"{"operation":"selftest.secret",
            "arguments":{"Secret":{"secret":{"offset":1,"length":2,"encoding":"utf16le"}}}}"#
            .to_vec(),
        4 => b"\xFF{".to_vec(),
        _ => request.to_string().into_bytes(),
    };
    // Changed bytes could name an operation or a path that is kept out above: only the end is cut off.
    if script.chance(10) {
        text.truncate(script.below(text.len()));
    }
    let mut op = -1;
    let given = if script.chance(20) {
        null()
    } else {
        secrets.as_ptr()
    };
    // SAFETY: the lengths are at most those of the bytes, or negative; null comes with a length to be refused.
    let status = unsafe {
        azir_start(
            text.as_ptr(),
            length(text.len(), script, true),
            given,
            length(secrets.len(), script, false),
            &raw mut op,
        )
    };
    check(status);
    (status == 0).then_some(op)
}

/// Reads frames and answers questions until nothing comes, or for some calls.
fn drive(op: i64, script: &mut Bytes<'_>) {
    let mut nothing = 0;
    for _ in 0..=script.below(60) {
        let mut length = 0;
        // SAFETY: `length` can be written.
        let kind = unsafe { azir_next(op, 20, &raw mut length) };
        check(kind);
        // An operation that waits for an answer says nothing more: no use in waiting with it.
        nothing += u8::from(kind == AZIR_NONE);
        if kind < 0 || kind == AZIR_FINISHED || nothing > 1 {
            return;
        }
        let mut frame = vec![0; usize::try_from(length).unwrap_or(0)];
        // SAFETY: the buffer has that many bytes.
        let read = unsafe { azir_read(op, frame.as_mut_ptr(), length) };
        count::CALLS.add();
        let good = match kind {
            AZIR_MESSAGE => frames::message(&frame).map(drop),
            AZIR_OBJECTS => frames::objects(&frame).map(drop),
            _ => continue,
        };
        if read != length {
            finding("a frame was not read whole");
        }
        if let Err(reason) = good {
            finding(&format!("a frame cannot be read: {reason}"));
        }
        if String::from_utf8_lossy(&frame)
            .contains("A mistake in AzIntegrationRuntime stopped this command")
        {
            finding("an operation panicked");
        }
        let answer = ANSWERS[script.below(ANSWERS.len())];
        // SAFETY: the slice lives as long as the call.
        check(unsafe {
            azir_answer(
                op,
                answer.as_ptr(),
                i64::try_from(answer.len()).unwrap_or(0),
            )
        });
    }
}

fn read(op: i64, script: &mut Bytes<'_>) {
    let mut buffer = [0; 64];
    let capacity = [64, 0, -1, i64::MIN, 3][script.below(5)];
    // SAFETY: the buffer has at least that many bytes, or the capacity is negative.
    let length = unsafe { azir_read(op, buffer.as_mut_ptr(), capacity) };
    count::CALLS.add();
    if length == i64::from(AZIR_E_PANIC) {
        finding("a call answered AZIR_E_PANIC");
    }
}
