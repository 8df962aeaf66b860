//! Cuts lists into pages with `value` and `nextLink`.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

use crate::wire::{Refusal, Reply, Request};

/// The key after which the asked-for page begins.
///
/// # Errors
///
/// When the token is not one of ours.
pub fn after(request: &Request) -> Result<Option<String>, Refusal> {
    let Some(token) = request.query("$skipToken") else {
        return Ok(None);
    };
    URL_SAFE_NO_PAD
        .decode(token)
        .ok()
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .map(Some)
        .ok_or_else(|| {
            Refusal::gateway(
                400,
                "InvalidSkipToken",
                format!("The provided skip token '{token}' is invalid."),
            )
        })
}

/// The page that `items` begin with. They come in the order of their keys.
pub fn page<'a, T>(
    request: &Request,
    size: usize,
    items: impl Iterator<Item = (&'a String, T)>,
    mut show: impl FnMut(T) -> Value,
) -> Reply {
    let size = size.max(1);
    let mut items = items.peekable();
    let mut value = Vec::new();
    let mut next = None;
    while let Some((key, item)) = items.next() {
        value.push(show(item));
        if value.len() == size {
            next = items.peek().map(|_| link(request, key));
            break;
        }
    }
    let mut body = json!({ "value": value });
    if let Some(next) = next {
        body["nextLink"] = next.into();
    }
    Reply::ok(&body)
}

fn link(request: &Request, key: &str) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    for (name, value) in request
        .query
        .iter()
        .filter(|(name, _)| !name.eq_ignore_ascii_case("$skipToken"))
    {
        query.append_pair(name, value);
    }
    query.append_pair("$skipToken", &URL_SAFE_NO_PAD.encode(key));
    format!("{}{}?{}", request.origin, request.path(), query.finish())
}
