// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

import type { Fields, Kind } from '../api/court.ts';
import type { StructureView } from '../api/index.ts';

// What is edited of each thing of a court: which fields, in which order, by which control. The names are those of the wire;
// `field-…` gives each its word.

export type AnyKind = Kind | 'court' | 'grants';
export type Control = 'text' | 'both' | 'long' | 'number' | 'maybe_number' | 'time' | 'yes' | 'site' | 'patron' | 'bring' | 'audiences' | 'petitum' | 'document';
export interface FieldOf { name: string; control: Control; optional?: boolean }
export interface Group { title: string | null; fields: readonly FieldOf[] }

const text = (name: string, optional = false): FieldOf => ({ name, control: 'text', optional });
const as = (name: string, control: Control): FieldOf => ({ name, control, optional: control === 'maybe_number' || control === 'time' });

export const groups: Record<AnyKind, readonly Group[]> = {
  court: [{ title: null, fields: [text('name'), text('web', true), text('phone', true)] }],
  grants: [{ title: null, fields: [as('steward_too_early', 'yes'), as('steward_too_late', 'yes')] }],
  sites: [
    { title: null, fields: [text('name'), text('address'), { ...as('step_free', 'both'), optional: true }, text('zone')] },
    { title: 'structure-group-door', fields: [as('opens_at', 'time'), as('closes_at', 'time'), as('maximum', 'maybe_number'), as('presumed_stay_minutes', 'number'), as('patron', 'patron')] },
  ],
  gates: [{ title: null, fields: [text('name'), as('site', 'site'), as('manned', 'yes')] }],
  offices: [
    { title: 'structure-group-place', fields: [text('name'), as('site', 'site'), text('floor', true), text('room', true), as('desks', 'maybe_number'), { ...as('directions', 'both'), optional: true }] },
    { title: 'structure-group-contacts', fields: [text('phone', true), text('email', true), text('certified_email', true)] },
    { title: 'structure-group-door', fields: [as('early_minutes', 'number'), as('late_minutes', 'number'), as('check_id', 'yes'), as('re_entry', 'yes')] },
    { title: 'structure-group-booking', fields: [as('horizon_days', 'maybe_number'), as('notice_minutes', 'number'), as('persons_per_booking', 'maybe_number'), as('bookings_per_day', 'maybe_number'), as('bookings_ahead', 'maybe_number')] },
    { title: 'structure-group-texts', fields: [{ ...as('text', 'long'), optional: true }] },
  ],
  services: [
    { title: null, fields: [as('name', 'both'), as('minutes', 'number'), as('cases_max', 'maybe_number'), as('audiences', 'audiences'), as('petitum', 'petitum'), as('bring', 'bring')] },
    { title: 'structure-group-door', fields: [as('check_id', 'document'), as('early_minutes', 'maybe_number'), as('late_minutes', 'maybe_number')] },
  ],
};

export const petitum_parts = ['subject', 'case_number', 'parties', 'attachment'] as const;

/** A new thing, before anything is said of it. */
export const blank = {
  sites: (): Fields<'sites'> => ({ name: '', address: '', step_free: null, zone: 'Europe/Rome', maximum: null, presumed_stay_minutes: 60, opens_at: null, closes_at: null, patron: null }),
  gates: (site: number): Fields<'gates'> => ({ site, name: '', manned: true }),
  offices: (site: number): Fields<'offices'> => ({
    site, name: '', floor: null, room: null, directions: null, phone: null, email: null, certified_email: null, desks: null, early_minutes: 15, late_minutes: 15, check_id: false, re_entry: true,
    horizon_days: null, notice_minutes: 0, persons_per_booking: null, bookings_per_day: null, bookings_ahead: null, text: null,
  }),
  services: (office: number): Fields<'services'> => ({
    office, name: { it: '', en: '' }, minutes: 15, bring: [], early_minutes: null, late_minutes: null, cases_max: null, audiences: [], petitum: [], check_id: null,
  }),
};

/** How a thing is called in a list. */
export function nameOf(kind: AnyKind, is: unknown, lang: 'it' | 'en'): string {
  const { name } = is as { name?: string | { it: string; en: string } };
  if (typeof name === 'object') return name[lang] || name.it;
  return name ?? kind;
}
/** What tells it apart, beside its name. */
export function aboutOf(kind: AnyKind, is: unknown, seen: StructureView): string {
  const site = (id: number) => seen.sites.find((each) => each.id === id)?.is.name ?? '';
  if (kind === 'sites') return (is as Fields<'sites'>).address;
  if (kind === 'gates') return site((is as Fields<'gates'>).site);
  if (kind === 'offices') {
    const { site: at, room } = is as Fields<'offices'>;
    return [site(at), room].filter(Boolean).join(', ');
  }
  if (kind === 'services') return `${(is as Fields<'services'>).minutes} min`;
  return '';
}
