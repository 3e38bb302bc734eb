import type { BodyId } from '../../bot/governance/charter/charter.ts';
import { seatsHeld } from '../../bot/governance/people/roles.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { CardName } from '../../bot/governance/vocabulary/card-name.ts';
import { idIn, isOf } from '../../bot/governance/vocabulary/stream.ts';
import type { Card, Desk, Viewer } from '../kit/card.ts';
import { sheet, template } from '../kit/sheet.ts';
import { chairs, runs } from '../kit/viewer.ts';
import { textIn } from '../text/languages.ts';

/** What each is shown first; a word stands once, with the first that needs it. */
const first = {
  all: ['mine', 'meetings', 'agenda', 'minutes', 'flags', 'experiences'],
  member: ['cases', 'case', 'raise-case', 'milestones'],
  chair: ['cases', 'case', 'decisions', 'who-decides', 'milestones', 'requests', 'status'],
  secretary: ['new-meeting', 'seats', 'year', 'work-plan', 'initiatives', 'requests', 'organ'],
  secretariat: ['organisation', 'portfolio', 'decisions', 'status'],
} as const satisfies Readonly<Record<string, readonly CardName[]>>;
type Role = keyof typeof first;

/** The words, in ten seconds: for everybody those that everybody needs, in one's own view one's own first. */
export const help: Card<'help'> = {
  name: 'help',
  template,
  show: async (desk, about, _occasion, viewer) => {
    const text = textIn(viewer.language);
    const channel = await desk.state('channel', about);
    const body = isOf(about, 'body') ? idIn(about, 'body') : (channel?.body ?? null);
    const does: Readonly<Record<string, string>> = text.help.does;
    const followed = Object.fromEntries(Object.entries(text.wordsOf).map(([card, word]) => [card, `${word} …`]));
    const said: Readonly<Record<string, string>> = { ...text.words, ...followed };
    const shown = new Set<CardName>();
    const blocks = (await rolesOf(desk, body, viewer)).map((role) => {
      const cards = first[role].filter((card) => !shown.has(card));
      for (const card of cards) shown.add(card);
      return { heading: text.help[role], words: cards.map((card) => ({ word: said[card] ?? '', does: does[card] ?? '' })) };
    });
    const left = Object.entries(said).filter(([card]) => !shown.has(card as CardName));
    const others = viewer.kind === 'everyone' ? text.help.more : text.help.others(left.map(([, word]) => word).join(' · '));
    return {
      data: sheet({
        eyebrow: text.kinds.ours,
        title: text.help.title,
        under: text.help.intro,
        question: '',
        byWhen: '',
        parts: [
          ...blocks
            .filter(({ words }) => words.length > 0)
            .map(({ heading, words }) => ({
              heading,
              lines: [],
              facts: words.map(({ word, does: value }) => ({ title: word, value })),
            })),
          { heading: '', lines: [others, ...(body === null ? [text.help.noBody] : [])] },
        ],
        fields: [],
        missing: '',
        buttons: [],
        why: [text.why.asked],
      }),
      summary: text.summary(text.help.title, first.all.map((card) => said[card] ?? '').join(', ')),
      mentions: [],
      viewers: [],
    };
  },
  verbs: {},
};

async function rolesOf(desk: Desk, id: BodyId | null, viewer: Viewer): Promise<readonly Role[]> {
  if (viewer.kind === 'everyone' || id === null) return ['all'];
  const [body, secretariat] = await Promise.all([desk.body(id), desk.body(desk.charter.collaboration.secretariat)]);
  const seated = seatsHeld(desk.charter, body, viewer.person, dateAt(desk.charter, desk.now), desk.one).length > 0;
  return [
    'all',
    ...(seated ? (['member'] as const) : []),
    ...(chairs(desk, body, viewer) ? (['chair'] as const) : []),
    ...(runs(desk, body, viewer) ? (['secretary'] as const) : []),
    ...(runs(desk, secretariat, viewer) ? (['secretariat'] as const) : []),
  ];
}
