import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import ical from 'node-ical';
import { Temporal } from 'temporal-polyfill';
import { convertIcsCalendar } from 'ts-ics';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Calendars, openCalendars } from '../../bot/calendars.ts';
import { openDesk } from '../../bot/desk.ts';
import { openDirectory } from '../../bot/directory.ts';
import type { Command } from '../../bot/governance/vocabulary/all.ts';
import type { Actor, Stream } from '../../bot/governance/vocabulary/stream.ts';
import { openHandle } from '../../bot/handle.ts';
import { openSqlite, type SqliteStore } from '../../bot/store/sqlite.ts';
import { fjord } from '../kit/plan-world.ts';
import { brokenLines } from './rfc5545.ts';

const model = fjord();
let now: Temporal.Instant;
let store: SqliteStore;
let server: Server;
let calendars: Calendars;
let nth = 0;

beforeEach(async () => {
  now = Temporal.Instant.from('2016-02-01T08:00:00Z');
  store = openSqlite(':memory:');
  const directory = openDirectory(store);
  server = express().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const publicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  calendars = openCalendars({
    store,
    now: () => now,
    desk: (at) => openDesk(store, directory, model, at, (id) => `https://moeder.example/${id}`),
    publicUrl,
  });
  const http = express().use(calendars.router);
  server.removeAllListeners('request');
  server.on('request', http);
  await ask('body/panel', { type: 'FillSeat', appointment: 'a1', seat: 'regional-chair', person: 'rita', from: '2015-01-01' });
  await ask('body/panel', { type: 'FillSeat', appointment: 'a2', seat: 'regional-secretary', person: 'sigrid', from: '2015-01-01' });
});
afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
  await store.close();
});

async function ask(stream: Stream, command: Command, by: Actor = { kind: 'operator' }, words: Readonly<Record<string, string>> = {}) {
  const handle = openHandle(
    store,
    () => model,
    async () => undefined,
  );
  const texts = Object.entries(words).map(([ref, each]) => ({ ref, key: 'k'.repeat(64), words: each }));
  const handled = await handle({ stream, command, by, cause: `operator:test-${++nth}`, now, texts });
  if (handled.result === 'refused') throw new Error(handled.refusal.refused);
}
const person = (key: string): Actor => ({ kind: 'person', person: key, administrator: false });

async function fetched(
  of: Parameters<Calendars['address']>[0],
): Promise<{ readonly status: number; readonly text: string; readonly url: string }> {
  const url = (await calendars.address(of)) ?? '';
  const response = await fetch(url);
  return { status: response.status, text: await response.text(), url };
}
const panel = { of: 'body', body: 'panel' } as const;

const dates = [
  { id: '1', gathering: null, date: '2016-03-01', time: '09:00', minutes: 120, joint: [], online: false },
  { id: '2', gathering: null, date: '2016-06-07', time: '13:00', minutes: 90, joint: ['forum'], online: true },
];
/** Plans two meetings; the first is called with a place, a link and an agenda of an open and a closed item. */
async function planned() {
  await ask('year/panel.2016', { type: 'ProposeYear', meetings: dates });
  const text = (ref: string) => ({ ref, mac: 'm' });
  const when = { start: '2016-03-01T08:00:00Z', end: '2016-03-01T10:00:00Z', place: text('place'), link: text('link') } as const;
  const plan = { type: 'PlanMeeting', body: 'panel', joint: [], extraordinary: false, reason: null, ...when } as const;
  await ask('meeting/panel.2016-1', plan, { kind: 'operator' }, { place: 'Regionshuset; sal 1', link: 'https://teams.example/l/1' });
  for (const [item, closed] of [
    ['open', false],
    ['shut', true],
  ] as const) {
    const proposal = { kind: 'information', title: text(`title-${item}`), recommendations: [], case: null, papers: null, closed } as const;
    await ask('meeting/panel.2016-1', { type: 'ProposeItem', item, proposal }, person('sigrid'), { [`title-${item}`]: `Et ${item} punkt` });
  }
  await ask('meeting/panel.2016-1', { type: 'SendAgenda' }, person('sigrid'));
}

