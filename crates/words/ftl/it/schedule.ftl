# SPDX-FileCopyrightText: 2026 The Varco authors
# SPDX-License-Identifier: EUPL-1.2

## Opening hours in words, and what is wrong with them. A rule is called by its day and hours.

rule-named = { $day } { $from }–{ $to } ({ $audience })
exception-named = chiusura o apertura di { $when }
fault-from_not_before_to = { $rule }: l'inizio ({ $from }) deve venire prima della fine ({ $to })
fault-off_the_grid = { $rule }: { $time } non è un multiplo di cinque minuti
fault-slot_off_the_grid = { $rule }: una visita di { $minutes } minuti non è un multiplo di cinque minuti
fault-slot_longer_than_band = { $rule }: una visita di { $slot } minuti non entra in { $band } minuti
fault-remainder_not_stated = { $rule }: alla fine avanzano { $left_over } minuti
fault-no_desks = { $rule }: serve almeno uno sportello
fault-fewer_persons_than_desks = { $rule }: { $persons } persone sono meno di { $desks } sportelli
fault-weekday = { $n } non è un giorno della settimana
fault-sundays = { $rule }: la domenica è festiva e non si aprirebbe mai; inserire un'apertura straordinaria
fault-weeks = { $rule }: ogni { $n } settimane non va; da ogni 2 a ogni 52
fault-validity_reversed = { $rule }: vale da { $from } ma finisce prima, { $until }
fault-version_twice = { $rule }: la stessa versione c'è due volte; ricaricare la pagina
fault-bands_overlap = { $one } e { $other } si sovrappongono, la prima volta { $date }: accorciarne uno, o unirli
fault-exception_twice = { $exception }: c'è due volte
fault-range_reversed = il periodo da { $from } finisce prima, { $to }
fault-hours_reversed = { $exception }: l'inizio deve venire prima della fine
fault-hours_off_the_grid = { $exception }: { $time } non è un multiplo di cinque minuti
fault-hours_beside_band = { $exception }: gli orari sono quelli della fascia, non altri
fault-no_reason = { $exception }: dire perché, in italiano e in inglese
fault-before_doors = { $rule } comincia prima che la sede apra, alle { $time }
fault-after_closing = { $rule } finisce dopo che la sede chiude, alle { $time }
fault-desks_together =
    { $desks ->
        [one] insieme usano { $used } sportelli, e l'ufficio ne ha uno: { $rules } (la prima volta { $date }, alle { $time })
       *[other] insieme usano { $used } sportelli, e l'ufficio ne ha { $desks }: { $rules } (la prima volta { $date }, alle { $time })
    }
fault-persons_over_cases = { $rule }: { $persons } persone sono più di { $desks } sportelli per { $cases } pratiche a visita
fault-no_such_rule = { $rule }: questo orario non c'è più; ricaricare la pagina
fault-not_later = { $rule } vale già fino a { $until }: indicare una data successiva
fault-not_later-ever = { $rule } vale già senza una fine
rule-full = { $rule }, ogni { $minutes } min, sportelli { $desks }, persone { $persons }
rule-full-until = { $rule }, ogni { $minutes } min, sportelli { $desks }, persone { $persons }, fino al { $until }
rule-change-new = Nuovo: { $rule }
rule-change-changed = { $before } → { $after }
rule-change-ended = Finisce: { $rule }
