//! Places for boxes: those that lines connect are laid out in layers, owners left, and everything is packed into a
//! shape that fits a screen.
//!
//! The layers, the order in them and the distances are the work of the crate `layout-rs`. It is given one connected
//! part at a time, and never more than it can place in a moment; boxes with a single neighbour are one box to it.

use std::panic::{AssertUnwindSafe, catch_unwind};

use layout::{
    core::{
        base::Orientation,
        format::{ClipHandle, RenderBackend},
        geometry::{Point, Position},
        style::StyleAttr,
    },
    std_shapes::shapes::{Arrow, Element, ShapeKind},
    topo::layout::VisualGraph,
};

/// Width and height.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    /// The width.
    pub width: f64,
    /// The height.
    pub height: f64,
}

/// The left upper corner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Place {
    /// From the left.
    pub x: f64,
    /// From above.
    pub y: f64,
}

/// The distance between boxes that nothing connects.
const GAP: f64 = 16.0;
/// The room for lines between layers.
const LAYER_GAP: f64 = 90.0;
/// How much wider than high the whole should be.
const RATIO: f64 = 1.7;
/// The most boxes, and the most lines, of a part that is laid out in layers.
const MOST_BOXES: usize = 60;
const MOST_LINES: usize = 120;
/// From how many boxes with the same single neighbour on they are a block.
const BLOCK: usize = 4;

/// Returns a place for each box, and the size of the whole. A line leads from an owner to who uses it.
#[must_use]
pub fn arrange(sizes: &[Size], lines: &[(usize, usize)]) -> (Vec<Place>, Size) {
    let parts = parts(sizes.len(), lines);
    // The part of each box, and the place in it.
    let mut seats = vec![(0, 0); sizes.len()];
    for (at, part) in parts.iter().enumerate() {
        for (seat, own) in part.iter().enumerate() {
            seats[*own] = (at, seat);
        }
    }
    let mut pairs: Vec<Vec<(usize, usize)>> = vec![Vec::new(); parts.len()];
    for (from, to) in lines.iter().filter(|own| own.0 != own.1) {
        pairs[seats[*from].0].push((seats[*from].1, seats[*to].1));
    }
    let mut blocks: Vec<(Vec<usize>, Vec<Place>, Size)> = Vec::new();
    for (part, own) in parts.into_iter().zip(pairs) {
        let (places, size) = if part.len() == 1 {
            (vec![Place::default()], sizes[part[0]])
        } else {
            connected(&part, sizes, own)
        };
        blocks.push((part, places, size));
    }
    let outer: Vec<Size> = blocks.iter().map(|own| own.2).collect();
    let (corners, whole) = pack(&outer);
    let mut all = vec![Place::default(); sizes.len()];
    for ((part, places, _), corner) in blocks.into_iter().zip(corners) {
        for (own, place) in part.into_iter().zip(places) {
            all[own] = Place {
                x: corner.x + place.x,
                y: corner.y + place.y,
            };
        }
    }
    (all, whole)
}

/// The first box of the part that a box is in.
fn head(heads: &mut [usize], mut at: usize) -> usize {
    while heads[at] != at {
        heads[at] = heads[heads[at]];
        at = heads[at];
    }
    at
}

/// The connected parts, in the order of their first boxes.
fn parts(count: usize, lines: &[(usize, usize)]) -> Vec<Vec<usize>> {
    let mut heads: Vec<usize> = (0..count).collect();
    for (from, to) in lines {
        let (from, to) = (head(&mut heads, *from), head(&mut heads, *to));
        heads[from.max(to)] = from.min(to);
    }
    let mut parts: Vec<Vec<usize>> = vec![Vec::new(); count];
    for at in 0..count {
        parts[head(&mut heads, at)].push(at);
    }
    parts.retain(|own| !own.is_empty());
    parts
}

