import { termsInForce } from '../../bot/governance/charter/terms.ts';
import { seatsHeld } from '../../bot/governance/people/roles.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { CaseState } from '../../bot/governance/vocabulary/case.ts';
import { isRefusal, type Refusal } from '../../bot/governance/vocabulary/refusal.ts';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import type { Card, Desk, Form, Language, Reading, Viewer } from '../kit/card.ts';
import { opens, typed } from '../kit/form.ts';
import { bodyName, why } from '../kit/said.ts';
import template from '../kit/sheet.json' with { type: 'json' };
import { type Button, sheet } from '../kit/sheet.ts';
import { opened, runners, runs } from '../kit/viewer.ts';
import { textIn } from '../text/languages.ts';
import { contentFields, contentIn, matterFields, matterIn } from './content.ts';
import { whose } from './file.ts';
import { begunFrom, originNamed } from './raise-from.ts';

/** A case to be raised in a body: what it is about, and what is recommended. First a draft; the next press sends it. */
export const raiseCase: Card<'raise-case'> = {
  name: 'raise-case',
  template,
  show: async (desk, about, _occasion, viewer) => {
    const { language } = viewer;
    const { raise: text, back } = textIn(language);
    const body = await desk.body(about.slice('body/'.length));
    const today = dateAt(desk.charter, desk.now);
    const title = text.title(bodyName(desk.charter, body.body, language, today));
    const may = await mayRaise(desk, about, viewer);
    const form = may ? opened(viewer, ['write', 'drafted']) : null;
    const drafted = form === 'drafted' ? await draftIn(desk, viewer) : null;
    const write: Button = { title: drafted ? text.another : text.write, verb: 'open', open: 'write', sends: false };
    const writing = form === 'write';
    const begun = writing ? await begunFrom(desk, body.body, viewer) : null;
    return {
      data: sheet({
        title,
        size: writing ? 'Medium' : 'Large',
        under: '',
        question: drafted ? (drafted.phase === 'draft' ? text.drafted : sentTo(desk, drafted, language)) : text.question,
        byWhen: may ? '' : viewer.kind === 'everyone' ? text.intro : text.readOnly,
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
      summary: title,
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
        stream: `case/${form.newId}`,
        command: { type: 'DraftCase', body: form.about.slice('body/'.length), matter, content, ...(origin ? { origin } : {}) },
        next: { open: 'drafted', picks: { case: form.newId } },
      };
    },
    send: (form) => {
      const stream = caseOn(form);
      if (isRefusal(stream)) return stream;
      const next = { open: 'drafted', picks: { case: stream.slice('case/'.length) } };
      return { read: 'command', stream, command: { type: 'SendCase' }, next };
    },
    case: toCase,
  },
};

/** The presser's own view of the case a button names. */
export function toCase(form: Form): Reading {
  const about = caseOn(form);
  return isRefusal(about) ? about : { read: 'card', card: 'case', about, open: null, picks: {} };
}

function caseOn(form: Form): Stream | Refusal {
  const id = form.picks.case ?? '';
  return /^[a-z0-9][a-z0-9.-]{0,63}$/.test(id) ? `case/${id}` : { refused: 'no-such-case' };
}

/** To its chairs; where nobody there holds keys, to the body it went straight on to. */
function sentTo(desk: Desk, { phase, at, termsOn }: CaseState, language: Language): string {
  const { raise: text } = textIn(language);
  return phase === 'judging' ? text.sent : text.sentOn(bodyName(desk.charter, at, language, termsOn));
}

/** Draws the way to a new case for whoever has a seat in the body or runs it. */
export async function mayRaise(desk: Desk, about: Stream, viewer: Viewer): Promise<boolean> {
  const body = await desk.body(about.slice('body/'.length));
  const person = whose(desk, viewer);
  const seated = person !== null && seatsHeld(desk.charter, body, person, dateAt(desk.charter, desk.now), desk.one).length > 0;
  return seated || runs(desk, body, viewer);
}

async function draftIn(desk: Desk, viewer: Viewer) {
  const id = viewer.kind === 'person' ? (viewer.picks.case ?? '') : '';
  return /^[a-z0-9][a-z0-9.-]{0,63}$/.test(id) ? desk.state('case', `case/${id}`) : null;
}
