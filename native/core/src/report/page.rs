//! A page that needs no network: its only style and script are in it, named by their hashes. The script fills the
//! tables from the data of the page.

use std::{collections::HashMap, fmt::Write};

use base64::{Engine, engine::general_purpose::STANDARD};
use ring::digest::{SHA256, digest};
use serde_json::{Value, json};

use super::{
    escape::{html, script},
    words::grouped,
};
use crate::present::visible::visible;

const STYLE: &str = include_str!("assets/page.css");
const SCRIPT: &str = include_str!("assets/page.js");

/// The source expression of a style or script for a content security policy.
fn hash(text: &str) -> String {
    format!(
        "'sha256-{}'",
        STANDARD.encode(digest(&SHA256, text.as_bytes()))
    )
}

/// Returns a page with this body, which is HTML, and data for the script.
#[must_use]
pub fn shell(title: &str, body: &str, picture_style: &str, data: Option<&Value>) -> String {
    let style = format!("{STYLE}{picture_style}");
    let data = data.map(|own| script(&own.to_string()));
    let mut page = String::with_capacity(body.len() + STYLE.len() + SCRIPT.len() + 4096);
    let _ = write!(
        page,
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src {}; script-src {}; \
         base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"generator\" content=\"AzIntegrationRuntime {}\">\n\
         <title>{}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n",
        hash(&style),
        hash(SCRIPT),
        crate::BUILD,
        html(title),
    );
    if let Some(data) = data {
        let _ = writeln!(
            page,
            "<script type=\"application/json\" id=\"data\">{data}</script>"
        );
    }
    let _ = write!(page, "<script>{SCRIPT}</script>\n</body>\n</html>\n");
    page
}

/// A number with its label at the head of a page.
#[derive(Clone, Debug)]
pub struct Tile {
    /// The class of the style.
    pub look: &'static str,
    /// The number, as HTML.
    pub number: String,
    /// The label, as HTML.
    pub label: String,
}

impl Tile {
    /// A tile with a count, and with another look where the count is zero.
    #[must_use]
    pub fn of(count: usize, look: &'static str, zero: &'static str, label: String) -> Self {
        Self {
            look: if count > 0 { look } else { zero },
            number: grouped(count),
            label,
        }
    }
}

/// The label of a tile that shows the findings of one severity.
#[must_use]
pub fn link_to(severity: &str, label: &str) -> String {
    format!("<a href=\"#findings\" data-severity=\"{severity}\">{label}</a>")
}

/// Adds the tiles.
pub fn tiles(body: &mut String, tiles: &[Tile]) {
    body.push_str("<div class=\"tiles\">\n");
    for own in tiles {
        let _ = writeln!(
            body,
            "<div class=\"tile {}\"><b>{}</b><span>{}</span></div>",
            own.look, own.number, own.label
        );
    }
    body.push_str("</div>\n");
}

/// Adds the section of findings: its filters, its table for the script, and what a reader without script sees.
pub fn findings(
    body: &mut String,
    columns: &[&str],
    any_silenced: bool,
    without_script: impl FnOnce(&mut String),
) {
    body.push_str(
        "<section id=\"findings\" aria-labelledby=\"findings-title\"><h2 id=\"findings-title\">Findings</h2>\n",
    );
    body.push_str("<div class=\"live\" hidden><div class=\"tools\">\n");
    body.push_str(
        "<input type=\"search\" aria-label=\"Filter the findings\" \
         placeholder=\"Filter: names, codes, words\">\n",
    );
    for (name, checked) in [
        ("Error", " checked"),
        ("Warning", " checked"),
        ("Information", " checked"),
        ("Silenced", ""),
    ] {
        if name == "Silenced" && !any_silenced {
            continue;
        }
        let _ = writeln!(
            body,
            "<label><input type=\"checkbox\" value=\"{name}\"{checked}> {name}</label>"
        );
    }
    body.push_str("<p class=\"count\" aria-live=\"polite\"></p></div>\n");
    grid(body, "Findings", columns);
    body.push_str("</div>\n<noscript>\n");
    without_script(body);
    body.push_str("</noscript>\n</section>\n");
}

/// A finding in the table of a page. The script knows the members by their names.
#[derive(Clone, Copy, Debug, Default)]
pub struct FindingRow<'a> {
    /// The severity.
    pub severity: &'a str,
    /// The code of its kind.
    pub code: &'a str,
    /// The kind in words.
    pub title: &'a str,
    /// The service.
    pub service: &'a str,
    /// The subscription, or what else the parent is in.
    pub subscription: &'a str,
    /// The factory, workspace or account.
    pub parent: &'a str,
    /// The integration runtime.
    pub runtime: &'a str,
    /// The node, or what else is a part of the integration runtime.
    pub node: &'a str,
    /// The date.
    pub due: &'a str,
    /// The file of the user.
    pub file: &'a str,
    /// The line in it.
    pub line: &'a str,
    /// The sentence.
    pub message: &'a str,
    /// The next step in words.
    pub advice: &'a str,
    /// The next step as a command.
    pub fix: &'a str,
    /// The resource id.
    pub id: &'a str,
    /// Why it does not count; empty where it counts.
    pub silenced: &'a str,
}

impl FindingRow<'_> {
    /// The names of the members.
    pub const NAMES: [&'static str; 16] = [
        "severity",
        "code",
        "title",
        "service",
        "subscription",
        "parent",
        "runtime",
        "node",
        "due",
        "file",
        "line",
        "message",
        "advice",
        "fix",
        "id",
        "silenced",
    ];

    /// The members in the order of their names.
    #[must_use]
    pub fn of(&self, texts: &mut Texts) -> Value {
        texts.row([
            self.severity,
            self.code,
            self.title,
            self.service,
            self.subscription,
            self.parent,
            self.runtime,
            self.node,
            self.due,
            self.file,
            self.line,
            self.message,
            self.advice,
            self.fix,
            self.id,
            self.silenced,
        ])
    }
}

/// Adds an empty table whose headings sort; the script fills the columns that it knows by their headings.
pub fn grid(body: &mut String, name: &str, columns: &[&str]) {
    let _ = write!(
        body,
        "<div class=\"grid-frame\"><table class=\"grid cards\" role=\"table\" aria-label=\"{name}\">\
         <thead role=\"rowgroup\"><tr role=\"row\">"
    );
    for (at, own) in columns.iter().enumerate() {
        let sort = if at == 0 { "ascending" } else { "none" };
        let _ = write!(
            body,
            "<th scope=\"col\" role=\"columnheader\" aria-sort=\"{sort}\" data-title=\"{own}\">\
             <button type=\"button\">{own}</button></th>"
        );
    }
    body.push_str(
        "</tr></thead><tbody role=\"rowgroup\"></tbody></table></div>\n\
         <button type=\"button\" class=\"more\" hidden>Show more</button>\n",
    );
}

/// The texts of a page's tables, each of them once: a cell is an index into them.
#[derive(Debug, Default)]
pub struct Texts {
    all: Vec<Value>,
    places: HashMap<String, usize>,
}

impl Texts {
    fn place(&mut self, text: &str) -> Value {
        let text = visible(text);
        if let Some(place) = self.places.get(text.as_ref()) {
            return json!(place);
        }
        let place = self.all.len();
        self.all.push(json!(text));
        self.places.insert(text.into_owned(), place);
        json!(place)
    }

    /// A row of cells.
    pub fn row<const N: usize>(&mut self, cells: [&str; N]) -> Value {
        cells.map(|own| self.place(own)).to_vec().into()
    }

    /// The texts.
    #[must_use]
    pub fn all(self) -> Value {
        self.all.into()
    }
}
