//! Resource providers and their registration with a subscription.

use serde_json::{Value, json};

use super::Call;
use crate::clock;
use crate::facts::locations::REGIONS;
use crate::wire::{Answer, Refusal, Reply};
use crate::world::{Registration, Service, Subscription};

/// Those that every subscription has.
const ALWAYS: [&str; 2] = ["Microsoft.Authorization", "Microsoft.Resources"];

/// Every namespace there is.
fn all() -> impl Iterator<Item = &'static str> {
    Service::ALL
        .into_iter()
        .map(Service::namespace)
        .chain(ALWAYS)
}

/// The providers of a subscription.
pub fn list(call: &Call<'_>, id: &str) -> Answer {
    let subscription = call.subscription(id)?;
    call.require(
        "Microsoft.Resources/subscriptions/providers/read",
        &format!("/subscriptions/{id}"),
    )?;
    let value: Vec<Value> = all()
        .map(|namespace| show(subscription, namespace))
        .collect();
    Ok(Reply::ok(&json!({ "value": value })))
}

/// One provider.
pub fn get(call: &Call<'_>, id: &str, namespace: &str) -> Answer {
    let subscription = call.subscription(id)?;
    call.require(
        "Microsoft.Resources/subscriptions/providers/read",
        &format!("/subscriptions/{id}"),
    )?;
    Ok(Reply::ok(&show(subscription, known(namespace)?)))
}

/// The providers as the tenant has them: without a state of registration.
pub fn tenant_list() -> Reply {
    let value: Vec<Value> = all().map(describe).collect();
    Reply::ok(&json!({ "value": value }))
}

/// One provider as the tenant has it.
pub fn tenant_get(namespace: &str) -> Answer {
    Ok(Reply::ok(&describe(known(namespace)?)))
}

/// Registers a provider, which takes as long as operations do.
pub fn register(call: &mut Call<'_>, id: &str, namespace: &str) -> Answer {
    let subscription = call.subscription(id)?.id.clone();
    let namespace = known(namespace)?;
    call.require(
        &format!("{namespace}/register/action"),
        &format!("/subscriptions/{id}"),
    )?;
    let due = clock::now_ms() + call.world.settings.operation_seconds * 1000;
    let Some(found) = call
        .world
        .subscriptions
        .iter_mut()
        .find(|known| known.id == subscription)
    else {
        return Err(Refusal::gateway(
            404,
            "SubscriptionNotFound",
            format!("The subscription '{id}' could not be found."),
        ));
    };
    let mut shown = show(found, namespace);
    if let Some(service) = Service::of(namespace)
        && found.registration(service) == Registration::NotRegistered
    {
        *found.registration_mut(service) = Registration::Registering(due);
        shown = show(found, namespace);
        // The answer to the registration itself always says that it is under way.
        shown["registrationState"] = "Registering".into();
        call.world.changed = true;
    }
    Ok(Reply::ok(&shown))
}

/// Refuses calls to a service in a subscription that is not registered with it.
///
/// # Errors
///
/// `MissingSubscriptionRegistration`.
pub fn check_registered(subscription: &Subscription, service: Service) -> Result<(), Refusal> {
    let namespace = service.namespace();
    if state(subscription, namespace) == "Registered" {
        return Ok(());
    }
    let message = format!(
        "The subscription is not registered to use namespace '{namespace}'. See https://aka.ms/rps-not-found for how \
         to register \
         subscriptions."
    );
    let details = json!([{ "code": "MissingSubscriptionRegistration", "target": namespace, "message": message }]);
    Err(Refusal::gateway(409, "MissingSubscriptionRegistration", message).with_details(details))
}

fn known(namespace: &str) -> Result<&'static str, Refusal> {
    all()
        .find(|known| known.eq_ignore_ascii_case(namespace))
        .ok_or_else(|| {
            Refusal::gateway(
                404,
                "InvalidResourceNamespace",
                format!("The resource namespace '{namespace}' is invalid."),
            )
        })
}

fn state(subscription: &Subscription, namespace: &str) -> &'static str {
    let Some(service) = Service::of(namespace) else {
        return "Registered";
    };
    match subscription.registration(service) {
        Registration::NotRegistered => "NotRegistered",
        Registration::Registering(until) if until > clock::now_ms() => "Registering",
        Registration::Registering(_) | Registration::Registered => "Registered",
    }
}

fn show(subscription: &Subscription, namespace: &str) -> Value {
    let mut shown = describe(namespace);
    shown["id"] = format!("/subscriptions/{}/providers/{namespace}", subscription.id).into();
    shown["registrationState"] = state(subscription, namespace).into();
    shown["registrationPolicy"] = "RegistrationRequired".into();
    shown
}

/// Returns a provider with its resource types.
fn describe(namespace: &str) -> Value {
    let (types, versions): (Vec<&str>, &[&str]) = match (Service::of(namespace), namespace) {
        (Some(service), _) => {
            let types = match service {
                Service::DataFactory => vec![
                    "factories",
                    "factories/integrationRuntimes",
                    "factories/linkedservices",
                ],
                Service::Synapse => vec!["workspaces", "workspaces/integrationRuntimes"],
                Service::Purview => vec!["accounts"],
            };
            (types, service.api_versions())
        }
        (None, "Microsoft.Authorization") => (
            vec!["roleAssignments", "roleDefinitions"],
            &["2022-04-01", "2020-04-01-preview", "2018-01-01-preview"],
        ),
        (None, _) => (
            vec!["subscriptions", "resourceGroups"],
            &["2024-03-01", "2022-12-01"],
        ),
    };
    let places: Vec<&str> = REGIONS.iter().map(|(_, display, ..)| *display).collect();
    let types: Vec<Value> = types
        .into_iter()
        .map(|kind| {
            json!({ "resourceType": kind, "locations": places, "apiVersions": versions,
            "capabilities": "None" })
        })
        .collect();
    json!({
        "id": format!("/providers/{namespace}"),
        "namespace": namespace,
        "resourceTypes": types,
    })
}
