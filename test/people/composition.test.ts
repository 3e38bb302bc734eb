import { describe, expect, it } from 'vitest';
import type { Charter } from '../../bot/governance/charter/charter.ts';
import { composition } from '../../bot/governance/people/composition.ts';
import { body, charter, seat } from '../kit/charter.ts';
import { seated } from '../kit/given.ts';

const panel = (model: Charter, holders: Readonly<Record<string, readonly string[]>>, date = '2015-06-01') => {
  const found = composition(model, seated('panel', holders), date);
  if (!found) throw new Error('no terms are in force');
  return found;
};
const vacant = (...asked: Parameters<typeof panel>) =>
  panel(...asked).seats.flatMap((each) => (each.vacant > 0 ? [`${each.seat.id} ${each.vacant}`] : []));

describe('who sits in a body, held against its terms', () => {
  it('every required place in a body without members is vacant', () => {
    expect(vacant(charter(), {})).toEqual([
      'regional-chair 1',
      'municipal-chair 1',
      'municipal-leader 1',
      'practitioner 1',
      'adviser 1',
      'regional-secretary 1',
    ]);
  });
  it('a filled place is not vacant, and a place beyond the minimum is not owed', () => {
    expect(vacant(charter(), { 'regional-chair': ['rita'], 'municipal-leader': ['mona', 'mads'] })).not.toContain('municipal-leader 1');
    expect(panel(charter(), { 'municipal-leader': ['mona', 'mads'] }).seats[2]).toMatchObject({ filled: 2, vacant: 0 });
  });
  it('the balance of sectors counts chairs and members, not secretaries', () => {
    const { balance } = panel(charter(), { 'regional-chair': ['rita'], 'regional-secretary': ['sigrid'], 'municipal-leader': ['a', 'b'] });
    expect(balance).toEqual([
      { sector: 'municipal', filled: 2, places: 3 },
      { sector: 'regional', filled: 1, places: 1 },
      { sector: 'practice', filled: 0, places: 1 },
    ]);
  });
  it('a chair who is also a member counts once in the balance of sectors', () => {
    const chair = { ...seat('chair', 'chair', 'regional', 1, 'c'), amongMembers: true };
    const model = charter({ bodies: [body('panel', { seats: [chair, seat('member', 'member', 'regional', 3, 'c')] })] });
    expect(panel(model, { chair: ['rita'], member: ['rita', 'rut'] }).balance).toEqual([{ sector: 'regional', filled: 2, places: 2 }]);
  });
  it('a body has no required composition before its first terms', () => {
    expect(composition(charter(), seated('panel', {}), '2014-12-31')).toBeNull();
  });
});
