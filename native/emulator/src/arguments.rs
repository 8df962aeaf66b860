//! Reads the command line. It opens nothing and checks no file.

use std::ffi::OsString;
use std::net::IpAddr;
use std::path::PathBuf;
use std::time::Duration;

/// What `--help` prints.
pub const HELP: &str = "\
azir-emulator: Azure on loopback, for integration runtimes.

USAGE: azir-emulator [OPTIONS]

  --port N                   the port for HTTPS; any free one when left out
  --listen ADDRESS           the loopback address to listen on; 127.0.0.1 when left out
  --state FILE               keep the state in FILE, and go on from there
  --traffic FILE             append each exchange to FILE, one JSON line each, secrets redacted
  --subscription-name NAME   the name of the first subscription; 'Emulator' when left out
  --throttling               have the buckets of Resource Manager and the quota of Resource Graph run out
  --latency-ms N             wait before each answer
  --arc-tokens DIRECTORY     where the managed identity of Arc's shape writes its keys
  --parent-stdin             end when standard input closes
  --help, --version

When it is ready, one JSON line on standard output tells its addresses, the file with its certificate
authority, and a client that may do everything.
";

/// The options.
#[derive(Debug)]
pub struct Arguments {
    pub port: u16,
    pub listen: IpAddr,
    pub state: Option<PathBuf>,
    pub traffic: Option<PathBuf>,
    pub subscription_name: Option<String>,
    pub latency: Duration,
    pub parent_stdin: bool,
    pub throttling: bool,
    pub arc_tokens: Option<PathBuf>,
}

/// What the command line asks for.
#[derive(Debug)]
pub enum Command {
    Run(Arguments),
    Help,
    Version,
}

/// Reads the words after the program's name.
///
/// # Errors
///
/// What is wrong with them, in words.
pub fn parse(words: Vec<OsString>) -> Result<Command, String> {
    let mut words = pico_args::Arguments::from_vec(words);
    if words.contains(["-h", "--help"]) {
        return Ok(Command::Help);
    }
    if words.contains(["-V", "--version"]) {
        return Ok(Command::Version);
    }
    let wrong = |error: pico_args::Error| error.to_string();
    let path = |text: &std::ffi::OsStr| Ok::<_, std::convert::Infallible>(PathBuf::from(text));
    let listen: IpAddr = match words
        .opt_value_from_str::<_, String>("--listen")
        .map_err(wrong)?
        .as_deref()
    {
        None | Some("localhost") => IpAddr::from([127, 0, 0, 1]),
        Some(text) => text
            .trim_matches(['[', ']'])
            .parse()
            .map_err(|_| format!("'{text}' is not an IP address"))?,
    };
    if !listen.is_loopback() {
        return Err(format!(
            "the emulator listens on loopback only, and '{listen}' is not a loopback address"
        ));
    }
    let arguments = Arguments {
        port: words
            .opt_value_from_str("--port")
            .map_err(wrong)?
            .unwrap_or(0),
        listen,
        state: words
            .opt_value_from_os_str("--state", path)
            .map_err(wrong)?,
        traffic: words
            .opt_value_from_os_str("--traffic", path)
            .map_err(wrong)?,
        subscription_name: words
            .opt_value_from_str("--subscription-name")
            .map_err(wrong)?,
        latency: Duration::from_millis(
            words
                .opt_value_from_str("--latency-ms")
                .map_err(wrong)?
                .unwrap_or(0),
        ),
        throttling: words.contains("--throttling"),
        parent_stdin: words.contains("--parent-stdin"),
        arc_tokens: words
            .opt_value_from_os_str("--arc-tokens", path)
            .map_err(wrong)?,
    };
    let rest = words.finish();
    if let Some(word) = rest.first() {
        return Err(format!(
            "'{}' is not understood; see --help",
            word.to_string_lossy()
        ));
    }
    Ok(Command::Run(arguments))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<OsString> {
        text.split_whitespace().map(OsString::from).collect()
    }

    #[test]
    fn only_loopback_is_listened_on() {
        for address in ["0.0.0.0", "192.168.1.1", "::"] {
            let refused = parse(words(&format!("--listen {address}"))).unwrap_err();
            assert!(refused.contains("loopback only"), "{refused}");
        }
        assert!(matches!(
            parse(words("--listen ::1 --port 7000")),
            Ok(Command::Run(Arguments { port: 7000, .. }))
        ));
    }

    #[test]
    fn an_unknown_word_is_named() {
        assert!(parse(words("--prot 1")).unwrap_err().contains("--prot"));
    }
}
