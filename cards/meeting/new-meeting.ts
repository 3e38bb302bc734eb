import { Temporal } from 'temporal-polyfill';
import type { BodyId } from '../../bot/governance/charter/charter.ts';
import { termsInForce } from '../../bot/governance/charter/terms.ts';
import { firstUncrowded } from '../../bot/governance/meeting/deadlines.ts';
import { dateAt, workingDaysAfter } from '../../bot/governance/time/calendar.ts';
import { isRefusal } from '../../bot/governance/vocabulary/refusal.ts';
import { idIn, isId, streamOf } from '../../bot/governance/vocabulary/stream.ts';
import { comesIn } from '../care/comes-in.ts';
import type { Card, Desk, Form, Reading, Viewer } from '../kit/card.ts';
import { opens, typed } from '../kit/form.ts';
import type { Choice } from '../kit/people.ts';
import { said, shortBody, why } from '../kit/said.ts';
import { type Field, sheet, template } from '../kit/sheet.ts';
import { openForm, runners, runsHere } from '../kit/viewer.ts';
import { type Language, textIn } from '../text/languages.ts';
import { sealed } from './agenda-press.ts';
import { period } from './attendance.ts';
import { whenFields } from './change-form.ts';
import { asksAgain, crowdedSaid } from './crowded.ts';
import { whenAndWhere } from './when-and-where.ts';

const mostReason = 300;
/** No body's id begins with it. */
const gatheringMark = '+';
const fields = ['date', 'from', 'to', 'place', 'untilDate', 'joint', 'kind', 'reason'] as const;

/** Asks a body's secretaries when it should meet next. */
export const newMeeting: Card<'new-meeting'> = {
  name: 'new-meeting',
  template,
  show: async (desk, about, _occasion, viewer) => {
    const { language } = viewer;
    const text = textIn(language);
    const body = await desk.body(idIn(about, 'body'));
    const today = dateAt(desk.charter, desk.now);
    const terms = termsInForce(desk.charter, body.body, today);
    const may = await runsHere(desk, body, viewer);
    const form = may ? openForm(viewer, ['write', 'special', 'planned']) : null;
    const picks = viewer.kind === 'person' ? viewer.picks : {};
    const as = Object.fromEntries(fields.map((field) => [field, picks[field] ?? suggested(desk, body.body, field)]));
    const writing = form === 'write' || form === 'special';
    const crowded = writing ? crowdedSaid(desk.charter, body.body, viewer, desk.now) : '';
    const planned = form === 'planned' ? await plannedLine(desk, body.body, viewer, picks.meeting ?? '') : '';
    const special = form === 'special' ? specialFields(as, partners(desk, body.body, viewer), language) : [];
    const submit = { title: text.newMeeting.save, verb: 'plan', sends: true, primary: true, picks: { crowded: picks.crowded ?? '' } };
    const ways = may ? '' : viewer.kind === 'everyone' ? text.newMeeting.intro : text.newMeeting.readOnly;
    return {
      data: sheet({
        eyebrow: shortBody(desk.charter, body.body, language, today),
        title: text.kinds.newMeeting,
        under: '',
        question: planned === '' ? text.newMeeting.question : planned,
        settled: planned !== '',
        byWhen: planned === '' ? ways : await comesIn(desk, await plannedFor(desk, body.body, picks.meeting ?? ''), language),
        waits: [crowded],
        parts: [],
        fields: writing ? [...whenFields(as, language, form === 'special'), ...special] : [],
        missing: text.newMeeting.required,
        buttons: writing
          ? [
              { ...submit, open: form },
              { title: text.back, verb: 'view', sends: false },
            ]
          : may
            ? [
                {
                  title: planned === '' ? text.newMeeting.write : text.newMeeting.another,
                  verb: 'open',
                  open: 'write',
                  sends: false,
                  primary: planned === '',
                },
                { title: text.special.open, verb: 'open', open: 'special', sends: false },
              ]
            : [],
        why: [why(desk, terms, terms?.cadence.stated ? terms.cadence.clause : null, language)],
      }),
      summary: text.newMeeting.title(shortBody(desk.charter, body.body, language, today)),
      mentions: [],
      viewers: runners(desk, body),
    };
  },
  verbs: { open: opens, plan },
};

