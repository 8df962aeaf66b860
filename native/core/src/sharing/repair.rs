//! `Repair-AzIntegrationRuntimeShare`: restores what a share lacks.

use super::{
    factory, new,
    new::Mode,
    owner,
    share::{Outcome, Problem, Share, User},
    work::connect,
};
use crate::{
    Call,
    error::{Error, ErrorKind, Result},
    names,
    request::{member_text, member_value},
};

/// Restores the share that was piped in, or those of the runtime with the data factories of `-With`.
///
/// # Errors
/// As [`new::run`]; `InvalidState` for what cannot be restored.
pub async fn run(call: &Call) -> Result<()> {
    let arm = connect(call).await?;
    let arguments = call.arguments();
    let place = owner::named(&arm).await?;
    let share = arguments
        .value("InputObject")
        .filter(|own| member_value(own, "SharedIntegrationRuntimeId").is_some());
    let name = arguments.filled("Name");
    if let Some(name) = &name {
        names::runtime("Name", name)?;
    }
    let Some(share) = share else {
        let given = factory::given(&arm).await?;
        if given.is_empty() {
            return Err(Error::invalid(
                "With",
                "Say with -With which data factories shall use the integration runtime again, or pipe in what \
                 Get-AzIntegrationRuntimeShare returns.",
            ));
        }
        let name = name.unwrap_or_else(|| place.name.clone());
        return new::share(&arm, place, &name, given, Mode::Repair).await;
    };
    let member = |member: &str| member_text(share, member).filter(|text| !text.is_empty());
    let user = member("DataFactoryName").unwrap_or_default();
    let has = |problem: Problem| {
        let all = member_value(share, "Problem");
        all.and_then(|all| all.as_array().cloned())
            .into_iter()
            .flatten()
            .any(|own| own == problem.name())
    };
    let id = member("DataFactoryId");
    let reason = if has(Problem::OwnerMissing) {
        Some(format!(
            "{} is gone. Create it again with nodes, or take the share away with: Remove-AzIntegrationRuntimeShare",
            place.called_first()
        ))
    } else if has(Problem::FactoryMissing) {
        Some(format!(
            "data factory '{user}' is gone. Take the link away with: Remove-AzIntegrationRuntimeShare"
        ))
    } else if id.is_none() {
        Some(format!(
            "data factory '{user}' does not exist, or is not visible to '{}'. Sign in with an account that can read \
             it, or name it with -With",
            arm.context.account.id
        ))
    } else if has(Problem::LinkedElsewhere) {
        Some(format!(
            "the linked integration runtime of data factory '{user}' refers to another one. Take the link away with: \
             Remove-AzIntegrationRuntimeShare"
        ))
    } else {
        None
    };
    if let Some(reason) = reason {
        let error = Error::new(
            ErrorKind::InvalidState,
            format!(
                "The share of {} cannot be repaired: {reason}.",
                place.called()
            ),
        )
        .with_id("NotRepairable")
        .about(user.clone());
        let user = User {
            name: user,
            subscription: member("SubscriptionId"),
            resource_group: member("ResourceGroupName"),
        };
        let mut failed = Share::new(place, user, Outcome::Failed).failed(&error);
        failed.linked = member("LinkedIntegrationRuntimeName");
        call.caller.object(failed.record()).await?;
        return Err(error);
    }
    // Where only the role is left, the linked one gets the name of the shared one.
    let name = name
        .or_else(|| member("LinkedIntegrationRuntimeName"))
        .unwrap_or_else(|| place.name.clone());
    let given = vec![factory::of_text(&id.unwrap_or_default())];
    new::share(&arm, place, &name, given, Mode::Repair).await
}
