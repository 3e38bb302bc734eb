import type { Decision } from '../../bot/governance/register/register.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import { idIn } from '../../bot/governance/vocabulary/stream.ts';
import type { Card, Desk } from '../kit/card.ts';
import { chainSaid } from '../kit/clauses.ts';
import { plain } from '../kit/escape.ts';
import { toCase } from '../kit/lead.ts';
import { named } from '../kit/people.ts';
import { shortBody } from '../kit/said.ts';
import { type SheetPart, sheet, template } from '../kit/sheet.ts';
import { shorten } from '../kit/shorten.ts';
import { runners } from '../kit/viewer.ts';
import { type Language, textIn } from '../text/languages.ts';
import { caseDay, caseWords, dayAt } from './file.ts';

const most = { everyone: 6, person: 9 };

/** What a body has settled: what, when, by whom, and by which clause of which terms. */
export const decisions: Card<'decisions'> = {
  name: 'decisions',
  template,
  show: async (desk, about, _occasion, viewer) => {
    const { language } = viewer;
    const { decisions: text, why, summary, eyebrow } = textIn(language);
    const body = await desk.body(idIn(about, 'body'));
    const { shown, left } = shorten(await desk.decisions(body.body), most[viewer.kind]);
    const parts = await Promise.all(shown.map((each) => partOf(desk, each, viewer.kind === 'person', language)));
    const of = shortBody(desk.charter, body.body, language, dateAt(desk.charter, desk.now));
    return {
      data: sheet({
        eyebrow: of,
        title: text.title,
        size: 'Large',
        under: '',
        question: parts.length === 0 ? text.none : '',
        byWhen: '',
        parts: [...parts, { heading: '', lines: [...(left > 0 ? [text.more(left)] : []), text.all] }],
        fields: [],
        missing: '',
        buttons: [],
        why: [why.asked],
      }),
      summary: summary(eyebrow(text.title, of), parts[0]?.heading ?? text.none),
      mentions: [],
      viewers: runners(desk, body),
    };
  },
  verbs: { case: toCase },
};

async function partOf(desk: Desk, each: Decision, own: boolean, language: Language): Promise<SheetPart> {
  const { decisions: text, case: caseText } = textIn(language);
  const title = (await caseWords(desk, each.stream, each.title, 120)) || caseText.untitled;
  const words = each.result ? await caseWords(desk, each.result.textsIn, each.result.text, 250) : '';
  const persons = [...each.turns.map(({ person }) => desk.one(person)), ...(each.recordedBy ? [desk.one(each.recordedBy)] : [])];
  const names = await named(desk, [...new Set(persons)]);
  const clauses = chainSaid(desk.charter, { chain: each.clauses, ours: each.ours }, language);
  return {
    heading: caseText.title(plain(each.number ?? ''), title),
    lines: [
      text.line(dayAt(desk, each.at, language), text.kinds[each.kind], words),
      ...(names.length > 0 ? [text.by(names.join(', '))] : []),
      ...clauses.slice(0, 3),
      ...(each.terms ? [text.terms(caseDay(each.terms.from, language))] : []),
    ],
    ...(own ? { leads: { open: text.open, verb: 'case', of: idIn(each.stream, 'case') } } : {}),
  };
}
