import { asReadOn } from '../charter/as-read.ts';
import type { BodyId } from '../charter/charter.ts';
import { competenceOn, onward } from '../charter/competence.ts';
import type { Matter } from '../charter/matter.ts';
import { toldOfPractice } from '../charter/practice.ts';
import { bodyOf } from '../charter/terms.ts';
import { keyRuleOf } from '../people/keys.ts';
import { mayRun, seatsHeld } from '../people/roles.ts';
import { isServed, servesHere } from '../people/two-secretaries.ts';
import { dateAt } from '../time/calendar.ts';
import { isDate } from '../time/written.ts';
import type { CaseInDraft, CaseState, Content, RaisedCase, Stop } from '../vocabulary/case/case.ts';
import type { JudgeEvent, RaiseCommand, RaiseEvent } from '../vocabulary/case/events.ts';
import { isRefusal, type Refusal } from '../vocabulary/refusal.ts';
import type { Around } from '../vocabulary/subject.ts';
import { factsOf, isOver } from './phases.ts';

const journalNumber = /^[\p{L}\p{N}][\p{L}\p{N} ./-]{0,39}$/u;

type Drafted = Extract<RaiseEvent, { readonly type: 'CaseDrafted' }>;
type Draft = Extract<RaiseCommand, { readonly type: 'DraftCase' }>;

export function decideCaseDraft({ phase }: CaseState, command: Draft, around: Around): readonly Drafted[] | Refusal {
  if (phase !== 'none') return [];
  const at = around.now.toString();
  const today = dateAt(around.charter, around.now);
  const by = around.by.kind === 'person' ? around.by.person : null;
  const { body, matter, content, origin, terms } = command;
  const known = bodyOf(around.charter, body);
  if (!known || known.outside) return { refused: 'not-in-model', what: 'body' };
  const seated = by !== null && seatsHeld(around.charter, around.body(body), by, today, around.one).length > 0;
  if (!seated && !mayRun(around, body)) return { refused: 'only-seat-holders' };
  return (
    wrongContent(content) ?? [
      {
        type: 'CaseDrafted',
        v: 1,
        body,
        termsOn: today,
        by,
        matter,
        content,
        ...(origin === undefined ? {} : { origin }),
        ...(terms === undefined ? {} : { terms }),
        at,
      },
    ]
  );
}

export function decideRaise(
  state: RaisedCase,
  command: Exclude<RaiseCommand, Draft>,
  around: Around,
): readonly (RaiseEvent | JudgeEvent)[] | Refusal {
  const at = around.now.toString();
  const today = dateAt(around.charter, around.now);
  const by = around.by.kind === 'person' ? around.by.person : null;
  const own = by !== null && state.by !== null && around.one(state.by) === by;
  switch (command.type) {
    case 'EditCase': {
      if (!own && !mayRun(around, state.body)) return { refused: 'only-who-raised-it' };
      if (state.phase !== 'draft' && state.phase !== 'judging') return { refused: 'case-has-moved' };
      const { matter } = command;
      const content = kept(command.content, state.content);
      const same = JSON.stringify([matter, macs(content)]) === JSON.stringify([state.matter, macs(state.content)]);
      const wrong = wrongContent(content);
      if (wrong || same) return wrong ?? [];
      const told = toldOf(state, matter, around);
      const newly = state.phase === 'judging' && told.some((body) => !state.told.includes(body));
      return [{ type: 'CaseEdited', v: 1, matter, content, at }, ...(newly ? [{ type: 'CaseSent', v: 1, told, at } as const] : [])];
    }
    case 'SendCase': {
      if (!own && !mayRun(around, state.body)) return { refused: 'only-who-raised-it' };
      if (state.phase !== 'draft') return [];
      if (state.content.recommendations.length === 0) return { refused: 'missing', field: 'recommendations' };
      const gone = withoutKeys(state, around);
      return isRefusal(gone) ? gone : [{ type: 'CaseSent', v: 1, told: toldOf(state, state.matter, around), at }, ...gone];
    }
    case 'WithdrawCase':
      if (!own && !mayRun(around, state.body)) return { refused: 'only-who-raised-it' };
      if (state.phase === 'withdrawn') return [];
      if (state.phase !== 'draft' && !(state.phase === 'judging' && state.way.length === 0)) return { refused: 'case-has-moved' };
      return [{ type: 'CaseWithdrawn', v: 1, reason: command.reason }];
    case 'NumberCase':
      return state.number === null ? [{ type: 'CaseNumbered', v: 1, number: command.number }] : [];
    case 'StateDirection': {
      const chair =
        by !== null &&
        seatsHeld(around.charter, around.body(command.body), by, today, around.one).some(({ seat }) => seat.role === 'chair');
      const serves = by !== null && isServed(around.charter, command.body, today) && servesHere(command.body, by, around);
      if (by === null || !(chair || serves) || !state.told.includes(command.body)) return { refused: 'only-chairs', clause: null };
      if (isOver(state)) return { refused: 'case-has-moved' };
      return [{ type: 'DirectionStated', v: 1, body: command.body, person: by, text: command.text }];
    }
  }
}

