//! Purview accounts as resources.

use crate::common::{Emulator, SUBSCRIPTION, names};
use serde_json::json;

#[test]
fn one_is_there_from_the_start_with_what_the_service_makes() {
    let emulator = Emulator::start();
    let listed = emulator
        .get(&format!(
            "{SUBSCRIPTION}/providers/Microsoft.Purview/accounts"
        ))
        .expect(200)
        .body;
    assert_eq!(names(&listed), ["purview-emulator"]);
    let account = &listed["value"][0];
    let properties = &account["properties"];
    assert_eq!(properties["provisioningState"], "Succeeded");
    assert_eq!(properties["friendlyName"], "purview-emulator");
    let group = properties["managedResources"]["resourceGroup"]
        .as_str()
        .unwrap_or_default();
    assert!(
        group.contains("/resourceGroups/managed-rg-purview-emulator"),
        "{group}"
    );
    for (member, kind) in [
        ("storageAccount", "Microsoft.Storage/storageAccounts"),
        ("eventHubNamespace", "Microsoft.EventHub/namespaces"),
    ] {
        let id = properties["managedResources"][member]
            .as_str()
            .unwrap_or_default();
        assert!(
            id.starts_with(&format!("{group}/providers/{kind}/")),
            "{id}"
        );
    }
    let port = &emulator.ready["port"];
    for part in ["catalog", "guardian", "scan"] {
        assert_eq!(
            properties["endpoints"][part],
            format!("https://purview-emulator.purview.localhost:{port}/{part}")
        );
    }
    assert!(account["identity"]["tenantId"].is_string());
}

#[test]
fn a_put_and_a_deletion_take_their_time() {
    let emulator = Emulator::start();
    let group = format!("{SUBSCRIPTION}/resourceGroups/rg");
    emulator
        .put(&group, &json!({ "location": "westeurope" }))
        .expect(201);
    let id = format!("{group}/providers/Microsoft.Purview/accounts/Pur-One");
    emulator.set(&json!({ "operationSeconds": 60 }));
    let document = json!({ "location": "westeurope", "properties": { "managedResourceGroupName": "own",
        "friendlyName": "x" } });
    let begun = emulator.put(&id, &document).expect(201);
    assert_eq!(begun.body["properties"]["provisioningState"], "Creating");
    assert_eq!(begun.body["properties"]["friendlyName"], "Pur-One");
    emulator.get(begun.header("location")).expect(202);
    emulator.delete(&id).expect(202);
    emulator.advance(61);
    emulator.get(&id).refused(404, "ResourceNotFound");
    emulator.delete(&id).expect(204);

    emulator.set(&json!({ "operationSeconds": 0 }));
    emulator.put(&id, &document).expect(201);
    let made = emulator
        .put(
            &id,
            &json!({ "location": "westeurope",
        "properties": { "managedResourceGroupName": "other" } }),
        )
        .expect(200)
        .body;
    assert_eq!(made["properties"]["managedResourceGroupName"], "own");
    let changed = emulator
        .arm(
            "PATCH",
            &id,
            &json!({ "tags": { "a": "b" }, "properties": { "publicNetworkAccess": "Disabled" } }),
        )
        .expect(200)
        .body;
    assert_eq!(
        (
            &changed["tags"]["a"],
            &changed["properties"]["publicNetworkAccess"]
        ),
        (&json!("b"), &json!("Disabled"))
    );
}

#[test]
fn what_is_wrong_is_refused() {
    let emulator = Emulator::start();
    let group = format!("{SUBSCRIPTION}/resourceGroups/rg");
    emulator
        .put(&group, &json!({ "location": "westeurope" }))
        .expect(201);
    let at = |name: &str| format!("{group}/providers/Microsoft.Purview/accounts/{name}");
    let here = json!({ "location": "westeurope" });
    emulator
        .put(&at("pur--one"), &here)
        .refused(400, "InvalidResourceName");
    emulator
        .put(&at("purview-emulator"), &here)
        .refused(409, "AccountNameInUse");
    emulator
        .put(&at("pur-one"), &json!({}))
        .refused(400, "LocationRequired");
    emulator
        .get(&format!("{}?api-version=2018-06-01", at("pur-one")))
        .refused(404, "InvalidResourceType");
    // Its runtimes are not Resource Manager's.
    emulator.put(&at("pur-one"), &here).expect(201);
    emulator
        .get(&format!("{}/integrationRuntimes", at("pur-one")))
        .refused(404, "InvalidResourceType");
    emulator.set(&json!({ "providerRegistered": false }));
    emulator
        .get(&at("pur-one"))
        .refused(409, "MissingSubscriptionRegistration");
}
