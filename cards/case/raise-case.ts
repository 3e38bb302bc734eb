import { lackingIn } from '../../bot/governance/case/lacking.ts';
import { termsInForce } from '../../bot/governance/charter/terms.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { RaisedCase } from '../../bot/governance/vocabulary/case/case.ts';
import { isRefusal } from '../../bot/governance/vocabulary/refusal.ts';
import { idIn, isId, streamOf } from '../../bot/governance/vocabulary/stream.ts';
import { comesIn } from '../care/comes-in.ts';
import type { Card, Desk, Viewer } from '../kit/card.ts';
import { opens, typed } from '../kit/form.ts';
import { caseOn, toCase } from '../kit/lead.ts';
import { matterFields, matterIn } from '../kit/matter.ts';
import { shortBody, why } from '../kit/said.ts';
import { type Button, sheet, template } from '../kit/sheet.ts';
import { mayRaise, openForm, runners } from '../kit/viewer.ts';
import { type Language, textIn } from '../text/languages.ts';
import { contentFields, contentIn } from './content.ts';
import { begunFrom, originNamed } from './raise-from.ts';

/** A case to be raised in a body: what it is about, and what is recommended. First a draft; the next press sends it. */
export const raiseCase: Card<'raise-case'> = {
  name: 'raise-case',
  template,
  show: async (desk, about, _occasion, viewer) => {
    const { language } = viewer;
    const { raise: text, back, eyebrow } = textIn(language);
    const body = await desk.body(idIn(about, 'body'));
    const today = dateAt(desk.charter, desk.now);
    const of = shortBody(desk.charter, body.body, language, today);
    const may = await mayRaise(desk, body.body, viewer);
    const form = may ? openForm(viewer, ['write', 'drafted']) : null;
    const drafted = form === 'drafted' ? await draftIn(desk, viewer) : null;
    const write: Button = { title: drafted ? text.another : text.write, verb: 'open', open: 'write', sends: false };
    const writing = form === 'write';
    const begun = writing ? await begunFrom(desk, body.body, viewer) : null;
    return {
      data: sheet({
        eyebrow: of,
        title: text.title,
        size: writing ? 'Medium' : 'Large',
        under: '',
        question: drafted ? (drafted.phase === 'draft' ? text.drafted : sentTo(desk, drafted, language)) : text.question,
        byWhen:
          drafted && drafted.phase !== 'draft'
            ? [await comesIn(desk, [drafted.body, drafted.at], language), await lacks(desk, drafted, language)].filter(Boolean).join(' ')
            : may
              ? ''
              : viewer.kind === 'everyone'
                ? text.intro
                : text.readOnly,
        parts: [],
        fields: writing ? [...matterFields(begun?.matter ?? null, language), ...(await contentFields(desk, null, language, begun))] : [],
        missing: text.required,
        buttons: writing
          ? [
              { title: text.save, verb: 'draft', of: begun?.origin ?? '', sends: true },
              { title: back, verb: 'view', sends: false },
            ]
          : !may
            ? []
            : drafted
              ? [
                  ...(drafted.phase === 'draft' ? [{ title: text.send, verb: 'send', of: drafted.case, sends: false }] : []),
                  { title: text.toCase, verb: 'case', of: drafted.case, sends: false },
                  write,
                ]
              : [write],
        why: [why(desk, termsInForce(desk.charter, body.body, today), null, language)],
      }),
      summary: eyebrow(text.title, of),
      mentions: [],
      viewers: runners(desk, body),
    };
  },
  verbs: {
    open: opens,
    draft: (form) => {
      const matter = matterIn((field) => typed(form, field));
      if (isRefusal(matter)) return matter;
      const content = contentIn(form);
      if (isRefusal(content)) return content;
      const origin = originNamed(form.picks.case ?? '');
      return {
        read: 'command',
        stream: streamOf('case', form.newId),
        command: { type: 'DraftCase', body: idIn(form.about, 'body'), matter, content, ...(origin ? { origin } : {}) },
        next: { open: 'drafted', picks: { case: form.newId } },
      };
    },
    send: (form) => {
      const stream = caseOn(form);
      if (isRefusal(stream)) return stream;
      const next = { open: 'drafted', picks: { case: idIn(stream, 'case') } };
      return { read: 'command', stream, command: { type: 'SendCase' }, next };
    },
    case: toCase,
  },
};

/** To its chairs; where nobody there holds keys, to the body it went straight on to. */
function sentTo(desk: Desk, { phase, at, termsOn }: RaisedCase, language: Language): string {
  const { raise: text } = textIn(language);
  return phase === 'judging' ? text.sent : text.sentOn(shortBody(desk.charter, at, language, termsOn));
}

/** What the body that has it now is without, said to whoever sent it. */
async function lacks(desk: Desk, state: RaisedCase, language: Language): Promise<string> {
  const at = await desk.body(state.at);
  const { lacks: text } = textIn(language).case;
  const name = shortBody(desk.charter, state.at, language, state.termsOn);
  return lackingIn(state, { charter: desk.charter, now: desk.now, body: () => at })
    .map((each) => text[each](name))
    .join(' ');
}

async function draftIn(desk: Desk, viewer: Viewer) {
  const id = viewer.kind === 'person' ? (viewer.picks.case ?? '') : '';
  return isId(id) ? desk.state('case', streamOf('case', id)) : null;
}
