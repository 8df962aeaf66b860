//! Answers `getConnectionInfo` and `syncCredentials`.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use super::LATEST_VERSION;
use super::place::Place;
use crate::arm::Call;
use crate::random;
use crate::wire::{Answer, Reply};

/// Connection details. The key and the token are of the right shape and open nothing.
pub fn info(call: &Call<'_>, place: &Place) -> Answer {
    place.enter(call, "integrationRuntimes/getconnectioninfo/action")?;
    let (_, runtime) = place.runtime(call)?;
    if runtime.keys.is_none() {
        return Err(place.bad_request(
            "Connection information exists only for a self-hosted integration runtime that \
            is not linked.",
        ));
    }
    let node = runtime.nodes.values().next();
    let host = node.map_or_else(
        || "localhost".to_owned(),
        |node| node.name.to_ascii_lowercase(),
    );
    let public_key = format!(
        "<RSAParameters>\r\n  <Exponent>AQAB</Exponent>\r\n  <Modulus>{}</Modulus>\r\n</RSAParameters>",
        random::key()
    );
    Ok(Reply::ok(&json!({
        "serviceToken": STANDARD.encode(random::key()),
        "identityCertThumbprint": "",
        "hostServiceUri": format!("https://{host}:8050/HostServiceRemote.svc/"),
        "version": node.map_or(LATEST_VERSION, |node| node.version.as_str()),
        "publicKey": STANDARD.encode(public_key),
        // Spelled as the service spells it.
        "isIdentityCertExprired": false,
    })))
}

/// Spreads credentials among the nodes; there is nothing to spread, and nothing to say.
pub fn sync_credentials(call: &Call<'_>, place: &Place) -> Answer {
    place.enter(call, "integrationRuntimes/synccredentials/action")?;
    let (_, runtime) = place.runtime(call)?;
    if runtime.keys.is_none() {
        return Err(place.bad_request(
            "Credentials are synchronized only among the nodes of a self-hosted integration \
            runtime.",
        ));
    }
    Ok(Reply::empty(200))
}
