//! What is wrong in a fleet: each kind of finding, planted where nothing else is.

use serde_json::{Value, json};
use time::{Duration, OffsetDateTime, format_description::well_known::Rfc3339};

use super::Product;

/// A moment so many days from now.
pub fn in_days(days: f64) -> String {
    let at = OffsetDateTime::now_utc() + Duration::seconds_f64(days * 86400.0);
    at.replace_nanosecond(0).unwrap().format(&Rfc3339).unwrap()
}

/// A fleet with findings.
pub struct Planted<'a> {
    product: &'a Product,
    subscriptions: Vec<String>,
    /// The findings as `code id`, in lower case.
    pub findings: Vec<String>,
    /// Runtimes that nothing was planted on.
    free: Vec<String>,
}

impl<'a> Planted<'a> {
    /// A fleet in which nothing is wrong, as [`Product::seed`] made it, with `factories` in each subscription.
    pub fn new(product: &'a Product, made: &Value) -> Self {
        let subscriptions: Vec<String> = made["subscriptionIds"]
            .as_array()
            .unwrap()
            .iter()
            .map(|own| own.as_str().unwrap().to_owned())
            .collect();
        let mut planted = Self {
            product,
            subscriptions,
            findings: Vec::new(),
            free: Vec::new(),
        };
        // One in each subscription, so that findings are everywhere; `ir-1` is shared, and `ir-2` is not.
        planted.free = (0..planted.subscriptions.len())
            .flat_map(|at| [(at, 3), (at, 5)])
            .map(|(at, factory)| planted.runtime(at, factory, "ir-2"))
            .rev()
            .collect();
        planted
    }

    /// The id of a factory; `number` begins with 1.
    pub fn factory(&self, subscription: usize, number: usize) -> String {
        let id = &self.subscriptions[subscription];
        let own: usize = id.rsplit('-').next().unwrap().parse().unwrap();
        format!(
            "/subscriptions/{id}/resourceGroups/rg-fleet/providers/Microsoft.DataFactory/factories/adf-fleet-{own}-{number}"
        )
    }

    /// The id of an integration runtime of a factory.
    pub fn runtime(&self, subscription: usize, factory: usize, name: &str) -> String {
        let factory = self.factory(subscription, factory);
        format!("{factory}/integrationRuntimes/{name}")
    }

    /// The id of an integration runtime of the workspace of a subscription.
    fn in_workspace(&self, subscription: usize, name: &str) -> String {
        let id = &self.subscriptions[subscription];
        let own: usize = id.rsplit('-').next().unwrap().parse().unwrap();
        format!(
            "/subscriptions/{id}/resourceGroups/rg-fleet/providers/Microsoft.Synapse/workspaces/syn-fleet-{own}-1/\
             integrationRuntimes/{name}"
        )
    }

    /// An integration runtime that nothing is wrong with yet.
    pub fn healthy(&mut self) -> String {
        self.free.pop().unwrap()
    }

    pub fn expect(&mut self, code: &str, id: &str) {
        self.findings
            .push(format!("{code} {id}").to_ascii_lowercase());
        self.findings.sort_unstable();
    }

    /// Changes what `getStatus` answers: the details, and all that is around them.
    pub fn change(&self, id: &str, change: impl FnOnce(&mut Value, &mut Value)) {
        let emulator = &self.product.emulator;
        let mut status = emulator.post(&format!("{id}/getStatus")).expect(200).body;
        let mut details = status["properties"]["typeProperties"].take();
        change(&mut details, &mut status["properties"]);
        status["properties"]["typeProperties"] = details;
        let body = json!({ "runtimeId": id, "status": status });
        emulator.control("PUT", "runtimes", &body).expect(200);
    }

    fn plant(&mut self, code: &str, change: impl FnOnce(&mut Value, &mut Value)) {
        let id = self.healthy();
        self.change(&id, change);
        self.expect(code, &id);
    }

