//! The endpoints of one run: the rows of the service's table with the caller's names put in, the addresses that a
//! runtime's status tells, and the stores that the caller named. A row that nothing can be put in for is a finding
//! that says so.

use super::{
    address,
    azure::NamedResources,
    connect::{Target, Tried, Trouble},
    facts::{self, EndpointFacts},
    finding::{Area, Finding, Outcome},
};
use crate::{
    error::{Error, Result},
    request::Arguments,
    runtimes::service::Service,
};

/// An endpoint on its way to a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// It can be tried.
    Try(Endpoint),
    /// It cannot, and this says why.
    Settled(Finding),
}

/// An endpoint that can be tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// What is tried.
    pub target: Target,
    /// Whether a node can do without it.
    pub optional: bool,
    /// What it is for.
    pub why: String,
    /// Whether it is one of many that a status lists, of which only those that are not reached are worth a finding.
    pub of_list: bool,
}

impl Endpoint {
    fn required(&self) -> String {
        required(&self.target, self.optional)
    }

    /// The finding for the outcome of the attempt.
    #[must_use]
    pub fn finding(&self, tried: Tried) -> Finding {
        let outcome = match tried.trouble {
            None => Outcome::Passed,
            Some(Trouble::AddressNotSeen) => Outcome::Warning,
            Some(_) if self.optional => Outcome::Warning,
            Some(_) => Outcome::Failed,
        };
        let mut steps = tried.steps;
        if tried.trouble == Some(Trouble::AddressNotSeen) {
            steps.push("whether the address is private is not seen from here".to_owned());
        }
        self.finding_of(outcome, steps.join("; "), tried.trouble.map(Trouble::fix))
    }

    /// The finding for an endpoint that is not tried while the emulator runs.
    #[must_use]
    pub fn kept_back(&self) -> Finding {
        self.finding_of(
            Outcome::Skipped,
            "not tried while the emulator runs in this process".to_owned(),
            Some("Until Stop-AzIntegrationRuntimeEmulator, nothing but this machine is contacted: check again after \
                  it."),
        )
    }

    fn finding_of(&self, outcome: Outcome, found: String, fix: Option<&str>) -> Finding {
        Finding {
            area: Area::Network,
            check: self.target.name().into(),
            required: self.required(),
            found,
            outcome,
            why: self.why.clone().into(),
            fix: fix.map(str::to_owned),
        }
    }
}

fn required(target: &Target, optional: bool) -> String {
    let mut text = if target.tls { "TLS" } else { "connection" }.to_owned();
    if target.private {
        text.push_str(", private address");
    }
    if optional {
        text.push_str(", optional");
    }
    text
}

/// A name or a store as the caller gave it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Given {
    host: String,
    port: Option<u16>,
    tls: bool,
}

/// What the caller gave beside the service.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    vaults: Vec<String>,
    names: Vec<Given>,
    sources: Vec<Given>,
    private: bool,
}

impl Wanted {
    /// Reads the caller's names.
    ///
    /// # Errors
    /// `InvalidInput` that names the parameter and the form.
    pub fn read(arguments: &Arguments) -> Result<Self> {
        let texts = |name: &str| arguments.texts(name).unwrap_or_default();
        Ok(Self {
            vaults: texts("KeyVaultName")
                .iter()
                .map(|own| vault(own))
                .collect::<Result<_>>()?,
            names: texts("HostName")
                .iter()
                .map(|own| host_name(own))
                .collect::<Result<_>>()?,
            sources: texts("Source")
                .iter()
                .map(|own| source(own))
                .collect::<Result<_>>()?,
            private: arguments.switch("PrivateEndpoint"),
        })
    }
}

