import { Temporal } from 'temporal-polyfill';
import { type AssessPeriod, assessPeriod } from '../../bot/governance/body/assess.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { BodyState } from '../../bot/governance/vocabulary/body.ts';
import { isRefusal } from '../../bot/governance/vocabulary/refusal.ts';
import { idIn, streamOf } from '../../bot/governance/vocabulary/stream.ts';
import { roleFallsTo } from '../kit/asked/in-place.ts';
import type { Card, Desk, Form, Reading } from '../kit/card.ts';
import { chainSaid } from '../kit/clauses.ts';
import { plain } from '../kit/escape.ts';
import { opens, typed } from '../kit/form.ts';
import { mentioned, named } from '../kit/people.ts';
import { shortBody } from '../kit/said.ts';
import { type Button, type Field, sheet, template } from '../kit/sheet.ts';
import { chairs, openForm, runners, runsHere } from '../kit/viewer.ts';
import { sealed } from '../meeting/agenda-press.ts';
import { type Language, textIn } from '../text/languages.ts';

const mostWords = 1_000;

/** Once in each period: should the body's own terms be revised? A chair or a secretary writes down what it concluded. */
export const assessTerms: Card<'assess-terms'> = {
  name: 'assess-terms',
  template,
  show: async (desk, about, _occasion, viewer) => {
    const { language } = viewer;
    const { assess: text, back, summary, eyebrow } = textIn(language);
    const today = dateAt(desk.charter, desk.now);
    const body = await desk.body(idIn(about, 'body'));
    const period = assessPeriod(desk.charter, body, today);
    if (period === null) return null;
    const may = (await runsHere(desk, body, viewer)) || chairs(desk, body, viewer);
    const writing = may && openForm(viewer, ['write']) !== null;
    const of = shortBody(desk.charter, body.body, language, today);
    const asked = viewer.kind === 'everyone' && !period.done ? await roleFallsTo(desk, 'runs', body.body, language) : null;
    const mentions = asked ? await mentioned(desk, asked.now) : [];
    const names = mentions.map((each) => `<at>${each.name}</at>`).join(', ');
    const write: Button = { title: period.done ? text.again : text.write, verb: 'open', open: 'write', sends: false };
    const save: Button = { title: text.save, verb: 'assess', sends: true };
    const raise: Button = { title: text.raise, verb: 'raise', sends: false };
    const revising = period.done && body.assessment?.revise === true;
    return {
      data: sheet({
        eyebrow: of,
        title: text.title,
        size: writing ? 'Medium' : 'Large',
        under: '',
        question: period.done && !writing ? '' : text.question,
        byWhen: period.done ? '' : text.byWhen(lastDay(period, language)),
        parts: writing
          ? []
          : [
              { heading: period.done ? text.concluded : '', lines: await concluded(desk, body, period, language) },
              { heading: '', lines: [names, ...(asked?.instead ?? [])].filter(Boolean) },
            ],
        fields: writing ? fieldsOf(language) : [],
        missing: text.required,
        buttons: writing ? [save, { title: back, verb: 'view', sends: false }] : may ? [write, ...(revising ? [raise] : [])] : [],
        why: chainSaid(desk.charter, { chain: [period.assessing.clause], ours: false }, language),
      }),
      summary: summary(eyebrow(text.title, of), period.done ? text.concluded : text.question),
      mentions,
      viewers: [...new Set([...runners(desk, body), ...(asked?.now ?? [])])],
    };
  },
  verbs: {
    open: opens,
    assess,
    raise: ({ about }) => ({ read: 'card', card: 'raise-case', about, open: null, picks: {} }),
  },
};

async function concluded(
  desk: Desk,
  { body, assessment }: BodyState,
  { done }: AssessPeriod,
  language: Language,
): Promise<readonly string[]> {
  if (!done || !assessment) return [];
  const { assess: text, date } = textIn(language);
  const [who = ''] = await named(desk, [assessment.person]);
  const words = plain((await desk.words(streamOf('body', body), assessment.text)) ?? '', 600);
  const by = text.by(who, date(Temporal.PlainDate.from(assessment.on)));
  return [assessment.revise ? text.revise : text.keep, words, by].filter(Boolean);
}

function lastDay({ from, assessing }: AssessPeriod, language: Language): string {
  return textIn(language).date(Temporal.PlainDate.from(from).add({ years: assessing.years }).subtract({ days: 1 }));
}

function fieldsOf(language: Language): readonly Field[] {
  const { assess: text } = textIn(language);
  const choices = [
    { title: text.keep, value: 'keep' },
    { title: text.revise, value: 'revise' },
  ];
  return [
    { kind: 'one', id: 'conclusion', label: text.conclusion, choices, style: 'expanded' },
    { kind: 'text', id: 'words', label: text.words, most: mostWords, long: true, required: true },
  ];
}

function assess(form: Form): Reading {
  const conclusion = typed(form, 'conclusion');
  if (conclusion !== 'keep' && conclusion !== 'revise') return { refused: 'missing', field: 'conclusion' };
  const text = sealed(form, 'words', mostWords, form.seal);
  if (isRefusal(text)) return text;
  if (text === null) return { refused: 'missing', field: 'words' };
  return { read: 'command', stream: form.about, command: { type: 'AssessTerms', revise: conclusion === 'revise', text } };
}
