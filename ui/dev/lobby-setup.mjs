// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

// A pretended station for the pages of lobby and first start, for looking at them while they are drawn. It decides nothing:
// `state` says what it answers. `node dev/lobby-setup.mjs`, then /lobby/ or /setup/.

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';

/** What the next questions are answered with; a script may change it at any time. */
export const state = {
  lobby: {
    open: true, closed_text: null, opens_text: null, out_of_order: null, training: false, court: 'Tribunale di Valserena', site: 'Palazzo di Giustizia',
    now: Date.UTC(2026, 8, 15, 8, 2), time: '10:02', idle_seconds: 60,
  },
  unreachable: false,
  call_answered: true,
  seen: { seen: 'nothing' },
  setup: { needed: true, damaged: null },
  setup_fails: null,
  setup_ms: 1500,
  journal: [],
};

const offices = {
  it: [
    ['Cancelleria civile', '1', '112', '12:30'], ['Cancelleria penale', '1', '120', '12:30'], ['Ufficio NEP', '2', '214', '11:00'],
    ['Giudice di Pace', 'terra', '3', null], ['Volontaria giurisdizione, successioni e amministrazioni di sostegno', '2', '207', '12:00'],
    ['Ufficio relazioni con il pubblico', 'terra', null, '13:00'], ['Casellario giudiziale', '3', '301', null], ['Archivio', null, 'B2', null],
  ],
  en: [
    ['Civil registry', '1', '112', '12:30'], ['Criminal registry', '1', '120', '12:30'], ['Bailiffs (NEP)', '2', '214', '11:00'],
    ['Justice of the Peace', 'ground', '3', null], ['Non-contentious matters, succession and support administration', '2', '207', '12:00'],
    ['Public relations office', 'ground', null, '13:00'], ['Criminal records', '3', '301', null], ['Archive', null, 'B2', null],
  ],
};

const view = (scan, group, verdict, sound, it, en, place = {}) => ({
  it: { scan, class: group, verdict, sound, office: null, floor: null, room: null, directions: null, ...place, ...it },
  en: { scan, class: group, verdict, sound, office: null, floor: null, room: null, directions: null, ...place, ...en },
});

