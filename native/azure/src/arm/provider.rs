//! Registers a resource provider in a subscription and waits for it.

use std::time::Duration;

use azure_core::http::{Method, Url};
use serde_json::Value;

use super::client::{Client, RequestOptions};
use crate::{
    error::{ErrorContext, Result},
    json::Lookup,
};

const API_VERSION: &str = "2021-04-01";
const PACE: Duration = Duration::from_secs(5);
/// Registration took ten minutes where it was recorded.
const ATTEMPTS: u32 = 240;

/// The subscription and the provider that an address is about.
#[must_use]
pub fn named_in(url: &Url) -> Option<(String, String)> {
    let segments: Vec<&str> = url.path_segments()?.collect();
    let after = |name: &str| {
        let index = segments
            .iter()
            .position(|own| own.eq_ignore_ascii_case(name))?;
        segments.get(index + 1).map(|value| (*value).to_owned())
    };
    Some((after("subscriptions")?, after("providers")?))
}

/// Registers `namespace` in `subscription` and waits until that is done.
///
/// # Errors
/// What the service answers, or `Service` when it takes longer than twenty minutes.
pub async fn register(arm: &Client, subscription: &str, namespace: &str) -> Result<()> {
    let activity = format!("Registering resource provider '{namespace}'");
    arm.progress
        .verbose(&format!(
            "Registering resource provider '{namespace}' in subscription '{subscription}'."
        ))
        .await?;
    let scope = ["subscriptions", subscription, "providers", namespace];
    let url = arm.url(&[scope.as_slice(), &["register"]].concat(), API_VERSION);
    let mut answer = arm
        .send_once(Method::Post, &url, None, RequestOptions::default())
        .await?
        .json()?;
    let mut shown = false;
    for _ in 0..ATTEMPTS {
        let state = answer
            .member("registrationState")
            .and_then(Value::as_str)
            .unwrap_or_default();
        if state.eq_ignore_ascii_case("Registered") {
            if shown {
                arm.progress.done(&activity).await?;
            }
            return Ok(());
        }
        arm.progress.step(&activity, state).await?;
        shown = true;
        arm.world.clock().sleep(PACE).await;
        let url = arm.url(&scope, API_VERSION);
        answer = arm
            .send_once(Method::Get, &url, None, RequestOptions::default())
            .await?
            .json()?;
    }
    Err(ErrorContext::NotRegistered {
        namespace: namespace.to_owned(),
        subscription: subscription.to_owned(),
    }
    .into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_its_subscription_and_provider() {
        let url = Url::parse(
            "https://h/subscriptions/s1/resourceGroups/g/providers/Microsoft.Storage/x/f",
        )
        .unwrap();
        assert_eq!(
            named_in(&url),
            Some(("s1".into(), "Microsoft.Storage".into()))
        );
        assert_eq!(
            named_in(&Url::parse("https://h/subscriptions/s1").unwrap()),
            None
        );
    }
}
