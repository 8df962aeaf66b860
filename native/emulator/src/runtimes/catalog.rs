//! The SSIS catalog of a dedicated runtime: the deployed objects, and the snapshot of the last refresh.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use percent_encoding::percent_decode_str;
use serde_json::{Value, json};

use super::place::Place;
use super::{operations, settle};
use crate::arm::Call;
use crate::clock;
use crate::wire::{Answer, Refusal, Reply};
use crate::world::{Lifecycle, OperationKind, Runtime, Snapshot};

/// A runtime without a catalog; the service's own words are not recorded.
const NOT_PACKAGES: &str = "Object metadata exist only for an Azure-SSIS integration runtime.";
/// The first segment of a path, the only one that the specification shows.
const FOLDERS: &str = "ssisFolders";

/// Reads the catalog anew.
pub fn refresh(call: &mut Call<'_>, place: &Place) -> Answer {
    enter(call, place, "refreshObjectMetadata")?;
    let kind = OperationKind::RefreshMetadata(place.runtime_key());
    let due_ms = operations::due_ms(call);
    let failure = operations::failure(call, &kind);
    let runtime = place.runtime_mut(call)?;
    runtime.refreshes_at = failure.is_none().then_some(due_ms);
    Ok(operations::begin(call, place, kind, due_ms, failure))
}

/// Lets a refresh end that is due; whether there was one.
pub fn finish(runtime: &mut Runtime, now: u64) -> bool {
    if runtime.refreshes_at.is_none_or(|due| due > now) {
        return false;
    }
    runtime.refreshes_at = None;
    runtime.snapshot = Some(Snapshot {
        taken: clock::stamp(),
        objects: deployed(runtime),
    });
    true
}

/// What is in the catalog now: nothing where the runtime has none.
fn deployed(runtime: &Runtime) -> Vec<Value> {
    match &runtime.catalog {
        Some(objects) => objects.clone(),
        None if runtime.properties["typeProperties"]["ssisProperties"]["catalogInfo"]
            .is_object() =>
        {
            example()
        }
        None => Vec::new(),
    }
}

/// What the last refresh saw, below a path, in pages. Before the first there is nothing to see.
pub fn list(call: &mut Call<'_>, place: &Place) -> Answer {
    enter(call, place, "getObjectMetadata")?;
    let body = if call.request.body.is_empty() {
        json!({})
    } else {
        call.request.json()?
    };
    let cursor = call
        .request
        .query("$skipToken")
        .map(Cursor::parse)
        .transpose()?;
    let path = match &cursor {
        Some(cursor) => cursor.path.clone(),
        None => body["metadataPath"].as_str().unwrap_or_default().to_owned(),
    };
    let (_, runtime) = place.runtime(call)?;
    let nothing = Snapshot {
        taken: String::new(),
        objects: Vec::new(),
    };
    let snapshot = runtime.snapshot.as_ref().unwrap_or(&nothing);
    let found = below(place, &snapshot.objects, &path)?;
    let start = cursor.map_or(0, |cursor| cursor.at);
    let size = call.world.settings.page_size.max(1);
    let mut shown = json!({ "value": found.iter().skip(start).take(size).collect::<Vec<_>>() });
    if found.len() > start + size {
        let next = Cursor {
            path,
            at: start + size,
        };
        shown["nextLink"] = next.link(call, place, &snapshot.taken).into();
    }
    Ok(Reply::ok(&shown))
}

fn enter(call: &mut Call<'_>, place: &Place, action: &str) -> Result<(), Refusal> {
    place.enter(call, &format!("integrationRuntimes/{action}/action"))?;
    settle(call, place);
    let (_, runtime) = place.runtime(call)?;
    match runtime.lifecycle {
        Some(Lifecycle::Started) => Ok(()),
        None => Err(place.bad_request(NOT_PACKAGES)),
        Some(state) => Err(place.bad_request(format!(
            "The integration runtime '{}' is in state '{}'. Start it first.",
            runtime.name,
            super::lifecycle::name(state)
        ))),
    }
}

/// The objects that `path` stands for: all without one, the folders for `ssisFolders`, and below it, by name or id,
/// `ssisFolders/{folder}[/ssisProjects|/ssisEnvironments]` and
/// `ssisFolders/{folder}/ssisProjects/{project}[/ssisPackages]`.
/// Only `ssisFolders` is public; the rest is this emulator's.
fn below<'a>(place: &Place, objects: &'a [Value], path: &str) -> Result<Vec<&'a Value>, Refusal> {
    let all = |kind: &'static str| {
        objects
            .iter()
            .filter(move |object| object["type"].as_str() == Some(kind))
    };
    let unknown = || {
        place.bad_request(format!(
            "The metadata path '{path}' is not valid: it begins with '{FOLDERS}'."
        ))
    };
    let segments: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let [first, rest @ ..] = segments.as_slice() else {
        return Ok(objects.iter().collect());
    };
    if !first.eq_ignore_ascii_case(FOLDERS) {
        return Err(unknown());
    }
    let [folder, rest @ ..] = rest else {
        return Ok(all("Folder").collect());
    };
    let folder = all("Folder")
        .find(|object| is_called(object, folder))
        .ok_or_else(|| place.not_found())?;
    let in_folder = |kind| all(kind).filter(|object| object["folderId"] == folder["id"]);
    let is = |word: &str, name: &str| word.eq_ignore_ascii_case(name);
    match rest {
        [] => Ok(in_folder("Project")
            .chain(in_folder("Environment"))
            .collect()),
        [kind] if is(kind, "ssisProjects") => Ok(in_folder("Project").collect()),
        [kind] if is(kind, "ssisEnvironments") => Ok(in_folder("Environment").collect()),
        [kind, project, rest @ ..]
            if is(kind, "ssisProjects")
                && (rest.is_empty() || (rest.len() == 1 && is(rest[0], "ssisPackages"))) =>
        {
            let project = in_folder("Project")
                .find(|object| is_called(object, project))
                .ok_or_else(|| place.not_found())?;
            Ok(in_folder("Package")
                .filter(|object| object["projectId"] == project["id"])
                .collect())
        }
        _ => Err(unknown()),
    }
}

