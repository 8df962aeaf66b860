//! Nodes and states: what is offline, out of sync, alone or at its limit.

use time::OffsetDateTime;

use super::{Context, Subject, Told, date, fix, last_segment, minute, span};
use crate::{
    fleet::{
        finding::{
            CREDENTIALS_OUT_OF_SYNC, Finding, JOBS_AT_LIMIT, JOBS_LIMIT_TOO_HIGH, LIMITED,
            NEVER_CONNECTED, NO_DISPATCHER, NO_NODES, NO_SERVICE_BUS, NODE_NOT_READY, NODE_OFFLINE,
            ONE_NODE, RUNTIME_OFFLINE,
        },
        record::Node,
        replaced::Trace,
    },
    runtimes::service::Service,
    sharing::picture,
};

pub(super) fn check(context: &Context<'_>, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let nodes = &subject.runtime.nodes;
    if nodes.is_empty() {
        findings.push(no_nodes(context, subject));
        return;
    }
    for node in nodes {
        check_node(context, subject, node, findings);
    }
    if let [node] = nodes.as_slice() {
        findings.push(alone(subject, node));
    }
    findings.extend(no_dispatcher(subject));
    findings.extend(limited_as_a_whole(subject));
    check_state(subject, findings);
}

/// The state of an integration runtime of any kind.
pub(super) fn check_state(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    if !has_state(subject, "Offline") {
        return;
    }
    let nodes = subject.runtime.nodes.len();
    let why = match nodes {
        0 => String::new(),
        1 => " Its node is offline.".to_owned(),
        more => format!(" None of its {more} nodes is online."),
    };
    let message = format!(
        "{} is offline. Activities that run on it fail.{why}",
        first_upper(&subject.called())
    );
    let command = fix::status(&subject.runtime.id);
    findings.push(subject.finding(&RUNTIME_OFFLINE, None, Told::new(message, Some(command))));
}

/// What one status of a node means for the checks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Condition {
    Online,
    Offline,
    Limited,
    NotReady,
}

fn condition(node: &Node) -> Condition {
    match node
        .status
        .as_deref()
        .unwrap_or_default()
        .to_ascii_lowercase()
        .as_str()
    {
        "offline" => Condition::Offline,
        "limited" => Condition::Limited,
        "needregistration" | "initializing" | "initializefailed" | "upgrading" => {
            Condition::NotReady
        }
        // A status that is not known yet is no reason to warn.
        _ => Condition::Online,
    }
}

fn check_node(
    context: &Context<'_>,
    subject: &Subject<'_>,
    node: &Node,
    findings: &mut Vec<Finding>,
) {
    let own = condition(node);
    let connected = date(node.last_connect_time.as_deref());
    if own != Condition::Online && connected.is_none() {
        findings.push(never_connected(subject, node));
        return;
    }
    match own {
        Condition::Offline => findings.extend(offline(context, subject, node, connected)),
        Condition::Limited => findings.push(limited(subject, node)),
        Condition::NotReady => findings.extend(not_ready(context, subject, node)),
        Condition::Online if node.capability("nodeEnabled") == Some(false) => {
            findings.push(disabled(subject, node));
        }
        Condition::Online => {}
    }
    if matches!(own, Condition::Online | Condition::Limited) {
        // The capabilities of a node that is offline are those of a node that is offline.
        findings.extend(out_of_sync(subject, node));
        findings.extend(no_service_bus(subject, node));
        findings.extend(jobs(subject, node));
    }
}

fn machine(node: &Node) -> &str {
    node.machine_name.as_deref().unwrap_or(&node.name)
}

fn has_state(subject: &Subject<'_>, state: &str) -> bool {
    let own = subject.runtime.state.as_deref();
    own.is_some_and(|own| own.eq_ignore_ascii_case(state))
}

pub(super) fn first_upper(text: &str) -> String {
    let mut rest = text.chars();
    rest.next()
        .map(|first| first.to_uppercase().collect::<String>() + rest.as_str())
        .unwrap_or_default()
}

fn on_machine(subject: &Subject<'_>) -> String {
    fix::prerequisites(subject.service(), &subject.runtime.id)
}

