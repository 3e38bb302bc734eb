import { type Address, type Drawn, PostFailed } from '../bot/courier.ts';
import { channelServing, isReached, openDesk } from '../bot/desk.ts';
import { type AskKind, occasionOf } from '../bot/governance/vocabulary/ask/ask.ts';
import { type Notice, parkedNotice, standingFor } from '../bot/governance/vocabulary/notice.ts';
import { readOccasion } from '../bot/governance/vocabulary/occasion.ts';
import { type ChannelKey, streamOf } from '../bot/governance/vocabulary/stream.ts';
import { clockCause } from '../bot/store/cause.ts';
import type { Claim, Place, SettleOutcome, StandingNotice } from '../bot/store/store.ts';
import type { DeliverDeps } from './delivering.ts';
import { type Looked, leave, lookAt } from './look.ts';
import { retry } from './retry.ts';
import { type Gathered, letOthersGo, sayTogether } from './say-together.ts';
import { isOneForSeveral, standsForOthers, threadBeside } from './served-together.ts';

type NoticeClaim = Extract<Claim, { kind: 'notice' }>;
/** When each card was last sent, by the notice's key. */
export type Lately = Map<string, number>;

/** A card that was sent a moment ago rests: a burst of presses replaces it once, for Teams lets far fewer cards out than people can press. */
const restMs = 3_000;
const threadMs = 1_000;

/**
 * Sends a notice to where it belongs now, drawn from what is true now: a new post, a reply in a thread, or in place of the card that stands.
 * What stands and says the same is not sent again, unless somebody has pressed it.
 */
export async function send(deps: DeliverDeps, lately: Lately, claim: NoticeClaim, signal: AbortSignal): Promise<SettleOutcome> {
  const { notice, look } = claim.standing;
  const place = claim.standing.place ?? (await olderPlace(deps, claim));
  const now = deps.now().epochMilliseconds;
  if ('page' in notice.to) {
    await deps.pages.write(notice.about);
    return { kind: 'done', place };
  }
  if (notice.said && place === null) return over(now);
  const desk = await openDesk(deps.store, deps.directory, deps.charter(), deps.now());

  const channel = 'channel' in notice.to ? notice.to.channel : await channelServing(desk, notice.to.body);
  if (channel === null) return 'body' in notice.to ? { kind: 'wait', body: notice.to.body } : { kind: 'done', place };
  const address = await deps.directory.address(channel);
  if (address === null) return { kind: 'park', error: 'not-in-channel: the address of the channel is not known' };

  if (!(await isReached(desk, channel))) return unreached(claim);

  const several = isOneForSeveral(notice);
  if (!place && several && 'body' in notice.to && (await standsForOthers(deps, desk, claim, channel)))
    return { kind: 'wait', body: notice.to.body, own: true };

  if (place && place.channel !== channel) return { ...later(now, 'it belongs in another channel now'), forgetPlace: true };
  const rested = (lately.get(claim.key) ?? 0) + restMs;
  if (place && rested > now) return later(rested, 'sent a moment ago');

  const under = notice.under === null ? null : await deps.store.notice(notice.under);
  if (!place && under?.state === 'open' && (under.place === null || movesAlong(under, notice, channel)))
    return later(now + threadMs, 'its thread has not begun');
  const begun = under?.place?.channel === channel ? under.place : null;
  const thread = begun ?? (several ? await threadBeside(deps, notice, channel) : null);

  const until = look?.keptUntil ?? null;
  const looked = place && until !== null && until <= now ? await leave(deps, claim, until) : await lookAt(deps, claim);
  const same: SettleOutcome = { kind: 'looked', place, sent: false, watch: looked.watch, look: looked.look };
  if (looked.printed === null || (place && stillSays(claim, looked))) return same;
  if (!place && ((notice.card === 'unanswered' && looked.printed.lasts.idle) || (await isEmptyList(deps, claim)))) return same;
  if (!place && notice.card === 'ask') {
    if (looked.look.closed) return same;
    const gathered = bringsBack(notice) ? alone : await sayTogether(deps, claim, looked.printed, channel);
    if (gathered.said === 'later') return later(now + threadMs, 'the note that says it has not been sent');
    if (gathered.said === 'along') return { ...same, watch: [...same.watch, ...gathered.watch] };
  }
  const outcome = await carry(deps, claim, looked, looked.printed, { address, stands: place, thread }, signal);
  if (outcome.kind === 'looked') note(lately, claim.key, now);
  return outcome;
}

/** What came back is read where it is said: as a line among what others are asked it would be lost. A reminder of it has no more to say. */
const comesBack: ReadonlySet<AskKind> = new Set<AskKind>(['case-receipt', 'case-back', 'request-receipt', 'request-back', 'group-receipt']);
const alone: Gathered = { said: 'itself' };

function bringsBack({ occasion }: Notice): boolean {
  const said = occasionOf(occasion ?? '');
  return said !== null && said.rung === null && comesBack.has(said.what);
}

/** Its body meets in another channel now, and the card whose thread it belongs in is on its way there. */
function movesAlong({ notice: { to }, place }: StandingNotice, notice: Notice, channel: ChannelKey): boolean {
  return place?.channel !== channel && 'body' in to && 'body' in notice.to && to.body === notice.to.body;
}

