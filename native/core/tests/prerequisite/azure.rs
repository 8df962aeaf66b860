//! What Azure tells of a factory, workspace or account that was named, put into the tables.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::{
    prerequisite::world::{Authority, MadeUp, check, finding, findings, library},
    support::{Answer, SUBSCRIPTION, Said, Script, fails, library as nobody, ok},
};

fn factory(location: &str) -> Answer {
    ok(
        json!({"id": format!("/subscriptions/{SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.DataFactory/\
                              factories/adf-a"),
        "name": "adf-a", "location": location, "properties": {}}),
    )
}

fn workspace() -> Answer {
    ok(
        json!({"id": format!("/subscriptions/{SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Synapse/workspaces/\
                              ws-a"),
        "name": "ws-a", "location": "westeurope", "properties": {}}),
    )
}

fn account(name: &str, managed: &Value) -> Value {
    json!({"id": format!("/subscriptions/{SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Purview/accounts/{name}"),
        "name": name, "location": "westeurope", "properties": {"managedResources": managed}})
}

fn managed() -> Value {
    json!({"resourceGroup": "/subscriptions/s/resourceGroups/managed-rg",
        "storageAccount": "/subscriptions/s/resourceGroups/managed-rg/providers/Microsoft.Storage/storageAccounts/\
                           scanwesteuropeabc",
        "eventHubNamespace": "/subscriptions/s/resourceGroups/managed-rg/providers/Microsoft.EventHub/namespaces/\
                              Atlas-1"})
}

fn self_hosted(urls: &Value) -> Answer {
    ok(
        json!({"name": "ir-a", "properties": {"type": "SelfHosted", "state": "Online", "typeProperties": {
        "latestVersion": "5.50.9171.1", "nodes": [], "serviceUrls": urls}}}),
    )
}

async fn asked(script: &Script, network: MadeUp, arguments: Value, environment: Value) -> Said {
    let mut arguments = arguments;
    arguments["Area"] = json!(["Network"]);
    let library = library(script, &Arc::new(network), None);
    check(&library, arguments, environment).await
}

async fn told(script: &Script, arguments: Value) -> Said {
    asked(script, MadeUp::default(), arguments, json!({})).await
}

#[tokio::test]
async fn a_factory_gives_its_own_address() {
    let authority = Authority::new();
    let server = authority
        .serve("adf-a.westeurope.datafactory.azure.net")
        .await;
    let network = MadeUp::default().leads(
        "adf-a.westeurope.datafactory.azure.net",
        "10.0.0.4",
        443,
        server,
    );
    let script = Script::new(vec![factory("West Europe")]);
    let arguments = json!({"For": "DataFactory", "ResourceGroupName": "rg", "DataFactoryName": "ADF-A",
        "PrivateEndpoint": true});
    let said = asked(&script, network, arguments, authority.trusted()).await;
    let own = finding(&said, "adf-a.westeurope.datafactory.azure.net:443");
    assert_eq!(own.result, "Passed");
    assert_eq!(own.required, "TLS, private address");
    assert!(own.why.contains("'*.frontend.clouddatahub.net'"));
    assert_eq!(
        script.sent()[0].path,
        format!(
            "/subscriptions/{SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.DataFactory/factories/ADF-A"
        )
    );
    assert_eq!(script.left(), 0);
    // What has no private endpoint is not asked for one.
    assert_eq!(
        finding(&said, "download.microsoft.com:443").required,
        "TLS, optional"
    );
}

#[tokio::test]
async fn a_factory_that_is_not_named_leaves_its_row_and_says_what_to_name() {
    let said = told(&Script::default(), json!({"For": "DataFactory"})).await;
    let own = finding(&said, "<factory>.<region>.datafactory.azure.net:443");
    assert_eq!(
        (own.result.as_str(), own.found.as_str()),
        ("Skipped", "not tried: it was not named")
    );
    assert_eq!(
        own.fix.unwrap(),
        "Name it: -DataFactoryName. Otherwise let '*.frontend.clouddatahub.net' through."
    );
    let own = finding(&said, "<vault>.vault.azure.net:443");
    assert_eq!(own.found, "not tried: no key vault was named");
}

