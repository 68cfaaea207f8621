// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! `varco://localhost/…`: the page's requests go to the same router that a server would have, in this process. No port is
//! opened, and page and API are one origin.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Request, Response, StatusCode, Uri};
use http_body_util::BodyExt;
use tauri::{Runtime, UriSchemeContext, UriSchemeResponder, Url};
use tower::ServiceExt;

use crate::cli::Mode;

/// The name of the scheme.
pub const NAME: &str = "varco";

/// What a page may load and ask: this origin, and pictures that it made itself.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; \
     font-src 'self'; media-src 'self' blob:; connect-src 'self'; worker-src 'self' blob:; frame-src 'self' blob:; \
     base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
);

/// A page may not say who it is: what begins like this comes from a paired station over TCP, never from a window. A bearer
/// token is no claim: the core itself gave it to whoever signed in at the office's pages, and looks it up.
const ACTOR_HEADERS: &[&str] = &["x-varco-", "cookie", "forwarded", "x-forwarded-"];

const EVENT_STREAM: &str = "text/event-stream";

/// How long a page waits for news before it asks again.
const NEWS_WAIT: Duration = Duration::from_secs(20);

/// How soon a page asks again after news, in milliseconds, as EventSource reads it.
const NEWS_RETRY: &str = "retry: 50\n\n";

/// Tells the router on whose behalf a request comes, by the label of the window.
pub type Stamp = Arc<dyn Fn(&str, &mut Parts) + Send + Sync>;

/// The page of a mode.
pub fn page(mode: Mode) -> tauri::Result<Url> {
    format!("{NAME}://localhost/{mode}/").parse().map_err(tauri::Error::InvalidUrl)
}

/// Whether an address is one of our pages. Windows has no schemes of an app's own and shows `varco` as a host.
pub fn is_ours(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    (url.scheme() == NAME && host == "localhost")
        || (matches!(url.scheme(), "http" | "https") && host.strip_suffix(".localhost") == Some(NAME))
}

