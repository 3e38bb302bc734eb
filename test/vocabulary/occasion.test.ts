import { describe, expect, it } from 'vitest';
import { type Occasion, type Occasioned, readOccasion, type What, writeOccasion } from '../../bot/governance/vocabulary/occasion.ts';

const day = '2015-03-02';
const at = '2015-03-02T08:00:00Z';
const silent = {
  reminded: [{ what: 'reminded', mark: day }, 'reminded-2015-03-02'],
  deputy: [{ what: 'deputy', mark: day }, 'deputy-2015-03-02'],
  secretariat: [{ what: 'secretariat', mark: day }, 'secretariat-2015-03-02'],
} as const;
const away = { in: [{ what: 'in', mark: 'it-panel' }, 'in-it-panel'] } as const;
const asked = { ...silent, told: [{ what: 'told', mark: 2 }, 'told-2'] } as const;

type Written = { readonly [C in Occasioned]: { readonly [W in What<C>]: readonly [Occasion<C>, string] } };

/** Stores and cards in the channels hold these texts, so none of them may change. */
const written: Written = {
  meeting: away,
  reminder: { reminder: [{ what: 'reminder', mark: day, in: 'forum' }, 'reminder-2015-03-02-in-forum'] },
  note: {
    call: [{ what: 'call', mark: day }, 'call-2015-03-02'],
    'agenda-out': [{ what: 'agenda-out', mark: null, in: 'forum' }, 'agenda-out-in-forum'],
    'minutes-out': [{ what: 'minutes-out', mark: null }, 'minutes-out'],
    changed: [{ what: 'changed', mark: 2, in: 'it-panel' }, 'changed-2-in-it-panel'],
  },
  case: away,
  'answer-note': { '': [{ what: '', mark: '2015-03-02-wounds-mia' }, '2015-03-02-wounds-mia'] },
  ask: { '': [{ what: '', mark: 'case-judge-2015-03-02T08:00:00Z+-10' }, 'case-judge-2015-03-02T08:00:00Z+-10'] },
  'case-told': { '': [{ what: '', mark: 'it-panel' }, 'it-panel'] },
  'case-note': {
    ...silent,
    receipt: [{ what: 'receipt', mark: day }, 'receipt-2015-03-02'],
    written: [{ what: 'written', mark: day }, 'written-2015-03-02'],
    stands: [{ what: 'stands', mark: day }, 'stands-2015-03-02'],
    back: [{ what: 'back', mark: at }, 'back-2015-03-02T08:00:00Z'],
    answer: [{ what: 'answer', mark: at }, 'answer-2015-03-02T08:00:00Z'],
    outcome: [{ what: 'outcome', mark: at, in: 'it-panel' }, 'outcome-2015-03-02T08:00:00Z-in-it-panel'],
  },
  request: away,
  'request-note': {
    ...silent,
    receipt: [{ what: 'receipt', mark: day }, 'receipt-2015-03-02'],
    'due-soon': [{ what: 'due-soon', mark: day }, 'due-soon-2015-03-02'],
    overdue: [{ what: 'overdue', mark: day }, 'overdue-2015-03-02'],
    report: [{ what: 'report', mark: 3 }, 'report-3'],
    back: [{ what: 'back', mark: 3 }, 'back-3'],
    outcome: [{ what: 'outcome', mark: null, in: 'west' }, 'outcome-in-west'],
  },
  group: away,
  'group-note': {
    ...silent,
    ending: [{ what: 'ending', mark: day }, 'ending-2015-03-02'],
    overdue: [{ what: 'overdue', mark: day, to: 'bureau' }, 'overdue-2015-03-02-to-bureau'],
    receipt: [{ what: 'receipt', mark: day }, 'receipt-2015-03-02'],
    report: [{ what: 'report', mark: null, in: 'forum' }, 'report-in-forum'],
  },
  experience: away,
  'experience-note': { ...asked, outcome: [{ what: 'outcome', mark: 1, in: 'forum' }, 'outcome-1-in-forum'] },
  'flag-note': asked,
  initiative: away,
  'work-plan-note': silent,
  portfolio: { '': [{ what: '', mark: '2015-Q2', in: 'board' }, '2015-Q2-in-board'] },
  'milestone-plan': { version: [{ what: 'version', mark: 12 }, 'version-12'] },
  'milestone-note': {
    ...silent,
    attention: [{ what: 'attention', mark: { plan: 'it-panel', on: day } }, 'attention-it-panel-2015-03-02'],
  },
  'check-in': { 'check-in': [{ what: 'check-in', mark: day }, 'check-in-2015-03-02'] },
  status: { status: [{ what: 'status', mark: '2015-Q2' }, 'status-2015-Q2'] },
  'terms-run-out': { 'run-out': [{ what: 'run-out', mark: '2015-Q2' }, 'run-out-2015-Q2'] },
  'assess-terms': { assess: [{ what: 'assess', mark: '2015-Q2' }, 'assess-2015-Q2'] },
  'unanswered-note': { said: [{ what: 'said', mark: day }, 'said-2015-03-02'] },
  'year-note': { reminded: silent.reminded, secretariat: silent.secretariat },
  'year-short': { short: [{ what: 'short', mark: day }, 'short-2015-03-02'] },
  'seat-empty': { vacant: [{ what: 'vacant', mark: day }, 'vacant-2015-03-02'] },
  anchor: { '': [{ what: '', mark: '2015-03' }, '2015-03'] },
  'errand-refused': { '': [{ what: '', mark: 'meeting/m1#4/result-i1' }, 'meeting/m1#4/result-i1'] },
  'turned-down': { at: [{ what: 'at', mark: at, in: 'forum' }, 'at-2015-03-02T08:00:00Z-in-forum'] },
  'channel-away': { since: [{ what: 'since', mark: at }, 'since-2015-03-02T08:00:00Z'] },
  clock: {
    patients: [{ what: 'patients', mark: '2015-H1' }, 'patients-2015-H1'],
    indicators: [{ what: 'indicators', mark: '2015-Q2' }, 'indicators-2015-Q2'],
    'run-out': [{ what: 'run-out', mark: '2015-Q2' }, 'run-out-2015-Q2'],
    assess: [{ what: 'assess', mark: '2015-Q2' }, 'assess-2015-Q2'],
    portfolio: [{ what: 'portfolio', mark: '2015-Q2' }, 'portfolio-2015-Q2'],
    status: [{ what: 'status', mark: '2015-Q2' }, 'status-2015-Q2'],
    years: [{ what: 'years', mark: day }, 'years-2015-03-02'],
    silence: [{ what: 'silence', mark: day }, 'silence-2015-03-02'],
    'check-in': [{ what: 'check-in', mark: day }, 'check-in-2015-03-02'],
    shown: [{ what: 'shown', mark: day }, 'shown-2015-03-02'],
    over: [{ what: 'over', mark: at }, 'over-2015-03-02T08:00:00Z'],
    close: [{ what: 'close', mark: day }, 'close-2015-03-02'],
    away: [{ what: 'away', mark: at }, 'away-2015-03-02T08:00:00Z'],
    lost: [{ what: 'lost', mark: at }, 'lost-2015-03-02T08:00:00Z'],
    unanswered: [{ what: 'unanswered', mark: day }, 'unanswered-2015-03-02'],
    vacant: [{ what: 'vacant', mark: day }, 'vacant-2015-03-02'],
    passes: [{ what: 'passes', mark: '2015-02-16' }, 'passes-2015-02-16'],
    remind: [{ what: 'remind', mark: 'year-2015-03-02T08:00:00Z+5' }, 'remind-year-2015-03-02T08:00:00Z+5'],
    'close-ask': [{ what: 'close-ask', mark: 'year-2015-03-02T08:00:00Z' }, 'close-ask-year-2015-03-02T08:00:00Z'],
  },
};

describe('occasions', () => {
  const rows = Object.entries<Readonly<Record<string, readonly [Occasion<Occasioned>, string]>>>(written).flatMap(([card, kinds]) =>
    Object.values(kinds).map(([occasion, text]) => ({ card: card as Occasioned, occasion, text })),
  );
  it.each(rows)('an occasion of $card is written as $text, as ever, and is read back the same', ({ card, occasion, text }) => {
    expect(writeOccasion(occasion)).toBe(text);
    const nowhereElse = { in: null, to: null };
    expect(readOccasion(card, text)).toEqual({ ...nowhereElse, ...occasion });
  });

  it('an occasion that a button made up is not read', () => {
    expect(readOccasion('case-note', 'reminded')).toBeNull();
    expect(readOccasion('case-note', 'reminded-tomorrow')).toBeNull();
    expect(readOccasion('case-note', 'told-2')).toBeNull();
    expect(readOccasion('portfolio', '2015-Q5')).toBeNull();
    expect(readOccasion('reminder', null)).toBeNull();
  });
});
