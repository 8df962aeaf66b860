//! The picture as SVG, by itself or in a page.

mod boxes;
mod words;

use std::{collections::HashSet, fmt::Write};

use self::{
    boxes::{boxed, sign},
    words::{shorten, wide},
};
use super::{
    State, Topology,
    layout::{Place, Size, arrange},
    view::{Cluster, Detail, End, Line, Meaning, Row, Shown, View, view},
};
use crate::report::{counted, escape::html as escape_html};

/// The colours and the type of the picture.
pub const STYLE: &str = include_str!("../picture.css");

const WIDTH: f64 = 264.0;
const HEAD: f64 = 26.0;
const ROW: f64 = 20.0;
const NODE: f64 = 17.0;
const FOOT: f64 = 6.0;
const PAD: f64 = 14.0;
const TITLE: f64 = 24.0;
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
    // Lines are above the frames and below the boxes, so that they cross no name.
    for (own, at) in view.subscriptions.iter().zip(&placed) {
        frames(&mut text, own, at);
    }
    let mut marks = String::new();
    for own in &view.lines {
        line(&mut text, &mut marks, view, &placed, own);
    }
    for (own, at) in view.subscriptions.iter().zip(&placed) {
        boxes(&mut text, own, at);
    }
    text.push_str(&marks);
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

fn frames(text: &mut String, own: &Cluster, at: &Placed) {
    frame(text, "sub", &own.title, at, Place::default());
    for (group, place) in own.groups.iter().zip(&at.inner) {
        if !group.title.is_empty() {
            frame(text, "rg", &group.title, place, at.place);
        }
    }
}

fn frame(text: &mut String, look: &str, title: &str, at: &Placed, corner: Place) {
    let _ = writeln!(
        text,
        "<g transform=\"translate({:.0} {:.0})\"><rect class=\"{look}\" width=\"{:.0}\" height=\"{:.0}\" rx=\"8\"/>\
         <text class=\"{look}-title\" x=\"{PAD}\" y=\"21\">{}<title>{}</title></text></g>",
        corner.x + at.place.x,
        corner.y + at.place.y,
        at.size.width,
        at.size.height,
        escape_html(&shorten(title, at.size.width - 2.0 * PAD)),
        escape_html(title)
    );
}

fn boxes(text: &mut String, own: &Cluster, at: &Placed) {
    for (group, frame) in own.groups.iter().zip(&at.inner) {
        for (shown, place) in group.boxes.iter().zip(&frame.inner) {
            let corner = Place {
                x: at.place.x + frame.place.x + place.place.x,
                y: at.place.y + frame.place.y + place.place.y,
            };
            boxed(text, shown, corner, place.size);
        }
    }
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

fn line(text: &mut String, marks: &mut String, view: &View, placed: &[Placed], own: &Line) {
    let (from_left, from_right, from_y) = touch(view, placed, own.from);
    let (to_left, to_right, to_y) = touch(view, placed, own.to);
    // The sides that face each other; where the boxes are above each other, a bow on their left.
    let (start, end, bow, other) = if to_right + 8.0 <= from_left {
        let bow = ((from_left - to_right) / 2.0).clamp(24.0, 160.0);
        (from_left, to_right, bow, bow)
    } else if from_right + 8.0 <= to_left {
        let bow = -((to_left - from_right) / 2.0).clamp(24.0, 160.0);
        (from_right, to_left, bow, bow)
    } else {
        (from_left, to_left, 40.0, -40.0)
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
    text.push_str("</g>\n");
    // Near the beginning, where no other box is.
    let (x, y) = along(
        (start, start - bow, end + other, end),
        (from_y, from_y, to_y, to_y),
    );
    if own.state.is_broken() {
        sign(marks, State::Error, x, y);
    } else if own.count > 1 {
        let _ = writeln!(
            marks,
            "<circle class=\"many\" cx=\"{x:.0}\" cy=\"{y:.0}\" r=\"10\"/><text class=\"many\" x=\"{x:.0}\" \
             y=\"{:.0}\">{}</text>",
            y + 4.0,
            own.count
        );
    }
}

/// A point near the beginning of a curve with these coordinates of its points.
fn along(x: (f64, f64, f64, f64), y: (f64, f64, f64, f64)) -> (f64, f64) {
    // The nearest one to the box that is clear of it.
    let at = (0..20)
        .map(|step| f64::from(step) / 40.0)
        .find(|at| (bezier(x, *at) - x.0).abs() >= 20.0)
        .unwrap_or(0.5);
    (bezier(x, at), bezier(y, at))
}

fn bezier((start, first, second, end): (f64, f64, f64, f64), at: f64) -> f64 {
    let rest = 1.0 - at;
    rest.powi(3) * start
        + 3.0 * rest * rest * at * first
        + 3.0 * rest * at * at * second
        + at.powi(3) * end
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

/// The signs: each state has a colour and a shape.
const SYMBOLS: &str = "<defs>\
<g id=\"sign-good\" class=\"sign good\"><circle r=\"4\"/></g>\
<g id=\"sign-unknown\" class=\"sign unknown\"><circle r=\"3.6\"/></g>\
<g id=\"sign-note\" class=\"sign note\"><circle r=\"5\"/><path d=\"M0-2.6v.6M0-.2v3\"/></g>\
<g id=\"sign-warning\" class=\"sign warning\"><path d=\"M0-5.6L6 4.8H-6Z\"/>\
<path class=\"in\" d=\"M0-2v3.2M0 3v.4\"/></g>\
<g id=\"sign-error\" class=\"sign error\"><rect x=\"-5.5\" y=\"-5.5\" width=\"11\" height=\"11\" rx=\"2\"/>\
<path class=\"in\" d=\"M-2.6-2.6L2.6 2.6M2.6-2.6L-2.6 2.6\"/></g>\
<marker id=\"to-link\" class=\"to link\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" \
markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0L8 4 0 8Z\"/></marker>\
<marker id=\"to-broken\" class=\"to broken\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" \
markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0L8 4 0 8Z\"/></marker>\
<marker id=\"to-grant\" class=\"to grant\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" \
markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0L8 4 0 8Z\"/></marker></defs>\n";
