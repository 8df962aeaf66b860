//! How long an answer may take and how large it may be.
//!
//! A server that stays silent, sends a byte now and then, or never comes to an end must not hold a caller for ever, and
//! a page of a proxy must not fill the memory.

use std::{error::Error as StdError, fmt, sync::Arc, time::Duration};

use async_trait::async_trait;
use azure_core::{
    error::ErrorKind,
    http::{AsyncRawResponse, HttpClient, Request},
};
use futures::StreamExt;
use tokio::time::{Instant, timeout};

use super::transport::Route;
use crate::error::{ErrorContext, Result};

/// Silence for longer than this is no answer, unless the caller says otherwise.
pub const SILENCE: Duration = Duration::from_secs(100);
/// An answer as a whole may take this many times the silence that is borne.
pub const WHOLE: u32 = 3;
/// The longest silence that a caller can ask for, in seconds.
pub const LONGEST: u64 = 3600;
/// The largest body that is read. No page of a list comes near to it.
pub const LARGEST: usize = 32 << 20;
/// What is read of an error's body, and of one that is no JSON; the rest is left.
pub const LARGEST_REFUSAL: usize = 1 << 20;

/// The times that an answer has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The longest silence: before the head, and between two pieces of the body.
    pub silence: Duration,
    /// The longest time from the request to the end of the answer.
    pub whole: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self::bearing(SILENCE)
    }
}

impl Limits {
    /// The limits of a caller who bears this silence.
    #[must_use]
    pub fn bearing(silence: Duration) -> Self {
        Self {
            silence,
            whole: silence * WHOLE,
        }
    }

    /// The limits on `route`.
    ///
    /// # Errors
    /// `InvalidInput` when the route's patience is not a number of seconds.
    pub fn on(route: &Route) -> Result<Self> {
        let Some(text) = &route.patience else {
            return Ok(Self::default());
        };
        match text.trim().parse() {
            Ok(seconds @ 1..=LONGEST) => Ok(Self::bearing(Duration::from_secs(seconds))),
            _ => Err(ErrorContext::UnusablePatience {
                text: text.clone(),
                longest: LONGEST,
            }
            .into()),
        }
    }
}

/// Why an answer was not read to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// The server was silent for this long.
    Silent(Duration),
    /// The answer was not complete after this long.
    Slow(Duration),
    /// Its body is larger than what is read.
    Large(usize),
    /// It says its length in two ways that exclude each other, as smuggled answers do.
    TwoLengths,
}

impl fmt::Display for Cut {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Silent(limit) => write!(formatter, "no answer within {} s", limit.as_secs()),
            Self::Slow(limit) => write!(formatter, "no end after {} s", limit.as_secs()),
            Self::Large(limit) => write!(formatter, "more than {limit} bytes"),
            Self::TwoLengths => formatter.write_str("two lengths"),
        }
    }
}

impl StdError for Cut {}

impl From<Cut> for azure_core::Error {
    fn from(cut: Cut) -> Self {
        Self::with_error(ErrorKind::Io, cut, "the answer was not read to its end")
    }
}

/// A client whose answers come whole and within the limits, or not at all.
#[derive(Debug)]
pub struct LimitedClient {
    client: Arc<dyn HttpClient>,
    limits: Limits,
}

impl LimitedClient {
    /// What `client` answers, within `limits`.
    #[must_use]
    pub fn new(client: Arc<dyn HttpClient>, limits: Limits) -> Self {
        Self { client, limits }
    }
}

#[async_trait]
impl HttpClient for LimitedClient {
    async fn execute_request(&self, request: &Request) -> azure_core::Result<AsyncRawResponse> {
        let Limits { silence, whole } = self.limits;
        let end = Instant::now() + whole;
        let answer = timeout(silence, self.client.execute_request(request))
            .await
            .map_err(|_| Cut::Silent(silence))??;
        let (status, headers, mut stream) = answer.deconstruct();
        let has = |name| super::header(&headers, name).is_some();
        if has("transfer-encoding") && has("content-length") {
            return Err(Cut::TwoLengths.into());
        }
        let refused = u16::from(status) >= 400;
        let mut body = Vec::new();
        let mut first = None;
        loop {
            let left = end.saturating_duration_since(Instant::now());
            let piece = timeout(silence.min(left), stream.next())
                .await
                .map_err(|_| {
                    if left < silence {
                        Cut::Slow(whole)
                    } else {
                        Cut::Silent(silence)
                    }
                })?;
            let Some(piece) = piece.transpose()? else {
                break;
            };
            // What comes without a pause never waits, and so meets no timer.
            if Instant::now() >= end {
                return Err(Cut::Slow(whole).into());
            }
            body.extend_from_slice(&piece);
            // Only the new piece is looked at: a body may be blank for long.
            first = first.or_else(|| piece.trim_ascii_start().first().copied());
            // An error's text is cut later on; a page of HTML is none of Azure's answers.
            let limit = if refused || first == Some(b'<') {
                LARGEST_REFUSAL
            } else {
                LARGEST
            };
            if body.len() <= limit {
                continue;
            }
            if limit == LARGEST {
                return Err(Cut::Large(limit).into());
            }
            body.truncate(limit);
            break;
        }
        Ok(AsyncRawResponse::from_bytes(status, headers, body))
    }
}

#[cfg(test)]
mod tests {
    use azure_core::{
        Bytes,
        http::{Method, Url, headers::Headers, response::PinnedStream},
    };
    use futures::stream;