/** One result for each of the first characters of a code. */
export const results = {
  A: view('a', 'enter', 'admit', 'enter', {
    word: 'Prego, piano 2', title: 'Ufficio NEP', office: 'Ufficio NEP', next_step: 'Piano 2, stanza 214', steps: ['Ascensore a destra, a 12 metri. Percorso senza gradini.', 'Al piano 2 segua la linea blu a sinistra.'],
    directions: 'La stanza 214 è l’ultima porta.', spoken: 'Prego, piano 2. Ufficio NEP, stanza 214. Ascensore a destra.',
  }, {
    word: 'Please go to floor 2', title: 'Bailiffs (NEP)', office: 'Bailiffs (NEP)', next_step: 'Floor 2, room 214', steps: ['Lift on the right, at 12 metres. No steps on the way.', 'On floor 2 follow the blue line to the left.'],
    directions: 'Room 214 is the last door.', spoken: 'Please go to floor 2, room 214.',
  }, { floor: '2', room: '214' }),
  B: view('b', 'wait', 'too_early', 'wait', {
    word: 'In anticipo', title: 'La prenotazione è per le 10:30, Ufficio NEP.', steps: [], next_step: 'Torni alle 10:15', spoken: 'In anticipo. Torni alle 10 e 15.',
  }, { word: 'Early', title: 'Your booking is at 10:30, Bailiffs (NEP).', steps: [], next_step: 'Come back at 10:15', spoken: 'Early. Come back at 10:15.' }),
  C: view('c', 'refuse', 'wrong_site', 'refuse', {
    word: 'Altra sede', title: 'La prenotazione è al Giudice di Pace, in un altro edificio.', steps: ['Uscendo a destra, 400 metri; autobus 3, fermata Mercato.'], next_step: 'Vada in Via dei Mercanti 12', directions: null, spoken: 'Altra sede. Vada in via dei Mercanti 12.',
  }, { word: 'Other site', title: 'Your booking is at the Justice of the Peace, in another building.', steps: ['Out to the right, 400 metres; bus 3, stop Mercato.'], next_step: 'Go to Via dei Mercanti 12', spoken: 'Other site.' }),
  D: view('d', 'neutral', 'blocked', 'neutral', {
    word: 'Un momento', title: '', steps: [], next_step: 'Si rivolga al personale, per favore', spoken: 'Un momento. Si rivolga al personale, per favore.',
  }, { word: 'One moment', title: '', steps: [], next_step: 'Please speak to the staff', spoken: 'One moment. Please speak to the staff.' }),
  E: view('e', 'wait', 'damaged', 'wait', {
    word: 'Illeggibile', title: 'È una ricevuta, ma un segno non si legge.', steps: ['Stenda bene il foglio.', 'Oppure tocchi «Scrivo il codice».'], next_step: 'Stenda il foglio e riprovi', spoken: 'Illeggibile.',
  }, { word: 'Unreadable', title: 'It is a receipt, but a part cannot be read.', steps: ['Flatten the sheet.', 'Or touch “Type the code”.'], next_step: 'Flatten the sheet and try again', spoken: 'Unreadable.' }),
  F: view('f', 'wait', 'too_late', 'wait', {
    word: 'In ritardo', title: 'Si poteva entrare fino alle 9:45, Volontaria giurisdizione, successioni e amministrazioni di sostegno.', steps: ['Prossimo posto oggi: 11:20.', 'Il personale all’ingresso può spostare la prenotazione.'], next_step: 'Si rivolga al personale', spoken: 'In ritardo.',
  }, { word: 'Late', title: 'You could enter until 9:45.', steps: ['Next free time today: 11:20.', 'The staff at the entrance can move the booking.'], next_step: 'Please speak to the staff', spoken: 'Late.' }),
  G: view('g', 'refuse', 'unknown_booking', 'refuse', {
    word: 'Non trovata', title: 'Nessuna prenotazione con il codice G222-2222.', steps: [], next_step: 'Controlli il codice', spoken: 'Non trovata.',
  }, { word: 'Not found', title: 'No booking has the code G222-2222.', steps: [], next_step: 'Check the code', spoken: 'Not found.' }),
  H: view('h', 'check', 'check_id', 'check', {
    word: 'Documento', title: 'L’ufficio chiede di vedere il documento.', steps: ['Il personale all’ingresso lo confronta con la ricevuta.'], next_step: 'Mostri il documento al personale', spoken: 'Documento.',
  }, { word: 'ID check', title: 'The office asks for your identity document.', steps: [], next_step: 'Show your document to the staff', spoken: 'ID check.' }),
};

const templates = {
  it: [
    { id: 'small', name: 'Piccolo ufficio giudiziario', about: 'Due cancellerie e uno sportello: da qui si parte e si cambia dopo.', offices: [
      { name: 'Cancelleria civile', services: 3, hours: 'lunedì–venerdì 8:30–12:30' }, { name: 'Cancelleria penale', services: 2, hours: 'lunedì–venerdì 8:30–12:30' }, { name: 'Sportello informazioni', services: 1, hours: 'lunedì–venerdì 8:30–13:00' }] },
    { id: 'pistoia', name: 'I tre uffici di Pistoia', about: 'Come nel luglio 2020: Tribunale, Ufficio NEP e Giudice di Pace, ciascuno con i suoi orari.', offices: [
      { name: 'Tribunale', services: 4, hours: 'lunedì–sabato 8:30–12:30' }, { name: 'Ufficio NEP', services: 3, hours: 'lunedì–venerdì 8:30–11:00' }, { name: 'Giudice di Pace', services: 2, hours: 'martedì e giovedì 9:00–12:00' }] },
  ],
};
templates.en = templates.it.map((each) => ({ ...each, name: each.id === 'small' ? 'Small court' : 'The three offices of Pistoia', about: each.id === 'small' ? 'Two registries and a counter: a start that can be changed later.' : 'As in July 2020: Tribunale, Ufficio NEP and Giudice di Pace, each with its own hours.' }));

