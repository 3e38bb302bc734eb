import { tallyOf } from '../../governance/knowledge/experience.ts';
import type { State } from '../../governance/vocabulary/all.ts';
import type { ExperienceState, Fit } from '../../governance/vocabulary/knowledge/experience.ts';
import type { FlagState } from '../../governance/vocabulary/knowledge/flag.ts';
import type { PersonKey, Stream, TextRef } from '../../governance/vocabulary/stream.ts';
import { streamOf } from '../../governance/vocabulary/stream.ts';
import type { Store } from '../../store/store.ts';
import { erased } from '../ledger/show.ts';

/** What has been told, with words for references and names for keys, and what the others say of it. */
export interface RegisteredExperience {
  readonly id: string;
  readonly since: string;
  readonly state: ExperienceState['phase'];
  readonly title: string;
  readonly account: string;
  readonly from: string;
  readonly by: string;
  readonly assessor: string;
  readonly assessment: string;
  readonly tally: ReturnType<typeof tallyOf>;
  readonly answers: readonly { readonly body: string; readonly fit: Fit; readonly by: string }[];
  readonly cases: ExperienceState['cases'];
}
/** What somebody spoke up about, and what became of it. */
export interface RegisteredFlag {
  readonly id: string;
  readonly since: string;
  readonly state: FlagState['phase'];
  readonly body: string;
  readonly by: string;
  readonly concern: FlagState['concern'];
  readonly text: string;
  readonly answer: string;
  readonly case: FlagState['case'];
}
type NameOf = (person: PersonKey) => string | null;

/** Every experience, the newest first; those a body has told, reads or has been sent, where one is named. */
export async function experienceRegister(store: Store, nameOf: NameOf, body: string | null): Promise<readonly RegisteredExperience[]> {
  const told = (await statesOf(store, 'experience')).flatMap((state) =>
    state.kind === 'experience' && state.phase !== 'none' ? [state] : [],
  );
  const wanted = told.filter(({ from, assessor, audience }) => body === null || [from, assessor, ...audience].includes(body));
  const all = await Promise.all(
    wanted.map(async (state) => {
      const say = wordsIn(store, streamOf('experience', state.experience));
      return {
        id: state.experience,
        since: state.since,
        state: state.phase,
        title: await say(state.title),
        account: await say(state.account),
        from: state.from,
        by: nameOf(state.by) ?? state.by,
        assessor: state.assessor,
        assessment: await say(state.assessed?.words ?? null),
        tally: tallyOf(state),
        answers: state.answers.map(({ body: of, fit, person }) => ({ body: of, fit, by: nameOf(person) ?? person })),
        cases: state.cases,
      };
    }),
  );
  return all.sort(newestFirst);
}

/** Every flag, the newest first; those of one body, where one is named. */
export async function flagRegister(store: Store, nameOf: NameOf, body: string | null): Promise<readonly RegisteredFlag[]> {
  const raised = (await statesOf(store, 'flag')).flatMap((state) => (state.kind === 'flag' && state.phase !== 'none' ? [state] : []));
  const all = await Promise.all(
    raised
      .filter((state) => body === null || state.body === body)
      .map(async (state) => {
        const say = wordsIn(store, streamOf('flag', state.flag));
        return {
          id: state.flag,
          since: state.since,
          state: state.phase,
          body: state.body,
          by: nameOf(state.by) ?? state.by,
          concern: state.concern,
          text: await say(state.text),
          answer: await say(state.answer?.text ?? null),
          case: state.case,
        };
      }),
  );
  return all.sort(newestFirst);
}

async function statesOf(store: Store, kind: 'experience' | 'flag'): Promise<readonly State[]> {
  const recalled = await Promise.all((await store.ofKind(kind)).map((stream) => store.recall(stream)));
  return recalled.flatMap((each) => (each ? [each.state] : []));
}

function wordsIn(store: Store, stream: Stream): (text: TextRef | null) => Promise<string> {
  return async (text) => (text ? ((await store.texts(stream)).get(text.ref)?.words ?? erased) : '');
}

function newestFirst(a: { readonly since: string }, b: { readonly since: string }): number {
  return Date.parse(b.since) - Date.parse(a.since);
}
