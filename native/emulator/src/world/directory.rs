//! Tenants, applications, principals, and the credentials and grants that they hold.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::facts::principals::{IDENTITY_CLIENT, IDENTITY_OBJECT};

/// An Entra tenant.
#[derive(Clone, Serialize, Deserialize)]
pub struct Tenant {
    pub id: String,
    pub display_name: String,
    pub domain: String,
}

/// An application that can sign in.
#[derive(Clone, Serialize, Deserialize)]
pub struct Application {
    pub client_id: String,
    pub name: String,
    /// `None` for a public client.
    pub secret: Option<String>,
    /// Tenant and object id of each service principal.
    pub service_principals: Vec<(String, String)>,
    /// Registered certificates, DER in base64.
    #[serde(default)]
    pub certificates: Vec<String>,
    /// Issuers whose tokens are as good as a secret.
    #[serde(default)]
    pub federated: Vec<FederatedCredential>,
}

/// Whose tokens an application may sign in with.
#[derive(Clone, Serialize, Deserialize)]
pub struct FederatedCredential {
    pub issuer: String,
    pub subject: String,
    pub audience: String,
    /// The issuer's JSON Web Keys; none when this emulator is the issuer.
    pub keys: Vec<Value>,
}

/// A managed identity of the machine.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(
    clippy::struct_field_names,
    reason = "each is an id, and the control plane shows them by these names"
)]
pub struct MachineIdentity {
    pub client_id: String,
    pub object_id: String,
    /// A user-assigned identity's own id; `None` for the machine's own.
    pub resource_id: Option<String>,
}

/// What kind of principal an object id names.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum PrincipalKind {
    User,
    Group,
    ServicePrincipal,
}

impl PrincipalKind {
    /// The name that role assignments use.
    pub fn name(self) -> &'static str {
        match self {
            Self::User => "User",
            Self::Group => "Group",
            Self::ServicePrincipal => "ServicePrincipal",
        }
    }
}

/// A principal, which can hold a role.
#[derive(Clone, Serialize, Deserialize)]
pub struct Principal {
    pub tenant: String,
    pub kind: PrincipalKind,
    pub display_name: String,
    /// When it was made, in milliseconds: fresh ones are not known everywhere.
    pub created_ms: u64,
}

/// A signed-in person, as a refresh token remembers them.
#[derive(Clone, Serialize, Deserialize)]
pub struct Grant {
    pub client_id: String,
    pub object_id: String,
    /// When it was given; 0 when that was not written down.
    #[serde(default)]
    pub issued_ms: u64,
    #[serde(default)]
    pub state: GrantState,
}

/// Whether a refresh token is good, and why not.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum GrantState {
    #[default]
    Good,
    Revoked,
    Expired,
    /// A policy wants the person to sign in again.
    Interaction,
}

/// A code that a browser brought back to its application.
#[derive(Clone, Serialize, Deserialize)]
pub struct AuthorizationCode {
    pub client_id: String,
    pub object_id: String,
    pub redirect_uri: String,
    pub scope: String,
    /// Method and challenge, when there were any.
    pub challenge: Option<(String, String)>,
    pub nonce: Option<String>,
    pub issued_ms: u64,
    pub redeemed: bool,
}

/// From when on earlier tokens are answered with a claims challenge.
#[derive(Clone, Serialize, Deserialize)]
pub struct Revocation {
    /// The last token it is about.
    pub up_to: u64,
    /// When it was, in seconds.
    pub at: u64,
    /// The principal whose tokens are revoked; `None` for all principals.
    pub object_id: Option<String>,
    /// Whether also tokens of clients that never said they understand challenges.
    pub every_token: bool,
}

/// A device-code sign-in under way.
#[derive(Clone, Serialize, Deserialize)]
pub struct DeviceCode {
    pub client_id: String,
    pub scope: String,
    pub expires_ms: u64,
}

/// Entra's memory.
#[derive(Default, Serialize, Deserialize)]
pub struct Directory {
    pub tenants: Vec<Tenant>,
    pub applications: Vec<Application>,
    /// By object id.
    pub principals: BTreeMap<String, Principal>,
    pub refresh_tokens: BTreeMap<String, Grant>,
    pub device_codes: BTreeMap<String, DeviceCode>,
    #[serde(default)]
    pub authorization_codes: BTreeMap<String, AuthorizationCode>,
    #[serde(default)]
    pub revocations: Vec<Revocation>,
    #[serde(default = "identities")]
    pub identities: Vec<MachineIdentity>,
    /// Tokens issued so far; each carries its number.
    pub issued: u64,
    /// Tokens with a number up to this one are refused as expired.
    pub refused_up_to: u64,
    /// The last client assertion with its client, when the settings say to remember it.
    #[serde(skip)]
    pub last_assertion: Option<(String, String)>,
}

impl Directory {
    /// The tenant named by id, by domain, or by a name that stands for the user's own.
    pub fn tenant(&self, name: &str) -> Option<&Tenant> {
        match name.to_ascii_lowercase().as_str() {
            "common" | "organizations" => self.tenants.first(),
            name => self
                .tenants
                .iter()
                .find(|tenant| tenant.id == name || tenant.domain == name),
        }
    }

    /// The application with this client id.
    pub fn application(&self, client_id: &str) -> Option<&Application> {
        self.applications
            .iter()
            .find(|application| application.client_id.eq_ignore_ascii_case(client_id))
    }

    /// Like [`Directory::application`], to change it.
    pub fn application_mut(&mut self, client_id: &str) -> Option<&mut Application> {
        self.applications
            .iter_mut()
            .find(|application| application.client_id.eq_ignore_ascii_case(client_id))
    }

    /// The revocation that a token falls under: the latest of those after its issue.
    pub fn revocation(
        &self,
        number: u64,
        object_id: &str,
        understands: bool,
    ) -> Option<&Revocation> {
        self.revocations.iter().rev().find(|revocation| {
            number <= revocation.up_to
                && (understands || revocation.every_token)
                && revocation
                    .object_id
                    .as_ref()
                    .is_none_or(|whose| whose.eq_ignore_ascii_case(object_id))
        })
    }
}

/// The machine's identities from the start: its own.
pub fn identities() -> Vec<MachineIdentity> {
    vec![MachineIdentity {
        client_id: IDENTITY_CLIENT.to_owned(),
        object_id: IDENTITY_OBJECT.to_owned(),
        resource_id: None,
    }]
}
