//! What could not be read of a live integration runtime, with the action that is missing and the least role that has
//! it. It is never taken for "none".

use crate::{
    error::Error,
    fleet::{
        checks::quote,
        reader,
        record::{Asked, Unreadable},
        rights,
    },
    runtimes::{
        place::{ParentPlace, RuntimePlace},
        service::Service,
    },
};

/// Something that could not be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Unread {
    /// What it is, such as `The nodes and links of integration runtime 'ir'`.
    what: String,
    /// What the service answered.
    answer: Unreadable,
    /// The command that shows the answer.
    command: String,
}

impl Unread {
    /// The status of an integration runtime, which has its nodes and links.
    #[must_use]
    pub fn status(place: &RuntimePlace, error: &Error) -> Self {
        let service = place.parent.service;
        Self {
            what: format!("The nodes and links of {}", place.called()),
            answer: reader::unreadable(Asked::Status, Some(service), &place.id(), error),
            command: format!(
                "Get-AzIntegrationRuntime -ResourceId {} -Status",
                quote(&place.id())
            ),
        }
    }

    /// The linked services of a data factory.
    #[must_use]
    pub fn linked_services(target: &ParentPlace, error: &Error) -> Self {
        const ACTION: &str = "Microsoft.DataFactory/factories/linkedServices/read";
        // The catalog of what a survey asks does not have them; the service is that of the answer.
        let mut answer = reader::unreadable(
            Asked::Runtimes,
            Some(Service::DataFactory),
            &target.id(),
            error,
        );
        if answer.role.is_some() {
            answer.action = Some(ACTION.to_owned());
        }
        Self {
            what: format!("The linked services of {}", target.called()),
            answer,
            command: format!(
                "Get-AzDataFactoryV2LinkedService -ResourceGroupName {} -DataFactoryName {}",
                quote(&target.resource_group),
                quote(&target.name)
            ),
        }
    }

    /// What could not be read, and why.
    #[must_use]
    pub fn sentence(&self) -> String {
        let Unreadable {
            status,
            code,
            message,
            ..
        } = &self.answer;
        let answer = match (status, code) {
            (Some(status), Some(code)) => format!(" The service answered {status} ({code})."),
            (Some(status), None) => format!(" The service answered {status}."),
            (None, _) => format!(" {message}"),
        };
        let parent = reader::parent_place(&self.answer.id).map_or_else(String::new, |own| own.name);
        let right = match rights::sentences(&self.answer, &parent) {
            own if own.is_empty() => own,
            own => format!(" {own}"),
        };
        format!("{} could not be read.{answer}{right}", self.what)
    }

    /// The next step: the role, or the command that shows the answer.
    #[must_use]
    pub fn fix(&self) -> String {
        rights::command(&self.answer).unwrap_or_else(|| self.command.clone())
    }
}
