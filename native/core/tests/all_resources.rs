//! `Get-AzResource` and resource providers: which requests they lead to, and what is picked from the answers.

use crate::support::{SUBSCRIPTION, Said, Script, ok, run, run_answering, signed_in};
use serde_json::{Value, json};

fn id(group: &str, kind: &str, name: &str) -> String {
    format!("/subscriptions/{SUBSCRIPTION}/resourceGroups/{group}/providers/{kind}/{name}")
}

fn resource(group: &str, name: &str, tags: &Value) -> Value {
    let kind = "Microsoft.DataFactory/factories";
    json!({"id": id(group, kind, name), "name": name, "type": kind, "location": "westeurope", "tags": tags})
}

fn all() -> Value {
    json!({"value": [
        resource("rg-a", "adf-one", &json!({"Team": "Data"})),
        resource("rg-b", "adf-two", &json!({"team": "web", "env": "prod"})),
        resource("rg-b", "syn-two", &json!({})),
    ]})
}

fn provider() -> Value {
    json!({"namespace": "Microsoft.DataFactory", "registrationState": "Registered", "resourceTypes": [
        {"resourceType": "factories", "locations": ["West Europe", "East US"],
            "apiVersions": ["2017-09-01-preview", "2018-06-01"]},
        {"resourceType": "factories/integrationRuntimes", "locations": ["West Europe"],
            "apiVersions": ["2018-06-01"]}]})
}

fn other() -> Value {
    json!({"namespace": "Microsoft.Synapse", "registrationState": "NotRegistered", "resourceTypes": [
        {"resourceType": "workspaces", "locations": ["North Europe"], "apiVersions": ["2021-06-01"]}]})
}

fn names(said: &Said) -> Vec<String> {
    let text = said.objects.concat();
    let of = |part: &str| {
        let value = part.split_once("';").unwrap().0;
        value.to_owned()
    };
    text.split(".Name='").skip(1).map(of).collect()
}

#[tokio::test]
async fn a_list_is_filtered_by_type_at_the_service_and_by_the_rest_here() {
    for (arguments, path, query, found) in [
        (
            json!({}),
            "resources",
            "api-version=2021-04-01",
            vec!["adf-one", "adf-two", "syn-two"],
        ),
        (
            json!({"Name": "adf-*"}),
            "resources",
            "api-version=2021-04-01",
            vec!["adf-one", "adf-two"],
        ),
        (
            json!({"ResourceGroupName": "*-b"}),
            "resources",
            "api-version=2021-04-01",
            vec!["adf-two", "syn-two"],
        ),
        (
            json!({"ResourceGroupName": "rg-b", "TagName": "TEAM"}),
            "resourceGroups/rg-b/resources",
            "api-version=2021-04-01",
            vec!["adf-two"],
        ),
        (
            json!({"Tag": {"team": "data"}}),
            "resources",
            "api-version=2021-04-01",
            vec!["adf-one"],
        ),
        (
            json!({"TagValue": "prod"}),
            "resources",
            "api-version=2021-04-01",
            vec!["adf-two"],
        ),
        (
            json!({"ResourceType": "A.B/c", "ODataQuery": "location eq 'x'"}),
            "resources",
            "api-version=2021-04-01&%24filter=resourceType+EQ+%27A.B%2Fc%27+AND+location+eq+%27x%27",
            vec!["adf-one", "adf-two", "syn-two"],
        ),
    ] {
        let script = Script::new(vec![ok(all())]);
        let said = run(&signed_in(&script), "resource.get", arguments.clone()).await;
        let sent = &script.sent()[0];
        assert_eq!(sent.path, format!("/subscriptions/{SUBSCRIPTION}/{path}"));
        assert_eq!(sent.query, query);
        let mut own = names(&said);
        own.retain(|name| name.starts_with("adf") || name.starts_with("syn"));
        assert_eq!(own, found, "{arguments}");
    }
}