/// Whether `word` is the object's name or id.
fn is_called(object: &Value, word: &str) -> bool {
    object["id"]
        .as_u64()
        .is_some_and(|id| word.parse() == Ok(id))
        || object["name"]
            .as_str()
            .is_some_and(|name| name.eq_ignore_ascii_case(word))
}

/// Where in a list the next page begins. On the wire it is an address inside a token, as in the specification's
/// example.
struct Cursor {
    path: String,
    at: usize,
}

impl Cursor {
    fn link(&self, call: &Call<'_>, place: &Place, taken: &str) -> String {
        let inner = STANDARD.encode(format!("{}@@{taken}@@{:020}", self.path, self.at));
        let address = format!(
            "https://frontend.azir.example/datafactories/{}/integrationruntimes/{}/getSsisObjectMetadata?\
             $skipToken={inner}&api-version=1.0",
            place.parent,
            place.runtime.to_ascii_uppercase()
        );
        let query = url::form_urlencoded::Serializer::new(String::new())
            .append_pair(
                "api-version",
                call.request.query("api-version").unwrap_or_default(),
            )
            .append_pair("$skipToken", &address)
            .finish();
        format!("{}{}?{query}", call.request.origin, call.request.path())
    }

    fn parse(token: &str) -> Result<Self, Refusal> {
        let inner = token
            .split(['?', '&'])
            .find_map(|pair| pair.strip_prefix("$skipToken="));
        inner
            .and_then(|text| {
                let text = percent_decode_str(text).decode_utf8().ok()?;
                let text = String::from_utf8(STANDARD.decode(text.as_bytes()).ok()?).ok()?;
                let (path, rest) = text.split_once("@@")?;
                let at = rest.rsplit_once("@@")?.1.parse().ok()?;
                Some(Self {
                    path: path.to_owned(),
                    at,
                })
            })
            .ok_or_else(|| {
                Refusal::gateway(
                    400,
                    "InvalidSkipToken",
                    format!("The provided skip token '{token}' is invalid."),
                )
            })
    }
}

/// The catalog that a runtime with a catalog server comes with.
fn example() -> Vec<Value> {
    let parameter = |id: u64, name: &str, kind: &str, default: &str| {
        json!({
            "id": id, "name": name, "description": "", "dataType": kind, "required": false, "sensitive": false,
            "designDefaultValue": default, "defaultValue": default, "valueType": "V", "valueSet": false,
        })
    };
    let package = |id: u64, name: &str, folder: u64, project: u64, version: u64| {
        json!({
            "type": "Package", "id": id, "name": name, "description": "", "folderId": folder, "projectId": project,
            "projectVersion": version, "parameters": [parameter(100 + id, "BatchSize", "Int32", "1000")],
        })
    };
    vec![
        json!({ "type": "Folder", "id": 1, "name": "Sales", "description": "Loads of the sales department" }),
        json!({ "type": "Folder", "id": 2, "name": "Warehouse", "description": "" }),
        json!({
            "type": "Project", "id": 1, "name": "DailyLoad", "description": "", "folderId": 1, "version": 3,
            "environmentRefs": [{
                "id": 1, "environmentFolderName": "Sales", "environmentName": "Production", "referenceType": "A",
            }],
            "parameters": [{
                "id": 1, "name": "ServerName", "description": "Where the data is", "dataType": "String",
                    "required": true,
                "sensitive": false, "designDefaultValue": "localhost", "valueType": "R", "valueSet": true,
                    "variable": "Server",
            }],
        }),
        json!({
            "type": "Project", "id": 2, "name": "Reports", "description": "", "folderId": 2, "version": 1,
            "environmentRefs": [], "parameters": [],
        }),
        package(1, "Extract.dtsx", 1, 1, 3),
        package(2, "Load.dtsx", 1, 1, 3),
        package(3, "Monthly.dtsx", 2, 2, 1),
        json!({
            "type": "Environment", "id": 1, "name": "Production", "description": "", "folderId": 1,
            "variables": [
                { "id": 1, "name": "Server", "description": "", "dataType": "String", "sensitive": false,
                    "value": "sql.example" },
                // The value of a sensitive parameter is not shown.
                { "id": 2, "name": "Password", "description": "", "dataType": "String", "sensitive": true },
            ],
        }),
    ]
}
