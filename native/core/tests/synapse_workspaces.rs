//! `Get-AzSynapseWorkspace`.

use crate::support::{SUBSCRIPTION, Said, Script, ok, run, signed_in};
use serde_json::{Value, json};

fn workspace(group: &str, name: &str) -> Value {
    json!({
        "id": format!("/subscriptions/{SUBSCRIPTION}/resourceGroups/{group}/providers/Microsoft.Synapse/workspaces/{name}"),
        "name": name, "type": "Microsoft.Synapse/workspaces", "location": "eastus", "tags": {"team": "data"},
        "identity": {"type": "SystemAssigned", "principalId": "p-1", "tenantId": "t-1"},
        "properties": {
            "provisioningState": "Succeeded",
            "defaultDataLakeStorage": {"accountUrl": "https://st.dfs.core.windows.net", "filesystem": "fs"},
            "connectivityEndpoints": {"dev": "https://ws.dev.azuresynapse.net"},
            "managedResourceGroupName": "rg-managed", "sqlAdministratorLogin": "sqladmin",
            "managedVirtualNetwork": "default", "workspaceUID": "u-1", "privateEndpointConnections": []
        }
    })
}

async fn said(arguments: Value, answers: Vec<Value>) -> (Said, Script) {
    let script = Script::new(answers.into_iter().map(ok).collect());
    let said = run(&signed_in(&script), "synapse.workspace.get", arguments).await;
    (said, script)
}

fn names(said: &Said) -> Vec<String> {
    said.results
        .iter()
        .filter_map(|result| result.member("Name")?.as_text().map(str::to_owned))
        .collect()
}

#[tokio::test]
async fn one_workspace_has_the_properties_of_azs_class() {
    let arguments = json!({"ResourceGroupName": "rg", "Name": "ws-a"});
    let (said, script) = said(arguments, vec![workspace("rg", "ws-a")]).await;
    assert!(
        script.sent()[0]
            .path
            .ends_with("/resourceGroups/rg/providers/Microsoft.Synapse/workspaces/ws-a")
    );
    let object = &said.objects[0];
    for text in [
        "Microsoft.Azure.Commands.Synapse.Models.PSSynapseWorkspace",
        ".DefaultDataLakeStorageAccountUrl='https://st.dfs.core.windows.net';",
        ".PrincipalId='p-1';",
        ".ManagedResourceGroupName='rg-managed';",
        ".ManagedVirtualNetwork='default';",
        ".WorkspaceUID='u-1';",
        ".Location='eastus';",
        ".Type='Microsoft.Synapse/workspaces';",
        ".ResourceGroupName='rg';",
    ] {
        assert!(object.contains(text), "{text}\n{object}");
    }
}

#[tokio::test]
async fn a_name_alone_is_found_in_its_group_and_an_id_needs_no_search() {
    let list = json!({"value": [workspace("rg-x", "other"), workspace("rg-y", "WS-A")]});
    let (found, script) = said(
        json!({"Name": "ws-a"}),
        vec![list, workspace("rg-y", "ws-a")],
    )
    .await;
    assert!(script.sent()[1].path.contains("/resourceGroups/rg-y/"));
    assert_eq!(names(&found), ["ws-a"]);
    let (_, script) = said(
        json!({"ResourceId": workspace("rg", "ws-a")["id"]}),
        vec![workspace("rg", "ws-a")],
    )
    .await;
    assert_eq!(script.order(), ["GET ws-a"]);
    let (told, _) = said(json!({"Name": "ws-a"}), vec![json!({"value": []})]).await;
    assert!(
        told.error()
            .starts_with("Could not find workspace: 'ws-a' in any resource group")
    );
}

#[tokio::test]
async fn wildcards_choose_from_the_list() {
    let list = || json!({"value": [workspace("rg-one", "syn-a"), workspace("rg-two", "syn-b"), workspace("rg-two", "x")]});
    for (arguments, wanted) in [
        (json!({}), vec!["syn-a", "syn-b", "x"]),
        (json!({"Name": "SYN-*"}), vec!["syn-a", "syn-b"]),
        (
            json!({"ResourceGroupName": "*two", "Name": "syn-?"}),
            vec!["syn-b"],
        ),
        (json!({"ResourceGroupName": "*two"}), vec!["syn-b", "x"]),
        (json!({"Name": "none*"}), vec![]),
    ] {
        let (said, script) = said(arguments.clone(), vec![list()]).await;
        assert_eq!(names(&said), wanted, "{arguments}");
        assert!(script.sent()[0].path.ends_with(&format!(
            "/subscriptions/{SUBSCRIPTION}/providers/Microsoft.Synapse/workspaces"
        )));
    }
    let (said, script) = said(json!({"ResourceGroupName": "rg-two"}), vec![list()]).await;
    assert!(script.sent()[0].path.contains("/resourceGroups/rg-two/"));
    assert!(said.objects.join("").contains("PSSynapseWorkspace{"));
}

#[tokio::test]
async fn a_factorys_id_is_no_workspaces() {
    let id = format!(
        "/subscriptions/{SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.DataFactory/factories/f"
    );
    let (said, script) = said(json!({"ResourceId": id}), vec![]).await;
    assert!(
        said.error()
            .contains("is not the resource id of a workspace, but of a data factory.")
    );
    assert!(script.sent().is_empty());
}
