import { describe, expect, test } from 'vitest';
import type { Charter } from '../../bot/governance/charter/charter.ts';
import { mayAnswer } from '../../bot/governance/milestone/follow-up-answer.ts';
import { standing } from '../../bot/governance/milestone/standing.ts';
import { dueNow } from '../../bot/governance/tables/dues.ts';
import { noticesFor } from '../../bot/governance/tables/notices.ts';
import { subjectOf } from '../../bot/governance/tables/subjects.ts';
import type { Command, GovernanceEvent } from '../../bot/governance/vocabulary/all.ts';
import type { Answer, FollowUpState, RowTold, Status } from '../../bot/governance/vocabulary/follow-up.ts';
import { daysOff } from '../../bot/model/days-off.ts';
import { checkSnapshot } from '../../bot/store/limits.ts';
import { charter as invented } from '../kit/charter.ts';
import { around, clock, errand, given, person, type Scene, seated } from '../kit/given.ts';

const charter: Charter = { ...invented(), daysOff: daysOff(invented().collaboration.calendar) };
const text = (ref: string) => ({ ref, mac: `mac-${ref}` });
const bodies = [
  seated('forum', {
    'regional-chair': ['egon'],
    'municipal-chair': ['dorte'],
    'municipal-leader': ['ulla', 'uffe'],
    'regional-secretary': ['finn'],
  }),
  seated('panel', { 'regional-chair': ['rita'], 'regional-secretary': ['frida'] }),
  seated('bureau', { 'regional-secretary': ['gerda'] }),
];
const scene: Scene = { stream: 'follow-up/forum', bodies, charter, now: '2015-02-02T09:00:00Z' };

function row(milestone: string, change: Partial<RowTold> = {}): RowTold {
  const deliverable = { text: text(milestone), in: 'milestone-plan/panel' } as const;
  return { milestone, deliverable, initiative: null, owner: null, from: null, due: '2015-06-15', neededBy: null, ...change };
}
const sets = (version: number, ...rows: readonly RowTold[]): Command => ({ type: 'SetMilestones', plan: 'panel', version, rows });
const says = (status: Status, change: Partial<Extract<Command, { type: 'AnswerMilestone' }>> = {}): Command => ({
  type: 'AnswerMilestone',
  row: 'panel.m1',
  status,
  expected: null,
  why: status === 'follows' ? null : text('why'),
  needs: status === 'follows' ? null : text('needs'),
  toldBy: null,
  ...change,
});

/** Part of what the ledger says of an answer. */
function answered(said: Partial<Answer>): Partial<GovernanceEvent> {
  return { type: 'MilestoneAnswered', answer: expect.objectContaining(said) as unknown as Answer };
}

/** One after another, each on a day: who asks what. `time` is what the clock itself does on that day at ten. */
type Step = readonly [day: string, who: string, command: Command] | readonly [day: string, who: 'time'];
function having(...steps: readonly Step[]): readonly GovernanceEvent[] {
  const news: GovernanceEvent[] = [];
  for (const [day, who, command] of steps) {
    const now = `${day}T09:00:00Z`;
    const state = given(scene, ...news).state;
    const asked = command ? [command] : dueNow(charter, state, around({ ...scene, now }).now).map((due) => due.command);
    for (const each of asked) {
      const by = who === 'time' ? clock : who === 'errand' ? errand : person(who);
      const { decided } = given({ ...scene, now }, ...news).when(each, by);
      if (!Array.isArray(decided)) throw new Error(`${day} ${who}: ${JSON.stringify(decided)}`);
      news.push(...decided);
    }
  }
  return news;
}
const stateAfter = (events: readonly GovernanceEvent[]) => given(scene, ...events).state as FollowUpState;
const stands = (events: readonly GovernanceEvent[], day: string) => stateAfter(events).rows.map((each) => standing(charter, each, day));
const dueAt = (events: readonly GovernanceEvent[]) => {
  const at = subjectOf('follow-up/forum').index(stateAfter(events), charter).dueAt;
  return at === null ? null : new Date(at).toISOString().slice(0, 16);
};
const cards = (events: readonly GovernanceEvent[]) =>
  noticesFor('follow-up/forum', events.at(-1) as GovernanceEvent, stateAfter(events), charter).map(({ key, to }) => [
    key.split(':')[1],
    'body' in to ? to.body : '',
  ]);
