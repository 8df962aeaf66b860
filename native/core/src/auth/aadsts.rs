//! The sign-in service's error numbers: what they mean and what to do.
//!
//! Numbers: <https://learn.microsoft.com/entra/identity-platform/reference-error-codes>.

const AGAIN: &str = "Run Connect-AzAccount again.";

/// Number, what it means (empty where the service's own words say it), what to do.
const KNOWN: &[(u32, &str, &str)] = &[
    (
        16000,
        "several accounts are signed in to the browser",
        "Sign in again and choose one.",
    ),
    (
        50001,
        "the resource is not known in this tenant",
        "Check the environment and the tenant.",
    ),
    (
        50005,
        "access is allowed from other kinds of devices only",
        "Sign in from a device that your organization allows.",
    ),
    (
        50020,
        "the account is not a member of this tenant",
        "Have it invited as a guest, or give another tenant with -Tenant.",
    ),
    (
        50034,
        "there is no such account in this tenant",
        "Check the account's name and the tenant.",
    ),
    (
        50053,
        "the account is locked, or the address is blocked",
        "Wait, or have an administrator unlock it.",
    ),
    (
        50055,
        "the password has expired",
        "Set a new one at https://myaccount.microsoft.com and sign in again.",
    ),
    (
        50057,
        "the account is disabled",
        "Have an administrator enable it.",
    ),
    (50058, "nobody is signed in to the browser", AGAIN),
    (
        50059,
        "the tenant could not be told from the request",
        "Give it with -Tenant.",
    ),
    (
        50074,
        "a second factor is asked for",
        "Run Connect-AzAccount again and answer it in the browser.",
    ),
    (
        50076,
        "a second factor is asked for",
        "Run Connect-AzAccount again, with -Tenant for this tenant, and answer it in the browser.",
    ),
    (50078, "the second factor has run out", AGAIN),
    (
        50079,
        "a second factor has to be set up",
        "Sign in once at https://myaccount.microsoft.com, then run Connect-AzAccount again.",
    ),
    (
        50105,
        "the account has no role in this application",
        "Have an administrator assign it.",
    ),
    (50126, "user name or password is wrong", "Check both."),
    (50128, "the tenant does not exist", "Check -Tenant."),
    (
        50132,
        "the sign-in was revoked, by a new password or an administrator",
        AGAIN,
    ),
    (50133, "the sign-in was ended by a new password", AGAIN),
    (
        50158,
        "a further check of your organization is asked for",
        "Run Connect-AzAccount again and answer it in the browser.",
    ),
    (
        50173,
        "the sign-in was revoked: the password was changed or reset",
        AGAIN,
    ),
    (
        50194,
        "the application belongs to one tenant only",
        "Give that tenant with -Tenant.",
    ),
    (
        53000,
        "the device has to comply with your organization's rules",
        "Sign in from one that does, or use -UseDeviceAuthentication where that is allowed.",
    ),
    (
        53001,
        "the device has to be joined to your organization",
        "Sign in from one that is.",
    ),
    (
        53003,
        "a Conditional Access policy forbids it",
        "Ask an administrator which policy, and sign in as it wants.",
    ),
    (
        53011,
        "the account is blocked as a risk",
        "Ask an administrator.",
    ),
    (
        65001,
        "nobody has consented to the application",
        "Have an administrator consent to it.",
    ),
    (65004, "the consent was declined", AGAIN),
    (
        70002,
        "the application's credential is wrong",
        "Check the secret or certificate.",
    ),
    (70008, "the code or sign-in has expired", AGAIN),
    (
        70011,
        "the service that a token was asked for is not known",
        "Check the environment.",
    ),
    (70016, "the code has not been entered yet", "Enter it."),
    (
        70020,
        "the device code has expired",
        "Run Connect-AzAccount -UseDeviceAuthentication again.",
    ),
    (
        70021,
        "no federated credential fits the token's issuer and subject",
        "Compare them with the federated credentials of the application.",
    ),
    (
        70043,
        "the sign-in has ended by your organization's sign-in frequency",
        AGAIN,
    ),
    (
        75011,
        "the way of signing in does not fit what was asked for",
        AGAIN,
    ),
    (
        90002,
        "there is no such tenant",
        "Check the tenant, and the environment it belongs to.",
    ),
    (
        90033,
        "the sign-in service has a passing trouble",
        "Try again later.",
    ),
    (
        90072,
        "the account is not a member of this tenant",
        "Have it invited as a guest, or give another tenant with -Tenant.",
    ),
    (90094, "an administrator has to consent", "Ask one."),
    (
        165_900,
        "the sign-in service took too many requests",
        "Try again later.",
    ),
    (
        500_011,
        "the service is not known in this tenant",
        "Check the environment and the tenant.",
    ),
    (
        500_212,
        "",
        "Ask an administrator: the organization's settings forbid this tenant.",
    ),
    (
        530_003,
        "the device has to be managed by your organization",
        "Sign in from one that is.",
    ),
    (700_003, "the device is not known", AGAIN),
    (
        700_016,
        "the application is not known in this tenant",
        "Check the application id and the tenant.",
    ),
    (
        700_021,
        "the statement names another application",
        "Check the application id.",
    ),
    (
        700_023,
        "the statement is for another tenant or cloud",
        "Check the tenant and the environment.",
    ),
    (
        700_024,
        "the statement is not within its time",
        "Check this computer's clock; a federated token has to be a fresh one.",
    ),
    (
        700_027,
        "the certificate is not one of the application's, or its signature is wrong",
        "Upload this certificate to the application, or use one that it has.",
    ),
    (
        700_030,
        "the certificate is not valid here",
        "Check its issuer and name against the application's, and try -SendCertificateChain.",
    ),
    (
        700_082,
        "the sign-in has expired because it was not used",
        AGAIN,
    ),
    (700_084, "the sign-in has ended", AGAIN),
    (
        700_211,
        "no federated credential fits the token's issuer",
        "Compare it with the federated credentials of the application.",
    ),
    (
        700_212,
        "no federated credential fits the token's audience",
        "It has to be 'api://AzureADTokenExchange' or what the application's federated credential says.",
    ),
    (
        700_213,
        "no federated credential fits the token's subject",
        "Compare it with the federated credentials of the application.",
    ),
    (
        7_000_112,
        "the application is disabled",
        "Have an administrator enable it.",
    ),
    (
        7_000_215,
        "the secret is wrong",
        "Check the secret's value (not its id) and that it belongs to this application.",
    ),
    (
        7_000_218,
        "the application has to prove itself with a secret or certificate",
        "Give one.",
    ),
    (
        7_000_222,
        "the secret has expired",
        "Make a new secret for the application.",
    ),
    (
        7_000_229,
        "the application has no service principal in this tenant",
        "Have an administrator add it to the tenant.",
    ),
    (
        9_002_313,
        "the request is malformed, or what was kept of the sign-in is",
        AGAIN,
    ),
];

