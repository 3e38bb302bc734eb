import { Temporal } from 'temporal-polyfill';
import type { Charter } from '../../bot/governance/charter/charter.ts';
import { termsInForce } from '../../bot/governance/charter/terms.ts';
import { shownDays } from '../../bot/governance/meeting/deadlines.ts';
import { keyFor, keyRuleOf, waitedFor } from '../../bot/governance/people/keys.ts';
import { silence, silentSince } from '../../bot/governance/people/silence.ts';
import { isRefusal } from '../../bot/governance/vocabulary/refusal.ts';
import { isOf } from '../../bot/governance/vocabulary/stream.ts';
import { yearStream } from '../../bot/governance/vocabulary/year/streams.ts';
import { refusedPart } from '../care/refused-lines.ts';
import type { Card, Desk, Viewer } from '../kit/card.ts';
import { shortBody, why } from '../kit/said.ts';
import { type Button, type Field, type SheetPart, sheet, template } from '../kit/sheet.ts';
import { openForm, runners, runs } from '../kit/viewer.ts';
import { type Language, textIn } from '../text/languages.ts';
import { datesProposed, datesShown, type YearFile, yearFile } from './file.ts';
import { printed, yearVerbs } from './press.ts';
import { conflictLines, keyLines, owedLines, sharedDateSaid, shortLines, whenSaid, yearDateSaid } from './said.ts';

/** A body's year: what it owes and by which clause, the plan or the proposal, what it falls short of, and who has confirmed it. */
export const yearCard: Card<'year'> = {
  name: 'year',
  template,
  show: async (desk, about, _occasion, viewer) => {
    const file = await yearFile(desk, about);
    if (!file) return null;
    const { language } = viewer;
    const { year: text, back, summary, eyebrow, organisation } = textIn(language);
    const running = runs(desk, file.body, viewer);
    const form = running && file.plan?.stands === 'proposed' ? openForm(viewer, ['move', 'out', 'add']) : null;
    const name = shortBody(desk.charter, file.body.body, language, file.today);
    const title = text.title(file.year);
    const stays = viewer.kind === 'everyone' && isOf(about, 'year');
    const wheel = form || stays ? null : await wheelOf(desk, file, language);
    const stands = file.plan ? text.stands[file.plan.stands] : text.nothing(file.year);
    const { question, byWhen } = asked(desk, file, running, viewer);
    const terms = termsInForce(desk.charter, file.body.body, `${file.year}-12-31`);
    return {
      data: sheet({
        eyebrow: name,
        title,
        size: 'Large',
        under: stands,
        question: form ? text.forms[form] : question,
        byWhen: form ? '' : byWhen,
        ...(wheel === null ? {} : { picture: { url: wheel, alt: text.wheel(name, file.year) } }),
        parts: form ? [] : await parts(desk, file, language),
        fields: form ? fields(desk.charter, file, form, language) : [],
        missing: text.required,
        buttons: form
          ? [
              { title: text.save, verb: form, sends: true },
              { title: back, verb: 'view', sends: false },
            ]
          : buttons(desk, file, running, viewer),
        why: [
          why(desk, terms, file.plan?.owed.clause ?? file.plan?.gatherings[0]?.owed.clause ?? null, language),
          ...(wheel === null ? [] : [organisation.expires]),
        ],
      }),
      summary: summary(eyebrow(title, name), question || stands),
      mentions: [],
      viewers: [...new Set([...(file.plan?.stands === 'proposed' && file.keys ? waitedFor(file.keys) : []), ...runners(desk, file.body)])],
    };
  },
  verbs: yearVerbs,
};

/** The address expires, so the wheel is not on the card that stands for months; one's own view of that has it. */
async function wheelOf(desk: Desk, { plan, year: of }: YearFile, language: Language): Promise<string | null> {
  if (!plan) return null;
  const days = plan.meetings.map(({ date, cancelled }) => `${date.slice(5)}${cancelled ? 'x' : ''}`);
  return desk.picture({ of: 'year', body: plan.body, year: of, mark: [plan.stands, ...days].join(' '), language });
}

