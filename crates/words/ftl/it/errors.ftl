# SPDX-FileCopyrightText: 2026 The Varco authors
# SPDX-License-Identifier: EUPL-1.2

## One sentence and one next step for each code.
error-bad_request = La richiesta non si capisce ({ $part }).
error-bad_request-next = Controllare e riprovare.
error-not_allowed = Serve un'altra persona per questo.
error-not_allowed-next = Chiamare il supervisore, o accedere con il suo PIN.
error-not_found = Non c'è più.
error-not_found-next = Mostrare di nuovo la ricevuta.
error-not_the_latest = È già arrivata un'altra ricevuta.
error-not_the_latest-next = Il numero si corregge solo fino alla ricevuta dopo.
error-no_entry = Questa lettura non ha fatto entrare nessuno.
error-no_entry-next = Non c'è nulla da correggere.
error-not_overrulable = Questo verdetto non si può autorizzare.
error-not_overrulable-next = Seguire il passo scritto sullo schermo.
error-already_done = È già stato fatto.
error-already_done-next = Non serve rifarlo.
error-lapsed = È passato troppo tempo per il documento.
error-lapsed-next = Mostrare di nuovo la ricevuta.
error-number = Il numero può arrivare a { $n }.
error-number-next = Scegliere un numero più piccolo.
error-reason = Manca il motivo.
error-reason-next = Scegliere un motivo dall'elenco.
error-no_place = Per quell'ufficio non ci sono più posti senza prenotazione.
error-no_place-next = Dire quando riapre, o prenotare un altro giorno.
error-clock_too_far = L'ora dichiarata è troppo lontana.
error-clock_too_far-next = Correggere la data nelle impostazioni del computer.
error-no_booking = Il posto non è più libero.
error-no_booking-next = Scegliere un altro orario.
error-key_reused = Questa richiesta è già servita per altro.
error-key_reused-next = Riprovare dall'inizio.
error-disk_full = Il disco è pieno: la lettura non è stata registrata.
error-disk_full-next = Chiamare il supervisore: può attivare il modo carta.
error-disk_read_only = Il disco non si può scrivere: la lettura non è stata registrata.
error-disk_read_only-next = Chiamare il supervisore: può attivare il modo carta.
error-disk_failed = Il disco non risponde: la lettura non è stata registrata.
error-disk_failed-next = Chiamare il supervisore: può attivare il modo carta.
error-busy = L'archivio è occupato: la lettura non è stata registrata.
error-busy-next = Mostrare di nuovo la ricevuta.
error-database_damaged = L'archivio è danneggiato.
error-database_damaged-next = Chiamare il supervisore: si riparte da una copia.
error-database_newer = I dati sono di una versione più nuova.
error-database_newer-next = Installare la versione nuova del programma.
error-no_court = Qui non c'è ancora un ufficio.
error-no_court-next = Fare la prima configurazione, o indicare la cartella dei dati.
error-wrong_pin = Il PIN non è giusto.
error-wrong_pin-next = { $n ->
    [one] Resta un tentativo prima di dover attendere.
   *[other] Restano { $n } tentativi prima di dover attendere.
  }
error-slowed = Troppi tentativi sbagliati.
error-slowed-next = Riprovare tra { $n } secondi.
error-wrong_passphrase = La frase non è giusta.
error-wrong_passphrase-next = Controllare maiuscole e spazi, poi riprovare.
error-locked = I nomi sono chiusi.
error-locked-next = Aprirli con la frase del supervisore.
error-too_short = Servono almeno tre lettere.
error-too_short-next = Scrivere di più.
error-paper = Il foglio non si è potuto fare.
error-paper-next = Riprovare; se non va, scrivere il codice a mano.
error-name_taken = Qualcuno che lavora qui si chiama già così.
error-name_taken-next = Aggiungere qualcosa che li distingua, per esempio il cognome intero.
error-signed_out = Qui nessuno ha effettuato l’accesso.
error-signed_out-next = Accedere con nome e password.
error-screen_locked = Lo schermo è bloccato.
error-screen_locked-next = Scrivere la password per continuare.
error-no_right = Il ruolo non comprende questo.
error-no_right-next = Chiedere a chi amministra Varco.
error-must_change = La password è stata scelta da un’altra persona.
error-must_change-next = Sceglierne una nuova prima di continuare.
error-wrong_password = Nome o password non corrispondono.
error-wrong_password-next = { $n ->
    [one] Resta un tentativo prima di dover attendere.
   *[other] Restano { $n } tentativi prima di dover attendere.
  }
