import type { terms as da } from './da-terms.ts';

export const terms: typeof da = {
  runOut: {
    title: (body) => `The terms of reference have run out: ${body}`,
    since: (until) => `The period ended on ${until}. The terms stay in force until new ones replace them.`,
    ask: 'Put new terms of reference on the agenda, or give the secretariat those that have been adopted.',
    see: 'See the terms',
    replaced: (body) => `${body} has new terms of reference. Thank you.`,
    why: (where) => `Why do I get this? The period stands in ${where}. Samspil says it once a quarter (not from the terms of reference)`,
  },

  place: (document, section, lines) =>
    [section, document, ...(lines === null ? [] : [lines[0] === lines[1] ? `line ${lines[0]}` : `lines ${lines[0]}–${lines[1]}`])].join(
      ', ',
    ),

  organisation: {
    title: 'The bodies, and who refers to whom',
    asOf: (day) => `As it was on ${day}`,
    none: (day) => `No terms of reference were in force on ${day}.`,
    alt: (bodies, refers) => `A diagram of ${bodies} bodies. ${refers}`,
    refers: (body, above) => `${body} refers to ${above}.`,
    date: 'See it as of a date',
    show: 'Show',
    large: 'Open the picture in full size',
    expires: 'The link to the picture works for a week.',
    above: 'refers to',
    stated: 'stated in the terms',
    ours: 'our reading where the terms do not say',
  },
};
