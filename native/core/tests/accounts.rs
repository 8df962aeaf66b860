//! Contexts by name, environments, tenants, tokens for other services, and role definitions.
#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod support;

use std::sync::Arc;

use azir_core::{
    auth::{Credential, client_secret::ClientSecret},
    secret::Secret,
    session::{AzureContext, Library},
};
use serde_json::{Value, json};
use support::{
    Answer, Said, Script, TENANT, TOKEN, fails, library, ok, run, run_answering, run_request,
    sign_in, signed_in,
};

/// A signed-in library with the contexts `test` (in use) and `other`.
fn with_two(script: &Script) -> Arc<Library> {
    let library = signed_in(script);
    let mut state = library.state();
    let test = state.contexts.current().unwrap();
    state.contexts.put(AzureContext {
        name: "other".into(),
        tenant: "99999999-9999-4999-8999-999999999999".into(),
        ..(*test).clone()
    });
    drop(state);
    library
}

fn names(library: &Library) -> Vec<String> {
    let state = library.state();
    state
        .contexts
        .all()
        .iter()
        .map(|own| own.name.clone())
        .collect()
}

fn current(library: &Library) -> Option<String> {
    library
        .state()
        .contexts
        .current()
        .map(|own| own.name.clone())
}

/// Runs an operation as the parameter set `set` of its cmdlet.
async fn run_set(library: &Arc<Library>, operation: &str, set: &str, arguments: Value) -> Said {
    let request = json!({"operation": operation, "cmdlet": "Test-Cmdlet", "parameterSet": set,
        "arguments": arguments, "verbose": true, "debug": true});
    run_request(library, &request, &[], &[]).await
}

#[tokio::test]
async fn a_context_is_selected_by_its_name_or_as_an_object_without_a_request() {
    let script = Script::new(vec![]);
    let library = with_two(&script);
    let said = run_set(
        &library,
        "context.set",
        "SelectByName",
        json!({"Name": "OTHER"}),
    )
    .await;
    assert_eq!(said.questions(), ["Change the current context"]);
    assert_eq!(current(&library).unwrap(), "other");
    let object = json!({"InputObject": {"Name": "test"}});
    run_set(&library, "context.set", "SelectByInputObject", object).await;
    assert_eq!(current(&library).unwrap(), "test");
    assert_eq!(names(&library), ["test", "other"]);
    let said = run_set(
        &library,
        "context.set",
        "SelectByName",
        json!({"Name": "no"}),
    )
    .await;
    assert_eq!(
        said.error(),
        "There is no context 'no'. Get-AzContext -ListAvailable shows the contexts."
    );
    assert!(script.sent().is_empty());
}

#[tokio::test]
async fn set_az_context_asks_before_it_takes_a_name_from_another_context() {
    let subscriptions = || {
        ok(
            json!({"value": [{"subscriptionId": support::SUBSCRIPTION, "displayName": "One",
            "state": "Enabled", "tenantId": TENANT}]}),
        )
    };
    let script = Script::new(vec![subscriptions(), subscriptions(), subscriptions()]);
    let library = with_two(&script);
    let arguments = json!({"Subscription": "One", "Name": "other"});
    let said = run_answering(&library, "context.set", arguments.clone(), &[true, false]).await;
    assert_eq!(
        said.questions(),
        [
            "Set-AzContext",
            "Are you sure you want to replace existing context 'other'?"
        ]
    );
    let asked = said
        .frames
        .iter()
        .find(|own| own["frame"] == "shouldContinue")
        .unwrap();
    assert_eq!(asked["caption"], "Overwrite existing context 'other'");
    assert_eq!(current(&library).unwrap(), "test");
    run(&library, "context.set", arguments).await;
    assert_eq!(current(&library).unwrap(), "other");
    let forced = json!({"Subscription": "One", "Name": "test", "Force": true});
    let said = run(&library, "context.set", forced).await;
    assert_eq!(said.questions(), ["Set-AzContext"]);
}

