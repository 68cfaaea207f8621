// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import type { Component } from 'svelte';
import type { Right } from '../api/index.ts';
import type { Glyph } from '../shared/glyphs.ts';
import type { Office } from './office.svelte.ts';
import ClosuresPage from './ClosuresPage.svelte';
import HistoryPage from './HistoryPage.svelte';
import HoursPage from './HoursPage.svelte';
import PeoplePage from './PeoplePage.svelte';
import StructurePage from './StructurePage.svelte';

/** A page of the office. */
export interface AdminPage {
  /** Its name in the address: `#/people`. */
  id: string;
  /** Key of its title, which stands in the menu too. */
  title: string;
  glyph: Glyph;
  /** Who lacks this right does not see the page; the API refuses by itself. */
  right: Right;
  /** Under which heading of the menu it stands. */
  group: 'office' | 'court';
  component: Component<{ office: Office }>;
}

/** All pages, in the order of the menu. A new page is one line here. */
export const pages: readonly AdminPage[] = [
  { id: 'hours', title: 'hours-menu', glyph: 'calendar3', right: 'see', group: 'office', component: HoursPage },
  { id: 'closures', title: 'closures-title', glyph: 'calendar-x-fill', right: 'see', group: 'office', component: ClosuresPage },
  { id: 'structure', title: 'structure-title', glyph: 'building-fill', right: 'see', group: 'court', component: StructurePage },
  { id: 'people', title: 'admin-people-title', glyph: 'people-fill', right: 'people', group: 'court', component: PeoplePage },
  { id: 'history', title: 'history-title', glyph: 'journal-text', right: 'history', group: 'court', component: HistoryPage },
];

/** Those that somebody may see. */
export const pagesFor = (may: (right: Right) => boolean): AdminPage[] => pages.filter((page) => may(page.right));

/** The page that an address names, or the first one. */
export const pageAt = (seen: readonly AdminPage[], id: string): AdminPage | null => seen.find((page) => page.id === id) ?? seen[0] ?? null;
