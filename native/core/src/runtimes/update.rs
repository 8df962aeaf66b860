//! `Update-AzDataFactoryV2IntegrationRuntime`: when a self-hosted runtime updates its nodes.

use azir_azure::{arm::client::RequestOptions, http::lacking, json::Lookup};
use azure_core::http::Method;
use serde_json::{Map, Value, json};

use super::{
    body::{self, RuntimeBody},
    edits, model,
};
use crate::{
    Call,
    arm::Arm,
    error::{Error, ErrorKind, Result},
    output::Field,
    request::Arguments,
    runtimes::{messages, place::RuntimePlace},
};

/// Changes the update settings that were asked for.
///
/// # Errors
/// `InvalidInput` when nothing was asked or the runtime is not self-hosted; what the service answers.
pub async fn run(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let offset = offset(call.arguments())?;
    let switch = call.arguments().text("AutoUpdate");
    if switch.is_none() && offset.is_none() {
        return Err(refused(messages::NO_VALID_PARAMETERS));
    }
    let place = RuntimePlace::of(&arm).await?;
    let resource = place.get(&arm).await?;
    call.caller.verbose("Got integration runtime").await?;
    if !resource.kind().is_self_hosted() {
        return Err(refused(messages::NOT_SELF_HOSTED));
    }
    let described = resource.properties().at("description");
    let parameter = format!("Set-{} -Description", place.parent.service.noun());
    edits::warn_unwritten(call, &place.called(), "Description", described, &parameter).await?;
    let action = messages::runtime_updating(&place);
    if !call
        .caller
        .should_process_only(&action, &place.name)
        .await?
    {
        return Ok(());
    }
    let mut body = Map::new();
    if let Some(switch) = switch.filter(|switch| !switch.is_empty()) {
        body.insert("autoUpdate".to_owned(), json!(switch));
    }
    call.caller.verbose("Handled AutoUpdate").await?;
    if let Some(offset) = offset {
        body.insert("updateDelayOffset".to_owned(), json!(offset));
        call.caller.verbose(offset).await?;
    }
    call.caller.verbose("Handled AutoUpdateDelayOffset").await?;
    let answer = arm
        .send(
            Method::Patch,
            place.url(&arm),
            Some(&Value::Object(body)),
            RequestOptions::default(),
        )
        .await?
        .json_or_null()?;
    // An answer without a body says nothing of what is there now.
    let service = place.parent.service;
    let updated = if lacking(&answer, &["id?", "name", "properties"]).is_none() {
        RuntimeBody::new(service, answer)
    } else {
        place.get(&arm).await?
    };
    let kind = model::kind_name(&updated);
    // Upstream shows a linked runtime as an ordinary one here.
    let mut document = updated.into_document();
    if let Some(members) = document.as_object_mut() {
        body::remove(members, &["properties", "typeProperties", "linkedInfo"]);
    }
    let mut record = model::record(&place.parent, &RuntimeBody::new(service, document));
    record.set_member("Kind", kind);
    call.caller.object(record).await
}

/// The delay as the service wants it: a JSON text within the text.
fn offset(arguments: &Arguments) -> Result<Option<String>> {
    let Some(given) = arguments.text("AutoUpdateDelayOffset") else {
        return Ok(None);
    };
    let Field::Span(span) = Field::from_span(Some(&json!(given))) else {
        return Err(Error::invalid(
            "AutoUpdateDelayOffset",
            format!("'{given}' is not a duration such as 'PT3H'."),
        ));
    };
    if is_time_of_day(&span) {
        return Ok(Some(format!("\"{span}\"")));
    }
    Err(Error::invalid(
        "AutoUpdateDelayOffset",
        format!(
            "-AutoUpdateDelayOffset is the time after midnight (UTC) of the day of the update: from 0 up to less than a \
             day, such as 03:00:00. '{given}' is not. Nothing was changed."
        ),
    ))
}

/// Whether an ISO-8601 duration is neither negative nor a day or more: `AutoUpdateETA` is the day and this time.
fn is_time_of_day(span: &str) -> bool {
    const DAY: u64 = 24 * 60 * 60;
    let (date, clock) = span.split_once('T').unwrap_or((span, ""));
    let mut digits = String::new();
    let mut total = 0_u64;
    for (letter, clock) in date
        .chars()
        .map(|letter| (letter, false))
        .chain(clock.chars().map(|letter| (letter, true)))
    {
        let factor = match (letter, clock) {
            ('-', _) => return false,
            ('0'..='9' | '.', _) => {
                digits.push(letter);
                continue;
            }
            ('H', true) => 60 * 60,
            ('M', true) => 60,
            ('S', true) => 1,
            ('Y' | 'M' | 'D', false) => DAY,
            _ => 0,
        };
        let whole = digits.split('.').next().unwrap_or_default();
        let number: u64 = whole.parse().unwrap_or_default();
        total = total.saturating_add(number.saturating_mul(factor));
        digits.clear();
    }
    total < DAY
}

fn refused(message: &str) -> Error {
    Error::new(ErrorKind::InvalidInput { parameter: None }, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_offset_is_a_time_of_the_day() {
        for good in ["PT0S", "PT3H", "PT03H", "PT23H59M59.9S", "P0D", "P0DT5M"] {
            assert!(is_time_of_day(good), "{good}");
        }
        for bad in [
            "-PT3H", "PT24H", "P1D", "P1M", "PT23H60M", "PT86400S", "P1DT1S",
        ] {
            assert!(!is_time_of_day(bad), "{bad}");
        }
    }

    #[test]
    fn another_offset_is_refused_with_what_it_is() {
        let offset = |text: &str| {
            let Value::Object(values) = json!({ "AutoUpdateDelayOffset": text }) else {
                unreachable!()
            };
            offset(&Arguments::from_values(values))
        };
        assert_eq!(offset("PT3H").unwrap(), Some("\"PT3H\"".to_owned()));
        assert!(
            offset("-PT3H")
                .unwrap_err()
                .message()
                .contains("less than a day")
        );
        assert!(
            offset("soon")
                .unwrap_err()
                .message()
                .contains("is not a duration")
        );
    }
}
