//! Tenants, applications, principals and what was handed out to them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

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

/// Somebody who can hold a role.
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
    /// Tokens issued so far; each carries its number.
    pub issued: u64,
    /// Tokens with a number up to this one are refused as expired.
    pub refused_up_to: u64,
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
}
