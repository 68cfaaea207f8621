// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

// Answers in the shape of the contract, to look at the screens before the real server is there. Not shipped.
import { createServer } from 'node:http';
import { readFileSync, existsSync, statSync } from 'node:fs';
import { join, extname } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = process.env.DIST ?? fileURLToPath(new URL('../dist', import.meta.url));
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2', '.woff': 'font/woff' };
const csp = "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";
const state = { signed: 1, training: false, paper: false, banners: [], next: 'admit', marks: [], awaiting: false, walkin: true, number: 127, hint: null, last: null, refuse: null, long: false };

const people = [
  { id: 1, name: 'Laura B.', role: 'steward' }, { id: 2, name: 'Paolo M.', role: 'steward' }, { id: 3, name: 'Carlo F.', role: 'supervisor' }, { id: 4, name: 'Giulia R.', role: 'administrator' },
];
const T = (lang, it, en) => (lang === 'en' ? en : it);
const station = (lang) => ({
  mode: 'entrance', court: 'Tribunale di Pontalba', site: 'Palazzo di Giustizia', address: 'piazza del Popolo', gate: T(lang, 'Varco 1', 'Gate 1'), gate_id: 1, lang: 'it',
  training: state.training, demo: true, paper_mode: state.paper, camera: { rotation: 0 }, mm_px: null, gesture: 'enter',
  person: people.find((p) => p.id === state.signed) ?? null, people,
  reasons: [['deadline_today','Atto in scadenza oggi','Deadline today'],['office_agreed','L’ufficio è d’accordo','The office agrees'],['re_entry','Rientro dopo l’uscita','Comes back after leaving'],['assistance','Persona con esigenze particolari','Person with special needs'],['delay_of_ours','Ritardo dei controlli all’ingresso','Delay at the security check'],['lost_receipt','Ricevuta persa','Receipt lost'],['wrong_person','Letta la ricevuta sbagliata','The wrong receipt was read'],['turned_back','Tornati indietro','Turned back'],['other','Altro motivo','Another reason']].map(([name, it, en]) => ({ name, text: T(lang, it, en) })), rights: ['details', 'override.too_early'], admit_clear_seconds: 6, lock_minutes: 15,
});
const strip = (lang) => [
  { what: 'camera', state: 'ok', title: 'x', evidence: 'x' },
  { what: 'scanner', state: 'warn', title: T(lang, 'Lettore', 'Scanner'), evidence: T(lang, 'scollegato dalle 9:47', 'unplugged since 9:47') },
  { what: 'disk', state: 'ok', title: T(lang, 'Disco', 'Disk'), evidence: T(lang, 'scritto alle 10:02:03', 'written at 10:02:03') },
  { what: 'clock', state: 'ok', title: T(lang, 'Ora', 'Time'), evidence: T(lang, 'uguale agli altri varchi', 'same as the other gates') },
  { what: 'database', state: 'ok', title: T(lang, 'Archivio', 'Database'), evidence: T(lang, 'verificato alle 7:31', 'checked at 7:31') },
  { what: 'knowledge', state: 'ok', title: T(lang, 'Prenotazioni', 'Bookings'), evidence: T(lang, 'aggiornate 1 minuto fa', 'updated 1 minute ago') },
];
const base = Date.UTC(2026, 8, 15, 8, 2, 11);
const ready = (lang) => ({
  now: base, date: T(lang, 'martedì 15 settembre', 'Tuesday 15 September'), time: '10:02', inside: 47, inside_booked: 29, inside_unbooked: 18, left_today: 31, maximum: 120,
  expected_until: '10:32', expected_persons: 21, expected_inside: 7,
  expected: [
    { time: '9:40', office: 'Ufficio NEP', persons: 2, inside: 1, late_until: '10:15' }, { time: '10:00', office: 'Ufficio NEP', persons: 4, inside: 2, late_until: null },
    { time: '10:00', office: 'Cancelleria civile', persons: 3, inside: 3, late_until: null }, { time: '10:10', office: 'Volontaria giurisdizione', persons: 2, inside: 1, late_until: null },
    { time: '10:20', office: 'Ufficio NEP', persons: 5, inside: 0, late_until: null }, { time: '10:20', office: 'Cancelleria penale', persons: 1, inside: 0, late_until: null },
    { time: '10:30', office: 'Cancelleria delle esecuzioni immobiliari', persons: 12, inside: 0, late_until: null },
    ...(state.long ? Array.from({ length: 9 }, (_, i) => ({ time: '10:30', office: `Ufficio ${i}`, persons: 2, inside: 0, late_until: null })) : []),
  ],
  last_unbooked: { entry: 'e1', reason: 'lawyer', persons: 1, time: '10:01:52' },
  awaiting_document: state.awaiting ? [{ scan: 's9', code: 'K7M4 PX2R', office: 'Ufficio NEP', time: '10:00', since: '10:01' }] : [],
  walk_in: state.walkin ? [{ office: 1, name: 'Ufficio NEP', left: 3 }, { office: 2, name: 'Cancelleria civile', left: 1 }, { office: 3, name: 'Giudice di Pace', left: 0 }] : [],
  strip: strip(lang), banners: state.banners, pushed: null, alarms: state.next === 'bad_signature' ? 1 : 0, conflicts: 2,
});