#[tokio::test]
async fn one_is_asked_for_with_the_newest_version_of_its_type() {
    let whole = json!({"id": id("rg", "Microsoft.DataFactory/factories", "adf"), "name": "adf",
        "properties": {"a": 1}, "tags": {}});
    for (arguments, version) in [
        (
            json!({"ResourceId": id("rg", "Microsoft.DataFactory/factories", "adf")}),
            "2018-06-01",
        ),
        (
            json!({"ResourceGroupName": "rg", "ResourceType": "Microsoft.DataFactory/factories", "Name": "adf"}),
            "2018-06-01",
        ),
    ] {
        let script = Script::new(vec![ok(provider()), ok(whole.clone())]);
        let said = run(&signed_in(&script), "resource.get", arguments).await;
        assert_eq!(script.order(), ["GET Microsoft.DataFactory", "GET adf"]);
        assert_eq!(script.sent()[1].query, format!("api-version={version}"));
        let object = &said.objects[0];
        assert!(
            object.contains(".ResourceType='Microsoft.DataFactory/factories';"),
            "{object}"
        );
        assert!(object.contains(".ResourceGroupName='rg';"), "{object}");
    }
    let script = Script::new(vec![ok(whole)]);
    let arguments = json!({"ResourceId": id("rg", "A.B/c", "d"), "ApiVersion": "2020-01-01"});
    run(&signed_in(&script), "resource.get", arguments).await;
    assert_eq!(script.sent()[0].query, "api-version=2020-01-01");
}

#[tokio::test]
async fn properties_are_asked_for_one_by_one_and_an_error_loses_no_resource() {
    let whole = |name: &str| {
        let mut own = resource("rg-a", name, &json!({}));
        own["properties"] = json!({"state": "x"});
        ok(own)
    };
    let script = Script::new(vec![
        ok(all()),
        ok(provider()),
        whole("adf-one"),
        crate::support::fails(403, "AuthorizationFailed", "No."),
        whole("syn-two"),
    ]);
    let arguments = json!({"ExpandProperties": true});
    let said = run(&signed_in(&script), "resource.get", arguments).await;
    assert_eq!(said.results.len(), 3);
    assert_eq!(said.messages("error").len(), 1);
    assert_eq!(script.left(), 0);
}

#[tokio::test]
async fn providers_are_the_registered_ones_all_or_types_of_some() {
    let list = || ok(json!({"value": [provider(), other()]}));
    for (arguments, answers, count) in [
        (json!({}), vec![list()], 1),
        (json!({"ListAvailable": true}), vec![list()], 2),
        (
            json!({"ListAvailable": true, "Location": "northeurope"}),
            vec![list()],
            1,
        ),
        (
            json!({"ProviderNamespace": ["Microsoft.DataFactory", "Microsoft.Synapse"]}),
            vec![ok(provider()), ok(other())],
            3,
        ),
    ] {
        let script = Script::new(answers);
        let said = run(&signed_in(&script), "provider.get", arguments.clone()).await;
        assert_eq!(said.results.len(), count, "{arguments}");
        assert_eq!(script.left(), 0);
    }
    let script = Script::new(vec![list()]);
    let said = run(
        &signed_in(&script),
        "provider.get",
        json!({"Location": "moon"}),
    )
    .await;
    assert!(said.error().contains("'moon'"), "{}", said.error());
}

#[tokio::test]
async fn a_provider_is_registered_after_a_question() {
    let arguments =
        || json!({"ProviderNamespace": "Microsoft.Synapse", "ConsentToPermissions": true});
    let script = Script::new(vec![ok(other())]);
    let said = run(&signed_in(&script), "provider.register", arguments()).await;
    let sent = &script.sent()[0];
    assert_eq!(
        sent.path,
        format!("/subscriptions/{SUBSCRIPTION}/providers/Microsoft.Synapse/register")
    );
    assert_eq!(
        sent.json(),
        json!({"thirdPartyProviderConsent": {"consentToAuthorization": true}})
    );
    assert!(said.objects[0].contains(".ProviderNamespace='Microsoft.Synapse';"));
    let script = Script::default();
    run_answering(
        &signed_in(&script),
        "provider.register",
        arguments(),
        &[false],
    )
    .await;
    assert!(script.sent().is_empty());
}
