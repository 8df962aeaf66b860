//! Tenants, subscriptions and regions.

use serde_json::{Value, json};

use super::{Call, access};
use crate::facts::locations::REGIONS;
use crate::facts::principals::{USER_OBJECT, USER_OBJECT_ELSEWHERE};
use crate::wire::{Answer, Reply};
use crate::world::Subscription;

/// The tenants where the caller is known: the token's, and for the person also the one where they are a guest.
pub fn tenants(call: &Call<'_>) -> Reply {
    let caller = &call.caller;
    let is_person = [USER_OBJECT, USER_OBJECT_ELSEWHERE].contains(&caller.object_id.as_str());
    let guest = is_person && call.world.settings.guest;
    let value: Vec<Value> = call
        .world
        .directory
        .tenants
        .iter()
        .filter(|tenant| tenant.id == caller.tenant || guest)
        .map(|tenant| {
            json!({
                "id": format!("/tenants/{}", tenant.id),
                "tenantId": tenant.id,
                "countryCode": "DE",
                "country": "Germany",
                "displayName": tenant.display_name,
                "domains": [tenant.domain],
                "tenantCategory": "Home",
                "defaultDomain": tenant.domain,
                "tenantType": "AAD",
            })
        })
        .collect();
    Reply::ok(&json!({ "value": value }))
}

/// The subscriptions that the caller can see.
pub fn list(call: &Call<'_>) -> Reply {
    let value: Vec<Value> = call
        .world
        .subscriptions
        .iter()
        .filter(|subscription| subscription.tenant == call.caller.tenant)
        .filter(|subscription| {
            access::is_visible(call.world, &call.caller.object_id, &scope(subscription))
        })
        .map(show)
        .collect();
    let count = value.len();
    Reply::ok(&json!({ "value": value, "count": { "type": "Total", "value": count } }))
}

/// One subscription.
pub fn get(call: &Call<'_>, id: &str) -> Answer {
    let subscription = call.subscription(id)?;
    if !access::is_visible(call.world, &call.caller.object_id, &scope(subscription)) {
        call.require(
            "Microsoft.Resources/subscriptions/read",
            &scope(subscription),
        )?;
    }
    Ok(Reply::ok(&show(subscription)))
}

/// Its regions.
pub fn locations(call: &Call<'_>, id: &str) -> Answer {
    let subscription = call.subscription(id)?;
    call.require(
        "Microsoft.Resources/subscriptions/locations/read",
        &scope(subscription),
    )?;
    let value: Vec<Value> = REGIONS
        .iter()
        .map(|(name, display, geography, _)| {
            json!({
                "id": format!("/subscriptions/{}/locations/{name}", subscription.id),
                "name": name,
                "type": "Region",
                "displayName": display,
                "regionalDisplayName": format!("({geography}) {display}"),
                "metadata": { "regionType": "Physical", "regionCategory": "Recommended", "geographyGroup": geography },
            })
        })
        .collect();
    Ok(Reply::ok(&json!({ "value": value })))
}

fn scope(subscription: &Subscription) -> String {
    format!("/subscriptions/{}", subscription.id)
}

fn show(subscription: &Subscription) -> Value {
    json!({
        "id": scope(subscription),
        "authorizationSource": "RoleBased",
        "managedByTenants": [],
        "subscriptionId": subscription.id,
        "tenantId": subscription.tenant,
        "displayName": subscription.name,
        "state": "Enabled",
        "subscriptionPolicies": {
            "locationPlacementId": "Public_2014-09-01", "quotaId": "PayAsYouGo_2014-09-01", "spendingLimit": "Off",
        },
    })
}
