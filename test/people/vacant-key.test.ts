import { expect, test } from 'vitest';
import { openCases, raises } from '../kit/case-world.ts';

test('where a chair has left and nobody stands in, the secretary is asked to see that somebody can judge, not to judge', async () => {
  const world = await openCases('2015-02-02T09:00');
  await raises(world);
  expect(world.stands('Sag til vurdering', 'Panelet').join(' ')).toContain('Rita Regn</at>, <at>Mads Muld</at>: vurdér sagen.');
  for (const appointment of ['panel-regional-chair', 'panel-municipal-chair'])
    await world.given('body/panel', { type: 'EndAppointment', appointment, until: '2015-02-01' });
  await world.settle();
  const said = world.stands('Sag til vurdering', 'Panelet').join(' ');
  expect(said).toContain('Frida Fjeld</at>: udpeg et medlem eller en stedfortræder, som kan svare.');
  expect(said).not.toContain('vurdér sagen');
  expect(await world.person('Frida Fjeld').buttons('Sag PANEL 2015-01', 'Panelet')).toContain('Udpeg medlem');
  await world.close();
});