/// The handler of the scheme.
pub fn answer<R: Runtime>(
    router: Router,
    stamp: Stamp,
) -> impl Fn(UriSchemeContext<'_, R>, Request<Vec<u8>>, UriSchemeResponder) + Send + Sync + 'static {
    let desk = Arc::new(Desk { router, stamp, streams: Mutex::default() });
    move |context, request, responder| {
        let (desk, label) = (Arc::clone(&desk), context.webview_label().to_owned());
        tauri::async_runtime::spawn(async move {
            responder.respond(desk.answer(&label, request).await);
        });
    }
}

/// Where the requests of all windows arrive.
struct Desk {
    router: Router,
    stamp: Stamp,
    /// Streams of news that were cut after some news, by window and path, so that nothing is lost until the page asks again.
    streams: Mutex<HashMap<String, Body>>,
}

impl Desk {
    async fn answer(&self, label: &str, request: Request<Vec<u8>>) -> Response<Vec<u8>> {
        let name = format!("{label} {}", request.uri());
        let waiting = self.streams.lock().unwrap_or_else(PoisonError::into_inner).remove(&name);
        let (mut parts, body) = match waiting {
            Some(body) => (event_stream(), body),
            None => match self.router.clone().oneshot(prepare(label, request, &self.stamp)).await {
                Ok(response) => response.into_parts(),
                Err(never) => match never {},
            },
        };
        let kind = parts.headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        if kind.starts_with(EVENT_STREAM) {
            let (text, rest) = news(body).await;
            if let Some(rest) = rest {
                self.streams.lock().unwrap_or_else(PoisonError::into_inner).insert(name, rest);
            }
            return Response::from_parts(parts, text);
        }
        if kind.starts_with("text/html") {
            parts.headers.entry(CONTENT_SECURITY_POLICY).or_insert(POLICY);
        }
        match body.collect().await {
            Ok(all) => Response::from_parts(parts, all.to_bytes().to_vec()),
            Err(error) => {
                tracing::error!(%error, "an answer to the page broke off");
                let mut broken = Response::new(Vec::new());
                *broken.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
                broken
            }
        }
    }
}

fn event_stream() -> axum::http::response::Parts {
    let mut parts = Response::new(()).into_parts().0;
    parts.headers.insert(CONTENT_TYPE, HeaderValue::from_static(EVENT_STREAM));
    parts
}

/// Leaves of a page's request what a page may say, and adds who it is.
fn prepare(label: &str, request: Request<Vec<u8>>, stamp: &Stamp) -> Request<Body> {
    let (mut parts, body) = request.into_parts();
    let claims: Vec<_> = parts.headers.keys().filter(|name| is_claim(name.as_str())).cloned().collect();
    for name in claims {
        parts.headers.remove(name);
    }
    if let Some(path) = parts.uri.path_and_query() {
        parts.uri = Uri::from(path.clone());
    }
    stamp(label, &mut parts);
    Request::from_parts(parts, Body::from(body))
}

fn is_claim(header: &str) -> bool {
    ACTOR_HEADERS.iter().any(|start| header.starts_with(start))
}

/// The scheme can only give whole answers, and a stream of news has no end. So it is cut after the first news, or after a
/// while without; EventSource asks again by itself and gets what is left.
async fn news(mut body: Body) -> (Vec<u8>, Option<Body>) {
    let mut text = Vec::new();
    let end = tokio::time::Instant::now() + NEWS_WAIT;
    let rest = loop {
        if is_news(&text) {
            break Some(body);
        }
        match tokio::time::timeout_at(end, body.frame()).await {
            Ok(Some(Ok(frame))) => text.extend(frame.into_data().unwrap_or_default()),
            Ok(Some(Err(_)) | None) => break None,
            Err(_) => break Some(body),
        }
    };
    ([NEWS_RETRY.as_bytes(), &text].concat(), rest)
}

/// Some event is complete. A comment (`: …`) only keeps a connection open.
fn is_news(text: &[u8]) -> bool {
    let says = |line: &[u8]| line.starts_with(b"data") || line.starts_with(b"event");
    text.ends_with(b"\n\n") && text.split(|byte| *byte == b'\n').any(says)
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use axum::body::Bytes;
    use axum::extract::Extension;
    use axum::http::HeaderMap;
    use axum::routing::{get, post};

    use super::*;

    #[derive(Clone)]
    struct Label(String);

    fn desk(router: Router) -> Desk {
        let stamp: Stamp = Arc::new(|label: &str, parts: &mut Parts| {
            parts.extensions.insert(Label(label.to_owned()));
        });
        Desk { router, stamp, streams: Mutex::default() }
    }

    async fn ask(router: Router, request: Request<Vec<u8>>) -> Response<Vec<u8>> {
        desk(router).answer("entrance", request).await
    }

    fn request(method: &str, path: &str) -> axum::http::request::Builder {
        Request::builder().method(method).uri(format!("varco://localhost{path}"))
    }

    #[tokio::test]
    async fn a_body_arrives_whole_and_its_answer_comes_back_whole() {
        let router = Router::new().route("/echo", post(|body: Bytes| async move { body }));
        let frame: Vec<u8> = (0..1280 * 720).map(|i| (i % 251) as u8).collect();
        let answer = ask(router, request("POST", "/echo?w=1280").body(frame.clone()).unwrap()).await;
        assert_eq!(answer.status(), StatusCode::OK);
        assert_eq!(answer.body(), &frame);
    }

    #[tokio::test]
    async fn a_page_is_known_by_its_window_and_not_by_what_it_says() {
        let who = get(|Extension(Label(label)): Extension<Label>, headers: HeaderMap| async move {
            let mut names: Vec<_> = headers.keys().map(ToString::to_string).collect();
            names.sort();
            format!("{label}: {}", names.join(" "))
        });
        let claim = request("GET", "/who")
            .header("x-varco-actor", "administrator")
            .header("Forwarded", "for=10.0.0.1")
            .header("Cookie", "session=1")
            .header("Authorization", "Bearer x")
            .header("Accept-Language", "it")
            .body(Vec::new())
            .unwrap();
        let answer = ask(Router::new().route("/who", who), claim).await;
        assert_eq!(text(answer), "entrance: accept-language authorization");
    }

    #[tokio::test]
    async fn what_does_not_exist_is_not_found() {
        assert_eq!(
            ask(Router::new(), request("GET", "/x").body(Vec::new()).unwrap()).await.status(),
            StatusCode::NOT_FOUND
        );
    }

    #[tokio::test]
    async fn a_page_carries_the_policy_and_data_does_not() {
        let router = Router::new()
            .route("/p", get(|| async { axum::response::Html("<p>") }))
            .route("/d", get(|| async { axum::Json(1) }));
        let page = ask(router.clone(), request("GET", "/p").body(Vec::new()).unwrap()).await;
        assert!(page.headers()[CONTENT_SECURITY_POLICY].to_str().unwrap().contains("default-src 'none'"));
        let data = ask(router, request("GET", "/d").body(Vec::new()).unwrap()).await;
        assert!(!data.headers().contains_key(CONTENT_SECURITY_POLICY));
    }

    /// A router with news that the test tells it, and that have no end.
    fn newsroom(capacity: usize) -> (tokio::sync::mpsc::Sender<Result<&'static str, Infallible>>, Router) {
        let (sender, receiver) = tokio::sync::mpsc::channel(capacity);
        let once = Arc::new(Mutex::new(Some(receiver)));
        let stream = get(move || async move {
            let receiver = once.lock().unwrap().take().expect("the stream is opened once and then kept");
            let body = Body::from_stream(tokio_stream::wrappers::ReceiverStream::new(receiver));
            ([(CONTENT_TYPE, EVENT_STREAM)], body)
        });
        (sender, Router::new().route("/news", stream))
    }

    fn text(response: Response<Vec<u8>>) -> String {
        String::from_utf8(response.into_body()).unwrap()
    }

    #[tokio::test(start_paused = true)]
    async fn news_are_given_at_once_and_none_is_lost_between_two_requests() {
        let (sender, router) = newsroom(8);
        let desk = desk(router);
        for part in [": here\n\n", "event: ready\n", "data: 1\n\n", "data: 2\n\n"] {
            sender.send(Ok(part)).await.unwrap();
        }
        let ask = || async { text(desk.answer("entrance", request("GET", "/news").body(Vec::new()).unwrap()).await) };
        assert_eq!(ask().await, "retry: 50\n\n: here\n\nevent: ready\ndata: 1\n\n");
        assert_eq!(ask().await, "retry: 50\n\ndata: 2\n\n");
        assert_eq!(ask().await, NEWS_RETRY, "a quiet stream ends without news");
        sender.send(Ok("data: 3\n\n")).await.unwrap();
        assert_eq!(ask().await, "retry: 50\n\ndata: 3\n\n");
    }

    #[test]
    fn only_our_own_pages_are_ours() {
        let is = |url: &str| is_ours(&url.parse().unwrap());
        assert!(is("varco://localhost/entrance/"));
        assert!(is("http://varco.localhost/entrance/"));
        assert!(!is("varco://elsewhere/entrance/"));
        assert!(!is("https://varco.localhost.example.org/"));
        assert!(!is("file:///etc/passwd"));
        assert!(!is("https://example.org/"));
    }
}