#[tokio::test]
async fn a_status_gives_the_addresses_of_the_service_and_of_the_relay() {
    let urls = json!([
        null,
        "adf-a.westeurope.datafactory.azure.net",
        "https://g1-prod-am3.servicebus.windows.net:443/",
        "*.servicebus.windows.net",
        "contoso.servicebus.windows.net"
    ]);
    let script = Script::new(vec![factory("westeurope"), self_hosted(&urls)]);
    let arguments = json!({"For": "DataFactory", "ResourceGroupName": "rg", "DataFactoryName": "adf-a",
        "IntegrationRuntimeName": "ir-a"});
    let said = told(&script, arguments).await;
    let checks: Vec<(String, String)> = findings(&said)
        .into_iter()
        .take(3)
        .map(|own| (own.check, own.result))
        .collect();
    let wanted = |check: &str, result: &str| (check.to_owned(), result.to_owned());
    assert_eq!(
        checks,
        [
            wanted("g1-prod-am3.servicebus.windows.net:443", "Warning"),
            wanted("contoso.servicebus.windows.net:443", "Warning"),
            wanted("adf-a.westeurope.datafactory.azure.net:443", "Failed"),
        ]
    );
    assert_eq!(script.order(), ["GET adf-a", "POST getStatus"]);
}

#[tokio::test]
async fn a_status_without_relay_addresses_leaves_the_wildcard() {
    let script = Script::new(vec![
        factory("westeurope"),
        self_hosted(&json!(["adf-a.westeurope.datafactory.azure.net"])),
    ]);
    let arguments = json!({"For": "DataFactory", "ResourceGroupName": "rg", "DataFactoryName": "adf-a",
        "IntegrationRuntimeName": "ir-a"});
    let said = told(&script, arguments).await;
    assert_eq!(
        finding(&said, "*.servicebus.windows.net:443").result,
        "Skipped"
    );
}

#[tokio::test]
async fn of_many_addresses_only_those_that_fail_are_told_one_by_one() {
    let authority = Authority::new();
    let mut network = MadeUp::default();
    let mut urls = vec![Value::Null];
    for number in 0..20 {
        let name = format!("g{number}.frontend.clouddatahub.net");
        if number != 7 {
            let server = authority.serve(&name).await;
            network = network.leads(&name, &format!("203.0.113.{number}"), 443, server);
        }
        urls.push(json!(name));
    }
    let script = Script::new(vec![workspace(), self_hosted(&json!(urls))]);
    let arguments = json!({"For": "Synapse", "ResourceGroupName": "rg", "WorkspaceName": "ws-a",
        "IntegrationRuntimeName": "ir-a"});
    let said = asked(&script, network, arguments, authority.trusted()).await;
    let of_list: Vec<(String, String, String)> = findings(&said)
        .into_iter()
        .filter(|own| own.check.contains("clouddatahub") || own.check.contains("ir-a"))
        .map(|own| (own.check, own.result, own.found))
        .collect();
    assert_eq!(of_list.len(), 2, "{of_list:?}");
    assert_eq!(of_list[0].0, "g7.frontend.clouddatahub.net:443");
    assert_eq!(of_list[0].1, "Failed");
    assert_eq!(
        (
            of_list[1].0.as_str(),
            of_list[1].1.as_str(),
            of_list[1].2.as_str()
        ),
        ("Service addresses of 'ir-a'", "Passed", "19 of 20 reached")
    );
    assert!(script.sent()[1].path.contains(
        "/providers/Microsoft.Synapse/workspaces/ws-a/integrationRuntimes/ir-a/getStatus"
    ));
}

