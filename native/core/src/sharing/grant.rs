//! The role of a data factory's identity on the shared runtime: read, given, taken away.

use std::time::{Duration, SystemTime};

use azir_azure::{
    arm::{client::RequestOptions, paging::Pages},
    json::Lookup,
};
use azure_core::http::{Method, Url};
use serde_json::{Value, json};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};
use uuid::Uuid;

use super::{share::Grant, work::Work};
use crate::{
    arm::Arm,
    error::{Error, Result},
    resources::{
        ROLES_API_VERSION,
        role_assignment::may_use_runtime,
        role_definition::{self, Role},
        scope::covers,
    },
    runtimes::{place::RuntimePlace, service::Service},
};

/// Contributor: the role that Microsoft documents for the identity of the other data factory.
const CONTRIBUTOR: (&str, &str) = ("b24988ac-6180-42a0-ab88-20f7382dd24c", "Contributor");
/// How long a fresh identity may take to be known, and how often that is looked at.
const KNOWN_WITHIN: Duration = Duration::from_secs(120);
const LOOK_AGAIN: Duration = Duration::from_secs(5);

/// What is known of an identity's roles on a shared runtime.
#[derive(Clone, Debug, Default)]
pub struct Assigned {
    /// The assignments with which it may link, at the runtime or above.
    pub assignments: Vec<Value>,
    /// Whether they could be read.
    pub known: bool,
}

impl Assigned {
    /// How the identity has its role at `scope`.
    pub fn word(&self, scope: &str) -> Grant {
        if !self.known {
            return Grant::Unknown;
        }
        if self.own(scope).next().is_some() {
            Grant::Present
        } else if self.assignments.is_empty() {
            Grant::Missing
        } else {
            Grant::Inherited
        }
    }

    /// The assignments at `scope` itself.
    pub fn own<'a>(&'a self, scope: &'a str) -> impl Iterator<Item = &'a Value> {
        self.assignments
            .iter()
            .filter(move |assignment| own_scope(assignment).eq_ignore_ascii_case(scope))
    }

    /// When the latest of them was given.
    pub fn latest(&self) -> Option<SystemTime> {
        self.assignments.iter().filter_map(created).max()
    }
}

/// The scope of an assignment.
pub fn own_scope(assignment: &Value) -> &str {
    assignment
        .at_path(&["properties", "scope"])
        .as_str()
        .unwrap_or_default()
}

/// The identity that an assignment is for.
pub fn principal(assignment: &Value) -> &str {
    assignment
        .at_path(&["properties", "principalId"])
        .as_str()
        .unwrap_or_default()
}

fn created(assignment: &Value) -> Option<SystemTime> {
    let text = assignment.at_path(&["properties", "createdOn"]).as_str()?;
    OffsetDateTime::parse(text, &Rfc3339)
        .ok()
        .map(SystemTime::from)
}

fn url(arm: &Arm<'_>, scope: &str, name: &[&str]) -> Url {
    let own = ["providers", "Microsoft.Authorization", "roleAssignments"];
    arm.url_below(scope, &[own.as_slice(), name].concat(), ROLES_API_VERSION)
}

/// The assignments with which `principal` may link to the runtime at `scope`, those of its groups among them.
///
/// # Errors
/// What the service answers.
pub async fn of_principal(work: &Work<'_>, scope: &str, principal: &str) -> Result<Vec<Value>> {
    let mut url = url(work.arm, scope, &[]);
    url.query_pairs_mut()
        .append_pair("$filter", &format!("assignedTo('{principal}')"));
    all(work, scope, url).await
}

/// The integration runtimes of data factories in `subscription` on which `principal` has a role of its own.
///
/// # Errors
/// What the service answers.
pub async fn runtimes_of(
    work: &Work<'_>,
    subscription: &str,
    principal: &str,
) -> Result<Vec<RuntimePlace>> {
    let mut url = url(work.arm, &format!("/subscriptions/{subscription}"), &[]);
    url.query_pairs_mut()
        .append_pair("$filter", &format!("assignedTo('{principal}')"));
    let found = Pages::new(work.arm, url).all().await?;
    Ok(found
        .iter()
        .filter(|own| may_use_runtime(own))
        .filter_map(|own| RuntimePlace::from_id(Service::DataFactory, "Id", own_scope(own)).ok())
        .collect())
}