error-wrong_code = Il codice di recupero non è giusto.
error-wrong_code-next = { $n ->
    [one] Resta un tentativo prima di dover attendere.
   *[other] Restano { $n } tentativi prima di dover attendere.
  }
error-code_spent = Il codice di recupero non c’è, o è già stato usato.
error-code_spent-next = Chiedere a un’altra persona che amministra Varco.
error-entry_name = Il nome va da 1 a 60 caratteri.
error-entry_name-next = Scrivere nome e iniziale, o nome e cognome.
error-entry_role = Questo ruolo non può averlo.
error-entry_role-next = Scegliere un altro ruolo.
error-entry_offices = Manca l’ufficio.
error-entry_offices-next = Scegliere almeno un ufficio: questo ruolo lavora per uffici.
error-entry_password = La password va da 12 a 200 caratteri.
error-entry_password-next = Per esempio quattro parole che stanno insieme solo per chi le ha scelte.
error-entry_password_same = La password nuova è uguale a quella di prima.
error-entry_password_same-next = Sceglierne un’altra.
error-last_administrator = È l’unica persona che amministra Varco.
error-last_administrator-next = Prima dare a un’altra persona il ruolo di amministrazione, con una password.
error-stale = { $known ->
    [yes] Intanto { $by } l’ha cambiato ({ $at }).
   *[other] Intanto è stato cambiato da altri.
  }
error-stale-next = Nulla è stato sovrascritto: guardare com’è ora e decidere.
error-not_saved = Il disco non ha preso la modifica: nulla è cambiato.
error-not_saved-next = Liberare spazio o controllare il disco, poi riprovare.
error-entry_own_password = La propria password si cambia da sé.
error-entry_own_password-next = Usare «Cambia password», in alto.
error-closure = La chiusura non può essere salvata così.
error-closure-next = Correggere e calcolare di nuovo il piano: nulla è stato salvato.
error-closure_other = Intanto sono cambiati gli orari o una delle prenotazioni.
error-closure_other-next = Nulla è stato salvato. Calcolare di nuovo il piano e guardare che cosa è cambiato.
error-closure_stale = Intanto qualcosa è cambiato: { $new ->
    [0] nessuna prenotazione nuova
    [one] una prenotazione nuova
   *[other] { $new } prenotazioni nuove
  }, { $gone ->
    [0] nessuna in meno
    [one] una in meno
   *[other] { $gone } in meno
  }.
error-closure_stale-next = Nulla è stato salvato. Calcolare di nuovo il piano e guardare che cosa è cambiato.
error-place_gone = Un posto scelto non è più libero ({ $code }).
error-place_gone-next = Nulla è stato salvato. Calcolare di nuovo il piano o scegliere un altro orario.
error-left_already = I messaggi sono già partiti: la chiusura non si può più riprendere.
error-left_already-next = Togliere la chiusura e, se serve, avvisare di nuovo le persone.
error-changed_since = { $n ->
    [0] Intanto la chiusura o gli orari sono cambiati: non si può riprendere.
    [one] Intanto è cambiata una prenotazione: la chiusura non si può riprendere.
   *[other] Intanto sono cambiate { $n } prenotazioni: la chiusura non si può riprendere.
  }
error-changed_since-next = Togliere la chiusura: le prenotazioni restano come sono ora.
error-names_locked = Per le lettere servono i nomi, che ora sono chiusi.
error-names_locked-next = Uscire e accedere di nuovo con la propria password.
