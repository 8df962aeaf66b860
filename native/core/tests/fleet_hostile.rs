//! Hostile names in reports and pictures: they stay text in each form.

use azir_core::{
    fleet::{
        baseline::ChangeKind,
        finding::{self, Finding, Silence},
        record::{Fleet, Unreadable},
        report::{Report, write},
        topology::{Form, Topology, write as draw},
    },
    report::Format,
};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::{
    fleet_reports::{change, report},
    support::fleets,
};

/// A name with everything that ends a text somewhere.
pub(crate) const HOSTILE: &str = "=cmd|' /C calc'!A0\"><script>alert(1)</script>]]>\u{1b}[2J\u{202e}\r\n| `x` [y](z) \
 @all & \
                       <!-- -->";

/// A fleet in which every text is hostile.
fn hostile() -> (Fleet, Vec<Finding>) {
    let (mut fleet, _) = fleets::company();
    let parent = &mut fleet.parents[0];
    parent.name = HOSTILE.into();
    parent.resource_group = HOSTILE.into();
    parent.subscription_name = Some(HOSTILE.into());
    let parent = parent.clone();
    let runtime = &mut fleet.runtimes[0];
    runtime.name = HOSTILE.into();
    runtime.kind = HOSTILE.into();
    let node = &mut runtime.nodes[0];
    node.name = HOSTILE.into();
    node.version = Some(HOSTILE.into());
    node.status = Some(HOSTILE.into());
    let mut own = fleets::finding(
        &finding::NODE_OFFLINE,
        &parent,
        "ir-onprem-shared",
        Some(HOSTILE),
        HOSTILE,
    );
    own.fix = Some(HOSTILE.into());
    own.due = Some(HOSTILE.into());
    let silenced = Finding {
        silenced: Some(Silence {
            reason: HOSTILE.into(),
            until: Some(HOSTILE.into()),
        }),
        ..own.clone()
    };
    fleet.tenant_id = Some(HOSTILE.into());
    fleet.unreadable.push(Unreadable {
        message: HOSTILE.into(),
        ..Unreadable::default()
    });
    (fleet, vec![own, silenced])
}

fn hostile_text(format: Format) -> String {
    let (fleet, findings) = hostile();
    let changes = [change(ChangeKind::New, HOSTILE)];
    let report = Report {
        title: HOSTILE,
        ..report(&fleet, &findings, Some(&changes))
    };
    write(format, &report)
}

/// The contents of the elements of this name, without those of script.
fn elements<'a>(page: &'a str, start: &str, end: &str) -> Vec<&'a str> {
    page.split(start)
        .skip(1)
        .map(|own| own.split(end).next().unwrap())
        .collect()
}

#[test]
fn the_page_runs_its_own_script_and_style_only() {
    for page in [hostile_text(Format::Html), {
        let (fleet, findings) = hostile();
        draw(Form::Html, &Topology::of(&fleet, &findings), HOSTILE, None)
    }] {
        let policy = elements(
            &page,
            "http-equiv=\"Content-Security-Policy\" content=\"",
            "\"",
        )[0];
        let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
        let style = elements(&page, "<style>", "</style>");
        let script = elements(&page, "<script>", "</script>");
        assert_eq!((style.len(), script.len()), (1, 1));
        assert_eq!(
            policy,
            format!(
                "default-src 'none'; style-src {}; script-src {}; base-uri 'none'; form-action 'none'",
                hash(style[0]),
                hash(script[0])
            )
        );
        // No attribute runs anything, no element loads anything.
        for own in [
            " onclick=",
            " style=",
            "<img",
            "<link",
            "<iframe",
            "http://",
            "https://",
        ] {
            let found = page.replace("http://www.w3.org/2000/svg", "");
            assert!(!found.contains(own), "{own}");
        }
        assert!(!page.contains("alert(1)</script>"));
        assert!(!page.contains(['\u{1b}', '\u{202e}']));
    }
}

