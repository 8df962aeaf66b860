//! Encodes messages and results as the bytes of a frame; `docs/boundary.md` specifies them.
//!
//! Results are objects of named classes. A frame lists each combination of a class and its members once, as a
//! layout, and an object is the number of its layout and its values. Buffers are wiped when they are dropped, also
//! the ones that became too small, because a frame can hold secrets.

use std::borrow::Cow;

use serde_json::Value;
use zeroize::Zeroizing;

use super::{Field, Record, Shape, ticks};

/// Frames stay below this many bytes, unless a single object is larger.
pub const FRAME_LIMIT: usize = 256 * 1024;

/// The first byte of a value. The numbers never change.
pub mod tag {
    /// `$null`.
    pub const NULL: u8 = 0;
    /// `$false`.
    pub const FALSE: u8 = 1;
    /// `$true`.
    pub const TRUE: u8 = 2;
    /// `int`.
    pub const INT32: u8 = 3;
    /// `long`.
    pub const INT64: u8 = 4;
    /// `double`.
    pub const DOUBLE: u8 = 5;
    /// `string`.
    pub const TEXT: u8 = 6;
    /// `DateTime` in UTC.
    pub const DATE: u8 = 7;
    /// `DateTimeOffset`.
    pub const DATE_OFFSET: u8 = 8;
    /// `TimeSpan`.
    pub const SPAN: u8 = 9;
    /// `Guid`.
    pub const GUID: u8 = 10;
    /// A list.
    pub const LIST: u8 = 11;
    /// A hashtable.
    pub const TABLE: u8 = 12;
    /// An object without a class.
    pub const BAG: u8 = 13;
    /// An object of a class.
    pub const OBJECT: u8 = 14;
    /// A secret that becomes a `string`.
    pub const SECRET_TEXT: u8 = 15;
    /// A secret that becomes a `SecureString`.
    pub const SECRET: u8 = 16;
}

/// The bytes of a frame, wiped when dropped.
pub type Bytes = Zeroizing<Vec<u8>>;

/// Encodes `records`, in order, as one or more objects frames.
#[must_use]
pub fn objects(records: &[Record]) -> Vec<Bytes> {
    let mut frames = Vec::new();
    let mut frame = Frame::default();
    for record in records {
        if !frame.push(record) {
            frames.push(std::mem::take(&mut frame).finish());
            frame.push(record);
        }
    }
    if frame.results > 0 {
        frames.push(frame.finish());
    }
    frames
}

/// Encodes a message: one table.
#[must_use]
pub fn message(value: &Value) -> Bytes {
    let mut frame = Frame::default();
    frame.json(value);
    frame.body.0
}

/// A growing buffer that leaves no copy of its bytes behind when it moves.
#[derive(Default)]
struct Buffer(Bytes);

impl Buffer {
    fn extend(&mut self, bytes: &[u8]) {
        let needed = self.0.len() + bytes.len();
        if needed > self.0.capacity() {
            let capacity = needed.max(self.0.capacity() * 2).max(1024);
            let mut larger = Zeroizing::new(Vec::with_capacity(capacity));
            larger.extend_from_slice(&self.0);
            self.0 = larger;
        }
        self.0.extend_from_slice(bytes);
    }

    fn varint(&mut self, mut value: usize) {
        loop {
            let bits = value.to_le_bytes()[0] & 0x7F;
            value >>= 7;
            if value == 0 {
                return self.extend(&[bits]);
            }
            self.extend(&[bits | 0x80]);
        }
    }

    /// A text without a tag.
    fn text(&mut self, text: &str) {
        self.varint(text.len());
        self.extend(text.as_bytes());
    }
}

/// A class and the members of its objects, as they follow one another.
struct Layout {
    shape: &'static Shape,
    members: Vec<Cow<'static, str>>,
}

impl Layout {
    fn fits(&self, shape: &'static Shape, members: &[(Cow<'static, str>, Field)]) -> bool {
        std::ptr::eq(self.shape, shape)
            && self.members.len() == members.len()
            && self
                .members
                .iter()
                .zip(members)
                .all(|(own, (name, _))| own == name)
    }
}

/// An objects frame that is being made.
#[derive(Default)]
struct Frame {
    layouts: Vec<Layout>,
    head: Buffer,
    body: Buffer,
    results: usize,
}

/// The most that the two counts of a frame take.
const COUNTS: usize = 20;

impl Frame {
    /// Adds a result; false when the frame is full, and then it is as it was.
    fn push(&mut self, record: &Record) -> bool {
        let (layouts, head, body) = (self.layouts.len(), self.head.0.len(), self.body.0.len());
        self.field(&record.value, record.shape);
        let length = self.head.0.len() + self.body.0.len() + COUNTS;
        if self.results > 0 && length >= FRAME_LIMIT {
            self.layouts.truncate(layouts);
            self.head.0.truncate(head);
            self.body.0.truncate(body);
            return false;
        }
        self.results += 1;
        true
    }

    fn finish(self) -> Bytes {
        let mut frame = Buffer(Zeroizing::new(Vec::with_capacity(
            self.head.0.len() + self.body.0.len() + COUNTS,
        )));
        frame.varint(self.layouts.len());
        frame.extend(&self.head.0);
        frame.varint(self.results);
        frame.extend(&self.body.0);
        frame.0
    }

