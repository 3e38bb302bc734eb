import { describe, expect, it } from 'vitest';
import type { BodyState } from '../../bot/governance/vocabulary/body.ts';
import { seats } from '../../cards/body/seats.ts';
import { body, charter, termsOf } from '../kit/charter.ts';
import { desk } from '../kit/desk.ts';
import { seated } from '../kit/given.ts';

const model = charter({ bodies: [body('panel'), { ...body('forum'), terms: [{ ...termsOf('forum'), seats: [] }] }, body('bureau')] });

/** Returns what an administrator may do with a body's seats. */
async function offered(id: string, bodies: readonly BodyState[]) {
  const administrator = { kind: 'person', person: 'a', administrator: true, language: 'da', open: null, picks: {} } as const;
  const face = await seats.show(desk({ charter: model, bodies }), `body/${id}`, null, administrator);
  if (!face) throw new Error(`${id} has no card`);
  const { lower, under } = face.data as unknown as { lower: readonly { picks: { open: string } }[]; under: string };
  return { opens: lower.map(({ picks }) => picks.open), line: under };
}
const [seat = ''] = termsOf('panel').seats.map(({ id }) => id);

describe('the card of a body’s seats', () => {
  it('an administrator can fill a seat where there are seats, and end it or name a deputy where somebody holds one', async () => {
    expect((await offered('panel', [])).opens).toEqual(['fill', 'join', 'sector']);
    expect((await offered('panel', [seated('panel', { [seat]: ['rita'] })])).opens).toEqual(['fill', 'deputy', 'end', 'join', 'sector']);
  });

  it('an administrator can remove a deputy where there is one', async () => {
    const held = seated('panel', { [seat]: ['rita'] });
    const stood = { ...held, appointments: held.appointments.map((each) => ({ ...each, deputies: ['dorte'] })) };
    expect((await offered('panel', [stood])).opens).toContain('undeputy');
  });

  it('the card of a body whose terms name no seats says who answers for it and offers no seat to fill', async () => {
    const { opens, line } = await offered('forum', []);
    expect(opens).not.toContain('fill');
    expect(line).toContain('Sekretariatet svarer på gruppens vegne');
  });
});