    fn plant_in_workspace(
        &mut self,
        code: &str,
        at: usize,
        change: impl FnOnce(&mut Value, &mut Value),
    ) {
        let id = self.in_workspace(at, "ir-2");
        self.change(&id, change);
        self.expect(code, &id);
    }

    /// Plants what is wrong with versions.
    pub fn versions(&mut self) {
        self.plant("AZIR101", |it, _| {
            it["nodes"][0]["expiryTime"] = in_days(-3.0).into()
        });
        self.plant("AZIR102", |it, _| {
            it["nodes"][1]["expiryTime"] = in_days(30.0).into()
        });
        self.plant("AZIR103", |it, _| {
            it["nodes"][1]["version"] = "5.60.9000.1".into()
        });
        self.plant("AZIR104", |it, _| {
            it["autoUpdate"] = "Off".into();
            it["pushedVersion"] = "5.999.1.1".into();
        });
        self.plant("AZIR105", |it, _| {
            it["nodes"][0]["lastUpdateResult"] = "Fail".into()
        });
        self.plant("AZIR106", |it, _| {
            it["autoUpdate"] = "On".into();
            it["autoUpdateETA"] = in_days(1.0).into();
        });
        self.plant("AZIR107", |it, _| {
            it["autoUpdate"] = "On".into();
            it["autoUpdateETA"] = in_days(80.0).into();
            it["nodes"][0]["expiryTime"] = in_days(70.0).into();
        });
        self.plant_in_workspace("AZIR101", 0, |it, _| {
            it["nodes"][0]["expiryTime"] = in_days(-3.0).into();
        });
    }

    /// Plants what is wrong with nodes.
    pub fn nodes(&mut self) {
        let offline = |it: &mut Value, properties: &mut Value| {
            properties["state"] = "Limited".into();
            it["nodes"][1]["status"] = "Offline".into();
            it["nodes"][1]["lastConnectTime"] = in_days(-2.0).into();
        };
        self.plant("AZIR201", offline);
        self.plant_in_workspace("AZIR201", 1, offline);
        self.plant("AZIR202", |it, _| {
            it["nodes"][1]["status"] = "NeedRegistration".into();
            it["nodes"][1]
                .as_object_mut()
                .unwrap()
                .remove("lastConnectTime");
        });
        let alone = |it: &mut Value, _: &mut Value| {
            it["nodes"].as_array_mut().unwrap().truncate(1);
        };
        self.plant("AZIR203", alone);
        self.plant_in_workspace("AZIR203", 2, alone);
        self.plant("AZIR204", |it, _| {
            for node in it["nodes"].as_array_mut().unwrap() {
                node["isActiveDispatcher"] = false.into();
            }
        });
        let out_of_sync = |it: &mut Value, _: &mut Value| {
            it["nodes"][1]["capabilities"]["credentialInSync"] = "False".into();
        };
        self.plant("AZIR205", out_of_sync);
        self.plant_in_workspace("AZIR205", 3, out_of_sync);
        self.plant("AZIR206", |it, _| {
            it["nodes"][0]["capabilities"]["serviceBusConnected"] = "False".into();
        });
        self.plant("AZIR207", |it, _| {
            it["nodes"][1]["status"] = "Limited".into()
        });
        self.plant("AZIR209", |it, properties| {
            it["nodes"] = json!([]);
            properties["state"] = "NeedRegistration".into();
        });
        self.plant("AZIR210", |it, _| {
            it["nodes"][1]["status"] = "InitializeFailed".into()
        });
        self.plant("AZIR211", |it, properties| {
            properties["state"] = "Offline".into();
            for node in it["nodes"].as_array_mut().unwrap() {
                node["status"] = "Offline".into();
                node["lastConnectTime"] = in_days(-0.01).into();
            }
        });
        self.plant("AZIR212", |it, _| {
            it["nodes"][0]["concurrentJobsLimit"] = 99.into();
            it["nodes"][0]["maxConcurrentJobs"] = 20.into();
        });
        // The load of the nodes is not in the status.
        let busy = self.healthy();
        let status = self.product.emulator.status(&busy);
        let node = status["typeProperties"]["nodes"][0]["nodeName"].clone();
        let load = json!({ "name": "ir-2", "nodes": [
            { "nodeName": node, "concurrentJobsRunning": 20, "maxConcurrentJobs": 20 }] });
        self.fault(&format!("{busy}/monitoringData"), 200, &load);
        self.expect("AZIR208", &busy);
    }