async function parts(desk: Desk, file: YearFile, language: Language): Promise<readonly SheetPart[]> {
  const { year: text } = textIn(language);
  const { plan } = file;
  const { charter } = desk;
  const shared = { heading: text.shared, lines: file.shared.map((each) => sharedDateSaid(charter, each, language)) };
  const refused = await refusedPart(desk, yearStream(file.body.body, file.year), file.state, language);
  if (!plan) return [shared, refused].filter(({ lines }) => lines.length > 0);
  const dates = datesShown(file).map((each) => yearDateSaid(charter, plan, each, language));
  return [
    { heading: text.owed, lines: owedLines(charter, plan, language) },
    {
      heading: text.dates[plan.stands],
      lines: [...(dates.length > 0 ? dates : [text.noDates]), ...conflictLines(charter, plan, language)],
    },
    shared,
    { heading: text.falls, lines: shortLines(charter, plan, language) },
    { heading: text.keys, lines: plan.stands === 'elsewhere' ? [] : await keyLines(desk, file, language) },
    refused,
  ].filter(({ lines }) => lines.length > 0);
}

/** What is asked now: the chairs whether the dates suit, a secretary whether to put them to the chairs. */
function asked(desk: Desk, file: YearFile, running: boolean, { language }: Viewer): { readonly question: string; readonly byWhen: string } {
  const { year: text, date } = textIn(language);
  if (file.plan?.stands === 'proposal') {
    return { question: running && datesProposed(file).length > 0 ? text.proposeIt : '', byWhen: '' };
  }
  if (file.plan?.stands === 'confirmed' && comesLater(file)) return { question: '', byWhen: text.called(shownDays) };
  if (file.plan?.stands !== 'proposed' || !file.state) return { question: '', byWhen: '' };
  const by = silentSince(desk.charter, file.state.askedAt, silence.reminded);
  return { question: text.confirmIt, byWhen: by >= file.today ? text.byWhen(date(Temporal.PlainDate.from(by))) : '' };
}

/** Some of its meetings are called later. */
function comesLater({ plan, today }: YearFile): boolean {
  const far = Temporal.PlainDate.from(today).add({ days: shownDays }).toString();
  return plan?.meetings.some(({ date, cancelled, beside }) => !cancelled && !beside && date > far) ?? false;
}

function buttons(desk: Desk, file: YearFile, running: boolean, viewer: Viewer): readonly Button[] {
  const { year: text } = textIn(viewer.language);
  const proposal = datesProposed(file);
  const edition = `${file.plan?.edition ?? 0}`;
  const adjusting = running && file.plan?.stands === 'proposed';
  return [
    ...(running && proposal.length > 0 ? [{ title: text.propose, verb: 'propose', shown: printed(proposal), sends: false }] : []),
    ...(mayConfirm(desk, file, running, viewer) ? [{ title: text.confirm, verb: 'confirm', shown: edition, sends: false }] : []),
    ...(adjusting ? (['move', 'out', 'add'] as const).map((open) => ({ title: text.forms[open], verb: 'open', open, sends: false })) : []),
    ...(calls(file, running)
      ? [{ title: textIn(viewer.language).newMeeting.write, verb: 'call-meeting', of: file.body.body, sends: false }]
      : []),
    ...file.years
      .filter((each) => each !== file.year)
      .map((each) => ({ title: text.show(each), verb: 'year', open: `${each}`, sends: false })),
  ];
}

/** A plan that is confirmed is not put to the chairs again: meetings that are missing are called beside it. */
function calls({ plan }: YearFile, running: boolean): boolean {
  return running && plan?.stands === 'confirmed' && plan.shortfalls.some(({ how }) => how === 'too-few-planned');
}

/** A chair, or a deputy who may act, whose key is not turned; where the terms give no keys, a secretary. */
function mayConfirm(desk: Desk, { plan, keys, state, body, today }: YearFile, running: boolean, viewer: Viewer): boolean {
  if (viewer.kind === 'everyone' || plan?.stands !== 'proposed' || !keys || !state) return false;
  if (!keyRuleOf(desk.charter, body.body, today)) return running;
  const seat = keyFor(keys, desk.one(viewer.person));
  return !isRefusal(seat) && !state.turns.some((turn) => turn.seat === seat);
}

function fields(charter: Charter, file: YearFile, form: 'move' | 'out' | 'add', language: Language): readonly Field[] {
  const { year: text } = textIn(language);
  const choices = datesShown(file)
    .filter(({ cancelled, beside }) => !cancelled && !beside)
    .map((each) => ({ title: whenSaid(charter, each, language), value: `${each.id} ${each.minutes}` }));
  const which: Field = { kind: 'one', id: 'meeting', label: text.which, choices, style: 'compact' };
  const [time = ''] = charter.collaboration.defaults.planning.startTimes;
  const when: readonly Field[] = [
    { kind: 'date', id: 'date', label: text.date, required: true },
    { kind: 'time', id: 'from', label: text.from, value: time, required: true },
  ];
  return form === 'out' ? [which] : form === 'add' ? when : [which, ...when];
}
