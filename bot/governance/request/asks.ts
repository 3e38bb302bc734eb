import type { BodyId, Charter } from '../charter/charter.ts';
import { whereAsked } from '../people/two-secretaries.ts';
import { type Ask, type AskKind, askFor } from '../vocabulary/ask/ask.ts';
import type { Question, RequestState } from '../vocabulary/request.ts';
import type { Stream } from '../vocabulary/stream.ts';
import { askedBody } from './answer.ts';

const questions = {
  order: 'request-order',
  accept: 'request-accept',
  delegate: 'request-delegate',
  report: 'request-report',
} as const satisfies Record<Question['ask'], AskKind>;

/** What a request asks of somebody now: of the keys a question is put to, of those who should have answered by a day, or of those who ordered. */
export function requestAsks(about: Stream, state: RequestState, charter: Charter): readonly Ask[] {
  const { from, to, since, turns, question } = state;
  const ours = (body: BodyId) => ({
    since,
    where: whereAsked(charter, body, state.termsOn),
    stands: body,
    under: body === from ? `${about}:request` : `${about}:request@in-${body}`,
  });
  if (question !== null) {
    const keys = askedBody(state, question);
    return [askFor(about, questions[question.ask], since, { ...ours(keys), of: { keys }, answered: turns, ladder: 'keys' })];
  }
  const { until } = state.order;
  switch (state.phase) {
    case 'accepted':
      return until === null
        ? []
        : [
            askFor(about, 'request-due', until, {
              ...ours(to),
              of: { role: 'chair', body: to },
              by: until,
              ladder: 'nearing',
              said: 'late',
            }),
          ];
    case 'sent-back':
      return state.parent === null ? [askFor(about, 'request-back', since, { ...ours(from), of: { role: 'chair', body: from } })] : [];
    case 'reported':
      return [askFor(about, 'request-receipt', since, { ...ours(from), of: { role: 'chair', body: from } })];
    default:
      return [];
  }
}
