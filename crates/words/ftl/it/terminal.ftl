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
