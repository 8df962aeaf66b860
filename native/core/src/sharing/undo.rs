//! Undoes what was made for a data factory that failed, in the reverse order.

use super::{
    grant,
    owner::Owner,
    plan::{Plan, same_id},
    remove,
    share::{Grant, Outcome, Share, in_short},
    work::Work,
};
use crate::{
    error::{ErrorKind, Result},
    runtimes::{body::Kind, written},
};

/// What was made for a data factory, also where no answer said so.
#[derive(Default)]
pub struct Made {
    /// The id of the role assignment.
    pub assignment: Option<String>,
    /// Whether the linked runtime was created, or may have been.
    pub runtime: bool,
}

impl Made {
    /// Undoes it. What cannot be undone is in the error of `share`.
    ///
    /// # Errors
    /// `Cancelled` only.
    pub async fn undo(
        self,
        work: &Work<'_>,
        owner: &Owner,
        plan: &Plan,
        share: &mut Share,
    ) -> Result<()> {
        let mut left = Vec::new();
        let mut undone = false;
        if self.runtime {
            match unlink(work, owner, plan).await {
                Ok(was_there) => undone |= was_there,
                Err(error) if error.kind == ErrorKind::Cancelled => return Err(error),
                Err(error) => left.push(format!("{} ({})", plan.linked.called(), in_short(&error))),
            }
        }
        if let Some(id) = &self.assignment {
            match grant::take(work, id).await {
                Ok(()) => {
                    undone = true;
                    share.grant = Grant::Removed;
                }
                Err(error) if error.kind == ErrorKind::Cancelled => return Err(error),
                Err(error) => left.push(format!("role assignment '{id}' ({})", in_short(&error))),
            }
        }
        if left.is_empty() {
            if undone {
                share.outcome = Outcome::RolledBack;
            }
            return Ok(());
        }
        let what = left.join(" and ");
        let before = share.error.take().unwrap_or_default();
        share.error = Some(format!("{before} It could not be undone: {what} stayed."));
        Ok(())
    }
}

/// Removes the linked runtime, if it is one of this share, and its link; whether there was one.
async fn unlink(work: &Work<'_>, owner: &Owner, plan: &Plan) -> Result<bool> {
    let arm = work.arm;
    let there = plan.linked.get_if_exists(arm).await?;
    let is_ours = there.is_some_and(|there| {
        there.kind() == Kind::Linked
            && there
                .linked_info()
                .and_then(|info| info.resource_id)
                .is_some_and(|id| same_id(&id, &owner.place.id()))
    });
    if is_ours {
        written::delete(arm, &plan.linked).await?;
    }
    remove::dangling_link(work, &owner.place, &plan.linked).await?;
    Ok(is_ours)
}
