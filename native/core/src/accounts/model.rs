//! Contexts, accounts and subscriptions as the objects that Az.Accounts makes of them.

use std::borrow::Cow;

use crate::{
    auth::Account,
    cloud::Cloud,
    output::{Field, Record, Shape},
    session::{AzureContext, Subscription},
};

type Members = Vec<(Cow<'static, str>, Field)>;

static PROFILE: Shape = Shape {
    type_names: &["Microsoft.Azure.Commands.Profile.Models.Core.PSAzureProfile"],
    arrays: &[],
    members: &[("Context", &CONTEXT)],
};
static CONTEXT: Shape = Shape {
    type_names: &["Microsoft.Azure.Commands.Profile.Models.Core.PSAzureContext"],
    arrays: &[],
    members: &[
        ("Account", &ACCOUNT),
        ("Environment", &ENVIRONMENT),
        ("Subscription", &SUBSCRIPTION),
        ("Tenant", &TENANT),
    ],
};
static ACCOUNT: Shape = Shape {
    type_names: &["Microsoft.Azure.Commands.Profile.Models.PSAzureRmAccount"],
    arrays: &["Tenants:string"],
    members: &[],
};
static ENVIRONMENT: Shape =
    Shape::named(&["Microsoft.Azure.Commands.Profile.Models.PSAzureEnvironment"]);
static TENANT: Shape = Shape::named(&["Microsoft.Azure.Commands.Profile.Models.PSAzureTenant"]);
static SUBSCRIPTION: Shape = Shape {
    type_names: &["Microsoft.Azure.Commands.Profile.Models.PSAzureSubscription"],
    arrays: &["ManagedByTenantIds:string"],
    members: &[],
};

fn text(value: &str) -> Field {
    Field::Text(value.to_owned())
}

/// What `Connect-AzAccount` answers.
#[must_use]
pub fn profile(context: &AzureContext) -> Record {
    let environments = Field::Table(vec![(
        context.cloud.name.clone(),
        Field::Object(environment_members(&context.cloud)),
    )]);
    Record::new(
        &PROFILE,
        vec![
            ("Context".into(), Field::Object(context_members(context))),
            ("Environments".into(), environments),
        ],
    )
}

/// A context.
#[must_use]
pub fn context(context: &AzureContext) -> Record {
    Record::new(&CONTEXT, context_members(context))
}

/// An account that signed out.
#[must_use]
pub fn account(account: &Account, tenants: &[String]) -> Record {
    Record::new(&ACCOUNT, account_members(account, tenants))
}

/// A subscription.
#[must_use]
pub fn subscription(subscription: &Subscription) -> Record {
    Record::new(&SUBSCRIPTION, subscription_members(subscription))
}

fn context_members(context: &AzureContext) -> Members {
    let tenants = [context.tenant.clone()];
    let subscription = context
        .subscription
        .as_ref()
        .map_or(Field::Null, |subscription| {
            Field::Object(subscription_members(subscription))
        });
    vec![
        ("Name".into(), text(&context.name)),
        (
            "Account".into(),
            Field::Object(account_members(&context.account, &tenants)),
        ),
        (
            "Environment".into(),
            Field::Object(environment_members(&context.cloud)),
        ),
        ("Subscription".into(), subscription),
        (
            "Tenant".into(),
            Field::Object(vec![("Id".into(), text(&context.tenant))]),
        ),
        ("TokenCache".into(), Field::Null),
        ("VersionProfile".into(), Field::Null),
        ("ExtendedProperties".into(), Field::Table(Vec::new())),
    ]
}

fn account_members(account: &Account, tenants: &[String]) -> Members {
    vec![
        ("Id".into(), text(&account.id)),
        ("Type".into(), text(&account.kind)),
        (
            "Tenants".into(),
            Field::List(tenants.iter().map(|tenant| text(tenant)).collect()),
        ),
    ]
}

fn environment_members(cloud: &Cloud) -> Members {
    let slashed = |address: &str| text(&format!("{address}/"));
    vec![
        ("Name".into(), text(&cloud.name)),
        (
            "ResourceManagerUrl".into(),
            slashed(&cloud.resource_manager),
        ),
        ("ActiveDirectoryAuthority".into(), slashed(&cloud.authority)),
    ]
}

fn subscription_members(subscription: &Subscription) -> Members {
    vec![
        ("Id".into(), text(&subscription.id)),
        ("Name".into(), text(&subscription.name)),
        ("State".into(), text(&subscription.state)),
        ("SubscriptionId".into(), text(&subscription.id)),
        ("TenantId".into(), text(&subscription.tenant)),
        ("HomeTenantId".into(), text(&subscription.tenant)),
        ("ManagedByTenantIds".into(), Field::List(Vec::new())),
        ("CurrentStorageAccountName".into(), Field::Null),
        ("ExtendedProperties".into(), Field::Table(Vec::new())),
    ]
}
