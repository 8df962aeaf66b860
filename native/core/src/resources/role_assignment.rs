//! `New-`, `Get-` and `Remove-AzRoleAssignment`.
//!
//! Names that Az takes from Microsoft Graph stay empty, and selectors that need it say so.

use azir_azure::json::Lookup;
use std::{collections::HashMap, path::Path, sync::Arc, time::Duration};

use azir_azure::{
    arm::{client::RequestOptions, paging::Pages},
    files::{self, LARGEST_DOCUMENT},
};
use azure_core::http::{Method, Url};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::{
    ROLES_API_VERSION, role_definition,
    scope::{self, covers},
};
use crate::{
    Call,
    arm::Arm,
    error::{Error, Result},
    output::{Field, Record, Shape},
    request::{Arguments, Request, member_text},
};

static ASSIGNMENT: Shape =
    Shape::named("Microsoft.Azure.Commands.Resources.Models.Authorization.PSRoleAssignment");

/// Reader: it may look at a runtime but not run anything on it.
const READER: &str = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
/// How long a fresh identity may take to be known, and how often that is looked at.
const KNOWN_WITHIN: Duration = Duration::from_secs(120);
const LOOK_AGAIN: Duration = Duration::from_secs(5);

/// Whether an assignment lets its principal use an integration runtime.
#[must_use]
pub fn may_use_runtime(assignment: &Value) -> bool {
    role_guid(assignment).is_some_and(|role| !role.eq_ignore_ascii_case(READER))
}

fn role_guid(assignment: &Value) -> Option<&str> {
    assignment
        .at("properties")
        .at("roleDefinitionId")
        .as_str()?
        .rsplit('/')
        .next()
}

fn assignments_url(arm: &Arm<'_>, scope: &str, name: &[&str]) -> Url {
    let own = ["providers", "Microsoft.Authorization", "roleAssignments"];
    arm.url_below(scope, &[own.as_slice(), name].concat(), ROLES_API_VERSION)
}

/// `New-AzRoleAssignment`.
///
/// # Errors
/// What the service answers; a fresh identity is waited for.
pub async fn new(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let arguments = call.arguments();
    if let Some(path) = arguments.filled("InputFile") {
        let inner = from_file(call, &path)?;
        return Box::pin(new(&inner)).await;
    }
    refuse_graph(&arm)?;
    let principal = arguments.required("ObjectId")?;
    guid("ObjectId", &principal)?;
    let scope = scope::chosen(&arm)?;
    let (role_id, role_name) = if let Some(id) = arguments.filled("RoleDefinitionId") {
        let names = role_definition::names(&arm, &scope).await?;
        let name = names.get(&id.to_lowercase()).cloned().unwrap_or_default();
        (id, name)
    } else {
        let name = arguments.required("RoleDefinitionName")?;
        let role = role_definition::by_name(&arm, &scope, &name).await?;
        (role.id, role.name)
    };
    let body = body(&arm, &scope, &role_id, &principal)?;
    let url = assignments_url(&arm, &scope, &[&Uuid::new_v4().to_string()]);
    let assignment = put_when_known(&arm, url, &body, &principal).await?;
    let names = HashMap::from([(role_id.to_lowercase(), role_name)]);
    call.caller.object(record(&assignment, &names)).await
}

/// The same call with the values in a JSON file, whose members are those of a role assignment.
fn from_file(call: &Call, path: &str) -> Result<Call> {
    const MEMBERS: [&str; 8] = [
        "ObjectId",
        "Scope",
        "RoleDefinitionId",
        "RoleDefinitionName",
        "ObjectType",
        "Description",
        "Condition",
        "ConditionVersion",
    ];
    let unusable = |reason: &str| {
        Error::invalid(
            "InputFile",
            format!("The file '{path}' cannot be used as a role assignment: {reason}."),
        )
    };
    let text = files::read(Path::new(path), LARGEST_DOCUMENT)
        .map_err(|error| unusable(&error.to_string()))?;
    let text = String::from_utf8(text).map_err(|_| unusable("it is not text in UTF-8"))?;
    let file: Value = serde_json::from_str(text.trim_start_matches('\u{FEFF}'))
        .map_err(|error| unusable(&format!("it is not JSON ({error})")))?;
    let mut values = Map::new();
    for member in MEMBERS {
        if let Some(text) = member_text(&file, member).filter(|text| !text.is_empty()) {
            values.insert(member.to_owned(), json!(text));
        }
    }
    if !values.contains_key("ObjectId") {
        return Err(unusable("it has no 'ObjectId'"));
    }
    if let Some(id) = values.member("RoleDefinitionId").and_then(Value::as_str) {
        // A role assignment shows the GUID, the service's own id has it last.
        let id = id.rsplit('/').next().unwrap_or_default().to_owned();
        values.insert("RoleDefinitionId".to_owned(), json!(id));
    }
    let request = Request {
        operation: call.request.operation.clone(),
        cmdlet: call.request.cmdlet.clone(),
        parameter_set: call.request.parameter_set.clone(),
        arguments: Arguments::from_values(values),
        context: call.request.context.clone(),
        environment: call.request.environment.clone(),
        runspace: call.request.runspace.clone(),
        ..Request::default()
    };
    Ok(Call {
        request,
        caller: call.caller.clone(),
        library: Arc::clone(&call.library),
    })
}

