import type { BodyId } from '../charter/charter.ts';
import type { Command } from './all.ts';
import type { Kind, Stream } from './stream.ts';

/** What a decision leads to elsewhere. Each has its words, for where it is refused. */
const rules = [
  'body-meets-here',
  'channel-is-back',
  'body-leaves',
  'old-channel-free',
  'meetings-follow',
  'seat-states-sector',
  'body-numbers-it',
  'body-lets-go',
  'bears-number',
  'cases-look',
  'looks-for-meeting',
  'looks-again',
  'look-again',
  'on-agenda',
  'off-agenda',
  'taken',
  'keep',
  'result',
  'origin-hears',
  'plan',
  'year-follows',
  'hands-on',
  'group-takes-part',
  'part-reported',
  'part-declined',
  'whole-answered',
  'sets-milestones',
  'moves-milestone',
  'terms-decided',
  'terms-reopened',
  'goes-up',
  'plan-hears',
  'opens-quarter',
  'lists-silence',
  'asks-others',
] as const;
export type ErrandRule = (typeof rules)[number];
/** What looks for a place on an agenda; it is looked for again by itself, so that nobody is told where it was refused. */
export type AgendaRule = 'cases-look' | 'looks-for-meeting' | 'looks-again' | 'look-again' | 'on-agenda' | 'off-agenda';

/** A command that an event demands of another stream, or of every open stream of a kind in a body. */
export interface Demand {
  readonly rule: ErrandRule;
  /** Which of several demands of that rule. */
  readonly of?: string;
  readonly to: Stream | { readonly every: Kind; readonly body: BodyId };
  readonly command: Command;
}
export interface Errand {
  /** `<stream>#<seq>/<rule>`: the cause it is carried out under. */
  readonly id: string;
  /** The rule's name, with `-` and which of several after it. */
  readonly rule: string;
  readonly to: Demand['to'];
  readonly command: Command;
}

/** What entry `seq` of a stream demands, under a name of its own. */
export function errandOf(stream: Stream, seq: number, { rule, of, to, command }: Demand): Errand {
  const written = writtenRule(rule, of);
  return { id: `${stream}#${seq}/${written}`, rule: written, to, command };
}

/** It was written under that rule, about that one of several. */
export function isUnder({ rule }: Pick<Errand, 'rule'>, name: ErrandRule, of: string): boolean {
  return rule === writtenRule(name, of);
}

function writtenRule(rule: ErrandRule, of: string | undefined): string {
  return of === undefined ? rule : `${rule}-${of}`;
}

/** The rule an errand was written under; null: none that there is any more. */
export function ruleOf({ rule }: Pick<Errand, 'rule'>): ErrandRule | null {
  return rules.find((each) => each === rule) ?? rules.find((each) => rule.startsWith(`${each}-`)) ?? null;
}
