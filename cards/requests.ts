import { dateAt } from '../bot/governance/calendar.ts';
import { recipientsOf } from '../bot/governance/may-order.ts';
import { isRefusal } from '../bot/governance/refusal.ts';
import type { RequestState } from '../bot/governance/request.ts';
import { turnFor } from '../bot/governance/two-secretaries.ts';
import type { Card, Desk, Form, Language, Reading, Viewer } from './card.ts';
import { chosenId, opens, typed } from './form.ts';
import { nameOf, requestFile, requestTitle, whoLooks } from './request-file.ts';
import { orderFields } from './request-forms.ts';
import { orderIn } from './request-press.ts';
import { askedOf } from './request-said.ts';
import { bodyName } from './said.ts';
import template from './sheet.json' with { type: 'json' };
import { type Button, type Field, type Part, sheet } from './sheet.ts';
import { shorten } from './shorten.ts';
import { textIn } from './text/languages.ts';
import { opened, runners } from './viewer.ts';

const most = { everyone: 8, person: 14 };

/** A body's open requests, those it has ordered and those ordered from it; whoever may order opens a new one here. */
export const requests: Card = {
  name: 'requests',
  template,
  show: async (desk, about, _occasion, viewer) => {
    const { language } = viewer;
    const { requestList: text, back, why, summary } = textIn(language);
    const body = await desk.body(about.slice('body/'.length));
    const today = dateAt(desk.charter, desk.now);
    const { shown, left } = shorten(await desk.requests(body.body), most[viewer.kind]);
    const parts = await Promise.all(shown.map((each) => partOf(desk, each, viewer.kind === 'person', language)));
    const may = await mayPlace(desk, body.body, viewer);
    const form = may ? opened(viewer, ['new', 'placed']) : null;
    const writing = form === 'new';
    const title = text.title(bodyName(desk.charter, body.body, language, today));
    const question = writing ? text.ask : form === 'placed' ? text.placed : parts.length === 0 ? text.none : '';
    const open: Button = { title: text.open, verb: 'open', open: 'new', sends: false };
    const send: Button = { title: text.send, verb: 'place', sends: true };
    return {
      data: sheet({
        title,
        size: 'Large',
        under: '',
        question,
        byWhen: writing ? text.bothAgree : '',
        parts: writing ? [] : [...parts, { heading: '', lines: left > 0 ? [text.more(left)] : [] }],
        fields: writing ? fieldsOf(desk, body.body, viewer) : [],
        missing: textIn(language).request.required,
        buttons: writing ? [send, { title: back, verb: 'view', sends: false }] : may ? [open] : [],
        why: [why.asked],
      }),
      summary: summary(title, parts[0]?.heading ?? text.none),
      mentions: [],
      viewers: runners(desk, body),
    };
  },
  verbs: { open: opens, place, request: toRequest },
};

async function partOf(desk: Desk, state: RequestState, own: boolean, language: Language): Promise<Part> {
  const file = await requestFile(desk, `request/${state.request}`);
  if (!file) return { heading: '', lines: [] };
  const { request: text, requestList } = textIn(language);
  const between = text.between(nameOf(desk, file, state.from, language), nameOf(desk, file, state.to, language));
  const { question } = await askedOf(desk, file, language);
  const leads = { open: requestList.show, verb: 'request', of: state.request };
  return { heading: await requestTitle(desk, file, language), lines: [between, question], ...(own ? { leads } : {}) };
}

async function mayPlace(desk: Desk, body: string, viewer: Viewer): Promise<boolean> {
  const person = whoLooks(desk, viewer);
  if (person === null || recipientsOf(desk.charter, body, dateAt(desk.charter, desk.now)).length === 0) return false;
  const secretariat = await desk.body(desk.charter.collaboration.secretariat);
  const own = await desk.body(body);
  const around = {
    charter: desk.charter,
    now: desk.now,
    one: desk.one,
    sectorOf: desk.sectorOf,
    body: (id: string) => (id === body ? own : secretariat),
  };
  return typeof turnFor({ body, since: desk.now.toString(), turns: [] }, person, around) === 'string';
}

function fieldsOf(desk: Desk, body: string, viewer: Viewer): readonly Field[] {
  const today = dateAt(desk.charter, desk.now);
  const choices = recipientsOf(desk.charter, body, today).map((each) => ({
    title: bodyName(desk.charter, each.body, viewer.language, today),
    value: each.body,
  }));
  const label = textIn(viewer.language).requestList.to;
  const picks = viewer.kind === 'person' ? viewer.picks : {};
  const style = choices.length > 6 ? 'compact' : 'expanded';
  return [{ kind: 'one', id: 'to', label, choices, style, value: picks.to ?? '' }, ...orderFields(viewer.language, picks)];
}

function place(form: Form): Reading {
  const to = chosenId(form, 'to');
  if (isRefusal(to)) return to;
  const stream = `request/${form.newId}` as const;
  const order = orderIn(form, stream);
  if (isRefusal(order)) return order;
  const from = form.about.slice('body/'.length);
  return { read: 'command', stream, command: { type: 'PlaceRequest', from, to, order }, next: { open: 'placed', picks: {} } };
}

/** The presser's own view of a request, which the button names. */
export function toRequest(form: Form): Reading {
  const id = typed(form, 'case');
  if (!/^[a-z0-9][a-z0-9.-]{0,63}$/.test(id)) return { refused: 'no-such-request' };
  return { read: 'card', card: 'request', about: `request/${id}`, open: null, picks: {} };
}
