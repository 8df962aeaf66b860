//! Roles and who holds them.

use crate::common::{CONTRIBUTOR, Emulator, HOME_TENANT, SUBSCRIPTION};
use serde_json::{Value, json};
use uuid::Uuid;

const READER_ROLE: &str = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
const USER: &str = "88888888-8888-4888-8888-888888888888";

fn assignment_at(scope: &str) -> String {
    format!(
        "{scope}/providers/Microsoft.Authorization/roleAssignments/{}",
        Uuid::new_v4()
    )
}

fn body(role: &str, principal: &str) -> Value {
    json!({ "properties": {
        "roleDefinitionId": format!("/providers/Microsoft.Authorization/roleDefinitions/{role}"),
            "principalId": principal } })
}

#[test]
fn the_roles_that_scripts_give_are_there() {
    let emulator = Emulator::start();
    let factory = emulator.factory("rg", "adf-one");
    let all = format!("{SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions");
    let listed = emulator.get(&all).expect(200).body;
    let listed = listed["value"].as_array().unwrap();
    let mut ids: Vec<&str> = listed
        .iter()
        .map(|role| role["name"].as_str().unwrap())
        .collect();
    assert!(ids.len() > 50, "{}", ids.len());
    assert!(ids.iter().all(|id| Uuid::try_parse(id).is_ok()));
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), listed.len(), "each id stands once");
    for (name, id, data) in [
        (
            "Storage Blob Data Contributor",
            "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
            "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write",
        ),
        (
            "Storage Blob Data Reader",
            "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1",
            "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read",
        ),
        (
            "Storage Blob Data Owner",
            "b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
            "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/*",
        ),
        (
            "Key Vault Secrets User",
            "4633458b-17de-408a-b874-0445c86b69e6",
            "Microsoft.KeyVault/vaults/secrets/getSecret/action",
        ),
        (
            "Key Vault Administrator",
            "00482a5a-887f-4fb3-b363-3b7fe8e74483",
            "Microsoft.KeyVault/vaults/*",
        ),
        (
            "Azure Event Hubs Data Owner",
            "f526a384-b230-433a-b45c-95f59c4a2dec",
            "Microsoft.EventHub/*",
        ),
        (
            "Monitoring Reader",
            "43d0d8ad-25c7-4714-9337-8ba259a9fe05",
            "",
        ),
    ] {
        let found = emulator
            .get(&format!("{all}?$filter=roleName eq '{name}'"))
            .expect(200)
            .body;
        assert_eq!(found["value"][0]["name"], id, "{name}");
        let permissions = &found["value"][0]["properties"]["permissions"][0];
        let data = if data.is_empty() {
            Value::Null
        } else {
            data.into()
        };
        assert!(
            data.is_null()
                || permissions["dataActions"]
                    .as_array()
                    .unwrap()
                    .contains(&data),
            "{permissions}"
        );
        emulator.grant(&factory, id, &format!("{SUBSCRIPTION}/resourceGroups/rg"));
    }
    // The account itself is not kept here; the role on it is.
    let account = format!(
        "{SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/lake"
    );
    let id = emulator.grant(&factory, "ba92f5b4-2d11-453d-a403-e96b0029c9fe", &account);
    assert_eq!(
        emulator.get(&id).expect(200).body["properties"]["scope"],
        account
    );
}

#[test]
fn roles_are_found_by_name_and_by_id() {
    let emulator = Emulator::start();
    let all = format!("{SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions");
    for (name, id) in [
        ("Owner", "8e3af657-a8ff-443c-a75c-2fe8c4bcb635"),
        ("Contributor", CONTRIBUTOR),
        ("Reader", READER_ROLE),
        (
            "User Access Administrator",
            "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9",
        ),
        (
            "Data Factory Contributor",
            "673868aa-7521-48a0-acc6-0f60742d39f5",
        ),
    ] {
        let found = emulator
            .get(&format!("{all}?$filter=roleName eq '{name}'"))
            .expect(200)
            .body;
        assert_eq!(found["value"].as_array().unwrap().len(), 1);
        assert_eq!(found["value"][0]["name"], id);
        assert_eq!(
            emulator.get(&format!("{all}/{id}")).expect(200).body["properties"]["roleName"],
            name
        );
    }
    let none = emulator
        .get(&format!("{all}?$filter=roleName eq 'Nobody'"))
        .expect(200)
        .body;
    assert_eq!(none["value"], json!([]));
    emulator
        .get(&format!("{all}/{}", Uuid::new_v4()))
        .refused(404, "RoleDefinitionDoesNotExist");
}

