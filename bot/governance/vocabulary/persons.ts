import type { BodyId, SectorId } from '../charter/charter.ts';
import type { PersonKey } from './stream.ts';

/** Which keys are one person, and which sector each person belongs to. */
export interface PersonsState {
  readonly kind: 'persons';
  /** Each joined key and the key it counts as; never a chain of two. */
  readonly joined: Readonly<Record<PersonKey, PersonKey>>;
  readonly sectors: Readonly<Record<PersonKey, SectorId>>;
  /** How often somebody has asked for a new address of their calendar; those before it are dead. */
  readonly calendars: Readonly<Record<PersonKey, number>>;
}
/** `body` is where the presser is secretary; administrators may name any. */
export type PersonsCommand =
  | { readonly type: 'JoinPersons'; readonly body: BodyId; readonly keep: PersonKey; readonly join: PersonKey }
  /** By errand when somebody takes a seat that belongs to a sector, or by a secretary when somebody has changed sector. */
  | { readonly type: 'StateSector'; readonly body: BodyId; readonly person: PersonKey; readonly sector: SectorId }
  /** By the person: whoever has the old address of their calendar sees nothing there any more. */
  | { readonly type: 'RenewOwnCalendar' };
export type PersonsEvent =
  | { readonly type: 'PersonsJoined'; readonly v: 1; readonly keep: PersonKey; readonly join: PersonKey }
  | { readonly type: 'SectorStated'; readonly v: 1; readonly person: PersonKey; readonly sector: SectorId }
  | { readonly type: 'OwnCalendarRenewed'; readonly v: 1; readonly person: PersonKey };
