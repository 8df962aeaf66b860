//! The sign-in service's error numbers: what they mean and what to do.
//!
//! Numbers: <https://learn.microsoft.com/entra/identity-platform/reference-error-codes>.

use azir_azure::auth::token_endpoint::number_in;

/// Number, what it means as a clause (empty where the service's own words say it), what to do as sentences; by number.
const KNOWN: &str = include_str!("aadsts.txt");

fn known() -> impl Iterator<Item = (u32, &'static str, &'static str)> {
    KNOWN.lines().filter_map(|line| {
        let mut parts = line.splitn(3, '|');
        Some((parts.next()?.parse().ok()?, parts.next()?, parts.next()?))
    })
}

/// What the number in `text` means, as a clause, and what to do, as sentences.
#[must_use]
pub fn explain(text: &str) -> Option<(&'static str, &'static str)> {
    let wanted = number_in(text)?;
    known()
        .find(|(number, _, _)| *number == wanted)
        .map(|(_, meaning, advice)| (meaning, advice))
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
        let mut last = 0;
        for (number, meaning, advice) in known() {
            assert!(last < number, "{number}");
            last = number;
            assert!(advice.ends_with('.') && !meaning.ends_with('.'), "{number}");
            assert!(
                !meaning.contains('|') && advice.starts_with(char::is_uppercase),
                "{number}"
            );
        }
        assert_eq!(
            known().count(),
            KNOWN.lines().count(),
            "each line is a number"
        );
    }

    #[test]
    fn the_numbers_that_are_met_most_are_known() {
        let most = "50020 50027 50034 50053 50055 50057 50058 50059 50072 50074 50076 50079 50097 50105 50126 50128 \
            50131 50132 50133 50140 50158 50173 50194 51004 53000 53001 53002 53003 53004 53011 65001 65004 \
            70000 70002 70008 70011 70016 70018 70019 70020 70043 90002 90014 90072 90094 130507 700003 700016 \
            700024 700027 700082 700084 700211 700212 700213 900023 7000112 7000215 7000222 9002313";
        for number in most.split(' ') {
            let text = format!("AADSTS{number}: words.");
            assert!(explain(&text).is_some(), "{number}");
        }
    }
}
