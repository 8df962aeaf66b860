//! Resource ids: taken apart, compared without regard to casing.

use crate::{
    error::{Error, ErrorKind, Result},
    runtimes::{owner, service::Service},
};

/// An integration runtime's place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuntimeId {
    /// Subscription id.
    pub subscription: String,
    /// Resource group.
    pub resource_group: String,
    /// Data factory or workspace.
    pub parent: String,
    /// Integration runtime.
    pub name: String,
}

/// The place of a data factory or workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParentId {
    /// Which of the two it is.
    pub service: Service,
    /// Subscription id.
    pub subscription: String,
    /// Resource group.
    pub resource_group: String,
    /// Data factory or workspace.
    pub name: String,
}

fn parent_form(service: Service) -> String {
    let last = match service {
        Service::DataFactory => "<factory>",
        Service::Synapse => "<workspace>",
        Service::Purview => "<account>",
    };
    format!(
        "/subscriptions/<subscription id>/resourceGroups/<group>/providers/{}/{}/{last}",
        service.namespace(),
        service.collection()
    )
}

impl RuntimeId {
    /// Reads the id of an integration runtime of `service`, given under `parameter`.
    ///
    /// # Errors
    /// `InvalidResourceId` in upstream's words when it is too short, `InvalidInput` with the form
    /// when it is something else's id.
    pub fn parse(service: Service, parameter: &str, id: &str) -> Result<Self> {
        let parts = split(parameter, id)?;
        let form = format!("{}/integrationRuntimes/<runtime>", parent_form(service));
        let [subscription, resource_group, parent, name] =
            values(&parts, &form).ok_or_else(|| {
                Error::invalid(
                    parameter,
                    format!(
                        "'{id}' is not the resource id of an integration runtime in a {}{}",
                        service.parent(),
                        end(service, id, &form)
                    ),
                )
            })?;
        Ok(Self {
            subscription,
            resource_group,
            parent,
            name,
        })
    }
}

impl ParentId {
    /// Reads the id of a data factory or workspace given under `parameter`.
    ///
    /// # Errors
    /// As [`RuntimeId::parse`].
    pub fn parse(service: Service, parameter: &str, id: &str) -> Result<Self> {
        let parts = split(parameter, id)?;
        let form = parent_form(service);
        let [subscription, resource_group, name] = values(&parts, &form).ok_or_else(|| {
            Error::invalid(
                parameter,
                format!(
                    "'{id}' is not the resource id of a {}{}",
                    service.parent(),
                    end(service, id, &form)
                ),
            )
        })?;
        Ok(Self {
            service,
            subscription,
            resource_group,
            name,
        })
    }
}

/// How the message about a wrong id ends: with whose it is, or with the form that is wanted.
fn end(service: Service, id: &str, form: &str) -> String {
    match owner::of_id(id) {
        Some(other) if other != service => {
            format!(
                ", but of {}. {}",
                owner::parent(other),
                owner::advice(other)
            )
        }
        _ => format!(". Its form is '{form}'."),
    }
}

fn split<'i>(parameter: &str, id: &'i str) -> Result<Vec<&'i str>> {
    // PowerShell makes such texts of objects: of one that Select-Object wrote, and of a row.
    if ["@{", "AzIntegrationRuntime.", "Microsoft.Azure.Commands."]
        .iter()
        .any(|start| id.trim_start().starts_with(start))
    {
        return Err(Error::invalid(
            parameter,
            format!(
                "The value of -{parameter} is the text of an object, not a resource id. Pipe the objects that the Get \
                 cmdlet returns without Select-Object, or give the property that has the id."
            ),
        ));
    }
    let parts: Vec<&str> = id
        .trim()
        .split('/')
        .filter(|part| !part.is_empty())
        .collect();
    if parts.len() < 8 {
        return Err(Error::new(
            ErrorKind::InvalidResourceId,
            "Invalid format of the resource identifier.",
        ));
    }
    Ok(parts)
}

