# SPDX-FileCopyrightText: 2026 The Varco authors
# SPDX-License-Identifier: EUPL-1.2

## The entrance, kiosk at the court door. The verdicts themselves are finished in Rust.

entrance-demo = Dati dimostrativi
entrance-menu = Menu
entrance-person = { $role }: { $name }
entrance-role-steward = Al varco
entrance-role-supervisor = Supervisione
entrance-role-clerk = Cancelleria
entrance-role-manager = Responsabile
entrance-role-administrator = Amministrazione
entrance-open-matters =
    { $number ->
        [one] una questione aperta
       *[other] { $number } questioni aperte
    }
entrance-persons =
    { $persons ->
        [one] { $persons } persona
       *[other] { $persons } persone
    }
entrance-some-of = { $some } di { $all }

## Ready screen

entrance-invite = Mostri qui la ricevuta
entrance-invite-look = Solo vedere: non conta
entrance-invite-exit = Uscita: mostri la ricevuta
entrance-type-code = o scriva il codice breve
entrance-code-so-far = Codice finora: { $code }
entrance-code-strange = Nei codici mancano 0 O 1 I L
entrance-tools = Strumenti
entrance-search = Cerca
entrance-look = Solo vedere
entrance-exit = Uscita
entrance-exit-title = Esce senza ricevuta
entrance-exit-text = Toccare quante persone escono, oppure leggere la ricevuta di chi esce.
entrance-exit-without =
    { $persons ->
        [one] { $persons } esce
       *[other] { $persons } escono
    }
entrance-inside = Dentro ora
entrance-inside-of = su { $maximum }
entrance-inside-booked = con prenotazione
entrance-inside-unbooked = senza
entrance-left-today = usciti oggi
entrance-expected = Attesi fino alle { $until }
entrance-expected-sum =
    { $persons ->
        [one] { $persons } persona
       *[other] { $persons } persone
    }, { $inside } già dentro
entrance-expected-late = in ritardo, fino alle { $until }
entrance-expected-none = Nessuno è atteso nella prossima mezz’ora.
entrance-expected-rest =
    { $rows ->
        [one] e un altro orario
       *[other] e altri { $rows } orari
    } ({ $persons ->
        [one] { $persons } persona
       *[other] { $persons } persone
    })
entrance-awaiting = Documento atteso
entrance-awaiting-since = letta alle { $since }
entrance-awaiting-matches = Coincide
entrance-awaiting-not = Non coincide
entrance-awaiting-more =
    { $number ->
        [one] e un’altra in attesa
       *[other] e altre { $number } in attesa
    }

entrance-unbooked = Entra senza prenotazione
entrance-unbooked-short = Senza prenotazione
entrance-unbooked-last = { $reason }, { $persons ->
        [one] { $persons } persona
       *[other] { $persons } persone
    }, { $time }
entrance-unbooked-undo = Togli
entrance-unbooked-persons = Quante persone entrano
entrance-unbooked-more = Più di cinque persone
entrance-unbooked-how-many = Quante persone entrano?
entrance-reason-hearing = Udienza
entrance-reason-lawyer = Avvocato
entrance-reason-witness = Testimone
entrance-reason-staff = Personale
entrance-reason-supplier = Fornitore
entrance-reason-other = Altro
entrance-reason-walk-in = Posto di oggi
entrance-walk-in = Posti di oggi
entrance-walk-in-left =
    { $number ->
        [0] pieno
        [one] { $number } posto
       *[other] { $number } posti
    }

## Strip and banners

