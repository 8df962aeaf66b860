//! What Data Factory, Synapse and Purview do alike with integration runtimes, each at its own addresses.
//!
//! Operations that are the same in all services are written over [`Runtimes`], once. What only some services have
//! (starting, links, metrics) is not here.

use async_trait::async_trait;
use azir_azure::{
    arm::{client::RequestOptions, paging::Pages},
    http::RetrySafety,
    json::{self as members, Lookup},
};
use azure_core::http::Method;
use serde_json::{Value, json};

use super::{
    body::RuntimeBody,
    model,
    operation::{self, Kind},
    place::{ParentPlace, RuntimePlace, is_missing},
    service::Service,
    status, written,
};
use crate::{
    arm::Arm,
    error::{Error, Result},
    output::Record,
    purview::{self, account, scan::Scan},
};

/// The integration runtimes of one factory, workspace or account.
#[async_trait]
pub trait Runtimes: Send + Sync {
    /// The factory, workspace or account.
    fn parent(&self) -> &ParentPlace;

    /// The list, page by page.
    fn list(&self) -> Box<dyn RuntimePages + '_>;

    /// Gets a runtime, or nothing while it is the version `unless`.
    ///
    /// # Errors
    /// What the service answers, also when there is no such runtime.
    async fn get_unless(&self, name: &str, unless: Option<&str>) -> Result<Option<RuntimeBody>>;

    /// Gets a runtime that may be missing.
    ///
    /// # Errors
    /// What the service answers, also when the parent is missing.
    async fn get_if_exists(&self, name: &str) -> Result<Option<RuntimeBody>>;

    /// Gets the status of a runtime: its state, nodes and links.
    ///
    /// # Errors
    /// What the service answers.
    async fn status(&self, name: &str) -> Result<RuntimeBody>;

    /// Writes a whole runtime and returns what is there then; with `version`, only while it is that version.
    ///
    /// # Errors
    /// What the service answers, also at the end of its operation.
    async fn put(&self, name: &str, body: &Value, version: Option<&str>) -> Result<RuntimeBody>;

    /// Removes a runtime; returns whether there was one, as far as the service says.
    ///
    /// # Errors
    /// What the service answers, also at the end of its operation.
    async fn delete(&self, name: &str) -> Result<bool>;

    /// Gets both authentication keys.
    ///
    /// # Errors
    /// What the service answers, for instance for a managed runtime.
    async fn keys(&self, name: &str) -> Result<Value>;

    /// Regenerates the key `key`; the answer has that key only.
    ///
    /// # Errors
    /// What the service answers. Without an answer, whether the key is a new one is not known.
    async fn new_key(&self, name: &str, key: &str) -> Result<Value>;

    /// Switches interactive authoring on or off; returns whether that is done, and not only begun.
    ///
    /// # Errors
    /// What the service answers.
    async fn set_authoring(&self, name: &str, authoring: Authoring) -> Result<bool>;

    /// Gets a runtime.
    ///
    /// # Errors
    /// As [`Runtimes::get_unless`].
    async fn get(&self, name: &str) -> Result<RuntimeBody> {
        self.get_unless(name, None).await?.ok_or_else(|| {
            Error::protocol("The service says that nothing changed, though no version was given.")
        })
    }

    /// Gets a runtime and its status, or nothing while it is the version `unless`.
    ///
    /// # Errors
    /// As [`Runtimes::get_unless`]: a missing runtime is reported in the words that scripts know.
    async fn get_with_status(
        &self,
        name: &str,
        unless: Option<&str>,
    ) -> Result<Option<(RuntimeBody, RuntimeBody)>> {
        let (resource, status) = futures::join!(self.get_unless(name, unless), self.status(name));
        match resource? {
            Some(resource) => Ok(Some((resource, status?))),
            None => Ok(None),
        }
    }

