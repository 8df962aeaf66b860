//! The facts: what Microsoft's documents ask of a machine and its network. All of them are in `facts.json`, each table
//! with the document it is from; nothing here knows a number or a domain.

use std::sync::LazyLock;

use serde_json::Value;

use crate::runtimes::service::Service;

static FACTS: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(include_str!("facts.json")).expect("the built-in facts are JSON")
});

/// What the document of a service asks of the machine.
#[derive(Clone, Copy, Debug)]
pub struct HostFacts(&'static Value);

/// One row of a service's table of domains and ports.
#[derive(Clone, Copy, Debug)]
pub struct EndpointFacts(&'static Value);

/// One released Windows.
#[derive(Clone, Copy, Debug)]
pub struct WindowsFacts(&'static Value);

fn of(service: Service) -> &'static Value {
    &FACTS["services"][service.short_name()]
}

fn text(value: &'static Value, name: &str) -> &'static str {
    value[name].as_str().unwrap_or_default()
}

fn number(value: &'static Value, name: &str) -> u64 {
    value[name].as_u64().unwrap_or_default()
}

fn list(value: &'static Value) -> impl Iterator<Item = &'static Value> {
    value.as_array().into_iter().flatten()
}

/// The date of the document that a service's facts are from.
#[must_use]
pub fn document_date(service: Service) -> &'static str {
    text(&FACTS["documents"][text(of(service), "document")], "date")
}

/// Whether a machine that runs nodes of `service` may run those of no other.
#[must_use]
pub fn is_alone(service: Service) -> bool {
    of(service)["alone"].as_bool().unwrap_or(false)
}

/// What the service's document asks of the machine.
#[must_use]
pub fn host(service: Service) -> HostFacts {
    HostFacts(&of(service)["host"])
}

/// The service's table of domains and ports.
pub fn endpoints(service: Service) -> impl Iterator<Item = EndpointFacts> {
    list(&of(service)["endpoints"]).map(EndpointFacts)
}

/// The names that `{relay}` and the like in a row's domain stand for in a cloud; those of the public one for a cloud
/// that nothing is known of.
#[must_use]
pub fn suffix(cloud: &str, name: &str) -> Option<&'static str> {
    let clouds = &FACTS["clouds"];
    let own = clouds.get(cloud).unwrap_or(&clouds["AzureCloud"]);
    own[name].as_str()
}

/// The Windows with this build number, of the server or the client kind.
#[must_use]
pub fn windows(server: bool, build: u32) -> Option<WindowsFacts> {
    list(&FACTS["windows"]["versions"])
        .map(WindowsFacts)
        .find(|own| own.is_server() == server && own.holds(build))
}

/// The first build of the Windows with this name.
#[must_use]
pub fn first_build(name: &str) -> Option<u64> {
    list(&FACTS["windows"]["versions"])
        .find(|own| text(own, "name") == name)
        .map(|own| number(own, "from"))
}

/// The version of .NET Framework that the registry's `Release` stands for.
#[must_use]
pub fn dotnet_version(release: u32) -> Option<&'static str> {
    list(&FACTS["dotnet"]["releases"])
        .filter(|own| number(own, "release") <= u64::from(release))
        .last()
        .map(|own| text(own, "version"))
}

/// The lowest `Release` of a version of .NET Framework.
#[must_use]
pub fn dotnet_release(version: &str) -> Option<u64> {
    list(&FACTS["dotnet"]["releases"])
        .find(|own| text(own, "version") == version)
        .map(|own| number(own, "release"))
}

impl HostFacts {
    /// The names of the Windows versions that are supported.
    pub fn windows(self) -> impl Iterator<Item = &'static str> {
        list(&self.0["windows"]).filter_map(Value::as_str)
    }

    /// The lowest version of .NET Framework.
    #[must_use]
    pub fn dotnet(self) -> &'static str {
        text(self.0, "dotnet")
    }

    /// How many processors are recommended.
    #[must_use]
    pub fn processors(self) -> u64 {
        number(self.0, "processors")
    }

    /// How fast they should be.
    #[must_use]
    pub fn megahertz(self) -> u64 {
        number(self.0, "megahertz")
    }

    /// Recommended memory, in bytes.
    #[must_use]
    pub fn memory(self) -> u64 {
        number(self.0, "memoryGb") * super::host::GIGABYTE
    }

    /// Recommended free space on the disk, in bytes.
    #[must_use]
    pub fn disk(self) -> u64 {
        number(self.0, "diskGb") * super::host::GIGABYTE
    }
}

impl WindowsFacts {
    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        text(self.0, "name")
    }

    fn is_server(self) -> bool {
        self.0["server"].as_bool().unwrap_or(false)
    }

    fn holds(self, build: u32) -> bool {
        let build = u64::from(build);
        // The newest one has no last build yet.
        number(self.0, "from") <= build && self.0["to"].as_u64().is_none_or(|last| build <= last)
    }
}

