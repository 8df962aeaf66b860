//! Which context a call uses: the one rule of precedence between a given context, the process's own, Az.Accounts', a kept
//! one, and what is found without signing in.

use std::sync::Arc;

use azir_azure::context::AzureContext;
use serde_json::Value;

use super::{contexts::Contexts, discover, store};
use crate::{
    Call,
    error::{Error, ErrorKind, Result},
    request::member_text,
};

/// The context that a call is for: the given one (one of Az's own too), else the one in use, else what is found
/// without signing in.
///
/// # Errors
/// `NotSignedIn` with what was tried, or `InvalidInput` for a context that is not known.
pub async fn context(call: &Call) -> Result<Arc<AzureContext>> {
    let emulated = {
        let state = call.library.state();
        let emulated = state.emulator.is_some();
        if let Some(given) = &call.request.context {
            return given_context(&state.contexts, given, emulated);
        }
        if let Some(current) = state.contexts.current() {
            return Ok(current);
        }
        emulated
    };
    if emulated {
        // Nothing but the emulator, and what was kept of it, is asked while it runs.
        store::load(call).await?;
        let kept = call.library.state().contexts.current();
        return kept.ok_or_else(not_signed_in);
    }
    discover::context(call).await
}

fn given_context(contexts: &Contexts, given: &Value, emulated: bool) -> Result<Arc<AzureContext>> {
    let name = given
        .as_str()
        .map(str::to_owned)
        .or_else(|| member_text(given, "Name"))
        .or_else(|| member_text(given.get("Context")?, "Name"))
        .unwrap_or_default();
    if let Some(own) = contexts.named(&name) {
        return Ok(own);
    }
    if !emulated && let Some(theirs) = discover::read(given) {
        return Ok(Arc::new(theirs));
    }
    contexts.find("DefaultProfile", &name)
}

/// The error when nobody has signed in, in upstream's words.
#[must_use]
pub fn not_signed_in() -> Error {
    Error::new(ErrorKind::NotSignedIn, "Run Connect-AzAccount to login.")
}