const set = having(['2015-02-02', 'errand', sets(1, row('m1', { owner: 'ulla' }), row('m2'))]);

describe('a milestone is answered for', () => {
  const may = (who: string, of: string, at = set) => {
    const state = stateAfter(at);
    const found = state.rows.find(({ key }) => key === of);
    return found ? mayAnswer(state, found, who, around(scene)) : null;
  };
  const everyone = ['ulla', 'uffe', 'egon', 'dorte', 'finn', 'rita', 'gerda'];

  test('by its owner and the chairs; where it has no owner, by anyone in a seat', () => {
    expect(everyone.filter((who) => may(who, 'panel.m1'))).toEqual(['ulla', 'egon', 'dorte']);
    expect(everyone.filter((who) => may(who, 'panel.m2'))).toEqual(['ulla', 'uffe', 'egon', 'dorte', 'finn']);
    given(scene, ...set)
      .when(says('follows'), person('uffe'))
      .thenRefused('only-who-owns-it');
    given(scene, ...set)
      .when(says('follows'), clock)
      .thenRefused('only-who-owns-it');
    const joined = { ...scene, persons: { joined: { 'ulla-guest': 'ulla' } } };
    given(joined, ...set)
      .when(says('follows'), person('ulla-guest'))
      .thenHappens(answered({ person: 'ulla' }));
  });

  test('an owner who does not sit in the body that carries it out is no owner there', () => {
    const elsewhere = having(['2015-02-02', 'errand', sets(1, row('m1', { owner: 'rita' }))]);
    expect(stateAfter(elsewhere).rows[0]?.owner).toBeNull();
    expect(may('uffe', 'panel.m1', elsewhere)).toBe(true);
  });

  test('by a secretary who was told, and the ledger names both', () => {
    given(scene, ...set)
      .when(says('follows', { toldBy: 'ulla' }), person('finn'))
      .thenHappens(answered({ person: 'ulla', recordedBy: 'finn' }));
    given(scene, ...set)
      .when(says('follows', { toldBy: 'ulla' }), person('gerda'))
      .thenHappens({ type: 'MilestoneAnswered' });
    given(scene, ...set)
      .when(says('follows', { toldBy: 'ulla' }), person('uffe'))
      .thenRefused('only-who-owns-it');
    given(scene, ...set)
      .when(says('follows', { toldBy: 'rita' }), person('finn'))
      .thenRefused('only-seat-holders');
    given(scene, ...set)
      .when(says('follows', { toldBy: 'ulla' }), person('ulla'))
      .thenHappens(answered({ recordedBy: null }));
  });

  test('only at risk and late ask why, and what is needed', () => {
    const asks = (command: Command) => given(scene, ...set).when(command, person('ulla'));
    asks(says('at-risk', { why: null })).thenRefused('missing');
    asks(says('late', { needs: null, expected: '2015-07-01' })).thenRefused('missing');
    asks(says('follows', { why: text('why'), needs: text('needs') })).thenHappens(answered({ why: null, needs: null }));
    asks(says('at-risk')).thenHappens({ type: 'MilestoneAnswered', attention: null });
  });

  test('with a day that fits: late is after the due date and not past, done is not to come', () => {
    const asks = (status: Status, expected: string | null) => given(scene, ...set).when(says(status, { expected }), person('ulla'));
    asks('late', null).thenRefused('missing');
    asks('late', '2015-06-15').thenRefused('expected-before-due');
    asks('late', '2015-06-16').thenHappens({ type: 'MilestoneAnswered', attention: 'late' });
    asks('follows', '2015-06-16').thenRefused('expected-after-due');
    asks('follows', '2015-06-15').thenHappens({ type: 'MilestoneAnswered' });
    asks('follows', '2015-02-30').thenRefused('not-a-date');
    asks('done', '2015-02-03').thenRefused('done-in-the-future');
    asks('done', null).thenHappens(answered({ expected: '2015-02-02' }));
    const overdue = { ...scene, now: '2015-08-10T09:00:00Z' };
    given(overdue, ...set)
      .when(says('late', { expected: '2015-08-01' }), person('ulla'))
      .thenRefused('expected-before-due');
  });

  test('and corrected: both answers stand in the ledger, the last one counts', () => {
    const corrected = having(
      ['2015-02-02', 'errand', sets(1, row('m1', { owner: 'ulla' }))],
      ['2015-02-03', 'ulla', says('follows')],
      ['2015-02-04', 'ulla', says('late', { expected: '2015-07-01' })],
    );
    expect(corrected).toMatchObject([
      {},
      { corrects: false, answer: { status: 'follows' } },
      { corrects: true, answer: { status: 'late' } },
    ]);
    expect(stateAfter(corrected).rows).toMatchObject([{ answer: { status: 'late' }, corrections: 1 }]);
    const again = given({ ...scene, now: '2015-02-04T10:00:00Z' }, ...corrected);
    again.when(says('late', { expected: '2015-07-01' }), person('ulla')).thenNothing();
    const asked = having(
      ['2015-02-02', 'errand', sets(1, row('m1', { owner: 'ulla' }))],
      ['2015-02-03', 'ulla', says('follows')],
      ['2015-04-01', 'time'],
      ['2015-04-02', 'ulla', says('follows')],
    );
    expect(asked.at(-1)).toMatchObject({ corrects: false });
  });

  test('not when it has been taken out of the plan, or was never in it', () => {
    const withdrawn = having(['2015-02-02', 'errand', sets(1, row('m1'), row('m2'))], ['2015-02-03', 'errand', sets(2, row('m2'))]);
    given(scene, ...withdrawn)
      .when(says('follows'), person('ulla'))
      .thenRefused('milestone-withdrawn');
    given(scene, ...withdrawn)
      .when(says('follows', { row: 'panel.m9' }), person('ulla'))
      .thenRefused('no-such-milestone');
  });
});

