//! Purview: accounts are found, versions and tenants chosen, and what is refused says what to do.

use crate::support::{
    Answer, Hosted, SUBSCRIPTION, Script, TENANT, TOKEN, fails, ok,
    purview::{
        OTHER_TENANT, SCAN_TOKEN, account, account_in, list, named, old_only, self_hosted,
        signed_in,
    },
    run, run_with,
};
use azir_azure::auth::{Credential, broker::Broker};
use serde_json::{Value, json};

#[tokio::test]
async fn an_account_is_found_by_name_and_asked_where_it_says() {
    let mut found = account_in("rg-of-it", "PV-A");
    found["properties"]["endpoints"]["scan"] =
        json!("https://of-tenant-api.purview-service.microsoft.com/of/scan");
    let script = Script::new(vec![
        list(json!([account_in("rg", "pv-other"), found.clone()])),
        ok(found),
        self_hosted(),
    ]);
    let arguments = json!({"AccountName": "pv-a", "Name": "ir-a"});
    let said = run(&signed_in(&script), "purview.runtime.get", arguments).await;
    assert_eq!(script.order(), ["GET accounts", "GET pv-a", "GET ir-a"]);
    let sent = script.sent();
    assert_eq!(sent[1].query, "api-version=2021-12-01");
    assert_eq!(sent[2].host, "of-tenant-api.purview-service.microsoft.com");
    assert_eq!(sent[2].path, "/of/scan/integrationruntimes/ir-a");
    assert_eq!(sent[2].query, "api-version=2023-09-01");
    assert_eq!(
        sent[1].header("authorization"),
        Some(&*format!("Bearer {TOKEN}"))
    );
    assert_eq!(
        sent[2].header("authorization"),
        Some(&*format!("Bearer {SCAN_TOKEN}"))
    );
    assert!(said.objects[0].contains("rg-of-it"));
    assert!(!said.everything().contains("planted"));
}

#[tokio::test]
async fn a_name_that_nobody_or_that_two_have_is_told() {
    let arguments = json!({"AccountName": "pv-a", "Name": "ir-a"});
    let script = Script::new(vec![list(json!([account_in("rg", "pv-b")]))]);
    let said = run(
        &signed_in(&script),
        "purview.runtime.get",
        arguments.clone(),
    )
    .await;
    assert_eq!(
        said.error(),
        format!(
            "Could not find Purview account: 'pv-a' in any resource group in the currently selected subscription: \
             {SUBSCRIPTION}. Please ensure this account exists and that the current user has access to it. \
             Get-AzPurviewAccount shows those that there are; Select-AzSubscription changes to another subscription. \
             Who has a role in Purview but none in Azure gives -ResourceGroupName too."
        )
    );
    let both = json!([account_in("rg-1", "pv-a"), account_in("rg-2", "PV-a")]);
    let script = Script::new(vec![list(both)]);
    let said = run(&signed_in(&script), "purview.runtime.get", arguments).await;
    assert_eq!(
        said.error(),
        "There is a Purview account 'pv-a' in each of the resource groups 'rg-1', 'rg-2'. Say with -ResourceGroupName \
         which one is meant."
    );
    assert_eq!(script.order(), ["GET accounts"]);
}

#[tokio::test]
async fn an_account_that_is_known_is_not_asked_for_again() {
    let script = Script::new(vec![account(), self_hosted(), self_hosted(), self_hosted()]);
    let library = signed_in(&script);
    run(&library, "purview.runtime.get", named()).await;
    let id =
        account_in("RG", "pv-a")["id"].as_str().unwrap().to_owned() + "/integrationRuntimes/ir-a";
    run(&library, "purview.runtime.get", json!({ "ResourceId": id })).await;
    let object =
        json!({"Name": "ir-a", "ResourceGroupName": "rg", "AccountName": "pv-a", "Id": id});
    run(
        &library,
        "purview.runtime.get",
        json!({ "InputObject": object }),
    )
    .await;
    assert_eq!(
        script.order(),
        ["GET pv-a", "GET ir-a", "GET ir-a", "GET ir-a"]
    );
}

