//! Linked integration runtimes whose owners are in view: which ones are asked, and what their answers mean.

use azir_core::fleet::{
    checks::{CheckOptions, check},
    finding::Finding,
    record::Fleet,
    survey::Options,
};
use serde_json::json;
use time::macros::datetime;

use super::world::{OTHER, Surveyed, World, count, factory, survey};
use crate::support::{Answer, SUBSCRIPTION, Script, Sent, fails, ok};

const CONTRIBUTOR: &str = "B24988AC-6180-42a0-ab88-20f7382dd24c";
const READER: &str = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
const GRAPH: &str = "/Microsoft.ResourceGraph/resources";
const STATUS: &str = "guest/integrationRuntimes/linked/getStatus";

fn options() -> Options {
    Options {
        status: true,
        link_access: true,
        ..Options::default()
    }
}

fn owner() -> String {
    format!("{}/integrationRuntimes/shared", factory(OTHER, "owner"))
}

/// A factory with a linked integration runtime, and one with the shared one.
fn world(assignments: &[(&str, &str)]) -> World {
    let guest = factory(SUBSCRIPTION, "guest");
    let mut world = World::default()
        .with(SUBSCRIPTION, "guest", &["own"])
        .with(OTHER, "owner", &["shared"])
        .link(&guest, "linked", &owner());
    let all = assignments.iter().map(|(scope, role)| {
        let principal = "identity-of-guest".to_owned();
        ((*scope).to_owned(), principal, (*role).to_owned())
    });
    world.assignments = Some(all.collect());
    world
}

fn refusal() -> Vec<Answer> {
    let words = "Access denied. Unable to access shared integration runtime 'shared'.";
    vec![fails(401, "UnauthorizedIntegrationRuntimeAccess", words)]
}

async fn surveyed(world: World) -> (Script, Surveyed) {
    let script = world.script();
    let own = survey(&script, json!({}), &options()).await;
    own.outcome.as_ref().unwrap();
    (script, own)
}

fn codes(own: &Surveyed) -> Vec<&'static str> {
    let now = datetime!(2001-09-09 2:00 UTC);
    check(&own.fleet, &CheckOptions::default(), now)
        .iter()
        .filter(|own| own.runtime.as_deref() == Some("linked"))
        .map(|own| own.rule.code)
        .collect()
}

#[tokio::test]
async fn a_role_that_is_seen_costs_one_query() {
    let group = format!("/subscriptions/{OTHER}/resourceGroups/RG");
    let subscription = format!("/subscriptions/{OTHER}");
    for scope in [
        owner().as_str(),
        &factory(OTHER, "owner"),
        &group,
        &subscription,
        "/",
    ] {
        let world = world(&[(scope, CONTRIBUTOR)]).plant(STATUS, refusal());
        let (script, own) = surveyed(world).await;
        assert_eq!(count(&script, STATUS), 0, "{scope}");
        assert_eq!(count(&script, GRAPH), 2, "{scope}");
        assert!(own.fleet.unreadable.is_empty(), "{scope}");
        assert_eq!(own.fleet.grants.as_ref().unwrap().len(), 1, "{scope}");
        let query = script
            .sent()
            .iter()
            .filter(|sent| sent.path.ends_with(GRAPH))
            .map(Sent::json)
            .find(|body| body["query"].as_str().unwrap().starts_with("auth"))
            .unwrap();
        assert_eq!(
            query["options"]["authorizationScopeFilter"],
            "AtScopeAboveAndBelow"
        );
        assert_eq!(query["subscriptions"], json!([OTHER]));
    }
}

