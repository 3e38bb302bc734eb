import type { terms as da } from '../da/terms.ts';

export const terms: typeof da = {
  runOut: {
    title: (body) => `The terms of reference have run out: ${body}`,
    since: (until) => `The period ended on ${until}. The terms stay in force until new ones replace them.`,
    ask: 'Put new terms of reference on the agenda, or give the secretariat those that have been adopted.',
    replaced: (body) => `${body} has new terms of reference.`,
    why: (where) => `The period in ${where}. Sent once a quarter (default)`,
  },

  seatEmpty: {
    title: (body) => `Vacant seat: ${body}`,
    since: (seats, day) => `${seats.join(' and ')} vacant since ${day}. Samspil asks the secretariat until somebody is appointed.`,
    ask: 'Appoint a new member, or ask those who appoint to do so.',
    see: 'See the members',
    filled: (body) => `${body}: the seat is filled.`,
  },

  place: (document, section, title) => {
    const numbered = /^§(\d+)$/.exec(section)?.[1];
    const named = numbered === undefined ? `“${section}”` : `section ${numbered}${title === '' ? '' : ` ${title}`}`;
    return section === '' ? document : `${document}, ${named}`;
  },

  organisation: {
    title: 'Organisation chart',
    asOf: (day) => `As it was on ${day}`,
    none: (day) => `No terms of reference were in force on ${day}.`,
    alt: (bodies, refers) => `A diagram of ${bodies} bodies. ${refers}`,
    refers: (body, above) => `${body} reports to ${above}.`,
    date: 'See it as of a date',
    show: 'Show',
    large: 'Full size',
    expires: 'The link to the picture works for a week.',
  },

  /** Terms that a case has put in force. */
  newTerms: {
    heading: 'New terms',
    from: (day: string) => `In force from ${day}.`,
    since: (day: string) => `In force since ${day}.`,
    noVersion:
      'The case does not contain the terms themselves. Samspil uses the former ones until the secretariat has laid a draft before the body.',
    noFile: 'Samspil has them, but the files of the model do not.',
    writeIt: (day: string | null) => `The operator should write them into the model, ${day === null ? 'now, if possible' : `by ${day}`}.`,
  },
  /** A draft of new terms, laid before a body as a case. */
  draftCase: {
    title: (body: string) => `New terms of reference: ${body}`,
    from: (day: string) => `The draft is to be in force from ${day}.`,
    comes: 'New:',
    goes: 'No longer there:',
    same: 'The clauses read the same. Seats, numbers or periods change.',
    more: (n: number) => (n === 1 ? '… and 1 change more.' : `… and ${n} changes more.`),
    recommendation: (day: string) => `the terms of reference are in force from ${day}`,
  },
};
