//! Somebody signed in with the Azure CLI: it is run for each token, and the account keeps what it answers.
//!
//! Command: <https://learn.microsoft.com/cli/azure/account#az-account-get-access-token>.

use serde_json::{Value, json};

use super::{Kept, Token, TokenRequest, access_token::claims, environment::Variables};
use crate::{
    clock::unix_seconds,
    error::{Error, ErrorKind, Result},
    host::Host,
    outside::{NotRun, Program},
    secret::Secret,
    session::Library,
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
    /// `Credential` when there is no CLI or nobody signed in with it.
    pub async fn show(&self, library: &Library, host: &Host) -> Result<Value> {
        self.run(library, host, &["account", "show"]).await
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
        let mut answer = self.run(request.library, request.host, &arguments).await?;
        let Value::String(token) = answer["accessToken"].take() else {
            return Err(failed("it answered without a token"));
        };
        let secret = Secret::new(token);
        // `expiresOn` is local time without a zone; newer versions and the token itself say it better.
        let end = answer["expires_on"]
            .as_i64()
            .or_else(|| claims(&secret).and_then(|claims| claims["exp"].as_i64()))
            .unwrap_or_else(|| unix_seconds(request.library.clock.now()) + 600);
        Ok(Token {
            secret,
            expires_on: end,
        })
    }

    async fn run(&self, library: &Library, host: &Host, arguments: &[&str]) -> Result<Value> {
        let Some(programs) = &library.outside.programs else {
            return Err(failed("programs cannot be run here"));
        };
        let mut line: Vec<String> = arguments.iter().map(|&text| text.to_owned()).collect();
        line.extend(["--output", "json", "--only-show-errors"].map(str::to_owned));
        host.debug(format!("Running 'az {}'.", line.join(" ")))
            .await?;
        let program = Program {
            name: "az",
            arguments: line,
            path: self.path.clone(),
            variables: self.variables.clone(),
        };
        let output = programs.run(program).await.map_err(|reason| match reason {
            NotRun::Missing => failed("'az' was not found"),
            NotRun::TooLong => failed("it did not answer within a minute"),
            NotRun::Failed => failed("it could not be run"),
        })?;
        if output.ok {
            return serde_json::from_str(&output.text)
                .map_err(|_| failed("its answer is not JSON"));
        }
        if output.error.contains("az login") {
            return Err(failed("nobody is signed in with it (az login)"));
        }
        let line = output
            .error
            .lines()
            .map(|line| line.trim_start_matches("ERROR:").trim())
            .find(|line| !line.is_empty());
        Err(failed(line.unwrap_or("it failed without a word")))
    }

    pub(super) fn keep() -> Kept {
        Kept::new("AzureCli", json!({}))
    }
}

fn failed(reason: &str) -> Error {
    Error::new(
        ErrorKind::Credential,
        format!(
            "The Azure CLI gave no token: {}.",
            reason.trim_end_matches('.')
        ),
    )
}
