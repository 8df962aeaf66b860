//! Resource Graph: queries, pages, quota, scopes, and fleets to ask about.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop where it stands, its helpers too"
)]

use crate::common::{Answer, Emulator, HOME_TENANT, READER, SUBSCRIPTION};
use serde_json::{Value, json};

const PATH: &str = "/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01";
const ALL: &str = "resources
| where type in ('microsoft.datafactory/factories', 'microsoft.synapse/workspaces', 'microsoft.purview/accounts')
| project id, name, type, location, resourceGroup, subscriptionId, tenantId, identity, tags,
          repo = properties.repoConfiguration, workspaceRepo = properties.workspaceRepositoryConfiguration,
          endpoints = properties.endpoints
| order by id asc";

fn ask(emulator: &Emulator, query: &str, more: &Value) -> Answer {
    let mut body = json!({ "query": query });
    for (name, value) in more.as_object().into_iter().flatten() {
        body[name] = value.clone();
    }
    emulator.arm("POST", PATH, &body)
}

fn refused(answer: Answer, inner: &str) {
    let answer = answer.refused(400, "BadRequest");
    let details = &answer.body["error"]["details"];
    assert_eq!(details[0]["code"], inner, "{}", answer.text);
}

#[test]
fn the_resources_of_all_services_are_found() {
    let emulator = Emulator::start();
    let repository = json!({ "type": "FactoryGitHubConfiguration", "accountName": "contoso",
        "repositoryName": "pipes", "collaborationBranch": "main", "rootFolder": "/" });
    let factory = emulator.factory("RG", "Adf-One");
    let document = json!({ "location": "West Europe", "identity": { "type": "SystemAssigned" },
        "tags": { "env": "prod" }, "properties": { "repoConfiguration": repository } });
    emulator.put(&factory, &document).expect(200);
    emulator.runtime(&factory, "ir-one");
    let answer = ask(
        &emulator,
        ALL,
        &json!({ "options": { "resultFormat": "objectArray" } }),
    );
    let body = answer.expect(200).body;
    assert_eq!(
        (&body["totalRecords"], &body["count"]),
        (&json!(3), &json!(3))
    );
    assert_eq!(body["resultTruncated"], "false");
    let one = body["data"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["name"] == "Adf-One")
        .unwrap();
    assert_eq!(one["id"], factory);
    assert_eq!(one["type"], "microsoft.datafactory/factories");
    assert_eq!(one["resourceGroup"], "rg");
    assert_eq!(one["location"], "westeurope");
    assert_eq!(one["tenantId"], HOME_TENANT);
    assert_eq!(one["repo"], repository);
    assert_eq!(one["endpoints"], Value::Null);
    assert!(one["identity"]["principalId"].is_string());
    let purview = &body["data"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["name"] == "purview-emulator");
    assert!(purview.unwrap()["endpoints"]["scan"].is_string());

    for (query, count) in [
        (
            "resources | where type =~ 'Microsoft.DataFactory/factories'",
            1,
        ),
        (
            "resources | where type == 'Microsoft.DataFactory/factories'",
            0,
        ),
        (
            "Resources | where subscriptionId == '33333333-3333-4333-8333-333333333333' | limit 2",
            2,
        ),
        (
            "resources | where subscriptionId in~ ('44444444-4444-4444-8444-444444444444')",
            0,
        ),
        (
            "resources | where name contains 'EMULATOR' or name startswith 'adf' and location != 'eastus'",
            3,
        ),
        // No runtime is in the graph.
        ("resources | where type contains 'integrationruntimes'", 0),
    ] {
        let body = ask(&emulator, query, &Value::Null).expect(200).body;
        assert_eq!(body["count"], count, "{query}");
    }
}

#[test]
fn what_is_no_query_is_refused() {
    let emulator = Emulator::start();
    refused(
        ask(&emulator, "resources | summarize count()", &Value::Null),
        "ParserFailure",
    );
    refused(
        ask(&emulator, "containers | limit 1", &Value::Null),
        "ParserFailure",
    );
    refused(ask(&emulator, "", &Value::Null), "InvalidQuery");
    refused(
        ask(&emulator, ALL, &json!({ "options": { "$top": 1001 } })),
        "InvalidOptions",
    );
    let text = [("authorization", format!("Bearer {}", emulator.token))];
    let text = [
        (text[0].0, text[0].1.as_str()),
        ("content-type", "text/plain"),
    ];
    emulator.send("POST", PATH, &text, &Value::Null).expect(500);
    emulator
        .arm(
            "POST",
            &PATH.replace("2024-04-01", "2018-09-01-preview"),
            &json!({ "query": ALL }),
        )
        .refused(404, "InvalidResourceType");
}