entrance-strip = Stato della postazione
entrance-strip-camera = Fotocamera
entrance-strip-unknown = non si sa dalle { $since }
entrance-camera-preview = Anteprima della fotocamera
entrance-camera-live = in diretta, nessuna immagine salvata
entrance-camera-reads = legge, ora
entrance-camera-starting = si accende
entrance-camera-still = ferma dalle { $since }
entrance-camera-still-long = La fotocamera è ferma. Staccarla e riattaccarla; intanto usare il lettore o il codice breve.
entrance-camera-missing = manca dalle { $since }
entrance-camera-missing-long = Nessuna fotocamera. Attaccarla: riparte da sola. Intanto usare il lettore o il codice breve.
entrance-camera-held = occupata dalle { $since }
entrance-camera-held-long = Un altro programma usa la fotocamera. Chiuderlo: qui riparte da sola.
entrance-camera-denied = non permessa
entrance-camera-denied-long = Il sistema non permette la fotocamera. Permetterla nelle impostazioni; intanto usare il lettore o il codice breve.
entrance-camera-decoder-down = non legge, si riavvia
entrance-banner-clock-unsafe = Ora non sicura
entrance-banner-disk-reserve = Disco quasi pieno
entrance-banner-disk-failed = Il disco non scrive
entrance-banner-paper-mode = Modalità carta
entrance-banner-called = Chiamata dall'atrio
entrance-banner-training = Esercitazione
entrance-banner-database-damaged = Archivio danneggiato
entrance-training-band = Esercitazione
entrance-training-band-text = Le letture non contano e non toccano i dati veri.

## Verdict screen

entrance-close-verdict = Chiudere il verdetto
entrance-assistance = Assistenza
entrance-fact-persons = Persone:
entrance-fact-time = Ore
entrance-fact-office = Ufficio
entrance-eye-ready = Pronto per la prossima ricevuta
entrance-eye-blind = Fotocamera ferma: usare lettore o codice
entrance-confirm-within = Confermare entro { $seconds } s
entrance-confirm-lapsed = Tempo scaduto: leggere di nuovo
entrance-matches = Coincide: entra
entrance-matches-not = Non coincide
entrance-persons-in = Entrati
entrance-persons-out = Usciti
entrance-next-place = Prenota le { $time }
entrance-short-code = Codice breve
entrance-details = Vedi dettagli
entrance-details-private = Dettagli riservati
entrance-authorise = Autorizza…
entrance-annul = Annulla accesso
entrance-supervisor = Supervisore
entrance-reading = lettura { $number }
entrance-clears-in = si chiude tra { $seconds } s
entrance-not-recorded = Non registrato
entrance-not-recorded-text = Il disco non scrive: la lettura resta in memoria.
entrance-not-recorded-next = Segnare anche sull’elenco di carta.
entrance-clock-unsafe-text = L’ora di questo varco non è quella degli altri.
entrance-clock-unsafe-next = Il supervisore può indicare l’ora giusta dal menu.

## Override, annul, details, next place

entrance-override-title = Fare entrare lo stesso?
entrance-override-no = Non far entrare
entrance-override-yes =
    { $persons ->
        [one] Fai entrare { $persons } persona
       *[other] Fai entrare { $persons } persone
    }
entrance-override-note = Restano scritti: motivo, ora, verdetto e chi autorizza. L’ufficio lo vede nell’elenco del giorno.
entrance-override-note-reported = Restano scritti: motivo, ora, verdetto e chi autorizza. Il responsabile dell’ufficio viene avvisato.
entrance-annul-title = Annullare l’accesso?
entrance-annul-yes = Annulla l’accesso
entrance-annul-note = L’accesso resta scritto, con il motivo e chi lo annulla; la ricevuta torna valida.
entrance-reason = Motivo
entrance-missing-reason = Scegliere un motivo
entrance-details-title = Solo per il personale
entrance-details-block = Motivo del blocco
entrance-details-note = Assistenza richiesta
entrance-details-names =
    { $number ->
        [one] Nome
       *[other] Nomi
    }
entrance-details-none = Non c’è altro da vedere.
entrance-details-logged = Si chiude tra { $seconds } s. L’apertura è scritta nel registro.
entrance-placed-title = Nuovo posto preso
entrance-placed-note = La ricevuta vecchia non vale più. Dare alla persona la nuova o il codice.
entrance-placed-picture = Ricevuta { $code }, come sarà stampata
entrance-placed-print = Stampa la ricevuta

## Sign in

entrance-sign-in-title = Chi è al varco?
entrance-sign-in-supervisor-title = Serve chi supervisiona
entrance-sign-in-who = Scegliere il nome
entrance-sign-in-pin = Scrivere il PIN
entrance-sign-in-go = Entra
# Only at a court that does not exist.
entrance-sign-in-practice = PIN di prova { $pin }
entrance-sign-in-slowed =
    { $seconds ->
        [one] Troppi PIN sbagliati: aspettare { $seconds } secondo
       *[other] Troppi PIN sbagliati: aspettare { $seconds } secondi
    }