/// A key vault's name, or its host name.
fn vault(text: &str) -> Result<String> {
    let own = text.trim();
    let own = own
        .strip_prefix("https://")
        .unwrap_or(own)
        .trim_end_matches('/');
    let letters = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    let is_name = (3..=24).contains(&own.len()) && own.bytes().all(letters);
    if is_name || (own.contains('.') && is_host(own)) {
        return Ok(own.to_owned());
    }
    Err(Error::invalid(
        "KeyVaultName",
        format!(
            "'{text}' is not the name of a key vault: 3 to 24 letters, digits and dashes, such as 'kv-data'; or its \
             host name, such as 'kv-data.vault.azure.net'."
        ),
    ))
}

/// `name` or `name:port`, which has to speak TLS.
fn host_name(text: &str) -> Result<Given> {
    let wrong = |()| {
        Error::invalid(
            "HostName",
            format!(
                "'{text}' is not a host name: give one name without '*', such as 'contoso.servicebus.windows.net', or \
                 with a port, such as 'contoso.example:8443'."
            ),
        )
    };
    let (host, port) = split(text.trim()).map_err(wrong)?;
    Ok(Given {
        host,
        port,
        tls: true,
    })
}

/// `host:port`, which has to accept a connection, or an address that begins with `https://`.
fn source(text: &str) -> Result<Given> {
    let wrong = |()| {
        Error::invalid(
            "Source",
            format!(
                "'{text}' is not a source: give host and port, such as 'sql01.contoso.example:1433', or an address \
                 such as 'https://api.contoso.example/'."
            ),
        )
    };
    let own = text.trim();
    if let Some(rest) = own.strip_prefix("https://") {
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let (host, port) = split(authority).map_err(wrong)?;
        return Ok(Given {
            host,
            port: port.or(Some(443)),
            tls: true,
        });
    }
    match split(own).map_err(wrong)? {
        (host, Some(port)) => Ok(Given {
            host,
            port: Some(port),
            tls: false,
        }),
        (_, None) => Err(wrong(())),
    }
}

/// Host and port; an IPv6 address with a port stands in brackets.
fn split(text: &str) -> std::result::Result<(String, Option<u16>), ()> {
    let bare = address::without_brackets(text);
    if bare.parse::<std::net::IpAddr>().is_ok() {
        return Ok((bare.to_owned(), None));
    }
    let (host, port) = match text.rsplit_once(':') {
        Some((host, port)) => {
            let port = port.parse().ok().filter(|port| *port != 0).ok_or(())?;
            (address::without_brackets(host), Some(port))
        }
        None => (text, None),
    };
    if is_host(host) || host.parse::<std::net::Ipv6Addr>().is_ok() {
        Ok((host.to_owned(), port))
    } else {
        Err(())
    }
}

fn is_host(host: &str) -> bool {
    let part = |part: &str| {
        (1..=63).contains(&part.len())
            && part
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
    };
    host.len() <= 253 && host.trim_end_matches('.').split('.').all(part)
}

/// The table being filled.
struct Table<'a> {
    service: Service,
    cloud: &'a str,
    resources: Option<&'a NamedResources>,
    wanted: &'a Wanted,
    /// Which of the caller's names were put in for a row of the table.
    used: Vec<bool>,
    rows: Vec<Row>,
}

/// The endpoints of a run, in the order of the table; then what the caller named beside it.
#[must_use]
pub fn rows(
    service: Service,
    cloud: &str,
    resources: Option<&NamedResources>,
    wanted: &Wanted,
) -> Vec<Row> {
    let mut table = Table {
        service,
        cloud,
        resources,
        wanted,
        used: vec![false; wanted.names.len()],
        rows: Vec::new(),
    };
    for row in facts::endpoints(service) {
        table.add(row);
    }
    table.add_others();
    table.rows
}

