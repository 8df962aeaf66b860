//! Decisions from an input: each byte decides something, and an input that is used up decides for the usual.

/// An input and how far it is read.
#[derive(Clone, Copy, Debug)]
pub struct Bytes<'b>(&'b [u8]);

/// Texts that programs have trouble with.
const ODD: &[&str] = &[
    "",
    " ",
    "\0",
    "\u{1b}[2J",
    "\u{202e}",
    "\u{FEFF}",
    "😀",
    "é",
    "İ",
    "ß",
    "../..",
    "a/b",
    "%00",
    "%2e%2e/",
    "*",
    "[",
    "[]",
    "[a-",
    "{}",
    "null",
    "true",
    "0",
    "-1",
    "9223372036854775807",
    "9223372036854775808",
    "18446744073709551615",
    "1e308",
    "NaN",
    "2026-02-30T00:00:00Z",
    "9999-12-31T23:59:59.9999999+14:00",
    "0001-01-01T00:00:00-14:00",
    "P9999999999D",
    "-P1DT2H",
    "PT1.5S",
    "00000000-0000-0000-0000-000000000000",
    "https://evil.example/x",
    "http://127.0.0.1:1/",
    "https://[::1]:99999/",
    "file:///etc/passwd",
    "/subscriptions/s/resourceGroups/g/providers/Microsoft.DataFactory/factories/f/integrationRuntimes/i",
    "SelfHosted",
    "Managed",
    "Succeeded",
    "Failed",
    "InProgress",
    "Bearer error=\"insufficient_claims\", claims=\"eyJhIjoxfQ\"",
    "Bearer authorization_uri=\"https://login.windows.net/11111111-1111-4111-8111-111111111111\"",
    "Basic realm=\"/tmp/x\"",
];

impl<'b> Bytes<'b> {
    /// An input from its beginning.
    #[must_use]
    pub const fn new(input: &'b [u8]) -> Self {
        Self(input)
    }

    /// Whether everything is read.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The next byte; 0 behind the end.
    pub fn byte(&mut self) -> u8 {
        match self.0.split_first() {
            Some((first, rest)) => {
                self.0 = rest;
                *first
            }
            None => 0,
        }
    }

    /// A number below `limit`, which is not 0; 0 behind the end.
    pub fn below(&mut self, limit: usize) -> usize {
        let number = if limit <= 256 {
            usize::from(self.byte())
        } else {
            usize::from(self.byte()) << 8 | usize::from(self.byte())
        };
        number % limit
    }

    /// True in `part` of 256 cases; false behind the end.
    pub fn chance(&mut self, part: u8) -> bool {
        !self.is_empty() && self.byte() < part
    }

    /// One of `all`, which is not empty; the first behind the end.
    pub fn pick<'a, T: ?Sized>(&mut self, all: &'a [&'a T]) -> &'a T {
        all[self.below(all.len())]
    }

    /// Up to `length` of the bytes that are left.
    pub fn take(&mut self, length: usize) -> &'b [u8] {
        let (own, rest) = self.0.split_at(length.min(self.0.len()));
        self.0 = rest;
        own
    }

    /// All that is left.
    pub fn rest(&mut self) -> &'b [u8] {
        self.take(usize::MAX)
    }

    /// A text: an odd one, a very long one, or one of the input's own.
    pub fn text(&mut self) -> String {
        match self.byte() % 8 {
            0 => {
                let length = 1 << self.below(15);
                let of = self.pick(ODD);
                let of = if of.is_empty() { "x" } else { of };
                of.chars().cycle().take(length).collect()
            }
            1..=4 => self.pick(ODD).to_owned(),
            _ => {
                let length = self.below(64);
                String::from_utf8_lossy(self.take(length)).into_owned()
            }
        }
    }

    /// A whole number, mostly near a limit.
    pub fn integer(&mut self) -> i64 {
        const EDGES: [i64; 10] = [
            0,
            1,
            -1,
            i64::MAX,
            i64::MIN,
            2_147_483_647,
            2_147_483_648,
            -2_147_483_649,
            253_402_300_800,
            1_000_000_000_000,
        ];
        if self.chance(200) {
            EDGES[self.below(EDGES.len())]
        } else {
            let mut own = [0; 8];
            let taken = self.take(8);
            own[..taken.len()].copy_from_slice(taken);
            i64::from_le_bytes(own)
        }
    }
}
