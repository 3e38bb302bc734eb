import type { RaisedCase } from '../../bot/governance/vocabulary/case/case.ts';
import type { FollowUpRow } from '../../bot/governance/vocabulary/milestone/follow-up.ts';
import { type Occasion, readOccasion } from '../../bot/governance/vocabulary/occasion.ts';
import { standsIn } from '../care/comes-in.ts';
import { roleFallsTo } from '../kit/asked/in-place.ts';
import type { Card, Desk, Face, Viewer } from '../kit/card.ts';
import { plain } from '../kit/escape.ts';
import { mentioned } from '../kit/people.ts';
import { shortBody } from '../kit/said.ts';
import { type Button, type Sheet, sheet, template } from '../kit/sheet.ts';
import { mayRaise } from '../kit/viewer.ts';
import { textIn } from '../text/languages.ts';
import { bodyAbout, deliverableOf, type FollowFile, followFile } from './file.ts';
import { attentionForm, attentionLines, raisable, raisedFor } from './raise.ts';
import { milestoneNoteVerbs } from './raise-press.ts';

const mostNames = 20;
type Attention = Extract<Occasion<'milestone-note'>, { what: 'attention' }>;

/** A short card to those who lead: milestones that need their attention. It shrinks to one line when it is over. */
export const milestoneNote: Card<'milestone-note'> = {
  name: 'milestone-note',
  template,
  show: async (desk, about, occasion, viewer) => {
    const id = bodyAbout(desk, about);
    if (id === null) return null;
    const on = readOccasion('milestone-note', occasion);
    if (on?.what !== 'attention') return { ...oneLine(textIn(viewer.language).over), closed: true };
    return attentionFace(desk, await followFile(desk, id), on.mark, viewer);
  },
  verbs: milestoneNoteVerbs,
};

/** What came to the chairs from one body on one day, as far as it still needs them. */
async function attentionFace(desk: Desk, follow: FollowFile, { plan, on }: Attention['mark'], viewer: Viewer): Promise<Face | null> {
  const { language } = viewer;
  const { milestoneNote: text, summary } = textIn(language);
  const noted = follow.state?.noted.find((each) => each.plan === plan && each.on === on);
  const rows = follow.rows.filter((row) => noted?.rows.includes(row.key) && row.attention !== null);
  const where = shortBody(desk.charter, follow.body.body, language, follow.today);
  const [first] = rows;
  if (!first?.attention) return oneLine(text.over(await titlesOf(desk, follow, noted?.rows ?? [], language), where));
  const title = rows.length === 1 ? text.titles[first.attention] : text.titles.several(rows.length);
  const { now: leading, instead } = await roleFallsTo(desk, 'chair', plan, language);
  const form = viewer.kind === 'person' && (await mayRaise(desk, plan, viewer)) ? await attentionForm(desk, follow, rows, viewer) : null;
  if (form) return { data: sheet({ ...bare(title), eyebrow: where, ...form }), summary: title, mentions: [], viewers: leading };
  const mentions = viewer.kind === 'everyone' ? await mentioned(desk, leading.slice(0, mostNames)) : [];
  const names = mentions.map((each) => `<at>${each.name}</at>`).join(', ');
  const may = viewer.kind === 'person' && (await mayRaise(desk, plan, viewer));
  const raised = viewer.kind === 'person' ? await raisedFor(desk, plan, rows) : [];
  const open = rows.filter((row) => !raised.some(({ content }) => content.moves?.milestone === row.milestone));
  const choosing = may ? await raisable(desk, open, language) : { fields: [], buttons: [] };
  const see: Button = { title: text.see, verb: 'milestones', of: plan, sends: false };
  return {
    data: sheet({
      ...bare(title),
      eyebrow: where,
      parts: [
        ...(await attentionLines(desk, rows, language)),
        { heading: '', lines: names === '' ? [] : [text.chairs(names), ...instead] },
        { heading: '', lines: await Promise.all(raised.map((each) => raisedSaid(desk, each, language))) },
      ],
      byWhen: viewer.kind === 'person' && !may ? text.readOnly : '',
      fields: choosing.fields,
      missing: textIn(language).milestone.required,
      buttons: [...choosing.buttons, ...(viewer.kind === 'person' ? [see] : [])],
      why: [textIn(language).milestone.clause],
    }),
    summary: summary(
      title,
      await titlesOf(
        desk,
        follow,
        rows.map(({ key }) => key),
        language,
      ),
    ),
    mentions,
    viewers: leading,
  };
}

/** A case that was sent has a number, and a card in the channel of the body it was raised in. */
async function raisedSaid(desk: Desk, { number, body }: RaisedCase, language: Viewer['language']): Promise<string> {
  const { raised } = textIn(language).milestoneNote;
  return number === null ? raised('') : `${raised(plain(number))} ${await standsIn(desk, body, language)}`.trimEnd();
}

async function titlesOf(desk: Desk, { state }: FollowFile, keys: readonly string[], language: Viewer['language']): Promise<string> {
  const rows: readonly FollowUpRow[] = (state?.rows ?? []).filter(({ key }) => keys.includes(key));
  return (await Promise.all(rows.map((row) => deliverableOf(desk, row, language)))).join(', ');
}

function oneLine(words: string): Face {
  return { data: sheet(bare(words)), summary: words, mentions: [], viewers: [] };
}

function bare(title: string): Sheet {
  return {
    eyebrow: '',
    title,
    size: 'Medium',
    under: '',
    question: '',
    byWhen: '',
    parts: [],
    fields: [],
    missing: '',
    buttons: [],
    why: [],
  };
}
