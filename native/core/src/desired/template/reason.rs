//! Why something in a template cannot be evaluated here.

use std::fmt;

use crate::present::visible;

/// The reason, with the name of what is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// This parameter has neither a value nor a default.
    NoValue(String),
    /// The template has no such parameter or variable.
    NotDeclared(String),
    /// This parameter is a secret.
    Secret(String),
    /// The value of this parameter is in a key vault.
    KeyVault(String),
    /// Only Azure can evaluate this function, or this tool does not know it.
    Function(String),
    /// Only the deployment itself knows this.
    Deployment(String),
    /// It is not a valid expression, or its arguments do not fit.
    Invalid(String),
}

impl Reason {
    /// Something that is not valid, with the reason.
    pub fn invalid(message: impl Into<String>) -> Self {
        // It may quote an expression of any length.
        let message = message.into();
        Self::Invalid(visible::cut(&message, 2 * visible::NAME).into_owned())
    }

    /// The parameter that would help, where it is one.
    #[must_use]
    pub fn parameter(&self) -> Option<&str> {
        match self {
            Self::NoValue(name) | Self::Secret(name) | Self::KeyVault(name) => Some(name),
            _ => None,
        }
    }

    /// The next step.
    #[must_use]
    pub fn fix(&self) -> Option<String> {
        match self {
            Self::NoValue(name) => Some(format!(
                "Give the parameter file of the deployment, or the value: -TemplateParameterObject @{{ {name} = \
                 '<value>' }}."
            )),
            Self::KeyVault(name) => Some(format!(
                "If the value is not a secret, give it: -TemplateParameterObject @{{ {name} = '<value>' }}."
            )),
            _ => None,
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoValue(name) => write!(formatter, "the parameter '{name}' has no value"),
            Self::NotDeclared(name) => {
                write!(formatter, "the template does not declare '{name}'")
            }
            Self::Secret(name) => {
                write!(
                    formatter,
                    "the parameter '{name}' is a secret, which is not read"
                )
            }
            Self::KeyVault(name) => write!(
                formatter,
                "the value of the parameter '{name}' is in a key vault, which is not read"
            ),
            Self::Function(name) => {
                write!(
                    formatter,
                    "the function '{name}' can be evaluated by Azure only"
                )
            }
            Self::Deployment(what) => write!(formatter, "only Azure knows {what}"),
            Self::Invalid(why) => write!(formatter, "{why}"),
        }
    }
}
