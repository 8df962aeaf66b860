//! Tenants, and tokens that are asked for by name.

use crate::support::{Script, TENANT, TOKEN, library, ok, run, sign_in, signed_in};
use azir_azure::{
    auth::{Credential, access_token::AccessToken, client_secret::ClientSecret},
    secret::Secret,
};
use serde_json::json;

#[tokio::test]
async fn tenants_are_found_by_id_and_by_domain() {
    let tenants = || {
        ok(json!({"value": [
            {"tenantId": TENANT, "displayName": "Home", "domains": ["home.test", "www.home.test"],
                "tenantCategory": "Home"},
            {"tenantId": "22222222-2222-4222-8222-222222222222", "displayName": "Guest"}]}))
    };
    for (wanted, found) in [
        (json!({}), vec!["'Home'", "'Guest'"]),
        (json!({"TenantId": "WWW.home.test"}), vec!["'Home'"]),
        (
            json!({"TenantId": "22222222-2222-4222-8222-222222222222"}),
            vec!["'Guest'"],
        ),
    ] {
        let said = run(
            &signed_in(&Script::new(vec![tenants()])),
            "tenant.get",
            wanted,
        )
        .await;
        for text in ["'Home'", "'Guest'"] {
            let is = said.objects[0].contains(&format!(".Name={text};"));
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
async fn a_token_is_written_as_a_secure_string() {
    let script = Script::new(vec![]);
    let library = signed_in(&script);
    let said = run(&library, "token.get", json!({})).await;
    assert_eq!(said.secrets, [("Token".to_owned(), TOKEN.to_owned())]);
    assert!(said.objects[0].contains("PSSecureAccessToken{.Token=securestring;.ExpiresOn=null;"));
    assert!(!said.everything().contains(TOKEN));

    // A token that says when it ends: {"exp":1000003600}.
    let token = "e30.eyJleHAiOjEwMDAwMDM2MDB9.sig";
    let credential = Credential::AccessToken(AccessToken::new(Secret::new(token.into())));
    sign_in(&library, credential);
    let said = run(&library, "token.get", json!({})).await;
    assert_eq!(said.secrets, [("Token".to_owned(), token.to_owned())]);
    assert!(
        said.objects[0].contains(".ExpiresOn=date(631356004000000000, 0);"),
        "{}",
        said.objects[0]
    );
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
        assert!(said.objects[0].contains(&format!("'{tenant}'")));
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
