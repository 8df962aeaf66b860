//! Which factories, workspaces and accounts there are: by Resource Graph, or by the lists of each subscription where it
//! cannot be used.

use std::collections::HashMap;

use azir_azure::{
    context::Subscription,
    graph::{Rows, Scope, quoted},
};

use super::{
    grants, lists, reader,
    record::{Grant, Parent, Unreadable},
    scope::Selection,
};
use crate::{
    Call,
    accounts::subscriptions,
    arm::Arm,
    error::{Error, Result},
    runtimes::azure::plain_location,
};

/// The most subscriptions that a query of a whole tenant looks at; more are named in groups.
const MOST_OF_A_TENANT: usize = 10_000;

/// What was discovered.
#[derive(Debug, Default)]
pub(super) struct Discovery {
    /// The parents, in the order of their ids.
    pub parents: Vec<Parent>,
    /// What could not be read, each with its error.
    pub troubles: Vec<(Unreadable, Error)>,
    /// The role assignments, where they were wanted and read.
    pub grants: Option<Vec<Grant>>,
    /// The texts of `-Subscription` that no subscription fits.
    pub missing_subscriptions: Vec<String>,
    /// The names of the subscriptions by their ids, in lower case.
    names: HashMap<String, String>,
}

/// Discovers the parents of the selection, and the role assignments where they are wanted.
///
/// # Errors
/// Those of the selection, and those that end a survey.
pub(super) async fn discover(
    arm: &Arm<'_>,
    selection: &Selection,
    grants: bool,
) -> Result<Discovery> {
    let call = arm.call;
    let mut found = Discovery::default();
    let scope = scope(arm, selection, &mut found).await?;
    let Some((scope, listed)) = scope else {
        return Ok(found);
    };
    match by_graph(arm, selection, &scope, &mut found).await {
        Ok(()) => {}
        Err(error) if is_without_graph(&error) && selection.needs_graph().is_none() => {
            call.caller
                .warning(format!(
                    "Resource Graph cannot be used here, so each subscription is asked for its data factories, \
                     workspaces and accounts, which takes longer. The reason: {}",
                    error.message()
                ))
                .await?;
            lists::read(arm, selection, &scope, listed, &mut found).await?;
        }
        Err(error) => return Err(explain(selection, error)),
    }
    if found.parents.is_empty()
        && found.troubles.is_empty()
        && let (Some(group), Scope::Subscriptions(ids)) = (&selection.resource_group, &scope)
    {
        lists::find_group(arm, group, ids).await?;
    }
    if grants {
        grants::read(arm, &scope, &mut found).await?;
    }
    for parent in &mut found.parents {
        let id = parent.subscription_id.to_ascii_lowercase();
        parent.subscription_name = found.names.get(&id).cloned();
    }
    Ok(found)
}

impl Selection {
    /// The parameter that only Resource Graph can answer, if one is bound.
    fn needs_graph(&self) -> Option<&'static str> {
        if self.query.is_some() {
            Some("Query")
        } else if self.management_groups.is_empty() {
            None
        } else {
            Some("ManagementGroup")
        }
    }

    /// The query of the parents.
    fn query_text(&self) -> String {
        let list = |texts: Vec<String>| {
            let all: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
            all.join(", ")
        };
        let types = self
            .services()
            .into_iter()
            .map(|service| {
                format!("{}/{}", service.namespace(), service.collection()).to_ascii_lowercase()
            })
            .collect();
        let mut text = format!("resources\n| where type in ({})", list(types));
        let mut narrow = |condition: String| {
            text.push_str("\n| where ");
            text.push_str(&condition);
        };
        if let Some(group) = &self.resource_group {
            narrow(format!("resourceGroup =~ {}", quoted(group)));
        }
        if !self.locations.is_empty() {
            let plain = self.locations.iter().map(|own| plain_location(own));
            narrow(format!("location in~ ({})", list(plain.collect())));
        }
        if let Some(query) = &self.query {
            narrow(query.clone());
        }
        // Tags are compared here: their names have any casing in Azure, and one casing only in the query language.
        text.push_str(
            "\n| project id, name, type, location, resourceGroup, subscriptionId, identity, tags, repo = \
             properties.repoConfiguration, workspaceRepo = properties.workspaceRepositoryConfiguration\n| order by id \
             asc",
        );
        text
    }
}

/// The scope of the queries, and the subscriptions that the account can see; nothing where it sees none.
async fn scope(
    arm: &Arm<'_>,
    selection: &Selection,
    found: &mut Discovery,
) -> Result<Option<(Scope, Vec<Subscription>)>> {
    let call = arm.call;
    let listed = match subscriptions::list(call, &arm.context).await {
        Ok(listed) => listed,
        Err(error) if error.fault().is_some() && !error.is_status(401) => {
            call.caller
                .verbose(format!(
                    "The names of the subscriptions are not known: {}",
                    error.message()
                ))
                .await?;
            Vec::new()
        }
        Err(error) => return Err(error),
    };
    for own in &listed {
        let id = own.id.to_ascii_lowercase();
        found.names.insert(id, own.name.clone());
    }
    let scope = if !selection.management_groups.is_empty() {
        Scope::ManagementGroups(selection.management_groups.clone())
    } else if !selection.subscriptions.is_empty() {
        named(
            call,
            arm,
            selection,
            &listed,
            &mut found.missing_subscriptions,
        )
        .await?
    } else if selection.resource_group.is_some() {
        // As with all cmdlets, a resource group is one of the context's subscription.
        Scope::Subscriptions(vec![arm.subscription()?.to_owned()])
    } else if listed.len() > MOST_OF_A_TENANT {
        Scope::Subscriptions(listed.iter().map(|own| own.id.clone()).collect())
    } else if listed.is_empty() && arm.context.subscription.is_none() {
        call.caller
            .warning(format!(
                "Account '{}' sees no subscription in tenant '{}', so no integration runtimes were found. Run \
                 Get-AzTenant to list the tenants, and Connect-AzAccount -Tenant <tenant id> to use another one.",
                arm.context.account.id, arm.context.tenant
            ))
            .await?;
        return Ok(None);
    } else {
        Scope::Tenant
    };
    Ok(Some((scope, listed)))
}