// verdict → class, sound, word, why, next, sub, other, facts, actions
const A = (o = {}) => ({ persons: null, confirm: false, override: null, annul: null, details: false, next_place: null, search: false, type_code: false, unbooked: false, ...o });
const yes = { right: 'override', reported: false, allowed: false };
const rep = { right: 'override', reported: true, allowed: false };
const V = (l) => ({
  not_a_receipt: ['refuse', 'refuse', T(l, 'Altro codice', 'Other code'), T(l, 'Sembra una tessera sanitaria.', 'It looks like a health card.'), T(l, 'Mostri la ricevuta', 'Show your booking receipt'), T(l, 'Ha un quadrato nero e un codice di 8 segni.', 'It has a black square and a code of 8 characters.'), {}, A({ type_code: true, unbooked: true })],
  damaged: ['wait', 'wait', T(l, 'Illeggibile', 'Unreadable'), T(l, 'È una ricevuta, ma un segno non si legge.', 'It is a receipt, but a part cannot be read.'), T(l, 'Stenda il foglio e riprovi', 'Flatten the sheet and try again'), T(l, 'Oppure scriva il codice breve sotto il quadrato.', 'Or type the short code below the square.'), {}, A({ type_code: true })],
  not_ours: ['refuse', 'refuse', T(l, 'Altro ente', 'Not ours'), T(l, 'Ricevuta di un altro ufficio: Tribunale di Vallescura.', 'Receipt of another office: Tribunale di Vallescura.'), T(l, "Si rivolga all'altro ente", 'Go to the office named on the receipt'), T(l, "L'indirizzo è scritto sul foglio.", 'The address is written on the sheet.'), {}, A({ override: rep, unbooked: true })],
  key_unknown: ['refuse', 'refuse', T(l, 'Incerta', 'Unverified'), T(l, 'Varco non aggiornato dal 9 settembre, ore 18:04.', 'Gate not updated since 9 September, 18:04.'), T(l, 'Chiamare il supervisore', 'Staff will call the supervisor'), T(l, 'Oppure cercare con il codice breve.', 'Or search with the short code.'), {}, A({ override: rep, type_code: true })],
  bad_signature: ['refuse', 'alarm', T(l, 'Alt', 'Stop'), T(l, 'La firma non corrisponde.', 'The signature does not match.'), T(l, 'Chiamare il supervisore', 'Staff will call the supervisor'), T(l, 'Avviso inviato. Non trattenere la persona.', 'Notice sent. Do not hold the person.'), {}, A()],
  unknown_booking: ['refuse', 'refuse', T(l, 'Non trovata', 'Not found'), T(l, 'Nessuna prenotazione con il codice K7M4 PX2R.', 'No booking with the code K7M4 PX2R.'), T(l, 'Controlli il codice', 'Check the code, then ask the office'), T(l, "Poi cercare per nome o chiedere all'ufficio.", 'Then search by name or ask the office.'), {}, A({ type_code: true, search: true, override: rep })],
  blocked: ['neutral', 'neutral', T(l, 'Un momento', 'One moment'), '', T(l, 'Si rivolga al personale, per favore', 'Please speak to the staff'), null, {}, A({ details: true, override: rep })],
  cancelled: ['refuse', 'refuse', T(l, 'Annullata', 'Cancelled'), T(l, "Annullata dall'ufficio oggi alle 8:10.", 'Cancelled by the office today at 8:10.'), T(l, 'Nuovo orario: gio 17, 9:20', 'New booking: Thu 17, 9:20'), T(l, 'La ricevuta nuova è nella posta elettronica.', 'The new receipt is in the e-mail.'), { time_text: '10:00', office: 'Ufficio NEP' }, A({ override: yes, details: true })],
  reissued: ['wait', 'wait', T(l, 'Sostituita', 'Replaced'), T(l, "C'è una ricevuta più recente, del 14 settembre.", 'There is a newer receipt, of 14 September.'), T(l, 'Vale la nuova: oggi alle 11:40', 'Your new time is today, 11:40'), T(l, "Chieda di aprire l'ultimo messaggio ricevuto.", 'Ask to open the latest message.'), { time_text: '11:40', office: 'Ufficio NEP' }, A({ override: yes })],
  wrong_site: ['refuse', 'refuse', T(l, 'Altra sede', 'Other site'), T(l, 'La prenotazione è in un altro edificio.', 'The booking is in another building.'), 'Via dei Tigli 14', T(l, 'Giudice di Pace, piano 1', 'Giudice di Pace, floor 1'), { time_text: '10:20', office: 'Giudice di Pace' }, A({ details: true })],
  wrong_day: ['refuse', 'refuse', T(l, 'Altro giorno', 'Other day'), T(l, 'La prenotazione è per un altro giorno.', 'The booking is for another day.'), T(l, 'Torni giovedì 17 alle 9:20', 'Come back on Thu 17, 9:20'), T(l, 'Questa ricevuta vale solo quel giorno.', 'This receipt is valid on that day only.'), { time_text: T(l, 'gio 17 settembre, 9:20', 'Thu 17 September, 9:20') }, A({ override: rep })],
  office_closed: ['wait', 'wait', T(l, 'Chiuso', 'Closed'), T(l, 'Ufficio NEP: chiuso dalle 10 per assemblea del personale.', 'Ufficio NEP: closed from 10 for a staff meeting.'), T(l, 'Atti in scadenza: stanza 112', 'Deadline today: room 112'), T(l, 'La chiusura è venuta dopo la prenotazione.', 'The closure came after the booking.'), { time_text: '10:40', office: 'Ufficio NEP' }, A({ override: yes })],
  already_inside: ['refuse', 'refuse', T(l, 'Già dentro', 'Already in'), T(l, 'Usata alle 9:41, Varco 2.', 'Used at 9:41, gate 2.'), T(l, 'Chiedere se è un rientro', 'Staff: ask if this is a re-entry'), T(l, 'Se lo è, il supervisore può autorizzare.', 'If it is, a supervisor may authorise.'), { persons_text: T(l, '2 di 2 dentro', '2 of 2 inside'), time_text: '9:40' }, A({ details: true, override: yes })],
  already_served: ['refuse', 'refuse', T(l, 'Conclusa', 'Completed'), T(l, 'La visita è finita alle 9:58.', 'The visit ended at 9:58.'), T(l, 'Serve una nuova prenotazione', 'Anything else needs a new booking'), T(l, 'Primo posto libero oggi: 11:40.', 'First free place today: 11:40.'), { office: 'Ufficio NEP', time_text: '9:40' }, A({ override: yes })],
  party_partial: ['enter', 'enter_marked', T(l, 'Avanti', 'Enter'), T(l, 'Due persone sono già dentro.', 'Two persons are inside already.'), T(l, 'Piano 2, stanza 214', 'Floor 2, room 214'), T(l, 'Ascensore a destra', 'Lift on the right'), { persons: 1, persons_text: T(l, '1 di 3', '1 of 3'), time_text: '10:00', office: 'Ufficio NEP' }, A({ persons: { value: 1, min: 1, max: 1 }, annul: { allowed: false } })],
  too_early: ['wait', 'wait', T(l, 'In anticipo', 'Early'), T(l, 'Prenotazione delle 10:40, Volontaria giurisdizione.', 'Booking of 10:40, Volontaria giurisdizione.'), T(l, 'Torni alle 10:25', 'Come back at 10:25'), T(l, 'Posti a sedere nell’atrio, a sinistra.', 'Seats in the hall, on the left.'), { persons: 1, time_text: '10:40', office: 'Volontaria giurisdizione', count_until: base + (22 * 60 + 49) * 1000 }, A({ details: true, override: { ...yes, allowed: true } })],
  too_late: ['wait', 'wait', T(l, 'In ritardo', 'Late'), T(l, 'Si poteva entrare fino alle 10:35. Sono le 10:41.', 'Entry was until 10:35. It is 10:41.'), T(l, 'Prossimo posto oggi: 11:40', 'Next free time today: 11:40'), T(l, 'Un tocco e la ricevuta nuova è pronta.', 'One touch and the new receipt is ready.'), { persons: 1, time_text: '10:00', office: 'Ufficio NEP' }, A({ next_place: { time: '11:40', text: 'x' }, override: yes, details: true })],
  site_full: ['wait', 'wait', T(l, 'Pieno', 'Full'), T(l, "120 persone su 120 nell'edificio.", '120 of 120 persons in the building.'), T(l, 'Attenda qui: entra appena esce uno', 'Please wait here'), T(l, 'Il suo posto non si perde.', 'Your place is not lost.'), { persons: 2, time_text: '10:00' }, A({ override: yes })],
  check_id: ['check', 'check', T(l, 'Documento', 'ID check'), T(l, 'L’ufficio chiede di confrontarlo con la ricevuta.', 'The office asks to compare it with the receipt.'), T(l, "Mostri il documento d'identità", 'Show your identity document'), T(l, 'Confrontare nome e data di nascita.', 'Compare name and date of birth.'), { persons: 1, time_text: '10:00', office: 'Ufficio NEP' }, A({ confirm: true, details: true })],
  admit_note: ['enter', 'enter_marked', T(l, 'Avanti', 'Enter'), '', T(l, 'Piano 2, stanza 214', 'Floor 2, room 214'), T(l, 'Ascensore a destra', 'Lift on the right'), { persons: 1, assistance: true, time_text: '10:00', office: 'Ufficio NEP' }, A({ persons: { value: 1, min: 1, max: 1 }, annul: { allowed: false }, details: true })],
  admit: ['enter', 'enter', T(l, 'Avanti', 'Enter'), '', T(l, 'Piano 2, stanza 214', 'Floor 2, room 214'), T(l, 'Ascensore a destra', 'Lift on the right'), { persons: 2, time_text: '10:00', office: state.long ? 'Cancelleria delle esecuzioni immobiliari e mobiliari' : 'Ufficio NEP' }, A({ persons: { value: 2, min: 1, max: 3 }, annul: { allowed: false } })],
  exit: ['neutral', 'neutral', T(l, 'Uscita', 'Exit'), '', T(l, 'Arrivederci', 'Goodbye'), null, { persons: 2, time_text: '10:00', office: 'Ufficio NEP' }, A({ persons: { value: 2, min: 1, max: 2 }, annul: { allowed: false } })],
});
const markText = { by_signature: ['Per firma: non ancora in elenco', 'By signature: not in the list yet'], already_read: ['Già letta alle 10:01:38, non contata', 'Already read at 10:01:38, not counted'], moved: ['Spostata', 'Moved'], clock_unsafe: ['Ora non sicura', 'Time not safe'], look: ['Solo vista', 'Only looked at'], not_recorded: ['Non registrato', 'Not recorded'], training: ['Esercitazione', 'Training'], override: ['Autorizzato', 'Authorised'], annulled: ['Annullato', 'Annulled'], re_entry: ['Rientro', 'Re-entry'], late_entry: ['Dalla carta', 'From paper'] };
function view(lang, name, same = false, marks = state.marks, patch = {}) {
  if (!same) state.number += 1;
  const other = lang === 'it' ? 'en' : 'it';
  const [cls, sound, word, why, next, sub, facts, actions] = V(lang)[name];
  const recorded = !marks.includes('not_recorded') && !marks.includes('look');
  return {
    scan: `s${state.number}`, number: state.number, at: base, time: '10:02:11', verdict: name, class: cls, sound, marks, mark_texts: marks.map((m) => markText[m][lang === 'en' ? 1 : 0]),
    word, why, next, next_sub: sub, next_other: V(other)[name][4], persons: null, persons_text: null, time_text: null, office: null, floor: null, room: null, assistance: false, count_until: null,
    ...facts, actions, saved: recorded ? T(lang, cls === 'enter' ? 'Accesso registrato' : 'Lettura registrata', cls === 'enter' ? 'Entry recorded' : 'Reading recorded') : T(lang, 'In memoria, non su disco', 'In memory, not on disk'),
    clears_in_seconds: cls === 'enter' ? 6 : null, recorded, ...patch,
  };
}

