//! Data factories.

use crate::common::{Emulator, OTHER_TENANT, OWNER, SUBSCRIPTION};
use serde_json::{Value, json};

#[test]
fn a_factory_comes_back_as_it_was_put_in() {
    let emulator = Emulator::start();
    let id = emulator.factory("Rg", "Adf-One");
    let body = emulator.get(&id.to_lowercase()).expect(200).body;
    assert_eq!(body["id"], id);
    assert_eq!(body["name"], "Adf-One");
    assert_eq!(body["type"], "Microsoft.DataFactory/factories");
    assert_eq!(body["location"], "West Europe");
    assert_eq!(body["properties"]["provisioningState"], "Succeeded");
    assert_eq!(body["properties"]["version"], "2018-06-01");
    assert_eq!(body["identity"]["type"], "SystemAssigned");
    assert_eq!(body["identity"]["tenantId"], crate::common::HOME_TENANT);
    assert_eq!(body["tags"], json!({}));
    let etag = body["eTag"].as_str().unwrap();
    assert!(etag.starts_with('"') && etag.ends_with('"'), "{etag}");
}

#[test]
fn a_factory_needs_no_properties_and_no_version_of_2017() {
    let emulator = Emulator::start();
    let id = emulator.factory("rg", "adf-one");
    for document in [
        json!({ "location": "westeurope" }),
        json!({ "location": "westeurope", "properties": null }),
        json!({ "location": "westeurope", "properties": {} }),
    ] {
        let made = emulator.put(&id, &document).expect(200).body;
        assert_eq!(made["properties"]["provisioningState"], "Succeeded");
    }
    // The preview answers in shapes of its own: it is not served, and not listed.
    let old = emulator.get(&format!("{id}?api-version=2017-09-01-preview"));
    let old = old.refused(404, "InvalidResourceType");
    assert!(old.message().contains("2017-09-01-preview"));
    let provider = emulator.get(&format!("{SUBSCRIPTION}/providers/Microsoft.DataFactory"));
    assert_eq!(
        provider.expect(200).body["resourceTypes"][0]["apiVersions"],
        json!(["2018-06-01"])
    );
}

#[test]
fn a_second_put_keeps_the_identity_and_changes_the_version() {
    let emulator = Emulator::start();
    let id = emulator.factory("rg", "adf-one");
    let runtime = emulator.runtime(&id, "ir-one");
    let before = emulator.get(&id).body;
    let document = json!({ "location": "westeurope", "identity": { "type": "SystemAssigned" }, "tags": { "a": "b" },
        "properties": { "publicNetworkAccess": "Disabled" }, "zones": ["1"] });
    let after = emulator.put(&id, &document).expect(200).body;
    assert_eq!(after["identity"], before["identity"]);
    assert_ne!(after["eTag"], before["eTag"]);
    assert_eq!(after["tags"], json!({ "a": "b" }));
    assert_eq!(after["properties"]["publicNetworkAccess"], "Disabled");
    assert_eq!(
        after["properties"]["createTime"],
        before["properties"]["createTime"]
    );
    assert_eq!(after["zones"], json!(["1"]));
    emulator.get(&runtime).expect(200);
}

#[test]
fn versions_guard_reads_and_writes() {
    let emulator = Emulator::start();
    let id = emulator.factory("rg", "adf-one");
    let etag = emulator.get(&id).body["eTag"].as_str().unwrap().to_owned();
    let document = json!({ "location": "westeurope" });
    let known = emulator
        .arm_with(("if-none-match", &etag), "GET", &id, &Value::Null)
        .expect(304);
    assert!(known.text.is_empty());
    emulator
        .arm_with(("if-none-match", "*"), "GET", &id, &Value::Null)
        .expect(304);
    emulator
        .arm_with(("if-match", "\"other\""), "PUT", &id, &document)
        .refused(412, "PreconditionFailed");
    emulator
        .arm_with(("if-match", "*"), "PUT", &id, &document)
        .expect(200);
    let before = etag;
    let etag = emulator.get(&id).body["eTag"].as_str().unwrap().to_owned();
    assert_ne!(etag, before);
    emulator
        .arm_with(("if-match", &etag), "PUT", &id, &document)
        .expect(200);
    emulator
        .arm_with(("if-none-match", &etag), "GET", &id, &Value::Null)
        .expect(200);
    let absent = id.replace("adf-one", "adf-two");
    for version in ["*", &etag] {
        emulator
            .arm_with(("if-match", version), "PUT", &absent, &document)
            .refused(412, "PreconditionFailed");
    }
    emulator.get(&absent).refused(404, "ResourceNotFound");
}

#[test]
fn a_name_is_taken_once_in_all_the_world() {
    let emulator = Emulator::start();
    emulator.factory("rg", "adf-one");
    let group = format!("{SUBSCRIPTION}/resourceGroups/rg-two");
    emulator
        .put(&group, &json!({ "location": "westeurope" }))
        .expect(201);
    let at = |name: &str| format!("{group}/providers/Microsoft.DataFactory/factories/{name}");
    let document = json!({ "location": "westeurope" });
    emulator
        .put(&at("ADF-One"), &document)
        .refused(409, "DataFactoryNameInUse");
    for name in ["ab", "a--b", "a_b", "-ab", &"a".repeat(64)] {
        emulator
            .put(&at(name), &document)
            .refused(400, "InvalidResourceName");
    }
    emulator
        .put(&at("adf-three"), &json!({ "location": "Atlantis" }))
        .refused(400, "LocationNotAvailableForResourceType");
    emulator.put(&at("adf-three"), &document).expect(200);
    emulator
        .put(&at("adf-three"), &json!({ "location": "eastus" }))
        .refused(409, "InvalidResourceLocation");
}

