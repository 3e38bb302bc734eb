import type { AnchorCommand, AnchorEvent, AnchorState } from './anchor.ts';
import type { BodyCommand, BodyEvent, BodyState } from './body.ts';
import type { CaseCommand, CaseEvent, CaseState } from './case.ts';
import type { ChannelCommand, ChannelEvent, ChannelState } from './channel.ts';
import type { CharterCommand, CharterEvent, CharterState } from './charter-ledger.ts';
import type { ExperienceCommand, ExperienceEvent, ExperienceState } from './experience.ts';
import type { FlagCommand, FlagEvent, FlagState } from './flag.ts';
import type { FollowUpCommand, FollowUpEvent, FollowUpState } from './follow-up.ts';
import type { GroupCommand, GroupEvent, GroupState } from './group.ts';
import type { InitiativeCommand, InitiativeEvent, InitiativeState } from './initiative.ts';
import type { MeetingCommand, MeetingEvent, MeetingState } from './meeting.ts';
import type { MilestonePlanCommand, MilestonePlanEvent, MilestonePlanState } from './milestone-plan.ts';
import type { PersonsCommand, PersonsEvent, PersonsState } from './persons.ts';
import type { PortfolioCommand, PortfolioEvent, PortfolioState } from './portfolio.ts';
import type { ErrandRefused, NoteErrandRefused } from './refused-errand.ts';
import type { RequestCommand, RequestEvent, RequestState } from './request.ts';
import type { WorkPlanCommand, WorkPlanEvent, WorkPlanState } from './work-plan.ts';
import type { YearCommand, YearEvent, YearState } from './year.ts';

export type Command =
  | CharterCommand
  | PersonsCommand
  | AnchorCommand
  | ChannelCommand
  | BodyCommand
  | MeetingCommand
  | CaseCommand
  | YearCommand
  | RequestCommand
  | GroupCommand
  | ExperienceCommand
  | FlagCommand
  | MilestonePlanCommand
  | FollowUpCommand
  | InitiativeCommand
  | PortfolioCommand
  | WorkPlanCommand
  | NoteErrandRefused;
export type GovernanceEvent =
  | CharterEvent
  | PersonsEvent
  | AnchorEvent
  | ChannelEvent
  | BodyEvent
  | MeetingEvent
  | CaseEvent
  | YearEvent
  | RequestEvent
  | GroupEvent
  | ExperienceEvent
  | FlagEvent
  | MilestonePlanEvent
  | FollowUpEvent
  | InitiativeEvent
  | PortfolioEvent
  | WorkPlanEvent
  | ErrandRefused;
export type State =
  | CharterState
  | PersonsState
  | AnchorState
  | ChannelState
  | BodyState
  | MeetingState
  | CaseState
  | YearState
  | RequestState
  | GroupState
  | ExperienceState
  | FlagState
  | MilestonePlanState
  | FollowUpState
  | InitiativeState
  | PortfolioState
  | WorkPlanState;
