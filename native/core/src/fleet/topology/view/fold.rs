//! What each detail shows, and what it makes a number.

use std::collections::HashMap;

use super::{
    super::{Parent, Runtime, State, Topology},
    Cluster, Detail, End, Frame, Line, Meaning, Row, Shown, View,
};
use crate::{report::counted, runtimes::service::Service};

/// The most lines of a box in [`Detail::Broken`] and [`Detail::Parent`].
const LINES: usize = 12;
const FEW_LINES: usize = 6;
/// The most boxes of a resource group in [`Detail::Parent`].
const BOXES: usize = 40;

/// The short word for a service.
fn tag(parent: &Parent) -> &'static str {
    match parent.service {
        Service::DataFactory => "ADF",
        Service::Synapse => "SYN",
        Service::Purview => "PV",
    }
}

/// The short word for a kind.
fn kind(runtime: &Runtime) -> String {
    match runtime.kind.as_str() {
        "SelfHosted" => String::new(),
        "AzureDefault" => "Azure".to_owned(),
        "AzureSsis" => "SSIS".to_owned(),
        "Linked" => "linked".to_owned(),
        other => other.to_owned(),
    }
}

/// Folds a fleet to a detail.
pub(super) struct Folder<'a> {
    topology: &'a Topology,
    detail: Detail,
    made: View,
    /// Where each integration runtime is.
    places: HashMap<usize, End>,
    /// Where each parent is.
    parents: HashMap<usize, End>,
}

impl<'a> Folder<'a> {
    pub(super) fn new(topology: &'a Topology, detail: Detail) -> Self {
        Self {
            topology,
            detail,
            made: View {
                detail: Some(detail),
                ..View::default()
            },
            places: HashMap::new(),
            parents: HashMap::new(),
        }
    }

    pub(super) fn fold(mut self) -> View {
        for (at, own) in self.topology.subscriptions.iter().enumerate() {
            self.made.subscriptions.push(Cluster {
                title: own.name.clone(),
                groups: Vec::new(),
            });
            if self.detail == Detail::Group {
                self.made.subscriptions[at].groups.push(Frame::default());
                for group in &own.groups {
                    let group = &self.topology.groups[*group];
                    self.several(at, 0, &group.parents, &group.name);
                }
                continue;
            }
            for (place, group) in own.groups.iter().enumerate() {
                let group = &self.topology.groups[*group];
                self.made.subscriptions[at].groups.push(Frame {
                    title: group.name.clone(),
                    boxes: Vec::new(),
                });
                self.group(at, place, &group.parents);
            }
        }
        self.lines();
        self.made
    }

    /// The worst of a parent and its integration runtimes.
    fn worst(&self, parent: usize) -> State {
        let own = &self.topology.parents[parent];
        let runtimes = own
            .runtimes
            .iter()
            .map(|at| self.topology.runtimes[*at].state);
        own.state.max(runtimes.max().unwrap_or_default())
    }

    fn is_linked(&self, parent: usize) -> bool {
        let own = &self.topology.parents[parent];
        own.outside
            || own
                .runtimes
                .iter()
                .any(|at| self.topology.runtimes[*at].linked)
    }

    fn group(&mut self, cluster: usize, frame: usize, parents: &[usize]) {
        let mut shown = Vec::new();
        let mut folded = Vec::new();
        let mut sorted = parents.to_vec();
        // What is broken first.
        sorted.sort_by_key(|own| std::cmp::Reverse(self.worst(*own).is_broken()));
        for own in sorted {
            let keep = match self.detail {
                Detail::Node | Detail::Runtime => true,
                Detail::Broken => self.worst(own).is_broken() || self.is_linked(own),
                Detail::Parent | Detail::Group => {
                    self.worst(own).is_broken() && shown.len() < BOXES
                }
            };
            if keep {
                shown.push(own);
            } else {
                folded.push(own);
            }
        }
        // A number for a single one would hide its name for nothing.
        if folded.len() == 1 {
            shown.append(&mut folded);
        }
        for own in shown {
            self.parent(cluster, frame, own);
        }
        if !folded.is_empty() {
            self.several(cluster, frame, &folded, "");
        }
    }

