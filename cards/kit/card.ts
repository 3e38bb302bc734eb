import type { Temporal } from 'temporal-polyfill';
import type { BodyId, Charter, IsoDate, SectorId } from '../../bot/governance/charter/charter.ts';
import type { Decision } from '../../bot/governance/register/register.ts';
import type { Facts } from '../../bot/governance/status/status.ts';
import type { Begun, Command } from '../../bot/governance/vocabulary/all.ts';
import type { Came } from '../../bot/governance/vocabulary/ask/came.ts';
import type { BodyState } from '../../bot/governance/vocabulary/body.ts';
import { type CardName, cardNames } from '../../bot/governance/vocabulary/card-name.ts';
import type { RaisedCase } from '../../bot/governance/vocabulary/case/case.ts';
import type { GroupState } from '../../bot/governance/vocabulary/group.ts';
import type { InitiativeState } from '../../bot/governance/vocabulary/initiative.ts';
import type { ExperienceState } from '../../bot/governance/vocabulary/knowledge/experience.ts';
import type { FlagState } from '../../bot/governance/vocabulary/knowledge/flag.ts';
import type { CalledMeeting } from '../../bot/governance/vocabulary/meeting.ts';
import type { Notice, NoticeCard } from '../../bot/governance/vocabulary/notice.ts';
import type { Refusal } from '../../bot/governance/vocabulary/refusal.ts';
import type { RequestState } from '../../bot/governance/vocabulary/request.ts';
import type { ChannelKey, IsoInstant, Kind, PersonKey, Stream, TextRef } from '../../bot/governance/vocabulary/stream.ts';
import type { BodyYear } from '../../bot/governance/year/facts.ts';
import type { Language } from '../text/languages.ts';

/** What lies on the desk when a card is drawn: everything as it is remembered now. Reading only. */
export interface Desk {
  readonly now: Temporal.Instant;
  readonly charter: Charter;
  readonly state: <K extends Kind>(kind: K, stream: Stream) => Promise<Begun<K> | null>;
  readonly body: (id: BodyId) => Promise<BodyState>;
  /** Soonest first. */
  readonly meetings: (body: BodyId, options: { readonly openOnly: boolean }) => Promise<readonly CalledMeeting[]>;
  /** Cases a body has now, or raised and has not seen the end of; the newest first. */
  readonly cases: (body: BodyId) => Promise<readonly RaisedCase[]>;
  /** The case with a number, `IT 2015-07`, in whichever body it is. */
  readonly caseNumbered: (number: string) => Promise<Stream | null>;
  /** Those with an entry since then, as they stand now. */
  readonly movedSince: <K extends 'case' | 'request'>(kind: K, since: IsoInstant) => Promise<readonly Begun<K>[]>;
  /** Open ones that a body has set up, alone or with another. Newest first. */
  readonly groups: (body: BodyId) => Promise<readonly GroupState[]>;
  /** Open ones that these bodies have ordered, or that were ordered from them; what is handed on stands with them. Newest first. */
  readonly requests: (bodies: readonly BodyId[]) => Promise<readonly RequestState[]>;
  /** Every initiative that has an owner, closed ones too. */
  readonly initiatives: () => Promise<readonly InitiativeState[]>;
  /** Those that any of these bodies has told, reads or has been sent; open while somebody has not answered. Newest first. */
  readonly experiences: (bodies: readonly BodyId[], options: { readonly openOnly: boolean }) => Promise<readonly ExperienceState[]>;
  /** Open ones that the chairs of these bodies are asked about. Newest first. */
  readonly flags: (bodies: readonly BodyId[]) => Promise<readonly FlagState[]>;
  /** What a status is made from. */
  readonly statusFacts: () => Promise<Facts>;
  /** What a body settled in cases it has or had the last word in, newest first, from the ledger. */
  readonly decisions: (body: BodyId) => Promise<readonly Decision[]>;
  /** Every body's year as it stands, recorded or proposed. */
  readonly year: (year: number) => Promise<readonly BodyYear[]>;
  /** The body that meets in a channel. */
  readonly bodyIn: (channel: ChannelKey) => Promise<BodyId | null>;
  /** The name as last seen in Teams; a neutral word where it has been erased. */
  readonly name: (person: PersonKey) => Promise<string>;
  readonly words: (stream: Stream, text: TextRef) => Promise<string | null>;
  /** Who has been seen in the channel of a body, by name. */
  readonly roster: (body: BodyId) => Promise<readonly Seen[]>;
  readonly one: (person: PersonKey) => PersonKey;
  readonly sectorOf: (person: PersonKey) => SectorId | null;
  readonly parked: () => Promise<readonly ParkedNotice[]>;
  /** What came of what a note asked, and which others it asks along with it. */
  readonly note: (key: string) => Promise<NoteKept>;
  /** The nightly control hashes of a month, `2015-03`, oldest first: the hash of each entry of the anchor's own stream. */
  readonly anchors: (month: string) => Promise<readonly AnchoredNight[]>;
  /** Name of the channel a body meets in, `Team – Channel`; null: none. */
  readonly channelName: (channel: ChannelKey) => Promise<string | null>;
  /** The channels of the same team, itself among them. */
  readonly teamOf: (channel: ChannelKey) => Promise<readonly ChannelKey[]>;
  /** Where a meeting's published page is read; null: pages are read nowhere. */
  readonly page: (meeting: string) => string | null;
  /** Where a picture is fetched, by an address that expires; null: nowhere. */
  readonly picture: (picture: Picture) => Promise<string | null>;
  /** Where a calendar is read, by an address that cannot be guessed; null: nowhere. */
  readonly calendar: (of: CalendarOf) => Promise<string | null>;
}
export interface NoteKept {
  readonly came: Came | null;
  readonly others: readonly Pick<Notice, 'about' | 'occasion'>[];
}
/** A body's meetings, one person's in every body, or one meeting. */
export type CalendarOf =
  | { readonly of: 'body'; readonly body: BodyId }
  | { readonly of: 'person'; readonly person: PersonKey }
  | { readonly of: 'meeting'; readonly meeting: string };
