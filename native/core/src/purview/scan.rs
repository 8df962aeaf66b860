//! An account's scan endpoint: where it is, which API version it answers, and requests to it.
//!
//! Service: <https://learn.microsoft.com/rest/api/purview/scanningdataplane/integration-runtimes>.

use std::collections::HashMap;

use async_trait::async_trait;
use azir_azure::{
    arm::{
        client::{Audience, RequestOptions},
        long_running::{self, Pending, Watch},
        paging::Pages,
    },
    http::{Reply, RetrySafety},
    json::Lookup,
};
use azure_core::http::{Method, Url};
use serde_json::{Value, json};

use super::key;
use crate::{
    arm::Arm,
    error::{Error, ErrorKind, Result},
    purview::hosts::{PURVIEW_SCOPE, is_of_purview, scan_endpoint},
    runtimes::{
        api::{self, Authoring, RuntimePages, Runtimes},
        body::RuntimeBody,
        key::has_any,
        missing, operation,
        place::{ParentPlace, is_missing},
        service::Service,
    },
};

/// The versions that have integration runtimes, the newest first.
const VERSIONS: [Version; 2] = [Version("2023-09-01"), Version("2022-07-01-preview")];

/// An API version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version(&'static str);

/// What can be asked about a runtime.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// The runtime itself.
    Itself,
    /// Its status.
    Status,
    /// Both its keys.
    ListAuthKeys,
    /// A new key.
    RegenerateAuthKey,
    /// Interactive authoring on.
    EnableInteractiveQuery,
    /// Interactive authoring off.
    DisableInteractiveQuery,
}

impl Version {
    /// The path below the endpoint. The two versions differ in a slash, before some of the actions only.
    fn path(self, runtime: &str, action: Action) -> Vec<String> {
        let mut path = vec!["integrationruntimes".to_owned(), runtime.to_owned()];
        let (name, apart) = match action {
            Action::Itself => return path,
            Action::Status => {
                path.push("status".to_owned());
                return path;
            }
            Action::ListAuthKeys => (":listAuthKeys", true),
            Action::RegenerateAuthKey => (":regenerateAuthKey", true),
            Action::EnableInteractiveQuery => (":enableInteractiveQuery", false),
            Action::DisableInteractiveQuery => (":disableInteractiveQuery", false),
        };
        if apart && self != VERSIONS[0] {
            path.push(name.to_owned());
        } else {
            path[1].push_str(name);
        }
        path
    }
}

/// What is known of accounts in this process, by tenant, cloud and id.
#[derive(Debug, Default)]
pub struct Accounts(HashMap<String, EndpointCache>);

#[derive(Clone, Debug)]
struct EndpointCache {
    endpoint: Url,
    /// The tenant of the account's own identity.
    tenant: Option<String>,
    /// The version that it was heard to answer.
    version: Option<Version>,
}

/// The scan endpoint of one account.
#[derive(Debug)]
pub struct Scan<'c> {
    /// The client for it.
    pub arm: Arm<'c>,
    account: ParentPlace,
    key: String,
    tenant: Option<String>,
    used: String,
}

impl<'c> Scan<'c> {
    /// The scan endpoint of `account`, as the account says, otherwise as its name says.
    ///
    /// # Errors
    /// What Resource Manager answers, but for a refusal to show the account: that is no reason not to try.
    pub async fn connect(arm: &Arm<'c>, account: &ParentPlace) -> Result<Self> {
        let address = account.url(arm);
        // With a sign-in of another tenant, Resource Manager has to say which tenant the account belongs to.
        let key = format!(
            "{} {}{}",
            arm.context.tenant,
            arm.context.cloud.resource_manager,
            address.path()
        )
        .to_lowercase();
        let known = arm.call.library.state().purview.0.get(&key).cloned();
        let known = if let Some(known) = known {
            known
        } else {
            let found = look_up(arm, account, &address).await?;
            let mut state = arm.call.library.state();
            state.purview.0.insert(key.clone(), found.clone());
            found
        };
        // Whose token Resource Manager took for the subscription, Purview takes for the account.
        let used = arm.tenant_of(&address);
        let elsewhere = Audience {
            scope: PURVIEW_SCOPE.to_owned(),
            tenant: Some(used.clone()),
            whose: format!("Purview account '{}'", account.name),
        };
        Ok(Self {
            arm: arm.at(known.endpoint, elsewhere),
            account: account.clone(),
            key,
            tenant: known.tenant,
            used,
        })
    }

