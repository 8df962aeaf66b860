//! How much work a template may make: a few short expressions can stand for more values than any memory holds.

use std::cell::Cell;

use serde_json::Value;

use super::reason::Reason;

/// What all values of a template together may weigh, about in bytes. A template of 4 MiB, which is the most that
/// Resource Manager takes, stays far below.
const MOST: usize = 512 << 20;
/// What one value may weigh.
pub const HEAVIEST: usize = 8 << 20;
/// How deep one value may be nested; the text of a template cannot be nested deeper.
const DEEPEST: usize = 128;
/// How deep the evaluation of one value may lead, through members, expressions, parameters and variables.
const LEVELS: usize = 200;
/// What each value weighs, whatever is in it.
const NODE: usize = 64;

/// What a template has used so far.
#[derive(Debug, Default)]
pub struct Budget {
    spent: Cell<usize>,
    level: Cell<usize>,
}

impl Budget {
    /// Uses `weight`.
    ///
    /// # Errors
    /// That nothing is left.
    pub fn charge(&self, weight: usize) -> Result<(), Reason> {
        let spent = self.spent.get().saturating_add(weight);
        self.spent.set(spent);
        if spent > MOST {
            return Err(Reason::invalid(
                "the values of the template are too large to be evaluated",
            ));
        }
        Ok(())
    }

    /// Uses what a value that stays weighs, its members not included.
    ///
    /// # Errors
    /// As [`Budget::charge`].
    pub fn keep(&self, text: usize) -> Result<(), Reason> {
        // It is copied, compared and shown later.
        self.charge(8 * (NODE + text))
    }

    /// Whether nothing is left.
    pub fn is_spent(&self) -> bool {
        self.spent.get() > MOST
    }

    /// Runs `work` one level deeper.
    ///
    /// # Errors
    /// That there are too many levels.
    pub fn deeper<T>(&self, work: impl FnOnce() -> T) -> Result<T, Reason> {
        let level = self.level.get();
        if level >= LEVELS {
            return Err(Reason::invalid("the values are nested too deeply"));
        }
        self.level.set(level + 1);
        let done = work();
        self.level.set(level);
        Ok(done)
    }
}

/// What a value weighs with all that is in it; nothing where it is too large or too deep.
#[must_use]
pub fn weight(value: &Value) -> Option<usize> {
    let mut left = HEAVIEST;
    take(value, DEEPEST, &mut left)?;
    Some(HEAVIEST - left)
}

fn take(value: &Value, levels: usize, left: &mut usize) -> Option<()> {
    let levels = levels.checked_sub(1)?;
    *left = left.checked_sub(NODE)?;
    match value {
        Value::String(text) => *left = left.checked_sub(text.len())?,
        Value::Array(items) => {
            for own in items {
                take(own, levels, left)?;
            }
        }
        Value::Object(members) => {
            for (name, own) in members {
                *left = left.checked_sub(name.len())?;
                take(own, levels, left)?;
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_value_weighs_all_that_is_in_it() {
        let one = weight(&json!("abc"));
        assert_eq!(one, Some(NODE + 3));
        assert_eq!(weight(&json!({"k": ["abc"]})), Some(3 * NODE + 4));
        assert_eq!(weight(&"x".repeat(HEAVIEST).into()), None);
        let many: Value = vec![Value::Null; HEAVIEST / NODE].into();
        assert_eq!(weight(&many), None);
        let deep = |levels: usize| (0..levels).fold(Value::Null, |own, _| json!([own]));
        assert!(weight(&deep(DEEPEST - 1)).is_some());
        assert_eq!(weight(&deep(DEEPEST)), None);
    }

    #[test]
    fn what_is_spent_stays_spent() {
        let budget = Budget::default();
        assert_eq!(budget.charge(MOST), Ok(()));
        assert!(budget.charge(1).is_err() && budget.is_spent());
        assert!(budget.charge(usize::MAX).is_err() && budget.keep(0).is_err());
    }
}
