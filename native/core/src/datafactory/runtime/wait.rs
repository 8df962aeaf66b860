//! TODO

use crate::{
    Call,
    error::{Error, ErrorKind, Result},
};

/// Not yet.
///
/// # Errors
/// Always.
#[expect(clippy::unused_async, reason = "not yet")]
pub async fn run(_call: &Call) -> Result<()> {
    Err(Error::new(ErrorKind::Internal, "not yet"))
}
