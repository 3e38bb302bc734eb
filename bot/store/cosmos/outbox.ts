import { randomUUID } from 'node:crypto';
import {
  claimed,
  heldBack,
  type Kept,
  type KeptNotice,
  letGo,
  type Outbox,
  posted,
  read,
  redrawn,
  renewed,
  reopened,
  settled,
  toClaim,
  toItem,
  toStanding,
  watching,
  wornOut,
} from '../outbox.ts';
import { parkedItems } from '../sources.ts';
import { type Claim, type StandingNotice, StoreUnavailable } from '../store.ts';
import { type Draft, type Gone, type OutboxEntry, outboxId, outboxItem } from './items.ts';
import { type Touches, touchInCosmos } from './watching.ts';
import { type Stored, type Wire, written } from './wire.ts';

type Standing = OutboxEntry | Gone;

/** How long a finished errand's name stays, in seconds. */
const goneFor = 24 * 60 * 60;
/** How often a claim looks again when others took what it saw. */
const races = 20;

export function cosmosOutbox(wire: Wire, { touching, sweep }: Touches): Outbox {
  const everywhere = (call: string, where: string, given: Readonly<Record<string, string>> = {}) =>
    wire.ask<OutboxEntry>(call, { partition: null, where: `c.type = 'outbox' AND ${where}`, given });

  async function change(call: string, home: string, id: string, next: (was: Kept) => Kept | 'gone' | null): Promise<boolean> {
    const done = await wire.swap<Standing>(call, home, id, (was) => {
      if (was?.type !== 'outbox') return null;
      const item = next(read(was.kept));
      return item === 'gone' ? gone(home, id) : item && outboxItem(home, item);
    });
    return done !== null;
  }
  const changeNotice = async (call: string, key: string, next: (was: KeptNotice) => KeptNotice | null) => {
    const [item] = await findNotice(wire, call, key);
    if (!item) return false;
    return change(call, item.pk, item.id, (was) => (was.kind === 'notice' ? next(was) : null));
  };

  return {
    claim: async ({ now, leaseMs, limit }) => {
      const taken: Claim[] = [];
      for (let round = 0; round < races; round++) {
        if (round > 0) await wire.pause(round);
        const due = await dueItems(wire, now, limit - taken.length);
        const { claims, lost } = await takeAll(wire, due, now + leaseMs, taken.length > 0);
        taken.push(...claims);
        if (lost === 0) break;
      }
      return taken;
    },
    settle: (claim, outcome) => {
      const home = homeOf(claim);
      const write = () => change('settle', home, outboxId(claim.kind, claim.key), (was) => settled(was, claim.lease, outcome));
      return outcome.kind === 'park' ? touching(home, [parkedItems], write) : write();
    },
    watch: (claim, sources) =>
      change('watch', homeOf(claim), outboxId(claim.kind, claim.key), (was) => watching(was, claim.lease, sources)),
    touch: (sources, now) => touchInCosmos(wire, sources, now),
    sweep,
    wear: async (key, printed, now) => {
      await changeNotice('wear', key, (was) => wornOut(was, printed, now));
    },
    keepTrue: async (notice, place, look) => {
      await wire.put('keepTrue', written(outboxItem(notice.about, posted(notice, place, look))), null);
    },
    renew: async (claim, now, leaseMs) => {
      const id = outboxId(claim.kind, claim.key);
      const done = await change('renew', homeOf(claim), id, (was) => renewed(was, claim.lease, now + leaseMs));
      return done ? { ...claim, leaseUntil: now + leaseMs } : null;
    },
    notice: async (key) => {
      const [item] = await findNotice(wire, 'notice', key);
      return (item && notices([item])[0]) ?? null;
    },
    noticesAbout: async (stream) => notices(await everywhere('noticesAbout', "c.kind = 'notice' AND c.about = @stream", { stream })),
    standing: async () => {
      const sent = await everywhere('standing', "c.kind = 'notice' AND c.state = 'sent'");
      return notices(sent).filter(({ place }) => place !== null);
    },
    redraw: (key, at) => changeNotice('redraw', key, (was) => redrawn(was, at)),
    putOff: async (key, who, until) => {
      await changeNotice('putOff', key, (was) => heldBack(was, who, until));
    },
    letGo: async (key, who) => {
      await changeNotice('letGo', key, (was) => letGo(was, who));
    },
    lift: async (key, now) => {
      const [item] = await everywhere('lift', 'c.key = @key', { key });
      if (!item) return false;
      const write = () => change('lift', item.pk, item.id, (was) => (was.state === 'parked' ? reopened(was, now) : null));
      return touching(item.pk, [parkedItems], write);
    },
    wake: async (body, now) => {
      const waiting = await everywhere('wake', "c.state = 'waiting' AND c.waitsFor = @body", { body });
      const opens = (was: Kept) => (was.waitsFor === body ? reopened(was, now) : null);
      await Promise.all(waiting.map(({ pk, id }) => change('wake', pk, id, opens)));
    },
    parked: async () => byKey(await everywhere('parked', "c.state = 'parked'")).map(({ kept }) => toItem(read(kept))),
    backlog: async (now) => {
      const rows = await wire.ask<Pick<OutboxEntry, 'state' | 'sendAt'>>('backlog', {
        partition: null,
        select: 'c.state, c.sendAt',
        where: "c.type = 'outbox' AND (c.state = 'open' OR c.state = 'parked')",
      });
      const open = rows.filter(({ state }) => state === 'open');
      const oldest = open.reduce((least, { sendAt }) => Math.min(least, sendAt || now), now);
      return { open: open.length, oldestMs: now - oldest, parked: rows.length - open.length };
    },
  };
}

