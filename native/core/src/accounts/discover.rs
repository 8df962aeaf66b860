//! Contexts that no sign-in of this product made: Az.Accounts', the environment's, the machine's and the Azure CLI's.
//! In which order they count is in [`super::chosen`].

use std::sync::Arc;

use azir_azure::{
    auth::{
        Account, Credential, Token,
        access_token::claims,
        azure_cli::AzureCli,
        broker::Broker,
        certificate::{self, Certificate},
        client_secret::ClientSecret,
        environment::Variables,
        federated::{self, Federated},
        managed_identity::{ManagedIdentity, Selector},
    },
    cloud::Cloud,
    context::{AzureContext, Subscription},
};
use serde_json::Value;

use crate::{
    Call,
    accounts::{self, subscriptions},
    emulator,
    error::{Error, ErrorKind, Result},
    request::{member_text, member_value},
};

/// The context of the environment's application, the managed identity or the Azure CLI, in this order; looked for once
/// in a process. `tried` is what was tried before, for the error.
///
/// # Errors
/// `NotSignedIn` with what was tried and why each did not serve.
pub async fn without_sign_in(call: &Call, mut tried: Vec<String>) -> Result<Arc<AzureContext>> {
    let known = call.library.state().ambient.clone();
    if let Some(context) = known {
        return Ok(context);
    }
    emulator::check_not_left(call)?;
    let variables = call.caller.variables().await?;
    let mut found = None;
    for (name, source) in [
        ("the environment", ContextSource::Environment),
        ("managed identity", ContextSource::ManagedIdentity),
        ("Azure CLI", ContextSource::AzureCli),
    ] {
        match source.context(call, &variables).await {
            Ok(context) => {
                call.caller
                    .verbose(format!(
                        "Nobody has signed in with Connect-AzAccount; using {name}: account '{}', tenant '{}'.",
                        context.account.id, context.tenant
                    ))
                    .await?;
                found = Some(Arc::new(context));
                break;
            }
            Err(error) if error.kind == ErrorKind::Cancelled => return Err(error),
            Err(error) => {
                tried.push(format!(
                    "{name} ({})",
                    error.message().trim_end_matches('.')
                ));
            }
        }
    }
    let Some(context) = found else {
        return Err(Error::new(
            ErrorKind::NotSignedIn,
            format!(
                "Run Connect-AzAccount to login. Tried without success: {}.",
                tried.join("; ")
            ),
        ));
    };
    call.library.state().ambient = Some(Arc::clone(&context));
    Ok(context)
}

/// The context of Az.Accounts; inside, why there is none.
///
/// # Errors
/// `Cancelled`.
pub async fn az_accounts(call: &Call) -> Result<std::result::Result<AzureContext, String>> {
    let answer = call.caller.context().await?;
    let Ok(answer) = serde_json::from_slice::<Value>(&answer) else {
        return Ok(Err("there is no such module".to_owned()));
    };
    if let Some(reason) = member_text(&answer, "reason") {
        return Ok(Err(reason.trim_end_matches('.').to_owned()));
    }
    Ok(read(&answer).ok_or_else(|| "no account is signed in with it".to_owned()))
}

/// Reads a context of Az: as the host tells it, or a `PSAzureContext` by its members, or a profile that holds one.
#[must_use]
pub fn read(value: &Value) -> Option<AzureContext> {
    for holder in ["DefaultContext", "Context"] {
        if let Some(inner) = member_value(value, holder).filter(|inner| inner.is_object()) {
            return read(inner);
        }
    }
    let account = member_value(value, "account")?;
    let id = member_text(account, "id")?;
    let kind = member_text(account, "type").unwrap_or_else(|| "User".to_owned());
    let tenant = match member_value(value, "tenant")? {
        Value::String(id) => id.clone(),
        tenant => member_text(tenant, "id")?,
    };
    let subscription = member_value(value, "subscription").and_then(|subscription| {
        let text = |name: &str| member_text(subscription, name);
        Some(Subscription {
            id: text("id").filter(|id| !id.is_empty())?,
            name: text("name").unwrap_or_default(),
            tenant: text("tenant")
                .or_else(|| text("tenantId"))
                .filter(|tenant| !tenant.is_empty())
                .unwrap_or_else(|| tenant.clone()),
            state: text("state").unwrap_or_else(|| "Enabled".to_owned()),
        })
    });
    let mut context = AzureContext {
        subscription,
        ..AzureContext::of(
            Account::new(id, Credential::Broker(Broker { kind })),
            Arc::new(read_cloud(member_value(value, "environment"))?),
            tenant,
        )
    };
    context.name = context.usual_name();
    Some(context)
}

