//! The picture in a page: to zoom, to search in, and with a list for who does not see it.

use std::fmt::Write;

use super::{
    State, Topology, svg,
    view::{Detail, View, view},
};
use crate::report::{counted, escape::html as escape_html, page::shell};

/// The most broken things in the list below the picture.
const BROKEN: usize = 300;

/// Returns the picture as a page of its own.
#[must_use]
pub fn page(topology: &Topology, title: &str, detail: Option<Detail>) -> String {
    let view = view(topology, detail);
    let mut body = format!(
        "<header><h1>{}</h1><p>{}</p></header>\n",
        escape_html(title),
        counts(topology)
    );
    body.push_str("<section aria-label=\"Picture\">\n");
    frame(&mut body, &view, title);
    body.push_str("</section>\n");
    broken(&mut body, topology);
    let _ = writeln!(
        body,
        "<footer>AzIntegrationRuntime {}</footer>",
        crate::BUILD
    );
    shell(title, &body, svg::STYLE, None)
}

/// Returns the picture as a section of the report.
#[must_use]
pub fn section(topology: &Topology) -> String {
    let mut body =
        String::from("<section aria-labelledby=\"topology\"><h2 id=\"topology\">Topology</h2>\n");
    frame(&mut body, &view(topology, None), "Topology");
    body.push_str("</section>\n");
    body
}

fn frame(body: &mut String, view: &View, title: &str) {
    let _ = write!(
        body,
        "<div class=\"tools picture-tools\" hidden><input type=\"search\" aria-label=\"Find in the picture\" \
         placeholder=\"Find in the picture\"></div>\n<div class=\"picture\" tabindex=\"0\" role=\"region\" \
         aria-label=\"Picture of the fleet\">{}</div>\n",
        svg::part(view, title)
    );
}

fn counts(topology: &Topology) -> String {
    let inside = topology.parents.iter().filter(|own| !own.outside).count();
    let nodes: usize = topology.runtimes.iter().map(|own| own.nodes.len()).sum();
    let runtimes = topology
        .runtimes
        .iter()
        .filter(|own| !topology.parents[own.parent].outside)
        .count();
    [
        counted(inside, "resource", "resources"),
        counted(runtimes, "integration runtime", "integration runtimes"),
        counted(nodes, "node", "nodes"),
        counted(topology.links.len(), "link", "links"),
    ]
    .join(", ")
}

/// What is broken, in words.
fn broken(body: &mut String, topology: &Topology) {
    let mut all: Vec<(State, &str, &str, &[String])> = topology
        .runtimes
        .iter()
        .filter(|own| own.state.is_broken())
        .map(|own| {
            let parent = topology.parents[own.parent].name.as_str();
            (own.state, parent, own.name.as_str(), own.notes.as_slice())
        })
        .collect();
    all.extend(
        topology
            .parents
            .iter()
            .filter(|own| own.state.is_broken())
            .map(|own| (own.state, own.name.as_str(), "", own.notes.as_slice())),
    );
    if all.is_empty() {
        return;
    }
    all.sort_by(|left, right| (right.0, left.1, left.2).cmp(&(left.0, right.1, right.2)));
    body.push_str(
        "<section aria-labelledby=\"broken\"><h2 id=\"broken\">Broken</h2>\n<table class=\"grid\"><thead><tr>\
         <th scope=\"col\">State</th><th scope=\"col\">Resource</th><th scope=\"col\">Integration runtime</th>\
         <th scope=\"col\">Reason</th></tr></thead><tbody>\n",
    );
    for (state, parent, runtime, notes) in all.iter().take(BROKEN) {
        let (look, word) = match state {
            State::Error => ("error", "✖ Error"),
            _ => ("warning", "▲ Warning"),
        };
        let notes: Vec<String> = notes.iter().map(|own| escape_html(own)).collect();
        let notes = if notes.is_empty() {
            "See the picture.".to_owned()
        } else {
            notes.join("<br>")
        };
        let _ = writeln!(
            body,
            "<tr><td class=\"tight\"><span class=\"chip {look}\">{word}</span></td><td>{}</td><td>{}</td>\
             <td>{notes}</td></tr>",
            escape_html(parent),
            escape_html(runtime)
        );
    }
    body.push_str("</tbody></table>\n");
    if all.len() > BROKEN {
        let _ = writeln!(
            body,
            "<p class=\"count\">and {} more</p>",
            all.len() - BROKEN
        );
    }
    body.push_str("</section>\n");
}
