//! What brings live integration runtimes to the files.

use std::{
    path::Path,
    sync::{Arc, Mutex},
};

use serde_json::{Map, Value, json};

use super::{Folder, HUB, linked};
use crate::support::{Answer, Said, Script, Sent, fails, ok, run_request, signed_in};

/// A service that stores integration runtimes.
#[derive(Clone, Default)]
struct Service(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    live: Map<String, Value>,
    statuses: Map<String, Value>,
    refuses: Vec<&'static str>,
    /// What happens between the first reads and the writes.
    meanwhile: Option<fn(&mut Map<String, Value>)>,
}

impl Service {
    fn of(all: &[(&str, Value)]) -> Self {
        let own = Self::default();
        for (name, properties) in all {
            own.0
                .lock()
                .unwrap()
                .live
                .insert((*name).to_owned(), document(name, properties, 1));
        }
        own
    }

    fn properties(&self, name: &str) -> Option<Value> {
        let state = self.0.lock().unwrap();
        state.live.get(name).map(|own| own["properties"].clone())
    }

    fn answer(&self, sent: &Sent) -> Answer {
        let mut state = self.0.lock().unwrap();
        let path = sent.path.split('?').next().unwrap_or_default().to_owned();
        let parts: Vec<&str> = path.split('/').collect();
        let last = parts.last().copied().unwrap_or_default();
        if last.eq_ignore_ascii_case("integrationRuntimes") {
            let all: Vec<Value> = state.live.values().cloned().collect();
            if let Some(meanwhile) = state.meanwhile.take() {
                meanwhile(&mut state.live);
            }
            return ok(json!({ "value": all }));
        }
        if last.eq_ignore_ascii_case("linkedservices") {
            return ok(json!({"value": [{"id": "i", "name": "sql-gone",
                "properties": {"connectVia": {"referenceName": "ir-gone"}}}]}));
        }
        if last == "getStatus" {
            let name = parts[parts.len() - 2];
            return match state.statuses.get(name) {
                Some(details) => ok(
                    json!({"name": name, "properties": {"type": "SelfHosted", "state": "Online",
                    "typeProperties": details}}),
                ),
                None => fails(403, "AuthorizationFailed", "no"),
            };
        }
        if parts[parts.len() - 2].eq_ignore_ascii_case("factories") {
            return ok(json!({"id": "x", "name": last, "properties": {},
                "identity": {"principalId": "p", "tenantId": "t"}}));
        }
        let now = state.live.get(last).cloned();
        match sent.method.as_str() {
            "GET" => match now {
                Some(now) => ok(now),
                None => fails(404, "IntegrationRuntimeNotFound", "not found"),
            },
            _ if state.refuses.contains(&last) => fails(409, "Conflict", "it is in use"),
            "PUT" => {
                let version = now.as_ref().and_then(|own| own["etag"].as_str());
                if sent
                    .header("if-match")
                    .is_some_and(|own| Some(own) != version)
                {
                    return fails(412, "PreconditionFailed", "another version");
                }
                let stored = document(last, &sent.json()["properties"], 2);
                state.live.insert(last.to_owned(), stored.clone());
                ok(stored)
            }
            _ => {
                state.live.remove(last);
                Answer::Reply(200, vec![], String::new())
            }
        }
    }

    async fn publish(&self, folder: &Path, more: Value, answers: &[bool]) -> (Said, Vec<Sent>) {
        let service = self.clone();
        let script = Script::routed(move |sent| service.answer(sent));
        let mut request = json!({"operation": "desired.publish", "verbose": true, "arguments": {"Path": folder,
            "ResourceGroupName": "rg", "DataFactoryName": "adf-prod", "Confirm": false}});
        for (name, value) in more.as_object().unwrap() {
            if value.is_null() {
                request["arguments"].as_object_mut().unwrap().remove(name);
            } else if name == "whatIf" {
                request[name] = value.clone();
            } else {
                request["arguments"][name] = value.clone();
            }
        }
        let said = run_request(&signed_in(&script), &request, b"", answers).await;
        (said, script.sent())
    }
}

fn document(name: &str, properties: &Value, version: u8) -> Value {
    json!({"id": format!("/x/{name}"), "name": name, "etag": format!("v{version}"), "properties": properties})
}

