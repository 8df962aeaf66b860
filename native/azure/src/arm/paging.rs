//! Lists over all their pages; a page is requested when its members are needed.

use std::collections::HashSet;

use azure_core::http::Url;
use serde_json::Value;

use super::client::Client;
use crate::{
    error::{Error, ErrorContext, Result},
    json::Lookup,
};

/// So many pages in a row without a member end a list: a service that filters has empty pages, but not without end.
pub const EMPTY_PAGES: usize = 100;
/// The most pages of a list. No list of the services is a tenth as long; one without end would fill the memory.
pub const MOST_PAGES: usize = 10_000;

/// The pages of one list.
///
/// ```
/// use azir_azure::arm::{Client, paging::Pages};
///
/// # async fn names(client: &Client) -> azir_azure::error::Result<()> {
/// let first = client.url(&["subscriptions"], "2022-12-01");
/// let mut pages = Pages::new(client, first);
/// // A page is asked for when it is wanted: who has seen enough stops here, and the rest is never sent.
/// while let Some(subscriptions) = pages.next().await? {
///     for subscription in subscriptions {
///         println!("{}", subscription["displayName"]);
///     }
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct Pages<'a> {
    arm: &'a Client,
    next: Option<Url>,
    /// The fault in the last page's link, reported after that page's members.
    broken: Option<Error>,
    seen: HashSet<String>,
    /// The number of successive pages without members.
    empty: usize,
}

impl<'a> Pages<'a> {
    /// The list at `first`.
    #[must_use]
    pub fn new(arm: &'a Client, first: Url) -> Self {
        Self {
            arm,
            next: Some(first),
            broken: None,
            seen: HashSet::new(),
            empty: 0,
        }
    }

    /// The next page's members; nothing after the last.
    ///
    /// # Errors
    /// `Protocol` when the answer is not a page, the next page is at another host, too many pages have no members, or
    /// there are too many pages.
    pub async fn next(&mut self) -> Result<Option<Vec<Value>>> {
        if let Some(error) = self.broken.take() {
            return Err(error);
        }
        let Some(url) = self.next.take() else {
            return Ok(None);
        };
        let mut page = self.arm.get_object(url.clone()).await?;
        self.seen.insert(url.to_string());
        let Some(Value::Array(members)) = page.get_mut("value").map(Value::take) else {
            return Err(ErrorContext::NotAList.into());
        };
        self.empty = if members.is_empty() {
            self.empty + 1
        } else {
            0
        };
        if let Some(link) = page
            .member("nextLink")
            .and_then(Value::as_str)
            .filter(|link| !link.is_empty())
        {
            match self.follow(&url, link) {
                Ok(_) if self.empty >= EMPTY_PAGES => {
                    return Err(ErrorContext::PagesWithoutMembers { pages: self.empty }.into());
                }
                Ok(_) if self.seen.len() >= MOST_PAGES => {
                    self.broken = Some(ErrorContext::TooManyPages { pages: MOST_PAGES }.into());
                }
                Ok(next) => self.next = Some(next),
                Err(error) => self.broken = Some(error),
            }
        }
        Ok(Some(members))
    }

    /// All members of all pages, for lists that are needed whole.
    ///
    /// # Errors
    /// As [`Pages::next`].
    pub async fn all(mut self) -> Result<Vec<Value>> {
        let mut all = Vec::new();
        while let Some(members) = self.next().await? {
            all.extend(members);
        }
        Ok(all)
    }

    /// Follows a link to the host of the page only, so that no other host gets the token.
    fn follow(&self, from: &Url, link: &str) -> Result<Url> {
        let url = from.join(link).map_err(|_| ErrorContext::NotAPageAddress)?;
        if url.origin() != from.origin() || !self.arm.is_home(&url) {
            return Err(ErrorContext::PageElsewhere {
                host: url.host_str().unwrap_or_default().to_owned(),
            }
            .into());
        }
        if self.seen.contains(url.as_str()) {
            return Err(ErrorContext::PageRepeated.into());
        }
        Ok(url)
    }
}