    /// The nodes of a runtime, as its status lists them.
    ///
    /// # Errors
    /// As [`Runtimes::status`].
    async fn nodes(&self, name: &str) -> Result<Vec<Value>> {
        Ok(self.status(name).await?.nodes().to_vec())
    }

    /// The object for a runtime.
    fn record(&self, resource: &RuntimeBody) -> Record {
        record(self.parent(), resource)
    }

    /// The object for a runtime with its status.
    fn status_record(&self, resource: &RuntimeBody, answer: &RuntimeBody) -> Record {
        if self.parent().service == Service::Purview {
            purview::model::status_record(self.parent(), resource, answer)
        } else {
            status::record(self.parent(), resource, answer)
        }
    }

    /// The place of a runtime.
    fn place(&self, name: &str) -> RuntimePlace {
        RuntimePlace {
            parent: self.parent().clone(),
            name: name.to_owned(),
        }
    }
}

/// The pages of a list of runtimes.
#[async_trait]
pub trait RuntimePages: Send {
    /// The next page's members; nothing after the last.
    ///
    /// # Errors
    /// What the service answers; `Protocol` when the page is not a page.
    async fn next(&mut self) -> Result<Option<Vec<RuntimeBody>>>;
}

/// How interactive authoring is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Authoring {
    /// On, and off again after so many minutes, where that is said.
    On(Option<i64>),
    /// Off.
    Off,
}

impl Authoring {
    /// The body of the request; there is none for switching off.
    #[must_use]
    pub fn body(self) -> Option<Value> {
        match self {
            Self::On(Some(minutes)) => Some(json!({ "autoTerminationMinutes": minutes })),
            Self::On(None) => Some(json!({})),
            Self::Off => None,
        }
    }
}

/// The runtimes of the factory, workspace or account at `parent`.
///
/// # Errors
/// For Purview, what Resource Manager answers about the account.
pub async fn connect<'a>(arm: &'a Arm<'a>, parent: &ParentPlace) -> Result<Box<dyn Runtimes + 'a>> {
    Ok(match parent.service {
        Service::Purview => Box::new(Scan::connect(arm, parent).await?),
        Service::DataFactory | Service::Synapse => Box::new(ArmRuntimes::new(arm, parent)),
    })
}

/// The factory, workspace or account whose runtimes a cmdlet is about.
///
/// # Errors
/// `InvalidInput` that names the parameter and the rule; `NotFound`; what the service answers.
pub async fn parent(arm: &Arm<'_>) -> Result<ParentPlace> {
    if Service::of(arm.call) == Service::Purview {
        account::of_runtimes(arm).await
    } else {
        ParentPlace::of_runtimes(arm).await
    }
}

/// The runtime that a cmdlet is about.
///
/// # Errors
/// As [`parent`].
pub async fn place(arm: &Arm<'_>) -> Result<RuntimePlace> {
    if Service::of(arm.call) == Service::Purview {
        account::of_runtime(arm).await
    } else {
        RuntimePlace::of(arm).await
    }
}

/// The object for a runtime of `parent`.
#[must_use]
pub fn record(parent: &ParentPlace, resource: &RuntimeBody) -> Record {
    if parent.service == Service::Purview {
        purview::model::record(parent, resource)
    } else {
        model::record(parent, resource)
    }
}

/// The runtimes of a factory or workspace, which Resource Manager has.
pub(super) struct ArmRuntimes<'a> {
    arm: &'a Arm<'a>,
    parent: ParentPlace,
}

impl<'a> ArmRuntimes<'a> {
    pub(super) fn new(arm: &'a Arm<'a>, parent: &ParentPlace) -> Self {
        Self {
            arm,
            parent: parent.clone(),
        }
    }
}

