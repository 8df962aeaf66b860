//! Linked runtimes: who may link, what a link shows, how it ends.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop where it stands, its helpers too"
)]

use crate::common::{
    CONTRIBUTOR, Emulator, OTHER_SUBSCRIPTION, OTHER_TENANT, OWNER, SUBSCRIPTION, linked_to,
};
use serde_json::{Value, json};

const DATA_FACTORY_CONTRIBUTOR: &str = "673868aa-7521-48a0-acc6-0f60742d39f5";
const READER_ROLE: &str = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
const ACCESS_DENIED: &str = "Access denied. Unable to access shared integration runtime 'ir-shared'. Please check \
    whether this resource \
                             has been granted permission by the shared integration runtime";

/// A shared runtime, the factory that will use it, and the id of the linked runtime there.
fn scene(emulator: &Emulator) -> (String, String, String) {
    let shared = emulator.runtime(&emulator.factory("rg", "adf-home"), "ir-shared");
    let guest = emulator.factory("rg", "adf-guest");
    let linked = format!("{guest}/integrationRuntimes/ir-linked");
    (shared, guest, linked)
}

fn links(emulator: &Emulator, shared: &str) -> Vec<String> {
    let status = emulator
        .post(&format!("{shared}/getStatus"))
        .expect(200)
        .body;
    let links = status["properties"]["typeProperties"]["links"]
        .as_array()
        .unwrap()
        .clone();
    links
        .iter()
        .map(|link| {
            format!(
                "{}/{}",
                link["dataFactoryName"].as_str().unwrap(),
                link["name"].as_str().unwrap()
            )
        })
        .collect()
}

#[test]
fn a_link_needs_a_role_on_the_shared_runtime() {
    let emulator = Emulator::start();
    let (shared, guest, linked) = scene(&emulator);
    let refused = emulator
        .put(&linked, &linked_to(&shared))
        .refused(401, "UnauthorizedIntegrationRuntimeAccess");
    assert_eq!(refused.message(), ACCESS_DENIED);
    emulator.get(&linked).refused(404, "NotFound");
    emulator.grant(&guest, READER_ROLE, &shared);
    emulator
        .put(&linked, &linked_to(&shared))
        .refused(401, "UnauthorizedIntegrationRuntimeAccess");
    emulator.grant(&guest, CONTRIBUTOR, &shared);
    let made = emulator.put(&linked, &linked_to(&shared)).expect(200).body;
    assert_eq!(made["properties"], linked_to(&shared)["properties"]);
    assert_eq!(links(&emulator, &shared), ["adf-guest/ir-linked"]);
}

#[test]
fn a_role_above_the_shared_runtime_will_do() {
    let emulator = Emulator::start();
    let (shared, guest, linked) = scene(&emulator);
    let home = shared.split("/integrationRuntimes/").next().unwrap();
    for (role, scope) in [
        (DATA_FACTORY_CONTRIBUTOR, home.to_owned()),
        (CONTRIBUTOR, format!("{SUBSCRIPTION}/resourceGroups/rg")),
        (CONTRIBUTOR, SUBSCRIPTION.to_owned()),
    ] {
        let grant = emulator.grant(&guest, role, &scope);
        emulator.put(&linked, &linked_to(&shared)).expect(200);
        emulator.delete(&grant).expect(200);
        emulator
            .post(&format!("{linked}/getStatus"))
            .refused(401, "UnauthorizedIntegrationRuntimeAccess");
    }
}

#[test]
fn a_linked_runtime_shows_the_status_of_the_shared_one() {
    let emulator = Emulator::start();
    let (shared, guest, linked) = scene(&emulator);
    emulator.grant(&guest, CONTRIBUTOR, &shared);
    emulator.put(&linked, &linked_to(&shared)).expect(200);
    let key = emulator.post(&format!("{shared}/listAuthKeys")).body["authKey1"].clone();
    emulator
        .control(
            "POST",
            "nodes",
            &json!({ "authKey": key, "nodeName": "node1" }),
        )
        .expect(200);
    let status = emulator
        .post(&format!("{linked}/getStatus"))
        .expect(200)
        .body;
    assert_eq!(status["name"], "ir-shared");
    assert_eq!(status["properties"]["dataFactoryName"], "adf-home");
    assert_eq!(
        status["properties"]["typeProperties"]["nodes"][0]["nodeName"],
        "node1"
    );
    let busy = emulator
        .post(&format!("{linked}/monitoringData"))
        .expect(200)
        .body;
    assert_eq!(
        (&busy["name"], &busy["nodes"][0]["nodeName"]),
        (&json!("ir-shared"), &json!("node1"))
    );
    emulator
        .post(&format!("{linked}/listAuthKeys"))
        .refused(400, "BadRequest");
}

