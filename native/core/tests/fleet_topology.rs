//! The picture of a fleet: what it shows, how it folds, and that every form draws it.

use azir_core::fleet::{
    record::{Fleet, Grant},
    topology::{
        Form, State, Topology,
        view::{Detail, Meaning, View, view},
        write,
    },
};

use crate::support::fleets;

fn row<'a>(view: &'a View, parent: &str, name: &str) -> &'a azir_core::fleet::topology::view::Row {
    view.boxes()
        .find(|own| own.title == parent)
        .and_then(|own| own.rows.iter().find(|own| own.title == name))
        .unwrap_or_else(|| panic!("{parent} {name}"))
}

#[test]
fn the_picture_has_what_is_broken() {
    let (fleet, findings) = fleets::company();
    let topology = Topology::of(&fleet, &findings);
    let own = view(&topology, None);
    assert_eq!(own.detail, Some(Detail::Node));
    assert_eq!(own.subscriptions.len(), 4);
    let shared = row(&own, "adf-shared-runtimes", "ir-onprem-shared");
    assert_eq!(shared.state, State::Error);
    let states: Vec<State> = shared.nodes.iter().map(|own| own.0).collect();
    assert_eq!(
        states,
        [State::Good, State::Good, State::Error, State::Good]
    );
    assert_eq!(
        row(&own, "adf-shared-runtimes", "ir-sap").state,
        State::Warning
    );
    assert_eq!(row(&own, "syn-ledger-prod", "ir-ledger").state, State::Good);
    // The owner that is gone is a box of its own.
    let gone = own.boxes().find(|own| own.title == "adf-retired").unwrap();
    assert!(gone.outside);
    assert_eq!(gone.rows[0].tag, "gone");
    let lines: Vec<(&str, &str, State, usize)> = own
        .lines
        .iter()
        .map(|line| {
            (
                own.at(line.from).title.as_str(),
                own.at(line.to).title.as_str(),
                line.state,
                line.without_grant,
            )
        })
        .collect();
    assert_eq!(lines.len(), 7);
    assert!(lines.contains(&("adf-sandbox-mara", "adf-retired", State::Error, 1)));
    assert!(lines.contains(&("adf-planning-prod", "adf-shared-runtimes", State::Error, 1)));
    assert!(lines.contains(&("adf-crm-prod", "adf-shared-runtimes", State::Good, 0)));
}

#[test]
fn states_count_without_findings() {
    let (fleet, _) = fleets::company();
    let own = view(&Topology::of(&fleet, &[]), None);
    assert_eq!(
        row(&own, "adf-plant-essen", "ir-mes-essen").state,
        State::Error
    );
    assert_eq!(
        row(&own, "adf-shared-runtimes", "ir-sap").state,
        State::Good
    );
}

#[test]
fn a_role_without_a_link_is_a_line_of_its_own() {
    let (mut fleet, findings) = fleets::company();
    let scope = fleet.runtimes[0].id.to_uppercase();
    fleet.grants.as_mut().unwrap().extend([
        Grant {
            scope: scope.clone(),
            principal_id: "PRINCIPAL-OF-adf-plant-essen".into(),
            role_id: "r".into(),
        },
        Grant {
            scope,
            principal_id: "someone-else".into(),
            role_id: "r".into(),
        },
    ]);
    let topology = Topology::of(&fleet, &findings);
    let own = view(&topology, None);
    let grants: Vec<_> = own
        .lines
        .iter()
        .filter(|own| own.meaning == Meaning::Grant)
        .collect();
    let [grant] = grants.as_slice() else {
        panic!("{grants:?}");
    };
    assert_eq!(own.at(grant.from).title, "adf-plant-essen");
    assert_eq!(own.at(grant.to).title, "adf-shared-runtimes");
    assert_eq!(topology.runtimes[0].outside_grants, 1);
    let svg = write(Form::Svg, &topology, "t", None);
    assert!(svg.contains("role assignment without a link to adf-shared-runtimes"));
    fleet.grants = None;
    let topology = Topology::of(&fleet, &findings);
    assert!(topology.links.iter().all(|own| own.granted.is_none()));
}