/// A unit of the layers: one box, or a block of boxes with the same single neighbour.
struct Unit {
    members: Vec<usize>,
    places: Vec<Place>,
    size: Size,
}

/// Places of the boxes of a connected part.
fn connected(part: &[usize], sizes: &[Size], mut pairs: Vec<(usize, usize)>) -> (Vec<Place>, Size) {
    // A line each way is one for the layers.
    pairs.sort_unstable();
    pairs.dedup();
    let reverse: std::collections::HashSet<(usize, usize)> =
        pairs.iter().filter(|own| own.0 < own.1).copied().collect();
    pairs.retain(|own| own.0 < own.1 || !reverse.contains(&(own.1, own.0)));
    let (units, pairs) = units(part, sizes, &pairs);
    let corners = if units.len() <= MOST_BOXES && pairs.len() <= MOST_LINES {
        layers(&units, &pairs)
    } else {
        None
    };
    let (corners, whole) = corners.unwrap_or_else(|| {
        let sizes: Vec<Size> = units.iter().map(|own| own.size).collect();
        pack(&sizes)
    });
    let mut places = vec![Place::default(); part.len()];
    for (unit, corner) in units.iter().zip(corners) {
        for (member, place) in unit.members.iter().zip(&unit.places) {
            places[*member] = Place {
                x: corner.x + place.x,
                y: corner.y + place.y,
            };
        }
    }
    (places, whole)
}

/// The units of a part, and the lines between them.
fn units(
    part: &[usize],
    sizes: &[Size],
    pairs: &[(usize, usize)],
) -> (Vec<Unit>, Vec<(usize, usize)>) {
    let mut neighbours: Vec<Vec<(usize, bool)>> = vec![Vec::new(); part.len()];
    for (from, to) in pairs {
        neighbours[*from].push((*to, true));
        neighbours[*to].push((*from, false));
    }
    // Boxes with the same single neighbour, on the same side of it.
    let mut alike: std::collections::BTreeMap<(usize, bool), Vec<usize>> =
        std::collections::BTreeMap::new();
    for (at, own) in neighbours.iter().enumerate() {
        if let [only] = own.as_slice() {
            alike.entry(*only).or_default().push(at);
        }
    }
    alike.retain(|_, own| own.len() >= BLOCK);
    let mut unit_of = vec![usize::MAX; part.len()];
    let mut units = Vec::new();
    for members in alike.into_values() {
        for own in &members {
            unit_of[*own] = units.len();
        }
        let inner: Vec<Size> = members.iter().map(|own| sizes[part[*own]]).collect();
        let (places, size) = pack(&inner);
        units.push(Unit {
            members,
            places,
            size,
        });
    }
    for at in 0..part.len() {
        if unit_of[at] == usize::MAX {
            unit_of[at] = units.len();
            units.push(Unit {
                members: vec![at],
                places: vec![Place::default()],
                size: sizes[part[at]],
            });
        }
    }
    let mut lines: Vec<(usize, usize)> = pairs
        .iter()
        .map(|own| (unit_of[own.0], unit_of[own.1]))
        .filter(|own| own.0 != own.1)
        .collect();
    lines.sort_unstable();
    lines.dedup();
    (units, lines)
}

