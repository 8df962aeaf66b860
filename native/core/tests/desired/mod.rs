//! The users' files: what is read from them, how they differ from what is live, and what a deployment does.

mod comparing;
mod exporting;
mod guarding;
mod hostile;
mod mapping;
mod publishing;
mod reading;
pub(crate) mod reports;
mod templates;

use std::{
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering},
};

use azir_core::{
    desired::{
        Desired,
        source::{self, Source},
        template::{parameters::Parameters, scope::Destination},
    },
    error::Result,
    runtimes::{body::RuntimeBody, place::ParentPlace, service::Service},
};
use serde_json::{Value, json};

/// The shared runtime that the fixtures are linked to.
pub const HUB: &str = "/subscriptions/33333333-3333-4333-8333-333333333333/resourcegroups/rg/providers/\
                       Microsoft.DataFactory/factories/adf-hub/integrationruntimes/ir-hub";

/// A file or folder of the fixtures.
pub fn fixture(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/fixtures/desired")
        .join(path)
}

/// Files of a test's own, removed at its end.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let own = format!(
            "azir-desired-{}-{}",
            std::process::id(),
            NEXT.fetch_add(1, Ordering::Relaxed)
        );
        let path = std::env::temp_dir().join(own);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Writes a file and returns its path.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, content).unwrap();
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

pub fn read(path: &Path) -> Result<Desired> {
    read_with(path, None)
}

pub fn read_with(path: &Path, parameters: Option<Parameters>) -> Result<Desired> {
    source::read(&Source {
        path: path.to_owned(),
        parameter: "Path",
        parameters,
        destination: Destination {
            subscription: Some("sub".into()),
            resource_group: Some("rg".into()),
        },
    })
}

/// Reads a template that is given as a document.
pub fn template(resources: &Value, declared: &Value, given: &Value) -> Desired {
    let folder = Folder::new();
    let document = json!({
        "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
        "contentVersion": "1.0.0.0", "parameters": declared, "resources": resources,
    });
    let path = folder.write("main.json", document.to_string());
    let given = folder.write("given.json", json!({ "parameters": given }).to_string());
    read_with(&path, Some(Parameters::read(&given).unwrap())).unwrap()
}

pub fn target() -> ParentPlace {
    ParentPlace {
        service: Service::DataFactory,
        subscription: "sub".into(),
        resource_group: "rg".into(),
        name: "adf-prod".into(),
    }
}

/// A live runtime of the target.
pub fn live(name: &str, properties: &Value) -> RuntimeBody {
    RuntimeBody::new(
        Service::DataFactory,
        json!({"name": name, "etag": "e", "properties": properties}),
    )
}

/// The properties of a link.
pub fn linked(id: &str) -> Value {
    json!({"type": "SelfHosted", "typeProperties": {"linkedInfo": {"resourceId": id, "authorizationType": "RBAC"}}})
}