    fn tag(&mut self, tag: u8) {
        self.body.extend(&[tag]);
    }

    fn tagged_text(&mut self, tag: u8, text: &str) {
        self.tag(tag);
        self.body.text(text);
    }

    fn integer(&mut self, value: i64) {
        if let Ok(value) = i32::try_from(value) {
            self.tag(tag::INT32);
            self.body.extend(&value.to_le_bytes());
        } else {
            self.number(tag::INT64, value);
        }
    }

    fn number(&mut self, tag: u8, value: i64) {
        self.tag(tag);
        self.body.extend(&value.to_le_bytes());
    }

    fn flag(&mut self, flag: bool) {
        self.tag(if flag { tag::TRUE } else { tag::FALSE });
    }

    fn real(&mut self, value: f64) {
        self.tag(tag::DOUBLE);
        self.body.extend(&value.to_le_bytes());
    }

    /// Encodes `field`; the objects in it, or in a list or table of them, are of `shape`.
    fn field(&mut self, field: &Field, shape: Option<&'static Shape>) {
        match field {
            Field::Null => self.tag(tag::NULL),
            Field::Text(text) => self.tagged_text(tag::TEXT, text),
            Field::Integer(value) => self.integer(*value),
            Field::Real(value) => self.real(*value),
            Field::Flag(flag) => self.flag(*flag),
            Field::Date(text) => match ticks::of_date(text) {
                Some((ticks, minutes)) => {
                    self.number(tag::DATE, ticks - i64::from(minutes) * ticks::MINUTE);
                }
                None => self.tagged_text(tag::TEXT, text),
            },
            Field::DateOffset(text) => match ticks::of_date(text) {
                Some((ticks, minutes)) => {
                    self.number(tag::DATE_OFFSET, ticks);
                    self.body.extend(&minutes.to_le_bytes());
                }
                None => self.tagged_text(tag::TEXT, text),
            },
            Field::Span(text) => match ticks::of_span(text) {
                Some(ticks) => self.number(tag::SPAN, ticks),
                None => self.tagged_text(tag::TEXT, text),
            },
            Field::Guid(text) => match uuid::Uuid::try_parse(text) {
                Ok(guid) => {
                    self.tag(tag::GUID);
                    self.body.extend(guid.as_bytes());
                }
                Err(_) => self.tagged_text(tag::TEXT, text),
            },
            Field::Secret(secret) => self.tagged_text(tag::SECRET_TEXT, secret.expose()),
            Field::SecureString(secret) => self.tagged_text(tag::SECRET, secret.expose()),
            Field::List(items) => {
                self.tag(tag::LIST);
                self.body.varint(items.len());
                for item in items {
                    self.field(item, shape);
                }
            }
            Field::Table(entries) => {
                self.tag(tag::TABLE);
                self.body.varint(entries.len());
                for (key, value) in entries {
                    self.body.text(key);
                    self.field(value, shape);
                }
            }
            Field::Object(members) => match shape {
                Some(shape) => self.object(shape, members),
                None => self.bag(members),
            },
        }
    }

    fn bag(&mut self, members: &[(Cow<'static, str>, Field)]) {
        self.tag(tag::BAG);
        self.body.varint(members.len());
        for (name, value) in members {
            self.body.text(name);
            self.field(value, None);
        }
    }

    fn object(&mut self, shape: &'static Shape, members: &[(Cow<'static, str>, Field)]) {
        let index = self.layout(shape, members);
        self.tag(tag::OBJECT);
        self.body.varint(index);
        for (name, value) in members {
            self.field(value, shape.member(name));
        }
    }

    /// The number of the layout of these members, which is added when it is missing.
    fn layout(&mut self, shape: &'static Shape, members: &[(Cow<'static, str>, Field)]) -> usize {
        let known = self
            .layouts
            .iter()
            .position(|layout| layout.fits(shape, members));
        known.unwrap_or_else(|| {
            self.head.text(shape.class);
            self.head.varint(members.len());
            for (name, _) in members {
                self.head.text(name);
            }
            self.layouts.push(Layout {
                shape,
                members: members.iter().map(|(name, _)| name.clone()).collect(),
            });
            self.layouts.len() - 1
        })
    }

    /// Encodes JSON with its objects as tables.
    fn json(&mut self, value: &Value) {
        match value {
            Value::Null => self.tag(tag::NULL),
            Value::Bool(flag) => self.flag(*flag),
            Value::Number(number) => match number.as_i64() {
                Some(value) => self.integer(value),
                None => self.real(number.as_f64().unwrap_or_default()),
            },
            Value::String(text) => self.tagged_text(tag::TEXT, text),
            Value::Array(items) => {
                self.tag(tag::LIST);
                self.body.varint(items.len());
                for item in items {
                    self.json(item);
                }
            }
            Value::Object(members) => {
                self.tag(tag::TABLE);
                self.body.varint(members.len());
                for (name, value) in members {
                    self.body.text(name);
                    self.json(value);
                }
            }
        }
    }
}