#[test]
fn a_factory_without_identity_cannot_link() {
    let emulator = Emulator::start();
    let (shared, guest, linked) = scene(&emulator);
    emulator
        .put(&guest, &json!({ "location": "westeurope" }))
        .expect(200);
    let refused = emulator.put(&linked, &linked_to(&shared));
    let refused = refused.refused(
        400,
        "ManagedIdentityRequiredToCreateLinkedIntegrationRuntime",
    );
    assert_eq!(
        refused.message(),
        "Managed identity is required when creating linked integration runtime 'ir-linked' under 'adf-guest'. Please \
         specify a managed \
         identity via credential object."
    );
}

#[test]
fn what_is_shared_must_exist_and_be_self_hosted() {
    let emulator = Emulator::start();
    let (shared, guest, linked) = scene(&emulator);
    emulator
        .put(&linked, &linked_to(&format!("{shared}x")))
        .refused(404, "NotFound");
    emulator.grant(&guest, CONTRIBUTOR, SUBSCRIPTION);
    let azure = shared.replace("ir-shared", "ir-azure");
    let managed = json!({ "properties": { "type": "Managed", "typeProperties": {} } });
    emulator.put(&azure, &managed).expect(200);
    emulator
        .put(&linked, &linked_to(&azure))
        .refused(400, "BadRequest");
    emulator.put(&linked, &linked_to(&shared)).expect(200);
    emulator
        .put(
            &linked.replace("ir-linked", "ir-chain"),
            &linked_to(&linked),
        )
        .refused(400, "BadRequest");
}

#[test]
fn a_runtime_of_another_tenant_is_out_of_reach() {
    let emulator = Emulator::start();
    let (_, _, linked) = scene(&emulator);
    let token = emulator.token_of(OTHER_TENANT, OWNER);
    let group = format!("{OTHER_SUBSCRIPTION}/resourceGroups/rg");
    let factory = format!("{group}/providers/Microsoft.DataFactory/factories/adf-far");
    let shared = format!("{factory}/integrationRuntimes/ir-shared");
    let place = json!({ "location": "westeurope" });
    emulator.arm_as(&token, "PUT", &group, &place).expect(201);
    emulator.arm_as(&token, "PUT", &factory, &place).expect(200);
    emulator
        .arm_as(
            &token,
            "PUT",
            &shared,
            &json!({ "properties": { "type": "SelfHosted" } }),
        )
        .expect(200);
    emulator
        .put(&linked, &linked_to(&shared))
        .refused(401, "UnauthorizedIntegrationRuntimeAccess");
}

#[test]
fn removed_links_leave_the_linked_runtime_without_access() {
    let emulator = Emulator::start();
    let (shared, guest, linked) = scene(&emulator);
    emulator.grant(&guest, CONTRIBUTOR, &shared);
    emulator.put(&linked, &linked_to(&shared)).expect(200);
    let remove = |name: &str| {
        emulator.arm(
            "POST",
            &format!("{shared}/removeLinks"),
            &json!({ "factoryName": name }),
        )
    };
    let refused = emulator.delete(&shared).refused(400, "BadRequest");
    assert!(refused.message().contains("Remove the links first"));
    remove(&guest).refused(500, "InternalError");
    remove("adf-nobody").expect(200);
    assert_eq!(links(&emulator, &shared), ["adf-guest/ir-linked"]);
    assert!(remove("ADF-Guest").expect(200).text.is_empty());
    assert!(links(&emulator, &shared).is_empty());
    let status = emulator.post(&format!("{linked}/getStatus"));
    assert_eq!(
        status
            .refused(401, "UnauthorizedIntegrationRuntimeAccess")
            .message(),
        ACCESS_DENIED
    );
    emulator.get(&linked).expect(200);
    emulator.delete(&shared).expect(200);
    emulator
        .post(&format!("{linked}/getStatus"))
        .refused(404, "NotFound");
}

#[test]
fn the_link_goes_with_the_linked_runtime() {
    let emulator = Emulator::start();
    let (shared, guest, linked) = scene(&emulator);
    emulator.grant(&guest, CONTRIBUTOR, &shared);
    emulator.put(&linked, &linked_to(&shared)).expect(200);
    emulator.put(&linked, &linked_to(&shared)).expect(200);
    assert_eq!(links(&emulator, &shared).len(), 1);
    emulator.delete(&linked).expect(200);
    assert!(links(&emulator, &shared).is_empty());
}

fn by_key(key: &Value) -> Value {
    json!({ "properties": { "type": "SelfHosted", "typeProperties": { "linkedInfo": {
        "authorizationType": "key", "key": { "type": "SecureString", "value": key } } } } })
}

