// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The pages, and the way in for a browser. The router of the API is given by whoever joins the parts.

mod pages;
mod pairing;

use std::{
    future::{Future, IntoFuture},
    io,
    net::SocketAddr,
    time::Duration,
};

use axum::{Router, extract::DefaultBodyLimit, http::HeaderValue};
use tower_http::set_header::SetResponseHeaderLayer;

pub use pairing::Pairing;

/// Only what this program serves itself: no script in a page, nothing from another host.
const CONTENT_POLICY: &str = "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; \
    style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

/// A frame of 4096 × 2304 grey pixels and an import of 8 MiB fit; nothing larger is read.
const BODY_BYTES_MAX: usize = 10 * 1024 * 1024;

/// The pages and the API as one origin.
pub fn site(api: Router) -> Router {
    let header = |name: &'static str, value: &'static str| {
        SetResponseHeaderLayer::overriding(axum::http::HeaderName::from_static(name), HeaderValue::from_static(value))
    };
    // What the API answers may be a secret that is shown once: no cache keeps it.
    let unkept =
        SetResponseHeaderLayer::if_not_present(axum::http::header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    api.layer(unkept)
        .fallback(pages::page)
        .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
        .layer(header("content-security-policy", CONTENT_POLICY))
        .layer(header("x-content-type-options", "nosniff"))
        .layer(header("referrer-policy", "no-referrer"))
        .layer(header("permissions-policy", "camera=(self), microphone=(), geolocation=()"))
}

/// What was begun is given so long to end. A page that listens for changes would never hang up by itself.
const FAREWELL: Duration = Duration::from_secs(3);

/// Serves a site until told to stop; what was begun is finished, within three seconds.
///
/// # Errors
/// When the address is taken or the listener fails.
pub async fn serve(
    address: SocketAddr,
    site: Router,
    ready: impl FnOnce(SocketAddr),
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let listener = tokio::net::TcpListener::bind(address).await?;
    ready(listener.local_addr()?);
    let (told, stopped) = tokio::sync::oneshot::channel();
    let stop = async move {
        stop.await;
        // Nobody waiting any more is as good.
        let _ = told.send(());
    };
    let farewell = async move {
        let _ = stopped.await;
        tokio::time::sleep(FAREWELL).await;
    };
    tokio::select! {
        served = axum::serve(listener, site).with_graceful_shutdown(stop).into_future() => served,
        () = farewell => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use std::{io::Write, net::TcpStream};

    use super::*;

    #[tokio::test]
    async fn no_cache_keeps_what_the_api_answers_and_pages_say_themselves_how_long_they_hold() {
        use axum::{body::Body, http::Request, routing::get};
        use tower::ServiceExt;
        let site = site(Router::new().route("/api/me", get(|| async { "a secret" })));
        let cache = async |path: &str| {
            let request = Request::get(path).body(Body::empty()).expect("a request");
            let answer = site.clone().oneshot(request).await.expect("a router never fails");
            answer.headers().get("cache-control").map(|c| c.to_str().expect("text").to_owned())
        };
        assert_eq!(cache("/api/me").await.as_deref(), Some("no-store"));
        assert_eq!(cache("/nothing-of-that-name").await, None);
    }

    #[tokio::test]
    async fn a_page_that_stays_connected_does_not_keep_the_station_open() {
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let (tell, told) = tokio::sync::oneshot::channel();
        let (asked, arrived) = tokio::sync::watch::channel(());
        let listen = move || {
            asked.send_replace(());
            std::future::pending::<()>()
        };
        let site = Router::new().route("/", axum::routing::get(listen));
        let ready = |address| tell.send(address).expect("somebody waits");
        let served = tokio::spawn(serve(([127, 0, 0, 1], 0).into(), site, ready, async {
            let _ = stopped.await;
        }));
        let mut page = TcpStream::connect(told.await.expect("ready")).expect("connected");
        page.write_all(b"GET / HTTP/1.1\r\nhost: a\r\n\r\n").expect("sent");
        arrived.clone().changed().await.expect("the page is listening");
        stop.send(()).expect("it still serves");
        served.await.expect("no panic").expect("no fault");
    }
}
