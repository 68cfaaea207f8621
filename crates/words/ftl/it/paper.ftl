# SPDX-FileCopyrightText: 2026 The Varco authors
# SPDX-License-Identifier: EUPL-1.2

## Sheets of paper: the receipt of a booking and the list of a day at a gate.
## Lei to the citizen, infinitive to the staff. Nothing here says what the person asks for, or who they are.

paper-language = Italiano

### Receipt

paper-receipt-title = Ricevuta di prenotazione
# The title of the file: what a screen reader says first.
paper-receipt-document = Ricevuta di prenotazione { $code }: { $date }, ore { $time }
paper-receipt-qr = Codice QR della ricevuta { $code }
paper-receipt-clock = ore { $time }
paper-receipt-persons = { $persons ->
    [one] per 1 persona
   *[other] per { $persons } persone
}
paper-receipt-opens = si apre
paper-receipt-visit = la Sua visita
paper-receipt-last = ultimo ingresso
paper-receipt-rule = Prima delle { $opens } non si entra. Dopo le { $last } serve un altro orario: lo offre il personale all’ingresso, se c’è posto in giornata.
paper-receipt-where = Dove
paper-receipt-floor-room = piano { $floor }, stanza { $room }
paper-receipt-floor = piano { $floor }
paper-receipt-room = stanza { $room }
paper-receipt-entrance = Ingresso: { $address }.
paper-receipt-entrance-main = Ingresso principale: { $address }.
paper-receipt-entrance-step-free = Ingresso senza gradini: { $address }.
paper-receipt-bring = Che cosa portare
paper-receipt-bring-receipt = questa ricevuta, su carta o sul telefono
paper-receipt-service = { $service }, { $minutes ->
    [one] 1 minuto
   *[other] { $minutes } minuti
}. Ricevuta rilasciata il { $date } alle { $time }.
paper-receipt-move-web = Non può venire? Rinunci o cambi orario da { $web } con il codice scritto sotto il quadrato: il posto va a un’altra persona.
paper-receipt-move-phone = Non può venire? Telefoni al numero { $phone } e dica il codice scritto sotto il quadrato: il posto va a un’altra persona.
paper-receipt-privacy = Nel quadrato non ci sono nomi né l’oggetto della richiesta. Non lo pubblichi: chi lo mostra prende il Suo posto.
# The whole receipt in one breath, set in a box on the receipt of the other language.
paper-receipt-summary = { $date }, ore { $time }. Si entra dalle { $window } da { $address }. Portare questa ricevuta e le cose elencate sopra.
paper-receipt-summary-place = { $date }, ore { $time }. Si entra dalle { $window } da { $address }: { $place }. Portare questa ricevuta e le cose elencate sopra.
paper-receipt-summary-window = { $opens } alle { $last }
paper-receipt-summary-step-free = Ingresso senza gradini: { $address }.

### Marks

paper-training = Esercitazione
paper-training-receipt = Ricevuta di prova: non vale per entrare.
paper-training-list = Persone e prenotazioni sono di prova.
paper-reprint = Ristampa
paper-reprint-note = Vale come il primo foglio, e si usa una volta sola.

### List of the day

paper-list-title = Elenco del giorno
paper-list-document = Elenco del giorno, { $gate }: { $date }
paper-list-gate = { $site }, { $gate }
paper-list-count = { $bookings ->
    [0] Nessuna prenotazione
    [one] 1 prenotazione
   *[other] { $bookings } prenotazioni
}, { $persons ->
    [0] nessuna persona
    [one] 1 persona
   *[other] { $persons } persone
}
paper-list-inside = già entrate alla stampa: { $persons }
paper-list-printed = Stampato { $date } alle { $time }
paper-list-head = Sigillo del registro: { $head }
paper-list-how = Chi entra: segnare la casella, scrivere quante persone e a che ora. Prima o dopo l’orario d’ingresso: chiamare il supervisore. Al ritorno del sistema riportare i segni come ingressi tardivi.
paper-list-col-time = Ora
paper-list-col-window = Ingresso
paper-list-col-code = Codice
paper-list-col-persons = Persone
paper-list-col-office = Ufficio
paper-list-col-tick = Entra
paper-list-col-entered = Quante
paper-list-col-at = Alle ore
paper-list-check-id = documento
paper-list-entered = { $entered } di { $persons }
paper-list-blank-title = Righe libere
paper-list-blank-how = Per chi arriva dopo la stampa o ha una ricevuta che non è in elenco: copiare il codice corto.
paper-list-empty = Nessuna prenotazione per questo giorno.
paper-page = pagina { $page } di { $pages }

### Hours in words, so that nobody takes a morning for an evening

paper-noon = mezzogiorno
paper-midnight = mezzanotte
paper-time-exact = { $hour } { $part }
paper-time-minutes = { $hour } e { $minute } { $part }
paper-hour = { $hour ->
    [0] mezzanotte
    [1] l’una
    [2] due
    [3] tre
    [4] quattro
    [5] cinque
    [6] sei
    [7] sette
    [8] otto
    [9] nove
    [10] dieci
    [11] undici
    [12] mezzogiorno
    [13] l’una
    [14] due
    [15] tre
    [16] quattro
    [17] cinque
    [18] sei
    [19] sette
    [20] otto
    [21] nove
    [22] dieci
    [23] undici
   *[other] { $hour }
}
paper-part-of-day = { $hour ->
    [0] { "" }
    [1] di notte
    [2] di notte
    [3] di notte
    [4] di notte
    [5] di notte
    [6] del mattino
    [7] del mattino
    [8] del mattino
    [9] del mattino
    [10] del mattino
    [11] del mattino
    [12] { "" }
    [13] del pomeriggio
    [14] del pomeriggio
    [15] del pomeriggio
    [16] del pomeriggio
    [17] del pomeriggio
    [18] di sera
    [19] di sera
    [20] di sera
    [21] di sera
    [22] di sera
    [23] di sera
   *[other] { "" }
}
paper-minute = { $minute ->
    [1] uno
    [2] due
    [3] tre
    [4] quattro
    [5] cinque
    [6] sei
    [7] sette
    [8] otto
    [9] nove
    [10] dieci
    [11] undici
    [12] dodici
    [13] tredici
    [14] quattordici
    [15] quindici
    [16] sedici
    [17] diciassette
    [18] diciotto
    [19] diciannove
    [20] venti
    [21] ventuno
    [22] ventidue
    [23] ventitré
    [24] ventiquattro
    [25] venticinque
    [26] ventisei
    [27] ventisette
    [28] ventotto
    [29] ventinove
    [30] trenta
    [31] trentuno
    [32] trentadue
    [33] trentatré
    [34] trentaquattro
    [35] trentacinque
    [36] trentasei
    [37] trentasette
    [38] trentotto
    [39] trentanove
    [40] quaranta
    [41] quarantuno
    [42] quarantadue
    [43] quarantatré
    [44] quarantaquattro
    [45] quarantacinque
    [46] quarantasei
    [47] quarantasette
    [48] quarantotto
    [49] quarantanove
    [50] cinquanta
    [51] cinquantuno
    [52] cinquantadue
    [53] cinquantatré
    [54] cinquantaquattro
    [55] cinquantacinque
    [56] cinquantasei
    [57] cinquantasette
    [58] cinquantotto
    [59] cinquantanove
   *[other] { $minute }
}
