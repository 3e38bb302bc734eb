import { Temporal } from 'temporal-polyfill';
import { type Awaited, awaited } from '../../bot/governance/people/awaited.ts';
import { asksOf } from '../../bot/governance/tables/asks.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { AskingState } from '../../bot/governance/vocabulary/all.ts';
import { type Ask, occasionOf, type Rung } from '../../bot/governance/vocabulary/ask/ask.ts';
import { kindOf, type PersonKey } from '../../bot/governance/vocabulary/stream.ts';
import type { Card, Desk, Face } from '../kit/card.ts';
import { seatSaid } from '../kit/clauses.ts';
import { aroundAsk, mentioned, named } from '../kit/people.ts';
import { bodyName } from '../kit/said.ts';
import { lineOnly, template } from '../kit/sheet.ts';
import { noteSheet } from '../kit/told-note.ts';
import { type Language, textIn } from '../text/languages.ts';
import { leadsTo, nameOfAbout, wordsOfAsk } from './named.ts';

const mostNames = 20;

/** A short card in the thread: who must act now, by name, and the way to the answer. It shrinks to one line when nobody need answer any more. */
export const askCard: Card<'ask'> = {
  name: 'ask',
  template,
  show: async (desk, about, occasion, viewer) => {
    const state: AskingState | null = await desk.state(kindOf(about), about);
    const said = occasionOf(occasion ?? '');
    if (!state || !said) return null;
    const { language } = viewer;
    const { ask: text, summary } = textIn(language);
    const heading = text.titles[said.what];
    const ask = asksOf(about, state, desk.charter).find(({ id }) => id === said.ask);
    if (!ask) return oneLine(text.done(heading));
    const over = state.asks?.over.find((each) => each.ask === ask.id);
    if (over) return oneLine(over.how === 'let-lie' ? text.letLie(heading) : text.unanswered(heading));
    const newest = state.asks?.reminded.findLast((each) => each.ask === ask.id);
    if ((newest?.rung ?? null) !== said.rung) return oneLine(text.again(heading));
    const name = await nameOfAbout(desk, about, language);
    const rung = typeof said.rung === 'number' ? said.rung : null;
    const title = rung === null || rung <= 1 ? heading : text.reminder(heading);
    const falls = awaited(ask, await aroundAsk(desk, ask));
    const { told, others } = whom(falls.now, newest?.to);
    const mentions = await mentioned(desk, told.slice(0, mostNames));
    const names = [...mentions.map(({ name: each }) => `<at>${each}</at>`), ...(await named(desk, others))].join(', ');
    const lines = [
      ...onBehalf(desk, ask, language),
      ...(await wordsOfAsk(desk, ask, language)),
      ...(await whoActs(desk, ask, falls, names, language)),
      ...byWhen(desk, ask, rung, language),
    ];
    return {
      data: noteSheet({
        done: '',
        title,
        when: name,
        lines: lines.filter(Boolean).map((line) => ({ text: line })),
        verb: 'answer',
        open: text.open[leadsTo(about, ask.what).to],
        why: text.ours[ask.ladder],
      }),
      summary: summary(title, name),
      mentions,
      viewers: falls.now,
    };
  },
  verbs: {
    answer: ({ about, occasion }) => {
      const said = occasionOf(occasion ?? '');
      if (!said) return { refused: 'not-in-model', what: 'card' };
      const { card, open } = leadsTo(about, said.what);
      return { read: 'card', about, picks: {}, card, open };
    },
  },
};

/** Whose answer it is, where it is asked elsewhere than that body meets. */
function onBehalf(desk: Desk, { of, where }: Ask, language: Language): readonly string[] {
  const body = 'keys' in of ? of.keys : of.body;
  return body === where ? [] : [textIn(language).ask.onBehalf(bodyName(desk.charter, body, language, dateAt(desk.charter, desk.now)))];
}

/** Where it has fallen to others, they are mentioned, and not again who has been; those are named. */
function whom(now: readonly PersonKey[], to: readonly PersonKey[] | undefined) {
  const fresh = now.filter((person) => to?.includes(person));
  return fresh.length === 0 ? { told: now, others: [] } : { told: fresh, others: now.filter((person) => !fresh.includes(person)) };
}

/** Who must act, and why it is not somebody else. */
async function whoActs(desk: Desk, ask: Ask, { falls, skipped, now }: Awaited, names: string, language: Language) {
  const { ask: text } = textIn(language);
  const body = 'keys' in ask.of ? ask.of.keys : ask.of.body;
  const why = await Promise.all(
    skipped.map(async ({ person, seat, why: how }) => {
      if (person === null || how === 'vacant')
        return text.skipped.vacant(seatSaid(desk.charter, body, seat, language, dateAt(desk.charter, desk.now)));
      return text.skipped[how]((await named(desk, [person]))[0] ?? '');
    }),
  );
  const instead = now.length === 0 ? text.nobody : falls === 'secretariat' && why.length > 0 ? text.secretariat : '';
  // A key is never the secretary's to turn: what they can do is to see that somebody holds it.
  const does = falls === 'secretariat' && 'keys' in ask.of ? text.appoint(names) : text.does(names, ask.what);
  return [names === '' ? '' : does, why.join(' '), instead, falls === 'deputies' ? text.deputies : ''];
}

function byWhen(desk: Desk, { what, by }: Ask, rung: Rung | null, language: Language): readonly string[] {
  const { ask: text, weekday } = textIn(language);
  const silent = rung !== null && rung >= 5 ? [text.silent(rung)] : [];
  if (by === null) return silent;
  const day = weekday(Temporal.PlainDate.from(by));
  if (what === 'meeting-publish') return [text.commentsUntil(day)];
  return [by < dateAt(desk.charter, desk.now) ? text.wasBy(day) : text.by(day)];
}

function oneLine(done: string): Face {
  return {
    data: lineOnly(done),
    summary: done,
    mentions: [],
    viewers: [],
    closed: true,
  };
}
