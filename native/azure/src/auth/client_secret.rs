//! An application's secret, through `azure_identity`.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::SystemTime,
};

use async_trait::async_trait;
use azure_core::{
    cloud::CustomConfiguration,
    credentials::{Secret as CoreSecret, TokenCredential, TokenRequestOptions},
    http::{
        AsyncRawResponse, ClientMethodOptions, Context, Method, Request,
        policies::{Policy, PolicyResult},
    },
};
use azure_identity::{ClientSecretCredential, ClientSecretCredentialOptions};
use serde_json::{Value, json};

use super::{SavedCredential, Token, TokenRequest, lifetime::IssuerExpiry, token_endpoint};
use crate::{
    error::{Error, Result, SignInBy},
    http,
    secret::Secret,
};

/// An application's id and secret.
#[derive(Debug)]
pub struct ClientSecret {
    client_id: String,
    secret: Secret,
}

impl ClientSecret {
    /// A credential for the application `client_id`.
    #[must_use]
    pub fn new(client_id: String, secret: Secret) -> Self {
        Self { client_id, secret }
    }

    /// A new token.
    ///
    /// # Errors
    /// `Credential` with the service's reason, or a connection error.
    pub async fn token(&self, request: &TokenRequest<'_>) -> Result<Token> {
        let witness = Arc::new(Witness::default());
        let credential = self.credential(request, &witness)?;
        let context = Context::new().with_value(Arc::clone(request.progress));
        let options = TokenRequestOptions {
            method_options: ClientMethodOptions { context },
        };
        let token = credential
            .get_token(&[request.scope], Some(options))
            .await
            .map_err(|error| self.explain(&error, request, &witness))?;
        Ok(Token {
            secret: Secret::new(token.token.secret().to_owned()),
            expires_on: token.expires_on.unix_timestamp(),
        })
    }

    /// A credential for this one token: the account keeps what it answers.
    fn credential(
        &self,
        request: &TokenRequest<'_>,
        witness: &Arc<Witness>,
    ) -> Result<Arc<ClientSecretCredential>> {
        let mut cloud = CustomConfiguration::default();
        cloud.authority_host.clone_from(&request.cloud.authority);
        let mut client_options = request.stack.client_options();
        client_options.cloud = Some(Arc::new(cloud.into()));
        let watches: Arc<dyn Policy> = Arc::<Witness>::clone(witness);
        client_options.per_call_policies.insert(0, watches);
        ClientSecretCredential::new(
            request.tenant,
            self.client_id.clone(),
            CoreSecret::new(self.secret.expose().to_owned()),
            Some(ClientSecretCredentialOptions { client_options }),
        )
        .map_err(|_| token_endpoint::bad_tenant(request.tenant))
    }

    pub(super) fn keep(&self) -> SavedCredential {
        SavedCredential::new("ClientSecret", json!({"clientId": self.client_id}))
            .with(&[("secret", Some(&self.secret))])
    }

    pub(super) fn from_kept(kept: &SavedCredential) -> Result<Self> {
        Ok(Self::new(kept.text("clientId")?, kept.secret("secret")?))
    }

    fn explain(
        &self,
        error: &azure_core::Error,
        request: &TokenRequest<'_>,
        witness: &Witness,
    ) -> Error {
        let Some(answer) = witness.seen().clone() else {
            let url = match token_endpoint::endpoint(request, "token") {
                Ok(url) => url,
                Err(error) => return error,
            };
            return request.stack.describe(error, Method::Post, true, &url);
        };
        if let Some(text) = answer.odd_lifetime {
            return token_endpoint::odd_lifetime(request.cloud, text);
        }
        let text = answer.description.unwrap_or_else(|| error.to_string());
        let reason = match text.find("AADSTS") {
            // A service that repeats the secret shall not make it known.
            Some(start) => {
                token_endpoint::first_line(&text[start..]).replace(self.secret.expose(), "(secret)")
            }
            None if answer.html => {
                return token_endpoint::no_token(request.cloud, answer.status, true);
            }
            None if answer.status == 200 => {
                return token_endpoint::no_token(request.cloud, answer.status, false);
            }
            None => String::new(),
        };
        let who = SignInBy::Application(self.client_id.clone());
        token_endpoint::refused(who, request, answer.status, &reason, answer.date)
    }
}

/// What is known of an answer.
#[derive(Clone, Debug)]
struct AnswerFacts {
    status: u16,
    html: bool,
    date: Option<SystemTime>,
    /// Why it refuses, in its own words: the credential's error has them as far as it can read them.
    description: Option<String>,
    /// The lifetime of its token, where no token has such a one.
    odd_lifetime: Option<String>,
}

/// Sees what the sign-in service answers; the credential's error does not tell all of it.
#[derive(Debug, Default)]
struct Witness(Mutex<Option<AnswerFacts>>);

impl Witness {
    fn seen(&self) -> MutexGuard<'_, Option<AnswerFacts>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl Policy for Witness {
    async fn send(
        &self,
        context: &Context,
        request: &mut Request,
        next: &[Arc<dyn Policy>],
    ) -> PolicyResult {
        *self.seen() = None;
        let answer = next[0].send(context, request, &next[1..]).await?;
        let (status, headers, body) = answer.try_into_raw_response().await?.deconstruct();
        let header = |name: &'static str| http::header(&headers, name);
        // The credential would add it to the present time, whatever comes of that.
        let answer: Value = serde_json::from_slice(body.as_ref()).unwrap_or_default();
        let odd_lifetime = IssuerExpiry::read(&answer, SystemTime::now()).err();
        // The credential would take a list for an object too.
        let refuse = odd_lifetime.is_some() || status.is_success() && !answer.is_object();
        *self.seen() = Some(AnswerFacts {
            status: u16::from(status),
            html: token_endpoint::is_html(header("content-type"), body.as_ref()),
            date: token_endpoint::date(header("date")),
            description: answer["error_description"].as_str().map(str::to_owned),
            odd_lifetime,
        });
        if refuse {
            return Err(azure_core::Error::with_message(
                azure_core::error::ErrorKind::DataConversion,
                "the answer is no token, or its lifetime is none",
            ));
        }
        Ok(AsyncRawResponse::from_bytes(status, headers, body))
    }
}
