//! Results and messages: what the encoder writes, the independent reader of the tests must read again.

use azir_azure::secret::Secret;
use azir_core::output::{Field, Record, Shape, frame};

use crate::{
    bytes::Bytes,
    frames::{self, Item},
    guard::finding,
    json,
};

static INNER: Shape = Shape::named("AzIntegrationRuntime.Inner");
static OUTER: Shape = Shape::with(
    "AzIntegrationRuntime.Outer",
    &[("a", &INNER), ("b", &OUTER)],
);

/// Encodes what `input` says and reads it back; reads `input` itself as a frame.
pub fn run(input: &[u8]) {
    // Bytes that are no frame are refused, never believed.
    let _ = frames::objects(input);
    let _ = frames::message(input);
    let mut bytes = Bytes::new(input);
    let message = json::any(&mut bytes, 4);
    let encoded = frame::message(&message);
    match frames::message(&encoded) {
        Err(reason) if message.is_object() => {
            finding(&format!("a message cannot be read: {reason}"));
        }
        _ => {}
    }
    let records: Vec<Record> = (0..=bytes.below(5)).map(|_| record(&mut bytes)).collect();
    let mut read = Vec::new();
    for encoded in frame::objects(&records) {
        match frames::objects(&encoded) {
            Ok(objects) => read.extend(objects.results),
            Err(reason) => finding(&format!("a frame cannot be read: {reason}")),
        }
    }
    if read.len() != records.len() {
        finding(&format!("{} of {} results came", read.len(), records.len()));
    }
    for (record, item) in records.iter().zip(&read) {
        compare(&record.value, item);
    }
}

fn record(bytes: &mut Bytes<'_>) -> Record {
    let members = |bytes: &mut Bytes<'_>| match object(bytes, 3) {
        Field::Object(members) => members,
        _ => Vec::new(),
    };
    match bytes.byte() % 4 {
        0 => Record::null(),
        1 => Record::bare(field(bytes, 3)),
        2 => Record::new(&INNER, members(bytes)),
        _ => Record::new(&OUTER, members(bytes)),
    }
}

fn object(bytes: &mut Bytes<'_>, depth: usize) -> Field {
    let members = (0..bytes.below(6)).map(|_| {
        let name = bytes.pick(&["a", "b", "c", "Name", "ä"]).to_owned();
        (name.into(), field(bytes, depth))
    });
    Field::Object(members.collect())
}

fn field(bytes: &mut Bytes<'_>, depth: usize) -> Field {
    let inner = depth.saturating_sub(1);
    match bytes.byte() % 14 {
        0 => Field::Null,
        1 => Field::Text(bytes.text()),
        2 => Field::Integer(bytes.integer()),
        3 => Field::Real(f64::from_bits(bytes.integer().cast_unsigned())),
        4 => Field::Flag(bytes.chance(128)),
        5 => Field::Date(bytes.text()),
        6 => Field::DateOffset(bytes.text()),
        7 => Field::Span(bytes.text()),
        8 => Field::Guid(bytes.text()),
        9 if depth > 0 => Field::List((0..bytes.below(9)).map(|_| field(bytes, inner)).collect()),
        10 if depth > 0 => {
            let entries = (0..bytes.below(9)).map(|_| (bytes.text(), field(bytes, inner)));
            Field::Table(entries.collect())
        }
        11 => Field::Secret(Secret::new(bytes.text())),
        12 => Field::SecureString(Secret::new(bytes.text())),
        _ if depth > 0 => object(bytes, inner),
        _ => Field::Null,
    }
}

/// What was written is what is read, as far as the values have one form.
fn compare(field: &Field, item: &Item) {
    let same = match (field, item) {
        (Field::Integer(own), Item::Int32(read)) => *own == i64::from(*read),
        (Field::Integer(own), Item::Int64(read)) => own == read,
        (Field::Real(own), Item::Double(read)) => own.to_bits() == read.to_bits(),
        (Field::Flag(own), Item::Flag(read)) => own == read,
        // A text that does not read as the others stays a text.
        (
            Field::Text(own)
            | Field::Date(own)
            | Field::DateOffset(own)
            | Field::Span(own)
            | Field::Guid(own),
            Item::Text(read),
        ) => own == read,
        (Field::Null, Item::Null)
        | (Field::Date(_), Item::Date(_))
        | (Field::DateOffset(_), Item::DateOffset(..))
        | (Field::Span(_), Item::Span(_)) => true,
        (Field::Guid(own), Item::Guid(read)) => {
            uuid::Uuid::parse_str(own).is_ok_and(|own| own.to_string() == *read)
        }
        (Field::Secret(own), Item::SecretText(read))
        | (Field::SecureString(own), Item::Secret(read)) => own.expose() == read,
        (Field::List(own), Item::List(read)) => {
            own.iter()
                .zip(read)
                .for_each(|(own, read)| compare(own, read));
            own.len() == read.len()
        }
        (Field::Table(own), Item::Table(read)) => {
            own.iter()
                .zip(read)
                .for_each(|((_, own), (_, read))| compare(own, read));
            own.iter()
                .map(|(name, _)| name)
                .eq(read.iter().map(|(name, _)| name))
        }
        (Field::Object(own), Item::Bag(read) | Item::Object(_, read)) => {
            own.iter()
                .zip(read)
                .for_each(|((_, own), (_, read))| compare(own, read));
            own.iter()
                .map(|(name, _)| name.as_ref())
                .eq(read.iter().map(|(name, _)| name.as_str()))
        }
        _ => false,
    };
    if !same {
        finding(&format!("{field:?} was read as {item}"));
    }
}
