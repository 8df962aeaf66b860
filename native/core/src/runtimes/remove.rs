//! `Remove-AzDataFactoryV2IntegrationRuntime`: removes a runtime, or its links from other factories.

use serde_json::json;

use crate::{
    Call,
    arm::Arm,
    error::{Error, ErrorKind, Result},
    names,
    request::member_text,
    runtimes::{
        azure,
        body::{Link, RuntimeBody},
        messages,
        place::{self, RuntimePlace},
        resource_id::ParentId,
        service::Service,
        written,
    },
};

/// Removes what was asked after it was confirmed.
///
/// # Errors
/// What the service answers. That nothing was there is a warning.
pub async fn run(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let arguments = call.arguments();
    let place = RuntimePlace::of(&arm).await?;
    let factories = arguments
        .texts("LinkedDataFactoryName")
        .map(|given| given.iter().map(|one| bare_factory_name(one)).collect())
        .transpose()?;
    let remove_links = arguments.switch("RemoveLinks");
    if remove_links && factories.is_some() {
        return Err(Error::invalid(
            "RemoveLinks",
            "-RemoveLinks removes the integration runtime with all its links, -LinkedDataFactoryName removes links \
             only. Give one of them.",
        ));
    }
    if factories.is_none() {
        azure::refuse_removal(&place)?;
    }
    let action = messages::runtime_removing(&place);
    if call.request.what_if && factories.is_none() {
        warn_of_links(&arm, &place, remove_links).await?;
    }
    if !call.caller.should_process(&action, &place.name).await? {
        return Ok(());
    }
    match factories {
        Some(factories) => unlink(&arm, &place, factories).await,
        None => remove(&arm, &place, remove_links).await,
    }
}

async fn unlink(arm: &Arm<'_>, place: &RuntimePlace, factories: Vec<String>) -> Result<()> {
    let host = &arm.call.caller;
    let query = messages::runtime_confirm_removal(place);
    if !host.should_continue(&query).await? {
        return Ok(());
    }
    let factories = if factories.iter().any(|name| name == "*") {
        let found = distinct(&links(arm, place).await?);
        if found.is_empty() {
            host.verbose(format!(
                "Nothing is linked to integration runtime '{}'.",
                place.name
            ))
            .await?;
        }
        found
    } else {
        factories
    };
    for name in &factories {
        remove_links_of(arm, place, name).await?;
    }
    Ok(())
}

async fn remove(arm: &Arm<'_>, place: &RuntimePlace, remove_links: bool) -> Result<()> {
    let host = &arm.call.caller;
    // Nothing of a workspace is shared, and a kind that has no links needs no question for them.
    let asked = if place.parent.service == Service::DataFactory && may_have_links(arm) {
        links(arm, place).await
    } else {
        Ok(Vec::new())
    };
    let links = match asked {
        Ok(links) => links,
        Err(error) if place::is_missing(&error) => Vec::new(),
        Err(error) if remove_links || error.kind == ErrorKind::Cancelled => return Err(error),
        // The removal itself decides what it makes of that.
        Err(error) => {
            host.verbose(format!(
                "The status of integration runtime '{}' could not be read, so its links are not known: {error}",
                place.name
            ))
            .await?;
            Vec::new()
        }
    };
    let mut query = messages::runtime_confirm_removal(place);
    if !links.is_empty() {
        let shared = shared_with(&place.name, &links);
        if host.is_silenced() {
            host.warning(shared).await?;
        } else {
            query = format!("{shared}\n{query}");
        }
    }
    if !host.should_continue(&query).await? {
        return Ok(());
    }
    if remove_links {
        for name in distinct(&links) {
            remove_links_of(arm, place, &name).await?;
        }
    }
    if !written::delete(arm, place).await? {
        host.warning(messages::runtime_not_found(place)).await?;
    }
    Ok(())
}

