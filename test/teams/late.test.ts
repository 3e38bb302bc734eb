import { expect, test, vi } from 'vitest';
import { channelKey } from '../../bot/directory.ts';
import { invoke, someone } from '../../bot/rehearsal/connector/activities.ts';
import { textIn } from '../../cards/text/languages.ts';
import { openEdge } from '../kit/teams/edge.ts';

/** The time that Teams allows a bot before it shows the presser an error of its own. */
const teamsWaitsMs = 5_000;
/** The bot's last wait is over when the test says so. Shorter waits, for what the press needs to know, are over at once. */
const patience = vi.hoisted(() => ({ ms: 0, runsOut: (): void => undefined }));
vi.mock('node:timers/promises', async (original) => {
  const real = await original<typeof import('node:timers/promises')>();
  const setTimeout = <T>(ms: number, value?: T) =>
    new Promise<T | undefined>((resolve) => {
      if (ms < patience.ms) return resolve(value);
      patience.ms = ms;
      patience.runsOut = () => resolve(value);
    });
  return { ...real, setTimeout };
});

test('a press that takes too long is answered with a sentence before Teams gives up', async () => {
  const taken = Promise.withResolvers<void>();
  const edge = await openEdge({
    deps: {
      handle: () => {
        taken.resolve();
        return new Promise(() => undefined);
      },
    },
  });
  const data = {
    card: 'welcome',
    about: `channel/${channelKey(edge.place.channel)}`,
    occasion: '',
    form: 'f1',
    version: 1,
    body_f1: 'panel',
  };
  const answer = edge.deliver(invoke(edge.place, someone(1), { verb: 'bind', data, replyTo: '1' }));
  await taken.promise;
  expect(patience.ms).toBeLessThan(teamsWaitsMs);
  patience.runsOut();
  const { status, body } = await answer;
  const tryAgain = textIn('da').refusals['try-again'](
    { refused: 'try-again' },
    { body: String, seat: String, sector: String, clause: String },
  );
  expect([status, JSON.parse(body).value]).toEqual([200, tryAgain]);
  await edge.close();
});