fn no_nodes(context: &Context<'_>, subject: &Subject<'_>) -> Finding {
    let runtime = subject.runtime;
    let who = first_upper(&subject.called());
    let id = runtime.id.to_ascii_lowercase();
    if let Some((shared, trace)) = context.replaced.get(&id) {
        let shared_name = format!(
            "'{}' of data factory '{}'",
            shared.name,
            last_segment(&shared.parent_id)
        );
        let trace = match trace {
            Trace::Link => {
                format!("Shared integration runtime {shared_name} still lists a link to it.")
            }
            Trace::Role => format!(
                "The identity of its data factory still has a role on shared integration runtime {shared_name}."
            ),
        };
        let message = format!(
            "{who} has no nodes, so nothing can run on it. {trace} A self-hosted integration runtime has replaced the \
             linked one. Restore the link; do not register a node."
        );
        let command = picture::command(
            "Repair",
            &shared.id,
            &runtime.parent_id,
            Some(&runtime.name),
        );
        return subject.finding(&NO_NODES, None, Told::new(message, Some(command)));
    }
    // Only data factories have links.
    let before = if subject.service() == Service::DataFactory {
        " If it was linked to a shared integration runtime before, do not register a node: \
         Get-AzIntegrationRuntimeShare shows what is left of the link."
    } else {
        ""
    };
    let message = format!(
        "{who} has no nodes, so nothing can run on it. Register a node with an authentication key.{before}"
    );
    let command = fix::keys(
        subject.service(),
        &runtime.id,
        subject.parent_name(),
        &runtime.name,
    );
    subject.finding(&NO_NODES, None, Told::new(message, Some(command)))
}

fn never_connected(subject: &Subject<'_>, node: &Node) -> Finding {
    let registered = date(node.register_time.as_deref()).map_or_else(String::new, |at| {
        format!(" It was registered on {}.", minute(at))
    });
    let message = format!(
        "{} has never connected.{registered} Run the command on machine '{}'.",
        subject.called_node(node),
        machine(node)
    );
    subject.finding(
        &NEVER_CONNECTED,
        Some(node),
        Told::new(message, Some(on_machine(subject))),
    )
}

fn offline(
    context: &Context<'_>,
    subject: &Subject<'_>,
    node: &Node,
    connected: Option<OffsetDateTime>,
) -> Option<Finding> {
    let since = connected.max(date(node.last_stop_time.as_deref()));
    let time = since.map(|since| context.seen - since);
    if time.is_some_and(|time| time <= context.options.offline_longer_than) {
        return None;
    }
    let when = since.zip(time).map_or_else(String::new, |(since, time)| {
        format!(" since {}, for {}", minute(since), span(time))
    });
    let message = format!(
        "{} is offline{when}. Start the service of the integration runtime on machine '{}', then run the command \
         there.",
        subject.called_node(node),
        machine(node)
    );
    Some(subject.finding(
        &NODE_OFFLINE,
        Some(node),
        Told::new(message, Some(on_machine(subject))).due(since),
    ))
}

fn limited(subject: &Subject<'_>, node: &Node) -> Finding {
    let message = format!(
        "{} is limited: the nodes cannot reach each other. Open port 8060 of machine '{}' for the other nodes.",
        subject.called_node(node),
        machine(node)
    );
    subject.finding(
        &LIMITED,
        Some(node),
        Told::new(message, Some(on_machine(subject))),
    )
}

/// The state `Limited` that no node explains.
fn limited_as_a_whole(subject: &Subject<'_>) -> Option<Finding> {
    let nodes = &subject.runtime.nodes;
    if !has_state(subject, "Limited")
        || nodes
            .iter()
            .any(|node| condition(node) != Condition::Online)
    {
        return None;
    }
    let message = format!(
        "{} is limited although its nodes are online: they cannot reach each other. Open port 8060 between the \
         machines.",
        first_upper(&subject.called())
    );
    Some(subject.finding(
        &LIMITED,
        None,
        Told::new(message, Some(on_machine(subject))),
    ))
}

fn not_ready(context: &Context<'_>, subject: &Subject<'_>, node: &Node) -> Option<Finding> {
    let status = node.status.as_deref().unwrap_or_default();
    let began = date(node.last_start_update_time.as_deref())
        .max(date(node.last_start_time.as_deref()))
        .filter(|_| {
            ["Upgrading", "Initializing"]
                .iter()
                .any(|own| own.eq_ignore_ascii_case(status))
        });
    let time = began.map(|began| context.seen - began);
    // Both pass by themselves.
    if time.is_some_and(|time| time <= context.options.offline_longer_than) {
        return None;
    }
    let when = time.map_or_else(String::new, |time| format!(" for {}", span(time)));
    let message = format!(
        "{} is not ready: its status is {status}{when}. Run the command on machine '{}'.",
        subject.called_node(node),
        machine(node)
    );
    Some(subject.finding(
        &NODE_NOT_READY,
        Some(node),
        Told::new(message, Some(on_machine(subject))).due(began),
    ))
}

fn disabled(subject: &Subject<'_>, node: &Node) -> Finding {
    let message = format!(
        "{} is disabled: it gets no jobs. Enable it in the configuration manager of machine '{}'.",
        subject.called_node(node),
        machine(node)
    );
    let command = fix::status(&subject.runtime.id);
    subject.finding(
        &NODE_NOT_READY,
        Some(node),
        Told::new(message, Some(command)),
    )
}

