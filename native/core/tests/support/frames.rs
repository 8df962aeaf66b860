//! Reads frames back, independently of the encoder: from `docs/boundary.md`.
#![allow(dead_code, reason = "each test file uses its own part")]

use std::fmt;

/// A value of a frame.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    Null,
    Flag(bool),
    Int32(i32),
    Int64(i64),
    Double(f64),
    Text(String),
    Date(i64),
    DateOffset(i64, i32),
    Span(i64),
    Guid(String),
    List(Vec<Item>),
    Table(Vec<(String, Item)>),
    Bag(Vec<(String, Item)>),
    Object(String, Vec<(String, Item)>),
    SecretText(String),
    Secret(String),
}

/// A class and the names of its members.
pub type Layout = (String, Vec<String>);

/// The layouts and the results of an objects frame.
#[derive(Debug)]
pub struct Objects {
    pub layouts: Vec<Layout>,
    pub results: Vec<Item>,
}

/// Reads an objects frame to its last byte.
pub fn objects(bytes: &[u8]) -> Result<Objects, String> {
    let mut reader = Reader {
        rest: bytes,
        layouts: Vec::new(),
    };
    for _ in 0..reader.varint()? {
        let class = reader.text()?;
        let members = (0..reader.varint()?)
            .map(|_| reader.text())
            .collect::<Result<_, _>>()?;
        reader.layouts.push((class, members));
    }
    let results = (0..reader.varint()?)
        .map(|_| reader.item())
        .collect::<Result<_, _>>()?;
    reader.end()?;
    Ok(Objects {
        layouts: reader.layouts,
        results,
    })
}

/// Reads a message to its last byte.
pub fn message(bytes: &[u8]) -> Result<Item, String> {
    let mut reader = Reader {
        rest: bytes,
        layouts: Vec::new(),
    };
    let item = reader.item()?;
    reader.end()?;
    match item {
        Item::Table(_) => Ok(item),
        other => Err(format!("a message is a table, not {other:?}")),
    }
}

struct Reader<'b> {
    rest: &'b [u8],
    layouts: Vec<Layout>,
}

impl Reader<'_> {
    fn take(&mut self, count: usize) -> Result<&[u8], String> {
        let (own, rest) = self
            .rest
            .split_at_checked(count)
            .ok_or_else(|| format!("{count} bytes wanted, {} left", self.rest.len()))?;
        self.rest = rest;
        Ok(own)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], String> {
        let mut array = [0; N];
        array.copy_from_slice(self.take(N)?);
        Ok(array)
    }

    fn varint(&mut self) -> Result<usize, String> {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let [byte] = self.array()?;
            value |= usize::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err("a varint of more than ten bytes".to_owned())
    }

    fn text(&mut self) -> Result<String, String> {
        let length = self.varint()?;
        let bytes = self.take(length)?.to_vec();
        String::from_utf8(bytes).map_err(|error| error.to_string())
    }

    fn members(&mut self) -> Result<Vec<(String, Item)>, String> {
        (0..self.varint()?)
            .map(|_| Ok((self.text()?, self.item()?)))
            .collect()
    }

    fn item(&mut self) -> Result<Item, String> {
        let [tag] = self.array()?;
        Ok(match tag {
            0 => Item::Null,
            1 => Item::Flag(false),
            2 => Item::Flag(true),
            3 => Item::Int32(i32::from_le_bytes(self.array()?)),
            4 => Item::Int64(i64::from_le_bytes(self.array()?)),
            5 => Item::Double(f64::from_le_bytes(self.array()?)),
            6 => Item::Text(self.text()?),
            7 => Item::Date(i64::from_le_bytes(self.array()?)),
            8 => Item::DateOffset(
                i64::from_le_bytes(self.array()?),
                i32::from_le_bytes(self.array()?),
            ),
            9 => Item::Span(i64::from_le_bytes(self.array()?)),
            10 => Item::Guid(uuid::Uuid::from_bytes(self.array()?).to_string()),
            11 => {
                let items = (0..self.varint()?).map(|_| self.item());
                Item::List(items.collect::<Result<_, _>>()?)
            }
            12 => Item::Table(self.members()?),
            13 => Item::Bag(self.members()?),
            14 => {
                let index = self.varint()?;
                let (class, names) = self
                    .layouts
                    .get(index)
                    .cloned()
                    .ok_or_else(|| format!("no layout {index}"))?;
                let members = names
                    .into_iter()
                    .map(|name| Ok((name, self.item()?)))
                    .collect::<Result<_, String>>()?;
                Item::Object(class, members)
            }
            15 => Item::SecretText(self.text()?),
            16 => Item::Secret(self.text()?),
            other => return Err(format!("tag {other}")),
        })
    }

    fn end(&self) -> Result<(), String> {
        if self.rest.is_empty() {
            Ok(())
        } else {
            Err(format!("{} bytes behind the frame", self.rest.len()))
        }
    }
}

impl Item {
    /// A member of an object, bag or table.
    pub fn member(&self, name: &str) -> Option<&Self> {
        let (Self::Object(_, members) | Self::Table(members) | Self::Bag(members)) = self else {
            return None;
        };
        members
            .iter()
            .find(|(own, _)| own == name)
            .map(|(_, value)| value)
    }

    /// A text; nothing for any other value.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Adds each secret in this value, under the name of its member.
    pub fn secrets(&self, name: &str, found: &mut Vec<(String, String)>) {
        match self {
            Self::SecretText(secret) | Self::Secret(secret) => {
                found.push((name.to_owned(), secret.clone()));
            }
            Self::List(items) => {
                for item in items {
                    item.secrets(name, found);
                }
            }
            Self::Object(_, members) | Self::Table(members) | Self::Bag(members) => {
                for (name, value) in members {
                    value.secrets(name, found);
                }
            }
            _ => {}
        }
    }
}

/// `Full.Class{.Name='text';.Count=5;.Nodes=[…];}`, without the secrets.
impl fmt::Display for Item {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let members = |formatter: &mut fmt::Formatter<'_>, members: &[(String, Self)]| {
            formatter.write_str("{")?;
            for (name, value) in members {
                write!(formatter, ".{name}={value};")?;
            }
            formatter.write_str("}")
        };
        match self {
            Self::Null => formatter.write_str("null"),
            Self::Flag(flag) => write!(formatter, "{flag}"),
            Self::Int32(value) => write!(formatter, "{value}"),
            Self::Int64(value) => write!(formatter, "{value}L"),
            Self::Double(value) => write!(formatter, "{value}d"),
            Self::Text(text) => write!(formatter, "'{text}'"),
            Self::Date(ticks) => write!(formatter, "date({ticks})"),
            Self::DateOffset(ticks, minutes) => write!(formatter, "date({ticks}, {minutes})"),
            Self::Span(ticks) => write!(formatter, "span({ticks})"),
            Self::Guid(guid) => write!(formatter, "guid({guid})"),
            Self::SecretText(_) => formatter.write_str("secret"),
            Self::Secret(_) => formatter.write_str("securestring"),
            Self::List(items) => {
                formatter.write_str("[")?;
                for item in items {
                    write!(formatter, "{item},")?;
                }
                formatter.write_str("]")
            }
            Self::Table(own) => {
                formatter.write_str("@")?;
                members(formatter, own)
            }
            Self::Bag(own) => members(formatter, own),
            Self::Object(class, own) => {
                formatter.write_str(class)?;
                members(formatter, own)
            }
        }
    }
}