fn body(arm: &Arm<'_>, scope: &str, role: &str, principal: &str) -> Result<Value> {
    let arguments = arm.call.arguments();
    let subscription = match scope.split('/').nth(2) {
        Some(id) if scope.to_ascii_lowercase().starts_with("/subscriptions/") => id,
        _ => arm.subscription()?,
    };
    let mut properties = Map::new();
    let definition = format!(
        "/subscriptions/{subscription}/providers/Microsoft.Authorization/roleDefinitions/{role}"
    );
    properties.insert("roleDefinitionId".to_owned(), json!(definition));
    properties.insert("principalId".to_owned(), json!(principal));
    let known = arm
        .call
        .library
        .state()
        .factory_identities
        .contains(&principal.to_lowercase());
    let kind = arguments
        .filled("ObjectType")
        .map(|kind| kind.replace(' ', ""))
        .or_else(|| known.then(|| "ServicePrincipal".to_owned()));
    if let Some(kind) = kind {
        properties.insert("principalType".to_owned(), json!(kind));
    }
    if let Some(description) = arguments.filled("Description") {
        properties.insert("description".to_owned(), json!(description));
    }
    match (
        arguments.filled("Condition"),
        arguments.filled("ConditionVersion"),
    ) {
        (Some(condition), version) => {
            let version = version.unwrap_or_else(|| "2.0".to_owned());
            if version.parse::<f64>().is_ok_and(|number| number < 2.0) {
                return Err(Error::invalid(
                    "ConditionVersion",
                    format!("Condition version '{version}' is too old: it must be 2.0 or later."),
                ));
            }
            properties.insert("condition".to_owned(), json!(condition));
            properties.insert("conditionVersion".to_owned(), json!(version));
        }
        (None, Some(_)) => {
            return Err(Error::invalid(
                "ConditionVersion",
                "-ConditionVersion needs -Condition: give both or neither.",
            ));
        }
        (None, None) => {}
    }
    Ok(json!({ "properties": properties }))
}

/// Writes the assignment; an identity made a moment ago may not be known everywhere yet.
async fn put_when_known(arm: &Arm<'_>, url: Url, body: &Value, principal: &str) -> Result<Value> {
    let clock = &arm.call.library.clock;
    let activity = "Assigning the role";
    let mut waited = Duration::ZERO;
    loop {
        match arm.put(url.clone(), body, None).await {
            Err(error) if error.is_code("PrincipalNotFound") && waited < KNOWN_WITHIN => {
                let status = format!(
                    "waiting for identity '{principal}' to be known ({} s)",
                    waited.as_secs()
                );
                arm.call.caller.progress(activity, &status, -1).await?;
                clock.sleep(LOOK_AGAIN).await;
                waited += LOOK_AGAIN;
            }
            other => {
                if !waited.is_zero() {
                    arm.call.caller.progress_done(activity).await?;
                }
                return other;
            }
        }
    }
}

/// `Get-AzRoleAssignment`.
///
/// # Errors
/// What the service answers.
pub async fn get(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    refuse_graph(&arm)?;
    let scope = scope::chosen(&arm)?;
    let at_scope = ["Scope", "ResourceGroupName"]
        .iter()
        .any(|name| call.arguments().is_bound(name));
    let names = role_definition::names(&arm, &scope).await?;
    let found = find(&arm, &scope, &names).await?;
    let records: Vec<Record> = found
        .iter()
        .filter(|assignment| !at_scope || covers(own_scope(assignment), &scope))
        .map(|assignment| record(assignment, &names))
        .collect();
    call.caller.objects(&records).await
}

/// `Remove-AzRoleAssignment`: removes the assignments at exactly that scope.
///
/// # Errors
/// Upstream's words when there is none; what the service answers.
pub async fn remove(call: &Call) -> Result<()> {
    let arm = Arm::connect(call).await?;
    let arguments = call.arguments();
    if let Some(object) = arguments.value("InputObject") {
        let member = |name: &str| member_text(object, name).unwrap_or_default();
        let id = member("RoleAssignmentId");
        if id.is_empty() {
            return Err(Error::invalid(
                "InputObject",
                "The object given as -InputObject has no RoleAssignmentId: it is not a role assignment.",
            ));
        }
        let assignment = arm.get(arm.url_below(&id, &[], ROLES_API_VERSION)).await?;
        let role = role_guid(&assignment).unwrap_or_default().to_lowercase();
        let names = HashMap::from([(role, member("RoleDefinitionName"))]);
        return delete(call, &arm, &assignment, &names).await;
    }
    refuse_graph(&arm)?;
    let scope = scope::chosen(&arm)?;
    let names = role_definition::names(&arm, &scope).await?;
    let found: Vec<Value> = find(&arm, &scope, &names)
        .await?
        .into_iter()
        .filter(|assignment| own_scope(assignment).eq_ignore_ascii_case(&scope))
        .collect();
    if found.is_empty() {
        return Err(Error::invalid(
            "ObjectId",
            "The provided information does not map to a role assignment.",
        ));
    }
    for assignment in &found {
        delete(call, &arm, assignment, &names).await?;
    }
    Ok(())
}