/** What is asked besides of a meeting on several days, together with others, or extraordinary. */
function specialFields(as: Readonly<Record<string, string>>, others: readonly Choice[], language: Language): readonly Field[] {
  const { special: text } = textIn(language);
  const kinds = [
    { title: text.ordinary, value: 'ordinary' },
    { title: text.extraordinary, value: 'extraordinary' },
  ];
  return [
    ...(others.length > 0
      ? [{ kind: 'several', id: 'joint', label: text.joint, value: as.joint ?? '', style: 'filtered', choices: others } as const]
      : []),
    { kind: 'one', id: 'kind', label: text.kind, style: 'expanded', value: as.kind ?? '', required: false, choices: kinds },
    { kind: 'text', id: 'reason', label: text.reason, most: 300, long: true, value: as.reason ?? '', required: false },
  ];
}

async function plannedLine(desk: Desk, body: string, viewer: Viewer, id: string): Promise<string> {
  const meeting = isId(id) ? await desk.state('meeting', streamOf('meeting', id)) : null;
  if (meeting?.body !== body) return '';
  return textIn(viewer.language).newMeeting.planned(period(desk, meeting, viewer.language));
}

/** All that meet. */
async function plannedFor(desk: Desk, body: BodyId, id: string): Promise<readonly BodyId[]> {
  const meeting = isId(id) ? await desk.state('meeting', streamOf('meeting', id)) : null;
  return [body, ...(meeting?.joint ?? [])];
}

function plan(form: Form): Reading {
  const given = whenAndWhere(form);
  if (isRefusal(given)) return given;
  const body = idIn(form.about, 'body');
  const extraordinary = typed(form, 'kind') === 'extraordinary';
  const asked = extraordinary ? null : asksAgain(form, body, given);
  if (asked) return asked;
  const reason = sealed(form, 'reason', mostReason, form.seal);
  if (isRefusal(reason)) return reason;
  const together = typed(form, 'joint').split(',');
  const joint = together.filter((id) => id !== '' && id !== body && !id.startsWith(gatheringMark));
  const [gathering] = together.filter((id) => id.startsWith(gatheringMark)).map((id) => id.slice(gatheringMark.length));
  return {
    read: 'command',
    stream: streamOf('meeting', form.newId),
    command: { type: 'PlanMeeting', body, joint, ...(gathering ? { gathering } : {}), extraordinary, reason, ...given },
    next: { open: 'planned', picks: { meeting: form.newId } },
  };
}

/** Gatherings that this body calls, and bodies that may meet together with it, by name. */
function partners(desk: Desk, body: BodyId, viewer: Viewer): readonly Choice[] {
  const today = dateAt(desk.charter, desk.now);
  const others = desk.charter.bodies.filter(({ id, outside }) => id !== body && !outside && termsInForce(desk.charter, id, today) !== null);
  const called = desk.charter.gatherings.filter(({ host, from }) => host === body && from <= today);
  return [
    ...called.map(({ id, name }) => ({ title: said(name, viewer.language, desk.charter), value: `${gatheringMark}${id}` })),
    ...others.map(({ id }) => ({ title: shortBody(desk.charter, id, viewer.language, today), value: id })),
  ];
}

/** A date four working weeks ahead, in time for every deadline and clear of the holidays, at the usual hour. The secretary changes what does not fit. */
function suggested({ charter, now }: Desk, body: BodyId, field: (typeof fields)[number]): string {
  const { startTimes, minutes } = charter.collaboration.defaults.planning;
  const start = startTimes[0] ?? '';
  switch (field) {
    case 'date':
      return firstUncrowded(charter, body, workingDaysAfter(charter, dateAt(charter, now), 20));
    case 'from':
      return start;
    case 'to':
      return start === '' ? '' : Temporal.PlainTime.from(start).add({ minutes }).toString({ smallestUnit: 'minute' });
    case 'kind':
      return 'ordinary';
    case 'place':
    case 'untilDate':
    case 'joint':
    case 'reason':
      return '';
  }
}
