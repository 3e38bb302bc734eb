import { PostFailed } from '../courier.ts';
import { NoOwnToken } from './tokens.ts';

export type Attempt = 'create' | 'reply' | 'update';

/** What Teams' answer, or its silence, means for a card. */
export function problemOf(fault: unknown, attempt: Attempt): PostFailed {
  const { status, code, retryAfter } = answerOf(fault);
  const detail = status === null ? (code ?? 'no answer') : `${status} ${code ?? ''}`.trim();
  const failed = (problem: PostFailed['problem']) => new PostFailed(problem, detail, retryAfterMs(retryAfter), fault);
  if (fault instanceof NoOwnToken) return failed('busy');
  if (status === null) return failed(neverLeft.has(code ?? '') || attempt === 'update' ? 'busy' : 'unsure');
  switch (status) {
    case 401:
    case 412:
    case 429:
      return failed('busy');
    case 403:
      return failed('not-in-channel');
    case 404:
      return failed(attempt === 'update' && code !== 'ConversationNotFound' ? 'no-such-card' : 'not-in-channel');
    case 413:
      return failed('too-large');
    case 502:
    case 503:
    case 504:
      return failed(attempt === 'update' ? 'busy' : 'unsure');
    default:
      return failed('rejected');
  }
}

/** The connection was never made, so nothing can have arrived. */
const neverLeft = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

interface Answer {
  readonly status: number | null;
  readonly code: string | null;
  readonly retryAfter: string | null;
}

function answerOf(fault: unknown): Answer {
  if (typeof fault !== 'object' || fault === null) return { status: null, code: null, retryAfter: null };
  const status = 'statusCode' in fault && typeof fault.statusCode === 'number' ? fault.statusCode : null;
  const code = 'code' in fault && typeof fault.code === 'string' ? fault.code : null;
  return { status, code, retryAfter: headerOf(fault, 'retry-after') };
}

function headerOf(fault: object, name: string): string | null {
  const response = 'response' in fault ? fault.response : null;
  if (typeof response !== 'object' || response === null || !('headers' in response)) return null;
  const { headers } = response;
  if (typeof headers !== 'object' || headers === null || !('get' in headers) || typeof headers.get !== 'function') return null;
  const value: unknown = headers.get(name);
  return typeof value === 'string' ? value : null;
}

/** Seconds; Teams sends no dates here. At most an hour, so that a wrong header cannot silence a channel for good. */
function retryAfterMs(header: string | null): number | null {
  const seconds = header === null ? Number.NaN : Number(header);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 3_600) * 1_000 : null;
}
