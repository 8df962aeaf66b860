//! Resource ids in expressions: `resourceId` and the related functions.

use serde_json::Value;

use super::{
    reason::Reason,
    scope::{Outcome, Scope},
};

impl Scope<'_> {
    /// The id of a resource: subscription and group are before its type, or are those of the deployment.
    pub(super) fn resource_id(&self, all: &[Value]) -> Outcome {
        let (before, kind, names) = around_type(all)?;
        let (subscription, group) = match before.as_slice() {
            [] => (self.subscription()?, self.group()?),
            [group] => (self.subscription()?, group.clone()),
            [subscription, group] => (subscription.clone(), group.clone()),
            _ => return Err(misfit()),
        };
        let rest = typed(kind, names)?;
        Ok(format!("/subscriptions/{subscription}/resourceGroups/{group}/providers{rest}").into())
    }

    pub(super) fn subscription_resource_id(&self, all: &[Value]) -> Outcome {
        let (before, kind, names) = around_type(all)?;
        let subscription = match before.as_slice() {
            [] => self.subscription()?,
            [subscription] => subscription.clone(),
            _ => return Err(misfit()),
        };
        Ok(format!(
            "/subscriptions/{subscription}/providers{}",
            typed(kind, names)?
        )
        .into())
    }
}

fn misfit() -> Reason {
    Reason::invalid("the arguments of the function 'resourceId' do not fit")
}

/// What is before a resource type, the type, and the names behind it.
fn around_type(all: &[Value]) -> Result<(Vec<String>, &str, &[Value]), Reason> {
    let at = all
        .iter()
        .position(|own| own.as_str().is_some_and(|own| own.contains('/')));
    let at = at.filter(|at| *at <= 2).ok_or_else(misfit)?;
    let before: Option<Vec<String>> = all[..at]
        .iter()
        .map(|own| own.as_str().map(str::to_owned))
        .collect();
    let kind = all[at].as_str().ok_or_else(misfit)?;
    Ok((before.ok_or_else(misfit)?, kind, &all[at + 1..]))
}

/// The part of an id that has types and names: `/Microsoft.X/a/name/b/name`.
pub(super) fn typed(kind: &str, names: &[Value]) -> Result<String, Reason> {
    let mut types = kind.split('/');
    let mut text = format!("/{}", types.next().unwrap_or_default());
    let types: Vec<&str> = types.collect();
    if types.len() != names.len() || types.is_empty() {
        return Err(misfit());
    }
    for (kind, name) in types.iter().zip(names) {
        let name = name
            .as_str()
            .filter(|name| !name.is_empty())
            .ok_or_else(misfit)?;
        text = format!("{text}/{kind}/{name}");
    }
    Ok(text)
}
