import type { AnchorCommand, AnchorEvent, AnchorState, WrittenEvent } from './anchor.ts';
import type { AskCommand, AskEvent, Asking } from './ask/ask.ts';
import type { BodyCommand, BodyEvent, BodyState } from './body.ts';
import type { CaseState } from './case/case.ts';
import type { CaseCommand, CaseEvent } from './case/events.ts';
import type { ChannelCommand, ChannelEvent, ChannelState } from './channel.ts';
import type { CharterCommand, CharterEvent, CharterState } from './charter-ledger.ts';
import type { GroupCommand, GroupEvent, GroupState } from './group.ts';
import type { InitiativeCommand, InitiativeEvent, InitiativeState } from './initiative.ts';
import type { ExperienceCommand, ExperienceEvent, ExperienceState } from './knowledge/experience.ts';
import type { FlagCommand, FlagEvent, FlagState } from './knowledge/flag.ts';
import type { MeetingCommand, MeetingEvent, MeetingState } from './meeting.ts';
import type { FollowUpCommand, FollowUpEvent, FollowUpState } from './milestone/follow-up.ts';
import type { MilestonePlanCommand, MilestonePlanEvent, MilestonePlanState } from './milestone/plan.ts';
import type { PersonsCommand, PersonsEvent, PersonsState } from './persons.ts';
import type { PortfolioCommand, PortfolioEvent, PortfolioState } from './portfolio.ts';
import type { RequestCommand, RequestEvent, RequestState } from './request.ts';
import type { Kind } from './stream.ts';
import type { WorkPlanCommand, WorkPlanEvent, WorkPlanState } from './work-plan.ts';
import type { YearCommand, YearEvent, YearState } from './year/year.ts';

/** What is said about one subject: the state it is in, what is asked of it, and what has happened in it. */
interface Types<K extends Kind> {
  readonly state: { readonly kind: K };
  readonly command: { readonly type: string };
  readonly event: WrittenEvent;
}
/** One for each kind of stream, no fewer and no more. */
type OneEach<T extends { readonly [K in Kind]: Types<K> } & { readonly [K in Exclude<keyof T, Kind>]: never }> = T;

export type Subjects = OneEach<{
  charter: { state: CharterState; command: CharterCommand; event: CharterEvent };
  persons: { state: PersonsState; command: PersonsCommand; event: PersonsEvent };
  anchor: { state: AnchorState; command: AnchorCommand; event: AnchorEvent };
  channel: { state: ChannelState; command: ChannelCommand; event: ChannelEvent };
  body: { state: BodyState; command: BodyCommand; event: BodyEvent };
  meeting: { state: MeetingState; command: MeetingCommand; event: MeetingEvent };
  case: { state: CaseState; command: CaseCommand; event: CaseEvent };
  year: { state: YearState; command: YearCommand; event: YearEvent };
  request: { state: RequestState; command: RequestCommand; event: RequestEvent };
  group: { state: GroupState; command: GroupCommand; event: GroupEvent };
  experience: { state: ExperienceState; command: ExperienceCommand; event: ExperienceEvent };
  flag: { state: FlagState; command: FlagCommand; event: FlagEvent };
  'milestone-plan': { state: MilestonePlanState; command: MilestonePlanCommand; event: MilestonePlanEvent };
  'follow-up': { state: FollowUpState; command: FollowUpCommand; event: FollowUpEvent };
  initiative: { state: InitiativeState; command: InitiativeCommand; event: InitiativeEvent };
  portfolio: { state: PortfolioState; command: PortfolioCommand; event: PortfolioEvent };
  'work-plan': { state: WorkPlanState; command: WorkPlanCommand; event: WorkPlanEvent };
}>;
export type OwnCommand = Subjects[Kind]['command'];
export type OwnEvent = Subjects[Kind]['event'];
export type State = Subjects[Kind]['state'];
/** Whatever a stream is about, what it has said of what it asks is kept with it in one way. */
export type AskingState = State & Asking;
export type Command = OwnCommand | AskCommand;
export type GovernanceEvent = OwnEvent | AskEvent;
/** The kinds of stream that take a command. */
export type KindTaking<C extends Command['type']> = { [K in Kind]: C extends Subjects[K]['command']['type'] ? K : never }[Kind];

/** A subject as it stands once something has happened in it. */
export type Begun<K extends Kind> = Exclude<Subjects[K]['state'], { readonly phase: 'none' }>;

/** null: it is another subject's, or nothing has happened in it yet. */
export function begun<K extends Kind>(state: State | undefined, kind: K): Begun<K> | null {
  const stands = state?.kind === kind && !('phase' in state && state.phase === 'none');
  return stands ? (state as Begun<K>) : null;
}
