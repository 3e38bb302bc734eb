import type { BodyId } from '../../bot/governance/charter/charter.ts';
import { indicatorsMissing } from '../../bot/governance/initiative/silence.ts';
import type { HalfYear, Quarter } from '../../bot/governance/time/periods.ts';
import { readOccasion } from '../../bot/governance/vocabulary/occasion.ts';
import type { Card, Desk } from '../kit/card.ts';
import { mentioned } from '../kit/people.ts';
import { runners } from '../kit/viewer.ts';
import template from '../meeting/prompt.json' with { type: 'json' };
import { type Language, textIn } from '../text/languages.ts';
import { type InitiativeFile, initiativeFile, initiativeName, worded } from './file.ts';
import { patientsAnswered, whyPatients } from './said.ts';

/** A question in an initiative's thread: how patients are involved, once a half-year; values that are due. Answered, it shrinks to one line. */
export const initiativeNote: Card<'initiative-note'> = {
  name: 'initiative-note',
  template,
  show: async (desk, about, occasion, viewer) => {
    const file = await initiativeFile(desk, about);
    const on = readOccasion('initiative-note', occasion);
    const body = on?.in ?? null;
    if (!file || !on || body === null) return null;
    const { language } = viewer;
    const { initiativeNote: text, summary, why } = textIn(language);
    const patients = on.what === 'patients';
    const name = await initiativeName(desk, file.state.initiative, language);
    const asked = on.what === 'patients' ? patientsOwed(file, on.mark, body) : await numbersOwed(desk, file, on.mark, body, language);
    if (asked === null) {
      const done = text.done(name);
      return { data: { done, title: '', when: '', lines: [], verb: 'view', open: '', why: '' }, summary: done, mentions: [], viewers: [] };
    }
    const awaited = runners(desk, file.body(body));
    const mentions = await mentioned(desk, awaited.slice(0, 20));
    const names = mentions.map(({ name: each }) => `<at>${each}</at>`).join(', ');
    const title = patients ? text.patients : text.numbers;
    return {
      data: {
        done: '',
        title,
        when: name,
        lines: [...asked, names].filter(Boolean).map((line) => ({ text: line })),
        verb: 'initiative',
        open: patients ? text.tell : text.report,
        why: (patients ? whyPatients(desk, body, language)[0] : undefined) ?? why.ours,
      },
      summary: summary(title, name),
      mentions,
      viewers: awaited,
    };
  },
  verbs: {
    initiative: ({ about, occasion }) => {
      const open = readOccasion('initiative-note', occasion)?.what === 'patients' ? 'patients' : 'report';
      return { read: 'card', card: 'initiative', about, open, picks: {} };
    },
  },
};

/** null: it has been said, or it is not theirs any more. */
function patientsOwed({ state, owner }: InitiativeFile, half: HalfYear, body: BodyId): readonly string[] | null {
  return state.stage === 'closed' || owner !== body || patientsAnswered(state.patients?.on ?? null, half) ? null : [];
}

/** The names of what is to be reported here; null: nothing more. A newer question takes the place of an older one. */
async function numbersOwed(
  desk: Desk,
  file: InitiativeFile,
  quarter: Quarter,
  body: BodyId,
  language: Language,
): Promise<readonly string[] | null> {
  const { state, about } = file;
  if (state.stage === 'closed' || state.indicatorsAsked?.quarter !== quarter) return null;
  const owed = indicatorsMissing(state, quarter).filter(({ reportedBy }) => reportedBy === body);
  if (owed.length === 0) return null;
  const names = await Promise.all(owed.map((each) => worded(desk, about, each.name, 120)));
  return [textIn(language).initiativeNote.period, names.join(', ')];
}