#[tokio::test]
async fn who_has_no_role_that_is_seen_is_asked_once() {
    let elsewhere = format!("/subscriptions/{SUBSCRIPTION}/resourceGroups/rg");
    let management = "/providers/Microsoft.Management/managementGroups/mg";
    for (scope, role) in [
        (owner().as_str(), READER),
        (elsewhere.as_str(), CONTRIBUTOR),
        (management, CONTRIBUTOR),
    ] {
        let (script, own) = surveyed(world(&[(scope, role)]).plant(STATUS, refusal())).await;
        assert_eq!(count(&script, STATUS), 1, "{scope}");
        assert_eq!(codes(&own), ["AZIR303"], "{scope}");
        // Whoever is accepted has the role from somewhere.
        let (script, own) = surveyed(world(&[(scope, role)])).await;
        assert_eq!(count(&script, STATUS), 1, "{scope}");
        assert!(own.fleet.unreadable.is_empty());
        let linked = own.fleet.runtimes.iter().find(|own| own.name == "linked");
        assert!(!linked.unwrap().has_status && linked.unwrap().nodes.is_empty());
        assert!(!codes(&own).contains(&"AZIR303"));
    }
}

/// The finding about a link that the service refuses.
fn refused_link(fleet: &Fleet) -> Finding {
    let found = check(
        fleet,
        &CheckOptions::default(),
        datetime!(2001-09-09 2:00 UTC),
    );
    let own = found.into_iter().find(|own| own.rule.code == "AZIR303");
    own.unwrap()
}

/// The service looks at the identity of the credential, so the role of the factory's own identity says nothing.
#[tokio::test]
async fn a_link_with_a_credential_is_judged_by_its_identity() {
    const CREDENTIAL: &str = "GET /subscriptions/33333333-3333-4333-8333-333333333333/resourceGroups/rg/providers/\
                              Microsoft.DataFactory/factories/guest/credentials/cred";
    let guest = factory(SUBSCRIPTION, "guest");
    let credential = |id: &str| {
        ok(
            json!({"name": "cred", "properties": {"type": "ManagedIdentity", "typeProperties": {"resourceId": id}}}),
        )
    };
    let with = |principal: &str, answer: Answer| {
        let mut world = world(&[]).with_credential(&guest, "cred");
        world.assignments = Some(vec![(owner(), principal.into(), CONTRIBUTOR.into())]);
        world.plant(CREDENTIAL, vec![answer])
    };
    // The role of its identity is seen.
    let (script, own) = surveyed(with("user-identity", credential("/identities/one"))).await;
    assert_eq!(
        (count(&script, STATUS), count(&script, "credentials")),
        (0, 1)
    );
    assert!(codes(&own).is_empty(), "{:?}", codes(&own));
    // Only the factory has a role: the linked one is asked, and the next step is about the other identity.
    let world = with("identity-of-guest", credential("/identities/one")).plant(STATUS, refusal());
    let (script, own) = surveyed(world).await;
    assert_eq!(count(&script, STATUS), 1);
    let refused = refused_link(&own.fleet);
    assert!(
        refused
            .message
            .contains("Grant the identity of credential 'cred' of data factory 'guest'"),
        "{}",
        refused.message
    );
    let fix = refused.fix.as_deref().unwrap();
    assert!(fix.contains("-ObjectId 'user-identity'"), "{fix}");
    // What stands behind the credential cannot be read: its answer decides, and no other identity is named.
    for answer in [
        credential("/identities/two"),
        fails(403, "AuthorizationFailed", "No."),
    ] {
        let world = with("identity-of-guest", answer).plant(STATUS, refusal());
        let (script, own) = surveyed(world).await;
        assert_eq!(count(&script, STATUS), 1);
        let refused = refused_link(&own.fleet);
        assert!(
            !refused.fix.as_deref().unwrap().contains("identity-of"),
            "{refused:?}"
        );
    }
}

#[tokio::test]
async fn a_state_says_it_too() {
    let denied = ok(
        json!({"name": "shared", "properties": {"type": "SelfHosted", "state": "AccessDenied",
        "typeProperties": {}}}),
    );
    let world = world(&[("/subscriptions/x", CONTRIBUTOR)]).plant(STATUS, vec![denied]);
    let (_, own) = surveyed(world).await;
    assert_eq!(codes(&own), ["AZIR303"]);
}

