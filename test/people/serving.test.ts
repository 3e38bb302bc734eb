import { describe, expect, test } from 'vitest';
import { mayRun } from '../../bot/governance/people/roles.ts';
import { subjectOf } from '../../bot/governance/tables/subjects.ts';
import { charter } from '../kit/charter.ts';
import { around, person, seated } from '../kit/given.ts';

const served = seated('panel', { 'regional-secretary': ['sigrid'] });
const bureau = seated('bureau', { 'regional-secretary': ['bo'] });
const runs = (who: string, ...bodies: Parameters<typeof around>[0]['bodies'] & object) =>
  mayRun(around({ stream: 'body/panel', bodies }, person(who)), 'panel');

describe('who runs a body', () => {
  test('its own secretary does, and the secretariat’s does not', () => {
    expect([runs('sigrid', served, bureau), runs('bo', served, bureau)]).toEqual([true, false]);
  });

  test('where it has no secretary, one of the secretariat that serves it does', () => {
    expect([runs('bo', seated('panel', {}), bureau), runs('sigrid', seated('panel', {}), bureau)]).toEqual([true, false]);
  });

  test('the serving secretariat is looked at wherever a body is', () => {
    const subject = subjectOf('meeting/m1');
    const call = { type: 'CancelMeeting', reason: null } as const;
    expect(subject.reads({ kind: 'meeting', meeting: 'm1', phase: 'none' }, call, charter())).toEqual([]);
    const plan = {
      type: 'PlanMeeting',
      body: 'panel',
      joint: [],
      start: '',
      end: '',
      place: null,
      link: null,
      extraordinary: false,
    } as const;
    expect(subject.reads({ kind: 'meeting', meeting: 'm1', phase: 'none' }, { ...plan, reason: null }, charter())).toEqual([
      'panel',
      'bureau',
    ]);
  });
});
