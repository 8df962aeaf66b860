//! The sentences and commands about differences.

use serde_json::Value;

use super::values::Changed;
use crate::runtimes::place::ParentPlace;

pub(super) fn sentence(own: &Changed, name: &str, target: &ParentPlace) -> String {
    let place = target.called();
    let shown = |value: &Value| format!("'{}'", text(value));
    match (&own.file, &own.live) {
        (Some(file), Some(live)) => format!(
            "'{}' of integration runtime '{name}' is {} in the file and {} in {place}.",
            own.path,
            shown(file),
            shown(live)
        ),
        (Some(file), None) => format!(
            "'{}' of integration runtime '{name}' is {} in the file, and is not set in {place}.",
            own.path,
            shown(file)
        ),
        (None, live) => format!(
            "'{}' of integration runtime '{name}' is {} in {place}, and is not in the file.",
            own.path,
            live.as_ref().map_or_else(String::new, shown)
        ),
    }
}

/// The command that makes the service what the file says, for members that have a parameter.
pub(super) fn fix(own: &Changed, name: &str, target: &ParentPlace) -> String {
    let value = own.file.as_ref().map_or_else(String::new, text);
    let parameter = match own.path.to_ascii_lowercase().as_str() {
        "properties.description" => Some("-Description"),
        "properties.typeproperties.computeproperties.location" => Some("-Location"),
        "properties.typeproperties.computeproperties.dataflowproperties.computetype" => {
            Some("-DataFlowComputeType")
        }
        "properties.typeproperties.computeproperties.dataflowproperties.corecount" => {
            Some("-DataFlowCoreCount")
        }
        "properties.typeproperties.computeproperties.dataflowproperties.timetolive" => {
            Some("-DataFlowTimeToLive")
        }
        _ => None,
    };
    match parameter {
        Some(parameter) => format!(
            "Write the live value into the file, or make it what the file says: {} {parameter} {}",
            command("Set", name, target),
            quoted(&value)
        ),
        None => "Write the live value into the file, or deploy the file.".to_owned(),
    }
}

/// A cmdlet on one integration runtime, up to its name.
pub(super) fn command(verb: &str, name: &str, target: &ParentPlace) -> String {
    format!(
        "{verb}-{} -ResourceGroupName {} -{} {} -Name {}",
        target.service.noun(),
        quoted(&target.resource_group),
        target.service.parent_name(),
        quoted(&target.name),
        quoted(name)
    )
}

/// A text as PowerShell takes it.
pub(super) fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// What is to be added to a file that has lost its link.
pub(super) fn link_for_file(shared: &str) -> String {
    if shared == "(key)" {
        return "Add 'linkedInfo' to the 'typeProperties' in the file, or keep the file out of the deployment."
            .to_owned();
    }
    format!(
        "Add to the file: \"typeProperties\": {{ \"linkedInfo\": {{ \"resourceId\": \"{shared}\", \
         \"authorizationType\": \"Rbac\" }} }}."
    )
}

/// A value in one line.
#[must_use]
pub fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
