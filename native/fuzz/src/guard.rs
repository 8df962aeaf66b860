//! What counts as a finding, and how it is reported.
//!
//! The product catches panics so that no shell ends by them. Here each one counts: the hook is called before a panic is
//! caught. Under cargo-fuzz its own hook ends the process with the input in a file.

use std::{
    backtrace::Backtrace,
    fs, panic,
    sync::{
        Once,
        atomic::{AtomicU64, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

/// An input may take this long.
const LONGEST: Duration = Duration::from_secs(60);
/// On a machine that is busy with other work an input may take this long, where the processor was at work on it for
/// less than [`WORKED`].
const PATIENCE: Duration = Duration::from_secs(20 * 60);
const WORKED: Duration = Duration::from_secs(30);

static INPUTS: AtomicU64 = AtomicU64::new(0);

/// Ends the process with a report.
///
/// # Panics
/// Always; the hook of [`watch`] or of cargo-fuzz ends the process.
pub fn finding(what: &str) -> ! {
    panic!("finding: {what}");
}

/// Makes every panic in this process end it with the report that `report` completes, and starts the watch for inputs
/// that never end.
pub fn watch(report: fn()) {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let began = Instant::now();
        thread::spawn(move || observe(began, report));
    });
    panic::set_hook(Box::new(move |info| {
        say(&format!(
            "{info}
{}",
            own_places(&Backtrace::force_capture())
        ));
        report();
        std::process::exit(1);
    }));
}

/// The calls of a backtrace that are in this repository.
fn own_places(backtrace: &Backtrace) -> String {
    let text = backtrace.to_string();
    let own: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|line| {
            line.starts_with("at ") && line.contains("native") && !line.contains("guard.rs")
        })
        .collect();
    own.join("\n")
}

#[expect(
    clippy::print_stderr,
    reason = "the report of a program for developers"
)]
fn say(text: &str) {
    eprintln!("{text}");
}

/// Notes that another input begins.
pub fn begin() {
    INPUTS.fetch_add(1, Ordering::Relaxed);
}

/// Ends the process where the same input is worked on for too long.
fn observe(began: Instant, report: fn()) {
    let mut seen = (0, began);
    let mut worked = processor();
    loop {
        thread::sleep(Duration::from_secs(1));
        let now = INPUTS.load(Ordering::Relaxed);
        if now == seen.0 {
            let waited = seen.1.elapsed();
            let was_idle = match (worked, processor()) {
                (Some(before), Some(now)) => now.saturating_sub(before) < WORKED,
                _ => false,
            };
            if now > 0 && waited > if was_idle { PATIENCE } else { LONGEST } {
                say(&format!(
                    "finding: an input takes longer than {} s",
                    LONGEST.as_secs()
                ));
                report();
                std::process::exit(1);
            }
        } else {
            seen = (now, Instant::now());
            worked = processor();
        }
    }
}

/// How long the processor worked for this process, where the system has it in a file.
fn processor() -> Option<Duration> {
    let text = fs::read_to_string("/proc/self/stat").ok()?;
    // The name of the program is in brackets, and can have spaces.
    let numbers: Vec<&str> = text.rsplit(')').next()?.split_whitespace().collect();
    let hundredths: u64 =
        numbers.get(11)?.parse::<u64>().ok()? + numbers.get(12)?.parse::<u64>().ok()?;
    Some(Duration::from_millis(10 * hundredths))
}
