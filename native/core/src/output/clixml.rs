//! Writes results and messages as CLIXML, which carries exact .NET types to both editions of PowerShell.
//!
//! The first item of a frame is a header, one text: the shapes used in it, parted by `|`, each as
//! `type names;arrays;members`, parted by commas (the most specific name last), a member as
//! `name=number of its shape`, and the last two left out when there are none. When not
//! all items have the first shape, `#` follows, and in Base64 a byte for each item: the number of
//! its shape, 255 for none. A reader can keep what it made of a text. Frames stay below [`FRAME_LIMIT`].

use std::{borrow::Cow, fmt::Write};

use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::Value;

use super::{Field, Record, Shape};

/// Frames stay below this many bytes, unless a single object is larger.
pub const FRAME_LIMIT: usize = 256 * 1024;
const OPEN: &str =
    "<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\">";
const CLOSE: &str = "</Objs>";
const HEADER_ROOM: usize = 8 * 1024;
const NO_SHAPE: u8 = 255;

/// The frames that carry `records`, in order.
#[must_use]
pub fn frames(records: &[Record]) -> Vec<Vec<u8>> {
    let mut frames = Vec::new();
    let mut body = String::new();
    let mut rows = Vec::new();
    let mut shapes: Vec<&'static Shape> = Vec::new();
    for record in records {
        let start = body.len();
        write_field(&mut body, None, &record.value);
        if start > 0 && body.len() + rows.len() * 2 > FRAME_LIMIT - HEADER_ROOM {
            let rest = body.split_off(start);
            frames.push(frame(&body, &rows, &shapes));
            body = rest;
            rows.clear();
            shapes.clear();
        }
        rows.push(
            record
                .shape
                .map_or(NO_SHAPE, |shape| shape_index(&mut shapes, shape)),
        );
    }
    if !rows.is_empty() {
        frames.push(frame(&body, &rows, &shapes));
    }
    frames
}

/// A message as a frame: one hashtable, of which PowerShell's own reader makes one.
#[must_use]
pub fn message(value: &Value) -> Vec<u8> {
    let mut text = String::from(OPEN);
    write_field(&mut text, None, &table(value));
    text.push_str(CLOSE);
    text.into_bytes()
}

/// JSON with its objects as hashtables.
fn table(value: &Value) -> Field {
    match value {
        Value::Object(members) => Field::Table(
            members
                .iter()
                .map(|(name, value)| (name.clone(), table(value)))
                .collect(),
        ),
        Value::Array(items) => Field::List(items.iter().map(table).collect()),
        other => Field::from_json(Some(other)),
    }
}

fn shape_index(shapes: &mut Vec<&'static Shape>, shape: &'static Shape) -> u8 {
    let index = shapes
        .iter()
        .position(|own| std::ptr::eq(*own, shape))
        .unwrap_or_else(|| {
            shapes.push(shape);
            let index = shapes.len() - 1;
            for (_, member) in shape.members {
                shape_index(shapes, member);
            }
            index
        });
    u8::try_from(index).unwrap_or(NO_SHAPE)
}

