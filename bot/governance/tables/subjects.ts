import { body } from '../body/body.ts';
import { caseSubject } from '../case/case.ts';
import { channel } from '../channel/channel.ts';
import { group } from '../group/group.ts';
import { initiative } from '../initiative/initiative.ts';
import { experience } from '../knowledge/experience.ts';
import { flag } from '../knowledge/flag.ts';
import { anchor } from '../ledger/anchor.ts';
import { charterLedger } from '../ledger/charter.ts';
import { upcast } from '../ledger/upcast.ts';
import { meeting } from '../meeting/meeting.ts';
import { followUp } from '../milestone/follow-up.ts';
import { milestonePlan } from '../milestone/plan.ts';
import { persons } from '../people/persons.ts';
import { portfolio } from '../portfolio/portfolio.ts';
import { request } from '../request/request.ts';
import type { Command, GovernanceEvent, State } from '../vocabulary/all.ts';
import type { Kind, Stream } from '../vocabulary/stream.ts';
import type { Subject } from '../vocabulary/subject.ts';
import { workPlan } from '../work-plan/work-plan.ts';
import { year } from '../year/year.ts';

const kinds: readonly Kind[] = [
  'charter',
  'persons',
  'anchor',
  'channel',
  'body',
  'meeting',
  'case',
  'year',
  'request',
  'group',
  'experience',
  'flag',
  'milestone-plan',
  'follow-up',
  'initiative',
  'portfolio',
  'work-plan',
];

const alone: readonly Kind[] = ['charter', 'persons', 'anchor'];

/** What somebody sends is the name of a stream: of a kind there is, with an id where the kind has many. */
export function isStream(name: string): name is Stream {
  const kind = kinds.find((each) => each === name.split('/', 1)[0]);
  if (!kind) return false;
  return alone.includes(kind) ? name === kind : /^[a-z0-9][a-z0-9.-]{0,63}$/.test(name.slice(kind.length + 1));
}

/** The kind a stream's name begins with. Throws on a name that is no stream. */
function kindOf(stream: Stream): Kind {
  const head = stream.split('/', 1)[0];
  const kind = kinds.find((each) => each === head);
  if (!kind) throw new Error(`no stream is called ${stream}`);
  return kind;
}

/** The rules of a stream. Its commands and events are only ever its own: a command that goes astray is a fault and throws. */
export function subjectOf(stream: Stream): Subject<State, Command, GovernanceEvent> {
  switch (kindOf(stream)) {
    case 'charter':
      return widen(charterLedger, 'charter');
    case 'persons':
      return widen(persons, 'persons');
    case 'anchor':
      return widen(anchor, 'anchor');
    case 'channel':
      return widen(channel, 'channel');
    case 'body':
      return widen(body, 'body');
    case 'meeting':
      return widen(meeting, 'meeting');
    case 'case':
      return widen(caseSubject, 'case');
    case 'year':
      return widen(year, 'year');
    case 'request':
      return widen(request, 'request');
    case 'group':
      return widen(group, 'group');
    case 'experience':
      return widen(experience, 'experience');
    case 'flag':
      return widen(flag, 'flag');
    case 'milestone-plan':
      return widen(milestonePlan, 'milestone-plan');
    case 'follow-up':
      return widen(followUp, 'follow-up');
    case 'initiative':
      return widen(initiative, 'initiative');
    case 'portfolio':
      return widen(portfolio, 'portfolio');
    case 'work-plan':
      return widen(workPlan, 'work-plan');
  }
}

