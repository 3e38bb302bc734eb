import { StoreUnavailable } from '../store.ts';

/** What one try came to. `unknown`: a write may have happened. */
export type Trouble = { readonly retry: 'refused' | 'unknown'; readonly retryAfterMs: number | null; readonly status: number | string };
export type Pause = (ms: number) => Promise<void>;

const tries = 8;
const longestWaitMs = 1_000;
const readSessionNotAvailable = 1002;

/** Nothing was done: too many requests, or somebody else is writing the same item right now. */
const refused = new Set<unknown>([429, 449]);
const unknown = new Set<unknown>([
  408,
  410,
  500,
  502,
  503,
  504,
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
const unanswered = new Set<unknown>(['TimeoutError', 'AbortError', 'RestError', 'REQUEST_SEND_ERROR']);

export function troubleOf(status: unknown, retryAfterMs: unknown = null): Trouble | null {
  const after = typeof retryAfterMs === 'number' && Number.isFinite(retryAfterMs) ? retryAfterMs : null;
  if (refused.has(status)) return { retry: 'refused', retryAfterMs: after, status: status as number };
  if (unknown.has(status) || unanswered.has(status)) return { retry: 'unknown', retryAfterMs: after, status: status as number | string };
  return null;
}

/**
 * Sends again what got no answer or was turned away, with waits of our own: Cosmos does not always name one, and the SDK then
 * asks again at once. Safe because every write carries a name of its own. After eight tries, or where the wait asked for is too long
 * for somebody who has pressed a button, it says so.
 */
export async function persist<T>(pause: Pause, attempt: () => Promise<T | Trouble>): Promise<T> {
  let doubt = false;
  for (let round = 1; ; round++) {
    const result = await attempt();
    if (!isTrouble(result)) return result;
    doubt ||= result.retry === 'unknown';
    const wait = result.retryAfterMs ?? Math.min(longestWaitMs, 15 * 2 ** round) * (0.5 + Math.random() / 2);
    if (round === tries || wait > longestWaitMs) {
      throw new StoreUnavailable(`Cosmos DB answered ${result.status}`, doubt ? 'unknown' : 'no', result.retryAfterMs);
    }
    await pause(wait);
  }
}

/** The same for a request whose every failure is either passing or a fault. */
export function patiently<T>(pause: Pause, request: () => Promise<T>): Promise<T> {
  return persist(pause, async () => {
    try {
      return await request();
    } catch (fault) {
      const { status, retryAfterMs } = failureOf(fault);
      const trouble = troubleOf(status, retryAfterMs);
      if (!trouble) throw fault;
      return trouble;
    }
  });
}

export interface Failure {
  readonly status: unknown;
  readonly retryAfterMs: unknown;
  readonly units: number;
}

/** What the SDK threw, in one shape: a batch's fault stands in the cause, a time-out has only a name. */
export function failureOf(thrown: unknown): Failure {
  const fault = isFault(thrown) && thrown.code === undefined && isFault(thrown.cause) ? thrown.cause : thrown;
  if (!isFault(fault)) return { status: undefined, retryAfterMs: null, units: 0 };
  const status = statusSeen(fault.code ?? fault.name, fault.substatus);
  return { status, retryAfterMs: fault.retryAfterInMs ?? null, units: Number(fault.headers?.['x-ms-request-charge'] ?? 0) };
}

/** A 404 that says "this replica has not heard of what you wrote yet" is no 404, but as good as no answer. */
export function statusSeen<T>(status: T, substatus: unknown): T | 410 {
  return status === 404 && substatus === readSessionNotAvailable ? 410 : status;
}

interface Fault {
  readonly code?: unknown;
  readonly substatus?: unknown;
  readonly name?: unknown;
  readonly cause?: unknown;
  readonly retryAfterInMs?: unknown;
  readonly headers?: Readonly<Record<string, unknown>>;
}

function isFault(value: unknown): value is Fault {
  return typeof value === 'object' && value !== null;
}

function isTrouble(value: unknown): value is Trouble {
  return typeof value === 'object' && value !== null && 'retry' in value && 'retryAfterMs' in value;
}
