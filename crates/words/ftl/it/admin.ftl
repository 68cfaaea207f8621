# SPDX-FileCopyrightText: 2026 The Varco authors
# SPDX-License-Identifier: EUPL-1.2

## Words of the office’s pages. Staff are spoken to by infinitives.


## The shell

admin-title = Varco – Ufficio
admin-opening = Un momento…
admin-skip = Vai al contenuto
admin-menu = Pagine
admin-group-office = Uffici
admin-group-court = Ufficio giudiziario
admin-signed-in = { $name }, { $role }
admin-lock = Blocca
admin-sign-out = Esci
admin-change-password = Cambia password
admin-language = Lingua
admin-demo = Dati dimostrativi
admin-nothing = Per questo ruolo qui non c’è ancora nulla.
admin-nothing-next = Le pagine compaiono nel menu quando il ruolo le comprende. Chi amministra Varco può cambiare il ruolo.
admin-unreachable-next = Riprovare. Se continua, chiamare chi gestisce il computer: quanto è già salvato resta.
admin-undo = Annulla
admin-undone = Com’era prima
admin-cancel = Lascia com’è
admin-save = Salva
admin-edit = Modifica
admin-show = Mostra
admin-hide = Nascondi
admin-reload = Guarda com’è ora
admin-status-ready = Accesso: { $name } · si blocca dopo { $minutes } minuti senza un tocco
admin-status-names = I nomi sono aperti per le pagine dell’ufficio.

## Signing in

admin-sign-in-title = Accesso all’ufficio
admin-sign-in-text = Con il nome e la password ricevuti da chi amministra Varco.
admin-practice = Questo ufficio giudiziario non esiste: si prova come { $name }, con la password { $password }.
admin-sign-in-go = Accedi
admin-name = Nome
admin-name-help = Nome e iniziale, come stanno scritti nell’elenco delle persone
admin-password = Password
admin-wait = Riprovare tra { $seconds } s
admin-missing-name = Manca il nome.
admin-missing-password = Manca la password.
admin-lost = Ho perso la password
admin-lost-text = Chi amministra Varco può dare una password nuova dalla pagina Persone. Se nessuno può più accedere, resta il codice di recupero della prima configurazione: crea una nuova persona che amministra Varco, poi non vale più.
admin-recover-code = Codice di recupero
admin-recover-code-help = Maiuscole, spazi e trattini non contano
admin-recover-go = Usa il codice
admin-missing-code = Manca il codice.
admin-locked-title = Schermo bloccato
admin-locked-text = La pagina è rimasta com’era. Scrivere la password di { $name } per continuare.
admin-unlock = Sblocca
admin-somebody-else = Accede un’altra persona
admin-password-title = Cambiare la password
admin-password-forced = Questa password l’ha scelta un’altra persona: sceglierne una propria per continuare.
admin-password-text = Chi ha già effettuato l’accesso con quella di prima deve accedere di nuovo.
admin-password-old = Password di adesso
admin-password-new = Password nuova
admin-password-again = Ripetere la password nuova
admin-password-help = Almeno 12 caratteri: quattro parole che stanno insieme solo per chi le ha scelte
admin-password-short = Servono almeno 12 caratteri.
admin-password-differs = Le due non sono uguali.
admin-password-done = La password è cambiata.

## People

admin-people-title = Persone
admin-people-text = Chi lavora con Varco, in quale ruolo e per quali uffici.
admin-people-add = Aggiungi una persona
admin-people-empty = Qui non c’è ancora nessun altro.
admin-people-empty-next = Aggiungere chi sta al varco, chi risponde di un ufficio, chi lavora allo sportello.
admin-person-new = Nuova persona
admin-person-role = Ruolo
admin-person-offices = Uffici
admin-person-offices-help = Questo ruolo lavora per uffici: almeno uno
admin-person-no-offices = Non c’è ancora nessun ufficio da scegliere.
admin-person-access = Accede con
admin-person-court-wide = tutto l’ufficio giudiziario
admin-person-me = è chi legge
admin-person-pin = PIN
admin-person-password = password
admin-person-none = ancora niente
admin-person-must-change = da cambiare al primo accesso
admin-person-names = apre i nomi
admin-person-archive = Metti in archivio
admin-person-archive-text = Non accede più da nessuna parte; il nome resta accanto a ciò che ha fatto. Si può riprendere, ma i nomi si aprono solo con una password nuova.
admin-person-archived = In archivio dal { $date }
admin-person-restore = Riprendi
admin-people-archived = In archivio ({ $number })
admin-person-added = { $name } può accedere.
admin-person-changed = { $name }: salvato.
admin-person-put-away = { $name } è in archivio.
admin-person-taken-back = { $name } lavora di nuovo qui.
admin-secret-title = Segreti di { $name }
admin-secret-text = Vengono generati qui e si vedono una volta sola. Quello di prima non vale più.
admin-secret-new-pin = Nuovo PIN
admin-secret-new-password = Nuova password
admin-secret-new-passphrase = Nuova frase che apre i nomi
admin-secret-sure = Generare? Quello di prima smette di valere subito.
admin-secret-make = Genera
admin-secret-given = Da consegnare a { $name }: si vede solo adesso
admin-secret-pin = PIN per il varco
admin-secret-password = Password per l’ufficio, da cambiare al primo accesso
admin-secret-passphrase = Frase che apre i nomi
admin-secret-copy = Copia
admin-secret-copied = Copiato
admin-secret-done = Consegnato
admin-rights-title = Chi può fare che cosa
admin-rights-right = Diritto
admin-cell-yes = sì
admin-cell-no = no
admin-cell-own = i propri uffici
admin-cell-granted = se concesso

## Roles, and what they may do

admin-role-steward = Al varco
admin-role-supervisor = Supervisione
admin-role-clerk = Cancelleria
admin-role-manager = Responsabile
admin-role-administrator = Amministrazione
admin-role-steward-text = Legge le ricevute al varco, con un PIN
admin-role-supervisor-text = Risponde del varco, vede uffici e orari
admin-role-clerk-text = Lavora allo sportello dei propri uffici
admin-role-manager-text = Prepara orari e servizi dei propri uffici
admin-role-administrator-text = Prepara tutto e gestisce le persone
admin-right-door = Leggere le ricevute, correggere un numero, confrontare un documento, far entrare senza prenotazione, uscite, elenco del giorno
admin-right-details = Aprire nomi, note e motivi di una prenotazione
admin-right-override-too-early = Far entrare chi è in anticipo
admin-right-override-too-late = Far entrare chi è in ritardo
admin-right-override = Far entrare contro gli altri verdetti che lo permettono
admin-right-annul = Annullare un ingresso
admin-right-search = Cercare per nome
admin-right-conflicts = Prendere in carico conflitti e allarmi
admin-right-clock = Dichiarare l’ora giusta
admin-right-paper-mode = Attivare il modo carta, registrare gli ingressi dopo
admin-right-print-folder = Scegliere la cartella dell’elenco del giorno
admin-right-training = Attivare l’esercitazione
admin-right-leave = Chiudere Varco al varco
admin-right-import = Importare gli appuntamenti del giorno
admin-right-account = Accedere a queste pagine, cambiare la propria password
admin-right-see = Vedere uffici, servizi e orari
admin-right-office = Modificare un ufficio: dati, servizi, orari e chiusure
admin-right-history = Vedere chi ha cambiato che cosa
admin-right-court = Modificare ufficio giudiziario, sedi, varchi, postazioni; aprire nuovi uffici; chiudere sedi o tutto
admin-right-people = Gestire le persone
