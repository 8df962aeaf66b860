//! `Remove-AzDataFactoryV2IntegrationRuntime`: removes a runtime, or its links from one factory.

use azure_core::http::Method;
use serde_json::{Value, json};

use crate::{
    Call,
    arm::{
        client::{Arm, Manner},
        resource_id::FactoryId,
    },
    datafactory::{messages, place::RuntimePlace},
    error::Result,
    names,
};

/// Removes what was asked after it was confirmed.
///
/// # Errors
/// What the service answers. That nothing was there is a warning.
pub async fn run(call: &Call) -> Result<()> {
    let arm = Arm::connect(call)?;
    let place = RuntimePlace::of(&arm)?;
    let linked_factory = call
        .arguments()
        .filled("LinkedDataFactoryName")
        .map(|given| bare_factory_name(&given))
        .transpose()?;
    let factory = &place.parent.factory;
    let action = messages::runtime_removing(&place.name, factory);
    if !call.host.should_process(&action, &place.name).await? {
        return Ok(());
    }
    let links = match linked_factory {
        None => links(&arm, &place).await?,
        Some(_) => Vec::new(),
    };
    if call.arguments().switch("Force") {
        if !links.is_empty() {
            call.host.warning(shared_with(&place.name, &links)).await?;
        }
    } else {
        let mut query = messages::runtime_confirm_removal(&place.name, factory);
        if !links.is_empty() {
            query = format!("{}\n{query}", shared_with(&place.name, &links));
        }
        if !call.host.should_continue(&query).await? {
            return Ok(());
        }
    }
    if let Some(name) = linked_factory {
        let url = place.action_url(&arm, &["removeLinks"]);
        arm.post(url, Some(&json!({ "factoryName": name }))).await?;
        return Ok(());
    }
    let reply = arm
        .send(Method::Delete, place.url(&arm), None, Manner::default())
        .await?;
    if reply.status == 204 {
        call.host
            .warning(messages::runtime_not_found(&place.name, factory))
            .await?;
    }
    Ok(())
}

/// The service knows bare names only; a resource id fails inside it.
fn bare_factory_name(given: &str) -> Result<String> {
    let name = if given.contains('/') {
        FactoryId::parse("LinkedDataFactoryName", given)?.name
    } else {
        given.to_owned()
    };
    names::factory("LinkedDataFactoryName", &name)?;
    Ok(name)
}

/// Who the runtime is shared with; nobody when that cannot be told, for deletion decides itself.
async fn links(arm: &Arm<'_>, place: &RuntimePlace) -> Result<Vec<String>> {
    let status = match arm.post(place.action_url(arm, &["getStatus"]), None).await {
        Ok(status) => status,
        Err(error) if error.fault().is_some() => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let own = status["name"]
        .as_str()
        .is_none_or(|name| name.eq_ignore_ascii_case(&place.name))
        && status["properties"]["dataFactoryName"]
            .as_str()
            .is_none_or(|name| name.eq_ignore_ascii_case(&place.parent.factory));
    let Some(Value::Array(links)) = status["properties"]["typeProperties"]
        .get("links")
        .filter(|_| own)
    else {
        return Ok(Vec::new());
    };
    Ok(links
        .iter()
        .map(|link| {
            let text = |name: &str| link[name].as_str().unwrap_or("?").to_owned();
            format!(
                "'{}' in data factory '{}'",
                text("name"),
                text("dataFactoryName")
            )
        })
        .collect())
}

fn shared_with(name: &str, links: &[String]) -> String {
    format!(
        "Integration runtime '{name}' is shared: linked integration runtime{} {} will stop working.",
        if links.len() == 1 { "" } else { "s" },
        links.join(", ")
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
        assert!(bare_factory_name("adf_b").is_err());
        assert!(bare_factory_name("/subscriptions/s").is_err());
    }
}
