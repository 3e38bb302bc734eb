import { isOf } from '../../bot/governance/vocabulary/stream.ts';
import type { Card } from '../kit/card.ts';
import { labels } from '../kit/said.ts';
import { textIn } from '../text/languages.ts';
import template from './help.json' with { type: 'json' };

/** The words, in ten seconds. Asked for in a channel without a body, it says that too. */
export const help: Card<'help'> = {
  name: 'help',
  template,
  show: async (desk, about, _occasion, viewer) => {
    const text = textIn(viewer.language);
    const channel = await desk.state('channel', about);
    const does: Readonly<Record<string, string>> = text.help.does;
    const followed = Object.entries(text.wordsOf).map(([card, word]) => [card, `${word} …`] as const);
    const words = [...Object.entries(text.words), ...followed].map(([card, word]) => ({ word, does: does[card] ?? '' }));
    return {
      data: { words, noBody: isOf(about, 'channel') && !channel?.body, why: text.why.asked, say: labels(text.help) },
      summary: text.summary(text.help.title, words.map(({ word }) => word).join(', ')),
      mentions: [],
      viewers: [],
    };
  },
  verbs: {},
};
