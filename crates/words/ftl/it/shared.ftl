# SPDX-FileCopyrightText: 2026 The Varco authors
# SPDX-License-Identifier: EUPL-1.2

## Words that the pages of all modes share. Citizens are spoken to with "Lei", staff by infinitives.

shared-unreachable = La postazione non risponde
shared-unreachable-next = Riprovare. Se continua, riavviare Varco: quanto è già registrato resta.
shared-retry = Riprova
shared-understood = Ho capito
shared-back = Indietro
shared-close = Chiudi
shared-choose = Scegli
shared-clear = Svuota
shared-backspace = Cancella l’ultimo carattere
shared-keyboard = Tastiera
shared-capital = Maiuscola
shared-space = spazio
shared-one-less = Uno in meno
shared-one-more = Uno in più
shared-touch-for-sound = Toccare per attivare il suono

## How long until somebody may come back: "mancano 23 minuti".
shared-count-left =
    { $number ->
        [one] manca
       *[other] mancano
    }
shared-count-seconds =
    { $number ->
        [one] secondo
       *[other] secondi
    }
shared-count-minutes =
    { $number ->
        [one] minuto
       *[other] minuti
    }
shared-count-hours =
    { $number ->
        [one] ora
       *[other] ore
    }
shared-count-over = Ora può entrare: mostri di nuovo la ricevuta.

## A supervisor’s PIN

shared-supervisor-pin = PIN del supervisore
shared-which-supervisor = Chi autorizza
shared-missing-supervisor = Scegliere chi autorizza
shared-missing-digits =
    { $number ->
        [one] Manca { $number } cifra
       *[other] Mancano { $number } cifre
    }
shared-pin-digits =
    { $number ->
        [one] { $number } cifra inserita
       *[other] { $number } cifre inserite
    }
