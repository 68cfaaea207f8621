// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! A page served over TCP acts for a station only with that station's pairing key.

use axum::{
    Router,
    extract::{Request, State},
    http::{HeaderMap, StatusCode, Uri, header},
    middleware::{Next, from_fn_with_state},
    response::{IntoResponse, Redirect, Response},
};
use sha2::{Digest, Sha256};

const COOKIE: &str = "varco_station";

/// The key of a station: whoever opens `/?pair=KEY` once may use its pages.
#[derive(Clone)]
pub struct Pairing {
    digest: [u8; 32],
}

impl Pairing {
    /// A pairing with this key.
    #[must_use]
    pub fn new(key: &str) -> Self {
        Self { digest: Sha256::digest(key.as_bytes()).into() }
    }

    /// Comparing digests takes the same time however much of a guess is right.
    fn fits(&self, key: &str) -> bool {
        let digest: [u8; 32] = Sha256::digest(key.as_bytes()).into();
        digest == self.digest
    }

    /// Lets only a paired browser through.
    pub fn guard(self, site: Router) -> Router {
        site.layer(from_fn_with_state(self, check))
    }
}

async fn check(State(pairing): State<Pairing>, request: Request, next: Next) -> Response {
    if let Some(key) = in_query(request.uri()) {
        if !pairing.fits(&key) {
            return refused();
        }
        let path = if request.uri().path() == "/" { "/entrance/" } else { request.uri().path() };
        let cookie = format!("{COOKIE}={key}; Path=/; HttpOnly; SameSite=Strict");
        return ([(header::SET_COOKIE, cookie)], Redirect::to(path)).into_response();
    }
    if in_cookie(request.headers()).is_some_and(|key| pairing.fits(&key)) { next.run(request).await } else { refused() }
}

fn in_query(uri: &Uri) -> Option<String> {
    uri.query()?.split('&').find_map(|part| part.strip_prefix("pair=")).map(str::to_owned)
}

fn in_cookie(headers: &HeaderMap) -> Option<String> {
    let cookies = headers.get_all(header::COOKIE).into_iter().filter_map(|c| c.to_str().ok());
    let mut pairs = cookies.flat_map(|c| c.split(';')).filter_map(|p| p.trim().split_once('='));
    pairs.find(|(name, _)| *name == COOKIE).map(|(_, key)| key.to_owned())
}

fn refused() -> Response {
    let text = "Questa postazione non è abbinata: aprire l'indirizzo con la chiave scritto all'avvio.\n\
                This station is not paired: open the address with the key that was printed at the start.\n";
    let headers = [(header::CONTENT_TYPE, "text/plain; charset=utf-8"), (header::CACHE_CONTROL, "no-store")];
    (StatusCode::UNAUTHORIZED, headers, text).into_response()
}

#[cfg(test)]
mod tests {
    use axum::{body::Body, http::Request as HttpRequest, routing::get};
    use tower::ServiceExt;

    use super::*;

    async fn status(uri: &str, cookie: Option<&str>) -> (StatusCode, Option<String>) {
        let site = Pairing::new("chiave").guard(Router::new().route("/api/station", get(|| async { "yes" })));
        let mut request = HttpRequest::get(uri);
        if let Some(cookie) = cookie {
            request = request.header("cookie", cookie);
        }
        let answer = site.oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        let cookie = answer.headers().get("set-cookie").map(|c| c.to_str().unwrap().to_owned());
        (answer.status(), cookie)
    }

    #[tokio::test]
    async fn a_browser_without_the_key_sees_nothing() {
        assert_eq!(status("/api/station", None).await.0, StatusCode::UNAUTHORIZED);
        assert_eq!(status("/api/station", Some("varco_station=altra")).await.0, StatusCode::UNAUTHORIZED);
        assert_eq!(status("/api/station?pair=altra", None).await.0, StatusCode::UNAUTHORIZED);
    }

    #[tokio::test]
    async fn the_key_opened_once_becomes_a_cookie_that_no_script_reads() {
        let (code, cookie) = status("/?pair=chiave", None).await;
        assert_eq!(code, StatusCode::SEE_OTHER);
        let cookie = cookie.unwrap();
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"));
        assert_eq!(status("/api/station", Some("x=1; varco_station=chiave")).await.0, StatusCode::OK);
    }
}
