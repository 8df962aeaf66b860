//! The picture as SVG, by itself or in a page.

use std::{collections::HashSet, fmt::Write};

use super::{
    State, Topology,
    layout::{Place, Size, arrange},
    view::{Cluster, Detail, End, Frame, Line, Meaning, Row, Shown, View, view},
};
use crate::fleet::report::{counted, escape_html, escape_plain};

/// The colours and the type of the picture.
pub const STYLE: &str = include_str!("picture.css");

const WIDTH: f64 = 264.0;
const HEAD: f64 = 26.0;
const ROW: f64 = 20.0;
const NODE: f64 = 17.0;
const FOOT: f64 = 6.0;
const PAD: f64 = 14.0;
const TITLE: f64 = 24.0;
/// The most signs of nodes in a row.
const SIGNS: usize = 8;
/// How wide a letter is at most, on average.
const LETTER: f64 = 6.9;
/// The height of the legend and the distance to it.
const LEGEND: f64 = 46.0;

/// A frame with a place.
struct Placed {
    place: Place,
    size: Size,
    inner: Vec<Placed>,
}

/// Returns the picture as a file of its own.
#[must_use]
pub fn document(topology: &Topology, title: &str, detail: Option<Detail>) -> String {
    let drawn = draw(&view(topology, detail), title, STYLE);
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{drawn}\n")
}

/// Returns the picture as a part of a page, which has the style.
#[must_use]
pub fn part(view: &View, title: &str) -> String {
    draw(view, title, "")
}

fn draw(view: &View, title: &str, style: &str) -> String {
    let (placed, size) = place(view);
    let width = size.width.max(620.0) + 2.0 * PAD;
    let height = size.height + LEGEND + 2.0 * PAD;
    let mut text = String::new();
    let _ = write!(
        text,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"fleet\" role=\"img\" aria-labelledby=\"fleet-title \
         fleet-text\" width=\"{width:.0}\" height=\"{height:.0}\" viewBox=\"0 0 {width:.0} {height:.0}\">\n\
         <title id=\"fleet-title\">{}</title>\n<desc id=\"fleet-text\">{}</desc>\n",
        escape_html(title),
        escape_html(&describe(view))
    );
    if !style.is_empty() {
        let _ = writeln!(text, "<style>{style}</style>");
    }
    text.push_str(SYMBOLS);
    text.push_str("<rect class=\"ground\" width=\"100%\" height=\"100%\"/>\n");
    let _ = writeln!(text, "<g transform=\"translate({PAD} {PAD})\">");
    let mut lines = String::new();
    for own in &view.lines {
        line(&mut lines, view, &placed, own);
    }
    for (own, at) in view.subscriptions.iter().zip(&placed) {
        cluster(&mut text, own, at);
    }
    text.push_str(&lines);
    text.push_str("</g>\n");
    legend(&mut text, view, height - LEGEND + 6.0);
    text.push_str("</svg>");
    text
}

/// The picture in a sentence.
fn describe(view: &View) -> String {
    let broken = view.boxes().filter(|own| own.worst().is_broken()).count();
    let links: usize = view
        .lines
        .iter()
        .filter(|own| own.meaning == Meaning::Link)
        .map(|own| own.count)
        .sum();
    format!(
        "{} with {}, {} of them with something broken; {}.",
        counted(view.subscriptions.len(), "subscription", "subscriptions"),
        counted(view.boxes().count(), "box", "boxes"),
        broken,
        counted(links, "link", "links")
    )
}

fn size_of(own: &Shown) -> Size {
    let rows: f64 = own.rows.iter().map(row_height).sum();
    let height = if own.rows.is_empty() {
        HEAD
    } else {
        HEAD + rows + FOOT
    };
    Size {
        width: WIDTH,
        height,
    }
}

#[expect(clippy::cast_precision_loss, reason = "there are few nodes in a row")]
fn row_height(own: &Row) -> f64 {
    ROW + own.nodes.len() as f64 * NODE
}

