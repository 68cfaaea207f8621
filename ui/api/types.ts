// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

// What goes over the wire, written by hand to the contract of crates/api.
// `at`, `now`, `until`: UTC epoch milliseconds. `time`, `date`: finished civil strings of the site.

export type Lang = 'it' | 'en';
export type Role = 'steward' | 'supervisor' | 'administrator';
export type Rotation = 0 | 90 | 180 | 270;
export type Gesture = 'enter' | 'arrive' | 'exit';

export interface Person { id: number; name: string; role: Role }

export interface Station {
  mode: 'entrance' | 'lobby' | 'setup';
  court: string; site: string; address: string; gate: string; gate_id: number;
  lang: Lang; training: boolean; demo: boolean; paper_mode: boolean;
  camera: { rotation: Rotation };
  mm_px: number | null;
  gesture: Gesture;
  person: Person | null;
  people: Person[];
  rights: string[];
  /** Why a verdict may be overruled or an entry annulled; `name` goes back over the wire. */
  reasons: { name: string; text: string }[];
  admit_clear_seconds: number;
  lock_minutes: number;
}

export type Reason = 'hearing' | 'lawyer' | 'witness' | 'staff' | 'supplier' | 'other' | 'walk_in';
export type StripWhat = 'camera' | 'scanner' | 'disk' | 'clock' | 'database' | 'knowledge';
export type StripState = 'ok' | 'warn' | 'bad' | 'none';
export interface StripItem { what: StripWhat; state: StripState; title: string; evidence: string }
export type BannerKind = 'clock_unsafe' | 'disk_reserve' | 'disk_failed' | 'paper_mode' | 'training' | 'database_damaged';
export interface Banner { kind: BannerKind; text: string; next_step: string }

export interface Expected { time: string; office: string; persons: number; inside: number; late_until: string | null }
export interface Unbooked { entry: string; reason: Reason; persons: number; time: string }
export interface AwaitingDocument { scan: string; code: string; office: string; time: string; since: string }
export interface WalkIn { office: number; name: string; left: number }

export interface Ready {
  now: number; date: string; time: string;
  inside: number; inside_booked: number; inside_unbooked: number; left_today: number; maximum: number | null;
  expected_until: string; expected_persons: number; expected_inside: number;
  expected: Expected[];
  last_unbooked: Unbooked | null;
  awaiting_document: AwaitingDocument[];
  walk_in: WalkIn[];
  strip: StripItem[];
  banners: Banner[];
  alarms: number; conflicts: number;
  /** A verdict that the serial scanner brought; told once. */
  pushed: VerdictView | null;
}

export const verdicts = [
  'not_a_receipt', 'damaged', 'not_ours', 'key_unknown', 'bad_signature', 'unknown_booking', 'blocked', 'cancelled', 'reissued',
  'wrong_site', 'wrong_day', 'office_closed', 'already_inside', 'already_served', 'party_partial', 'too_early', 'too_late',
  'site_full', 'check_id', 'admit_note', 'admit', 'exit',
] as const;
export type Verdict = (typeof verdicts)[number];
export type VerdictClass = 'enter' | 'wait' | 'refuse' | 'check' | 'neutral';
export type Sound = 'enter' | 'enter_marked' | 'wait' | 'refuse' | 'check' | 'neutral' | 'alarm';
export type Mark =
  | 'by_signature' | 'moved' | 'already_read' | 'clock_unsafe' | 'override' | 'annulled' | 'look' | 'not_recorded'
  | 're_entry' | 'late_entry' | 'id_confirmed' | 'id_refused' | 'training';

export interface VerdictActions {
  persons: null | { value: number; min: number; max: number };
  confirm: boolean;
  override: null | { right: string; reported: boolean; allowed: boolean };
  annul: null | { allowed: boolean };
  details: boolean;
  next_place: null | { time: string; text: string };
  search: boolean;
  type_code: boolean;
  unbooked: boolean;
}

export interface VerdictView {
  scan: string; number: number; at: number; time: string;
  verdict: Verdict; class: VerdictClass; sound: Sound;
  marks: Mark[]; mark_texts: string[];
  word: string; why: string; next: string; next_sub: string | null; next_other: string;
  persons: number | null; persons_text: string | null; time_text: string | null;
  office: string | null; floor: string | null; room: string | null; assistance: boolean;
  count_until: number | null;
  actions: VerdictActions;
  saved: string; clears_in_seconds: number | null; recorded: boolean;
}

export type ScanSource = 'wedge' | 'typed' | 'serial' | 'camera';
export interface ScanBody { key: string; source: ScanSource; text: string; look: boolean; gesture?: 'exit' }

export type Hint = 'flatten' | 'tilt' | 'uncover' | 'closer' | 'brighter';
/** What one camera frame gave; `View` is the verdict of the mode. */
export type Seen<View> =
  | { seen: 'nothing' }
  | { seen: 'same'; scan: string }
  | { seen: 'verdict'; verdict: View }
  | { seen: 'hint'; hint: Hint; text: string }
  | { seen: 'decoder_down'; text: string };

export interface FrameAsked { key: string; width: number; height: number; rotation: Rotation; look?: boolean; exit?: boolean }

export interface Details { names: string[]; note: string | null; blocked_reason: string | null; closed_text: string | null; closes_in_seconds: number }
export interface NextPlace { code: string; time: string; text: string; receipt_pdf: string }

export type DayFilter = 'all' | 'expected' | 'inside' | 'late' | 'left';
export type DayStatus = 'expected' | 'inside' | 'left' | 'late' | 'cancelled';
export type DayMark = 'assistance' | 'check_id' | 'blocked';
export interface DayRow { time: string; code: string; office: string; persons: number; inside: number; status: DayStatus; marks: DayMark[] }
export interface Day { head: string; printed_at: string; rows: DayRow[] }
export interface PrintFolder { folder: string | null; last_written: string | null; error: string | null }

export interface SearchRow {
  booking: string; name: string; tell_apart: string; time: string; office: string; persons: number; status: DayStatus; twins: boolean;
}
export interface Found { rows: SearchRow[]; more: boolean }

export interface Conflict { id: string; kind: string; text: string; next_step: string; at: string; taken: boolean }
export interface LateEntry { code: string; persons: number; time: string }
export interface LateEntryResult { code: string; ok: boolean; text: string }

export interface LobbyOffice { id: number; name: string; floor: string | null; room: string | null; open_until: string | null }
export interface Lobby {
  open: boolean; closed_text: string; opens_text: string; out_of_order: string | null;
  court: string; site: string; offices: LobbyOffice[];
}
export interface LobbyView {
  scan: string; class: VerdictClass; verdict: Verdict; word: string; title: string;
  office: string | null; floor: string | null; room: string | null;
  steps: string[]; next_step: string; sound: Sound; directions: string | null; spoken: string;
}

export interface SetupTemplate { id: string; name: string; offices: { name: string; services: number }[]; about: string }
export interface Setup {
  needed: boolean; templates: SetupTemplate[];
  damaged: null | { text: string; next_step: string; backups: { name: string; at: number }[] };
}
export interface SetupPerson { name: string; password: string; pin: string }
export interface SetupBody {
  key: string; court: string;
  site: { name: string; address: string; zone: string; patron_saint: string | null };
  gate: string; template: string; administrator: SetupPerson; supervisor: SetupPerson | null; passphrase: string;
}
export interface ImportResult { accepted: number; rows: { line: number; ok: boolean; text: string }[] }
