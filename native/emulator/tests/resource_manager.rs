//! Resource Manager: who is let in, and the resources around Data Factory.

use crate::common::{
    Emulator, HOME_TENANT, OTHER_SUBSCRIPTION, OTHER_TENANT, OWNER, READER, SUBSCRIPTION,
};
use serde_json::{Value, json};

#[test]
fn who_has_no_good_token_is_told_how_to_get_one() {
    let emulator = Emulator::start();
    let path = "/subscriptions?api-version=2022-12-01";
    let none = Value::Null;
    let ask = |header: &str| emulator.send("GET", path, &[("authorization", header)], &none);
    let missing = emulator
        .send("GET", path, &[], &none)
        .refused(401, "AuthenticationFailed");
    assert!(
        missing
            .header("www-authenticate")
            .starts_with("Bearer authorization_uri=\"https://127.0.0.1:")
    );
    assert_eq!(missing.header("x-ms-failure-cause"), "gateway");
    ask("Basic abc").refused(401, "AuthenticationFailedInvalidHeader");
    ask("Bearer abc").refused(401, "InvalidAuthenticationToken");
    let graph = emulator
        .sign_in(HOME_TENANT, OWNER, "https://graph.microsoft.com/.default")
        .expect(200);
    ask(&format!(
        "Bearer {}",
        graph.body["access_token"].as_str().unwrap()
    ))
    .refused(401, "InvalidAuthenticationTokenAudience");
    ask(&format!("Bearer {}", emulator.token)).expect(200);
    emulator.control("POST", "expire-tokens", &none).expect(204);
    let late =
        ask(&format!("Bearer {}", emulator.token)).refused(401, "ExpiredAuthenticationToken");
    assert!(
        late.message()
            .starts_with("The access token expiry UTC time '"),
        "{}",
        late.text
    );
    assert!(
        late.header("www-authenticate")
            .contains("error_description=\"The access token has expired.\"")
    );
    let fresh = emulator.token_of(HOME_TENANT, OWNER);
    ask(&format!("Bearer {fresh}")).expect(200);
}

#[test]
fn a_token_of_another_tenant_is_refused_with_the_right_one() {
    let emulator = Emulator::start();
    let answer = emulator
        .get(OTHER_SUBSCRIPTION)
        .refused(401, "InvalidAuthenticationTokenTenant");
    assert!(answer.message().contains(&format!(
        "must match the tenant 'https://sts.windows.net/{OTHER_TENANT}/'"
    )));
    assert!(answer.header("www-authenticate").contains(OTHER_TENANT));
    let token = emulator.token_of(OTHER_TENANT, OWNER);
    emulator
        .arm_as(&token, "GET", OTHER_SUBSCRIPTION, &Value::Null)
        .expect(200);
}

#[test]
fn a_version_must_be_given_and_known() {
    let emulator = Emulator::start();
    let token = format!("Bearer {}", emulator.token);
    let ask = |path: &str| emulator.send("GET", path, &[("authorization", &token)], &Value::Null);
    ask(SUBSCRIPTION).refused(400, "MissingApiVersionParameter");
    ask(&format!("{SUBSCRIPTION}?api-version=latest")).refused(400, "InvalidApiVersionParameter");
    let factories = format!("{SUBSCRIPTION}/providers/Microsoft.DataFactory/factories");
    let answer =
        ask(&format!("{factories}?api-version=2001-01-01")).refused(404, "InvalidResourceType");
    assert_eq!(
        answer.message(),
        "The resource type could not be found in the namespace 'Microsoft.DataFactory' for api version '2001-01-01'."
    );
}

#[test]
fn every_answer_can_be_traced_and_counted() {
    let emulator = Emulator::start();
    let headers = [
        ("x-ms-client-request-id", "abc"),
        ("x-ms-return-client-request-id", "true"),
    ];
    let token = format!("Bearer {}", emulator.token);
    let all = [headers[0], headers[1], ("authorization", token.as_str())];
    let answer = emulator.send(
        "GET",
        &format!("{SUBSCRIPTION}?api-version=2022-12-01"),
        &all,
        &Value::Null,
    );
    let id = answer.header("x-ms-request-id");
    assert_eq!(answer.header("x-ms-correlation-request-id"), id);
    assert!(answer.header("x-ms-routing-request-id").ends_with(id));
    assert_eq!(answer.header("x-ms-client-request-id"), "abc");
    assert!(
        answer
            .header("x-ms-ratelimit-remaining-subscription-reads")
            .parse::<u32>()
            .unwrap()
            > 10_000
    );
    assert_eq!(
        answer.header("content-type"),
        "application/json; charset=utf-8"
    );
    assert_eq!(
        answer.header("strict-transport-security"),
        "max-age=31536000; includeSubDomains"
    );
    assert_eq!(answer.header("cache-control"), "no-cache");
}