#[tokio::test]
async fn an_azure_ssis_runtime_gives_its_outbound_dependencies() {
    let script = Script::new(vec![
        factory("westeurope"),
        ok(
            json!({"name": "ir-a", "properties": {"type": "Managed", "state": "Started", "typeProperties": {}}}),
        ),
        ok(json!({"value": [
            {"category": "Azure Data Factory (Management)", "endpoints": [{"domainName": "we.frontend.clouddatahub.net",
                "endpointDetails": [{"port": 443}]}]},
            {"category": "Azure SQL Database", "endpoints": [{"domainName": "sql.database.windows.net",
                "endpointDetails": [{"port": 1433}, {"port": 11000}]}]},
            {"category": "Azure Storage (Management)", "endpoints": [{"domainName": "*.blob.core.windows.net",
                "endpointDetails": [{"port": 443}]}]}]})),
    ]);
    let arguments = json!({"For": "DataFactory", "ResourceGroupName": "rg", "DataFactoryName": "adf-a",
        "IntegrationRuntimeName": "ir-a"});
    let said = told(&script, arguments).await;
    let own = finding(&said, "we.frontend.clouddatahub.net:443");
    assert_eq!(
        (own.result.as_str(), own.required.as_str()),
        ("Failed", "TLS")
    );
    assert_eq!(
        own.why,
        "Outbound dependency of the Azure-SSIS runtime: Azure Data Factory (Management)"
    );
    assert_eq!(
        finding(&said, "sql.database.windows.net:11000").required,
        "connection"
    );
    assert_eq!(
        finding(&said, "*.blob.core.windows.net:443").result,
        "Skipped"
    );
    assert_eq!(
        finding(&said, "adf-a.westeurope.datafactory.azure.net:443").result,
        "Failed"
    );
}

#[tokio::test]
async fn an_account_gives_its_managed_storage_and_event_hub() {
    let script = Script::new(vec![ok(account("purview-a", &managed()))]);
    let arguments =
        json!({"For": "Purview", "ResourceGroupName": "rg", "AccountName": "purview-a"});
    let said = told(&script, arguments).await;
    for check in [
        "Atlas-1.servicebus.windows.net:443",
        "scanwesteuropeabc.blob.core.windows.net:443",
        "scanwesteuropeabc.queue.core.windows.net:443",
    ] {
        assert_eq!(finding(&said, check).result, "Failed", "{check}");
    }
    assert_eq!(
        script.sent()[0].path,
        format!(
            "/subscriptions/{SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Purview/accounts/purview-a"
        )
    );
    assert_eq!(script.sent()[0].query, "api-version=2021-12-01");
}

#[tokio::test]
async fn an_account_without_managed_resources_says_so() {
    let script = Script::new(vec![ok(account("purview-a", &Value::Null))]);
    let arguments =
        json!({"For": "Purview", "ResourceGroupName": "rg", "AccountName": "purview-a"});
    let said = told(&script, arguments).await;
    let own = finding(&said, "<storage>.queue.core.windows.net:443");
    assert_eq!(own.result, "Skipped");
    assert_eq!(
        own.found,
        "not tried: account 'purview-a' has no managed resource of this kind"
    );
    assert_eq!(own.fix, None);
}

#[tokio::test]
async fn without_a_group_the_account_is_found_by_name_in_the_subscription() {
    let page = |members: Value| ok(json!({"value": members}));
    let arguments = json!({"For": "Purview", "AccountName": "Purview-A"});
    let one = json!([
        account("other", &managed()),
        account("purview-a", &managed())
    ]);
    let script = Script::new(vec![page(one), ok(account("purview-a", &managed()))]);
    let said = told(&script, arguments.clone()).await;
    assert!(
        findings(&said)
            .iter()
            .any(|own| own.check == "Atlas-1.servicebus.windows.net:443")
    );
    assert_eq!(
        script.sent()[0].path,
        format!("/subscriptions/{SUBSCRIPTION}/providers/Microsoft.Purview/accounts")
    );
    let two = json!([
        account("purview-a", &managed()),
        account("PURVIEW-A", &managed())
    ]);
    let said = told(&Script::new(vec![page(two)]), arguments.clone()).await;
    assert_eq!(
        said.error(),
        "There is a Purview account 'Purview-A' in each of the resource groups 'rg', 'rg'. Say with -ResourceGroupName \
         which one is meant."
    );
    assert!(said.objects.is_empty());
    let said = told(&Script::new(vec![page(json!([]))]), arguments).await;
    assert!(
        said.error()
            .starts_with("Could not find Purview account: 'Purview-A' in any resource group")
    );
}

