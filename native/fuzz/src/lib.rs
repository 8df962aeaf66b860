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
pub mod targets;
pub mod world;

/// One target: its name and what it does with an input.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// Its name, also that of its folder of seeds.
    pub name: &'static str,
    /// Works on one input.
    pub run: fn(&[u8]),
}

/// All targets.
pub const TARGETS: &[Target] = &[
    Target {
        name: "interface",
        run: targets::interface::run,
    },
    Target {
        name: "answers",
        run: targets::answers::run,
    },
    Target {
        name: "frames",
        run: targets::frames::run,
    },
    Target {
        name: "contexts",
        run: targets::contexts::run,
    },
    Target {
        name: "certificates",
        run: targets::certificates::run,
    },
    Target {
        name: "texts",
        run: targets::texts::run,
    },
];