/** A body that was told of a case by an older Samspil has a card of another name: the case's own takes its place, and no second one is posted. */
async function olderPlace({ store }: DeliverDeps, { standing: { notice } }: NoticeClaim): Promise<Place | null> {
  const told = notice.card === 'case' ? readOccasion('case', notice.occasion)?.mark : undefined;
  if (told === undefined) return null;
  const on = { what: '', mark: told } as const;
  return (await store.notice(standingFor('case-told', notice.about, notice.to, on).key))?.place ?? null;
}

/** Somebody has deleted the answer to a word: nobody asked for another. */
function over(at: number): SettleOutcome {
  const look = { at, face: '', staleAt: null, keptUntil: at, closed: true };
  return { kind: 'looked', place: null, sent: false, watch: [], look };
}

/** A try of which nothing is known may have put another face there, and a printing that was pressed is used up. */
function stillSays({ uncertain, standing: { look, printed, worn } }: NoticeClaim, looked: Looked): boolean {
  return !uncertain && worn !== printed && look?.face === looked.look.face;
}

/** The list of what is parked is first posted when something is, as that of what nobody has answered. */
async function isEmptyList({ store, charter }: DeliverDeps, claim: NoticeClaim): Promise<boolean> {
  return claim.key === parkedNotice(charter()).key && (await store.parked()).every(({ kind }) => kind !== 'notice');
}

interface Where {
  readonly address: Address;
  readonly stands: Place | null;
  readonly thread: Place | null;
}

async function carry(
  deps: DeliverDeps,
  claim: NoticeClaim,
  looked: Looked,
  whole: Drawn,
  where: Where,
  signal: AbortSignal,
): Promise<SettleOutcome> {
  const { watch, look } = looked;
  const sent = (place: Place) => ({ kind: 'looked', place, sent: true, watch, look }) as const;
  try {
    return sent(await put(deps, whole, where, signal));
  } catch (failure) {
    if (!(failure instanceof PostFailed)) throw failure;
    if (failure.problem !== 'too-large') return afterFailure(deps, claim, where, failure);
  }
  await letOthersGo(deps, claim.key);
  const short = await looked.short();
  try {
    return short === null ? { kind: 'done', place: where.stands } : sent(await put(deps, short, where, signal));
  } catch (failure) {
    if (!(failure instanceof PostFailed)) throw failure;
    return afterFailure(deps, claim, where, failure);
  }
}

/** A thread that is gone and a channel that is closed answer alike; a post without the thread tells them apart. */
const gone: ReadonlySet<PostFailed['problem']> = new Set(['no-such-card', 'not-in-channel']);

async function put({ courier }: DeliverDeps, drawn: Drawn, { address, stands, thread }: Where, signal: AbortSignal): Promise<Place> {
  if (stands) {
    await courier.replace(address, drawn, stands, signal);
    return stands;
  }
  try {
    return await courier.post(address, drawn, thread, signal);
  } catch (failure) {
    if (thread === null || !(failure instanceof PostFailed) || !gone.has(failure.problem)) throw failure;
    return courier.post(address, drawn, null, signal);
  }
}

async function afterFailure(
  deps: DeliverDeps,
  claim: NoticeClaim,
  { address, stands }: Where,
  failure: PostFailed,
): Promise<SettleOutcome> {
  const { problem, message, retryAfterMs: atLeastMs } = failure;
  deps.log.warn({ key: claim.key, attempts: claim.attempts, problem }, 'a card was not delivered');
  switch (problem) {
    case 'busy':
      return retry(deps, claim.attempts, message, { atLeastMs });
    case 'unsure':
      return retry(deps, claim.attempts, message, { atLeastMs, uncertain: true });
    case 'broke-off':
      return claim.uncertain ? { kind: 'park', error: message } : retry(deps, claim.attempts, message, { atLeastMs, uncertain: true });
    case 'no-such-card':
      return stands ? retry(deps, 0, message, { forgetPlace: true }) : { kind: 'park', error: message };
    case 'not-in-channel':
    case 'may-not-write':
      await noteAway(deps, address, problem === 'may-not-write' ? problem : 'uninstalled');
      return unreached(claim);
    case 'too-large':
    case 'rejected':
      return { kind: 'park', error: message };
  }
}

/** The body keeps its channel, and what is for it waits until the bot can write there again; a channel's own card rests, and is asked for then. */
function unreached({ standing: { notice, place, watch, look } }: NoticeClaim): SettleOutcome {
  if ('body' in notice.to) return { kind: 'wait', body: notice.to.body };
  return look ? { kind: 'looked', place, sent: false, watch, look: { ...look, staleAt: null } } : { kind: 'done', place };
}

/** Teams need not have told us: what it answers says it too. */
async function noteAway({ handle, now }: DeliverDeps, { channel }: Address, why: 'may-not-write' | 'uninstalled'): Promise<void> {
  const [stream, at] = [streamOf('channel', channel), now()];
  await handle({
    stream,
    command: { type: 'NoteRemoved', why },
    by: { kind: 'clock' },
    cause: clockCause(stream, `${why}-${at}`),
    now: at,
  });
}

function later(at: number, error: string) {
  return { kind: 'retry', at, error, uncertain: false, forgetPlace: false, waits: true } as const;
}

/** Keeps the newest last, and forgets those that have rested. */
function note(lately: Lately, key: string, now: number): void {
  lately.delete(key);
  lately.set(key, now);
  for (const [each, at] of lately) {
    if (at + restMs > now) return;
    lately.delete(each);
  }
}
