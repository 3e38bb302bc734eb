import { Temporal } from 'temporal-polyfill';
import { mayStartWritten } from '../../bot/governance/case/gate.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import { type Ask, askOccasion, occasionOf, type Rung } from '../../bot/governance/vocabulary/ask/ask.ts';
import { standingFor } from '../../bot/governance/vocabulary/notice.ts';
import type { PersonKey, Stream } from '../../bot/governance/vocabulary/stream.ts';
import { caseFile } from '../case/file.ts';
import { insteadSaid } from '../kit/asked/in-place.ts';
import type { Card, Desk, Face, NoteKept, Viewer } from '../kit/card.ts';
import { mentioned, named } from '../kit/people.ts';
import { shortBody } from '../kit/said.ts';
import { lineOnly, template } from '../kit/sheet.ts';
import { noteSheet } from '../kit/told-note.ts';
import { runsHere } from '../kit/viewer.ts';
import { type Language, textIn } from '../text/languages.ts';
import { alsoHears, leadsTo, nameOfAbout, wordsOfAsk } from './named.ts';
import { type NoteAsking, noteNow } from './note-now.ts';

const mostNames = 20;

/**
 * A short card in the thread: who must act now, by name, and in their own view the way to the answer; and what else was asked of the same persons within the
 * hour, a line each. It shrinks to one line when nobody need answer any more.
 */
export const askCard: Card<'ask'> = {
  name: 'ask',
  template,
  show: async (desk, about, occasion, viewer) => {
    const said = occasionOf(occasion ?? '');
    if (!said) return null;
    const { language } = viewer;
    const { key } = standingFor('ask', about, { body: '' }, { what: '', mark: askOccasion({ id: said.ask }, said.rung) });
    const { came, others } = await desk.note(key);
    const now = await noteNow(desk, about, occasion, came, language);
    if (now === null) return null;
    const also = await stillAsking(desk, others, language);
    if (now.over !== null && also.length === 0) return oneLine(now.over);
    return now.over === null ? asking(desk, about, now, also, viewer) : onlyOthers(desk, now.over, also, language);
  },
  verbs: {
    answer: ({ about, occasion }) => {
      const said = occasionOf(occasion ?? '');
      if (!said) return { refused: 'not-in-model', what: 'card' };
      const { card, open } = leadsTo(about, said.what);
      return { read: 'card', about, picks: {}, card, open };
    },
    mine: ({ about }) => ({ read: 'card', card: 'mine', about, open: null, picks: {} }),
  },
};

async function asking(desk: Desk, about: Stream, now: NoteAsking, also: readonly NoteAsking[], viewer: Viewer): Promise<Face> {
  const { language } = viewer;
  const { ask: text, summary } = textIn(language);
  const { ask, rung, told } = now;
  const name = await nameOfAbout(desk, about, language);
  const heading = text.titles[ask.what];
  const title = rung === null || rung <= 1 ? heading : text.reminder(heading);
  const mentions = await mentioned(desk, told.slice(0, mostNames));
  const names = [...mentions.map(({ name: each }) => `<at>${each}</at>`), ...(await named(desk, now.others))].join(', ');
  const besides = rung === null ? (await alsoHears(desk, ask)).filter((person) => !now.falls.now.includes(person)) : [];
  const hear = await mentioned(desk, besides);
  const lines = [
    ...onBehalf(desk, ask, language),
    ...(await wordsOfAsk(desk, ask, language)),
    ...(await whoActs(desk, now, names, language)),
    ...byWhen(desk, ask, rung, language),
    ...hear.map(({ name: each }) => text.alsoHears(`<at>${each}</at>`)),
  ];
  return {
    data: noteSheet({
      done: '',
      title,
      when: name,
      lines: lines.filter(Boolean).map((line) => ({ text: line })),
      verb: 'answer',
      open: (await answers(desk, now, viewer)) ? text.open[leadsTo(about, ask.what).to] : '',
      also: await alsoSaid(desk, also, now, null, language),
      why: text.ours[ask.ladder],
    }),
    summary: summary(title, name),
    mentions: [...mentions, ...hear],
    viewers: [...new Set([now, ...also].flatMap(({ falls: { now: each } }) => each))],
  };
}

