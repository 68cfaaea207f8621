// SPDX-FileCopyrightText: 2026 The Varco authors
// SPDX-License-Identifier: EUPL-1.2

/** A town, the day of its patron saint as `MM-DD`, and who that is. */
export interface Patron { town: string; day: string; saint: string }

// Proposals to be checked by who sets up, since the day is a custom of the place: from the table of Italian subdivisions of the Python
// package holidays 0.108 (MIT), only those with one day that is the same each year and no national holiday; Palmi from its court's page.
const table: [town: string, day: string, saint: string][] = [
  ['Agrigento', '02-25', 'San Gerlando'], ['Alessandria', '11-10', 'San Baudolino'], ['Ancona', '05-04', 'San Ciriaco'],
  ['Aosta', '09-07', 'San Grato'], ['Arezzo', '08-07', 'San Donato d’Arezzo'], ['Ascoli Piceno', '08-05', 'Sant’Emidio'],
  ['Avellino', '02-14', 'San Modestino'], ['Bari', '12-06', 'San Nicola'], ['Barletta', '12-30', 'San Ruggero'],
  ['Belluno', '11-11', 'San Martino'], ['Benevento', '08-24', 'San Bartolomeo apostolo'],
  ['Bergamo', '08-26', 'Sant’Alessandro di Bergamo'], ['Bologna', '10-04', 'San Petronio'],
  ['Brescia', '02-15', 'Santi Faustino e Giovita'], ['Cagliari', '10-30', 'San Saturnino di Cagliari'],
  ['Caltanissetta', '09-29', 'San Michele Arcangelo'], ['Campobasso', '04-23', 'San Giorgio'],
  ['Caserta', '01-20', 'San Sebastiano'], ['Catania', '02-05', 'Sant’Agata'], ['Catanzaro', '07-16', 'San Vitaliano'],
  ['Cesena', '06-24', 'San Giovanni Battista'], ['Chieti', '05-11', 'San Giustino di Chieti'],
  ['Como', '08-31', 'Sant’Abbondio'], ['Cosenza', '02-12', 'Madonna del Pilerio'], ['Cremona', '11-13', 'Sant’Omobono'],
  ['Crotone', '10-09', 'San Dionigi'], ['Cuneo', '09-29', 'San Michele Arcangelo'],
  ['Enna', '07-02', 'Madonna della Visitazione'], ['Ferrara', '04-23', 'San Giorgio'],
  ['Firenze', '06-24', 'San Giovanni Battista'], ['Foggia', '03-22', 'Madonna dei Sette Veli'],
  ['Forlì', '02-04', 'Madonna del Fuoco'], ['Frosinone', '06-20', 'San Silverio'],
  ['Genova', '06-24', 'San Giovanni Battista'], ['Gorizia', '03-16', 'Santi Ilario e Taziano'],
  ['Grosseto', '08-10', 'San Lorenzo'], ['Imperia', '11-26', 'San Leonardo da Porto Maurizio'],
  ['Isernia', '05-19', 'San Pietro Celestino'], ['L’Aquila', '06-10', 'San Massimo d’Aveia'],
  ['La Spezia', '03-19', 'San Giuseppe'], ['Lecce', '08-26', 'Sant’Oronzo'], ['Lecco', '12-06', 'San Nicola'],
  ['Livorno', '05-22', 'Santa Giulia'], ['Lodi', '01-19', 'San Bassiano'], ['Lucca', '07-12', 'San Paolino di Lucca'],
  ['Macerata', '08-31', 'San Giuliano l’ospitaliere'], ['Mantova', '03-18', 'Sant’Anselmo da Baggio'],
  ['Matera', '07-02', 'Madonna della Bruna'], ['Messina', '06-03', 'Madonna della Lettera'],
  ['Milano', '12-07', 'Sant’Ambrogio'], ['Modena', '01-31', 'San Geminiano'], ['Monza', '06-24', 'San Giovanni Battista'],
  ['Napoli', '09-19', 'San Gennaro'], ['Novara', '01-22', 'San Gaudenzio'], ['Nuoro', '08-05', 'Nostra Signora della Neve'],
  ['Oristano', '02-13', 'Sant’Archelao'], ['Padova', '06-13', 'Sant’Antonio di Padova'], ['Palermo', '07-15', 'Santa Rosalia'],
  ['Palmi', '12-06', 'Santo patrono'], ['Parma', '01-13', 'Sant’Ilario di Poitiers'], ['Pavia', '12-09', 'San Siro'],
  ['Pesaro', '09-24', 'San Terenzio di Pesaro'], ['Pescara', '10-10', 'San Cetteo'],
  ['Piacenza', '07-04', 'Sant’Antonino di Piacenza'], ['Pisa', '06-17', 'San Ranieri'], ['Pistoia', '07-25', 'San Jacopo'],
  ['Pordenone', '09-08', 'Madonna delle Grazie'], ['Potenza', '05-30', 'San Gerardo di Potenza'],
  ['Ragusa', '08-29', 'San Giovanni Battista'], ['Ravenna', '07-23', 'Sant’Apollinare'],
  ['Reggio Calabria', '04-23', 'San Giorgio'], ['Reggio Emilia', '11-24', 'San Prospero Vescovo'],
  ['Rieti', '12-04', 'Santa Barbara'], ['Rimini', '10-14', 'San Gaudenzio'], ['Roma', '06-29', 'Santi Pietro e Paolo'],
  ['Rovigo', '11-26', 'San Bellino'], ['Salerno', '09-21', 'San Matteo Evangelista'], ['Sassari', '12-06', 'San Nicola'],
  ['Savona', '03-18', 'Nostra Signora della Misericordia'], ['Siena', '12-01', 'Sant’Ansano'],
  ['Siracusa', '12-13', 'Santa Lucia'], ['Sondrio', '06-19', 'San Gervasio e San Protasio'],
  ['Taranto', '05-10', 'San Cataldo'], ['Teramo', '12-19', 'San Berardo da Pagliara'], ['Terni', '02-14', 'San Valentino'],
  ['Torino', '06-24', 'San Giovanni Battista'], ['Trani', '05-03', 'San Nicola Pellegrino'],
  ['Trapani', '08-07', 'Sant’Alberto degli Abati'], ['Trento', '06-26', 'San Vigilio'], ['Treviso', '04-27', 'San Liberale'],
  ['Trieste', '11-03', 'San Giusto'], ['Udine', '07-12', 'Santi Ermacora e Fortunato'], ['Urbino', '06-01', 'San Crescentino'],
  ['Varese', '05-08', 'San Vittore il Moro'], ['Venezia', '11-21', 'Madonna della Salute'],
  ['Verbania', '05-08', 'San Vittore il Moro'], ['Vercelli', '08-01', 'Sant’Eusebio di Vercelli'],
  ['Verona', '05-21', 'San Zeno'], ['Vibo Valentia', '03-01', 'San Leoluca'], ['Vicenza', '09-08', 'Madonna di Monte Berico'],
  ['Viterbo', '09-04', 'Santa Rosa da Viterbo'],
];

export const patrons: readonly Patron[] = table.map(([town, day, saint]) => ({ town, day, saint }));

/** The town that the name of a court speaks of, as in “Tribunale di Pistoia”; the longest name wins. */
export function townIn(name: string): Patron | null {
  const text = ` ${name.toLowerCase().replaceAll("'", '’').replace(/[^\p{L}’]+/gu, ' ')} `;
  const named = patrons.filter(({ town }) => text.includes(` ${town.toLowerCase()} `));
  return named.sort((a, b) => b.town.length - a.town.length)[0] ?? null;
}
