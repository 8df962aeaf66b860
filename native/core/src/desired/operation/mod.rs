//! `Compare-AzIntegrationRuntime` and `Test-AzIntegrationRuntimeDeployment`.

mod compare;
mod deployment;
mod input;

pub use compare::compare;
pub use deployment::deployment;