#[tokio::test]
async fn a_tenant_is_selected_by_a_domain_too() {
    const OTHER: &str = "22222222-2222-4222-8222-222222222222";
    let tenants = json!({"value": [{"tenantId": TENANT, "domains": ["home.test"]},
        {"tenantId": OTHER, "domains": ["other.test"]}]});
    let script = Script::new(vec![ok(tenants), ok(json!({"value": []}))]);
    let library = signed_in(&script);
    run(&library, "context.set", json!({"Tenant": "Other.test"})).await;
    assert_eq!(script.order(), ["GET tenants", "GET subscriptions"]);
    assert_eq!(library.state().contexts.current().unwrap().tenant, OTHER);
}

#[tokio::test]
async fn a_renamed_context_is_written_when_that_is_asked_for() {
    let script = Script::new(vec![]);
    let library = with_two(&script);
    let arguments = json!({"SourceName": "test", "TargetName": "work"});
    let said = run(&library, "context.rename", arguments).await;
    assert_eq!(said.questions(), ["Rename context 'test' to 'work'"]);
    assert!(said.objects.is_empty());
    assert_eq!(current(&library).unwrap(), "work");
    let arguments =
        json!({"InputObject": {"Name": "work"}, "TargetName": "Work", "PassThru": true});
    let said = run(&library, "context.rename", arguments).await;
    assert!(said.objects[0].contains(">Work<"));
}

#[tokio::test]
async fn renaming_over_another_context_is_asked_about() {
    let script = Script::new(vec![]);
    let library = with_two(&script);
    let arguments = json!({"SourceName": "test", "TargetName": "OTHER"});
    let said = run_answering(
        &library,
        "context.rename",
        arguments.clone(),
        &[true, false],
    )
    .await;
    assert_eq!(
        said.questions()[1],
        "Overwrite context 'OTHER' with context 'test'"
    );
    assert_eq!(names(&library), ["test", "other"]);
    run(&library, "context.rename", arguments).await;
    assert_eq!(names(&library), ["OTHER"]);
    assert_eq!(current(&library).unwrap(), "OTHER");
}

#[tokio::test]
async fn removing_asks_for_the_context_in_use_only_and_the_last_one_left_comes_into_use() {
    let script = Script::new(vec![]);
    let library = with_two(&script);
    let said = run_answering(
        &library,
        "context.remove",
        json!({"Name": "test"}),
        &[true, false],
    )
    .await;
    assert_eq!(
        said.questions(),
        [
            "Remove context 'test'",
            "'test' is the default context used for communicating with Azure.  Are you sure you want to remove the \
             default context?"
        ]
    );
    assert_eq!(names(&library), ["test", "other"]);
    let arguments = json!({"Name": "test", "Force": true, "PassThru": true});
    let said = run(&library, "context.remove", arguments).await;
    assert!(said.objects[0].contains(">test<"));
    assert_eq!(current(&library).unwrap(), "other");
    let said = run(
        &library,
        "context.remove",
        json!({"InputObject": {"Name": "other"}, "Confirm": false}),
    )
    .await;
    assert_eq!(said.questions(), ["Remove context 'other'"]);
    assert_eq!(current(&library), None);
}

#[tokio::test]
async fn clearing_says_for_whom() {
    let script = Script::new(vec![]);
    let library = with_two(&script);
    let said = run_answering(&library, "context.clear", json!({}), &[false]).await;
    assert_eq!(said.questions(), ["Current process context"]);
    assert_eq!(names(&library).len(), 2);
    let user = json!({"Scope": "CurrentUser", "PassThru": true});
    // The second question comes only where something is kept: see the tests of the store.
    let asked =
        ["Remove all accounts and subscriptions for all sessions started by the current user"];
    let said = run_answering(&library, "context.clear", user.clone(), &[false]).await;
    assert_eq!(said.questions(), asked);
    assert_eq!(names(&library).len(), 2);
    let said = run(&library, "context.clear", user).await;
    assert_eq!(said.questions(), asked);
    assert!(said.objects[0].ends_with("<B>true</B></Objs>"));
    assert!(names(&library).is_empty());
}