describe('what a plan asks of a body', () => {
  test('is known by its newest version, however late an older one arrives', () => {
    const newer = having(['2015-02-02', 'errand', sets(2, row('m1'))]);
    given(scene, ...newer)
      .when(sets(1, row('m1'), row('m2')), errand)
      .thenNothing();
    given(scene, ...newer)
      .when(sets(2, row('m1')), errand)
      .thenNothing();
  });

  test('keeps what was answered, also of what comes back', () => {
    const back = having(
      ['2015-02-02', 'errand', sets(1, row('m1'))],
      ['2015-02-03', 'ulla', says('follows')],
      ['2015-02-04', 'errand', sets(2)],
      ['2015-02-05', 'errand', sets(3, row('m1', { owner: 'uffe' }))],
    );
    expect(stateAfter(back).rows).toMatchObject([{ withdrawn: false, owner: 'uffe', answer: { person: 'ulla', status: 'follows' } }]);
    expect(stands(back, '2015-02-05')).toEqual(['follows']);
  });

  test('is not asked about for days that had passed when it came or was moved', () => {
    const moved = having(
      ['2015-02-02', 'errand', sets(1, row('m1', { due: '2016-12-01' }))],
      ['2015-04-01', 'time'],
      ['2015-05-26', 'errand', sets(2, row('m1', { due: '2015-06-15' }))],
    );
    expect(dueAt(moved)).toBe('2015-06-08T06:30');
  });

  test('stands beside what other plans ask', () => {
    const both = having(
      ['2015-02-02', 'errand', sets(1, row('m1'))],
      ['2015-02-02', 'errand', { type: 'SetMilestones', plan: 'forum', version: 1, rows: [row('m1')] }],
      ['2015-02-03', 'errand', sets(2)],
    );
    expect(stateAfter(both).rows.map(({ key, withdrawn }) => [key, withdrawn])).toEqual([
      ['forum.m1', false],
      ['panel.m1', true],
    ]);
  });

  test('is no more than a body can answer for, and one snapshot holds it with everything said', () => {
    const ref = 'r'.repeat(70);
    const long = { ref, mac: 'f'.repeat(64) };
    const many = (plan: string, count: number) =>
      Array.from({ length: count }, (_, at) =>
        row(`milestone-with-a-long-name-${at}`, { deliverable: { text: long, in: `milestone-plan/${plan}` }, owner: 'p'.repeat(22) }),
      );
    const first = given(scene).when({ type: 'SetMilestones', plan: 'forum', version: 1, rows: many('forum', 60) }, errand)
      .decided as readonly GovernanceEvent[];
    given(scene, ...first)
      .when(sets(1, ...many('panel', 11)), errand)
      .thenRefused('too-much');
    const full = having(
      ['2015-02-02', 'errand', { type: 'SetMilestones', plan: 'forum', version: 1, rows: many('forum', 60) }],
      ['2015-02-02', 'errand', sets(1, ...many('panel', 10))],
      ['2015-04-01', 'time'],
      ...['2015-04-07', '2015-05-18', '2015-06-08', '2015-06-15', '2015-06-22', '2015-08-03', '2015-08-10'].map(
        (day) => [day, 'time'] as const,
      ),
    );
    const state = stateAfter(full);
    const answer = {
      status: 'late',
      expected: '2015-12-01',
      why: long,
      needs: long,
      textsIn: scene.stream,
      person: 'p'.repeat(22),
      recordedBy: 'p'.repeat(22),
      on: '2015-06-01',
      at: '2015-06-01T10:00:00.123Z',
    } as const;
    const rows = state.rows.map((each) => ({ ...each, answer, attention: 'late' as const }));
    const noted = Array.from({ length: 8 }, (_, at) => ({
      plan: `plan-${at}`,
      on: '2015-06-01',
      rows: at < 2 ? rows.map(({ key }) => key) : [],
    }));
    expect(state.checkIns.length).toBeGreaterThan(3);
    expect(() => checkSnapshot(scene.stream, { ...state, rows, noted })).not.toThrow();
  });
});

