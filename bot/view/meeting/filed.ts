import type { Temporal } from 'temporal-polyfill';
import type { Charter } from '../../governance/charter/charter.ts';
import { commentsOn } from '../../governance/meeting/minutes.ts';
import { begun } from '../../governance/vocabulary/all.ts';
import type { CalledMeeting } from '../../governance/vocabulary/meeting.ts';
import type { PersonKey, Stream } from '../../governance/vocabulary/stream.ts';
import type { Entry, Store } from '../../store/store.ts';
import { fileWords } from '../ledger/file-words.ts';
import { checkLedger } from '../ledger/ledger.ts';
import { type ShownEntry, showStream } from '../ledger/show.ts';
import { language } from '../page-words.ts';
import { type HeldItem, type HeldMeeting, readMeeting, seatsOf } from './held.ts';

/** Everything about one meeting for the authority's record system: with names, closed items, and the ledger's extract and its check. */
export interface FiledMeeting {
  readonly journal: string;
  readonly filedAt: string;
  readonly meeting: HeldMeeting;
  readonly items: readonly (HeldItem & { readonly dissenters: readonly string[] })[];
  readonly attendance: readonly { readonly person: string; readonly seat: string; readonly answer: string }[];
  readonly comments: readonly { readonly person: string; readonly text: string }[];
  readonly ledger: {
    readonly stream: Stream;
    readonly check: readonly string[];
    readonly shown: readonly ShownEntry[];
    /** As they are chained: whoever has them can make the hashes again. */
    readonly entries: readonly Entry[];
  };
}

/** null: there is no such meeting. */
export async function fileMeeting(
  store: Store,
  charter: Charter,
  stream: Stream,
  filing: {
    readonly journal: string;
    readonly now: Temporal.Instant;
    readonly everyone: ReadonlyMap<PersonKey, { readonly name: string }>;
  },
): Promise<FiledMeeting | null> {
  const state = begun((await store.recall(stream))?.state, 'meeting');
  const meeting = await readMeeting(store, charter, stream, language);
  if (state === null || meeting === null) return null;
  const nameOf = (person: PersonKey) => filing.everyone.get(person)?.name || null;
  const name = (person: PersonKey) => nameOf(person) ?? fileWords.erased;
  const texts = await store.texts(stream);
  return {
    journal: filing.journal,
    filedAt: filing.now.toString(),
    meeting,
    items: meeting.items.map((item) => ({ ...item, dissenters: item.dissents.map(({ person }) => name(person)) })),
    attendance: await attendanceOf(store, charter, state, name),
    comments: commentsOn(state).map(({ person, text }) => ({ person: name(person), text: texts.get(text.ref)?.words ?? fileWords.erased })),
    ledger: {
      stream,
      check: (await checkLedger(store, [])).findings.filter((finding) => finding.stream === stream).map(({ sentence }) => sentence),
      shown: await showStream(store, stream, nameOf),
      entries: await store.history(stream),
    },
  };
}

async function attendanceOf(
  store: Store,
  charter: Charter,
  state: CalledMeeting,
  name: (person: PersonKey) => string,
): Promise<FiledMeeting['attendance']> {
  const seats = await seatsOf(store, charter, state, language);
  return state.answers.map(({ person, attendance, deputy }) => {
    const answer = fileWords.attendances[attendance];
    return { person: name(person), seat: seats.get(person) ?? '', answer: deputy ? `${answer}: ${name(deputy)}` : answer };
  });
}