#[tokio::test]
async fn keeping_is_switched_on_and_off() {
    let script = Script::new(vec![]);
    let library = signed_in(&script);
    assert!(!library.state().keep);
    let said = run_answering(&library, "autosave.enable", json!({}), &[false]).await;
    assert_eq!(
        said.questions(),
        ["Always autosave the context for the current user"]
    );
    assert!(!library.state().keep);
    let said = run(&library, "autosave.enable", json!({})).await;
    assert!(said.objects[0].contains(">CurrentUser<"));
    assert!(library.state().keep);
    // What is kept by default is also what is cleared by default.
    let said = run_answering(&library, "context.clear", json!({}), &[false]).await;
    assert!(said.questions()[0].contains("all sessions"));
    let said = run(&library, "autosave.disable", json!({"Scope": "Process"})).await;
    assert_eq!(
        said.questions(),
        ["Do not autosave the context in the current session"]
    );
    assert!(said.objects[0].contains(">Process<"));
    assert!(!library.state().keep);
}

#[tokio::test]
async fn refreshing_adds_contexts_for_new_subscriptions_and_asks_each_account_once() {
    let script = Script::new(vec![
        ok(json!({"value": [
            {"subscriptionId": support::SUBSCRIPTION, "displayName": "Test", "state": "Enabled"},
            {"subscriptionId": "44444444-4444-4444-8444-444444444444", "displayName": "New", "state": "Enabled"}]})),
        fails(403, "AuthorizationFailed", "No."),
    ]);
    let library = with_two(&script);
    let arguments = json!({"ListAvailable": true, "RefreshContextFromTokenCache": true});
    let said = run(&library, "context.get", arguments).await;
    assert_eq!(names(&library).len(), 3);
    assert!(names(&library)[2].starts_with("New (44444444"));
    assert!(said.objects[0].contains(">New<"));
    let warnings = said.messages("warning");
    assert_eq!(warnings.len(), 1);
    assert!(warnings[0].starts_with(
        "The subscriptions of account 'somebody' in tenant '99999999-9999-4999-8999-999999999999' could not be"
    ));
    assert_eq!(script.left(), 0);
}

#[tokio::test]
async fn signing_an_application_out_of_one_tenant_leaves_the_others() {
    let script = Script::new(vec![]);
    let library = with_two(&script);
    let arguments = json!({"ApplicationId": "somebody", "TenantId": TENANT.to_uppercase()});
    run(&library, "account.disconnect", arguments).await;
    assert_eq!(names(&library), ["other"]);
}

fn metadata() -> Value {
    json!({"name": "LabCloud", "resourceManager": "https://arm.lab.test", "portal": "https://portal.lab.test",
        "authentication": {"loginEndpoint": "https://login.lab.test", "audiences": ["https://management.lab.test/"],
            "tenant": "lab.test"},
        "suffixes": {"storage": "core.lab.test", "sqlServerHostname": "database.lab.test", "keyVaultDns": "vault.lab.test"}})
}

#[tokio::test]
async fn a_cloud_that_describes_itself_is_added_with_one_request() {
    let other = json!({"name": "Other", "resourceManager": "https://x.test",
        "authentication": {"loginEndpoint": "https://x.test", "audiences": ["x"]}});
    let script = Script::new(vec![ok(json!([other, metadata()]))]);
    let library = library(&script);
    let arguments = json!({"Name": "Lab", "ARMEndpoint": "https://arm.lab.test/", "StorageEndpoint": "mine.test"});
    let said = run(&library, "environment.add", arguments).await;
    assert_eq!(said.questions(), ["adding environment"]);
    let sent = script.sent();
    assert_eq!(
        (sent[0].host.as_str(), sent[0].path.as_str()),
        ("arm.lab.test", "/metadata/endpoints")
    );
    assert_eq!(sent[0].query, "api-version=2022-09-01");
    let environment = library.state().environments.find("lab").unwrap();
    assert_eq!(
        environment.endpoint("StorageEndpointSuffix"),
        Some("mine.test")
    );
    assert_eq!(
        environment.endpoint("SqlDatabaseDnsSuffix"),
        Some(".database.lab.test")
    );
    let cloud = environment.cloud().unwrap();
    assert_eq!(cloud.resource_manager, "https://arm.lab.test");
    assert_eq!(cloud.authority, "https://login.lab.test");
    assert_eq!(
        cloud.resource_manager_scope,
        "https://management.lab.test//.default"
    );
    assert_eq!(library.state().environments.cloud("LAB").unwrap(), cloud);
}

