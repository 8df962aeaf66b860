//! How much a template may make of itself: loops in loops and values that contain each other grow without end.

use std::{cell::Cell, rc::Rc};

use serde_json::Value;

use super::reason::Reason;

/// The most values of one template with all that are nested in it. The largest template of Resource Manager (4 MB) has
/// some hundred thousand.
const MOST: u64 = 2_000_000;

/// How deep values may contain values, and evaluations lead to evaluations: each level takes a part of the stack.
pub const DEEPEST: usize = 256;

/// What a linked template counts, however short it is: an exported one has some tens of them.
const FILE: u64 = 2_000;

/// So many comparisons count as one value.
const COMPARISONS: u64 = 256;

/// What an issue counts.
const ISSUE: u64 = 100;

/// The longest text, and the longest list, that an expression makes.
pub const LONGEST_TEXT: usize = 4 << 20;
const LONGEST_LIST: usize = 100_000;

/// What is left of the budget, shared by a template and those nested in it.
#[derive(Clone, Debug)]
pub struct Budget(Rc<Left>);

#[derive(Debug)]
struct Left {
    values: Cell<u64>,
    depth: Cell<usize>,
}

impl Default for Budget {
    fn default() -> Self {
        Self(Rc::new(Left {
            values: Cell::new(MOST),
            depth: Cell::new(0),
        }))
    }
}

impl Budget {
    /// Takes so many values from the budget.
    ///
    /// # Errors
    /// When it is used up.
    pub fn spend(&self, values: u64) -> Result<(), Reason> {
        let left = self.0.values.get().saturating_sub(values);
        self.0.values.set(left);
        if left == 0 {
            return Err(Reason::invalid(format!(
                "its loops and expressions make more than {MOST} values"
            )));
        }
        Ok(())
    }

    /// Takes what a text of this length counts.
    ///
    /// # Errors
    /// When the budget is used up.
    pub fn spend_text(&self, length: usize) -> Result<(), Reason> {
        self.spend(of_text(length))
    }

    /// Takes what so many comparisons of two values count.
    ///
    /// # Errors
    /// When the budget is used up.
    pub fn spend_comparisons(&self, count: usize) -> Result<(), Reason> {
        self.spend(count as u64 / COMPARISONS)
    }

    /// Takes what a linked template of this length counts, which is read and parsed.
    ///
    /// # Errors
    /// When the budget is used up.
    pub fn spend_file(&self, length: usize) -> Result<(), Reason> {
        self.spend(FILE + length as u64 / 1024)
    }

    /// Takes what an issue counts, which is a text that somebody has to read.
    ///
    /// # Errors
    /// When the budget is used up.
    pub fn spend_issue(&self) -> Result<(), Reason> {
        self.spend(ISSUE)
    }

    /// Takes a value that the function or member `name` made.
    ///
    /// # Errors
    /// When the value is too large or too deep, or the budget is used up.
    pub fn spend_value(&self, name: &str, value: &Value) -> Result<(), Reason> {
        match weight(value, DEEPEST) {
            Some(weight) => self.spend(weight),
            None => Err(too_large(name)),
        }
    }

    /// Runs `work` one level deeper.
    ///
    /// # Errors
    /// When the levels are too many, or of `work`.
    pub fn deeper<T>(&self, work: impl FnOnce() -> Result<T, Reason>) -> Result<T, Reason> {
        let depth = self.0.depth.get();
        if depth >= DEEPEST {
            return Err(Reason::invalid(
                "values and expressions are nested too deeply",
            ));
        }
        self.0.depth.set(depth + 1);
        let outcome = work();
        self.0.depth.set(depth);
        outcome
    }
}

/// The reason for a value that no template could hold.
pub fn too_large(name: &str) -> Reason {
    Reason::invalid(format!("the value of '{name}' is too large"))
}

fn of_text(length: usize) -> u64 {
    1 + length as u64 / 16
}

/// How many values a value counts; nothing for one that is too large or too deep.
fn weight(value: &Value, levels: usize) -> Option<u64> {
    let levels = levels.checked_sub(1)?;
    match value {
        Value::String(text) => (text.len() <= LONGEST_TEXT).then(|| of_text(text.len())),
        Value::Array(items) if items.len() > LONGEST_LIST => None,
        Value::Array(items) => items
            .iter()
            .try_fold(1, |sum: u64, own| Some(sum + weight(own, levels)?)),
        Value::Object(members) => members.iter().try_fold(1, |sum: u64, (name, own)| {
            Some(sum + of_text(name.len()) + weight(own, levels)?)
        }),
        Value::Null | Value::Bool(_) | Value::Number(_) => Some(1),
    }
}
