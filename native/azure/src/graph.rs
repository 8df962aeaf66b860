//! Azure Resource Graph: queries over the resources of many subscriptions, page by page.
//!
//! A caller has a quota of queries for a few seconds; each answer says what is left and when it is full again, and a
//! page that would exceed it waits. Rules:
//! <https://learn.microsoft.com/azure/governance/resource-graph/concepts/guidance-for-throttled-requests> and
//! <https://learn.microsoft.com/azure/governance/resource-graph/concepts/work-with-data>.

use std::{collections::HashSet, time::Duration};

use azure_core::http::{Method, Url};
use serde_json::{Value, json};

use crate::{
    arm::client::{Client, RequestOptions},
    arm::paging::{EMPTY_PAGES, MOST_PAGES},
    error::{Error, ErrorContext, Result},
    http::Reply,
    json::Lookup,
};

const API_VERSION: &str = "2024-04-01";
/// The most rows that the service puts on a page.
pub const LARGEST_PAGE: u32 = 1000;
/// The most subscriptions that a query names; more are asked for in groups.
pub const MOST_SUBSCRIPTIONS: usize = 1000;

/// What a query is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All subscriptions of the tenant that the account can read.
    Tenant,
    /// These subscriptions, by their ids.
    Subscriptions(Vec<String>),
    /// The subscriptions below these management groups, by their names.
    ManagementGroups(Vec<String>),
}

impl Scope {
    /// The scopes of the requests: the service takes a limited number of subscriptions at a time.
    #[must_use]
    pub fn in_groups(self) -> Vec<Self> {
        match self {
            Self::Subscriptions(ids) if ids.len() > MOST_SUBSCRIPTIONS => ids
                .chunks(MOST_SUBSCRIPTIONS)
                .map(|group| Self::Subscriptions(group.to_vec()))
                .collect(),
            other => vec![other],
        }
    }
}

/// The rows of one query in one scope.
///
/// The query must show the column `id`: without it, the service sends no more than one page.
#[derive(Debug)]
pub struct Rows<'a> {
    arm: &'a Client,
    query: String,
    scope: Scope,
    token: Option<String>,
    ended: bool,
    seen: HashSet<String>,
    empty: usize,
    pause: Option<Duration>,
    from_above: bool,
    /// Whether the scope has more subscriptions than the service looks at.
    pub limit_hit: bool,
}

impl<'a> Rows<'a> {
    /// The rows of `query` in `scope`.
    #[must_use]
    pub fn new(arm: &'a Client, query: impl Into<String>, scope: Scope) -> Self {
        Self {
            arm,
            query: query.into(),
            scope,
            token: None,
            ended: false,
            seen: HashSet::new(),
            empty: 0,
            pause: None,
            from_above: false,
            limit_hit: false,
        }
    }

    /// Asks for role assignments above the subscriptions too: those of their management groups.
    #[must_use]
    pub fn from_above(mut self) -> Self {
        self.from_above = true;
        self
    }

    /// The rows of the next page; nothing after the last.
    ///
    /// # Errors
    /// What the service answers; `Protocol` when rows are missing, or the answer has no rows.
    pub async fn next(&mut self) -> Result<Option<Vec<Value>>> {
        if self.ended {
            return Ok(None);
        }
        if let Some(pause) = self.pause.take() {
            let seconds = pause.as_secs();
            self.arm
                .progress
                .verbose(&format!(
                    "The quota of Resource Graph is used up; the next page follows in {seconds} s."
                ))
                .await?;
            self.arm.world.clock().sleep(pause).await;
        }
        let url = self.arm.url(
            &["providers", "Microsoft.ResourceGraph", "resources"],
            API_VERSION,
        );
        let reply = self.ask(url).await?;
        self.pause = pause(&reply);
        self.limit_hit |= reply
            .header("x-ms-tenant-subscription-limit-hit")
            .is_some_and(|text| text.trim().eq_ignore_ascii_case("true"));
        let mut answer = reply.object()?;
        let truncated = answer.at("resultTruncated");
        if truncated == &Value::Bool(true)
            || truncated
                .as_str()
                .is_some_and(|text| text.eq_ignore_ascii_case("true"))
        {
            return Err(ErrorContext::RowsMissing.into());
        }
        let token = answer
            .at("$skipToken")
            .as_str()
            .filter(|token| !token.is_empty())
            .map(str::to_owned);
        let Some(Value::Array(rows)) = answer.get_mut("data").map(Value::take) else {
            return Err(ErrorContext::NotAList.into());
        };
        self.go_on(token, rows.is_empty())?;
        Ok(Some(rows))
    }

    /// All rows of all pages.
    ///
    /// # Errors
    /// As [`Rows::next`].
    pub async fn all(&mut self) -> Result<Vec<Value>> {
        let mut all = Vec::new();
        while let Some(rows) = self.next().await? {
            all.extend(rows);
        }
        Ok(all)
    }