entrance-sign-out = Blocca

## Menu

entrance-menu-supervisor = Supervisore
entrance-menu-locked = serve il PIN di chi supervisiona
entrance-menu-station = Questa postazione
entrance-menu-day = Elenco del giorno
entrance-menu-day-about = Filtrare, stampare; senza nomi
entrance-menu-conflicts = Conflitti e allarmi
entrance-menu-conflicts-about = Ciò che una persona deve guardare
entrance-menu-late = Accessi dalla carta
entrance-menu-late-about = Ribattere i segni fatti sull’elenco
entrance-menu-folder = Elenco su chiavetta
entrance-menu-folder-about = PDF ogni cinque minuti in una cartella
entrance-menu-clock = Indicare l’ora
entrance-menu-clock-about = Quando l’orologio è sbagliato
entrance-menu-paper = Modalità carta
entrance-menu-paper-about = Quando il disco non scrive
entrance-menu-training = Esercitazione
entrance-menu-training-about = Provare con ricevute finte
entrance-menu-leave = Chiudere Varco
entrance-menu-leave-about = Serve chi supervisiona
entrance-menu-scanner = Prova del lettore
entrance-menu-scanner-about = Vedere che cosa scrive
entrance-menu-camera = Fotocamera
entrance-menu-camera-about = Quale, e come è montata
entrance-menu-measure = Misura dello schermo
entrance-menu-measure-about = Con una carta di pagamento
entrance-menu-language-about = Lingua di questo schermo

## Search

entrance-search-title = Cerca per nome
entrance-search-passphrase = Frase segreta di chi supervisiona
entrance-search-passphrase-note = I nomi si aprono per cinque minuti. Ogni ricerca è scritta nel registro.
entrance-search-unlock = Apri i nomi
entrance-search-open = Nomi aperti ancora { $left }
entrance-search-logged = ricerca scritta nel registro
entrance-search-close = Chiudi i nomi
entrance-search-label = Cognome e nome, almeno 3 lettere
entrance-search-go = Cerca
entrance-search-letters =
    { $number ->
        [one] Manca { $number } lettera
       *[other] Mancano { $number } lettere
    }
entrance-search-none = Nessuna prenotazione di oggi per «{ $text }».
entrance-search-twins =
    { $number ->
        [2] Due persone con lo stesso nome.
       *[other] { $number } persone con lo stesso nome.
    }
entrance-search-twins-ask = Chiedere: «A che ora, e per quale ufficio?» Non leggere ad alta voce l’elenco.
entrance-search-more = Sono troppe: scrivere anche l’altro nome.
entrance-search-choose = Scegli questa
entrance-search-tip = Scegliere non fa entrare: mostra prima il verdetto. Se resta un dubbio, chiedere il documento.

## Day list

entrance-filter-all = Tutti
entrance-filter-expected = Attesi
entrance-filter-inside = Dentro
entrance-filter-late = In ritardo
entrance-filter-left = Usciti
entrance-status-expected = atteso
entrance-status-inside = dentro
entrance-status-left = uscito
entrance-status-late = in ritardo
entrance-status-cancelled = annullata
entrance-day-filter = Quali mostrare
entrance-day-all-offices = Tutti gli uffici
entrance-day-sum =
    { $rows ->
        [one] { $rows } prenotazione
       *[other] { $rows } prenotazioni
    }, { $persons ->
        [one] { $persons } persona
       *[other] { $persons } persone
    }
entrance-day-list = Prenotazioni del giorno
entrance-day-time = Ora
entrance-day-code = Codice
entrance-day-persons = Persone
entrance-day-state = Stato
entrance-day-marks = Note
entrance-day-mark-check-id = documento
entrance-day-mark-blocked = blocco
entrance-day-empty = Nessuna prenotazione in questo elenco.
entrance-day-print = Stampa
entrance-day-printed = stampato alle { $printed }
entrance-day-head = Ora dell’elenco { $printed } · registro { $head }

