//! Who signs in, and with what.

use std::sync::Arc;

use azir_azure::{
    auth::{
        Account, Credential, TokenRequest,
        access_token::{self, AccessToken},
        certificate::{self, Certificate},
        challenge,
        client_secret::ClientSecret,
        federated::{self, Federated},
        managed_identity::{ManagedIdentity, Selector},
        user::User,
    },
    cloud::Cloud,
    context::AzureContext,
};
use serde_json::Value;

use crate::{
    Call,
    accounts::discover::MANAGED_IDENTITY,
    error::{Error, Result},
    request::Arguments,
};

/// Any organization's tenant: the sign-in tells which.
const ANY_TENANT: &str = "organizations";

/// Signs in as the arguments say: a context without a subscription yet. An interactive sign-in asks
/// for `scope`, if one was given, so that its conditions are met at once.
///
/// # Errors
/// `Credential` with the reason, `InvalidInput` for arguments that cannot be used.
pub async fn sign_in(call: &Call, cloud: Arc<Cloud>, scope: Option<&str>) -> Result<AzureContext> {
    let arguments = call.arguments();
    let (world, progress) = (call.world(), call.progress());
    let stack = world.stack(&cloud.route(call.route()))?;
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
        world: world.as_ref(),
        progress: &progress,
        stack: &stack,
        cloud: &cloud,
        tenant: &asked,
        scope: scope.unwrap_or(&cloud.resource_manager_scope),
        refused: None,
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
    Ok(AzureContext::of(account, cloud, tenant))
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
    credential.signer(call.world().as_ref())?;
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
    if !arguments.switch("SkipValidation") && credential.is_over(call.library.clock.now()) {
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
    account.got(request.world, &tenant, request.scope, token);
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
            call.caller
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
    account.got(request.world, &tenant, request.scope, signed_in.token);
    Ok((account, tenant))
}

/// Windows and macOS have a screen; on other systems the environment names it.
pub(crate) async fn has_screen(call: &Call) -> Result<bool> {
    if cfg!(any(windows, target_os = "macos")) {
        return Ok(true);
    }
    let variables = call.caller.variables().await?;
    Ok(variables
        .get("DISPLAY")
        .or(variables.get("WAYLAND_DISPLAY"))
        .is_some())
}

/// An application with a secret.
#[must_use]
pub fn service_principal(id: String, secret: azir_azure::secret::Secret) -> Account {
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
