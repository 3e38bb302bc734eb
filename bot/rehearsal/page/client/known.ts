/** What the room and its Teams answer, as this page reads it. */
export interface RoomSeen {
  readonly revision: number;
  /** Another one whenever the room has been opened again. */
  readonly world: string;
  readonly now: string;
  readonly timeZone: string;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly channels: readonly Channel[];
  readonly next: { readonly at: string; readonly says: readonly Happening[] } | null;
  readonly entries: readonly LedgerLine[];
  readonly map: { readonly nodes: readonly MapNode[]; readonly case: SeenCase | null };
  readonly tour: Readonly<Record<string, boolean>>;
  /** What each step of the tour is about. */
  readonly about: Readonly<Record<string, string>>;
  readonly roles: Readonly<Record<string, string>>;
  readonly leads: { readonly group: string | null; readonly above: string | null; readonly secretariat: string };
}
export interface Channel {
  readonly channel: string | null;
  readonly body: string;
  readonly kind: string;
  readonly short: string;
  readonly name: string;
  readonly waits: readonly string[];
  readonly unread: number;
}
export interface Happening {
  readonly words: string;
  readonly body: string | null;
}
export interface LedgerLine {
  readonly at: string;
  readonly who: string;
  readonly did: string;
  readonly body: string;
  readonly hash: string;
}
export interface MapNode {
  readonly id: string;
  readonly kind: string;
  readonly outsideTeams: boolean;
  readonly above: string | null;
  readonly short: string;
}
export interface SeenCase {
  readonly number: string;
  readonly at: string;
  readonly been: readonly string[];
  readonly phase: string;
}
export type CardJson = Readonly<Record<string, unknown>>;
export interface SeenPost {
  readonly activity: string;
  readonly thread: string;
  readonly from: string | null;
  readonly text: string;
  readonly card: CardJson | null;
  readonly replaced: number;
  readonly at: number;
  readonly refresh: { readonly verb: string; readonly data: object } | null;
}
export interface Pressed {
  readonly verb: string;
  readonly data: object;
  readonly trigger: 'manual' | 'automatic';
}
export type PressAnswer = { readonly card: CardJson } | { readonly sentence: string };
