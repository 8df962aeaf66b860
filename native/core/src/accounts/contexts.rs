//! The contexts of this process by name, and which one each runspace uses. Nothing is read or written here.

use std::sync::Arc;

use azir_azure::context::{AzureContext, Subscription};

use crate::{
    Call,
    error::{Error, Result},
};

/// How far a change of contexts reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// This process.
    Process,
    /// Later processes of the same user too.
    CurrentUser,
}

impl Scope {
    /// The scope that a cmdlet was given with `-Scope`, else the one in force.
    #[must_use]
    pub fn of(call: &Call) -> Self {
        match call.arguments().filled("Scope").as_deref() {
            Some(name) if name.eq_ignore_ascii_case("Process") => Self::Process,
            Some(_) => Self::CurrentUser,
            None if call.library.state().keep => Self::CurrentUser,
            None => Self::Process,
        }
    }

    /// Its name, as `-Scope` takes it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Process => "Process",
            Self::CurrentUser => "CurrentUser",
        }
    }
}

/// The contexts in the order they were made, and which one is in use.
#[derive(Debug, Default)]
pub struct Contexts {
    all: Vec<Arc<AzureContext>>,
    current: Option<String>,
}

impl Contexts {
    /// The context in use.
    #[must_use]
    pub fn current(&self) -> Option<Arc<AzureContext>> {
        self.named(self.current.as_deref()?)
    }

    /// A context by name, in any casing.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<Arc<AzureContext>> {
        self.all
            .iter()
            .find(|context| context.name.eq_ignore_ascii_case(name))
            .cloned()
    }

    /// The context that a user named under `parameter`.
    ///
    /// # Errors
    /// `InvalidInput` when there is none of that name.
    pub fn find(&self, parameter: &str, name: &str) -> Result<Arc<AzureContext>> {
        self.named(name).ok_or_else(|| {
            Error::invalid(
                parameter,
                format!(
                    "There is no context '{name}'. Get-AzContext -ListAvailable shows the contexts."
                ),
            )
        })
    }

    /// All contexts.
    #[must_use]
    pub fn all(&self) -> &[Arc<AzureContext>] {
        &self.all
    }

    /// Puts `context` in, in place of one with its name.
    pub fn put(&mut self, context: AzureContext) -> Arc<AzureContext> {
        let context = Arc::new(context);
        match self
            .all
            .iter_mut()
            .find(|own| own.name.eq_ignore_ascii_case(&context.name))
        {
            Some(own) => *own = Arc::clone(&context),
            None => self.all.push(Arc::clone(&context)),
        }
        context
    }

    /// Puts `context` in and makes it the one in use.
    pub fn select(&mut self, context: AzureContext) -> Arc<AzureContext> {
        let context = self.put(context);
        self.current = Some(context.name.clone());
        context
    }

    /// Whether the context of this name is the one in use.
    #[must_use]
    pub fn is_current(&self, name: &str) -> bool {
        self.current
            .as_deref()
            .is_some_and(|current| current.eq_ignore_ascii_case(name))
    }

    /// Brings the context of this name into use; nothing when there is none.
    pub fn make_current(&mut self, name: &str) -> Option<Arc<AzureContext>> {
        let context = self.named(name)?;
        self.current = Some(context.name.clone());
        Some(context)
    }

    /// Gives the context `from` the name `to`, in place of one that had it; it stays where it
    /// stands, and in use if it was.
    pub fn rename(&mut self, from: &str, to: &str) -> Option<Arc<AzureContext>> {
        let was_current = self.is_current(from);
        let context = Arc::new(AzureContext {
            name: to.to_owned(),
            ..(*self.named(from)?).clone()
        });
        self.all.retain(|own| {
            own.name.eq_ignore_ascii_case(from) || !own.name.eq_ignore_ascii_case(to)
        });
        for own in &mut self.all {
            if own.name.eq_ignore_ascii_case(from) {
                *own = Arc::clone(&context);
            }
        }
        if was_current {
            self.current = Some(context.name.clone());
        }
        Some(context)
    }

    /// Gives contexts of the same account and cloud whose subscription is known by its id only what `listed` says of it. Their own
    /// names stay: somebody may have them by now.
    pub fn complete(&mut self, of: &AzureContext, listed: &[Subscription]) {
        for own in &mut self.all {
            let found = own
                .subscription
                .as_ref()
                .filter(|known| {
                    known.name.is_empty()
                        && own.account.id.eq_ignore_ascii_case(&of.account.id)
                        && own.cloud.name == of.cloud.name
                })
                .and_then(|known| {
                    listed
                        .iter()
                        .find(|full| full.id.eq_ignore_ascii_case(&known.id))
                });
            if let Some(full) = found {
                *own = Arc::new(AzureContext {
                    subscription: Some(full.clone()),
                    ..(**own).clone()
                });
            }
        }
    }

    /// Takes out all contexts.
    pub fn clear(&mut self) -> Vec<Arc<AzureContext>> {
        self.current = None;
        std::mem::take(&mut self.all)
    }

    /// Takes out the contexts that `unwanted` names; the last one left comes into use if the
    /// current one went.
    pub fn remove(&mut self, unwanted: impl Fn(&AzureContext) -> bool) -> Vec<Arc<AzureContext>> {
        let (gone, left) = self.all.drain(..).partition(|context| unwanted(context));
        self.all = left;
        if self.current().is_none() {
            self.current = self.all.last().map(|context| context.name.clone());
        }
        gone
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use azir_azure::{
        auth::{Account, Credential, access_token::AccessToken},
        cloud::Cloud,
        secret::Secret,
    };

    fn contexts(names: &[&str]) -> Contexts {
        let mut contexts = Contexts::default();
        for name in names {
            contexts.select(AzureContext {
                name: (*name).to_owned(),
                ..AzureContext::of(
                    Account::new(
                        "somebody".into(),
                        Credential::AccessToken(AccessToken::new(Secret::new("t".into()))),
                    ),
                    Arc::new(Cloud::public()),
                    "t".into(),
                )
            });
        }
        contexts
    }

    fn names(contexts: &Contexts) -> Vec<&str> {
        contexts.all().iter().map(|own| own.name.as_str()).collect()
    }

    #[test]
    fn a_renamed_context_stays_in_its_place_and_in_use() {
        let mut contexts = contexts(&["a", "b", "c"]);
        contexts.make_current("B");
        contexts.rename("B", "work");
        assert_eq!(names(&contexts), ["a", "work", "c"]);
        assert_eq!(contexts.current().unwrap().name, "work");
        assert!(contexts.rename("b", "x").is_none());
    }

    #[test]
    fn a_renamed_context_takes_the_place_of_one_that_had_the_name() {
        let mut contexts = contexts(&["a", "b", "c"]);
        contexts.rename("a", "C");
        assert_eq!(names(&contexts), ["C", "b"]);
        assert_eq!(contexts.current().unwrap().name, "C");
    }

    #[test]
    fn a_change_of_casing_is_a_new_name() {
        let mut contexts = contexts(&["a", "b"]);
        contexts.rename("b", "B");
        assert_eq!(names(&contexts), ["a", "B"]);
    }

    #[test]
    fn nothing_is_left_after_clearing() {
        let mut contexts = contexts(&["a", "b"]);
        assert_eq!(contexts.clear().len(), 2);
        assert!(contexts.current().is_none());
    }
}
