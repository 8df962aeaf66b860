//! Nobody has signed in: the Azure CLI, the environment and Az.Accounts, and what is said of each.

use std::sync::{Arc, Mutex};

use crate::support::{
    Answer, Hosted, SUBSCRIPTION, Script, TENANT,
    applications::{field, fixture, outside, token},
    ok, run_hosted, run_with,
};
use async_trait::async_trait;
use azir_azure::programs::{NotRun, Output, Program, Programs};
use azir_core::state::{Library, System};
use serde_json::{Value, json};

/// An Azure CLI that answers in a row and remembers what it was asked.
#[derive(Debug, Default)]
struct Cli {
    answers: Mutex<Vec<std::result::Result<Output, NotRun>>>,
    asked: Mutex<Vec<Program>>,
}

#[async_trait]
impl Programs for Cli {
    async fn run(&self, program: Program) -> std::result::Result<Output, NotRun> {
        self.asked.lock().unwrap().push(program);
        self.answers.lock().unwrap().remove(0)
    }
    async fn open(&self, _: &str) -> bool {
        false
    }
}

fn printed(value: &Value) -> Output {
    Output {
        ok: true,
        text: value.to_string().into(),
        error: String::new(),
    }
}

fn cli(
    script: &Script,
    answers: Vec<std::result::Result<Output, NotRun>>,
) -> (Arc<Library>, Arc<Cli>) {
    let cli = Arc::new(Cli {
        answers: Mutex::new(answers),
        asked: Mutex::default(),
    });
    let programs = Some(Arc::clone(&cli) as Arc<dyn Programs>);
    (
        outside(
            script,
            System {
                programs,
                ..System::default()
            },
        ),
        cli,
    )
}

fn shown() -> Value {
    json!({"id": SUBSCRIPTION, "name": "Test", "tenantId": TENANT, "state": "Enabled",
        "environmentName": "AzureCloud", "user": {"name": "me@x", "type": "user"}})
}

#[tokio::test]
async fn the_azure_cli_serves_where_nobody_has_signed_in_and_is_asked_once() {
    let script = Script::new(vec![
        ok(crate::support::self_hosted("ir-a")),
        ok(crate::support::self_hosted("ir-a")),
    ]);
    let (library, cli) = cli(
        &script,
        vec![
            Ok(printed(&shown())),
            Ok(printed(
                &json!({"accessToken": "planted-token", "expires_on": 1_000_003_600,
                "expiresOn": "2001-09-09 04:46:40.000000"}),
            )),
        ],
    );
    let hosted = Hosted {
        environment: json!({"PATH": "/somewhere", "AZURE_CONFIG_DIR": "/config"}),
        ..Hosted::default()
    };
    for _ in 0..2 {
        let said = run_with(&library, "runtime.get", crate::support::runtime(), &hosted).await;
        assert_eq!(said.objects.len(), 1, "{:?}", said.frames);
        assert!(!said.everything().contains("planted"));
    }
    assert_eq!(
        script.sent()[1].header("authorization"),
        Some("Bearer planted-token")
    );
    let asked = cli.asked.lock().unwrap();
    assert_eq!(asked.len(), 2);
    assert_eq!(asked[0].path.as_deref(), Some("/somewhere"));
    assert_eq!(
        asked[1].variables,
        [("AZURE_CONFIG_DIR".to_owned(), "/config".to_owned())]
    );
    assert_eq!(
        asked[1].arguments[..6],
        [
            "account",
            "get-access-token",
            "--scope",
            "https://management.azure.com/.default",
            "--tenant",
            TENANT
        ]
    );
}

#[tokio::test]
async fn what_was_tried_is_told_with_the_reason_of_each() {
    let failed = Ok(Output {
        ok: false,
        text: String::new().into(),
        error: "ERROR: Please run 'az login' to setup account.\n".into(),
    });
    let script = Script::new(vec![Answer::Reply(
        401,
        vec![],
        json!({"error": "invalid_client", "error_description": "AADSTS7000222: The secret is expired."}).to_string(),
    )]);
    let (library, _) = cli(&script, vec![failed]);
    let hosted = Hosted {
        context: Some(json!({"reason": "it is not installed"})),
        environment: json!({"AZURE_CLIENT_ID": "app", "AZURE_TENANT_ID": TENANT, "AZURE_CLIENT_SECRET": "planted"}),
        ..Hosted::default()
    };
    let said = run_with(&library, "runtime.get", crate::support::runtime(), &hosted).await;
    assert_eq!(
        said.error(),
        format!(
            "Run Connect-AzAccount to login. Tried without success: Az.Accounts (it is not installed); the environment \
             (Signing in application 'app' to tenant '{TENANT}' failed: AADSTS7000222: The secret is expired (the \
             secret has expired). Make a new secret for the application); managed identity (neither IDENTITY_ENDPOINT \
             nor MSI_ENDPOINT is set; on a virtual machine run Connect-AzAccount -Identity); Azure CLI (The Azure CLI \
             gave no token: no account is signed in (run az login))."
        )
    );
    assert!(!said.everything().contains("planted"));
}

