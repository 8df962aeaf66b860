//! Everything that knows Azure.
