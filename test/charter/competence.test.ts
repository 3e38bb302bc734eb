import { describe, expect, it } from 'vitest';
import { competence, competenceOn, wayToDecision } from '../../bot/governance/charter/competence.ts';
import type { Matter } from '../../bot/governance/charter/matter.ts';
import { body, charter, termsOf } from '../kit/charter.ts';

const rule = { kinds: [], any: [], unless: [], to: null } as const;
const panel = {
  above: 'forum',
  competence: [
    { ...rule, clause: 'panel-not-ours', kinds: ['agreement'], verdict: 'not-ours' },
    { ...rule, clause: 'panel-weighty', any: ['economic', 'scaling'], unless: ['authorised'], verdict: 'goes-to' },
    { ...rule, clause: 'panel-chairs', kinds: ['professional'], any: ['principle'], verdict: 'chairs-judge' },
    { ...rule, clause: 'panel-decides', kinds: ['professional'], verdict: 'decides' },
  ],
  tells: [{ clause: 'panel-tells', kinds: ['professional'], any: [], body: 'forum' }],
} as const;
const forum = { competence: [{ ...rule, clause: 'forum-decides', verdict: 'decides' }] } as const;
const fjord = charter({
  bodies: [body('panel', panel), body('forum', forum), body('bureau'), { ...body('council'), outside: true, terms: [] }],
});
const matter = (kind: Matter['kind'], ...weighs: Matter['weighs']): Matter => ({ kind, weighs });
const asked = (about: Matter) => competence(fjord, termsOf('panel', panel), about);

describe('who decides', () => {
  it('the first rule that fits decides, with its clause and the bodies that are told', () => {
    expect(asked(matter('professional'))).toEqual({
      verdict: 'decides',
      to: null,
      told: ['forum'],
      chain: ['panel-decides', 'panel-tells'],
      ours: false,
    });
  });
  it('the chairs judge a matter of principle, and are told where they would send it', () => {
    expect(asked(matter('professional', 'principle'))).toMatchObject({
      verdict: 'chairs-judge',
      to: 'forum',
      chain: ['panel-chairs', 'panel-tells', 'panel-above'],
    });
  });
  it('a weighty matter goes to the body above, unless that body has authorised it', () => {
    expect(asked(matter('professional', 'economic'))).toMatchObject({ verdict: 'goes-to', to: 'forum', ours: false });
    expect(asked(matter('professional', 'economic', 'authorised'))).toMatchObject({ verdict: 'decides' });
  });
  it('a matter that the terms do not mention takes the default way up, marked as our own reading', () => {
    const silent = charter({
      bodies: [body('panel'), body('forum', forum), body('bureau')],
      collaboration: { ...fjord.collaboration, defaults: { ...fjord.collaboration.defaults, wayUp: ['bureau', 'forum'] } },
    });
    expect(competenceOn(silent, 'panel', matter('other'), '2015-05-01')).toEqual({
      verdict: 'not-stated',
      to: 'bureau',
      told: [],
      chain: [],
      ours: true,
    });
    expect(wayToDecision(silent, 'panel', matter('other'), '2015-05-01')).toEqual({
      bodies: ['panel', 'bureau', 'forum'],
      ends: 'decides',
    });
  });
  it('a body has no stated competence before its first terms', () => {
    expect(competenceOn(fjord, 'panel', matter('professional'), '2014-12-31')).toMatchObject({ verdict: 'not-stated', ours: true });
  });
  it('the way up ends with a body that may decide, or says that none does', () => {
    expect(wayToDecision(fjord, 'panel', matter('professional', 'scaling'), '2015-05-01')).toEqual({
      bodies: ['panel', 'forum'],
      ends: 'decides',
    });
    expect(wayToDecision(fjord, 'panel', matter('professional', 'principle'), '2015-05-01')).toEqual({
      bodies: ['panel'],
      ends: 'chairs-judge',
    });
    expect(wayToDecision(fjord, 'panel', matter('professional', 'principle'), '2015-05-01', true)).toEqual({
      bodies: ['panel', 'forum'],
      ends: 'decides',
    });
    expect(wayToDecision(charter({ bodies: [body('panel', panel)] }), 'panel', matter('other', 'scaling'), '2015-05-01')).toMatchObject({
      ends: 'nowhere',
    });
    const ring = charter({ bodies: [body('panel', panel), body('forum', { ...panel, above: 'panel' })] });
    expect(wayToDecision(ring, 'panel', matter('other', 'scaling'), '2015-05-01')).toMatchObject({ ends: 'ring' });
    const out = charter({ bodies: [body('panel', { ...panel, above: 'council' }), { ...body('council'), outside: true, terms: [] }] });
    expect(wayToDecision(out, 'panel', matter('other', 'scaling'), '2015-05-01')).toEqual({
      bodies: ['panel', 'council'],
      ends: 'outside',
    });
  });
});
