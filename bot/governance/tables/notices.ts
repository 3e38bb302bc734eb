import { Temporal } from 'temporal-polyfill';
import { caseNotices } from '../case/notice.ts';
import type { Charter } from '../charter/charter.ts';
import { digestNotice } from '../digest/notice.ts';
import { groupNotices } from '../group/notice.ts';
import { initiativeNotices } from '../initiative/notice.ts';
import { experienceNotices, flagNotices } from '../knowledge/notice.ts';
import { changedCards, meetingCards, prompt, threadCards } from '../meeting/notice.ts';
import { followUpNotices, planNotices } from '../milestone/notice.ts';
import { portfolioNotices } from '../portfolio/notice.ts';
import { requestNotices } from '../request/notice.ts';
import { dateAt } from '../time/calendar.ts';
import type { GovernanceEvent, State } from '../vocabulary/all.ts';
import { fitting, type Notice, page, parkedNotice, standing } from '../vocabulary/notice.ts';
import type { Stream } from '../vocabulary/stream.ts';
import { workPlanNotices } from '../work-plan/notice.ts';
import { shortNotices, yearNotices } from '../year/notice.ts';

/** The cards an event asks to be drawn or drawn again. `state` is the stream's state after it. */
export function noticesFor(stream: Stream, event: GovernanceEvent, state: State, charter: Charter): readonly Notice[] {
  switch (event.type) {
    case 'BotInstalled':
    case 'BodyBound':
    case 'BodyReleased':
      return state.kind === 'channel' && state.installed ? [standing('welcome', stream, { channel: state.channel })] : [];
    case 'MeetingPlanned':
    case 'MeetingShown':
    case 'LeadChanged':
    case 'ItemProposed':
    case 'ItemWithdrawn':
    case 'ItemsOrdered':
    case 'OutcomeRecorded':
    case 'DissentRecorded':
    case 'MinutesCommented':
      return state.kind === 'meeting' ? meetingCards(stream, state) : [];
    case 'AttendanceAnswered':
      return state.kind === 'meeting' ? [...meetingCards(stream, state), ...threadCards(stream, state, ['reminder'])] : [];
    case 'MeetingOver':
      return state.kind === 'meeting'
        ? fitting([
            ...meetingCards(stream, state),
            ...threadCards(stream, state, ['reminder', 'out']),
            ...(state.agendaSent ? digestNotice(stream, state, charter) : []),
          ])
        : [];
    case 'DeadlinesRenewed':
      return state.kind === 'meeting'
        ? fitting([...meetingCards(stream, state), ...threadCards(stream, state, ['reminder', 'call', 'agenda-late', 'minutes-late'])])
        : [];
    case 'MeetingMoved':
    case 'MeetingCancelled':
      return state.kind === 'meeting' ? changedCards(stream, state) : [];
    case 'AgendaSent':
      return state.kind === 'meeting'
        ? fitting([
            ...meetingCards(stream, state),
            ...digestNotice(stream, state, charter),
            ...threadCards(stream, state, ['out', 'call', 'agenda-late']),
          ])
        : [];
    case 'MinutesSent':
      return state.kind === 'meeting'
        ? fitting([...meetingCards(stream, state), ...threadCards(stream, state, ['minutes', 'minutes-late'])])
        : [];
    case 'MinutesPublished':
      return state.kind === 'meeting'
        ? fitting([page(stream), ...meetingCards(stream, state), ...threadCards(stream, state, ['minutes', 'publish-due'])])
        : [];
    case 'Prompted':
      if (state.kind !== 'meeting') return [];
      return fitting([
        ...prompt(stream, state, event.card, event.occasion),
        ...(event.card === 'publish-due' ? meetingCards(stream, state) : []),
        ...(event.card === 'reminder' || event.card === 'agenda-late' ? digestNotice(stream, state, charter) : []),
      ]);
    case 'CaseSent':
    case 'SentUp':
    case 'CaseSentOn':
    case 'CaseDecided':
    case 'AnswerReceipted':
    case 'CaseReopened':
    case 'CaseDrafted':
    case 'CaseNumbered':
    case 'DirectionStated':
    case 'NoMeetingInReach':
    case 'PracticePlanRecorded':
    case 'GateRecorded':
    case 'CaseClosed':
    case 'ReopeningTurned':
    case 'CaseAimed':
    case 'WrittenStarted':
    case 'CaseEdited':
    case 'CaseWithdrawn':
    case 'KeyTurned':
    case 'KeyTurnedBack':
    case 'KeptHere':
    case 'SentBack':
    case 'WrittenAnswered':
    case 'WrittenClosed':
    case 'ResultReported':
    case 'ResultConfirmed':
    case 'CaseSentBack':
    case 'CasePrompted':
      return state.kind === 'case' ? caseNotices(stream, event, state, charter) : [];
    case 'RequestPlaced':
    case 'QuestionAsked':
    case 'QuestionAnswered':
    case 'QuestionTurnedDown':
    case 'RequestOrdered':
    case 'RequestAccepted':
    case 'RequestSentBack':
    case 'RequestDelegated':
    case 'RequestReported':
    case 'RequestWithdrawn':
    case 'PartHeard':
    case 'PartGiven':
    case 'ReportReceipted':
    case 'RequestPrompted':
      return state.kind === 'request' ? requestNotices(stream, event, state, charter) : [];
    case 'GroupProposed':
    case 'ExtensionProposed':
    case 'GroupAnswered':
    case 'GroupSetUp':
    case 'GroupExtended':
    case 'GroupTurnedDown':
    case 'GroupReported':
    case 'GroupReceipted':
    case 'GroupPrompted':
      return state.kind === 'group' ? groupNotices(stream, event, state, charter) : [];
    case 'ExperienceShared':
    case 'ExperienceSpread':
    case 'ExperienceSetAside':
    case 'ExperienceAnswered':
    case 'ExperiencePrompted':
      return state.kind === 'experience' ? experienceNotices(stream, event, state, charter) : [];
    case 'FlagRaised':
    case 'FlagAnswered':
    case 'FlagPrompted':
      return state.kind === 'flag' ? flagNotices(stream, event, state, charter) : [];
    case 'CaseHeard':
      if (state.kind === 'experience') return experienceNotices(stream, event, state, charter);
      return state.kind === 'flag' ? flagNotices(stream, event, state, charter) : [];
    case 'MilestoneSet':
    case 'MilestoneDropped':
    case 'ListKept':
    case 'ListTaken':
    case 'DraftWithdrawn':
    case 'PlanProposed':
    case 'PlanAnswered':
    case 'PlanTurnedDown':
    case 'PlanInForce':
    case 'MilestoneMoved':
    case 'PlanPrompted':
      return state.kind === 'milestone-plan' ? planNotices(stream, event, state, charter) : [];
    case 'MilestonesSet':
    case 'MilestoneAnswered':
    case 'CheckedIn':
    case 'SilenceSaid':
      return state.kind === 'follow-up' ? followUpNotices(stream, event, state, charter) : [];
    case 'InitiativeAssigned':
    case 'InitiativeProposed':
    case 'HungUnder':
    case 'StageSet':
    case 'ClustersNamed':
    case 'PatientsTold':
    case 'DeliverableSet':
    case 'IndicatorSet':
    case 'LineDropped':
    case 'IndicatorReported':
    case 'PatientsAsked':
    case 'IndicatorsAsked':
      return state.kind === 'initiative' ? initiativeNotices(stream, event, state) : [];
    case 'QuarterOpened':
    case 'SolutionFollowedUp':
    case 'WishAdded':
    case 'WishesOrdered':
    case 'WishClosed':
    case 'SolutionAdded':
    case 'ProgressSet':
    case 'UseSet':
      return state.kind === 'portfolio' ? portfolioNotices(stream, state, charter) : [];
    case 'TaskSet':
    case 'TaskDropped':
    case 'WorkPlanProposed':
    case 'WorkPlanAnswered':
    case 'WorkPlanTurnedDown':
    case 'WorkPlanConfirmed':
    case 'PlanCaseHeard':
    case 'WorkPlanPrompted':
      return state.kind === 'work-plan' ? workPlanNotices(stream, state, charter) : [];
    case 'HeadsAnchored':
      if (event.more) return [];
      return [
        standing(
          'anchor',
          stream,
          { body: charter.collaboration.secretariat },
          dateAt(charter, Temporal.Instant.from(event.until)).slice(0, 7),
        ),
      ];
    case 'ErrandRefused':
      return [standing('errand-refused', stream, { body: charter.collaboration.secretariat }, event.errand)];
    case 'ChannelChosen':
      return stream === `body/${charter.collaboration.secretariat}` ? [parkedNotice(charter)] : [];
    case 'TermsRunOutSaid':
      return state.kind === 'body' ? [standing('terms-run-out', stream, { body: state.body }, `run-out-${event.quarter}`)] : [];
    case 'AssessmentAsked':
    case 'TermsAssessed':
      return state.kind === 'body' && state.assessAsked !== null
        ? [standing('assess-terms', stream, { body: state.body }, `assess-${state.assessAsked}`)]
        : [];
    case 'StatusSaid':
      return state.kind === 'body' ? [standing('status', stream, { body: state.body }, `status-${event.quarter}`)] : [];
    case 'YearsChecked':
      return state.kind === 'body' ? shortNotices(stream, state) : [];
    case 'YearProposed':
    case 'YearAdjusted':
    case 'YearKeyTurned':
    case 'YearConfirmed':
    case 'YearShown':
    case 'YearPrompted':
      return state.kind === 'year' ? yearNotices(stream, state, charter) : [];
    case 'PortfolioAsked':
    case 'BotRemoved':
    case 'PromptLeftOut':
    case 'ItemCarriedOver':
    case 'ItemTakenUp':
    case 'ItemReported':
    case 'CaseEntered':
    case 'CaseLeft':
    case 'AbsenceNoted':
    case 'ItemKept':
    case 'ItemReleased':
    case 'ChannelLeft':
    case 'SeatFilled':
    case 'AppointmentEnded':
    case 'DeputyNamed':
    case 'DeputyRemoved':
    case 'PersonsJoined':
    case 'SectorStated':
    case 'TermsAdopted':
    case 'TermsChanged':
    case 'YearSetElsewhere':
      return [];
  }
}
