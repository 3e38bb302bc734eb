import type { BodyId, SectorId } from '../charter/charter.ts';
import type { PersonKey } from './stream.ts';

/** Which keys are one person, and which sector each person belongs to. */
export interface PersonsState {
  readonly kind: 'persons';
  /** Each joined key and the key it counts as; never a chain of two. */
  readonly joined: Readonly<Record<PersonKey, PersonKey>>;
  readonly sectors: Readonly<Record<PersonKey, SectorId>>;
}
/** `body` is where the presser is secretary; administrators may name any. */
export type PersonsCommand =
  | { readonly type: 'JoinPersons'; readonly body: BodyId; readonly keep: PersonKey; readonly join: PersonKey }
  /** By errand when somebody takes a seat that belongs to a sector, or by a secretary when somebody has changed sector. */
  | { readonly type: 'StateSector'; readonly body: BodyId; readonly person: PersonKey; readonly sector: SectorId };
export type PersonsEvent =
  | { readonly type: 'PersonsJoined'; readonly v: 1; readonly keep: PersonKey; readonly join: PersonKey }
  | { readonly type: 'SectorStated'; readonly v: 1; readonly person: PersonKey; readonly sector: SectorId };
