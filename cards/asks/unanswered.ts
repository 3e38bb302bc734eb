import { Temporal } from 'temporal-polyfill';
import { awaited } from '../../bot/governance/people/awaited.ts';
import { openAsks } from '../../bot/governance/tables/asks.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { AskingState } from '../../bot/governance/vocabulary/all.ts';
import type { Ask } from '../../bot/governance/vocabulary/ask/ask.ts';
import { isRefusal } from '../../bot/governance/vocabulary/refusal.ts';
import { isStream, kindOf } from '../../bot/governance/vocabulary/stream.ts';
import type { Card, Desk, Form, Reading } from '../kit/card.ts';
import { opens, typed } from '../kit/form.ts';
import { aroundAsk, named } from '../kit/people.ts';
import { shortBody } from '../kit/said.ts';
import { sheet, template } from '../kit/sheet.ts';
import { shorten } from '../kit/shorten.ts';
import { openForm, runners, runs } from '../kit/viewer.ts';
import { sealed } from '../meeting/agenda-press.ts';
import { type Language, textIn } from '../text/languages.ts';
import { nameOfAbout } from './named.ts';

const most = { lines: 25, choices: 50, names: 4, reason: 500 };

/** In the secretariat's channel: everything that nobody has answered after the last reminder, a line each. A secretary may let one lie. */
export const unanswered: Card<'unanswered'> = {
  name: 'unanswered',
  template,
  show: async (desk, _about, _occasion, viewer) => {
    const { language } = viewer;
    const { unanswered: text, back, summary } = textIn(language);
    const body = await desk.body(desk.charter.collaboration.secretariat);
    const all = await stillUnanswered(desk);
    const running = all.length > 0 && runs(desk, body, viewer);
    const open = running ? openForm(viewer, ['lie']) : null;
    const { shown, left } = shorten(all, most.lines);
    const lines = await Promise.all(shown.map((ask) => line(desk, ask, language)));
    const choices = await Promise.all(
      shorten(all, most.choices).shown.map(async (ask) => ({ title: await called(desk, ask, language), value: `${ask.about} ${ask.id}` })),
    );
    const only = choices.length === 1 ? choices[0]?.value : undefined;
    const question = all.length === 0 ? text.none : text.count(all.length);
    return {
      data: sheet({
        eyebrow: shortBody(desk.charter, body.body, language, dateAt(desk.charter, desk.now)),
        title: text.title,
        size: open ? 'Medium' : 'Large',
        under: '',
        question: open ? text.ask : question,
        byWhen: open ? text.stays : '',
        parts: open ? [] : [{ heading: '', lines: [...lines, ...(left > 0 ? [text.more(left)] : [])] }],
        fields: open
          ? [
              { kind: 'one', id: 'which', label: text.which, choices, style: 'compact', ...(only ? { value: only } : {}) },
              { kind: 'text', id: 'reason', label: text.reason, most: most.reason, long: true, required: true },
            ]
          : [],
        missing: text.required,
        buttons: open
          ? [
              { title: text.lie, verb: 'lie', sends: true },
              { title: back, verb: 'view', sends: false },
            ]
          : running
            ? [{ title: text.lie, verb: 'open', open: 'lie', sends: false }]
            : [],
        why: open ? [] : [text.ours],
      }),
      summary: summary(text.title, question),
      mentions: [],
      viewers: runners(desk, body),
      idle: all.length === 0,
    };
  },
  verbs: { open: opens, lie },
};

/** What stands on the list and is still asked, the oldest first. */
export async function stillUnanswered(desk: Desk): Promise<readonly Ask[]> {
  const { unanswered: list } = await desk.body(desk.charter.collaboration.secretariat);
  const found = await Promise.all(
    list.map(async ({ about, ask }) => {
      const state: AskingState | null = await desk.state(kindOf(about), about);
      return state === null ? [] : openAsks(about, state, desk.charter).filter(({ id }) => id === ask);
    }),
  );
  return found.flat().sort((a, b) => Date.parse(a.since) - Date.parse(b.since));
}

function bodyAsked({ of }: Ask): string {
  return 'keys' in of ? of.keys : of.body;
}

async function called(desk: Desk, ask: Ask, language: Language): Promise<string> {
  const { ask: text } = textIn(language);
  const name = shortBody(desk.charter, bodyAsked(ask), language, dateAt(desk.charter, desk.now));
  return [name, text.titles[ask.what], await nameOfAbout(desk, ask.about, language)].filter(Boolean).join(' · ');
}

async function line(desk: Desk, ask: Ask, language: Language): Promise<string> {
  const { unanswered: text, date } = textIn(language);
  const { now } = awaited(ask, await aroundAsk(desk, ask));
  const { shown, left } = shorten(await named(desk, now), most.names);
  const who = left > 0 ? text.others(shown.join(', '), left) : shown.join(', ');
  const since = ask.by ?? dateAt(desk.charter, Temporal.Instant.from(ask.since));
  return text.line(await called(desk, ask, language), who, date(Temporal.PlainDate.from(since)));
}

function lie(form: Form): Reading {
  const [about = '', ask = ''] = typed(form, 'which').split(' ');
  if (!isStream(about) || ask === '') return { refused: 'missing', field: 'which' };
  const reason = sealed(form, 'reason', most.reason, form.seal);
  if (isRefusal(reason)) return reason;
  if (reason === null) return { refused: 'missing', field: 'reason' };
  return { read: 'command', stream: about, command: { type: 'LetAskLie', ask, reason } };
}
