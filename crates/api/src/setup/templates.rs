// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Offices to begin with, as the first start shows them.

use varco_demo::Template;
use varco_words::Lang;

use crate::wire::{TemplateOffice, TemplateView};

/// All templates in a language.
#[must_use]
pub fn templates(lang: Lang) -> Vec<TemplateView> {
    Template::all().iter().map(|t| view(t, lang)).collect()
}

fn view(template: &Template, lang: Lang) -> TemplateView {
    let pick = |pair: &(String, String)| if lang == Lang::It { pair.0.clone() } else { pair.1.clone() };
    TemplateView {
        id: template.id.clone(),
        name: pick(&template.name),
        about: pick(&template.about),
        offices: template
            .offices
            .iter()
            .map(|o| TemplateOffice {
                name: o.name.clone(),
                services: u32::try_from(o.services.len()).unwrap_or(u32::MAX),
                hours: o.hours_in_words(lang),
            })
            .collect(),
    }
}
