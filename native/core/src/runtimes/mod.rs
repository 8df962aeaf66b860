//! Integration runtimes of Data Factory and of Synapse: what the two services share is written once, here.
//!
//! One operation a file. [`service`] has what they do differently in names, [`place`] where a runtime is.

pub mod api;
pub mod azure;
pub mod body;
pub mod changes;
pub mod completion;
pub mod connection;
mod cores;
pub mod edits;
pub mod extras;
pub mod find;
pub mod get;
pub mod interactive;
pub mod key;
pub mod link_new;
pub mod linked;
pub mod managed;
pub mod managed_properties;
pub mod merge;
pub mod messages;
pub mod metadata;
pub mod metric;
pub mod missing;
pub mod model;
pub mod node;
pub mod operation;
pub mod other_service;
pub mod outbound;
pub mod owner;
pub mod place;
pub mod reference;
pub mod remove;
pub mod resource_id;
pub mod secrets;
pub mod service;
pub mod set;
pub mod shapes;
pub mod start;
pub mod status;
pub mod stop;
pub mod sync;
pub mod update;
pub mod upgrade;
pub mod version;
pub mod wait;
pub mod written;
