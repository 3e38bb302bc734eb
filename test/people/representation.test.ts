import { describe, expect, it } from 'vitest';
import type { Seat } from '../../bot/governance/charter/charter.ts';
import { representation } from '../../bot/governance/people/representation.ts';
import { holdings } from '../../bot/governance/people/roles.ts';
import { body, charter, termsOf } from '../kit/charter.ts';
import { seated } from '../kit/given.ts';

const seat = (id: string, clusters: readonly string[]): Seat => ({
  id,
  name: { da: id, en: id },
  role: 'member',
  sector: null,
  from: null,
  appointedBy: { stated: false },
  min: clusters.length,
  max: clusters.length,
  amongMembers: false,
  clusters,
  clause: 'panel-seats',
});
const seats = [seat('somatic', ['east', 'west']), seat('psychiatry', ['psychiatry']), seat('free', [])];
const terms = { ...termsOf('panel', { seats }), everyCluster: 'panel-clusters' };
const fjord = charter({ bodies: [{ ...body('panel'), terms: [terms] }] });
const three = {
  ...fjord,
  collaboration: { ...fjord.collaboration, clusters: ['east', 'west', 'psychiatry'].map((id) => ({ id, name: { da: id } })) },
};
const seatedBy = (holders: Readonly<Record<string, readonly string[]>>) =>
  representation(three, terms, holdings(three, seated('panel', holders), '2015-06-01'));

describe('every cluster represented', () => {
  it('is counted from the seats that stand for clusters', () => {
    expect(seatedBy({ somatic: ['rita', 'mads'], psychiatry: ['lone'] })).toEqual({ clause: 'panel-clusters', represented: 3, of: 3 });
    expect(seatedBy({ somatic: ['rita'], psychiatry: ['lone'] })?.represented).toBe(2);
    expect(seatedBy({ free: ['rita', 'mads', 'lone'] })?.represented).toBe(0);
  });

  it('counts nobody for two clusters', () => {
    expect(seatedBy({ psychiatry: ['lone', 'palle', 'dorte'] })?.represented).toBe(1);
  });

  it('cannot be told when no seat stands for a cluster', () => {
    const untied = { ...terms, seats: [seat('free', [])] };
    expect(representation(three, untied, [])).toEqual({ clause: 'panel-clusters', represented: null, of: 3 });
  });

  it('is nothing where the terms do not ask for it', () => {
    expect(representation(three, { ...terms, everyCluster: null }, [])).toBeNull();
  });
});