async fn delete(
    call: &Call,
    arm: &Arm<'_>,
    assignment: &Value,
    names: &HashMap<String, String>,
) -> Result<()> {
    let principal = assignment
        .at("properties")
        .at("principalId")
        .as_str()
        .unwrap_or_default();
    if !call
        .caller
        .should_process("Removing role assignment", principal)
        .await?
    {
        return Ok(());
    }
    let id = assignment.at("id").as_str().unwrap_or_default();
    arm.send(
        Method::Delete,
        arm.url_below(id, &[], ROLES_API_VERSION),
        None,
        RequestOptions::default(),
    )
    .await?;
    if call.arguments().switch("PassThru") {
        return call.caller.object(record(assignment, names)).await;
    }
    let role = role_guid(assignment).unwrap_or_default().to_lowercase();
    let text = format!(
        "Successfully removed role assignment for AD object '{principal}' on scope '{}' with role definition \
         '{}'",
        own_scope(assignment),
        names.get(&role).map_or(role.as_str(), String::as_str)
    );
    call.caller.object(Record::bare(Field::Text(text))).await
}

fn own_scope(assignment: &Value) -> &str {
    assignment
        .at("properties")
        .at("scope")
        .as_str()
        .unwrap_or_default()
}

/// The assignments at, above and below `scope` that fit the principal and role asked for.
async fn find(arm: &Arm<'_>, scope: &str, names: &HashMap<String, String>) -> Result<Vec<Value>> {
    let arguments = arm.call.arguments();
    let mut url = assignments_url(arm, scope, &[]);
    let principal = arguments.filled("ObjectId");
    if let Some(principal) = &principal {
        guid("ObjectId", principal)?;
        let filter = if arguments.switch("ExpandPrincipalGroups") {
            format!("assignedTo('{principal}')")
        } else {
            format!("principalId eq '{principal}'")
        };
        url.query_pairs_mut().append_pair("$filter", &filter);
    }
    let role_id = arguments.filled("RoleDefinitionId");
    let role_name = arguments.filled("RoleDefinitionName");
    let fits = |assignment: &Value| {
        let role = role_guid(assignment).unwrap_or_default().to_lowercase();
        role_id
            .as_ref()
            .is_none_or(|id| id.eq_ignore_ascii_case(&role))
            && role_name.as_ref().is_none_or(|name| {
                names
                    .get(&role)
                    .is_some_and(|own| own.eq_ignore_ascii_case(name))
            })
    };
    Ok(Pages::new(arm, url)
        .all()
        .await?
        .into_iter()
        .filter(fits)
        .collect())
}

/// Sign-in names and applications are looked up in Microsoft Graph, which this library does not ask.
fn refuse_graph(arm: &Arm<'_>) -> Result<()> {
    let arguments = arm.call.arguments();
    for parameter in ["SignInName", "ApplicationId", "ServicePrincipalName"] {
        if arguments.is_bound(parameter) {
            return Err(Error::invalid(
                parameter,
                format!(
                    "-{parameter} would have to be looked up in Microsoft Graph, which this module does not use. \
                     Give the object id of the user, group or service principal with -ObjectId."
                ),
            ));
        }
    }
    Ok(())
}

fn guid(parameter: &str, text: &str) -> Result<()> {
    if Uuid::try_parse(text).is_ok() {
        return Ok(());
    }
    Err(Error::invalid(
        parameter,
        format!("'{text}' is not an object id: it is a GUID."),
    ))
}

fn record(assignment: &Value, names: &HashMap<String, String>) -> Record {
    let properties = assignment.at("properties");
    let role = role_guid(assignment).unwrap_or_default().to_owned();
    let text = |name: &str| Field::from_text(properties.member(name));
    Record::new(
        &ASSIGNMENT,
        vec![
            (
                "RoleAssignmentName".into(),
                Field::from_text(assignment.member("name")),
            ),
            (
                "RoleAssignmentId".into(),
                Field::from_text(assignment.member("id")),
            ),
            ("Scope".into(), text("scope")),
            ("DisplayName".into(), Field::Null),
            ("SignInName".into(), Field::Null),
            (
                "RoleDefinitionName".into(),
                Field::text(names.get(&role.to_lowercase()).cloned()),
            ),
            ("RoleDefinitionId".into(), Field::Text(role)),
            ("ObjectId".into(), text("principalId")),
            ("ObjectType".into(), text("principalType")),
            (
                "CanDelegate".into(),
                Field::Flag(properties.at("canDelegate").as_bool().unwrap_or(false)),
            ),
            ("Description".into(), text("description")),
            ("ConditionVersion".into(), text("conditionVersion")),
            ("Condition".into(), text("condition")),
        ],
    )
}
