//! Linked integration runtimes that a self-hosted one without nodes has replaced.

use azir_core::fleet::record::{Fleet, Grant};

use super::{FACTORY, SPOKE, after, only, text};

/// The linked integration runtime of [`healthy`] after a deployment wrote a self-hosted one over it.
fn replace_linked(fleet: &mut Fleet) {
    let linked = &mut fleet.runtimes[1];
    linked.kind = "SelfHosted".into();
    linked.linked_to = None;
    linked.has_status = true;
    linked.state = text("NeedRegistration");
}

/// To register a node would make the accident permanent.
#[test]
fn a_linked_one_that_was_replaced_is_repaired_and_gets_no_key() {
    let found = only("AZIR209", &after(replace_linked));
    assert_eq!(
        found.fix.unwrap(),
        format!(
            "Repair-AzIntegrationRuntimeShare -ResourceId '{FACTORY}/integrationRuntimes/ir-shared' -With '{SPOKE}' \
             -Name 'ir-linked'"
        )
    );
    assert!(
        found.message.contains(
            "Shared integration runtime 'ir-shared' of data factory 'adf-hub' still lists a link to it."
        ),
        "{}",
        found.message
    );
}

/// Azure takes the link from the shared one; what is left is the role, and the name that links have by default.
#[test]
fn a_role_on_a_namesake_shows_a_replaced_one() {
    const CONTRIBUTOR: &str = "b24988ac-6180-42a0-ab88-20f7382dd24c";
    const READER: &str = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
    let with = |name: &str, role: &str, identity: &str| {
        after(|fleet| {
            replace_linked(fleet);
            fleet.runtimes[0].links.clear();
            fleet.runtimes[1].name = name.into();
            fleet.runtimes[1].id = format!("{SPOKE}/integrationRuntimes/{name}");
            fleet.parents[1].principal_id = text("spoke-identity");
            fleet.grants = Some(vec![Grant {
                scope: fleet.runtimes[0].id.to_uppercase(),
                principal_id: identity.into(),
                role_id: role.into(),
            }]);
        })
    };
    let found = only("AZIR209", &with("IR-shared", CONTRIBUTOR, "SPOKE-identity"));
    assert!(
        found.message.contains("still has a role on"),
        "{}",
        found.message
    );
    assert!(
        found
            .fix
            .unwrap()
            .starts_with("Repair-AzIntegrationRuntimeShare")
    );
    for (name, role, identity) in [
        ("ir-other", CONTRIBUTOR, "spoke-identity"),
        ("ir-shared", READER, "spoke-identity"),
        ("ir-shared", CONTRIBUTOR, "another-identity"),
    ] {
        let found = only("AZIR209", &with(name, role, identity));
        assert!(
            found
                .fix
                .unwrap()
                .contains("IntegrationRuntimeKey -ResourceId")
        );
        assert!(
            found.message.contains("Get-AzIntegrationRuntimeShare"),
            "{}",
            found.message
        );
    }
}
