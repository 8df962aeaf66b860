//! Names as addresses: those below `.localhost` are this computer, all others are asked of the system.
//!
//! Rule: RFC 6761, section 6.3 (<https://www.rfc-editor.org/rfc/rfc6761#section-6.3>). Not every system follows it, and
//! a server for tests may have a host of its own for each account.

use std::net::{Ipv4Addr, SocketAddr};

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

/// Resolves names for the HTTP clients.
#[derive(Clone, Copy, Debug, Default)]
pub struct Resolver;

impl Resolve for Resolver {
    fn resolve(&self, name: Name) -> Resolving {
        let name = name.as_str().to_owned();
        Box::pin(async move {
            if is_this_computer(&name) {
                let own: Addrs = Box::new([SocketAddr::from((Ipv4Addr::LOCALHOST, 0))].into_iter());
                return Ok(own);
            }
            let found: Vec<SocketAddr> =
                tokio::net::lookup_host((name.as_str(), 0)).await?.collect();
            let found: Addrs = Box::new(found.into_iter());
            Ok(found)
        })
    }
}

/// Whether `name` is below `.localhost`; `localhost` itself is known to every system.
#[must_use]
pub fn is_this_computer(name: &str) -> bool {
    let name = name.strip_suffix('.').unwrap_or(name);
    name.len()
        .checked_sub(".localhost".len())
        .filter(|start| *start > 0)
        .and_then(|start| name.get(start..))
        .is_some_and(|end| end.eq_ignore_ascii_case(".localhost"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_below_localhost_are_told_from_others() {
        for own in ["a.localhost", "a.b.LocalHost", "a.localhost."] {
            assert!(is_this_computer(own), "{own}");
        }
        for other in [
            "localhost",
            ".localhost",
            "alocalhost",
            "a.localhost.example",
            "\u{e9}.localhos",
            "",
        ] {
            assert!(!is_this_computer(other), "{other}");
        }
    }

    #[tokio::test]
    async fn a_name_below_localhost_is_this_computer_without_asking_the_system() {
        let name = "nowhere.b.localhost".parse().unwrap();
        let found: Vec<SocketAddr> = Resolver.resolve(name).await.unwrap().collect();
        assert_eq!(found, ["127.0.0.1:0".parse().unwrap()]);
    }

    #[tokio::test]
    async fn what_the_system_knows_is_asked_of_it() {
        let name = "localhost".parse().unwrap();
        let found: Vec<SocketAddr> = Resolver.resolve(name).await.unwrap().collect();
        assert!(found.iter().all(|own| own.ip().is_loopback()) && !found.is_empty());
    }
}