fn read_cloud(environment: Option<&Value>) -> Option<Cloud> {
    let Some(environment) = environment else {
        return Some(Cloud::public());
    };
    let name = match environment {
        Value::String(name) => name.clone(),
        environment => member_text(environment, "name")?,
    };
    if let Some(cloud) = Cloud::named(&name) {
        return Some(cloud);
    }
    let text = |names: [&str; 2]| {
        names
            .into_iter()
            .find_map(|name| member_text(environment, name))
    };
    let manager = text(["resourceManagerUrl", "resourceManager"])?;
    let authority = text(["authority", "activeDirectoryAuthority"])?;
    let audience = text([
        "resourceManagerAudience",
        "activeDirectoryServiceEndpointResourceId",
    ])
    .unwrap_or_else(|| manager.trim_end_matches('/').to_owned());
    Some(Cloud::custom(&name, &manager, &authority, &audience))
}

#[derive(Clone, Copy)]
enum ContextSource {
    Environment,
    ManagedIdentity,
    AzureCli,
}

impl ContextSource {
    async fn context(self, call: &Call, variables: &Variables) -> Result<AzureContext> {
        match self {
            Self::Environment => {
                let (account, tenant) = from_environment(variables)?;
                complete(call, variables, account, Some(tenant)).await
            }
            Self::ManagedIdentity => {
                if !ManagedIdentity::is_told_by(variables) {
                    return Err(no(
                        "neither IDENTITY_ENDPOINT nor MSI_ENDPOINT is set; on a virtual machine run Connect-AzAccount \
                         -Identity",
                    ));
                }
                let id = variables.get("AZURE_CLIENT_ID");
                let identity = ManagedIdentity::new(Selector::named(id));
                let account = Account::new(
                    id.unwrap_or(MANAGED_IDENTITY).to_owned(),
                    Credential::ManagedIdentity(identity),
                );
                complete(call, variables, account, None).await
            }
            Self::AzureCli => from_cli(call, variables).await,
        }
    }
}

/// What Az calls a machine's own identity.
pub const MANAGED_IDENTITY: &str = "MSI@50342";

fn no(reason: impl Into<String>) -> Error {
    Error::new(ErrorKind::NotSignedIn, reason)
}

fn from_environment(variables: &Variables) -> Result<(Account, String)> {
    let need = |name: &str| {
        variables
            .get(name)
            .map(str::to_owned)
            .ok_or_else(|| no(format!("{name} is not set")))
    };
    let client_id = need("AZURE_CLIENT_ID")?;
    let tenant = need("AZURE_TENANT_ID")?;
    let credential = if let Some(secret) = variables.secret("AZURE_CLIENT_SECRET") {
        Credential::ClientSecret(ClientSecret::new(client_id.clone(), secret))
    } else if let Some(path) = variables.get("AZURE_CLIENT_CERTIFICATE_PATH") {
        let source = certificate::Source::File(
            path.into(),
            variables.secret("AZURE_CLIENT_CERTIFICATE_PASSWORD"),
        );
        let send_chain = variables
            .get("AZURE_CLIENT_SEND_CERTIFICATE_CHAIN")
            .is_some_and(|value| value == "1" || value.eq_ignore_ascii_case("true"));
        Credential::Certificate(Certificate::new(client_id.clone(), source, send_chain))
    } else if let Some(path) = variables.get("AZURE_FEDERATED_TOKEN_FILE") {
        let source = federated::Source::File(path.into());
        Credential::Federated(Federated::new(client_id.clone(), source))
    } else {
        return Err(no(
            "none of AZURE_CLIENT_SECRET, AZURE_CLIENT_CERTIFICATE_PATH and AZURE_FEDERATED_TOKEN_FILE is set",
        ));
    };
    Ok((Account::new(client_id, credential), tenant))
}

