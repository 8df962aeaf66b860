//! The survey: discovers the parents, lists their integration runtimes and reads their statuses, in parallel.
//!
//! Results reach a [`Sink`] while they come, grouped by parent; the [`Fleet`] that the caller holds has them at any time,
//! so that an interrupted survey loses nothing.

use async_trait::async_trait;

use super::{
    record::{Fleet, Parent, Runtime, Unreadable},
    scope::Selection,
};
use crate::{
    Call,
    error::{Error, Result},
    runtimes::{body::RuntimeBody, place::ParentPlace},
};

/// What a survey reads, and what it keeps.
#[derive(Clone, Debug)]
pub struct Options {
    /// Whether the status of self-hosted integration runtimes is read.
    pub status: bool,
    /// Whether the status of integration runtimes that Azure runs is read too; checks do not need it.
    pub managed_status: bool,
    /// Whether role assignments are read.
    pub grants: bool,
    /// Whether integration runtimes stay in the fleet after the sink had them. Without it, memory stays flat.
    pub keep: bool,
    /// An interrupted survey: the parents that it listed, with statuses, are not asked again.
    pub resume: Option<Fleet>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            status: false,
            managed_status: false,
            grants: false,
            keep: true,
            resume: None,
        }
    }
}

/// The answers that a record was made of.
#[derive(Clone, Copy, Debug)]
pub struct Answers<'a> {
    /// The place of the parent.
    pub place: &'a ParentPlace,
    /// The integration runtime, as the list has it.
    pub body: &'a RuntimeBody,
    /// Its status. A linked integration runtime has that of its owner while the owner is in view.
    pub status: Option<&'a RuntimeBody>,
}

/// Takes the results of a survey as they come.
#[async_trait]
pub trait Sink: Send {
    /// A parent whose integration runtimes follow.
    ///
    /// # Errors
    /// What ends the survey.
    async fn parent(&mut self, _: &Parent) -> Result<()> {
        Ok(())
    }

    /// An integration runtime of `parent`; the answers are missing where it is taken over from an interrupted survey.
    ///
    /// # Errors
    /// What ends the survey.
    async fn runtime(&mut self, _: &Parent, _: &Runtime, _: Option<Answers<'_>>) -> Result<()> {
        Ok(())
    }

    /// Something that could not be read, and the error where it was seen in this survey.
    ///
    /// # Errors
    /// What ends the survey.
    async fn unreadable(&mut self, _: &Unreadable, _: Option<&Error>) -> Result<()> {
        Ok(())
    }
}

/// Takes nothing, for who wants the fleet at the end only.
#[derive(Clone, Copy, Debug, Default)]
pub struct NullSink;

#[async_trait]
impl Sink for NullSink {}

/// Surveys the fleet in the context of the call. `fleet` has what was seen at any time, also when the survey fails or
/// its future is dropped; [`Fleet::complete`] says whether it came to its end.
///
/// # Errors
/// Those that end a survey: no sign-in, a selection that is not valid, a refused `-Query`, a network that is gone. What
/// concerns one subscription, parent or integration runtime only is in [`Fleet::unreadable`].
pub async fn run(
    _call: &Call,
    _selection: &Selection,
    _options: &Options,
    _fleet: &mut Fleet,
    _sink: &mut dyn Sink,
) -> Result<()> {
    Err(Error::protocol("The survey is not implemented yet."))
}
