import type { BodyId } from '../../bot/governance/charter/charter.ts';
import { termsInForce } from '../../bot/governance/charter/terms.ts';
import { bareGoals, takesPartIn, unassigned } from '../../bot/governance/initiative/tree.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { InitiativeState } from '../../bot/governance/vocabulary/initiative.ts';
import { isRefusal } from '../../bot/governance/vocabulary/refusal.ts';
import { idIn, isId, streamOf } from '../../bot/governance/vocabulary/stream.ts';
import { comesIn } from '../care/comes-in.ts';
import type { Card, Desk, Form, Reading, Viewer } from '../kit/card.ts';
import { chosenId, opens } from '../kit/form.ts';
import type { Choice } from '../kit/people.ts';
import { said, shortBody } from '../kit/said.ts';
import { type Button, type Field, type SheetPart, sheet, template } from '../kit/sheet.ts';
import { shorten } from '../kit/shorten.ts';
import { openForm, runners, runs } from '../kit/viewer.ts';
import { type Language, textIn } from '../text/languages.ts';
import { initiativeName, leadsIn, nameIn } from './file.ts';
import { goalChoices, initiativeMost } from './forms.ts';
import { needed, several } from './press.ts';

const most = { everyone: 6, person: 8 };

/**
 * A body's initiatives, and those it takes part in; what nobody has, and the goals that nothing hangs under. The secretariat hands out
 * what the agreement names; a body begins its own.
 */
export const initiativesCard: Card<'initiatives'> = {
  name: 'initiatives',
  template,
  show: async (desk, about, _occasion, viewer) => {
    const { language } = viewer;
    const { initiativeList: text, initiative, back, why, summary, eyebrow } = textIn(language);
    const body = await desk.body(idIn(about, 'body'));
    const { secretariat } = desk.charter.collaboration;
    const hub = await desk.body(secretariat);
    const all = await desk.initiatives();
    const free = unassigned(desk.charter, all);
    const assigns = body.body === secretariat && runs(desk, hub, viewer);
    const begins = leadsIn(desk, (id) => (id === secretariat ? hub : body), body.body, viewer);
    const form = openForm(viewer, [...(assigns ? (['assign', 'assigned'] as const) : []), ...(begins ? (['new', 'begun'] as const) : [])]);
    const writing = form === 'assign' || form === 'new';
    const of = shortBody(desk.charter, body.body, language, dateAt(desk.charter, desk.now));
    const listed = writing ? [] : await listedIn(desk, all, body.body, body.body === secretariat, viewer);
    const none = listed.length === 0 ? text.none : '';
    const buttons: readonly Button[] = [
      ...(assigns ? [{ title: text.assign, verb: 'open', open: 'assign', sends: false }] : []),
      ...(begins ? [{ title: text.begin, verb: 'open', open: 'new', sends: false }] : []),
    ];
    const send: Button =
      form === 'assign' ? { title: text.assignNow, verb: 'assign', sends: true } : { title: text.beginNow, verb: 'begin', sends: true };
    return {
      data: sheet({
        eyebrow: of,
        title: text.title,
        size: 'Large',
        under: '',
        question: form ? text.asks[form] : none,
        byWhen: form === 'assigned' || form === 'begun' ? await comesIn(desk, [await ownerOf(desk, body.body, viewer)], language) : '',
        parts: writing ? [] : [...listed, ...openEnds(desk, free, all, body.body === secretariat, language)],
        fields:
          form === 'assign'
            ? assignFields(
                desk,
                free.map(({ id }) => id),
                language,
              )
            : form === 'new'
              ? beginFields(desk, viewer)
              : [],
        missing: initiative.required,
        buttons: writing ? [send, { title: back, verb: 'view', sends: false }] : buttons,
        why: [why.asked],
      }),
      summary: summary(eyebrow(text.title, of), listed[0]?.heading ?? text.none),
      mentions: [],
      viewers: runners(desk, body),
    };
  },
  verbs: { open: opens, assign, begin, initiative: toInitiative },
};

