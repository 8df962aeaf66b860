//! What a machine says of itself, held against the facts.

use std::sync::Arc;

use azir_core::prerequisite::host::{
    InstalledRuntime, MachineReport, PowerPlan, Windows, WindowsKind,
};
use serde_json::{Value, json};

use crate::{
    prerequisite::world::{Found, MadeUp, check, finding, findings, library},
    support::{Said, Script, ok},
};

/// A machine that is as it has to be.
pub fn good() -> MachineReport {
    MachineReport {
        name: Ok("NODE-1".to_owned()),
        windows: Ok(Windows {
            build: 17763,
            kind: WindowsKind::Server,
            edition: "Windows Server 2019 Datacenter".to_owned(),
        }),
        is_64_bit: Ok(true),
        dotnet_release: Ok(Some(528_049)),
        processors: Ok(4),
        megahertz: Ok(1995),
        memory: Ok(8_589_004_800),
        disk: Ok(("C:".to_owned(), 90_060_000_000)),
        power: Ok(PowerPlan {
            name: "High performance".to_owned(),
            hibernates_after: 0,
            sleeps_after: 0,
        }),
        administrator: Ok(true),
        runtime: Ok(None),
    }
}

async fn said_of(machine: Option<MachineReport>, service: &str) -> Said {
    let library = library(&Script::default(), &Arc::new(MadeUp::default()), machine);
    check(
        &library,
        json!({"For": service, "Area": ["host"]}),
        json!({}),
    )
    .await
}

async fn one(machine: MachineReport, name: &str) -> Found {
    finding(&said_of(Some(machine), "Purview").await, name)
}

#[tokio::test]
async fn a_good_machine_passes_everything() {
    for service in ["DataFactory", "Synapse", "purview"] {
        let all = findings(&said_of(Some(good()), service).await);
        let seen: Vec<(&str, &str, &str)> = all
            .iter()
            .map(|own| (own.check.as_str(), own.found.as_str(), own.result.as_str()))
            .collect();
        assert_eq!(
            seen,
            [
                (
                    "Windows version",
                    "Windows Server 2019, build 17763",
                    "Passed"
                ),
                ("64-bit Windows", "64 bits", "Passed"),
                ("Domain controller", "no", "Passed"),
                (".NET Framework", "4.8 (release 528049)", "Passed"),
                ("Processors", "4 logical processors", "Passed"),
                ("Processor speed", "2 GHz", "Passed"),
                ("Memory", "8.6 GB", "Passed"),
                ("Free disk space", "90.1 GB on C:", "Passed"),
                ("Power plan", "'High performance': never", "Passed"),
                ("Administrator", "yes", "Passed"),
                ("Installed runtime", "none", "Passed"),
            ]
        );
        assert!(
            all.iter()
                .all(|own| own.area == "Host" && own.fix.is_none())
        );
        assert!(
            all.iter()
                .all(|own| !own.why.is_empty() && !own.required.is_empty())
        );
    }
}

#[tokio::test]
async fn windows_is_looked_up_in_the_list_of_the_service() {
    let of = |build, kind, edition: &str| MachineReport {
        windows: Ok(Windows {
            build,
            kind,
            edition: edition.to_owned(),
        }),
        ..good()
    };
    let new = of(20348, WindowsKind::Server, "");
    let found = one(new.clone(), "Windows version").await;
    assert_eq!(found.result, "Warning");
    assert_eq!(
        found.found,
        "Windows Server 2022, build 20348, which the document of 2021-09-15 does not list"
    );
    assert_eq!(
        found.required,
        "Windows 8.1, Windows 10, Windows Server 2012, Windows Server 2012 R2, Windows Server 2016, Windows Server 2019"
    );
    let factory = finding(&said_of(Some(new), "DataFactory").await, "Windows version");
    assert_eq!(factory.result, "Passed");
    for (machine, found, result) in [
        (
            of(9200, WindowsKind::Client, ""),
            "Windows 8, build 9200, which",
            "Warning",
        ),
        (
            of(7601, WindowsKind::Client, "Windows 7 Professional"),
            "Windows 7, build 7601",
            "Failed",
        ),
        (
            of(7601, WindowsKind::Server, ""),
            "Windows Server 2008 R2, build 7601",
            "Failed",
        ),
        (
            of(9600, WindowsKind::Client, ""),
            "Windows 8.1, build 9600",
            "Passed",
        ),
        // Its edition still calls itself Windows 10.
        (
            of(22631, WindowsKind::Client, "Windows 10 Pro"),
            "Windows 11, build 22631, which",
            "Warning",
        ),
        (
            of(18362, WindowsKind::Server, "Windows Server Datacenter"),
            "Windows Server Datacenter, build 18362, which",
            "Warning",
        ),
        (
            of(30000, WindowsKind::Server, ""),
            "Windows Server, build 30000, which",
            "Warning",
        ),
    ] {
        let own = one(machine, "Windows version").await;
        assert!(own.found.starts_with(found), "{}", own.found);
        assert_eq!(
            (own.result.as_str(), own.fix.is_some()),
            (result, result != "Passed")
        );
    }
}

