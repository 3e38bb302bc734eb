import { holdings } from '../../bot/governance/people/roles.ts';
import { silence, silentSince } from '../../bot/governance/people/silence.ts';
import { dateAt, workingDaysAfter } from '../../bot/governance/time/calendar.ts';
import { type Occasion, readOccasion, type What } from '../../bot/governance/vocabulary/occasion.ts';
import type { PersonKey } from '../../bot/governance/vocabulary/stream.ts';
import type { Card, Desk } from '../kit/card.ts';
import { mentioned } from '../kit/people.ts';
import { toldWords } from '../kit/told-words.ts';
import template from '../meeting/prompt.json' with { type: 'json' };
import { textIn } from '../text/languages.ts';
import { askedNow, dayInWords, nameThen, type RequestFile, requestFile, requestTitle } from './file.ts';

/** A short card in a request's thread: who is waited for, that a day nears, or that the answer has come. It shrinks to one line when it is done. */
export const requestNote: Card<'request-note'> = {
  name: 'request-note',
  template,
  show: async (desk, about, occasion, viewer) => {
    const file = await requestFile(desk, about);
    const on = readOccasion('request-note', occasion);
    if (!file || !on) return null;
    const { language } = viewer;
    const { requestNote: text, summary, why } = textIn(language);
    const kind = on.what;
    const name = await requestTitle(desk, file, language);
    if (!stillTrue(desk, file, on)) {
      const done = text.done(name);
      return { data: { done, title: '', when: '', lines: [], verb: 'view', open: '', why: '' }, summary: done, mentions: [], viewers: [] };
    }
    const { state } = file;
    const awaited = awaitedIn(desk, file, kind);
    const mentions = await mentioned(desk, awaited.slice(0, 40));
    const names = mentions.map(({ name: each }) => `<at>${each}</at>`).join(', ');
    const [first] = state.turnedDown?.turns.filter((turn) => turn.judgement.reason !== null) ?? [];
    const words =
      kind === 'report'
        ? await toldWords(desk, state.report, 400)
        : kind === 'back' && first?.judgement.reason
          ? await toldWords(desk, { text: first.judgement.reason, in: about }, 400)
          : '';
    const until =
      state.order.until && (kind === 'due-soon' || kind === 'overdue') ? text.wantedBy(dayInWords(state.order.until, language)) : '';
    const title = text.titles[kind](nameThen(desk, file, state.to, language));
    return {
      data: {
        done: '',
        title,
        when: name,
        lines: [words, until, names].filter(Boolean).map((line) => ({ text: line })),
        verb: 'request',
        open: text.open,
        why: why.ours,
      },
      summary: summary(title, name),
      mentions,
      viewers: awaited,
    };
  },
  verbs: { request: ({ about }) => ({ read: 'card', card: 'request', about, open: null, picks: {} }) },
};

/** What it was about has not been answered since. */
function stillTrue(desk: Desk, { state }: RequestFile, { what, mark }: Occasion<'request-note'>): boolean {
  const silent = state.question !== null || (state.phase === 'sent-back' && state.parent === null);
  const since = (days: number) => silent && mark === silentSince(desk.charter, state.since, days);
  switch (what) {
    case 'reminded':
      return since(silence.reminded);
    case 'deputy':
      return since(silence.deputyActs);
    case 'secretariat':
      return since(silence.secretariatTold);
    case 'due-soon':
      return state.phase === 'accepted' && (state.order.until ?? '') >= dateAt(desk.charter, desk.now);
    case 'overdue':
      return state.phase === 'accepted' && state.order.until !== null && mark === workingDaysAfter(desk.charter, state.order.until, 1);
    case 'receipt':
    case 'report':
      return state.phase === 'reported';
    case 'back':
      return state.phase === 'sent-back';
  }
}

/** Those who answer next; where nothing is asked, those who lead the body that has the next step. */
function awaitedIn(desk: Desk, file: RequestFile, kind: What<'request-note'>): readonly PersonKey[] {
  const asked = askedNow(file);
  if (asked && kind !== 'due-soon' && kind !== 'overdue') return asked.persons;
  const body = kind === 'due-soon' || kind === 'overdue' ? file.to : file.from;
  const held = holdings(desk.charter, body, dateAt(desk.charter, desk.now));
  const chairs = held.filter(({ seat }) => seat.role === 'chair');
  const leading = chairs.length > 0 ? chairs : held.filter(({ seat }) => seat.role === 'secretary');
  return [...new Set(leading.map(({ appointment }) => desk.one(appointment.person)))];
}
