import { originHears } from '../case/origin.ts';
import type { BodyId, SectorId } from '../charter/charter.ts';
import { groupDemands } from '../group/notice.ts';
import { caseMoves, planDemands } from '../milestone/errand.ts';
import { requestDemands } from '../request/errand.ts';
import type { Command, GovernanceEvent, State } from '../vocabulary/all.ts';
import type { CaseState, ResultKind } from '../vocabulary/case.ts';
import type { Errand } from '../vocabulary/errand.ts';
import type { MeetingState, OutcomeKind } from '../vocabulary/meeting.ts';
import type { PersonKey, Stream } from '../vocabulary/stream.ts';
import { workPlanDemands } from '../work-plan/notice.ts';
import { meetingStream, yearOf } from '../year/streams.ts';

/** What an event, entry `seq` of its stream, demands of other streams. `before` is the stream's state before the append. */
export function errandsFor(stream: Stream, seq: number, event: GovernanceEvent, before: State): readonly Errand[] {
  const errand = (rule: string, to: Errand['to'], command: Command): Errand => ({ id: `${stream}#${seq}/${rule}`, rule, to, command });
  switch (event.type) {
    case 'BodyBound':
      return before.kind === 'channel'
        ? [errand('body-meets-here', `body/${event.body}`, { type: 'MeetInChannel', channel: before.channel })]
        : [];
    case 'BodyReleased':
      return before.kind === 'channel'
        ? [errand('body-leaves', `body/${event.body}`, { type: 'LeaveChannel', channel: before.channel })]
        : [];
    case 'ChannelChosen':
      if (before.kind !== 'body') return [];
      return [
        ...(before.channel ? [errand('old-channel-free', `channel/${before.channel}`, { type: 'ReleaseBody', body: before.body })] : []),
        errand('meetings-follow', { every: 'meeting', body: before.body }, { type: 'ShowMeeting' }),
      ];
    case 'SeatFilled':
      return before.kind === 'body' ? statesSector(event.person, event.sector, before.body) : [];
    case 'DeputyNamed':
      return before.kind === 'body' ? statesSector(event.deputy, event.sector, before.body) : [];
    case 'ItemCarriedOver': {
      const item = before.kind === 'meeting' ? before.items.find((each) => each.id === event.item) : undefined;
      if (before.kind !== 'meeting' || !item) return [];
      if (item.about !== null) return [errand(`look-again-${item.id}`, item.about, { type: 'AimCase' })];
      const waiting = { ...item, outcome: null, dissents: [] };
      return [errand(`keep-${item.id}`, `body/${before.body}`, { type: 'KeepItem', from: stream, item: waiting })];
    }
    case 'ItemReported': {
      const item = before.kind === 'meeting' ? before.items.find((each) => each.id === event.item) : undefined;
      const kind = item?.outcome?.kind;
      if (before.kind !== 'meeting' || !item?.about || !item.outcome || kind === undefined || !isResult(kind)) return [];
      const result = { body: before.body, kind, text: item.outcome.text, textsIn: stream, via: 'meeting' } as const;
      return [errand(`result-${item.id}`, item.about, { type: 'ReportResult', result })];
    }
    case 'MeetingPlanned':
      return [errand('cases-look', { every: 'case', body: event.body }, { type: 'AimCase' })];
    case 'MeetingMoved':
      if (before.kind !== 'meeting') return [];
      return [errand('cases-look', { every: 'case', body: before.body }, { type: 'AimCase' }), ...yearFollows(before)];
    case 'MeetingCancelled':
      return before.kind === 'meeting' ? yearFollows(before) : [];
    case 'CaseSent':
      return before.kind === 'case'
        ? [errand('body-numbers-it', `body/${before.body}`, { type: 'EnterCase', about: stream }), ...toOrigin(event, before)]
        : [];
    case 'CaseEntered':
      return [errand('bears-number', event.about, { type: 'NumberCase', number: event.number })];
    case 'CaseDecided':
      return before.kind === 'case'
        ? [
            ...toOrigin(event, before),
            ...(event.kind === 'decided' ? caseMoves(stream, before) : []).map(({ rule, to, command }) => errand(rule, to, command)),
          ]
        : [];
    case 'CaseSentBack':
      return before.kind === 'case' ? toOrigin(event, before) : [];
    case 'CaseWithdrawn':
      return before.kind === 'case'
        ? [errand('body-lets-go', `body/${before.body}`, { type: 'LeaveCase', about: stream }), ...toOrigin(event, before)]
        : [];
    case 'CaseClosed':
      return before.kind === 'case' ? [errand('body-lets-go', `body/${before.body}`, { type: 'LeaveCase', about: stream })] : [];
    case 'KeptHere':
    case 'SentUp':
    case 'CaseSentOn':
    case 'WrittenClosed':
      return [errand('looks-for-meeting', stream, { type: 'AimCase' })];
    case 'CaseReopened':
      return [errand('looks-for-meeting', stream, { type: 'AimCase' }), ...(before.kind === 'case' ? toOrigin(event, before) : [])];
    case 'CaseAimed':
      return before.kind === 'case' ? [...leavesAgenda(before, event.aim.meeting), putsOnAgenda(before, event.aim.meeting)] : [];
    case 'ResultReported':
      return before.kind === 'case' && event.result.via !== 'meeting' ? leavesAgenda(before, null) : [];
    case 'NoMeetingInReach':
    case 'WrittenStarted':
      return before.kind === 'case' ? leavesAgenda(before, null) : [];
    case 'ErrandRefused':
      return before.kind === 'case' && event.rule === 'on-agenda' ? [errand('looks-again', stream, { type: 'AimCase' })] : [];
    case 'ItemTakenUp':
      return before.kind === 'meeting'
        ? [errand(`taken-${event.item.id}`, `body/${before.body}`, { type: 'ReleaseItem', item: event.item.id })]
        : [];
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
      return before.kind === 'request'
        ? requestDemands(stream, event, before).map(({ rule, to, command }) => errand(rule, to, command))
        : [];
    case 'GroupProposed':
    case 'ExtensionProposed':
    case 'GroupAnswered':
    case 'GroupSetUp':
    case 'GroupExtended':
    case 'GroupTurnedDown':
    case 'GroupReported':
    case 'GroupReceipted':
    case 'GroupPrompted':
      return before.kind === 'group' ? groupDemands(stream, event, before).map(({ rule, to, command }) => errand(rule, to, command)) : [];
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
      return before.kind === 'milestone-plan' ? planDemands(event, before).map(({ rule, to, command }) => errand(rule, to, command)) : [];
    case 'TaskSet':
    case 'TaskDropped':
    case 'WorkPlanProposed':
    case 'WorkPlanAnswered':
    case 'WorkPlanTurnedDown':
    case 'WorkPlanConfirmed':
    case 'PlanCaseHeard':
    case 'WorkPlanPrompted':
      return before.kind === 'work-plan'
        ? workPlanDemands(stream, event, before).map(({ rule, to, command }) => errand(rule, to, command))
        : [];
    case 'PortfolioAsked':
      if (before.kind !== 'body') return [];
      return [errand('opens-quarter', `portfolio/${before.body}`, { type: 'OpenQuarter', quarter: event.quarter })];
    case 'YearConfirmed':
      if (before.kind !== 'year') return [];
      return event.meetings.map(({ id, start, end, joint }) => {
        const plan: Command = {
          type: 'PlanMeeting',
          body: before.body,
          joint,
          start,
          end,
          place: null,
          link: null,
          extraordinary: false,
          reason: null,
        };
        return errand(`plan-${id}`, meetingStream(before, id), plan);
      });
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
    case 'QuarterOpened':
    case 'SolutionFollowedUp':
    case 'WishAdded':
    case 'WishesOrdered':
    case 'WishClosed':
    case 'SolutionAdded':
    case 'ProgressSet':
    case 'UseSet':
    case 'BotInstalled':
    case 'BotRemoved':
    case 'ChannelLeft':
    case 'AppointmentEnded':
    case 'DeputyRemoved':
    case 'PersonsJoined':
    case 'SectorStated':
    case 'TermsAdopted':
    case 'TermsChanged':
    case 'TermsRunOutSaid':
    case 'AssessmentAsked':
    case 'TermsAssessed':
    case 'YearsChecked':
    case 'StatusSaid':
    case 'HeadsAnchored':
    case 'DeadlinesRenewed':
    case 'MeetingShown':
    case 'CaseLeft':
    case 'CaseDrafted':
    case 'CaseEdited':
    case 'CaseNumbered':
    case 'DirectionStated':
    case 'KeyTurned':
    case 'KeyTurnedBack':
    case 'SentBack':
    case 'WrittenAnswered':
    case 'ResultConfirmed':
    case 'ExperienceShared':
    case 'ExperienceSpread':
    case 'ExperienceSetAside':
    case 'ExperienceAnswered':
    case 'ExperiencePrompted':
    case 'FlagRaised':
    case 'FlagAnswered':
    case 'FlagPrompted':
    case 'CaseHeard':
    case 'AnswerReceipted':
    case 'PracticePlanRecorded':
    case 'GateRecorded':
    case 'ReopeningTurned':
    case 'CasePrompted':
    case 'MeetingOver':
    case 'AttendanceAnswered':
    case 'LeadChanged':
    case 'Prompted':
    case 'PromptLeftOut':
    case 'ItemProposed':
    case 'ItemWithdrawn':
    case 'ItemsOrdered':
    case 'AgendaSent':
    case 'OutcomeRecorded':
    case 'DissentRecorded':
    case 'MinutesSent':
    case 'MinutesCommented':
    case 'MinutesPublished':
    case 'AbsenceNoted':
    case 'ItemKept':
    case 'ItemReleased':
    case 'YearProposed':
    case 'YearAdjusted':
    case 'YearKeyTurned':
    case 'YearSetElsewhere':
    case 'YearShown':
    case 'YearPrompted':
    case 'MilestonesSet':
    case 'MilestoneAnswered':
    case 'CheckedIn':
    case 'SilenceSaid':
      return [];
  }

  function toOrigin(of: Parameters<typeof originHears>[1], state: CaseState): readonly Errand[] {
    return originHears(stream, of, state).map(({ rule, to, command }) => errand(rule, to, command));
  }

  function yearFollows(meeting: MeetingState): readonly Errand[] {
    const planned = yearOf(meeting);
    return planned === null ? [] : [errand('year-follows', planned, { type: 'ShowYear' })];
  }

  function leavesAgenda(state: CaseState, unless: Stream | null): readonly Errand[] {
    const old = state.aim?.meeting;
    return old && old !== unless ? [errand('off-agenda', old, { type: 'TakeOffAgenda', about: stream })] : [];
  }

  function putsOnAgenda(state: CaseState, meeting: Stream): Errand {
    const { title, recommendations, papers } = state.content;
    const proposal = { kind: 'decision', title, recommendations, case: state.number, papers, closed: false } as const;
    return errand('on-agenda', meeting, { type: 'PutOnAgenda', item: `case-${state.case}`, about: stream, proposal });
  }

  function statesSector(person: PersonKey, sector: SectorId | null, body: BodyId): readonly Errand[] {
    return sector ? [errand('seat-states-sector', 'persons', { type: 'StateSector', body, person, sector })] : [];
  }
}

function isResult(kind: OutcomeKind): kind is ResultKind {
  return kind === 'decided' || kind === 'rejected' || kind === 'sent-on' || kind === 'sent-back';
}
