//! The picture in the language of Graphviz.

use std::fmt::Write;

use super::{
    State, Topology,
    view::{Detail, End, Meaning, Row, Shown, view},
};
use crate::report::escape::plain as escape_plain;

/// Returns the graph.
#[must_use]
pub fn graph(topology: &Topology, title: &str, detail: Option<Detail>) -> String {
    let view = view(topology, detail);
    let mut text = format!(
        "digraph fleet {{\n  label={}; labelloc=t; rankdir=RL; compound=true; fontname=\"Helvetica\";\n  \
         node [shape=box, style=\"rounded,filled\", fillcolor=white, fontname=\"Helvetica\", fontsize=11];\n  \
         edge [fontname=\"Helvetica\", fontsize=9, color=\"#4c78b5\"];\n",
        quoted(title)
    );
    for (at, cluster) in view.subscriptions.iter().enumerate() {
        let _ = writeln!(
            text,
            "  subgraph cluster_{at} {{\n    label={}; style=\"rounded,filled\"; fillcolor=\"#f3f5f8\";",
            quoted(&cluster.title)
        );
        for (frame, group) in cluster.groups.iter().enumerate() {
            let titled = !group.title.is_empty();
            if titled {
                let _ = writeln!(
                    text,
                    "    subgraph cluster_{at}_{frame} {{\n      label={}; style=dashed;",
                    quoted(&group.title)
                );
            }
            for (place, shown) in group.boxes.iter().enumerate() {
                let end = End {
                    cluster: at,
                    frame,
                    shown: place,
                    row: None,
                };
                boxed(&mut text, end, shown);
            }
            if titled {
                text.push_str("    }\n");
            }
        }
        text.push_str("  }\n");
    }
    for line in &view.lines {
        let look = match (line.meaning, line.state) {
            (Meaning::Grant, _) => {
                "color=\"#8a63b8\", style=dotted, label=\"role without a link\"".to_owned()
            }
            (Meaning::Link, state) if state.is_broken() => {
                "color=\"#c62b20\", style=solid, penwidth=2, label=\"✖\"".to_owned()
            }
            (Meaning::Link, _) => {
                let style = if line.without_grant > 0 {
                    "dashed"
                } else {
                    "solid"
                };
                if line.count > 1 {
                    format!("style={style}, label=\"{} links\"", line.count)
                } else {
                    format!("style={style}")
                }
            }
        };
        let _ = writeln!(text, "  {} -> {} [{look}];", id(line.from), id(line.to));
    }
    text.push_str("}\n");
    text
}

/// The name of a box or row in the graph.
pub(super) fn id(end: End) -> String {
    let row = end.row.map_or_else(String::new, |own| format!("_{own}"));
    format!("n{}_{}_{}{row}", end.cluster, end.frame, end.shown)
}

fn boxed(text: &mut String, end: End, own: &Shown) {
    let title = if own.tag.is_empty() {
        own.title.clone()
    } else {
        format!("{} {}", own.tag, own.title)
    };
    let _ = writeln!(
        text,
        "      subgraph cluster_{} {{\n        label=\"\"; style=\"{}\"; color={};\n        {} [label={}, \
         shape=plaintext, fillcolor=\"#e4ecf7\"];",
        id(end),
        if own.outside { "dashed" } else { "solid" },
        colour(own.worst()),
        id(end),
        quoted(&format!("{}{title}", broken_sign(own.state)))
    );
    for (at, row) in own.rows.iter().enumerate() {
        let end = End {
            row: Some(at),
            ..end
        };
        let _ = writeln!(
            text,
            "        {} [label={}, color={}, penwidth={}, tooltip={}];",
            id(end),
            quoted(&words(row)),
            colour(row.state),
            if row.state.is_broken() { 2 } else { 1 },
            quoted(&row.hint)
        );
    }
    text.push_str("      }\n");
}

/// A row in words: its sign, its name, its kind and its nodes.
pub(super) fn words(row: &Row) -> String {
    let mut words = format!("{} {}", row.state.sign(), row.title);
    if !row.tag.is_empty() {
        let _ = write!(words, " ({})", row.tag);
    }
    if !row.signs.is_empty() {
        words.push('\n');
        words.extend(row.signs.iter().map(|own| own.sign()));
    }
    for (state, name) in &row.nodes {
        let _ = write!(words, "\n{} {name}", state.sign());
    }
    words
}

/// The sign of something broken, in front of its name.
pub(super) fn broken_sign(state: State) -> String {
    if state.is_broken() {
        format!("{} ", state.sign())
    } else {
        String::new()
    }
}

fn colour(state: State) -> &'static str {
    match state {
        State::Good => "\"#1a7f37\"",
        State::Unknown => "\"#6b7681\"",
        State::Information => "\"#0b5394\"",
        State::Warning => "\"#b47500\"",
        State::Error => "\"#c62b20\"",
    }
}

/// A text in quotation marks; its lines stay lines.
fn quoted(text: &str) -> String {
    let lines: Vec<String> = text
        .lines()
        .map(|own| escape_plain(own).replace('\\', "\\\\").replace('"', "\\\""))
        .collect();
    format!("\"{}\"", lines.join("\\n"))
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_name_stays_a_text() {
        assert_eq!(quoted("a\" b\\N\nc\u{1b}"), "\"a\\\" b\\\\N\\nc\\\\u001b\"");
    }
}
