//! What goes with a data factory that is removed: its integration runtimes, their nodes, and the links of others.

use futures::{StreamExt, stream};

use crate::{
    Call,
    arm::Arm,
    error::{Error, ErrorKind, Result},
    runtimes::{
        api::{self, Runtimes},
        body::{Kind, Link, RuntimeBody},
        place::ParentPlace,
        remove,
    },
};

/// How many statuses are asked for at a time.
const AT_ONCE: usize = 8;
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

fn text(place: &ParentPlace, contents: &Contents) -> String {
    let count = contents.names.len();
    if count == 0 {
        return String::new();
    }
    let mut lines = vec![format!(
        "{} has {count} integration runtime{}, which {} removed with it: '{}'.",
        place.called_first(),
        if count == 1 { "" } else { "s" },
        if count == 1 { "is" } else { "are" },
        contents.names.join("', '")
    )];
    match contents.nodes {
        0 => {}
        1 => lines.push("1 node is registered with it.".to_owned()),
        nodes => lines.push(format!("{nodes} nodes are registered with it.")),
    }
    for (name, links) in &contents.links {
        lines.push(remove::shared_with(name, links));
    }
    if !contents.unread.is_empty() {
        lines.push(format!(
            "The status could not be read, so nodes and links are not known: {}.",
            contents.unread.join(", ")
        ));
    }
    lines.join("\n")
}
