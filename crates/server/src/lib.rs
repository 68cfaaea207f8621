// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The pages, and the way in for a browser. The router of the API is given by whoever joins the parts.

mod pages;
mod pairing;

use std::{future::Future, io, net::SocketAddr};

use axum::{Router, extract::DefaultBodyLimit, http::HeaderValue};
use tower_http::set_header::SetResponseHeaderLayer;

pub use pairing::Pairing;

/// Only what this program serves itself: no script in a page, nothing from another host.
const CONTENT_POLICY: &str = "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:;     style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

/// A frame of 4096 × 2304 grey pixels and an import of 8 MiB fit; nothing larger is read.
const BODY_BYTES_MAX: usize = 10 * 1024 * 1024;

/// The pages and the API as one origin.
pub fn site(api: Router) -> Router {
    let header = |name: &'static str, value: &'static str| {
        SetResponseHeaderLayer::overriding(axum::http::HeaderName::from_static(name), HeaderValue::from_static(value))
    };
    api.fallback(pages::page)
        .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
        .layer(header("content-security-policy", CONTENT_POLICY))
        .layer(header("x-content-type-options", "nosniff"))
        .layer(header("referrer-policy", "no-referrer"))
        .layer(header("permissions-policy", "camera=(self), microphone=(), geolocation=()"))
}

/// Serves a site until told to stop; what was begun is finished.
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
    axum::serve(listener, site).with_graceful_shutdown(stop).await
}