    /// Sends a request about `runtime` in the version that the account answers.
    ///
    /// # Errors
    /// `Service` with the five lines and the next step; connection and credential errors.
    pub async fn send(
        &self,
        method: Method,
        runtime: &str,
        action: Action,
        body: Option<&Value>,
        repeat: RetrySafety,
    ) -> Result<Reply> {
        let mut refusal = None;
        for version in self.versions() {
            let path = version.path(runtime, action);
            let path: Vec<&str> = path.iter().map(String::as_str).collect();
            let url = self.arm.url(&path, version.0);
            let options = RequestOptions {
                retry: repeat,
                ..RequestOptions::default()
            };
            match self.arm.send(method, url, body, options).await {
                Ok(reply) => {
                    self.answers(version);
                    return Ok(reply);
                }
                Err(error) if refuses_version(&error) => refusal = Some(error),
                Err(error) => return Err(self.explain(error)),
            }
        }
        Err(self.no_version(refusal))
    }

    /// GET of the runtime itself or its status.
    async fn read(&self, runtime: &str, action: Action) -> Result<RuntimeBody> {
        let reply = self
            .send(Method::Get, runtime, action, None, RetrySafety::Safe)
            .await?;
        let document = match action {
            Action::Status => reply.status_object()?,
            _ => reply.resource()?,
        };
        Ok(RuntimeBody::new(Service::Purview, document))
    }

    /// Waits where the service says for what: the older version does not, and the example of the newer one names an
    /// address that has nothing to read.
    async fn wait(&self, runtime: &str, activity: &str, reply: &Reply) -> Result<()> {
        let Some(pending) = Pending::at_operation_location(&self.arm, reply)? else {
            return Ok(());
        };
        match long_running::wait(&self.arm, pending, &Watch::patient(activity)).await {
            Err(error) if error.is_status(404) || error.is_status(405) => {
                self.arm
                    .call
                    .caller
                    .verbose("The service does not say how the operation goes on.")
                    .await
            }
            Err(error) if error.is_wait_given_up() => {
                Err(operation::given_up(&self.place(runtime), error.into()))
            }
            outcome => Ok(outcome.map(drop)?),
        }
    }

    /// The version that is known, else all in turn.
    fn versions(&self) -> Vec<Version> {
        let state = self.arm.call.library.state();
        match state.purview.0.get(&self.key).and_then(|own| own.version) {
            Some(version) => vec![version],
            None => VERSIONS.to_vec(),
        }
    }

    fn answers(&self, version: Version) {
        if let Some(known) = self.arm.call.library.state().purview.0.get_mut(&self.key) {
            known.version = Some(version);
        }
    }

    fn forget(&self) {
        self.arm.call.library.state().purview.0.remove(&self.key);
    }

    fn no_version(&self, refusal: Option<Error>) -> Error {
        self.forget();
        let [newest, older] = VERSIONS;
        let text = format!(
            "Purview account '{}' answers neither API version {} nor {}, the two that have integration runtimes.",
            self.account.name, newest.0, older.0
        );
        match refusal {
            Some(error) => error.with_hint(text),
            None => Error::protocol(text),
        }
    }

    /// The error with the next step that Purview's refusals need.
    fn explain(&self, error: Error) -> Error {
        let name = &self.account.name;
        if error.kind == ErrorKind::Connection {
            // The account may have moved.
            self.forget();
            return error.with_hint(
                "A Purview account that takes private connections only is reached from its network only.",
            );
        }
        let status = error.fault().map_or(0, |fault| fault.status);
        let other = self
            .tenant
            .as_deref()
            .filter(|tenant| !tenant.eq_ignore_ascii_case(&self.used));
        let text = match (status, other) {
            (401 | 403, Some(tenant)) => format!(
                "Purview account '{name}' belongs to tenant '{tenant}', and the token was one of tenant '{}'. Run \
                 Connect-AzAccount -Tenant '{tenant}'.",
                self.used
            ),
            (403, None) => role_needed(&format!("account '{}'", self.arm.context.account.id), name),
            (401, None) => {
                "Run Connect-AzAccount again, in the tenant of the Purview account.".to_owned()
            }
            _ => return error,
        };
        error.with_hint(text)
    }
}

