//! Writing only what is still the version that was read, on a service that may want its version in another form.
//!
//! Azure was seen to take `If-Match` as the `ETag` comes. Whether every service does is not known, so nothing depends
//! on it: a version that is refused as malformed, or refused although the resource has not changed, is sent again in
//! quotes, and at last left out.

use async_trait::async_trait;

use crate::{
    arm::Arm,
    error::{Error, ErrorKind, Result},
};

/// Something that is written if it is still the version that was read.
#[async_trait]
pub trait Versioned: Sync {
    /// What is there after the write.
    type Written: Send;

    /// Writes it; `version` is the value of `If-Match`.
    ///
    /// # Errors
    /// What the service answers.
    async fn put(&self, version: Option<&str>) -> Result<Self::Written>;

    /// The `ETag` that is there now.
    ///
    /// # Errors
    /// What the service answers.
    async fn etag(&self) -> Result<Option<String>>;
}

/// The version that was read, and what it is the version of.
#[derive(Debug)]
pub struct Version {
    /// The `ETag` as the service returned it.
    pub etag: String,
    /// What it belongs to, at the start of a sentence.
    pub what: String,
}

impl Version {
    /// Writes `thing` if it still has this version.
    ///
    /// # Errors
    /// What the service answers; a lost race where the resource has changed meanwhile.
    pub async fn write<T: Versioned>(&self, arm: &Arm<'_>, thing: &T) -> Result<T::Written> {
        let refused = match thing.put(Some(&self.etag)).await {
            Err(error) if may_be_the_form(&error) => error,
            outcome => return outcome,
        };
        // What is malformed was not compared, so there is nothing to look at yet.
        if refused.is_status(412) && !self.is_unchanged(thing).await {
            return Err(refused.or_lost_race(&self.what));
        }
        if let Some(quoted) = quoted(&self.etag) {
            match thing.put(Some(&quoted)).await {
                Err(error) if may_be_the_form(&error) => {}
                outcome => return outcome,
            }
        }
        // Without its version a write must not overtake another one.
        if !self.is_unchanged(thing).await {
            return Err(refused.or_lost_race(&self.what));
        }
        let answer = match thing.put(None).await {
            Ok(answer) => answer,
            Err(error) if error.kind == ErrorKind::Cancelled => return Err(error),
            Err(_) => return Err(refused.or_lost_race(&self.what)),
        };
        arm.call
            .caller
            .warning(format!(
                "{} was written without a check of its version, which was compared just before: the service does not \
                 take the ETag '{}' that it sent itself.",
                self.what, self.etag
            ))
            .await?;
        Ok(answer)
    }

    /// Whether the resource still has the version that was read; what cannot be read counts as changed.
    async fn is_unchanged<T: Versioned>(&self, thing: &T) -> bool {
        matches!(thing.etag().await, Ok(Some(now)) if now == self.etag)
    }
}

/// Whether a refusal may be about the form of the version: the version does not match, or the request is malformed and
/// the code does not say that it is something else.
fn may_be_the_form(error: &Error) -> bool {
    const GENERAL: [&str; 3] = ["BadRequest", "InvalidRequest", "InvalidHeaderValue"];
    const HEADER: [&str; 4] = ["etag", "ifmatch", "if-match", "precondition"];
    let Some(fault) = error.fault() else {
        return false;
    };
    if fault.status != 400 {
        return fault.status == 412;
    }
    let names = |text: &String| {
        let text = text.to_ascii_lowercase();
        HEADER.iter().any(|word| text.contains(word))
    };
    fault
        .code
        .as_ref()
        .is_none_or(|code| GENERAL.iter().any(|own| own.eq_ignore_ascii_case(code)) || names(code))
        || fault.target.as_ref().is_some_and(names)
}

/// The `ETag` in quotes; nothing where it has them.
fn quoted(etag: &str) -> Option<String> {
    let bare = etag.strip_prefix("W/").unwrap_or(etag);
    (!bare.starts_with('"')).then(|| format!("\"{bare}\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_etag_is_quoted_once() {
        assert_eq!(quoted("a-1").as_deref(), Some("\"a-1\""));
        assert_eq!(quoted("\"a-1\""), None);
        assert_eq!(quoted("W/\"a\""), None);
    }
}
