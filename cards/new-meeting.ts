import { dateAt } from '../bot/governance/calendar.ts';
import { isRefusal, type Refusal } from '../bot/governance/refusal.ts';
import { termsInForce } from '../bot/governance/terms.ts';
import { period } from './attendance.ts';
import type { Card, Desk, Form, Reading, Viewer } from './card.ts';
import { dateIn, instantIn, opens, timeIn, typed } from './form.ts';
import template from './new-meeting.json' with { type: 'json' };
import { bodyName, labels, why } from './said.ts';
import { textIn } from './text/languages.ts';
import { opened, runners, runs } from './viewer.ts';

const mostPlace = 300;
const fields = ['date', 'from', 'to', 'place'] as const;

/** Asks a body's secretaries when it should meet next. */
export const newMeeting: Card = {
  name: 'new-meeting',
  template,
  show: async (desk, about, _occasion, viewer) => {
    const { language } = viewer;
    const text = textIn(language);
    const body = await desk.body(about.slice('body/'.length));
    const today = dateAt(desk.charter, desk.now);
    const terms = termsInForce(desk.charter, body.body, today);
    const may = runs(desk, body, viewer);
    const form = may ? opened(viewer, ['write', 'planned']) : null;
    const picks = viewer.kind === 'person' ? viewer.picks : {};
    const title = text.newMeeting.title(bodyName(desk.charter, body.body, language, today));
    return {
      data: {
        title,
        planned: form === 'planned' ? await plannedLine(desk, body.body, viewer, picks.meeting ?? '') : '',
        line: may ? '' : viewer.kind === 'everyone' ? text.newMeeting.intro : text.newMeeting.readOnly,
        writing: form === 'write',
        mayWrite: may && form !== 'write',
        open: form === 'planned' ? text.newMeeting.another : text.newMeeting.write,
        typed: Object.fromEntries(fields.map((field) => [field, picks[field] ?? ''])),
        zone: text.newMeeting.zone(desk.charter.collaboration.timeZone),
        back: text.back,
        why: why(desk, terms, terms?.cadence.stated ? terms.cadence.clause : null, language),
        say: labels(text.newMeeting),
      },
      summary: title,
      mentions: [],
      viewers: runners(desk, body),
    };
  },
  verbs: { open: opens, plan },
};

async function plannedLine(desk: Desk, body: string, viewer: Viewer, id: string): Promise<string> {
  const meeting = /^[a-z0-9-]{1,64}$/.test(id) ? await desk.state('meeting', `meeting/${id}`) : null;
  if (meeting?.body !== body) return '';
  return textIn(viewer.language).newMeeting.planned(period(desk, meeting, viewer.language));
}

function plan(form: Form): Reading {
  const date = dateIn(form, 'date');
  if (isRefusal(date)) return date;
  const from = timeIn(form, 'from');
  if (isRefusal(from)) return from;
  const to = timeIn(form, 'to');
  if (isRefusal(to)) return to;
  const start = instantIn(form, date, from, 'from');
  if (isRefusal(start)) return start;
  const end = instantIn(form, date, to, 'to');
  if (isRefusal(end)) return end;
  const where = placeAndLink(typed(form, 'place'));
  if (isRefusal(where)) return where;
  return {
    read: 'command',
    stream: `meeting/${form.newId}`,
    command: {
      type: 'PlanMeeting',
      body: form.about.slice('body/'.length),
      joint: [],
      extraordinary: false,
      reason: null,
      start: start.toString(),
      end: end.toString(),
      place: where.place === '' ? null : form.seal('place', where.place),
      link: where.link === '' ? null : form.seal('link', where.link),
    },
    next: { open: 'planned', picks: { meeting: form.newId } },
  };
}

/** What is written is a place, with a link in it or without. Only https comes through. */
function placeAndLink(words: string): { readonly place: string; readonly link: string } | Refusal {
  if (words.length > mostPlace) return { refused: 'too-long', field: 'place', most: mostPlace };
  const link = /\S*:\/\/\S*/.exec(words)?.[0];
  if (link === undefined) return { place: words, link: '' };
  const url = URL.canParse(link) ? new URL(link) : null;
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return { refused: 'not-a-link' };
  return { place: words.replace(link, ' ').replace(/\s+/g, ' ').trim(), link: url.href };
}
