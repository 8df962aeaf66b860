//! What both cmdlets are given: the files, the mapping, and the factory or workspace.

use std::path::{Path, PathBuf};

use crate::{
    Call,
    arm::Arm,
    desired::{
        Desired, Given, ParentReference,
        live::{self, Live},
        mapping::Mapping,
        source::{self, Source},
        template::{parameters::Parameters, scope::Destination},
    },
    error::{Error, Result},
    fleet::checks::quote,
    inventory,
    request::Arguments,
    runtimes::{place::ParentPlace, service::Service},
};

/// The factory or workspace that the caller names.
pub(super) async fn target(arm: &Arm<'_>) -> Result<ParentPlace> {
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

pub(super) fn destination(target: &ParentPlace) -> Destination {
    Destination {
        subscription: Some(target.subscription.clone()),
        resource_group: Some(target.resource_group.clone()),
    }
}

/// Reads the files that the caller gives under `parameter`, as they are in the environment that is meant.
pub(super) fn read(
    call: &Call,
    parameter: &'static str,
    destination: Destination,
) -> Result<Desired> {
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
    desired.given = given(arguments, parameter)?;
    Ok(desired)
}

/// The arguments with which `Compare-AzIntegrationRuntime` reads the same files.
fn given(arguments: &Arguments, parameter: &'static str) -> Result<Given> {
    let mut given = Given::at(&arguments.required(parameter)?);
    for (own, other) in [
        ("TemplateParameterFile", "ParameterFile"),
        ("ParameterFile", "ParameterFile"),
        ("Mapping", "Mapping"),
        ("Environment", "Environment"),
    ] {
        if let Some(value) = arguments.filled(own) {
            let text = &mut given.arguments;
            *text = format!("{text} -{other} {}", quote(&value));
        }
    }
    given.has_object = arguments.value("TemplateParameterObject").is_some();
    Ok(given)
}

pub(super) fn mapping(arguments: &Arguments) -> Result<Option<Mapping>> {
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
pub(super) fn parameters(arguments: &Arguments) -> Result<Option<Parameters>> {
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

pub(super) fn is_at(own: &ParentReference, target: &ParentPlace) -> bool {
    own.may_be(
        target.service,
        &target.subscription,
        &target.resource_group,
        &target.name,
    )
}

/// A template that deploys to another factory says nothing about this one.
pub(super) fn of_this_target(desired: &Desired, target: &ParentPlace) -> Result<()> {
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
pub(super) async fn tell_of_repository(
    call: &Call,
    found: &Live,
    target: &ParentPlace,
) -> Result<()> {
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
