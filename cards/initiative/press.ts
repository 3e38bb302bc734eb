import { isDate } from '../../bot/governance/time/written.ts';
import type { Command } from '../../bot/governance/vocabulary/all.ts';
import { frequencies, stages } from '../../bot/governance/vocabulary/initiative.ts';
import { isRefusal, type Refusal } from '../../bot/governance/vocabulary/refusal.ts';
import type { TextRef } from '../../bot/governance/vocabulary/stream.ts';
import { isId, isOf } from '../../bot/governance/vocabulary/stream.ts';
import type { Card, Form, Reading } from '../kit/card.ts';
import { chosenId, dateIn, opens, typed } from '../kit/form.ts';
import { papersIn, sealed } from '../meeting/agenda-press.ts';
import { initiativeForms, initiativeMost, newLine } from './forms.ts';

/** The presses on an initiative: each is one command to it. */
export const initiativeVerbs: Card['verbs'] = {
  open: opens,
  /** On to the form that was chosen. */
  edit: (form) => ({ read: 'view', open: oneOf(form, 'what', initiativeForms), picks: {} }),
  stage: (form) => asks(form, () => ({ type: 'SetStage', stage: oneOf(form, 'stage', stages) ?? 'development' })),
  patients: (form) =>
    asks(form, () => {
      const text = needed(form, 'patients', initiativeMost.patients);
      return isRefusal(text) ? text : { type: 'TellPatients', text };
    }),
  clusters: (form) => asks(form, () => ({ type: 'NameClusters', clusters: several(form, 'clusters') })),
  under: (form) => asks(form, () => ({ type: 'HangUnder', under: several(form, 'under') })),
  deliverable: (form) => asks(form, () => deliverableIn(form)),
  indicator: (form) => asks(form, () => indicatorIn(form)),
  report: (form) =>
    asks(form, () => {
      const [line = '', of = ''] = typed(form, 'line').split(' ');
      const id = lineIn(form, line);
      if (isRefusal(id)) return id;
      if (!isDate(of)) return { refused: 'not-a-date', field: 'line' };
      const value = numberIn(form, 'value');
      if (isRefusal(value)) return value;
      return value === null ? { refused: 'missing', field: 'value' } : { type: 'ReportIndicator', id, value, of };
    }),
  drop: (form) =>
    asks(form, () => {
      const id = lineIn(form, form.inputs.line);
      return isRefusal(id) ? id : { type: 'DropLine', id };
    }),
};

/** What was ticked in a field of several. */
export function several(form: Form, field: string): readonly string[] {
  const ids = typed(form, field).split(',').filter(Boolean);
  return ids.filter((id) => isId(id));
}

export function oneOf<const W extends string>(form: Form, field: string, words: readonly W[]): W | null {
  const said = typed(form, field);
  return words.find((each) => each === said) ?? null;
}

/** Words that must be there, sealed. */
export function needed(form: Form, field: string, most: number): TextRef | Refusal {
  const text: TextRef | null | Refusal = sealed(form, field, most, form.seal);
  return text ?? { refused: 'missing', field };
}

function deliverableIn(form: Form): Command | Refusal {
  const title = needed(form, 'title', initiativeMost.title);
  if (isRefusal(title)) return title;
  const link = papersIn(form, form.seal);
  if (isRefusal(link)) return link;
  const done = typed(form, 'done') === '' ? null : dateIn(form, 'done');
  if (isRefusal(done)) return done;
  const id = lineIn(form, form.picks.case || form.newId);
  const kind = oneOf(form, 'kind', ['tool', 'framework-agreement']) ?? 'tool';
  return isRefusal(id) ? id : { type: 'SetDeliverable', id, kind, title, link, done: done?.toString() ?? null };
}

function indicatorIn(form: Form): Command | Refusal {
  const name = needed(form, 'title', initiativeMost.title);
  if (isRefusal(name)) return name;
  const unit = needed(form, 'unit', initiativeMost.unit);
  if (isRefusal(unit)) return unit;
  const baseline = numberIn(form, 'baseline');
  if (isRefusal(baseline)) return baseline;
  const target = numberIn(form, 'target');
  if (isRefusal(target)) return target;
  const reportedBy = chosenId(form, 'reportedBy');
  if (isRefusal(reportedBy)) return reportedBy;
  const id = lineIn(form, form.picks.case || form.newId);
  if (isRefusal(id)) return id;
  const direction = oneOf(form, 'direction', ['up', 'down']) ?? 'up';
  const every = oneOf(form, 'every', frequencies) ?? 'quarter';
  return { type: 'SetIndicator', id, name, unit, baseline, target, direction, reportedBy, every };
}

/** A number, `12,5` or `12.5`; null: nothing was written. `1.200` is no number here, for it is one thing in Danish and another in English. */
function numberIn(form: Form, field: string): number | null | Refusal {
  const words = typed(form, field).replace(/[\s\u00a0]/g, '');
  if (words === '') return null;
  const unclear = /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(words);
  return /^-?\d{1,12}([.,]\d{1,6})?$/.test(words) && !unclear ? Number(words.replace(',', '.')) : { refused: 'not-a-number', field };
}

function lineIn(form: Form, id: string | undefined): string | Refusal {
  const line = id === newLine ? form.newId : (id ?? '').trim();
  return isId(line) ? line : { refused: 'not-there' };
}

function asks(form: Form, make: () => Command | Refusal): Reading {
  if (!isOf(form.about, 'initiative')) return { refused: 'no-such-initiative' };
  const command = make();
  return isRefusal(command) ? command : { read: 'command', stream: form.about, command };
}
