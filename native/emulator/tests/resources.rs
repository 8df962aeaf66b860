//! Linked services of a factory, and the list of all resources.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop where it stands, its helpers too"
)]

use crate::common::{Emulator, HOME_TENANT, READER, SUBSCRIPTION, names};
use serde_json::{Value, json};

fn storage(via: Option<&str>) -> Value {
    let mut document = json!({ "properties": { "type": "AzureBlobStorage", "annotations": [], "typeProperties": {
        "connectionString": "DefaultEndpointsProtocol=https;AccountName=lake",
        "accountKey": { "type": "SecureString", "value": "planted-secret" } } } });
    if let Some(name) = via {
        document["properties"]["connectVia"] =
            json!({ "type": "IntegrationRuntimeReference", "referenceName": name });
    }
    document
}

#[test]
fn a_credential_is_put_shown_listed_and_removed() {
    let emulator = Emulator::start();
    let factory = emulator.factory("rg", "adf-one");
    let id = format!("{factory}/credentials/cred-one");
    let identity = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.ManagedIdentity/\
                    userAssignedIdentities/one";
    let body = json!({ "properties": { "type": "ManagedIdentity",
        "typeProperties": { "resourceId": identity } } });
    emulator.get(&id).refused(404, "NotFound");
    let made = emulator.put(&id, &body).expect(200).body;
    assert_eq!(
        (&made["id"], &made["type"], &made["properties"]),
        (
            &json!(id),
            &json!("Microsoft.DataFactory/factories/credentials"),
            &body["properties"]
        )
    );
    assert_eq!(emulator.get(&id).expect(200).body, made);
    let all = emulator
        .get(&format!("{factory}/credentials"))
        .expect(200)
        .body;
    assert_eq!(names(&all), ["cred-one"]);
    // It is no linked service of this name.
    emulator
        .get(&format!("{factory}/linkedservices/cred-one"))
        .refused(404, "NotFound");
    emulator
        .put(&id, &json!({ "properties": {} }))
        .refused(400, "BadRequest");
    emulator.delete(&id).expect(200);
    emulator.delete(&id).expect(204);
}

#[test]
fn a_linked_service_is_put_shown_listed_and_removed() {
    let emulator = Emulator::start();
    let factory = emulator.factory("rg", "adf-one");
    let id = format!("{factory}/linkedservices/Lake One");
    emulator.get(&id).refused(404, "NotFound");
    let made = emulator.put(&id, &storage(None)).expect(200);
    assert!(!made.text.contains("planted-secret"), "{}", made.text);
    assert_eq!(made.body["name"], "Lake One");
    assert_eq!(
        made.body["type"],
        "Microsoft.DataFactory/factories/linkedservices"
    );
    assert_eq!(made.body["id"], id);
    assert_eq!(
        made.body["properties"]["typeProperties"]["accountKey"]["value"],
        "**********"
    );
    let etag = made.body["etag"].as_str().unwrap();
    emulator
        .arm_with(("if-none-match", etag), "GET", &id, &Value::Null)
        .expect(304);
    emulator
        .arm_with(("if-match", "other"), "PUT", &id, &storage(None))
        .refused(412, "PreconditionFailed");
    let again = emulator
        .arm_with(("if-match", etag), "PUT", &id, &made.body)
        .expect(200);
    assert_ne!(again.body["etag"], made.body["etag"]);
    emulator.set(&json!({ "pageSize": 1 }));
    emulator
        .put(&format!("{factory}/linkedServices/two"), &storage(None))
        .expect(200);
    let first = emulator
        .get(&format!("{factory}/linkedservices"))
        .expect(200)
        .body;
    assert_eq!(names(&first), ["Lake One"]);
    let next = emulator
        .get(first["nextLink"].as_str().unwrap())
        .expect(200)
        .body;
    assert_eq!(
        (names(&next), &next["nextLink"]),
        (vec!["two"], &Value::Null)
    );
    emulator.delete(&id).expect(200);
    emulator.delete(&id).expect(204);

    let at = |name: &str| format!("{factory}/linkedservices/{name}");
    for (name, document) in [
        ("a.b", storage(None)),
        ("one", json!({ "properties": {} })),
        ("one", json!({})),
        ("one", storage(Some("ir-nowhere"))),
    ] {
        emulator
            .put(&at(name), &document)
            .refused(400, "BadRequest");
    }
    let reader = emulator.token_of(HOME_TENANT, READER);
    emulator
        .arm_as(&reader, "GET", &at("two"), &Value::Null)
        .expect(200);
    emulator
        .arm_as(&reader, "PUT", &at("two"), &storage(None))
        .refused(403, "AuthorizationFailed");
    emulator.delete(&factory).expect(200);
    emulator.get(&at("two")).refused(404, "ResourceNotFound");
}

