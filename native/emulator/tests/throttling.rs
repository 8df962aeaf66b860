//! The buckets of Resource Manager: what is left of them, and what happens when they are empty.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop where it stands, its helpers too"
)]

use crate::common::{Answer, Emulator, HOME_TENANT, READER, SUBSCRIPTION};
use serde_json::{Value, json};

const SECOND: &str = "/subscriptions/44444444-4444-4444-8444-444444444444";

fn left(answer: &Answer, what: &str) -> u64 {
    let name = format!("x-ms-ratelimit-remaining-{what}");
    answer
        .header(&name)
        .parse()
        .unwrap_or_else(|_| panic!("no {name}: {:?}", answer.headers))
}

/// Empties a bucket; the answers that went through, and the one that did not.
fn empty(emulator: &Emulator, ask: impl Fn() -> Answer, size: usize) -> Answer {
    // More than the size only by what comes in meanwhile.
    for count in 0..size * 4 {
        let answer = ask();
        if answer.status == 429 {
            assert!(count >= size, "{count} of {size}");
            return answer;
        }
    }
    panic!("the bucket of {size} never ran out: {}", emulator.endpoint);
}

#[test]
fn the_buckets_are_off_until_they_are_switched_on() {
    let emulator = Emulator::start();
    for _ in 0..300 {
        let answer = emulator.get(SUBSCRIPTION).expect(200);
        assert!(left(&answer, "subscription-reads") > 11_000);
        assert_eq!(
            answer.header("x-ms-ratelimit-remaining-subscription-global-reads"),
            ""
        );
    }
}

#[test]
fn reads_run_out_and_come_back_with_the_clock() {
    let emulator = Emulator::start_with(&["--throttling"]);
    assert_eq!(
        emulator.control("GET", "settings", &Value::Null).body["throttling"],
        true
    );
    let first = emulator.get(SUBSCRIPTION).expect(200);
    assert_eq!(left(&first, "subscription-reads"), 249);
    assert_eq!(left(&first, "subscription-global-reads"), 3749);
    let refused = empty(&emulator, || emulator.get(SUBSCRIPTION), 249);
    let refused = refused.refused(429, "TooManyRequests");
    assert_eq!(refused.header("retry-after"), "1");
    assert_eq!(left(&refused, "subscription-reads"), 0);
    assert_eq!(refused.header("x-ms-failure-cause"), "gateway");
    assert!(refused.message().ends_with("https://aka.ms/arm-throttling"));
    // Other classes, other subscriptions, the tenant and other principals have their own.
    let group = format!("{SUBSCRIPTION}/resourceGroups/rg");
    let written = emulator.put(&group, &json!({ "location": "westeurope" }));
    assert_eq!(left(&written.expect(201), "subscription-writes"), 199);
    let deleted = emulator.delete(&group).expect(202);
    assert_eq!(left(&deleted, "subscription-deletes"), 199);
    assert_eq!(left(&deleted, "subscription-global-deletes"), 2999);
    assert_eq!(
        left(&emulator.get(SECOND).expect(200), "subscription-reads"),
        249
    );
    assert_eq!(left(&emulator.get("/subscriptions"), "tenant-reads"), 249);
    let reader = emulator.token_of(HOME_TENANT, READER);
    let other = emulator.arm_as(&reader, "GET", SUBSCRIPTION, &Value::Null);
    let other = other.expect(200);
    assert_eq!(left(&other, "subscription-reads"), 249);
    // The clock runs on, and 375 a second come back: how many are gone depends on the machine.
    assert!(left(&other, "subscription-global-reads") <= 3749);
    emulator.advance(2);
    let again = emulator.get(SUBSCRIPTION).expect(200);
    assert!((49..=249).contains(&left(&again, "subscription-reads")));
    emulator.set(&json!({ "throttling": true }));
    assert_eq!(left(&emulator.get(SUBSCRIPTION), "subscription-reads"), 249);
    emulator.set(&json!({ "throttling": false }));
    assert!(left(&emulator.get(SUBSCRIPTION), "subscription-reads") > 11_000);
}

#[test]
fn a_status_of_data_factory_counts_as_a_read_and_one_of_synapse_as_a_write() {
    let emulator = Emulator::start();
    let factory = emulator.factory("rg", "adf-one");
    let runtime = emulator.runtime(&factory, "ir-one");
    let workspace = emulator.workspace("rg", "one");
    let document = json!({ "properties": { "type": "SelfHosted" } });
    let there = emulator.put_there(&workspace, "ir-one", &document);
    emulator.set(&json!({ "throttling": true }));
    for (reads, action) in [(249, "getStatus"), (248, "monitoringData")] {
        let answer = emulator.post(&format!("{runtime}/{action}")).expect(200);
        assert_eq!(left(&answer, "subscription-reads"), reads, "{action}");
        assert_eq!(
            answer.header("x-ms-ratelimit-remaining-subscription-writes"),
            ""
        );
    }
    let keys = emulator
        .post(&format!("{runtime}/listAuthKeys"))
        .expect(200);
    assert_eq!(left(&keys, "subscription-writes"), 199);
    let status = emulator.post(&format!("{there}/getStatus")).expect(200);
    assert_eq!(left(&status, "subscription-writes"), 198);
}

#[test]
fn a_fault_draws_nothing() {
    let emulator = Emulator::start_with(&["--throttling"]);
    emulator
        .control("POST", "faults", &json!({ "status": 503, "times": 2 }))
        .expect(200);
    for _ in 0..2 {
        let spoiled = emulator.get(SUBSCRIPTION).expect(503);
        assert_eq!(
            spoiled.header("x-ms-ratelimit-remaining-subscription-reads"),
            ""
        );
    }
    assert_eq!(left(&emulator.get(SUBSCRIPTION), "subscription-reads"), 249);
}
