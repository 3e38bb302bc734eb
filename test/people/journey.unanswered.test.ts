import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { happened, judges, onCase, openCases, raises } from '../kit/case-world.ts';
import type { World } from '../kit/world.ts';

const list = 'Spørgsmål uden svar';
const reminder = 'Påmindelse: spørgsmål uden svar';
let world: World;
beforeAll(async () => {
  world = await openCases('2015-02-02T09:00');
  await raises(world);
});
afterAll(() => world.close());

const titled = (title: string) =>
  world
    .channel('Sekretariatet')
    .titles()
    .filter((each) => each.startsWith(title));

describe('what nobody answers', () => {
  test('is asked of both chairs by name in the thread of the case at once', () => {
    expect(world.stands('Sag til vurdering', 'Panelet')).toContain('<at>Rita Regn</at>, <at>Mads Muld</at>: vurdér sagen.');
  });

  test('comes onto the secretariat’s one card after fifteen working days, and its secretaries are told by name', async () => {
    await world.at('2015-02-20T10:00');
    expect(titled(list)).toEqual([]);
    await world.at('2015-02-23T08:30');
    await world.at('2015-02-23T08:31');
    expect(world.stands(list, 'Sekretariatet')).toContain(
      'panel · Sag til vurdering · Sag PANEL 2015-01: Fælles udskrivning · afventer Rita Regn, Mads Muld · siden 2. februar 2015',
    );
    expect(world.stands(reminder, 'Sekretariatet')).toContain(
      '<at>Gerda Glar</at>, <at>Hans Hav</at>: få et svar, eller stop påmindelserne.',
    );
  });

  test('is mentioned again every tenth working day, on one reminder that stands', async () => {
    await world.at('2015-03-06T10:00');
    expect(titled(reminder)).toHaveLength(1);
    expect(titled('Se den nyeste påmindelse')).toHaveLength(0);
    await world.at('2015-03-09T08:30');
    expect(titled(reminder)).toHaveLength(1);
    expect(titled('Se den nyeste påmindelse')).toHaveLength(1);
    expect(titled(list)).toHaveLength(1);
  });

  test('loses a chair who has answered from its line at once', async () => {
    await judges(world, 'Rita Regn', 'Panelet', 'Behandl selv');
    expect(world.stands(list, 'Sekretariatet').join('\n')).toContain('afventer Mads Muld · siden');
  });

  test('is let lie by a secretary with a reason, and can still be answered', async () => {
    const gerda = world.person('Gerda Glar');
    const here = { on: list, in: 'Sekretariatet' } as const;
    await expect(world.person('Ida Is').presses('Stop påmindelser', here)).rejects.toThrow('has no button');
    await gerda.presses('Stop påmindelser', here);
    const why = { Begrundelse: 'Formanden er på orlov' };
    expect(await gerda.presses('Stop påmindelser', { ...here, with: why })).toBe('');
    expect(world.stands(list, 'Sekretariatet')).toContain('Listen er tom.');
    expect(world.channel('Panelet').titles()).toContain('Sag til vurdering: der sendes ikke flere påmindelser.');
    expect(await happened(world)).toContain('AskLetLie');
    await judges(world, 'Mads Muld', 'Panelet', 'Behandl selv');
    expect(world.stands(onCase, 'Panelet').join('\n')).not.toContain('Venter på Mads Muld');
    expect(world.faults).toEqual([]);
  });
});