#[test]
fn an_assignment_is_made_once() {
    let emulator = Emulator::start();
    let factory = emulator.factory("rg", "adf-roles");
    let scope = emulator.runtime(&factory, "ir-one");
    let principal = emulator.get(&factory).body["identity"]["principalId"]
        .as_str()
        .unwrap()
        .to_owned();
    let id = assignment_at(&scope);
    let made = emulator
        .put(&id, &body(CONTRIBUTOR, &principal))
        .expect(201)
        .body;
    assert_eq!(made["id"], id);
    let properties = &made["properties"];
    assert_eq!(properties["scope"], scope);
    assert_eq!(properties["principalType"], "ServicePrincipal");
    assert_eq!(properties["createdBy"], Value::Null);
    assert_eq!(
        properties["roleDefinitionId"],
        format!("{SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/{CONTRIBUTOR}")
    );
    let created = properties["createdOn"].as_str().unwrap();
    assert_eq!(created.split_once('.').unwrap().1.len(), 8, "{created}");
    emulator
        .put(&id, &body(CONTRIBUTOR, &principal))
        .expect(200);
    assert!(emulator.get(&id).expect(200).body["properties"]["createdBy"].is_string());
    emulator
        .put(&assignment_at(&scope), &body(CONTRIBUTOR, &principal))
        .refused(409, "RoleAssignmentExists");
    emulator
        .put(&id, &body(READER_ROLE, &principal))
        .refused(409, "RoleAssignmentUpdateNotPermitted");
    assert_eq!(emulator.delete(&id).expect(200).body["name"], made["name"]);
    emulator.delete(&id).expect(204);
    emulator.get(&id).refused(404, "RoleAssignmentNotFound");
}

#[test]
fn a_principal_must_be_known() {
    let emulator = Emulator::start();
    let stranger = Uuid::new_v4();
    let answer = emulator.put(
        &assignment_at(SUBSCRIPTION),
        &body(READER_ROLE, &stranger.to_string()),
    );
    let answer = answer.refused(400, "PrincipalNotFound");
    let start = format!(
        "Principal {} does not exist in the directory {HOME_TENANT}.",
        stranger.simple()
    );
    assert!(answer.message().starts_with(&start), "{}", answer.text);

    emulator.set(&json!({ "identityPropagationSeconds": 600 }));
    let factory = emulator.factory("rg", "adf-fresh");
    let principal = emulator.get(&factory).body["identity"]["principalId"]
        .as_str()
        .unwrap()
        .to_owned();
    let mut document = body(READER_ROLE, &principal);
    emulator
        .put(&assignment_at(&factory), &document)
        .refused(400, "PrincipalNotFound");
    document["properties"]["principalType"] = "User".into();
    emulator
        .put(&assignment_at(&factory), &document)
        .refused(400, "UnmatchedPrincipalType");
    document["properties"]["principalType"] = "ServicePrincipal".into();
    emulator
        .put(&assignment_at(&factory), &document)
        .expect(201);
}

#[test]
fn assignments_are_listed_by_scope_and_by_principal() {
    let emulator = Emulator::start();
    let factory = emulator.factory("rg", "adf-list");
    let shared = emulator.runtime(&factory, "ir-one");
    let own = emulator.grant(&factory, CONTRIBUTOR, &shared);
    let names = |scope: &str, filter: &str| -> Vec<String> {
        let path = format!("{scope}/providers/Microsoft.Authorization/roleAssignments{filter}");
        let found = emulator.get(&path).expect(200).body;
        found["value"]
            .as_array()
            .unwrap()
            .iter()
            .map(|each| each["id"].as_str().unwrap().to_owned())
            .collect()
    };
    // Inherited ones are there too: four are given at the subscription from the start.
    assert_eq!(names(&shared, "").len(), 5);
    assert_eq!(names(SUBSCRIPTION, "").len(), 5);
    assert_eq!(names(SUBSCRIPTION, "?$filter=atScope()").len(), 4);
    let principal = emulator.get(&factory).body["identity"]["principalId"]
        .as_str()
        .unwrap()
        .to_owned();
    assert_eq!(
        names(&shared, &format!("?$filter=principalId eq '{principal}'")),
        std::slice::from_ref(&own)
    );
    assert_eq!(
        names(&shared, &format!("?$filter=assignedTo('{principal}')")),
        [own]
    );
    assert_eq!(
        names(
            &shared,
            &format!("?$filter=atScope() and principalId eq '{USER}'")
        )
        .len(),
        1
    );
    emulator.set(&json!({ "pageSize": 2 }));
    let path = format!("{shared}/providers/Microsoft.Authorization/roleAssignments");
    let first = emulator.get(&path).expect(200).body;
    let second = emulator
        .get(first["nextLink"].as_str().unwrap())
        .expect(200)
        .body;
    assert_eq!(second["value"].as_array().unwrap().len(), 2);
    assert_ne!(first["value"], second["value"]);
}

#[test]
fn a_role_is_given_only_where_something_is() {
    let emulator = Emulator::start();
    let factory = emulator.factory("rg", "adf-place");
    let missing = format!("{factory}/integrationRuntimes/ir-none");
    emulator
        .put(&assignment_at(&missing), &body(READER_ROLE, USER))
        .refused(404, "ResourceNotFound");
    let group = format!("{SUBSCRIPTION}/resourceGroups/rg-none");
    emulator
        .put(&assignment_at(&group), &body(READER_ROLE, USER))
        .refused(404, "ResourceGroupNotFound");
}
