//! `Connect-AzAccount`: signs in and chooses a subscription.

use std::sync::Arc;

use serde_json::Value;

use super::{model, subscriptions};
use crate::{
    Call,
    auth::{
        Account, Credential, TokenRequest,
        access_token::{self, AccessToken},
        ambient::MANAGED_IDENTITY,
        certificate::{self, Certificate},
        challenge,
        client_secret::ClientSecret,
        environment::Variables,
        federated::{self, Federated},
        managed_identity::{ManagedIdentity, Selector},
        user::User,
    },
    cloud::Cloud,
    error::{Error, ErrorKind, Result},
    http::transport::Route,
    request::Arguments,
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
    let mut context = Arc::new(sign_in(call, cloud).await?);
    let mut all = match subscriptions::list(call, &context).await {
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
    if let Some((other, theirs)) = elsewhere(call, &context, &all).await? {
        context = other;
        all = theirs;
    }
    choose(call, &context, &all).await
}

/// The tenant of a person's where the wanted subscription is, when it is not in the one that was signed in to and no
/// tenant was asked for. A tenant that cannot be signed in to is passed over, as Az does, and said in the verbose stream.
async fn elsewhere(
    call: &Call,
    context: &Arc<AzureContext>,
    all: &[Subscription],
) -> Result<Option<(Arc<AzureContext>, Vec<Subscription>)>> {
    let arguments = call.arguments();
    let Some(wanted) = arguments.filled("Subscription") else {
        return Ok(None);
    };
    let fits = |own: &Subscription| {
        own.id.eq_ignore_ascii_case(&wanted) || own.name.eq_ignore_ascii_case(&wanted)
    };
    if arguments.is_bound("Tenant")
        || !matches!(context.account.credential, Credential::User(_))
        || all.iter().any(fits)
    {
        return Ok(None);
    }
    let mut found: Vec<(Arc<AzureContext>, Vec<Subscription>)> = Vec::new();
    for tenant in subscriptions::tenants(call, context).await? {
        if tenant.eq_ignore_ascii_case(&context.tenant) {
            continue;
        }
        let there = Arc::new(AzureContext {
            tenant: tenant.clone(),
            ..(**context).clone()
        });
        match subscriptions::list(call, &there).await {
            Ok(theirs) if theirs.iter().any(fits) => found.push((there, theirs)),
            Ok(_) => {}
            Err(error) if error.kind == ErrorKind::Cancelled => return Err(error),
            Err(error) => {
                call.host
                    .verbose(format!("Tenant '{tenant}' was passed over: {error}"))
                    .await?;
            }
        }
    }
    if let [_, _, ..] = found.as_slice() {
        let tenants: Vec<&str> = found
            .iter()
            .map(|(context, _)| context.tenant.as_str())
            .collect();
        return Err(Error::invalid(
            "Subscription",
            format!(
                "There are subscriptions '{wanted}' in several tenants: {}. Give the tenant of the one you mean with \
                 -Tenant.",
                tenants.join(", ")
            ),
        ));
    }
    Ok(found.pop())
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

/// Signs in as the arguments say: a context without a subscription yet.
async fn sign_in(call: &Call, cloud: Arc<Cloud>) -> Result<AzureContext> {
    let arguments = call.arguments();
    let route = Route::from_environment(&call.request.environment);
    let stack = call.library.stack(&cloud.route(route))?;
    let tenant = arguments.filled("Tenant");
    let asked = tenant.clone().unwrap_or_else(|| ANY_TENANT.to_owned());
    let claims = match arguments.filled("ClaimsChallenge") {
        Some(text) => Some(challenge::decode(&text).ok_or_else(|| {
            Error::invalid(
                "ClaimsChallenge",
                "The claims challenge is not JSON in base64. Copy it whole from the message that names it.",
            )
        })?),
        None => None,
    };
    let request = TokenRequest {
        library: &call.library,
        host: &call.host,
        stack: &stack,
        cloud: &cloud,
        tenant: &asked,
        scope: &cloud.resource_manager_scope,
        renew: false,
        claims: claims.as_deref(),
    };
    let (account, tenant) = match application(call)? {
        Some(account) => (account, arguments.required("Tenant")?),
        None if arguments.is_bound("AccessToken") => access_token(call, tenant)?,
        None if arguments.switch("Identity") => managed_identity(&request, arguments).await?,
        None => match emulators_own(call) {
            Some((account, home)) => (account, tenant.unwrap_or(home)),
            None => person(call, &request).await?,
        },
    };
    Ok(AzureContext {
        name: String::new(),
        account: Arc::new(account),
        cloud,
        tenant,
        subscription: None,
    })
}

/// The application that the arguments name, with what proves it.
fn application(call: &Call) -> Result<Option<Account>> {
    let arguments = call.arguments();
    if arguments.switch("ServicePrincipal")
        && let Some((id, secret)) = arguments.credential("Credential")
    {
        return Ok(Some(service_principal(id, secret)));
    }
    let source = if let Some(path) = arguments.filled("CertificatePath") {
        let password = arguments.secret("CertificatePassword");
        certificate::Source::File(path.into(), password)
    } else if let Some(thumbprint) = arguments.filled("CertificateThumbprint") {
        // As people copy it out of the certificate's window: with spaces and an invisible mark before it.
        let plain: String = thumbprint
            .chars()
            .filter(char::is_ascii_hexdigit)
            .map(|digit| digit.to_ascii_uppercase())
            .collect();
        if plain.len() != 40 {
            return Err(Error::invalid(
                "CertificateThumbprint",
                format!("'{thumbprint}' is not a thumbprint: that has 40 hexadecimal digits."),
            ));
        }
        certificate::Source::Thumbprint(plain)
    } else if let Some(token) = arguments.secret("FederatedToken") {
        let id = arguments.required("ApplicationId")?;
        let credential = Federated::new(id.clone(), federated::Source::Text(token));
        return Ok(Some(Account::new(id, Credential::Federated(credential))));
    } else {
        return Ok(None);
    };
    let id = arguments.required("ApplicationId")?;
    let credential = Certificate::new(id.clone(), source, arguments.switch("SendCertificateChain"));
    // What is wrong with the certificate is said before anything is sent.
    credential.signer(&call.library)?;
    Ok(Some(Account::new(id, Credential::Certificate(credential))))
}

fn access_token(call: &Call, tenant: Option<String>) -> Result<(Account, String)> {
    let arguments = call.arguments();
    let token = arguments
        .secret("AccessToken")
        .ok_or_else(|| Error::invalid("AccessToken", "The access token is empty."))?;
    let claims = access_token::claims(&token).unwrap_or_default();
    let tenant = tenant.or_else(|| claim(&claims, "tid")).ok_or_else(|| {
        Error::invalid(
            "Tenant",
            "The access token does not say which tenant it is for. Give the tenant with -Tenant.",
        )
    })?;
    let mut credential = AccessToken::new(token);
    for (parameter, resources) in [
        ("KeyVaultAccessToken", &["https://vault.azure.net"][..]),
        (
            "MicrosoftGraphAccessToken",
            &["https://graph.microsoft.com"],
        ),
        ("GraphAccessToken", &["https://graph.windows.net"]),
    ] {
        let Some(token) = arguments.secret(parameter) else {
            continue;
        };
        for resource in resources {
            credential = credential.with(&format!("{resource}/.default"), token.clone());
        }
    }
    if !arguments.switch("SkipValidation") && credential.is_over(&call.library) {
        return Err(Error::invalid(
            "AccessToken",
            "The access token has expired. Get a new one and run Connect-AzAccount -AccessToken again; if it is new, \
             check this computer's clock.",
        ));
    }
    let account = Account::new(
        arguments.required("AccountId")?,
        Credential::AccessToken(credential),
    );
    Ok((account, tenant))
}

async fn managed_identity(
    request: &TokenRequest<'_>,
    arguments: &Arguments,
) -> Result<(Account, String)> {
    let id = arguments.filled("AccountId");
    let credential = ManagedIdentity::new(Selector::named(id.as_deref()));
    let account = Account::new(
        id.unwrap_or_else(|| MANAGED_IDENTITY.to_owned()),
        Credential::ManagedIdentity(credential),
    );
    let token = account.token(request).await?;
    // An identity belongs to one tenant, whatever was asked for: its tokens name it.
    let claims = access_token::claims(&token.secret).unwrap_or_default();
    let tenant = claim(&claims, "tid").unwrap_or_else(|| request.tenant.to_owned());
    account.tokens.clear();
    account.got(request.library, &tenant, request.scope, token);
    Ok((account, tenant))
}

/// The account of the emulator, when it runs and nothing else was asked for.
fn emulators_own(call: &Call) -> Option<(Account, String)> {
    let arguments = call.arguments();
    if arguments.switch("UseDeviceAuthentication") || arguments.is_bound("Credential") {
        return None;
    }
    let state = call.library.state();
    let emulator = state.emulator.as_ref()?;
    let account = service_principal(emulator.client_id.clone(), emulator.client_secret.clone());
    Some((account, emulator.tenant.clone()))
}

/// Signs a person in: with a password if one was given, else in the browser, else with a code on another device.
async fn person(call: &Call, request: &TokenRequest<'_>) -> Result<(Account, String)> {
    let arguments = call.arguments();
    let signed_in = if let Some((name, password)) = arguments.credential("Credential") {
        User::with_password(request, &name, &password).await?
    } else if arguments.switch("UseDeviceAuthentication") {
        User::with_device_code(request).await?
    } else {
        let hint = arguments.filled("AccountId");
        let in_browser = if has_screen(call).await? {
            User::with_browser(request, hint.as_deref()).await?
        } else {
            None
        };
        if let Some(signed_in) = in_browser {
            signed_in
        } else {
            call.host
                .warning(
                    "No browser can be shown here, so sign in with a code on any device, as with \
                     -UseDeviceAuthentication.",
                )
                .await?;
            User::with_device_code(request).await?
        }
    };
    let claims = &signed_in.claims;
    let name = ["upn", "unique_name", "preferred_username", "oid"]
        .into_iter()
        .find_map(|name| claim(claims, name));
    let tenant = claim(claims, "tid").unwrap_or_else(|| request.tenant.to_owned());
    let account = Account::new(
        name.unwrap_or_else(|| "user".to_owned()),
        Credential::User(signed_in.user),
    );
    account.got(request.library, &tenant, request.scope, signed_in.token);
    Ok((account, tenant))
}

/// Windows and macOS have a screen; elsewhere the environment names it.
async fn has_screen(call: &Call) -> Result<bool> {
    if cfg!(any(windows, target_os = "macos")) {
        return Ok(true);
    }
    let variables = Variables::ask(&call.host).await?;
    Ok(variables
        .get("DISPLAY")
        .or(variables.get("WAYLAND_DISPLAY"))
        .is_some())
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
