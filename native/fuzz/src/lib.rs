//! What the fuzzer does with one input.
//!
//! A target takes any bytes, makes of them what a caller or a service could send, and lets the product work on it.
//! Nothing leaves the process: the network, the clock and the programs are stand-ins ([`world`]).
//!
//! A **finding** is a panic, also one that the product catches, an input that takes too long or too much memory, a
//! service that is asked without end, an object without its name, and a frame that cannot be read back. Each ends the
//! process with a report ([`guard`]).
//!
//! The same targets run under cargo-fuzz, which searches by coverage (`fuzz/`, nightly compiler), and under the program
//! `azir-fuzz`, which makes inputs from a seed that it prints and runs with every compiler and on every system.

#![recursion_limit = "512"]

pub mod bytes;
pub mod count;
#[path = "../../core/tests/support/frames.rs"]
#[expect(
    missing_docs,
    clippy::missing_errors_doc,
    clippy::must_use_candidate,
    reason = "the independent reader of the tests, as it is"
)]
pub mod frames;
pub mod guard;
pub mod json;
pub mod memory;
pub mod service;
#[path = "../../core/tests/support/fleets.rs"]
#[expect(dead_code, reason = "the fleets of the tests, as they are")]
mod support;
pub mod targets;
pub mod world;

/// One target: its name and what it does with an input.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// Its name, also that of its folder of seeds.
    pub name: &'static str,
    /// Works on one input.
    pub run: fn(&[u8]),
    /// What a run of it is measured by, where that is not the number of inputs.
    pub counted: Option<(&'static str, &'static count::Counter)>,
    /// The shortest of the inputs that are made anew, as a power of two: shorter ones come to no more than a beginning.
    pub shortest: u32,
}

const fn target(name: &'static str, run: fn(&[u8])) -> Target {
    Target {
        name,
        run,
        counted: None,
        shortest: 0,
    }
}

/// All targets.
pub const TARGETS: &[Target] = &[
    Target {
        counted: Some(("calls", &count::CALLS)),
        shortest: 5,
        ..target("interface", targets::interface::run)
    },
    Target {
        counted: Some(("changed answers", &count::CHANGED)),
        shortest: 8,
        ..target("answers", targets::answers::run)
    },
    target("frames", targets::frames::run),
    target("contexts", targets::contexts::run),
    target("certificates", targets::certificates::run),
    target("texts", targets::texts::run),
    Target {
        shortest: 5,
        ..target("templates", targets::templates::run)
    },
    Target {
        shortest: 4,
        ..target("fleets", targets::fleets::run)
    },
];
