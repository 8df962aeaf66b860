//! `Connect-AzAccount`: signs in and chooses a subscription.

use std::sync::Arc;

use serde_json::Value;

use super::{model, subscriptions};
use crate::{
    Call,
    auth::{
        Account, Credential, TokenRequest,
        access_token::{self, AccessToken},
        client_secret::ClientSecret,
        user::User,
    },
    cloud::Cloud,
    error::{Error, Result},
    http::transport::Route,
    session::{AzureContext, Subscription},
};

/// Any organization's tenant: the sign-in tells which.
const ANY_TENANT: &str = "organizations";
/// How many subscriptions get a context when nothing else was said, as in Az.
const CONTEXTS: i64 = 25;

/// Signs in.
///
/// # Errors
/// `Credential` with the reason; `InvalidInput` for what this version cannot do.
pub async fn run(call: &Call) -> Result<()> {
    let cloud = Arc::new(chosen_cloud(call)?);
    refuse_unsupported(call)?;
    if !call
        .host
        .should_process("log in", &format!("'{}' environment", cloud.name))
        .await?
    {
        return Ok(());
    }
    let context = establish(call, cloud).await?;
    call.host.object(model::profile(&context)).await
}

/// Signs in to `cloud` and selects a context there; to the emulator as its own account when no other is given.
///
/// # Errors
/// As [`run`].
pub async fn establish(call: &Call, cloud: Arc<Cloud>) -> Result<Arc<AzureContext>> {
    let context = Arc::new(sign_in(call, cloud).await?);
    let all = match subscriptions::list(call, &context).await {
        Ok(all) => all,
        // A token for something else than Resource Manager lists nothing; say why and keep it.
        Err(error) if call.arguments().switch("SkipValidation") && error.fault().is_some() => {
            call.host
                .verbose(format!("Subscriptions could not be listed: {error}"))
                .await?;
            Vec::new()
        }
        Err(error) => return Err(error),
    };
    choose(call, &context, &all).await
}

fn chosen_cloud(call: &Call) -> Result<Cloud> {
    let emulator = call
        .library
        .state()
        .emulator
        .as_ref()
        .map(|emulator| emulator.cloud.clone());
    if let Some(cloud) = emulator {
        return Ok(cloud);
    }
    let name = call
        .arguments()
        .filled("Environment")
        .unwrap_or_else(|| "AzureCloud".to_owned());
    call.library.state().environments.cloud(&name)
}

fn refuse_unsupported(call: &Call) -> Result<()> {
    let arguments = call.arguments();
    let unsupported = [
        "Identity",
        "CertificateThumbprint",
        "CertificatePath",
        "FederatedToken",
    ]
    .into_iter()
    .find(|name| arguments.is_bound(name));
    let parameter = match unsupported {
        Some(parameter) => parameter,
        None if arguments.is_bound("Credential") && !arguments.switch("ServicePrincipal") => {
            "Credential' without '-ServicePrincipal"
        }
        None => return Ok(()),
    };
    Err(Error::invalid(
        parameter.split('\'').next().unwrap_or(parameter),
        format!(
            "Connect-AzAccount cannot sign in with '-{parameter}' yet. Use -ServicePrincipal with -Credential \
             and -Tenant, -AccessToken with -AccountId, or -UseDeviceAuthentication."
        ),
    ))
}

