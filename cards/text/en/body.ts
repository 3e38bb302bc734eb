import type { bodies as measure } from '../da/body.ts';

const times = (n: number) => (n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`);

export const bodies: typeof measure = {
  organ: {
    title: (body) => `${body} in short`,
    asOf: (day) => `As it was on ${day}`,
    none: (day) => `No terms of reference were in force on ${day}.`,
    purpose: 'Purpose',
    goesUp: 'Sends up',
    upTo: (body) => `To ${body}`,
    weighing: (weights) => `What ${weights}`,
    secretariat: 'Secretariat',
    who: 'Who sits here',
    seatCount: (n, seat) => (n === '1' ? seat : `${n} × ${seat}`),
    range: (min, max) => (max === null ? `at least ${min}` : min === max ? `${min}` : `${min}–${max}`),
    anyNumber: 'number not stated',
    noSector: 'No sector',
    decides: 'Decides itself',
    cadence: 'Meetings',
    period: 'Period',
    assumed: 'How Samspil reads the document where it is not clear',
    cadenceIs: ({ least, most, about, asNeeded }) => {
      const often =
        least !== null && most !== null && least !== most
          ? `${about ? 'about ' : ''}${least}–${most} times a year`
          : least !== null
            ? `${about ? 'about ' : most === null ? 'at least ' : ''}${times(least)} a year`
            : most !== null
              ? `at most ${times(most)} a year`
              : '';
      return [often, asNeeded ? 'as needed' : ''].filter(Boolean).join(', ');
    },
    openEnded: (from) => `from ${from}, no end date`,
    until: (from, until) => `${from} to ${until}`,
    ranOut: (from, until) => `${from} to ${until}. The period has run out; Samspil uses the terms until new ones are approved.`,
    date: 'See it as of',
    show: 'Show',
  },

  seats: {
    title: (body) => `Seats: ${body}`,
    filled: (filled, vacant) => `${filled} filled · ${vacant} vacant`,
    vacant: 'vacant',
    vacantMany: (n) => (n === 1 ? 'vacant' : `${n} vacant`),
    clusters: (represented, of) =>
      represented === null
        ? `Whether all ${of} clusters are here cannot be seen from the seats`
        : `${represented} of ${of} clusters are represented`,
    deputies: (names) => `deputy: ${names}`,
    from: (day) => `from ${day}`,
    until: (day) => `until the end of ${day}`,
    noTerms: 'The body has no terms of reference in force today, so there are no seats to fill.',
    noSeats: (of) => `The terms name no seats. The secretariat answers on ${of} behalf until they are written into the model.`,
    question: 'Has somebody been appointed or stepped down? The secretaries of the body put it right here.',
    readOnly: 'The secretaries of the body and administrators can change this.',
    fill: 'Fill a seat',
    deputy: 'Name a deputy',
    undeputy: 'Remove a deputy',
    end: 'End an appointment',
    join: 'Merge two people',
    sector: 'Change sector',
    seat: 'Seat',
    appointment: 'Appointment',
    person: 'Person',
    search: 'Name or part of it',
    find: 'Find',
    hits: (n) => (n === 1 ? '1 person fits' : `${n} people fit`),
    noHits: 'Nobody in the channel is called that. A person must be a member of the channel before you can choose them.',
    fromDay: 'Appointed from',
    untilDay: 'Last day',
    keep: 'Keep as',
    joinTo: 'Is the same person as',
    joinNote: 'The two then count as one person in every body. It cannot be undone.',
    sectorChoice: 'Sector',
    save: 'Save',
    choose: 'Choose',
    guest: 'guest',
    noAppointments: 'There are no appointments to choose.',
    required: 'Fill this in',
  },
};
