# SPDX-FileCopyrightText: 2026 The Varco authors
# SPDX-License-Identifier: EUPL-1.2

## What varcoctl says.

recover-code = Codice di recupero:
recover-pin = PIN del nuovo amministratore (almeno 6 cifre):
recover-password = Password (almeno 12 caratteri):
recover-passphrase = Frase che apre i nomi (almeno 12 caratteri; vuota se basta la password):
recover-done = { $name } è amministratore. Il codice di recupero è consumato: non apre più nulla.
recover-wrong =
    { $n ->
        [one] Il codice non è giusto. Resta un tentativo, poi si deve attendere.
       *[other] Il codice non è giusto. Restano { $n } tentativi, poi si deve attendere.
    }
recover-spent = In questa cartella non c'è un codice di recupero, o è già stato consumato.

## What an office offers on a day, and would offer.

what-if = fasce { $slots }, prenotazioni { $bookings }, persone { $persons }, al più { $peak } in un quarto d'ora

## Why a time is free or not.

why-free = libero: sportelli { $desks }, persone { $persons }
why-full = tutti i posti sono presi
why-between_slots = nessuna fascia comincia a quell'ora; la prossima alle { $next }
why-between_slots-last = nessuna fascia comincia a quell'ora, e dopo non ce ne sono altre
why-left_over = il tempo che resta fino alle { $until } non basta per un'altra fascia
why-not_for_this_audience = aperto per altri: { $audiences }
why-closed = chiuso: { $reason }
why-replaced = vale un altro orario al posto di questo
why-holiday = chiuso: { $holiday }
why-clock_change = in quell'ora cambia l'ora
why-no_such_time = quell'ora non esiste: gli orologi passano dalle { $from } alle { $until }
why-not_this_week = l'orario non vale in questa settimana
why-not_valid_yet = l'orario vale da { $day } { $year }
why-not_valid_any_more = l'orario è valso fino a { $day } { $year }
why-outside_hours = fuori orario: si apre alle { $until }
why-outside_hours-after = fuori orario: si è chiuso alle { $since }
why-not_that_weekday = in quel giorno della settimana non si riceve; si riceve: { $days }
why-not_that_weekday-never = non si riceve mai

audience-all = tutti
audience-citizens = cittadini
audience-professionals = professionisti
audience-agencies = agenzie
audience-staff = personale
audience-walk_in = chi viene senza prenotazione

holiday-sunday = domenica
holiday-summer = sospensione feriale
holiday-patron = santo patrono, { $name }
holiday-capodanno = Capodanno
holiday-epifania = Epifania
holiday-pasqua = Pasqua
holiday-lunedi_dell_angelo = Lunedì dell'Angelo
holiday-liberazione = Anniversario della Liberazione
holiday-festa_del_lavoro = Festa del lavoro
holiday-festa_della_repubblica = Festa della Repubblica
holiday-assunzione = Assunzione
holiday-san_francesco = San Francesco d'Assisi
holiday-ognissanti = Ognissanti
holiday-immacolata = Immacolata Concezione
holiday-natale = Natale
holiday-santo_stefano = Santo Stefano
