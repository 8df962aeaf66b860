//! Whether linked integration runtimes may still use their owners.
//!
//! The status of a linked integration runtime is that of its owner, so it is not asked for while the owner is in view.
//! Only the linked one itself would be refused when its factory has lost the role, though. Role assignments tell which
//! ones need to be asked: a role that cannot be seen may still be there, through a group or a management group.
//!
//! A link can use a credential of its factory. Then the role of the identity behind the credential counts, and not that
//! of the factory itself.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use azir_azure::graph::{Rows, Scope, quoted};
use futures::{FutureExt, StreamExt, future::BoxFuture, stream};

use super::{
    checks::Index,
    grants,
    lanes::{Lanes, Member, Read},
    reader,
    record::{Fleet, Grant, Parent, Runtime},
};
use crate::{
    arm::Arm,
    error::{Error, ErrorKind, Result},
    resources::scope::covers,
    runtimes::{api, credential, place::ParentPlace},
};

/// The roles with which an identity may use a shared integration runtime: Owner, Contributor, Data Factory Contributor.
/// Whoever has another role is asked.
/// Source: <https://learn.microsoft.com/azure/role-based-access-control/built-in-roles>.
const SUFFICIENT: [&str; 3] = [
    "8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
    "b24988ac-6180-42a0-ab88-20f7382dd24c",
    "673868aa-7521-48a0-acc6-0f60742d39f5",
];
/// So many identities are in one query.
const IN_A_QUERY: usize = 100;
/// How many linked integration runtimes are asked at a time.
const AT_ONCE: usize = 16;
/// Whether any role assignment can be seen at all.
const ANY: &str = "authorizationresources\n| where type =~ 'microsoft.authorization/roleassignments'\n\
    | project id\n| limit 1";

/// The answers of linked integration runtimes, by their numbers in the fleet.
type Answers = Vec<(usize, Read)>;

/// The identity of a credential, with the number of the linked integration runtime in the fleet.
type Principal = (usize, Option<String>);

/// A linked integration runtime whose owner is in view.
struct Link {
    /// Its number in the fleet.
    at: usize,
    owner: String,
    owner_subscription: String,
    /// The identity that uses the owner, in lower case: that of its factory, or of its credential where that was read.
    principal: Option<String>,
}

/// Asks the linked integration runtimes whose roles cannot be seen, and notes those that are refused.
///
/// # Errors
/// Those that end a survey.
pub(super) async fn check(arm: &Arm<'_>, lanes: &Lanes<'_>, fleet: &mut Fleet) -> Result<()> {
    read_credentials(arm, fleet).await?;
    let links = links(fleet);
    let open = |fleet: &Fleet| -> Vec<usize> {
        let grants = fleet.grants.as_deref().unwrap_or_default();
        let is_open = |link: &&Link| !link.is_granted(grants);
        links.iter().filter(is_open).map(|own| own.at).collect()
    };
    if open(fleet).is_empty() {
        return Ok(());
    }
    match grants_of(arm, &links).await {
        Ok(Some(found)) => add(fleet.grants.get_or_insert_default(), found),
        Ok(None) => {
            let notice = "No role assignment can be seen, so a linked integration runtime that has lost its role is \
                          not found while its owner is in the selection. The action \
                          'Microsoft.Authorization/roleAssignments/read' shows them; the role 'Reader' has it.";
            return arm.call.caller.verbose(notice).await;
        }
        Err(error) if matches!(error.kind, ErrorKind::Cancelled | ErrorKind::Credential) => {
            return Err(error);
        }
        Err(error) => {
            let notice = format!(
                "The role assignments of linked integration runtimes could not be read. {}",
                error.message()
            );
            return arm.call.caller.verbose(notice).await;
        }
    }
    ask(arm, lanes, fleet, &open(fleet)).await
}

/// Notes the identities of the credentials that linked integration runtimes use. One that cannot be read stays unknown,
/// so its linked integration runtime is asked.
async fn read_credentials(arm: &Arm<'_>, fleet: &mut Fleet) -> Result<()> {
    let index = Index::new(fleet);
    let wanted = fleet.runtimes.iter().enumerate().filter_map(|(at, own)| {
        let credential = own.link_credential.as_deref()?;
        let parent = index.parent(&own.parent_id)?;
        let is_open = own.kind == "Linked" && own.link_principal_id.is_none();
        (is_open && !parent.user_principal_ids.is_empty()).then_some((at, parent, credential))
    });
    let reads: Vec<BoxFuture<'_, Result<Principal>>> = wanted
        .map(|(at, parent, name)| {
            async move {
                let place = reader::place(parent);
                match credential::identity(arm, &place, name).await {
                    Ok(identity) => {
                        let own = identity.and_then(|own| parent.user_principal(&own));
                        Ok((at, own.map(str::to_owned)))
                    }
                    Err(error) if error.kind == ErrorKind::Service => {
                        let notice = format!(
                            "Credential '{name}' of {} could not be read. {}",
                            place.called(),
                            error.message()
                        );
                        arm.call.caller.verbose(notice).await?;
                        Ok((at, None))
                    }
                    Err(error) => Err(error),
                }
            }
            .boxed()
        })
        .collect();
    let read: Vec<_> = stream::iter(reads).buffered(AT_ONCE).collect().await;
    for own in read {
        let (at, principal) = own?;
        fleet.runtimes[at].link_principal_id = principal;
    }
    Ok(())
}

