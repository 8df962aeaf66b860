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

/// How many runspaces are remembered; the one that was silent for the longest is forgotten first.
const RUNSPACES: usize = 10_000;

/// The contexts in the order they were made, and which one is in use where.
///
/// The process has a default. A runspace begins with the default of that time and keeps to it, whatever others choose
/// later. A sign-in sets the default and the runspace's own. Choosing another context changes the runspace's own only,
/// but for the first runspace of the process, whose choice is the default too. A caller that names no runspace uses and
/// changes the default.
#[derive(Debug, Default)]
pub struct Contexts {
    all: Vec<Arc<AzureContext>>,
    current: Option<String>,
    /// The first runspace that asked for anything.
    first: Option<String>,
    /// The own context of each runspace that has one, the one that asked last at the end.
    own: Vec<(String, String)>,
}

impl Contexts {
    /// Says that `runspace` asks for something: a new one begins with the default.
    pub fn enter(&mut self, runspace: Option<&str>) {
        let Some(runspace) = runspace else { return };
        if self.first.is_none() {
            self.first = Some(runspace.to_owned());
        }
        let name = match self.place(runspace) {
            Some(place) => self.own.remove(place).1,
            // Who begins without any context gets the first that there is.
            None => match self.current(None) {
                Some(context) => context.name.clone(),
                None => return,
            },
        };
        self.own.push((runspace.to_owned(), name));
        if self.own.len() > RUNSPACES {
            self.own.remove(0);
        }
    }

    fn place(&self, runspace: &str) -> Option<usize> {
        self.own.iter().position(|(id, _)| id == runspace)
    }

    /// The context in use in `runspace`; the default for none, and where its own is gone.
    #[must_use]
    pub fn current(&self, runspace: Option<&str>) -> Option<Arc<AzureContext>> {
        let own = runspace
            .and_then(|runspace| self.place(runspace))
            .and_then(|place| self.named(&self.own[place].1));
        own.or_else(|| self.named(self.current.as_deref()?))
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

    /// Puts `context` in and makes it the default and the own one of `runspace`: a sign-in.
    pub fn sign_in(&mut self, context: AzureContext, runspace: Option<&str>) -> Arc<AzureContext> {
        let context = self.put(context);
        self.current = Some(context.name.clone());
        self.keep_own(runspace, &context.name);
        context
    }

    /// Puts `context` in and brings it into use in `runspace`.
    pub fn select(&mut self, context: AzureContext, runspace: Option<&str>) -> Arc<AzureContext> {
        let context = self.put(context);
        self.choose(&context.name, runspace);
        context
    }

    /// Whether the context of this name is the one in use in `runspace`.
    #[must_use]
    pub fn is_current(&self, name: &str, runspace: Option<&str>) -> bool {
        self.current(runspace)
            .is_some_and(|current| current.name.eq_ignore_ascii_case(name))
    }

    /// Brings the context of this name into use in `runspace`; nothing when there is none.
    pub fn make_current(
        &mut self,
        name: &str,
        runspace: Option<&str>,
    ) -> Option<Arc<AzureContext>> {
        let context = self.named(name)?;
        self.choose(&context.name, runspace);
        Some(context)
    }

    fn choose(&mut self, name: &str, runspace: Option<&str>) {
        if runspace.is_none() || runspace == self.first.as_deref() {
            self.current = Some(name.to_owned());
        }
        self.keep_own(runspace, name);
    }

    fn keep_own(&mut self, runspace: Option<&str>, name: &str) {
        let Some(runspace) = runspace else { return };
        match self.place(runspace) {
            Some(place) => name.clone_into(&mut self.own[place].1),
            None => self.own.push((runspace.to_owned(), name.to_owned())),
        }
    }

    /// Takes all contexts out, to be put back later; which runspace is the first stays known.
    #[must_use]
    pub fn set_aside(&mut self) -> Self {
        let first = self.first.clone();
        std::mem::replace(
            self,
            Self {
                first,
                ..Self::default()
            },
        )
    }

    /// Gives the context `from` the name `to`, and replaces another context of that name; it stays where it
    /// stands, and in use if it was.
    pub fn rename(&mut self, from: &str, to: &str) -> Option<Arc<AzureContext>> {
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
        let used = self.own.iter_mut().map(|(_, name)| name);
        for name in used.chain(&mut self.current) {
            if name.eq_ignore_ascii_case(from) {
                to.clone_into(name);
            }
        }
        Some(context)
    }

    /// Gives contexts of the same account and cloud whose subscription is known by its id only what `listed` says of
    /// it. Their own names stay: scripts may use them by now.
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
        self.own.clear();
        std::mem::take(&mut self.all)
    }

