//! The bytes of frames, read back by a decoder that knows only their specification.
use azir_azure::secret::Secret;
use azir_core::output::{
    Field, Record, Shape,
    frame::{self, FRAME_LIMIT},
};
use serde_json::json;

use crate::support::frames::{self, Item};

static PART: Shape = Shape::named("Test.Part");
static WHOLE: Shape = Shape::with(
    "Test.Whole",
    &[("Part", &PART), ("Parts", &PART), ("PartsByName", &PART)],
);

fn text(text: &str) -> Field {
    Field::Text(text.to_owned())
}

fn one(record: Record) -> (Vec<frames::Layout>, Item) {
    let frames = frame::objects(&[record]);
    assert_eq!(frames.len(), 1);
    let mut own = frames::objects(&frames[0]).unwrap();
    assert_eq!(own.results.len(), 1);
    (own.layouts, own.results.remove(0))
}

fn bare(field: Field) -> Item {
    let (layouts, item) = one(Record::bare(field));
    assert!(layouts.is_empty());
    item
}

#[test]
fn each_value_comes_back_as_what_it_was() {
    let date = || "2026-02-28T23:59:59.1234567+02:00".to_owned();
    let guid = "00112233-4455-6677-8899-aabbccddeeff";
    let long = "ä😀".repeat(100);
    let secret = || Secret::new("planted".to_owned());
    for (field, item) in [
        (Field::Null, Item::Null),
        (Field::Flag(false), Item::Flag(false)),
        (Field::Flag(true), Item::Flag(true)),
        (Field::Integer(-1), Item::Int32(-1)),
        (Field::Integer(i64::from(i32::MAX)), Item::Int32(i32::MAX)),
        (Field::Integer(i64::from(i32::MIN)), Item::Int32(i32::MIN)),
        (Field::Integer(1 << 31), Item::Int64(1 << 31)),
        (Field::Integer(i64::MIN), Item::Int64(i64::MIN)),
        (Field::Real(-0.5), Item::Double(-0.5)),
        (Field::Real(f64::INFINITY), Item::Double(f64::INFINITY)),
        (text(""), Item::Text(String::new())),
        (text("a\0\n_x0041_<&"), Item::Text("a\0\n_x0041_<&".into())),
        (text(&long), Item::Text(long.clone())),
        (Field::Date(date()), Item::Date(639_079_127_991_234_567)),
        (
            Field::DateOffset(date()),
            Item::DateOffset(639_079_199_991_234_567, 120),
        ),
        (
            Field::Span("-P1DT2H3M4.5S".into()),
            Item::Span(-937_845_000_000),
        ),
        (Field::Guid(guid.into()), Item::Guid(guid.into())),
        (Field::List(Vec::new()), Item::List(Vec::new())),
        (
            Field::List(vec![Field::Null, text("b")]),
            Item::List(vec![Item::Null, Item::Text("b".into())]),
        ),
        (
            Field::Table(vec![
                ("z".into(), Field::Integer(1)),
                ("a".into(), Field::Null),
            ]),
            Item::Table(vec![("z".into(), Item::Int32(1)), ("a".into(), Item::Null)]),
        ),
        (
            Field::Object(vec![("ä".into(), Field::Object(Vec::new()))]),
            Item::Bag(vec![("ä".into(), Item::Bag(Vec::new()))]),
        ),
        (Field::Secret(secret()), Item::SecretText("planted".into())),
        (
            Field::SecureString(secret()),
            Item::Secret("planted".into()),
        ),
    ] {
        assert_eq!(bare(field), item);
    }
}

#[test]
fn dates_spans_and_guids_that_are_none_stay_text() {
    for field in [
        Field::Date("soon".into()),
        Field::DateOffset("soon".into()),
        Field::Span("soon".into()),
        Field::Guid("soon".into()),
    ] {
        assert_eq!(bare(field), Item::Text("soon".into()));
    }
}

#[test]
fn the_bytes_are_the_specified_ones() {
    let record = Record::new(
        &WHOLE,
        vec![
            ("Name".into(), text("n")),
            ("At".into(), Field::Date("0001-01-01T00:00:01Z".into())),
            (
                "Id".into(),
                Field::Guid("00112233-4455-6677-8899-aabbccddeeff".into()),
            ),
            ("Count".into(), Field::Integer(258)),
        ],
    );
    let mut expected = Vec::new();
    expected.extend([1, 10]);
    expected.extend(b"Test.Whole");
    expected.extend(b"\x04\x04Name\x02At\x02Id\x05Count");
    expected.extend([1, 14, 0]);
    expected.extend(b"\x06\x01n");
    expected.extend([7, 0x80, 0x96, 0x98, 0, 0, 0, 0, 0]);
    expected.push(10);
    expected.extend((0..16).map(|digit| digit * 0x11_u8));
    expected.extend([3, 2, 1, 0, 0]);
    assert_eq!(*frame::objects(&[record])[0], expected);
}