const commandsOf: Readonly<Record<Command['type'], readonly Kind[]>> = {
  AdoptTerms: ['charter'],
  JoinPersons: ['persons'],
  StateSector: ['persons'],
  AnchorHeads: ['anchor'],
  NoteInstalled: ['channel'],
  NoteRemoved: ['channel'],
  BindBody: ['channel'],
  ReleaseBody: ['channel'],
  MeetInChannel: ['body'],
  LeaveChannel: ['body'],
  SayTermsRunOut: ['body'],
  CheckYears: ['body'],
  SayStatus: ['body'],
  FillSeat: ['body'],
  EndAppointment: ['body'],
  NameDeputy: ['body'],
  RemoveDeputy: ['body'],
  PlanMeeting: ['meeting'],
  AnswerAttendance: ['meeting'],
  RecordAttendance: ['meeting'],
  Prompt: ['meeting'],
  MoveMeeting: ['meeting'],
  CancelMeeting: ['meeting'],
  ChangeLead: ['meeting'],
  UseSettings: ['meeting'],
  ProposeItem: ['meeting'],
  WithdrawItem: ['meeting'],
  OrderItems: ['meeting'],
  SendAgenda: ['meeting'],
  RecordOutcome: ['meeting'],
  CorrectOutcome: ['meeting'],
  RecordDissent: ['meeting'],
  SendMinutes: ['meeting'],
  CommentMinutes: ['meeting'],
  PublishMinutes: ['meeting'],
  NoteAbsence: ['body'],
  KeepItem: ['body'],
  ReleaseItem: ['body'],
  CloseMeeting: ['meeting'],
  ShowMeeting: ['meeting'],
  ProposeYear: ['year'],
  AdjustMeeting: ['year'],
  ConfirmYear: ['year'],
  SetElsewhere: ['year'],
  ShowYear: ['year'],
  PromptYear: ['year'],
  PutOnAgenda: ['meeting'],
  TakeOffAgenda: ['meeting'],
  EnterCase: ['body'],
  LeaveCase: ['body'],
  DraftCase: ['case'],
  EditCase: ['case'],
  SendCase: ['case'],
  WithdrawCase: ['case'],
  NumberCase: ['case'],
  StateDirection: ['case'],
  Judge: ['case'],
  TakeBack: ['case'],
  AimCase: ['case'],
  StartWritten: ['case'],
  AnswerWritten: ['case'],
  CloseWritten: ['case'],
  ReportResult: ['case'],
  RecordOutside: ['case'],
  ConfirmOutside: ['case'],
  ConfirmResult: ['case'],
  ReceiptAnswer: ['case'],
  RecordPracticePlan: ['case'],
  RecordGate: ['case'],
  ReopenCase: ['case'],
  PromptCase: ['case'],
  PlaceRequest: ['request'],
  TakePart: ['request'],
  AnswerRequest: ['request'],
  Delegate: ['request'],
  ReportRequest: ['request'],
  WithdrawRequest: ['request'],
  HearPart: ['request'],
  GivePart: ['request'],
  ReceiptReport: ['request'],
  PromptRequest: ['request'],
  AskAssessment: ['body'],
  AssessTerms: ['body'],
  SetUpGroup: ['group'],
  AnswerGroup: ['group'],
  ExtendGroup: ['group'],
  ReportGroup: ['group'],
  ReceiptGroup: ['group'],
  PromptGroup: ['group'],
  ShareExperience: ['experience'],
  AssessExperience: ['experience'],
  AnswerExperience: ['experience'],
  PromptExperience: ['experience'],
  RaiseFlag: ['flag'],
  AnswerFlag: ['flag'],
  PromptFlag: ['flag'],
  HearCase: ['experience', 'flag'],
  SetMilestone: ['milestone-plan'],
  DropMilestone: ['milestone-plan'],
  KeepList: ['milestone-plan'],
  TakeList: ['milestone-plan'],
  WithdrawDraft: ['milestone-plan'],
  ProposePlan: ['milestone-plan'],
  AnswerPlan: ['milestone-plan'],
  MoveMilestone: ['milestone-plan'],
  PromptPlan: ['milestone-plan'],
  SetMilestones: ['follow-up'],
  AnswerMilestone: ['follow-up'],
  CheckIn: ['follow-up'],
  SaySilence: ['follow-up'],
  AssignInitiative: ['initiative'],
  ProposeInitiative: ['initiative'],
  HangUnder: ['initiative'],
  SetStage: ['initiative'],
  NameClusters: ['initiative'],
  TellPatients: ['initiative'],
  SetDeliverable: ['initiative'],
  SetIndicator: ['initiative'],
  DropLine: ['initiative'],
  ReportIndicator: ['initiative'],
  AskPatients: ['initiative'],
  AskIndicators: ['initiative'],
  AskPortfolio: ['body'],
  OpenQuarter: ['portfolio'],
  FollowUpSolution: ['portfolio'],
  AddWish: ['portfolio'],
  OrderWishes: ['portfolio'],
  CloseWish: ['portfolio'],
  AddSolution: ['portfolio'],
  SetProgress: ['portfolio'],
  SetUse: ['portfolio'],
  SetTasks: ['work-plan'],
  DropTask: ['work-plan'],
  ProposeWorkPlan: ['work-plan'],
  AnswerWorkPlan: ['work-plan'],
  HearPlanCase: ['work-plan'],
  PromptWorkPlan: ['work-plan'],
  RaiseJudged: ['case'],
  NoteErrandRefused: [
    'channel',
    'body',
    'meeting',
    'case',
    'year',
    'request',
    'group',
    'experience',
    'flag',
    'milestone-plan',
    'follow-up',
    'work-plan',
  ],
};

/** One type for all subjects. The checks that make the casts true stand right here. */
function widen<S extends State, C extends Command, E extends GovernanceEvent>(
  subject: Subject<S, C, E>,
  kind: Kind,
): Subject<State, Command, GovernanceEvent> {
  const own = (state: State) => {
    if (state.kind !== kind) throw new Error(`a ${kind} was given the state of a ${state.kind}`);
    return state as S;
  };
  const fitting = (command: Command) => {
    if (!commandsOf[command.type].includes(kind)) throw new Error(`${command.type} went astray to a ${kind}`);
    return command as C;
  };
  return {
    initial: subject.initial,
    reads: (state, command, charter) => subject.reads(own(state), fitting(command), charter),
    meets: (state, command) => subject.meets?.(own(state), fitting(command)) ?? [],
    years: (state, command) => subject.years?.(own(state), fitting(command)) ?? [],
    decide: (state, command, around) => subject.decide(own(state), fitting(command), around),
    evolve: (state, event) => subject.evolve(own(state), upcast(event) as E),
    index: (state, charter) => subject.index(own(state), charter),
  };
}
