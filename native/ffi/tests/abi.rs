//! The ABI called as C would call it: null, stale handles, short buffers, panics, two threads, cancelling.
#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

#[path = "../../core/tests/support/frames.rs"]
mod frames;

use std::{
    ptr::{null, null_mut},
    time::{Duration, Instant},
};

use azir_ffi::exports::{
    AZIR_ABI_VERSION, AZIR_E_ARGUMENT, AZIR_E_HANDLE, AZIR_E_NOTHING, AZIR_E_REQUEST, AZIR_E_SMALL,
    AZIR_FINISHED, AZIR_MESSAGE, AZIR_NONE, AZIR_OBJECTS, azir_abi_version, azir_answer,
    azir_close, azir_next, azir_read, azir_start,
};
use frames::Item;

fn start_with(request: &str, secrets: &[u8]) -> Result<i64, i32> {
    let mut op = -1;
    // SAFETY: the slices live as long as the call, and `op` can be written.
    let status = unsafe {
        azir_start(
            request.as_ptr(),
            i64::try_from(request.len()).unwrap(),
            secrets.as_ptr(),
            i64::try_from(secrets.len()).unwrap(),
            &raw mut op,
        )
    };
    if status == 0 { Ok(op) } else { Err(status) }
}

fn start(operation: &str) -> i64 {
    start_with(&format!(r#"{{"operation":"{operation}"}}"#), &[]).unwrap()
}

fn next(op: i64, timeout: i32) -> (i32, i64) {
    let mut length = -7;
    // SAFETY: `length` can be written.
    let kind = unsafe { azir_next(op, timeout, &raw mut length) };
    (kind, length)
}

fn read(op: i64, capacity: usize) -> Result<Vec<u8>, i64> {
    let mut buffer = vec![0_u8; capacity];
    // SAFETY: the buffer has that many bytes.
    let length = unsafe { azir_read(op, buffer.as_mut_ptr(), i64::try_from(capacity).unwrap()) };
    let length = usize::try_from(length).map_err(|_| length)?;
    buffer.truncate(length);
    Ok(buffer)
}

fn next_frame(op: i64, wanted: i32) -> Vec<u8> {
    let (kind, length) = next(op, 5000);
    assert_eq!(kind, wanted);
    read(op, usize::try_from(length).unwrap()).unwrap()
}

/// The next frame, a message, as text.
fn next_text(op: i64) -> String {
    frames::message(&next_frame(op, AZIR_MESSAGE))
        .unwrap()
        .to_string()
}

fn answer(op: i64, bytes: &[u8]) -> i32 {
    // SAFETY: the slice lives as long as the call.
    unsafe { azir_answer(op, bytes.as_ptr(), i64::try_from(bytes.len()).unwrap()) }
}

#[test]
fn the_version_is_the_headers() {
    assert_eq!(azir_abi_version(), AZIR_ABI_VERSION);
}

#[test]
fn null_and_wrong_lengths_are_answered_with_a_status_and_write_nothing() {
    let request = br#"{"operation":"selftest.wait"}"#;
    let mut op = -1;
    let start = |request, length, secrets_length, op| {
        // SAFETY: the pointers that are not null are good for their lengths.
        unsafe { azir_start(request, length, null(), secrets_length, op) }
    };
    assert_eq!(start(null(), 5, 0, &raw mut op), AZIR_E_ARGUMENT);
    assert_eq!(start(request.as_ptr(), -1, 0, &raw mut op), AZIR_E_ARGUMENT);
    assert_eq!(start(request.as_ptr(), 29, 4, &raw mut op), AZIR_E_ARGUMENT);
    assert_eq!(start(request.as_ptr(), 29, 0, null_mut()), AZIR_E_ARGUMENT);
    assert_eq!(op, -1);
    let op = self::start("selftest.wait");
    // SAFETY: null is what is tested.
    let status = unsafe { azir_next(op, 0, null_mut()) };
    assert_eq!(status, AZIR_E_ARGUMENT);
    // SAFETY: null is what is tested.
    let status = unsafe { azir_answer(op, null(), 3) };
    assert_eq!(status, AZIR_E_ARGUMENT);
    azir_close(op);
}

#[test]
fn what_is_no_request_is_refused() {
    for request in [
        "",
        "{",
        "[]",
        r#"{"operation":"no.such"}"#,
        r#"{"operation":5}"#,
    ] {
        assert_eq!(start_with(request, &[]), Err(AZIR_E_REQUEST), "{request}");
    }
    let outside = r#"{"operation":"selftest.secret","arguments":
        {"Secret":{"secret":{"offset":3,"length":2,"encoding":"utf8"}}}}"#;
    assert_eq!(start_with(outside, b"abcd"), Err(AZIR_E_REQUEST));
}

#[test]
fn stale_closed_and_made_up_handles_are_answered_with_a_status() {
    let op = start("selftest.none");
    assert_eq!(azir_close(op), 0);
    for handle in [op, 0, -5, i64::MAX] {
        assert_eq!(next(handle, 0), (AZIR_E_HANDLE, -7));
        assert_eq!(read(handle, 4), Err(i64::from(AZIR_E_HANDLE)));
        assert_eq!(answer(handle, b"true"), AZIR_E_HANDLE);
        assert_eq!(azir_close(handle), AZIR_E_HANDLE);
    }
}

#[test]
fn a_frame_stays_until_it_fits() {
    let op = start("selftest.ask");
    let (kind, length) = next(op, 5000);
    assert_eq!(kind, AZIR_MESSAGE);
    assert_eq!(read(op, 3), Err(i64::from(AZIR_E_SMALL)));
    assert_eq!(answer(op, b"true"), AZIR_E_NOTHING);
    assert_eq!(next(op, 0), (AZIR_MESSAGE, length));
    let frame = read(op, usize::try_from(length).unwrap()).unwrap();
    assert!(frames::message(&frame).is_ok());
    assert_eq!(read(op, 1024), Err(i64::from(AZIR_E_NOTHING)));
    azir_close(op);
}

#[test]
fn a_question_waits_for_its_answer_and_takes_one() {
    let op = start("selftest.ask");
    assert!(next_text(op).contains(".frame='shouldContinue';"));
    assert_eq!(next(op, 50), (AZIR_NONE, 0));
    assert_eq!(answer(op, b"true"), 0);
    assert_eq!(answer(op, b"true"), AZIR_E_NOTHING);
    assert!(next_text(op).contains("answer: true"));
    assert_eq!(next(op, 5000), (AZIR_FINISHED, 0));
    assert_eq!(next(op, 0), (AZIR_FINISHED, 0));
    assert_eq!(azir_close(op), 0);
}

#[test]
fn a_secret_comes_inside_its_object_with_a_tag_of_its_own() {
    let wide: Vec<u8> = "pä😀".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let request = format!(
        r#"{{"operation":"selftest.secret","arguments":
            {{"Secret":{{"secret":{{"offset":0,"length":{},"encoding":"utf16le"}}}}}}}}"#,
        wide.len()
    );
    let op = start_with(&request, &wide).unwrap();
    let results = frames::objects(&next_frame(op, AZIR_OBJECTS))
        .unwrap()
        .results;
    assert_eq!(
        results[0].member("Text"),
        Some(&Item::SecretText("pä😀".into()))
    );
    assert_eq!(
        results[0].member("Secure"),
        Some(&Item::Secret("pä😀".into()))
    );
    azir_close(op);
}

