//! On which line of a file each member of an integration runtime begins.

use std::{
    collections::{BTreeSet, HashMap},
    fmt::Write,
    sync::Arc,
};

use super::text::end_of_string;

/// The lines of the members of one object, by their paths in lower case; the object itself has the empty path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines(Arc<HashMap<String, usize>>);

impl Lines {
    /// The line of the member with this path, such as `properties.typeProperties.linkedInfo`; else that of what it
    /// would be in, where the file has that.
    #[must_use]
    pub fn of(&self, path: &str) -> Option<usize> {
        let path = path.to_lowercase();
        let mut path = path.as_str();
        loop {
            if let Some(line) = self.0.get(path) {
                return Some(*line);
            }
            if path.is_empty() {
                return None;
            }
            path = &path[..path.rfind(['.', '[']).unwrap_or_default()];
        }
    }

    /// Whether nothing is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// An object or a list that the scan is in.
struct Level {
    /// The length of its own path.
    length: usize,
    /// The number of the element of a list; nothing in an object.
    element: Option<usize>,
}

/// The lines of the members of those objects of a JSON text that `wanted` names by their paths in lower case, such as
/// `resources[3]`. The path of the whole text is empty.
#[must_use]
pub fn scan(text: &[u8], wanted: &BTreeSet<String>) -> HashMap<String, Lines> {
    let mut found: HashMap<String, HashMap<String, usize>> = HashMap::new();
    let (mut at, mut line) = (0, 1);
    let mut path = String::new();
    let mut levels: Vec<Level> = Vec::new();
    // The path of the wanted object that the scan is in, and how many levels it was entered with.
    let mut inside: Option<(String, usize)> = None;
    while let Some(byte) = text.get(at) {
        match byte {
            b'"' => {
                let end = end_of_string(text, at);
                if let Some(level) = levels.last().filter(|own| own.element.is_none())
                    && is_name(text, end)
                {
                    path.truncate(level.length);
                    if !path.is_empty() {
                        path.push('.');
                    }
                    let name = text.get(at + 1..end - 1).unwrap_or_default();
                    path.push_str(&String::from_utf8_lossy(name).to_lowercase());
                    if let Some((own, _)) = &inside {
                        let member = path[own.len()..].trim_start_matches('.').to_owned();
                        let lines = found.entry(own.clone()).or_default();
                        lines.entry(member).or_insert(line);
                    }
                }
                line += text[at..end].split(|own| *own == b'\n').count() - 1;
                at = end;
                continue;
            }
            b'\n' => line += 1,
            b'{' | b'[' => {
                if *byte == b'{' && inside.is_none() && wanted.contains(&path) {
                    let lines = found.entry(path.clone()).or_default();
                    lines.insert(String::new(), line);
                    inside = Some((path.clone(), levels.len()));
                }
                levels.push(Level {
                    length: path.len(),
                    element: (*byte == b'[').then_some(0),
                });
                if *byte == b'[' {
                    path.push_str("[0]");
                }
            }
            b',' => {
                if let Some(level) = levels.last_mut() {
                    path.truncate(level.length);
                    if let Some(element) = &mut level.element {
                        *element += 1;
                        // Writing to a text does not fail.
                        let _ = write!(path, "[{element}]");
                    }
                }
            }
            b'}' | b']' => {
                if let Some(level) = levels.pop() {
                    path.truncate(level.length);
                }
                if inside.as_ref().is_some_and(|own| own.1 == levels.len()) {
                    inside = None;
                }
            }
            _ => {}
        }
        at += 1;
    }
    let lines = |(path, own)| (path, Lines(Arc::new(own)));
    found.into_iter().map(lines).collect()
}

/// Whether the string that ends at `end` is the name of a member.
fn is_name(text: &[u8], end: usize) -> bool {
    let rest = text.get(end..).unwrap_or_default();
    let next = rest.iter().find(|own| !own.is_ascii_whitespace());
    next == Some(&b':')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, path: &str) -> Lines {
        let wanted = [path.to_owned()].into();
        scan(text.as_bytes(), &wanted)
            .remove(path)
            .unwrap_or_default()
    }

    #[test]
    fn each_member_of_a_wanted_object_has_its_line() {
        let text = "{\n \"resources\": [ {}, [1],\n  {\n   \"name\": \"a\",\n   \"Properties\": {\n    \
                    \"x\": [\n     1, {\n \"y\": \"z: \\n\\\" {\" } ],\n    \"type\":\n     \
                    \"t\" } } ],\n \"name\": 1 }";
        let own = lines(text, "resources[2]");
        assert_eq!(own.of("name"), Some(4));
        assert_eq!(own.of("properties.type"), Some(9));
        assert_eq!(own.of("properties.X[1].y"), Some(8));
        // What is not there has the line of what it would be in.
        assert_eq!(own.of("properties.x[0]"), Some(6));
        assert_eq!(own.of("properties.other.deeper"), Some(5));
        assert_eq!(own.of(""), Some(3));
        assert_eq!(own.of("other"), Some(3));
        assert_eq!(lines(text, "").of("name"), Some(11));
        assert!(lines(text, "resources[3]").is_empty());
    }

    #[test]
    fn a_text_that_is_no_json_has_no_lines_and_does_no_harm() {
        for text in ["", "}}]]", "{\"a", "{\"a\": [[[", "\"a\": 1", "{\"\\"] {
            let _ = lines(text, "");
        }
    }
}