#[tokio::test]
async fn where_no_assignment_is_seen_nothing_more_is_asked() {
    let (script, own) = surveyed(world(&[]).plant(STATUS, refusal())).await;
    assert_eq!(count(&script, STATUS), 0);
    assert!(own.fleet.grants.is_none() && own.fleet.unreadable.is_empty());
    let said = own.messages("verbose");
    assert!(
        said.iter()
            .any(|text| text.starts_with("No role assignment can be seen")),
        "{said:?}"
    );
    // Others have roles, so those of this one would be seen.
    let mut others = world(&[]).plant(STATUS, refusal());
    others.assignments = Some(vec![("/x".into(), "other".into(), READER.into())]);
    let (script, own) = surveyed(others).await;
    assert_eq!(count(&script, STATUS), 1);
    assert_eq!(codes(&own), ["AZIR303"]);
}

#[tokio::test]
async fn a_query_that_is_refused_is_no_finding() {
    let mut answers = vec![ok(json!({"resultTruncated": "false", "data": [
        super::world::row(&factory(SUBSCRIPTION, "guest")), super::world::row(&factory(OTHER, "owner"))]}))];
    answers.push(fails(403, "AuthorizationFailed", "May not."));
    let world = world(&[]).plant(GRAPH, answers).plant(STATUS, refusal());
    let (script, own) = surveyed(world).await;
    assert_eq!(count(&script, STATUS), 0);
    assert!(own.fleet.unreadable.is_empty() && own.fleet.complete);
    assert!(
        own.messages("verbose")
            .iter()
            .any(|text| text.contains("role assignments of linked")),
    );
}

#[tokio::test]
async fn nothing_is_asked_where_nothing_is_linked() {
    let mut world = World::default().with(SUBSCRIPTION, "adf", &["ir"]);
    world.assignments = Some(Vec::new());
    let (script, own) = surveyed(world).await;
    assert_eq!(count(&script, GRAPH), 1);
    assert!(own.fleet.grants.is_none());
}

#[tokio::test]
async fn one_that_is_removed_meanwhile_is_no_finding() {
    let gone = vec![fails(404, "IntegrationRuntimeNotFound", "Gone.")];
    let world = world(&[("/subscriptions/x", CONTRIBUTOR)]).plant(STATUS, gone);
    let (_, own) = surveyed(world).await;
    assert!(own.fleet.unreadable.is_empty());
}

/// The role of its factory is what is left of a linked integration runtime that a self-hosted one replaced.
#[tokio::test]
async fn a_replaced_one_is_found_by_one_query_more() {
    let empty = || {
        ok(
            json!({"name": "shared", "properties": {"type": "SelfHosted", "dataFactoryName": "guest",
            "state": "NeedRegistration", "typeProperties": {"links": [], "nodes": []}}}),
        )
    };
    let world = |name: &str, granted: bool| {
        let mut world = World::default()
            .with(SUBSCRIPTION, "guest", &[name])
            .with(OTHER, "owner", &["shared"])
            .plant(
                &format!("guest/integrationRuntimes/{name}/getStatus"),
                vec![empty()],
            );
        let grant = (owner(), "identity-of-guest".into(), CONTRIBUTOR.into());
        world.assignments = Some(granted.then_some(grant).into_iter().collect());
        world
    };
    let fixes = |own: &Surveyed| -> Vec<String> {
        let now = datetime!(2001-09-09 2:00 UTC);
        check(&own.fleet, &CheckOptions::default(), now)
            .into_iter()
            .filter(|own| own.rule.code == "AZIR209")
            .filter_map(|own| own.fix)
            .collect()
    };
    let (script, own) = surveyed(world("shared", true)).await;
    assert_eq!(count(&script, GRAPH), 2);
    let fix = format!(
        "Repair-AzIntegrationRuntimeShare -ResourceId '{}' -With '{}' -Name 'shared'",
        owner().replace("integrationRuntimes", "integrationruntimes"),
        factory(SUBSCRIPTION, "guest")
    );
    assert_eq!(fixes(&own), [fix]);
    let (script, own) = surveyed(world("shared", false)).await;
    assert_eq!(count(&script, GRAPH), 2);
    assert!(own.fleet.grants.is_none());
    assert!(fixes(&own)[0].starts_with("Get-AzDataFactoryV2IntegrationRuntimeKey"));
    // Another name: no role can show it, so nothing is asked.
    let (script, _) = surveyed(world("own", true)).await;
    assert_eq!(count(&script, GRAPH), 1);
}