impl EndpointFacts {
    /// The domain, with names in braces for what differs by cloud or by what is set up.
    #[must_use]
    pub fn host(self) -> &'static str {
        text(self.0, "host")
    }

    /// The port.
    #[must_use]
    pub fn port(self) -> u16 {
        u16::try_from(number(self.0, "port")).unwrap_or_default()
    }

    /// Whether every node needs it.
    #[must_use]
    pub fn is_required(self) -> bool {
        text(self.0, "need") == "required"
    }

    /// Whether a private endpoint can stand before it.
    #[must_use]
    pub fn can_be_private(self) -> bool {
        self.0["private"].as_bool().unwrap_or(false)
    }

    /// Whether the addresses that a runtime's status tells are those this row is about.
    #[must_use]
    pub fn is_in_status(self) -> bool {
        self.0["set"].is_string()
    }

    /// What the caller has to name for this row to be tested: `factory`, `runtime`, `account`, `vault` or `source`.
    #[must_use]
    pub fn known_by(self) -> &'static str {
        text(self.0, "tell")
    }

    /// Another domain that serves in its place.
    #[must_use]
    pub fn alternative(self) -> Option<&'static str> {
        self.0["alternative"].as_str()
    }

    /// What it is for.
    #[must_use]
    pub fn purpose(self) -> &'static str {
        text(self.0, "purpose")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names_in(text: &str) -> Vec<&str> {
        text.split('{')
            .skip(1)
            .map(|rest| rest.split_once('}').unwrap().0)
            .collect()
    }

    #[test]
    fn every_table_names_a_document_with_an_address() {
        let documents = &FACTS["documents"];
        let tables = ["clouds", "windows", "dotnet"].map(|name| &FACTS[name]);
        for table in tables.into_iter().chain(Service::ALL.map(of)) {
            let document = &documents[table["document"].as_str().unwrap()];
            assert!(!text(document, "title").is_empty());
            assert!(text(document, "address").starts_with("https://learn.microsoft.com/"));
            assert!(document.get("date").is_some());
        }
        for service in Service::ALL {
            assert_eq!(document_date(service).len(), "2021-09-15".len());
        }
    }

    #[test]
    fn every_service_asks_for_a_whole_machine() {
        for service in Service::ALL {
            let host = host(service);
            assert!(host.windows().count() > 4);
            for name in host.windows() {
                assert!(first_build(name).is_some(), "{name}");
            }
            assert!(dotnet_release(host.dotnet()).is_some());
            assert_eq!((host.processors(), host.megahertz()), (4, 2000));
            assert_eq!(
                (host.memory(), host.disk()),
                (8_000_000_000, 80_000_000_000)
            );
        }
        assert!(is_alone(Service::Purview) && !is_alone(Service::Synapse));
    }

    #[test]
    fn every_row_is_complete_and_its_names_are_known() {
        let of_caller = ["factory", "region", "vault", "eventhub", "storage"];
        for service in Service::ALL {
            assert!(endpoints(service).any(EndpointFacts::is_in_status));
            for row in endpoints(service) {
                assert!(!row.host().is_empty() && row.port() > 0 && !row.purpose().is_empty());
                assert!(["required", "optional"].contains(&text(row.0, "need")));
                assert!(row.0["private"].is_boolean());
                for name in names_in(row.host()) {
                    assert!(
                        of_caller.contains(&name) || suffix("AzureCloud", name).is_some(),
                        "{name}"
                    );
                }
                let sources = ["", "factory", "runtime", "account", "vault", "source"];
                assert!(sources.contains(&row.known_by()));
            }
        }
    }

    #[test]
    fn every_cloud_has_the_same_names() {
        let clouds = FACTS["clouds"].as_object().unwrap();
        let names =
            |cloud: &str| -> Vec<&String> { clouds[cloud].as_object().unwrap().keys().collect() };
        for cloud in ["AzureUSGovernment", "AzureChinaCloud"] {
            assert_eq!(names(cloud), names("AzureCloud"));
        }
        assert_eq!(suffix("AzureEmulator", "vaults"), Some("vault.azure.net"));
        assert_eq!(suffix("AzureChinaCloud", "vaults"), Some("vault.azure.cn"));
    }

    #[test]
    fn builds_and_releases_are_told_apart_by_kind_and_range() {
        let name = |server, build| windows(server, build).map(WindowsFacts::name);
        assert_eq!(name(false, 9600), Some("Windows 8.1"));
        assert_eq!(name(true, 9600), Some("Windows Server 2012 R2"));
        assert_eq!(name(false, 17763), Some("Windows 10"));
        assert_eq!(name(true, 17763), Some("Windows Server 2019"));
        assert_eq!(name(false, 26200), Some("Windows 11"));
        assert_eq!(name(true, 18362), None);
        assert_eq!(dotnet_version(461_814), Some("4.7.2"));
        assert_eq!(dotnet_version(461_807), Some("4.7.1"));
        assert_eq!(dotnet_version(378_388), None);
        let releases: Vec<u64> = list(&FACTS["dotnet"]["releases"])
            .map(|own| number(own, "release"))
            .collect();
        assert!(releases.is_sorted());
    }
}
