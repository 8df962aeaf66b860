//! A fleet of 50 subscriptions in which each kind of finding is planted gives exactly these findings.

use std::collections::BTreeSet;

use azir_core::fleet::finding::CATALOG;
use serde_json::json;

use super::{
    Product,
    planted::{Planted, in_days},
};

#[test]
fn a_large_fleet_gives_exactly_what_was_planted_twice() {
    let product = Product::start();
    let made = product.seed(
        &json!({ "subscriptions": 50, "factories": 8, "workspaces": 1, "accounts": 1,
        "runtimes": 6, "nodes": 2, "links": 1, "expiresInDays": 300, "stale": 1 }),
    );
    assert_eq!(made["runtimes"], 3000);
    assert_eq!(made["nodes"], 6000);
    // One factory of a subscription that may not be read, which Resource Graph shows nevertheless.
    let hidden =
        product.seed(&json!({ "factories": 1, "runtimes": 1, "nodes": 2, "forbidden": 1 }));
    let mut planted = Planted::new(&product, &made);
    planted.versions();
    planted.nodes();
    planted.links();
    let refused = hidden["forbiddenSubscriptionIds"][0].as_str().unwrap();
    let number: usize = refused.rsplit('-').next().unwrap().parse().unwrap();
    planted.expect(
        "AZIR401",
        &format!(
            "/subscriptions/{refused}/resourceGroups/rg-fleet/providers/Microsoft.DataFactory/factories/\
             adf-fleet-{number}-1"
        ),
    );
    let codes: BTreeSet<&str> = planted.findings.iter().map(|own| &own[..7]).collect();
    for rule in CATALOG {
        let code = rule.code.to_ascii_lowercase();
        assert!(codes.contains(code.as_str()), "{code} is not planted");
    }

    let before = product.path("before.json");
    let first = product.check(&json!({ "Snapshot": before }));
    // Jobs at the limit are not in the status.
    let without_load: Vec<&String> = planted
        .findings
        .iter()
        .filter(|own| !own.starts_with("azir208"))
        .collect();
    assert_eq!(first.findings().iter().collect::<Vec<_>>(), without_load);
    // Two nodes of the shared one that is gone, two of the one without nodes, one of each that has one node only.
    assert_eq!(first.report["summary"]["nodes"], 6000 - 2 - 2 - 2);

    // What is not wrong, and not as it was.
    let emulator = &product.emulator;
    let mut wanted = Vec::new();
    let mut change = |kind: &str, id: &str| {
        wanted.push(format!("{kind} {id}").to_ascii_lowercase());
    };
    let id = planted.healthy();
    planted.change(&id, |it, properties| {
        properties["state"] = "Limited".into();
        it["nodes"][1]["status"] = "Offline".into();
        it["nodes"][1]["lastConnectTime"] = in_days(-0.01).into();
    });
    // The runtime, and its node.
    change("State", &id);
    change("State", &id);
    let id = planted.healthy();
    planted.change(&id, |it, _| {
        for node in it["nodes"].as_array_mut().unwrap() {
            node["version"] = "5.60.9000.2".into();
        }
    });
    change("Version", &id);
    change("Version", &id);
    let id = planted.healthy();
    emulator.delete(&id).expect(200);
    change("Gone", &id);
    let id = planted.runtime(5, 4, "ir-new");
    let managed = json!({ "properties": { "type": "Managed", "typeProperties": {} } });
    emulator.put(&id, &managed).expect(200);
    change("New", &id);
    let id = emulator.factory("rg", "adf-new");
    change("New", &id);
    let id = planted.runtime(6, 1, "ir-6");
    let link = json!({ "name": "ir-more", "subscriptionId": "00000000-0000-4000-8000-000000000000",
        "dataFactoryName": "adf-elsewhere", "dataFactoryLocation": "westeurope" });
    emulator
        .arm("POST", &format!("{id}/linkedIntegrationRuntime"), &link)
        .expect(200);
    change("Links", &id);
    wanted.sort_unstable();

    let after = product.path("after.json");
    let second = product.check(&json!({ "Snapshot": after, "Baseline": before, "Metric": true }));
    assert_eq!(second.findings(), planted.findings);
    assert_eq!(second.changes(), wanted);

    // From the file it is the same, and nothing is asked.
    product.clear();
    let again = product.check(&json!({ "FromSnapshot": after, "Baseline": after }));
    assert_eq!(again.findings(), planted.findings);
    assert_eq!(again.changes(), [""; 0]);
    assert!(product.requests("/subscriptions").is_empty());
}