#[test]
fn a_large_fleet_folds_and_keeps_what_is_broken() {
    for (runtimes, wanted) in [
        (200, Detail::Runtime),
        (1000, Detail::Broken),
        (4000, Detail::Parent),
        (20_000, Detail::Group),
    ] {
        let (fleet, findings) = fleets::large(runtimes, false);
        let topology = Topology::of(&fleet, &findings);
        let own = view(&topology, None);
        assert_eq!(own.detail, Some(wanted), "{runtimes}");
        if wanted < Detail::Group {
            // Each offline node is in a row that says so.
            let rows = own
                .boxes()
                .flat_map(|own| &own.rows)
                .filter(|own| own.state == State::Error);
            let broken = (0..runtimes).filter(|at| at % 25 == 7).count();
            assert_eq!(rows.count(), broken, "{runtimes}");
        }
        let all: usize = own.boxes().count();
        assert!(all <= 1500, "{runtimes}: {all}");
    }
}

#[test]
fn every_box_and_line_is_drawn_and_nothing_overlaps() {
    for (runtimes, detail) in [
        (60, None),
        (300, None),
        (1000, None),
        (3000, None),
        (300, Some(Detail::Node)),
    ] {
        let (fleet, findings) = fleets::large(runtimes, false);
        let topology = Topology::of(&fleet, &findings);
        let view = view(&topology, detail);
        let svg = write(Form::Svg, &topology, "t", detail);
        let document = roxmltree::Document::parse(&svg).unwrap();
        let root = document.root_element();
        let number = |text: &str| text.parse::<f64>().unwrap();
        let size = |name: &str| number(root.attribute(name).unwrap());
        let boxes: Vec<(f64, f64, f64, f64)> = document
            .descendants()
            .filter(|own| {
                own.attribute("class")
                    .is_some_and(|own| own.starts_with("box "))
            })
            .map(|own| {
                let place = own.attribute("transform").unwrap();
                let place = place.trim_start_matches("translate(").trim_end_matches(')');
                let (x, y) = place.split_once(' ').unwrap();
                let body = own
                    .children()
                    .find(|own| own.attribute("class") == Some("body"))
                    .unwrap();
                let extent = |name: &str| number(body.attribute(name).unwrap());
                (number(x), number(y), extent("width"), extent("height"))
            })
            .collect();
        assert_eq!(boxes.len(), view.boxes().count());
        for (at, own) in boxes.iter().enumerate() {
            assert!(own.0 >= 0.0 && own.0 + own.2 <= size("width"), "{own:?}");
            assert!(own.1 >= 0.0 && own.1 + own.3 <= size("height"), "{own:?}");
            for other in &boxes[at + 1..] {
                let apart = own.0 + own.2 <= other.0
                    || other.0 + other.2 <= own.0
                    || own.1 + own.3 <= other.1
                    || other.1 + other.3 <= own.1;
                assert!(apart, "{own:?} {other:?}");
            }
        }
        let lines = document
            .descendants()
            .filter(|own| own.has_tag_name("path") && own.attribute("marker-end").is_some())
            .count();
        // One more in the legend.
        assert_eq!(lines, view.lines.len() + 1);
        let ratio = size("width") / size("height");
        assert!((0.4..4.0).contains(&ratio), "{runtimes}: {ratio}");
    }
}

#[test]
fn mermaid_gets_no_more_than_it_takes() {
    for runtimes in [30, 1000, 5000] {
        let (fleet, findings) = fleets::large(runtimes, true);
        let topology = Topology::of(&fleet, &findings);
        let text = write(Form::Mermaid, &topology, "t", None);
        assert!(text.starts_with("flowchart RL\n"));
        assert!(text.chars().count() < 50_000, "{runtimes}: {}", text.len());
        assert_eq!(
            text.lines()
                .filter(|own| own.starts_with("subgraph "))
                .count(),
            text.lines().filter(|own| *own == "end").count()
        );
        let markdown = write(Form::Markdown, &topology, "t", None);
        assert!(markdown.contains("```mermaid\nflowchart RL\n"));
    }
}

#[test]
fn links_in_rings_and_to_the_same_factory_are_drawn() {
    let (mut fleet, _) = fleets::large(40, false);
    let ids: Vec<String> = fleet.runtimes.iter().map(|own| own.id.clone()).collect();
    // Factories that share with each other, and a ring.
    for (from, to) in [(9, 10), (19, 20), (29, 30), (39, 0), (8, 11), (18, 1)] {
        fleet.runtimes[from].kind = "Linked".into();
        fleet.runtimes[from].linked_to = Some(ids[to].clone());
    }
    fleet.runtimes[5].linked_to = Some(ids[5].clone());
    let topology = Topology::of(&fleet, &[]);
    for detail in Detail::ALL {
        let svg = write(Form::Svg, &topology, "t", Some(detail.0));
        roxmltree::Document::parse(&svg).unwrap();
    }
    let odd = Fleet {
        runtimes: fleet.runtimes[..3].to_vec(),
        ..Fleet::default()
    };
    // Without its parent, an integration runtime is outside of the view.
    assert!(Topology::of(&odd, &[]).parents[0].outside);
}