#[tokio::test]
async fn an_old_cloud_is_asked_in_the_old_form_and_the_rest_follows_from_its_domain() {
    let old = json!({"galleryEndpoint": "https://gallery.lab.test/", "graphEndpoint": "https://graph.lab.test/",
        "portalEndpoint": "https://portal.lab.test/",
        "authentication": {"loginEndpoint": "https://adfs.lab.test/adfs", "audiences": ["https://management.lab.test/"]}});
    let script = Script::new(vec![
        fails(400, "InvalidApiVersionParameter", "Unknown."),
        ok(old),
    ]);
    let library = library(&script);
    let arguments = json!({"Name": "Stack", "ARMEndpoint": "https://management.local.lab.test"});
    let said = run(&library, "environment.add", arguments).await;
    assert_eq!(script.sent()[1].query, "api-version=1.0");
    let environment = library.state().environments.find("Stack").unwrap();
    for (member, value) in [
        ("StorageEndpointSuffix", "local.lab.test"),
        ("AzureKeyVaultDnsSuffix", "vault.local.lab.test"),
        ("GraphEndpointResourceId", "https://graph.lab.test/"),
        ("ActiveDirectoryAuthority", "https://adfs.lab.test/adfs/"),
    ] {
        assert_eq!(environment.endpoint(member), Some(value));
    }
    assert!(environment.federation_services);
    assert!(said.objects[0].contains("PSAzureEnvironment"));
}

#[tokio::test]
async fn what_does_not_describe_a_cloud_is_told() {
    for (answer, reason) in [
        (fails(403, "Forbidden", "No."), "HTTP status 403"),
        (
            ok(json!({"hello": 1})),
            "it does not say where one signs in",
        ),
    ] {
        let library = library(&Script::new(vec![answer]));
        let arguments = json!({"Name": "Lab", "ARMEndpoint": "https://arm.lab.test"});
        let said = run(&library, "environment.add", arguments).await;
        assert_eq!(
            said.error(),
            format!(
                "'arm.lab.test' did not describe its cloud at /metadata/endpoints: {reason}. Give the address of a \
                 Resource Manager, or the addresses one by one (Add-AzEnvironment -ResourceManagerEndpoint and others)."
            )
        );
        assert!(library.state().environments.added().is_empty());
    }
    let library = library(&Script::new(vec![]));
    let arguments = json!({"Name": "Lab", "ARMEndpoint": "arm"});
    assert_eq!(
        run(&library, "environment.add", arguments).await.error(),
        "Endpoint provided is invalid. Please check the value and retry again with the correct value."
    );
}

#[tokio::test]
async fn an_environment_is_added_by_its_addresses_and_changed_by_some() {
    let script = Script::new(vec![]);
    let library = library(&script);
    let arguments = json!({"Name": "Lab", "ResourceManagerEndpoint": "https://arm.lab.test/", "GraphEndpoint": "https://g.test/",
        "ActiveDirectoryEndpoint": "https://login.lab.test"});
    run(&library, "environment.add", arguments).await;
    let arguments = json!({"Name": "lab", "AdTenant": "lab.test", "GraphEndpoint": ""});
    run(&library, "environment.add", arguments).await;
    let environment = library.state().environments.find("Lab").unwrap();
    assert_eq!(
        environment.endpoint("ActiveDirectoryAuthority"),
        Some("https://login.lab.test/")
    );
    assert_eq!(environment.endpoint("AdTenant"), Some("lab.test"));
    assert_eq!(environment.endpoint("GraphUrl"), None);
    assert_eq!(library.state().environments.added().len(), 1);
    assert!(script.sent().is_empty());
}

