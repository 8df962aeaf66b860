//! Sign-in with a device code. The setting `deviceCode` stands for the decision of the person.

use serde_json::json;

use super::errors::SignInError;
use super::form::Form;
use crate::clock;
use crate::random;
use crate::site::Site;
use crate::wire::{Reply, Request};
use crate::world::directory::DeviceCode;
use crate::world::{DeviceDecision, World};

const LIFETIME_SECONDS: u64 = 900;
/// Entra says 5; a second keeps trials short, and a client must obey either.
const INTERVAL_SECONDS: u64 = 1;

/// Hands out a code.
pub fn start(
    _site: &Site,
    world: &mut World,
    request: &Request,
    name: &str,
) -> Result<Reply, SignInError> {
    let form = Form::read(request);
    let tenant = world
        .directory
        .tenant(name)
        .ok_or_else(|| SignInError::tenant(name))?;
    let client_id = form.need("client_id")?;
    if world.directory.application(client_id).is_none() {
        return Err(SignInError::application(client_id, &tenant.display_name));
    }
    let device_code = random::opaque();
    let user_code = random::user_code();
    let pending = DeviceCode {
        client_id: client_id.to_owned(),
        scope: form.need("scope")?.to_owned(),
        expires_ms: clock::now_ms() + LIFETIME_SECONDS * 1000,
    };
    world
        .directory
        .device_codes
        .insert(device_code.clone(), pending);
    let place = "https://microsoft.com/devicelogin";
    Ok(Reply::ok(&json!({
        "user_code": user_code,
        "device_code": device_code,
        "verification_uri": place,
        "expires_in": LIFETIME_SECONDS,
        "interval": INTERVAL_SECONDS,
        "message": format!("To sign in, use a web browser to open the page {place} and enter the code \
            {user_code} to authenticate."),
    })))
}

/// For which scope the person signed in with `code`.
///
/// # Errors
///
/// `authorization_pending` until the user has answered; the refusal when the user said no or the code expired.
pub fn redeem(world: &mut World, code: &str, client_id: &str) -> Result<String, SignInError> {
    let unknown = || {
        SignInError::new(
            "bad_verification_code",
            70019,
            "The verification code is not valid, or was used before.",
        )
    };
    let pending = world.directory.device_codes.get(code).ok_or_else(unknown)?;
    if !pending.client_id.eq_ignore_ascii_case(client_id) {
        return Err(unknown());
    }
    let expired = || {
        SignInError::new(
            "expired_token",
            70020,
            "The provided value for the input parameter 'device_code' is not valid. This device code has expired.",
        )
    };
    if pending.expires_ms <= clock::now_ms() {
        return Err(expired());
    }
    match world.settings.device_code {
        DeviceDecision::Pending => Err(SignInError::new(
            "authorization_pending",
            70016,
            "OAuth 2.0 device flow error. Authorization is pending. Continue polling.",
        )),
        DeviceDecision::Decline => Err(SignInError::new(
            "authorization_declined",
            70018,
            "Authorization request denied by the end user.",
        )),
        DeviceDecision::Expire => Err(expired()),
        DeviceDecision::Approve => {
            let scope = pending.scope.clone();
            world.directory.device_codes.remove(code);
            Ok(scope)
        }
    }
}
