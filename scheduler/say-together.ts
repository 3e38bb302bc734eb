import type { Temporal } from 'temporal-polyfill';
import { openDesk } from '../bot/desk.ts';
import type { Printed } from '../bot/draw.ts';
import { type ChannelKey, streamOf } from '../bot/governance/vocabulary/stream.ts';
import { hostsRecord, togetherRecord } from '../bot/store/record-name.ts';
import { fieldOf, recordOf } from '../bot/store/sources.ts';
import type { CardSource, Claim, StandingNotice } from '../bot/store/store.ts';
import { type Hosts, saidAlone, type Together } from '../bot/together.ts';
import type { DeliverDeps } from './delivering.ts';
import { drawNotice } from './draw.ts';

type NoticeClaim = Extract<Claim, { kind: 'notice' }>;

/** A note that somebody must answer mentions them; another to the same persons within the hour is a line on the first. Ours. */
const together = { ms: 3_600_000, most: 8 };
/** Others write the same record; each time one of them gets further. */
const tries = 20;

/**
 * Whether a note that stands nowhere yet is sent: `itself`, or as a line on another (`watch`: what would bring it out from there), or
 * `later`, when that other one has been.
 */
export type Gathered = { readonly said: 'itself' | 'later' } | { readonly said: 'along'; readonly watch: readonly CardSource[] };

export async function sayTogether(deps: DeliverDeps, claim: NoticeClaim, printed: Printed, channel: ChannelKey): Promise<Gathered> {
  const persons = printed.lasts.mentions.map(({ person }) => person);
  const { saidBy } = (await kept(deps, claim.key)).value;
  if (saidBy !== null) {
    const watch = watchFor(claim, saidBy);
    await deps.store.watch(claim, watch);
    const host = await deps.store.notice(saidBy);
    if (host && (await saysStill(deps, host, claim.key, channel))) {
      if (host.look?.closed) await deps.store.redraw(host.notice.key, deps.now().epochMilliseconds);
      return { said: 'along', watch };
    }
    await takeOff(deps, saidBy, claim.key);
    await change(deps, claim.key, (was) => ({ ...was, saidBy: null }));
  }
  if (persons.length === 0) return { said: 'itself' };
  for (let at = 1; at <= tries; at++) {
    const hosts = await deps.store.record<Hosts>(...hostsRecord(channel));
    const lately = (hosts?.value ?? []).filter((each) => isLately(each.at, deps.now()));
    const own = lately.find(({ key }) => key === claim.key);
    if (own?.told?.length === persons.length && persons.every((person) => own.told?.includes(person))) return { said: 'itself' };
    for (const { key, told } of own ? [] : lately) {
      const host = persons.every((person) => told?.includes(person)) ? await deps.store.notice(key) : null;
      if (!host || !(await mayTakeIn(deps, host, persons, channel))) continue;
      return host.place === null ? { said: 'later' } : putOn(deps, claim, host);
    }
    const next: Hosts = [...lately.filter((each) => each !== own), { at: deps.now().toString(), ...own, key: claim.key, told: persons }];
    if (await deps.store.putRecord(...hostsRecord(channel), next, hosts?.version ?? null)) return { said: 'itself' };
  }
  return { said: 'later' };
}

/** A note that cannot be sent, or only in one line, lets go of those it says: each is said by itself, or by another. */
export async function letOthersGo(deps: DeliverDeps, key: string): Promise<void> {
  if ((await kept(deps, key)).value.others.length > 0) await change(deps, key, (was) => ({ ...was, others: [], ended: true }));
}

/** Its own part is written first: cut short here, it is put on the other's list the next time. */
async function putOn(deps: DeliverDeps, claim: NoticeClaim, host: StandingNotice): Promise<Gathered> {
  const { about, occasion, key } = claim.standing.notice;
  const watch = watchFor(claim, host.notice.key);
  await deps.store.watch(claim, watch);
  await change(deps, key, () => ({ ...saidAlone, saidBy: host.notice.key }));
  const line = { key, about, occasion };
  await change(deps, host.notice.key, (was) => (was.ended ? was : { ...was, others: [...without(was, key), line] }));
  await deps.store.redraw(host.notice.key, deps.now().epochMilliseconds);
  return { said: 'along', watch };
}

async function takeOff(deps: DeliverDeps, host: string, key: string): Promise<void> {
  const { value } = await kept(deps, host);
  if (value.others.some((each) => each.key === key)) await change(deps, host, (was) => ({ ...was, others: without(was, key) }));
}

/** It stands, or is on its way, in the same channel, and lists it. */
async function saysStill(deps: DeliverDeps, host: StandingNotice, key: string, channel: ChannelKey): Promise<boolean> {
  const { value } = await kept(deps, host.notice.key);
  return value.saidBy === null && value.others.some((each) => each.key === key) && isHere(host, channel);
}

/** It stands in the channel, or is about to, is still asked, has room, and all who are meant are waited for there. */
async function mayTakeIn(deps: DeliverDeps, host: StandingNotice, persons: readonly string[], channel: ChannelKey): Promise<boolean> {
  const { value } = await kept(deps, host.notice.key);
  if (value.ended || value.saidBy !== null || value.others.length >= together.most || !isHere(host, channel)) return false;
  const desk = await openDesk(deps.store, deps.directory, deps.charter(), deps.now(), deps.pages.address);
  const printed = await drawNotice({ store: deps.store, directory: deps.directory, desk }, host, 'whole');
  const named = new Set(printed?.lasts.mentions.map(({ person }) => person));
  return printed !== null && !printed.lasts.closed && persons.every((person) => named.has(person));
}

function isHere({ place, state }: StandingNotice, channel: ChannelKey): boolean {
  return place === null ? state === 'open' : place.channel === channel && state !== 'parked';
}

/** What it is not drawn from and is yet told by: how the two are said, and where the body meets. */
function watchFor({ key, standing: { notice } }: NoticeClaim, host: string): readonly CardSource[] {
  const meets = 'body' in notice.to ? [fieldOf(streamOf('body', notice.to.body), 'channel')] : [];
  return [recordOf(...togetherRecord(key)), recordOf(...togetherRecord(host)), ...meets];
}

function without({ others }: Together, key: string): Together['others'] {
  return others.filter((each) => each.key !== key);
}

function isLately(at: string, now: Temporal.Instant): boolean {
  return Date.parse(at) + together.ms > now.epochMilliseconds;
}

async function kept({ store }: DeliverDeps, key: string): Promise<{ readonly value: Together; readonly version: number | null }> {
  const found = await store.record<Together>(...togetherRecord(key));
  return found ?? { value: saidAlone, version: null };
}

async function change(deps: DeliverDeps, key: string, next: (was: Together) => Together): Promise<void> {
  for (let at = 1; at <= tries; at++) {
    const { value, version } = await kept(deps, key);
    if (await deps.store.putRecord(...togetherRecord(key), next(value), version)) return;
  }
  throw new Error(`${key} is written by too many at once`);
}
