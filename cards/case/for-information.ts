import { isOver } from '../../bot/governance/case/phases.ts';
import type { BodyId, ClauseId, IsoDate } from '../../bot/governance/charter/charter.ts';
import { bodyOf, termsInForce } from '../../bot/governance/charter/terms.ts';
import { isChair } from '../../bot/governance/people/roles.ts';
import { isServed, servesHere } from '../../bot/governance/people/two-secretaries.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { Desk, Face, Viewer } from '../kit/card.ts';
import { chainSaid } from '../kit/clauses.ts';
import { plain } from '../kit/escape.ts';
import { matterLine } from '../kit/matter.ts';
import { type Button, sheet } from '../kit/sheet.ts';
import { openForm, runners } from '../kit/viewer.ts';
import { textIn } from '../text/languages.ts';
import { type CaseFile, called, caseTitle, caseWords, whose } from './file.ts';
import { directionLines, journey } from './said.ts';
import { caseStanding } from './standing.ts';

const most = { account: 500, recommendation: 300 };
/** What a chair of a body that is told may write. */
export const mostDirection = 600;

/** The case's card where its body is only told of it: early, for information, and its chairs may say which direction it should take. */
export async function informing(desk: Desk, file: CaseFile, told: BodyId, viewer: Viewer): Promise<Face> {
  const { language } = viewer;
  const { told: text, case: words, summary, verdict, eyebrow } = textIn(language);
  const { about, state } = file;
  const outside = bodyOf(desk.charter, told)?.outside === true;
  const name = called(desk, file, told, language);
  const question = isOver(state) ? text.over : outside ? text.tell(name) : text.ask;
  const may = maySpeak(desk, file, told, viewer) && !outside;
  const form = may && openForm(viewer, ['direction']) !== null;
  const recommended = await Promise.all(
    state.content.recommendations.slice(0, 8).map((each) => caseWords(desk, about, each, most.recommendation)),
  );
  const account = await caseWords(desk, about, state.content.account, most.account);
  const number = state.number === null ? '' : plain(state.number);
  const title = await caseTitle(desk, file, language);
  const clauses = [state.body, ...state.cameTo].flatMap((each) => tellingClauses(desk, each, told, state.termsOn));
  return {
    data: sheet({
      eyebrow: eyebrow(text.kind, words.called(number)),
      title,
      under: text.whom(called(desk, file, state.body, language), name),
      question,
      byWhen: '',
      parts: form
        ? []
        : [
            { heading: words.recommendations, lines: recommended.filter(Boolean).map(words.at) },
            { heading: words.standing, lines: [...(await caseStanding(desk, file, language)), journey(desk, file, language)] },
            { heading: words.directions, lines: await directionLines(desk, file, language) },
            { heading: words.account, lines: [account, matterLine(state.matter, language)].filter(Boolean), folded: true },
          ].filter(({ lines }) => lines.length > 0),
      fields: form ? [{ kind: 'text', id: 'direction', label: words.directionField, most: mostDirection, long: true, required: true }] : [],
      missing: words.required,
      buttons: buttons(told, viewer, may, form),
      why: clauses.length > 0 ? chainSaid(desk.charter, { chain: clauses, ours: false }, language) : [verdict.ours],
    }),
    summary: summary(text.title(number, title), question),
    mentions: [],
    viewers: runners(desk, file.around.body(told)),
  };
}

function buttons(told: BodyId, viewer: Viewer, may: boolean, form: boolean): readonly Button[] {
  const { case: words, told: text, back } = textIn(viewer.language);
  if (viewer.kind === 'everyone') return [];
  if (form)
    return [
      { title: words.buttons.save, verb: 'direction', of: told, sends: true },
      { title: back, verb: 'view', sends: false },
    ];
  return [
    ...(may ? [{ title: words.buttons.direction, verb: 'open', open: 'direction', sends: false }] : []),
    { title: text.toCase, verb: 'case', sends: false },
  ];
}

/** Its chairs; where it meets outside Teams, the secretaries who serve it. */
function maySpeak(desk: Desk, { state, around }: CaseFile, told: BodyId, viewer: Viewer): boolean {
  const person = whose(desk, viewer);
  if (person === null || isOver(state)) return false;
  const today = dateAt(desk.charter, desk.now);
  const served = isServed(desk.charter, told, today);
  return isChair(desk.charter, around.body(told), person, today, desk.one) || (served && servesHere(told, person, around));
}

/** The clauses by which a body's terms want another told. */
function tellingClauses({ charter }: Desk, of: BodyId, told: BodyId, date: IsoDate): readonly ClauseId[] {
  const tells = termsInForce(charter, of, date)?.tells ?? [];
  return tells.filter(({ body }) => body === told).map(({ clause }) => clause);
}