#[tokio::test]
async fn what_a_node_cannot_do_without_fails() {
    for (machine, name, found) in [
        (
            MachineReport {
                is_64_bit: Ok(false),
                ..good()
            },
            "64-bit Windows",
            "32 bits",
        ),
        (
            MachineReport {
                dotnet_release: Ok(None),
                ..good()
            },
            ".NET Framework",
            "none of version 4.5 or later",
        ),
        (
            MachineReport {
                dotnet_release: Ok(Some(461_310)),
                ..good()
            },
            ".NET Framework",
            "4.7.1 (release 461310)",
        ),
        (
            MachineReport {
                administrator: Ok(false),
                ..good()
            },
            "Administrator",
            "no, or this PowerShell was not started as administrator",
        ),
    ] {
        let own = one(machine, name).await;
        assert_eq!((own.result.as_str(), own.found.as_str()), ("Failed", found));
        assert!(own.fix.is_some());
    }
    let mut controller = good();
    controller.windows.as_mut().unwrap().kind = WindowsKind::DomainController;
    let own = one(controller.clone(), "Domain controller").await;
    assert_eq!((own.result.as_str(), own.found.as_str()), ("Failed", "yes"));
    assert_eq!(one(controller, "Windows version").await.result, "Passed");
}

#[tokio::test]
async fn what_is_recommended_warns() {
    for (machine, name, found) in [
        (
            MachineReport {
                processors: Ok(2),
                ..good()
            },
            "Processors",
            "2 logical processors",
        ),
        (
            MachineReport {
                megahertz: Ok(1900),
                ..good()
            },
            "Processor speed",
            "1.9 GHz",
        ),
        (
            MachineReport {
                memory: Ok(4_294_967_296),
                ..good()
            },
            "Memory",
            "4.3 GB",
        ),
        (
            MachineReport {
                disk: Ok(("D:".into(), 79_990_000_000)),
                ..good()
            },
            "Free disk space",
            "80 GB on D:",
        ),
    ] {
        let own = one(machine, name).await;
        assert_eq!(
            (own.result.as_str(), own.found.as_str()),
            ("Warning", found)
        );
        assert!(own.required.ends_with("(recommended)"));
    }
}

#[tokio::test]
async fn a_machine_that_hibernates_fails_and_one_that_sleeps_warns() {
    let plan = |name: &str, hibernates_after, sleeps_after| MachineReport {
        power: Ok(PowerPlan {
            name: name.to_owned(),
            hibernates_after,
            sleeps_after,
        }),
        ..good()
    };
    let own = one(plan("Balanced", 180, 30), "Power plan").await;
    assert_eq!(
        (own.result.as_str(), own.found.as_str()),
        ("Failed", "'Balanced': hibernates after 180 minutes")
    );
    let own = one(plan("", 0, 30), "Power plan").await;
    assert_eq!(
        (own.result.as_str(), own.found.as_str()),
        ("Warning", "the active plan: sleeps after 30 minutes")
    );
    assert!(own.fix.unwrap().contains("powercfg"));
}

#[tokio::test]
async fn what_cannot_be_read_is_skipped_with_the_reason() {
    fn no<T>() -> Result<T, String> {
        Err("access is denied".to_owned())
    }
    let machine = MachineReport {
        name: no(),
        windows: no(),
        is_64_bit: no(),
        dotnet_release: no(),
        processors: no(),
        megahertz: no(),
        memory: no(),
        disk: no(),
        power: no(),
        administrator: no(),
        runtime: no(),
    };
    let all = findings(&said_of(Some(machine), "Synapse").await);
    assert_eq!(all.len(), 11);
    for own in all {
        assert_eq!(
            (own.result.as_str(), own.found.as_str()),
            ("Skipped", "not known: access is denied")
        );
    }
}

