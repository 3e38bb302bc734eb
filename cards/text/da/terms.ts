/** About terms of reference themselves: that they have run out, and how the bodies hang together. */
export const terms = {
  runOut: {
    title: (body: string) => `Kommissoriet er udløbet: ${body}`,
    since: (until: string) => `Perioden sluttede ${until}. Kommissoriet gælder, til et nyt afløser det.`,
    ask: 'Sæt et nyt kommissorium på dagsordenen, eller giv sekretariatet det, der er vedtaget.',
    see: 'Se kommissoriet',
    replaced: (body: string) => `${body} har fået et nyt kommissorium. Tak.`,
    why: (where: string) =>
      `Hvorfor får jeg dette? Perioden står i ${where}. Samspil siger det én gang i kvartalet (ikke fra kommissoriet)`,
  },

  /** Where something stands in a document, so that it can be found. */
  place: (document: string, section: string, lines: readonly (readonly [number, number])[]) => {
    const ranges = lines.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
    const all = ranges.length > 1 ? `${ranges.slice(0, -1).join(', ')} og ${ranges.at(-1)}` : (ranges[0] ?? '');
    return [section, document, ...(all === '' ? [] : [`linje ${all}`])].join(', ');
  },

  organisation: {
    title: 'Organerne, og hvem der refererer til hvem',
    asOf: (day: string) => `Sådan var det ${day}`,
    none: (day: string) => `Der var intet kommissorium i kraft ${day}.`,
    alt: (bodies: number, refers: string) => `Et diagram med ${bodies} organer. ${refers}`,
    refers: (body: string, above: string) => `${body} refererer til ${above}.`,
    date: 'Se det pr. dato',
    show: 'Vis',
    large: 'Åbn billedet i stor størrelse',
    expires: 'Linket til billedet virker i en uge.',
  },

  /** A draft of new terms, laid before a body as a case. */
  draftCase: {
    title: (body: string) => `Nyt kommissorium: ${body}`,
    from: (day: string) => `Udkastet skal gælde fra ${day}.`,
    comes: 'Nyt:',
    goes: 'Udgår:',
    same: 'Punkternes ordlyd er den samme. Det er pladser, tal eller perioder, der ændres.',
    more: (n: number) => (n === 1 ? '… og 1 ændring til.' : `… og ${n} ændringer til.`),
    recommendation: (day: string) => `kommissoriet gælder fra ${day}`,
  },
};