describe('a check-in', () => {
  test('asks on the quarter’s day about what is under way, once, on one card', () => {
    const asked = having(
      ['2015-02-02', 'errand', sets(1, row('m1'), row('m2', { from: '2015-05-01' }), row('m3'), row('m4'))],
      ['2015-02-03', 'uffe', says('done', { row: 'panel.m3' })],
      ['2015-02-04', 'uffe', says('follows', { row: 'panel.m4' })],
      ['2015-04-01', 'time'],
      ['2015-04-01', 'time'],
    );
    expect(asked.slice(3)).toEqual([
      { type: 'CheckedIn', v: 1, on: '2015-04-01', rows: ['panel.m1', 'panel.m4'], quarterly: true, answerBy: '2015-04-13' },
    ]);
    expect(stands(asked, '2015-04-01')).toEqual(['no-answer', 'not-asked', 'done', 'no-answer']);
    expect(cards(asked)).toEqual([['check-in@check-in-2015-04-01', 'forum']]);
  });

  test('leaves out what somebody has just answered, and where nothing is left there is no card', () => {
    const fresh = having(
      ['2015-02-02', 'errand', sets(1, row('m1'), row('m2'))],
      ['2015-03-26', 'ulla', says('follows')],
      ['2015-04-01', 'time'],
    );
    expect(fresh.at(-1)).toMatchObject({ type: 'CheckedIn', rows: ['panel.m2'] });
    const all = having(['2015-02-02', 'errand', sets(1, row('m1'))], ['2015-03-26', 'ulla', says('follows')], ['2015-04-01', 'time']);
    expect(all.at(-1)).toMatchObject({ type: 'MilestoneAnswered' });
    expect(dueAt(all)).toBe('2015-05-15T06:30');
    const early = having(['2015-02-02', 'errand', sets(1, row('m1'))], ['2015-03-25', 'ulla', says('follows')], ['2015-04-01', 'time']);
    expect(early.at(-1)).toMatchObject({ type: 'CheckedIn' });
  });

  test('that was missed comes late as one, under its newest day, with all that was to be asked', () => {
    const late = having(['2015-02-02', 'errand', sets(1, row('m1'), row('m2', { due: '2015-04-20' }))], ['2015-04-16', 'time']);
    expect(late.at(-1)).toMatchObject({
      type: 'CheckedIn',
      on: '2015-04-13',
      rows: ['panel.m1', 'panel.m2'],
      quarterly: true,
      answerBy: '2015-04-23',
    });
  });

  test('waits for the hours and days when prompts go out', () => {
    const state = stateAfter(set);
    const due = (now: string) => dueNow(charter, state, around({ ...scene, now }).now).map(({ occasion }) => occasion);
    expect(due('2015-04-01T06:29:00Z')).toEqual([]);
    expect(due('2015-04-01T06:30:00Z')).toEqual(['check-in-2015-04-01']);
    expect(due('2015-04-02T09:00:00Z')).toEqual([]);
    expect(due('2015-07-06T09:00:00Z')).toEqual([]);
    expect(dueAt(set)).toBe('2015-04-01T06:30');
  });

  test('asks each week while something is overdue, and never again when it is done', () => {
    const overdue = having(
      ['2015-02-02', 'errand', sets(1, row('m1', { due: '2015-02-16' }))],
      ['2015-02-16', 'time'],
      ['2015-02-23', 'time'],
      ['2015-03-02', 'time'],
    );
    expect(overdue.map((event) => (event.type === 'CheckedIn' ? event.on : event.type))).toEqual([
      'MilestonesSet',
      '2015-02-16',
      '2015-02-23',
      '2015-03-02',
    ]);
    const done = [
      ...overdue,
      ...having(['2015-02-02', 'errand', sets(1, row('m1', { due: '2015-02-16' }))], ['2015-03-02', 'egon', says('done')]).slice(1),
    ];
    expect(dueAt(done)).toBeNull();
  });

  test('is drawn again as answers come, with the one before it when a newer stands', () => {
    const two = having(['2015-02-02', 'errand', sets(1, row('m1', { due: '2015-02-16' }))], ['2015-02-16', 'time'], ['2015-02-23', 'time']);
    expect(cards(two).map(([key]) => key)).toEqual(['check-in@check-in-2015-02-16', 'check-in@check-in-2015-02-23']);
  });

  test('waits for owners by name until they have answered', () => {
    const waiting = (events: readonly GovernanceEvent[]) => subjectOf('follow-up/forum').index(stateAfter(events), charter).waitingOn;
    const asked: readonly Step[] = [
      ['2015-02-02', 'errand', sets(1, row('m1', { owner: 'ulla' }), row('m2', { owner: 'uffe' }))],
      ['2015-04-01', 'time'],
    ];
    expect(waiting(having(...asked))).toEqual(['ulla', 'uffe']);
    expect(waiting(having(...asked, ['2015-04-02', 'egon', says('follows')]))).toEqual(['uffe']);
  });

  test('what was said in an earlier quarter is not this quarter’s status, though nobody has been asked yet', () => {
    const answered = having(['2015-02-02', 'errand', sets(1, row('m1'))], ['2015-02-10', 'ulla', says('follows')]);
    expect(['2015-02-10', '2015-03-31', '2015-04-01', '2015-04-20'].map((day) => stands(answered, day))).toEqual([
      ['follows'],
      ['follows'],
      ['not-asked'],
      ['not-asked'],
    ]);
  });
});