fn out_of_sync(subject: &Subject<'_>, node: &Node) -> Option<Finding> {
    if node.capability("credentialInSync") != Some(false) {
        return None;
    }
    let dispatcher = subject
        .runtime
        .nodes
        .iter()
        .find(|own| own.is_active_dispatcher == Some(true));
    let from = dispatcher.map_or_else(
        || "the active dispatcher".to_owned(),
        |own| format!("the active dispatcher '{}'", own.name),
    );
    let backup = dispatcher.map_or("its machine", machine);
    let then = fix::sync(subject.service(), &subject.runtime.id).map_or_else(
        || "Then enter the credentials of the data sources again".to_owned(),
        |command| format!("Then run {command}"),
    );
    let message = format!(
        "The credentials of node '{}' of {} are out of sync. A sync overwrites them with those of {from}. First make \
         a backup: run the command on machine '{backup}'. {then}.",
        node.name,
        subject.called()
    );
    Some(subject.finding(
        &CREDENTIALS_OUT_OF_SYNC,
        Some(node),
        Told::new(message, Some(fix::backup())),
    ))
}

fn no_service_bus(subject: &Subject<'_>, node: &Node) -> Option<Finding> {
    if node.capability("serviceBusConnected") != Some(false) {
        return None;
    }
    let message = format!(
        "{} is not connected to the service bus. It then polls for jobs, and interactive authoring does not work. \
         Allow *.servicebus.windows.net on port 443, then run the command on machine '{}'.",
        subject.called_node(node),
        machine(node)
    );
    Some(subject.finding(
        &NO_SERVICE_BUS,
        Some(node),
        Told::new(message, Some(on_machine(subject))),
    ))
}

fn jobs(subject: &Subject<'_>, node: &Node) -> Option<Finding> {
    let (limit, most) = (node.concurrent_jobs_limit, node.max_concurrent_jobs);
    let id = &subject.runtime.id;
    if let (Some(running), Some(limit)) = (node.concurrent_jobs_running, limit.or(most))
        && running >= limit
    {
        let room = most.filter(|most| *most > limit);
        let advice = match room {
            Some(most) => format!("The machine allows {most}."),
            None => "The machine allows no more: add a node.".to_owned(),
        };
        let message = format!(
            "{} runs {running} of at most {limit} jobs, so further jobs wait. {advice}",
            subject.called_node(node)
        );
        let command = room
            .and_then(|most| fix::jobs(subject.service(), id, &node.name, most))
            .unwrap_or_else(|| {
                fix::keys(
                    subject.service(),
                    id,
                    subject.parent_name(),
                    &subject.runtime.name,
                )
            });
        return Some(subject.finding(
            &JOBS_AT_LIMIT,
            Some(node),
            Told::new(message, Some(command)),
        ));
    }
    let (limit, most) = limit
        .zip(most)
        .filter(|(limit, most)| limit > most && *most > 0)?;
    let message = format!(
        "The limit of concurrent jobs of node '{}' of {} is {limit}. Its machine allows {most}.",
        node.name,
        subject.called()
    );
    let command =
        fix::jobs(subject.service(), id, &node.name, most).unwrap_or_else(|| fix::status(id));
    Some(subject.finding(
        &JOBS_LIMIT_TOO_HIGH,
        Some(node),
        Told::new(message, Some(command)),
    ))
}

fn alone(subject: &Subject<'_>, node: &Node) -> Finding {
    let message = format!(
        "{} has one node only, '{}'. When its machine stops, everything on it stops. Add a second node.",
        first_upper(&subject.called()),
        node.name
    );
    let command = fix::keys(
        subject.service(),
        &subject.runtime.id,
        subject.parent_name(),
        &subject.runtime.name,
    );
    subject.finding(&ONE_NODE, None, Told::new(message, Some(command)))
}

fn no_dispatcher(subject: &Subject<'_>) -> Option<Finding> {
    let nodes = &subject.runtime.nodes;
    let online = nodes
        .iter()
        .any(|node| condition(node) == Condition::Online);
    let known = nodes.iter().any(|node| node.is_active_dispatcher.is_some());
    let has = nodes
        .iter()
        .any(|node| node.is_active_dispatcher == Some(true));
    if !online || !known || has {
        return None;
    }
    let message = format!(
        "No node of {} is the active dispatcher, so no jobs are given to its nodes. Restart the service of the \
         integration runtime on each machine.",
        subject.called()
    );
    let command = fix::status(&subject.runtime.id);
    Some(subject.finding(&NO_DISPATCHER, None, Told::new(message, Some(command))))
}