#[tokio::test]
async fn who_has_no_role_in_azure_is_served_where_the_name_says() {
    let script = Script::new(vec![
        fails(403, "AuthorizationFailed", "No."),
        self_hosted(),
    ]);
    let said = run(&signed_in(&script), "purview.runtime.get", named()).await;
    assert_eq!(script.sent()[1].host, "pv-a.purview.azure.com");
    assert_eq!(script.sent()[1].path, "/scan/integrationruntimes/ir-a");
    assert!(said.messages("verbose")[0].contains("its scan endpoint is made of its name"));
    // Nor is one that tells no endpoint.
    let mut silent = account_in("rg", "pv-a");
    silent["properties"]["endpoints"] = Value::Null;
    let script = Script::new(vec![ok(silent), self_hosted()]);
    run(&signed_in(&script), "purview.runtime.get", named()).await;
    assert_eq!(script.sent()[1].host, "pv-a.purview.azure.com");
}

#[tokio::test]
async fn an_endpoint_that_is_none_is_told_and_plain_http_gets_no_token() {
    for (endpoint, text) in [
        (
            "https://elsewhere.example/scan",
            "is not at a host of Purview in environment 'AzureCloud'. No token was sent there.",
        ),
        (
            "https://purview.azure.com.elsewhere.example/scan",
            "is not at a host of Purview",
        ),
        (
            "https://pv-a.purview.azure.com@elsewhere.example/scan",
            "is not at a host of Purview",
        ),
        (
            "https://elsewhere-purview.azure.com/scan",
            "is not at a host of Purview",
        ),
        (
            "nowhere",
            "'nowhere', which Purview account 'pv-a' gives as its scan endpoint, is not an address.",
        ),
        (
            "http://pv-a.purview.azure.com/scan",
            "is not an https address. Tokens are sent over https only.",
        ),
    ] {
        let mut odd = account_in("rg", "pv-a");
        odd["properties"]["endpoints"]["scan"] = json!(endpoint);
        let script = Script::new(vec![ok(odd)]);
        let said = run(&signed_in(&script), "purview.runtime.get", named()).await;
        assert!(said.error().contains(text), "{}", said.error());
        assert_eq!(script.sent().len(), 1);
    }
}

#[tokio::test]
async fn the_newest_version_that_the_account_answers_is_asked_for_once() {
    let keys = || ok(json!({"authKey1": "k1", "authKey2": "k2"}));
    let script = Script::new(vec![account(), old_only(), keys(), keys()]);
    let library = signed_in(&script);
    let said = run(&library, "purview.key.get", named()).await;
    assert_eq!(said.secrets.len(), 2);
    run(&library, "purview.key.get", named()).await;
    let asked: Vec<String> = script.sent()[1..]
        .iter()
        .map(|sent| format!("{}?{}", sent.path, sent.query))
        .collect();
    assert_eq!(
        asked,
        [
            "/scan/integrationruntimes/ir-a:listAuthKeys?api-version=2023-09-01",
            "/scan/integrationruntimes/ir-a/:listAuthKeys?api-version=2022-07-01-preview",
            "/scan/integrationruntimes/ir-a/:listAuthKeys?api-version=2022-07-01-preview",
        ]
    );
}

#[tokio::test]
async fn an_account_that_answers_neither_version_is_told() {
    let script = Script::new(vec![account(), old_only(), old_only()]);
    let said = run(
        &signed_in(&script),
        "purview.runtime.get",
        json!({"AccountName": "pv-a", "ResourceGroupName": "rg"}),
    )
    .await;
    assert!(said.error().contains(
        "Error Message: The api-version is not supported. Purview account 'pv-a' answers neither API version \
         2023-09-01 nor 2022-07-01-preview, the two that have integration runtimes.\nRequest Id: request-1"
    ));
}

