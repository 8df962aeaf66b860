//! What a share of one data factory lacks: read before anything is asked or written.

use azir_azure::json::{self, Lookup};
use serde_json::{Value, json};

use super::{
    factory, grant,
    grant::Assigned,
    owner::{self, Owner},
    share::{Grant, Outcome, Share, User},
    work::Work,
};
use crate::{
    error::{Error, ErrorKind, Result},
    runtimes::{
        body::{Body, Kind, RuntimeBody, STATES, Written},
        linked,
        place::{ParentPlace, RuntimePlace},
        status,
    },
};

/// What a call may do.
pub struct Options<'a> {
    /// The name of the linked runtimes.
    pub name: &'a str,
    /// The credential of the data factory that the link uses.
    pub credential: Option<&'a str>,
    /// Whether a self-hosted runtime without nodes becomes a linked one.
    pub replaces_empty: bool,
}

/// What is written so that the linked runtime is there and listed.
pub enum Write {
    /// Nothing: it is there, and it is listed.
    Nothing,
    /// A runtime that does not exist yet.
    Create(Body),
    /// The runtime that is there, so that it is listed again.
    Again(Body),
    /// A linked runtime in place of a self-hosted one without nodes, if that has still this version.
    Replace(Body, Option<String>),
}

/// What the share of one data factory lacks.
pub struct Plan {
    /// The linked runtime.
    pub linked: RuntimePlace,
    /// The identity that needs the role.
    pub principal: String,
    /// Its roles on the shared runtime.
    pub assigned: Assigned,
    /// What is written.
    pub write: Write,
    /// The region of the data factory.
    pub location: Option<String>,
    /// Whether the role is to be given. The user may decline that.
    pub gives: bool,
}

impl Plan {
    /// Whether nothing is missing, as far as that could be seen.
    pub fn is_complete(&self) -> bool {
        !self.gives && matches!(self.write, Write::Nothing)
    }

    /// Whether the shared runtime gets one more link.
    pub fn adds_link(&self, owner: &Owner) -> bool {
        !matches!(self.write, Write::Nothing) && !lists(owner, &self.linked)
    }

    /// The share as it is before anything is done.
    pub fn share(&self, owner: &Owner) -> Share {
        let mut share = Share::new(
            owner.place.clone(),
            user(&self.linked.parent),
            Outcome::AlreadyShared,
        );
        share.linked = Some(self.linked.name.clone());
        share.principal = Some(self.principal.clone());
        share.grant = self.assigned.word(&owner.place.id());
        share
    }
}

/// The data factory at `place` as the user of a share.
pub fn user(place: &ParentPlace) -> User {
    User {
        name: place.name.clone(),
        subscription: Some(place.subscription.clone()),
        resource_group: Some(place.resource_group.clone()),
    }
}

/// Whether the shared runtime lists the linked one.
pub fn lists(owner: &Owner, linked: &RuntimePlace) -> bool {
    owner
        .links()
        .is_some_and(|links| links.iter().any(|link| owner::is_of(link, linked)))
}

/// Reads the data factory at `place` and what it has of the share.
///
/// # Errors
/// Why it cannot have a share, with the next step; what the service answers.
pub async fn make(
    work: &Work<'_>,
    owner: &Owner,
    place: &ParentPlace,
    options: &Options<'_>,
) -> Result<Plan> {
    if factory::is_same(place, &owner.place.parent) {
        return Err(Error::invalid(
            "With",
            format!(
                "{} is the one that has the shared integration runtime '{}'. Name another data factory.",
                place.called().replacen("data", "Data", 1),
                owner.place.name
            ),
        ));
    }
    let arm = work.arm;
    let linked = RuntimePlace {
        parent: place.clone(),
        name: options.name.to_owned(),
    };
    let (factory, existing) =
        futures::join!(arm.get_object(place.url(arm)), linked.get_if_exists(arm),);
    let factory = factory.map_err(|error| error.about(place.name.clone()))?;
    let tenant = owner::tenant(&factory);
    if let (Some(own), Some(other)) = (&tenant, &owner.tenant)
        && own != other
    {
        return Err(Error::invalid(
            "With",
            format!(
                "{} and {} are in different tenants. Sharing works within one tenant only: create a self-hosted \
                 integration runtime in this tenant. Nothing was changed there.",
                place.called().replacen("data", "Data", 1),
                owner.place.called()
            ),
        ));
    }
    let existing = existing?;
    // A link that is there keeps the credential that it has.
    let credential = options.credential.map(str::to_owned).or_else(|| {
        let existing = existing.as_ref()?;
        credential_of(existing.properties())
    });
    let principal = factory::principal(work, place, &factory, credential.as_deref()).await?;
    let scope = owner.place.id();
    let (write, assigned) = futures::join!(
        wanted(work, owner, &linked, existing, options),
        grant::of_principal(work, &scope, &principal),
    );
    let assigned = match assigned {
        Ok(assignments) => Assigned {
            assignments,
            known: true,
        },
        Err(error) if error.kind == ErrorKind::Cancelled => return Err(error),
        Err(error) => {
            owner::not_seen(arm, "Role assignments", &error).await?;
            Assigned::default()
        }
    };
    Ok(Plan {
        gives: matches!(assigned.word(&scope), Grant::Missing | Grant::Unknown),
        linked,
        principal,
        assigned,
        write: write?,
        location: factory.at("location").as_str().map(str::to_owned),
    })
}

