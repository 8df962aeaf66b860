//! Synapse workspaces, as far as their integration runtimes need them: they are read, never written.

pub mod workspace_get;
