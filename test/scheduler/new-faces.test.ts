import { expect, test } from 'vitest';
import { lookAgainIfNew } from '../../scheduler/new-faces.ts';
import { charter } from '../kit/charter.ts';
import { openOffice } from './office.ts';

test('with another model every card that stands is looked at once, and with the same one none is', async () => {
  const office = await openOffice();
  await office.bind('panel');
  await office.plan('panel');
  await office.deliver.empty();
  const open = async () => (await office.store.backlog(office.time.epochMilliseconds)).open;
  const standing = (await office.store.standing()).length;
  expect(standing).toBeGreaterThan(0);

  expect(await lookAgainIfNew(office.store, charter(), office.time)).toBe(true);
  expect(await open()).toBeGreaterThanOrEqual(standing);
  const sent = office.sent.length;
  office.pass({ minutes: 1 });
  await office.deliver.empty();
  expect(office.sent).toHaveLength(sent);
  expect(await lookAgainIfNew(office.store, charter(), office.time)).toBe(false);
  expect(await open()).toBe(0);

  const [first, ...others] = charter().bodies;
  const renamed = charter({ bodies: first ? [{ ...first, name: { da: 'Et nyt navn' } }, ...others] : [] });
  expect(await lookAgainIfNew(office.store, renamed, office.time)).toBe(true);
  expect(await open()).toBeGreaterThanOrEqual(standing);
});