    /// A box that stands for several parents.
    fn several(&mut self, cluster: usize, frame: usize, parents: &[usize], title: &str) {
        let end = self.next(cluster, frame);
        let mut count = Count::default();
        let mut state = State::Good;
        for own in parents {
            let parent = &self.topology.parents[*own];
            state = state.max(self.worst(*own));
            self.parents.insert(*own, end);
            for at in &parent.runtimes {
                count.add(&self.topology.runtimes[*at]);
                self.places.insert(*at, end);
            }
        }
        let resources = counted(parents.len(), "resource", "resources");
        let names: Vec<&str> = parents
            .iter()
            .take(20)
            .map(|own| self.topology.parents[*own].name.as_str())
            .collect();
        let more = if parents.len() > 20 { ", …" } else { "" };
        let broken = count.broken;
        let row = Row {
            title: count.words(),
            state,
            several: true,
            ..Row::default()
        };
        let shown = Shown {
            title: if title.is_empty() {
                format!("+ {resources}")
            } else {
                title.to_owned()
            },
            state,
            rows: vec![
                Row {
                    title: resources,
                    state: if broken > 0 { State::Good } else { state },
                    several: true,
                    ..Row::default()
                },
                row,
            ],
            hint: format!("{}{more}", names.join(", ")),
            ..Shown::default()
        };
        // The number of resources is the heading where the box has no name.
        let shown = if title.is_empty() {
            Shown {
                rows: shown.rows.into_iter().skip(1).collect(),
                ..shown
            }
        } else {
            shown
        };
        self.made.subscriptions[cluster].groups[frame]
            .boxes
            .push(shown);
    }

    fn next(&self, cluster: usize, frame: usize) -> End {
        End {
            cluster,
            frame,
            shown: self.made.subscriptions[cluster].groups[frame].boxes.len(),
            row: None,
        }
    }

    fn parent(&mut self, cluster: usize, frame: usize, at: usize) {
        let end = self.next(cluster, frame);
        let own = &self.topology.parents[at];
        self.parents.insert(at, end);
        let most = match self.detail {
            Detail::Node | Detail::Runtime => usize::MAX,
            Detail::Broken => LINES,
            Detail::Parent | Detail::Group => FEW_LINES,
        };
        let mut sorted = own.runtimes.clone();
        let rank = |own: &Runtime| (!own.state.is_broken(), !own.linked);
        sorted.sort_by_key(|at| rank(&self.topology.runtimes[*at]));
        let mut rows = Vec::new();
        let mut folded = Count::default();
        let mut worst = State::Good;
        let mut behind = Vec::new();
        for place in sorted {
            let runtime = &self.topology.runtimes[place];
            let keep = match self.detail {
                Detail::Node | Detail::Runtime => true,
                Detail::Broken => runtime.state.is_broken() || runtime.linked,
                Detail::Parent | Detail::Group => runtime.state.is_broken(),
            };
            if keep && rows.len() < most {
                let row = Some(rows.len());
                self.places.insert(place, End { row, ..end });
                rows.push(self.row(runtime));
            } else {
                folded.add(runtime);
                worst = worst.max(runtime.state);
                behind.push(place);
            }
        }
        if !behind.is_empty() {
            let row = Some(rows.len());
            for place in behind {
                self.places.insert(place, End { row, ..end });
            }
            let plus = if rows.is_empty() { "" } else { "+ " };
            rows.push(Row {
                title: format!("{plus}{}", folded.words()),
                state: worst,
                several: true,
                ..Row::default()
            });
        }
        let mut hint = vec![own.id.clone()];
        hint.extend(own.notes.iter().cloned());
        self.made.subscriptions[cluster].groups[frame]
            .boxes
            .push(Shown {
                title: own.name.clone(),
                tag: tag(own),
                state: own.state,
                outside: own.outside,
                rows,
                hint: hint.join("\n"),
            });
    }

