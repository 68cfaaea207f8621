// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! The description of the API, from which the types of the screens are generated.

use std::sync::Arc;

use utoipa::{
    OpenApi,
    openapi::{
        Content, Ref, RefOr,
        path::{Operation, PathItem},
        response::ResponseBuilder,
    },
};
use utoipa_axum::router::OpenApiRouter;

use crate::{App, admin, door, kiosk, lobby, setup, wire::Problem};

/// The description of all routes of all modes, OpenAPI 3.1 as JSON.
#[must_use]
pub fn openapi() -> String {
    let (_, mut document) = OpenApiRouter::<Arc<App>>::with_openapi(Description::openapi())
        .merge(kiosk())
        .merge(door::routes())
        .merge(lobby::routes())
        .merge(setup::import_routes())
        .merge(admin::routes())
        .split_for_parts();
    for (path, item) in &mut document.paths.paths {
        for (method, operation) in operations(item) {
            operation.operation_id = Some(name(method, path));
            operation.responses.responses.insert("default".to_owned(), refusal());
        }
    }
    document.to_pretty_json().unwrap_or_default()
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = (&'static str, &mut Operation)> {
    let get = item.get.as_mut().map(|operation| ("get", operation));
    let post = item.post.as_mut().map(|operation| ("post", operation));
    let put = item.put.as_mut().map(|operation| ("put", operation));
    get.into_iter().chain(post).chain(put)
}

/// Functions of two modes may have the same name; a path has not.
fn name(method: &str, path: &str) -> String {
    let words = path.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty() && *w != "api");
    words.fold(method.to_owned(), |name, word| name + "_" + word)
}

/// Whatever is not done is answered alike.
fn refusal() -> RefOr<utoipa::openapi::Response> {
    let content = Content::new(Some(Ref::from_schema_name("Problem")));
    ResponseBuilder::new()
        .description("Refused, or a fault: a code, a sentence and a next step.")
        .content("application/json", content)
        .build()
        .into()
}

#[derive(OpenApi)]
#[openapi(info(title = "Varco", description = "The door and the offices of a court"), components(schemas(Problem)))]
struct Description;

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    /// `VARCO_WRITE_PAGES=1` writes the file, `npm --prefix ui run api` then writes the types of the screens.
    #[test]
    fn the_description_in_the_tree_is_what_the_code_says() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/openapi.json");
        let written = super::openapi() + "\n";
        if std::env::var_os("VARCO_WRITE_PAGES").is_some() {
            std::fs::write(path, &written).expect("crates/api/openapi.json");
        }
        let found = std::fs::read_to_string(path).unwrap_or_default();
        assert!(
            found == written,
            "crates/api/openapi.json is stale: VARCO_WRITE_PAGES=1 cargo test -p varco-api openapi && npm --prefix ui run api"
        );
    }

    #[test]
    fn no_two_operations_have_the_same_name() {
        let document: serde_json::Value = serde_json::from_str(&super::openapi()).expect("JSON");
        let paths = document["paths"].as_object().expect("paths");
        let operations = paths.values().flat_map(|item| item.as_object().expect("a path").values());
        let names: Vec<_> = operations.map(|o| o["operationId"].as_str().expect("a name").to_owned()).collect();
        assert!(names.len() > 40, "only {} operations", names.len());
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
    }
}
