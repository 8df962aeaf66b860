//! Sharing: a linked runtime uses the nodes of a shared one in another factory.

use serde_json::Value;

use super::body::{LinkedInfo, linked_info};
use super::place::Place;
use super::{keys::find_by_key, secrets, status};
use crate::arm::{Call, access};
use crate::clock;
use crate::wire::{Answer, Refusal, Reply};
use crate::world::{Link, Parent, Runtime, Service, World};

/// What the identity of a linked factory must be allowed on the shared runtime; Contributor is.
const LINK_ACTION: &str =
    "Microsoft.DataFactory/factories/integrationruntimes/linkedintegrationruntime/action";
/// A key that opens no runtime; the service's own words are not recorded.
const UNKNOWN_KEY: &str = "The authentication key is not valid for any integration runtime.";
/// A link to something that cannot be shared; not recorded either.
const NOT_SHAREABLE: &str =
    "Only a self-hosted integration runtime that is not itself linked can be shared.";

/// A link to a runtime without a node that knows of sharing; the code was seen, the words are not recorded.
const UNSUPPORTED_VERSION: (&str, &str) = (
    "SharableIntegrationRuntimeUnSupportVersion",
    "The shared integration runtime has no registered node, or the version of its nodes is lower than 3.8, so that it \
     cannot be shared.",
);
/// The first version of a node that knows of sharing.
const SHARABLE: (u32, u32) = (3, 8);

/// The link that a put asks for.
pub enum Connection {
    /// The runtime stands for itself.
    None,
    /// It uses the runtime with this lower-case id.
    To(String),
}

impl Connection {
    /// The shared runtime.
    pub fn shared(&self) -> Option<&str> {
        match self {
            Self::None => None,
            Self::To(id) => Some(id),
        }
    }
}

/// Finds the shared runtime that `properties` name and checks that it may be used.
///
/// # Errors
///
/// What the service refuses: no identity, no access, no such runtime, no such key.
pub fn connect(
    call: &Call<'_>,
    place: &Place,
    properties: &Value,
    existing: Option<&Runtime>,
) -> Result<Connection, Refusal> {
    let Some(info) = linked_info(properties) else {
        return Ok(Connection::None);
    };
    let factory = place.parent(call)?;
    let shared = match info {
        LinkedInfo::Key(key) => {
            let known = existing.and_then(|runtime| runtime.shared.clone());
            match find_by_key(call.world, &key) {
                Some(id) => id,
                // A document that comes back with its own secret keeps its link, though the key was changed since.
                None if known.is_some() && is_stored_key(existing, &key) => {
                    known.unwrap_or_default()
                }
                None => return Err(place.bad_request(UNKNOWN_KEY)),
            }
        }
        LinkedInfo::Rbac {
            resource_id,
            credential,
        } => {
            check_identity(place, factory, credential)?;
            let id = resource_id.trim_end_matches('/').to_ascii_lowercase();
            let (_, shared) = call.world.runtime(&id).ok_or_else(|| {
                Refusal::provider(
                    404,
                    "NotFound",
                    "The document could not be retrieved because it does not exist.",
                    resource_id.clone(),
                )
            })?;
            if !has_access(call.world, factory, &id) {
                return Err(no_access(place, &shared.name));
            }
            id
        }
    };
    check_nodes(call, place, &shared)?;
    let own = place.runtime_key();
    let sharable = call
        .world
        .runtime(&shared)
        .is_some_and(|(parent, runtime)| {
            parent.service == Service::DataFactory && runtime.keys.is_some()
        });
    if !sharable || shared == own {
        return Err(place.bad_request(NOT_SHAREABLE));
    }
    Ok(Connection::To(shared))
}

/// Refuses a runtime without a node of a version that knows of sharing, where the settings ask for that.
fn check_nodes(call: &Call<'_>, place: &Place, shared: &str) -> Result<(), Refusal> {
    let knows_sharing = |version: &str| {
        let mut parts = version.split('.').map(|part| part.parse().unwrap_or(0));
        (parts.next().unwrap_or(0), parts.next().unwrap_or(0)) >= SHARABLE
    };
    let fits = call.world.runtime(shared).is_none_or(|(_, runtime)| {
        let mut nodes = runtime.nodes.values();
        nodes.any(|node| knows_sharing(&node.version))
    });
    if fits || !call.world.settings.sharing_needs_node {
        return Ok(());
    }
    let (code, message) = UNSUPPORTED_VERSION;
    Err(place.refuse(400, code, message))
}

fn is_stored_key(existing: Option<&Runtime>, key: &str) -> bool {
    let stored = existing.and_then(|runtime| linked_info(&runtime.properties));
    key == secrets::MASK || matches!(stored, Some(LinkedInfo::Key(stored)) if stored == key)
}

fn check_identity(place: &Place, factory: &Parent, credential: bool) -> Result<(), Refusal> {
    let identity = factory.identity.as_ref();
    let fit = identity.is_some_and(|identity| {
        if credential {
            !identity.users.is_empty()
        } else {
            identity.system.is_some()
        }
    });
    if fit {
        return Ok(());
    }
    Err(Refusal::provider(
        400,
        "ManagedIdentityRequiredToCreateLinkedIntegrationRuntime",
        format!(
            "Managed identity is required when creating linked integration runtime '{}' under '{}'. Please specify a \
             managed identity via \
             credential object.",
            place.runtime, factory.name
        ),
        place.target(),
    ))
}

