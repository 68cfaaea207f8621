// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Stations of one court on a real file, asked as a page asks them. Only the clock, the camera and chance are stand-ins.

#![allow(clippy::expect_used, dead_code, reason = "these are tests, and none needs all of it")]

use std::{
    collections::VecDeque,
    sync::{
        Arc, Mutex,
        atomic::{AtomicI64, AtomicU64, Ordering},
    },
};

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, StatusCode},
};
use serde_json::Value;
use tempfile::TempDir;
use tower::ServiceExt;
use varco_api::{
    App, Clock, Courts, FrameAnswer, FrameReader, Keys, Mode, Opened, Ports, ScannerState, Settings, router,
};
use varco_core::{
    ids::{GateId, StationId},
    time::Millis,
};
use varco_store::{NewPerson, Secret, Store, StoreError, Structure, contract::court::install};
use varco_store_sqlite::{Options, open};
use varco_words::Lang;

/// A court that is set up, on disk until it is dropped.
pub struct Court {
    pub store: Arc<dyn Store>,
    clock: Arc<AtomicI64>,
    _folder: TempDir,
}

impl Court {
    /// The contract's court on its Tuesday.
    pub fn new() -> Self {
        Self::founded(install)
    }

    /// A court that is set up in some other way.
    pub fn founded(install: impl FnOnce(&dyn Store)) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let store = open(folder.path(), StationId(1), Options::small()).expect("an empty folder opens");
        install(&store);
        Self { store: Arc::new(store), clock: Arc::default(), _folder: folder }
    }

    /// The clock of all its stations.
    pub fn set_time(&self, now: Millis) {
        self.clock.store(now.0, Ordering::SeqCst);
    }

    /// One more station.
    pub fn station(&self, mode: Mode, gate: GateId) -> Page {
        let frames: Arc<Mutex<VecDeque<FrameAnswer>>> = Arc::default();
        let ports = Ports {
            courts: Box::new(Given(Arc::clone(&self.store))),
            clock: Box::new(Told(Arc::clone(&self.clock))),
            keys: Box::new(Counted(AtomicU64::new(0))),
            frames: Box::new(Film(Arc::clone(&frames))),
            scanner: Box::new(|| ScannerState::None),
            leave: Box::new(|| {}),
        };
        let settings = Settings { mode, gate: Some(gate), lang: Lang::It, rotation: 0 };
        Page { router: router(App::new(settings, ports)), frames, next: AtomicU64::new(u64::from(gate.0) << 32) }
    }
}

/// The page of one station.
pub struct Page {
    router: Router,
    frames: Arc<Mutex<VecDeque<FrameAnswer>>>,
    next: AtomicU64,
}

impl Page {
    /// A key for the next gesture.
    pub fn key(&self) -> String {
        format!("{:032x}", u128::from(self.next.fetch_add(1, Ordering::SeqCst)) | 1 << 100)
    }

    /// Asks, with a gesture's key in the body.
    pub async fn post(&self, path: &str, mut body: Value) -> (StatusCode, Value) {
        if let Some(body) = body.as_object_mut() {
            body.entry("key").or_insert_with(|| self.key().into());
        }
        let request = Request::post(path).header("content-type", "application/json");
        self.send(request.body(Body::from(body.to_string())).expect("a request")).await
    }

    /// Asks as somebody who is signed in at the office's pages, with a gesture's key in the body.
    pub async fn ask(&self, method: &str, path: &str, token: Option<&str>, mut body: Value) -> (StatusCode, Value) {
        let mut request = Request::builder().method(method).uri(path).header("content-type", "application/json");
        if let Some(token) = token {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        if let Some(body) = body.as_object_mut() {
            body.entry("key").or_insert_with(|| self.key().into());
        }
        self.send(request.body(Body::from(body.to_string())).expect("a request")).await
    }

    /// Somebody signs in at the office's pages; their token.
    pub async fn enter(&self, name: &str, password: &str) -> String {
        let body = serde_json::json!({ "name": name, "password": password });
        let (status, answer) = self.ask("POST", "/api/admin/sign-in", None, body).await;
        assert_eq!(status, StatusCode::OK, "{answer}");
        answer["token"].as_str().expect("a token").to_owned()
    }

    /// Looks.
    pub async fn get(&self, path: &str) -> Value {
        let (status, answer) = self.send(Request::get(path).body(Body::empty()).expect("a request")).await;
        assert_eq!(status, StatusCode::OK, "{path}: {answer}");
        answer
    }

    /// What the camera's decoder finds in the next frame.
    pub async fn frame(&self, path: &str, seen: FrameAnswer) -> Value {
        self.frames.lock().expect("no panic").push_back(seen);
        let address = format!("{path}?key={}&w=2&h=2", self.key());
        let (status, answer) = self.send(Request::post(address).body(Body::from(vec![0; 4])).expect("a request")).await;
        assert_eq!(status, StatusCode::OK, "{answer}");
        answer
    }

    /// Somebody of the contract's staff signs in.
    pub async fn sign_in(&self, person: u32, pin: &str) {
        let (status, answer) = self.post("/api/sign-in", serde_json::json!({ "person": person, "pin": pin })).await;
        assert_eq!(status, StatusCode::OK, "{answer}");
    }

    async fn send(&self, request: Request<Body>) -> (StatusCode, Value) {
        let answer = self.router.clone().oneshot(request).await.expect("a router never fails");
        let status = answer.status();
        let bytes = to_bytes(answer.into_body(), 1 << 20).await.expect("a body");
        (status, serde_json::from_slice(&bytes).unwrap_or(Value::Null))
    }
}

struct Given(Arc<dyn Store>);

impl Courts for Given {
    fn open(&self) -> Opened {
        Opened::Court(Arc::clone(&self.0))
    }
    fn create(&self, _: Structure, _: Vec<NewPerson>, _: Secret) -> Result<Arc<dyn Store>, StoreError> {
        Err(StoreError::KeyReused)
    }
    fn create_demo(&self) -> Result<Arc<dyn Store>, StoreError> {
        Err(StoreError::KeyReused)
    }
    fn training(&self, _: &dyn Store) -> Result<Arc<dyn Store>, StoreError> {
        Err(StoreError::Empty)
    }
    fn restore(&self, _: &str) -> Result<Arc<dyn Store>, StoreError> {
        Err(StoreError::Empty)
    }
}

struct Told(Arc<AtomicI64>);

impl Clock for Told {
    fn now(&self) -> Millis {
        Millis(self.0.load(Ordering::SeqCst))
    }
}

struct Counted(AtomicU64);

impl Keys for Counted {
    fn next(&self) -> u128 {
        u128::from(self.0.fetch_add(1, Ordering::SeqCst))
    }
}

struct Film(Arc<Mutex<VecDeque<FrameAnswer>>>);

impl FrameReader for Film {
    fn read(&self, _: u32, _: u32, _: u16, _: Vec<u8>, _: Millis) -> FrameAnswer {
        self.0.lock().expect("no panic").pop_front().unwrap_or(FrameAnswer::Nothing)
    }
    fn prove(&self, _: u32, _: u32, _: Vec<u8>) -> Option<Vec<u8>> {
        None
    }
}
