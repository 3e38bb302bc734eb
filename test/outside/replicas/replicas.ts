import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { openDesk } from '../../../bot/desk.ts';
import type { Stream } from '../../../bot/governance/vocabulary/stream.ts';
import { checkLedger } from '../../../bot/view/ledger/ledger.ts';
import { unstamped } from '../../../cards/kit/fill.ts';
import { anchorHeads } from '../../../scheduler/anchor.ts';
import { drawNotice } from '../../../scheduler/draw.ts';
import { conversationOf, nothingOpen, openStage, type Stage, troubles, type Where } from '../kills/stage.ts';
import { overTime } from './over-time.ts';
import { openPressing, type Pressing, type Size } from './pressing.ts';

export interface Survived {
  readonly seconds: number;
  readonly kills: number;
  readonly presses: number;
  /** This many presses had been answered when the last kill came. */
  readonly pressedAmidKills: number;
  /** This many presses were sent again because the replica died before it answered or asked for it. */
  readonly pressedAgain: number;
  /** These presses are not in the ledger exactly once. */
  readonly wrongPresses: readonly string[];
  readonly notices: number;
  readonly lost: readonly string[];
  readonly doubles: readonly string[];
  /** The store did not mark these doubles as uncertain. */
  readonly unmarked: readonly string[];
  readonly uncertain: number;
  readonly parked: number;
  /** These standing cards do not say what is true. */
  readonly stale: readonly string[];
  readonly entries: number;
  /** Each of these causes has an event recorded twice. */
  readonly twice: readonly string[];
  /** A check of every chain, snapshot and anchor found this. */
  readonly findings: readonly string[];
  /** No anchor has the newest entry of these streams. */
  readonly unanchored: readonly string[];
  /** This counts how often Teams and the store failed to answer, by what they did instead. */
  readonly troubles: Readonly<Record<string, number>>;
}

/** The story begins shortly before midnight, so that the heads are anchored in the middle of it. */
const start = '2015-02-02T22:57:00Z';
/** The slowest and the fastest clock are a minute apart. */
const clocks = [-30_000, 0, 30_000];

/** Three replicas share a store, are pressed and killed while Teams is at its worst, and are left alone at the end until all is done. */
export async function killAmongReplicas(size: Size, where: Where): Promise<Survived> {
  const began = performance.now();
  const stage = await openStage(size.bodies, where, start);
  const replicas = clocks.map((clock) => openReplica(stage, clock));
  try {
    const meetings = Array.from({ length: size.notices }, (_, at): Stream => `meeting/m${at}`);
    for (let each = 0; each < size.bodies; each++) await stage.meets(`panel-${each}`, conversationOf(each));
    const pressing = await openPressing(stage, size, (at) => replicas[at % replicas.length]?.port() ?? Promise.reject(new Error('nobody')));
    await Promise.all(replicas.map((each) => each.port()));
    const planned = overTime(size.overMs, size.notices, 1, (each) => stage.plan(`panel-${each % size.bodies}`, `m${each}`));
    const worked = Promise.all([planned, pressing.all(size.overMs)]);
    let kills = 0;
    let pressedAmidKills = 0;
    makeTrouble(stage);
    const atMost = Math.floor((2 * size.overMs) / size.killEveryMs);
    while (kills < atMost && pressing.answered() < size.presses) {
      const replica = replicas[kills % replicas.length];
      await Promise.all([setTimeout(size.killEveryMs), replica?.port()]);
      makeTrouble(stage);
      pressedAmidKills = pressing.answered();
      await replica?.kill();
      kills++;
    }
    await worked;
    while (!(await nothingOpen(stage))) await setTimeout(100);
    return {
      kills,
      pressedAmidKills,
      ...(await reckon(stage, size, meetings, pressing)),
      seconds: Math.round((performance.now() - began) / 1000),
    };
  } finally {
    await Promise.all(replicas.map((each) => each.stop()));
    await stage.close();
  }
}

/** A replica lives on as a new process each time it is killed. */
function openReplica(stage: Stage, clock: number) {
  let child: ChildProcess;
  let gone: Promise<unknown>;
  let port: Promise<number | null>;
  const begin = () => {
    child = stage.begin(clock);
    gone = once(child, 'exit');
    port = Promise.race([once(child, 'message').then(([said]) => Number(said)), gone.then(() => null)]);
  };
  const end = async () => {
    if (child.exitCode !== null) throw new Error(`a replica ended by itself, with ${child.exitCode}`);
    child.kill('SIGKILL');
    await gone;
  };
  begin();
  return {
    /** It answers at this port now or soon, or null if it was killed first. */
    port: () => port,
    kill: async () => {
      await end();
      begin();
    },
    stop: end,
  };
}