#[test]
fn each_layout_is_written_once_and_members_may_differ() {
    let part = |name: &str| Field::Object(vec![("Name".into(), text(name))]);
    let longer = Field::Object(vec![
        ("Name".into(), text("b")),
        ("More".into(), Field::Null),
    ]);
    let whole = |parts: Vec<Field>| {
        Record::new(
            &WHOLE,
            vec![
                ("Part".into(), part("a")),
                ("Parts".into(), Field::List(parts)),
                ("Bag".into(), part("c")),
            ],
        )
    };
    let records = [
        whole(vec![part("a"), longer, text("odd")]),
        Record::null(),
        whole(Vec::new()),
        Record::new(
            &WHOLE,
            vec![(
                "PartsByName".into(),
                Field::Table(vec![("own".into(), part("d"))]),
            )],
        ),
    ];
    let frames = frame::objects(&records);
    let own = frames::objects(&frames[0]).unwrap();
    let layout = |class: &str, members: &[&str]| {
        let members: Vec<String> = members.iter().map(ToString::to_string).collect();
        (class.to_owned(), members)
    };
    assert_eq!(
        own.layouts,
        [
            layout("Test.Whole", &["Part", "Parts", "Bag"]),
            layout("Test.Part", &["Name"]),
            layout("Test.Part", &["Name", "More"]),
            layout("Test.Whole", &["PartsByName"]),
        ]
    );
    let lines: Vec<String> = own.results.iter().map(ToString::to_string).collect();
    assert_eq!(
        lines,
        [
            "Test.Whole{.Part=Test.Part{.Name='a';};.Parts=[Test.Part{.Name='a';},Test.Part{.Name='b';.More=null;},\
             'odd',];.Bag={.Name='c';};}",
            "null",
            "Test.Whole{.Part=Test.Part{.Name='a';};.Parts=[];.Bag={.Name='c';};}",
            "Test.Whole{.PartsByName=@{.own=Test.Part{.Name='d';};};}",
        ]
    );
}

#[test]
fn frames_stay_below_their_limit_and_lose_nothing() {
    let records: Vec<Record> = (0..5000)
        .map(|number| {
            let mut members = vec![("Name".into(), text(&format!("{number:0150}")))];
            if number % 1000 == 999 {
                members.push((format!("Extra{number}").into(), Field::Null));
            }
            Record::new(&WHOLE, members)
        })
        .collect();
    let frames = frame::objects(&records);
    assert_eq!(frames.len(), 3);
    let mut names = Vec::new();
    for bytes in &frames {
        assert!(bytes.len() < FRAME_LIMIT);
        for result in frames::objects(bytes).unwrap().results {
            names.push(result.member("Name").unwrap().as_text().unwrap().to_owned());
        }
    }
    assert!((0..5000).all(|number| names[number] == format!("{number:0150}")));
    assert_eq!(names.len(), 5000);
}

#[test]
fn one_object_above_the_limit_has_a_frame_of_its_own() {
    let named = |name: &str| Record::new(&PART, vec![("Name".into(), text(name))]);
    let large = "x".repeat(2 * FRAME_LIMIT);
    let frames = frame::objects(&[named("a"), named(&large), named("b")]);
    let lengths: Vec<usize> = frames
        .iter()
        .map(|bytes| frames::objects(bytes).unwrap().results.len())
        .collect();
    assert_eq!(lengths, [1, 1, 1]);
}

#[test]
fn nothing_to_write_makes_no_frame() {
    assert!(frame::objects(&[]).is_empty());
}

#[test]
fn a_message_is_a_table_in_the_order_of_its_members() {
    let message = json!({"frame": "error", "data": {"StatusCode": 404}, "target": null,
        "tags": ["a", true, 0.5, 5_000_000_000_i64]});
    assert_eq!(
        frames::message(&frame::message(&message))
            .unwrap()
            .to_string(),
        "@{.frame='error';.data=@{.StatusCode=404;};.target=null;.tags=['a',true,0.5d,5000000000L,];}"
    );
}

#[test]
fn a_frame_that_was_cut_is_no_frame() {
    let members = vec![
        (
            "Part".into(),
            Field::Object(vec![("Name".into(), text("a"))]),
        ),
        ("List".into(), Field::List(vec![Field::Integer(1)])),
    ];
    let frame = &frame::objects(&[Record::new(&WHOLE, members)])[0];
    assert!(frames::objects(frame).is_ok());
    for length in 0..frame.len() {
        assert!(frames::objects(&frame[..length]).is_err(), "{length}");
    }
}
