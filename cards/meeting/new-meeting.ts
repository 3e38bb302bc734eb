import { Temporal } from 'temporal-polyfill';
import type { BodyId } from '../../bot/governance/charter/charter.ts';
import { termsInForce } from '../../bot/governance/charter/terms.ts';
import { firstUncrowded } from '../../bot/governance/meeting/deadlines.ts';
import { dateAt, workingDaysAfter } from '../../bot/governance/time/calendar.ts';
import { isRefusal } from '../../bot/governance/vocabulary/refusal.ts';
import { idIn, isId, streamOf } from '../../bot/governance/vocabulary/stream.ts';
import type { Card, Desk, Form, Reading, Viewer } from '../kit/card.ts';
import { opens, typed } from '../kit/form.ts';
import type { Choice } from '../kit/people.ts';
import { bodyName, labels, said, why } from '../kit/said.ts';
import { openForm, runners, runsHere } from '../kit/viewer.ts';
import { textIn } from '../text/languages.ts';
import { sealed } from './agenda-press.ts';
import { period } from './attendance.ts';
import { asksAgain, crowdedSaid } from './crowded.ts';
import template from './new-meeting.json' with { type: 'json' };
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
    const title = text.newMeeting.title(bodyName(desk.charter, body.body, language, today));
    return {
      data: {
        title,
        planned: form === 'planned' ? await plannedLine(desk, body.body, viewer, picks.meeting ?? '') : '',
        crowded: form === 'write' || form === 'special' ? crowdedSaid(desk.charter, body.body, viewer, desk.now) : '',
        form: form ?? '',
        seen: picks.crowded ?? '',
        line: may ? '' : viewer.kind === 'everyone' ? text.newMeeting.intro : text.newMeeting.readOnly,
        writing: form === 'write' || form === 'special',
        special: form === 'special',
        partners: form === 'special' ? partners(desk, body.body, viewer) : [],
        mayWrite: may && form !== 'write' && form !== 'special',
        open: form === 'planned' ? text.newMeeting.another : text.newMeeting.write,
        typed: Object.fromEntries(fields.map((field) => [field, picks[field] ?? suggested(desk, body.body, field)])),
        zone: text.newMeeting.zone(desk.charter.collaboration.timeZone),
        back: text.back,
        why: why(desk, terms, terms?.cadence.stated ? terms.cadence.clause : null, language),
        say: labels(text.newMeeting),
        extra: labels(text.special),
      },
      summary: title,
      mentions: [],
      viewers: runners(desk, body),
    };
  },
  verbs: { open: opens, plan },
};

async function plannedLine(desk: Desk, body: string, viewer: Viewer, id: string): Promise<string> {
  const meeting = isId(id) ? await desk.state('meeting', streamOf('meeting', id)) : null;
  if (meeting?.body !== body) return '';
  return textIn(viewer.language).newMeeting.planned(period(desk, meeting, viewer.language));
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
    ...others.map(({ id }) => ({ title: bodyName(desk.charter, id, viewer.language, today), value: id })),
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
