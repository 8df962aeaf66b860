//! The access tokens of Entra: their claims, as Microsoft documents them.

use serde_json::json;

use crate::clock;
use crate::signing::Signer;
use crate::world::World;

/// For whom a token is made.
pub struct Subject<'a> {
    pub tenant: &'a str,
    pub object_id: &'a str,
    pub client_id: &'a str,
    pub user: Option<&'a str>,
}

/// Makes an access token for `resource`; `continuous` marks it for continuous access evaluation.
pub fn access_token(
    signer: &Signer,
    world: &mut World,
    subject: &Subject<'_>,
    resource: &str,
    continuous: bool,
) -> (String, u64) {
    world.directory.issued += 1;
    world.changed = true;
    let lifetime = world.settings.token_lifetime_seconds;
    let now = clock::now_seconds();
    let mut payload = json!({
        "aud": resource,
        "iss": format!("https://sts.windows.net/{}/", subject.tenant),
        "iat": now,
        "nbf": now,
        "exp": now + lifetime,
        "appid": subject.client_id,
        "appidacr": if subject.user.is_some() { "0" } else { "1" },
        "idp": format!("https://sts.windows.net/{}/", subject.tenant),
        "idtyp": if subject.user.is_some() { "user" } else { "app" },
        "oid": subject.object_id,
        "sub": subject.object_id,
        "tid": subject.tenant,
        // Real tokens carry an id here that nothing reads; the number lets tokens be refused by age.
        "uti": format!("{:016x}", world.directory.issued),
        "ver": "1.0",
    });
    if let Some(name) = subject.user {
        payload["upn"] = name.into();
        payload["unique_name"] = name.into();
        payload["scp"] = "user_impersonation".into();
    }
    if continuous {
        payload["xms_cc"] = json!(["CP1"]);
    }
    (signer.sign(&payload), lifetime)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_token_is_not_known_again() {
        let signer = Signer::generate().unwrap();
        let mut world = World::default();
        let subject = Subject {
            tenant: "t",
            object_id: "o",
            client_id: "c",
            user: None,
        };
        let (token, _) = access_token(
            &signer,
            &mut world,
            &subject,
            "https://management.azure.com",
            false,
        );
        assert_eq!(signer.verify(&token).unwrap().object_id, "o");
        let other = signer.sign(&json!({ "tid": "t" }));
        let forged = format!(
            "{}.{}",
            token.rsplit_once('.').unwrap().0,
            other.rsplit_once('.').unwrap().1
        );
        assert!(signer.verify(&forged).is_none());
        let restored = Signer::restore(&signer.saved).unwrap();
        assert!(restored.verify(&token).is_some());
    }
}
