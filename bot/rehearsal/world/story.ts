import { begun } from '../../governance/vocabulary/all.ts';
import type { Stream } from '../../governance/vocabulary/stream.ts';
import { streamOf } from '../../governance/vocabulary/stream.ts';
import { yearStream } from '../../governance/vocabulary/year/streams.ts';
import type { GivenDate } from '../../governance/vocabulary/year/year.ts';
import type { Store } from '../../store/store.ts';
import type { StoryWords } from '../words/story.ts';
import type { Doing } from './doing.ts';

interface Story {
  readonly doing: Doing;
  readonly store: Store;
  readonly group: string;
  readonly above: string;
  readonly words: StoryWords;
}

/** Days of the story. The room opens on the last. */
const days = { plan: 5, items: 8, agenda: 21, held: 28, promised: 40, minutes: 42, raised: 48 } as const;
export const opensOn = 50;
/** Meetings of the group and of the one above it, in days of the story; the first one is over when the room opens. */
const groupMeets = [days.held, 69, 153, 251, 328];
const aboveMeets = [64, 141, 260, 337];

/** What had happened before the room opened: a year agreed on, a meeting held, milestones promised, a case raised. */
export async function tells(story: Story): Promise<void> {
  await plansYear(story, story.group, groupMeets);
  await plansYear(story, story.above, aboveMeets);
  await meets(story);
  await promises(story);
  await minutes(story);
  await raises(story);
}

async function plansYear({ doing }: Story, body: string, on: readonly number[]): Promise<void> {
  doing.goesTo(days.plan, '10:00');
  const year = Number(doing.day(0).slice(0, 4));
  const stream = yearStream(body, year);
  const meetings = on.map(
    (day, at): GivenDate => ({
      id: `m${at + 1}`,
      gathering: null,
      date: doing.day(day),
      time: '09:00',
      minutes: 120,
      joint: [],
      online: false,
    }),
  );
  await doing.does(doing.personIn(body, 'secretary'), stream, () => ({ type: 'ProposeYear', meetings }));
  for (const chair of [0, 1]) await doing.does(doing.personIn(body, 'chair', chair), stream, () => ({ type: 'ConfirmYear', seen: 1 }));
  await doing.settle();
}

async function firstMeeting({ store, doing, group }: Story): Promise<Stream | null> {
  const streams = await store.ofBody('meeting', group, { openOnly: false });
  for (const stream of streams) {
    const state = begun((await store.recall(stream))?.state, 'meeting');
    if (state?.start.startsWith(doing.day(days.held))) return stream;
  }
  return null;
}

async function meets(story: Story): Promise<void> {
  const { doing, words, group } = story;
  const meeting = await firstMeeting(story);
  if (meeting === null) return;
  const secretary = doing.personIn(group, 'secretary');
  doing.goesTo(days.items, '11:00');
  for (const [at, title] of words.items.entries()) {
    await doing.does(secretary, meeting, (seal) => ({
      type: 'ProposeItem',
      item: `item-${at + 1}`,
      proposal: { kind: 'decision', title: seal(title), recommendations: [], case: null, papers: null, closed: false },
    }));
  }
  for (const nth of [0, 1]) {
    const chair = doing.personIn(group, 'chair', nth);
    await doing.does(chair, meeting, () => ({ type: 'AnswerAttendance', attendance: 'coming', deputy: null }));
  }
  doing.goesTo(days.agenda, '09:00');
  await doing.does(secretary, meeting, () => ({ type: 'SendAgenda' }));
  await doing.settle();
  doing.goesTo(days.held, '12:00');
  await doing.does(null, meeting, () => ({ type: 'CloseMeeting' }));
  await doing.settle();
}

async function promises({ doing, words, group }: Story): Promise<void> {
  doing.goesTo(days.promised, '09:30');
  const plan = streamOf('milestone-plan', group);
  const owners = [doing.personIn(group, 'member', 0), doing.personIn(group, 'member', 9), doing.personIn(group, 'member', 2)];
  const due = [60, 148, 270];
  const by = doing.personIn(group, 'secretary');
  for (const [at, deliverable] of words.milestones.entries()) {
    const owner = owners[at] ?? null;
    const person = owner && (await doing.keyOf(owner));
    await doing.does(by, plan, (seal) => ({
      type: 'SetMilestone',
      milestone: {
        id: `milestone-${at + 1}`,
        deliverable: { text: seal(deliverable), in: plan },
        initiative: null,
        owner: person,
        from: null,
        due: doing.day(due[at] ?? 300),
        dependsOn: [],
        carriedBy: [],
      },
    }));
  }
  await doing.does(doing.personIn(group, 'chair', 0), plan, () => ({ type: 'ProposePlan', reason: null }));
  await doing.does(doing.personIn(group, 'chair', 1), plan, () => ({
    type: 'AnswerPlan',
    yes: true,
    reason: null,
    edition: words.milestones.length,
  }));
  await doing.settle();
}

async function minutes(story: Story): Promise<void> {
  const { doing, words, group } = story;
  const meeting = await firstMeeting(story);
  if (meeting === null) return;
  doing.goesTo(days.minutes, '10:00');
  const secretary = doing.personIn(group, 'secretary');
  for (const [at, outcome] of words.outcomes.entries()) {
    await doing.does(secretary, meeting, (seal) => ({
      type: 'RecordOutcome',
      item: `item-${at + 1}`,
      outcome: 'decided',
      text: seal(outcome),
    }));
  }
  await doing.does(secretary, meeting, () => ({ type: 'SendMinutes' }));
  await doing.settle();
}

async function raises({ doing, words, group }: Story): Promise<void> {
  doing.goesTo(days.raised, '10:05');
  const raiser = doing.personIn(group, 'member', 2);
  const about = streamOf('case', 'room-case-1');
  await doing.does(raiser, about, (seal) => ({
    type: 'DraftCase',
    body: group,
    matter: { kind: 'agreement', weighs: ['quality'] },
    content: {
      title: seal(words.case.title),
      account: seal(words.case.account),
      recommendations: words.case.recommendations.map(seal),
      papers: null,
      journal: null,
    },
  }));
  await doing.does(raiser, about, () => ({ type: 'SendCase' }));
  await doing.settle();
}
