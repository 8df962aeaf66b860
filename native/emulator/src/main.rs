//! Azure on loopback.

fn main() {}