#[tokio::test]
async fn a_list_goes_over_all_pages_and_a_status_that_cannot_be_had_is_told() {
    let page = json!({"value": [{"name": "ir-1", "kind": "SelfHosted"}, {"name": "ir-2", "kind": "SelfHosted"}],
        "nextLink": "https://pv-a.purview.azure.com/scan/integrationruntimes?api-version=2023-09-01&skip=2"});
    let last = list(json!([{"name": "ir-3", "kind": "Managed"}]));
    let script = Script::new(vec![account(), ok(page), last]);
    let arguments = json!({"AccountObject": {"Name": "pv-a", "ResourceGroupName": "rg"}});
    let said = run(
        &signed_in(&script),
        "purview.runtime.get",
        arguments.clone(),
    )
    .await;
    let all = said.objects.join("");
    for name in ["ir-1", "ir-2", "ir-3"] {
        assert!(all.contains(name));
    }

    let two = list(
        json!([{"name": "ir-1", "kind": "SelfHosted"}, {"name": "ir-2", "kind": "SelfHosted"}]),
    );
    let online = ok(json!({"properties": {"state": "Online"}}));
    let script = Script::new(vec![account(), two, fails(409, "Odd", "Not now."), online]);
    let mut arguments = arguments;
    arguments["Status"] = json!(true);
    let said = run(&signed_in(&script), "purview.runtime.get", arguments).await;
    assert!(said.error().contains("Error Message: Not now."));
    assert_eq!(said.objects.len(), 2);
    assert!(said.objects[1].contains("Online"));
}

#[tokio::test]
async fn a_list_that_goes_on_elsewhere_is_not_followed() {
    let page = json!({"value": [{"name": "ir-1", "kind": "SelfHosted"}],
        "nextLink": "https://pv-b.purview.azure.com/scan/integrationruntimes"});
    let script = Script::new(vec![account(), ok(page)]);
    let arguments = json!({"AccountName": "pv-a", "ResourceGroupName": "rg"});
    let said = run(&signed_in(&script), "purview.runtime.get", arguments).await;
    assert!(
        said.error()
            .contains("continues at another host, 'pv-b.purview.azure.com'")
    );
    assert_eq!(script.sent().len(), 2);
}

#[tokio::test]
async fn a_refusal_names_the_role_of_purview() {
    let script = Script::new(vec![
        account(),
        fails(403, "Unauthorized", "Not authorized to access account"),
    ]);
    let said = run(&signed_in(&script), "purview.runtime.get", named()).await;
    assert!(said.error().contains(
        "Error Message: Not authorized to access account. Purview has roles of its own, and a role in Azure such as \
         Owner or Contributor is none of them: account 'somebody' needs the role 'Data source administrator' of a \
         collection in Purview account 'pv-a'."
    ));
    // The header has the code where the body has none.
    let bare = Answer::Reply(
        403,
        vec![("x-ms-error-code", "Denied".into())],
        String::new(),
    );
    let script = Script::new(vec![account(), bare]);
    let said = run(&signed_in(&script), "purview.runtime.get", named()).await;
    assert!(said.error().contains("Error Code: Denied\n"));
    assert!(said.error().contains("Data source administrator"));
}

#[tokio::test]
async fn an_account_of_another_tenant_names_it() {
    let mut foreign = account_in("rg", "pv-a");
    foreign["identity"]["tenantId"] = json!(OTHER_TENANT);
    let script = Script::new(vec![ok(foreign), fails(403, "Unauthorized", "No.")]);
    let said = run(&signed_in(&script), "purview.runtime.get", named()).await;
    assert!(said.error().contains(&format!(
        "No. Purview account 'pv-a' belongs to tenant '{OTHER_TENANT}', and the token was one of tenant '{TENANT}'. \
         Run Connect-AzAccount -Tenant '{OTHER_TENANT}'."
    )));
    let challenge = format!(
        "Bearer authorization_uri=\"https://login.example/{OTHER_TENANT}\", error=\"invalid_token\""
    );
    let script = Script::new(vec![
        account(),
        Answer::Reply(401, vec![("www-authenticate", challenge)], String::new()),
    ]);
    let said = run(&signed_in(&script), "purview.runtime.get", named()).await;
    assert_eq!(
        said.error(),
        format!(
            "Purview account 'pv-a' belongs to tenant '{OTHER_TENANT}', and account 'somebody' can have tokens of \
             tenant '{TENANT}' only. Run Connect-AzAccount -Tenant '{OTHER_TENANT}' with a sign-in of that tenant."
        )
    );
}

