//! What stands in the way of reading a template, in sentences.

use azir_azure::json::Lookup;
use serde_json::Value;

use super::{
    parameters::Parameters,
    reason::Reason,
    walk::{Resource, Role, Walk},
};
use crate::desired::{Issue, Position};

impl Walk<'_> {
    pub(super) fn issue(
        &mut self,
        position: Position,
        runtime: Option<String>,
        message: String,
        fix: Option<String>,
    ) {
        // A template can make an issue of every value; the end says that there were more.
        if self.budget.spend_issue().is_err() {
            return;
        }
        self.desired.issues.push(Issue {
            position,
            runtime,
            harmless: false,
            message,
            fix,
        });
    }

    /// Parameters that the caller gives and the template does not declare: Resource Manager refuses them.
    pub fn undeclared(&mut self, template: &Value, parameters: &Parameters) {
        let declared = template.at("parameters");
        let others: Vec<&str> = parameters
            .names()
            .filter(|name| declared.member(name).is_none())
            .collect();
        if others.is_empty() {
            return;
        }
        let file = self.file();
        let issue = Issue {
            position: Position {
                file: file.clone(),
                ..Position::default()
            },
            runtime: None,
            harmless: true,
            message: format!(
                "The template '{file}' does not declare the parameters '{}', so Resource Manager refuses the \
                 deployment.",
                others.join("', '")
            ),
            fix: Some("Check that the parameter file belongs to this template.".to_owned()),
        };
        self.desired.issues.push(issue);
    }

    pub(super) fn not_evaluated(
        &mut self,
        resource: &Resource<'_>,
        role: Role,
        what: &str,
        reason: &Reason,
    ) {
        // Of linked services only the list of dependants is made.
        if matches!(role, Role::LinkedService(_)) {
            return;
        }
        let Position { file, member, .. } = &resource.position;
        let message = format!(
            "{member} of the template '{file}' ('{}') cannot be evaluated: {what} is not known, since {reason}.",
            resource.kind
        );
        self.issue(resource.position.clone(), None, message, reason.fix());
    }

    /// Says at last which integration runtimes have no known names, one issue for each reason; that there may be more
    /// of them; and which ones the template leaves out. A template can have one twice, of which the condition chooses.
    pub fn end(&mut self) {
        for (name, position) in std::mem::take(&mut self.left_out) {
            if self.desired.runtime(&name).is_some() {
                continue;
            }
            let message = format!(
                "The template '{}' does not deploy the integration runtime '{name}': the 'condition' of {} is false \
                 with these parameters.",
                position.file, position.member
            );
            self.desired.issues.push(Issue {
                position,
                runtime: Some(name),
                harmless: true,
                message,
                fix: None,
            });
        }
        for (reason, position, count) in std::mem::take(&mut self.nameless) {
            let what = if count == 1 {
                "The name of an integration runtime".to_owned()
            } else {
                format!("The names of {count} integration runtimes")
            };
            let message = format!(
                "{what} of the template '{}' cannot be evaluated: {reason}.",
                position.file
            );
            self.issue(position, None, message, reason.fix());
        }
        if let Err(reason) = self.budget.spend(0) {
            let file = self.file();
            let position = Position {
                file: file.clone(),
                ..Position::default()
            };
            self.desired.issues.push(Issue {
                position,
                runtime: None,
                harmless: false,
                message: format!("The template '{file}' is not read to its end: {reason}."),
                fix: Some("Deploy fewer resources with one template.".to_owned()),
            });
        }
    }
}
