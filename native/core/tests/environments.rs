//! Clouds: those that describe themselves, those that are described, and the built-in ones.

use crate::support::{Script, fails, library, ok, run, run_answering};
use serde_json::{Value, json};

fn metadata() -> Value {
    json!({"name": "LabCloud", "resourceManager": "https://arm.lab.test", "portal": "https://portal.lab.test",
        "authentication": {"loginEndpoint": "https://login.lab.test", "audiences": ["https://management.lab.test/"],
            "tenant": "lab.test"},
        "suffixes": {"storage": "core.lab.test", "sqlServerHostname": "database.lab.test",
        "keyVaultDns": "vault.lab.test"}})
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
        "authentication": {"loginEndpoint": "https://adfs.lab.test/adfs",
        "audiences": ["https://management.lab.test/"]}});
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
    let arguments = json!({"Name": "Lab", "ResourceManagerEndpoint": "https://arm.lab.test/",
        "GraphEndpoint": "https://g.test/",
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
    assert!(said.objects[0].contains("'Lab'"));
    let said = run(&library, "environment.get", json!({"Name": "Lab"})).await;
    assert!(said.objects.is_empty());
}