/// The sentences about the role of a collection that `who` needs in Purview account `name`.
#[must_use]
pub(crate) fn role_needed(who: &str, name: &str) -> String {
    format!(
        "Purview has roles of its own, and a role in Azure such as Owner or Contributor is none of them: {who} needs \
         the role 'Data source administrator' of a collection in Purview account '{name}'. A collection administrator \
         gives it in the Purview portal: Data map, Collections, Role assignments."
    )
}

#[async_trait]
impl Runtimes for Scan<'_> {
    fn parent(&self) -> &ParentPlace {
        &self.account
    }

    fn list(&self) -> Box<dyn RuntimePages + '_> {
        Box::new(ScanPages {
            scan: self,
            pages: None,
        })
    }

    /// Purview knows no versions of its runtimes.
    async fn get_unless(&self, name: &str, _: Option<&str>) -> Result<Option<RuntimeBody>> {
        match self.read(name, Action::Itself).await {
            Err(error) if is_missing(&error) => Err(missing::explain(self, name, error).await),
            other => other.map(Some),
        }
    }

    async fn get_if_exists(&self, name: &str) -> Result<Option<RuntimeBody>> {
        api::if_exists(self.read(name, Action::Itself).await)
    }

    async fn status(&self, name: &str) -> Result<RuntimeBody> {
        self.read(name, Action::Status).await
    }

    /// First the runtime: a missing one is reported as such, and the status is asked for in the version that is known
    /// then.
    async fn get_with_status(
        &self,
        name: &str,
        _: Option<&str>,
    ) -> Result<Option<(RuntimeBody, RuntimeBody)>> {
        let resource = self.get(name).await?;
        Ok(Some((resource, self.status(name).await?)))
    }

    async fn put(&self, name: &str, body: &Value, _: Option<&str>) -> Result<RuntimeBody> {
        let reply = self
            .send(
                Method::Put,
                name,
                Action::Itself,
                Some(body),
                RetrySafety::Safe,
            )
            .await?;
        reply.json_or_null()?;
        if let Ok(answer) = reply.resource() {
            return Ok(RuntimeBody::new(Service::Purview, answer));
        }
        Err(Error::protocol(format!(
            "The service accepted the change (HTTP status {}) but did not answer with what is there now. Get it to \
             see.",
            reply.status
        )))
    }

    async fn delete(&self, name: &str) -> Result<bool> {
        self.send(
            Method::Delete,
            name,
            Action::Itself,
            None,
            RetrySafety::Safe,
        )
        .await
        .map(|reply| reply.status != 204)
    }

    async fn keys(&self, name: &str) -> Result<Value> {
        let outcome = self
            .send(
                Method::Post,
                name,
                Action::ListAuthKeys,
                None,
                RetrySafety::Safe,
            )
            .await
            .and_then(|reply| Ok(reply.json()?));
        let refused = match &outcome {
            Ok(keys) => !has_any(keys),
            Err(error) => error.is_status(400) || error.is_status(404) || error.is_status(409),
        };
        // What kind it is matters only where there are no keys.
        if refused && let Some(resource) = self.get_if_exists(name).await? {
            key::refuse_managed(&self.place(name), &resource)?;
        }
        outcome
    }

    async fn new_key(&self, name: &str, key: &str) -> Result<Value> {
        // A repeated request would invalidate a key that may be in use already.
        self.send(
            Method::Post,
            name,
            Action::RegenerateAuthKey,
            Some(&json!({ "keyName": key })),
            RetrySafety::OnlyUnsent,
        )
        .await?
        .json()
        .map_err(Error::from)
    }

    async fn set_authoring(&self, name: &str, authoring: Authoring) -> Result<bool> {
        let (doing, action) = match authoring {
            Authoring::On(_) => ("Enabling", Action::EnableInteractiveQuery),
            Authoring::Off => ("Disabling", Action::DisableInteractiveQuery),
        };
        let body = authoring.body();
        let reply = self
            .send(Method::Post, name, action, body.as_ref(), RetrySafety::Safe)
            .await?;
        let activity = format!(
            "{doing} interactive authoring of {}",
            self.place(name).called()
        );
        self.wait(name, &activity, &reply).await?;
        Ok(true)
    }
}

/// The pages of the list of runtimes.
struct ScanPages<'a, 'c> {
    scan: &'a Scan<'c>,
    pages: Option<Pages<'a>>,
}