#[test]
fn a_panic_becomes_an_error_frame_that_says_nothing_of_it() {
    let op = start("selftest.panic");
    let frame = next_text(op);
    assert!(frame.contains(".frame='error';"), "{frame}");
    assert!(!frame.contains("wanted by a test"), "{frame}");
    assert_eq!(next(op, 5000).0, AZIR_FINISHED);
    azir_close(op);
    // The library lives.
    let op = start("selftest.none");
    assert_eq!(next(op, 5000).0, AZIR_FINISHED);
    azir_close(op);
}

#[test]
fn closing_cancels_at_once_what_would_wait_for_an_hour() {
    let began = Instant::now();
    let op = start("selftest.wait");
    assert_eq!(next(op, 20), (AZIR_NONE, 0));
    assert_eq!(azir_close(op), 0);
    assert_eq!(next(op, 0).0, AZIR_E_HANDLE);
    assert!(began.elapsed() < Duration::from_secs(60));
}

#[test]
fn closing_wakes_a_waiting_thread() {
    let op = start("selftest.wait");
    let waiting = std::thread::spawn(move || next(op, 60_000));
    std::thread::sleep(Duration::from_millis(50));
    assert_eq!(azir_close(op), 0);
    let (kind, _) = waiting.join().unwrap();
    assert!(kind == AZIR_FINISHED || kind == AZIR_E_HANDLE);
}