## Conflicts, late entries, clock, paper mode, training, folder

entrance-conflicts-none = Nessuna questione aperta.
entrance-conflicts-taken = Già prese in carico
entrance-conflict-take = Prendi in carico
entrance-late-note = Solo accessi segnati sulla carta. Restano marcati come ribattuti, con l’ora della carta e quella di adesso.
entrance-late-time = Ora sulla carta
entrance-late-send =
    { $number ->
        [one] Registra { $number } riga
       *[other] Registra { $number } righe
    }
entrance-late-unfinished =
    { $number ->
        [one] una riga non è completa
       *[other] { $number } righe non sono complete
    }
entrance-late-add = Altra riga
entrance-clock-station = La postazione crede che siano le { $time }.
entrance-clock-note = Il varco giudica con l’ora indicata fino a mezzanotte, o finché un altro varco dà la sua. Restano scritte tutte e due.
entrance-clock-missing = Scrivere l’ora giusta
entrance-clock-state = Sono le { $time }
entrance-clock-done = Ora indicata: { $time }.
entrance-paper-about = Solo se il disco non scrive. I verdetti si disegnano a strisce con la scritta NON REGISTRATO e restano in memoria; si scrivono quando il disco torna. Segnare ogni accesso anche sull’elenco di carta.
entrance-paper-is-on = La modalità carta è attiva
entrance-paper-is-off = La modalità carta è spenta
entrance-paper-start = Passa alla carta
entrance-paper-stop = Torna a registrare
entrance-training-about = Persone e ricevute di prova. Ogni schermata porta la striscia dell’esercitazione e nessuna lettura tocca i dati veri. Mentre è attiva, il varco vero non lavora.
entrance-training-is-on = L’esercitazione è attiva
entrance-training-is-off = Il varco lavora con i dati veri
entrance-training-start = Comincia l’esercitazione
entrance-training-stop = Torna ai dati veri
entrance-folder-about = Ogni cinque minuti l’elenco del giorno si scrive in PDF in questa cartella: ora, codice, persone, ufficio, una casella. Nessun nome. Una chiavetta va bene.
entrance-folder-label = Cartella
entrance-folder-save = Usa questa cartella
entrance-folder-stop = Non scrivere più
entrance-folder-written = Scritto alle { $time }.
entrance-folder-none = Nessuna cartella scelta: l’elenco non si scrive.

## Scanner, camera, measure, leave

entrance-scanner-ask = Leggere un codice qualsiasi con il lettore
entrance-scanner-right =
    { $number ->
        [one] Un carattere: è una ricevuta, il lettore scrive bene.
       *[other] { $number } caratteri: è una ricevuta, il lettore scrive bene.
    }
entrance-scanner-other =
    { $number ->
        [one] Un carattere dal lettore: non è una ricevuta di Varco.
       *[other] { $number } caratteri dal lettore: non è una ricevuta di Varco.
    }
entrance-scanner-person = Scritto a mano, o da un lettore troppo lento: impostarlo senza pausa tra i caratteri.
entrance-camera-which = Quale fotocamera
entrance-camera-any = Quella che sceglie il sistema
entrance-camera-chosen-missing = «{ $label }» ora manca: si usa un’altra finché non torna.
entrance-camera-rotation = Come è montata
entrance-camera-mirror = Anteprima come allo specchio
entrance-camera-note = La scelta vale per questa postazione. Qui le ricevute non si leggono.
entrance-measure-ask = Appoggiare una carta di pagamento sullo schermo e allargare il riquadro finché i lati coincidono.
entrance-measure-card = qui la carta
entrance-measure-width = Larghezza del riquadro
entrance-measure-narrower = Più stretto
entrance-measure-wider = Più largo
entrance-measure-save = I lati coincidono
entrance-measure-forget = Riempi lo schermo
entrance-measure-saved = Misura salvata.
entrance-leave-text = Il varco smette di leggere e Varco si chiude. Le registrazioni restano.
entrance-leave-go = Chiudi Varco
entrance-left-title = Varco è chiuso
entrance-left-text = La finestra si chiude da sola. Per ricominciare, avviare di nuovo Varco.