/// The linked integration runtimes that were not asked because their owners answered.
fn links(fleet: &Fleet) -> Vec<Link> {
    let index = Index::new(fleet);
    let asked: HashSet<String> = fleet
        .unreadable
        .iter()
        .map(|own| own.id.to_ascii_lowercase())
        .collect();
    let link = |(at, own): (usize, &Runtime)| -> Option<Link> {
        let is_asked = own.has_status || asked.contains(&own.id.to_ascii_lowercase());
        if own.kind != "Linked" || is_asked {
            return None;
        }
        let owner = index.runtime(own.linked_to.as_deref()?.trim_end_matches('/'))?;
        let parent = |id: &str| -> Option<&Parent> { index.parent(id) };
        Some(Link {
            at,
            owner: owner.id.clone(),
            owner_subscription: parent(&owner.parent_id)?.subscription_id.clone(),
            principal: own
                .link_principal(parent(&own.parent_id)?)
                .map(str::to_ascii_lowercase),
        })
        .filter(|_| owner.has_status)
    };
    fleet.runtimes.iter().enumerate().filter_map(link).collect()
}

impl Link {
    fn is_granted(&self, grants: &[Grant]) -> bool {
        self.principal.as_deref().is_some_and(|principal| {
            grants.iter().any(|grant| {
                grant.principal_id.eq_ignore_ascii_case(principal)
                    && SUFFICIENT
                        .iter()
                        .any(|role| grant.role_id.eq_ignore_ascii_case(role))
                    && covers(&grant.scope, &self.owner)
            })
        })
    }
}

/// The role assignments of the identities that links are made with, at any scope; nothing where none can be seen at
/// all, by whoever has no right to see them.
async fn grants_of(arm: &Arm<'_>, links: &[Link]) -> Result<Option<Vec<Grant>>> {
    let subscriptions: BTreeSet<&str> = links
        .iter()
        .map(|own| own.owner_subscription.as_str())
        .collect();
    let scope = Scope::Subscriptions(subscriptions.into_iter().map(str::to_owned).collect());
    let principals: BTreeSet<&str> = links
        .iter()
        .filter_map(|own| own.principal.as_deref())
        .collect();
    let principals: Vec<String> = principals.into_iter().map(quoted).collect();
    let mut found = Vec::new();
    for some in principals.chunks(IN_A_QUERY) {
        let query = grants::of_principals(&some.join(", "));
        for scope in scope.clone().in_groups() {
            let rows = Rows::new(arm, query.clone(), scope)
                .from_above()
                .all()
                .await;
            found.extend(rows.map_err(Error::from)?.iter().filter_map(grants::grant));
        }
    }
    if !found.is_empty() {
        return Ok(Some(found));
    }
    for scope in scope.in_groups() {
        let rows = Rows::new(arm, ANY, scope).from_above().next().await;
        if rows
            .map_err(Error::from)?
            .is_some_and(|own| !own.is_empty())
        {
            return Ok(Some(found));
        }
    }
    Ok(None)
}

/// Adds those that are not known yet.
pub(super) fn add(grants: &mut Vec<Grant>, found: Vec<Grant>) {
    let key = |own: &Grant| {
        [&own.scope, &own.principal_id, &own.role_id].map(|text| text.to_ascii_lowercase())
    };
    let mut known: HashSet<[String; 3]> = grants.iter().map(key).collect();
    grants.extend(found.into_iter().filter(|own| known.insert(key(own))));
}

async fn ask(arm: &Arm<'_>, lanes: &Lanes<'_>, fleet: &mut Fleet, open: &[usize]) -> Result<()> {
    let mut of_parents: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for at in open {
        let parent = fleet.runtimes[*at].parent_id.as_str();
        of_parents.entry(parent).or_default().push(*at);
    }
    let (runtimes, parents) = (&fleet.runtimes, &fleet.parents);
    let by_id: HashMap<&str, &Parent> = parents.iter().map(|own| (own.id.as_str(), own)).collect();
    let groups: Vec<BoxFuture<'_, Result<Answers>>> = of_parents
        .into_iter()
        .filter_map(|(parent, members)| {
            let place = reader::place(by_id.get(parent)?);
            Some(ask_some(arm, lanes, runtimes, place, members).boxed())
        })
        .collect();
    let answers: Vec<Result<Answers>> = stream::iter(groups).buffered(AT_ONCE).collect().await;
    for answer in answers {
        for (at, (member, trouble)) in answer? {
            let state = member.and_then(|own| own.runtime.state);
            if state.as_deref() == Some("AccessDenied") {
                // All else that it says is about its owner, which is in the fleet.
                fleet.runtimes[at].state = state;
            }
            // One that is gone was removed since its list was read: its owner is there.
            fleet.unreadable.extend(
                trouble
                    .filter(|own| own.0.status != Some(404))
                    .map(|own| own.0),
            );
        }
    }
    Ok(())
}

/// Asks linked integration runtimes of one factory, one after another.
async fn ask_some(
    arm: &Arm<'_>,
    lanes: &Lanes<'_>,
    runtimes: &[Runtime],
    place: ParentPlace,
    members: Vec<usize>,
) -> Result<Answers> {
    let api = api::connect(arm, &place).await?;
    let mut answers = Vec::with_capacity(members.len());
    for at in members {
        let member = Member {
            runtime: runtimes[at].clone(),
            asked: true,
            ..Member::default()
        };
        answers.push((at, lanes.asked(api.as_ref(), &place, member).await?));
    }
    Ok(answers)
}
