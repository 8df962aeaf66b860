//! Sign-in, contexts and subscriptions: the few names of Az.Accounts that runtime scripts use.

pub mod connect;
pub mod context_get;
pub mod context_set;
pub mod disconnect;
pub mod model;
pub mod subscription_get;
pub mod subscriptions;
