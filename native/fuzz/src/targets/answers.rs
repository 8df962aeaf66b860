//! Each operation against services whose answers are changed.

use std::sync::Arc;

use azir_core::{
    Call,
    caller::{Caller, Frame},
    operations,
    request::Request,
    state::Library,
};
use serde_json::Value;
use zeroize::Zeroizing;

use super::request;
use crate::{
    bytes::Bytes,
    count,
    frames::{self, Item},
    guard::finding,
    world::World,
};

/// So many operations of one input, one after another on the same library.
const OPERATIONS: usize = 16;
/// So many bytes of the input make another request.
const REQUEST: usize = 32;

/// Makes requests and answers of `input`, and runs each operation to its end.
///
/// # Panics
/// For a finding.
pub fn run(input: &[u8]) {
    let mut bytes = Bytes::new(input);
    let signed_in = !bytes.chance(16);
    let yes = !bytes.chance(40);
    let first = request::make(&mut bytes);
    let world = World::new(bytes.rest());
    let library = Arc::new(if signed_in {
        world.signed_in()
    } else {
        world.library()
    });
    perform(first, &library, yes);
    for _ in 1..OPERATIONS {
        if world.is_used_up() {
            break;
        }
        let next = world.take(REQUEST);
        perform(request::make(&mut Bytes::new(&next)), &library, yes);
    }
}

/// What an operation wrote.
#[derive(Clone, Debug, Default)]
pub struct Written {
    /// The number of results.
    pub results: usize,
    /// The sentences of its errors.
    pub errors: Vec<String>,
}

/// Runs one operation to its end and reads what it writes.
///
/// # Panics
/// For a finding.
pub fn perform((request, secrets): (Value, Vec<u8>), library: &Arc<Library>, yes: bool) -> Written {
    let mut written = Written::default();
    let Ok(request) = Request::parse(request.to_string().as_bytes(), &secrets) else {
        return written;
    };
    let named = named(&request.operation);
    let (caller, mut frames) = Caller::new(&request);
    let call = Call {
        request,
        caller,
        library: Arc::clone(library),
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .start_paused(true)
        .build()
        .expect("a runtime without input and output needs nothing");
    runtime.block_on(async {
        let work = tokio::spawn(operations::run(call));
        while let Some(frame) = frames.recv().await {
            match frame {
                Frame::Message(value) => {
                    check_message(&value);
                    if value["frame"] == "error" {
                        written.errors.push(value.to_string());
                    }
                }
                Frame::Objects(bytes) => written.results += check_objects(&bytes, named),
                Frame::Question(value, answer) => {
                    check_message(&value);
                    let bytes = match value["frame"].as_str() {
                        Some("context" | "token") => Vec::new(),
                        Some("environment") => b"{}".to_vec(),
                        _ => yes.to_string().into_bytes(),
                    };
                    let _ = answer.send(Zeroizing::new(bytes));
                }
            }
        }
        if work.await.is_err() {
            finding("an operation did not come to its end");
        }
    });
    count::OPERATIONS.add();
    written
}

/// Whether each result of the operation is a runtime, which has a name.
fn named(operation: &str) -> bool {
    ["runtime.get", "runtime.set", "runtime.update"]
        .iter()
        .any(|own| operation.ends_with(own))
}

fn check_message(value: &Value) {
    let bytes = azir_core::output::frame::message(value);
    if let Err(reason) = frames::message(&bytes) {
        finding(&format!("a message cannot be read: {reason}"));
    }
}

/// Reads a frame back, and says how many results it has.
fn check_objects(bytes: &[u8], named: bool) -> usize {
    let objects = match frames::objects(bytes) {
        Ok(objects) => objects,
        Err(reason) => finding(&format!("a frame cannot be read: {reason}")),
    };
    let count = objects.results.len();
    if !named {
        return count;
    }
    for object in &objects.results {
        if let Item::Object(class, _) = object
            && matches!(object.member("Name"), Some(Item::Null))
            // A member of a list without a resource id stays unchanged: one that is a number or an object is none.
            && matches!(object.member("Id"), Some(Item::Text(id)) if id.starts_with('/') && !id.ends_with('/'))
        {
            finding(&format!("an object of {class} without a name: {object}"));
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Inputs change what a good answer leads to: an operation that stops at its first request is not tested by them.
    #[test]
    fn with_good_answers_operations_come_to_their_results() {
        let mut refused = Vec::new();
        for operation in operations::NAMES {
            if !request::is_here(operation) {
                continue;
            }
            let world = World::new(&[]);
            let request = request::usual(operation);
            let written = perform(request, &Arc::new(world.signed_in()), true);
            if let Some(error) = written.errors.first() {
                refused.push((*operation, error.clone()));
            }
        }
        let names: Vec<&str> = refused.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, REFUSED, "{refused:#?}");
    }

    /// What needs a file or an emulator, or refers to what the good answers do not have.
    const REFUSED: [&str; 11] = [
        "context.import",
        "context.save",
        "desired.compare",
        "desired.deployment",
        "desired.export",
        "desired.publish",
        "emulator.node",
        "environment.remove",
        "fleet.topology",
        "linkedservice.set",
        "roleassignment.remove",
    ];
}
