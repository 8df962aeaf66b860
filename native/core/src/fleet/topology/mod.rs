//! The picture of a fleet: owners, nodes, links, grants, and what is broken.
//!
//! [`Topology`] holds the whole fleet, [`view`] folds it to a size that can be read, [`layout`] gives each box a place,
//! and each form writes the same view: SVG, HTML, Mermaid and DOT.

mod build;
pub mod dot;
pub mod html;
pub mod layout;
pub mod mermaid;
pub mod svg;
pub mod view;

use std::path::Path;

use crate::{
    error::Result,
    report::{Kind, Mark, file::Endings, mark::Form as Marked},
    runtimes::service::Service,
};

/// How something is, as the picture shows it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Nothing is wrong.
    #[default]
    Good,
    /// Its status was not read.
    Unknown,
    /// A finding of severity Information.
    Information,
    /// A finding of severity Warning.
    Warning,
    /// A finding of severity Error, or offline.
    Error,
}

impl State {
    /// All of them, the worst one last.
    pub const ALL: [Self; 5] = [
        Self::Good,
        Self::Unknown,
        Self::Information,
        Self::Warning,
        Self::Error,
    ];

    /// Its name in the picture, also that of its class in SVG and Mermaid.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Unknown => "unknown",
            Self::Information => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// A sign for who does not see the colour.
    #[must_use]
    pub fn sign(self) -> &'static str {
        match self {
            Self::Good => "●",
            Self::Unknown => "○",
            Self::Information => "ℹ",
            Self::Warning => "▲",
            Self::Error => "✖",
        }
    }

    /// Whether it needs work.
    #[must_use]
    pub fn is_broken(self) -> bool {
        self >= Self::Warning
    }
}

/// The fleet as a graph. The lists refer to each other by index.
#[derive(Clone, Debug, Default)]
pub struct Topology {
    /// The subscriptions.
    pub subscriptions: Vec<Subscription>,
    /// The resource groups.
    pub groups: Vec<Group>,
    /// The data factories, workspaces and accounts.
    pub parents: Vec<Parent>,
    /// The integration runtimes.
    pub runtimes: Vec<Runtime>,
    /// From linked integration runtimes to shared ones.
    pub links: Vec<Link>,
    /// Role assignments that no link uses.
    pub grants: Vec<Grant>,
    /// Whether role assignments were read.
    pub grants_known: bool,
}

/// A subscription.
#[derive(Clone, Debug, Default)]
pub struct Subscription {
    /// The id.
    pub id: String,
    /// The name; the id where the name is not known.
    pub name: String,
    /// Its resource groups.
    pub groups: Vec<usize>,
}

/// A resource group.
#[derive(Clone, Debug, Default)]
pub struct Group {
    /// The name.
    pub name: String,
    /// Its data factories, workspaces and accounts.
    pub parents: Vec<usize>,
}

/// A data factory, workspace or account.
#[derive(Clone, Debug, Default)]
pub struct Parent {
    /// The service.
    pub service: Service,
    /// The resource id.
    pub id: String,
    /// The name.
    pub name: String,
    /// How it is without its integration runtimes: an error where they could not be read.
    pub state: State,
    /// Whether it is outside of the view and known from a link only.
    pub outside: bool,
    /// Its integration runtimes.
    pub runtimes: Vec<usize>,
    /// The first findings about it, in words.
    pub notes: Vec<String>,
}

/// An integration runtime.
#[derive(Clone, Debug, Default)]
pub struct Runtime {
    /// The resource id.
    pub id: String,
    /// The name.
    pub name: String,
    /// The data factory, workspace or account.
    pub parent: usize,
    /// The kind.
    pub kind: String,
    /// The version.
    pub version: Option<String>,
    /// How it is, the worst of its nodes included.
    pub state: State,
    /// The nodes.
    pub nodes: Vec<Node>,
    /// Whether a link of this picture begins or ends here.
    pub linked: bool,
    /// Links of data factories outside of the view to it.
    pub outside_links: usize,
    /// Role assignments on it for identities outside of the view.
    pub outside_grants: usize,
    /// The first findings about it, in words.
    pub notes: Vec<String>,
}

/// A node.
#[derive(Clone, Debug, Default)]
pub struct Node {
    /// The name.
    pub name: String,
    /// How it is.
    pub state: State,
    /// The service's word for how it is.
    pub status: Option<String>,
}

/// A link of a linked integration runtime to a shared one.
#[derive(Clone, Debug)]
pub struct Link {
    /// The linked integration runtime.
    pub from: usize,
    /// The shared integration runtime.
    pub to: usize,
    /// Whether it works.
    pub state: State,
    /// Whether a role assignment for it was seen; nothing where they were not read.
    pub granted: Option<bool>,
}

/// A role assignment that no link uses.
#[derive(Clone, Debug)]
pub struct Grant {
    /// The factory whose identity has the role.
    pub from: usize,
    /// The factory that the role is assigned on, or whose integration runtime it is assigned on.
    pub to: usize,
    /// The integration runtime; nothing where the role is assigned on the factory.
    pub runtime: Option<usize>,
}

/// A form of the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A picture that every browser shows.
    Svg,
    /// A page with the picture, to zoom and to search in.
    Html,
    /// The text of a Mermaid diagram.
    Mermaid,
    /// Markdown with a Mermaid diagram, which GitHub and Azure DevOps show.
    Markdown,
    /// The language of Graphviz.
    Dot,
}

const ENDINGS: Endings<Form> = Endings {
    parameter: "Path",
    what: "the picture",
    all: &[
        ("svg", Form::Svg),
        ("html", Form::Html),
        ("htm", Form::Html),
        ("mmd", Form::Mermaid),
        ("mermaid", Form::Mermaid),
        ("md", Form::Markdown),
        ("markdown", Form::Markdown),
        ("dot", Form::Dot),
        ("gv", Form::Dot),
    ],
    usual: ".svg, .html, .mmd (Mermaid), .md (Markdown with Mermaid) or .dot (Graphviz)",
    example: "./fleet.svg",
};

impl Form {
    /// Returns the form that the ending of `path` stands for.
    ///
    /// # Errors
    /// `InvalidInput` for another ending, or none.
    pub fn of_path(path: &Path) -> Result<Self> {
        ENDINGS.of(path)
    }

    /// What tells a picture in this form from other files.
    #[must_use]
    pub fn mark(self) -> Mark {
        let form = match self {
            Self::Svg => Marked::Svg,
            Self::Html => Marked::Html,
            Self::Mermaid => Marked::Mermaid,
            Self::Markdown => Marked::Markdown,
            Self::Dot => Marked::Dot,
        };
        Mark::Report(Kind::Topology, form)
    }
}

/// Returns the picture in this form.
#[must_use]
pub fn write(form: Form, topology: &Topology, title: &str, detail: Option<view::Detail>) -> String {
    let text = match form {
        Form::Svg => svg::document(topology, title, detail),
        Form::Html => html::page(topology, title, detail),
        Form::Mermaid => mermaid::diagram(topology, detail),
        Form::Markdown => mermaid::markdown(topology, title, detail),
        Form::Dot => dot::graph(topology, title, detail),
    };
    form.mark().on(text)
}
