//! `Get-AzIntegrationRuntime` for the fleet: the services' own objects, as they come.

use async_trait::async_trait;

use super::{
    reader,
    record::{Asked, Fleet, Parent, Runtime, Unreadable},
    rights,
    scope::Selection,
    survey::{self, Answers, Options, Sink},
};
use crate::{
    Call,
    error::{Error, Result},
    purview,
    runtimes::{
        api, azure,
        place::{ParentPlace, RuntimePlace},
        service::Service,
        status,
    },
};

/// Writes the integration runtimes of the selection, with their statuses if asked for. What cannot be read is an error,
/// after which the others follow.
///
/// # Errors
/// As [`survey::run`].
pub async fn run(call: &Call) -> Result<()> {
    let selection = Selection::from_call(call)?;
    let options = Options {
        status: call.arguments().switch("Status"),
        objects: true,
        keep: false,
        ..Options::default()
    };
    let mut fleet = Fleet::default();
    survey::run(
        call,
        &selection,
        &options,
        &mut fleet,
        &mut Objects { call },
    )
    .await
}

struct Objects<'a> {
    call: &'a Call,
}

#[async_trait]
impl Sink for Objects<'_> {
    async fn runtime(
        &mut self,
        _: &Parent,
        runtime: &Runtime,
        answers: Option<Answers<'_>>,
    ) -> Result<()> {
        let Some(Answers {
            place,
            body,
            status: answer,
        }) = answers
        else {
            return Ok(());
        };
        let record = match answer {
            Some(answer) if place.service == Service::Purview => {
                purview::model::status_record(place, body, answer)
            }
            Some(answer) => status::record(place, body, answer),
            None => api::record(place, body),
        };
        if answer.is_some() {
            let own = RuntimePlace {
                parent: place.clone(),
                name: runtime.name.clone(),
            };
            azure::warn_limited(self.call, &own, &record).await?;
        }
        self.call.caller.object(record).await
    }

    async fn unreadable(&mut self, own: &Unreadable, error: Option<&Error>) -> Result<()> {
        report(self.call, own, error).await
    }
}

/// Writes what could not be read as an error that names it, and the role that is missing.
///
/// # Errors
/// `Cancelled`.
pub async fn report(call: &Call, own: &Unreadable, error: Option<&Error>) -> Result<()> {
    let Some(error) = error else {
        return Ok(());
    };
    let mut error = error.clone().about(own.id.clone());
    if let Some(lead) = lead(own) {
        error = error.with_lead(lead);
    }
    // Resource Manager's refusals have the role behind them already.
    if let Some(hint) = hint(own).filter(|_| !names_role(&error, own)) {
        error = error.with_hint(hint);
    }
    call.caller.error(&error).await
}

fn names_role(error: &Error, own: &Unreadable) -> bool {
    own.role
        .as_ref()
        .is_some_and(|role| error.message().contains(&format!("'{role}'")))
}

fn lead(own: &Unreadable) -> Option<String> {
    let parent = || reader::parent_place(&own.id).map(|place: ParentPlace| place.called());
    Some(match own.what {
        Asked::Parents => format!(
            "The data factories, workspaces and accounts of '{}' could not be listed. ",
            own.id.trim_start_matches('/')
        ),
        Asked::Runtimes => format!(
            "The integration runtimes of {} could not be listed. ",
            parent()?
        ),
        Asked::Status => {
            let name = own.id.rsplit('/').next().unwrap_or_default();
            format!(
                "The status of integration runtime '{name}' in {} could not be read. ",
                parent()?
            )
        }
        Asked::Grants => "The role assignments could not be read. ".to_owned(),
    })
}

fn hint(own: &Unreadable) -> Option<String> {
    // Purview's own text says how its roles are given.
    own.action.as_ref()?;
    Some(rights::sentences(own, "")).filter(|text| !text.is_empty())
}
