//! Who is signed in, to which cloud, for which tenant and subscription. It holds no token and decides nothing.

use std::{collections::BTreeMap, sync::Arc};

use crate::{auth::Account, cloud::Cloud};

/// A subscription as a context knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subscription {
    /// GUID.
    pub id: String,
    /// Display name; empty where only the id is known.
    pub name: String,
    /// Its home tenant.
    pub tenant: String,
    /// Such as `Enabled`; empty where only the id is known.
    pub state: String,
}

impl Subscription {
    /// A subscription of which only the id is known.
    #[must_use]
    pub fn of_id(id: String, tenant: &str) -> Self {
        Self {
            id,
            name: String::new(),
            tenant: tenant.to_owned(),
            state: String::new(),
        }
    }

    /// Its name, or its id where the name is not known.
    #[must_use]
    pub fn label(&self) -> &str {
        if self.name.is_empty() {
            &self.id
        } else {
            &self.name
        }
    }
}

/// Who is signed in, to which cloud, for which tenant and subscription.
#[derive(Clone, Debug)]
pub struct AzureContext {
    /// The name it is found by.
    pub name: String,
    /// Who.
    pub account: Arc<Account>,
    /// Where.
    pub cloud: Arc<Cloud>,
    /// Tenant id.
    pub tenant: String,
    /// The subscription that calls go to, if one was chosen.
    pub subscription: Option<Subscription>,
    /// What scripts noted down with it.
    pub properties: BTreeMap<String, String>,
}

impl AzureContext {
    /// A context of this account, without name and subscription yet.
    #[must_use]
    pub fn of(account: Account, cloud: Arc<Cloud>, tenant: String) -> Self {
        Self {
            name: String::new(),
            account: Arc::new(account),
            cloud,
            tenant,
            subscription: None,
            properties: BTreeMap::new(),
        }
    }

    /// The name that Az gives a context: subscription, tenant and account.
    #[must_use]
    pub fn usual_name(&self) -> String {
        match &self.subscription {
            Some(subscription) if subscription.name.is_empty() => {
                format!(
                    "{} - {} - {}",
                    subscription.id, self.tenant, self.account.id
                )
            }
            Some(subscription) => format!(
                "{} ({}) - {} - {}",
                subscription.name, subscription.id, self.tenant, self.account.id
            ),
            None => format!("{} - {}", self.tenant, self.account.id),
        }
    }
}
