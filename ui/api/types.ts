// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

// Short names of what goes over the wire. The shapes are generated from crates/api: `npm run api`.

import type { components } from './schema.d.ts';

type Wire = components['schemas'];

export type Station = Wire['StationView'];
export type Person = Wire['PersonView'];
export type Lang = Station['lang'];
export type Role = Person['role'];
export type Rotation = Station['camera']['rotation'];
export type Gesture = Station['gesture'];
export type Right = Station['rights'][number];

export type Ready = Wire['ReadyView'];
export type StripItem = Wire['StripItem'];
export type StripWhat = Wire['StripWhat'];
export type StripState = Wire['StripState'];
export type Banner = Wire['Banner'];
export type BannerKind = Wire['BannerKind'];
export type Expected = Wire['ExpectedView'];
export type Unbooked = Wire['EntryView'];
export type Reason = Unbooked['reason'];
export type AwaitingDocument = Wire['AwaitingView'];
export type WalkIn = Wire['WalkInView'];

export type VerdictView = Wire['VerdictView'];
export type VerdictActions = Wire['Actions'];
export type Verdict = VerdictView['verdict'];
export type VerdictClass = VerdictView['class'];
/** The siren is the page's own: it sounds where an alarm is told. */
export type Sound = VerdictView['sound'] | 'alarm';
export type Mark = VerdictView['marks'][number];

export type ScanBody = Wire['ScanRequest'];
export type ScanSource = ScanBody['source'];
export type Hint = Extract<Wire['FrameView_VerdictView'], { seen: 'hint' }>['hint'];
/** One camera frame, and what is asked of it. */
export interface FrameAsked { key: string; width: number; height: number; rotation: Rotation; look?: boolean; exit?: boolean }

export type Details = Wire['DetailsView'];
export type NextPlace = Wire['PlaceView'];

export type Day = Wire['DayView'];
export type DayRow = Wire['DayRow'];
export type DayStatus = Wire['DayStatus'];
export type DayMark = Wire['DayMark'];
export type DayFilter = 'all' | Exclude<DayStatus, 'cancelled'>;
export type PrintFolder = Wire['FolderView'];

export type Found = Wire['SearchView'];
export type SearchRow = Wire['SearchRow'];
export type Conflict = Wire['ConflictRow'];
export type LateEntry = Wire['LateRow'];
export type LateEntryResult = Wire['LateAnswer'];

export type Lobby = Wire['LobbyState'];
export type LobbyOffice = Wire['LobbyOffice'];
export type LobbyView = Wire['LobbyView'];

export type Setup = Wire['SetupView'];
export type SetupBody = Wire['SetupRequest'];
export type SetupPerson = Wire['SetupPerson'];
export type Template = Wire['TemplateView'];
export type Damage = Wire['DamagedView'];
export type Backup = Wire['BackupView'];

export type Me = Wire['MeView'];
export type OfficeName = Wire['OfficeName'];
export type PersonRow = Wire['PersonRow'];
export type PersonNew = Wire['PersonNew'];
export type PersonEdit = Wire['PersonEdit'];
export type SecretKind = Wire['SecretKind'];
export type GivenSecret = Wire['GivenSecret'];
export type RightsTable = Wire['RightsTable'];

export type Both = Wire['Both'];
export type StructureView = Wire['StructureView'];
export type EditDone = Wire['EditDone'];
export type ClosuresView = Wire['ClosuresView'];
export type ClosureRow = Wire['ClosureRowView'];
export type ClosureDraft = Wire['ClosureDraft'];
export type ClosurePlan = Wire['ClosurePlan'];
export type ClosureHit = Wire['ClosureHit'];
export type ClosureProposal = Wire['ClosureProposal'];
export type ClosureDecision = Wire['ClosureDecision'];
export type ClosureTexts = Wire['ClosureTexts'];
export type ClosureCall = Wire['PhoneCall'];

export type HoursView = Wire['HoursView'];
export type RuleFields = Wire['RuleFields'];
export type Repeats = Wire['Repeats'];
export type DayHours = Wire['DayHours'];
export type HoursChecked = Wire['HoursChecked'];
export type HoursFault = Wire['HoursFault'];
export type HistoryView = Wire['HistoryView'];
export type ChangeView = Wire['ChangeView'];