impl Table<'_> {
    fn add(&mut self, row: EndpointFacts) {
        let host = self.fill(row.host());
        let why = self.fill(row.purpose());
        let private = self.wanted.private && row.can_be_private();
        let endpoint = |host: String, optional: bool| Endpoint {
            target: Target {
                host,
                port: row.port(),
                // Databases have a protocol of their own before TLS.
                tls: row.port() == 443,
                private,
            },
            optional,
            why: why.clone(),
            of_list: false,
        };
        if row.known_by() == "vault" && !self.wanted.vaults.is_empty() {
            let rows: Vec<Row> = self
                .wanted
                .vaults
                .iter()
                .map(|name| {
                    let host = if name.contains('.') {
                        name.clone()
                    } else {
                        host.replace("{vault}", name)
                    };
                    // Named, so it is needed.
                    Row::Try(endpoint(host, false))
                })
                .collect();
            self.rows.extend(rows);
            return;
        }
        let listed = self.listed(row, &host);
        if !listed.is_empty() {
            let rows: Vec<Row> = listed
                .into_iter()
                .map(|(own, port)| {
                    let mut one = endpoint(own, !row.is_required());
                    one.target.port = port;
                    one.of_list = true;
                    Row::Try(one)
                })
                .collect();
            self.rows.extend(rows);
            return;
        }
        let one = endpoint(host.clone(), !row.is_required());
        if let Some(domain) = host.strip_prefix('*') {
            let mut rows = Vec::new();
            for (index, name) in self.wanted.names.iter().enumerate() {
                if is_below(&name.host, domain) {
                    self.used[index] = true;
                    let mut named = endpoint(name.host.clone(), false);
                    named.target.port = name.port.unwrap_or(row.port());
                    named.target.tls = true;
                    rows.push(Row::Try(named));
                }
            }
            let (found, fix) = self.of_wildcard(row, domain, rows.len());
            self.rows.push(Row::Settled(one.finding_of(
                Outcome::Skipped,
                found,
                Some(&fix),
            )));
            self.rows.extend(rows);
            return;
        }
        if host.contains('{') {
            let (found, fix) = self.of_unknown(row);
            let mut finding = one.finding_of(Outcome::Skipped, found, fix.as_deref());
            finding.check = finding.check.replace('{', "<").replace('}', ">").into();
            self.rows.push(Row::Settled(finding));
            return;
        }
        self.rows.push(Row::Try(one));
    }

    /// `text` with the names of the cloud, and what is known of the caller's, put in.
    fn fill(&self, text: &str) -> String {
        let mut filled = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let (name, behind) = after.split_once('}').unwrap_or((after, ""));
            filled.push_str(before);
            if let Some(value) = self.value(name) {
                filled.push_str(value);
            } else {
                filled.push('{');
                filled.push_str(name);
                filled.push('}');
            }
            rest = behind;
        }
        filled.push_str(rest);
        filled
    }

    fn value(&self, name: &str) -> Option<&str> {
        let factory = self
            .resources
            .and_then(|resources| resources.factory.as_ref());
        let account = self
            .resources
            .and_then(|resources| resources.account.as_ref());
        match name {
            "factory" => factory.map(|(name, _)| name.as_str()),
            "region" => factory.map(|(_, region)| region.as_str()),
            "storage" => account.and_then(|own| own.storage.as_deref()),
            "eventhub" => account.and_then(|own| own.event_hub.as_deref()),
            _ => facts::suffix(self.cloud, name),
        }
    }

    /// The addresses of the named runtime's status that stand for `row`.
    fn listed(&self, row: EndpointFacts, host: &str) -> Vec<(String, u16)> {
        let runtime = self
            .resources
            .and_then(|resources| resources.runtime.as_ref());
        let (true, Some(runtime)) = (row.is_in_status(), runtime) else {
            return Vec::new();
        };
        // An Azure-SSIS runtime's dependencies are its own machines', and come after the table.
        if runtime.managed {
            return Vec::new();
        }
        let relay = format!(".{}", self.value("relay").unwrap_or_default());
        let is_relay = host.ends_with(&relay);
        runtime
            .addresses
            .iter()
            .filter(|(_, own, _)| !own.contains('*') && is_below(own, &relay) == is_relay)
            .map(|(_, own, port)| (own.clone(), *port))
            .collect()
    }

    fn of_wildcard(&self, row: EndpointFacts, domain: &str, named: usize) -> (String, String) {
        let port = row.port();
        if named > 0 {
            return (
                "not tried as a whole: see the names below".to_owned(),
                format!("Let all of '*{domain}' through at port {port}."),
            );
        }
        let whole = format!("Let all of '*{domain}' through at port {port}.");
        match row.known_by() {
            "source" => (
                "not tried: '*' stands for your stores".to_owned(),
                format!("Name those: -Source 'name{domain}:{port}'."),
            ),
            "runtime" => (
                "not tried: '*' stands for any name".to_owned(),
                format!(
                    "{whole} A runtime's status tells its names: -{} and -IntegrationRuntimeName. To try one: \
                     -HostName 'name{domain}'.",
                    self.service.parent_name()
                ),
            ),
            _ => (
                "not tried: '*' stands for any name".to_owned(),
                format!("{whole} To try one name: -HostName 'name{domain}'."),
            ),
        }
    }

    fn of_unknown(&self, row: EndpointFacts) -> (String, Option<String>) {
        match row.known_by() {
            "vault" => (
                "not tried: no key vault was named".to_owned(),
                Some("Where credentials are in a key vault, name it: -KeyVaultName.".to_owned()),
            ),
            "account" => match self
                .resources
                .and_then(|resources| resources.account.as_ref())
            {
                Some(account) => (
                    format!(
                        "not tried: account '{}' has no managed resource of this kind",
                        account.name
                    ),
                    None,
                ),
                None => (
                    "not tried: no account was named".to_owned(),
                    Some(
                        "Name it, so that its managed resources are known: -AccountName."
                            .to_owned(),
                    ),
                ),
            },
            _ => {
                let parameter = self.service.parent_name();
                let other = row
                    .alternative()
                    .map(|own| format!(" Otherwise let '{}' through.", self.fill(own)));
                (
                    "not tried: it was not named".to_owned(),
                    Some(format!(
                        "Name it: -{parameter}.{}",
                        other.unwrap_or_default()
                    )),
                )
            }
        }
    }

    /// What stands in no row of the table.
    fn add_others(&mut self) {
        let runtime = self
            .resources
            .and_then(|resources| resources.runtime.as_ref());
        for (what, host, port) in runtime
            .filter(|own| own.managed)
            .into_iter()
            .flat_map(|own| &own.addresses)
        {
            let one = Endpoint {
                target: Target {
                    host: host.clone(),
                    port: *port,
                    tls: *port == 443,
                    private: false,
                },
                optional: false,
                why: format!("Outbound dependency of the Azure-SSIS runtime: {what}"),
                of_list: false,
            };
            self.rows.push(if host.contains('*') {
                Row::Settled(one.finding_of(
                    Outcome::Skipped,
                    "not tried: '*' stands for any name".to_owned(),
                    Some(&format!("Let all of '{host}' through at port {port}.")),
                ))
            } else {
                Row::Try(one)
            });
        }
        let private = self.wanted.private;
        let left = self.wanted.names.iter().zip(&self.used);
        let hosts = left
            .filter(|(_, used)| !**used)
            .map(|(own, _)| (own, "Named with -HostName"));
        let sources = self.wanted.sources.iter().map(|own| {
            (
                own,
                "Named with -Source: a node has to reach what it reads and writes",
            )
        });
        for (own, why) in hosts.chain(sources) {
            self.rows.push(Row::Try(Endpoint {
                target: Target {
                    host: own.host.clone(),
                    port: own.port.unwrap_or(443),
                    tls: own.tls,
                    private,
                },
                optional: false,
                why: why.to_owned(),
                of_list: false,
            }));
        }
    }
}

/// Whether `host` is a name below `domain`, which begins with a dot.
fn is_below(host: &str, domain: &str) -> bool {
    let host = host.to_ascii_lowercase();
    host.len() > domain.len() && host.ends_with(&domain.to_ascii_lowercase())
}
