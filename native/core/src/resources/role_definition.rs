//! Role definitions, found by name or by id, and `Get-AzRoleDefinition`.

use azir_azure::json::Lookup;
use std::collections::HashMap;

use azir_azure::arm::paging::Pages;
use azure_core::http::Url;
use serde_json::Value;

use super::{ROLES_API_VERSION, scope};
use crate::{
    Call,
    arm::Arm,
    error::{Error, Result},
    output::{Field, Record, Shape},
};

static DEFINITION: Shape =
    Shape::named("Microsoft.Azure.Commands.Resources.Models.Authorization.PSRoleDefinition");

/// A role's id (a GUID) and name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// GUID.
    pub id: String,
    /// Name, such as `Contributor`.
    pub name: String,
}

fn definitions_url(arm: &Arm<'_>, scope: &str, name: &[&str]) -> Url {
    let own = ["providers", "Microsoft.Authorization", "roleDefinitions"];
    arm.url_below(scope, &[own.as_slice(), name].concat(), ROLES_API_VERSION)
}

fn filtered(arm: &Arm<'_>, scope: &str, filter: Option<&str>) -> Url {
    let mut url = definitions_url(arm, scope, &[]);
    if let Some(filter) = filter {
        url.query_pairs_mut().append_pair("$filter", filter);
    }
    url
}

fn named(name: &str) -> String {
    // A quote in a name is doubled, as in OData.
    format!("roleName eq '{}'", name.replace('\'', "''"))
}

async fn list(arm: &Arm<'_>, scope: &str, name: Option<&str>) -> Result<Vec<Role>> {
    let filter = name.map(named);
    let members = Pages::new(arm, filtered(arm, scope, filter.as_deref()))
        .all()
        .await?;
    Ok(members.iter().map(read).collect())
}

/// `Get-AzRoleDefinition`: those of a scope, or the one with this name or id.
///
/// # Errors
/// What the service answers.
pub async fn get(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let arguments = call.arguments();
    let scope = scope::chosen(&arm)?;
    let found = if let Some(id) = arguments.filled("Id") {
        let url = definitions_url(&arm, &scope, &[&id]);
        arm.get_if_exists(url).await?.into_iter().collect()
    } else {
        let name = arguments.filled("Name");
        let custom = arguments.switch("Custom");
        let filter = name
            .as_deref()
            .map(named)
            .or_else(|| custom.then(|| "type eq 'CustomRole'".to_owned()));
        let mut all = Pages::new(&arm, filtered(&arm, &scope, filter.as_deref()))
            .all()
            .await?;
        all.retain(|role| {
            name.as_deref()
                .is_none_or(|name| read(role).name.eq_ignore_ascii_case(name))
                && (!custom || is_custom(role))
        });
        all
    };
    if found.is_empty() {
        for line in [
            "No role definitions where found with those conditions.",
            "If the role was created recently keep in mind there's a slight delay between creation and public view.",
            "Please try again later.",
        ] {
            call.caller.warning(line).await?;
        }
        return Ok(());
    }
    let records: Vec<Record> = found.iter().map(record).collect();
    call.caller.objects(&records).await
}

fn is_custom(role: &Value) -> bool {
    role.at("properties")
        .at("type")
        .as_str()
        .is_some_and(|kind| kind.eq_ignore_ascii_case("CustomRole"))
}

/// Upstream's members: those of the first permission as older versions have them, and all
/// permissions as newer ones do.
fn record(role: &Value) -> Record {
    let properties = role.at("properties");
    let none = Vec::new();
    let permissions = properties.at("permissions").as_array().unwrap_or(&none);
    let texts = |values: &Value| {
        let values = values.as_array().map(Vec::as_slice).unwrap_or_default();
        Field::List(
            values
                .iter()
                .map(|own| Field::from_text(Some(own)))
                .collect(),
        )
    };
    let actions = |member: &str| {
        let all = permissions
            .iter()
            .filter_map(|permission| permission.at(member).as_array())
            .flatten();
        Field::List(all.map(|own| Field::from_text(Some(own))).collect())
    };
    let first = |member: &str| {
        Field::from_text(
            permissions
                .iter()
                .find_map(|own| own.member(member).filter(|value| !value.is_null())),
        )
    };
    let permission = |own: &Value| {
        Field::Object(vec![
            ("Actions".into(), texts(own.at("actions"))),
            ("NotActions".into(), texts(own.at("notActions"))),
            ("DataActions".into(), texts(own.at("dataActions"))),
            ("NotDataActions".into(), texts(own.at("notDataActions"))),
            (
                "Condition".into(),
                Field::from_text(own.member("condition")),
            ),
            (
                "ConditionVersion".into(),
                Field::from_text(own.member("conditionVersion")),
            ),
        ])
    };
    Record::new(
        &DEFINITION,
        vec![
            (
                "Name".into(),
                Field::from_text(properties.member("roleName")),
            ),
            ("Id".into(), Field::from_text(role.member("name"))),
            ("IsCustom".into(), Field::Flag(is_custom(role))),
            (
                "Description".into(),
                Field::from_text(properties.member("description")),
            ),
            ("Actions".into(), actions("actions")),
            ("NotActions".into(), actions("notActions")),
            ("DataActions".into(), actions("dataActions")),
            ("NotDataActions".into(), actions("notDataActions")),
            (
                "AssignableScopes".into(),
                texts(properties.at("assignableScopes")),
            ),
            ("Condition".into(), first("condition")),
            ("ConditionVersion".into(), first("conditionVersion")),
            (
                "Permissions".into(),
                Field::List(permissions.iter().map(permission).collect()),
            ),
        ],
    )
}

fn read(member: &Value) -> Role {
    Role {
        id: member.at("name").as_str().unwrap_or_default().to_owned(),
        name: member
            .at("properties")
            .at("roleName")
            .as_str()
            .unwrap_or_default()
            .to_owned(),
    }
}

/// The role named `name` at `scope`.
///
/// # Errors
/// `InvalidInput` when there is none.
pub async fn by_name(arm: &Arm<'_>, scope: &str, name: &str) -> Result<Role> {
    let roles = list(arm, scope, Some(name)).await?;
    roles.into_iter().find(|role| role.name.eq_ignore_ascii_case(name)).ok_or_else(|| {
        Error::invalid(
            "RoleDefinitionName",
            format!(
                "Cannot find role definition with name '{name}'. Check the name, for instance 'Contributor' or \
                 'Data Factory Contributor'."
            ),
        )
    })
}

/// The names of all roles at `scope`, by GUID in lower case.
///
/// # Errors
/// What the service answers.
pub async fn names(arm: &Arm<'_>, scope: &str) -> Result<HashMap<String, String>> {
    let roles = list(arm, scope, None).await?;
    Ok(roles
        .into_iter()
        .map(|role| (role.id.to_lowercase(), role.name))
        .collect())
}