async fn from_cli(call: &Call, variables: &Variables) -> Result<AzureContext> {
    let cli = AzureCli::new(variables);
    let shown = cli.show(call.world().as_ref(), &call.caller).await?;
    let text = |value: &Value, name: &str| member_text(value, name).unwrap_or_default();
    let environment = text(&shown, "environmentName");
    let cloud = Cloud::named(&environment).ok_or_else(|| {
        no(format!(
            "it is signed in to the cloud '{environment}', which is not known here"
        ))
    })?;
    let tenant = text(&shown, "tenantId");
    let account = Account::new(text(&shown["user"], "name"), Credential::AzureCli(cli));
    let mut context = AzureContext {
        subscription: Some(Subscription {
            id: text(&shown, "id"),
            name: text(&shown, "name"),
            tenant: tenant.clone(),
            state: text(&shown, "state"),
        }),
        ..AzureContext::of(account, Arc::new(cloud), tenant)
    };
    // Whether it gives tokens too is seen now, while there is another way to name.
    first_token(call, &context).await?;
    context.name = context.usual_name();
    Ok(context)
}

/// A context for `account`: its first token shows that it serves, and a subscription is chosen.
async fn complete(
    call: &Call,
    variables: &Variables,
    account: Account,
    tenant: Option<String>,
) -> Result<AzureContext> {
    let cloud = Arc::new(chosen_cloud(variables)?);
    let mut context = AzureContext::of(account, cloud, tenant.unwrap_or_default());
    let first = first_token(call, &context).await?;
    if context.tenant.is_empty() {
        // An identity belongs to one tenant, which its tokens name.
        let own = claims(&first.secret).and_then(|claims| member_text(&claims, "tid"));
        context.tenant = own.unwrap_or_default();
        let scope = &context.cloud.resource_manager_scope;
        context
            .account
            .got(call.world().as_ref(), &context.tenant, scope, first);
    }
    context.subscription = if let Some(id) = variables.get("AZURE_SUBSCRIPTION_ID") {
        Some(Subscription::of_id(id.to_owned(), &context.tenant))
    } else {
        let all = subscriptions::list(call, &Arc::new(context.clone())).await?;
        let enabled = all
            .iter()
            .find(|own| own.state.eq_ignore_ascii_case("Enabled"));
        enabled.or(all.first()).cloned()
    };
    context.name = context.usual_name();
    Ok(context)
}

async fn first_token(call: &Call, context: &AzureContext) -> Result<Token> {
    let scope = &context.cloud.resource_manager_scope;
    accounts::token(call, context, &context.tenant, scope).await
}

fn chosen_cloud(variables: &Variables) -> Result<Cloud> {
    let Some(authority) = variables.get("AZURE_AUTHORITY_HOST") else {
        return Ok(Cloud::public());
    };
    let host = |text: &str| {
        text.trim_start_matches("https://")
            .trim_end_matches('/')
            .to_ascii_lowercase()
    };
    ["AzureCloud", "AzureChinaCloud", "AzureUSGovernment"]
        .into_iter()
        .filter_map(Cloud::named)
        .find(|cloud| host(&cloud.authority) == host(authority))
        .ok_or_else(|| {
            no(format!(
                "AZURE_AUTHORITY_HOST names '{authority}', which is no cloud that is known here"
            ))
        })
}
