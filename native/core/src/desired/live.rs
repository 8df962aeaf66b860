//! What is live: read with requests that need no right to write.

use std::collections::HashMap;

use azir_azure::{arm::paging::Pages, json::Lookup};
use futures::{StreamExt, stream};
use serde_json::Value;

use super::{effect::Connected, unread::Unread};
use crate::{
    arm::Arm,
    datafactory::linked_service,
    error::{Error, ErrorKind, Result},
    runtimes::{
        api,
        body::RuntimeBody,
        missing,
        place::{ParentPlace, RuntimePlace},
        service::Service,
        status,
    },
};

/// How many statuses are asked for at a time.
const AT_ONCE: usize = 8;

/// The live integration runtimes of a factory or workspace, and what it says of itself.
#[derive(Debug)]
pub struct Live {
    /// The integration runtimes.
    pub runtimes: Vec<RuntimeBody>,
    /// The factory or workspace; nothing where it cannot be read or does not exist.
    pub parent: Option<Value>,
    /// Whether the factory or workspace exists.
    pub exists: bool,
}

/// Reads the integration runtimes of `target`. One that is missing is an error, unless `may_be_missing`.
///
/// # Errors
/// What the service answers.
pub async fn read(arm: &Arm<'_>, target: &ParentPlace, may_be_missing: bool) -> Result<Live> {
    let arm = &arm.clone().without_registration();
    let (runtimes, parent) = futures::join!(list(arm, target), arm.get_object(target.url(arm)));
    match (runtimes, parent) {
        (Ok(runtimes), parent) => Ok(Live {
            runtimes,
            parent: parent.ok(),
            exists: true,
        }),
        (Err(error), _) if may_be_missing && is_parent_missing(&error) => Ok(Live {
            runtimes: Vec::new(),
            parent: None,
            exists: false,
        }),
        (Err(error), _) => Err(missing::explain_parent(arm, target, error).await),
    }
}

/// A group that is missing is a mistake, since nothing is deployed to it.
#[must_use]
pub fn is_parent_missing(error: &Error) -> bool {
    error.is_status(404) && !error.is_code("ResourceGroupNotFound")
}

async fn list(arm: &Arm<'_>, target: &ParentPlace) -> Result<Vec<RuntimeBody>> {
    let runtimes = api::connect(arm, target).await?;
    let mut all = Vec::new();
    let mut pages = runtimes.list();
    while let Some(page) = pages.next().await? {
        all.extend(page);
    }
    Ok(all)
}

/// The nodes and links of these integration runtimes by their names, or why their status cannot be read.
///
/// # Errors
/// `Cancelled`.
pub async fn connected(
    arm: &Arm<'_>,
    target: &ParentPlace,
    names: &[String],
) -> Result<HashMap<String, std::result::Result<Connected, Unread>>> {
    let asked: Vec<_> = names
        .iter()
        .map(|name| async move {
            let place = RuntimePlace {
                parent: target.clone(),
                name: name.clone(),
            };
            let answer = status::ask(arm, &place).await;
            (place, answer)
        })
        .collect();
    let mut found = HashMap::new();
    let mut answers = stream::iter(asked).buffered(AT_ONCE);
    while let Some((place, answer)) = answers.next().await {
        let own = match answer {
            Ok(status) => Ok(Connected::of_status(&status)),
            Err(error) if error.kind == ErrorKind::Cancelled => return Err(error),
            Err(error) => Err(Unread::status(&place, &error)),
        };
        found.insert(place.name, own);
    }
    Ok(found)
}

/// The live linked services of a data factory that use an integration runtime: its name, and theirs; or why they cannot
/// be read. Those of a workspace are not in Resource Manager.
///
/// # Errors
/// `Cancelled`.
pub async fn linked_services(
    arm: &Arm<'_>,
    target: &ParentPlace,
) -> Result<std::result::Result<Vec<(String, String)>, Unread>> {
    if target.service != Service::DataFactory {
        return Ok(Ok(Vec::new()));
    }
    let mut found = Vec::new();
    let mut pages = Pages::new(arm, linked_service::list_url(arm, target));
    loop {
        match pages.next().await.map_err(Error::from) {
            Ok(None) => return Ok(Ok(found)),
            Ok(Some(page)) => found.extend(page.iter().filter_map(|own| {
                let via = own
                    .at_path(&["properties", "connectVia", "referenceName"])
                    .as_str()?;
                Some((via.to_owned(), own.at("name").as_str()?.to_owned()))
            })),
            Err(error) if error.kind == ErrorKind::Cancelled => return Err(error),
            Err(error) => return Ok(Err(Unread::linked_services(target, &error))),
        }
    }
}

/// The Git repository that a factory or workspace is connected to, in words.
#[must_use]
pub fn repository(parent: &Value) -> Option<String> {
    let properties = parent.at("properties");
    let own = ["repoConfiguration", "workspaceRepositoryConfiguration"]
        .into_iter()
        .map(|name| properties.at(name))
        .find(|own| own.is_object())?;
    let text = |name: &str| own.at(name).as_str().filter(|own| !own.is_empty());
    let name = text("repositoryName")?;
    Some(match text("collaborationBranch") {
        Some(branch) => format!("'{name}' (branch '{branch}')"),
        None => format!("'{name}'"),
    })
}