#[test]
fn the_cloud_describes_itself_as_itself() {
    let emulator = Emulator::start();
    let ask = |version: &str| {
        let path = format!("/metadata/endpoints?api-version={version}");
        emulator
            .send("GET", &path, &[], &Value::Null)
            .expect(200)
            .body
    };
    assert_eq!(ask("2022-09-01")[0]["resourceManager"], emulator.endpoint);
    assert_eq!(
        ask("2022-09-01")[0]["authentication"]["loginEndpoint"],
        emulator.endpoint
    );
    assert_eq!(ask("2020-06-01")["resourceManager"], emulator.endpoint);
    assert_eq!(
        ask("2015-01-01")["authentication"]["loginEndpoint"],
        format!("{}/", emulator.endpoint)
    );
}

#[test]
fn a_reader_sees_one_subscription_and_changes_nothing() {
    let emulator = Emulator::start();
    let token = emulator.token_of(HOME_TENANT, READER);
    let seen = emulator
        .arm_as(&token, "GET", "/subscriptions", &Value::Null)
        .expect(200);
    assert_eq!(seen.body["value"].as_array().unwrap().len(), 1);
    let group = format!("{SUBSCRIPTION}/resourceGroups/rg");
    let answer = emulator.arm_as(&token, "PUT", &group, &json!({ "location": "westeurope" }));
    let answer = answer.refused(403, "AuthorizationFailed");
    assert_eq!(
        answer.message(),
        format!(
            "The client '{}' with object id '77777777-7777-4777-8777-000000000001' does not have authorization to \
             perform action \
             'Microsoft.Resources/subscriptions/resourceGroups/write' over scope '{SUBSCRIPTION}/resourcegroups/rg' \
             or the scope is \
             invalid. If access was recently granted, please refresh your credentials.",
            READER.0
        )
    );
    let second = "/subscriptions/44444444-4444-4444-8444-444444444444";
    emulator
        .arm_as(&token, "GET", second, &Value::Null)
        .refused(403, "AuthorizationFailed");
}

#[test]
fn a_subscription_must_be_there_and_look_like_one() {
    let emulator = Emulator::start();
    emulator
        .get("/subscriptions/nonsense")
        .refused(400, "InvalidSubscriptionId");
    emulator
        .get("/subscriptions/12345678-1234-4234-8234-123456789012")
        .refused(404, "SubscriptionNotFound");
    let locations = emulator
        .get(&format!("{SUBSCRIPTION}/locations"))
        .expect(200)
        .body;
    let names: Vec<&Value> = locations["value"]
        .as_array()
        .unwrap()
        .iter()
        .map(|each| &each["name"])
        .collect();
    assert!(names.contains(&&json!("westeurope")));
    assert_eq!(
        emulator.get("/tenants").expect(200).body["value"][0]["tenantId"],
        HOME_TENANT
    );
}

