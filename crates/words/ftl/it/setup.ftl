# SPDX-FileCopyrightText: 2026 The Varco authors
# SPDX-License-Identifier: EUPL-1.2

## The first start, and data that cannot be opened. Staff are spoken to by infinitives.

setup-window = Primo avvio
setup-opening = Un momento…
setup-progress = Domanda { $number } di { $all }
setup-next = Avanti
setup-change = Cambia
setup-change-what = Cambia: { $what }
setup-again = Ripetere
setup-see = Mostra o nascondi: { $what }
setup-keyboard = Tastiera per: { $what }
setup-open-varco = Apri Varco
setup-unreachable-next = Riprovare. Le risposte date restano qui.

setup-language-title = Lingua · Language
setup-language-text = La lingua di questo percorso e delle postazioni. Si cambia in ogni momento.

setup-kind-title = Che cosa si prepara?
setup-kind-text = Per prendere confidenza conviene la prova: un ufficio inventato con una giornata piena, che si butta via quando si vuole.
setup-kind-court = Un ufficio giudiziario vero
setup-kind-court-text = Poche domande, una per pagina: nome, sede, varco, uffici, persone.
setup-kind-demo = Una prova
setup-kind-demo-text = Ufficio, persone e ricevute inventate; pronta in pochi secondi.
setup-start-demo = Prepara la prova

setup-court-title = Come si chiama l’ufficio giudiziario?
setup-court-text = Il nome appare sulle ricevute, sui fogli e sulle postazioni.
setup-court-label = Ufficio giudiziario
setup-court-help = Per esempio: Tribunale di Valserena

setup-site-title = In quale sede si trova?
setup-site-text = L’edificio in cui le persone entrano. Altre sedi si aggiungono dopo.
setup-site-label = Sede
setup-site-help = Per esempio: Palazzo di Giustizia
setup-address-label = Indirizzo
setup-address-help = Via, numero e città, come su una busta. Chi sbaglia sede lo legge sullo schermo.
setup-zone-label = Fuso orario
setup-zone-usual = Ora italiana (Europe/Rome).
setup-zone-change = Un altro fuso

setup-saint-title = La sede chiude per il santo patrono?
setup-saint-text = Le feste nazionali sono già note. Quella del patrono la decide ciascun ufficio.
setup-saint-town = Sì, scelgo la città
setup-saint-town-text = L’elenco propone la data: controllarla.
setup-saint-town-label = Città
setup-saint-date = Sì, scrivo la data
setup-saint-date-text = Per una città che non è nell’elenco.
setup-saint-none = No
setup-saint-none-text = Quel giorno l’orario è quello solito.
setup-saint-month = Mese
setup-saint-day = Giorno

setup-gate-title = Come si chiama il varco?
setup-gate-text = L’ingresso davanti al quale sta questa postazione. Altri varchi si aggiungono dopo.
setup-gate-label = Varco
setup-gate-help = Il nome con cui lo chiama chi ci lavora.
setup-gate-usual = Ingresso principale

setup-offices-title = Con quali uffici si comincia?
setup-offices-text = Uffici, servizi e orari sono un punto di partenza: si correggono dopo, uno per uno.
setup-services =
    { $number ->
        [one] 1 servizio
       *[other] { $number } servizi
    }

setup-name = Nome
setup-name-help = Come appare quando si accede alla postazione.

setup-administrator-title = Chi amministra Varco?
setup-administrator-text = Prepara uffici, orari e persone. Ha una password per l’ufficio e un PIN per il varco.
setup-administrator-help = Nome e cognome, come appare quando si accede.

setup-password-title = La password di chi amministra
setup-password-text = Almeno 12 caratteri. Quattro parole qualsiasi sono più sicure, e più facili da ricordare, di una parola con segni strani.
setup-password-label = Password
setup-password-help = Sono ammessi spazi e ogni segno.

setup-pin-title = Il PIN di chi amministra
setup-pin-text = Sei cifre, per accedere al varco in un attimo. Dopo cinque errori la postazione rallenta.
setup-pin-label = PIN di sei cifre

setup-supervisor-title = Chi risponde del varco?
setup-supervisor-text = Il supervisore autorizza le eccezioni, annulla un accesso sbagliato, riceve gli allarmi.
setup-supervisor-other = Un’altra persona
setup-supervisor-none = Chi amministra