#[tokio::test]
async fn the_environments_credentials_serve_where_nobody_has_signed_in() {
    for (variables, field_name) in [
        (json!({"AZURE_CLIENT_SECRET": "planted"}), "client_secret"),
        (
            json!({"AZURE_CLIENT_CERTIFICATE_PATH": fixture("app.pem")}),
            "client_assertion",
        ),
        (
            json!({"AZURE_FEDERATED_TOKEN_FILE": fixture("federated.txt")}),
            "client_assertion",
        ),
    ] {
        let script = Script::new(vec![
            token("planted-token"),
            ok(crate::support::self_hosted("ir-a")),
        ]);
        let mut environment = json!({"AZURE_CLIENT_ID": "app", "AZURE_TENANT_ID": TENANT,
            "AZURE_SUBSCRIPTION_ID": SUBSCRIPTION});
        for (name, value) in variables.as_object().unwrap() {
            environment[name] = value.clone();
        }
        let hosted = Hosted {
            environment,
            ..Hosted::default()
        };
        let said = run_with(
            &crate::support::library(&script),
            "runtime.get",
            crate::support::runtime(),
            &hosted,
        )
        .await;
        assert_eq!(said.objects.len(), 1, "{:?}", said.frames);
        assert!(!field(&script.sent()[0], field_name).is_empty());
        assert!(!said.everything().contains("planted"));
    }
}

fn az() -> Value {
    json!({"account": {"id": "me@x", "type": "User"}, "tenant": TENANT,
        "subscription": {"id": SUBSCRIPTION, "name": "Test", "state": "Enabled", "tenant": TENANT},
        "environment": {"name": "AzureCloud"}})
}

#[tokio::test]
async fn az_accounts_gives_context_and_token_and_a_change_is_seen_at_the_next_call() {
    let script = Script::new(vec![
        ok(crate::support::self_hosted("ir-a")),
        ok(crate::support::self_hosted("ir-a")),
    ]);
    let library = crate::support::library(&script);
    let mut hosted = Hosted {
        context: Some(az()),
        tokens: vec![b"planted-1".to_vec()],
        ..Hosted::default()
    };
    let said = run_with(&library, "runtime.get", crate::support::runtime(), &hosted).await;
    assert_eq!(said.objects.len(), 1, "{:?}", said.frames);
    let asked = said
        .frames
        .iter()
        .find(|frame| frame["frame"] == "token")
        .unwrap();
    assert_eq!(
        (&asked["resource"], &asked["tenant"]),
        (&json!("https://management.azure.com"), &json!(TENANT))
    );
    assert!(!said.everything().contains("planted"));

    let other = "77777777-7777-4777-8777-777777777777";
    hosted.context.as_mut().unwrap()["subscription"]["id"] = json!(other);
    hosted.tokens = vec![b"planted-2".to_vec()];
    run_with(&library, "runtime.get", crate::support::runtime(), &hosted).await;
    let sent = script.sent();
    assert!(sent[1].path.contains(other));
    assert_eq!(sent[1].header("authorization"), Some("Bearer planted-2"));
}

#[tokio::test]
async fn a_context_of_az_given_as_default_profile_is_used_with_its_tokens() {
    let script = Script::new(vec![ok(crate::support::self_hosted("ir-a"))]);
    let given = json!({"Name": "theirs", "Account": {"Id": "me@x", "Type": "User"}, "Tenant": {"Id": TENANT},
        "Subscription": {"Id": SUBSCRIPTION, "Name": "Test", "State": "Enabled", "TenantId": TENANT},
        "Environment": {"Name": "Custom", "ResourceManagerUrl": "https://arm.example.org/",
            "ActiveDirectoryAuthority": "https://login.example.org/",
            "ActiveDirectoryServiceEndpointResourceId": "https://audience.example.org/"}});
    let hosted = Hosted {
        tokens: vec![b"planted".to_vec()],
        ..Hosted::default()
    };
    let request = json!({"operation": "runtime.get", "arguments": crate::support::runtime(),
        "context": {"Context": given}});
    let said = run_hosted(
        &crate::support::library(&script),
        &request,
        &[],
        &[],
        &hosted,
    )
    .await;
    assert_eq!(said.objects.len(), 1, "{:?}", said.frames);
    assert_eq!(script.sent()[0].host, "arm.example.org");
    assert_eq!(said.frames[0]["resource"], "https://audience.example.org/");
}

#[tokio::test]
async fn az_accounts_without_a_token_says_why() {
    let script = Script::new(vec![]);
    let hosted = Hosted {
        context: Some(az()),
        tokens: vec![b"\0Your Azure credentials have expired. Run Connect-AzAccount.".to_vec()],
        ..Hosted::default()
    };
    let said = run_with(
        &crate::support::library(&script),
        "runtime.get",
        crate::support::runtime(),
        &hosted,
    )
    .await;
    assert_eq!(
        said.error(),
        format!(
            "Az.Accounts gave no token for 'https://management.azure.com' in tenant '{TENANT}': Your Azure credentials \
             have expired. Run Connect-AzAccount."
        )
    );
}
