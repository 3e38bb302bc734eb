import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Charter } from '../governance/charter.ts';
import type { MeetingState } from '../governance/meeting.ts';
import type { PersonKey, Stream } from '../governance/model.ts';
import type { Store } from '../store/store.ts';
import { type HeldMeeting, readMeeting, seatsOf } from './held-meeting.ts';
import { words } from './page-words.ts';
import { indexPage, meetingPage } from './pages.ts';

const language = 'da';

export interface Publishing {
  readonly store: Store;
  readonly charter: () => Charter;
  readonly everyone: () => Promise<ReadonlyMap<PersonKey, { readonly name: string }>>;
  /** Pages are read at `<url><meeting>.html`; null: nowhere. */
  readonly url: string | null;
  readonly folder: string;
}

/** Writes published meetings as static pages into a folder, with a list of them. Again is harmless; nobody ever sees half a page. */
export function openPages(publishing: Publishing) {
  const { url } = publishing;
  let writing: Promise<void> = Promise.resolve();
  const write = async (about: Stream): Promise<void> => {
    const meeting = await published(publishing, about);
    if (meeting === null) return;
    await put(publishing.folder, `${meeting.id}.html`, meetingPage(collaborationIn(publishing.charter()), meeting));
    await writeIndex(publishing);
  };
  return {
    /** One after the other, so that the list always has the page written last. */
    write: (about: Stream): Promise<void> => {
      const mine = writing.then(() => write(about));
      writing = mine.catch(() => undefined);
      return mine;
    },
    address: (meeting: string): string | null => (url === null ? null : new URL(`${encodeURIComponent(meeting)}.html`, url).href),
  };
}

/** A published meeting without its closed items, and without the names of those who took part; null: it is not published. */
async function published({ store, charter, everyone }: Publishing, about: Stream): Promise<HeldMeeting | null> {
  const state = (await store.recall(about))?.state;
  if (state?.kind !== 'meeting' || state.minutes !== 'published') return null;
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
  meeting: MeetingState,
  everyone: ReadonlyMap<PersonKey, { readonly name: string }>,
): Promise<readonly (readonly [string, string])[]> {
  const seats = await seatsOf(store, charter, meeting, language);
  const heard = meeting.answers.flatMap(({ person, deputy }) => (deputy ? [person, deputy] : [person]));
  const wrote = meeting.items.flatMap(({ by, dissents }) => [...(by ? [by] : []), ...dissents.map(({ person }) => person)]);
  const persons = new Set([...seats.keys(), ...heard, ...wrote]);
  const names = [...persons].flatMap((person) => {
    const name = everyone.get(person)?.name.trim() ?? '';
    return name === '' ? [] : [[name, seats.get(person) ?? words.name] as const];
  });
  return names.sort(([a], [b]) => b.length - a.length);
}

/** A whole name that somebody wrote becomes the seat, however it is spaced or capitalised. */
function withoutNames(text: string, names: readonly (readonly [string, string])[]): string {
  return names.reduce((each, [name, seat]) => {
    const spaced = name.split(/\s+/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return each.replace(new RegExp(`(?<![\\p{L}\\p{N}])${spaced.join('\\s+')}(?![\\p{L}\\p{N}])`, 'giu'), seat.replaceAll('$', '$$$$'));
  }, text);
}

async function writeIndex(publishing: Publishing): Promise<void> {
  const meetings: HeldMeeting[] = [];
  for (const stream of await publishing.store.ofKind('meeting')) {
    const meeting = await published(publishing, stream);
    if (meeting) meetings.push(meeting);
  }
  await put(publishing.folder, 'index.html', indexPage(collaborationIn(publishing.charter()), meetings));
}

async function put(folder: string, name: string, html: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const unfinished = join(folder, `.${randomUUID()}.part`);
  await writeFile(unfinished, html);
  await rename(unfinished, join(folder, name));
}

function collaborationIn({ collaboration: { name, languages } }: Charter): string {
  return name[language] ?? name[languages[0] ?? ''] ?? '';
}