    fn row(&self, own: &Runtime) -> Row {
        let mut hint = vec![format!("{} ({})", own.name, own.kind)];
        hint.extend(
            own.version
                .as_ref()
                .map(|version| format!("Version {version}")),
        );
        for node in &own.nodes {
            let status = node.status.as_deref().unwrap_or("status not known");
            hint.push(format!("{} {}: {status}", node.state.sign(), node.name));
        }
        if own.outside_links > 0 {
            hint.push(format!(
                "{} of data factories that this picture does not show",
                counted(own.outside_links, "link", "links")
            ));
        }
        if own.outside_grants > 0 {
            hint.push(format!(
                "{} for other identities",
                counted(own.outside_grants, "role assignment", "role assignments")
            ));
        }
        hint.extend(own.notes.iter().cloned());
        let mut tag = kind(own);
        if own.outside_links > 0 {
            tag = format!(
                "+{} from outside",
                counted(own.outside_links, "link", "links")
            );
        }
        let by_name = self.detail == Detail::Node;
        Row {
            title: own.name.clone(),
            tag,
            state: own.state,
            signs: own
                .nodes
                .iter()
                .filter(|_| !by_name)
                .map(|own| own.state)
                .collect(),
            nodes: own
                .nodes
                .iter()
                .filter(|_| by_name)
                .map(|own| (own.state, own.name.clone()))
                .collect(),
            hint: hint.join("\n"),
            several: false,
        }
    }

    fn lines(&mut self) {
        let topology = self.topology;
        let mut seen: HashMap<(End, End, Meaning), usize> = HashMap::new();
        let mut add = |line: Line| {
            let key = (line.from, line.to, line.meaning);
            // Inside of a box that stands for both ends there is nothing to draw.
            if line.from == line.to {
                return;
            }
            if let Some(at) = seen.get(&key) {
                let own = &mut self.made.lines[*at];
                own.count += line.count;
                own.without_grant += line.without_grant;
                own.state = own.state.max(line.state);
            } else {
                seen.insert(key, self.made.lines.len());
                self.made.lines.push(line);
            }
        };
        for own in &topology.links {
            let (Some(from), Some(to)) = (self.places.get(&own.from), self.places.get(&own.to))
            else {
                continue;
            };
            add(Line {
                from: *from,
                to: *to,
                meaning: Meaning::Link,
                state: own.state,
                count: 1,
                without_grant: usize::from(own.granted == Some(false)),
            });
        }
        for own in &topology.grants {
            let to = own.runtime.map_or_else(
                || self.parents.get(&own.to),
                |runtime| self.places.get(&runtime),
            );
            let (Some(from), Some(to)) = (self.parents.get(&own.from), to) else {
                continue;
            };
            if (from.cluster, from.frame, from.shown) == (to.cluster, to.frame, to.shown) {
                continue;
            }
            add(Line {
                from: *from,
                to: *to,
                meaning: Meaning::Grant,
                state: State::Good,
                count: 1,
                without_grant: 0,
            });
        }
    }
}

/// What a row that stands for several integration runtimes says.
#[derive(Default)]
struct Count {
    runtimes: usize,
    nodes: usize,
    broken: usize,
}

impl Count {
    fn add(&mut self, own: &Runtime) {
        self.runtimes += 1;
        self.nodes += own.nodes.len();
        self.broken += usize::from(own.state.is_broken());
    }

    fn words(&self) -> String {
        let mut words = counted(self.runtimes, "runtime", "runtimes");
        if self.nodes > 0 {
            words = format!("{words}, {}", counted(self.nodes, "node", "nodes"));
        }
        if self.broken > 0 {
            words = format!("{words}, {} broken", self.broken);
        }
        words
    }
}