    /// Plants what is wrong with links, with the requests that make it so in Azure too.
    pub fn links(&mut self) {
        let emulator = &self.product.emulator;
        let post = |id: &str, action: &str, body: &Value| {
            emulator
                .arm("POST", &format!("{id}/{action}"), body)
                .expect(200);
        };
        let link = |subscription: &str, factory: &str, name: &str| {
            json!({ "name": name, "subscriptionId": subscription, "dataFactoryName": factory,
                "dataFactoryLocation": "westeurope" })
        };
        let nowhere = "00000000-0000-4000-8000-000000000000";
        // Near the limit of links: 95 of factories that are not in view.
        let shared = self.runtime(0, 6, "ir-6");
        for at in 0..95 {
            let body = link(nowhere, &format!("adf-elsewhere-{at}"), "ir");
            post(&shared, "linkedIntegrationRuntime", &body);
        }
        self.expect("AZIR301", &shared);
        // The shared one is gone: its links have to be removed before.
        let (owner, guest) = (
            self.runtime(1, 1, "ir-1"),
            self.runtime(1, 2, "ir-linked-1"),
        );
        let name = self.factory(1, 2).rsplit('/').next().unwrap().to_owned();
        post(&owner, "removeLinks", &json!({ "factoryName": name }));
        emulator.delete(&owner).expect(200);
        self.expect("AZIR302", &guest);
        // The role is taken away; the shared one is in view.
        let owner = self.runtime(2, 1, "ir-1");
        let roles = format!("{owner}/providers/Microsoft.Authorization/roleAssignments");
        let principal = emulator.get(&self.factory(2, 2)).body["identity"]["principalId"].clone();
        let all = emulator.get(&roles).expect(200).body;
        let own: Vec<&Value> = all["value"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|own| own["properties"]["principalId"] == principal)
            .collect();
        assert_eq!(own.len(), 1, "{all}");
        emulator.delete(own[0]["id"].as_str().unwrap()).expect(200);
        self.expect("AZIR303", &self.runtime(2, 2, "ir-linked-1"));
        // The shared one lists a link that its factory does not have.
        let owner = self.runtime(3, 6, "ir-6");
        let guest = self.factory(3, 7).rsplit('/').next().unwrap().to_owned();
        let body = link(&self.subscriptions[3], &guest, "ir-never");
        post(&owner, "linkedIntegrationRuntime", &body);
        self.expect("AZIR304", &owner);
        // The shared one does not list one that refers to it, and that still has its role.
        let (owner, guest) = (
            self.runtime(4, 1, "ir-1"),
            self.runtime(4, 2, "ir-linked-1"),
        );
        let name = self.factory(4, 2).rsplit('/').next().unwrap().to_owned();
        post(
            &owner,
            "linkedIntegrationRuntime",
            &link(nowhere, "adf-elsewhere", "ir"),
        );
        post(&owner, "removeLinks", &json!({ "factoryName": name }));
        self.expect("AZIR305", &guest);
    }

    /// Answers requests at this address with a status and a body, as often as they come.
    pub fn fault(&self, path: &str, status: u16, body: &Value) {
        let path = path.replace('.', "\\.");
        let fault = json!({ "path": path, "status": status, "times": 0, "body": body.to_string() });
        self.product
            .emulator
            .control("POST", "faults", &fault)
            .expect(200);
    }
}