    use super::*;

    /// Answers with a piece, then others after a pause each.
    #[derive(Clone, Debug)]
    struct Server {
        status: u16,
        headers: Vec<(&'static str, &'static str)>,
        piece: &'static [u8],
        pause: Duration,
        pieces: usize,
    }

    #[async_trait]
    impl HttpClient for Server {
        async fn execute_request(&self, _: &Request) -> azure_core::Result<AsyncRawResponse> {
            if self.pieces == 0 {
                tokio::time::sleep(self.pause).await;
            }
            let Self { piece, pause, .. } = *self;
            let body: PinnedStream =
                Box::pin(stream::iter(0..self.pieces).then(move |_| async move {
                    if !pause.is_zero() {
                        tokio::time::sleep(pause).await;
                    }
                    Ok(Bytes::from_static(piece))
                }));
            let mut headers = Headers::new();
            for (name, value) in &self.headers {
                headers.insert(*name, *value);
            }
            Ok(AsyncRawResponse::new(self.status.into(), headers, body))
        }
    }

    fn server() -> Server {
        Server {
            status: 200,
            headers: Vec::new(),
            piece: b"x",
            pause: Duration::ZERO,
            pieces: 1,
        }
    }

    /// What comes of a request to `server`, and after how long.
    async fn ask(server: Server) -> (azure_core::Result<Vec<u8>>, Duration) {
        let client = LimitedClient::new(Arc::new(server), Limits::default());
        let url = Url::parse("https://management.azure.com/x").unwrap();
        let began = Instant::now();
        let outcome = client
            .execute_request(&Request::new(url, Method::Get))
            .await;
        let body = match outcome {
            Ok(answer) => Ok(answer.into_body().collect().await.unwrap().to_vec()),
            Err(error) => Err(error),
        };
        (body, began.elapsed())
    }

    fn cut(error: &azure_core::Error) -> Cut {
        *StdError::source(error)
            .and_then(|source| source.downcast_ref::<Cut>())
            .unwrap()
    }

    #[tokio::test(start_paused = true)]
    async fn silence_before_the_head_and_between_bytes_ends() {
        let before = Server {
            pieces: 0,
            pause: SILENCE * 2,
            ..server()
        };
        let between = Server {
            pause: SILENCE * 2,
            ..server()
        };
        for silent in [before, between] {
            let (outcome, took) = ask(silent).await;
            assert_eq!(cut(&outcome.unwrap_err()), Cut::Silent(SILENCE));
            assert!(took >= SILENCE && took < SILENCE * 2);
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_byte_now_and_then_ends() {
        let dribble = Server {
            pause: Duration::from_secs(3),
            pieces: 10_000,
            ..server()
        };
        let (outcome, took) = ask(dribble).await;
        assert_eq!(cut(&outcome.unwrap_err()), Cut::Slow(SILENCE * WHOLE));
        assert!(took.abs_diff(SILENCE * WHOLE) < Duration::from_secs(1));
    }

    #[tokio::test(start_paused = true)]
    async fn a_slow_answer_that_ends_is_read() {
        let slow = Server {
            pause: Duration::from_secs(20),
            pieces: 10,
            ..server()
        };
        assert_eq!(ask(slow).await.0.unwrap(), b"xxxxxxxxxx");
    }

    #[tokio::test]
    async fn a_body_is_read_up_to_a_limit() {
        static MEBIBYTE: [u8; 1 << 20] = [b'x'; 1 << 20];
        static PAGE: [u8; 1 << 20] = [b'<'; 1 << 20];
        let large = Server {
            piece: &MEBIBYTE,
            pieces: 33,
            ..server()
        };
        let refusal = Server {
            status: 500,
            ..large.clone()
        };
        let page = Server {
            piece: &PAGE,
            ..large.clone()
        };
        assert_eq!(
            cut(&ask(large.clone()).await.0.unwrap_err()),
            Cut::Large(LARGEST)
        );
        for cut_off in [refusal, page] {
            assert_eq!(ask(cut_off).await.0.unwrap().len(), LARGEST_REFUSAL);
        }
        let fits = Server {
            pieces: 32,
            ..large
        };
        assert_eq!(ask(fits).await.0.unwrap().len(), LARGEST);
    }

    #[tokio::test]
    async fn a_blank_body_in_small_pieces_takes_no_time() {
        let blank = Server {
            piece: &[b' '; 1024],
            pieces: 33 << 10,
            ..server()
        };
        let (outcome, took) = ask(blank).await;
        assert_eq!(cut(&outcome.unwrap_err()), Cut::Large(LARGEST));
        assert!(took < Duration::from_secs(10), "{took:?}");
    }

    #[tokio::test]
    async fn two_lengths_are_refused() {
        let two = Server {
            headers: vec![("content-length", "3"), ("transfer-encoding", "chunked")],
            ..server()
        };
        assert_eq!(cut(&ask(two).await.0.unwrap_err()), Cut::TwoLengths);
    }

    #[test]
    fn patience_is_a_number_of_seconds() {
        let on = |text: &str| {
            Limits::on(&Route {
                patience: Some(text.to_owned()),
                ..Route::default()
            })
        };
        assert_eq!(
            on(" 7 ").unwrap(),
            Limits {
                silence: Duration::from_secs(7),
                whole: Duration::from_secs(21),
            }
        );
        for bad in ["0", "3601", "-1", "soon", "1.5", ""] {
            assert!(on(bad).is_err(), "{bad}");
        }
    }
}
