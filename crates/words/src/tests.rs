// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::{ast, parser};

use super::*;

/// Keys with the variables that their patterns use.
fn keys(file: &str) -> BTreeMap<String, BTreeSet<String>> {
    let resource = parser::parse(file).unwrap_or_else(|(_, errors)| panic!("does not parse: {errors:?}"));
    let mut found = BTreeMap::new();
    for entry in resource.body {
        if let ast::Entry::Message(message) = entry {
            let mut names = BTreeSet::new();
            if let Some(pattern) = &message.value {
                variables(pattern, &mut names);
            }
            let old = found.insert(message.id.name.to_owned(), names);
            assert!(old.is_none(), "{} stands twice", message.id.name);
        }
    }
    found
}

fn variables(pattern: &ast::Pattern<&str>, names: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let ast::PatternElement::Placeable { expression } = element {
            expression_variables(expression, names);
        }
    }
}

fn expression_variables(expression: &ast::Expression<&str>, names: &mut BTreeSet<String>) {
    match expression {
        ast::Expression::Inline(inline) => inline_variables(inline, names),
        ast::Expression::Select { selector, variants } => {
            inline_variables(selector, names);
            variants.iter().for_each(|v| variables(&v.value, names));
        }
    }
}

fn inline_variables(inline: &ast::InlineExpression<&str>, names: &mut BTreeSet<String>) {
    match inline {
        ast::InlineExpression::VariableReference { id } => {
            names.insert(id.name.to_owned());
        }
        ast::InlineExpression::Placeable { expression } => expression_variables(expression, names),
        _ => {}
    }
}

#[test]
fn both_languages_have_the_same_keys_with_the_same_variables() {
    for (it, en) in FILES[0].iter().zip(FILES[1]) {
        assert_eq!(keys(it), keys(en));
    }
}

#[test]
fn no_key_stands_in_two_files() {
    let mut seen = BTreeSet::new();
    for file in FILES[0] {
        for key in keys(file).into_keys() {
            assert!(seen.insert(key.clone()), "{key} stands in two files");
        }
    }
}

#[test]
fn a_day_is_written_as_people_say_it() {
    let date = NaiveDate::from_ymd_opt(2026, 9, 17).unwrap();
    assert_eq!(day(Lang::It, date), "giovedì 17 settembre");
    assert_eq!(day(Lang::En, date), "Thursday 17 September");
    assert_eq!(day_short(Lang::It, date), "gio 17");
    assert_eq!(clock(NaiveTime::from_hms_opt(9, 5, 0).unwrap()), "9:05");
}

#[test]
fn a_missing_key_is_given_back_instead_of_nothing() {
    assert_eq!(text(Lang::It, "no-such-key", &[]), "no-such-key");
}