    fn go_on(&mut self, token: Option<String>, is_empty: bool) -> Result<()> {
        let Some(token) = token else {
            self.ended = true;
            return Ok(());
        };
        if self.seen.contains(&token) {
            return Err(ErrorContext::PageRepeated.into());
        }
        self.empty = if is_empty { self.empty + 1 } else { 0 };
        if self.empty >= EMPTY_PAGES {
            return Err(ErrorContext::PagesWithoutMembers { pages: self.empty }.into());
        }
        if self.seen.len() + 1 >= MOST_PAGES {
            return Err(ErrorContext::TooManyPages { pages: MOST_PAGES }.into());
        }
        self.seen.insert(token.clone());
        self.token = Some(token);
        Ok(())
    }

    async fn ask(&self, url: Url) -> Result<Reply> {
        let body = self.body();
        self.arm
            .send(Method::Post, url, Some(&body), RequestOptions::default())
            .await
            .map_err(with_details)
    }

    fn body(&self) -> Value {
        let mut options = json!({"$top": LARGEST_PAGE, "resultFormat": "objectArray"});
        if let Some(token) = &self.token {
            options["$skipToken"] = token.as_str().into();
        }
        if self.from_above {
            options["authorizationScopeFilter"] = "AtScopeAboveAndBelow".into();
        }
        let mut body = json!({ "query": self.query });
        match &self.scope {
            Scope::Subscriptions(ids) => body["subscriptions"] = json!(ids),
            Scope::Tenant => options["allowPartialScopes"] = true.into(),
            Scope::ManagementGroups(names) => {
                body["managementGroups"] = json!(names);
                options["allowPartialScopes"] = true.into();
            }
        }
        body["options"] = options;
        body
    }
}

/// A text as a literal of the query language.
#[must_use]
pub fn quoted(text: &str) -> String {
    let mut literal = String::with_capacity(text.len() + 2);
    literal.push('\'');
    for letter in text.chars() {
        match letter {
            '\'' | '\\' => {
                literal.push('\\');
                literal.push(letter);
            }
            '\n' => literal.push_str("\\n"),
            '\r' => literal.push_str("\\r"),
            '\t' => literal.push_str("\\t"),
            other => literal.push(other),
        }
    }
    literal.push('\'');
    literal
}

/// The longest wait for the quota, which is full again after seconds; the service refuses what comes too early.
const LONGEST_PAUSE: Duration = Duration::from_secs(60);

/// How long the next query has to wait, where none is left.
fn pause(reply: &Reply) -> Option<Duration> {
    let left: u64 = reply
        .header("x-ms-user-quota-remaining")?
        .trim()
        .parse()
        .ok()?;
    let after = quota_resets_after(reply.header("x-ms-user-quota-resets-after")?)?;
    (left == 0).then_some(after.min(LONGEST_PAUSE))
}

/// The time in the header `x-ms-user-quota-resets-after`: `hh:mm:ss`.
#[must_use]
pub fn quota_resets_after(text: &str) -> Option<Duration> {
    let parts: Vec<u64> = text
        .trim()
        .split(':')
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    let [hours, minutes, seconds] = parts.as_slice() else {
        return None;
    };
    let minutes = hours.checked_mul(60)?.checked_add(*minutes)?;
    Some(Duration::from_secs(
        minutes.checked_mul(60)?.checked_add(*seconds)?,
    ))
}

/// The same error with the reason as its words: the service's message has an id for the support only, and the reason is
/// in the details.
fn with_details(mut error: Error) -> Error {
    let Some(fault) = error.service.as_mut() else {
        return error;
    };
    let body = fault
        .exchange
        .as_ref()
        .and_then(|exchange| serde_json::from_str::<Value>(&exchange.body).ok());
    let details: Vec<String> = body
        .as_ref()
        .map(|body| body.at("error").at("details"))
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(|detail| detail.at("message").as_str())
        .map(str::to_owned)
        .collect();
    if !details.is_empty() {
        fault.message = Some(details.join(" "));
    }
    error
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_stays_one_literal() {
        assert_eq!(quoted("westeurope"), "'westeurope'");
        assert_eq!(quoted("it's \\ a"), "'it\\'s \\\\ a'");
        assert_eq!(quoted("' or 1 == 1 //\n"), "'\\' or 1 == 1 //\\n'");
    }

    #[test]
    fn the_quota_has_hours_minutes_and_seconds() {
        assert_eq!(quota_resets_after("00:00:03"), Some(Duration::from_secs(3)));
        assert_eq!(
            quota_resets_after("01:02:03"),
            Some(Duration::from_secs(3723))
        );
        for odd in ["", "3", "00:03", "a:b:c", "99999999999999999999:0:0"] {
            assert_eq!(quota_resets_after(odd), None, "{odd}");
        }
    }

    #[test]
    fn subscriptions_are_asked_for_in_groups() {
        let ids: Vec<String> = (0..2001).map(|at| format!("s{at}")).collect();
        let groups = Scope::Subscriptions(ids).in_groups();
        assert_eq!(groups.len(), 3);
        assert_eq!(groups[2], Scope::Subscriptions(vec!["s2000".into()]));
        assert_eq!(Scope::Tenant.in_groups(), [Scope::Tenant]);
    }
}
