import { bodyAsked } from '../../bot/governance/case/standing.ts';
import type { BodyId } from '../../bot/governance/charter/charter.ts';
import { bodyOf } from '../../bot/governance/charter/terms.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { RaisedCase } from '../../bot/governance/vocabulary/case/case.ts';
import { idIn, streamOf } from '../../bot/governance/vocabulary/stream.ts';
import type { Card, Desk, Viewer } from '../kit/card.ts';
import { plain } from '../kit/escape.ts';
import { toCase } from '../kit/lead.ts';
import { shortBody } from '../kit/said.ts';
import { type SheetPart, sheet, template } from '../kit/sheet.ts';
import { shorten } from '../kit/shorten.ts';
import { runners } from '../kit/viewer.ts';
import { textIn } from '../text/languages.ts';
import { caseFile, caseTitle } from './file.ts';
import { asking } from './said.ts';
import { caseStanding } from './standing.ts';

const most = { everyone: 8, person: 14 };

/** A body's open cases: those it has now, and those it raised that are elsewhere. */
export const casesCard: Card<'cases'> = {
  name: 'cases',
  template,
  show: async (desk, about, _occasion, viewer) => {
    const { language } = viewer;
    const { caseList: text, words, ...texts } = textIn(language);
    const body = await desk.body(idIn(about, 'body'));
    const { shown, left } = shorten(await desk.cases(body.body), most[viewer.kind]);
    const parts = await Promise.all(shown.map((each) => partOf(desk, each, body.body, viewer)));
    const of = shortBody(desk.charter, body.body, language, dateAt(desk.charter, desk.now));
    const letters = bodyOf(desk.charter, body.body)?.aliases[0] ?? body.body;
    const [first] = shown.flatMap(({ number }) => number ?? []);
    const example = text.example(
      texts.wordsOf.case,
      plain(first ?? `${letters.toUpperCase()} ${dateAt(desk.charter, desk.now).slice(0, 4)}-01`),
    );
    return {
      data: sheet({
        eyebrow: of,
        title: text.title,
        size: 'Large',
        under: '',
        question: parts.length === 0 ? text.none : '',
        byWhen: '',
        parts: [...parts, { heading: '', lines: [...(left > 0 ? [text.more(left)] : []), text.add(words['raise-case'], example)] }],
        fields: [],
        missing: '',
        buttons: [],
        why: [texts.why.asked],
      }),
      summary: texts.summary(texts.eyebrow(text.title, of), parts[0]?.heading ?? text.none),
      mentions: [],
      viewers: runners(desk, body),
    };
  },
  verbs: { case: toCase },
};

async function partOf(desk: Desk, state: RaisedCase, body: BodyId, { kind, language }: Viewer): Promise<SheetPart> {
  const file = await caseFile(desk, streamOf('case', state.case));
  if (!file) return { heading: '', lines: [] };
  const { case: text, caseList } = textIn(language);
  const heading = text.title(plain(state.number ?? ''), await caseTitle(desk, file, language));
  const question = bodyAsked(state) === body ? asking(desk, file, language).question : '';
  const lines = [question, ...(await caseStanding(desk, file, language))].filter(Boolean);
  return { heading, lines, ...(kind === 'person' ? { leads: { open: caseList.open, verb: 'case', of: state.case } } : {}) };
}