/// The values in the places of `form` that are written `<…>`; nothing when the rest does not fit.
fn values<const COUNT: usize>(parts: &[&str], form: &str) -> Option<[String; COUNT]> {
    let form: Vec<&str> = form.split('/').skip(1).collect();
    let mut values = Vec::with_capacity(COUNT);
    for (own, wanted) in parts.iter().zip(&form) {
        if wanted.starts_with('<') {
            values.push((*own).to_owned());
        } else if !own.eq_ignore_ascii_case(wanted) {
            return None;
        }
    }
    if parts.len() == form.len() {
        values.try_into().ok()
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "/SUBSCRIPTIONS/s1/resourcegroups/rg/providers/microsoft.datafactory/factories/f1/\
                      integrationruntimes/ir1/";

    #[test]
    fn casing_and_slashes_do_not_matter() {
        let id = RuntimeId::parse(Service::DataFactory, "ResourceId", ID).unwrap();
        assert_eq!(
            (
                id.subscription.as_str(),
                id.parent.as_str(),
                id.name.as_str()
            ),
            ("s1", "f1", "ir1")
        );
    }

    #[test]
    fn a_short_id_gets_upstreams_words() {
        let error =
            RuntimeId::parse(Service::DataFactory, "ResourceId", "/subscriptions/s1").unwrap_err();
        assert_eq!(
            error.message(),
            "Invalid format of the resource identifier."
        );
        assert_eq!(error.kind, ErrorKind::InvalidResourceId);
    }

    #[test]
    fn the_text_of_an_object_gets_the_way_out() {
        for text in [
            "@{NodeName=N1; IntegrationRuntimeId=/subscriptions/s1/a/b/c/d/e/f/g/h}",
            "AzIntegrationRuntime.FleetNode",
            "Microsoft.Azure.Commands.DataFactoryV2.Models.PSSelfHostedIntegrationRuntime",
        ] {
            let runtime = RuntimeId::parse(Service::DataFactory, "InputObject", text).unwrap_err();
            let parent = ParentId::parse(Service::Synapse, "InputObject", text).unwrap_err();
            for error in [runtime, parent] {
                assert!(
                    error
                        .message()
                        .contains("-InputObject is the text of an object")
                );
                assert!(error.message().contains("without Select-Object"), "{error}");
                let ours = ErrorKind::InvalidInput {
                    parameter: Some("InputObject".into()),
                };
                assert_eq!(error.kind, ours);
            }
        }
    }

    #[test]
    fn another_things_id_is_refused_with_the_form() {
        let factory =
            "/subscriptions/s/resourceGroups/g/providers/Microsoft.DataFactory/factories/f";
        let error = RuntimeId::parse(Service::DataFactory, "ResourceId", factory).unwrap_err();
        assert!(error.message().starts_with(&format!(
            "'{factory}' is not the resource id of an integration runtime"
        )));
        assert!(ParentId::parse(Service::DataFactory, "ResourceId", factory).is_ok());
        assert!(ParentId::parse(Service::DataFactory, "ResourceId", ID).is_err());
    }

    #[test]
    fn an_id_of_another_service_names_the_cmdlets_for_it() {
        let message = |service: Service, id: &str| {
            RuntimeId::parse(service, "ResourceId", id)
                .unwrap_err()
                .message()
        };
        let workspace = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Synapse/workspaces/w/\
                         integrationruntimes/ir";
        assert_eq!(
            message(Service::DataFactory, workspace),
            format!(
                "'{workspace}' is not the resource id of an integration runtime in a data factory, but of a Synapse \
                 workspace. Use Get-AzSynapseIntegrationRuntime and the related cmdlets for it."
            )
        );
        assert!(message(Service::Synapse, ID).ends_with(
            "in a workspace, but of a data factory. Use Get-AzDataFactoryV2IntegrationRuntime and the related cmdlets \
             for it."
        ));
        let account = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Purview/accounts/a/integrationRuntimes/ir";
        assert!(message(Service::Synapse, account).contains("Get-AzPurviewIntegrationRuntime"));
        let parent = ParentId::parse(Service::Synapse, "ResourceId", ID).unwrap_err();
        assert!(
            parent
                .message()
                .contains("not the resource id of a workspace, but of a data factory.")
        );
    }
}