#[test]
fn a_runtime_stays_while_a_linked_service_connects_through_it() {
    let emulator = Emulator::start();
    let factory = emulator.factory("rg", "adf-one");
    let runtime = emulator.runtime(&factory, "ir-one");
    let service = format!("{factory}/linkedservices/lake");
    emulator.put(&service, &storage(Some("IR-One"))).expect(200);
    let refused = emulator.delete(&runtime).refused(400, "BadRequest");
    assert_eq!(
        refused.message(),
        "The document cannot be deleted since it is referenced by lake."
    );
    emulator
        .put(&service, &storage(Some("AutoResolveIntegrationRuntime")))
        .expect(200);
    emulator.delete(&runtime).expect(200);
}

#[test]
fn all_resources_are_in_one_list_that_filters_narrow() {
    let emulator = Emulator::start();
    let factory = emulator.factory("rg", "adf-one");
    emulator.factory("other", "adf-two");
    let tagged = json!({ "location": "West Europe", "tags": { "env": "prod" } });
    emulator.put(&factory, &tagged).expect(200);
    let all = format!("{SUBSCRIPTION}/resources");
    let list = |query: &str| {
        let path = format!("{all}?api-version=2021-04-01{query}");
        let mut found: Vec<String> = names(&emulator.get(&path).expect(200).body)
            .into_iter()
            .map(str::to_owned)
            .collect();
        found.sort();
        found
    };
    assert_eq!(
        list(""),
        ["adf-one", "adf-two", "purview-emulator", "synapse-emulator"]
    );
    let factories = "&$filter=resourceType eq 'microsoft.datafactory/factories'";
    assert_eq!(list(factories), ["adf-one", "adf-two"]);
    assert_eq!(
        list(&format!("{factories} and name eq 'ADF-One'")),
        ["adf-one"]
    );
    assert_eq!(list("&$filter=substringof('emul', name)").len(), 2);
    assert_eq!(list("&$filter=resourceGroup eq 'OTHER'"), ["adf-two"]);
    let tag = "&$filter=tagName eq 'env' and tagValue eq 'prod'";
    assert_eq!(list(tag), ["adf-one"]);
    assert_eq!(
        list("&$filter=tagName eq 'env' and tagValue eq 'dev'"),
        [""; 0]
    );
    assert_eq!(
        list(&format!("{factories} and location ne 'westeurope'")),
        [""; 0]
    );
    emulator
        .get(&format!("{all}?$filter=color eq 'red'"))
        .refused(400, "InvalidFilterInQueryString");

    let group = format!("{SUBSCRIPTION}/resourceGroups/rg/resources");
    let shown = emulator.get(&group).expect(200).body;
    assert_eq!(names(&shown), ["adf-one"]);
    let one = &shown["value"][0];
    assert_eq!(one["id"], factory);
    assert_eq!(one["type"], "Microsoft.DataFactory/factories");
    assert_eq!(one["location"], "westeurope");
    assert_eq!(one["tags"], json!({ "env": "prod" }));
    assert_eq!(one["properties"], Value::Null);
    emulator
        .get(&group.replace("/rg/", "/nowhere/"))
        .refused(404, "ResourceGroupNotFound");

    let first = emulator.get(&format!("{all}?$top=3")).expect(200).body;
    let next = emulator
        .get(first["nextLink"].as_str().unwrap())
        .expect(200);
    assert_eq!(names(&first).len() + names(&next.body).len(), 4);
}

#[test]
fn providers_are_shown_to_the_tenant_and_the_subscription() {
    let emulator = Emulator::start();
    let provider = emulator
        .get("/providers/Microsoft.DataFactory")
        .expect(200)
        .body;
    assert_eq!(provider["namespace"], "Microsoft.DataFactory");
    assert_eq!(provider["registrationState"], Value::Null);
    let types: Vec<&str> = provider["resourceTypes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|each| each["resourceType"].as_str().unwrap())
        .collect();
    assert_eq!(
        types,
        [
            "factories",
            "factories/integrationRuntimes",
            "factories/linkedservices"
        ]
    );
    emulator
        .get("/providers/Microsoft.Nothing")
        .refused(404, "InvalidResourceNamespace");
    let all = emulator.get("/providers").expect(200).body;
    assert_eq!(all["value"].as_array().unwrap().len(), 5);
    let id = format!("{SUBSCRIPTION}/providers/Microsoft.Synapse");
    assert_eq!(emulator.get(&id).body["registrationState"], "Registered");
    emulator.post(&format!("{id}/register")).expect(200);
}
