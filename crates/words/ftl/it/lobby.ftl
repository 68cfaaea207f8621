# SPDX-FileCopyrightText: 2026 The Varco authors
# SPDX-License-Identifier: EUPL-1.2

## The lobby: anyone, alone at a kiosk. "Lei" throughout; no word has a gender of the person.

lobby-greeting = Buongiorno
lobby-show = Mostri la ricevuta
lobby-show-text = Il foglio o il telefono, con il quadrato nero davanti alla fotocamera.
lobby-show-no-camera = La fotocamera non funziona: scriva il codice della ricevuta.
lobby-camera-off = Fotocamera non disponibile
lobby-camera-preview = Che cosa vede la fotocamera
lobby-or-touch = oppure tocchi
lobby-card-code = Scrivo il codice
lobby-card-code-text = 8 lettere e cifre sulla ricevuta
lobby-card-offices = Dove devo andare?
lobby-card-offices-text = Uffici, piani, orari
lobby-card-no-booking = Non ho prenotato
lobby-card-no-booking-text = Che cosa posso fare

lobby-contrast = Contrasto
lobby-contrast-usual = Contrasto normale
lobby-text-large = Testo più grande
lobby-text-usual = Testo normale
lobby-listen = Ascolta
lobby-hush = Ferma la voce
lobby-call-person = Chiama una persona

## Writing the code.
lobby-code-title = Scriva il codice
lobby-code-where = È sulla ricevuta, sotto il quadrato nero: 8 lettere e cifre.
lobby-code-strange = Nei codici non ci sono 0, 1, I, L e O.
lobby-code-missing =
    { $number ->
        [0] Il codice è completo: tocchi Avanti.
        [1] Manca 1 carattere.
       *[other] Mancano { $number } caratteri.
    }
lobby-code-so-far = Finora: { $code }.
lobby-code-send = Avanti
lobby-pad = Lettere e cifre del codice
lobby-erase-all = Cancella tutto

## The answer.
lobby-one-moment = Un momento…
lobby-room = stanza { $room }
lobby-floor = piano { $floor }
lobby-floor-room = piano { $floor }, stanza { $room }
lobby-done = Ho finito

## Somebody may have gone.
lobby-still-here = È ancora qui?
lobby-still-here-what = Se nessuno tocca lo schermo, questa pagina si chiude e non resta niente di quello che ha scritto.
lobby-more-time = Mi serve più tempo
lobby-closes-in =
    { $seconds ->
        [one] si chiude tra 1 secondo
       *[other] si chiude tra { $seconds } secondi
    }

## Offices.
lobby-offices-title = Uffici di questa sede
lobby-offices-none = L’elenco degli uffici non è disponibile: chieda al personale.
lobby-office-open = Aperto fino alle { $time }
lobby-office-closed = Ora chiuso
lobby-offices-more = Altri uffici
lobby-offices-page = pagina { $page } di { $pages }

## Without a booking.
lobby-no-booking-title = Senza prenotazione
lobby-no-booking-hearing = Per un’udienza non serve.
lobby-no-booking-hearing-text = Parti, testimoni e avvocati si rivolgono al personale all’ingresso.
lobby-no-booking-counter = Per uno sportello, chieda se c’è posto.
lobby-no-booking-counter-text = Il personale vede i posti liberi di oggi.
lobby-no-booking-next-time = La prossima volta, prenoti.
lobby-no-booking-next-time-text = Con la ricevuta si entra all’ora scelta, senza fila.

## Calling a person.
lobby-called = Il personale è avvisato
lobby-called-next = Resti qui, per favore: arriva una persona.
lobby-not-called = Si rivolga al personale
lobby-not-called-next = Da qui l’avviso non è partito. Il personale è all’ingresso.

## Closed, broken, failed.
lobby-closed = Gli uffici sono chiusi
lobby-out-of-order = Fuori servizio
lobby-out-of-order-next = Si rivolga al personale all’ingresso, con la ricevuta in mano.
lobby-out-of-order-foot = Questa postazione riprende da sola appena può.
lobby-failed = Non è andata a buon fine
lobby-failed-next = Riprovi. Se succede ancora, si rivolga al personale.
lobby-retry = Riprovi
lobby-training = Esercitazione: nulla di quanto appare qui è vero

## Said by a voice, on request.
lobby-spoken-welcome = Buongiorno. Se ha una ricevuta, mostri alla fotocamera il quadrato nero, sul foglio o sul telefono. Oppure tocchi lo schermo in basso: primo tasto, scrivo il codice; secondo tasto, dove devo andare; terzo tasto, non ho prenotato. L’ultimo tasto in basso chiama una persona.

## For the staff: behind a long press on the mark at the top, or Esc held down.

lobby-staff-title = Per il personale
lobby-staff-text = Chiudere questa postazione. Serve il PIN di chi supervisiona.
lobby-staff-close = Chiudi Varco
lobby-staff-closed = La postazione è chiusa
lobby-staff-closed-text = Per ricominciare, avviare di nuovo Varco.