/** The way to the answer stands in the view of whoever is asked, and of those who run the body for others. */
async function answers(desk: Desk, { ask: { where }, falls: { now } }: NoteAsking, viewer: Viewer): Promise<boolean> {
  if (viewer.kind === 'everyone') return false;
  return now.includes(desk.one(viewer.person)) || runsHere(desk, await desk.body(where), viewer);
}

/** Its own has been answered, and what was asked along with it has not. */
async function onlyOthers(desk: Desk, over: string, also: readonly NoteAsking[], language: Language): Promise<Face> {
  const { ask: text, summary } = textIn(language);
  const persons = [...new Set(also.flatMap(({ told }) => told))];
  const mentions = await mentioned(desk, persons.slice(0, mostNames));
  const [first] = also;
  return {
    data: noteSheet({
      done: '',
      title: text.several,
      when: over,
      lines: [],
      verb: '',
      open: '',
      also: await alsoSaid(desk, also, null, mentions, language),
      why: first ? text.ours[first.ask.ladder] : '',
    }),
    summary: summary(text.several, over),
    mentions,
    viewers: [...new Set(also.flatMap(({ falls }) => falls.now))],
  };
}

/** Whom the note was for is named again only where it is not all of them. */
async function alsoSaid(
  desk: Desk,
  also: readonly NoteAsking[],
  own: NoteAsking | null,
  mentions: Face['mentions'] | null,
  language: Language,
) {
  const { ask: text } = textIn(language);
  const name = async (person: PersonKey) => {
    const mention = mentions?.find((each) => each.person === person);
    return mention ? `<at>${mention.name}</at>` : ((await named(desk, [person]))[0] ?? '');
  };
  const lines = also.map(async ({ ask, rung, falls }) => {
    const same = own !== null && own.falls.now.length === falls.now.length && own.falls.now.every((each) => falls.now.includes(each));
    const who = same ? [] : [(await Promise.all(falls.now.slice(0, mostNames).map(name))).join(', ')];
    const what = [...who, text.titles[ask.what], await nameOfAbout(desk, ask.about, language)].filter(Boolean).join(' · ');
    return [`${what}.`, ...onBehalf(desk, ask, language), ...byWhen(desk, ask, rung, language)].join(' ');
  });
  const heading = own === null ? '' : text.also;
  return also.length === 0 ? null : { heading, lines: await Promise.all(lines), open: text.all, verb: 'mine' };
}

async function stillAsking(desk: Desk, others: NoteKept['others'], language: Language): Promise<readonly NoteAsking[]> {
  const all = await Promise.all(others.map(({ about, occasion }) => noteNow(desk, about, occasion, null, language)));
  return all.flatMap((each) => (each === null || each.over !== null ? [] : [each]));
}

/** Whose answer it is, where it is asked elsewhere than that body meets. */
function onBehalf(desk: Desk, { of, where }: Ask, language: Language): readonly string[] {
  const body = 'keys' in of ? of.keys : of.body;
  return body === where ? [] : [textIn(language).ask.onBehalf(shortBody(desk.charter, body, language, dateAt(desk.charter, desk.now)))];
}

/** Who must act, and why it is not somebody else. */
async function whoActs(desk: Desk, { ask, falls }: NoteAsking, names: string, language: Language): Promise<readonly string[]> {
  const { ask: text } = textIn(language);
  // A key is never the secretary's to turn: what they can do is to see that somebody holds it.
  const appoints = falls.falls === 'secretariat' && 'keys' in ask.of;
  const does = appoints ? text.appoint(names) : (await onlyMeets(desk, ask)) ? text.call(names) : text.does(names, ask.what);
  return [names === '' ? '' : does, ...(await insteadSaid(desk, ask, falls, language))];
}

/** A case without a meeting cannot always be dealt with in writing instead. */
async function onlyMeets(desk: Desk, { what, about }: Ask): Promise<boolean> {
  if (what !== 'case-stands') return false;
  const file = await caseFile(desk, about);
  return file !== null && !mayStartWritten(desk.charter, file.state);
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
  return { data: lineOnly(done), summary: done, mentions: [], viewers: [], closed: true };
}