/// The number in a service's text, such as 7000215 in `AADSTS7000215: …`.
#[must_use]
pub fn number(text: &str) -> Option<u32> {
    let start = text.find("AADSTS")? + "AADSTS".len();
    let digits: String = text[start..]
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    digits.parse().ok()
}

/// What the number in `text` means, as a clause, and what to do, as sentences.
#[must_use]
pub fn explain(text: &str) -> Option<(&'static str, &'static str)> {
    let wanted = number(text)?;
    KNOWN
        .iter()
        .find(|(number, _, _)| *number == wanted)
        .map(|(_, meaning, advice)| (*meaning, *advice))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_taken_whole() {
        assert_eq!(
            explain("AADSTS70002: x").unwrap().0,
            "the application's credential is wrong"
        );
        assert_eq!(
            explain("x AADSTS7000215: y").unwrap().0,
            "the secret is wrong"
        );
        assert!(explain("AADSTS700021599: x").is_none());
        assert!(explain("nothing").is_none());
    }

    #[test]
    fn each_number_is_there_once_and_its_advice_is_a_sentence() {
        for window in KNOWN.windows(2) {
            assert!(window[0].0 < window[1].0, "{}", window[1].0);
        }
        for (number, meaning, advice) in KNOWN {
            assert!(advice.ends_with('.') && !meaning.ends_with('.'), "{number}");
        }
    }
}
