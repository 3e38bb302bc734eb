const inSentence = (seat: string) => (/^\p{Lu}\p{Ll}/u.test(seat) ? `${seat.charAt(0).toLocaleLowerCase('da')}${seat.slice(1)}` : seat);
const all = ([first = '', ...rest]: readonly string[]) =>
  [[first, ...rest.slice(0, -1).map(inSentence)].join(', '), ...rest.slice(-1).map(inSentence)].join(' og ');

/** About terms of reference themselves: that they have run out, and how the bodies hang together. */
export const terms = {
  runOut: {
    title: (body: string) => `Kommissoriet er udløbet: ${body}`,
    since: (until: string) => `Perioden sluttede den ${until}. Samspil bruger kommissoriet, til et nyt er godkendt.`,
    ask: 'Rejs en sag om et nyt kommissorium, eller send det godkendte til sekretariatet.',
    replaced: (body: string) => `${body} har fået et nyt kommissorium.`,
    why: (where: string) => `Perioden i ${where}. Sendes én gang i kvartalet (standard)`,
  },

  seatEmpty: {
    title: (body: string) => `Ubesat plads: ${body}`,
    since: (seats: readonly string[], day: string) =>
      `${all(seats)} har været ubesat siden ${day}. Samspil spørger sekretariatet, til der er udpeget en ny.`,
    ask: 'Udpeg et nyt medlem, eller bed dem, der udpeger, om at gøre det.',
    see: 'Se medlemmerne',
    filled: (body: string) => `${body}: pladsen er besat.`,
  },

  /** Where something stands in a document, so that it can be found. */
  place: (document: string, section: string, title: string) => {
    const numbered = /^§(\d+)$/.exec(section)?.[1];
    const named = numbered === undefined ? `»${section}«` : `afsnit ${numbered}${title === '' ? '' : ` ${title}`}`;
    return section === '' ? document : `${document}, ${named}`;
  },

  organisation: {
    title: 'Organisering',
    asOf: (day: string) => `Pr. ${day}`,
    none: (day: string) => `Der var ikke noget kommissorium pr. ${day}.`,
    alt: (bodies: number, refers: string) => `Organisationsdiagram med ${bodies} grupper og udvalg. ${refers}`,
    refers: (body: string, above: string) => `${body} refererer til ${above}.`,
    date: 'Vis pr. dato',
    show: 'Vis',
    large: 'Fuld størrelse',
    expires: 'Linket til billedet virker i en uge.',
  },

  /** Terms that a case has put in force. */
  newTerms: {
    heading: 'Nyt kommissorium',
    from: (day: string) => `Det gælder fra ${day}.`,
    since: (day: string) => `Det har været i kraft siden ${day}.`,
    noVersion: 'Sagen indeholder ikke selve kommissoriet. Samspil bruger det hidtidige, til sekretariatet har fremlagt det nye som udkast.',
    noFile: 'Kommissoriet er registreret i Samspil, men mangler i Samspils filer.',
    writeIt: (day: string | null) => `It-driften skal tilføje det ${day === null ? 'snarest' : `senest ${day}`}.`,
  },
  /** A draft of new terms, laid before a body as a case. */
  draftCase: {
    title: (body: string) => `Nyt kommissorium: ${body}`,
    from: (day: string) => `Udkastet skal gælde fra ${day}.`,
    comes: 'Nyt:',
    goes: 'Udgår:',
    same: 'Ordlyden er uændret. Kun pladser, antal eller perioder ændres.',
    more: (n: number) => (n === 1 ? '… og 1 ændring til.' : `… og ${n} ændringer til.`),
    recommendation: (day: string) => `kommissoriet godkendes med virkning fra ${day}`,
  },
};