/// The subscriptions of `-Subscription`; one that is not found is an error, after which the others follow.
async fn named(
    call: &Call,
    arm: &Arm<'_>,
    selection: &Selection,
    listed: &[Subscription],
    not_found: &mut Vec<String>,
) -> Result<Scope> {
    let mut ids: Vec<String> = Vec::new();
    let mut missing = Vec::new();
    for wanted in &selection.subscriptions {
        let is_id = uuid::Uuid::try_parse(wanted).is_ok();
        match subscriptions::fitting("Subscription", wanted, &arm.context, listed) {
            Ok(own) => ids.extend(own.into_iter().map(|own| own.id)),
            // Nothing was listed, so an id is as good as any.
            Err(_) if is_id && listed.is_empty() => ids.push(wanted.clone()),
            Err(error) => {
                not_found.push(wanted.clone());
                missing.push(error);
            }
        }
    }
    if ids.is_empty()
        && let Some(error) = missing.pop()
    {
        return Err(error);
    }
    for error in missing {
        call.caller.error(&error).await?;
    }
    ids.sort_unstable();
    ids.dedup();
    Ok(Scope::Subscriptions(ids))
}

async fn by_graph(
    arm: &Arm<'_>,
    selection: &Selection,
    scope: &Scope,
    found: &mut Discovery,
) -> Result<()> {
    let text = selection.query_text();
    for scope in scope.clone().in_groups() {
        let mut rows = Rows::new(arm, text.clone(), scope);
        loop {
            match rows.next().await {
                Ok(Some(page)) => found.parents.extend(
                    page.iter()
                        .filter_map(reader::parent)
                        .filter(|parent| selection.has_parent(parent)),
                ),
                Ok(None) => break,
                // None of the subscriptions is one that the account can read.
                Err(error) if names_no_subscription(&error) => break,
                Err(error) => return Err(error.into()),
            }
        }
        if rows.limit_hit {
            arm.call
                .caller
                .warning(
                    "Resource Graph looked at the first 10,000 subscriptions only, so integration runtimes of the \
                     others are missing. Run the command for parts of the tenant, with -ManagementGroup or \
                     -Subscription.",
                )
                .await?;
        }
    }
    Ok(())
}

fn names_no_subscription(error: &azir_azure::error::Error) -> bool {
    error.is_status(400)
        && error
            .fault()
            .and_then(|fault| fault.exchange.as_ref())
            .is_some_and(|exchange| exchange.body.contains("NoValidSubscriptionsInQueryRequest"))
}

/// Whether Resource Graph cannot be used here: it is not part of the cloud, or the account may not.
fn is_without_graph(error: &Error) -> bool {
    matches!(error.fault().map(|fault| fault.status), Some(403..=405))
        || error.is_code("MissingSubscriptionRegistration")
        || error.is_code("NoRegisteredProviderFound")
}

/// The error with the parameter that it is about.
fn explain(selection: &Selection, error: Error) -> Error {
    let Some(fault) = error.fault() else {
        return error;
    };
    let words = fault.message.clone().unwrap_or_default();
    match (&selection.query, selection.needs_graph()) {
        (Some(clause), _) if fault.status == 400 => error
            .with_lead(format!(
                "Resource Graph refused the condition of -Query, \"where {clause}\". "
            ))
            .with_hint(
                "-Query takes what stands behind 'where' in a query of Resource Graph, on the data factory, workspace \
                 or account, for instance -Query \"tags.env == 'prod'\".",
            ),
        (_, Some("ManagementGroup")) if fault.status == 400 || fault.status == 403 => error
            .with_lead(format!(
                "Resource Graph refused the management group '{}'. ",
                selection.management_groups.join("', '")
            ))
            .with_hint(
                "-ManagementGroup takes the name (id) of a management group, and the account needs the role Reader on \
                 it.",
            ),
        (_, Some(parameter)) => error.with_hint(format!(
            "-{parameter} needs Resource Graph, which cannot be used here. Leave it out; -Subscription narrows the \
             command down without Resource Graph."
        )),
        _ if words.is_empty() => error.with_lead("Resource Graph refused the query. "),
        _ => error,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runtimes::service::Service;

    #[test]
    fn the_selection_becomes_conditions_of_the_query() {
        let selection = Selection {
            resource_group: Some("rg's".into()),
            locations: vec!["West Europe".into(), "x' or 1==1".into()],
            services: vec![Service::Synapse],
            query: Some("tags.env == 'prod'".into()),
            ..Selection::default()
        };
        let text = selection.query_text();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(
            lines[..5],
            [
                "resources",
                "| where type in ('microsoft.synapse/workspaces')",
                "| where resourceGroup =~ 'rg\\'s'",
                "| where location in~ ('westeurope', 'x\\'or1==1')",
                "| where tags.env == 'prod'",
            ]
        );
        assert!(lines[5].starts_with("| project id, ") && lines[6] == "| order by id asc");
        let all = Selection::default().query_text();
        assert_eq!(all.matches("where").count(), 1);
        assert_eq!(all.matches("microsoft.").count(), 3);
    }
}