#[test]
fn a_group_is_made_once_and_stays_where_it_is() {
    let emulator = Emulator::start();
    let path = format!("{SUBSCRIPTION}/resourcegroups/Rg-One");
    emulator.arm("HEAD", &path, &Value::Null).expect(404);
    emulator.get(&path).refused(404, "ResourceGroupNotFound");
    emulator
        .put(&path, &json!({}))
        .refused(400, "LocationRequired");
    emulator
        .put(&path, &json!({ "location": "Atlantis" }))
        .refused(400, "LocationNotAvailableForResourceGroup");
    let made = emulator
        .put(
            &path,
            &json!({ "location": "West Europe", "tags": { "a": "b" } }),
        )
        .expect(201)
        .body;
    assert_eq!(made["id"], format!("{SUBSCRIPTION}/resourceGroups/Rg-One"));
    assert_eq!(made["location"], "westeurope");
    assert_eq!(made["properties"]["provisioningState"], "Succeeded");
    let again = emulator
        .put(&path.to_lowercase(), &json!({ "location": "westeurope" }))
        .expect(200);
    assert_eq!(again.body["name"], "Rg-One");
    emulator
        .put(&path, &json!({ "location": "eastus" }))
        .refused(409, "InvalidResourceGroupLocation");
    emulator.arm("HEAD", &path, &Value::Null).expect(204);
    let patched = emulator
        .arm("PATCH", &path, &json!({ "tags": { "c": "d" } }))
        .expect(200);
    assert_eq!(patched.body["tags"], json!({ "c": "d" }));
    let found = emulator.get(&format!(
        "{SUBSCRIPTION}/resourcegroups?$filter=tagName eq 'c' and tagValue eq 'd'"
    ));
    assert_eq!(found.expect(200).body["value"][0]["name"], "Rg-One");
    emulator
        .put(
            &format!("{SUBSCRIPTION}/resourcegroups/dot."),
            &json!({ "location": "eastus" }),
        )
        .refused(400, "InvalidResourceGroup");
}

#[test]
fn a_deletion_runs_its_time_and_takes_everything_along() {
    let emulator = Emulator::start();
    let factory = emulator.factory("rg", "adf-gone");
    let group = format!("{SUBSCRIPTION}/resourcegroups/rg");
    emulator.set(&json!({ "operationSeconds": 600 }));
    let begun = emulator.delete(&group).expect(202);
    assert_eq!(begun.header("retry-after"), "15");
    assert!(begun.text.is_empty());
    let status = begun.header("location").to_owned();
    assert!(status.starts_with(&format!(
        "{}{SUBSCRIPTION}/operationresults/",
        emulator.endpoint
    )));
    let running = emulator.get(&status).expect(202);
    assert!(!running.header("location").is_empty() && !running.header("retry-after").is_empty());
    assert_eq!(
        emulator.get(&group).expect(200).body["properties"]["provisioningState"],
        "Deleting"
    );
    emulator
        .put(&group, &json!({ "location": "westeurope" }))
        .refused(409, "ResourceGroupBeingDeleted");
    emulator
        .put(&factory, &json!({ "location": "westeurope" }))
        .refused(409, "ResourceGroupBeingDeleted");

    emulator.set(&json!({ "operationSeconds": 0 }));
    let other = emulator.factory("rg-two", "adf-two");
    let begun = emulator
        .delete(&format!("{SUBSCRIPTION}/resourcegroups/rg-two"))
        .expect(202);
    assert!(
        emulator
            .get(begun.header("location"))
            .expect(200)
            .text
            .is_empty()
    );
    emulator.get(&other).refused(404, "ResourceGroupNotFound");
    emulator.factory("rg-two", "adf-three");
    emulator.get(&other).refused(404, "ResourceNotFound");
    emulator
        .delete(&format!("{SUBSCRIPTION}/resourcegroups/rg-none"))
        .refused(404, "ResourceGroupNotFound");
}

#[test]
fn data_factory_must_be_registered_first() {
    let emulator = Emulator::start();
    let provider = format!("{SUBSCRIPTION}/providers/Microsoft.DataFactory");
    assert_eq!(
        emulator.get(&provider).expect(200).body["registrationState"],
        "Registered"
    );
    emulator.set(&json!({ "providerRegistered": false, "operationSeconds": 600 }));
    let factories = format!("{provider}/factories");
    let answer = emulator
        .get(&factories)
        .refused(409, "MissingSubscriptionRegistration");
    assert_eq!(
        answer.body["error"]["details"][0]["target"],
        "Microsoft.DataFactory"
    );
    assert_eq!(
        emulator
            .post(&format!("{provider}/register"))
            .expect(200)
            .body["registrationState"],
        "Registering"
    );
    assert_eq!(
        emulator.get(&provider).expect(200).body["registrationState"],
        "Registering"
    );
    emulator
        .get(&factories)
        .refused(409, "MissingSubscriptionRegistration");
    emulator.set(&json!({ "providerRegistered": false, "operationSeconds": 0 }));
    assert_eq!(
        emulator
            .post(&format!("{provider}/register"))
            .expect(200)
            .body["registrationState"],
        "Registering"
    );
    assert_eq!(
        emulator.get(&provider).expect(200).body["registrationState"],
        "Registered"
    );
    emulator.get(&factories).expect(200);
}