/// Asks for the assignments at a subscription and above, which needs the right to read them there.
///
/// # Errors
/// What the service answers.
pub async fn at_subscription(work: &Work<'_>, subscription: &str) -> Result<()> {
    let mut url = url(work.arm, &format!("/subscriptions/{subscription}"), &[]);
    url.query_pairs_mut().append_pair("$filter", "atScope()");
    Pages::new(work.arm, url).next().await?;
    Ok(())
}

/// The assignments of everyone with which one may link to the runtime at `scope`.
///
/// # Errors
/// What the service answers.
pub async fn of_all(work: &Work<'_>, scope: &str) -> Result<Vec<Value>> {
    let url = url(work.arm, scope, &[]);
    all(work, scope, url).await
}

async fn all(work: &Work<'_>, scope: &str, url: Url) -> Result<Vec<Value>> {
    let mut found = Pages::new(work.arm, url).all().await?;
    found.retain(|own| may_use_runtime(own) && covers(own_scope(own), scope));
    Ok(found)
}

/// The role that is given: `-RoleDefinitionName`, or Contributor.
///
/// # Errors
/// `InvalidInput` where there is no role of that name; what the service answers.
pub async fn role(arm: &Arm<'_>, scope: &str) -> Result<Role> {
    match arm.call.arguments().filled("RoleDefinitionName") {
        Some(name) if !name.eq_ignore_ascii_case(CONTRIBUTOR.1) => {
            role_definition::by_name(arm, scope, &name).await
        }
        _ => Ok(Role {
            id: CONTRIBUTOR.0.to_owned(),
            name: CONTRIBUTOR.1.to_owned(),
        }),
    }
}

/// A role assignment that is about to be made: its id is known before it is sent, so that it can be undone even when no
/// answer came.
pub struct Giving {
    /// The id of the assignment.
    pub id: String,
    body: Value,
    principal: String,
}

impl Giving {
    /// The assignment of `role` at `scope` to `principal`.
    pub fn new(scope: &str, role: &Role, principal: &str) -> Self {
        let subscription = scope.split('/').nth(2).unwrap_or_default();
        let name = Uuid::new_v4();
        Self {
            id: format!("{scope}/providers/Microsoft.Authorization/roleAssignments/{name}"),
            // With its type, an identity need not be known everywhere yet.
            body: json!({"properties": {
                "roleDefinitionId": format!(
                    "/subscriptions/{subscription}/providers/Microsoft.Authorization/roleDefinitions/{}", role.id),
                "principalId": principal,
                "principalType": "ServicePrincipal",
            }}),
            principal: principal.to_owned(),
        }
    }

    /// Gives the role; whether it was not there before.
    ///
    /// # Errors
    /// What the service answers; an identity that is not known yet is waited for.
    pub async fn give(&self, work: &Work<'_>) -> Result<bool> {
        let arm = work.arm;
        let mut waited = Duration::ZERO;
        loop {
            let address = arm.url_below(&self.id, &[], ROLES_API_VERSION);
            match arm.put(address, &self.body, None).await {
                Ok(_) => return Ok(true),
                Err(error) if error.is_code("RoleAssignmentExists") => return Ok(false),
                Err(error) if error.is_code("PrincipalNotFound") && waited < KNOWN_WITHIN => {
                    let caller = &arm.call.caller;
                    caller
                        .verbose(format!(
                            "Waiting for identity '{}' to be known.",
                            self.principal
                        ))
                        .await?;
                    arm.call.library.clock.sleep(LOOK_AGAIN).await;
                    waited += LOOK_AGAIN;
                }
                Err(error) => return Err(error),
            }
        }
    }
}

/// Takes the assignment with this id away; there may be none.
///
/// # Errors
/// What the service answers.
pub async fn take(work: &Work<'_>, id: &str) -> Result<()> {
    let address = work.arm.url_below(id, &[], ROLES_API_VERSION);
    let options = RequestOptions::default();
    match work.arm.send(Method::Delete, address, None, options).await {
        Err(error) if !error.is_status(404) => Err(error),
        _ => Ok(()),
    }
}

/// What to do about a grant that the caller may not give.
pub fn advice(scope: &str, principal: &str, role: &Role) -> String {
    format!(
        "Ask an owner of the shared integration runtime to run: New-AzRoleAssignment -ObjectId {principal} \
         -RoleDefinitionName '{}' -Scope '{scope}'.",
        role.name
    )
}

/// Whether the service refused a link because no role lets the data factory use the shared runtime, or none does yet.
pub fn is_without_access(error: &Error) -> bool {
    error.is_code("UnauthorizedIntegrationRuntimeAccess")
}
