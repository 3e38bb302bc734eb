import { expect } from 'vitest';
import type { Charter } from '../../bot/governance/charter/charter.ts';
import { followUp } from '../../bot/governance/milestone/follow-up.ts';
import { rowStanding } from '../../bot/governance/milestone/standing.ts';
import { dueNow } from '../../bot/governance/tables/dues.ts';
import { noticesFor } from '../../bot/governance/tables/notices.ts';
import type { Command, GovernanceEvent } from '../../bot/governance/vocabulary/all.ts';
import type { FollowUpState, RowAnswer, RowTold, Status } from '../../bot/governance/vocabulary/milestone/follow-up.ts';
import { daysOff } from '../../bot/model/days-off.ts';
import { charter as invented } from '../kit/charter.ts';
import { around, clock, errand, given, person, type Scene, seated, text } from '../kit/given.ts';

export const charter: Charter = { ...invented(), daysOff: daysOff(invented().collaboration.calendar) };

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

export const scene: Scene = { stream: 'follow-up/forum', bodies, charter, now: '2015-02-02T09:00:00Z' };

export function row(milestone: string, change: Partial<RowTold> = {}): RowTold {
  const deliverable = { text: text(milestone), in: 'milestone-plan/panel' } as const;
  return { milestone, deliverable, initiative: null, owner: null, from: null, due: '2015-06-15', neededBy: null, ...change };
}

export const sets = (version: number, ...rows: readonly RowTold[]): Command => ({ type: 'SetMilestones', plan: 'panel', version, rows });

export const says = (status: Status, change: Partial<Extract<Command, { type: 'AnswerMilestone' }>> = {}): Command => ({
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
export function answered(said: Partial<RowAnswer>): Partial<GovernanceEvent> {
  return { type: 'MilestoneAnswered', answer: expect.objectContaining(said) as unknown as RowAnswer };
}

/** The steps come one after another, each on a day: who asks what. `time` is what the clock itself does on that day at ten, but for reminders. */
export type Step = readonly [day: string, who: string, command: Command] | readonly [day: string, who: 'time'];

export function having(...steps: readonly Step[]): readonly GovernanceEvent[] {
  const news: GovernanceEvent[] = [];
  for (const [day, who, command] of steps) {
    const now = `${day}T09:00:00Z`;
    const state = given(scene, ...news).state;
    const due = dueNow(scene.stream, charter, state, around({ ...scene, now }).now).map((each) => each.command);
    const asked = command ? [command] : due.filter(({ type }) => type !== 'RemindAsk');
    for (const each of asked) {
      const by = who === 'time' ? clock : who === 'errand' ? errand : person(who);
      const { decided } = given({ ...scene, now }, ...news).when(each, by);
      if (!Array.isArray(decided)) throw new Error(`${day} ${who}: ${JSON.stringify(decided)}`);
      news.push(...decided);
    }
  }
  return news;
}

export const stateAfter = (events: readonly GovernanceEvent[]) => given(scene, ...events).state as FollowUpState;

export const stands = (events: readonly GovernanceEvent[], day: string) =>
  stateAfter(events).rows.map((each) => rowStanding(charter, each, day));

export const dueAt = (events: readonly GovernanceEvent[]) => {
  const at = followUp.index(stateAfter(events), charter).dueAt;
  return at === null ? null : new Date(at).toISOString().slice(0, 16);
};

export const cards = (events: readonly GovernanceEvent[]) =>
  noticesFor('follow-up/forum', events.at(-1) as GovernanceEvent, stateAfter(events), charter).map(({ key, to }) => [
    key.split(':')[1],
    'body' in to ? to.body : '',
  ]);

export const set = having(['2015-02-02', 'errand', sets(1, row('m1', { owner: 'ulla' }), row('m2'))]);
