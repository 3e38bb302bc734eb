import type { Temporal } from 'temporal-polyfill';
import type { AnchorCommand, AnchorEvent, AnchorState } from './anchor.ts';
import type { BodyCommand, BodyEvent, BodyState } from './body.ts';
import type { CaseCommand, CaseEvent, CaseState } from './case.ts';
import type { ChannelCommand, ChannelEvent, ChannelState } from './channel.ts';
import type { BodyId, Charter, SectorId } from './charter.ts';
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
import type { Refusal } from './refusal.ts';
import type { RequestCommand, RequestEvent, RequestState } from './request.ts';
import type { WorkPlanCommand, WorkPlanEvent, WorkPlanState } from './work-plan.ts';
import type { YearCommand, YearEvent, YearState } from './year.ts';
import type { PlannedDate } from './year-dates.ts';

/** A file of the ledger. Ids inside are lower-case letters, digits, `-` and `.`; a channel's is a hash of Teams' own. */
export type Stream =
  | 'charter'
  | 'persons'
  | 'anchor'
  | `channel/${string}`
  | `body/${string}`
  | `meeting/${string}`
  | `case/${string}`
  | `year/${string}`
  | `request/${string}`
  | `group/${string}`
  | `experience/${string}`
  | `flag/${string}`
  | `milestone-plan/${string}`
  | `follow-up/${string}`
  | `initiative/${string}`
  | `portfolio/${string}`
  | `work-plan/${string}`;
export type Kind =
  | 'charter'
  | 'persons'
  | 'anchor'
  | 'channel'
  | 'body'
  | 'meeting'
  | 'case'
  | 'year'
  | 'request'
  | 'group'
  | 'experience'
  | 'flag'
  | 'milestone-plan'
  | 'follow-up'
  | 'initiative'
  | 'portfolio'
  | 'work-plan';

/** A random key; the name and the identities behind it are erasable and stand beside the ledger. */
export type PersonKey = string;
/** A hash of the Teams conversation id; the address behind it stands beside the ledger. */
export type ChannelKey = string;
/** An instant as ISO text in UTC, `2015-03-02T08:00:00Z`. */
export type IsoInstant = string;

/** Free text somebody typed: the ledger keeps a reference and an HMAC under the text's own key, so that the text can be erased. */
export interface TextRef {
  readonly ref: string;
  readonly mac: string;
}

/** Who acts. A person is always the verified identity, already joined to one key; `administrator` comes from configuration. */
export type Actor =
  | { readonly kind: 'person'; readonly person: PersonKey; readonly administrator: boolean }
  | { readonly kind: 'errand'; readonly errand: string }
  | { readonly kind: 'clock' }
  | { readonly kind: 'operator' };

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

/** An errand another stream would not accept is written back where it came from, and stands on the secretary's card. */
export interface NoteErrandRefused {
  readonly type: 'NoteErrandRefused';
  readonly errand: string;
  readonly rule: string;
  readonly refusal: Refusal;
}
export interface ErrandRefused {
  readonly type: 'ErrandRefused';
  readonly v: 1;
  readonly errand: string;
  readonly rule: string;
  readonly refusal: Refusal;
}

/** What a rule may look at besides its own stream. Reading it is not atomic with the append, and no rule may need it to be. */
export interface Around {
  readonly now: Temporal.Instant;
  readonly by: Actor;
  readonly charter: Charter;
  /** The one key that joined identities count as. */
  readonly one: (person: PersonKey) => PersonKey;
  /** null: not stated yet. */
  readonly sectorOf: (person: PersonKey) => SectorId | null;
  /** Only bodies that the subject's `reads` named. */
  readonly body: (id: BodyId) => BodyState;
  /** Only of bodies that the subject's `meets` named: meetings that are not over. */
  readonly meetings: (body: BodyId) => readonly MeetingState[];
  /** Only of years that the subject's `years` named: every date, planned, held or cancelled. */
  readonly dates: (body: BodyId, year: number) => readonly PlannedDate[];
}

/** What a stream's overview reads are answered from. `dueAt` in milliseconds since 1970, null: nothing is due. */
export interface Index {
  readonly kind: Kind;
  readonly body: string | null;
  readonly dueAt: number | null;
  readonly waitingOn: readonly PersonKey[];
  readonly open: boolean;
}

export interface BodyOfYear {
  readonly body: BodyId;
  readonly year: number;
}

/** One subject: its rules. `decide` refuses or says what happens; `[]` is "fine, nothing new". `evolve` never refuses. */
export interface Subject<S, C, E> {
  readonly initial: (stream: Stream) => S;
  /** The bodies `decide` will ask `around` for. */
  readonly reads: (state: S, command: C, charter: Charter) => readonly BodyId[];
  /** The bodies whose meetings it will ask for. */
  readonly meets?: (state: S, command: C) => readonly BodyId[];
  /** The years whose dates it will ask for. */
  readonly years?: (state: S, command: C) => readonly BodyOfYear[];
  readonly decide: (state: S, command: C, around: Around) => readonly E[] | Refusal;
  readonly evolve: (state: S, event: E) => S;
  readonly index: (state: S, charter: Charter) => Index;
}