#[test]
fn a_slow_reader_is_waited_for_and_misses_nothing() {
    let op = start("selftest.flood");
    std::thread::sleep(Duration::from_millis(20));
    for number in 0..100 {
        assert!(next_text(op).contains(&format!(".message='{number}';")));
    }
    assert_eq!(next(op, 5000).0, AZIR_FINISHED);
    azir_close(op);
}

#[test]
fn operations_on_two_threads_do_not_mix() {
    let threads: Vec<_> = ["true", "false"]
        .into_iter()
        .map(|own| {
            std::thread::spawn(move || {
                for _ in 0..50 {
                    let op = start("selftest.ask");
                    assert!(next_text(op).contains("shouldContinue"));
                    assert_eq!(answer(op, own.as_bytes()), 0);
                    assert!(next_text(op).contains(&format!("answer: {own}")));
                    assert_eq!(azir_close(op), 0);
                }
            })
        })
        .collect();
    for thread in threads {
        thread.join().unwrap();
    }
}

#[test]
fn another_build_of_the_module_is_told_to_restart_powershell() {
    let op = start_with(r#"{"operation":"context.get","build":"0.0.1"}"#, &[]).unwrap();
    let frame = next_text(op);
    assert!(
        frame.contains("Restart PowerShell.") && frame.contains(".terminating=true;"),
        "{frame}"
    );
    azir_close(op);
}

#[test]
fn the_tested_values_have_every_tag() {
    let op = start("selftest.values");
    let frame = next_frame(op, AZIR_OBJECTS);
    assert_eq!(next(op, 5000).0, AZIR_FINISHED);
    azir_close(op);
    let own = frames::objects(&frame).unwrap();
    let lines: Vec<String> = own.results.iter().map(ToString::to_string).collect();
    assert_eq!(
        lines,
        [
            "AzIntegrationRuntime.SelfTest{.Null=null;.False=false;.True=true;.Int32=-2147483648;\
             .Int64=9223372036854775807L;.Double=-0.5d;.Text='ä😀\0\n';.Date=date(639079127991234567);\
             .DateOffset=date(639079199991234567, 120);.Span=span(-937845000000);\
             .Guid=guid(00112233-4455-6677-8899-aabbccddeeff);.List=[null,'b',];.Table=@{.z=1;.a=[];};\
             .Bag={.Inner={};};.Part=AzIntegrationRuntime.SelfTestPart{.Name='first';};\
             .Parts=[AzIntegrationRuntime.SelfTestPart{.Name='first';},\
             AzIntegrationRuntime.SelfTestPart{.Name='second';.More=2;},];\
             .PartsByName=@{.own=AzIntegrationRuntime.SelfTestPart{.Name='third';};};\
             .SecretText=secret;.Secret=securestring;}",
            "AzIntegrationRuntime.SelfTest{.Text='listed';}",
            "null",
            "'bare'",
            "{.Name='bag';}",
        ]
    );
    assert_eq!(own.layouts.len(), 4);
}