#[test]
fn a_role_on_one_subscription_shows_that_one_only() {
    let emulator = Emulator::start();
    emulator.factory("rg", "adf-one");
    let reader = emulator.token_of(HOME_TENANT, READER);
    emulator.put(
        "/subscriptions/44444444-4444-4444-8444-444444444444/resourceGroups/rg",
        &json!({ "location": "westeurope" }),
    );
    let there = "/subscriptions/44444444-4444-4444-8444-444444444444/resourceGroups/rg\
                 /providers/Microsoft.DataFactory/factories/adf-there";
    emulator
        .put(there, &json!({ "location": "westeurope" }))
        .expect(200);
    let count = |token: &str| {
        emulator
            .arm_as(token, "POST", PATH, &json!({ "query": ALL }))
            .expect(200)
            .body["count"]
            .clone()
    };
    assert_eq!(
        (count(&emulator.token), count(&reader)),
        (json!(4), json!(3))
    );
}

#[test]
fn who_may_do_what_is_in_a_table_of_its_own() {
    let emulator = Emulator::start();
    let factory = emulator.factory("rg", "adf-one");
    let shared = emulator.runtime(&factory, "ir-one");
    let guest = emulator.factory("rg", "adf-two");
    let given = emulator.grant(&guest, crate::common::CONTRIBUTOR, &shared);
    let query = "authorizationresources | where type =~ 'microsoft.authorization/roleassignments'
        | where tostring(properties.scope) contains '/integrationruntimes/'
          or tostring(properties.scope) contains 'x/y/'
        | project id, scope = tostring(properties.scope), principalId = tostring(properties.principalId),
          role = tostring(properties.roleDefinitionId)";
    let body = ask(&emulator, query, &Value::Null).expect(200).body;
    assert_eq!(body["count"], 1, "{body}");
    let row = &body["data"][0];
    assert_eq!((&row["id"], &row["scope"]), (&json!(given), &json!(shared)));
    assert!(
        row["role"]
            .as_str()
            .unwrap()
            .ends_with(crate::common::CONTRIBUTOR)
    );
}

#[test]
fn pages_go_on_with_a_token_and_only_with_an_id() {
    let emulator = Emulator::start();
    let fleet = json!({ "fleet": { "subscriptions": 2, "factories": 6, "runtimes": 0 } });
    emulator.control("POST", "seed", &fleet).expect(200);
    let query =
        "resources | where name startswith 'adf-fleet' | project id, name | order by id asc";
    let mut seen = Vec::new();
    let mut options = json!({ "$top": 5 });
    loop {
        let body = ask(&emulator, query, &json!({ "options": options }))
            .expect(200)
            .body;
        assert_eq!(
            (&body["totalRecords"], &body["resultTruncated"]),
            (&json!(12), &json!("false"))
        );
        let rows = body["data"].as_array().unwrap().iter();
        seen.extend(rows.map(|row| row["id"].as_str().unwrap().to_owned()));
        if body["$skipToken"].is_null() {
            break;
        }
        options = json!({ "$top": 5, "$skipToken": body["$skipToken"] });
    }
    let mut sorted = seen.clone();
    sorted.sort();
    sorted.dedup();
    assert_eq!((seen.len(), &seen), (12, &sorted));
    let other = ask(&emulator, ALL, &json!({ "options": options }));
    refused(other, "InvalidSkipToken");

    let nameless = "resources | where name startswith 'adf-fleet' | project name";
    let body = ask(&emulator, nameless, &json!({ "options": { "$top": 5 } }))
        .expect(200)
        .body;
    assert_eq!(
        (&body["resultTruncated"], &body["$skipToken"]),
        (&json!("true"), &Value::Null)
    );
    let table = json!({ "options": { "$top": 5, "$skip": 10, "resultFormat": "table" } });
    let body = ask(&emulator, query, &table).expect(200).body;
    assert_eq!(
        body["data"]["columns"][1],
        json!({ "name": "name", "type": "string" })
    );
    assert_eq!(body["data"]["rows"].as_array().unwrap().len(), 2);
}

#[test]
fn scopes_are_subscriptions_or_management_groups() {
    let emulator = Emulator::start();
    let fleet = json!({ "fleet": { "subscriptions": 3, "factories": 1, "runtimes": 0,
        "managementGroup": "mg-fleet" } });
    let made = emulator.control("POST", "seed", &fleet).expect(200).body;
    let one = made["subscriptionIds"][0].clone();
    let query = "resources | where type =~ 'microsoft.datafactory/factories' | project id";
    let count = |more: &Value| ask(&emulator, query, more).expect(200).body["count"].clone();
    assert_eq!(count(&Value::Null), 3);
    assert_eq!(count(&json!({ "subscriptions": [one] })), 1);
    assert_eq!(count(&json!({ "managementGroups": ["MG-Fleet"] })), 3);
    assert_eq!(count(&json!({ "managementGroups": [HOME_TENANT] })), 3);
    let both = json!({ "subscriptions": [one], "managementGroups": ["mg-fleet"] });
    refused(ask(&emulator, query, &both), "InvalidScope");
    refused(
        ask(
            &emulator,
            query,
            &json!({ "managementGroups": ["mg-none"] }),
        ),
        "InvalidScope",
    );
    let nobody = json!({ "subscriptions": ["55555555-5555-4555-8555-555555555555"] });
    refused(
        ask(&emulator, query, &nobody),
        "NoValidSubscriptionsInQueryRequest",
    );
    emulator.set(&json!({ "graphSubscriptionLimit": 3 }));
    let cut = ask(&emulator, query, &Value::Null).expect(200);
    assert_eq!(cut.header("x-ms-tenant-subscription-limit-hit"), "true");
}

