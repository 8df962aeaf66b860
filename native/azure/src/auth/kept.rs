//! How a credential is written down for later processes, and made again.

use serde_json::{Value, json};
use zeroize::Zeroizing;

use super::{
    Credential, access_token::AccessToken, azure_cli::AzureCli, certificate::Certificate,
    client_secret::ClientSecret, federated::Federated, managed_identity::ManagedIdentity,
    user::User,
};
use crate::{
    error::{Error, ErrorContext, Result},
    secret::Secret,
};

/// A saved credential: its public members, and its secrets, which only the system's protected storage may hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedCredential {
    /// Which kind of credential, such as `ClientSecret`.
    pub kind: String,
    /// What is no secret: ids and paths.
    pub public: Value,
    /// What is one, as the text of a JSON object; nothing when the kind has no secret.
    pub secret: Option<Secret>,
}

impl SavedCredential {
    pub(super) fn new(kind: &str, public: Value) -> Self {
        Self {
            kind: kind.to_owned(),
            public,
            secret: None,
        }
    }

    /// With the members of `secrets` as the secret part; members without a value are left out.
    pub(super) fn with(mut self, secrets: &[(&str, Option<&Secret>)]) -> Self {
        // Written by hand: a JSON value on the way would leave copies that are not wiped.
        let mut text = Zeroizing::new(String::from("{"));
        for (name, secret) in secrets {
            let Some(secret) = secret else { continue };
            if text.len() > 1 {
                text.push(',');
            }
            text.push_str(&json!(name).to_string());
            text.push(':');
            let quoted = Zeroizing::new(serde_json::to_string(secret.expose()).unwrap_or_default());
            text.push_str(&quoted);
        }
        text.push('}');
        self.secret = Some(Secret::new(text.as_str().to_owned()));
        self
    }

    /// A public text.
    pub(super) fn text(&self, name: &str) -> Result<String> {
        self.text_if(name).ok_or_else(|| self.unusable(name))
    }

    pub(super) fn text_if(&self, name: &str) -> Option<String> {
        self.public[name].as_str().map(str::to_owned)
    }

    /// A secret text.
    pub(super) fn secret(&self, name: &str) -> Result<Secret> {
        self.secret_if(name).ok_or_else(|| self.unusable(name))
    }

    pub(super) fn secret_if(&self, name: &str) -> Option<Secret> {
        let text = self.secret.as_ref()?;
        let mut members: serde_json::Map<String, Value> =
            serde_json::from_str(text.expose()).ok()?;
        let mut found = None;
        for (own, value) in &mut members {
            if let Value::String(value) = value.take() {
                let value = Secret::new(value);
                if own == name {
                    found = Some(value);
                }
            }
        }
        found
    }

    fn unusable(&self, name: &str) -> Error {
        ErrorContext::SavedIncomplete {
            kind: self.kind.clone(),
            member: name.to_owned(),
        }
        .into()
    }
}

impl Credential {
    /// What is kept of it for later processes; nothing when it cannot outlive this one.
    #[must_use]
    pub fn keep(&self) -> Option<SavedCredential> {
        match self {
            Self::ClientSecret(credential) => Some(credential.keep()),
            Self::AccessToken(credential) => Some(credential.keep()),
            Self::User(credential) => credential.keep(),
            Self::Certificate(credential) => Some(credential.keep()),
            Self::Federated(credential) => credential.keep(),
            Self::ManagedIdentity(credential) => Some(credential.keep()),
            Self::AzureCli(_) => Some(AzureCli::keep()),
            Self::Broker(_) => None,
        }
    }