/** A case begins as a draft in the body it is raised in. */
export function drafted(id: string, event: Drafted): CaseInDraft {
  const { body, termsOn, by, matter, content, origin = null, terms = null, at } = event;
  return {
    kind: 'case',
    case: id,
    phase: 'draft',
    sentBack: null,
    ...{ number: null, body, at: body, termsOn, by, matter, content, origin, terms, edition: 1, since: at },
    ...{ way: [], dealtWith: [], reports: 0, directions: [], told: [], cameTo: [], kept: [] },
    ...{ practicePlan: null, gates: [], reopenings: [], outcomes: [], refusedErrands: [] },
  };
}

export function evolveRaise(state: RaisedCase, event: Exclude<RaiseEvent, Drafted>): RaisedCase {
  switch (event.type) {
    case 'CaseEdited': {
      const edited = { matter: event.matter, content: event.content, edition: state.edition + 1, since: event.at };
      return state.phase === 'judging' ? { ...state, ...edited, turns: [] } : { ...state, ...edited };
    }
    case 'CaseSent': {
      const told = [...new Set([...state.told, ...event.told])];
      return { ...factsOf(state), phase: 'judging', kept: [], told, turns: [], since: event.at };
    }
    case 'CaseWithdrawn':
      return { ...factsOf(state), phase: 'withdrawn', sentBack: state.phase === 'draft' ? state.sentBack : null };
    case 'CaseNumbered':
      return { ...state, number: event.number };
    case 'DirectionStated':
      return { ...state, directions: [...state.directions, { body: event.body, person: event.person, text: event.text }].slice(-20) };
  }
}

/** Who hears of it when it is sent: those the terms name, and those who hear of whatever binds general practice. */
function toldOf(state: RaisedCase, matter: Matter, { charter }: Around): readonly BodyId[] {
  const { told } = competenceOn(asReadOn(charter, state.termsOn), state.body, matter, state.termsOn);
  return [...new Set([...told, ...toldOfPractice(charter, matter, state.termsOn)])];
}

/** Where nobody holds keys there is nobody to judge it: outside Teams the body deals with it, elsewhere it goes straight on. */
function withoutKeys(state: RaisedCase, { charter, now }: Around): readonly JudgeEvent[] | Refusal {
  const at = now.toString();
  if (bodyOf(charter, state.body)?.outsideTeams) return [{ type: 'KeptHere', v: 1, at }];
  if (keyRuleOf(charter, state.body, dateAt(charter, now)) !== null) return [];
  const { to, passed } = onward(asReadOn(charter, state.termsOn), state.body, state.matter, state.termsOn, []);
  if (to === null) return { refused: 'no-keys' };
  const stop: Stop = { body: state.body, left: 'up', reasons: [], at };
  const { told } = competenceOn(asReadOn(charter, state.termsOn), to, state.matter, state.termsOn);
  return [{ type: 'SentUp', v: 1, stop, to, told: [...passed, ...told], at }];
}

function wrongContent(content: Content): Refusal | null {
  if (content.recommendations.length > 12) return { refused: 'too-much' };
  if (content.moves && !isDate(content.moves.due)) return { refused: 'not-a-date', field: 'due' };
  return content.journal === null || journalNumber.test(content.journal) ? null : { refused: 'not-a-case-number' };
}

/** What a form does not ask about stays: the milestone that the case moves. */
function kept(content: Content, { moves }: Content): Content {
  return content.moves === undefined && moves ? { ...content, moves } : content;
}

function macs({ title, account, recommendations, papers, journal, moves }: Content) {
  return [
    title.mac,
    account?.mac,
    recommendations.map((each) => each.mac),
    papers?.mac,
    journal,
    moves?.plan,
    moves?.milestone,
    moves?.due,
  ];
}
