import type { Body, Charter, IsoDate, Seat, Terms, Words } from '../../bot/governance/charter/charter.ts';

/** An invented collaboration: a forum that a panel refers to, with a bureau that serves both. Two sectors and a practice seat. */
export function charter(change: Partial<Charter> = {}): Charter {
  return {
    collaboration: {
      name: words('Fjordsamarbejdet'),
      languages: ['da', 'en'],
      timeZone: 'Europe/Copenhagen',
      sectors: [
        { id: 'municipal', name: words('Kommune') },
        { id: 'regional', name: words('Region') },
        { id: 'practice', name: words('Almen praksis') },
      ],
      secretariat: 'bureau',
      documents: [{ short: 'F1', title: 'Kommissorium', file: 'f1.txt', sha256: '0'.repeat(64), lines: 100 }],
      nouns: [],
      clusters: [],
      organisations: [],
      calendar: { country: 'DK', region: null, alsoOff: ['06-05', '12-24', '12-31'], holidayMonths: [7] },
      defaults: {
        remindWorkingDays: 1,
        itemsDays: 14,
        callDays: 7,
        agendaDays: 7,
        minutesDays: 14,
        commentWorkingDays: 5,
        noticeHours: 24,
        writtenProcedure: true,
        scalingPath: false,
        promptsFrom: '08:30',
        promptsUntil: '15:30',
        keySectors: ['regional', 'municipal'],
        wayUp: [],
        planning: {
          cadences: [],
          startTimes: ['09:00', '13:00'],
          minutes: 120,
          betweenPlacesMinutes: 60,
          avoidWeeks: [7, 42],
          plannedBy: '12-01',
        },
      },
    },
    bodies: [body('panel', { above: 'forum' }), body('forum'), body('bureau'), { ...body('council'), outside: true, terms: [] }],
    agreement: [],
    gatherings: [],
    speakUp: null,
    clauses: [],
    daysOff: new Set(daysOff2015),
    ...change,
  };
}

export function body(
  id: string,
  terms: {
    above?: string;
    from?: IsoDate;
    until?: IsoDate | null;
    seats?: readonly Seat[];
    competence?: Terms['competence'];
    tells?: Terms['tells'];
  } = {},
): Body {
  return {
    id,
    name: words(id),
    aliases: [],
    kind: 'group',
    language: 'da',
    outside: false,
    outsideTeams: false,
    deadlines: {},
    named: [{ document: 'F1', section: '1' }],
    terms: [termsOf(id, terms)],
  };
}

export function termsOf(
  id: string,
  terms: {
    above?: string;
    from?: IsoDate;
    until?: IsoDate | null;
    seats?: readonly Seat[];
    competence?: Terms['competence'];
    tells?: Terms['tells'];
  } = {},
): Terms {
  const from = terms.from ?? '2015-01-01';
  const clause = `${id}-seats`;
  return {
    id: `${id}@${from}`,
    body: id,
    hash: `hash-of-${id}-${from}`,
    formerly: [],
    readings: [],
    from,
    until: terms.until === undefined ? '2018-12-31' : terms.until,
    at: { file: `${id}.yaml`, line: 1 },
    document: 'F1',
    name: null,
    period: { document: 'F1', section: '1' },
    purpose: words('Samler fjordens parter'),
    purposeSource: { document: 'F1', section: '1' },
    above: terms.above ? { stated: true, value: terms.above, clause: `${id}-above` } : { stated: false },
    secretariat: id === 'bureau' ? { stated: false } : { stated: true, value: 'bureau', clause: `${id}-served` },
    seats: terms.seats ?? seats(clause),
    keyRule: { seats: ['regional-chair', 'municipal-chair'], clause },
    cadence: { stated: false },
    firstMeeting: { stated: false },
    clauses: [],
    decides: [],
    competence: terms.competence ?? [],
    tells: terms.tells ?? [],
    links: [],
    everyCluster: null,
    groups: null,
    spreads: null,
    shares: null,
    portfolio: null,
    patients: null,
    assess: null,
    holders: [],
    assumed: [],
  };
}

function seats(clause: string): readonly Seat[] {
  return [
    seat('regional-chair', 'chair', 'regional', 1, clause),
    seat('municipal-chair', 'chair', 'municipal', 1, clause),
    seat('municipal-leader', 'member', 'municipal', 4, clause),
    seat('practitioner', 'member', 'practice', 1, clause),
    seat('adviser', 'member', null, null, clause),
    seat('regional-secretary', 'secretary', 'regional', 1, clause),
  ];
}

export function seat(id: string, role: Seat['role'], sector: string | null, max: number | null, clause: string): Seat {
  return {
    id,
    name: words(id),
    role,
    sector,
    from: null,
    appointedBy: { stated: false },
    min: 1,
    max,
    amongMembers: false,
    clusters: [],
    clause,
  };
}

export function words(text: string): Words {
  return { da: text, en: text };
}

/** Worked out by hand from a Danish calendar; 5 June, 24 and 31 December are the collaboration's own. */
const daysOff2015 = [
  '2015-01-01',
  '2015-04-02',
  '2015-04-03',
  '2015-04-06',
  '2015-05-01',
  '2015-05-14',
  '2015-05-25',
  '2015-06-05',
  '2015-12-24',
  '2015-12-25',
  '2015-12-26',
  '2015-12-31',
];
