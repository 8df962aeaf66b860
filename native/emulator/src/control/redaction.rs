//! Takes credentials out of headers, forms and documents before they are written down.

use hyper::HeaderMap;
use serde_json::{Map, Value};

const HIDDEN: &str = "REDACTED";

/// Headers that are credentials.
const HEADERS: [&str; 5] = [
    "authorization",
    "x-identity-header",
    // What the elder managed identity is asked with.
    "secret",
    "x-ms-authorization-auxiliary",
    "cookie",
];

/// Members and form fields that are credentials.
const MEMBERS: [&str; 19] = [
    "authkey1",
    "authkey2",
    "authkey",
    "access_token",
    "refresh_token",
    "id_token",
    "client_secret",
    "client_assertion",
    "device_code",
    "user_code",
    "client_info",
    "password",
    "username",
    "servicetoken",
    "sastoken",
    "encryptedcredential",
    "catalogadminpassword",
    "licensekey",
    "accountkey",
];

/// Form fields that are credentials, though members of that name are none: every error has a code.
const FIELDS: [&str; 3] = ["code", "code_verifier", "assertion"];

/// The headers as an object, credentials hidden.
pub fn headers(headers: &HeaderMap) -> Value {
    let mut shown: Map<String, Value> = Map::new();
    for (name, value) in headers {
        let name = name.as_str();
        let text = if HEADERS.contains(&name) {
            HIDDEN.into()
        } else {
            let text = String::from_utf8_lossy(value.as_bytes());
            if name == "location" {
                without_code(&text).into()
            } else {
                text
            }
        };
        match shown.get_mut(name) {
            Some(Value::String(before)) => {
                before.push_str(", ");
                before.push_str(&text);
            }
            _ => {
                shown.insert(name.to_owned(), text.into_owned().into());
            }
        }
    }
    shown.into()
}

/// An address without what lets its bearer in: the signature of a shared access signature.
pub fn address(address: &str) -> String {
    without(address, &["?sig=", "&sig="])
}

/// An address that a browser is sent to, without the code it would bring there.
fn without_code(address: &str) -> String {
    without(address, &["?code=", "&code=", "#code="])
}

fn without(address: &str, marks: &[&str]) -> String {
    let begin = marks
        .iter()
        .find_map(|mark| address.find(mark).map(|at| at + mark.len()));
    let Some(begin) = begin else {
        return address.to_owned();
    };
    let end = address[begin..]
        .find('&')
        .map_or(address.len(), |length| begin + length);
    format!("{}{HIDDEN}{}", &address[..begin], &address[end..])
}

/// The body: a document or form without its secrets, text where it is neither, null where there is none.
pub fn body(content_type: Option<&str>, body: &[u8]) -> Value {
    if body.is_empty() {
        return Value::Null;
    }
    let kind = content_type.unwrap_or_default();
    if kind.starts_with("application/x-www-form-urlencoded") {
        let fields = url::form_urlencoded::parse(body).map(|(name, value)| {
            let lower = name.to_ascii_lowercase();
            let secret = MEMBERS.contains(&lower.as_str()) || FIELDS.contains(&lower.as_str());
            (
                name.into_owned(),
                Value::from(if secret {
                    HIDDEN.to_owned()
                } else {
                    value.into_owned()
                }),
            )
        });
        return fields.collect::<Map<_, _>>().into();
    }
    let Ok(mut document) = serde_json::from_slice(body) else {
        return String::from_utf8_lossy(body).into_owned().into();
    };
    hide(&mut document);
    document
}

fn hide(value: &mut Value) {
    match value {
        Value::Object(members) => {
            let secure = members
                .get("type")
                .and_then(Value::as_str)
                .is_some_and(|kind| kind.eq_ignore_ascii_case("SecureString"));
            for (name, value) in members {
                let secret = MEMBERS.contains(&name.to_ascii_lowercase().as_str())
                    || (secure && name == "value");
                if secret && value.is_string() {
                    *value = HIDDEN.into();
                } else {
                    hide(value);
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(hide),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn secrets_in_documents_and_forms_are_hidden() {
        let document = json!({ "authKey1": "IR@x", "a": [{ "type": "SecureString", "value": "s" }], "value": "stays" });
        let shown = body(Some("application/json"), document.to_string().as_bytes());
        assert_eq!(
            shown,
            json!({ "authKey1": "REDACTED", "a": [{ "type": "SecureString", "value": "REDACTED" }], "value": "stays" })
        );
        let shown = body(
            Some("application/x-www-form-urlencoded"),
            b"client_id=a&client_secret=b&code=c",
        );
        assert_eq!(
            shown,
            json!({ "client_id": "a", "client_secret": "REDACTED", "code": "REDACTED" })
        );
        assert_eq!(
            without_code("http://localhost:1/?code=abc&state=x"),
            "http://localhost:1/?code=REDACTED&state=x"
        );
        assert_eq!(
            address("https://127.0.0.1:1/hook?sv=1&sig=planted&x=y"),
            "https://127.0.0.1:1/hook?sv=1&sig=REDACTED&x=y"
        );
        assert_eq!(
            address("https://127.0.0.1:1/?a=sig"),
            "https://127.0.0.1:1/?a=sig"
        );
    }
}
