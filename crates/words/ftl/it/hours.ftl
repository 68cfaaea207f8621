# SPDX-FileCopyrightText: 2026 The Varco authors
# SPDX-License-Identifier: EUPL-1.2

## The page of the opening hours.

hours-title = Orari: { $office }
hours-menu = Orari
hours-office = Ufficio
hours-none = Per questo ruolo qui non ci sono uffici.
hours-before = Settimana prima
hours-after = Settimana dopo
hours-today = oggi
hours-legend = Per chi
hours-letter-all = T
hours-letter-citizens = C
hours-letter-professionals = A
hours-letter-agencies = G
hours-letter-staff = P
hours-letter-walk-in = S
hours-for-all = Tutti
hours-for-citizens = Cittadini
hours-for-professionals = Avvocati
hours-for-agencies = Agenzie
hours-for-staff = Personale
hours-for-walk-in = Senza prenotazione
hours-closed = Chiuso
hours-closed-why = Chiuso: { $reason }
hours-places = { $n ->
    [one] { $n } posto
   *[other] { $n } posti
  }
hours-band = { $day }, { $from }–{ $to }, { $audience }, { $places }
hours-band-every = ogni { $minutes } min · { $desks ->
    [one] uno sportello
   *[other] { $desks } sportelli
  }
hours-help = Trascinare su un giorno per aggiungere una fascia, oppure premere N. Frecce per spostare, Maiusc + frecce per allungare, Canc per togliere, Ctrl + Z per annullare.
hours-day-add = Aggiungi una fascia: { $day }
hours-with = Con questi orari
hours-places-week = posti a settimana
hours-places-day = posti { $day }
hours-peak = arrivi insieme, al più
hours-more = + { $n } su prima
hours-fewer = − { $n } su prima
hours-arrivals = Arrivi alla porta { $day }, ogni quarto d’ora
hours-quarter = Quarto d’ora
hours-arriving = Persone
hours-arrivals-table = Tabella
hours-figures-week = Settimana del { $date }
hours-choose = Scegliere una fascia per vederla e cambiarla.
hours-from = Dalle
hours-to = Alle
hours-desks = Sportelli
hours-persons = Persone insieme
hours-fewer-desks = uno sportello in meno
hours-more-desks = uno sportello in più
hours-length = Durata di una visita
hours-minutes = { $n } min
hours-audience = Per chi
hours-repeats = Si ripete
hours-every-week = ogni settimana
hours-every-2 = ogni 2 settimane
hours-every-3 = ogni 3 settimane
hours-every-4 = ogni 4 settimane
hours-every-n = ogni { $n } settimane
hours-nth-first = il primo del mese
hours-nth-second = il secondo del mese
hours-nth-third = il terzo del mese
hours-nth-fourth = il quarto del mese
hours-nth-fifth = il quinto del mese
hours-nth-last = l’ultimo del mese
hours-until = Vale fino al
hours-no-end = Senza una fine
hours-until-is = Vale fino al { $date }
hours-extend = Prolunga
hours-extend-until = Prolunga fino al
hours-extend-go = Prolunga ora
hours-extend-all = tutte le fasce che finiscono quel giorno
hours-extended = Prolungato fino al { $date }
hours-split = Dividi
hours-remove = Togli
hours-copy = Copia negli altri giorni
hours-left-over = Alla fine avanzano { $n } min
hours-when = Da quando
hours-check = Controlla e pubblica
hours-publish = Pubblica
hours-back = Torna a modificare
hours-undo-step = Annulla: { $step }
hours-discard = Lascia com’era
hours-step-add = fascia nuova
hours-step-move = spostamento
hours-step-stretch = durata della fascia
hours-step-change = modifica
hours-step-split = divisione
hours-step-copy = copia
hours-step-remove = fascia tolta
hours-checking = Controllo…
hours-wrong = Così non si può pubblicare
hours-told = Da sapere
hours-what-changes = Che cosa cambia dal { $date }
hours-nothing-changes = Nulla cambia.
hours-bookings = { $n ->
    [0] Nessuna prenotazione già presa.
    [one] Una prenotazione già presa: non cambia.
   *[other] { $n } prenotazioni già prese: nessuna cambia.
  }
hours-outside = { $n ->
    [one] Una cade fuori dai nuovi orari e resta valida.
   *[other] { $n } cadono fuori dai nuovi orari e restano valide.
  }
hours-published = Pubblicato: vale dal { $date }.
hours-taken-back = Annullato: gli orari sono quelli di prima.
hours-unsaved = { $n ->
    [one] Una modifica non ancora pubblicata
   *[other] { $n } modifiche non ancora pubblicate
  }
hours-why-title = Perché un’ora è libera o no?
hours-why-day = Giorno
hours-why-time = Ora
hours-why-go = Chiedi
hours-read-only = Questo ruolo vede gli orari e non li cambia.
hours-day-1 = Lunedì
hours-day-2 = Martedì
hours-day-3 = Mercoledì
hours-day-4 = Giovedì
hours-day-5 = Venerdì
hours-day-6 = Sabato
hours-day-7 = Domenica
hours-weekend = Mostra anche sabato e domenica
hours-calendar = Settimana
