import type { BodyId } from '../../bot/governance/charter/charter.ts';
import { termsInForce } from '../../bot/governance/charter/terms.ts';
import { assessorsOn, tallyOf } from '../../bot/governance/knowledge/experience.ts';
import { speaksFor } from '../../bot/governance/people/speaks.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { ExperienceState } from '../../bot/governance/vocabulary/knowledge/experience.ts';
import { isRefusal } from '../../bot/governance/vocabulary/refusal.ts';
import { idIn, isId, streamOf } from '../../bot/governance/vocabulary/stream.ts';
import { comesIn } from '../care/comes-in.ts';
import type { Card, Desk, Form, Reading, Viewer } from '../kit/card.ts';
import { chainSaid } from '../kit/clauses.ts';
import { opens, typed } from '../kit/form.ts';
import { type Field, type SheetPart, sheet, template } from '../kit/sheet.ts';
import { shorten } from '../kit/shorten.ts';
import { openForm, runners } from '../kit/viewer.ts';
import { sealed } from '../meeting/agenda-press.ts';
import { type Language, textIn } from '../text/languages.ts';
import { experienceFile, experienceTitle, hereWith, nameToday } from './experience-file.ts';

const most = { everyone: 8, person: 12, title: 160, account: 1_500 };

/** What a body has told, reads or has been sent; whoever speaks for it shares something new here. */
export const experiences: Card<'experiences'> = {
  name: 'experiences',
  template,
  show: async (desk, about, _occasion, viewer) => {
    const { language } = viewer;
    const { experienceList: text, experience, back, summary, eyebrow } = textIn(language);
    const body = await desk.body(idIn(about, 'body'));
    const { shown, left } = shorten(await desk.experiences([body.body], { openOnly: false }), most[viewer.kind]);
    const parts = await Promise.all(shown.map((each) => partOf(desk, each, viewer.kind === 'person', language)));
    const assessors = assessorsOn(desk.charter, dateAt(desk.charter, desk.now));
    const may = assessors.length > 0 && (await maySpeak(desk, body.body, viewer));
    const form = may ? openForm(viewer, ['write', 'shared']) : null;
    const writing = form === 'write';
    const of = nameToday(desk, body.body, language);
    const none = assessors.length === 0 ? text.nobodyGathers : text.none;
    const terms = termsInForce(desk.charter, body.body, dateAt(desk.charter, desk.now));
    const clause = terms?.shares ?? terms?.spreads ?? null;
    return {
      data: sheet({
        eyebrow: of,
        title: text.title,
        size: writing ? 'Medium' : 'Large',
        under: '',
        question: writing ? text.ask : form === 'shared' ? text.shared : parts.length === 0 ? none : '',
        byWhen: writing ? text.note : form === 'shared' ? await comesIn(desk, await sharedWith(desk, body.body, viewer), language) : '',
        parts: writing ? [] : [...parts, { heading: '', lines: left > 0 ? [text.more(left)] : [] }],
        fields: writing ? fieldsOf(desk, body.body, assessors, language) : [],
        missing: experience.required,
        buttons: writing
          ? [
              { title: text.send, verb: 'share', sends: true },
              { title: back, verb: 'view', sends: false },
            ]
          : may
            ? [{ title: text.open, verb: 'open', open: 'write', sends: false }]
            : [],
        why: chainSaid(desk.charter, { chain: clause ? [clause] : [], ours: clause === null }, language),
      }),
      summary: summary(eyebrow(text.title, of), parts[0]?.heading ?? none),
      mentions: [],
      viewers: runners(desk, body),
    };
  },
  verbs: { open: opens, share, experience: toExperience },
};

async function partOf(desk: Desk, state: ExperienceState, own: boolean, language: Language): Promise<SheetPart> {
  const { experience: text, experienceList } = textIn(language);
  const file = await experienceFile(desk, streamOf('experience', state.experience));
  if (!file) return { heading: '', lines: [] };
  const name = (body: string) => nameToday(desk, body, language);
  const stands = state.phase === 'told' ? text.reads(name(state.assessor)) : text.tally(tallyOf(state));
  const leads = { open: experienceList.show, verb: 'experience', of: state.experience };
  return { heading: await experienceTitle(desk, file, language), lines: [name(state.from), stands], ...(own ? { leads } : {}) };
}

/** Whoever told it, and whoever reads it. */
async function sharedWith(desk: Desk, body: BodyId, viewer: Viewer): Promise<readonly BodyId[]> {
  const id = viewer.kind === 'person' ? (viewer.picks.case ?? '') : '';
  const state = isId(id) ? await desk.state('experience', streamOf('experience', id)) : null;
  return state === null ? [body] : [state.from, state.assessor];
}

async function maySpeak(desk: Desk, body: string, viewer: Viewer): Promise<boolean> {
  return viewer.kind === 'person' && speaksFor(body, desk.one(viewer.person), await hereWith(desk, [body]));
}

/** A body that gathers itself reads its own first. */
function fieldsOf(desk: Desk, body: string, assessors: readonly string[], language: Language): readonly Field[] {
  const { experienceList: text } = textIn(language);
  const choices = assessors.map((each) => ({ title: nameToday(desk, each, language), value: each }));
  const only = assessors.length === 1 ? (assessors[0] ?? '') : '';
  return [
    { kind: 'text', id: 'title', label: text.titleField, most: most.title, required: true },
    { kind: 'text', id: 'account', label: text.account, most: most.account, long: true, required: true },
    {
      kind: 'one',
      id: 'assessor',
      label: text.assessor,
      choices,
      style: choices.length > 4 ? 'compact' : 'expanded',
      value: assessors.includes(body) ? body : only,
    },
  ];
}

function share(form: Form): Reading {
  const title = sealed(form, 'title', most.title, form.seal);
  if (isRefusal(title)) return title;
  const account = sealed(form, 'account', most.account, form.seal);
  if (isRefusal(account)) return account;
  if (title === null || account === null) return { refused: 'missing', field: title === null ? 'title' : 'account' };
  const from = idIn(form.about, 'body');
  return {
    read: 'command',
    stream: streamOf('experience', form.newId),
    command: { type: 'ShareExperience', from, assessor: typed(form, 'assessor'), title, account },
    next: { open: 'shared', picks: { case: form.newId } },
  };
}

/** The presser's own view of an experience, which the button names. */
export function toExperience(form: Form): Reading {
  const id = form.picks.case ?? '';
  if (!isId(id)) return { refused: 'experience-has-moved' };
  return { read: 'card', card: 'experience', about: streamOf('experience', id), open: null, picks: {} };
}
