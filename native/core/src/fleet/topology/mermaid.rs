//! The picture as a Mermaid diagram, by itself or in Markdown.

use std::fmt::Write;

use super::{
    State, Topology,
    dot::{broken_sign, id, words},
    view::{Detail, End, Meaning, Shown, View, view},
};
use crate::report::{escape::plain as escape_plain, markdown::heading};

/// The most characters that Mermaid takes as it is configured everywhere, and the most lines between boxes.
const CHARACTERS: usize = 48_000;
const LINES: usize = 480;

/// Returns the diagram, as detailed as Mermaid takes it unless `detail` says otherwise.
#[must_use]
pub fn diagram(topology: &Topology, detail: Option<Detail>) -> String {
    let first = view(topology, detail);
    let mut text = of_view(&first);
    if detail.is_some() {
        return text;
    }
    let details = Detail::ALL.into_iter().map(|own| own.0);
    for own in details.filter(|own| Some(*own) > first.detail) {
        if text.chars().count() <= CHARACTERS && text.matches(" --> ").count() <= LINES {
            break;
        }
        text = of_view(&view(topology, Some(own)));
    }
    text
}

/// Returns Markdown with the diagram and its legend.
#[must_use]
pub fn markdown(topology: &Topology, title: &str, detail: Option<Detail>) -> String {
    let legend: Vec<String> = [
        (State::Good, "healthy"),
        (State::Information, "information"),
        (State::Warning, "warning"),
        (State::Error, "error or offline"),
        (State::Unknown, "not known"),
    ]
    .into_iter()
    .map(|(state, word)| format!("{} {word}", state.sign()))
    .collect();
    format!(
        "{}```mermaid\n{}```\n\n{}. A line leads from a linked integration runtime to the shared one. A \
         dashed line: no role assignment was seen. A line with a cross: the link does not work.\n",
        heading(title),
        diagram(topology, detail),
        legend.join(", ")
    )
}

fn of_view(view: &View) -> String {
    let mut text = String::from(
        "flowchart RL\n\
         classDef good stroke:#1a7f37\n\
         classDef unknown stroke:#6b7681\n\
         classDef note stroke:#0b5394\n\
         classDef warning stroke:#b47500,stroke-width:2px\n\
         classDef error stroke:#c62b20,stroke-width:3px\n\
         classDef head fill:#e4ecf7,color:#1b1f24,stroke:#b8c7dc\n",
    );
    for (at, cluster) in view.subscriptions.iter().enumerate() {
        let _ = writeln!(text, "subgraph s{at}[\"{}\"]", label(&cluster.title));
        for (frame, group) in cluster.groups.iter().enumerate() {
            let titled = !group.title.is_empty();
            if titled {
                let _ = writeln!(text, "subgraph g{at}_{frame}[\"{}\"]", label(&group.title));
            }
            for (place, shown) in group.boxes.iter().enumerate() {
                let end = End {
                    cluster: at,
                    frame,
                    shown: place,
                    row: None,
                };
                boxed(&mut text, view, end, shown);
            }
            if titled {
                text.push_str("end\n");
            }
        }
        text.push_str("end\n");
    }
    let (mut broken, mut ungranted) = (Vec::new(), Vec::new());
    for (at, line) in view.lines.iter().enumerate() {
        let arrow = match (line.meaning, line.state) {
            (Meaning::Grant, _) => "-. role without a link .->".to_owned(),
            (Meaning::Link, state) if state.is_broken() => {
                broken.push(at.to_string());
                "-- ✖ -->".to_owned()
            }
            (Meaning::Link, _) => {
                if line.without_grant > 0 {
                    ungranted.push(at.to_string());
                }
                if line.count > 1 {
                    format!("-- {} links -->", line.count)
                } else {
                    "-->".to_owned()
                }
            }
        };
        let _ = writeln!(text, "{} {arrow} {}", id(line.from), id(line.to));
    }
    if !broken.is_empty() {
        let _ = writeln!(
            text,
            "linkStyle {} stroke:#c62b20,stroke-width:2px",
            broken.join(",")
        );
    }
    if !ungranted.is_empty() {
        let _ = writeln!(text, "linkStyle {} stroke-dasharray:6", ungranted.join(","));
    }
    text
}

fn boxed(text: &mut String, view: &View, end: End, own: &Shown) {
    let title = if own.tag.is_empty() {
        own.title.clone()
    } else {
        format!("{} {}", own.tag, own.title)
    };
    let title = label(&format!("{}{title}", broken_sign(own.state)));
    // A subgraph cannot be the end of a line in every version, so a box with such a line has a heading.
    let touched = view
        .lines
        .iter()
        .any(|line| line.from == end || line.to == end);
    let _ = writeln!(text, "subgraph b{}[\"{title}\"]", id(end));
    if touched || own.rows.is_empty() {
        let _ = writeln!(text, "{}[\"{title}\"]:::head", id(end));
    }
    for (at, row) in own.rows.iter().enumerate() {
        let end = End {
            row: Some(at),
            ..end
        };
        let _ = writeln!(
            text,
            "{}[\"{}\"]:::{}",
            id(end),
            label(&words(row)),
            row.state.name()
        );
    }
    text.push_str("end\n");
}

/// A text in the quotation marks of Mermaid, which reads HTML and Markdown in them: signs become their numbers.
fn label(text: &str) -> String {
    let mut lines = Vec::new();
    for line in text.lines() {
        let mut escaped = String::new();
        for own in escape_plain(line).chars() {
            match own {
                '"' | '<' | '>' | '&' | '#' | ';' | '`' | '*' | '_' | '\\' | '[' | ']' | '{'
                | '}' | '%' => {
                    let _ = write!(escaped, "#{};", u32::from(own));
                }
                other => escaped.push(other),
            }
        }
        lines.push(escaped);
    }
    lines.join("<br>")
}

#[cfg(test)]
mod tests {
    use super::label;

    #[test]
    fn a_name_stays_a_text() {
        assert_eq!(label("a\"<b>\nc"), "a#34;#60;b#62;<br>c");
        assert_eq!(
            label("end\u{2028}%%"),
            "end\\u2028#37;#37;".replace('\\', "#92;")
        );
    }
}
