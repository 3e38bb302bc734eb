import type { BodyId } from '../../bot/governance/charter/charter.ts';
import { termsInForce } from '../../bot/governance/charter/terms.ts';
import { turnFor } from '../../bot/governance/people/two-secretaries.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { GroupState } from '../../bot/governance/vocabulary/group.ts';
import { isPersonKey } from '../../bot/governance/vocabulary/person-key.ts';
import { isRefusal } from '../../bot/governance/vocabulary/refusal.ts';
import { idIn, isId, streamOf } from '../../bot/governance/vocabulary/stream.ts';
import { comesIn } from '../care/comes-in.ts';
import type { Card, Desk, Form, Reading, Viewer } from '../kit/card.ts';
import { chainSaid } from '../kit/clauses.ts';
import { dateIn, opens, typed } from '../kit/form.ts';
import { type Choice, inChannel } from '../kit/people.ts';
import { shortBody } from '../kit/said.ts';
import { type Button, type Field, type SheetPart, sheet, template } from '../kit/sheet.ts';
import { shorten } from '../kit/shorten.ts';
import { openForm, runners } from '../kit/viewer.ts';
import { sealed } from '../meeting/agenda-press.ts';
import { dayInWords, requestFile, requestTitle } from '../request/file.ts';
import { type Language, textIn } from '../text/languages.ts';
import { bodiesSaid, groupFile, groupWords } from './file.ts';

/** What is chosen where no other body, and no request, is. */
const nobody = 'none';
const most = { everyone: 8, person: 14, words: 1_500 };

/** A body's open groups; whoever holds one of its keys proposes a new one here, where its terms allow it. */
export const groupsCard: Card<'groups'> = {
  name: 'groups',
  template,
  show: async (desk, about, _occasion, viewer) => {
    const { language } = viewer;
    const { groupList: text, group, back, why, summary, eyebrow } = textIn(language);
    const body = await desk.body(idIn(about, 'body'));
    const today = dateAt(desk.charter, desk.now);
    const clause = termsInForce(desk.charter, body.body, today)?.groups ?? null;
    const { shown, left } = shorten(await desk.groups(body.body), most[viewer.kind]);
    const parts = await Promise.all(shown.map((each) => partOf(desk, each, viewer.kind === 'person', language)));
    const may = clause !== null && (await holdsKey(desk, body.body, viewer));
    const form = may ? openForm(viewer, ['new', 'proposed']) : null;
    const writing = form === 'new';
    const of = shortBody(desk.charter, body.body, language, today);
    const open: Button = { title: text.open, verb: 'open', open: 'new', sends: false };
    const none = clause === null ? text.mayNot : text.none;
    return {
      data: sheet({
        eyebrow: of,
        title: text.title,
        size: 'Large',
        under: '',
        question: writing ? text.ask : form === 'proposed' ? text.proposed : parts.length === 0 ? none : '',
        byWhen: writing
          ? group.ask.allAgree
          : form === 'proposed'
            ? await comesIn(desk, await proposedBy(desk, body.body, viewer), language)
            : '',
        parts: writing ? [] : [...parts, { heading: '', lines: left > 0 ? [text.more(left)] : [] }],
        fields: writing ? await fieldsOf(desk, body.body, viewer) : [],
        missing: group.required,
        buttons: writing
          ? [
              { title: text.send, verb: 'propose', sends: true },
              { title: back, verb: 'view', sends: false },
            ]
          : may
            ? [open]
            : [],
        why: clause === null ? [why.asked] : chainSaid(desk.charter, { chain: [clause], ours: false }, language),
      }),
      summary: summary(eyebrow(text.title, of), parts[0]?.heading ?? none),
      mentions: [],
      viewers: runners(desk, body),
    };
  },
  verbs: { open: opens, propose, group: toGroup },
};

async function partOf(desk: Desk, state: GroupState, own: boolean, language: Language): Promise<SheetPart> {
  const file = await groupFile(desk, streamOf('group', state.group));
  if (!file) return { heading: '', lines: [] };
  const { group: text, groupList } = textIn(language);
  const until = dayInWords(state.mandate.until, language);
  const stands = state.question
    ? text.asks[state.question.ask](until)
    : text.stands[state.phase](until, dateAt(desk.charter, desk.now) > state.mandate.until);
  const leads = { open: groupList.show, verb: 'group', of: state.group };
  const purpose = await groupWords(desk, file, state.mandate.purpose, 160);
  return { heading: bodiesSaid(desk, file, language), lines: [purpose, stands].filter(Boolean), ...(own ? { leads } : {}) };
}

/** The bodies of the group that was just proposed. */
async function proposedBy(desk: Desk, body: BodyId, viewer: Viewer): Promise<readonly BodyId[]> {
  const id = viewer.kind === 'person' ? (viewer.picks.case ?? '') : '';
  return (isId(id) ? (await desk.state('group', streamOf('group', id)))?.bodies : undefined) ?? [body];
}