/** A picture for a card. */
export type Picture =
  | { readonly of: 'organisation'; readonly asOf: IsoDate; readonly language: Language }
  /** A body's year wheel. `mark` is another one when the dates are, so that nobody is shown an old wheel. */
  | { readonly of: 'year'; readonly body: BodyId; readonly year: number; readonly mark: string; readonly language: Language };
/** One identity seen in a channel. `outside`: the person's tenant's name or id, where it is not the host's. */
export interface Seen {
  readonly person: PersonKey;
  readonly name: string;
  readonly guest: boolean;
}
export interface AnchoredNight {
  readonly at: IsoInstant;
  readonly hash: string;
  /** How many streams had moved. */
  readonly streams: number;
}
export interface ParkedNotice {
  readonly key: string;
  readonly card: NoticeCard;
  readonly to: BodyId | null;
  readonly error: string;
}

/** Who a card is drawn for: all in the channel, or one person who pressed (with the form that press opened and what was picked there). */
export type Viewer =
  | { readonly kind: 'everyone'; readonly language: Language }
  | {
      readonly kind: 'person';
      readonly language: Language;
      readonly person: PersonKey;
      readonly administrator: boolean;
      /** Name of the form the press opened; null: the person's plain view. */
      readonly open: string | null;
      readonly picks: Readonly<Record<string, string>>;
    };

/** What a card shows: the template's data, where null leaves a part out, and who should hear of it. */
export interface Face {
  readonly data: Readonly<Record<string, unknown>>;
  /** One plain line for the activity feed and for clients that cannot draw the card. */
  readonly summary: string;
  /** Persons named in the text as `<at>Name</at>`, mentioned for real. */
  readonly mentions: readonly { readonly person: PersonKey; readonly name: string }[];
  /** Whose own view opens by itself, most needed first; the first 60 with a Teams id are kept. */
  readonly viewers: readonly PersonKey[];
  /** It says how something was: from then on it is left as it stands. */
  readonly keptUntil?: IsoInstant;
  /** It is over and asks nobody: only its own stream, its words and its names can change it. */
  readonly closed?: boolean;
  /** Nobody finds anything to do behind it: one's own view is not offered. `false`: somebody does, also where the card is one line. */
  readonly idle?: boolean;
}

/** A press, read off a card. Everything in `inputs` and `picks` is untrusted; who pressed is not in here. */
export interface Form {
  readonly about: Stream;
  readonly occasion: string | null;
  readonly inputs: Readonly<Record<string, string>>;
  readonly picks: Readonly<Record<string, string>>;
  readonly charter: Charter;
  readonly now: Temporal.Instant;
  /** An id for what this press makes: the same press, the same id. */
  readonly newId: string;
  /** What the presser read on the card, where the press judges it; it is kept sealed with the judgement. */
  readonly face?: TextRef;
  /** Free text becomes a reference; its words are kept beside the ledger, in the same append. */
  readonly seal: (field: string, words: string) => TextRef;
}
/** What a press asks: a command (and which form to show then), or a view. */
export type Reading =
  | { readonly read: 'command'; readonly stream: Stream; readonly command: Command; readonly next?: Opened }
  | { readonly read: 'lift'; readonly notice: string; readonly next?: Opened }
  | ({ readonly read: 'view' } & Opened)
  /** Another card, in the presser's own view. */
  | ({ readonly read: 'card'; readonly card: CardName; readonly about: Stream } & Opened)
  | Refusal;
export interface Opened {
  readonly open: string | null;
  readonly picks: Readonly<Record<string, string>>;
}

/** A card: one template and this. `show` gives null when there is nothing (any more) to show. */
export interface Card<N extends CardName = CardName> {
  readonly name: N;
  readonly template: object;
  readonly show: (desk: Desk, about: Stream, occasion: string | null, viewer: Viewer) => Promise<Face | null>;
  /** By verb. `view` ("Vis mine muligheder") is every card's and need not be listed. */
  readonly verbs: Readonly<Record<string, (form: Form) => Reading>>;
  /** The verbs that judge what is read on the card: they count only for what was read. */
  readonly judges?: readonly string[];
}

/** Every card under its own name: a name without a card does not compile, nor a card without a name. */
export type Deck = { readonly [N in CardName]: Card<N> };

/** A button and an old outbox may carry a name that no card has. */
export function cardNamed(deck: Deck, name: string): Card | null {
  const known = cardNames.find((each) => each === name);
  return known ? deck[known] : null;
}
