//! Resource Manager on behalf of one call: the Azure client, with the call beside it and the product's errors.

use std::{ops::Deref, sync::Arc};

use azir_azure::{
    arm::client::{Audience, Client, RequestOptions},
    context::AzureContext,
    http::Reply,
};
use azure_core::http::{Method, Url};
use serde_json::Value;
use tokio::sync::Semaphore;

use crate::{
    Call,
    accounts::chosen,
    error::{Error, ErrorKind, Result},
    runtimes::service::Service,
};

/// Resource Manager, as one call sees it.
#[derive(Clone, Debug)]
pub struct Arm<'c> {
    /// The call this is for.
    pub call: &'c Call,
    client: Client,
}

impl Deref for Arm<'_> {
    type Target = Client;

    fn deref(&self) -> &Client {
        &self.client
    }
}

impl<'c> Arm<'c> {
    /// Resource Manager in the context that the call uses.
    ///
    /// # Errors
    /// As [`chosen::context`].
    pub async fn connect(call: &'c Call) -> Result<Self> {
        Self::in_context(call, chosen::context(call).await?)
    }

    /// Resource Manager in `context`.
    ///
    /// # Errors
    /// `InvalidInput` when a certificate file or proxy of the environment cannot be used.
    pub fn in_context(call: &'c Call, context: Arc<AzureContext>) -> Result<Self> {
        call.caller.set_cloud(&context.cloud);
        let mut client = Client::new(context, call.route(), call.world(), call.progress())?;
        let request = &call.request;
        if !request.cmdlet.is_empty() {
            client = client
                .with_header("commandname", request.cmdlet.clone())
                .with_header("parametersetname", request.parameter_set.clone());
        }
        Ok(Self { call, client })
    }

    /// The same account at the `endpoint` of another service, which has tokens of its own.
    #[must_use]
    pub fn at(&self, endpoint: Url, audience: Audience) -> Self {
        Self {
            call: self.call,
            client: self.client.at(endpoint, audience),
        }
    }

    /// The same, but it registers no resource provider.
    #[must_use]
    pub fn without_registration(self) -> Self {
        Self {
            client: self.client.without_registration(),
            ..self
        }
    }

    /// The same, with no more requests on their way at a time than `limit` has permits.
    #[must_use]
    pub fn within(self, limit: Arc<Semaphore>) -> Self {
        Self {
            client: self.client.within(limit),
            ..self
        }
    }

    /// The context's subscription id.
    ///
    /// # Errors
    /// Upstream's words when no subscription was chosen.
    pub fn subscription(&self) -> Result<&str> {
        self.context.subscription.as_ref().map(|subscription| subscription.id.as_str()).ok_or_else(
            || {
                // The two families name different cmdlets here.
                let cmdlet = match Service::of(self.call) {
                    Service::DataFactory => "Select-AzureSubscription",
                    Service::Synapse | Service::Purview => "Select-AzSubscription",
                };
                Error::new(
                    ErrorKind::NotSignedIn,
                    format!(
                        "No default subscription has been designated. Use {cmdlet} -Default <subscriptionName> to set \
                         the default subscription."
                    ),
                )
            },
        )
    }

    /// GET of a resource.
    ///
    /// # Errors
    /// As [`Arm::send`]; `Protocol` when the answer has not the resource's id, name and properties.
    pub async fn get(&self, url: Url) -> Result<Value> {
        Ok(self.client.get(url).await?)
    }

    /// GET of an object that is no resource.
    ///
    /// # Errors
    /// As [`Arm::send`]; `Protocol` when the answer is no object.
    pub async fn get_object(&self, url: Url) -> Result<Value> {
        Ok(self.client.get_object(url).await?)
    }

    /// GET of what may be unchanged since the version `etag`: nothing then.
    ///
    /// # Errors
    /// As [`Arm::send`].
    pub async fn get_unless(&self, url: Url, etag: Option<&str>) -> Result<Option<Value>> {
        Ok(self.client.get_unless(url, etag).await?)
    }

    /// GET of what may be missing.
    ///
    /// # Errors
    /// As [`Arm::send`], but for 404.
    pub async fn get_if_exists(&self, url: Url) -> Result<Option<Value>> {
        Ok(self.client.get_if_exists(url).await?)
    }

    /// PUT of the whole resource; with `if_match`, only while it is what was read.
    ///
    /// # Errors
    /// As [`Arm::send`]; `Protocol` when the answer is not the resource.
    pub async fn put(&self, url: Url, body: &Value, if_match: Option<&str>) -> Result<Value> {
        Ok(self.client.put(url, body, if_match).await?)
    }

    /// POST of an action that may be repeated.
    ///
    /// # Errors
    /// As [`Arm::send`].
    pub async fn post(&self, url: Url, body: Option<&Value>) -> Result<Value> {
        Ok(self.client.post(url, body).await?)
    }

    /// Sends a request; registers the resource provider once if that is what was missing.
    ///
    /// # Errors
    /// `Service` for an answer of 400 or more; connection and credential errors.
    pub async fn send(
        &self,
        method: Method,
        url: Url,
        body: Option<&Value>,
        options: RequestOptions<'_>,
    ) -> Result<Reply> {
        Ok(self.client.send(method, url, body, options).await?)
    }
}
