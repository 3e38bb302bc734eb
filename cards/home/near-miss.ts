import type { CardName } from '../../bot/governance/vocabulary/card-name.ts';
import type { Card, Form, Reading } from '../kit/card.ts';
import { nearestTo } from '../kit/commands.ts';
import { sheet, template } from '../kit/sheet.ts';
import { languages, textIn } from '../text/languages.ts';

/** What is asked of somebody whose word is none of ours: which of the nearest they meant. The occasion is what they wrote, folded. */
export const nearMiss: Card<'near-miss'> = {
  name: 'near-miss',
  template,
  show: async (_desk, _about, said, viewer) => {
    const text = textIn(viewer.language);
    const { cards, several } = nearestTo((said ?? '').replaceAll('-', ' '), viewer.language);
    const words = cards.map((card) => ({ card, word: wordFor(card) }));
    const title = several ? text.nearMiss.several : text.nearMiss.title;
    return {
      data: sheet({
        eyebrow: text.kinds.ours,
        title,
        size: 'Medium',
        under: '',
        question: text.nearMiss.ask,
        byWhen: '',
        parts: [{ heading: '', lines: words.map(({ card, word }) => text.nearMiss.line(word, doesOf(card))) }],
        fields: [],
        missing: '',
        buttons:
          viewer.kind === 'everyone'
            ? []
            : words.map(({ card, word }) => ({ title: capital(word), verb: 'brings', of: card, sends: false })),
        why: [text.why.asked],
      }),
      summary: text.summary(title, text.nearMiss.ask),
      mentions: [],
      viewers: [],
    };

    function wordFor(card: CardName): string {
      const known: Readonly<Partial<Record<CardName, string>>> = text.words;
      return known[card] ?? '';
    }
    function doesOf(card: CardName): string {
      const does: Readonly<Partial<Record<CardName, string>>> = text.help.does;
      return does[card] ?? '';
    }
  },
  verbs: { brings },
};

/** The presser's own view of the card they meant. */
function brings({ about, picks }: Form): Reading {
  const wanted = picks.case ?? '';
  const cards: readonly string[] = languages.flatMap((language) => Object.keys(textIn(language).words));
  if (!isWordCard(wanted)) return { refused: 'not-in-model', what: 'card' };
  return { read: 'card', card: wanted, about, open: null, picks: {} };

  function isWordCard(name: string): name is CardName {
    return cards.includes(name);
  }
}

function capital(word: string): string {
  return word.charAt(0).toLocaleUpperCase() + word.slice(1);
}
