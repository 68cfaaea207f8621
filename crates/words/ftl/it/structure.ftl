# SPDX-FileCopyrightText: 2026 The Varco authors
# SPDX-License-Identifier: EUPL-1.2

## The page of sites, offices and services.

structure-title = Sedi e uffici
structure-text = Ogni modifica vale subito, resta nel registro e si può annullare.
structure-court = Ufficio giudiziario
structure-sites = Sedi
structure-gates = Varchi
structure-offices = Uffici
structure-services = Servizi
structure-grants = Deleghe agli addetti
structure-add-site = Aggiungi una sede
structure-add-gate = Aggiungi un varco
structure-add-office = Aggiungi un ufficio
structure-add-service = Aggiungi un servizio
structure-edit = Modifica { $name }
structure-archive = Archivia
structure-restore = Riprendi
structure-archived = Archiviati ({ $number })
structure-archive-text = Non compare più nelle nuove prenotazioni; quelle che ci sono la conservano.
structure-saved = Salvato: { $name }
structure-done-archived = Archiviato: { $name }
structure-done-restored = Ripreso: { $name }
structure-unchanged = Nulla è cambiato
structure-italian = in italiano
structure-english = in inglese
structure-optional = facoltativo
structure-group-place = Dove
structure-group-contacts = Contatti
structure-group-door = Alla porta
structure-group-booking = Prenotazione
structure-group-texts = Testi
structure-as-office = come l’ufficio
structure-add-bring = Aggiungi una voce
structure-remove-bring = Togli la voce { $n }
structure-none-yet = Qui non c’è ancora nulla.
