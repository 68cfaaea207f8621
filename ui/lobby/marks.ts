// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

// Bootstrap Icons that only the lobby draws; the others are in shared/glyphs.ts.
import arrowDown from 'bootstrap-icons/icons/arrow-down.svg?raw';
import bank2 from 'bootstrap-icons/icons/bank2.svg?raw';
import chevronRight from 'bootstrap-icons/icons/chevron-right.svg?raw';
import type from 'bootstrap-icons/icons/type.svg?raw';
import { glyphs as shared, type Glyph } from '../shared/glyphs.ts';

const raw = { 'arrow-down': arrowDown, bank2, 'chevron-right': chevronRight, type };

/** The name of a glyph, as in Bootstrap Icons. */
export type Mark = Glyph | keyof typeof raw;

const inside = (svg: string): string => svg.slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>'));

/** What stands inside the `<svg>` of a glyph; its box is 16 by 16. */
export const marks: Record<Mark, string> = {
  ...shared,
  ...(Object.fromEntries(Object.entries(raw).map(([name, svg]) => [name, inside(svg)])) as Record<keyof typeof raw, string>),
};
