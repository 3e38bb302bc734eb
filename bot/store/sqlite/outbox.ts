import { randomUUID } from 'node:crypto';
import {
  claimed,
  heldBack,
  type Kept,
  type KeptNotice,
  letGo,
  type Outbox,
  posted,
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
import type { Connection } from './connection.ts';
import { keep, kept, notices, type OutboxRow, toKept } from './kept.ts';
import { sweepSqlite, touchInSqlite, watches } from './watching.ts';

export function sqliteOutbox(db: Connection): Outbox {
  const items = (sql: string, ...values: (string | number)[]) => db.rows<OutboxRow>(sql, ...values).map(toKept);
  const change = <T>(key: string, otherwise: T, work: (was: Kept) => T) =>
    db.write(() => {
      const was = kept(db, key);
      return was ? work(was) : otherwise;
    });
  const changeNotice = (key: string, next: (was: KeptNotice) => KeptNotice | null) =>
    change(key, false, (was) => {
      const item = was.kind === 'notice' ? next(was) : null;
      return item !== null && put(item);
    });
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
        if (next === null) return false;
        if (outcome.kind === 'looked') watches(db, next);
        if (outcome.kind === 'park') touchInSqlite(db, [parkedItems], 0);
        return put(next);
      }),
    watch: (claim, sources) =>
      change(claim.key, false, (was) => {
        const next = watching(was, claim.lease, sources);
        if (next === null) return false;
        watches(db, next);
        return put(next);
      }),
    touch: (sources, now) => db.write(() => touchInSqlite(db, sources, now)),
    sweep: (now, most) => db.write(() => sweepSqlite(db, now, most)),
    wear: async (key, printed, now) => {
      await changeNotice(key, (was) => wornOut(was, printed, now));
    },
    keepTrue: (notice, place, look) =>
      db.write(() => {
        if (kept(db, notice.key) === null) keep(db, posted(notice, place, look));
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
    noticesAbout: async (stream) => notices(db, 'SELECT item FROM outbox WHERE about = ? ORDER BY key', stream).map(toStanding),
    standing: async () => {
      const sent = notices(db, "SELECT item FROM outbox WHERE state = 'sent' ORDER BY key");
      return sent.filter(({ place }) => place !== null).map(toStanding);
    },
    redraw: (key, at) => changeNotice(key, (was) => redrawn(was, at)),
    putOff: async (key, who, until) => {
      await changeNotice(key, (was) => heldBack(was, who, until));
    },
    letGo: async (key, who) => {
      await changeNotice(key, (was) => letGo(was, who));
    },
    lift: (key, now) =>
      change(key, false, (was) => {
        if (was.state !== 'parked') return false;
        touchInSqlite(db, [parkedItems], now);
        return put(reopened(was, now));
      }),
    wake: (body, now) =>
      db.write(() => {
        for (const was of items('SELECT item FROM outbox WHERE waits_for = ?', body)) keep(db, reopened(was, now));
      }),
    parked: async () => items("SELECT item FROM outbox WHERE state = 'parked' ORDER BY key").map(toItem),
    backlog: async (now) => {
      const open = db.row<{ count: number; oldest: number | null }>(
        "SELECT count(*) AS count, min(nullif(due_at, 0)) AS oldest FROM outbox WHERE state = 'open'",
      );
      const parked = db.row<{ count: number }>("SELECT count(*) AS count FROM outbox WHERE state = 'parked'");
      return { open: open?.count ?? 0, oldestMs: Math.max(0, now - (open?.oldest ?? now)), parked: parked?.count ?? 0 };
    },
  };
}
