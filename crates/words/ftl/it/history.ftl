# SPDX-FileCopyrightText: 2026 The Varco authors
# SPDX-License-Identifier: EUPL-1.2

## The page of what was changed.

history-title = Registro
history-text = Chi ha cambiato che cosa, e quando. L’ultima modifica di ogni cosa si può annullare.
history-by = { $when } · { $by }
history-by-nobody = { $when }
history-was = prima
history-is = dopo
history-undone = Annullato
history-older = Più vecchie
history-empty = Nessuna modifica finora.
history-all = Tutto
history-kind = Mostra
