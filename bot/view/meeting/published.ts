import type { Charter, Words } from '../../governance/charter/charter.ts';
import { begun } from '../../governance/vocabulary/all.ts';
import type { CalledMeeting } from '../../governance/vocabulary/meeting.ts';
import type { PersonKey, Stream } from '../../governance/vocabulary/stream.ts';
import type { Store } from '../../store/store.ts';
import { language, pageWords } from '../page-words.ts';
import { type HeldMeeting, readMeeting, seatsOf } from './held.ts';

export interface PublishDeps {
  readonly store: Store;
  readonly charter: () => Charter;
  readonly everyone: () => Promise<ReadonlyMap<PersonKey, { readonly name: string }>>;
}

/** A published meeting without its closed items, and without the names of those who took part; null: it is not published. */
export async function publishedMeeting({ store, charter, everyone }: PublishDeps, about: Stream): Promise<HeldMeeting | null> {
  const state = begun((await store.recall(about))?.state, 'meeting');
  if (state?.minutes !== 'published') return null;
  const meeting = await readMeeting(store, charter(), about, language);
  if (meeting === null) return null;
  const names = await namesToLeaveOut(store, charter(), state, await everyone());
  const clean = (text: string) => withoutNames(text, names);
  return {
    ...meeting,
    place: clean(meeting.place),
    items: meeting.items
      .filter(({ closed }) => !closed)
      .map((item) => ({
        ...item,
        title: clean(item.title),
        recommendations: item.recommendations.map(clean),
        outcome: item.outcome && { ...item.outcome, text: clean(item.outcome.text) },
        dissents: item.dissents.map((each) => ({ ...each, text: clean(each.text) })),
      })),
  };
}

/** Everyone seated, asked or heard, by the name in Teams, and what stands in its place: the seat. */
async function namesToLeaveOut(
  store: Store,
  charter: Charter,
  meeting: CalledMeeting,
  everyone: ReadonlyMap<PersonKey, { readonly name: string }>,
): Promise<readonly (readonly [string, string])[]> {
  const seats = await seatsOf(store, charter, meeting, language);
  const heard = meeting.answers.flatMap(({ person, deputy }) => (deputy ? [person, deputy] : [person]));
  const wrote = meeting.items.flatMap(({ by, dissents }) => [...(by ? [by] : []), ...dissents.map(({ person }) => person)]);
  const persons = new Set([...seats.keys(), ...heard, ...wrote]);
  const names = [...persons].flatMap((person) => {
    const name = everyone.get(person)?.name.trim() ?? '';
    return name === '' ? [] : [[name, seats.get(person) ?? pageWords.name] as const];
  });
  return names.sort(([a], [b]) => b.length - a.length);
}

/** A text without the whole name of anybody who is known here. */
export async function withoutAnyName({ everyone }: Pick<PublishDeps, 'everyone'>, text: string): Promise<string> {
  const names = [...(await everyone()).values()].map(({ name }) => name.trim()).filter(Boolean);
  return withoutNames(
    text,
    names.sort((a, b) => b.length - a.length).map((name) => [name, pageWords.name]),
  );
}

/** A whole name that somebody wrote becomes the seat, however it is spaced or capitalised, and in the genitive too. */
function withoutNames(text: string, names: readonly (readonly [string, string])[]): string {
  return names.reduce((each, [name, seat]) => {
    const spaced = name.split(/\s+/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const whole = new RegExp(`(?<![\\p{L}\\p{N}])${spaced.join('\\s+')}(?:['’]?s|['’])?(?![\\p{L}\\p{N}])`, 'giu');
    return each.replace(whole, seat.replaceAll('$', '$$$$'));
  }, text);
}

/** Every published meeting, soonest first. */
export async function publishedMeetings(reading: PublishDeps): Promise<readonly HeldMeeting[]> {
  const meetings: HeldMeeting[] = [];
  for (const stream of await reading.store.ofKind('meeting')) {
    const meeting = await publishedMeeting(reading, stream);
    if (meeting) meetings.push(meeting);
  }
  return meetings.sort((a, b) => a.start.epochMilliseconds - b.start.epochMilliseconds);
}

export function collaborationIn(charter: Charter): string {
  return collaborationWords(charter, charter.collaboration.name);
}

/** In the pages' language, or the collaboration's first. */
export function collaborationWords({ collaboration: { languages } }: Charter, words: Words): string {
  return words[language] ?? words[languages[0] ?? ''] ?? '';
}