const server = createServer(async (req, res) => {
  const url = new URL(req.url, 'http://x');
  const lang = (req.headers['accept-language'] ?? 'it').startsWith('en') ? 'en' : 'it';
  const chunks = [];
  for await (const c of req) chunks.push(c);
  const raw = Buffer.concat(chunks);
  let body = {};
  try { body = JSON.parse(raw.toString()); } catch { /* bytes */ }
  const send = (value, status = 200) => { res.writeHead(status, { 'content-type': 'application/json' }); res.end(JSON.stringify(value)); };
  const p = url.pathname;
  if (p === '/dev/set') { Object.assign(state, body); return send(state); }
  if (state.refuse && p.startsWith('/api/') && req.method === 'POST' && p !== '/api/scan/frame') { const r = state.refuse; state.refuse = null; return send(r, 409); }
  if (p === '/api/station') return send(station(lang));
  if (p === '/api/ready') return send(ready(lang));
  if (p === '/api/events') { res.writeHead(200, { 'content-type': 'text/event-stream' }); res.write(': hello\n\n'); return; }
  if (p === '/api/scan/frame') return send(state.hint ? { seen: 'hint', hint: 'flatten', text: state.hint } : { seen: 'nothing' });
  if (p === '/api/scan') { state.last = state.next; return send(view(lang, state.next, false, body.look ? ['look', ...state.marks] : state.marks)); }
  if (/persons$/.test(p)) { const v = view(lang, state.last, true); v.persons = body.persons; v.actions.persons.value = body.persons; return send(v); }
  if (/confirm$/.test(p)) return send(view(lang, 'admit'));
  if (/refuse$/.test(p)) return send(view(lang, 'check_id', false, ['annulled']));
  if (/override$/.test(p)) return send(view(lang, 'admit', false, ['override']));
  if (/entries\/.*annul$/.test(p)) return send({});
  if (/annul$/.test(p)) return send(view(lang, state.last, false, ['annulled']));
  if (/details$/.test(p)) return send({ names: ['Maria Rossi', 'Luca Rossi'], note: T(lang, 'Ingresso senza gradini', 'Entrance without steps'), blocked_reason: state.last === 'blocked' ? T(lang, 'Divieto di avvicinamento a un dipendente. Chiamare il supervisore.', 'No approach to an employee. Call the supervisor.') : null, closed_text: null, closes_in_seconds: 10 });
  if (/next-place$/.test(p)) return send({ code: 'W8P3K2M7', time: '11:40', text: T(lang, 'Ufficio NEP, piano 2, stanza 214', 'Ufficio NEP, floor 2, room 214'), receipt_pdf: '/api/receipt.pdf' });
  if (p === '/api/entries') return send({ entry: 'e2', reason: body.reason, persons: body.persons, time: '10:02:12' });
  if (p === '/api/sign-in') {
    if (body.pin === '000000') return send({ code: 'slowed', message: T(lang, 'Troppi PIN sbagliati.', 'Too many wrong PINs.'), next_step: '', wait_seconds: 20 }, 429);
    if (body.pin !== '123456') return send({ code: 'wrong_pin', message: T(lang, 'PIN sbagliato. Restano 3 tentativi.', 'Wrong PIN. 3 tries left.'), next_step: T(lang, 'Riprovare.', 'Try again.'), tries_left: 3 }, 401);
    state.signed = body.person; return send(station(lang));
  }
  if (p === '/api/sign-out') { state.signed = 0; return send({}); }
  if (p === '/api/day') {
    const st = ['expected', 'inside', 'left', 'late', 'cancelled'];
    const rows = Array.from({ length: 24 }, (_, i) => ({ time: `${9 + Math.floor(i / 6)}:${String((i % 6) * 10).padStart(2, '0')}`, code: `K7M${(i % 7) + 2} PX${(i % 8) + 2}R`, office: ['Ufficio NEP', 'Cancelleria civile', 'Giudice di Pace'][i % 3], persons: 1 + (i % 3), inside: i % 5 === 1 ? 1 + (i % 3) : 0, status: st[i % 5], marks: i % 7 === 0 ? ['check_id', 'assistance'] : [] })).map((r, i) => ({ ...r, code: `${r.code.slice(0, 3)}${String.fromCharCode(65 + i)} PX2R` }));
    const f = url.searchParams.get('filter');
    return send({ head: '9f3a1c77e0b24d5c', printed_at: '10:02', rows: f === 'all' ? rows : rows.filter((r) => r.status === f) });
  }
  if (p === '/api/day/print-folder') return send({ folder: body.folder !== undefined ? body.folder : '/media/chiavetta/varco', last_written: '10:00', error: null });
  if (p === '/api/search/unlock') return send({ until: base + 272000 });
  if (p === '/api/search') return send({ rows: [
    { booking: 'b1', name: 'Rossi Maria', tell_apart: T(lang, 'codice che finisce con 4T9X', 'code ending in 4T9X'), time: '10:20', office: 'Ufficio NEP · piano 2, stanza 214', persons: 1, status: 'expected', twins: true },
    { booking: 'b2', name: 'Rossi Maria', tell_apart: T(lang, 'codice che finisce con K2M7', 'code ending in K2M7'), time: '10:20', office: 'Cancelleria civile · piano 1, stanza 112', persons: 2, status: 'inside', twins: true },
    { booking: 'b3', name: 'Rossi Marta', tell_apart: T(lang, 'codice che finisce con W8P3', 'code ending in W8P3'), time: '11:40', office: 'Volontaria giurisdizione · piano 1, stanza 118', persons: 1, status: 'expected', twins: false },
  ] });
  if (/search\/.*use$/.test(p)) return send(view(lang, 'admit'));
  if (p === '/api/conflicts') return send({ rows: [
    { id: 'c1', kind: 'double_admission', text: T(lang, 'La ricevuta K7M4 PX2R è entrata due volte: 9:41 Varco 1, 9:43 Varco 2.', 'Receipt K7M4 PX2R entered twice: 9:41 gate 1, 9:43 gate 2.'), next_step: T(lang, 'Parlare con il Varco 2 e annullare uno dei due accessi.', 'Speak with gate 2 and annul one of the entries.'), at: '9:52:11', taken: false },
    { id: 'c2', kind: 'bad_signature', text: T(lang, 'Una ricevuta con firma che non corrisponde, ore 9:50.', 'A receipt whose signature does not match, 9:50.'), next_step: T(lang, 'Guardare la persona e il foglio; avvisare il responsabile.', 'Look at person and sheet; tell the manager.'), at: '9:50:31', taken: false },
    { id: 'c3', kind: 'over_capacity', text: T(lang, 'Alle 9:20 l’Ufficio NEP aveva una persona in più dei posti.', 'At 9:20 the office had one person too many.'), next_step: '', at: '9:20:30', taken: true },
  ] });
  if (p === '/api/paper/late-entries') return send({ rows: body.rows.map((r, i) => ({ code: r.code, ok: i % 2 === 0, text: i % 2 === 0 ? T(lang, `registrato alle ${r.time}`, `recorded at ${r.time}`) : T(lang, 'già dentro dalle 9:41', 'inside since 9:41') })) });
  if (p === '/api/training') { state.training = body.on; return send({}); }
  if (p === '/api/paper-mode') { state.paper = body.on; return send({}); }
  if (p.startsWith('/api/')) return send(p === '/api/nothing' ? { code: 'not_found', message: '', next_step: '' } : {});
  let file = join(dist, p.endsWith('/') ? `${p}index.html` : p);
  if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
  if (!existsSync(file)) { res.writeHead(404); return res.end(); }
  res.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream', 'content-security-policy': csp });
  res.end(readFileSync(file));
});
const port = Number(process.env.PORT ?? 5199);
server.listen(port, '127.0.0.1', () => console.log(`mock on ${port}`));