/// Gives everything its place, from the inside.
fn place(view: &View) -> (Vec<Placed>, Size) {
    let mut outer = Vec::new();
    for (at, cluster) in view.subscriptions.iter().enumerate() {
        let mut frames = Vec::new();
        for (place, frame) in cluster.groups.iter().enumerate() {
            let sizes: Vec<Size> = frame.boxes.iter().map(size_of).collect();
            let lines = between(view, |end| {
                (end.cluster == at && end.frame == place).then_some(end.shown)
            });
            let boxes = sizes.iter().map(|size| Placed {
                place: Place::default(),
                size: *size,
                inner: Vec::new(),
            });
            let titled = !frame.title.is_empty();
            frames.push(framed(boxes.collect(), &lines, titled, titled));
        }
        let lines = between(view, |end| (end.cluster == at).then_some(end.frame));
        outer.push(framed(frames, &lines, true, true));
    }
    let lines = between(view, |end| Some(end.cluster));
    let whole = framed(outer, &lines, false, false);
    (whole.inner, whole.size)
}

/// The lines between the children of a frame, from owner to user.
fn between(view: &View, child: impl Fn(&End) -> Option<usize>) -> Vec<(usize, usize)> {
    let all: HashSet<(usize, usize)> = view
        .lines
        .iter()
        .filter_map(|own| Some((child(&own.to)?, child(&own.from)?)))
        .filter(|own| own.0 != own.1)
        .collect();
    let mut all: Vec<(usize, usize)> = all.into_iter().collect();
    all.sort_unstable();
    all
}

fn framed(mut inner: Vec<Placed>, lines: &[(usize, usize)], titled: bool, padded: bool) -> Placed {
    let sizes: Vec<Size> = inner.iter().map(|own| own.size).collect();
    let (places, mut size) = arrange(&sizes, lines);
    let pad = if padded { PAD } else { 0.0 };
    let top = pad + if titled { TITLE - 4.0 } else { 0.0 };
    for (own, place) in inner.iter_mut().zip(places) {
        own.place = Place {
            x: place.x + pad,
            y: place.y + top,
        };
    }
    // A frame without anything in it has its heading.
    size.width = size.width.max(if titled { WIDTH } else { 0.0 }) + 2.0 * pad;
    size.height += top + pad;
    Placed {
        place: Place::default(),
        size,
        inner,
    }
}

fn cluster(text: &mut String, own: &Cluster, at: &Placed) {
    frame_rect(text, "sub", &own.title, at);
    for (frame, place) in own.groups.iter().zip(&at.inner) {
        group(text, frame, place);
    }
    text.push_str("</g>\n");
}

fn group(text: &mut String, own: &Frame, at: &Placed) {
    frame_rect(
        text,
        if own.title.is_empty() { "" } else { "rg" },
        &own.title,
        at,
    );
    for (shown, place) in own.boxes.iter().zip(&at.inner) {
        boxed(text, shown, place);
    }
    text.push_str("</g>\n");
}

fn frame_rect(text: &mut String, look: &str, title: &str, at: &Placed) {
    let _ = write!(
        text,
        "<g transform=\"translate({:.0} {:.0})\">",
        at.place.x, at.place.y
    );
    if look.is_empty() {
        return;
    }
    let _ = write!(
        text,
        "<rect class=\"{look}\" width=\"{:.0}\" height=\"{:.0}\" rx=\"8\"/><text class=\"{look}-title\" x=\"{PAD}\" \
         y=\"21\">{}<title>{}</title></text>",
        at.size.width,
        at.size.height,
        escape_html(&shorten(title, at.size.width - 2.0 * PAD)),
        escape_html(title)
    );
}