#[tokio::test]
async fn the_clouds_of_a_list_are_discovered_beside_the_built_in_ones() {
    let public = json!({"name": "AzureCloud", "resourceManager": "https://evil.test",
        "authentication": {"loginEndpoint": "https://evil.test", "audiences": ["x"]}});
    let script = Script::new(vec![ok(json!([public, metadata()])), ok(json!([]))]);
    let library = library(&script);
    let arguments = json!({"AutoDiscover": true, "Uri": "https://list.test/clouds?x=1"});
    let said = run(&library, "environment.add", arguments).await;
    let sent = script.sent();
    assert_eq!(
        (sent[0].path.as_str(), sent[0].query.as_str()),
        ("/clouds", "x=1")
    );
    assert!(said.objects[0].contains("LabCloud"));
    assert!(!said.objects[0].contains("evil"));
    // A list without it takes it away again.
    run(&library, "environment.add", json!({"AutoDiscover": true})).await;
    assert_eq!(script.sent()[1].host, "management.azure.com");
    assert!(library.state().environments.find("LabCloud").is_none());
}

#[tokio::test]
async fn built_in_environments_stay() {
    let script = Script::new(vec![]);
    let library = library(&script);
    let said = run(&library, "environment.add", json!({"Name": "azurecloud"})).await;
    assert_eq!(
        said.error(),
        "Cannot add built-in or discovered environment azurecloud."
    );
    let said = run(
        &library,
        "environment.remove",
        json!({"Name": "AzureCloud"}),
    )
    .await;
    assert_eq!(
        said.error(),
        "Removing public environment is not supported."
    );
    let said = run(&library, "environment.remove", json!({"Name": "Lab"})).await;
    assert_eq!(said.error(), "The environment name 'Lab' is not found.");
    run(&library, "environment.add", json!({"Name": "Lab"})).await;
    let said = run_answering(
        &library,
        "environment.remove",
        json!({"Name": "lab"}),
        &[false],
    )
    .await;
    assert_eq!(said.questions(), ["removing environment"]);
    let said = run(&library, "environment.get", json!({"Name": "LAB"})).await;
    assert!(said.objects[0].contains("User-defined"));
    let said = run(&library, "environment.remove", json!({"Name": "lab"})).await;
    assert!(said.objects[0].contains(">Lab<"));
    let said = run(&library, "environment.get", json!({"Name": "Lab"})).await;
    assert!(said.objects.is_empty());
}

#[tokio::test]
async fn tenants_are_found_by_id_and_by_domain() {
    let tenants = || {
        ok(json!({"value": [
            {"tenantId": TENANT, "displayName": "Home", "domains": ["home.test", "www.home.test"], "tenantCategory": "Home"},
            {"tenantId": "22222222-2222-4222-8222-222222222222", "displayName": "Guest"}]}))
    };
    for (wanted, found) in [
        (json!({}), vec![">Home<", ">Guest<"]),
        (json!({"TenantId": "WWW.home.test"}), vec![">Home<"]),
        (
            json!({"TenantId": "22222222-2222-4222-8222-222222222222"}),
            vec![">Guest<"],
        ),
    ] {
        let said = run(
            &signed_in(&Script::new(vec![tenants()])),
            "tenant.get",
            wanted,
        )
        .await;
        for text in [">Home<", ">Guest<"] {
            let is = said.objects[0].contains(&format!("N=\"Name\"{text}"));
            assert_eq!(is, found.contains(&text), "{text}: {}", said.objects[0]);
        }
    }
    let library = signed_in(&Script::new(vec![tenants()]));
    let said = run(&library, "tenant.get", json!({"TenantId": "nowhere.test"})).await;
    assert!(said.objects.is_empty());
    assert!(
        said.messages("verbose")
            .contains(&"Account 'somebody' sees no tenant 'nowhere.test'.".to_owned())
    );
}

