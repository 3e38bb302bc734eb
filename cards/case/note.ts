import { Temporal } from 'temporal-polyfill';
import { keysOf } from '../../bot/governance/case/judge.ts';
import { isAnswered } from '../../bot/governance/case/phases.ts';
import { secretariatOf } from '../../bot/governance/charter/terms.ts';
import { vacantKeys, waitedFor } from '../../bot/governance/people/keys.ts';
import { holdings } from '../../bot/governance/people/roles.ts';
import { silence, silentSince } from '../../bot/governance/people/silence.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { CasePrompt } from '../../bot/governance/vocabulary/case/case.ts';
import { type Occasion, readOccasion } from '../../bot/governance/vocabulary/occasion.ts';
import type { PersonKey } from '../../bot/governance/vocabulary/stream.ts';
import type { Card, Desk } from '../kit/card.ts';
import { seatSaid } from '../kit/clauses.ts';
import { plain } from '../kit/escape.ts';
import { mentioned } from '../kit/people.ts';
import template from '../meeting/prompt.json' with { type: 'json' };
import { textIn } from '../text/languages.ts';
import { type CaseFile, caseFile, caseTitle } from './file.ts';
import { missingInWriting, resultLines } from './said.ts';

/** A short card in a case's thread: who is waited for, by name, or that the answer has come. It shrinks to one line when it is done. */
export const caseNote: Card<'case-note'> = {
  name: 'case-note',
  template,
  show: async (desk, about, occasion, viewer) => {
    const file = await caseFile(desk, about);
    const on = readOccasion('case-note', occasion);
    if (!file || !on) return null;
    const kind = on.what;
    const { language } = viewer;
    const text = textIn(language);
    const title = text.caseNote.titles[kind];
    const number = plain(file.state.number ?? '');
    if (!stillAsks(desk, file, on)) {
      const done = text.caseNote.done(number);
      return { data: { done, title: '', when: '', lines: [], verb: 'view', open: '', why: '' }, summary: done, mentions: [], viewers: [] };
    }
    const awaited = awaitedIn(desk, file, kind);
    const mentions = await mentioned(desk, awaited.slice(0, mostNames));
    const names = mentions.map(({ name }) => `<at>${name}</at>`).join(', ');
    const vacant = kind === 'reminded' || kind === 'deputy' || kind === 'secretariat' ? vacantKeys(keysOf(file.state, file.around)) : [];
    const seats = vacant.map((seat) => seatSaid(desk.charter, file.state.at, seat, language, dateAt(desk.charter, desk.now))).join(', ');
    const result = kind === 'answer' || kind === 'outcome' ? await resultLines(desk, file, language, 300) : [];
    const lines = [
      ...(names ? [text.caseNote.lines[kind](names)] : []),
      ...(result.length > 0 ? [result.join(' ')] : []),
      ...(seats ? [text.caseNote.vacant(seats)] : []),
    ];
    const name = text.case.title(number, await caseTitle(desk, file, language));
    return {
      data: {
        done: '',
        title,
        when: name,
        lines: lines.map((line) => ({ text: line })),
        verb: 'case',
        open: text.caseNote.open,
        why: kind === 'outcome' || kind === 'answer' || kind === 'back' ? text.why.ours : text.caseNote.ours,
      },
      summary: text.summary(title, name),
      mentions,
      viewers: awaited,
    };
  },
  verbs: { case: ({ about }) => ({ read: 'card', card: 'case', about, open: null, picks: {} }) },
};

const mostNames = 40;

/** The silence it was about still lasts: the case waits for the same answer since the same day. */
function stillAsks(desk: Desk, { state }: CaseFile, { what, mark }: Occasion<'case-note'>): boolean {
  const quiet = state.phase === 'judging' || state.phase === 'confirming';
  const dayOfSince = dateAt(desk.charter, Temporal.Instant.from(state.since));
  const since = (days: number) => quiet && mark === silentSince(desk.charter, state.since, days);
  switch (what) {
    case 'reminded':
      return since(silence.reminded);
    case 'deputy':
      return since(silence.deputyActs);
    case 'secretariat':
      return since(silence.secretariatTold);
    case 'stands':
      return state.phase === 'waiting' && state.aim === null && mark > dayOfSince;
    case 'written':
      return state.phase === 'written' && state.written.until === mark;
    case 'receipt':
      return state.phase === 'returned' && state.receipt === null;
    case 'answer':
      return state.phase === 'returned' && state.receipt === null && state.since === mark;
    case 'outcome':
      return isAnswered(state) && mark === state.since;
    case 'back':
      return state.phase === 'draft' && state.sentBack !== null && (mark === state.since || mark > dayOfSince);
  }
}

/** Whom it names. */
function awaitedIn(desk: Desk, file: CaseFile, kind: CasePrompt): readonly PersonKey[] {
  switch (kind) {
    case 'reminded':
    case 'deputy':
    case 'secretariat':
      return waitedFor(keysOf(file.state, file.around));
    case 'written':
      return missingInWriting(desk, file);
    case 'stands':
      return secretariesOf(desk, file);
    case 'receipt':
    case 'answer':
      return seatedAs(desk, file, 'chair');
    case 'back':
      return file.state.by === null ? seatedAs(desk, file, 'secretary') : [desk.one(file.state.by)];
    case 'outcome':
      return [];
  }
}

function seatedAs(desk: Desk, file: CaseFile, role: 'chair' | 'secretary'): readonly PersonKey[] {
  const held = holdings(desk.charter, file.home, dateAt(desk.charter, desk.now)).filter(({ seat }) => seat.role === role);
  return [...new Set(held.map(({ appointment }) => desk.one(appointment.person)))];
}

/** Those who run the body that has it; where it has no secretaries of its own, those of the secretariat that serves it. */
function secretariesOf(desk: Desk, { state, around, at }: CaseFile): readonly PersonKey[] {
  const today = dateAt(desk.charter, desk.now);
  const serving = around.body(secretariatOf(desk.charter, state.at, state.termsOn) ?? desk.charter.collaboration.secretariat);
  const [own, theirs] = [at, serving].map((body) => holdings(desk.charter, body, today).filter(({ seat }) => seat.role === 'secretary'));
  const found = own && own.length > 0 ? own : (theirs ?? []);
  return [...new Set(found.map(({ appointment }) => desk.one(appointment.person)))];
}