/// Says under `-WhatIf` which links would stop working; what cannot be read changes nothing.
async fn warn_of_links(arm: &Arm<'_>, place: &RuntimePlace, remove_links: bool) -> Result<()> {
    if remove_links || place.parent.service != Service::DataFactory || !may_have_links(arm) {
        return Ok(());
    }
    match links(arm, place).await {
        Ok(links) if !links.is_empty() => {
            let text = shared_with(&place.name, &links);
            arm.call.caller.warning(text).await
        }
        Err(error) if error.kind == ErrorKind::Cancelled => Err(error),
        _ => Ok(()),
    }
}

async fn remove_links_of(arm: &Arm<'_>, place: &RuntimePlace, factory: &str) -> Result<()> {
    let url = place.action_url(arm, &["removeLinks"]);
    arm.post(url, Some(&json!({ "factoryName": factory })))
        .await?;
    arm.call
        .caller
        .verbose(format!(
            "Links of data factory '{factory}' to integration runtime '{}' are removed.",
            place.name
        ))
        .await
}

/// The service knows bare names only; a resource id fails inside it.
fn bare_factory_name(given: &str) -> Result<String> {
    if given.trim() == "*" {
        return Ok("*".to_owned());
    }
    let name = if given.contains('/') {
        ParentId::parse(Service::DataFactory, "LinkedDataFactoryName", given)?.name
    } else {
        given.to_owned()
    };
    names::factory("LinkedDataFactoryName", &name)?;
    Ok(name)
}

/// Whether the kind of the runtime may have links. Names do not say which kind it is; an object that was piped in does.
fn may_have_links(arm: &Arm<'_>) -> bool {
    let Some(object) = arm.call.arguments().value("InputObject") else {
        return true;
    };
    let is = |member: &str, names: &[&str]| {
        member_text(object, member)
            .is_some_and(|own| names.iter().any(|name| own.eq_ignore_ascii_case(name)))
    };
    !is("Type", &["Managed", "SelfHosted(Linked)"]) && !is("Kind", &["Linked"])
}

/// Who the runtime is shared with.
async fn links(arm: &Arm<'_>, place: &RuntimePlace) -> Result<Vec<Link>> {
    let status = arm
        .post(place.action_url(arm, &["getStatus"]), None)
        .await?;
    let status = RuntimeBody::new(place.parent.service, status);
    // A linked runtime answers with the links of the shared one.
    let is_own =
        |said: Option<&str>, name: &str| said.is_none_or(|said| said.eq_ignore_ascii_case(name));
    if is_own(status.name(), &place.name) && is_own(status.factory(), &place.parent.name) {
        return Ok(status.links());
    }
    Ok(Vec::new())
}

/// The factories that links come from, each once.
fn distinct(links: &[Link]) -> Vec<String> {
    let mut factories: Vec<String> = Vec::new();
    for factory in links.iter().filter_map(|link| link.factory.as_ref()) {
        if !factories
            .iter()
            .any(|own| own.eq_ignore_ascii_case(factory))
        {
            factories.push(factory.clone());
        }
    }
    factories
}

/// Which linked runtimes stop working without the shared one.
#[must_use]
pub fn shared_with(name: &str, links: &[Link]) -> String {
    let named: Vec<String> = links
        .iter()
        .map(|link| {
            format!(
                "'{}' in data factory '{}'",
                link.name.as_deref().unwrap_or("?"),
                link.factory.as_deref().unwrap_or("?")
            )
        })
        .collect();
    format!(
        "Integration runtime '{name}' is shared: linked integration runtime{} {} will stop working.",
        if links.len() == 1 { "" } else { "s" },
        named.join(", ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_factorys_id_is_as_good_as_its_name() {
        let id =
            "/subscriptions/s/resourceGroups/g/providers/Microsoft.DataFactory/factories/adf-b";
        assert_eq!(bare_factory_name(id).unwrap(), "adf-b");
        assert_eq!(bare_factory_name("adf-b").unwrap(), "adf-b");
        assert_eq!(bare_factory_name("*").unwrap(), "*");
        assert!(bare_factory_name("adf_b").is_err());
        assert!(bare_factory_name("/subscriptions/s").is_err());
    }
}
