//! Contexts, accounts and subscriptions as the objects that Az.Accounts makes of them.

use std::{borrow::Cow, path::Path};

use azir_azure::{
    auth::Account,
    cloud::Cloud,
    context::{AzureContext, Subscription},
};
use serde_json::Value;
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

use super::environment::{BATCH, EXTENDED, Environment, MEMBERS};
use crate::{
    accounts::contexts::Scope,
    output::{Field, Record, Shape},
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
static TENANT: Shape = Shape {
    type_names: &["Microsoft.Azure.Commands.Profile.Models.PSAzureTenant"],
    arrays: &["Domains:string"],
    members: &[],
};
static ACCESS_TOKEN: Shape = Shape {
    type_names: &["Microsoft.Azure.Commands.Profile.Models.PSSecureAccessToken"],
    arrays: &["ExpiresOn:offset"],
    members: &[],
};
static AUTOSAVE: Shape =
    Shape::named(&["Microsoft.Azure.Commands.Common.Authentication.ContextAutosaveSettings"]);
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
        Field::Object(cloud_members(&context.cloud)),
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

/// A tenant, of what the service says of it.
#[must_use]
pub fn tenant(tenant: &Value) -> Record {
    let text = |name: &str| Field::from_text(tenant.get(name));
    let domains = tenant["domains"].as_array().map_or_else(Vec::new, |all| {
        all.iter()
            .map(|domain| Field::from_text(Some(domain)))
            .collect()
    });
    Record::new(
        &TENANT,
        vec![
            ("Id".into(), text("tenantId")),
            ("TenantId".into(), text("tenantId")),
            ("ExtendedProperties".into(), Field::Table(Vec::new())),
            ("TenantCategory".into(), text("tenantCategory")),
            ("Country".into(), text("country")),
            ("CountryCode".into(), text("countryCode")),
            ("Name".into(), text("displayName")),
            ("Domains".into(), Field::List(domains)),
            ("DefaultDomain".into(), text("defaultDomain")),
            ("TenantType".into(), text("tenantType")),
            (
                "TenantBrandingLogoUrl".into(),
                text("tenantBrandingLogoUrl"),
            ),
        ],
    )
}

/// An environment.
#[must_use]
pub fn environment(environment: &Environment) -> Record {
    Record::new(&ENVIRONMENT, environment_members(environment))
}

/// A token, but for the token itself: that comes apart.
#[must_use]
pub fn access_token(expires_on: i64, tenant: &str, user: &str) -> Record {
    let expires_on = OffsetDateTime::from_unix_timestamp(expires_on)
        .ok()
        .and_then(|date| date.format(&Rfc3339).ok())
        .map_or(Field::Null, Field::Date);
    Record::new(
        &ACCESS_TOKEN,
        vec![
            ("Token".into(), Field::Null),
            ("ExpiresOn".into(), expires_on),
            ("TenantId".into(), text(tenant)),
            ("UserId".into(), text(user)),
            ("Type".into(), text("Bearer")),
        ],
    )
}

/// Whether contexts are kept, and in which file.
#[must_use]
pub fn autosave(mode: Scope, place: Option<&Path>) -> Record {
    // Tokens lie in the same file as the contexts, sealed.
    let directory = Field::text(
        place
            .and_then(Path::parent)
            .map(|own| own.display().to_string()),
    );
    let file = Field::text(
        place
            .and_then(Path::file_name)
            .map(|own| own.to_string_lossy().into_owned()),
    );
    Record::new(
        &AUTOSAVE,
        vec![
            ("Mode".into(), text(mode.name())),
            ("ContextDirectory".into(), directory.clone()),
            ("ContextFile".into(), file.clone()),
            ("CacheDirectory".into(), directory),
            ("CacheFile".into(), file),
            ("Settings".into(), Field::Table(Vec::new())),
        ],
    )
}

fn context_members(context: &AzureContext) -> Members {
    let tenants = [context.tenant.clone()];
    let properties = context
        .properties
        .iter()
        .map(|(name, value)| (name.clone(), text(value)))
        .collect();
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
            Field::Object(cloud_members(&context.cloud)),
        ),
        ("Subscription".into(), subscription),
        (
            "Tenant".into(),
            Field::Object(vec![("Id".into(), text(&context.tenant))]),
        ),
        ("TokenCache".into(), Field::Null),
        ("VersionProfile".into(), Field::Null),
        ("ExtendedProperties".into(), Field::Table(properties)),
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

fn cloud_members(cloud: &Cloud) -> Members {
    environment_members(&Environment::of_cloud(cloud))
}

fn environment_members(environment: &Environment) -> Members {
    let endpoint = |member: &str| Field::text(environment.endpoint(member));
    let flag = Field::Flag(environment.federation_services);
    let mut members: Members = vec![
        ("Name".into(), text(&environment.name)),
        ("Type".into(), text(environment.kind.name())),
        ("EnableAdfsAuthentication".into(), flag.clone()),
        ("OnPremise".into(), flag),
    ];
    members.extend(
        MEMBERS
            .into_iter()
            .map(|member| (member.into(), endpoint(member))),
    );
    let extended = EXTENDED
        .into_iter()
        .filter_map(|member| {
            let value = environment.endpoint(member)?;
            Some((member.to_owned(), text(value)))
        })
        .collect();
    members.extend([
        ("VersionProfiles".into(), Field::List(Vec::new())),
        ("ExtendedProperties".into(), Field::Table(extended)),
        (BATCH.into(), endpoint(BATCH)),
    ]);
    members
}

fn subscription_members(subscription: &Subscription) -> Members {
    // Nothing was asked about one of which only the id is known.
    let known = |value: &str| Field::text(Some(value).filter(|value| !value.is_empty()));
    vec![
        ("Id".into(), text(&subscription.id)),
        ("Name".into(), known(&subscription.name)),
        ("State".into(), known(&subscription.state)),
        ("SubscriptionId".into(), text(&subscription.id)),
        ("TenantId".into(), text(&subscription.tenant)),
        ("HomeTenantId".into(), text(&subscription.tenant)),
        ("ManagedByTenantIds".into(), Field::List(Vec::new())),
        ("CurrentStorageAccountName".into(), Field::Null),
        ("ExtendedProperties".into(), Field::Table(Vec::new())),
    ]
}
