//! `Test-AzIntegrationRuntimeDeployment`.

use std::collections::HashMap;

use super::input::{
    destination, is_at, of_this_target, parameters, read, target, tell_of_repository,
};
use crate::{
    Call,
    arm::Arm,
    desired::{
        Desired, Kind, ParentReference,
        effect::{self, Action, Connected, Effect, Unlisted},
        live::{self, Live},
        output, report,
        template::scope::Destination,
        unread::Unread,
    },
    error::{Error, ErrorKind, Result},
    names,
    output::Record,
    report::{places, wanted, write_all},
    request::Arguments,
    runtimes::place::ParentPlace,
    wildcard,
};

/// The parameters of which one names the factory or workspace.
const NAMING: [&str; 4] = [
    "ResourceId",
    "InputObject",
    "DataFactoryName",
    "WorkspaceName",
];

/// Writes what a deployment would do to each live integration runtime.
///
/// # Errors
/// `InvalidInput` for files that cannot be read; what the service answers; `NotMet` at the end where the deployment
/// destroys something that `-Allow` does not name. All of them end the command: what could not be judged must not be
/// deployed.
pub async fn deployment(call: &Call) -> Result<()> {
    judge(call).await.map_err(Error::ending)
}

async fn judge(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let reports = wanted(call.arguments(), crate::report::Kind::Deployment)?;
    let (desired, target) = deployed(&arm).await?;
    let unlisted = unlisted(call.arguments(), &desired)?;
    of_this_target(&desired, &target)?;
    let deploys_target = desired.parents.iter().any(|own| is_at(own, &target));
    let found = live::read(&arm, &target, deploys_target)
        .await
        .map_err(|error| named_by_template(call, &desired, &target, error))?;
    for issue in desired.issues.iter().filter(|own| own.harmless) {
        call.caller.warning(issue.message.clone()).await?;
    }
    if found.exists {
        tell_of_repository(call, &found, &target).await?;
    }
    let mut effects = effect::plan(&desired, &target, &found.runtimes, unlisted);
    let read = complete(&arm, &target, &found, &mut effects).await?;
    let effects = read.with_unknown(effects, &target);
    let patterns = call.arguments().texts("Allow").unwrap_or_default();
    let allowed = |own: &Effect| {
        own.action.is_destructive()
            && own.runtime.as_deref().is_some_and(|name| {
                patterns
                    .iter()
                    .any(|pattern| wildcard::matches(pattern, name))
            })
    };
    let records: Vec<Record> = effects
        .iter()
        .map(|own| output::effect(own, allowed(own), &target))
        .collect();
    call.caller.objects(&records).await?;
    let made_at = call.library.clock.now().into();
    let report = report::of_effects(&effects, &allowed, &desired, &target, made_at);
    write_all(call, &reports, |format| report.write(format)).await?;
    let stopping: Vec<&Effect> = effects
        .iter()
        .filter(|own| own.action.is_destructive() && !allowed(own))
        .collect();
    if stopping.is_empty() {
        return Ok(());
    }
    Err(refusal(&stopping, &target, &places(&reports)))
}

/// What was read of those that a deployment hurts, and what could not be read.
pub(super) struct Hurt {
    connected: HashMap<String, std::result::Result<Connected, Unread>>,
    linked_services: Option<Unread>,
}

impl Hurt {
    /// The nodes and links of an integration runtime; nothing where they were not read.
    pub(super) fn connected(&self, name: &str) -> Option<&Connected> {
        self.connected.get(name)?.as_ref().ok()
    }

    /// What could not be read.
    pub(super) fn unread(&self) -> impl Iterator<Item = &Unread> {
        let statuses = self.connected.values().filter_map(|own| own.as_ref().err());
        statuses.chain(&self.linked_services)
    }