/** The notice of this key: where a key that begins with its stream says, or wherever it is found. */
export async function findNotice(wire: Wire, call: string, key: string): Promise<readonly Stored<OutboxEntry>[]> {
  const [home = ''] = key.split(':', 1);
  const item = home === key ? null : await wire.read<OutboxEntry>(call, home, outboxId('notice', key));
  if (item) return [item];
  const where = "c.type = 'outbox' AND c.kind = 'notice' AND c.key = @key";
  return wire.ask<Stored<OutboxEntry>>(call, { partition: null, where, given: { key } });
}

async function dueItems(wire: Wire, now: number, limit: number): Promise<readonly Stored<OutboxEntry>[]> {
  const due = await wire.ask<Stored<OutboxEntry>>('claim', {
    partition: null,
    where: "c.type = 'outbox' AND c.claimFrom <= @now",
    given: { now },
    orderBy: 'c.claimFrom',
    top: limit,
  });
  return due.toSorted((a, b) => (a.claimFrom ?? 0) - (b.claimFrom ?? 0) || (a.key < b.key ? -1 : 1));
}

/** Those nobody else took first. One whose answer does not come is left: its lease ends by itself, and it is marked then. */
async function takeAll(wire: Wire, items: readonly Stored<OutboxEntry>[], until: number, any: boolean) {
  const tried = await Promise.allSettled(items.map((item) => take(wire, item, until)));
  const fault = tried.find((each) => each.status === 'rejected');
  const claims = tried.flatMap((each) => (each.status === 'fulfilled' && each.value ? [each.value] : []));
  if (fault && (!(fault.reason instanceof StoreUnavailable) || (claims.length === 0 && !any))) throw fault.reason;
  return { claims, lost: tried.filter((each) => each.status === 'fulfilled' && each.value === null).length };
}

async function take(wire: Wire, item: Stored<OutboxEntry>, until: number): Promise<Claim | null> {
  const kept = claimed(read(item.kept), `${randomUUID()} ${item.pk}`, until);
  return (await wire.put('claim', written(outboxItem(item.pk, kept)), item._etag)) ? toClaim(kept) : null;
}

/** A lease names the partition it is held in. */
function homeOf({ lease }: Claim): string {
  return lease.slice(lease.indexOf(' ') + 1);
}

function gone(pk: string, id: string): Draft<Gone> {
  return { id, pk, type: 'gone', ttl: goneFor };
}

function notices(items: readonly OutboxEntry[]): readonly StandingNotice[] {
  return byKey(items).flatMap(({ kept }) => {
    const item = read(kept);
    return item.kind === 'notice' ? [toStanding(item)] : [];
  });
}

function byKey(items: readonly OutboxEntry[]): readonly OutboxEntry[] {
  return items.toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
