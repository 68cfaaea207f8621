# SPDX-FileCopyrightText: 2026 The Varco authors
# SPDX-License-Identifier: EUPL-1.2

## Word, reason, next step and second line of each verdict.
## Lei to the citizen, infinitive to the staff. Next step at most 36 characters, second line at most 48.

verdict-not_a_receipt-word = Altro codice
verdict-not_a_receipt-why = Sembra { $what }.
verdict-not_a_receipt-next = Mostri la ricevuta
verdict-not_a_receipt-sub = Ha un quadrato nero e un codice di 8 segni.

verdict-damaged-word = Illeggibile
verdict-damaged-why = È una ricevuta, ma un segno non si legge.
verdict-damaged-next = Stenda il foglio e riprovi
verdict-damaged-sub = Oppure scriva il codice breve sotto il quadrato.

verdict-not_ours-word = Altro ente
verdict-not_ours-why = Ricevuta di un altro ufficio: { $court }.
verdict-not_ours-why-unknown = Ricevuta di un altro ufficio (sede n. { $site }).
verdict-not_ours-next = Si rivolga all'altro ente
verdict-not_ours-sub = L'indirizzo è scritto sul foglio.

verdict-key_unknown-word = Incerta
verdict-key_unknown-why = Varco non aggiornato dal { $when }.
verdict-key_unknown-why-never = Questo varco non è mai stato aggiornato.
verdict-key_unknown-why-revoked = La chiave di questa ricevuta è stata ritirata.
verdict-key_unknown-next = Chiamare il supervisore
verdict-key_unknown-sub = Oppure cercare con il codice breve.

verdict-bad_signature-word = Alt
verdict-bad_signature-why = La firma non corrisponde.
verdict-bad_signature-next = Chiamare il supervisore
verdict-bad_signature-sub = Avviso inviato. Non trattenere la persona.

verdict-unknown_booking-word = Non trovata
verdict-unknown_booking-why = Nessuna prenotazione con il codice { $code }.
verdict-unknown_booking-next = Controlli il codice
verdict-unknown_booking-sub = Poi cercare per nome o chiedere all'ufficio.

verdict-blocked-word = Un momento
verdict-blocked-next = Si rivolga al personale, per favore

verdict-cancelled-word = Annullata
verdict-cancelled-why-office = Annullata dall'ufficio { $when }.
verdict-cancelled-why-holder = Annullata da chi ha prenotato { $when }.
verdict-cancelled-next = Nuovo orario: { $when }
verdict-cancelled-next-none = Serve una nuova prenotazione
verdict-cancelled-sub = La ricevuta nuova è nella posta elettronica.
verdict-cancelled-sub-none = Si prenota di nuovo, o si chiede all'ufficio.

verdict-reissued-word = Sostituita
verdict-reissued-why = C'è una ricevuta più recente, del { $when }.
verdict-reissued-next = Vale la nuova: { $when }
verdict-reissued-sub = Chieda di aprire l'ultimo messaggio ricevuto.

verdict-wrong_site-word = Altra sede
verdict-wrong_site-why = La prenotazione è in un altro edificio.
verdict-wrong_site-next = { $address }
verdict-wrong_site-sub = { $site }, piano { $floor }

verdict-wrong_day-word = Altro giorno
verdict-wrong_day-why-passed = La prenotazione era per un giorno passato.
verdict-wrong_day-why = La prenotazione è per un altro giorno.
verdict-wrong_day-next = Torni { $when }
verdict-wrong_day-next-passed = Serve una nuova prenotazione
verdict-wrong_day-sub = Questa ricevuta vale solo quel giorno.

verdict-office_closed-word = Chiuso
verdict-office_closed-why = { $office }: { $reason }.
verdict-office_closed-next = { $what }
verdict-office_closed-next-none = Chiedere all'ufficio un nuovo orario
verdict-office_closed-sub = La chiusura è venuta dopo la prenotazione.

verdict-already_inside-word = Già dentro
verdict-already_inside-why = Usata alle { $time }, { $gate }.
verdict-already_inside-next = Chiedere se è un rientro
verdict-already_inside-sub = Se lo è, il supervisore può autorizzare.

verdict-already_served-word = Conclusa
verdict-already_served-why = La visita è finita alle { $time }.
verdict-already_served-next = Serve una nuova prenotazione
verdict-already_served-sub = Per un'altra cosa ci vuole un altro posto.