#[tokio::test]
async fn a_token_is_written_apart_and_as_a_secure_string() {
    let script = Script::new(vec![]);
    let library = signed_in(&script);
    let said = run(&library, "token.get", json!({})).await;
    assert_eq!(said.secrets, [("Token".to_owned(), TOKEN.to_owned())]);
    let announced = said.frames.iter().find(|own| own["frame"] == "secret");
    assert_eq!(announced.unwrap()["as"], "securestring");
    assert!(said.objects[0].contains("PSSecureAccessToken;ExpiresOn:offset"));
    assert!(!said.everything().contains(TOKEN));
}

#[tokio::test]
async fn a_token_is_asked_for_what_it_is_for() {
    for (arguments, tenant, scope) in [
        (json!({}), TENANT, "https://management.azure.com/.default"),
        (
            json!({"ResourceTypeName": "arm"}),
            TENANT,
            "https://management.azure.com/.default",
        ),
        (
            json!({"ResourceTypeName": "Synapse"}),
            TENANT,
            "https://dev.azuresynapse.net/.default",
        ),
        (
            json!({"ResourceTypeName": "Storage"}),
            TENANT,
            "https://storage.azure.com//.default",
        ),
        (
            json!({"ResourceTypeName": "AppConfiguration"}),
            TENANT,
            "https://azconfig.io/.default",
        ),
        (
            json!({"ResourceUrl": "https://purview.azure.net", "TenantId": "other.test"}),
            "other.test",
            "https://purview.azure.net/.default",
        ),
    ] {
        let token = json!({"token_type": "Bearer", "expires_in": 3600, "access_token": "t"});
        let script = Script::new(vec![ok(token)]);
        let library = library(&script);
        let credential = ClientSecret::new("app".into(), Secret::new("s".into()));
        sign_in(&library, Credential::ClientSecret(credential));
        let said = run(&library, "token.get", arguments).await;
        let sent = &script.sent()[0];
        assert_eq!(sent.path, format!("/{tenant}/oauth2/v2.0/token"));
        let form: Vec<(String, String)> = url::form_urlencoded::parse(sent.body.as_bytes())
            .into_owned()
            .collect();
        assert!(
            form.contains(&("scope".to_owned(), scope.to_owned())),
            "{form:?}"
        );
        assert!(said.objects[0].contains(&format!(">{tenant}<")));
    }
}

#[tokio::test]
async fn a_kind_of_resource_that_is_not_known_is_refused_before_anything_is_asked() {
    let script = Script::new(vec![]);
    let said = run(
        &library(&script),
        "token.get",
        json!({"ResourceTypeName": "Banana"}),
    )
    .await;
    assert_eq!(
        said.error(),
        "The specified ResourceTypeName \"Banana\" is not supported, please provide a valid value. e.g. Arm, \
         AadGraph, etc."
    );
    assert_eq!(said.frames[0]["parameter"], "ResourceTypeName");
}

fn role(name: &str, kind: &str) -> Value {
    json!({"id": "/x", "name": "b24988ac-6180-42a0-ab88-20f7382dd24c", "properties": {"roleName": name, "type": kind,
        "description": "d", "assignableScopes": ["/"],
        "permissions": [{"actions": ["*/read"], "notActions": [], "dataActions": ["x/y"], "notDataActions": [],
            "condition": "c", "conditionVersion": "2.0"}]}})
}

#[tokio::test]
async fn a_role_shows_what_it_allows_in_the_old_form_and_in_the_new() {
    let script = Script::new(vec![ok(
        json!({"value": [role("It's", "CustomRole"), role("It", "BuiltInRole")]}),
    )]);
    let said = run(
        &signed_in(&script),
        "roledefinition.get",
        json!({"Name": "IT'S"}),
    )
    .await;
    assert!(
        script.sent()[0]
            .query
            .contains("roleName+eq+%27IT%27%27S%27")
    );
    let object = &said.objects[0];
    assert_eq!(object.matches("N=\"IsCustom\"").count(), 1);
    assert!(object.contains("<B N=\"IsCustom\">true</B>"));
    assert_eq!(object.matches(">*/read<").count(), 2);
    assert_eq!(object.matches(">x/y<").count(), 2);
}

