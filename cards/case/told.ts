import { isOver } from '../../bot/governance/case/phases.ts';
import type { BodyId, ClauseId, IsoDate } from '../../bot/governance/charter/charter.ts';
import { bodyOf, termsInForce } from '../../bot/governance/charter/terms.ts';
import { isChair } from '../../bot/governance/people/roles.ts';
import { isServed, servesHere } from '../../bot/governance/people/two-secretaries.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import { readOccasion } from '../../bot/governance/vocabulary/occasion.ts';
import { isRefusal } from '../../bot/governance/vocabulary/refusal.ts';
import type { Card, Desk } from '../kit/card.ts';
import { chainSaid } from '../kit/clauses.ts';
import { plain } from '../kit/escape.ts';
import { opens } from '../kit/form.ts';
import { matterLine } from '../kit/matter.ts';
import template from '../kit/sheet.json' with { type: 'json' };
import { sheet } from '../kit/sheet.ts';
import { openForm, runners } from '../kit/viewer.ts';
import { sealed } from '../meeting/agenda-press.ts';
import { textIn } from '../text/languages.ts';
import { called, caseFile, caseTitle, caseWords, whose } from './file.ts';
import { caseStanding, directionLines, journey } from './said.ts';

const most = { account: 500, recommendation: 300, direction: 600 };

/** For information, early: a body that does not have the case sees it, and its chairs may say which direction it should take. */
export const caseTold: Card<'case-told'> = {
  name: 'case-told',
  template,
  show: async (desk, about, occasion, viewer) => {
    const file = await caseFile(desk, about);
    const told = file?.state.told.find((each) => each === readOccasion('case-told', occasion)?.mark);
    if (!file || told === undefined) return null;
    const { language } = viewer;
    const { told: text, case: words, back } = textIn(language);
    const { state } = file;
    const body = await desk.body(told);
    const person = whose(desk, viewer);
    const over = isOver(state);
    const has = state.at === told || state.way.some((stop) => stop.body === told);
    const today = dateAt(desk.charter, desk.now);
    const outside = bodyOf(desk.charter, told)?.outside === true;
    const served = isServed(desk.charter, told, today);
    const name = called(desk, file, told, language);
    const question = over ? text.over : has ? text.here : outside ? text.tell(name) : text.ask;
    const speaks =
      person !== null && (isChair(desk.charter, body, person, today, desk.one) || (served && servesHere(told, person, file.around)));
    const may = speaks && !over && !has && !outside;
    const form = may && openForm(viewer, ['direction']) !== null;
    const clauses = [state.body, ...state.cameTo].flatMap((each) => tellingClauses(desk, each, told, state.termsOn));
    const recommended = await Promise.all(
      state.content.recommendations.slice(0, 8).map((each) => caseWords(desk, about, each, most.recommendation)),
    );
    const account = await caseWords(desk, about, state.content.account, most.account);
    const title = text.title(state.number === null ? '' : plain(state.number), await caseTitle(desk, file, language));
    const toCase = { title: text.toCase, verb: 'case', sends: false };
    return {
      data: sheet({
        title,
        size: 'Medium',
        under: text.whom(called(desk, file, state.body, language), name),
        question,
        byWhen: '',
        parts: form
          ? []
          : [
              { heading: words.recommendations, lines: recommended.filter(Boolean).map(words.at) },
              { heading: words.stands, lines: [...(await caseStanding(desk, file, language)), journey(desk, file, language)] },
              { heading: words.directions, lines: await directionLines(desk, file, language) },
              { heading: words.account, lines: [account, matterLine(state.matter, language)].filter(Boolean) },
            ].filter(({ lines }) => lines.length > 0),
        fields: form
          ? [{ kind: 'text', id: 'direction', label: words.directionField, most: most.direction, long: true, required: true }]
          : [],
        missing: words.required,
        buttons: form
          ? [
              { title: words.buttons.save, verb: 'direction', sends: true },
              { title: back, verb: 'view', sends: false },
            ]
          : [
              ...(may ? [{ title: words.buttons.direction, verb: 'open', open: 'direction', sends: false }] : []),
              ...(person ? [toCase] : []),
            ],
        why: clauses.length > 0 ? chainSaid(desk.charter, { chain: clauses, ours: false }, language) : [textIn(language).verdict.ours],
      }),
      summary: textIn(language).summary(title, question),
      mentions: [],
      viewers: runners(desk, body),
    };
  },
  verbs: {
    open: opens,
    case: ({ about }) => ({ read: 'card', card: 'case', about, open: null, picks: {} }),
    direction: (form) => {
      const text = sealed(form, 'direction', most.direction, form.seal);
      if (isRefusal(text)) return text;
      const on = readOccasion('case-told', form.occasion);
      if (text === null || on === null) return { refused: 'missing', field: 'direction' };
      return { read: 'command', stream: form.about, command: { type: 'StateDirection', body: on.mark, text } };
    },
  },
};

/** The clauses by which a body's terms want another told. */
function tellingClauses({ charter }: Desk, of: BodyId, told: BodyId, date: IsoDate): readonly ClauseId[] {
  const tells = termsInForce(charter, of, date)?.tells ?? [];
  return tells.filter(({ body }) => body === told).map(({ clause }) => clause);
}
