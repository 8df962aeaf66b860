//! Represents one authenticated request together with the state that it works on.

use super::access;
use crate::wire::{Refusal, Request};
use crate::world::{Group, Subscription, World};
use hyper::Method;

/// Who is calling.
#[derive(Clone, Debug)]
pub struct Caller {
    pub object_id: String,
    pub tenant: String,
    /// A person's name or an application's id, as messages show it.
    pub name: String,
}

/// A request with its caller and the world it works on.
pub struct Call<'a> {
    pub world: &'a mut World,
    pub request: &'a Request,
    pub caller: Caller,
}

impl Call<'_> {
    /// The subscription `id`, if the caller's token is for its tenant.
    ///
    /// # Errors
    ///
    /// When it is no GUID, not there, or another tenant's.
    pub fn subscription(&self, id: &str) -> Result<&Subscription, Refusal> {
        if uuid::Uuid::try_parse(id).is_err() {
            return Err(Refusal::gateway(
                400,
                "InvalidSubscriptionId",
                format!("The provided subscription identifier '{id}' is malformed or invalid."),
            ));
        }
        let subscription = self.world.subscription(id).ok_or_else(|| {
            Refusal::gateway(
                404,
                "SubscriptionNotFound",
                format!("The subscription '{id}' could not be found."),
            )
        })?;
        if subscription.tenant == self.caller.tenant {
            return Ok(subscription);
        }
        let (theirs, ours) = (&self.caller.tenant, &subscription.tenant);
        let origin = &self.request.origin;
        Err(Refusal::gateway(
            401,
            "InvalidAuthenticationTokenTenant",
            format!(
                "The access token is from the wrong issuer 'https://sts.windows.net/{theirs}/'. It must match the \
                 tenant \
                 'https://sts.windows.net/{ours}/' associated with this subscription. Please use the authority (URL) \
                 'https://login.windows.net/{ours}' to get the token. Note, if the subscription is transferred to \
                 another tenant there is \
                 no impact to the services, but information about new tenant could take time to propagate (up to an \
                 hour). If you just \
                 transferred your subscription and see this error message, please try back later."
            ),
        )
        .with_header(
            "www-authenticate",
            format!(
                "Bearer authorization_uri=\"{origin}/{ours}\", error=\"invalid_token\", error_description=\"The \
                 access token is from the \
                 wrong issuer. It must match the tenant associated with this subscription.\""
            ),
        ))
    }

    /// Returns the last part of the action that the method is: `read`, `write` or `delete`.
    ///
    /// # Errors
    ///
    /// The gateway's `MethodNotAllowed` for a method that `thing`, such as `a node`, does not have.
    pub fn verb(&self, allowed: &[Method], thing: &str) -> Result<&'static str, Refusal> {
        let method = &self.request.method;
        if !allowed.contains(method) {
            let message = format!("The method is not allowed on {thing}.");
            return Err(Refusal::gateway(405, "MethodNotAllowed", message));
        }
        Ok(match *method {
            Method::GET | Method::HEAD => "read",
            Method::DELETE => "delete",
            _ => "write",
        })
    }

    /// Lets the caller do `action` at `scope`, or says that they may not.
    ///
    /// # Errors
    ///
    /// The gateway's `AuthorizationFailed`.
    pub fn require(&self, action: &str, scope: &str) -> Result<(), Refusal> {
        if access::is_allowed(self.world, &self.caller.object_id, action, scope) {
            return Ok(());
        }
        let Caller {
            name, object_id, ..
        } = &self.caller;
        Err(Refusal::gateway(
            403,
            "AuthorizationFailed",
            format!(
                "The client '{name}' with object id '{object_id}' does not have authorization to perform action \
                 '{action}' over scope \
                 '{scope}' or the scope is invalid. If access was recently granted, please refresh your credentials."
            ),
        ))
    }

    /// The resource group, which must exist.
    ///
    /// # Errors
    ///
    /// The gateway's `ResourceGroupNotFound`.
    pub fn group(&self, subscription: &str, name: &str) -> Result<&Group, Refusal> {
        self.world
            .groups
            .get(&group_key(subscription, name))
            .ok_or_else(|| group_not_found(name))
    }

    /// The resource group, which must exist and not be about to go.
    ///
    /// # Errors
    ///
    /// `ResourceGroupNotFound` or `ResourceGroupBeingDeleted`.
    pub fn standing_group(&self, subscription: &str, name: &str) -> Result<&Group, Refusal> {
        let group = self.group(subscription, name)?;
        if group.deleted_at.is_none() {
            return Ok(group);
        }
        Err(Refusal::gateway(
            409,
            "ResourceGroupBeingDeleted",
            format!(
                "The resource group '{name}' is in deprovisioning state and cannot perform this operation."
            ),
        ))
    }
}

/// What groups are kept under.
pub fn group_key(subscription: &str, name: &str) -> String {
    format!("/subscriptions/{subscription}/resourcegroups/{name}").to_ascii_lowercase()
}

/// No such resource group.
pub fn group_not_found(name: &str) -> Refusal {
    Refusal::gateway(
        404,
        "ResourceGroupNotFound",
        format!("Resource group '{name}' could not be found."),
    )
}
