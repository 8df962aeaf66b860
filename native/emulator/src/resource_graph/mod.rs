//! Azure Resource Graph: queries over the factories, workspaces and accounts of all subscriptions that a caller may
//! read.
//!
//! It has no runtimes and no nodes, as Azure's has none. The language is cut down to what fleets are asked with; see
//! [`query`]. Pages, quota and limits are those of
//! <https://learn.microsoft.com/azure/governance/resource-graph/concepts/work-with-data>.

mod query;
mod rows;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::digest::{SHA256, digest};
use serde_json::{Map, Value, json};

use crate::arm::Call;
use crate::clock;
use crate::random;
use crate::wire::{Answer, Refusal, Reply};
use crate::world::Bucket;
use query::Query;

/// The versions of the operation.
const VERSIONS: [&str; 4] = ["2024-04-01", "2022-10-01", "2021-03-01", "2019-04-01"];
/// The most rows of a page.
const LARGEST_PAGE: u64 = 1000;
/// Queries that a caller has in each window.
const QUOTA: u64 = 15;
/// The length of a window, in milliseconds.
const WINDOW_MS: u64 = 5000;

/// Answers `POST /providers/Microsoft.ResourceGraph/resources`.
pub fn resources(call: &mut Call<'_>, version: &str) -> Answer {
    if !VERSIONS.contains(&version) {
        return Err(Refusal::gateway(
            404,
            "InvalidResourceType",
            format!(
                "The resource type could not be found in the namespace 'Microsoft.ResourceGraph' for api version \
                 '{version}'."
            ),
        ));
    }
    let is_json = call
        .request
        .header("content-type")
        .is_some_and(|kind| kind.to_ascii_lowercase().starts_with("application/json"));
    if !is_json {
        // As it is documented: any other type of content fails.
        return Err(Refusal::plain(
            500,
            "InternalServerError",
            "An unexpected error has occurred.",
        ));
    }
    let (left, resets_ms) = match draw(call) {
        Ok(drawn) => drawn,
        Err(resets_ms) => return Err(with_quota_refusal(throttled(), resets_ms)),
    };
    match answer(call) {
        Ok(reply) => Ok(reply
            .with("x-ms-user-quota-remaining", &left.to_string())
            .with("x-ms-user-quota-resets-after", &span(resets_ms))),
        Err(refusal) => Err(refusal
            .with_header("x-ms-user-quota-remaining", left.to_string())
            .with_header("x-ms-user-quota-resets-after", span(resets_ms))),
    }
}

/// Takes a query from the quota: what is left, and when it is full again; or only the latter.
fn draw(call: &mut Call<'_>) -> Result<(u64, u64), u64> {
    if !call.world.settings.throttling {
        return Ok((QUOTA - 1, WINDOW_MS));
    }
    let now = clock::now_ms();
    let key = format!("resource-graph/{}", call.caller.object_id);
    let bucket = call.world.buckets.entry(key).or_insert(Bucket {
        level: QUOTA,
        at_ms: now,
    });
    if now.saturating_sub(bucket.at_ms) >= WINDOW_MS {
        *bucket = Bucket {
            level: QUOTA,
            at_ms: now,
        };
    }
    let resets_ms = WINDOW_MS - now.saturating_sub(bucket.at_ms).min(WINDOW_MS - 1);
    if bucket.level == 0 {
        return Err(resets_ms);
    }
    bucket.level -= 1;
    Ok((bucket.level, resets_ms))
}

fn with_quota_refusal(refusal: Refusal, resets_ms: u64) -> Refusal {
    refusal
        .with_header("x-ms-user-quota-remaining", "0")
        .with_header("x-ms-user-quota-resets-after", span(resets_ms))
}

/// A span as `hh:mm:ss`, in whole seconds that are long enough.
fn span(milliseconds: u64) -> String {
    let seconds = milliseconds.div_ceil(1000);
    format!(
        "{:02}:{:02}:{:02}",
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60
    )
}

fn throttled() -> Refusal {
    refuse(
        429,
        "RateLimiting",
        "RateLimiting",
        "Client application has been throttled and should not attempt to repeat the request until an amount of time \
         has \
         elapsed. Please see https://aka.ms/resourcegraph-throttling for help.",
    )
}

/// An error in the form of the service: the reason is in the details.
fn refuse(status: u16, code: &'static str, inner: &str, reason: impl Into<String>) -> Refusal {
    let message = format!(
        "Please provide below info when asking for support: timestamp = {}, correlationId = {}.",
        clock::stamp(),
        random::guid()
    );
    Refusal::plain(status, code, message)
        .with_details(json!([{ "code": inner, "message": reason.into() }]))
}

