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

describe('the representation of every cluster', () => {
  it('a cluster is represented by whoever holds a seat that stands for it', () => {
    expect(seatedBy({ somatic: ['rita', 'mads'], psychiatry: ['lone'] })).toEqual({ clause: 'panel-clusters', represented: 3, of: 3 });
    expect(seatedBy({ somatic: ['rita'], psychiatry: ['lone'] })?.represented).toBe(2);
    expect(seatedBy({ free: ['rita', 'mads', 'lone'] })?.represented).toBe(0);
  });

  it('one person represents only one cluster', () => {
    expect(seatedBy({ psychiatry: ['lone', 'palle', 'dorte'] })?.represented).toBe(1);
  });

  it('the representation of clusters is unknown when no seat stands for one', () => {
    const untied = { ...terms, seats: [seat('free', [])] };
    expect(representation(three, untied, [])).toEqual({ clause: 'panel-clusters', represented: null, of: 3 });
  });

  it('terms that do not ask for every cluster have no representation to count', () => {
    expect(representation(three, { ...terms, everyCluster: null }, [])).toBeNull();
  });
});
