//! The shell of a page that needs no network: its only style and script are in it, named by their hashes.

use std::fmt::Write;

use base64::{Engine, engine::general_purpose::STANDARD};
use ring::digest::{SHA256, digest};
use serde_json::Value;

use super::escape::{html, script};

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
pub(crate) fn shell(title: &str, body: &str, picture_style: &str, data: Option<&Value>) -> String {
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