function makeTrouble({ connector }: Stage): void {
  for (const on of ['create', 'update'] as const) {
    for (const how of troubles) connector.fault({ on, how });
    connector.fault({ on, how: 'hang' });
  }
}

async function reckon(stage: Stage, { presses }: Size, meetings: readonly Stream[], pressing: Pressing) {
  const { store, connector, cloud, now } = stage;
  const standing = (about: string) => stage.cardsAbout(about).length;
  const notices = new Map(await Promise.all(meetings.map(async (about) => [about, await store.notice(`${about}:meeting`)] as const)));
  const uncertain = (about: Stream) => (notices.get(about)?.uncertain.length ?? 0) > 0;
  const doubles = meetings.filter((about) => standing(about) > 1);
  const histories = new Map(
    await Promise.all(
      (await store.heads(null, Number.MAX_SAFE_INTEGER)).map(async ({ stream }) => [stream, await store.history(stream)] as const),
    ),
  );
  const stale = await notTrue(stage, meetings);

  const nextNight = Temporal.Instant.from('2015-02-03T23:00:01Z');
  const log = { info: () => undefined, error: () => undefined };
  await anchorHeads({ store, charter: () => stage.charter, handle: stage.handle, skewMs: 60_000, log }, nextNight);
  const checked = await checkLedger(store, []);
  const anchored = (await store.history('anchor')).flatMap(({ event }) => ('heads' in event ? event.heads : []));
  const known = new Set(anchored.map(({ stream, hash }) => `${stream} ${hash}`));
  const heads = await store.heads(null, Number.MAX_SAFE_INTEGER);

  return {
    presses,
    pressedAgain: pressing.again(),
    wrongPresses: pressing.wrong(histories),
    notices: meetings.length,
    lost: meetings.filter((about) => standing(about) === 0),
    doubles,
    unmarked: doubles.filter((about) => !uncertain(about)),
    uncertain: meetings.filter(uncertain).length,
    parked: (await store.backlog(now().epochMilliseconds)).parked,
    stale,
    entries: checked.entries,
    twice: [...histories.values()].flatMap(causesTwice),
    findings: checked.findings.map(({ sentence }) => sentence),
    unanchored: heads.filter(({ stream, hash }) => stream !== 'anchor' && !known.has(`${stream} ${hash}`)).map(({ stream }) => stream),
    troubles: counted([
      ...connector.calls.flatMap(({ status }) =>
        status >= 200 && status < 300 ? [] : [status === 0 ? 'Teams silent' : `Teams ${status}`],
      ),
      ...(cloud?.counted ?? []).flatMap(({ status }) =>
        typeof status === 'string' || [408, 410, 429, 449, 500, 503].includes(status) ? [`store ${status}`] : [],
      ),
    ]),
  };
}

/** Redraws each standing card from what is remembered now. What says the same is not sent again, so the number of its printing may be older. */
async function notTrue({ store, directory, charter, connector, now }: Stage, meetings: readonly Stream[]): Promise<readonly Stream[]> {
  const desk = await openDesk(store, directory, charter, now());
  const stale: Stream[] = [];
  for (const about of meetings) {
    const notice = await store.notice(`${about}:meeting`);
    const stands = notice?.place && connector.standing(notice.place.activity);
    const drawn = notice && (await drawNotice({ store, directory, desk }, notice, 'whole'));
    if (!stands || !drawn || said(stands) !== said(drawn)) stale.push(about);
  }
  return stale;
}

function said({ card, summary }: { readonly card: unknown; readonly summary: string }): string {
  return JSON.stringify([unstamped(card), summary]);
}

/** The entries of one append follow each other and differ. */
function causesTwice(
  entries: readonly { readonly seq: number; readonly stream: Stream; readonly cause: string; readonly event: object }[],
) {
  const first = new Map<string, number>();
  const events = new Set<string>();
  return entries.flatMap(({ seq, stream, cause, event }, at) => {
    const began = first.get(cause);
    first.set(cause, began ?? seq);
    const apart = began !== undefined && entries[at - 1]?.cause !== cause;
    const same = events.has(`${cause} ${JSON.stringify(event)}`);
    events.add(`${cause} ${JSON.stringify(event)}`);
    return apart || same ? [`${stream} ${cause}`] : [];
  });
}

function counted(words: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const word of words.toSorted()) counts.set(word, (counts.get(word) ?? 0) + 1);
  return Object.fromEntries(counts);
}