fn frame(body: &str, rows: &[u8], shapes: &[&'static Shape]) -> Vec<u8> {
    let mut text = String::with_capacity(body.len() + rows.len() * 2 + 1024);
    text.push_str(OPEN);
    text.push_str("<S>");
    for (index, shape) in shapes.iter().enumerate() {
        if index > 0 {
            text.push('|');
        }
        // The most specific last: each is put in front of those before it.
        for (index, name) in shape.type_names.iter().rev().enumerate() {
            let _ = write!(text, "{}{name}", if index > 0 { "," } else { "" });
        }
        if shape.arrays.is_empty() && shape.members.is_empty() {
            continue;
        }
        text.push(';');
        text.push_str(&shape.arrays.join(","));
        text.push(';');
        for (index, (name, member)) in shape.members.iter().enumerate() {
            let place = shapes
                .iter()
                .position(|own| std::ptr::eq(*own, *member))
                .unwrap_or(0);
            let _ = write!(text, "{}{name}={place}", if index > 0 { "," } else { "" });
        }
    }
    if rows.iter().any(|row| *row != 0) {
        text.push('#');
        text.push_str(&STANDARD.encode(rows));
    }
    text.push_str("</S>");
    text.push_str(body);
    text.push_str(CLOSE);
    text.into_bytes()
}

fn write_field(text: &mut String, name: Option<&str>, field: &Field) {
    match field {
        Field::Null => {
            open(text, "Nil", name);
            text.truncate(text.len() - 1);
            text.push_str("/>");
        }
        Field::Text(value) => scalar(text, "S", name, value),
        Field::Integer(value) => match i32::try_from(*value) {
            Ok(value) => plain(text, "I32", name, &value.to_string()),
            Err(_) => plain(text, "I64", name, &value.to_string()),
        },
        Field::Real(value) => plain(text, "Db", name, &value.to_string()),
        Field::Flag(value) => plain(text, "B", name, if *value { "true" } else { "false" }),
        Field::Date(value) => plain(text, "DT", name, value),
        Field::Span(value) => plain(text, "TS", name, value),
        Field::Guid(value) => plain(text, "G", name, value),
        Field::List(items) => {
            open(text, "Obj", name);
            text.push_str("<LST>");
            for item in items {
                write_field(text, None, item);
            }
            text.push_str("</LST></Obj>");
        }
        Field::Table(entries) => {
            open(text, "Obj", name);
            text.push_str("<DCT>");
            for (key, value) in entries {
                text.push_str("<En>");
                scalar(text, "S", Some("Key"), key);
                write_field(text, Some("Value"), value);
                text.push_str("</En>");
            }
            text.push_str("</DCT></Obj>");
        }
        Field::Object(members) => {
            open(text, "Obj", name);
            text.push_str("<MS>");
            for (name, value) in members {
                write_field(text, Some(name), value);
            }
            text.push_str("</MS></Obj>");
        }
    }
}

fn open(text: &mut String, element: &str, name: Option<&str>) {
    text.push('<');
    text.push_str(element);
    if let Some(name) = name {
        text.push_str(" N=\"");
        text.push_str(&escape(name));
        text.push('"');
    }
    text.push('>');
}

fn plain(text: &mut String, element: &str, name: Option<&str>, value: &str) {
    open(text, element, name);
    text.push_str(value);
    text.push_str("</");
    text.push_str(element);
    text.push('>');
}

fn scalar(text: &mut String, element: &str, name: Option<&str>, value: &str) {
    plain(text, element, name, &escape(value));
}

/// Escapes for XML, and as CLIXML does: control characters as `_xHHHH_`, and the underscore
/// of a text that looks like one.
fn escape(value: &str) -> Cow<'_, str> {
    let harmless = |byte: u8| {
        (0x20..0x7F).contains(&byte) && !matches!(byte, b'&' | b'<' | b'>' | b'"' | b'_')
    };
    if value.bytes().all(harmless) {
        return Cow::Borrowed(value);
    }
    let mut text = String::with_capacity(value.len() + 16);
    let bytes = value.as_bytes();
    for (index, character) in value.char_indices() {
        match character {
            '&' => text.push_str("&amp;"),
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '"' => text.push_str("&quot;"),
            '_' if looks_escaped(&bytes[index..]) => text.push_str("_x005F_"),
            '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{FFFE}' | '\u{FFFF}' => {
                let _ = write!(text, "_x{:04X}_", u32::from(character));
            }
            other => text.push(other),
        }
    }
    Cow::Owned(text)
}

fn looks_escaped(bytes: &[u8]) -> bool {
    bytes.len() >= 7
        && matches!(bytes[1], b'x' | b'X')
        && bytes[2..6].iter().all(u8::is_ascii_hexdigit)
        && bytes[6] == b'_'
}

#[cfg(test)]
mod tests {
    use super::*;

    static NODE: Shape = Shape::named(&["Node"]);
    static PARENT: Shape = Shape {
        type_names: &["Parent"],
        arrays: &["Tags:string"],
        members: &[("Nodes", &NODE)],
    };

    fn record(name: &str) -> Record {
        Record::new(&PARENT, vec![("Name".into(), Field::Text(name.into()))])
    }

    #[test]
    fn text_is_escaped_as_powershell_reads_it() {
        assert_eq!(escape("a_x0041_b"), "a_x005F_x0041_b");
        assert_eq!(escape("a\nb\u{7}"), "a_x000A_b_x0007_");
        assert_eq!(escape("<&>\" 😀"), "&lt;&amp;&gt;&quot; 😀");
        assert_eq!(escape("snake_case"), "snake_case");
    }

    #[test]
    fn a_frame_names_each_shape_once() {
        let frames = frames(&[record("a"), record("b"), Record::null()]);
        assert_eq!(frames.len(), 1);
        let text = String::from_utf8(frames[0].clone()).unwrap();
        assert!(text.contains(&format!(
            "<S>Parent;Tags:string;Nodes=1|Node#{}</S>",
            STANDARD.encode([0, 0, 255])
        )));
        assert!(text.ends_with("<Nil/></Objs>"));
    }

    #[test]
    fn frames_stay_below_their_limit_and_lose_nothing() {
        let records: Vec<Record> = (0..5000).map(|n| record(&format!("{n:0100}"))).collect();
        let frames = frames(&records);
        assert!(frames.len() > 1);
        assert!(frames.iter().all(|frame| frame.len() < FRAME_LIMIT));
        let names: usize = frames
            .iter()
            .map(|frame| {
                String::from_utf8_lossy(frame)
                    .matches("<S N=\"Name\">")
                    .count()
            })
            .sum();
        assert_eq!(names, 5000);
    }

    #[test]
    fn a_message_is_a_hashtable() {
        let frame =
            message(&serde_json::json!({"frame": "error", "data": {"Code": 404}, "target": null}));
        let text = String::from_utf8(frame).unwrap();
        assert!(text.contains("<En><S N=\"Key\">frame</S><S N=\"Value\">error</S></En>"));
        assert!(text.contains(
            "<Obj N=\"Value\"><DCT><En><S N=\"Key\">Code</S><I32 N=\"Value\">404</I32></En>"
        ));
        assert!(text.contains("<En><S N=\"Key\">target</S><Nil N=\"Value\"/></En>"));
    }

    #[test]
    fn nothing_to_write_makes_no_frame() {
        assert!(frames(&[]).is_empty());
    }
}
