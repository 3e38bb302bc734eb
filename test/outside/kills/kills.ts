import type { Stream } from '../../../bot/governance/vocabulary/stream.ts';
import { conversationOf, nothingOpen, openStage, type Stage, troubles, type Where } from './stage.ts';

export interface Delivered {
  readonly notices: number;
  readonly lost: readonly string[];
  /** Each of these notices has more than one standing card. */
  readonly doubles: readonly string[];
  /** The store did not mark these doubles as uncertain. */
  readonly unmarked: readonly string[];
  readonly uncertain: number;
  readonly parked: number;
}

/** Kills the bot again and again at moments picked by `chance` (0 to 1) while cards go out to Teams at its worst, and then lets it finish. */
export async function killWhileDelivering(
  kills: number,
  notices: number,
  bodies: number,
  where: Where,
  chance: () => number,
): Promise<Delivered> {
  const stage = await openStage(bodies, where);
  try {
    for (let each = 0; each < bodies; each++) await stage.meets(`panel-${each}`, conversationOf(each));
    for (let each = 0; each < notices; each++) await stage.plan(`panel-${each % bodies}`, `m${each}`);
    const { connector, store, now } = stage;
    for (let life = 0; life < kills; life++) {
      for (const how of troubles) connector.fault({ on: 'create', how });
      const before = connector.calls.length;
      const most = before + 1 + Math.floor(chance() * ((notices + 2 * bodies) / kills));
      let moment: number | null = null;
      let asked = 0;
      await stage.live(async () => {
        if (connector.calls.length >= most) moment ??= performance.now() + chance() * 20;
        return (moment !== null && performance.now() >= moment) || (asked++ % 10 === 0 && (await nothingOpen(stage)));
      }, 5);
    }
    await stage.live(() => nothingOpen(stage));

    const meetings = Array.from({ length: notices }, (_, at) => `meeting/m${at}`);
    const standing = (about: string) => stage.cardsAbout(about).length;
    const doubles = meetings.filter((about) => standing(about) > 1);
    const marked = new Map<string, readonly number[]>();
    for (const about of meetings) marked.set(about, (await store.notice(`${about}:meeting`))?.uncertain ?? []);
    return {
      notices,
      lost: meetings.filter((about) => standing(about) === 0),
      doubles,
      unmarked: doubles.filter((about) => (marked.get(about) ?? []).length === 0),
      uncertain: [...marked.values()].filter((editions) => editions.length > 0).length,
      parked: (await store.backlog(now().epochMilliseconds)).parked,
    };
  } finally {
    await stage.close();
  }
}

export interface CarriedOut {
  readonly meetings: number;
  readonly moves: number;
  /** This many kills fell between the first and the last append of one errand. */
  readonly between: number;
  /** These meetings were not told exactly once of every move. */
  readonly wrong: readonly string[];
}

/** Moves a body to another channel, which all its meetings must follow, and kills the bot while it tells them. */
export async function killWhileCarryingOut(kills: number, meetings: number, where: Where, chance: () => number): Promise<CarriedOut> {
  const stage = await openStage(1, where);
  try {
    await stage.meets('panel-0', '19:first@thread.tacv2');
    await stage.live(() => nothingOpen(stage));
    for (let each = 0; each < meetings; each++) await stage.plan('panel-0', `m${each}`);
    let between = 0;
    for (let move = 1; move <= kills; move++) {
      await stage.meets('panel-0', move % 2 === 0 ? '19:first@thread.tacv2' : '19:second@thread.tacv2');
      const enough = Math.floor(chance() * meetings);
      const before = await recorded(stage);
      await stage.live(async () => (await recorded(stage)) - before >= enough, 5);
      const after = (await recorded(stage)) - before;
      if (after > 0 && after < meetings) between++;
      await stage.live(() => nothingOpen(stage));
    }
    const moves = (await stage.store.history('body/panel-0')).filter(({ event }) => event.type === 'ChannelChosen').length - 1;
    const each = Array.from({ length: meetings }, (_, at): Stream => `meeting/m${at}`);
    const shown = await Promise.all(each.map((stream) => timesShown(stage, stream)));
    return { meetings, moves, between, wrong: each.filter((_, at) => shown[at] !== moves) };
  } finally {
    await stage.close();
  }
}

/** How much has been recorded about the meetings; each is told of a move in one entry. */
async function recorded({ store, now }: Stage): Promise<number> {
  const heads = await store.heads(null, now().epochMilliseconds, 'meeting');
  return heads.reduce((sum, { seq }) => sum + seq, 0);
}

async function timesShown({ store }: Stage, stream: Stream): Promise<number> {
  return (await store.history(stream)).filter(({ event }) => event.type === 'MeetingShown').length;
}