/// What has to be written for a linked runtime at `linked`, where `existing` is.
async fn wanted(
    work: &Work<'_>,
    owner: &Owner,
    linked: &RuntimePlace,
    existing: Option<RuntimeBody>,
    options: &Options<'_>,
) -> Result<Write> {
    let scope = owner.place.id();
    let Some(existing) = existing else {
        let mut properties = Written::default();
        properties.insert("type".to_owned(), json!("SelfHosted"));
        return Ok(Write::Create(with_link(properties, &scope, options)?));
    };
    let name = linked.called_first();
    match existing.kind() {
        Kind::Linked => {
            let info = existing.linked_info();
            let to = info.as_ref().and_then(|info| info.resource_id.as_deref());
            match to {
                Some(to) if same_id(to, &scope) => {
                    // A status that could not be read tells nothing of links.
                    if owner.status.is_none() || lists(owner, linked) {
                        return Ok(Write::Nothing);
                    }
                    Ok(Write::Again(own_properties(&existing)?.into_resource()))
                }
                Some(to) => Err(taken(format!(
                    "{name} exists and is linked to another integration runtime, '{to}'. Give another name with \
                     -Name, or remove it first. Nothing was changed there."
                ))),
                None => Err(taken(format!(
                    "{name} exists and is linked with an authentication key, which does not say to which integration \
                     runtime. Give another name with -Name, or remove it first. Nothing was changed there."
                ))),
            }
        }
        Kind::SelfHosted if options.replaces_empty => {
            let status = status::ask(work.arm, linked).await?;
            if !status.nodes().is_empty() {
                return Err(taken(format!(
                    "{name} is a self-hosted one with {} of its own, which would be cut off. It was not changed. \
                     Remove its nodes first if it shall be linked again.",
                    nodes(status.nodes().len())
                )));
            }
            let properties = own_properties(&existing)?;
            let etag = existing.etag().map(str::to_owned);
            Ok(Write::Replace(
                with_link(properties, &scope, options)?,
                etag,
            ))
        }
        Kind::SelfHosted => Err(taken(format!(
            "{name} exists and is not a linked one. If a deployment replaced the linked one by it, restore it with: \
             Repair-AzIntegrationRuntimeShare -ResourceId '{scope}' -With '{}' -Name '{}'. Otherwise give another \
             name with -Name. Nothing was changed there.",
            linked.parent.name, linked.name
        ))),
        Kind::Managed | Kind::Unknown => Err(taken(format!(
            "{name} exists and is not a self-hosted one. Give another name with -Name. Nothing was changed there."
        ))),
    }
}

fn nodes(count: usize) -> String {
    if count == 1 {
        "a node".to_owned()
    } else {
        format!("{count} nodes")
    }
}

/// Whether both are the id of the same runtime.
pub fn same_id(one: &str, other: &str) -> bool {
    one.trim_end_matches('/')
        .eq_ignore_ascii_case(other.trim_end_matches('/'))
}

fn taken(message: String) -> Error {
    Error::new(ErrorKind::InvalidState, message).with_id("NameInUse")
}

/// The body of a linked runtime with these properties.
fn with_link(mut properties: Written, scope: &str, options: &Options<'_>) -> Result<Body> {
    linked::set_resource_id(&mut properties, scope)?;
    if let Some(name) = options.credential {
        crate::runtimes::body::set(
            &mut properties,
            &["typeProperties", "linkedInfo", "credential"],
            json!({"type": "CredentialReference", "referenceName": name}),
        )?;
    }
    Ok(properties.into_resource())
}

/// The properties that are there but for what only the service writes.
fn own_properties(existing: &RuntimeBody) -> Result<Written> {
    let properties = existing.properties().as_object().cloned();
    let mut properties = properties.map(Written::new).ok_or_else(|| {
        Error::protocol(
            "The service's answer for the linked integration runtime has no properties.",
        )
    })?;
    for state in STATES {
        json::remove(&mut properties, state);
    }
    Ok(properties)
}

/// The credential that the link in `document` uses.
pub fn credential_of(properties: &Value) -> Option<String> {
    properties
        .at_path(&[
            "typeProperties",
            "linkedInfo",
            "credential",
            "referenceName",
        ])
        .as_str()
        .map(str::to_owned)
}
