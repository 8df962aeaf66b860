//! Shares: what is asked and sent in which order, and how long it takes, on a clock that runs only while all wait.

mod model;

mod get;
mod new;
mod remove;
mod repair;

use crate::support::{Said, frames::Item};

/// A member of a result as text; a list with commas; nothing for null.
fn text(item: &Item, name: &str) -> String {
    match item.member(name) {
        Some(Item::Text(text)) => text.clone(),
        Some(Item::List(items)) => {
            let all: Vec<&str> = items.iter().filter_map(Item::as_text).collect();
            all.join(",")
        }
        _ => String::new(),
    }
}

/// `factory outcome grant problems` of each share.
fn rows(said: &Said) -> Vec<String> {
    said.results
        .iter()
        .map(|item| {
            let members = ["DataFactoryName", "Outcome", "Grant", "Problem"];
            let row = members.map(|name| text(item, name)).join(" ");
            row.trim_end().to_owned()
        })
        .collect()
}