fn bad_request(inner: &str, reason: impl Into<String>) -> Refusal {
    refuse(400, "BadRequest", inner, reason)
}

/// The options of a query that are read here.
struct Options {
    top: usize,
    skip: usize,
    table: bool,
}

fn answer(call: &Call<'_>) -> Answer {
    let body = call.request.json()?;
    let text = body["query"]
        .as_str()
        .filter(|text| !text.trim().is_empty())
        .ok_or_else(|| bad_request("InvalidQuery", "The query is required."))?;
    let query = Query::parse(text).map_err(|reason| bad_request("ParserFailure", reason))?;
    let (scope, limit_hit) = rows::scope(call, &body)?;
    let options = options(&body, text)?;
    let mut found = rows::of(call, &query.table, &scope);
    query.run(&mut found);
    let total = found.len();
    let page: Vec<Map<String, Value>> = found
        .into_iter()
        .skip(options.skip)
        .take(options.top)
        .collect();
    let end = options.skip + page.len();
    let more = end < total;
    // Without an id the service cannot tell where a page ended.
    let can_continue = query.shows_id();
    let mut shown = json!({
        "totalRecords": total,
        "count": page.len(),
        "resultTruncated": if more && !can_continue { "true" } else { "false" },
        "facets": [],
        "data": if options.table { table(&query, &page) } else { json!(page) },
    });
    if more && can_continue {
        shown["$skipToken"] = token(text, &body, end).into();
    }
    let reply = Reply::ok(&shown);
    Ok(if limit_hit {
        reply.with("x-ms-tenant-subscription-limit-hit", "true")
    } else {
        reply
    })
}

fn options(body: &Value, text: &str) -> Result<Options, Refusal> {
    let options = &body["options"];
    let number = |name: &str, least: u64, most: u64, default: u64| match options.get(name) {
        None | Some(Value::Null) => Ok(default),
        Some(value) => value
            .as_u64()
            .filter(|value| (least..=most).contains(value))
            .ok_or_else(|| {
                bad_request(
                    "InvalidOptions",
                    format!("The option '{name}' must be a whole number from {least} to {most}."),
                )
            }),
    };
    let whole = |value: u64| usize::try_from(value).unwrap_or(usize::MAX);
    let top = number("$top", 1, LARGEST_PAGE, LARGEST_PAGE)?;
    let mut skip = whole(number("$skip", 0, u64::from(u32::MAX), 0)?);
    if let Some(sent) = options["$skipToken"]
        .as_str()
        .filter(|sent| !sent.is_empty())
    {
        skip = continued(sent, text, body).ok_or_else(|| {
            bad_request(
                "InvalidSkipToken",
                "The skip token is not of this query and these scopes.",
            )
        })?;
    }
    let table = match options["resultFormat"].as_str() {
        None => false,
        Some(format) if format.eq_ignore_ascii_case("objectArray") => false,
        Some(format) if format.eq_ignore_ascii_case("table") => true,
        Some(format) => {
            return Err(bad_request(
                "InvalidOptions",
                format!("The result format '{format}' is not known: use 'table' or 'objectArray'."),
            ));
        }
    };
    Ok(Options {
        top: whole(top),
        skip,
        table,
    })
}

/// What a token belongs to: query and scopes.
fn mark(text: &str, body: &Value) -> String {
    let whole = json!([text, body["subscriptions"], body["managementGroups"]]).to_string();
    URL_SAFE_NO_PAD.encode(&digest(&SHA256, whole.as_bytes()).as_ref()[..12])
}

fn token(text: &str, body: &Value, at: usize) -> String {
    URL_SAFE_NO_PAD.encode(format!("{at}@{}", mark(text, body)))
}

fn continued(token: &str, text: &str, body: &Value) -> Option<usize> {
    let inner = String::from_utf8(URL_SAFE_NO_PAD.decode(token).ok()?).ok()?;
    let (at, of) = inner.split_once('@')?;
    (of == mark(text, body)).then(|| at.parse().ok())?
}

fn table(query: &Query, page: &[Map<String, Value>]) -> Value {
    let columns = query.columns();
    let shown: Vec<Value> = columns
        .iter()
        .map(|name| {
            let value = page.iter().find_map(|row| row.get(*name));
            let kind = match value {
                Some(Value::String(_)) | None => "string",
                Some(Value::Number(_)) => "integer",
                Some(_) => "object",
            };
            json!({ "name": name, "type": kind })
        })
        .collect();
    let rows: Vec<Vec<Value>> = page
        .iter()
        .map(|row| {
            columns
                .iter()
                .map(|name| row.get(*name).cloned().unwrap_or_default())
                .collect()
        })
        .collect();
    json!({ "columns": shown, "rows": rows })
}
