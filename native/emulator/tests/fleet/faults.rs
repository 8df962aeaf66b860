//! Surveys in which something goes wrong in the middle: no request is lost, and none is answered twice.

use std::{
    collections::BTreeMap,
    time::{Duration, Instant},
};

use serde_json::{Value, json};

use super::Product;

fn fault(product: &Product, fault: &Value) {
    product
        .emulator
        .control("POST", "faults", fault)
        .expect(200);
}

fn with(all: &Value, more: &Value) -> Value {
    let mut arguments = all.clone();
    for (name, value) in more.as_object().unwrap() {
        arguments[name] = value.clone();
    }
    arguments
}

/// How often each status was answered with what the service says.
fn answered(product: &Product) -> BTreeMap<String, usize> {
    let mut all = BTreeMap::new();
    for own in product.requests("/getStatus") {
        if own["status"] == 200 {
            let url = own["url"].as_str().unwrap().to_ascii_lowercase();
            *all.entry(url).or_default() += 1;
        }
    }
    all
}

#[test]
fn a_token_that_expires_in_the_middle_is_renewed_once() {
    let product = Product::start();
    let all = product
        .seeded(&json!({ "factories": 10, "runtimes": 30, "nodes": 2, "expiresInDays": 300 }));
    fault(
        &product,
        &json!({ "path": "/getStatus", "times": 0, "delayMs": 20 }),
    );
    product.clear();
    std::thread::scope(|scope| {
        let work = scope.spawn(|| product.check(&all));
        let until = Instant::now() + Duration::from_secs(60);
        while product.requests("/getStatus").len() < 60 && Instant::now() < until {
            std::thread::sleep(Duration::from_millis(10));
        }
        let sent = product.requests("/getStatus").len();
        product
            .emulator
            .control("POST", "expire-tokens", &Value::Null)
            .expect(204);
        assert!(sent < 300, "{sent}");
        let checked = work.join().unwrap();
        assert_eq!(checked.findings(), [""; 0]);
        assert_eq!(checked.report["summary"]["runtimes"], 300);
        assert_eq!(checked.report["summary"]["nodes"], 600);
    });
    let answers = answered(&product);
    assert_eq!(answers.len(), 300);
    assert!(answers.values().all(|count| *count == 1), "{answers:?}");
    let refused = product
        .requests("/getStatus")
        .iter()
        .filter(|own| own["status"] == 401)
        .count();
    // No more than were on their way.
    assert!((1..=64).contains(&refused), "{refused}");
    let renewed = product.requests("/oauth2/v2.0/token");
    assert_eq!(renewed.len(), 1, "{renewed:?}");
}

#[test]
fn resource_graph_and_resource_manager_refuse_in_the_middle_and_nothing_is_lost() {
    let product = Product::start();
    let all = product.seeded(
        &json!({ "subscriptions": 3, "factories": 10, "runtimes": 4, "nodes": 2,
        "expiresInDays": 300, "links": 1, "stale": 2 }),
    );
    let soon = json!({ "Retry-After": "1" });
    for (path, skip, times) in [
        ("/resourceGraph/", 0, 1),
        ("/factories/.*/integrationRuntimes\\?", 7, 3),
        ("/getStatus", 20, 5),
        ("/getStatus", 60, 5),
    ] {
        let path = path.replace("/resourceGraph/", "Microsoft\\.ResourceGraph/resources");
        let more = if path.contains("Graph") {
            json!({ "x-ms-user-quota-remaining": "0", "x-ms-user-quota-resets-after": "00:00:01" })
        } else {
            soon.clone()
        };
        fault(
            &product,
            &json!({ "path": path, "skip": skip, "times": times, "status": 429, "headers": more }),
        );
    }
    product.clear();
    let checked = product.check(&all);
    assert_eq!(checked.findings(), [""; 0]);
    assert_eq!(checked.report["summary"]["runtimes"], 120 + 27);
    let answers = answered(&product);
    assert_eq!(answers.len(), 120);
    assert!(answers.values().all(|count| *count == 1), "{answers:?}");
    let throttled = |part: &str| {
        let all = product.requests(part);
        all.iter().filter(|own| own["status"] == 429).count()
    };
    assert_eq!(throttled("/getStatus"), 10);
    assert_eq!(throttled("ResourceGraph"), 1);
    // Those that Resource Graph still shows are gone, which is no finding.
    let said = checked.messages("verbose");
    assert_eq!(
        said.iter()
            .filter(|text| text.contains(" is gone;"))
            .count(),
        6,
        "{said:?}"
    );
}

#[test]
fn the_rest_of_a_survey_that_failed_in_parts_is_read_later() {
    let product = Product::start();
    let all =
        product.seeded(&json!({ "factories": 6, "runtimes": 4, "nodes": 2, "expiresInDays": 300 }));
    for (path, status) in [
        ("-2/integrationRuntimes\\?", 503),
        ("-4/.*/ir-3/getStatus", 502),
    ] {
        let path = format!("adf-fleet-[0-9]+{path}");
        fault(
            &product,
            &json!({ "path": path, "status": status, "times": 0 }),
        );
    }
    fault(
        &product,
        &json!({ "path": "adf-fleet-[0-9]+-5/.*/ir-1/getStatus", "times": 0, "status": 403, "body":
            json!({ "error": { "code": "AuthorizationFailed", "message": "May not." } }).to_string() }),
    );
    let snapshot = product.path("fleet.json");
    let first = product.check(&with(&all, &json!({ "Snapshot": snapshot })));
    assert_eq!(first.findings().len(), 3);
    let hint = "To continue, run the same command with -Snapshot";
    let said = first.messages("warning");
    assert!(said.iter().any(|text| text.contains(hint)), "{said:?}");

    product.emulator.control("DELETE", "faults", &Value::Null);
    product.clear();
    let second = product.check(&with(
        &all,
        &json!({ "Snapshot": snapshot, "Resume": true }),
    ));
    assert_eq!(second.findings(), [""; 0]);
    assert_eq!(second.report["summary"]["runtimes"], 24);
    // The three factories in which something was not read, and no other.
    assert_eq!(product.requests("/integrationRuntimes?").len(), 3);
    assert_eq!(product.requests("/getStatus").len(), 12);
    assert!(second.messages("warning").is_empty());

    // A refusal for lack of rights does not pass by itself.
    product.clear();
    let third = product.check(&with(
        &all,
        &json!({ "Snapshot": snapshot, "Resume": true }),
    ));
    assert!(third.messages("warning")[0].contains("nothing to continue"));
    assert_eq!(product.requests("/getStatus").len(), 24);
}