/// The places that `layout-rs` chooses; nothing where it gives up.
fn layers(units: &[Unit], lines: &[(usize, usize)]) -> Option<(Vec<Place>, Size)> {
    let work = || {
        let mut graph = VisualGraph::new(Orientation::LeftToRight);
        let handles: Vec<_> = units
            .iter()
            .map(|own| {
                let size = Point::new(own.size.width, own.size.height);
                let mut element = Element::create(
                    ShapeKind::None,
                    StyleAttr::simple(),
                    Orientation::LeftToRight,
                    size,
                );
                let halo = Point::new(LAYER_GAP, GAP);
                element.pos = Position::new(Point::zero(), size, Point::zero(), halo);
                graph.add_node(element)
            })
            .collect();
        for (from, to) in lines {
            graph.add_edge(Arrow::default(), handles[*from], handles[*to]);
        }
        graph.do_it(false, false, false, &mut NoCanvas);
        handles
            .iter()
            .map(|own| graph.pos(*own).bbox(false).0)
            .collect::<Vec<Point>>()
    };
    // The crate checks its own work with assertions; a picture that is only packed is better than none.
    let corners = catch_unwind(AssertUnwindSafe(work)).ok()?;
    if corners
        .iter()
        .any(|own| !own.x.is_finite() || !own.y.is_finite())
    {
        return None;
    }
    let least = |of: fn(&Point) -> f64| corners.iter().map(of).fold(f64::INFINITY, f64::min);
    let (left, top) = (least(|own| own.x), least(|own| own.y));
    let places: Vec<Place> = corners
        .iter()
        .map(|own| Place {
            x: own.x - left,
            y: own.y - top,
        })
        .collect();
    let mut whole = Size::default();
    for (place, unit) in places.iter().zip(units) {
        whole.width = whole.width.max(place.x + unit.size.width);
        whole.height = whole.height.max(place.y + unit.size.height);
    }
    Some((places, whole))
}

/// Packs boxes from left to right and from above, each where it sits highest.
fn pack(sizes: &[Size]) -> (Vec<Place>, Size) {
    let area: f64 = sizes
        .iter()
        .map(|own| (own.width + GAP) * (own.height + GAP))
        .sum();
    let widest = sizes.iter().map(|own| own.width).fold(0.0, f64::max);
    let limit = (area * RATIO).sqrt().max(widest) + GAP;
    // The lower edge of what is placed: from where, to where, how low.
    let mut edge: Vec<(f64, f64, f64)> = vec![(0.0, limit, 0.0)];
    let mut whole = Size::default();
    let mut places = Vec::with_capacity(sizes.len());
    for own in sizes {
        let (width, height) = (own.width + GAP, own.height + GAP);
        let place = highest(&edge, width, limit);
        sink(&mut edge, place.x, place.x + width, place.y + height);
        whole.width = whole.width.max(place.x + own.width);
        whole.height = whole.height.max(place.y + own.height);
        places.push(place);
    }
    (places, whole)
}

fn highest(edge: &[(f64, f64, f64)], width: f64, limit: f64) -> Place {
    let mut best: Option<Place> = None;
    for (at, start) in edge.iter().enumerate() {
        let x = start.0;
        // Sums of the same numbers may differ in the last digit.
        if x + width > limit + 0.5 && x > 0.0 {
            continue;
        }
        let y = edge[at..]
            .iter()
            .take_while(|own| own.0 < x + width - 0.5)
            .map(|own| own.2)
            .fold(0.0, f64::max);
        if best.is_none_or(|own| y < own.y - 0.5) {
            best = Some(Place { x, y });
        }
    }
    best.unwrap_or_default()
}

/// Lowers the edge between two places.
fn sink(edge: &mut Vec<(f64, f64, f64)>, from: f64, to: f64, low: f64) {
    let mut new = Vec::with_capacity(edge.len() + 2);
    for own in edge.iter() {
        if own.1 <= from || own.0 >= to {
            new.push(*own);
            continue;
        }
        if own.0 < from {
            new.push((own.0, from, own.2));
        }
        if own.1 > to {
            new.push((to, own.1, own.2));
        }
    }
    new.push((from, to, low));
    new.sort_by(|left, right| left.0.total_cmp(&right.0));
    *edge = new;
}

/// Takes the drawing of `layout-rs`, which is not wanted: only the places are.
struct NoCanvas;

impl RenderBackend for NoCanvas {
    fn draw_rect(
        &mut self,
        _: Point,
        _: Point,
        _: &StyleAttr,
        _: Option<String>,
        _: Option<ClipHandle>,
    ) {
    }

