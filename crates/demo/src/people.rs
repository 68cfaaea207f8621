// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

//! Invented people. First and family names are drawn apart, so that no pair is meant to be anybody.

pub(crate) const FIRST: [&str; 40] = [
    "Alba", "Aldo", "Amira", "Andrea", "Anna", "Bruno", "Carla", "Chen", "Chiara", "Dario", "Elena", "Elio", "Emma",
    "Fabio", "Fatima", "Flavia", "Franco", "Gaia", "Giulia", "Gino", "Ines", "Ivan", "Lara", "Lea", "Livio", "Luca",
    "Marta", "Mirko", "Nadia", "Nino", "Olga", "Oscar", "Pia", "Rita", "Rocco", "Sara", "Silvio", "Tea", "Ugo", "Vera",
];

pub(crate) const FAMILY: [&str; 40] = [
    "Abbate",
    "Albanese",
    "Baroni",
    "Bellini",
    "Caruso",
    "Cattaneo",
    "Conti",
    "D'Amico",
    "De Santis",
    "Esposito",
    "Fabbri",
    "Ferri",
    "Galli",
    "Gatti",
    "Grassi",
    "Hoxha",
    "Ibrahim",
    "Kovač",
    "Lombardi",
    "Longo",
    "Marini",
    "Martinelli",
    "Moretti",
    "Nardi",
    "Neri",
    "Orlando",
    "Palumbo",
    "Pellegrini",
    "Popescu",
    "Quaranta",
    "Rinaldi",
    "Riva",
    "Sanna",
    "Serra",
    "Testa",
    "Tosi",
    "Valente",
    "Villa",
    "Wang",
    "Zanetti",
];

/// Assistance worded as a need, never as a condition.
pub(crate) const NEEDS: [&str; 4] =
    ["ingresso senza gradini", "interprete di lingua dei segni", "una sedia nell'attesa", "carattere grande"];
