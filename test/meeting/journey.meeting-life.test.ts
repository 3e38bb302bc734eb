import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anchorLines, checkLedger } from '../../bot/view/ledger/ledger.ts';
import { openPanel, people, plans } from '../kit/panel.ts';
import { obstacles } from '../kit/screen/axe.ts';
import { browser, openBrowser } from '../kit/screen/browser.ts';
import { nameOf } from '../kit/teams/screen.ts';
import type { World } from '../kit/world.ts';

let world: World;
beforeAll(async () => {
  world = await openPanel('2015-02-02T09:00');
});
afterAll(() => world.close());

const on = 'Møde: panel';
const frida = () => world.person('Frida Fjeld');
const mentions = (title: string) => world.standing(title, 'Panelet').card.msteams;
const roots = () =>
  world
    .channel('Panelet')
    .cards()
    .filter(({ root }) => root);

describe('a meeting from the call for items to the published page', () => {
  test('the secretary puts a meeting in, and it stands on a card', async () => {
    const at = { Dato: '2015-03-16', 'Fra kl.': '13:00', 'Til kl.': '15:00', 'Sted eller link': 'Lokale Havblik' };
    expect(await plans(world, 'Frida Fjeld', at)).toBe('');
    expect(world.stands(on)).toContain('Mandag 16. marts kl. 13.00–15.00');
  });

  test('the bot calls for items three weeks before the meeting, in the thread of its card', async () => {
    await world.at('2015-02-23T08:29');
    expect(() => world.standing('Punkter til mødet?')).toThrow();
    await world.at('2015-02-23T08:30');
    expect(world.stands('Punkter til mødet?')).toContain('Frist: mandag 2. marts 2015.');
    expect(world.standing('Punkter til mødet?').root).toBe(false);
  });

  test('members propose items, one of them closed', async () => {
    const lone = world.person('Lone Lund');
    await lone.presses('Foreslå et punkt', { on: 'Punkter til mødet?' });
    const plan = {
      'Punktets type': 'til beslutning',
      Overskrift: 'Fælles plan for udskrivning',
      'Indstilling, ét at-punkt pr. linje': 'at planen godkendes\nat den følges op efter et år',
      'Sag i Samspil eller sagsnr. (valgfrit)': '15/1234',
      'Link til bilag (valgfrit)': 'https://dokumenter.example/plan',
    };
    expect(await lone.presses('Gem', { on: 'Punkter til mødet?', with: plan })).toBe('');
    expect(await lone.sees('Punkter til mødet?')).toContain('Punkter til mødet?');

    const rita = world.person('Rita Regn');
    await rita.presses('Dagsorden', { on });
    await rita.presses('Foreslå et punkt', { on });
    const closed = {
      'Punktets type': 'til drøftelse',
      Overskrift: 'En følsom personsag',
      'Åbent eller lukket punkt?': 'Kun medlemmer (lukket punkt)',
    };
    expect(await rita.presses('Gem', { on, with: closed })).toBe('');

    const mads = world.person('Mads Muld');
    await mads.presses('Dagsorden', { on });
    await mads.presses('Foreslå et punkt', { on });
    const tracks = { 'Punktets type': 'til drøftelse', Overskrift: 'Nye forløb på Fjordens Sygehus' };
    expect(await mads.presses('Gem', { on, with: tracks })).toBe('');
    expect(world.stands(on)).toContain('3 punkter er foreslået.');
  });

  test('a link that cannot be opened safely is refused with a sentence, and an outsider is not asked', async () => {
    const lone = world.person('Lone Lund');
    await lone.presses('Dagsorden', { on });
    await lone.presses('Foreslå et punkt', { on });
    const wrong = {
      'Punktets type': 'til orientering',
      Overskrift: 'X',
      'Link til bilag (valgfrit)': 'http://x.example',
    };
    expect(await lone.presses('Gem', { on, with: wrong })).toBe('Linket skal begynde med https:// og være gyldigt.');
    const dorte = world.person('Dorte Dal');
    await dorte.presses('Dagsorden', { on });
    expect((await dorte.aims('Gå til mødet', { on })).value).toBeDefined();
    await expect(dorte.presses('Foreslå et punkt', { on })).rejects.toThrow('has no button');
  });

  test('only the secretary is mentioned when the agenda is late', async () => {
    await world.at('2015-03-10T08:30');
    expect(world.stands('Dagsorden mangler')).toContain('Fristen var mandag 9. marts 2015.');
    expect(JSON.stringify(mentions('Dagsorden mangler'))).toContain('Frida Fjeld');
    for (const name of people.slice(1)) expect(JSON.stringify(mentions('Dagsorden mangler'))).not.toContain(name);
  });

  test('the secretary orders the agenda and sends it; a closed item is named only to members', async () => {
    await frida().presses('Gå til dagsordenen', { on: 'Dagsorden mangler' });
    await frida().presses('Flyt punkt', { on: 'Dagsorden mangler' });
    expect(await frida().presses('Gem', { on: 'Dagsorden mangler', with: { Punkt: '3. Nye forløb', 'Ny placering': 'Som punkt 1' } })).toBe(
      '',
    );
    await frida().presses('Gå til dagsordenen', { on: 'Dagsorden mangler' });
    await frida().presses('Udsend dagsorden', { on: 'Dagsorden mangler' });
    expect(await frida().presses('Udsend', { on: 'Dagsorden mangler' })).toBe('');
    expect(world.stands('Dagsorden mangler')).toEqual([expect.stringMatching(/^Dagsorden mangler: besvaret .* 2015 af Frida Fjeld\.$/)]);
    expect(world.stands('Dagsordenen er udsendt')).toContain('3 punkter.');
    expect(world.stands(on)).toEqual(
      expect.arrayContaining(['1. Nye forløb på Fjordens Sygehus', '2. Fælles plan for udskrivning', '3. Lukket punkt']),
    );
    expect((await world.person('Palle Praksis').sees(on)).join('\n')).toContain('En følsom personsag');
    expect((await world.person('Dorte Dal').sees(on)).join('\n')).not.toContain('følsom');
    const lone = world.person('Lone Lund');
    await lone.presses('Dagsorden', { on });
    await expect(lone.presses('Foreslå et punkt', { on })).rejects.toThrow('has no button');
  });

  test('members who have answered are not reminded', async () => {
    await world.person('Rita Regn').presses('Kommer', { on });
    await world.person('Mads Muld').presses('Kommer', { on });
    await world.at('2015-03-13T08:30');
    const text = JSON.stringify(mentions('Kommer du '));
    expect(text).toContain('Palle Praksis');
    expect(text).toContain('Lone Lund');
    expect(text).not.toContain('Rita Regn');
    expect(text).not.toContain('Mads Muld');
    expect(text).not.toContain('Frida Fjeld');
    await world.person('Palle Praksis').presses('Afbud', { on: 'Kommer du ' });
    await world.person('Lone Lund').presses('Kommer', { on: 'Kommer du ' });
    expect(world.stands('Alle har svaret')).toHaveLength(1);
  });

  test('the secretary writes decisions item by item, and a member puts a dissent on record', async () => {
    await world.at('2015-03-16T13:30');
    const decide = async (item: string, what: string, words: string) => {
      await frida().presses('Referat', { on });
      await frida().presses('Registrér resultat', { on });
      return frida().presses('Gem', { on, with: { Punkt: item, Resultat: what, Ordlyd: words } });
    };
    expect(await decide('2. Fælles plan', 'Besluttet', '')).toBe('Udfyld beslutning.');
    expect(await decide('2. Fælles plan', 'Besluttet', 'Planen godkendes. Mads Mulds forslag følges op.')).toBe('');
    expect(await decide('1. Nye forløb', 'Udsat til næste møde', '')).toBe('');
    expect(await decide('3. En følsom', 'Drøftet', 'Hemmelig drøftelse')).toBe('');
    const palle = world.person('Palle Praksis');
    await palle.presses('Referat', { on });
    await palle.presses('Registrér afvigende mening', { on });
    const dissent = { Punkt: '2. Fælles plan', 'Begrundelse (valgfri)': 'Fristen er for kort for praksis' };
    expect(await palle.presses('Gem', { on, with: dissent })).toBe('');
  });

  test('the secretary sends the minutes, and a member comments on them before they may be published', async () => {
    await world.at('2015-03-17T10:00');
    await frida().presses('Referat', { on });
    await frida().presses('Udsend referat', { on });
    expect(await frida().presses('Udsend', { on })).toBe('');
    expect(world.stands('Referatet er udsendt')).toContain('Frist for bemærkninger: tirsdag 24. marts 2015.');
    const lone = world.person('Lone Lund');
    await lone.writes('mine', 'Forum');
    expect((await lone.sees('Det venter på dig')).join('\n')).toContain('Bemærkninger til referatet, senest tirsdag 24. marts 2015');
    await lone.presses('Se referatet', { on: 'Referatet er udsendt' });
    await lone.presses('Skriv en bemærkning', { on: 'Referatet er udsendt' });
    expect(await lone.presses('Gem', { on: 'Referatet er udsendt', with: { 'Din bemærkning': 'Punkt 2 mangler en dato' } })).toBe('');
    expect((await lone.sees('Det venter på dig')).join('\n')).not.toContain('Bemærkninger');
    await frida().presses('Referat', { on });
    await expect(frida().presses('Offentliggør', { on })).rejects.toThrow('has no button');
  });

  test('the minutes are published when the time for comments has passed, as a page without names and closed items', async () => {
    await world.at('2015-03-25T08:30');
    expect(JSON.stringify(mentions('Referat til offentliggørelse'))).toContain('Frida Fjeld');
    await frida().presses('Gå til referatet', { on: 'Referat til offentliggørelse' });
    await frida().presses('Offentliggør', { on: 'Referat til offentliggørelse' });
    expect(await frida().presses('Offentliggør', { on: 'Referat til offentliggørelse' })).toBe('');
    expect(world.stands(on)).toContain('Referatet er offentliggjort.');
    expect(world.stands('Referatet af mødet')).toHaveLength(1);
    const [meeting = ''] = (await world.store.ofKind('meeting')).map((stream) => stream.slice('meeting/'.length));
    expect(JSON.stringify(world.standing(on).card)).toContain(`https://moeder.example/${meeting}.html`);
    expect(readdirSync(world.pages).sort()).toEqual([`${meeting}.html`, 'index.html'].sort());
    const page = readFileSync(join(world.pages, `${meeting}.html`), 'utf8');
    expect(page).toContain('Planen godkendes. municipal-chair (Kommune) forslag følges op.');
    expect(page).toContain('practitioner (Almen praksis): Fristen er for kort for praksis');
    for (const secret of [...people, 'følsom', 'Hemmelig', 'Punkt 2 mangler en dato']) expect(page).not.toContain(secret);
  });

  test('the word for the minutes shows the newest that are published', async () => {
    await frida().writes('referat', 'Panelet');
    expect(world.stands('Referat: panel')).toEqual(
      expect.arrayContaining(['Referatet er offentliggjort.', 'Besluttet: Planen godkendes. Mads Mulds forslag følges op.']),
    );
  });

  test.skipIf(browser() === null)('the published pages pass the accessibility checks in a real browser', async () => {
    const { context, close } = await openBrowser();
    try {
      const page = await context.newPage();
      for (const name of readdirSync(world.pages)) {
        await page.goto(`file://${join(world.pages, name)}`);
        expect(await obstacles(page)).toEqual([]);
        expect((await page.innerText('body')).length).toBeGreaterThan(100);
      }
    } finally {
      await close();
    }
  });

  test('nobody hears of a published meeting any more', async () => {
    const before = world.connector.posts().length;
    await world.at('2015-03-31T08:30');
    await world.at('2015-04-01T12:00');
    const since = world.connector.posts().slice(before);
    expect(since.filter(({ card }) => !nameOf(card).startsWith('Protokollens'))).toEqual([]);
  });

  test('an item that was not finished comes again at the next meeting', async () => {
    const at = { Dato: '2015-04-20', 'Fra kl.': '13:00', 'Til kl.': '15:00', 'Sted eller link': 'Lokale Havblik' };
    expect(await plans(world, 'Frida Fjeld', at)).toBe('');
    await world.person('Rita Regn').writes('dagsorden', 'Panelet');
    const agenda = world.stands('Dagsorden: panel').join('\n');
    expect(agenda).toContain('1. Nye forløb på Fjordens Sygehus\ntil drøftelse');
    expect(agenda).toContain('udsat fra et tidligere møde');
    expect(agenda).not.toContain('Fælles plan');
  });

  test('each meeting has had one standing card all the while, without a fault and with a sound ledger', async () => {
    const standing = roots().filter(({ card }) => nameOf(card) === on);
    expect(standing).toHaveLength(2);
    expect((await checkLedger(world.store, await anchorLines(world.store))).findings).toEqual([]);
    expect(world.faults).toEqual([]);
  });
});