#[test]
fn the_page_has_all_rows_as_data() {
    let page = hostile_text(Format::Html);
    let data = elements(&page, "id=\"data\">", "</script>")[0];
    let data: Value = serde_json::from_str(data).unwrap();
    let text = |at: &Value| {
        let at = usize::try_from(at.as_u64().unwrap()).unwrap();
        data["text"][at].as_str().unwrap().to_owned()
    };
    let row = |list: &str, names: &str, at: usize, name: &str| {
        let column = data[names]
            .as_array()
            .unwrap()
            .iter()
            .position(|own| own == name)
            .unwrap();
        text(&data[list][at][column])
    };
    assert_eq!(data["findings"].as_array().unwrap().len(), 2);
    let seen = HOSTILE
        .replace("\r\n", "\n")
        .replace('\u{1b}', "\\u001b")
        .replace('\u{202e}', "\\u202e");
    assert_eq!(row("findings", "findingNames", 0, "fix"), seen);
    assert_eq!(row("findings", "findingNames", 0, "severity"), "Error");
    assert_eq!(
        row("findings", "findingNames", 1, "silenced"),
        format!("Error silenced until {}: {seen}", &seen[..10])
    );
    assert_eq!(row("nodes", "nodeNames", 0, "node"), seen);
    assert_eq!(row("nodes", "nodeNames", 0, "health"), "Error");
    assert_eq!(row("nodes", "nodeNames", 1, "node"), "SHIR-WEU-02");
    assert_eq!(row("nodes", "nodeNames", 1, "expires"), "2027-03-01");
    assert_eq!(row("nodes", "nodeNames", 1, "estimated"), "");
    // A reader without script has the summary and the findings.
    let without = elements(&page, "<noscript>", "</noscript>")[0];
    assert!(without.contains("AZIR201"));
    // Nodes and integration runtimes without nodes.
    assert_eq!(data["nodes"].as_array().unwrap().len(), 28);
}

#[test]
fn every_form_survives_hostile_names() {
    let seen = HOSTILE
        .replace("\r\n", "\n")
        .replace('\u{1b}', "\\u001b")
        .replace('\u{202e}', "\\u202e");
    let junit = hostile_text(Format::Junit);
    let document = roxmltree::Document::parse(&junit).unwrap();
    let failure = document
        .descendants()
        .find(|own| own.has_tag_name("failure"))
        .unwrap();
    assert_eq!(failure.attribute("message"), Some(seen.as_str()));
    for format in [Format::Json, Format::Sarif] {
        let value: Value = serde_json::from_str(&hostile_text(format)).unwrap();
        assert!(value.to_string().contains("alert(1)"));
    }
    let markdown = hostile_text(Format::Markdown);
    let rows: Vec<&str> = markdown
        .lines()
        .filter(|own| own.contains("AZIR201"))
        .collect();
    let [row] = rows.as_slice() else {
        panic!("{rows:?}");
    };
    assert_eq!(row.replace("\\|", "").matches('|').count(), 6, "{row}");
    // Code is a text as it is; two signs begin and end it, since the name has one.
    let words: String = markdown.split("`` ").step_by(2).collect();
    for own in ["<script", "@all", "[y](z)"] {
        assert!(!words.contains(own), "{own} in {words}");
    }
    let csv = hostile_text(Format::Csv);
    let cells = parse_csv(&csv);
    assert_eq!(cells.len(), 3);
    for row in &cells[1..] {
        assert_eq!(row.len(), 13, "{row:?}");
        assert_eq!(row[8], format!("'{seen}"));
        assert!(row.iter().all(|own| !own.starts_with(['=', '+', '-', '@'])));
    }
    assert!(csv.starts_with("\u{feff}Severity,Code,"));
    let (fleet, findings) = hostile();
    let topology = Topology::of(&fleet, &findings);
    let svg = draw(Form::Svg, &topology, HOSTILE, None);
    let document = roxmltree::Document::parse(&svg).unwrap();
    assert!(
        document
            .descendants()
            .all(|own| !own.has_tag_name("script"))
    );
    let dot = draw(Form::Dot, &topology, HOSTILE, None);
    // Every text is closed: outside of them no character of the name is left.
    assert!(!outside_of_texts(&dot).contains("alert"), "{dot}");
    let mermaid = draw(Form::Mermaid, &topology, HOSTILE, None);
    assert!(!outside_of_texts(&mermaid).contains("alert"));
    assert!(!mermaid.contains("<script"));
}

/// A text without what is in quotation marks.
fn outside_of_texts(text: &str) -> String {
    let mut outside = String::new();
    let mut inside = false;
    let mut escaped = false;
    for own in text.chars() {
        if own == '"' && !escaped {
            inside = !inside;
        } else if !inside {
            outside.push(own);
        }
        escaped = own == '\\' && !escaped;
    }
    assert!(!inside);
    outside
}

/// The cells of CSV as RFC 4180 has them.
fn parse_csv(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    let mut all = text.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(own) = all.next() {
        let row = rows.last_mut().unwrap();
        match own {
            '"' if quoted && all.peek() == Some(&'"') => {
                all.next();
                row.last_mut().unwrap().push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(String::new()),
            '\r' if !quoted => {
                assert_eq!(all.next(), Some('\n'));
                rows.push(vec![String::new()]);
            }
            other => row.last_mut().unwrap().push(other),
        }
    }
    assert!(!quoted);
    assert_eq!(rows.pop(), Some(vec![String::new()]));
    rows
}