#[async_trait]
impl Runtimes for ArmRuntimes<'_> {
    fn parent(&self) -> &ParentPlace {
        &self.parent
    }

    fn list(&self) -> Box<dyn RuntimePages + '_> {
        Box::new(ArmPages {
            service: self.parent.service,
            pages: Pages::new(self.arm, self.parent.runtimes_url(self.arm)),
        })
    }

    async fn get_unless(&self, name: &str, unless: Option<&str>) -> Result<Option<RuntimeBody>> {
        self.place(name).get_unless(self.arm, unless).await
    }

    async fn get_if_exists(&self, name: &str) -> Result<Option<RuntimeBody>> {
        self.place(name).get_if_exists(self.arm).await
    }

    async fn status(&self, name: &str) -> Result<RuntimeBody> {
        status::ask(self.arm, &self.place(name)).await
    }

    async fn put(&self, name: &str, body: &Value, version: Option<&str>) -> Result<RuntimeBody> {
        written::put(self.arm, &self.place(name), body, version).await
    }

    async fn delete(&self, name: &str) -> Result<bool> {
        written::delete(self.arm, &self.place(name)).await
    }

    async fn keys(&self, name: &str) -> Result<Value> {
        let url = self.place(name).action_url(self.arm, &["listAuthKeys"]);
        self.arm.post(url, None).await
    }

    async fn new_key(&self, name: &str, key: &str) -> Result<Value> {
        // A repeated request would invalidate a key that may be in use already.
        let options = RequestOptions {
            retry: RetrySafety::OnlyUnsent,
            ..RequestOptions::default()
        };
        let url = self
            .place(name)
            .action_url(self.arm, &["regenerateAuthKey"]);
        let body = json!({ "keyName": key });
        self.arm
            .send(Method::Post, url, Some(&body), options)
            .await?
            .json()
            .map_err(Error::from)
    }

    async fn set_authoring(&self, name: &str, authoring: Authoring) -> Result<bool> {
        let (kind, action) = match authoring {
            Authoring::On(_) => (Kind::EnableInteractiveAuthoring, "enableInteractiveQuery"),
            Authoring::Off => (Kind::DisableInteractiveAuthoring, "disableInteractiveQuery"),
        };
        // Switched twice, the second time may be an error.
        let options = RequestOptions {
            retry: RetrySafety::OnlyUnsent,
            ..RequestOptions::default()
        };
        let place = self.place(name);
        let url = place.action_url(self.arm, &[action]);
        let body = authoring.body();
        let reply = self
            .arm
            .send(Method::Post, url, body.as_ref(), options)
            .await?;
        let done = operation::finish(self.arm, &place, kind, &reply).await?;
        Ok(done.is_some())
    }
}

struct ArmPages<'a> {
    service: Service,
    pages: Pages<'a>,
}

#[async_trait]
impl RuntimePages for ArmPages<'_> {
    async fn next(&mut self) -> Result<Option<Vec<RuntimeBody>>> {
        let page = self.pages.next().await?;
        Ok(page.map(|members| bodies(self.service, members)))
    }
}

/// The documents of a page as runtimes. A document without a name gets the name in its id, if it has one.
#[must_use]
pub fn bodies(service: Service, documents: Vec<Value>) -> Vec<RuntimeBody> {
    documents
        .into_iter()
        .map(|mut document| {
            if let Some(name) = name_in_id(&document)
                && let Some(own) = document.as_object_mut()
            {
                members::set(own, "name", name);
            }
            RuntimeBody::new(service, document)
        })
        .collect()
}

/// The last part of the id of a document without a name.
fn name_in_id(document: &Value) -> Option<Value> {
    if document.at("name").is_string() {
        return None;
    }
    let name = document.at("id").as_str()?.rsplit('/').next()?;
    (!name.is_empty()).then(|| Value::from(name))
}

/// Gets what may be missing out of the outcome of a request for it.
///
/// # Errors
/// Those that say something else than that the runtime is missing.
pub fn if_exists(outcome: Result<RuntimeBody>) -> Result<Option<RuntimeBody>> {
    match outcome {
        Err(error) if is_missing(&error) => Ok(None),
        other => other.map(Some),
    }
}