fn files(all: &[(&str, Value)]) -> Folder {
    let folder = Folder::new();
    for (name, properties) in all {
        folder.write(
            &format!("integrationRuntime/{name}.json"),
            json!({"name": name, "properties": properties}).to_string(),
        );
    }
    folder
}

/// A managed one that can refer to a self-hosted one.
fn managed(description: &str) -> Value {
    json!({"type": "Managed", "description": description})
}

fn own(description: &str) -> Value {
    json!({"type": "SelfHosted", "description": description})
}

fn writes(sent: &[Sent]) -> Vec<String> {
    sent.iter()
        .filter(|own| own.method == "PUT" || own.method == "DELETE")
        .map(|own| {
            let path = own.path.split('?').next().unwrap_or_default();
            let name = path.rsplit('/').next().unwrap_or_default();
            let version = own.header("if-match").unwrap_or("-");
            format!("{} {name} {version}", own.method)
        })
        .collect()
}

#[tokio::test]
async fn what_others_refer_to_is_written_first_and_removed_last() {
    let link = linked(HUB);
    let folder = files(&[
        ("a-managed", managed("new")),
        (
            "b-linked",
            json!({"type": "SelfHosted", "description": "new", "typeProperties": link["typeProperties"]}),
        ),
        ("c-own", own("new")),
        ("d-own", own("new")),
    ]);
    let service = Service::of(&[
        ("a-managed", managed("old")),
        ("b-linked", link),
        ("c-own", own("old")),
        ("d-own", own("old")),
        ("e-own", own("old")),
        ("f-managed", managed("old")),
    ]);
    service
        .0
        .lock()
        .unwrap()
        .statuses
        .insert("e-own".into(), json!({"nodes": []}));
    let (said, sent) = service
        .publish(folder.path(), json!({"Prune": true, "Force": true}), &[])
        .await;
    assert_eq!(said.messages("error"), Vec::<String>::new());
    let order: Vec<String> = writes(&sent)
        .iter()
        .map(|own| own.split(' ').nth(1).unwrap().to_owned())
        .collect();
    let (mut first, rest) = (order[..2].to_vec(), &order[2..]);
    first.sort();
    assert_eq!(first, ["c-own", "d-own"]);
    assert_eq!(rest, ["b-linked", "a-managed", "f-managed", "e-own"]);
}

#[tokio::test]
async fn what_differs_is_written_with_its_version_and_a_second_run_only_reads() {
    let managed = |nodes: u8| {
        json!({"type": "Managed", "typeProperties": {"computeProperties":
        {"location": "West Europe", "numberOfNodes": nodes}}})
    };
    let service = Service::of(&[
        ("ir-same", own("s")),
        ("ir-ssis", managed(1)),
        ("ir-other", own("not in the files")),
    ]);
    let folder = files(&[
        ("ir-new", own("n")),
        ("ir-same", own("s")),
        ("ir-ssis", managed(2)),
    ]);
    let (said, sent) = service
        .publish(folder.path(), json!({}), &[true, true])
        .await;
    assert_eq!(said.messages("error"), Vec::<String>::new());
    assert_eq!(writes(&sent), ["PUT ir-new -", "PUT ir-ssis v1"]);
    assert_eq!(service.properties("ir-new"), Some(own("n")));
    let object = said.objects.concat();
    assert_eq!(object.matches("Outcome='Done'").count(), 2, "{object}");
    assert_eq!(object.matches("Outcome='Unchanged'").count(), 1, "{object}");
    let (said, sent) = service.publish(folder.path(), json!({}), &[]).await;
    assert_eq!(said.messages("error"), Vec::<String>::new());
    assert_eq!(said.questions(), Vec::<String>::new());
    assert!(sent.iter().all(|own| own.method == "GET"), "{sent:?}");
}