describe('what goes to the chairs of the body whose plan it is', () => {
  test('is what is late, and what is expected after the day others need it', () => {
    const needed = having(['2015-02-02', 'errand', sets(1, row('m1', { neededBy: '2015-06-20' }))]);
    const said = (status: Status, expected: string | null) => given(scene, ...needed).when(says(status, { expected }), person('ulla'));
    said('late', '2015-06-16').thenHappens({ type: 'MilestoneAnswered', attention: 'late' });
    said('at-risk', '2015-06-21').thenHappens({ type: 'MilestoneAnswered', attention: 'dependant' });
    said('at-risk', '2015-06-20').thenHappens({ type: 'MilestoneAnswered', attention: null });
    said('follows', null).thenHappens({ type: 'MilestoneAnswered', attention: null });
    const late = having(['2015-02-02', 'errand', sets(1, row('m1'))], ['2015-02-03', 'ulla', says('late', { expected: '2015-07-01' })]);
    expect(cards(late)).toEqual([['milestone-note@attention-panel-2015-02-03', 'panel']]);
  });

  test('one note for each plan and day; it is drawn again when an answer is none of these any more', () => {
    const noted = having(
      ['2015-02-02', 'errand', sets(1, row('m1'), row('m2'))],
      ['2015-02-03', 'ulla', says('late', { expected: '2015-07-01' })],
      ['2015-02-03', 'ulla', says('late', { expected: '2015-07-01', row: 'panel.m2' })],
      ['2015-02-10', 'ulla', says('follows')],
    );
    expect(stateAfter(noted)).toMatchObject({
      rows: [{ attention: null }, { attention: 'late' }],
      noted: [{ plan: 'panel', on: '2015-02-03', rows: ['panel.m1', 'panel.m2'] }],
    });
    expect(cards(noted)).toEqual([['milestone-note@attention-panel-2015-02-03', 'panel']]);
  });

  test('a dependency that changes makes an old answer collide; a day that is moved makes it fit', () => {
    const said = having(['2015-02-02', 'errand', sets(1, row('m1'))], ['2015-02-03', 'ulla', says('at-risk', { expected: '2015-07-01' })]);
    const steps = (second: RowTold): readonly Step[] => [
      ['2015-02-02', 'errand', sets(1, row('m1'))],
      ['2015-02-03', 'ulla', says('at-risk', { expected: '2015-07-01' })],
      ['2015-02-05', 'errand', sets(2, second)],
    ];
    expect(stateAfter(said).rows[0]?.attention).toBeNull();
    const needed = having(...steps(row('m1', { neededBy: '2015-06-20' })));
    expect(stateAfter(needed)).toMatchObject({ rows: [{ attention: 'dependant' }], noted: [{ on: '2015-02-05' }] });
    expect(cards(needed)).toEqual([['milestone-note@attention-panel-2015-02-05', 'panel']]);
    const late: readonly Step[] = [
      ['2015-02-02', 'errand', sets(1, row('m1'))],
      ['2015-02-03', 'ulla', says('late', { expected: '2015-07-01' })],
      ['2015-02-05', 'errand', sets(2, row('m1', { due: '2015-07-01' }))],
    ];
    expect(stateAfter(having(...late)).rows[0]).toMatchObject({ attention: null, answer: { status: 'late' } });
  });

  test('and two quarterly check-ins without an answer, when the second should have been answered', () => {
    const quiet: readonly Step[] = [
      ['2015-02-02', 'errand', sets(1, row('m1', { due: '2016-12-01' }))],
      ['2015-04-01', 'time'],
      ['2015-08-03', 'time'],
    ];
    const before = having(...quiet, ['2015-08-10', 'time']);
    expect(stateAfter(before).rows[0]).toMatchObject({ attention: null, silentQuarters: 2 });
    expect(dueAt(before)).toBe('2015-08-11T06:30');
    const said = having(...quiet, ['2015-08-11', 'time'], ['2015-08-12', 'time']);
    expect(said.filter(({ type }) => type === 'SilenceSaid')).toEqual([
      { type: 'SilenceSaid', v: 1, rows: ['panel.m1'], on: '2015-08-11' },
    ]);
    expect(stateAfter(said).rows[0]).toMatchObject({ attention: 'silent' });
    expect(cards(said)).toEqual([['milestone-note@attention-panel-2015-08-11', 'panel']]);
    const spoken = having(...quiet, ['2015-08-05', 'ulla', says('follows')], ['2015-08-11', 'time']);
    expect(spoken.at(-1)).toMatchObject({ type: 'MilestoneAnswered' });
    const answeredBetween = having(...quiet.slice(0, 2), ['2015-04-02', 'ulla', says('follows')], ...quiet.slice(2), [
      '2015-08-11',
      'time',
    ]);
    expect(answeredBetween.at(-1)).toMatchObject({ type: 'CheckedIn', on: '2015-08-03' });
  });

  test('other check-ins are no quarter, and do not hide one; what was late before is said to be silent too', () => {
    const near = having(
      ['2015-02-02', 'errand', sets(1, row('m1', { due: '2015-05-04' }))],
      ...['2015-04-01', '2015-04-27', '2015-05-04', '2015-05-11', '2015-05-18'].map((day) => [day, 'time'] as const),
    );
    expect(near.filter(({ type }) => type === 'SilenceSaid')).toEqual([]);
    const dues = ['2015-08-11', '2015-08-12', '2015-08-13', '2015-08-14', '2015-08-17'];
    const busy = having(
      [
        '2015-02-02',
        'errand',
        sets(1, row('m1', { due: '2016-12-01' }), ...dues.map((due, at) => row(`n${at}`, { due, from: '2015-08-04' }))),
      ],
      ['2015-02-03', 'ulla', says('late', { expected: '2016-12-24' })],
      ...['2015-04-01', '2015-08-03', '2015-08-04', '2015-08-05', '2015-08-06', '2015-08-07', '2015-08-10'].map(
        (day) => [day, 'time'] as const,
      ),
      ['2015-08-11', 'time'],
    );
    expect(busy.filter(({ type }) => type === 'SilenceSaid')).toEqual([
      { type: 'SilenceSaid', v: 1, rows: ['panel.m1'], on: '2015-08-11' },
    ]);
  });
});
