import { bodyOf } from '../../bot/governance/charter/terms.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { Command } from '../../bot/governance/vocabulary/all.ts';
import { isRefusal, type Refusal } from '../../bot/governance/vocabulary/refusal.ts';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import { isOf } from '../../bot/governance/vocabulary/stream.ts';
import type { Task } from '../../bot/governance/vocabulary/work-plan.ts';
import { workPlanStream } from '../../bot/governance/vocabulary/year/streams.ts';
import { needed } from '../initiative/press.ts';
import type { Card, Form, Reading } from '../kit/card.ts';
import { chosenId, opens, typed } from '../kit/form.ts';
import { toSeats } from '../kit/lead.ts';
import { shortBody } from '../kit/said.ts';
import { nearest, textIn } from '../text/languages.ts';
import { planAbout } from './file.ts';

export const workPlanMost = { task: 300, reason: 600 };

/** The presses on a work plan: each is one command to it. The year stands on the button, for the card may be about the body. */
export const workPlanVerbs: Card['verbs'] = {
  open: (form) => (isOf(form.about, 'work-plan') ? opens(form) : toPlan(form, form.picks.open ?? null)),
  year: (form) => toPlan(form, null),
  task: (form) =>
    asks(form, () => {
      const title = needed(form, 'title', workPlanMost.task);
      return isRefusal(title) ? title : { type: 'SetTasks', tasks: [{ id: form.newId, title, from: null }] };
    }),
  fetch: (form) => asks(form, () => ({ type: 'SetTasks', tasks: fetched(form) })),
  drop: (form) =>
    asks(form, () => {
      const id = chosenId(form, 'task');
      return isRefusal(id) ? id : { type: 'DropTask', id };
    }),
  propose: (form) => asks(form, ({ body, year }) => ({ type: 'ProposeWorkPlan', laid: laidIn(form, body, year) })),
  'take-back': (form) => asks(form, () => ({ type: 'TakeBackAnswer' })),
  seats: toSeats,
  yes: (form) => asks(form, () => ({ type: 'AnswerWorkPlan', yes: true, reason: null, edition: shown(form) })),
  no: (form) =>
    asks(form, () => {
      const reason = needed(form, 'reason', workPlanMost.reason);
      return isRefusal(reason) ? reason : { type: 'AnswerWorkPlan', yes: false, reason, edition: shown(form) };
    }),
};

/** The heading and the recommendation are written in the body's own language, as its secretary would. */
function laidIn(form: Form, body: string, year: number) {
  const { charter } = form;
  const language = nearest(bodyOf(charter, body)?.language ?? null, 'da');
  const { workPlan: text } = textIn(language);
  const name = shortBody(charter, body, language, dateAt(charter, form.now));
  return { title: form.seal('title', text.caseTitle(year, name)), recommendation: form.seal('recommendation', text.recommendation) };
}

function fetched(form: Form): readonly Task[] {
  const chosen = typed(form, 'tasks').split(',').filter(Boolean);
  return chosen.flatMap((each, at): readonly Task[] => {
    const [, kind, of = ''] = /^(part|milestone):([a-z0-9][a-z0-9.-]{0,120})$/.exec(each) ?? [];
    if (kind === undefined) return [];
    return [{ id: `${form.newId}-${at}`, title: null, from: kind === 'part' ? { part: of } : { milestone: of } }];
  });
}

/** The presser's own view of the year that the button names. */
function toPlan(form: Form, open: string | null): Reading {
  const plan = planIn(form);
  return isRefusal(plan) ? plan : { read: 'card', card: 'work-plan', about: plan.stream, open, picks: {} };
}

function planIn(form: Form): { readonly stream: Stream; readonly body: string; readonly year: number } | Refusal {
  const about = planAbout(form.about, Number(dateAt(form.charter, form.now).slice(0, 4)));
  if (!about) return { refused: 'not-there' };
  const year = /^\d{4}$/.test(form.picks.case ?? '') ? Number(form.picks.case) : about.year;
  return { stream: workPlanStream(about.body, year), body: about.body, year };
}

/** The version that stood on the card when it was pressed. */
function shown(form: Form): number {
  const version = Number(form.picks.shown ?? '');
  return Number.isSafeInteger(version) ? version : 0;
}

function asks(form: Form, make: (plan: { readonly body: string; readonly year: number }) => Command | Refusal): Reading {
  const plan = planIn(form);
  if (isRefusal(plan)) return plan;
  const command = make(plan);
  return isRefusal(command) ? command : { read: 'command', stream: plan.stream, command };
}
