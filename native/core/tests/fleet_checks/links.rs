//! Links, and what could not be read.

use azir_core::fleet::record::{Asked, Fleet, Unreadable};

use super::{SPOKE, after, after_runtime, codes, link, only, parent, text};

#[test]
fn links_near_their_limit() {
    let links = |number| {
        after_runtime(|runtime| {
            // Of factories that are not in view: nothing is known of them.
            let more = (1..number).map(|own| link(&format!("adf-{own}"), "ir"));
            runtime.links.extend(more);
        })
    };
    let found = only("AZIR301", &links(90));
    assert!(
        found
            .message
            .starts_with("90 integration runtimes are linked"),
        "{}",
        found.message
    );
    assert_eq!(codes(&links(89)), [""; 0]);
}

#[test]
fn a_linked_one_that_its_owner_does_not_list() {
    let found = after(|fleet| fleet.runtimes[0].links.clear());
    let found = only("AZIR305", &found);
    assert_eq!(found.parent, "adf-spoke");
    // Of an owner without a status nothing is known.
    let found = after(|fleet| {
        fleet.runtimes[0].links.clear();
        fleet.runtimes[0].has_status = false;
    });
    assert_eq!(codes(&found), [""; 0]);
}

fn refused(status: u16, code: &str) -> Unreadable {
    Unreadable {
        what: Asked::Status,
        id: format!("{SPOKE}/integrationruntimes/IR-linked"),
        status: Some(status),
        code: text(code),
        message: "No.".into(),
        ..Unreadable::default()
    }
}

#[test]
fn an_owner_that_is_gone_or_refuses() {
    let status = |status, code: &str| {
        after(|fleet| {
            fleet.runtimes.remove(0);
            fleet.unreadable.push(refused(status, code));
        })
    };
    only("AZIR302", &status(404, "NotFound"));
    let found = only(
        "AZIR303",
        &status(403, "UnauthorizedIntegrationRuntimeAccess"),
    );
    assert!(found.fix.unwrap().contains("Read-Host 'Object id"));
    only(
        "AZIR303",
        &status(400, "UnauthorizedIntegrationRuntimeAccess"),
    );
    // What the caller may not read says nothing about the owner.
    only("AZIR401", &status(403, "AuthorizationFailed"));
    only("AZIR401", &status(500, "InternalServerError"));
    let found = after(|fleet| {
        fleet.parents[1].principal_id = text("p-1");
        fleet.runtimes[1].has_status = true;
        fleet.runtimes[1].state = text("AccessDenied");
    });
    assert!(
        only("AZIR303", &found)
            .fix
            .unwrap()
            .contains("-ObjectId 'p-1'")
    );
}

#[test]
fn a_link_that_leads_nowhere() {
    let gone = |fleet: &mut Fleet| {
        fleet.runtimes.remove(1);
    };
    let found = only("AZIR304", &after(gone));
    assert!(
        found
            .message
            .contains("Data factory 'adf-spoke' has no integration runtime 'ir-linked'")
    );
    // It is there, and stands for itself now.
    let unlinked = after(|fleet| {
        let own = "/other/integrationRuntimes/x";
        fleet.runtimes[1].linked_to = text(own);
    });
    only("AZIR304", &unlinked);
    for unknown in [
        (|fleet: &mut Fleet| fleet.narrowed = true) as fn(&mut Fleet),
        |fleet| fleet.parents[1].listed = false,
        |fleet| {
            fleet.parents.pop();
        },
    ] {
        let found = after(|fleet| {
            gone(fleet);
            unknown(fleet);
        });
        assert_eq!(codes(&found), [""; 0]);
    }
}

#[test]
fn what_could_not_be_read_names_the_action_and_the_role() {
    let found = after(|fleet| {
        fleet.unreadable.push(Unreadable {
            what: Asked::Runtimes,
            id: SPOKE.into(),
            status: Some(403),
            code: text("AuthorizationFailed"),
            message: "The client 'x' does not have authorization.".into(),
            action: text("Microsoft.DataFactory/factories/integrationruntimes/read"),
            role: text("Reader"),
        });
    });
    let found = only("AZIR401", &found);
    assert_eq!(
        found.message,
        "The integration runtimes of data factory 'adf-spoke' could not be listed. The service answered 403 \
         (AuthorizationFailed). The action 'Microsoft.DataFactory/factories/integrationruntimes/read' is missing. The \
         least built-in role that has it is 'Reader'."
    );
    assert_eq!((found.parent.as_str(), found.runtime), ("adf-spoke", None));
    assert!(
        found
            .fix
            .unwrap()
            .contains(&format!("-RoleDefinitionName 'Reader' -Scope '{SPOKE}'"))
    );
}

/// A role of a collection is none of Azure, so no role assignment gives it.
#[test]
fn a_refusal_of_purview_says_who_gives_its_role() {
    const ACCOUNT: &str =
        "/subscriptions/s/resourceGroups/g/providers/Microsoft.Purview/accounts/pv";
    let found = after(|fleet| {
        fleet.parents.push(parent(ACCOUNT));
        fleet.unreadable.push(Unreadable {
            what: Asked::Runtimes,
            id: ACCOUNT.into(),
            status: Some(403),
            code: text("Unauthorized"),
            message: "Not authorized to access account".into(),
            action: None,
            role: text("Data source administrator"),
        });
    });
    let found = only("AZIR401", &found);
    assert!(
        found.message.ends_with(
            "The service answered 403 (Unauthorized). Purview has roles of its own, and a role in Azure such as Owner \
             or Contributor is none of them: the account of the check needs the role 'Data source administrator' of a \
             collection in Purview account 'pv'. A collection administrator gives it in the Purview portal: Data map, \
             Collections, Role assignments."
        ),
        "{}",
        found.message
    );
    assert_eq!(
        found.fix.unwrap(),
        format!("Get-AzIntegrationRuntime -ResourceId '{ACCOUNT}'")
    );
}

/// Reader does not have the action; the custom role is there only after it was created.
#[test]
fn a_status_of_synapse_names_the_built_in_role_and_how_to_create_the_narrower_one() {
    const ID: &str = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Synapse/workspaces/syn/\
                      integrationRuntimes/ir";
    let found = after(|fleet| {
        fleet.unreadable.push(Unreadable {
            what: Asked::Status,
            id: ID.into(),
            status: Some(403),
            code: text("AuthorizationFailed"),
            message: "no".into(),
            action: text("Microsoft.Synapse/workspaces/integrationRuntimes/getStatus/action"),
            role: text("Contributor"),
        });
    });
    let found = only("AZIR401", &found);
    assert!(
        found.message.ends_with(
            "The least built-in role that has it is 'Contributor'. The custom role 'Integration Runtime Fleet Reader' \
             has it too and changes nothing: create it first from deploy/role-definition.json."
        ),
        "{}",
        found.message
    );
    assert!(
        found
            .fix
            .unwrap()
            .contains("-RoleDefinitionName 'Contributor'")
    );
}