impl ScanPages<'_, '_> {
    async fn page(&mut self) -> Result<Option<Vec<Value>>> {
        let scan = self.scan;
        if let Some(pages) = &mut self.pages {
            let page = pages.next().await.map_err(Error::from);
            return page.map_err(|error| scan.explain(error));
        }
        let mut refusal = None;
        for version in scan.versions() {
            let url = scan.arm.url(&["integrationruntimes"], version.0);
            let mut pages = Pages::new(&scan.arm, url);
            match pages.next().await.map_err(Error::from) {
                Ok(page) => {
                    scan.answers(version);
                    self.pages = Some(pages);
                    return Ok(page);
                }
                Err(error) if refuses_version(&error) => refusal = Some(error),
                Err(error) => return Err(scan.explain(error)),
            }
        }
        Err(scan.no_version(refusal))
    }
}

#[async_trait]
impl RuntimePages for ScanPages<'_, '_> {
    async fn next(&mut self) -> Result<Option<Vec<RuntimeBody>>> {
        let page = self.page().await?;
        Ok(page.map(|members| api::bodies(Service::Purview, members)))
    }
}

/// Asks Resource Manager for the account's endpoint.
async fn look_up(arm: &Arm<'_>, account: &ParentPlace, address: &Url) -> Result<EndpointCache> {
    let resource = match arm.get(address.clone()).await {
        Ok(resource) => resource,
        Err(error) if error.is_status(403) => {
            arm.call
                .caller
                .verbose(format!(
                    "Resource Manager does not show Purview account '{}' to account '{}': its scan endpoint is made of \
                     its name.",
                    account.name, arm.context.account.id
                ))
                .await?;
            Value::Null
        }
        Err(error) => return Err(error),
    };
    let found = resource
        .at("properties")
        .at("endpoints")
        .at("scan")
        .as_str()
        .filter(|text| !text.trim().is_empty());
    let text = match found {
        Some(text) => text.trim().to_owned(),
        None => scan_endpoint(&arm.context.cloud, &account.name)
            .ok_or_else(|| {
                Error::protocol(format!(
                    "Resource Manager does not say where the scan endpoint of Purview account '{}' is, and of \
                     environment '{}' it is not known what Purview's hosts are called.",
                    account.name, arm.context.cloud.name
                ))
            })?,
    };
    let endpoint = Url::parse(&text)
        .ok()
        .filter(Url::has_host)
        .ok_or_else(|| {
            Error::protocol(format!(
                "'{text}', which Purview account '{}' gives as its scan endpoint, is not an address.",
                account.name
            ))
        })?;
    if !is_of_purview(&arm.context.cloud, endpoint.host_str().unwrap_or_default()) {
        return Err(Error::protocol(format!(
            "'{text}', which Purview account '{}' gives as its scan endpoint, is not at a host of Purview in \
             environment '{}'. No token was sent there. Something between this computer and Azure may have changed \
             the answer: check proxies, then try again.",
            account.name, arm.context.cloud.name
        )));
    }
    Ok(EndpointCache {
        endpoint,
        tenant: resource
            .at("identity")
            .at("tenantId")
            .as_str()
            .map(str::to_owned),
        version: None,
    })
}

/// Whether the API version was refused, so that nothing was done: as the code or the target of the refusal says.
fn refuses_version(error: &Error) -> bool {
    let Some(fault) = error.fault() else {
        return false;
    };
    let names = |text: &Option<String>| {
        let text = text.as_deref().unwrap_or_default().to_ascii_lowercase();
        text.replace(['-', '_', ' '], "").contains("apiversion")
    };
    matches!(fault.status, 400 | 404) && (names(&fault.code) || names(&fault.target))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_versions_differ_in_a_slash() {
        let [newest, older] = VERSIONS;
        let path = |version: Version, action| version.path("ir", action).join("/");
        assert_eq!(
            path(newest, Action::ListAuthKeys),
            "integrationruntimes/ir:listAuthKeys"
        );
        assert_eq!(
            path(older, Action::ListAuthKeys),
            "integrationruntimes/ir/:listAuthKeys"
        );
        assert_eq!(
            path(older, Action::RegenerateAuthKey),
            "integrationruntimes/ir/:regenerateAuthKey"
        );
        assert_eq!(
            path(older, Action::EnableInteractiveQuery),
            "integrationruntimes/ir:enableInteractiveQuery"
        );
        assert_eq!(path(older, Action::Status), "integrationruntimes/ir/status");
        assert_eq!(path(newest, Action::Itself), "integrationruntimes/ir");
    }
}