verdict-party_partial-word = Avanti
verdict-party_partial-why = { $inside ->
    [one] Una persona è già dentro.
   *[other] { $inside } persone sono già dentro.
  }

verdict-too_early-word = In anticipo
verdict-too_early-why = Prenotazione delle { $time }, { $office }.
verdict-too_early-next = Torni alle { $back }
verdict-too_early-sub = Da quell'ora si entra, con la stessa ricevuta.

verdict-too_late-word = In ritardo
verdict-too_late-why = Si poteva entrare fino alle { $until }.
verdict-too_late-next = Prossimo posto oggi: { $next }
verdict-too_late-next-none = Oggi non ci sono altri posti
verdict-too_late-sub = Un tocco e la ricevuta nuova è pronta.
verdict-too_late-sub-none = Chiedere all'ufficio, o prenotare di nuovo.

verdict-site_full-word = Pieno
verdict-site_full-why = { $inside } persone su { $maximum } nell'edificio.
verdict-site_full-next = Attenda qui: entra appena esce uno
verdict-site_full-sub = Il Suo posto non si perde.

verdict-check_id-word = Documento
verdict-check_id-why = L'ufficio chiede di confrontarlo con la ricevuta.
verdict-check_id-next = Mostri il documento d'identità
verdict-check_id-sub = Confrontare il nome con la prenotazione.
verdict-check_id-why-refused = Il documento non corrisponde alla prenotazione.
verdict-check_id-next-refused = Si rivolga all'ufficio
verdict-check_id-sub-refused = Nessun accesso. Se serve, chiamare il supervisore.

verdict-admit_note-word = Avanti
verdict-admit-word = Avanti
verdict-enter-next = Piano { $floor }, stanza { $room }
verdict-enter-next-floor = Piano { $floor }
verdict-enter-next-room = Stanza { $room }
verdict-enter-next-none = { $office }

verdict-exit-word = Uscita
verdict-exit-why = { $leave ->
    [0] Nessuno di questa prenotazione risulta dentro.
    [one] Esce una persona.
   *[other] Escono { $leave } persone.
  }
verdict-exit-next = Arrivederci
verdict-exit-next-back = Arrivederci. Può rientrare oggi

## Neutral words of the lobby for what only the staff may know.
verdict-lobby-staff-word = Un momento
verdict-lobby-staff-next = Si rivolga al personale, per favore
verdict-lobby-arrived-word = Prego
verdict-lobby-arrived-floor = Prego, piano { $floor }

## Marks beside the word.
mark-by_signature = riconosciuta dalla firma
mark-moved = spostata: vale il nuovo orario
mark-already_read = già letta alle { $time }
mark-clock_unsafe = ora incerta
mark-look = solo vista
mark-re_entry = rientro
mark-override = autorizzata
mark-late_entry = trascritta dalla carta
mark-not_recorded = NON REGISTRATA
mark-annulled = accesso annullato
mark-id_confirmed = documento confrontato
mark-id_refused = documento non corrisponde
mark-training = ESERCITAZIONE
mark-assistance = Assistenza

## What a foreign code looks like.
foreign-empty = un codice vuoto
foreign-web_link = un indirizzo internet
foreign-health_card = una tessera sanitaria
foreign-green_pass = una certificazione verde
foreign-payment_notice = un avviso di pagamento
foreign-boarding_pass = una carta d'imbarco
foreign-contact = un biglietto da visita
foreign-wireless = l'accesso a una rete
foreign-message = un numero o un indirizzo di posta
foreign-number = un codice a barre di un prodotto
foreign-other_version = una ricevuta di un'altra versione
foreign-text = un altro codice
foreign-binary = un altro codice

## Persons, times, and what was kept.
persons-of = { $enter } di { $party }
persons-count = { $n ->
    [one] 1 persona
   *[other] { $n } persone
  }
when-today = oggi alle { $time }
when-day = { $day } alle { $time }
at-time = { $time }
saved-entered = Accesso registrato
saved-scan = Lettura registrata
saved-look = Solo vista · nulla è stato usato
saved-not = NON REGISTRATA · si scrive quando torna il disco
saved-exit = Uscita registrata { $time }
saved-check = Nessun accesso finché non si conferma
saved-refused = Nessun accesso: documento non corrispondente
