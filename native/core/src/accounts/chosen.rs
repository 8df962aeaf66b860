//! Which context a call uses: the one rule of precedence between a given context, the process's own, Az.Accounts', a
//! kept one, and what is found without signing in.

use std::sync::Arc;

use azir_azure::context::AzureContext;
use serde_json::Value;

use super::{contexts::Contexts, discover, store};
use crate::{
    Call, emulator,
    error::{Error, ErrorKind, Result},
    request::member_text,
};

/// The context that a call uses. The first of these that there is counts:
///
/// 1. The context that the call was given (`-DefaultProfile`): one of this process by its name, else one of
///    Az.Accounts'.
/// 2. The context in use in the call's runspace, by a sign-in or a choice of this process.
/// 3. The sign-in of Az.Accounts, which is asked anew each time: what changes there is seen at the next call.
/// 4. The context that an earlier process of the same user kept.
/// 5. What is found without a sign-in, looked for once in a process: the environment's application, the managed
///    identity, the Azure CLI.
///
/// While the emulator runs, 3 and 5 are left out: nothing but the emulator, and what was kept of it, is asked.
///
/// # Errors
/// `NotSignedIn` with what was tried, or `InvalidInput` for a context that is not known.
pub async fn context(call: &Call) -> Result<Arc<AzureContext>> {
    emulator::check(call)?;
    let emulated = {
        let state = call.library.state();
        let emulated = state.emulator.is_some();
        if let Some(given) = &call.request.context {
            return given_context(&state.contexts, given, emulated);
        }
        emulated
    };
    if let Some(current) = call.current_context() {
        return Ok(current);
    }
    let mut tried = Vec::new();
    if !emulated {
        match discover::az_accounts(call).await? {
            Ok(context) => return Ok(Arc::new(context)),
            Err(reason) => tried.push(format!("Az.Accounts ({reason})")),
        }
    }
    store::load(call).await?;
    match call.current_context() {
        Some(kept) => Ok(kept),
        None if emulated => Err(not_signed_in()),
        None => discover::without_sign_in(call, tried).await,
    }
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

/// The error without a sign-in, in upstream's words.
#[must_use]
pub fn not_signed_in() -> Error {
    Error::new(ErrorKind::NotSignedIn, "Run Connect-AzAccount to login.")
}
