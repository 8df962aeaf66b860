//! A finding: one thing in the fleet that has stopped, will stop, or is not as recommended.
//!
//! Codes are stable: rules files and dashboards refer to them. [`CATALOG`] is the one list of codes; the documentation
//! page of findings is checked against it.

pub use crate::report::Severity;
use crate::runtimes::service::Service;

/// One finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The code and its severity, from [`CATALOG`].
    pub rule: &'static Rule,
    /// The severity; that of the rule, unless a rules file changes it.
    pub severity: Severity,
    /// The service.
    pub service: Service,
    /// The name of the factory, workspace or account; empty for a finding about a subscription.
    pub parent: String,
    /// The name of the integration runtime; nothing for a finding about its parent.
    pub runtime: Option<String>,
    /// The name of the node; nothing for a finding about the whole integration runtime.
    pub node: Option<String>,
    /// When it becomes grave, or became so: RFC 3339 in UTC.
    pub due: Option<String>,
    /// The finding in words, with the names.
    pub message: String,
    /// The next step: a command that can be pasted, where there is one.
    pub fix: Option<String>,
    /// The resource id of what it is about.
    pub id: String,
    /// Why a rules file silences it, and until when; nothing for a finding that counts.
    pub silenced: Option<Silence>,
}

/// A finding that a rules file silences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Silence {
    /// The reason that the file gives.
    pub reason: String,
    /// Until when: RFC 3339 date; nothing for no end.
    pub until: Option<String>,
}

/// A kind of finding.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// The code.
    pub code: &'static str,
    /// A short name, for reports in tabular form.
    pub title: &'static str,
    /// The severity.
    pub severity: Severity,
}

macro_rules! catalog {
    ($($name:ident $code:literal $severity:ident $title:literal;)*) => {
        $(
            #[doc = concat!($title, ".")]
            pub static $name: Rule = Rule { code: $code, title: $title, severity: Severity::$severity };
        )*
        /// All kinds of findings, in the order of their codes.
        pub static CATALOG: &[&Rule] = &[$(&$name),*];
    };
}

catalog! {
    VERSION_EXPIRED "AZIR101" Error "The version of a node has expired";
    VERSION_EXPIRES "AZIR102" Warning "The version of a node expires soon";
    VERSIONS_DIFFER "AZIR103" Warning "The nodes have different versions";
    BEHIND_PUSHED "AZIR104" Warning "The version is behind the pushed one, and automatic updates are off";
    UPDATE_FAILED "AZIR105" Warning "The last update of a node failed";
    UPDATE_DUE "AZIR106" Information "An automatic update is due";
    EXPIRES_BEFORE_UPDATE "AZIR107" Warning "The version expires before the next automatic update";
    NODE_OFFLINE "AZIR201" Error "A node is offline";
    NEVER_CONNECTED "AZIR202" Warning "A node has never connected";
    ONE_NODE "AZIR203" Information "The integration runtime has one node only";
    NO_DISPATCHER "AZIR204" Error "No node is the active dispatcher";
    CREDENTIALS_OUT_OF_SYNC "AZIR205" Error "The credentials of a node are out of sync";
    NO_SERVICE_BUS "AZIR206" Warning "A node is not connected to the service bus";
    LIMITED "AZIR207" Error "Nodes cannot reach each other";
    JOBS_AT_LIMIT "AZIR208" Warning "A node is at its limit of concurrent jobs";
    NO_NODES "AZIR209" Error "The integration runtime has no nodes";
    NODE_NOT_READY "AZIR210" Warning "A node is not ready";
    RUNTIME_OFFLINE "AZIR211" Error "The integration runtime is not available";
    JOBS_LIMIT_TOO_HIGH "AZIR212" Warning "The limit of concurrent jobs is higher than the machine allows";
    MANY_LINKS "AZIR301" Warning "The integration runtime is near its limit of links";
    OWNER_MISSING "AZIR302" Error "A linked integration runtime refers to one that is gone";
    OWNER_REFUSES "AZIR303" Error "A linked integration runtime may not use its owner";
    LINK_DANGLES "AZIR304" Warning "A link refers to an integration runtime that is gone";
    LINK_UNLISTED "AZIR305" Warning "The owner does not list a linked integration runtime";
    NOT_READABLE "AZIR401" Error "A resource could not be read";
}

/// Finds a rule by its code, without case.
#[must_use]
pub fn rule(code: &str) -> Option<&'static Rule> {
    CATALOG
        .iter()
        .find(|rule| rule.code.eq_ignore_ascii_case(code))
        .copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_in_order() {
        assert!(CATALOG.windows(2).all(|two| two[0].code < two[1].code));
    }

    #[test]
    fn a_rule_is_found_by_its_code_in_any_casing() {
        assert_eq!(rule("azir101"), Some(&VERSION_EXPIRED));
        assert_eq!(rule("AZIR999"), None);
    }
}