#[test]
fn factories_are_listed_by_group_and_by_subscription_in_pages() {
    let emulator = Emulator::start();
    for (group, name) in [("rg-a", "adf-a1"), ("rg-a", "adf-a2"), ("rg-b", "adf-b1")] {
        emulator.factory(group, name);
    }
    emulator.set(&json!({ "pageSize": 2 }));
    let all = format!("{SUBSCRIPTION}/providers/Microsoft.DataFactory/factories");
    let first = emulator.get(&all).expect(200).body;
    assert_eq!(first["value"].as_array().unwrap().len(), 2);
    let next = first["nextLink"].as_str().unwrap();
    assert!(
        next.starts_with(&emulator.endpoint) && next.contains("api-version=2018-06-01"),
        "{next}"
    );
    let second = emulator.get(next).expect(200).body;
    assert_eq!(second["value"][0]["name"], "adf-b1");
    assert!(second.get("nextLink").is_none());
    let group =
        format!("{SUBSCRIPTION}/resourcegroups/RG-A/providers/Microsoft.DataFactory/factories");
    assert_eq!(
        emulator.get(&group).expect(200).body["value"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
    emulator
        .get(&group.replace("RG-A", "rg-none"))
        .refused(404, "ResourceGroupNotFound");
}

#[test]
fn identities_come_and_go() {
    let emulator = Emulator::start();
    let id = emulator.factory("rg", "adf-one");
    let user = format!(
        "{SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/me"
    );
    let both = json!({ "identity": { "type": "SystemAssigned,UserAssigned",
        "userAssignedIdentities": { (&user): {} } } });
    let patched = emulator.arm("PATCH", &id, &both).expect(200).body;
    assert!(patched["identity"]["userAssignedIdentities"][&user]["principalId"].is_string());
    assert!(patched["identity"]["principalId"].is_string());
    let bare = emulator
        .put(&id, &json!({ "location": "westeurope" }))
        .expect(200)
        .body;
    assert!(bare.get("identity").is_none());
}

#[test]
fn a_deleted_factory_takes_its_runtimes_along() {
    let emulator = Emulator::start();
    let id = emulator.factory("rg", "adf-one");
    let runtime = emulator.runtime(&id, "ir-one");
    assert!(emulator.delete(&id).expect(200).text.is_empty());
    emulator.delete(&id).expect(204);
    let answer = emulator.get(&id).refused(404, "ResourceNotFound");
    assert_eq!(
        answer.message(),
        "The Resource 'Microsoft.DataFactory/factories/adf-one' under resource group 'rg' was not found. For more \
         details please go to \
         https://aka.ms/ARMResourceNotFoundFix"
    );
    emulator.get(&runtime).refused(404, "ResourceNotFound");
    emulator
        .put(&runtime, &json!({ "properties": { "type": "SelfHosted" } }))
        .refused(404, "ParentResourceNotFound");
}

#[test]
fn a_deleted_factory_leaves_its_links_behind_without_effect() {
    let emulator = Emulator::start();
    let home = emulator.factory("rg", "adf-home");
    let shared = emulator.runtime(&home, "ir-shared");
    let guest = emulator.factory("rg", "adf-guest");
    let second = emulator.factory("rg", "adf-second");
    let linked = format!("{guest}/integrationRuntimes/ir-linked");
    let other = format!("{second}/integrationRuntimes/ir-linked");
    for (factory, id) in [(&guest, &linked), (&second, &other)] {
        emulator.grant(factory, crate::common::CONTRIBUTOR, &shared);
        emulator
            .put(id, &crate::common::linked_to(&shared))
            .expect(200);
    }
    let packages = emulator.packages(&home, "ir-packages");
    emulator.post(&format!("{packages}/start")).expect(202);

    emulator.delete(&second).expect(200);
    let links = emulator.status(&shared)["typeProperties"]["links"].clone();
    assert_eq!(links.as_array().unwrap().len(), 1);
    assert_eq!(links[0]["dataFactoryName"], "adf-guest");

    emulator.delete(&home).expect(200);
    emulator.get(&linked).expect(200);
    emulator
        .post(&format!("{linked}/getStatus"))
        .refused(404, "NotFound");
    emulator.delete(&linked).expect(200);
}

#[test]
fn an_identity_belongs_to_the_tenant_of_its_subscription() {
    let emulator = Emulator::start();
    let token = emulator.token_of(OTHER_TENANT, OWNER);
    let group = format!("{}/resourceGroups/rg", crate::common::OTHER_SUBSCRIPTION);
    emulator
        .arm_as(&token, "PUT", &group, &json!({ "location": "westeurope" }))
        .expect(201);
    let id = format!("{group}/providers/Microsoft.DataFactory/factories/adf-far");
    let document = json!({ "location": "westeurope", "identity": { "type": "SystemAssigned" } });
    let made = emulator
        .arm_as(&token, "PUT", &id, &document)
        .expect(200)
        .body;
    assert_eq!(made["identity"]["tenantId"], OTHER_TENANT);
}
