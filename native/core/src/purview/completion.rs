//! What could be typed next in a cmdlet for Purview: names of runtimes, and their ids.

use azir_azure::arm::paging::Pages;

use super::{account, model, scan::Scan};
use crate::{
    arm::Arm,
    error::Result,
    runtimes::{
        api::Runtimes,
        completion::{Candidate, MOST, of_runtime},
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
    let mut found = Vec::new();
    let mut pages = Pages::new(arm, find::list_url(arm, Service::Purview, group)?);
    while let Some(page) = pages.next().await? {
        for id in page
            .iter()
            .filter_map(|own| find::id_of(Service::Purview, own))
        {
            let place = ParentPlace::from_id(id)?;
            // Not every account that there is may be looked into.
            let Ok(names) = names(arm, &place).await else {
                continue;
            };
            found.extend(names.into_iter().map(|own| Candidate {
                text: model::id(&place, &own.text),
                ..own
            }));
            if found.len() >= MOST {
                return Ok(found);
            }
        }
    }
    Ok(found)
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