#[tokio::test]
async fn custom_roles_and_roles_by_id_are_asked_for_at_the_scope() {
    let all = json!({"value": [role("A", "CustomRole"), role("B", "BuiltInRole")]});
    let script = Script::new(vec![ok(all), ok(role("A", "CustomRole"))]);
    let library = signed_in(&script);
    let scope = "/subscriptions/s/resourceGroups/rg";
    let arguments = json!({"Custom": true, "Scope": scope});
    let said = run(&library, "roledefinition.get", arguments).await;
    assert!(said.objects[0].contains(">A<") && !said.objects[0].contains(">B<"));
    let id = "b24988ac-6180-42a0-ab88-20f7382dd24c";
    run(
        &library,
        "roledefinition.get",
        json!({"Id": id, "Scope": scope}),
    )
    .await;
    let base = format!("{scope}/providers/Microsoft.Authorization/roleDefinitions");
    assert_eq!(script.sent()[0].path, base);
    assert!(script.sent()[0].query.contains("type+eq+%27CustomRole%27"));
    assert_eq!(script.sent()[1].path, format!("{base}/{id}"));
}

#[tokio::test]
async fn no_role_is_a_warning() {
    for (arguments, answer) in [
        (json!({"Name": "None"}), ok(json!({"value": []}))),
        (
            json!({"Id": "b24988ac-6180-42a0-ab88-20f7382dd24c"}),
            fails(404, "RoleDefinitionDoesNotExist", "None."),
        ),
    ] {
        let said = run(
            &signed_in(&Script::new(vec![answer])),
            "roledefinition.get",
            arguments,
        )
        .await;
        assert!(said.objects.is_empty());
        assert_eq!(said.messages("warning").len(), 3);
        assert_eq!(
            said.messages("warning")[0],
            "No role definitions where found with those conditions."
        );
    }
}

#[tokio::test]
async fn tags_of_a_group_are_replaced() {
    for (arguments, tags) in [
        (
            json!({"Name": "rg", "Tag": {"a": "1", "b": null}}),
            json!({"a": "1", "b": ""}),
        ),
        (
            json!({"Id": "/subscriptions/s/resourceGroups/rg", "Tag": {}}),
            json!({}),
        ),
    ] {
        let group = json!({"name": "rg", "tags": tags, "properties": {}});
        let script = Script::new(vec![ok(group)]);
        let said = run(&signed_in(&script), "group.set", arguments).await;
        assert_eq!(script.order(), ["PATCH rg"]);
        assert_eq!(script.sent()[0].json(), json!({ "tags": tags }));
        assert!(said.questions().is_empty());
        assert!(said.objects[0].contains("PSResourceGroup"));
    }
    let script = Script::new(vec![Answer::Unreachable]);
    let said = run(
        &signed_in(&script),
        "group.set",
        json!({"Name": "bad.", "Tag": {}}),
    )
    .await;
    assert!(
        said.error()
            .starts_with("'bad.' is not a valid resource group name")
    );
    assert!(script.sent().is_empty());
}

#[tokio::test]
async fn contexts_and_environments_are_completed_without_a_request() {
    let script = Script::new(vec![]);
    let library = with_two(&script);
    let said = run(
        &library,
        "completion.get",
        json!({"Kind": "context", "Word": "O"}),
    )
    .await;
    assert!(said.objects[0].contains(">other<") && !said.objects[0].contains(">test<"));
    let said = run(
        &library,
        "completion.get",
        json!({"Kind": "environment", "Word": "AzureC"}),
    )
    .await;
    assert!(
        said.objects[0].contains(">AzureCloud<") && said.objects[0].contains(">AzureChinaCloud<")
    );
    assert!(!said.objects[0].contains("AzureUSGovernment"));
    assert!(script.sent().is_empty());
}
