//! What does not fit is refused before anything is done.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::{
    prerequisite::world::{MadeUp, check, library},
    support::Script,
};

async fn refused(arguments: Value, message: &str) {
    let script = Script::default();
    let network = Arc::new(MadeUp::default());
    let said = check(
        &library(&script, &network, None),
        arguments.clone(),
        json!({}),
    )
    .await;
    assert_eq!(said.error(), message, "{arguments}");
    assert!(said.objects.is_empty());
    assert!(script.sent().is_empty() && network.asked().is_empty());
}

#[tokio::test]
async fn names_that_do_not_fit_the_service() {
    refused(
        json!({"For": "Fabric"}),
        "'Fabric' has no self-hosted integration runtimes. -For takes DataFactory, Synapse or Purview.",
    )
    .await;
    refused(
        json!({"For": "Purview", "WorkspaceName": "ws-a"}),
        "-WorkspaceName goes with -For Synapse, and -For is Purview.",
    )
    .await;
    refused(
        json!({"For": "DataFactory", "IntegrationRuntimeName": "ir-a"}),
        "-IntegrationRuntimeName alone names nothing: give -DataFactoryName too.",
    )
    .await;
    refused(
        json!({"For": "Purview", "ResourceGroupName": "rg"}),
        "-ResourceGroupName alone names nothing: give -AccountName too.",
    )
    .await;
    let id = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Synapse/workspaces/ws-a";
    refused(
        json!({"For": "DataFactory", "ResourceId": id}),
        &format!("'{id}' is of Synapse, and -For is DataFactory."),
    )
    .await;
    let deep = format!("{id}/bigDataPools/pool");
    for id in [deep.as_str(), "/subscriptions/s", "ws-a"] {
        refused(
            json!({"For": "Synapse", "ResourceId": id}),
            &format!("'{id}' is not the resource id of a data factory, workspace, account or integration runtime."),
        )
        .await;
    }
    refused(
        json!({"For": "Synapse", "InputObject": {"Name": "ws-a"}}),
        "The object given as -InputObject has no Id: it is no data factory, workspace, account or integration runtime.",
    )
    .await;
}

#[tokio::test]
async fn sources_hosts_and_vaults_that_are_none() {
    for source in [
        "sql.example",
        "sql.example:",
        "sql.example:0",
        "sql.example:70000",
        "http://sql.example",
        "https://",
        "https://sql example",
        ":1433",
        "*.example:1433",
        "a..b:1",
        "",
    ] {
        refused(
            json!({"For": "Synapse", "Source": ["good.example:1", source]}),
            &format!(
                "'{source}' is not a source: give host and port, such as 'sql01.contoso.example:1433', or an address \
                 such as 'https://api.contoso.example/'."
            ),
        )
        .await;
    }
    for name in [
        "*.servicebus.windows.net",
        "https://a.example",
        "a b",
        "a:x",
    ] {
        refused(
            json!({"For": "Synapse", "HostName": name}),
            &format!(
                "'{name}' is not a host name: give one name without '*', such as 'contoso.servicebus.windows.net', or \
                 with a port, such as 'contoso.example:8443'."
            ),
        )
        .await;
    }
    for name in [
        "kv",
        "kv_data",
        "a-name-that-is-too-long-for-it",
        "kv data.vault.azure.net",
    ] {
        refused(
            json!({"For": "Synapse", "KeyVaultName": name}),
            &format!(
                "'{name}' is not the name of a key vault: 3 to 24 letters, digits and dashes, such as 'kv-data'; or \
                 its host name, such as 'kv-data.vault.azure.net'."
            ),
        )
        .await;
    }
    refused(
        json!({"For": "Synapse", "TimeoutSeconds": 0}),
        "-TimeoutSeconds takes 1 to 300 seconds.",
    )
    .await;
}

#[tokio::test]
async fn a_proxy_or_certificate_file_that_is_none() {
    let network = Arc::new(MadeUp::default());
    let library = library(&Script::default(), &network, None);
    for (environment, message) in [
        (
            json!({"HTTPS_PROXY": "http://"}),
            "The proxy in $env:HTTPS_PROXY is not an address such as 'http://proxy:8080'.",
        ),
        (
            json!({"SSL_CERT_FILE": "/nowhere/authority.pem"}),
            "The certificate file '/nowhere/authority.pem' cannot be used: ",
        ),
    ] {
        let arguments = json!({"For": "Synapse", "Area": "Network"});
        let said = check(&library, arguments, environment).await;
        assert!(said.error().starts_with(message), "{}", said.error());
        assert!(network.asked().is_empty());
    }
}
