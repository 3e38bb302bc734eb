import { emptyBody } from '../../bot/governance/body/body.ts';
import type { BodyId } from '../../bot/governance/charter/charter.ts';
import { bodiesAnsweredFor, turnFor } from '../../bot/governance/people/two-secretaries.ts';
import { recipientsOf } from '../../bot/governance/request/may-order.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import { isRefusal } from '../../bot/governance/vocabulary/refusal.ts';
import type { RequestState } from '../../bot/governance/vocabulary/request.ts';
import { idIn, isId, streamOf } from '../../bot/governance/vocabulary/stream.ts';
import { comesIn } from '../care/comes-in.ts';
import type { Card, Desk, Form, Reading, Viewer } from '../kit/card.ts';
import { chosenId, opens, typed } from '../kit/form.ts';
import type { Choice } from '../kit/people.ts';
import { shortBody } from '../kit/said.ts';
import { type Button, type Field, type SheetPart, sheet, template } from '../kit/sheet.ts';
import { shorten } from '../kit/shorten.ts';
import { openForm, runners } from '../kit/viewer.ts';
import { type Language, textIn } from '../text/languages.ts';
import { nameThen, requestFile, requestTitle, whoLooks } from './file.ts';
import { orderFields } from './forms.ts';
import { orderIn } from './press.ts';
import { askedOf } from './said.ts';

const most = { everyone: 8, person: 14 };

/** A body's open requests, those it has ordered and those ordered from it; whoever may order opens a new one here. */
export const requestsCard: Card<'requests'> = {
  name: 'requests',
  template,
  show: async (desk, about, _occasion, viewer) => {
    const { language } = viewer;
    const { requestList: text, back, why, summary, eyebrow } = textIn(language);
    const body = await desk.body(idIn(about, 'body'));
    const today = dateAt(desk.charter, desk.now);
    const { shown, left } = shorten(await desk.requests(bodiesAnsweredFor(desk.charter, body.body, today)), most[viewer.kind]);
    const parts = await Promise.all(shown.map((each) => partOf(desk, each, viewer.kind === 'person', language)));
    const ways = await waysFor(desk, body.body, viewer);
    const may = ways.length > 0;
    const form = may ? openForm(viewer, ['new', 'placed']) : null;
    const writing = form === 'new';
    const of = shortBody(desk.charter, body.body, language, today);
    const question = writing ? text.ask : form === 'placed' ? text.placed : parts.length === 0 ? text.none : '';
    const open: Button = { title: text.open, verb: 'open', open: 'new', sends: false };
    const send: Button = { title: text.send, verb: 'place', sends: true };
    return {
      data: sheet({
        eyebrow: of,
        title: text.title,
        size: 'Large',
        under: '',
        question,
        byWhen: writing
          ? text.bothAgree
          : form === 'placed'
            ? await comesIn(desk, [await placedBy(desk, body.body, viewer)], language)
            : '',
        parts: writing ? [] : [...parts, { heading: '', lines: left > 0 ? [text.more(left)] : [] }],
        fields: writing ? fieldsOf(ways, viewer) : [],
        missing: textIn(language).request.required,
        buttons: writing ? [send, { title: back, verb: 'view', sends: false }] : may ? [open] : [],
        why: [why.asked],
      }),
      summary: summary(eyebrow(text.title, of), parts[0]?.heading ?? text.none),
      mentions: [],
      viewers: runners(desk, body),
    };
  },
  verbs: { open: opens, place, request: toRequest },
};

async function partOf(desk: Desk, state: RequestState, own: boolean, language: Language): Promise<SheetPart> {
  const file = await requestFile(desk, streamOf('request', state.request));
  if (!file) return { heading: '', lines: [] };
  const { request: text, requestList } = textIn(language);
  const between = text.between(nameThen(desk, file, state.from, language), nameThen(desk, file, state.to, language));
  const { question } = await askedOf(desk, file, language);
  const leads = { open: requestList.show, verb: 'request', of: state.request };
  return { heading: await requestTitle(desk, file, language), lines: [between, question], ...(own ? { leads } : {}) };
}

/** Where the request that was just written awaits its approval. */
async function placedBy(desk: Desk, body: BodyId, viewer: Viewer): Promise<BodyId> {
  const id = viewer.kind === 'person' ? (viewer.picks.case ?? '') : '';
  return (isId(id) ? (await desk.state('request', streamOf('request', id)))?.from : undefined) ?? body;
}

/** Who may order what from whom, by the viewer's keys: their own body, and those it answers for. */
async function waysFor(desk: Desk, body: BodyId, viewer: Viewer): Promise<readonly Choice[]> {
  const person = whoLooks(desk, viewer);
  if (person === null) return [];
  const today = dateAt(desk.charter, desk.now);
  const [own, secretariat] = [await desk.body(body), await desk.body(desk.charter.collaboration.secretariat)];
  const around = {
    charter: desk.charter,
    now: desk.now,
    one: desk.one,
    sectorOf: desk.sectorOf,
    body: (id: BodyId) => (id === body ? own : id === secretariat.body ? secretariat : emptyBody(id)),
  };
  const name = (id: BodyId) => shortBody(desk.charter, id, viewer.language, today);
  return bodiesAnsweredFor(desk.charter, body, today).flatMap((from) => {
    if (typeof turnFor({ body: from, since: desk.now.toString(), turns: [] }, person, around) !== 'string') return [];
    const { way } = textIn(viewer.language).requestList;
    return recipientsOf(desk.charter, from, today).map((each) => ({
      title: from === body ? name(each.body) : way(name(from), name(each.body)),
      value: `${from}:${each.body}`,
    }));
  });
}

function fieldsOf(ways: readonly Choice[], viewer: Viewer): readonly Field[] {
  const label = textIn(viewer.language).requestList.to;
  const picks = viewer.kind === 'person' ? viewer.picks : {};
  const style = ways.length > 6 ? 'compact' : 'expanded';
  return [{ kind: 'one', id: 'way', label, choices: ways, style, value: picks.way ?? '' }, ...orderFields(viewer.language, picks)];
}

function place(form: Form): Reading {
  const way = chosenId(form, 'way');
  if (isRefusal(way)) return way;
  const [from = '', to = ''] = way.split(':');
  const stream = streamOf('request', form.newId);
  const order = orderIn(form, stream);
  if (isRefusal(order)) return order;
  return {
    read: 'command',
    stream,
    command: { type: 'PlaceRequest', from, to, order },
    next: { open: 'placed', picks: { case: form.newId } },
  };
}

/** The presser's own view of a request, which the button names. */
export function toRequest(form: Form): Reading {
  const id = typed(form, 'case');
  if (!isId(id)) return { refused: 'no-such-request' };
  return { read: 'card', card: 'request', about: streamOf('request', id), open: null, picks: {} };
}
