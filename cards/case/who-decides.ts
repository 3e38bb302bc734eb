import type { BodyId } from '../../bot/governance/charter/charter.ts';
import { competenceOn } from '../../bot/governance/charter/competence.ts';
import type { Matter } from '../../bot/governance/charter/matter.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import { isRefusal } from '../../bot/governance/vocabulary/refusal.ts';
import { idIn } from '../../bot/governance/vocabulary/stream.ts';
import type { Card, Desk, Viewer } from '../kit/card.ts';
import { bodiesOnward, chainSaid, keysSaid, verdictSaid } from '../kit/clauses.ts';
import { typed } from '../kit/form.ts';
import { matterFields, matterIn, matterLine } from '../kit/matter.ts';
import { shortBody } from '../kit/said.ts';
import { type SheetPart, sheet, template } from '../kit/sheet.ts';
import { type Language, textIn } from '../text/languages.ts';

/** "Who can decide this?": four questions, and the answer with the clauses that say so. */
export const whoDecides: Card<'who-decides'> = {
  name: 'who-decides',
  template,
  show: async (desk, about, _occasion, viewer) => {
    const { language } = viewer;
    const { whoDecides: text, why, eyebrow } = textIn(language);
    const body = idIn(about, 'body');
    const of = shortBody(desk.charter, body, language, dateAt(desk.charter, desk.now));
    const matter = askedAbout(viewer);
    const asks = viewer.kind === 'person' && matter === null;
    const answer = matter ? answerTo(desk, body, matter, language) : null;
    return {
      data: sheet({
        eyebrow: of,
        title: text.title,
        size: 'Large',
        under: matter ? matterLine(matter, language) : '',
        question: answer?.verdict ?? text.question,
        byWhen: viewer.kind === 'everyone' ? text.intro : '',
        parts: answer?.parts ?? [],
        fields: asks ? matterFields(null, language) : [],
        missing: text.required,
        buttons: asks ? [{ title: text.ask, verb: 'ask', sends: true }] : answer ? [{ title: text.again, verb: 'view', sends: false }] : [],
        why: [why.asked],
      }),
      summary: eyebrow(text.title, of),
      mentions: [],
      viewers: [],
    };
  },
  verbs: {
    ask: (form) => {
      const matter = matterIn((field) => typed(form, field));
      if (isRefusal(matter)) return matter;
      return { read: 'view', open: 'answer', picks: { kind: matter.kind, weighs: matter.weighs.join(',') } };
    },
  },
};

function askedAbout(viewer: Viewer): Matter | null {
  if (viewer.kind === 'everyone' || viewer.open !== 'answer') return null;
  const { picks } = viewer;
  const matter = matterIn((field) => picks[field] ?? '');
  return isRefusal(matter) ? null : matter;
}

/** As the terms stand today: who decides, who is told, which way it goes, and whose keys turn. */
function answerTo(
  desk: Desk,
  body: BodyId,
  matter: Matter,
  language: Language,
): { readonly verdict: string; readonly parts: readonly SheetPart[] } {
  const { verdict: text } = textIn(language);
  const today = dateAt(desk.charter, desk.now);
  const answer = competenceOn(desk.charter, body, matter, today);
  const name = (id: BodyId) => shortBody(desk.charter, id, language, today);
  const way = bodiesOnward(desk.charter, body, matter, today, []);
  const keys = keysSaid(desk.charter, body, language, today);
  const facts = [
    ...(way.length > 0 ? [text.way([body, ...way].map(name).join(' → '))] : []),
    ...(answer.told.length > 0 ? [text.told(answer.told.map(name).join(', '))] : []),
    ...(keys ? [keys] : []),
  ];
  return {
    verdict: verdictSaid(desk.charter, body, answer, language, today),
    parts: [
      { heading: text.heading, lines: chainSaid(desk.charter, answer, language) },
      { heading: '', lines: facts },
    ],
  };
}