fn boxed(text: &mut String, own: &Shown, at: &Placed) {
    let outside = if own.outside { " outside" } else { "" };
    let _ = write!(
        text,
        "<g class=\"box {}{outside}\" data-name=\"{}\" transform=\"translate({:.0} {:.0})\"><title>{}</title>\
         <rect class=\"body\" width=\"{:.0}\" height=\"{:.0}\" rx=\"5\"/>",
        own.worst().name(),
        escape_html(&own.title.to_lowercase()),
        at.place.x,
        at.place.y,
        escape_html(&own.hint),
        at.size.width,
        at.size.height
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
        right -= 6.0 + wide(&own.tag) * 0.9;
    }
    let _ = write!(
        text,
        "<text x=\"26\" y=\"14\">{}</text>",
        escape_html(&shorten(&own.title, right - 28.0))
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

fn sign(text: &mut String, state: State, x: f64, y: f64) {
    let _ = write!(
        text,
        "<use href=\"#sign-{}\" x=\"{x:.0}\" y=\"{y:.0}\"/>",
        state.name()
    );
}

/// Where a line touches: the middle of the row, or of the heading, and both sides of the box.
fn touch(view: &View, placed: &[Placed], end: End) -> (f64, f64, f64) {
    let cluster = &placed[end.cluster];
    let frame = &cluster.inner[end.frame];
    let own = &frame.inner[end.shown];
    let x = cluster.place.x + frame.place.x + own.place.x;
    let mut y = cluster.place.y + frame.place.y + own.place.y;
    let rows = &view.at(end).rows;
    y += match end.row {
        Some(at) => HEAD + rows[..at].iter().map(row_height).sum::<f64>() + ROW / 2.0,
        None => HEAD / 2.0,
    };
    (x, x + own.size.width, y)
}

fn line(text: &mut String, view: &View, placed: &[Placed], own: &Line) {
    let (from_left, from_right, from_y) = touch(view, placed, own.from);
    let (to_left, to_right, to_y) = touch(view, placed, own.to);
    // The sides that face each other; where the boxes are above each other, a bow on their left.
    let (start, end, bow) = if to_right + 8.0 <= from_left {
        (
            from_left,
            to_right,
            ((from_left - to_right) / 2.0).clamp(24.0, 160.0),
        )
    } else if from_right + 8.0 <= to_left {
        (
            from_right,
            to_left,
            -((to_left - from_right) / 2.0).clamp(24.0, 160.0),
        )
    } else {
        (from_left, to_left, 40.0)
    };
    let other = if start == from_left && end == to_left {
        -bow
    } else {
        bow
    };
    let look = match (own.meaning, own.state) {
        (Meaning::Grant, _) => "grant",
        (Meaning::Link, state) if state.is_broken() => "link broken",
        (Meaning::Link, _) if own.without_grant > 0 => "link ungranted",
        (Meaning::Link, _) => "link",
    };
    let what = match own.meaning {
        Meaning::Link => counted(own.count, "link", "links"),
        Meaning::Grant => {
            counted(own.count, "role assignment", "role assignments") + " without a link"
        }
    };
    let mut hint = format!(
        "{}: {what} to {}",
        view.at(own.from).title,
        view.at(own.to).title
    );
    if own.without_grant > 0 {
        let _ = write!(hint, "; no role assignment seen for {}", own.without_grant);
    }
    let _ = write!(
        text,
        "<g class=\"{look}\"><title>{}</title><path d=\"M{start:.0} {from_y:.0}C{:.0} {from_y:.0} {:.0} {to_y:.0} \
         {end:.0} {to_y:.0}\" marker-end=\"url(#to-{})\"/>",
        escape_html(&hint),
        start - bow,
        end + other,
        if own.meaning == Meaning::Grant {
            "grant"
        } else if own.state.is_broken() {
            "broken"
        } else {
            "link"
        }
    );
    let (x, y) = (
        (start + end) / 2.0 + (other - bow) * 0.375,
        f64::midpoint(from_y, to_y),
    );
    if own.state.is_broken() {
        sign(text, State::Error, x, y);
    } else if own.count > 1 {
        let _ = write!(
            text,
            "<circle class=\"many\" cx=\"{x:.0}\" cy=\"{y:.0}\" r=\"10\"/><text class=\"many\" x=\"{x:.0}\" \
             y=\"{:.0}\">{}</text>",
            y + 4.0,
            own.count
        );
    }
    text.push_str("</g>\n");
}

fn legend(text: &mut String, view: &View, y: f64) {
    let words = [
        (State::Good, "healthy"),
        (State::Information, "information"),
        (State::Warning, "warning"),
        (State::Error, "error or offline"),
        (State::Unknown, "not known"),
    ];
    let _ = write!(
        text,
        "<g class=\"legend\" transform=\"translate({PAD} {y:.0})\">"
    );
    let mut x = 6.0;
    for (state, word) in words {
        sign(text, state, x, 8.0);
        let _ = write!(text, "<text x=\"{:.0}\" y=\"12\">{word}</text>", x + 11.0);
        x += 32.0 + wide(word);
    }
    let _ = write!(
        text,
        "<g class=\"link\"><path d=\"M{:.0} 8h-30\" marker-end=\"url(#to-link)\"/></g><text x=\"{:.0}\" y=\"12\">\
         linked to its owner</text>",
        x + 30.0,
        x + 37.0
    );
    let detail = view.detail.map_or("", |own| match own {
        Detail::Node | Detail::Runtime => "",
        Detail::Broken => {
            "Healthy integration runtimes without links are shown as numbers. A dot on the right of a row is a node."
        }
        Detail::Parent => "Healthy resources and integration runtimes are shown as numbers.",
        Detail::Group => "A box is a resource group.",
    });
    let detail = if detail.is_empty()
        && view
            .boxes()
            .flat_map(|own| &own.rows)
            .any(|own| !own.signs.is_empty())
    {
        "A sign on the right of a row is a node."
    } else {
        detail
    };
    let _ = writeln!(
        text,
        "<text class=\"kind-left\" x=\"0\" y=\"32\">{detail}</text></g>"
    );
}

/// The width of a text, about.
fn wide(text: &str) -> f64 {
    text.chars()
        .map(|own| if own >= '\u{1100}' { 12.5 } else { LETTER })
        .sum()
}

/// A text that fits; what is cut out is in its middle, since names differ at their ends.
fn shorten(text: &str, room: f64) -> String {
    let text = escape_plain(text);
    if wide(&text) <= room {
        return text.into_owned();
    }
    let all: Vec<char> = text.chars().collect();
    let mut keep = all.len().saturating_sub(1);
    while keep > 2 {
        let head = keep.div_ceil(2);
        let short: String = all[..head]
            .iter()
            .chain(&['…'])
            .chain(&all[all.len() - (keep - head)..])
            .collect();
        if wide(&short) <= room {
            return short;
        }
        keep -= 1;
    }
    "…".to_owned()
}

/// The signs: each state has a colour and a shape.
const SYMBOLS: &str = "<defs>\
<g id=\"sign-good\" class=\"sign good\"><circle r=\"4\"/></g>\
<g id=\"sign-unknown\" class=\"sign unknown\"><circle r=\"3.6\"/></g>\
<g id=\"sign-note\" class=\"sign note\"><circle r=\"5\"/><path d=\"M0-2.6v.6M0-.2v3\"/></g>\
<g id=\"sign-warning\" class=\"sign warning\"><path d=\"M0-5.6L6 4.8H-6Z\"/><path class=\"in\" d=\"M0-2v3.2M0 3v.4\"/></g>\
<g id=\"sign-error\" class=\"sign error\"><rect x=\"-5.5\" y=\"-5.5\" width=\"11\" height=\"11\" rx=\"2\"/>\
<path class=\"in\" d=\"M-2.6-2.6L2.6 2.6M2.6-2.6L-2.6 2.6\"/></g>\
<marker id=\"to-link\" class=\"to link\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" \
markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0L8 4 0 8Z\"/></marker>\
<marker id=\"to-broken\" class=\"to broken\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" \
markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0L8 4 0 8Z\"/></marker>\
<marker id=\"to-grant\" class=\"to grant\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" \
markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0L8 4 0 8Z\"/></marker></defs>\n";