#[tokio::test]
async fn az_accounts_is_asked_for_tokens_of_purview_and_of_the_accounts_tenant() {
    let challenge =
        format!("Bearer authorization_uri=\"https://login.example/{OTHER_TENANT}/oauth2\"");
    let script = Script::new(vec![
        account(),
        Answer::Reply(401, vec![("www-authenticate", challenge)], String::new()),
        self_hosted(),
        self_hosted(),
    ]);
    let library = crate::support::library(&script);
    let credential = Credential::Broker(Broker {
        kind: "User".into(),
    });
    crate::support::sign_in(&library, credential);
    let hosted = Hosted {
        tokens: ["planted-arm", "planted-one", "planted-two"]
            .map(Into::into)
            .into(),
        ..Hosted::default()
    };
    let said = run_with(&library, "purview.runtime.get", named(), &hosted).await;
    let asked: Vec<(&str, &str)> = said
        .frames
        .iter()
        .filter(|own| own["frame"] == "token")
        .map(|own| {
            (
                own["resource"].as_str().unwrap(),
                own["tenant"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        asked,
        [
            ("https://management.azure.com", TENANT),
            ("https://purview.azure.net", TENANT),
            ("https://purview.azure.net", OTHER_TENANT),
        ]
    );
    assert_eq!(said.objects.len(), 1);
    assert!(!said.everything().contains("planted"));
    // The tenant is known from then on.
    let said = run_with(&library, "purview.runtime.get", named(), &hosted).await;
    assert!(said.frames.iter().all(|own| own["frame"] != "token"));
    assert_eq!(
        script.sent()[3].header("authorization"),
        Some("Bearer planted-two")
    );
}

#[tokio::test]
async fn objects_of_something_else_are_not_taken_for_what_their_names_say() {
    let workspace = format!(
        "/subscriptions/{SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Synapse/workspaces/pv-a"
    );
    let object = json!({"Name": "pv-a", "ResourceGroupName": "rg", "Id": workspace});
    let script = Script::new(vec![]);
    let said = run(
        &signed_in(&script),
        "purview.runtime.get",
        json!({"AccountObject": object}),
    )
    .await;
    assert!(
        said.error()
            .contains("is not the resource id of a Purview account, but of a Synapse workspace.")
    );
    let runtime = json!({"Name": "ir-a", "ResourceGroupName": "rg", "AccountName": "pv-a",
        "Id": format!("{workspace}/integrationruntimes/ir-a")});
    let said = run(
        &signed_in(&script),
        "purview.runtime.get",
        json!({"InputObject": runtime}),
    )
    .await;
    assert!(
        said.error()
            .contains("is not the resource id of an integration runtime in a Purview account")
    );
    let said = run(
        &signed_in(&script),
        "purview.runtime.get",
        json!({"ResourceId": workspace}),
    )
    .await;
    assert!(
        said.error()
            .contains("is not the resource id of an integration runtime in a Purview account")
    );
    assert!(script.sent().is_empty());
}

#[tokio::test]
async fn an_endpoint_that_cannot_be_reached_is_asked_for_anew_the_next_time() {
    let unreachable = || (0..4).map(|_| Answer::Unreachable);
    let mut answers = vec![account()];
    answers.extend(unreachable());
    answers.extend([account(), self_hosted()]);
    let script = Script::new(answers);
    let library = signed_in(&script);
    let said = run(&library, "purview.runtime.get", named()).await;
    assert!(said.error().contains(
        "A Purview account that takes private connections only is reached from its network only."
    ));
    run(&library, "purview.runtime.get", named()).await;
    assert_eq!(script.left(), 0);
}

#[tokio::test]
async fn accounts_are_listed_and_found() {
    let both = || {
        list(json!([
            account_in("rg-1", "pv-a"),
            account_in("rg-2", "pv-b")
        ]))
    };
    let get = async |arguments: Value, answers: Vec<Answer>| {
        let script = Script::new(answers);
        let said = run(&signed_in(&script), "purview.account.get", arguments).await;
        (said, script)
    };
    let (said, script) = get(json!({}), vec![both()]).await;
    assert!(said.objects[0].contains("pv-a") && said.objects[0].contains("pv-b"));
    assert_eq!(
        script.sent()[0].path,
        format!("/subscriptions/{SUBSCRIPTION}/providers/Microsoft.Purview/accounts")
    );
    let (said, _) = get(json!({"Name": "PV-B"}), vec![both()]).await;
    assert!(!said.objects[0].contains("rg-1"));
    let (said, _) = get(json!({"Name": "*-a"}), vec![both()]).await;
    assert!(said.objects[0].contains("pv-a") && !said.objects[0].contains("pv-b"));
    let (said, _) = get(json!({"Name": "x*"}), vec![both()]).await;
    assert!(said.objects.is_empty() && said.messages("error").is_empty());
    let (said, _) = get(json!({"Name": "pv-c"}), vec![both()]).await;
    assert!(
        said.error()
            .starts_with("Could not find Purview account: 'pv-c'")
    );
    let (said, script) = get(
        json!({"Name": "pv-a", "ResourceGroupName": "rg"}),
        vec![account()],
    )
    .await;
    assert_eq!(script.order(), ["GET pv-a"]);
    assert!(said.objects[0].contains("ManagedStorageAccount"));
    let id = account_in("rg", "pv-a")["id"].clone();
    let (_, script) = get(json!({"ResourceId": id}), vec![account()]).await;
    assert_eq!(script.order(), ["GET pv-a"]);
    let (said, _) = get(json!({"Name": "a_b"}), vec![]).await;
    assert!(
        said.error()
            .starts_with("'a_b' is not a valid Purview account name.")
    );
}

#[tokio::test]
async fn names_of_accounts_and_runtimes_are_completed() {
    let both = list(json!([account_in("rg", "pv-b"), account_in("rg", "pv-a")]));
    let script = Script::new(vec![both]);
    let said = run(
        &signed_in(&script),
        "purview.completion.get",
        json!({"Kind": "account", "Word": "pv"}),
    )
    .await;
    assert!(said.objects[0].contains("pv-a"));
    let runtimes = list(json!([{"name": "ir-b"}, {"name": "ir-a"}]));
    let script = Script::new(vec![account(), runtimes]);
    let arguments = json!({"Kind": "purviewruntime", "Word": "", "AccountName": "pv-a", "ResourceGroupName": "rg"});
    let said = run(&signed_in(&script), "purview.completion.get", arguments).await;
    let text = &said.objects[0];
    assert!(text.find("ir-a").unwrap() < text.find("ir-b").unwrap());
    let script = Script::new(vec![
        list(json!([account_in("rg", "pv-b"), account_in("rg", "pv-a")])),
        ok(account_in("rg", "pv-b")),
        fails(403, "Unauthorized", "Not authorized to access account"),
        account(),
        list(json!([{"name": "ir-a"}])),
    ]);
    let arguments = json!({"Kind": "purviewruntimeid", "Word": "/SUB"});
    let said = run(&signed_in(&script), "purview.completion.get", arguments).await;
    assert!(said.objects[0].contains("/accounts/pv-a/integrationRuntimes/ir-a"));
}
