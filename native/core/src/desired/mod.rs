//! The desired state of integration runtimes, from the files that users keep: what they say, and how it differs from
//! what is live.
//!
//! | module | does |
//! | --- | --- |
//! | [`source`] | finds out what a path is, and reads it: [`folder`] or [`template`] |
//! | [`text`] | bytes to JSON: byte order marks, comments, positions |
//! | [`lines`] | on which line each member of an integration runtime is |
//! | [`mapping`] | what a name is in each environment |
//! | [`values`] | when two values mean the same to the service |
//! | [`compare`] | the differences between files and live integration runtimes |
//! | [`effect`] | what a deployment does to each live integration runtime |
//! | [`steps`] | the steps that bring live integration runtimes to the files; [`apply`] has what is written |
//! | [`git`] | a definition as Data Factory Studio writes it |
//! | [`export`] | what an export writes to each file |
//! | [`live`] | what is live, by requests that only read; [`unread`] what of it could not be read |
//! | [`report`] | differences and effects as files |
//!
//! All but [`live`], and the operations in [`operation`], are pure: they read files and send no request.

pub mod apply;
pub mod compare;
pub mod effect;
pub mod export;
pub mod folder;
pub mod git;
pub mod lines;
pub mod live;
pub mod mapping;
pub mod operation;
pub mod output;
pub mod relation;
pub mod report;
pub mod source;
pub mod steps;
pub mod template;
pub mod text;
pub mod unread;
pub mod values;
mod words;

use crate::{
    fleet::checks::quote,
    runtimes::{body::RuntimeBody, service::Service},
};
use lines::Lines;
use template::scope::Unknown;

/// What a path turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A folder with a folder `integrationRuntime`: of a Git repository, or an export.
    Folder,
    /// An Azure Resource Manager template.
    Template,
}

/// What the files say.
#[derive(Clone, Debug)]
pub struct Desired {
    /// What was read.
    pub kind: Kind,
    /// The path that was read: the root of the folder, or the template.
    pub path: String,
    /// The integration runtimes, in the order of the files.
    pub runtimes: Vec<DesiredRuntime>,
    /// The linked services that use an integration runtime, in the order of the files.
    pub linked_services: Vec<LinkedService>,
    /// The factories and workspaces that the template itself deploys.
    pub parents: Vec<ParentReference>,
    /// What cannot be read, evaluated or trusted.
    pub issues: Vec<Issue>,
    /// How the caller gave the files.
    pub given: Given,
}

/// The factory or workspace that a template deploys to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParentReference {
    /// The service.
    pub service: Service,
    /// The id of the subscription, where it is known.
    pub subscription: Option<String>,
    /// The resource group, where it is known.
    pub resource_group: Option<String>,
    /// The name.
    pub name: String,
    /// The parameter of the template whose value is the name.
    pub parameter: Option<String>,
}

/// How the caller gave the files, to give them to another cmdlet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// The arguments of `Compare-AzIntegrationRuntime` that name the same files.
    pub arguments: String,
    /// Whether the caller gave values of parameters as an object too, which is not in the arguments.
    pub has_object: bool,
}

impl Given {
    /// The files at `path`.
    #[must_use]
    pub fn at(path: &str) -> Self {
        Self {
            arguments: format!("-Path {}", quote(path)),
            has_object: false,
        }
    }
}

/// Where something is in the users' files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Position {
    /// The file.
    pub file: String,
    /// The line, from 1 on, where it is known.
    pub line: Option<usize>,
    /// The element of a template, such as `resources[3]`; empty for a file of its own.
    pub member: String,
}

/// An integration runtime that the files describe.
#[derive(Clone, Debug)]
pub struct DesiredRuntime {
    /// The name, in the casing of the file.
    pub name: String,
    /// The factory or workspace that the template names; nothing for a folder.
    pub parent: Option<ParentReference>,
    /// The document: of a Git folder the whole file, of a template name and evaluated properties.
    pub document: RuntimeBody,
    /// The members whose values cannot be evaluated; they are null in the document.
    pub unknown: Vec<Unknown>,
    /// Where it is.
    pub position: Position,
    /// Where its members are in the same file.
    pub lines: Lines,
}

/// A linked service that uses an integration runtime.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkedService {
    /// The name.
    pub name: String,
    /// The factory or workspace that the template names; nothing for a folder.
    pub parent: Option<ParentReference>,
    /// The name of the integration runtime.
    pub connect_via: String,
}

/// Something in the files that stands in the way of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// Where it is.
    pub position: Position,
    /// The integration runtime, where it is about one.
    pub runtime: Option<String>,
    /// Whether the answer is complete all the same.
    pub harmless: bool,
    /// The sentence.
    pub message: String,
    /// The next step.
    pub fix: Option<String>,
}

impl ParentReference {
    /// Whether this can be the factory or workspace at the other place; what is not known may be anything.
    #[must_use]
    pub fn may_be(&self, service: Service, subscription: &str, group: &str, name: &str) -> bool {
        let fits = |own: Option<&String>, wanted: &str| {
            own.is_none_or(|own| own.eq_ignore_ascii_case(wanted))
        };
        self.service == service
            && self.name.eq_ignore_ascii_case(name)
            && fits(self.subscription.as_ref(), subscription)
            && fits(self.resource_group.as_ref(), group)
    }

    /// Such as `data factory 'adf'`.
    #[must_use]
    pub fn called(&self) -> String {
        format!("{} '{}'", self.service.parent(), self.name)
    }
}

impl Desired {
    /// The integration runtime with this name, compared without case.
    #[must_use]
    pub fn runtime(&self, name: &str) -> Option<&DesiredRuntime> {
        self.runtimes
            .iter()
            .find(|own| own.name.eq_ignore_ascii_case(name))
    }

    /// The linked services that use the integration runtime `name`, by their names.
    #[must_use]
    pub fn dependants(&self, name: &str) -> Vec<String> {
        self.linked_services
            .iter()
            .filter(|own| own.connect_via.eq_ignore_ascii_case(name))
            .map(|own| own.name.clone())
            .collect()
    }
}
