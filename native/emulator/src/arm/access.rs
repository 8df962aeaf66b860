//! Role-based access control: decides whether a principal may do an action at a scope.

use crate::clock;
use crate::facts::roles;
use crate::world::World;

/// Whether `principal` holds a role that allows `action` at `scope`, given there or above.
pub fn is_allowed(world: &World, principal: &str, action: &str, scope: &str) -> bool {
    let now = clock::now_ms();
    let scope = scope.to_ascii_lowercase();
    world.assignments.values().any(|assignment| {
        assignment.principal.eq_ignore_ascii_case(principal)
            && assignment.effective_ms <= now
            && is_at_or_below(&scope, &assignment.scope)
            && roles::by_id(&assignment.role).is_some_and(|role| role.allows(action))
    })
}

/// Whether `principal` holds this very role at `scope`, given there or above.
pub fn has_role(world: &World, principal: &str, role: &str, scope: &str) -> bool {
    let now = clock::now_ms();
    let scope = scope.to_ascii_lowercase();
    world.assignments.values().any(|assignment| {
        assignment.principal.eq_ignore_ascii_case(principal)
            && assignment.effective_ms <= now
            && assignment.role.eq_ignore_ascii_case(role)
            && is_at_or_below(&scope, &assignment.scope)
    })
}

/// Whether `principal` holds any role at, above or below `scope`: then they can see it.
pub fn is_visible(world: &World, principal: &str, scope: &str) -> bool {
    world.assignments.values().any(|assignment| {
        assignment.principal.eq_ignore_ascii_case(principal)
            && (is_at_or_below(&scope.to_ascii_lowercase(), &assignment.scope)
                || is_at_or_below(&assignment.scope.to_ascii_lowercase(), scope))
    })
}

/// Whether `scope` (lower case) is `above` or within it.
pub fn is_at_or_below(scope: &str, above: &str) -> bool {
    let above = above.trim_end_matches('/');
    scope.get(..above.len()).is_some_and(|head| {
        head.eq_ignore_ascii_case(above)
            && matches!(scope.as_bytes().get(above.len()), None | Some(b'/'))
    })
}

#[cfg(test)]
mod tests {
    use super::is_at_or_below;

    #[test]
    fn a_scope_with_a_longer_name_is_not_within() {
        assert!(is_at_or_below(
            "/subscriptions/a/resourcegroups/rg",
            "/Subscriptions/A"
        ));
        assert!(is_at_or_below("/subscriptions/a", "/"));
        assert!(!is_at_or_below(
            "/subscriptions/a/resourcegroups/rg2",
            "/subscriptions/a/resourcegroups/rg"
        ));
        assert!(!is_at_or_below(
            "/subscriptions/a",
            "/subscriptions/a/resourcegroups/rg"
        ));
    }
}
