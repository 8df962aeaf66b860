//! What could be typed next in a cmdlet for Purview: names of runtimes, and their ids.

use azir_azure::arm::paging::Pages;
use futures::FutureExt;

use super::{account, model, scan::Scan};
use crate::{
    arm::Arm,
    error::Result,
    runtimes::{
        api::Runtimes,
        completion::{Candidate, MOST, gathered, of_runtime},
        find,
        place::ParentPlace,
        service::Service,
    },
};

/// The names of the runtimes of the account that was typed.
///
/// # Errors
/// What the service answers.
pub async fn runtimes(arm: &Arm<'_>) -> Result<Vec<Candidate>> {
    let place = account::of_runtimes(arm).await?;
    let mut found = names(arm, &place).await?;
    found.sort_unstable_by_key(|own| own.text.to_lowercase());
    Ok(found)
}

/// The ids of all runtimes of the group's, else the subscription's, accounts.
///
/// # Errors
/// What the service answers.
pub async fn runtime_ids(arm: &Arm<'_>, group: Option<&str>) -> Result<Vec<Candidate>> {
    let mut places = Vec::new();
    let mut pages = Pages::new(arm, find::list_url(arm, Service::Purview, group)?);
    while let Some(page) = pages.next().await? {
        for id in page
            .iter()
            .filter_map(|own| find::id_of(Service::Purview, own))
        {
            places.push(ParentPlace::from_id(id)?);
        }
    }
    // Not every account that there is may be looked into.
    let reads = places.into_iter().map(|place| ids(arm, place).boxed());
    gathered(reads.collect()).await
}

/// The ids of the runtimes of one account.
async fn ids(arm: &Arm<'_>, place: ParentPlace) -> Result<Vec<Candidate>> {
    let names = names(arm, &place).await?;
    let id = |own: Candidate| Candidate {
        text: model::id(&place, &own.text),
        ..own
    };
    Ok(names.into_iter().map(id).collect())
}

async fn names(arm: &Arm<'_>, place: &ParentPlace) -> Result<Vec<Candidate>> {
    let scan = Scan::connect(arm, place).await?;
    let mut pages = scan.list();
    let mut found = Vec::new();
    while let Some(page) = pages.next().await? {
        found.extend(page.iter().filter_map(|one| {
            Some(Candidate {
                text: one.name()?.to_owned(),
                tool_tip: of_runtime(one),
            })
        }));
        if found.len() >= MOST {
            break;
        }
    }
    Ok(found)
}
