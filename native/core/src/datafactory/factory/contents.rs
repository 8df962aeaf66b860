//! What goes with a data factory that is removed: its integration runtimes, their nodes, and the links of others.

use std::collections::BTreeMap;

use futures::{StreamExt, stream};

use crate::{
    Call,
    arm::Arm,
    datafactory::messages,
    error::{Error, ErrorKind, Result},
    report::{counted, grouped},
    runtimes::{
        api::{self, Runtimes},
        body::{Kind, Link, RuntimeBody},
        place::ParentPlace,
        remove,
    },
};

/// How many statuses are asked for at a time.
const AT_ONCE: usize = 8;
/// The most names of one list that are shown.
const SHOWN: usize = 5;
/// Tells these texts from others in the information stream.
const TAG: &str = "AzIntegrationRuntime.Removal";

/// What is known of the integration runtimes of a data factory.
#[derive(Default)]
struct Contents {
    names: Vec<String>,
    nodes: usize,
    links: Vec<(String, Vec<Link>)>,
    unread: Vec<String>,
}

/// Shows what goes with the factory at `place`, if the user sees a question or `-WhatIf`. What cannot be read is said
/// and stops nothing.
///
/// # Errors
/// `Cancelled`.
pub async fn show(arm: &Arm<'_>, place: &ParentPlace) -> Result<()> {
    if !is_wanted(arm.call) {
        return Ok(());
    }
    let arm = arm.clone().without_registration();
    let text = match read(&arm, place).await {
        Ok(contents) => text(place, &contents),
        Err(error) if error.is_status(404) && arm.call.request.what_if => {
            let warning = messages::factory_not_found(&place.name, &place.resource_group);
            return arm.call.caller.warning(warning).await;
        }
        // The removal itself says that there is none.
        Err(error) if error.is_status(404) => return Ok(()),
        Err(error) if error.kind == ErrorKind::Cancelled => return Err(error),
        Err(error) => format!(
            "The integration runtimes of {} could not be read ({}). They are removed with it, and links to them stop \
             working.",
            place.called(),
            reason(&error)
        ),
    };
    if text.is_empty() {
        return Ok(());
    }
    arm.call.caller.information(text, TAG).await
}

fn is_wanted(call: &Call) -> bool {
    call.request.what_if || call.request.confirm || !call.caller.is_silenced()
}

async fn read(arm: &Arm<'_>, place: &ParentPlace) -> Result<Contents> {
    let runtimes = api::connect(arm, place).await?;
    let mut members: Vec<RuntimeBody> = Vec::new();
    let mut pages = runtimes.list();
    while let Some(page) = pages.next().await? {
        members.extend(page);
    }
    let mut contents = Contents {
        names: members.iter().map(name_of).collect(),
        ..Contents::default()
    };
    // The status of a linked runtime has the nodes of the shared one, and Azure's own nodes are not registered.
    let own = members
        .iter()
        .filter(|member| member.kind() == Kind::SelfHosted)
        .map(|member| status(runtimes.as_ref(), name_of(member)));
    let mut answers = stream::iter(own.collect::<Vec<_>>()).buffered(AT_ONCE);
    while let Some((name, answer)) = answers.next().await {
        match answer {
            Ok(answer) => {
                contents.nodes += answer.nodes().len();
                let links = answer.links();
                if !links.is_empty() {
                    contents.links.push((name, links));
                }
            }
            Err(error) if error.kind == ErrorKind::Cancelled => return Err(error),
            Err(error) => contents
                .unread
                .push(format!("'{name}' ({})", reason(&error))),
        }
    }
    Ok(contents)
}

async fn status(runtimes: &dyn Runtimes, name: String) -> (String, Result<RuntimeBody>) {
    let answer = runtimes.status(&name).await;
    (name, answer)
}

fn name_of(member: &RuntimeBody) -> String {
    member.name().unwrap_or("?").to_owned()
}

/// The status and code of an answer, or the first line of another error.
fn reason(error: &Error) -> String {
    match error.fault() {
        Some(fault) => match &fault.code {
            Some(code) => format!("{} {code}", fault.status),
            None => fault.status.to_string(),
        },
        None => error
            .to_string()
            .lines()
            .next()
            .unwrap_or_default()
            .to_owned(),
    }
}

/// The linked integration runtimes by their data factories, those with the most first.
fn linked(text: &mut Vec<String>, shared: &[(String, Vec<Link>)]) {
    let mut factories: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for link in shared.iter().flat_map(|(_, own)| own) {
        let factory = link.factory.as_deref().unwrap_or("?");
        let name = link.name.as_deref().unwrap_or("?");
        factories.entry(factory).or_default().push(name);
    }
    let count = factories.values().map(Vec::len).sum();
    text.push(format!(
        "{} shared. {} in {} will stop working:",
        counted(
            shared.len(),
            "integration runtime is",
            "integration runtimes are"
        ),
        counted(
            count,
            "linked integration runtime",
            "linked integration runtimes"
        ),
        counted(factories.len(), "data factory", "data factories")
    ));
    let mut factories: Vec<_> = factories.into_iter().collect();
    // The sort is stable: the same count stays in the order of names.
    factories.sort_by_key(|(_, names)| std::cmp::Reverse(names.len()));
    for (factory, names) in factories.iter().take(SHOWN) {
        text.push(format!("- data factory '{factory}': {}", listed(names)));
    }
    let more = factories.len().saturating_sub(SHOWN);
    if more > 0 {
        let factories = counted(more, "more data factory", "more data factories");
        text.push(format!("- and {factories}"));
    }
}

/// The first names in quotes, and the number of the others.
fn listed<T: AsRef<str>>(names: &[T]) -> String {
    let shown: Vec<&str> = names.iter().take(SHOWN).map(AsRef::as_ref).collect();
    let more = match names.len() - shown.len() {
        0 => String::new(),
        more => format!(" and {} more", grouped(more)),
    };
    format!("'{}'{more}", shown.join("', '"))
}

fn text(place: &ParentPlace, contents: &Contents) -> String {
    let count = contents.names.len();
    if count == 0 {
        return String::new();
    }
    let mut lines = vec![format!(
        "{} has {count} integration runtime{}, which {} removed with it: {}.",
        place.called_first(),
        if count == 1 { "" } else { "s" },
        if count == 1 { "is" } else { "are" },
        listed(&contents.names)
    )];
    match contents.nodes {
        0 => {}
        1 => lines.push("1 node is registered with it.".to_owned()),
        nodes => lines.push(format!("{nodes} nodes are registered with it.")),
    }
    match contents.links.as_slice() {
        [] => {}
        [(name, own)] if own.len() <= SHOWN => lines.push(remove::shared_with(name, own)),
        all => linked(&mut lines, all),
    }
    if !contents.unread.is_empty() {
        lines.push(format!(
            "The status could not be read, so nodes and links are not known: {}.",
            contents.unread.join(", ")
        ));
    }
    lines.join("\n")
}
