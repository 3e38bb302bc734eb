import { quarterSaid } from '../../../cards/kit/quarter-said.ts';
import { bodyName, said } from '../../../cards/kit/said.ts';
import { type Language, textIn } from '../../../cards/text/languages.ts';
import type { Cells } from '../../files/cells.ts';
import type { Charter, IsoDate } from '../../governance/charter/charter.ts';
import type { ShownInitiative, shownInitiatives, shownPortfolios, shownWorkPlans } from '../../view/initiative/initiatives.ts';
import { wordIn } from '../write.ts';

/** What names are said in, and on which day. */
export interface Wording {
  readonly charter: Charter;
  readonly language: Language;
  readonly today: IsoDate;
}

/** One line an initiative, in the words a person reads. */
export function initiativeCells(wording: Wording, { initiatives }: Awaited<ReturnType<typeof shownInitiatives>>): Cells {
  const { tables, initiative: text } = textIn(wording.language);
  const words = tables.initiatives;
  const rows = initiatives.map((each) => [
    each.name,
    each.owner === null ? words.nobody : bodyIn(wording, each.owner),
    each.stage === null ? '' : text.stages[each.stage],
    each.under.map((id) => partIn(wording, id)).join('; '),
    each.clusters.map((id) => bodyIn(wording, id)).join('; '),
    each.patients?.words ?? '',
    each.patients?.on ?? '',
    each.deliverables.map(({ kind, title, done }) => words.deliverable(wordIn(words.kinds, kind), title, done)).join('; '),
    each.indicators.map((indicator) => indicatorIn(wording, indicator)).join('; '),
  ]);
  return { head: words.head, rows };
}

/** One line a solution, and then one a wish, the most wanted first. */
export function portfolioCells(wording: Wording, all: Awaited<ReturnType<typeof shownPortfolios>>): Cells {
  const { tables, portfolio: text } = textIn(wording.language);
  const words = tables.portfolio;
  const rows = all.flatMap(({ body, solutions, wishes }) => [
    ...solutions.map(({ name, progress, answered, followUp, use }) => [
      bodyIn(wording, body),
      words.solution,
      name,
      progress === null ? '' : text.progresses[progress],
      answered ? tables.yes : tables.no,
      followUp ? quarterSaid(followUp.quarter, wording.language) : '',
      (followUp?.verdicts ?? []).map(({ goal, says }) => text.verdict(text.goals[goal], text.says[says])).join('; '),
      followUp?.words ?? '',
      use.map((id) => bodyIn(wording, id)).join('; '),
    ]),
    ...wishes.map(({ title, level, solution }, at) => [
      bodyIn(wording, body),
      words.wish(at + 1),
      title,
      text.levels[level],
      '',
      '',
      '',
      solutions.find(({ id }) => id === solution)?.name ?? '',
      '',
    ]),
  ]);
  return { head: words.head, rows };
}

/** One line a task. */
export function workPlanCells(wording: Wording, all: Awaited<ReturnType<typeof shownWorkPlans>>): Cells {
  const { head, phases } = textIn(wording.language).tables.workPlans;
  const rows = all.flatMap(({ body, year, phase, tasks }) =>
    tasks.map((task, at) => [bodyIn(wording, body), String(year), String(at + 1), task, phases[phase]]),
  );
  return { head, rows };
}

function indicatorIn({ language }: Wording, { name, unit, baseline, target, values }: ShownInitiative['indicators'][number]): string {
  const words = textIn(language).tables.initiatives;
  const last = values.at(-1);
  const number = (value: number | null) => (value === null ? '' : words.number(value));
  return words.indicator(name, unit, last ? words.last(number(last.value), last.of) : null, number(baseline), number(target));
}

function bodyIn({ charter, language, today }: Wording, id: string): string {
  return bodyName(charter, id, language, today);
}

/** What the agreement calls a part of it. */
function partIn({ charter, language }: Wording, id: string): string {
  const part = charter.agreement.find((each) => each.id === id);
  return part ? said(part.name, language, charter) : id;
}
