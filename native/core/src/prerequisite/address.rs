//! Addresses by what they are for.

use std::net::{IpAddr, Ipv6Addr};

/// What an address is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A private network: RFC 1918, or `fc00::/7`.
    Private,
    /// This machine.
    Loopback,
    /// This machine's link.
    Link,
    /// The internet.
    Public,
}

impl Kind {
    /// Its name in a sentence.
    #[must_use]
    pub fn called(self) -> &'static str {
        match self {
            Self::Private => "a private address",
            Self::Loopback => "this machine itself",
            Self::Link => "an address of this machine's link",
            Self::Public => "a public address",
        }
    }
}

/// What `address` is for.
#[must_use]
pub fn kind(address: IpAddr) -> Kind {
    match address.to_canonical() {
        own if own.is_loopback() || own.is_unspecified() => Kind::Loopback,
        IpAddr::V4(own) if own.is_private() => Kind::Private,
        IpAddr::V4(own) if own.is_link_local() => Kind::Link,
        IpAddr::V6(own) if own.is_unique_local() => Kind::Private,
        IpAddr::V6(own) if own.is_unicast_link_local() => Kind::Link,
        _ => Kind::Public,
    }
}

/// Whether `host`, a name or an address, is this machine. Names below `.localhost` are (RFC 6761).
#[must_use]
pub fn is_here(host: &str) -> bool {
    let name = host.trim_end_matches('.').to_ascii_lowercase();
    match name.parse::<IpAddr>() {
        Ok(address) => address.to_canonical().is_loopback(),
        Err(_) => name == "localhost" || name.ends_with(".localhost"),
    }
}

/// The address in `host`, which may stand in brackets.
#[must_use]
pub fn without_brackets(host: &str) -> &str {
    match host
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
    {
        Some(inner) if inner.parse::<Ipv6Addr>().is_ok() => inner,
        _ => host,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_apart() {
        for (address, wanted) in [
            ("10.1.2.3", Kind::Private),
            ("172.16.0.1", Kind::Private),
            ("172.31.255.255", Kind::Private),
            ("172.32.0.1", Kind::Public),
            ("192.168.1.1", Kind::Private),
            ("fc00::1", Kind::Private),
            ("fd12:3456::1", Kind::Private),
            ("fe80::1", Kind::Link),
            ("169.254.1.1", Kind::Link),
            ("127.0.0.1", Kind::Loopback),
            ("::1", Kind::Loopback),
            ("::ffff:10.0.0.1", Kind::Private),
            ("::ffff:203.0.113.1", Kind::Public),
            ("203.0.113.1", Kind::Public),
            ("100.64.0.1", Kind::Public),
            ("2001:db8::1", Kind::Public),
        ] {
            assert_eq!(kind(address.parse().unwrap()), wanted, "{address}");
        }
    }

    #[test]
    fn this_machine_has_many_names() {
        for here in [
            "localhost",
            "LocalHost.",
            "a.b.localhost",
            "127.0.0.9",
            "::1",
            "::ffff:127.0.0.1",
        ] {
            assert!(is_here(here), "{here}");
        }
        for there in ["localhost.example", "notlocalhost", "10.0.0.1", "0.0.0.0"] {
            assert!(!is_here(there), "{there}");
        }
    }
}
