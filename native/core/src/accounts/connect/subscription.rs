//! Which subscription a sign-in chooses, and what is asked to know it.

use std::sync::Arc;

use azir_azure::{
    auth::Credential,
    context::{AzureContext, Subscription},
};
use uuid::Uuid;

use crate::{
    Call,
    accounts::subscriptions,
    error::{Error, ErrorKind, Result},
};

/// How many subscriptions get a context when nothing else was said, as in Az.
pub const CONTEXTS: usize = 25;

/// The subscription of a sign-in where it is known without asking: its id was given together with the tenant, or the
/// emulator named it when it started. The other subscriptions are then listed when they are first wanted.
pub fn known(call: &Call, context: &AzureContext) -> Option<Subscription> {
    let arguments = call.arguments();
    // Contexts for so many were asked for.
    if arguments.is_bound("MaxContextPopulation") {
        return None;
    }
    let wanted = arguments.filled("Subscription");
    if let Some(emulator) = call.library.state().emulator.as_ref()
        && emulator.client_id == context.account.id
        && emulator.tenant.eq_ignore_ascii_case(&context.tenant)
        && wanted.as_ref().is_none_or(|wanted| {
            // A name may be that of several, which a list shows.
            emulator.subscription.id.eq_ignore_ascii_case(wanted)
        })
    {
        return Some(emulator.subscription.clone());
    }
    let id = Uuid::try_parse(&wanted?).ok()?;
    let known = match &context.account.credential {
        // It is tried by listing.
        Credential::AccessToken(_) => arguments.switch("SkipValidation"),
        // The subscription may be in another tenant of theirs.
        Credential::User(_) => arguments.filled("Tenant").is_some(),
        _ => true,
    };
    known.then(|| Subscription::of_id(id.to_string(), &context.tenant))
}

/// Brings a context with this subscription into use. Contexts of the others are made when they are first wanted.
pub fn select(call: &Call, signed_in: &AzureContext, known: Subscription) -> Arc<AzureContext> {
    let arguments = call.arguments();
    let mut context = AzureContext {
        subscription: Some(known),
        ..signed_in.clone()
    };
    context.name = arguments
        .filled("ContextName")
        .unwrap_or_else(|| context.usual_name());
    let mut state = call.library.state();
    if !arguments.switch("SkipContextPopulation") {
        state.unlisted.push(context.name.clone());
    }
    state.contexts.sign_in(context, call.runspace())
}

/// The tenant of a person's where the wanted subscription is, when it is not in the one that was signed in to and no
/// tenant was asked for. A tenant that cannot be signed in to is passed over, as Az does, and said in the verbose
/// stream.
pub async fn elsewhere(
    call: &Call,
    context: &Arc<AzureContext>,
    all: &[Subscription],
) -> Result<Option<(Arc<AzureContext>, Vec<Subscription>)>> {
    let arguments = call.arguments();
    let Some(wanted) = arguments.filled("Subscription") else {
        return Ok(None);
    };
    let fits = |own: &Subscription| {
        own.id.eq_ignore_ascii_case(&wanted) || own.name.eq_ignore_ascii_case(&wanted)
    };
    if arguments.is_bound("Tenant")
        || !matches!(context.account.credential, Credential::User(_))
        || all.iter().any(fits)
    {
        return Ok(None);
    }
    let mut found: Vec<(Arc<AzureContext>, Vec<Subscription>)> = Vec::new();
    for tenant in subscriptions::tenants(call, context).await? {
        if tenant.eq_ignore_ascii_case(&context.tenant) {
            continue;
        }
        let there = Arc::new(AzureContext {
            tenant: tenant.clone(),
            ..(**context).clone()
        });
        match subscriptions::list(call, &there).await {
            Ok(theirs) if theirs.iter().any(fits) => found.push((there, theirs)),
            Ok(_) => {}
            Err(error) if error.kind == ErrorKind::Cancelled => return Err(error),
            Err(error) => {
                call.caller
                    .verbose(format!("Tenant '{tenant}' was passed over: {error}"))
                    .await?;
            }
        }
    }
    if let [_, _, ..] = found.as_slice() {
        let tenants: Vec<&str> = found
            .iter()
            .map(|(context, _)| context.tenant.as_str())
            .collect();
        return Err(Error::invalid(
            "Subscription",
            format!(
                "There are subscriptions '{wanted}' in several tenants: {}. Give the tenant of the one you mean with \
                 -Tenant.",
                tenants.join(", ")
            ),
        ));
    }
    Ok(found.pop())
}

/// Makes contexts for the subscriptions and selects the one that was asked for, or the first.
pub async fn choose(
    call: &Call,
    signed_in: &AzureContext,
    all: &[Subscription],
) -> Result<Arc<AzureContext>> {
    let arguments = call.arguments();
    let chosen = match arguments.filled("Subscription") {
        Some(wanted) => Some(subscriptions::find(
            "Subscription",
            &wanted,
            signed_in,
            all,
        )?),
        None => all
            .iter()
            .find(|subscription| subscription.state.eq_ignore_ascii_case("Enabled"))
            .or(all.first())
            .cloned(),
    };
    if chosen.is_none() {
        call.caller
            .warning(format!(
                "Account '{}' has no subscription in tenant '{}'. Cmdlets that need one will say so; give another \
                 tenant with Connect-AzAccount -Tenant.",
                signed_in.account.id, signed_in.tenant
            ))
            .await?;
    }
    let mut state = call.library.state();
    if !arguments.switch("SkipContextPopulation") {
        let most = match arguments.integer("MaxContextPopulation") {
            Some(most) => usize::try_from(most).unwrap_or(usize::MAX),
            None => CONTEXTS,
        };
        for subscription in all.iter().take(most) {
            let mut context = AzureContext {
                subscription: Some(subscription.clone()),
                ..signed_in.clone()
            };
            context.name = context.usual_name();
            state.contexts.put(context);
        }
    }
    let mut context = AzureContext {
        subscription: chosen,
        ..signed_in.clone()
    };
    context.name = arguments
        .filled("ContextName")
        .unwrap_or_else(|| context.usual_name());
    Ok(state.contexts.sign_in(context, call.runspace()))
}
