import { dateAt } from '../bot/governance/calendar.ts';
import { keysOf } from '../bot/governance/case-judge.ts';
import { silence, silentSince, vacantKeys, waitedFor } from '../bot/governance/keys.ts';
import type { PersonKey } from '../bot/governance/model.ts';
import { holdings } from '../bot/governance/roles.ts';
import type { Card, Desk } from './card.ts';
import { type CaseFile, caseFile, caseTitle } from './case-file.ts';
import { missingInWriting, resultLines } from './case-said.ts';
import { seatSaid } from './clauses.ts';
import { plain } from './escape.ts';
import template from './note.json' with { type: 'json' };
import { mentioned } from './people.ts';
import { textIn } from './text/languages.ts';

type About = 'reminded' | 'deputy' | 'secretariat' | 'receipt' | 'written' | 'answer';

/** A short card in a case's thread: who is waited for, by name, or that the answer has come. It shrinks to one line when it is done. */
export const caseNote: Card = {
  name: 'case-note',
  template,
  show: async (desk, about, occasion, viewer) => {
    const file = await caseFile(desk, about);
    const found = /^(reminded|deputy|secretariat|receipt|written|answer)-([\w:.-]+)$/.exec(occasion ?? '');
    if (!file || !found) return null;
    const { language } = viewer;
    const text = textIn(language);
    const kind = found[1] as About;
    const title = text.caseNote[kind];
    const number = plain(file.state.number ?? '');
    if (!stillAsks(desk, file, kind, found[2] ?? '')) {
      const done = text.caseNote.done(number);
      return { data: { done, title: '', when: '', lines: [], verb: 'view', open: '', why: '' }, summary: done, mentions: [], viewers: [] };
    }
    const awaited = awaitedIn(desk, file, kind);
    const mentions = await mentioned(desk, awaited.slice(0, mostNames));
    const names = mentions.map(({ name }) => `<at>${name}</at>`).join(', ');
    const vacant = kind === 'receipt' || kind === 'written' || kind === 'answer' ? [] : vacantKeys(keysOf(file.state, file.around));
    const seats = vacant.map((seat) => seatSaid(desk.charter, file.state.at, seat, language, dateAt(desk.charter, desk.now))).join(', ');
    const said = kind === 'answer' ? (await resultLines(desk, file, language, 300)).join(' ') : names;
    const lines = [...(said ? [text.caseNote.lines[kind](said)] : []), ...(seats ? [text.caseNote.lines.vacant(seats)] : [])];
    const name = text.case.title(number, await caseTitle(desk, file, language));
    return {
      data: {
        done: '',
        title,
        when: name,
        lines: lines.map((line) => ({ text: line })),
        verb: 'case',
        open: text.caseNote.open,
        why: text.caseNote.ours,
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
function stillAsks(desk: Desk, { state }: CaseFile, kind: About, mark: string): boolean {
  const quiet = state.phase === 'judging' || state.phase === 'confirming';
  const since = (days: number) => quiet && mark === silentSince(desk.charter, state.since, days);
  switch (kind) {
    case 'reminded':
      return since(silence.reminded);
    case 'deputy':
      return since(silence.deputyActs);
    case 'secretariat':
      return since(silence.secretariatTold);
    case 'written':
      return state.phase === 'written' && state.written?.until === mark;
    case 'receipt':
      return state.phase === 'returned' && state.receipt === null;
    case 'answer':
      return state.phase === 'returned' && state.receipt === null && state.since === mark;
  }
}

function awaitedIn(desk: Desk, file: CaseFile, kind: About): readonly PersonKey[] {
  if (kind === 'written') return missingInWriting(desk, file);
  if (kind !== 'receipt' && kind !== 'answer') return waitedFor(keysOf(file.state, file.around));
  const seated = holdings(desk.charter, file.home, dateAt(desk.charter, desk.now));
  return [...new Set(seated.filter(({ seat }) => seat.role === 'chair').map(({ appointment }) => desk.one(appointment.person)))];
}
