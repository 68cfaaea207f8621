// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import description from '../../crates/api/openapi.json';
import type { Verdict } from './types.ts';

/** Every verdict that there is, for tests that go through all of them. */
export const verdicts = description.components.schemas.VerdictView.properties.verdict.enum as Verdict[];
