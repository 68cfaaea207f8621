# SPDX-FileCopyrightText: 2026 The Varco authors
# SPDX-License-Identifier: EUPL-1.2

## The page of closures, extraordinary openings and changes of capacity.

closures-title = Chiusure
closures-text = Chiusure, aperture straordinarie e cambi di posti. Prima di salvare si vede chi è colpito.
closures-none = Nessuna chiusura in vista. Gli orari valgono come sono.
closures-new = Nuova chiusura o apertura
closures-draft = Bozza: nulla è ancora cambiato
closures-discard = Lascia perdere
closures-where = Dove
closures-what = Che cosa
closures-closed = Chiuso
closures-opened = Apertura straordinaria
closures-capacity = Altri posti
closures-when = Quando
closures-day = Un giorno
closures-range = Più giorni
closures-every-year = Ogni anno
closures-date = Giorno
closures-from = Dal
closures-until = Al, compreso
closures-hours = Ore
closures-whole-day = Tutto il giorno
closures-some-hours = Alcune ore
closures-slot = Minuti a visita
closures-persons = Persone insieme
closures-all-bands = Tutte le fasce
closures-reason-it = Motivo (lo legge il cittadino)
closures-reason-en = Motivo in inglese
closures-what-to-do = Che cosa fare invece, se c’è
closures-in-italian = In italiano
closures-in-english = In inglese
closures-summer = Sospensione feriale, 1–31 agosto
closures-summer-reason = Sospensione feriale dei termini
closures-planning = Si guarda chi è colpito…
closures-incomplete = Scrivere il motivo e il giorno: poi si vede chi è colpito.
closures-nobody = Nessuna prenotazione è colpita.
closures-hit = { $n ->
    [one] prenotazione colpita
   *[other] prenotazioni colpite
}
closures-persons-hit = { $n ->
    [one] 1 persona
   *[other] { $n } persone
}
closures-moved = { $n ->
    [one] spostata
   *[other] spostate
}
closures-kept = { $n ->
    [one] tenuta
   *[other] tenute
}
closures-cancelled = { $n ->
    [one] annullata
   *[other] annullate
}
closures-for-all = Per tutte…
closures-all-move = Sposta tutte
closures-all-keep = Tieni tutte
closures-all-cancel = Annulla tutte
closures-all-proposed = Come proposto
closures-hits = Prenotazioni colpite
closures-order = prima le scadenze, poi l’ordine di oggi
closures-now = Ora
closures-person = Persona
closures-due = Scadenza
closures-proposal = Che cosa cambia
closures-decision = Decisione
closures-assistance = con assistenza
closures-new-time = Nuovo orario per { $who }
closures-late = dopo la scadenza
closures-kept-text = viene ricevuta lo stesso
closures-cancelled-text = si annulla
closures-keep = Tieni
closures-move = Sposta
closures-cancel = Annulla
closures-more = Mostra { $n ->
    [one] l’altra
   *[other] le altre { $n }
}
closures-lost = { $n ->
    [one] 1 scadenza è persa: vedere che cosa si può fare.
   *[other] { $n } scadenze sono perse: vedere che cosa si può fare.
}
closures-none-lost = Nessuna scadenza è persa. Nessuna fascia supera i posti.
closures-messages = Messaggi
closures-language = Lingua
closures-lang-it = Italiano
closures-lang-en = English
closures-text-moved = Spostata
closures-text-cancelled = Annullata
closures-text-kept = Tenuta
closures-placeholders = Le parole fra parentesi graffe si riempiono da sole per ciascuno.
closures-fifteen = Dopo il salvataggio i messaggi aspettano 15 minuti: fino ad allora un tocco annulla tutto.
closures-held = I messaggi aspettano 15 minuti.
closures-save = Salva
closures-save-messages = Salva e prepara { $n ->
    [one] 1 messaggio
   *[other] { $n } messaggi
}
closures-saving = Si salva…
closures-again = Guarda di nuovo chi è colpito
closures-saved = Salvato.
closures-taken-back = Tutto è tornato come prima.
closures-released = I messaggi sono pronti: ora si possono mandare o stampare.
closures-did = { $hit ->
    [one] 1 prenotazione colpita
   *[other] { $hit } prenotazioni colpite
}: { $moved } spostate, { $kept } tenute, { $cancelled } annullate
closures-undo = Annulla tutto
closures-held-until = { $n ->
    [one] 1 messaggio aspetta
   *[other] { $n } messaggi aspettano
} fino alle { $time }.
closures-left = { $n ->
    [one] 1 messaggio è pronto o stampato: non si torna più indietro con un tocco.
   *[other] { $n } messaggi sono pronti o stampati: non si torna più indietro con un tocco.
}
closures-send-now = Non aspettare
closures-send-sure = Sì: poi non si annulla più
closures-wait = Aspetta
closures-letters = Lettere (PDF)
closures-letters-file = lettere
closures-phones = Elenco delle telefonate
closures-phone = Telefono
closures-no-phone = non indicato
closures-say = Che cosa dire
closures-days = Festività
closures-days-text = Nei giorni di festa gli uffici sono chiusi senza bisogno di una chiusura. Il santo patrono si sceglie per ogni sede.
closures-day-open = aperto
