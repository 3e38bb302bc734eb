import { readOccasion } from '../../bot/governance/vocabulary/occasion.ts';
import type { Card, Desk, Face, Viewer } from '../kit/card.ts';
import { type Button, sheet, template } from '../kit/sheet.ts';
import { openForm, runners } from '../kit/viewer.ts';
import { textIn } from '../text/languages.ts';
import { type InitiativeFile, initiativeFile, initiativeName, nameIn } from './file.ts';
import { type InitiativeForm, initiativeButtons, initiativeFields, initiativeForms, mayOpen } from './forms.ts';
import { initiativeVerbs } from './press.ts';
import { askedIn, initiativeParts, whyOf } from './said.ts';

/** An initiative's one card: who has it, how far it is, how patients are involved, and what is measured. A former owner's card says where it went. */
export const initiativeCard: Card<'initiative'> = {
  name: 'initiative',
  template,
  show: async (desk, about, occasion, viewer) => {
    const file = await initiativeFile(desk, about);
    return file && faceOf(desk, file, occasion, viewer);
  },
  verbs: initiativeVerbs,
};

async function faceOf(desk: Desk, file: InitiativeFile, occasion: string | null, viewer: Viewer): Promise<Face> {
  const { language } = viewer;
  const { initiative: text, back, summary, eyebrow, kinds } = textIn(language);
  const { state, owner } = file;
  const title = await initiativeName(desk, state.initiative, language);
  const of = nameIn(desk, owner, language);
  const where = readOccasion('initiative', occasion)?.mark ?? null;
  const away = where !== null && where !== owner;
  const moved = away && ![...state.clusters, ...state.indicators.map(({ reportedBy }) => reportedBy)].includes(where);
  const asked = away ? { question: moved ? text.moved(of) : '', byWhen: '' } : askedIn(file, language);
  const wanted = openForm(viewer, initiativeForms);
  const form = wanted !== null && mayOpen(desk, file, wanted, viewer) ? wanted : null;
  const { question, byWhen } = form ? { question: text.asks[form], byWhen: text.notes[form] } : asked;
  return {
    data: sheet({
      eyebrow: eyebrow(kinds.initiative, of),
      title,
      size: form ? 'Medium' : 'Large',
      under: form ? '' : text.isAt(text.stages[state.stage]),
      question,
      byWhen,
      parts: form || moved ? [] : await initiativeParts(desk, file, language),
      fields: form ? await initiativeFields(desk, file, form, viewer) : [],
      missing: text.required,
      buttons: form
        ? [...formButtons(form, viewer), { title: back, verb: 'view', sends: false }]
        : moved
          ? []
          : initiativeButtons(desk, file, viewer),
      why: form || moved ? [] : whyOf(desk, file, language),
    }),
    summary: summary(text.title(title), asked.question || text.under(of, text.stages[state.stage])),
    mentions: [],
    viewers: runners(desk, file.body(owner)),
  };
}

/** The button that sends a form, or goes on to the next one. */
function formButtons(form: InitiativeForm, viewer: Viewer): readonly Button[] {
  const { buttons: text } = textIn(viewer.language).initiative;
  const line = viewer.kind === 'person' ? (viewer.picks.line ?? '') : '';
  switch (form) {
    case 'edit':
      return [{ title: text.next, verb: 'edit', sends: true }];
    case 'which-deliverable':
      return [{ title: text.next, verb: 'open', open: 'deliverable', sends: true }];
    case 'which-indicator':
      return [{ title: text.next, verb: 'open', open: 'indicator', sends: true }];
    case 'deliverable':
    case 'indicator':
      return [{ title: text.save, verb: form, of: line, sends: true }];
    case 'stage':
    case 'patients':
    case 'clusters':
    case 'under':
    case 'report':
    case 'drop':
      return [{ title: text.save, verb: form, sends: true }];
  }
}
