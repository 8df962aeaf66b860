//! A name that another service has: after "not found", one look tells whether a workspace was meant, or a factory.

use super::{find, missing, owner, place::ParentPlace, service::Service};
use crate::{
    Call,
    arm::Arm,
    error::{Error, ErrorKind},
};

/// `error` with the cmdlets to use, where the name that was not found is the other service's.
pub async fn with_hint(call: &Call, error: Error) -> Error {
    // What is terminating is a node that was not found.
    let missing = (error.kind == ErrorKind::NotFound && !error.terminating)
        || (error.is_status(404)
            && ["ResourceNotFound", "ParentResourceNotFound"]
                .iter()
                .any(|code| error.is_code(code)));
    let service = Service::of(call);
    let Some(name) = call
        .arguments()
        .filled(service.parent_name())
        .filter(|_| missing)
    else {
        return error;
    };
    let other = match service {
        Service::DataFactory => Service::Synapse,
        Service::Synapse => Service::DataFactory,
        Service::Purview => return error,
    };
    if !exists(call, other, &name).await {
        return near(call, service, name, error).await;
    }
    let hint = format!(
        "'{name}' is {}. {}",
        owner::parent(other),
        owner::advice(other)
    );
    error.with_hint(hint)
}

/// `error` with the names of the parents that are near the one that was not found.
async fn near(call: &Call, service: Service, name: String, error: Error) -> Error {
    let Some(resource_group) = call.arguments().filled("ResourceGroupName") else {
        return error;
    };
    let Ok(arm) = Arm::connect(call).await else {
        return error;
    };
    let Ok(subscription) = arm.subscription().map(str::to_owned) else {
        return error;
    };
    let place = ParentPlace {
        service,
        subscription,
        resource_group,
        name,
    };
    missing::explain_parent(&arm, &place, error).await
}

async fn exists(call: &Call, service: Service, name: &str) -> bool {
    let Ok(arm) = Arm::connect(call).await else {
        return false;
    };
    let arm = arm.without_registration();
    let Some(resource_group) = call.arguments().filled("ResourceGroupName") else {
        return find::by_name(&arm, service, name).await.is_ok();
    };
    let Ok(subscription) = arm.subscription() else {
        return false;
    };
    let place = ParentPlace {
        service,
        subscription: subscription.to_owned(),
        resource_group,
        name: name.to_owned(),
    };
    arm.get(place.url(&arm)).await.is_ok()
}
