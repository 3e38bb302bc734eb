import { describe, expect, test } from 'vitest';
import { subjectOf } from '../../bot/governance/tables/subjects.ts';
import type { State } from '../../bot/governance/vocabulary/all.ts';
import type { ErrandRefused } from '../../bot/governance/vocabulary/refused-errand.ts';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import { daysOff } from '../../bot/model/days-off.ts';
import { deck } from '../../cards/deck.ts';
import { textIn } from '../../cards/text/languages.ts';
import { charter as fjord } from '../kit/charter.ts';
import { desk } from '../kit/desk.ts';
import { meetingWith } from '../kit/states/meeting.ts';

const { title, rules } = textIn('da').refusedErrand;
const charter = { ...fjord(), daysOff: daysOff(fjord().collaboration.calendar) };
const since = '2015-02-02T08:00:00Z';

const plan = { body: 'panel', phase: 'in-force', version: 2, inForce: [], turns: [], since };
const year = { body: 'panel', year: 2015, phase: 'confirmed', askedAt: since, meetings: [], turns: [] };
const follows = (version: number) =>
  ({ ...subjectOf('follow-up/forum').initial('follow-up/forum'), versions: { panel: version } }) as State;

/** What somebody did, what it should have led to elsewhere, the card on which they did it, and what has followed after all. */
const table = [
  ['milestone-plan', 'milestone-plan/panel', plan, 'sets-milestones', 'forum', { 'follow-up/forum': follows(2) }],
  ['year', 'year/panel.2015', year, 'plan', 'm1', { 'meeting/panel.2015-m1': meetingWith({}) }],
] as const;

type States = Readonly<Partial<Record<Stream, State>>>;
async function said(card: 'milestone-plan' | 'year', about: Stream, change: object, rule: string, others: States): Promise<string> {
  const refused: readonly ErrandRefused[] = [
    { type: 'ErrandRefused', v: 1, errand: `${about}#3/${rule}`, rule, refusal: { refused: 'too-much' } },
  ];
  const state = { ...subjectOf(about).initial(about), ...change, refusedErrands: refused } as State;
  const occasion = card === 'milestone-plan' ? 'version-2' : null;
  const face = await deck[card].show(desk({ charter, states: { [about]: state, ...others } }), about, occasion, {
    kind: 'everyone',
    language: 'da',
  });
  return JSON.stringify(face?.data);
}

describe('what was refused elsewhere', () => {
  test.each(table)('stands on the %s where somebody acted, with what and why, until it has followed after all', async (...row) => {
    const [card, about, state, rule, of, followed] = row;
    const before = await said(card, about, state, `${rule}-${of}`, { 'follow-up/forum': follows(1) });
    expect(before).toContain(title);
    expect(before).toContain(rules[rule]);
    expect(await said(card, about, state, `${rule}-${of}`, followed)).not.toContain(title);
  });
});