setup-passphrase-title = La frase che apre i nomi
setup-passphrase-text = I nomi delle persone prenotate sono chiusi a chiave. Questa frase li apre per una ricerca, per cinque minuti; ogni ricerca resta scritta.
setup-passphrase-label = Frase
setup-passphrase-help = Almeno 12 caratteri, diversa dalla password. Chi ruba il computer non deve poterla indovinare.
setup-passphrase-holder = La sceglie e la custodisce: { $name }

setup-steward-title = Chi sta al varco?
setup-steward-text = Una prima persona che accoglie chi arriva. Le altre si aggiungono dopo.
setup-steward-other = Aggiungo una persona
setup-steward-none = Lo faccio dopo

setup-summary-title = È tutto giusto?
setup-summary-text = Fin qui non è stato scritto nulla sul disco.
setup-summary-saint = Santo patrono
setup-summary-no-saint = nessuna chiusura
setup-summary-offices = Uffici
setup-summary-administrator = Chi amministra
setup-summary-supervisor = Supervisore
setup-summary-steward = Al varco
setup-summary-nobody = nessuno, per ora
setup-summary-secrets = Password, PIN e frase non si mostrano.
setup-found = Crea l’ufficio

setup-working-court = Si crea l’ufficio…
setup-working-demo = Si prepara la prova…
setup-working-restore = Si ripristina la copia…
setup-working-text = Non spegnere il computer.
setup-seconds =
    { $number ->
        [one] 1 secondo
       *[other] { $number } secondi
    }

setup-code-title = Il codice di recupero
setup-code-text = Apre i dati quando password e frase sono perdute. Si vede solo adesso: nessuno può mostrarlo di nuovo.
setup-code-where = Tenerlo in cassaforte o in busta chiusa, lontano da questo computer.
setup-code-print = Stampa
setup-code-noted = È stampato o scritto su carta
setup-code-noted-text = Ed è al sicuro, lontano da questo computer.
setup-code-first = Prima stampare o scrivere il codice, poi confermare qui sopra.
setup-code-sheet = codice di recupero

setup-ready-title = Varco è pronto
setup-ready-text = L’ufficio c’è già; non serve altro.

## Data that cannot be opened.
setup-damaged-title = I dati non si aprono
setup-newer-title = I dati sono di un Varco più recente
setup-disk-title = Il disco non accetta scritture
setup-backups = Copie trovate
setup-no-backups = In questa cartella non ci sono copie. Se ne esiste una altrove, su una chiavetta o su un altro computer, metterla nella cartella «backups» dentro quella dei dati e riprovare.
setup-restore = Usa questa copia
setup-sure-title = Tornare alla copia: { $when }?
setup-sure-text = Il file rovinato si mette da parte, non si cancella. Gli accessi registrati dopo quel momento non sono nella copia: si possono trascrivere dai fogli stampati.
setup-sure-yes = Sì, usa la copia
setup-restored-title = La copia è al suo posto
setup-restored-text = I dati sono quelli di: { $when }.
setup-unavailable-title = Varco non si apre

## What cannot stay.
setup-fault-empty = Manca il testo.
setup-fault-name = Manca il nome.
setup-fault-name-taken = Questo nome c’è già: aggiungere il cognome o un’iniziale.
setup-fault-choose = Scegliere una delle possibilità.
setup-fault-date = Questa data non esiste.
setup-fault-short = Servono almeno 12 caratteri.
setup-fault-guessable = Si indovina troppo facilmente: cambiarla.
setup-fault-again = Le due volte non coincidono: riscrivere.
setup-fault-same-as-password = Dev’essere diversa dalla password.
setup-fault-pin-length = Servono sei cifre.
setup-fault-pin-repeated = Cifre ripetute: si indovina subito.
setup-fault-pin-sequence = Cifre in fila: si indovina subito.

## How well a secret keeps.
setup-strength-short =
    { $number ->
        [one] Troppo corta: manca 1 carattere.
       *[other] Troppo corta: mancano { $number } caratteri.
    }
setup-strength-repeated = Si indovina: gli stessi segni si ripetono.
setup-strength-sequence = Si indovina: i tasti sono in fila.
setup-strength-known = Si indovina: è fatta di nomi che altri conoscono.
setup-strength-fair = Discreta: regge, ma più lunga è meglio.
setup-strength-good = Buona.
setup-strength-strong = Ottima.
