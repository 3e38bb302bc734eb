import { describe, expect, test } from 'vitest';
import { emptyBody } from '../../bot/governance/body/body.ts';
import { comesIn } from '../../cards/care/comes-in.ts';
import { body, charter } from '../kit/charter.ts';
import { desk } from '../kit/desk.ts';

const fjord = charter({ bodies: [body('panel'), body('forum'), body('bureau')] });
const at = (channels: Readonly<Record<string, string>>) =>
  desk({
    charter: fjord,
    bodies: Object.entries(channels).map(([id, channel]) => ({ ...emptyBody(id), channel })),
    channels: { c1: 'Fjorden – Panelet', c2: 'Fjorden – Forum' },
  });

describe('whoever presses hears where the card comes that the press has brought about', () => {
  test('in the channels of the bodies it is for, each once', async () => {
    expect(await comesIn(at({ panel: 'c1', forum: 'c2' }), ['panel', 'forum', 'panel'], 'da')).toBe(
      'Opslaget kommer om lidt i Fjorden – Panelet, Fjorden – Forum.',
    );
  });

  test('where a body has no channel, in its secretariat’s', async () => {
    expect(await comesIn(at({ bureau: 'c2' }), ['panel'], 'en')).toBe('The card will be in Fjorden – Forum in a moment.');
  });

  test('where there is none at all, that it waits for one', async () => {
    expect(await comesIn(at({}), ['panel'], 'da')).toBe('Opslaget kommer, når gruppen har en kanal.');
  });
});
