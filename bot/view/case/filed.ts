import type { Temporal } from 'temporal-polyfill';
import type { Charter } from '../../governance/charter/charter.ts';
import { begun } from '../../governance/vocabulary/all.ts';
import type { PersonKey, Stream, TextRef } from '../../governance/vocabulary/stream.ts';
import type { Entry, Store } from '../../store/store.ts';
import { fileWords } from '../ledger/file-words.ts';
import { checkLedger } from '../ledger/ledger.ts';
import { type ShownEntry, showStream } from '../ledger/show.ts';
import { nameOf as bodyNameOf } from '../names.ts';
import { language } from '../page-words.ts';
import { decisionRegister, type RegisteredDecision } from './decisions.ts';

/** Everything about one case for the authority's record system: what was laid before whom, every decision, and the ledger's extract and its check. */
export interface FiledCase {
  readonly journal: string;
  readonly filedAt: string;
  readonly case: {
    readonly id: string;
    readonly number: string;
    /** The journal number that was written on the case itself; '' where none was. */
    readonly journal: string;
    readonly title: string;
    readonly account: string;
    readonly recommendations: readonly string[];
    readonly papers: string;
    readonly raisedIn: string;
    readonly raisedBy: string;
    readonly phase: string;
    readonly way: readonly string[];
    readonly directions: readonly { readonly body: string; readonly person: string; readonly text: string }[];
    readonly practicePlan: string;
  };
  readonly decisions: readonly (RegisteredDecision & { readonly bodyName: string })[];
  readonly ledger: {
    readonly stream: Stream;
    readonly check: readonly string[];
    readonly shown: readonly ShownEntry[];
    readonly entries: readonly Entry[];
  };
}

/** null: there is no such case. */
export async function fileCase(
  store: Store,
  charter: Charter,
  stream: Stream,
  filing: {
    readonly journal: string;
    readonly now: Temporal.Instant;
    readonly everyone: ReadonlyMap<PersonKey, { readonly name: string }>;
  },
): Promise<FiledCase | null> {
  const state = begun((await store.recall(stream))?.state, 'case');
  if (!state) return null;
  const nameOf = (person: PersonKey) => filing.everyone.get(person)?.name || null;
  const name = (person: PersonKey) => nameOf(person) ?? fileWords.erased;
  const texts = await store.texts(stream);
  const words = (text: TextRef | null) => (text ? (texts.get(text.ref)?.words ?? fileWords.erased) : '');
  const called = (body: string) => bodyNameOf(charter, body, state.termsOn, language);
  const register = await decisionRegister(store, charter, nameOf, null);
  const { content } = state;
  return {
    journal: filing.journal,
    filedAt: filing.now.toString(),
    case: {
      id: state.case,
      number: state.number ?? '',
      journal: content.journal ?? '',
      title: words(content.title),
      account: words(content.account),
      recommendations: content.recommendations.map(words),
      papers: words(content.papers),
      raisedIn: called(state.body),
      raisedBy: state.by ? name(state.by) : '',
      phase: state.phase,
      way: [...state.way.map((stop) => stop.body), state.at].map(called),
      directions: state.directions.map(({ body, person, text }) => ({ body: called(body), person: name(person), text: words(text) })),
      practicePlan: words(state.practicePlan),
    },
    decisions: register.filter((each) => each.case === state.case).map((each) => ({ ...each, bodyName: called(each.body) })),
    ledger: {
      stream,
      check: (await checkLedger(store, [])).findings.filter((finding) => finding.stream === stream).map(({ sentence }) => sentence),
      shown: await showStream(store, stream, nameOf),
      entries: await store.history(stream),
    },
  };
}
