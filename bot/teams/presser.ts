import type { Temporal } from 'temporal-polyfill';
import type { Deck, Desk } from '../../cards/kit/card.ts';
import type { Language } from '../../cards/text/languages.ts';
import type { Charter } from '../governance/charter/charter.ts';
import type { ChannelKey, PersonKey } from '../governance/vocabulary/stream.ts';
import type { Handle } from '../handle.ts';
import type { Store } from '../store/store.ts';

/** Who pressed, verified: the key of the identity Teams vouches for, and the key it counts as. */
export interface Presser {
  readonly person: PersonKey;
  readonly one: PersonKey;
  readonly administrator: boolean;
  readonly language: Language;
  /** Where they pressed. */
  readonly channel: ChannelKey;
}
export interface Pressing {
  readonly store: Store;
  readonly handle: Handle;
  readonly deck: Deck;
  readonly charter: () => Charter;
  readonly desk: (now: Temporal.Instant) => Promise<Desk>;
  readonly now: () => Temporal.Instant;
}
