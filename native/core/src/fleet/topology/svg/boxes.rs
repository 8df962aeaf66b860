//! A box of the picture, with its rows and signs.

use std::fmt::Write;

use super::{
    super::{
        State,
        layout::{Place, Size},
        view::{Row, Shown},
    },
    HEAD, NODE, ROW, WIDTH, row_height,
    words::{LETTER, shorten, wide},
};
use crate::report::escape::html as escape_html;

/// The most signs of nodes in a row.
const SIGNS: usize = 8;

/// Draws a box with its rows.
pub(super) fn boxed(text: &mut String, own: &Shown, corner: Place, size: Size) {
    let outside = if own.outside { " outside" } else { "" };
    let _ = write!(
        text,
        "<g class=\"box {}{outside}\" data-name=\"{}\" transform=\"translate({:.0} {:.0})\"><title>{}</title>\
         <rect class=\"body\" width=\"{:.0}\" height=\"{:.0}\" rx=\"5\"/>",
        own.worst().name(),
        escape_html(&own.title.to_lowercase()),
        corner.x,
        corner.y,
        escape_html(&own.hint),
        size.width,
        size.height
    );
    let left = if own.tag.is_empty() { 10.0 } else { 46.0 };
    if !own.tag.is_empty() {
        let _ = write!(
            text,
            "<rect class=\"tag\" x=\"7\" y=\"5\" width=\"34\" height=\"16\" rx=\"3\"/><text class=\"tag\" x=\"24\" \
             y=\"17\">{}</text>",
            own.tag
        );
    }
    let room = WIDTH - left - if own.state.is_broken() { 26.0 } else { 8.0 };
    let _ = write!(
        text,
        "<text class=\"name\" x=\"{left}\" y=\"18\">{}</text>",
        escape_html(&shorten(&own.title, room))
    );
    if own.state.is_broken() {
        sign(text, own.state, WIDTH - 16.0, 13.0);
    }
    let mut y = HEAD;
    for row in &own.rows {
        draw_row(text, row, y);
        y += row_height(row);
    }
    text.push_str("</g>\n");
}

fn draw_row(text: &mut String, own: &Row, y: f64) {
    let look = if own.several { " class=\"soft\"" } else { "" };
    let _ = write!(
        text,
        "<g{look} data-name=\"{}\" transform=\"translate(0 {y:.0})\"><title>{}</title>\
         <rect class=\"row\" x=\"4\" width=\"{:.0}\" height=\"{:.0}\"/>",
        escape_html(&own.title.to_lowercase()),
        escape_html(&own.hint),
        WIDTH - 8.0,
        row_height(own)
    );
    sign(text, own.state, 15.0, 10.0);
    let shown = own.signs.len().min(SIGNS);
    let mut right = WIDTH - 9.0;
    if own.signs.len() > SIGNS {
        let more = format!("+{}", own.signs.len() - SIGNS);
        let _ = write!(
            text,
            "<text class=\"kind\" x=\"{right:.0}\" y=\"14\">{more}</text>"
        );
        right -= 6.0 + LETTER * f64::from(u8::try_from(more.len()).unwrap_or(4));
    }
    // What is broken must not be among those that are not drawn.
    let mut signs = own.signs.clone();
    signs.sort_unstable_by(|left, right| right.cmp(left));
    for state in signs.iter().take(shown).rev() {
        sign(text, *state, right - 5.0, 10.0);
        right -= 13.0;
    }
    if !own.tag.is_empty() {
        let _ = write!(
            text,
            "<text class=\"kind\" x=\"{right:.0}\" y=\"14\">{}</text>",
            escape_html(&own.tag)
        );
        right -= 4.0 + wide(&own.tag) * 0.85;
    }
    let _ = write!(
        text,
        "<text x=\"26\" y=\"14\">{}</text>",
        escape_html(&shorten(&own.title, right - 26.0))
    );
    let mut below = ROW;
    for (state, name) in &own.nodes {
        sign(text, *state, 33.0, below + 7.0);
        let _ = write!(
            text,
            "<text class=\"node\" x=\"43\" y=\"{:.0}\">{}</text>",
            below + 11.0,
            escape_html(&shorten(name, WIDTH - 52.0))
        );
        below += NODE;
    }
    text.push_str("</g>");
}

/// Draws the sign of a state.
pub(super) fn sign(text: &mut String, state: State, x: f64, y: f64) {
    let _ = write!(
        text,
        "<use href=\"#sign-{}\" x=\"{x:.0}\" y=\"{y:.0}\"/>",
        state.name()
    );
}
