//! The sign-in of the Azure CLI. Each token is acquired by running `az`; the account's token cache keeps it.
//!
//! Command: <https://learn.microsoft.com/cli/azure/account#az-account-get-access-token>.

use serde_json::{Value, json};

use super::{SavedCredential, Token, TokenRequest, environment::Variables, lifetime::IssuerExpiry};
use crate::{
    error::{CliFault, Error, ErrorContext, Result},
    programs::{NotRun, Program},
    secret::Secret,
    world::{Progress, World},
};

/// The sign-in of the Azure CLI.
#[derive(Debug, Default)]
pub struct AzureCli {
    path: Option<String>,
    variables: Vec<(String, String)>,
}

impl AzureCli {
    /// The CLI that these variables lead to.
    #[must_use]
    pub fn new(variables: &Variables) -> Self {
        let configuration = variables.get("AZURE_CONFIG_DIR");
        Self {
            path: variables.get("PATH").map(str::to_owned),
            variables: configuration
                .map(|value| ("AZURE_CONFIG_DIR".to_owned(), value.to_owned()))
                .into_iter()
                .collect(),
        }
    }

    /// The CLI's account and subscription, as `az account show` prints it.
    ///
    /// # Errors
    /// `Credential` when the CLI is missing or has no sign-in.
    pub async fn show(&self, world: &dyn World, progress: &dyn Progress) -> Result<Value> {
        self.run(world, progress, &["account", "show"]).await
    }

    /// A new token.
    ///
    /// # Errors
    /// `Credential` with the CLI's reason.
    pub async fn token(&self, request: &TokenRequest<'_>) -> Result<Token> {
        let mut arguments = vec!["account", "get-access-token", "--scope", request.scope];
        // What goes on a command line has only what such names have.
        let plain = |text: &str| {
            text.chars()
                .all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'))
        };
        if !request.tenant.is_empty() && plain(request.tenant) {
            arguments.extend(["--tenant", request.tenant]);
        }
        let mut answer = self
            .run(request.world, request.progress.as_ref(), &arguments)
            .await?;
        let Value::String(token) = answer["accessToken"].take() else {
            return Err(failed(CliFault::NoToken));
        };
        let secret = Secret::new(token);
        // `expiresOn` is local time without a zone; newer versions and the token itself say it better.
        let now = request.world.clock().now();
        let expiry = IssuerExpiry::read(&answer, now).unwrap_or_default();
        Ok(Token::acquired(secret, expiry, now))
    }

    async fn run(
        &self,
        world: &dyn World,
        progress: &dyn Progress,
        arguments: &[&str],
    ) -> Result<Value> {
        let Some(programs) = world.programs() else {
            return Err(failed(CliFault::NoPrograms));
        };
        let mut line: Vec<String> = arguments.iter().map(|&text| text.to_owned()).collect();
        line.extend(["--output", "json", "--only-show-errors"].map(str::to_owned));
        progress
            .debug(&format!("Running 'az {}'.", line.join(" ")))
            .await?;
        let program = Program {
            name: "az",
            arguments: line,
            path: self.path.clone(),
            variables: self.variables.clone(),
        };
        let output = programs.run(program).await.map_err(|reason| match reason {
            NotRun::Missing => failed(CliFault::Missing),
            NotRun::TooLong => failed(CliFault::TooLong),
            NotRun::Failed => failed(CliFault::NotRun),
        })?;
        if output.ok {
            return serde_json::from_str(&output.text).map_err(|_| failed(CliFault::NotJson));
        }
        if output.error.contains("az login") {
            return Err(failed(CliFault::NotSignedIn));
        }
        let line = output
            .error
            .lines()
            .map(|line| line.trim_start_matches("ERROR:").trim())
            .find(|line| !line.is_empty());
        Err(failed(CliFault::Failed(
            line.unwrap_or_default().to_owned(),
        )))
    }

    pub(super) fn keep() -> SavedCredential {
        SavedCredential::new("AzureCli", json!({}))
    }
}

fn failed(fault: CliFault) -> Error {
    ErrorContext::AzureCli(fault).into()
}
