import { randomUUID } from 'node:crypto';
import {
  claimableFrom,
  claimed,
  dueAt,
  heldBack,
  type Kept,
  type KeptNotice,
  letGo,
  redrawn,
  renewed,
  reopened,
  settled,
  toClaim,
  toItem,
  toStanding,
} from '../outbox.ts';
import type { StandingNotice, Store } from '../store.ts';
import type { Connection } from './connection.ts';

type Outbox = Pick<
  Store,
  | 'claim'
  | 'settle'
  | 'renew'
  | 'notice'
  | 'noticesAbout'
  | 'standing'
  | 'redraw'
  | 'putOff'
  | 'letGo'
  | 'lift'
  | 'wake'
  | 'parked'
  | 'backlog'
>;
interface Row {
  readonly item: string;
}

export function sqliteOutbox(db: Connection): Outbox {
  const items = (sql: string, ...values: (string | number)[]) => db.rows<Row>(sql, ...values).map(toKept);
  const change = <T>(key: string, otherwise: T, work: (was: Kept) => T) =>
    db.write(() => {
      const was = kept(db, key);
      return was ? work(was) : otherwise;
    });
  const changeNotice = (key: string, next: (was: KeptNotice) => KeptNotice) =>
    change(key, false, (was) => was.kind === 'notice' && put(next(was)));
  function put(item: Kept): boolean {
    keep(db, item);
    return true;
  }

  return {
    claim: ({ now, leaseMs, limit }) =>
      db.write(() =>
        items('SELECT item FROM outbox WHERE claimable_from <= ? ORDER BY claimable_from, key LIMIT ?', now, limit).map((was) => {
          const item = claimed(was, randomUUID(), now + leaseMs);
          keep(db, item);
          return toClaim(item);
        }),
      ),
    settle: (claim, outcome) =>
      change(claim.key, false, (was) => {
        const next = settled(was, claim.lease, outcome);
        if (next === 'gone') return db.run('DELETE FROM outbox WHERE key = ?', claim.key) > 0;
        return next !== null && put(next);
      }),
    renew: (claim, now, leaseMs) =>
      change(claim.key, null, (was) => {
        const next = renewed(was, claim.lease, now + leaseMs);
        return next && put(next) ? { ...claim, leaseUntil: now + leaseMs } : null;
      }),
    notice: async (key) => {
      const item = kept(db, key);
      return item?.kind === 'notice' ? toStanding(item) : null;
    },
    noticesAbout: async (stream) => notices(items('SELECT item FROM outbox WHERE about = ? ORDER BY key', stream)),
    standing: async () => notices(items("SELECT item FROM outbox WHERE state = 'sent' ORDER BY key")).filter(({ place }) => place !== null),
    redraw: (key, at) => changeNotice(key, (was) => redrawn(was, at)),
    putOff: async (key, who, until) => {
      await changeNotice(key, (was) => heldBack(was, who, until));
    },
    letGo: async (key, who) => {
      await changeNotice(key, (was) => letGo(was, who));
    },
    lift: (key, now) => change(key, false, (was) => was.state === 'parked' && put(reopened(was, now))),
    wake: (body, now) =>
      db.write(() => {
        for (const was of items('SELECT item FROM outbox WHERE waits_for = ?', body)) keep(db, reopened(was, now));
      }),
    parked: async () => items("SELECT item FROM outbox WHERE state = 'parked' ORDER BY key").map(toItem),
    backlog: async (now) => {
      const open = db.row<{ count: number; oldest: number | null }>(
        "SELECT count(*) AS count, min(due_at) AS oldest FROM outbox WHERE state = 'open'",
      );
      const parked = db.row<{ count: number }>("SELECT count(*) AS count FROM outbox WHERE state = 'parked'");
      return { open: open?.count ?? 0, oldestMs: Math.max(0, now - (open?.oldest ?? now)), parked: parked?.count ?? 0 };
    },
  };
}

export function kept(db: Connection, key: string): Kept | null {
  const row = db.row<Row>('SELECT item FROM outbox WHERE key = ?', key);
  return row && toKept(row);
}

/** Only inside a write. The columns beside the item are what it is found by. */
export function keep(db: Connection, item: Kept): void {
  db.run(
    'INSERT OR REPLACE INTO outbox (key, about, state, due_at, claimable_from, waits_for, item) VALUES (?, ?, ?, ?, ?, ?, ?)',
    item.key,
    item.kind === 'notice' ? item.notice.about : item.from,
    item.state,
    dueAt(item),
    claimableFrom(item),
    item.waitsFor,
    JSON.stringify(item),
  );
}

function notices(items: readonly Kept[]): readonly StandingNotice[] {
  return items.flatMap((item) => (item.kind === 'notice' ? [toStanding(item)] : []));
}

function toKept({ item }: Row): Kept {
  return JSON.parse(item);
}