#[tokio::test]
async fn what_would_cut_off_is_refused_and_the_others_go_on() {
    let hub = linked(HUB);
    let service = Service::of(&[
        ("ir-linked", hub.clone()),
        ("ir-shared", own("s")),
        ("ir-empty", own("e")),
        ("ir-moved", hub.clone()),
        ("ir-type", json!({"type": "Managed"})),
        ("ir-west", own("East")),
    ]);
    let status = json!({"nodes": [{"nodeName": "N1", "status": "Online"}],
        "links": [{"name": "ir-b", "dataFactoryName": "adf-b"}]});
    {
        let mut state = service.0.lock().unwrap();
        state.statuses.insert("ir-shared".into(), status);
        state.statuses.insert("ir-empty".into(), json!({}));
    }
    let folder = files(&[
        ("ir-linked", own("l")),
        ("ir-shared", hub.clone()),
        ("ir-empty", hub.clone()),
        ("ir-moved", linked(&HUB.replace("ir-hub", "ir-dev"))),
        ("ir-type", own("t")),
        ("ir-west", own("West")),
    ]);
    let (said, sent) = service.publish(folder.path(), json!({}), &[true]).await;
    assert_eq!(writes(&sent), ["PUT ir-west v1"]);
    let error = said.error();
    assert!(
        error.starts_with(
            "5 of 6 integration runtimes of data factory 'adf-prod' are not as the files say; 1 were written"
        ),
        "{error}"
    );
    for wanted in [
        "ir-linked (ReplaceLinked, Refused)",
        "ir-shared (ReplaceShared, Refused)",
        "ir-empty (ReplaceShared, Refused)",
        "ir-moved (Relink, Refused)",
        "ir-type (ReplaceType, Refused)",
        "adf-b/ir-b loses its nodes",
    ] {
        assert!(error.contains(wanted), "{wanted}: {error}");
    }
    let frame = said
        .frames
        .iter()
        .find(|own| own["frame"] == "error")
        .unwrap();
    assert_eq!(frame["terminating"], true, "{frame}");
    assert_eq!(service.properties("ir-linked"), Some(hub));
}

#[tokio::test]
async fn a_failure_and_a_lost_race_do_not_stop_the_others() {
    let service = Service::of(&[("ir-a", own("a")), ("ir-b", own("b")), ("ir-c", own("c"))]);
    {
        let mut state = service.0.lock().unwrap();
        state.refuses.push("ir-a");
        state.meanwhile = Some(|live| {
            live["ir-b"] = document("ir-b", &own("of another writer"), 7);
            live.insert("ir-d".into(), document("ir-d", &own("also"), 7));
        });
    }
    let folder = files(&[
        ("ir-a", own("1")),
        ("ir-b", own("2")),
        ("ir-c", own("3")),
        ("ir-d", own("4")),
    ]);
    let (said, _) = service
        .publish(folder.path(), json!({}), &[true, true, true, true])
        .await;
    let error = said.error();
    assert!(error.starts_with("3 of 4"), "{error}");
    assert!(
        error.contains("ir-a (Change, Failed): The service refused it: it is in use (Conflict)"),
        "{error}"
    );
    assert!(
        error.contains("ir-d (Create, Failed): Integration runtime 'ir-d'"),
        "{error}"
    );
    assert!(
        error.contains("ir-b (Change, Failed): Integration runtime 'ir-b'"),
        "{error}"
    );
    assert!(error.contains("was changed by another writer"), "{error}");
    assert_eq!(service.properties("ir-b"), Some(own("of another writer")));
    assert_eq!(service.properties("ir-c"), Some(own("3")));
    assert_eq!(service.properties("ir-d"), Some(own("also")));
}

