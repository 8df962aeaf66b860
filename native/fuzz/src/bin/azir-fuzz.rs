//! Runs the fuzzer's targets with inputs from a seed, on every compiler and system.
//!
//! ```text
//! azir-fuzz [--seconds N] [--seed S] [--folder DIR] [TARGET…]    all targets, N seconds in all (20)
//! azir-fuzz --count N [--state FILE] [--seed S] TARGET           until N calls, changed answers or inputs are done
//! azir-fuzz --replay FILE TARGET                                 one input
//! ```
//!
//! The last line of a target has its inputs, what it is measured by, and the rate. A run with `--state` can be stopped
//! and goes on from FILE when it is started again.
//!
//! DIR is where the input of a finding goes, `.` without it. The seeds that stay, and inputs that once were findings,
//! are in `fuzz/seeds/TARGET/`; each run begins with them. Inputs are made from them and anew.
#![expect(clippy::print_stdout, reason = "a program for developers")]

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
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

    /// A new input, or a seed with changes, in place of the one before.
    fn input(&mut self, seeds: &[Vec<u8>], shortest: u32, input: &mut Vec<u8>) {
        const LONGEST: u32 = 12;
        input.clear();
        if seeds.is_empty() || self.below(8) > 0 {
            let more = self.below((LONGEST - shortest) as usize);
            let length = 1 << (shortest as usize + more);
            while input.len() < length {
                input.extend_from_slice(&self.next().to_le_bytes());
            }
            input.truncate(length);
            return;
        }
        input.extend_from_slice(&seeds[self.below(seeds.len())]);
        for _ in 0..=self.below(8) {
            let at = self.below(input.len());
            match self.below(4) {
                0 => input.truncate(at),
                1 => input.insert(at, self.byte()),
                2 if !input.is_empty() => input[at] = self.byte(),
                _ => {
                    for _ in 0..self.below(64) {
                        input.push(self.byte());
                    }
                }
            }
        }
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
    {
        let mut current = CURRENT.lock().unwrap_or_else(PoisonError::into_inner);
        current.0 = target.name;
        current.1.clear();
        current.1.extend_from_slice(input);
    }
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

/// How far a target is.
#[derive(Debug, Default)]
struct Progress {
    /// The generator of inputs.
    numbers: u64,
    inputs: u64,
    /// What it is measured by: of earlier processes, and of this one.
    counted: u64,
    seconds: f64,
}

impl Progress {
    /// What an earlier process left in `file`, where it is of the same target and seed.
    fn read(file: &Path, target: Target, seed: u64) -> Option<Self> {
        let text = fs::read_to_string(file).ok()?;
        let mut words = text.split_whitespace();
        if words.next() != Some(target.name) || words.next()?.parse() != Ok(seed) {
            return None;
        }
        Some(Self {
            numbers: words.next()?.parse().ok()?,
            inputs: words.next()?.parse().ok()?,
            counted: words.next()?.parse().ok()?,
            seconds: words.next()?.parse().ok()?,
        })
    }

    fn write(&self, file: &Path, target: Target, seed: u64) {
        let text = format!(
            "{} {seed} {} {} {} {:.1}\n",
            target.name, self.numbers, self.inputs, self.counted, self.seconds
        );
        let beside = file.with_extension("new");
        if fs::write(&beside, text)
            .and_then(|()| fs::rename(&beside, file))
            .is_err()
        {
            println!(
                "azir-fuzz: the state cannot be written to {}",
                file.display()
            );
        }
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "a rate for people is no exact number"
    )]
    fn words(&self, target: Target) -> String {
        let per_second = |number: u64| number as f64 / self.seconds.max(0.001);
        match target.counted {
            Some((name, _)) => format!(
                "{} {name}, {:.0}/s, {:.0} s",
                self.counted,
                per_second(self.counted),
                self.seconds
            ),
            None => format!("{:.0}/s, {:.0} s", per_second(self.inputs), self.seconds),
        }
    }
}

/// When a target has done enough.
#[derive(Clone, Copy)]
enum End {
    Time(Duration),
    Count(u64),
}

/// Works on inputs of one target until `end`.
fn work(target: Target, seed: u64, end: End, state: Option<&Path>) {
    const SAID: Duration = Duration::from_secs(60);
    const SAVED: Duration = Duration::from_secs(5);
    let mut progress = state
        .and_then(|file| Progress::read(file, target, seed))
        .unwrap_or(Progress {
            numbers: seed,
            ..Progress::default()
        });
    let began = Instant::now();
    let (before, earlier) = (progress.counted, progress.seconds);
    let first = target.counted.map_or(0, |(_, counter)| counter.get());
    let seeds = seeds(target);
    for seed in &seeds {
        run(target, seed);
        progress.inputs += 1;
    }
    let mut numbers = Numbers(progress.numbers);
    let mut input = Vec::new();
    let (mut said, mut saved) = (began, began);
    loop {
        let now = Instant::now();
        progress.numbers = numbers.0;
        progress.counted = before
            + target
                .counted
                .map_or(0, |(_, counter)| counter.get() - first);
        progress.seconds = earlier + (now - began).as_secs_f64();
        if let Some(file) = state.filter(|_| now - saved > SAVED) {
            progress.write(file, target, seed);
            saved = now;
        }
        if now - said > SAID {
            println!(
                "azir-fuzz: {}: {} inputs so far, {}",
                target.name,
                progress.inputs,
                progress.words(target)
            );
            said = now;
        }
        let is_enough = match end {
            End::Time(turn) => now - began >= turn,
            End::Count(count) if target.counted.is_some() => progress.counted >= count,
            End::Count(count) => progress.inputs >= count,
        };
        if is_enough {
            break;
        }
        numbers.input(&seeds, target.shortest, &mut input);
        run(target, &input);
        progress.inputs += 1;
    }
    if let Some(file) = state {
        progress.write(file, target, seed);
    }
    println!(
        "azir-fuzz: {}: {} inputs without a finding, {}",
        target.name,
        progress.inputs,
        progress.words(target)
    );
}

fn main() -> ExitCode {
    let mut arguments = pico_args::Arguments::from_env();
    let seconds: f64 = arguments.value_from_str("--seconds").unwrap_or(20.0);
    let count: Option<u64> = arguments.value_from_str("--count").ok();
    let state: Option<PathBuf> = arguments.value_from_str("--state").ok();
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
    if let [target] = targets.as_slice() {
        let turn = Duration::from_secs_f64(seconds);
        let end = count.map_or(End::Time(turn), End::Count);
        work(*target, seed, end, state.as_deref());
        return ExitCode::SUCCESS;
    }
    each(&targets, seed, seconds)
}

/// Runs several targets, each in a process of its own: a finding ends one of them.
#[expect(
    clippy::cast_precision_loss,
    reason = "there are not so many targets that a number loses a part of itself"
)]
fn each(targets: &[Target], seed: u64, seconds: f64) -> ExitCode {
    let folder = FOLDER
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .clone()
        .unwrap_or_default();
    let turn = seconds / targets.len() as f64;
    let mut findings = 0;
    for target in targets {
        let own = std::env::current_exe().and_then(|own| {
            Command::new(own)
                .args(["--seconds", &turn.to_string(), "--seed", &seed.to_string()])
                .arg("--folder")
                .arg(&folder)
                .arg(target.name)
                .status()
        });
        if !own.is_ok_and(|status| status.success()) {
            findings += 1;
            println!("azir-fuzz: {}: a finding", target.name);
        }
    }
    println!(
        "azir-fuzz: {} targets, {findings} with a finding",
        targets.len()
    );
    if findings == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