#[test]
fn a_link_with_a_credential_is_drawn_by_the_role_of_its_identity() {
    let (mut fleet, _) = fleets::company();
    let granted = |fleet: &Fleet| {
        let topology = Topology::of(fleet, &[]);
        let all = topology
            .links
            .iter()
            .filter(|own| own.granted == Some(true));
        let unknown = topology.links.iter().filter(|own| own.granted.is_none());
        (all.count(), unknown.count())
    };
    assert_eq!(granted(&fleet).1, 0);
    let before = granted(&fleet).0;
    assert!(before > 0);
    for own in fleet.runtimes.iter_mut().filter(|own| own.kind == "Linked") {
        own.link_credential = Some("cred".into());
    }
    let (all, unknown) = granted(&fleet);
    assert!(all == 0 && unknown > 0);
    for own in fleet.runtimes.iter_mut().filter(|own| own.kind == "Linked") {
        own.link_principal_id = Some("user-identity".into());
    }
    assert_eq!(granted(&fleet), (0, 0));
    fleet.grants.as_mut().unwrap().push(Grant {
        scope: "/".into(),
        principal_id: "USER-identity".into(),
        role_id: "b24988ac-6180-42a0-ab88-20f7382dd24c".into(),
    });
    assert_eq!(granted(&fleet), (unknown, 0));
}

#[test]
fn a_link_without_a_role_has_the_same_sign_in_each_form() {
    let (fleet, _) = fleets::company();
    let topology = Topology::of(&fleet, &[]);
    let ungranted = topology
        .links
        .iter()
        .filter(|own| own.granted == Some(false))
        .count();
    assert_eq!(ungranted, 2);
    let text = |form| write(form, &topology, "Fleet", Some(Detail::Node));
    assert_eq!(
        text(Form::Svg).matches("class=\"link ungranted\"").count(),
        2
    );
    assert_eq!(text(Form::Dot).matches("[style=dashed]").count(), 2);
    let mermaid = text(Form::Mermaid);
    let dashed: Vec<&str> = mermaid
        .lines()
        .filter(|line| line.ends_with("stroke-dasharray:6"))
        .collect();
    assert_eq!(dashed.len(), 1, "{mermaid}");
    assert_eq!(dashed[0].matches(',').count(), 1, "{dashed:?}");
    // A link that does not work has a cross and no dashes.
    let (fleet, findings) = fleets::company();
    let topology = Topology::of(&fleet, &findings);
    let dot = write(Form::Dot, &topology, "Fleet", Some(Detail::Node));
    assert!(
        dot.contains("style=solid, penwidth=2, label=\"\u{2716}\""),
        "{dot}"
    );
}

#[test]
fn a_role_above_holds_for_links_below() {
    let (mut fleet, _) = fleets::company();
    let planning = fleet
        .parents
        .iter()
        .find(|own| own.name == "adf-planning-prod");
    let principal = planning.unwrap().principal_id.clone().unwrap();
    let hub = fleet.parents[0]
        .id
        .split("/providers/")
        .next()
        .unwrap()
        .to_owned();
    for scope in ["/subscriptions/other", "/", &hub] {
        let mut more = fleet.clone();
        more.grants.as_mut().unwrap().push(Grant {
            scope: scope.into(),
            principal_id: principal.clone(),
            role_id: "b24988ac-6180-42a0-ab88-20f7382dd24c".into(),
        });
        let missing = Topology::of(&more, &[])
            .links
            .iter()
            .filter(|own| own.granted == Some(false))
            .count();
        // One link of two has no owner any more.
        let wanted = match scope {
            "/" => 1,
            own if own == hub => 1,
            _ => 2,
        };
        assert_eq!(missing, wanted, "{scope}");
    }
    fleet.grants = None;
    let topology = Topology::of(&fleet, &[]);
    assert!(topology.links.iter().all(|own| own.granted.is_none()));
}