#[tokio::test]
async fn nothing_is_removed_without_prune_and_nothing_shared_with_it() {
    let service = Service::of(&[
        ("ir-keep", own("k")),
        ("ir-gone", own("g")),
        ("ir-shared", own("s")),
        ("ir-dark", own("d")),
        ("ir-azure", json!({"type": "Managed"})),
        ("AutoResolveIntegrationRuntime", json!({"type": "Managed"})),
    ]);
    {
        let mut state = service.0.lock().unwrap();
        state.statuses.insert(
            "ir-gone".into(),
            json!({"nodes": [{"nodeName": "N1", "status": "Online"}]}),
        );
        state.statuses.insert(
            "ir-shared".into(),
            json!({"links": [{"name": "ir-b", "dataFactoryName": "adf-b"}]}),
        );
    }
    let folder = files(&[("ir-keep", own("k"))]);
    let (said, sent) = service.publish(folder.path(), json!({}), &[]).await;
    assert_eq!(said.messages("error"), Vec::<String>::new());
    assert_eq!(writes(&sent), Vec::<String>::new());

    let asked = json!({"Prune": true, "Confirm": null});
    let (said, sent) = service
        .publish(folder.path(), asked, &[true, true, false])
        .await;
    assert_eq!(writes(&sent), Vec::<String>::new());
    let question = said.questions().pop().unwrap();
    assert!(
        question.contains("  ir-gone (nodes online: N1; linked services: sql-gone)"),
        "{question}"
    );
    assert!(!question.contains("ir-shared"), "{question}");

    let (said, sent) = service
        .publish(
            folder.path(),
            json!({"Prune": true, "Force": true}),
            &[true, true],
        )
        .await;
    assert_eq!(writes(&sent), ["DELETE ir-azure -", "DELETE ir-gone -"]);
    let error = said.error();
    assert!(
        error.contains(
            "'ir-shared' of data factory 'adf-prod' is not removed: it is shared with adf-b/ir-b"
        ),
        "{error}"
    );
    assert!(
        error.contains("'ir-dark' of data factory 'adf-prod' is not removed: its links could not")
    );
}

#[tokio::test]
async fn files_that_cannot_be_read_protect_what_they_may_be_about() {
    let service = Service::of(&[("ir-a", own("a")), ("ir-b", own("b"))]);
    let folder = files(&[("ir-b", own("b"))]);
    let prune = || json!({"Prune": true, "Force": true});
    folder.write("integrationRuntime/ir-a.json", "{");
    let (said, sent) = service.publish(folder.path(), prune(), &[]).await;
    assert!(
        said.error().contains("ir-a (Unknown, Refused)"),
        "{}",
        said.error()
    );
    assert_eq!(writes(&sent), Vec::<String>::new());

    let empty = Folder::new();
    empty.write("pipeline/p.json", "{}");
    let (said, sent) = service.publish(empty.path(), prune(), &[]).await;
    assert!(
        said.error().contains("-Prune would remove all"),
        "{}",
        said.error()
    );
    assert!(sent.is_empty(), "{sent:?}");
}

#[tokio::test]
async fn what_if_shows_the_changes_and_sends_requests_that_only_read() {
    let service = Service::of(&[("ir-a", own("old")), ("ir-b", own("b"))]);
    let folder = files(&[
        ("ir-a", own("new")),
        ("ir-b", own("other")),
        ("ir-c", own("c")),
    ]);
    let more = json!({"whatIf": true, "Name": ["ir-a", "*-c"]});
    let (said, sent) = service.publish(folder.path(), more, &[false, false]).await;
    assert_eq!(said.messages("error"), Vec::<String>::new());
    assert_eq!(writes(&sent), Vec::<String>::new());
    let shown = said.messages("information");
    assert_eq!(shown.len(), 2, "{shown:?}");
    assert!(
        shown[0].contains("~ Description: 'old' -> 'new'"),
        "{}",
        shown[0]
    );
    assert!(shown[1].contains("would be created"), "{}", shown[1]);
    assert_eq!(
        said.objects
            .concat()
            .matches("Outcome='NotConfirmed'")
            .count(),
        2
    );
}

#[tokio::test]
async fn a_mask_in_a_file_keeps_the_secret_and_never_becomes_one() {
    let ssis = |nodes: u8| {
        json!({"type": "Managed", "typeProperties": {"computeProperties": {"numberOfNodes": nodes}, "ssisProperties":
            {"catalogInfo": {"catalogAdminPassword": {"type": "SecureString", "value": "**********"}}}}})
    };
    let service = Service::of(&[("ir-a", ssis(1))]);
    let folder = files(&[("ir-a", ssis(2)), ("ir-b", ssis(2))]);
    let (said, sent) = service.publish(folder.path(), json!({}), &[true]).await;
    assert_eq!(writes(&sent), ["PUT ir-a v1"]);
    assert_eq!(service.properties("ir-a"), Some(ssis(2)));
    let error = said.error();
    assert!(
        error.contains("'ir-b' has no secret for properties.typeProperties.ssis"),
        "{error}"
    );
}