#[tokio::test]
async fn other_systems_are_told_that_nodes_need_windows() {
    let said = said_of(None, "Purview").await;
    let all = findings(&said);
    assert_eq!(all.len(), 1);
    assert_eq!(
        (
            all[0].check.as_str(),
            all[0].required.as_str(),
            all[0].result.as_str()
        ),
        ("Operating system", "Windows", "Failed")
    );
    if cfg!(target_os = "linux") {
        assert_eq!(all[0].found, "Linux");
    }
    // The network part still runs.
    let library = library(&Script::default(), &Arc::new(MadeUp::default()), None);
    let said = check(&library, json!({"For": "Purview"}), json!({})).await;
    assert_eq!(
        findings(&said)
            .iter()
            .filter(|own| own.area == "Network")
            .count(),
        11
    );
}

fn installed(version: Option<&str>, registered: bool) -> MachineReport {
    MachineReport {
        runtime: Ok(Some(InstalledRuntime {
            version: version.map(str::to_owned),
            registered,
        })),
        ..good()
    }
}

async fn named(machine: MachineReport, nodes: Value) -> Said {
    let script = Script::new(vec![
        ok(
            json!({"id": "/subscriptions/s/resourceGroups/rg/providers/Microsoft.DataFactory/factories/adf-a",
            "name": "adf-a", "location": "West Europe", "properties": {}}),
        ),
        ok(
            json!({"name": "ir-a", "properties": {"type": "SelfHosted", "typeProperties": {
            "latestVersion": "5.50.9171.1", "nodes": nodes, "serviceUrls": []}}}),
        ),
    ]);
    let library = library(&script, &Arc::new(MadeUp::default()), Some(machine));
    let arguments = json!({"For": "DataFactory", "Area": "Host", "ResourceGroupName": "rg", "DataFactoryName": "adf-a",
        "IntegrationRuntimeName": "ir-a"});
    check(&library, arguments, json!({})).await
}

#[tokio::test]
async fn an_installed_runtime_is_told_with_what_is_known_of_it() {
    let own = one(installed(Some("5.40.8879.1"), false), "Installed runtime").await;
    assert_eq!(
        (own.result.as_str(), own.found.as_str()),
        (
            "Passed",
            "version 5.40.8879.1, not registered as a node yet"
        )
    );
    let said = said_of(Some(installed(Some("5.40.8879.1"), true)), "Purview").await;
    let own = finding(&said, "Installed runtime");
    assert_eq!(own.result, "Warning");
    assert_eq!(
        own.found,
        "version 5.40.8879.1, registered as a node; for which service the machine does not tell"
    );
    assert!(
        own.why
            .contains("cannot share it with Data Factory or Synapse")
    );
    let own = finding(&said, "Runtime version");
    assert_eq!(
        (own.result.as_str(), own.required.as_str()),
        ("Skipped", "the latest")
    );
    assert_eq!(
        own.found,
        "5.40.8879.1; which one is the latest is not known here"
    );
    let own = one(installed(None, false), "Installed runtime").await;
    assert_eq!(
        own.found,
        "one of unknown version, not registered as a node yet"
    );
    // Who has a node already administers it only now and then.
    let mut reader = installed(None, true);
    reader.administrator = Ok(false);
    assert_eq!(one(reader, "Administrator").await.result, "Warning");
}

#[tokio::test]
async fn a_named_runtime_tells_whose_node_this_is_and_the_latest_version() {
    let nodes = json!([{"machineName": "other"}, {"machineName": "node-1.contoso.example"}]);
    let said = named(installed(Some("5.50.9171.1"), true), nodes.clone()).await;
    let own = finding(&said, "Installed runtime");
    assert_eq!(
        (own.result.as_str(), own.found.as_str()),
        ("Passed", "version 5.50.9171.1, a node of 'ir-a'")
    );
    assert_eq!(own.required, "none, or that of 'ir-a'");
    let own = finding(&said, "Runtime version");
    assert_eq!(
        (own.result.as_str(), own.required.as_str()),
        ("Passed", "5.50.9171.1 or later")
    );

    let said = named(installed(Some("5.9.9999.9"), true), nodes).await;
    assert_eq!(finding(&said, "Runtime version").result, "Warning");

    let said = named(installed(Some("5.50.9171.1"), true), json!([])).await;
    let own = finding(&said, "Installed runtime");
    assert_eq!(
        (own.result.as_str(), own.found.as_str()),
        (
            "Failed",
            "version 5.50.9171.1, registered with another runtime than 'ir-a'"
        )
    );
    let said = named(installed(Some("unknown"), true), json!([])).await;
    assert_eq!(finding(&said, "Runtime version").result, "Skipped");
}