/// Whether an identity of `factory` may use the runtime `shared`: in the same tenant, and with a role on it.
fn has_access(world: &World, factory: &Parent, shared: &str) -> bool {
    let tenant = |subscription: &str| {
        world
            .subscription(subscription)
            .map(|subscription| subscription.tenant.as_str())
    };
    let Some((owner, _)) = world.runtime(shared) else {
        return false;
    };
    tenant(&owner.subscription) == tenant(&factory.subscription)
        && factory
            .identity
            .iter()
            .flat_map(crate::world::Identity::principals)
            .any(|principal| access::is_allowed(world, principal, LINK_ACTION, shared))
}

/// The shared runtime may not be used.
pub fn no_access(place: &Place, shared: &str) -> Refusal {
    Refusal::provider(
        401,
        "UnauthorizedIntegrationRuntimeAccess",
        format!(
            "Access denied. Unable to access shared integration runtime '{shared}'. Please check whether this \
             resource has been granted \
             permission by the shared integration runtime"
        ),
        place.target(),
    )
}

/// The shared runtime that a linked one stands for, if its link still holds.
///
/// # Errors
///
/// The service's, when the link was removed, the role taken away, or the shared runtime is gone.
pub fn follow<'a>(
    world: &'a World,
    place: &Place,
    factory: &Parent,
    runtime: &Runtime,
) -> Result<(&'a Parent, &'a Runtime), Refusal> {
    let id = runtime.shared.as_deref().unwrap_or_default();
    let (owner, shared) = world.runtime(id).ok_or_else(|| place.not_found())?;
    let linked = shared.links.iter().any(|link| {
        link.is_from(&factory.subscription, &factory.name)
            && link.name.eq_ignore_ascii_case(&runtime.name)
    });
    let by_key = matches!(linked_info(&runtime.properties), Some(LinkedInfo::Key(_)));
    if linked && (by_key || has_access(world, factory, id)) {
        return Ok((owner, shared));
    }
    Err(no_access(place, &shared.name))
}

/// Writes the link down at the shared runtime, and takes away the one that was there before.
pub fn record(call: &mut Call<'_>, place: &Place, runtime: &Runtime, connection: Connection) {
    let Some(factory) = call.world.parents.get(&place.parent_key) else {
        return;
    };
    let link = Link {
        name: runtime.name.clone(),
        subscription: factory.subscription.clone(),
        factory: factory.name.clone(),
        location: factory.location.clone(),
        created: clock::stamp(),
    };
    let is_same = |other: &Link| {
        other.is_from(&link.subscription, &link.factory)
            && other.name.eq_ignore_ascii_case(&link.name)
    };
    let before = call
        .world
        .runtime(&place.runtime_key())
        .and_then(|(_, before)| before.shared.clone());
    if let Some(before) = before.filter(|before| connection.shared() != Some(before))
        && let Some(shared) = call.world.runtime_mut(&before)
    {
        shared.links.retain(|other| !is_same(other));
    }
    if let Connection::To(id) = connection
        && let Some(shared) = call.world.runtime_mut(&id)
        && !shared.links.iter().any(is_same)
    {
        shared.links.push(link);
    }
}

/// Takes away the links of one factory, named without path.
pub fn remove(call: &mut Call<'_>, place: &Place) -> Answer {
    place.enter(call, "integrationRuntimes/removelinks/action")?;
    place.runtime(call)?;
    let body = call.request.json()?;
    let Some(factory) = body["factoryName"].as_str().filter(|name| !name.is_empty()) else {
        return Err(place.bad_request("The 'factoryName' of the linked data factory is required."));
    };
    if factory.contains('/') {
        // The service fails over anything but a bare name instead of refusing it.
        return Err(Refusal::provider(
            500,
            "InternalError",
            "Internal error has occurred.",
            place.target(),
        ));
    }
    place
        .runtime_mut(call)?
        .links
        .retain(|link| !link.factory.eq_ignore_ascii_case(factory));
    Ok(Reply::empty(200))
}

/// Writes a link down from the shared side, and answers with the status that shows it.
pub fn create(call: &mut Call<'_>, place: &Place) -> Answer {
    place.enter(call, "integrationRuntimes/linkedintegrationruntime/action")?;
    let (_, runtime) = place.runtime(call)?;
    if runtime.keys.is_none() {
        return Err(place.bad_request(NOT_SHAREABLE));
    }
    let body = call.request.json()?;
    let text = |name: &str| body[name].as_str().unwrap_or_default().to_owned();
    let link = Link {
        name: text("name"),
        subscription: text("subscriptionId"),
        factory: text("dataFactoryName"),
        location: text("dataFactoryLocation"),
        created: clock::stamp(),
    };
    let runtime = place.runtime_mut(call)?;
    let same = |other: &Link| {
        other.is_from(&link.subscription, &link.factory)
            && other.name.eq_ignore_ascii_case(&link.name)
    };
    if !runtime.links.iter().any(same) {
        runtime.links.push(link);
    }
    let (factory, runtime) = place.runtime(call)?;
    Ok(Reply::ok(&status::show(place, factory, runtime)))
}