    fn draw_line(&mut self, _: Point, _: Point, _: &StyleAttr, _: Option<String>) {}

    fn draw_circle(&mut self, _: Point, _: Point, _: &StyleAttr, _: Option<String>) {}

    fn draw_text(&mut self, _: Point, _: &str, _: &StyleAttr) {}

    fn draw_arrow(
        &mut self,
        _: &[(Point, Point)],
        _: bool,
        _: (bool, bool),
        _: &StyleAttr,
        _: Option<String>,
        _: &str,
    ) {
    }

    fn create_clip(&mut self, _: Point, _: Point, _: usize) -> ClipHandle {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(count: usize) -> Vec<Size> {
        (0..count)
            .map(|at| Size {
                width: 200.0,
                height: 40.0 + 13.0 * f64::from(u16::try_from(at % 7).unwrap_or_default()),
            })
            .collect()
    }

    fn no_overlap(sizes: &[Size], places: &[Place], whole: Size) {
        for (at, (place, size)) in places.iter().zip(sizes).enumerate() {
            assert!(place.x >= 0.0 && place.y >= 0.0, "{at}: {place:?}");
            assert!(place.x + size.width <= whole.width + 0.6, "{at}: {place:?}");
            assert!(
                place.y + size.height <= whole.height + 0.6,
                "{at}: {place:?}"
            );
            for (other, (their, their_size)) in places.iter().zip(sizes).enumerate().skip(at + 1) {
                let apart = place.x + size.width <= their.x
                    || their.x + their_size.width <= place.x
                    || place.y + size.height <= their.y
                    || their.y + their_size.height <= place.y;
                assert!(apart, "{at} {place:?} and {other} {their:?} overlap");
            }
        }
    }

    #[test]
    fn boxes_do_not_overlap() {
        for lines in [
            vec![],
            vec![(0, 1), (0, 2), (1, 3), (3, 4), (9, 0)],
            // Each way, twice, to itself, in a ring.
            vec![(0, 1), (1, 0), (0, 1), (2, 2), (3, 4), (4, 5), (5, 3)],
            (1..40).map(|at| (0, at)).collect(),
            (1..40)
                .flat_map(|at| [(0, at), (at, (at * 7) % 40)])
                .collect(),
        ] {
            let sizes = sizes(40);
            let (places, whole) = arrange(&sizes, &lines);
            no_overlap(&sizes, &places, whole);
        }
    }

    #[test]
    fn an_owner_is_left_of_its_users() {
        let (places, _) = arrange(&sizes(4), &[(3, 0), (3, 1), (3, 2)]);
        for user in 0..3 {
            assert!(places[3].x + 200.0 < places[user].x);
        }
    }

    #[test]
    fn many_boxes_make_a_shape_for_a_screen() {
        let (_, whole) = arrange(&sizes(300), &[]);
        let ratio = whole.width / whole.height;
        assert!((1.2..2.4).contains(&ratio), "{ratio}");
    }

    /// Numbers that look random and are the same in each run.
    fn next(seed: &mut usize) -> usize {
        *seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (*seed >> 33) & 0xffff
    }

    #[test]
    fn the_crate_lays_out_every_graph_of_its_size() {
        let mut seed = 7;
        for _ in 0..25 {
            let count = 2 + next(&mut seed) % 40;
            let units: Vec<Unit> = (0..count)
                .map(|at| Unit {
                    members: vec![at],
                    places: vec![Place::default()],
                    size: sizes(count)[at],
                })
                .collect();
            let mut lines: Vec<(usize, usize)> = Vec::new();
            for _ in 0..next(&mut seed) % 60 {
                let (from, to) = (next(&mut seed) % count, next(&mut seed) % count);
                if from != to && !lines.contains(&(from, to)) && !lines.contains(&(to, from)) {
                    lines.push((from, to));
                }
            }
            assert!(layers(&units, &lines).is_some(), "{count} boxes, {lines:?}");
        }
    }
}