    /// The credential that was kept. Nothing is read or asked yet: that happens when a token is wanted.
    ///
    /// # Errors
    /// `Credential` when it was kept by another version or is not whole.
    pub fn from_kept(kept: &SavedCredential) -> Result<Self> {
        Ok(match kept.kind.as_str() {
            "ClientSecret" => Self::ClientSecret(ClientSecret::from_kept(kept)?),
            "AccessToken" => Self::AccessToken(AccessToken::from_kept(kept)?),
            "User" => Self::User(User::from_kept(kept)?),
            "Certificate" => Self::Certificate(Certificate::from_kept(kept)?),
            "Federated" => Self::Federated(Federated::from_kept(kept)?),
            "ManagedIdentity" => Self::ManagedIdentity(ManagedIdentity::from_kept(kept)),
            "AzureCli" => Self::AzureCli(AzureCli::default()),
            other => {
                return Err(ErrorContext::SavedUnknown {
                    kind: other.to_owned(),
                }
                .into());
            }
        })
    }

    /// The account type of such a credential in Az.
    #[must_use]
    pub fn account_kind(&self) -> &'static str {
        match self {
            Self::ClientSecret(_) | Self::Certificate(_) => "ServicePrincipal",
            Self::AccessToken(_) => "AccessToken",
            Self::User(_) | Self::AzureCli(_) | Self::Broker(_) => "User",
            Self::Federated(_) => "ClientAssertion",
            Self::ManagedIdentity(_) => "ManagedService",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::auth::{broker::Broker, certificate, federated, managed_identity::Selector};

    fn again(credential: &Credential) -> SavedCredential {
        let kept = credential.keep().unwrap();
        let made = Credential::from_kept(&kept).unwrap();
        assert_eq!(made.account_kind(), credential.account_kind());
        assert_eq!(made.keep().unwrap(), kept);
        kept
    }

    #[test]
    fn what_is_kept_comes_back_whole_and_its_public_part_has_no_secret() {
        let planted = || Secret::new("planted \"secret\"\n".to_owned());
        let mut all = vec![
            again(&Credential::ClientSecret(ClientSecret::new(
                "app".into(),
                planted(),
            ))),
            again(&Credential::AccessToken(
                AccessToken::new(planted()).with("https://vault.azure.net/.default", planted()),
            )),
            again(&Credential::User(User::new(planted()))),
        ];
        all.push(again(&Credential::Certificate(Certificate::new(
            "app".into(),
            certificate::Source::File("/x/y.pfx".into(), Some(planted())),
            true,
        ))));
        for kept in &mut all {
            assert!(!format!("{kept:?}").contains("planted"), "{kept:?}");
            assert!(kept.secret.as_ref().unwrap().expose().contains("planted"));
        }
    }

    #[test]
    fn what_has_no_secret_is_kept_without_one_and_what_cannot_last_not_at_all() {
        let file = || Federated::new("app".into(), federated::Source::File("/x/y".into()));
        let thumbprint = certificate::Source::Thumbprint("AB".into());
        for credential in [
            Credential::Federated(file()),
            Credential::Certificate(Certificate::new("app".into(), thumbprint, false)),
            Credential::ManagedIdentity(ManagedIdentity::new(Selector::Client("c".into()))),
            Credential::ManagedIdentity(ManagedIdentity::new(Selector::Resource("/r".into()))),
            Credential::ManagedIdentity(ManagedIdentity::new(Selector::System)),
            Credential::AzureCli(AzureCli::default()),
        ] {
            assert!(again(&credential).secret.is_none(), "{credential:?}");
        }
        let text = federated::Source::Text(Secret::new("planted".into()));
        assert!(
            Credential::Federated(Federated::new("app".into(), text))
                .keep()
                .is_none()
        );
        let kind = "User".to_owned();
        assert!(Credential::Broker(Broker { kind }).keep().is_none());
    }

    #[test]
    fn what_is_not_whole_or_not_known_is_refused() {
        let mut kept = Credential::User(User::new(Secret::new("r".into())))
            .keep()
            .unwrap();
        kept.secret = None;
        let context = |saved: &SavedCredential| Credential::from_kept(saved).unwrap_err().context;
        assert!(matches!(
            *context(&kept),
            ErrorContext::SavedIncomplete { kind, member } if kind == "User" && member == "refreshToken"
        ));
        kept.kind = "Passkey".to_owned();
        assert!(matches!(
            *context(&kept),
            ErrorContext::SavedUnknown { kind } if kind == "Passkey"
        ));
    }
}
