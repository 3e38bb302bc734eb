import { termsInForce } from '../../bot/governance/charter/terms.ts';
import { hearsEnd, tallyOf } from '../../bot/governance/knowledge/experience.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import { type Fit, fits } from '../../bot/governance/vocabulary/knowledge/experience.ts';
import { isRefusal } from '../../bot/governance/vocabulary/refusal.ts';
import { isOf } from '../../bot/governance/vocabulary/stream.ts';
import type { Card, Desk, Face, Form, Reading, Viewer } from '../kit/card.ts';
import { chainSaid } from '../kit/clauses.ts';
import { opens } from '../kit/form.ts';
import { toRaise, toSeats } from '../kit/lead.ts';
import { named, seatsAsked } from '../kit/people.ts';
import { type Button, type SheetPart, sheet, template } from '../kit/sheet.ts';
import { mayRaise, openForm, runners } from '../kit/viewer.ts';
import { sealed } from '../meeting/agenda-press.ts';
import { type Language, textIn } from '../text/languages.ts';
import {
  answersHere,
  askedHere,
  assessorsAwaited,
  bodyHere,
  type ExperienceFile,
  experienceFile,
  experienceTitle,
  mayAssess,
  nameToday,
  wordsIn,
} from './experience-file.ts';

const most = { account: 700, reason: 600 };
const forms = ['spread', 'aside'] as const;

/** An experience's card: where it was told, with those who assess it, and with everybody it is spread to, each asked for its own body. */
export const experienceCard: Card<'experience'> = {
  name: 'experience',
  template,
  show: async (desk, about, occasion, viewer) => {
    const file = await experienceFile(desk, about);
    return file && faceOf(desk, file, occasion, viewer);
  },
  verbs: {
    open: opens,
    spread: (form) => assesses(form, true),
    aside: (form) => assesses(form, false),
    relevant: (form) => answers(form, 'relevant'),
    already: (form) => answers(form, 'already'),
    'not-for-us': (form) => answers(form, 'not-for-us'),
    raise: toRaise,
    seats: toSeats,
  },
};

async function faceOf(desk: Desk, file: ExperienceFile, occasion: string | null, viewer: Viewer): Promise<Face> {
  const { language } = viewer;
  const { experience: text, back, summary, eyebrow, kinds } = textIn(language);
  const { state } = file;
  const home = bodyHere(file, occasion);
  const here = askedHere(file, home);
  const answering = answersHere(file, viewer, here);
  const assessing = viewer.kind === 'person' && mayAssess(file, desk.one(viewer.person));
  const open = assessing ? openForm(viewer, forms) : null;
  const title = await experienceTitle(desk, file, language);
  const [teller = ''] = await named(desk, [state.by]);
  const { question, byWhen } = await asked(desk, file, answering ?? here, language);
  const shown = String(state.edition);
  const buttons: readonly Button[] = [
    ...(await seatsAsked(desk, file.about, state, viewer)),
    ...(assessing ? [opening(text.buttons.spread, 'spread')] : []),
    ...(assessing && state.phase === 'told' ? [opening(text.buttons.aside, 'aside')] : []),
    ...(answering ? fits.map((fit): Button => ({ title: text.fits[fit], verb: fit, of: answering, sends: false })) : []),
    ...(state.phase === 'spread' && (await mayRaise(desk, state.assessor, viewer))
      ? [{ title: text.buttons.raise, verb: 'raise', of: state.assessor, sends: false }]
      : []),
  ];
  const submit: Button = {
    title: open === 'spread' ? text.buttons.spreadNow : text.buttons.asideNow,
    verb: open ?? '',
    shown,
    sends: true,
  };
  return {
    data: sheet({
      eyebrow: eyebrow(kinds.experience, nameToday(desk, state.from, language)),
      title,
      size: open ? 'Medium' : 'Large',
      under: open ? '' : text.told(nameToday(desk, state.from, language), teller),
      question: open ? text.ask[open] : question,
      byWhen: open ? text.hears(teller) : byWhen,
      parts: open ? [] : await story(desk, file, home === state.from || home === state.assessor ? home : (answering ?? here), language),
      fields: open
        ? [
            {
              kind: 'text',
              id: 'reason',
              label: text.reason,
              most: most.reason,
              long: true,
              required: open === 'aside' || state.phase === 'set-aside',
            },
          ]
        : [],
      missing: text.required,
      buttons: open ? [submit, { title: back, verb: 'view', sends: false }] : buttons,
      why: open ? [] : whyHere(desk, file, here, language),
    }),
    summary: summary(text.title(title), question),
    mentions: [],
    viewers: viewersHere(desk, file, here),
  };
}