#[test]
fn the_quota_counts_down_and_refuses_at_its_end() {
    let emulator = Emulator::start();
    let first = ask(&emulator, ALL, &Value::Null).expect(200);
    assert_eq!(first.header("x-ms-user-quota-remaining"), "14");
    assert_eq!(first.header("x-ms-user-quota-resets-after"), "00:00:05");
    for _ in 0..20 {
        ask(&emulator, ALL, &Value::Null).expect(200);
    }
    emulator.set(&json!({ "throttling": true }));
    for left in (0..15).rev() {
        let answer = ask(&emulator, ALL, &Value::Null).expect(200);
        assert_eq!(answer.header("x-ms-user-quota-remaining"), left.to_string());
    }
    let refused = ask(&emulator, ALL, &Value::Null).refused(429, "RateLimiting");
    assert_eq!(refused.header("x-ms-user-quota-remaining"), "0");
    assert!(
        refused
            .header("x-ms-user-quota-resets-after")
            .starts_with("00:00:0")
    );
    assert_eq!(refused.body["error"]["details"][0]["code"], "RateLimiting");
    // Resource Manager's own buckets are untouched, and its reads go on.
    emulator.get(SUBSCRIPTION).expect(200);
    emulator.advance(5);
    ask(&emulator, ALL, &Value::Null).expect(200);
}

#[test]
fn a_fleet_has_nodes_links_and_faults() {
    let emulator = Emulator::start();
    let fleet = json!({ "fleet": {
        "subscriptions": 2, "factories": 2, "workspaces": 1, "accounts": 1, "runtimes": 3, "nodes": 2,
        "versions": ["5.50.9171.1", "5.44.8984.1"], "expiresInDays": [10, 300], "statuses": ["Online", "Offline"],
        "links": 1, "stale": 1, "forbidden": 1 } });
    let made = emulator.control("POST", "seed", &fleet).expect(200).body;
    for (name, count) in [
        ("factories", 4),
        ("workspaces", 2),
        ("accounts", 2),
        ("runtimes", 24),
        ("nodes", 48),
        ("links", 2),
    ] {
        assert_eq!(made[name], count, "{name}: {made}");
    }
    let subscription = made["subscriptionIds"][0].as_str().unwrap();
    let group = format!("/subscriptions/{subscription}/resourceGroups/rg-fleet");
    let factories = format!("{group}/providers/Microsoft.DataFactory/factories");
    let listed = emulator.get(&factories).expect(200).body;
    let first = listed["value"][0]["id"].as_str().unwrap();
    let second = listed["value"][1]["id"].as_str().unwrap();
    let status = emulator.status(&format!("{first}/integrationRuntimes/ir-1"));
    assert_eq!(status["state"], "Limited");
    let nodes = status["typeProperties"]["nodes"].as_array().unwrap();
    assert_eq!(nodes.len(), 2);
    assert_eq!(nodes[1]["version"], "5.44.8984.1");
    assert_eq!(nodes[1]["status"], "Offline");
    assert!(nodes[0]["expiryTime"].as_str().unwrap() < nodes[1]["expiryTime"].as_str().unwrap());
    let links = status["typeProperties"]["links"].as_array().unwrap();
    assert_eq!(links.len(), 1);
    let linked = format!("{second}/integrationRuntimes/ir-linked-1");
    assert_eq!(
        emulator.get(&linked).expect(200).body["properties"]["typeProperties"]["linkedInfo"]["authorizationType"],
        "RBAC"
    );
    assert_eq!(
        emulator.status(&linked)["dataFactoryName"],
        status["dataFactoryName"]
    );

    // A row whose factory is gone, and rows of a subscription that nobody may read.
    let query =
        "resources | where type =~ 'microsoft.datafactory/factories' | project id, subscriptionId";
    let rows = ask(&emulator, query, &Value::Null).expect(200).body;
    let ids: Vec<&str> = rows["data"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids.len(), 6);
    let stale = made["staleIds"][0].as_str().unwrap();
    assert!(ids.contains(&stale));
    emulator
        .get(&format!("{stale}/integrationRuntimes"))
        .refused(404, "ResourceNotFound");
    let forbidden = made["forbiddenSubscriptionIds"][0].as_str().unwrap();
    let there = ids.iter().find(|id| id.contains(forbidden)).unwrap();
    emulator
        .get(&format!("{there}/integrationRuntimes"))
        .refused(403, "AuthorizationFailed");
    for wrong in [
        json!({ "fleet": { "nodes": 5 } }),
        json!({ "fleet": { "runtimes": 1_000_000 } }),
        json!({ "fleet": { "links": 2 } }),
        json!({ "fleet": { "wheels": 4 } }),
    ] {
        emulator.control("POST", "seed", &wrong).expect(400);
    }
}
