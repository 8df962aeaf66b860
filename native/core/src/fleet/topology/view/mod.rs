//! The fleet folded to a size that can be read: what is broken stays visible, what is healthy becomes a number.

mod fold;

use self::fold::Folder;
use super::{State, Topology};

/// How much the picture shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    /// Every integration runtime, and the names of the nodes.
    Node,
    /// Every integration runtime, and a sign for each node.
    Runtime,
    /// Integration runtimes that are broken, shared or linked; the others as a number.
    Broken,
    /// Every data factory, workspace and account that is not healthy, with what is broken in it.
    Parent,
    /// A box for each resource group.
    Group,
}

impl Detail {
    /// All of them, with the most lines that are still legible; the last one has no limit.
    pub const ALL: [(Self, usize); 5] = [
        (Self::Node, 250),
        (Self::Runtime, 700),
        (Self::Broken, 1100),
        (Self::Parent, 1500),
        (Self::Group, usize::MAX),
    ];

    /// Its name, also the value of the parameter.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Node => "Node",
            Self::Runtime => "IntegrationRuntime",
            Self::Broken => "Broken",
            Self::Parent => "Resource",
            Self::Group => "ResourceGroup",
        }
    }

    /// The one of this name, without case.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .map(|own| own.0)
            .find(|own| own.name().eq_ignore_ascii_case(name))
    }
}

/// What the picture shows.
#[derive(Clone, Debug, Default)]
pub struct View {
    /// The subscriptions.
    pub subscriptions: Vec<Cluster>,
    /// The lines between boxes.
    pub lines: Vec<Line>,
    /// How much is shown.
    pub detail: Option<Detail>,
}

/// A frame around resource groups.
#[derive(Clone, Debug, Default)]
pub struct Cluster {
    /// The heading.
    pub title: String,
    /// The frames in it.
    pub groups: Vec<Frame>,
}

/// A frame around boxes.
#[derive(Clone, Debug, Default)]
pub struct Frame {
    /// The heading; without one there is no frame.
    pub title: String,
    /// The boxes in it.
    pub boxes: Vec<Shown>,
}

/// A box: a data factory, workspace or account, or several of them.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    /// The heading.
    pub title: String,
    /// A short word for the service; nothing for a box of several.
    pub tag: &'static str,
    /// How it is, without its rows.
    pub state: State,
    /// Whether it is outside of the view.
    pub outside: bool,
    /// The rows.
    pub rows: Vec<Row>,
    /// More words, for who points at it.
    pub hint: String,
}

impl Shown {
    /// The worst of the box and its rows.
    #[must_use]
    pub fn worst(&self) -> State {
        let rows = self.rows.iter().map(|own| own.state).max();
        self.state.max(rows.unwrap_or_default())
    }
}

/// A row of a box.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// The text.
    pub title: String,
    /// A short word for the kind.
    pub tag: String,
    /// How it is.
    pub state: State,
    /// The nodes' states, where they are shown as signs.
    pub signs: Vec<State>,
    /// The nodes, where they are shown by name.
    pub nodes: Vec<(State, String)>,
    /// More words, for who points at it.
    pub hint: String,
    /// Whether the row stands for several integration runtimes.
    pub several: bool,
}

/// The end of a line: a box, or a row in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct End {
    /// The subscription.
    pub cluster: usize,
    /// The resource group in it.
    pub frame: usize,
    /// The box in it.
    pub shown: usize,
    /// The row in it.
    pub row: Option<usize>,
}

/// What a line means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Meaning {
    /// From a linked integration runtime to the shared one.
    Link,
    /// From a factory to what its identity has a role on, without a link.
    Grant,
}

/// A line between two boxes.
#[derive(Clone, Debug)]
pub struct Line {
    /// Where it begins: the linked integration runtime, or the factory that has the role.
    pub from: End,
    /// Where it ends.
    pub to: End,
    /// What it means.
    pub meaning: Meaning,
    /// The worst of the links that it stands for.
    pub state: State,
    /// How many links it stands for.
    pub count: usize,
    /// How many of them have no role assignment that was seen.
    pub without_grant: usize,
}

/// Returns the view with this detail, or the first whose size is legible.
#[must_use]
pub fn view(topology: &Topology, detail: Option<Detail>) -> View {
    let mut made = View::default();
    for (own, most) in Detail::ALL {
        if detail.is_some_and(|wanted| wanted != own) {
            continue;
        }
        made = Folder::new(topology, own).fold();
        if made.size() <= most {
            break;
        }
    }
    made
}

impl View {
    /// The number of lines of text.
    #[must_use]
    pub fn size(&self) -> usize {
        self.boxes()
            .map(|own| {
                1 + own
                    .rows
                    .iter()
                    .map(|row| 1 + row.nodes.len())
                    .sum::<usize>()
            })
            .sum()
    }

    /// All boxes.
    pub fn boxes(&self) -> impl Iterator<Item = &Shown> {
        self.subscriptions
            .iter()
            .flat_map(|own| &own.groups)
            .flat_map(|own| &own.boxes)
    }

    /// The box that a line's end is in.
    #[must_use]
    pub fn at(&self, end: End) -> &Shown {
        &self.subscriptions[end.cluster].groups[end.frame].boxes[end.shown]
    }
}