async function holdsKey(desk: Desk, body: BodyId, viewer: Viewer): Promise<boolean> {
  if (viewer.kind === 'everyone') return false;
  const own = await desk.body(body);
  const secretariat = await desk.body(desk.charter.collaboration.secretariat);
  const around = {
    charter: desk.charter,
    now: desk.now,
    one: desk.one,
    sectorOf: desk.sectorOf,
    body: (id: string) => (id === body ? own : secretariat),
  };
  return typeof turnFor({ body, since: desk.now.toString(), turns: [] }, desk.one(viewer.person), around) === 'string';
}

async function fieldsOf(desk: Desk, body: BodyId, viewer: Viewer): Promise<readonly Field[]> {
  const { language } = viewer;
  const { groupList: text } = textIn(language);
  const picks = viewer.kind === 'person' ? viewer.picks : {};
  const value = (id: string) => picks[id] ?? '';
  const people = await inChannel(desk, body, language, { part: '', first: [], without: [], joined: true });
  const others = partners(desk, body, language);
  const orders = await served(desk, body, language);
  const alone: Choice = { title: text.alone, value: nobody };
  const nothing: Choice = { title: text.servesNone, value: nobody };
  return [
    { kind: 'text', id: 'purpose', label: text.purpose, most: most.words, long: true, required: true, value: value('purpose') },
    { kind: 'several', id: 'persons', label: text.persons, choices: people.choices, value: value('persons') },
    { kind: 'date', id: 'until', label: text.until, required: true, value: value('until') },
    ...(others.length > 0
      ? ([
          {
            kind: 'one',
            id: 'partner',
            label: text.partner,
            choices: [alone, ...others],
            style: 'compact',
            value: value('partner') || nobody,
          },
          {
            kind: 'text',
            id: 'whoDoesWhat',
            label: text.whoDoesWhat,
            most: most.words,
            long: true,
            required: false,
            value: value('whoDoesWhat'),
          },
        ] as const)
      : []),
    ...(orders.length > 0
      ? ([
          {
            kind: 'one',
            id: 'serves',
            label: text.serves,
            choices: [nothing, ...orders],
            style: 'compact',
            value: value('serves') || nobody,
          },
        ] as const)
      : []),
  ];
}

/** Other bodies whose terms let them set up groups. */
function partners(desk: Desk, body: BodyId, language: Language): readonly Choice[] {
  const today = dateAt(desk.charter, desk.now);
  const others = desk.charter.bodies.filter(({ id, outside }) => id !== body && !outside && termsInForce(desk.charter, id, today)?.groups);
  return others.map(({ id }) => ({ title: shortBody(desk.charter, id, language, today), value: id }));
}

/** Requests the body has taken on, which a group may have a part of. */
async function served(desk: Desk, body: BodyId, language: Language): Promise<readonly Choice[]> {
  const open = (await desk.requests([body])).filter((each) => each.to === body && each.phase === 'accepted');
  const choices = await Promise.all(
    open.map(async (each): Promise<readonly Choice[]> => {
      const file = await requestFile(desk, streamOf('request', each.request));
      return file ? [{ title: await requestTitle(desk, file, language), value: each.request }] : [];
    }),
  );
  return choices.flat();
}

function propose(form: Form): Reading {
  const until = dateIn(form, 'until');
  if (isRefusal(until)) return until;
  const purpose = sealed(form, 'purpose', most.words, form.seal);
  if (isRefusal(purpose)) return purpose;
  if (purpose === null) return { refused: 'missing', field: 'purpose' };
  const whoDoesWhat = sealed(form, 'whoDoesWhat', most.words, form.seal);
  if (isRefusal(whoDoesWhat)) return whoDoesWhat;
  const persons = typed(form, 'persons').split(',').filter(Boolean);
  if (!persons.every(isPersonKey)) return { refused: 'unknown-person' };
  const partner = chosen(form, 'partner');
  const serves = chosen(form, 'serves');
  if (serves !== '' && !isId(serves)) return { refused: 'no-such-request' };
  const bodies = [idIn(form.about, 'body'), ...(partner === '' ? [] : [partner])];
  const mandate = {
    purpose,
    whoDoesWhat,
    persons,
    until: until.toString(),
    serves: serves === '' ? null : streamOf('request', serves),
  };
  return {
    read: 'command',
    stream: streamOf('group', form.newId),
    command: { type: 'SetUpGroup', bodies, mandate },
    next: { open: 'proposed', picks: { case: form.newId } },
  };
}

function chosen(form: Form, field: string): string {
  const value = typed(form, field);
  return value === nobody ? '' : value;
}

/** The presser's own view of a group, which the button names. */
function toGroup(form: Form): Reading {
  const id = form.picks.case ?? '';
  if (!isId(id)) return { refused: 'group-has-moved' };
  return { read: 'card', card: 'group', about: streamOf('group', id), open: null, picks: {} };
}
