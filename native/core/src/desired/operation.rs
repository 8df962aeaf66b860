//! `Compare-AzIntegrationRuntime` and `Test-AzIntegrationRuntimeDeployment`.

use std::path::{Path, PathBuf};

use super::{
    Desired, Kind, ParentReference,
    compare::{self, Difference, Severity},
    effect::{self, Action, Effect, Unlisted},
    live::{self, Live},
    mapping::Mapping,
    output,
    source::{self, Source},
    template::{parameters::Parameters, scope::Destination},
};
use crate::{
    Call,
    arm::Arm,
    error::{Error, ErrorKind, Result},
    inventory, names,
    output::Record,
    request::Arguments,
    runtimes::{place::ParentPlace, service::Service},
    wildcard,
};

/// The parameters of which one names the factory or workspace.
const NAMING: [&str; 4] = [
    "ResourceId",
    "InputObject",
    "DataFactoryName",
    "WorkspaceName",
];

/// Writes the differences between the users' files and the live integration runtimes.
///
/// # Errors
/// `InvalidInput` for files that cannot be read; what the service answers; `NotMet` at the end where a difference is as
/// grave as `-ErrorOnDifference` says.
pub async fn compare(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let target = target(&arm).await?;
    let desired = read(call, "Path", destination(&target))?;
    of_this_target(&desired, &target)?;
    let found = live::read(&arm, &target, false).await?;
    tell_of_repository(call, &found, &target).await?;
    let differences = compare::compare(&desired, &target, &found.runtimes);
    let records: Vec<Record> = differences
        .iter()
        .map(|own| output::difference(own, &target))
        .collect();
    call.caller.objects(&records).await?;
    judge(call, &differences, &target)
}

/// Ends with an error where a difference is as grave as the caller says.
fn judge(call: &Call, differences: &[Difference], target: &ParentPlace) -> Result<()> {
    let Some(threshold) = call.arguments().filled("ErrorOnDifference") else {
        return Ok(());
    };
    let any = threshold.eq_ignore_ascii_case("Any");
    let grave: Vec<&Difference> = differences
        .iter()
        .filter(|own| {
            own.severity == Severity::Destructive
                || own.may_hide_destruction()
                || (any && own.counts())
        })
        .collect();
    if grave.is_empty() {
        return Ok(());
    }
    let mut names: Vec<&str> = grave
        .iter()
        .filter_map(|own| own.runtime.as_deref())
        .collect();
    names.dedup();
    let about = if names.is_empty() {
        String::new()
    } else {
        format!(" They are about: {}.", names.join(", "))
    };
    let destructive = grave
        .iter()
        .filter(|own| own.severity == Severity::Destructive)
        .count();
    Err(Error::new(
        ErrorKind::NotMet,
        format!(
            "{} of {} differences between the files and {} count, {destructive} of them destructive.{about} The \
             objects say what differs, and what to do.",
            grave.len(),
            differences.len(),
            target.called()
        ),
    )
    .with_id("DifferenceFound")
    .about(target.name.clone())
    .ending())
}

/// Writes what a deployment would do to each live integration runtime.
///
/// # Errors
/// `InvalidInput` for files that cannot be read; what the service answers; `NotMet` at the end where the deployment
/// destroys something that `-Allow` does not name.
pub async fn deployment(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let (desired, target) = deployed(&arm).await?;
    let unlisted = unlisted(call.arguments(), &desired)?;
    of_this_target(&desired, &target)?;
    let deploys_target = desired.parents.iter().any(|own| is_at(own, &target));
    let found = live::read(&arm, &target, deploys_target).await?;
    for issue in desired.issues.iter().filter(|own| own.harmless) {
        call.caller.warning(issue.message.clone()).await?;
    }
    if found.exists {
        tell_of_repository(call, &found, &target).await?;
    }
    let mut effects = effect::plan(&desired, &target, &found.runtimes, unlisted);
    complete(&arm, &target, &found, &mut effects).await?;
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
    let stopping: Vec<&Effect> = effects
        .iter()
        .filter(|own| own.action.is_destructive() && !allowed(own))
        .collect();
    if stopping.is_empty() {
        return Ok(());
    }
    Err(refusal(&stopping, &target))
}

/// Adds nodes, links and live linked services to what is destructive.
async fn complete(
    arm: &Arm<'_>,
    target: &ParentPlace,
    found: &Live,
    effects: &mut [Effect],
) -> Result<()> {
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
            Ok(Vec::new())
        }
    };
    let (connected, linked_services) =
        futures::join!(live::connected(arm, target, &names), linked_services);
    let (connected, linked_services) = (connected?, linked_services?);
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
            effect::decide(effect, connected.get(&name), target);
        }
    }
    Ok(())
}

