# SPDX-FileCopyrightText: 2026 The Varco authors
# SPDX-License-Identifier: EUPL-1.2

# Chiusure ed eccezioni: che cosa non va, che cosa si propone, che cosa si scrive alle persone.

draft-named = Apertura straordinaria
draft-places-named = Capienza
draft-empty = Manca che cosa deve valere: chiuso, aperto o un’altra capienza.
draft-no_such = Questa chiusura non c’è più: guardare l’elenco.
draft-no_such_place = Questa sede o questo ufficio non c’è, o non è più in uso.
draft-past = Il giorno è già passato ({ $date }): sceglierne uno da oggi in poi.
draft-begun = Il periodo comincia in un giorno già passato ({ $date }): farlo cominciare da oggi in poi.
draft-range_reversed = L’ultimo giorno viene prima del primo: scambiarli.
draft-range_too_long = Il periodo dura più di due anni: accorciarlo.
draft-hours_reversed = L’ora di fine deve venire dopo quella di inizio.
draft-off_the_grid = L’ora { $time } non va: usare i cinque minuti, per esempio 9:05.
draft-hours_beside_band = Un’apertura ha già le sue ore: togliere le altre.
draft-no_reason_it = Manca il motivo in italiano: le persone devono sapere perché.
draft-no_reason_en = Manca il motivo in inglese: le persone devono sapere perché.
draft-too_long = Il testo è troppo lungo: al più { $most } caratteri.

hint-closed_anyway = In questi giorni e a queste ore non si riceve già ora nessuno: la chiusura non cambia nulla.
hint-changes_nothing = Così non cambia nulla: gli orari hanno già questi posti.

no-place-not_offered = Il servizio non si offre più.
no-place-due_by = Nessun posto libero entro il { $date }, ultimo giorno utile per questa pratica.
no-place-horizon = Nessun posto libero fino al { $date }.
keep-was-kept = Era già stata mantenuta nonostante una chiusura.

closure-dates-range = da { $from } a { $to }
closure-dates-year = ogni anno dal { $from } al { $to }
closure-hours = { $dates }, { $from }–{ $to }
closure-closed = chiuso { $when }: { $reason }
closure-opened = aperto { $when }
closure-capacity = { $desks } sportelli e { $persons } persone { $when }
closure-counts = { $moved } spostate, { $kept } mantenute, { $cancelled } annullate
closure-lifted = tolta
closure-undone = ripresa
closure-of-court = Tutto l’ufficio giudiziario

message-moved = Gentile { "{person}" }, il suo appuntamento presso { "{office}" } ({ "{service}" }) di { "{old}" } è spostato a { "{new}" }.{ $why } Vale la nuova ricevuta; quella di prima non serve più.
message-cancelled = Gentile { "{person}" }, l’ufficio ha dovuto annullare il suo appuntamento presso { "{office}" } ({ "{service}" }) di { "{old}" }.{ $why } Ci dispiace di non poterle proporre un altro orario: per un nuovo appuntamento può rivolgersi all’ufficio.
message-kept = Gentile { "{person}" }, il suo appuntamento presso { "{office}" } ({ "{service}" }) di { "{old}" } resta valido, con la stessa ricevuta, anche se quel giorno l’ufficio cambia orario.{ $why }
message-why = { " " }Motivo: { $reason }.

letter-title = Avviso sul suo appuntamento
letter-receipt = La sua nuova ricevuta
letter-window = ingresso dalle { $opens } alle { $last }
letter-english = In English
phones-title = Elenco telefonico
phones-no-number = nessun numero

closure-plan-head = { $n ->
    [0] Nessuna prenotazione colpita
    [one] Una prenotazione colpita
   *[other] { $n } prenotazioni colpite
  } (--seen { $seen })
closure-done = Chiusura { $id }: { $moved } spostate, { $kept } mantenute, { $cancelled } annullate; messaggi fermi fino alle { $until }
