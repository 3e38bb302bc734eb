import { PostFailed, type PostProblem } from '../courier.ts';
import { TeamsAnswered, TeamsSilent } from './connector.ts';

export type Attempt = 'create' | 'reply' | 'update';

/** What Teams' answer, or its silence, means for a card. A replacement may always be repeated; a post may have arrived. */
export function failedFor(fault: unknown, attempt: Attempt): PostFailed {
  const maybeArrived: PostProblem = attempt === 'update' ? 'busy' : 'unsure';
  if (fault instanceof TeamsSilent) return new PostFailed(fault.left ? maybeArrived : 'busy', fault.message, null, fault);
  if (!(fault instanceof TeamsAnswered)) return new PostFailed(maybeArrived, 'a fault of our own', null, fault);
  return new PostFailed(problemOf(fault, attempt, maybeArrived), fault.message, fault.retryAfterMs, fault);
}

function problemOf({ status, reason }: TeamsAnswered, attempt: Attempt, maybeArrived: PostProblem): PostProblem {
  switch (status) {
    case 401:
    case 412:
    case 429:
      return 'busy';
    case 403:
      return reason === 'BotNotInConversationRoster' ? 'not-in-channel' : 'may-not-write';
    case 404:
      return attempt === 'update' && reason !== 'ConversationNotFound' ? 'no-such-card' : 'not-in-channel';
    case 413:
      return 'too-large';
    case 408:
    case 500:
      return attempt === 'update' ? 'busy' : 'broke-off';
    case 502:
    case 503:
    case 504:
      return maybeArrived;
    default:
      return 'rejected';
  }
}