/// An account with a context that has no subscription yet.
async fn sign_in(call: &Call, cloud: Arc<Cloud>) -> Result<AzureContext> {
    let arguments = call.arguments();
    let tenant = arguments.filled("Tenant");
    let context = |account: Account, tenant: String| AzureContext {
        name: String::new(),
        account: Arc::new(account),
        cloud: Arc::clone(&cloud),
        tenant,
        subscription: None,
    };
    if let Some(token) = arguments.secret("AccessToken") {
        let claims = access_token::claims(&token).unwrap_or_default();
        let tenant = tenant.or_else(|| claim(&claims, "tid")).ok_or_else(|| {
            Error::invalid(
                "Tenant",
                "The access token does not say which tenant it is for. Give the tenant with -Tenant.",
            )
        })?;
        let account = Account::new(
            arguments.required("AccountId")?,
            Credential::AccessToken(AccessToken::new(token)),
        );
        return Ok(context(account, tenant));
    }
    if let Some((id, secret)) = arguments.credential("Credential") {
        return Ok(context(
            service_principal(id, secret),
            arguments.required("Tenant")?,
        ));
    }
    let emulator = call.library.state().emulator.as_ref().map(|emulator| {
        (
            emulator.client_id.clone(),
            emulator.client_secret.clone(),
            emulator.tenant.clone(),
        )
    });
    if let Some((id, secret, home)) = emulator
        && !arguments.switch("UseDeviceAuthentication")
    {
        return Ok(context(
            service_principal(id, secret),
            tenant.unwrap_or(home),
        ));
    }
    let stack = call
        .library
        .stack(&cloud.route(Route::from_environment(&call.request.environment)))?;
    let asked = tenant.unwrap_or_else(|| ANY_TENANT.to_owned());
    let request = TokenRequest {
        library: &call.library,
        host: &call.host,
        stack: &stack,
        cloud: &cloud,
        tenant: &asked,
        scope: &cloud.resource_manager_scope,
        renew: false,
        claims: None,
    };
    let (credential, token, claims) = User::sign_in(&request).await?;
    let claims = claims.unwrap_or_default();
    let name = ["upn", "unique_name", "preferred_username", "oid"]
        .into_iter()
        .find_map(|name| claim(&claims, name));
    let account = Account::new(
        name.unwrap_or_else(|| "user".to_owned()),
        Credential::User(credential),
    );
    let tenant = claim(&claims, "tid").unwrap_or(asked);
    account.got(&call.library, &tenant, &cloud.resource_manager_scope, token);
    Ok(context(account, tenant))
}

/// An application with a secret.
#[must_use]
pub fn service_principal(id: String, secret: crate::secret::Secret) -> Account {
    Account::new(
        id.clone(),
        Credential::ClientSecret(ClientSecret::new(id, secret)),
    )
}

fn claim(claims: &Value, name: &str) -> Option<String> {
    claims[name]
        .as_str()
        .filter(|text| !text.is_empty())
        .map(str::to_owned)
}

/// Makes contexts for the subscriptions and selects the one that was asked for, or the first.
async fn choose(
    call: &Call,
    signed_in: &AzureContext,
    all: &[Subscription],
) -> Result<Arc<AzureContext>> {
    let arguments = call.arguments();
    let chosen = match arguments.filled("Subscription") {
        Some(wanted) => Some(subscriptions::find(
            "Subscription",
            &wanted,
            signed_in,
            all,
        )?),
        None => all
            .iter()
            .find(|subscription| subscription.state.eq_ignore_ascii_case("Enabled"))
            .or(all.first())
            .cloned(),
    };
    if chosen.is_none() {
        call.host
            .warning(format!(
                "Account '{}' has no subscription in tenant '{}'. Cmdlets that need one will say so; give another \
                 tenant with Connect-AzAccount -Tenant.",
                signed_in.account.id, signed_in.tenant
            ))
            .await?;
    }
    let mut state = call.library.state();
    if !arguments.switch("SkipContextPopulation") {
        let most = arguments
            .integer("MaxContextPopulation")
            .unwrap_or(CONTEXTS);
        let most = usize::try_from(most).unwrap_or(usize::MAX);
        for subscription in all.iter().take(most) {
            let mut context = AzureContext {
                subscription: Some(subscription.clone()),
                ..signed_in.clone()
            };
            context.name = context.usual_name();
            state.contexts.put(context);
        }
    }
    let mut context = AzureContext {
        subscription: chosen,
        ..signed_in.clone()
    };
    context.name = arguments
        .filled("ContextName")
        .unwrap_or_else(|| context.usual_name());
    Ok(state.contexts.select(context))
}