    /// The effects, and behind each destructive one what is not known of it.
    fn with_unknown(&self, effects: Vec<Effect>, target: &ParentPlace) -> Vec<Effect> {
        let mut all = Vec::with_capacity(effects.len());
        for effect in effects {
            let status = effect
                .runtime
                .as_ref()
                .and_then(|name| self.connected.get(name)?.as_ref().err());
            let unread: Vec<&Unread> = status.into_iter().chain(&self.linked_services).collect();
            let unknown =
                (effect.action.is_destructive() && effect.runtime.is_some() && !unread.is_empty())
                    .then(|| effect::not_known(&effect, &unread, target));
            all.push(effect);
            all.extend(unknown);
        }
        all
    }
}

/// Adds nodes, links and live linked services to what is destructive, and returns what was read.
pub(super) async fn complete(
    arm: &Arm<'_>,
    target: &ParentPlace,
    found: &Live,
    effects: &mut [Effect],
) -> Result<Hurt> {
    let names: Vec<String> = effects
        .iter()
        .filter(|own| effect::needs_status(own, &found.runtimes))
        .filter_map(|own| own.runtime.clone())
        .collect();
    let hurts = effects
        .iter()
        .any(|own| own.action.is_destructive() && own.runtime.is_some());
    let linked_services = async {
        if hurts {
            live::linked_services(arm, target).await
        } else {
            Ok(Ok(Vec::new()))
        }
    };
    let (connected, linked_services) =
        futures::join!(live::connected(arm, target, &names), linked_services);
    let (linked_services, unread) = match linked_services? {
        Ok(found) => (found, None),
        Err(unread) => (Vec::new(), Some(unread)),
    };
    let read = Hurt {
        connected: connected?,
        linked_services: unread,
    };
    for effect in effects.iter_mut().filter(|own| own.action.is_destructive()) {
        let Some(name) = effect.runtime.clone() else {
            continue;
        };
        for (via, own) in &linked_services {
            let known = effect
                .linked_services
                .iter()
                .any(|known| known.eq_ignore_ascii_case(own));
            if via.eq_ignore_ascii_case(&name) && !known {
                effect.linked_services.push(own.clone());
            }
        }
        if names.contains(&name) {
            effect::decide(effect, read.connected(&name), target);
        }
    }
    Ok(read)
}

/// The error that stops a pipeline: what would be lost, one line each.
fn refusal(stopping: &[&Effect], target: &ParentPlace, places: &str) -> Error {
    const MOST: usize = 10;
    let mut lines: Vec<String> = stopping
        .iter()
        .take(MOST)
        .map(|own| {
            let name = own.runtime.as_deref().unwrap_or("(unknown)");
            let hurt = match own.linked_services.len() {
                0 => String::new(),
                1 => " 1 linked service uses it.".to_owned(),
                many => format!(" {many} linked services use it."),
            };
            format!("  {name} ({}): {}{hurt}", own.action.name(), own.message)
        })
        .collect();
    if stopping.len() > MOST {
        lines.push(format!("  and {} more", stopping.len() - MOST));
    }
    let unknown = stopping
        .iter()
        .filter(|own| own.action == Action::Unknown)
        .count();
    let what = if unknown == stopping.len() {
        "cannot be judged"
    } else {
        "destroys what is in use"
    };
    Error::new(
        ErrorKind::NotMet,
        format!(
            "The deployment to {} {what}: {} of its effects stop it. Nothing was changed.\n{}\n\
             The property Fix of each \
             object has the next step; -Allow names the integration runtimes for which it is intended.{places}",
            target.called(),
            stopping.len(),
            lines.join("\n")
        ),
    )
    .with_id("DestructiveDeployment")
    .about(target.name.clone())
    .ending()
}

