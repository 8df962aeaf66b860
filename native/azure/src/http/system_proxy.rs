//! The proxy that the user has set in Windows.
//!
//! The HTTP client reads the setting itself, but does not know its form with a proxy for each protocol
//! (`http=proxy:80;https=proxy:443`), and then connects without a proxy.

/// Where the setting is, below the user's part of the registry.
#[cfg(windows)]
const SETTINGS: &str = r"Software\Microsoft\Windows\CurrentVersion\Internet Settings";

/// A proxy for https.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SystemProxy {
    /// Its address.
    pub address: String,
    /// The hosts that are reached without it, in the form of `NO_PROXY`.
    pub bypass: String,
}

impl SystemProxy {
    /// Returns the proxy of the current user.
    ///
    /// A file with rules (PAC) and automatic detection are not followed.
    #[must_use]
    pub fn read() -> Option<Self> {
        #[cfg(windows)]
        let proxy = Self::read_from(SETTINGS);
        #[cfg(not(windows))]
        let proxy = None;
        proxy
    }

    #[cfg(windows)]
    fn read_from(key: &str) -> Option<Self> {
        let settings = windows_registry::CURRENT_USER.open(key).ok()?;
        if settings.get_u32("ProxyEnable").unwrap_or(0) == 0 {
            return None;
        }
        let server = settings.get_string("ProxyServer").ok()?;
        let bypass = settings.get_string("ProxyOverride").unwrap_or_default();
        Self::from_settings(&server, &bypass)
    }

    /// Returns the proxy for https in the values `ProxyServer` and `ProxyOverride`.
    ///
    /// An address that the HTTP client cannot use counts as no proxy, as it does for .NET.
    #[cfg_attr(
        not(windows),
        allow(
            dead_code,
            reason = "only Windows has such settings; the tests run everywhere"
        )
    )]
    fn from_settings(server: &str, bypass: &str) -> Option<Self> {
        let mut general = None;
        let mut https = None;
        for entry in entries(server) {
            match entry.split_once('=') {
                Some((protocol, address)) if protocol.eq_ignore_ascii_case("https") => {
                    https = https.or(Some(address));
                }
                Some(_) => {}
                None => general = general.or(Some(entry)),
            }
        }
        let address = https.or(general)?.trim();
        reqwest::Proxy::all(address).ok()?;
        Some(Self {
            address: address.to_owned(),
            bypass: entries(bypass)
                .filter_map(without_proxy)
                .collect::<Vec<_>>()
                .join(","),
        })
    }
}

fn entries(list: &str) -> impl Iterator<Item = &str> {
    list.split(|own: char| own == ';' || own.is_whitespace())
        .filter(|entry| !entry.is_empty())
}

/// An entry of `ProxyOverride` as `NO_PROXY` writes it; nothing for a pattern that it cannot express.
fn without_proxy(entry: &str) -> Option<String> {
    let host = entry.split_once("://").map_or(entry, |(_, host)| host);
    if host == "*" {
        return Some(host.to_owned());
    }
    if let Some(network) = network(host) {
        return Some(network);
    }
    let name = host.trim_start_matches('*').trim_start_matches('.');
    // '<local>' means names without a dot, which no host of Azure has.
    (!name.is_empty() && !name.contains(['*', '<', '?'])).then(|| name.to_owned())
}

/// `10.*` and `192.168.*.*` as networks.
fn network(host: &str) -> Option<String> {
    let parts: Vec<_> = host.split('.').collect();
    let fixed = parts.iter().take_while(|part| **part != "*").count();
    if !(1..4).contains(&fixed) || parts.len() > 4 || parts.len() == fixed {
        return None;
    }
    if parts[fixed..].iter().any(|part| *part != "*") {
        return None;
    }
    let mut octets = [0u8; 4];
    for (octet, part) in octets.iter_mut().zip(&parts[..fixed]) {
        *octet = part.parse().ok()?;
    }
    let [a, b, c, d] = octets;
    Some(format!("{a}.{b}.{c}.{d}/{}", fixed * 8))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(server: &str) -> Option<String> {
        SystemProxy::from_settings(server, "").map(|proxy| proxy.address)
    }

    #[test]
    fn one_address_is_for_every_protocol() {
        assert_eq!(address("proxy:8080").as_deref(), Some("proxy:8080"));
        assert_eq!(
            address("http://proxy:8080").as_deref(),
            Some("http://proxy:8080")
        );
    }

    #[test]
    fn with_a_proxy_for_each_protocol_that_for_https_is_taken() {
        for server in [
            "http=other:80;https=proxy:8443",
            "http=other:80 https=proxy:8443",
            "ftp=other:21; HTTPS=proxy:8443 ;socks=other:1080",
            "other:80;https=proxy:8443",
        ] {
            assert_eq!(address(server).as_deref(), Some("proxy:8443"), "{server}");
        }
        assert_eq!(
            address("https=http://proxy:8443").as_deref(),
            Some("http://proxy:8443")
        );
    }

    #[test]
    fn a_setting_without_a_proxy_for_https_is_none() {
        for server in [
            "",
            " ; ",
            "http=proxy:80",
            "socks=proxy:1080",
            "https=",
            "https=http://",
        ] {
            assert_eq!(address(server), None, "{server}");
        }
    }

    #[test]
    fn hosts_without_proxy_are_those_of_the_setting() {
        let proxy = SystemProxy::from_settings(
            "proxy:8080",
            "*.contoso.com;intranet; 10.*;192.168.*.*;172.16.5.*;https://login.contoso.net;<local>;a*b;*;1.2.3.4",
        )
        .unwrap();
        assert_eq!(
            proxy.bypass,
            "contoso.com,intranet,10.0.0.0/8,192.168.0.0/16,172.16.5.0/24,login.contoso.net,*,1.2.3.4"
        );
    }

    #[cfg(windows)]
    #[test]
    fn the_setting_is_read_from_the_registry() {
        let name = format!(r"Software\azir-test-{}", std::process::id());
        let key = windows_registry::CURRENT_USER.create(&name).unwrap();
        assert_eq!(SystemProxy::read_from(&name), None);
        key.set_u32("ProxyEnable", 1).unwrap();
        key.set_string("ProxyServer", "http=other:80;https=proxy:8443")
            .unwrap();
        key.set_string("ProxyOverride", "*.contoso.com").unwrap();
        let proxy = SystemProxy::read_from(&name);
        key.set_u32("ProxyEnable", 0).unwrap();
        let disabled = SystemProxy::read_from(&name);
        windows_registry::CURRENT_USER.remove_tree(&name).unwrap();
        assert_eq!(
            proxy,
            Some(SystemProxy {
                address: "proxy:8443".to_owned(),
                bypass: "contoso.com".to_owned(),
            })
        );
        assert_eq!(disabled, None);
    }
}