const station = {
  mode: 'lobby', court: 'Tribunale di Valserena', site: 'Palazzo di Giustizia', address: 'Piazza della Giustizia 1', gate: 'Ingresso principale', gate_id: 1, lang: 'it', training: false,
  demo: true, paper_mode: false, camera: { rotation: 0 }, mm_px: null, gesture: 'arrive', person: null, people: [], rights: [], admit_clear_seconds: 6, lock_minutes: 10,
};

const refuse = (status, code, message, next_step) => ({ status, body: { code, message, next_step } });

/** The answer to one question, or null when this mock does not know it. */
export async function answer(method, path, lang, body) {
  const json = () => JSON.parse(body.toString('utf8') || '{}');
  const at = `${method} ${path}`;
  if (at === 'GET /api/station') return { body: station };
  if (at === 'GET /api/lobby') {
    return { body: { ...state.lobby, offices: offices[lang].map(([name, floor, room, open_until], id) => ({ id, name, floor, room, open_until })) } };
  }
  if (at === 'POST /api/lobby/arrive') {
    state.journal.push(json());
    const result = results[(json().text ?? '')[0]] ?? results.G;
    return { body: result[lang] };
  }
  const scan = /^GET \/api\/lobby\/scan\/(\w)$/.exec(at)?.[1];
  if (scan) return { body: results[scan.toUpperCase()][lang] };
  if (at === 'POST /api/lobby/frame') return { body: typeof state.seen === 'function' ? state.seen(lang) : state.seen };
  if (at === 'POST /api/lobby/call') return state.call_answered ? { body: {} } : refuse(503, 'nobody', 'Nessuno', '');
  if (at === 'GET /api/setup') return { body: { ...state.setup, templates: templates[lang] } };
  if (at === 'POST /api/setup' || at === 'POST /api/setup/demo' || at === 'POST /api/setup/restore') {
    state.journal.push(json());
    await new Promise((done) => setTimeout(done, state.setup_ms));
    if (state.setup_fails) return state.setup_fails;
    return { body: at === 'POST /api/setup' ? { recovery_code: 'K7M2-P9QX-4HTR-W3NB-YD8F-2CVE' } : {} };
  }
  return null;
}

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const kinds = { html: 'text/html; charset=utf-8', js: 'text/javascript', css: 'text/css', woff2: 'font/woff2', woff: 'font/woff' };

/** Builds the two pages and serves them with the pretended station behind them; returns how to stop. */
export async function serve(port) {
  const out = await mkdtemp(join(tmpdir(), 'varco-pages-'));
  await build({
    configFile: false, root: here('..'), logLevel: 'error', plugins: [svelte({ configFile: here('../svelte.config.js') })],
    resolve: { alias: { '@words': here('../../crates/words/ftl') } },
    build: { outDir: out, emptyOutDir: true, rollupOptions: { input: { lobby: here('../lobby/index.html'), setup: here('../setup/index.html') } } },
  });
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const give = (status, kind, body) => {
      response.writeHead(status, { 'Content-Type': kind });
      response.end(body);
    };
    if (!path.startsWith('/api/')) {
      const file = normalize(join(out, path.endsWith('/') ? `${path}index.html` : path));
      const body = file.startsWith(out) ? await readFile(file).catch(() => null) : null;
      return body === null ? give(path === '/favicon.ico' ? 204 : 404, 'text/plain', '') : give(200, kinds[file.split('.').pop()] ?? 'application/octet-stream', body);
    }
    if (state.unreachable) return request.socket.destroy();
    if (path === '/api/events') {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      return response.write(': here\n\n');
    }
    const parts = [];
    for await (const part of request) parts.push(part);
    const lang = String(request.headers['accept-language'] ?? 'it').startsWith('en') ? 'en' : 'it';
    const found = (await answer(request.method, path, lang, Buffer.concat(parts))) ?? refuse(404, 'not_found', 'Non esiste', '');
    return give(found.status ?? 200, 'application/json', JSON.stringify(found.body));
  });
  await new Promise((done) => server.listen(port, '127.0.0.1', done));
  return { close: async () => { server.close(); server.closeAllConnections(); await rm(out, { recursive: true }); } };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await serve(5390);
  console.log('http://localhost:5390/lobby/  http://localhost:5390/setup/');
}