#[tokio::test]
async fn an_object_or_an_id_names_it_too() {
    let id = |rest: &str| {
        format!(
            "/subscriptions/other-subscription/resourcegroups/rg-b/providers/microsoft.datafactory/FACTORIES/\
             adf-b{rest}"
        )
    };
    for arguments in [
        json!({"For": "DataFactory", "ResourceId": id("/integrationruntimes/ir-b")}),
        json!({"For": "DataFactory", "InputObject": {"Name": "ir-b", "Id": id("/integrationRuntimes/ir-b")}}),
        json!({"For": "DataFactory", "InputObject": {"DataFactoryName": "adf-b", "DataFactoryId": id("")},
            "IntegrationRuntimeName": "ir-b"}),
    ] {
        let script = Script::new(vec![factory("westeurope"), self_hosted(&json!([]))]);
        told(&script, arguments).await;
        let sent = script.sent();
        assert_eq!(sent.len(), 2);
        assert_eq!(
            sent[0].path,
            "/subscriptions/other-subscription/resourceGroups/rg-b/providers/Microsoft.DataFactory/factories/adf-b"
        );
        assert!(
            sent[1]
                .path
                .ends_with("/integrationRuntimes/ir-b/getStatus")
        );
    }
}

#[tokio::test]
async fn what_azure_refuses_ends_the_check() {
    let script = Script::new(vec![fails(404, "ResourceNotFound", "No such factory.")]);
    let arguments =
        json!({"For": "DataFactory", "ResourceGroupName": "rg", "DataFactoryName": "adf-a"});
    let said = told(&script, arguments).await;
    assert!(said.error().contains("No such factory."));
    assert!(said.objects.is_empty());
}

#[tokio::test]
async fn a_machine_that_does_not_reach_azure_is_told_and_checked_on() {
    let script = Script::new((0..8).map(|_| Answer::Unreachable).collect());
    let arguments =
        json!({"For": "DataFactory", "ResourceGroupName": "rg", "DataFactoryName": "adf-a"});
    let said = told(&script, arguments).await;
    assert!(said.messages("error").is_empty());
    let all = findings(&said);
    assert_eq!(
        (all[0].check.as_str(), all[0].result.as_str()),
        ("Azure Resource Manager", "Failed")
    );
    assert!(
        all[0].found.contains("could not be reached"),
        "{}",
        all[0].found
    );
    assert_eq!(all.len(), 9);
}

#[tokio::test]
async fn nobody_has_to_be_signed_in_when_nothing_was_named() {
    let script = Script::default();
    let library = Arc::into_inner(nobody(&script)).unwrap();
    let network: Arc<dyn azir_core::prerequisite::connect::Network> = Arc::new(MadeUp::default());
    let library = Arc::new(library.with(azir_core::state::System {
        network: Some(network),
        ..Default::default()
    }));
    let said = check(&library, json!({"For": "Synapse"}), json!({})).await;
    assert!(said.messages("error").is_empty());
    assert_eq!(findings(&said).len(), 9);
    assert!(script.sent().is_empty());
    let said = check(
        &library,
        json!({"For": "Synapse", "WorkspaceName": "ws-a"}),
        json!({}),
    )
    .await;
    assert!(said.error().starts_with("Run Connect-AzAccount to login."));
}
