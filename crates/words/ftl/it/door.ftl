# SPDX-FileCopyrightText: 2026 The Varco authors
# SPDX-License-Identifier: EUPL-1.2

## The strip: each thing says when it last worked, or since when it does not.
strip-camera = Fotocamera
strip-camera-page = la vede questa pagina
strip-scanner = Lettore
strip-scanner-none = nessun lettore seriale
strip-scanner-up = collegato dalle { $time }
strip-scanner-down = scollegato dalle { $time }
strip-disk = Disco
strip-disk-written = scritto alle { $time }
strip-disk-nothing = pronto, nulla da scrivere
strip-disk-failing = non scrive dalle { $time }
strip-disk-reserve = pieno, si usa la riserva
strip-disk-unread = non si legge
strip-clock = Ora
strip-clock-machine = di questo computer
strip-clock-stated = dichiarata, fino a mezzanotte
strip-clock-slow = indietro di almeno { $minutes } min
strip-database = Archivio
strip-database-checked = verificato alle { $time }
strip-database-checking = verifica in corso
strip-database-found = trovati errori
strip-knowledge = Prenotazioni
strip-knowledge-now = aggiornate ora
strip-knowledge-minutes = aggiornate { $n } minuti fa
strip-knowledge-hours = aggiornate { $n } ore fa
strip-knowledge-own = di questo computer

## Banners: what is wrong with the station, and what to do.
banner-called = Una persona chiede aiuto: { $gate }, alle { $time }.
banner-called-next = Raggiungerla.
banner-training = Esercitazione: persone e ricevute sono di prova.
banner-training-next = Il supervisore la chiude dal menu.
banner-paper_mode = Modo carta: { $n } letture NON REGISTRATE.
banner-paper_mode-next = Si scrivono da sole quando torna il disco.
banner-disk_failed = Il disco non scrive: le letture non sono accettate.
banner-disk_failed-next = Chiamare il supervisore: può attivare il modo carta.
banner-disk_reserve = Disco pieno: si usa lo spazio di riserva.
banner-disk_reserve-next = Liberare spazio oggi stesso.
banner-database_damaged = La verifica dell'archivio ha trovato errori.
banner-database_damaged-next = Fare una copia e chiamare l'assistenza.
banner-clock_unsafe = L'ora di questo computer è indietro di almeno { $n } minuti.
banner-clock_unsafe-next = Il supervisore dichiara l'ora giusta dal menu.

## Frames.
frame-decoder_down = Il lettore di codici riparte: un momento.
frame-hint-flatten = Stenda il foglio
frame-hint-tilt = Inclini un poco: c'è un riflesso
frame-hint-uncover = Scopra gli angoli del quadrato
frame-hint-closer = Avvicini la ricevuta
frame-hint-brighter = Serve più luce

## Details, places, late entries.
details-closed = I nomi si aprono solo con la ricevuta o con la frase del supervisore.
place-taken = Nuovo posto oggi alle { $time }, codice { $code }.
late-written = scritta
late-bad-code = il codice non è giusto
late-bad-persons = il numero di persone non è giusto
late-bad-time = l'ora non è giusta (10:03)
late-unknown-code = nessuna prenotazione con questo codice
late-future = l'ora è nel futuro
scan-no-code = Nessun codice in questa immagine.

## Reasons.
reason-deadline_today = Scadenza oggi
reason-office_agreed = D'accordo con l'ufficio
reason-re_entry = È un rientro
reason-assistance = Serve assistenza
reason-delay_of_ours = Ritardo nostro
reason-lost_receipt = Ricevuta persa o rovinata
reason-wrong_person = Persona sbagliata
reason-turned_back = Non è entrata
reason-other = Altro motivo

## Conflicts and alarms.
conflict-double_admission = La ricevuta { $code } è entrata due volte: { $before_gate } alle { $before_time }, { $gate } alle { $time }.
conflict-double_admission-next = Chiedere ai due varchi chi è entrato; annullare l'accesso sbagliato.
conflict-cancelled_but_admitted = { $code }, entrata con la firma alle { $time } ({ $gate }), era stata annullata.
conflict-cancelled_but_admitted-next = Avvisare l'ufficio che la persona è nell'edificio.
conflict-bad_signature = Firma falsa alle { $time }, { $gate }.
conflict-bad_signature-next = Parlare con la persona; se occorre, avvisare il comando.
conflict-called = Una persona ha chiesto aiuto alle { $time }, { $gate }.
conflict-called-next = Raggiungerla.
conflict-reported = Accesso autorizzato contro il verdetto alle { $time }, { $gate }.
conflict-reported-next = Dirlo al responsabile dell'ufficio.

## The lobby.
lobby-closed-now = Adesso è chiuso.
lobby-opens-at = Riapre { $day } alle { $time }.
lobby-out-of-order-disk = Questo totem è fuori servizio. Si rivolga al personale all'ingresso.

## Import.
import-good = va bene
import-too-large = file
import-header = intestazione
import-columns = ci sono { $what } colonne, più dell'intestazione
import-form = la riga non si legge { $what }
import-json = file
import-date = la data non è giusta: { $what } (2026-09-17 o 17/09/2026)
import-time = l'ora non è giusta: { $what } (9:20)
import-office = nessun ufficio con questo nome: { $what }
import-service = nessun servizio con questo nome: { $what }
import-persons = il numero di persone non è giusto: { $what }
import-names = ci sono più nomi ({ $what }) che persone
import-contact = il recapito è troppo lungo: al massimo { $what } caratteri
import-due_by = la data di scadenza non è giusta: { $what } (2026-09-17 o 17/09/2026)
import-no-slot = a quell'ora l'ufficio non ha un posto
import-full = a quell'ora è pieno
import-closed = quel giorno l'ufficio è chiuso
import-disk = non si è potuta scrivere: riprovare

## Data that cannot be opened.
open-damaged = I dati di questa postazione sono danneggiati.
open-damaged-next = Scelga una copia: i dati di adesso restano da parte.
open-newer = I dati sono di una versione più nuova di Varco.
open-newer-next = Installare la versione nuova del programma; i dati non sono stati toccati.
open-read_only = La cartella dei dati non si può scrivere.
open-read_only-next = Controllare i permessi della cartella, poi riaprire.
open-full = Il disco è pieno.
open-full-next = Liberare spazio, poi riaprire.