/** The secretariat sees them all; a body its own first, then those it takes part in. */
async function listedIn(
  desk: Desk,
  all: readonly InitiativeState[],
  body: string,
  every: boolean,
  viewer: Viewer,
): Promise<readonly SheetPart[]> {
  const { language } = viewer;
  const { initiativeList: text, initiative } = textIn(language);
  const rank = ({ owner, stage }: InitiativeState) => (owner === body ? 0 : 2) + (stage === 'closed' ? 1 : 0);
  const near = all.filter((each) => every || each.owner === body || takesPartIn(each, body)).toSorted((a, b) => rank(a) - rank(b));
  const { shown, left } = shorten(near, most[viewer.kind]);
  const parts = await Promise.all(
    shown.map(async (each): Promise<SheetPart> => {
      const stands = initiative.under(nameIn(desk, each.owner ?? '', language), initiative.stages[each.stage]);
      const leads = { open: text.show, verb: 'initiative', of: each.initiative };
      return {
        heading: await initiativeName(desk, each.initiative, language),
        lines: [stands],
        ...(viewer.kind === 'person' ? { leads } : {}),
      };
    }),
  );
  return left === 0 ? parts : [...parts, { heading: '', lines: [text.more(left)] }];
}

/** What hangs nowhere: initiatives without a body, which the secretariat sees by name, and goals without an initiative. */
function openEnds(
  desk: Desk,
  free: ReturnType<typeof unassigned>,
  all: readonly InitiativeState[],
  every: boolean,
  language: Language,
): readonly SheetPart[] {
  const { initiativeList: text } = textIn(language);
  const names = (parts: readonly { readonly name: Readonly<Record<string, string>> }[]) =>
    parts.map(({ name }) => said(name, language, desk.charter));
  const bare = bareGoals(desk.charter, all);
  return [
    { heading: free.length > 0 ? text.free : '', lines: every || free.length < 2 ? names(free) : [text.count(free.length)] },
    { heading: bare.length > 0 ? text.bare : '', lines: bare.length > 0 ? [names(bare).join(', '), text.bareMeans] : [] },
  ];
}

function assignFields(desk: Desk, free: readonly string[], language: Language): readonly Field[] {
  const { initiativeList: text } = textIn(language);
  const parts = desk.charter.agreement.filter(({ kind }) => kind === 'initiative');
  const choices = [...parts.filter(({ id }) => free.includes(id)), ...parts.filter(({ id }) => !free.includes(id))].map(
    ({ id, name }): Choice => ({
      title: free.includes(id) ? said(name, language, desk.charter) : text.again(said(name, language, desk.charter)),
      value: id,
    }),
  );
  const bodies = desk.charter.bodies
    .filter(({ id, outside }) => !outside && termsInForce(desk.charter, id, dateAt(desk.charter, desk.now)) !== null)
    .map(({ id }) => ({ title: nameIn(desk, id, language), value: id }));
  return [
    { kind: 'one', id: 'part', label: text.part, choices, style: 'compact' },
    { kind: 'one', id: 'owner', label: text.owner, choices: bodies, style: 'compact' },
  ];
}

function beginFields(desk: Desk, viewer: Viewer): readonly Field[] {
  const { initiativeList: text } = textIn(viewer.language);
  const picks = viewer.kind === 'person' ? viewer.picks : {};
  const goals = goalChoices(desk, viewer.language);
  return [
    { kind: 'text', id: 'title', label: text.name, most: initiativeMost.title, required: true, value: picks.title ?? '' },
    ...(goals.length > 0 ? [{ kind: 'several', id: 'under', label: text.under, choices: goals, value: picks.under ?? '' } as const] : []),
  ];
}

function assign(form: Form): Reading {
  const part = chosenId(form, 'part');
  if (isRefusal(part)) return part;
  const owner = chosenId(form, 'owner');
  if (isRefusal(owner)) return owner;
  if (!isId(part)) return { refused: 'no-such-initiative' };
  return {
    read: 'command',
    stream: streamOf('initiative', part),
    command: { type: 'AssignInitiative', owner },
    next: { open: 'assigned', picks: { case: part } },
  };
}

function begin(form: Form): Reading {
  const title = needed(form, 'title', initiativeMost.title);
  if (isRefusal(title)) return title;
  const owner = idIn(form.about, 'body');
  const command = { type: 'ProposeInitiative', owner, title, under: several(form, 'under') } as const;
  return { read: 'command', stream: streamOf('initiative', form.newId), command, next: { open: 'begun', picks: { case: form.newId } } };
}

/** Whose the initiative of that press is. */
async function ownerOf(desk: Desk, body: BodyId, viewer: Viewer): Promise<BodyId> {
  const id = viewer.kind === 'person' ? (viewer.picks.case ?? '') : '';
  return (isId(id) ? (await desk.state('initiative', streamOf('initiative', id)))?.owner : null) ?? body;
}

/** The presser's own view of an initiative, which the button names. */
export function toInitiative(form: Form): Reading {
  const id = form.picks.case ?? '';
  if (!isId(id)) return { refused: 'no-such-initiative' };
  return { read: 'card', card: 'initiative', about: streamOf('initiative', id), open: null, picks: {} };
}
