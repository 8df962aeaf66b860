//! Runs the fuzzer's targets with inputs from a seed, on every compiler and system.
//!
//! ```text
//! azir-fuzz [--seconds N] [--seed S] [--folder DIR] [TARGET…]    all targets, N seconds in all (20)
//! azir-fuzz --replay FILE TARGET                                 one input
//! ```
//!
//! DIR is where the input of a finding goes, `.` without it. The seeds that stay, and inputs that once were findings,
//! are in `fuzz/seeds/TARGET/`; each run begins with them. Inputs are made from them and anew.
#![expect(clippy::print_stdout, reason = "a program for developers")]

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant, SystemTime},
};

use azir_fuzz::{TARGETS, Target, guard, memory};

#[global_allocator]
static ALLOCATOR: memory::Counting = memory::Counting;

/// What is worked on: for the report.
static CURRENT: Mutex<(&str, Vec<u8>)> = Mutex::new(("", Vec::new()));
static FOLDER: Mutex<Option<PathBuf>> = Mutex::new(None);

/// A small generator of numbers (`SplitMix64`): the same from the same seed, everywhere.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut number = self.0;
        number = (number ^ (number >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        number = (number ^ (number >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        number ^ (number >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(limit.max(1)).unwrap_or(1)).unwrap_or(0)
    }

    fn byte(&mut self) -> u8 {
        self.next().to_le_bytes()[0]
    }

    /// A new input, or a seed with changes.
    fn input(&mut self, seeds: &[Vec<u8>]) -> Vec<u8> {
        if seeds.is_empty() || self.below(4) > 0 {
            let length = 1 << self.below(12);
            return (0..length).map(|_| self.byte()).collect();
        }
        let mut input = seeds[self.below(seeds.len())].clone();
        for _ in 0..=self.below(8) {
            let at = self.below(input.len());
            match self.below(4) {
                0 => input.truncate(at),
                1 => input.insert(at, self.byte()),
                2 if !input.is_empty() => input[at] = self.byte(),
                _ => input.extend(
                    (0..self.below(64))
                        .map(|_| self.byte())
                        .collect::<Vec<u8>>(),
                ),
            }
        }
        input
    }
}

/// Writes the input of a finding down.
fn report() {
    let current = CURRENT.lock().unwrap_or_else(PoisonError::into_inner);
    let folder = FOLDER
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .clone();
    let folder = folder.unwrap_or_default();
    let hash = current
        .1
        .iter()
        .fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01B3)
        });
    let file = folder.join(format!("{}-{hash:016x}", current.0));
    let _ = fs::create_dir_all(&folder);
    match fs::write(&file, &current.1) {
        Ok(()) => println!(
            "finding: {}\nagain with: azir-fuzz --replay {} {}",
            file.display(),
            file.display(),
            current.0
        ),
        Err(error) => println!(
            "finding of {} that cannot be written ({error}): {:?}",
            current.0, current.1
        ),
    }
}

fn run(target: Target, input: &[u8]) {
    *CURRENT.lock().unwrap_or_else(PoisonError::into_inner) = (target.name, input.to_vec());
    guard::begin();
    let before = memory::begin();
    (target.run)(input);
    let more = memory::most().saturating_sub(before);
    if more > memory::LIMIT {
        guard::finding(&format!("an input needs {more} bytes of memory"));
    }
}

fn seeds(target: Target) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../fuzz/seeds")
        .join(target.name);
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .map(|entries| entries.flatten().map(|entry| entry.path()).collect())
        .unwrap_or_default();
    files.sort();
    files
        .iter()
        .filter_map(|file| fs::read(file).ok())
        .collect()
}

fn main() -> ExitCode {
    let mut arguments = pico_args::Arguments::from_env();
    let seconds: u64 = arguments.value_from_str("--seconds").unwrap_or(20);
    let clock = SystemTime::UNIX_EPOCH
        .elapsed()
        .map_or(1, |since| since.as_secs());
    let seed: u64 = arguments.value_from_str("--seed").unwrap_or(clock);
    let replay: Option<PathBuf> = arguments.value_from_str("--replay").ok();
    *FOLDER.lock().unwrap_or_else(PoisonError::into_inner) =
        arguments.value_from_str("--folder").ok();
    let names: Vec<String> = arguments
        .finish()
        .into_iter()
        .map(|name| name.to_string_lossy().into_owned())
        .collect();
    let targets: Vec<Target> = TARGETS
        .iter()
        .copied()
        .filter(|target| names.is_empty() || names.iter().any(|name| name == target.name))
        .collect();
    if targets.is_empty() {
        let all: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
        println!(
            "azir-fuzz: no target is called {}; there are {}",
            names.join(", "),
            all.join(", ")
        );
        return ExitCode::FAILURE;
    }
    guard::watch(report);
    if let Some(file) = replay {
        match fs::read(&file) {
            Ok(input) => run(targets[0], &input),
            Err(error) => {
                println!("azir-fuzz: {}: {error}", file.display());
                return ExitCode::FAILURE;
            }
        }
        println!("azir-fuzz: {}: no finding", targets[0].name);
        return ExitCode::SUCCESS;
    }
    println!("azir-fuzz: seed {seed}");
    let turn = Duration::from_secs(seconds) / u32::try_from(targets.len()).unwrap_or(1);
    for target in targets {
        let began = Instant::now();
        let seeds = seeds(target);
        for seed in &seeds {
            run(target, seed);
        }
        let mut numbers = Numbers(seed);
        let mut count = seeds.len();
        while began.elapsed() < turn {
            let input = numbers.input(&seeds);
            run(target, &input);
            count += 1;
        }
        println!(
            "azir-fuzz: {}: {count} inputs without a finding",
            target.name
        );
    }
    ExitCode::SUCCESS
}