/// The files of a deployment, and where it goes: named by the caller, or by the template for a resource group.
async fn deployed(arm: &Arm<'_>) -> Result<(Desired, ParentPlace)> {
    let call = arm.call;
    let arguments = call.arguments();
    if NAMING.iter().any(|own| arguments.is_bound(own)) {
        let target = target(arm).await?;
        let desired = read(call, "TemplateFile", destination(&target))?;
        return Ok((desired, target));
    }
    let group = arguments.required("ResourceGroupName")?;
    names::resource_group("ResourceGroupName", &group)?;
    let destination = Destination {
        subscription: Some(arm.subscription()?.to_owned()),
        resource_group: Some(group.clone()),
    };
    let desired = read(call, "TemplateFile", destination)?;
    let parents = distinct(&desired);
    let refused = |message: String| Err(Error::invalid("DataFactoryName", message));
    match parents.as_slice() {
        [one] => {
            let target = ParentPlace {
                service: one.service,
                subscription: one
                    .subscription
                    .clone()
                    .map_or_else(|| arm.subscription().map(str::to_owned), Ok)?,
                resource_group: one.resource_group.clone().unwrap_or(group),
                name: one.name.clone(),
            };
            Ok((
                desired,
                target.checked("ResourceGroupName", "TemplateFile")?,
            ))
        }
        [] => {
            let issue = desired.issues.first();
            let why = issue.map_or_else(String::new, |own| format!(" {}", own.message));
            let step = issue
                .and_then(|own| own.fix.as_deref())
                .unwrap_or("Give -DataFactoryName or -WorkspaceName.");
            refused(format!(
                "'{}' does not say which data factory or workspace it deploys to.{why} {step}",
                desired.path
            ))
        }
        several => refused(format!(
            "'{}' deploys to {}. Say with -DataFactoryName or -WorkspaceName which one is meant.",
            desired.path,
            several
                .iter()
                .map(ParentReference::called)
                .collect::<Vec<_>>()
                .join(", ")
        )),
    }
}

/// `error` with the parameter that has the name, where the template names a factory or workspace that is missing.
fn named_by_template(call: &Call, desired: &Desired, target: &ParentPlace, error: Error) -> Error {
    let arguments = call.arguments();
    let is_named = NAMING.iter().any(|own| arguments.is_bound(own));
    if is_named || !live::is_parent_missing(&error) {
        return error;
    }
    let own = distinct(desired).into_iter().find(|own| is_at(own, target));
    let Some(parameter) = own.and_then(|own| own.parameter) else {
        return error.with_hint(format!(
            "'{}' has the name. Give the template of this environment, or its resource group with \
             -ResourceGroupName.",
            desired.path
        ));
    };
    // The files were read without an error before.
    let is_given = parameters(arguments)
        .ok()
        .flatten()
        .is_some_and(|own| own.get(&parameter).is_some());
    let source = if is_given {
        "the given value"
    } else {
        "the template's default"
    };
    error.with_hint(format!(
        "The name is {source} of the parameter '{parameter}' of '{}'. Give the parameter file of this environment with \
         -TemplateParameterFile, or the name: -TemplateParameterObject @{{ {parameter} = '<name>' }}.",
        desired.path
    ))
}

/// The factories and workspaces that the files name.
fn distinct(desired: &Desired) -> Vec<ParentReference> {
    let mut found: Vec<ParentReference> = Vec::new();
    let runtimes = desired
        .runtimes
        .iter()
        .filter_map(|own| own.parent.as_ref());
    for own in runtimes.chain(&desired.parents) {
        let is_known = found.iter().any(|known| {
            known.service == own.service && known.name.eq_ignore_ascii_case(&own.name)
        });
        if !is_known {
            found.push(own.clone());
        }
    }
    found
}

/// How the deployment treats what the files do not have.
fn unlisted(arguments: &Arguments, desired: &Desired) -> Result<Unlisted> {
    let complete = arguments
        .filled("Mode")
        .is_some_and(|mode| mode.eq_ignore_ascii_case("Complete"));
    if complete && desired.kind == Kind::Folder {
        return Err(Error::invalid(
            "Mode",
            "The mode Complete belongs to templates. For a tool that removes what the folder does not have, give \
             -DeleteUnlisted.",
        ));
    }
    Ok(match (complete, arguments.switch("DeleteUnlisted")) {
        (true, _) => Unlisted::Complete,
        (false, true) => Unlisted::Delete,
        (false, false) => Unlisted::Keep,
    })
}