/// The error that stops a pipeline: what would be lost, one line each.
fn refusal(stopping: &[&Effect], target: &ParentPlace) -> Error {
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
            "The deployment to {} {what}: {} of its effects stop it. Nothing was changed.\n{}\nThe property Fix of each \
             object has the next step; -Allow names the integration runtimes for which it is intended.",
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
            let why = desired
                .issues
                .first()
                .map_or_else(String::new, |own| format!(" {}", own.message));
            refused(format!(
                "'{}' does not say which data factory or workspace it deploys to.{why} Give -DataFactoryName or \
                 -WorkspaceName.",
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

/// The factory or workspace that the caller names.
async fn target(arm: &Arm<'_>) -> Result<ParentPlace> {
    let target = inventory::parent(arm).await?;
    if target.service == Service::Purview {
        return Err(Error::invalid(
            "ResourceId",
            "Purview has no Git integration and no templates for integration runtimes. Give a data factory or a \
             Synapse workspace.",
        ));
    }
    Ok(target)
}

fn destination(target: &ParentPlace) -> Destination {
    Destination {
        subscription: Some(target.subscription.clone()),
        resource_group: Some(target.resource_group.clone()),
    }
}

/// Reads the files that the caller gives under `parameter`, as they are in the environment that is meant.
fn read(call: &Call, parameter: &'static str, destination: Destination) -> Result<Desired> {
    let arguments = call.arguments();
    let mapping = mapping(arguments)?;
    let source = Source {
        path: PathBuf::from(arguments.required(parameter)?),
        parameter,
        parameters: parameters(arguments)?,
        destination,
    };
    let mut desired = source::read(&source)?;
    if let Some(mapping) = mapping {
        mapping.apply(&mut desired);
    }
    Ok(desired)
}

fn mapping(arguments: &Arguments) -> Result<Option<Mapping>> {
    let environment = arguments.filled("Environment");
    match arguments.filled("Mapping") {
        Some(path) => Mapping::read(Path::new(&path), environment.as_deref())
            .map(Some)
            .map_err(|message| Error::invalid("Mapping", message)),
        None if environment.is_some() => Err(Error::invalid(
            "Environment",
            "-Environment chooses from a mapping file: give -Mapping too.",
        )),
        None => Ok(None),
    }
}

/// The parameters of the template: those of the file, and over them those of the object.
fn parameters(arguments: &Arguments) -> Result<Option<Parameters>> {
    let mut all = None;
    for name in ["TemplateParameterFile", "ParameterFile"] {
        if let Some(path) = arguments.filled(name) {
            let own = Parameters::read(Path::new(&path))
                .map_err(|message| Error::invalid(name, message))?;
            all = Some(own);
        }
    }
    if let Some(object) = arguments.value("TemplateParameterObject") {
        let members = object.as_object().ok_or_else(|| {
            Error::invalid(
                "TemplateParameterObject",
                "-TemplateParameterObject is not a hashtable of parameter names and values.",
            )
        })?;
        let is_secret =
            |own: &serde_json::Value| own.is_object() && arguments.secret_in(own).is_some();
        let own = Parameters::of_object(members, &is_secret);
        all = Some(all.unwrap_or_default().with(own));
    }
    Ok(all)
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

fn is_at(own: &ParentReference, target: &ParentPlace) -> bool {
    own.may_be(
        target.service,
        &target.subscription,
        &target.resource_group,
        &target.name,
    )
}

/// A template that deploys to another factory says nothing about this one.
fn of_this_target(desired: &Desired, target: &ParentPlace) -> Result<()> {
    let own: Vec<&ParentReference> = desired
        .runtimes
        .iter()
        .filter_map(|own| own.parent.as_ref())
        .collect();
    if own.is_empty() || own.iter().any(|own| is_at(own, target)) {
        return Ok(());
    }
    let other = own[0];
    let parameter = match target.service {
        Service::Synapse => "workspaceName",
        Service::DataFactory | Service::Purview => "factoryName",
    };
    let group = match &other.resource_group {
        Some(group) if !group.eq_ignore_ascii_case(&target.resource_group) => {
            format!(" in resource group '{group}'")
        }
        _ => String::new(),
    };
    Err(Error::invalid(
        "TemplateParameterFile",
        format!(
            "'{}' deploys to {}{group}, not to {} in resource group '{}'. Give the parameter file of this environment, \
             or the name: -TemplateParameterObject @{{ {parameter} = '{}' }}.",
            desired.path,
            other.called(),
            target.called(),
            target.resource_group,
            target.name
        ),
    ))
}

/// Says that the live service is compared where there is a branch that users may mean.
async fn tell_of_repository(call: &Call, found: &Live, target: &ParentPlace) -> Result<()> {
    let Some(repository) = found.parent.as_ref().and_then(live::repository) else {
        return Ok(());
    };
    call.caller
        .warning(format!(
            "The {} is connected to the Git repository {repository}. Compared is what is live, not the branch. \
             Publishing writes no integration runtimes: Studio writes them when they are saved there, so files that \
             were only added to the branch do not become live by publishing.",
            target.called()
        ))
        .await
}
