import type { Charter } from '../charter/charter.ts';
import type { BodyEvent, BodyState } from '../vocabulary/body.ts';
import { type Notice, parkedNotice, standingFor } from '../vocabulary/notice.ts';
import type { Stream } from '../vocabulary/stream.ts';
import { shortNotices } from '../year/notices.ts';
import { unansweredNotices } from './unanswered.ts';
import { vacancyNotices } from './vacancy.ts';

/** What a body is told about itself; and, once the secretariat has a channel, what could not be delivered. */
export function bodyNotices(about: Stream, event: BodyEvent, state: BodyState, charter: Charter): readonly Notice[] {
  const to = { body: state.body };
  switch (event.type) {
    case 'ChannelChosen':
      return state.body === charter.collaboration.secretariat ? [parkedNotice(charter)] : [];
    case 'TermsRunOutSaid':
      return [standingFor('terms-run-out', about, to, { what: 'run-out', mark: event.quarter })];
    case 'AssessmentAsked':
    case 'TermsAssessed':
      return state.assessAsked === null ? [] : [standingFor('assess-terms', about, to, { what: 'assess', mark: state.assessAsked })];
    case 'StatusSaid':
      return [standingFor('status', about, to, { what: 'status', mark: event.quarter })];
    case 'YearsChecked':
      return shortNotices(about, state);
    case 'VacancySaid':
      return vacancyNotices(about, event, charter);
    default:
      return unansweredNotices(about, event, state);
  }
}