/** What is asked of the body the card stands with, or of the one the viewer answers for. */
async function asked(
  desk: Desk,
  file: ExperienceFile,
  body: string,
  language: Language,
): Promise<{ readonly question: string; readonly byWhen: string }> {
  const { experience: text } = textIn(language);
  const { state } = file;
  if (state.phase === 'told') {
    if (body !== state.assessor) return { question: text.reads(nameToday(desk, state.assessor, language)), byWhen: '' };
    const names = await named(desk, assessorsAwaited(file));
    return { question: text.assess, byWhen: names.length === 0 ? text.nobody : text.waitsFor(names.join(', ')) };
  }
  if (state.phase === 'set-aside') return { question: text.setAside(nameToday(desk, state.assessor, language)), byWhen: '' };
  if (!state.audience.includes(body)) return { question: text.spread(state.audience.length), byWhen: '' };
  const mine = state.answers.filter((each) => each.body === body);
  if (mine.length === 0) return { question: text.fit(nameToday(desk, body, language)), byWhen: '' };
  const who = await named(
    desk,
    mine.map(({ person }) => person),
  );
  const lines = mine.map(({ fit }, at) => text.answered(nameToday(desk, body, language), text.fits[fit], who[at] ?? ''));
  return { question: lines.at(-1) ?? '', byWhen: lines.slice(0, -1).slice(-3).join(' ') };
}

/** The account for all; what the others say where it was told and where it was assessed. */
async function story(desk: Desk, file: ExperienceFile, body: string, language: Language): Promise<readonly SheetPart[]> {
  const { experience: text } = textIn(language);
  const { about, state } = file;
  const account = await wordsIn(desk, about, state.account, most.account);
  const { assessed } = state;
  const [assessor = ''] = assessed ? await named(desk, [assessed.person]) : [];
  const why = assessed ? [text.by(assessor, await wordsIn(desk, about, assessed.words, most.reason))] : [];
  const knows = body === state.from || body === state.assessor;
  const heard = (state.ended ?? []).some((each) => hearsEnd(state, each, desk.charter).includes(body));
  const cases = await Promise.all(
    state.cases.map(async ({ about: of, outcome }) => {
      const known = await desk.state('case', of);
      const title = known ? await wordsIn(desk, of, known.content.title, 120) : '';
      return text.caseLine([known?.number ?? '', title].filter(Boolean).join(' ') || text.untitled, outcome);
    }),
  );
  const lines = (heading: string, all: readonly string[]): SheetPart => ({ heading: all.length > 0 ? heading : '', lines: all });
  return [
    lines(text.account, [account].filter(Boolean)),
    lines(text.assessed, why),
    lines(text.answers, knows && state.phase === 'spread' ? said(desk, file, language) : []),
    lines(text.cases, knows || heard ? cases : []),
  ];
}

/** The tally, then who said what, then who has said nothing. */
function said(desk: Desk, { state }: ExperienceFile, language: Language): readonly string[] {
  const { experience: text } = textIn(language);
  const names = (bodies: readonly string[]) => bodies.map((body) => nameToday(desk, body, language)).join(', ');
  const answered = fits.flatMap((fit) => {
    const bodies = [...new Set(state.answers.filter((each) => each.fit === fit).map(({ body }) => body))];
    return bodies.length > 0 ? [text.say(text.fits[fit], names(bodies))] : [];
  });
  const silent = state.audience.filter((body) => !state.answers.some((each) => each.body === body));
  return [text.tally(tallyOf(state)), ...answered, ...(silent.length > 0 ? [text.silent(names(silent))] : [])];
}

/** By which clause it comes here: the one who gathers, or the one who shares what it has tried. */
function whyHere(desk: Desk, { state }: ExperienceFile, here: string, language: Language): readonly string[] {
  const terms = termsInForce(desk.charter, here, dateAt(desk.charter, desk.now));
  const clause = here === state.assessor ? state.clause : (terms?.shares ?? terms?.spreads ?? state.clause);
  return chainSaid(desk.charter, { chain: clause ? [clause] : [], ours: clause === null }, language);
}

function viewersHere(desk: Desk, file: ExperienceFile, here: string) {
  const { state, around } = file;
  const first = here === state.assessor ? assessorsAwaited(file) : here === state.from ? [state.by] : [];
  return [...new Set([...first, ...runners(desk, around.body(here))])];
}

function assesses(form: Form, spread: boolean): Reading {
  if (!isOf(form.about, 'experience')) return { refused: 'experience-has-moved' };
  const words = sealed(form, 'reason', most.reason, form.seal);
  if (isRefusal(words)) return words;
  const edition = Number(form.picks.shown ?? '');
  if (!Number.isSafeInteger(edition)) return { refused: 'changed-meanwhile' };
  return { read: 'command', stream: form.about, command: { type: 'AssessExperience', spread, words, edition } };
}

function answers(form: Form, fit: Fit): Reading {
  if (!isOf(form.about, 'experience')) return { refused: 'experience-has-moved' };
  return { read: 'command', stream: form.about, command: { type: 'AnswerExperience', body: form.picks.case ?? '', fit } };
}

function opening(title: string, open: (typeof forms)[number]): Button {
  return { title, verb: 'open', open, sends: false };
}