describe('a calendar that somebody follows', () => {
  it('two independent calendar readers find the same meetings at the same instants', async () => {
    await planned();
    const { status, text } = await fetched(panel);
    expect(status).toBe(200);
    const one = Object.values(ical.sync.parseICS(text)).filter((each) => each?.type === 'VEVENT');
    const other = convertIcsCalendar(undefined, text).events ?? [];
    const expected = [
      ['panel.2016-1@samspil', '2016-03-01T08:00:00.000Z', '2016-03-01T10:00:00.000Z', 0],
      ['panel.2016-2@samspil', '2016-06-07T11:00:00.000Z', '2016-06-07T12:30:00.000Z', 0],
    ];
    expect(one.map((each) => [each.uid, each.start.toISOString(), each.end?.toISOString(), Number(each.sequence)])).toEqual(expected);
    expect(
      other.map((each) => [each.uid, each.start.date.toISOString(), 'end' in each ? each.end?.date.toISOString() : '', each.sequence ?? 0]),
    ).toEqual(expected);
    expect(one[0]).toMatchObject({ location: 'Regionshuset; sal 1', url: 'https://teams.example/l/1', status: 'CONFIRMED' });
    expect(one[1]).toMatchObject({ location: 'Virtuelt', status: 'TENTATIVE' });
  });
  it('every line of a followed calendar keeps to RFC 5545', async () => {
    await planned();
    expect(brokenLines((await fetched(panel)).text)).toEqual([]);
    expect(brokenLines((await fetched({ of: 'person', person: 'rita' })).text)).toEqual([]);
    expect(
      brokenLines('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nDTSTART:20160301\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n'),
    ).not.toEqual([]);
  });
  it('a followed calendar names the open items of the agenda and where to join, and no closed item', async () => {
    await planned();
    const text = (await fetched(panel)).text.replaceAll('\r\n ', '');
    expect(text).toContain('DESCRIPTION:Deltag: https://teams.example/l/1\\nDagsorden\\n1. Et open punkt\\nSvar på opslaget i Teams.');
    expect(text).not.toContain('shut');
    expect(text).not.toMatch(/ATTENDEE|ORGANIZER/);
  });
  it('a followed calendar shows a moved or cancelled meeting at the next fetch, under the same UID with a higher SEQUENCE', async () => {
    await planned();
    const seen = async () =>
      Object.values(ical.sync.parseICS((await fetched(panel)).text))
        .filter((each) => each?.type === 'VEVENT')
        .map((each) => [each.uid, each.start.toISOString(), Number(each.sequence), each.status]);
    const why = { ref: 'why', mac: 'm' };
    const where = { place: { ref: 'place', mac: 'm' }, link: null };
    await ask('meeting/panel.2016-1', {
      type: 'MoveMeeting',
      reason: why,
      start: '2016-03-08T12:00:00Z',
      end: '2016-03-08T14:00:00Z',
      ...where,
    });
    expect((await seen())[0]).toEqual(['panel.2016-1@samspil', '2016-03-08T12:00:00.000Z', 1, 'CONFIRMED']);
    await ask('meeting/panel.2016-1', { type: 'CancelMeeting', reason: why });
    expect((await seen())[0]).toEqual(['panel.2016-1@samspil', '2016-03-08T12:00:00.000Z', 2, 'CANCELLED']);
    await ask('year/panel.2016', { type: 'AdjustMeeting', meeting: '2', to: { date: '2016-06-14', time: '13:00', minutes: 90 } });
    await ask('year/panel.2016', { type: 'AdjustMeeting', meeting: '3', to: { date: '2016-09-06', time: '09:00', minutes: 120 } });
    expect((await seen()).slice(1)).toEqual([
      ['panel.2016-2@samspil', '2016-06-14T11:00:00.000Z', 1, 'TENTATIVE'],
      ['panel.2016-3@samspil', '2016-09-06T07:00:00.000Z', 0, 'TENTATIVE'],
    ]);
    await ask('year/panel.2016', { type: 'AdjustMeeting', meeting: '2', to: null });
    expect((await seen()).find(([uid]) => uid === 'panel.2016-2@samspil')?.slice(2)).toEqual([2, 'CANCELLED']);
  });
  it('a person’s calendar has the meetings of the bodies they sit in, and the meetings that other bodies hold with those', async () => {
    await planned();
    const uids = async (key: string) =>
      ((await fetched({ of: 'person', person: key })).text.match(/^UID:.*$/gm) ?? []).map((line) => line.slice(4).trim());
    expect(await uids('rita')).toEqual(['panel.2016-1@samspil', 'panel.2016-2@samspil']);
    expect(await uids('nobody')).toEqual([]);
    await ask('body/forum', { type: 'FillSeat', appointment: 'f1', seat: 'regional-chair', person: 'frida', from: '2015-01-01' });
    expect(await uids('frida')).toEqual(['panel.2016-2@samspil']);
    await ask('body/panel', { type: 'EndAppointment', appointment: 'a1', until: '2016-04-01' });
    expect(await uids('rita')).toEqual(['panel.2016-1@samspil']);
  });
});

describe('the address of a calendar', () => {
  it('a calendar’s address stops working once a new one is asked for; only a secretary may ask for a body’s', async () => {
    await planned();
    const [own, body] = [await fetched({ of: 'person', person: 'rita' }), await fetched(panel)];
    await ask('persons', { type: 'RenewOwnCalendar' }, person('rita'));
    expect([(await fetch(own.url)).status, (await fetch(body.url)).status]).toEqual([404, 200]);
    await expect(ask('body/panel', { type: 'RenewCalendar' }, person('rita'))).rejects.toThrow('only-secretaries');
    await ask('body/panel', { type: 'RenewCalendar' }, person('sigrid'));
    expect((await fetch(body.url)).status).toBe(404);
    expect([(await fetched({ of: 'person', person: 'rita' })).status, (await fetched(panel)).status]).toEqual([200, 200]);
  });
  it('nobody can forge a calendar’s address by putting another body’s name under the same signature', async () => {
    await planned();
    const { url } = await fetched(panel);
    const [, token = ''] = /kalender\/(.+)\.ics$/.exec(url) ?? [];
    const [what = '', mac = ''] = token.split('.');
    const forged = Buffer.from(Buffer.from(what, 'base64url').toString().replace('panel', 'forum')).toString('base64url');
    for (const wrong of [`${forged}.${mac}`, `${what}.${'0'.repeat(mac.length)}`, what, ''])
      expect((await fetch(url.replace(token, wrong))).status).toBe(404);
    expect(url).not.toContain('panel');
  });
  it('the address of a single meeting’s calendar stops working a day after the meeting', async () => {
    await planned();
    const one = await fetched({ of: 'meeting', meeting: 'panel.2016-1' });
    expect(one.text.match(/^UID:.*$/gm)).toEqual(['UID:panel.2016-1@samspil']);
    now = Temporal.Instant.from('2016-03-01T20:00:00Z');
    expect((await fetch(one.url)).status).toBe(200);
    now = Temporal.Instant.from('2016-03-02T11:00:00Z');
    expect((await fetch(one.url)).status).toBe(404);
  });
});