#[test]
fn a_key_links_too_and_is_never_shown() {
    let emulator = Emulator::start();
    let (shared, _, linked) = scene(&emulator);
    emulator
        .put(&linked, &by_key(&json!("IR@guess")))
        .refused(400, "BadRequest");
    let key = emulator.post(&format!("{shared}/listAuthKeys")).body["authKey1"].clone();
    let made = emulator.put(&linked, &by_key(&key)).expect(200).body;
    let shown = &made["properties"]["typeProperties"]["linkedInfo"]["key"];
    assert_eq!(
        shown,
        &json!({ "type": "SecureString", "value": "**********" })
    );
    assert_eq!(
        emulator
            .post(&format!("{linked}/getStatus"))
            .expect(200)
            .body["name"],
        "ir-shared"
    );
    emulator
        .arm(
            "POST",
            &format!("{shared}/regenerateAuthKey"),
            &json!({ "keyName": "authKey1" }),
        )
        .expect(200);
    emulator
        .put(&linked, &json!({ "properties": made["properties"] }))
        .expect(200);
    assert_eq!(links(&emulator, &shared), ["adf-guest/ir-linked"]);
}

#[test]
fn the_shared_side_can_write_a_link_down() {
    let emulator = Emulator::start();
    let (shared, _, _) = scene(&emulator);
    let asked = json!({ "name": "ir-linked", "subscriptionId": "33333333-3333-4333-8333-333333333333",
        "dataFactoryName": "adf-guest", "dataFactoryLocation": "West Europe" });
    let status = emulator
        .arm(
            "POST",
            &format!("{shared}/linkedIntegrationRuntime"),
            &asked,
        )
        .expect(200)
        .body;
    assert_eq!(
        status["properties"]["typeProperties"]["links"][0]["dataFactoryLocation"],
        "West Europe"
    );
    assert_eq!(links(&emulator, &shared), ["adf-guest/ir-linked"]);
}

#[test]
fn a_fresh_role_takes_its_time() {
    let emulator = Emulator::start();
    let (shared, guest, linked) = scene(&emulator);
    emulator.set(&json!({ "roleAssignmentDelaySeconds": 600 }));
    let grant = emulator.grant(&guest, CONTRIBUTOR, &shared);
    emulator
        .put(&linked, &linked_to(&shared))
        .refused(401, "UnauthorizedIntegrationRuntimeAccess");
    emulator.delete(&grant).expect(200);
    emulator.set(&json!({ "roleAssignmentDelaySeconds": 0 }));
    emulator.grant(&guest, CONTRIBUTOR, &shared);
    emulator.put(&linked, &linked_to(&shared)).expect(200);
}

#[test]
fn a_link_can_be_made_to_need_a_node_that_knows_of_sharing() {
    let emulator = Emulator::start();
    let (shared, guest, linked) = scene(&emulator);
    emulator.set(&json!({ "sharingNeedsNode": true }));
    emulator
        .put(&linked, &linked_to(&shared))
        .refused(401, "UnauthorizedIntegrationRuntimeAccess");
    emulator.grant(&guest, CONTRIBUTOR, &shared);
    let register = |name: &str, version: Option<&str>| {
        let key = emulator.post(&format!("{shared}/listAuthKeys")).body["authKey1"].clone();
        let node = json!({ "authKey": key, "nodeName": name, "version": version });
        emulator.control("POST", "nodes", &node).expect(200);
    };
    let refused = || {
        emulator
            .put(&linked, &linked_to(&shared))
            .refused(400, "SharableIntegrationRuntimeUnSupportVersion");
        emulator.get(&linked).refused(404, "NotFound");
    };
    refused();
    register("old", Some("3.7.6711.1"));
    refused();
    register("new", None);
    emulator.put(&linked, &linked_to(&shared)).expect(200);
}

#[test]
fn a_plain_put_over_a_linked_runtime_cuts_it_off_and_a_link_brings_it_back() {
    let emulator = Emulator::start();
    let (shared, guest, linked) = scene(&emulator);
    emulator.grant(&guest, CONTRIBUTOR, &shared);
    emulator.put(&linked, &linked_to(&shared)).expect(200);
    let plain = json!({ "properties": { "type": "SelfHosted" } });
    emulator.put(&linked, &plain).expect(200);
    assert!(links(&emulator, &shared).is_empty());
    let status = emulator
        .post(&format!("{linked}/getStatus"))
        .expect(200)
        .body;
    assert_eq!(status["properties"]["state"], "NeedRegistration");
    emulator.put(&linked, &linked_to(&shared)).expect(200);
    assert_eq!(links(&emulator, &shared), ["adf-guest/ir-linked"]);
}
