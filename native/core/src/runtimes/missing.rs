//! What is said behind "not found": which runtime or factory was meant, and which names are near.

use azir_azure::arm::paging::Pages;
use azir_azure::json::Lookup;
use serde_json::Value;

use super::{api::Runtimes, find, messages, place::ParentPlace};
use crate::{arm::Arm, error::Error};

/// How many near names are named.
const MOST: usize = 3;

/// `error` with the runtime that is missing, and the names of its parent's runtimes that are near.
pub async fn explain(runtimes: &dyn Runtimes, name: &str, error: Error) -> Error {
    // The list is a courtesy: what it answers changes nothing.
    let page = runtimes.list().next().await.ok().flatten();
    let names: Vec<String> = page
        .iter()
        .flatten()
        .filter_map(|own| own.name().map(str::to_owned))
        .collect();
    let place = runtimes.place(name);
    let suggestion = suggestion(&near(name, &names));
    let own_words = error.fault().and_then(|fault| fault.message.as_deref());
    // Where the service said nothing, the sentence names the runtime already.
    let hint = if own_words == Some(&*messages::runtime_not_found(&place)) {
        suggestion.trim_start().to_owned()
    } else {
        format!("There is no {}.{suggestion}", place.called())
    };
    let error = error.about(place.id());
    if hint.is_empty() {
        return error;
    }
    error.with_hint(hint)
}

/// `error` with the names of the parents that are near, where it is the parent that is missing.
pub async fn explain_parent(arm: &Arm<'_>, place: &ParentPlace, error: Error) -> Error {
    if !error.is_status(404) || error.is_code("ResourceGroupNotFound") {
        return error;
    }
    let Ok(url) = find::list_url(arm, place.service, Some(&place.resource_group)) else {
        return error;
    };
    let names = first_page(arm, url).await;
    let hint = format!(
        "There is no {} in resource group '{}'.{}",
        place.called(),
        place.resource_group,
        suggestion(&near(&place.name, &names))
    );
    error.with_hint(hint).about(place.name.clone())
}

async fn first_page(arm: &Arm<'_>, url: azure_core::http::Url) -> Vec<String> {
    let arm = arm.clone().without_registration();
    let page = Pages::new(&arm, url).next().await;
    let members: Vec<Value> = page.ok().flatten().unwrap_or_default();
    members
        .iter()
        .filter_map(|own| own.at("name").as_str().map(str::to_owned))
        .collect()
}

/// A sentence that asks whether one of these names was meant; empty when there are none.
#[must_use]
pub fn suggestion(near: &[&str]) -> String {
    match near {
        [] => String::new(),
        [one] => format!(" Did you mean '{one}'?"),
        [rest @ .., last] => format!(" Did you mean '{}' or '{last}'?", rest.join("', '")),
    }
}

/// Those of `names` that are likely meant by `name`, the nearest first.
#[must_use]
pub fn near<'a>(name: &str, names: &'a [String]) -> Vec<&'a str> {
    let wanted = name.to_lowercase();
    let most = wanted.chars().count().div_ceil(4).max(2);
    let mut found: Vec<(usize, &str)> = names
        .iter()
        .filter_map(|own| {
            let other = own.to_lowercase();
            let apart = distance(&wanted, &other);
            let part = wanted.len() >= 3 && other.contains(&wanted);
            (apart <= most || part).then_some((apart, own.as_str()))
        })
        .collect();
    found.sort_unstable();
    found.into_iter().take(MOST).map(|(_, own)| own).collect()
}

/// How many letters have to be put in, taken out, replaced or exchanged with their neighbour to make one text of the
/// other.
fn distance(one: &str, other: &str) -> usize {
    let one: Vec<char> = one.chars().collect();
    let other: Vec<char> = other.chars().collect();
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, letter) in one.iter().enumerate() {
        let mut next = vec![i + 1];
        for (j, own) in other.iter().enumerate() {
            let replaced = row[j] + usize::from(letter != own);
            let mut least = replaced.min(row[j + 1] + 1).min(next[j] + 1);
            if i > 0 && j > 0 && *letter == other[j - 1] && one[i - 1] == *own {
                least = least.min(before[j - 1] + 1);
            }
            next.push(least);
        }
        before = std::mem::replace(&mut row, next);
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_are_found_and_others_are_not() {
        let names: Vec<String> = ["ir-shared", "IR-SHARD", "azure", "ir-ssis"]
            .map(str::to_owned)
            .into();
        assert_eq!(near("ir-shraed", &names), ["ir-shared", "IR-SHARD"]);
        assert_eq!(near("ssis", &names), ["ir-ssis"]);
        assert!(near("nope", &names).is_empty());
        assert_eq!(distance("ab", "ba"), 1);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(
            suggestion(&["a", "b", "c"]),
            " Did you mean 'a', 'b' or 'c'?"
        );
    }
}