    /// Takes out the contexts that `unwanted` names; the last one left comes into use if the
    /// current one went.
    pub fn remove(&mut self, unwanted: impl Fn(&AzureContext) -> bool) -> Vec<Arc<AzureContext>> {
        let (gone, left) = self.all.drain(..).partition(|context| unwanted(context));
        self.all = left;
        if self.current(None).is_none() {
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
            let context = AzureContext {
                name: (*name).to_owned(),
                ..AzureContext::of(
                    Account::new(
                        "somebody".into(),
                        Credential::AccessToken(AccessToken::new(Secret::new("t".into()))),
                    ),
                    Arc::new(Cloud::public()),
                    "t".into(),
                )
            };
            contexts.sign_in(context, None);
        }
        contexts
    }

    fn names(contexts: &Contexts) -> Vec<&str> {
        contexts.all().iter().map(|own| own.name.as_str()).collect()
    }

    #[test]
    fn a_renamed_context_stays_in_its_place_and_in_use() {
        let mut contexts = contexts(&["a", "b", "c"]);
        contexts.make_current("B", None);
        contexts.rename("B", "work");
        assert_eq!(names(&contexts), ["a", "work", "c"]);
        assert_eq!(contexts.current(None).unwrap().name, "work");
        assert!(contexts.rename("b", "x").is_none());
    }

    #[test]
    fn a_renamed_context_takes_the_place_of_one_that_had_the_name() {
        let mut contexts = contexts(&["a", "b", "c"]);
        contexts.rename("a", "C");
        assert_eq!(names(&contexts), ["C", "b"]);
        assert_eq!(contexts.current(None).unwrap().name, "C");
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
        assert!(contexts.current(None).is_none());
    }

    fn in_use(contexts: &Contexts, runspace: Option<&str>) -> String {
        contexts.current(runspace).unwrap().name.clone()
    }

    #[test]
    fn a_runspace_keeps_the_default_that_it_began_with() {
        let mut contexts = contexts(&["a", "b"]);
        contexts.enter(Some("first"));
        contexts.enter(Some("second"));
        contexts.make_current("a", Some("first"));
        assert_eq!(in_use(&contexts, Some("first")), "a");
        assert_eq!(in_use(&contexts, None), "a");
        assert_eq!(in_use(&contexts, Some("second")), "b");
        contexts.enter(Some("third"));
        assert_eq!(in_use(&contexts, Some("third")), "a");
    }

    #[test]
    fn a_choice_in_another_runspace_is_its_own() {
        let mut contexts = contexts(&["a", "b", "c"]);
        contexts.enter(Some("first"));
        contexts.enter(Some("second"));
        contexts.make_current("a", Some("second"));
        assert_eq!(in_use(&contexts, Some("second")), "a");
        assert_eq!(in_use(&contexts, Some("first")), "c");
        assert_eq!(in_use(&contexts, None), "c");
    }

    #[test]
    fn a_sign_in_anywhere_sets_the_default() {
        let mut contexts = contexts(&["a"]);
        contexts.enter(Some("first"));
        contexts.enter(Some("second"));
        let other = AzureContext {
            name: "b".to_owned(),
            ..(*contexts.named("a").unwrap()).clone()
        };
        contexts.sign_in(other, Some("second"));
        assert_eq!(in_use(&contexts, None), "b");
        assert_eq!(in_use(&contexts, Some("second")), "b");
        assert_eq!(in_use(&contexts, Some("first")), "a");
    }

    #[test]
    fn who_began_without_a_context_gets_the_default_that_comes() {
        let mut contexts = Contexts::default();
        contexts.enter(Some("first"));
        assert!(contexts.current(Some("first")).is_none());
        let context = (**self::contexts(&["a"]).all().first().unwrap()).clone();
        contexts.sign_in(context, Some("second"));
        assert_eq!(in_use(&contexts, Some("first")), "a");
    }

    #[test]
    fn a_runspaces_own_context_may_be_renamed_and_removed() {
        let mut contexts = contexts(&["a", "b"]);
        contexts.enter(Some("first"));
        contexts.enter(Some("second"));
        contexts.make_current("a", Some("second"));
        contexts.rename("a", "x");
        assert_eq!(in_use(&contexts, Some("second")), "x");
        contexts.remove(|own| own.name == "x");
        assert_eq!(in_use(&contexts, Some("second")), "b");
    }
}
