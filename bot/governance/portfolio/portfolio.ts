import type { BodyId, IsoDate } from '../charter/charter.ts';
import { bodyOf, termsInForce } from '../charter/terms.ts';
import { leads } from '../people/leads.ts';
import { seatsHeld } from '../people/roles.ts';
import { dateAt } from '../time/calendar.ts';
import {
  type FollowUp,
  type LeftOver,
  type PortfolioCommand,
  type PortfolioEvent,
  type PortfolioState,
  type Progress,
  portfolioGoals,
  type Verdict,
} from '../vocabulary/portfolio.ts';
import type { Refusal } from '../vocabulary/refusal.ts';
import type { PersonKey } from '../vocabulary/stream.ts';
import { idIn } from '../vocabulary/stream.ts';
import type { Around, Subject } from '../vocabulary/subject.ts';

const mostWishes = 40;
const mostSolutions = 20;

export const portfolio: Subject<PortfolioState, PortfolioCommand, PortfolioEvent> = {
  commands: {
    OpenQuarter: true,
    FollowUpSolution: true,
    AnswerNo: true,
    AddWish: true,
    OrderWishes: true,
    CloseWish: true,
    AddSolution: true,
    SetProgress: true,
    SetUse: true,
  },

  initial: (stream) => ({
    kind: 'portfolio',
    body: idIn(stream, 'portfolio'),
    asked: null,
    askedBefore: null,
    added: [],
    progress: {},
    use: {},
    followUps: [],
    wishes: [],
  }),

  reads: (state, _command, charter) => [...new Set([state.body, charter.collaboration.secretariat])],

  decide: (state, command, around) => {
    const today = dateAt(around.charter, around.now);
    if (command.type === 'OpenQuarter')
      return state.asked !== null && state.asked >= command.quarter
        ? []
        : [{ type: 'QuarterOpened', v: 1, quarter: command.quarter, ...leftOver(state, around) }];
    const may =
      command.type === 'FollowUpSolution' || command.type === 'AddWish' ? takesPart(around, state.body) : leads(around, state.body);
    if (around.by.kind !== 'person' || !may) return { refused: 'only-who-lead' };
    const { person } = around.by;
    const known = solutionsIn(around, state);
    switch (command.type) {
      case 'FollowUpSolution':
        return followedUp(state, command, known, { today, person });
      case 'AnswerNo': {
        const { solution, of, text } = command;
        const open = openNoes(around, state).some((each) => each.solution === solution && each.person === of);
        return open ? [{ type: 'NoAnswered', v: 1, solution, of, text, on: today, person }] : { refused: 'not-there' };
      }
      case 'AddWish': {
        const { type: _type, ...wish } = command;
        if (state.wishes.some(({ id }) => id === wish.id)) return [];
        if (state.wishes.length >= mostWishes) return { refused: 'too-much' };
        if (wish.solution !== null && !known.includes(wish.solution)) return { refused: 'not-there' };
        return [{ type: 'WishAdded', v: 1, ...wish, on: today, person }];
      }
      case 'OrderWishes': {
        const ids = state.wishes.map(({ id }) => id);
        const order = [...new Set([...command.first.filter((id) => ids.includes(id)), ...ids])];
        return order.every((id, at) => id === ids[at]) ? [] : [{ type: 'WishesOrdered', v: 1, order }];
      }
      case 'CloseWish':
        return state.wishes.some(({ id }) => id === command.id) ? [{ ...command, type: 'WishClosed', v: 1 }] : [];
      case 'AddSolution':
        if (known.includes(command.id)) return [];
        return known.length >= mostSolutions ? { refused: 'too-much' } : [{ ...command, type: 'SolutionAdded', v: 1 }];
      case 'SetProgress': {
        const { solution, progress } = command;
        if (!known.includes(solution)) return { refused: 'not-there' };
        return state.progress[solution] === progress ? [] : [{ type: 'ProgressSet', v: 1, solution, progress }];
      }
      case 'SetUse': {
        const { solution, bodies } = command;
        if (!known.includes(solution)) return { refused: 'not-there' };
        if (!bodies.every((id) => bodyOf(around.charter, id)?.outside === false)) return { refused: 'not-in-model', what: 'body' };
        const same = JSON.stringify(state.use[solution] ?? []) === JSON.stringify(bodies);
        return same ? [] : [{ type: 'UseSet', v: 1, solution, bodies }];
      }
    }
  },

  evolve: (state, event) => {
    switch (event.type) {
      case 'QuarterOpened':
        return { ...state, asked: event.quarter, askedBefore: state.asked, leftBefore: event.left ?? null };
      case 'SolutionFollowedUp': {
        const { type: _type, v: _v, ...told } = event;
        const others = state.followUps.filter(({ solution, person }) => solution !== told.solution || person !== told.person);
        return { ...state, followUps: withinRoom([...others, told], told.solution) };
      }
      case 'NoAnswered': {
        const { solution, of, text, on, person } = event;
        const answers = (each: FollowUp) => each.solution === solution && each.person === of;
        const followUps = state.followUps.map((each) => (answers(each) ? { ...each, answered: { text, on, person } } : each));
        return { ...state, followUps };
      }
      case 'WishAdded': {
        const { type: _type, v: _v, ...wish } = event;
        return { ...state, wishes: [...state.wishes, wish] };
      }
      case 'WishesOrdered': {
        const at = (id: string) => event.order.indexOf(id);
        return { ...state, wishes: state.wishes.toSorted((a, b) => at(a.id) - at(b.id)) };
      }
      case 'WishClosed':
        return { ...state, wishes: state.wishes.filter(({ id }) => id !== event.id) };
      case 'SolutionAdded':
        return { ...state, added: [...state.added, { id: event.id, name: event.name }] };
      case 'ProgressSet':
        return { ...state, progress: { ...state.progress, [event.solution]: event.progress } };
      case 'UseSet':
        return { ...state, use: { ...state.use, [event.solution]: event.bodies } };
    }
  },

  index: (state) => ({ kind: 'portfolio', body: state.body, dueAt: null, waitingOn: [], open: true }),
};

/** The solutions a body follows on a date: the model's, and those it took in itself; one that has ended is not followed any more. */
export function solutionsIn(
  { charter, now }: Pick<Around, 'charter' | 'now'>,
  { body, added, progress }: PortfolioState,
): readonly string[] {
  const stated = termsInForce(charter, body, dateAt(charter, now))?.portfolio?.solutions ?? [];
  return [...stated, ...added.map(({ id }) => id)].filter((id) => progress[id] !== 'ended');
}

/** How far a solution has come: as the body says, else as the document did; null: not said. */
export function progressOf({ charter }: Pick<Around, 'charter'>, { progress }: PortfolioState, solution: string): Progress | null {
  return progress[solution] ?? charter.agreement.find(({ id }) => id === solution)?.state?.is ?? null;
}

/** Solutions not yet followed up in the quarter that was last asked about. */
export function stillOwed(around: Pick<Around, 'charter' | 'now'>, state: PortfolioState): readonly string[] {
  const { asked } = state;
  if (asked === null) return [];
  const done = state.followUps.filter(({ quarter }) => quarter >= asked).map(({ solution }) => solution);
  return solutionsIn(around, state).filter((id) => !done.includes(id));
}

/** What nobody has followed up when the next quarter opens: its answers replace those of this one. */
function leftOver(state: PortfolioState, around: Pick<Around, 'charter' | 'now'>): { readonly left?: LeftOver } {
  return state.asked === null ? {} : { left: { solutions: stillOwed(around, state).length, of: solutionsIn(around, state).length } };
}

/** Those who say that a solution does not meet one of its goals, and have not been answered: somebody takes the initiative to change what was agreed. */
export function openNoes(around: Pick<Around, 'charter' | 'now'>, state: PortfolioState): readonly FollowUp[] {
  const solutions = solutionsIn(around, state);
  return state.followUps.filter((each) => saysNo(each) && each.answered === undefined && solutions.includes(each.solution));
}

/** What tells one no from every other. */
export function noMark({ on, solution, person }: Pick<FollowUp, 'on' | 'solution' | 'person'>): string {
  return `${on}-${solution}-${person}`;
}

/** What is said of a solution now: by everybody who answered in its newest quarter, and every no that nobody has answered. */
export function saidNow({ followUps }: PortfolioState, solution: string): readonly FollowUp[] {
  const said = followUps.filter((each) => each.solution === solution);
  const newest = said.reduce((quarter, each) => (each.quarter > quarter ? each.quarter : quarter), '');
  return said.filter((each) => each.quarter === newest || (saysNo(each) && each.answered === undefined));
}

/** Each goal as the least content of several says of it: a summary hides no no. */
export function leastOf(said: readonly FollowUp[]): readonly Verdict[] {
  const order = ['no', 'partly', 'unknown', 'yes'] as const;
  return portfolioGoals.flatMap((goal) => {
    const says = said.flatMap(({ verdicts }) => verdicts.filter((each) => each.goal === goal).map((each) => each.says));
    const least = order.find((each) => says.includes(each));
    return least === undefined ? [] : [{ goal, says: least }];
  });
}

function saysNo({ verdicts }: FollowUp): boolean {
  return verdicts.some(({ says }) => says === 'no');
}

/** As many as a snapshot has room for; what goes first is an old answer that nobody need answer. */
function withinRoom(followUps: readonly FollowUp[], solution: string): readonly FollowUp[] {
  const mine = followUps.filter((each) => each.solution === solution);
  if (mine.length <= mostAnswers) return followUps;
  const gone = mine.find((each) => !saysNo(each) || each.answered !== undefined) ?? mine[0];
  return followUps.filter((each) => each !== gone);
}
const mostAnswers = 12;

function followedUp(
  state: PortfolioState,
  { solution, verdicts: said, text }: Extract<PortfolioCommand, { readonly type: 'FollowUpSolution' }>,
  known: readonly string[],
  { today, person }: { readonly today: IsoDate; readonly person: PersonKey },
): readonly PortfolioEvent[] | Refusal {
  if (!known.includes(solution)) return { refused: 'not-there' };
  const { asked: quarter } = state;
  if (quarter === null) return { refused: 'not-yet' };
  if (!portfolioGoals.every((goal) => said.some((each) => each.goal === goal))) return { refused: 'missing', field: 'verdict' };
  if (text === null && said.some(({ says }) => says === 'no' || says === 'partly')) return { refused: 'missing', field: 'reason' };
  const before = state.followUps.find((each) => each.solution === solution && each.quarter === quarter && each.person === person);
  const same = before && JSON.stringify([before.verdicts, before.text?.mac]) === JSON.stringify([said, text?.mac]);
  return same ? [] : [{ type: 'SolutionFollowedUp', v: 1, solution, verdicts: said, text, quarter, on: today, person }];
}

function takesPart(around: Around, body: BodyId): boolean {
  if (leads(around, body)) return true;
  if (around.by.kind !== 'person') return false;
  return seatsHeld(around.charter, around.body(body), around.by.person, dateAt(around.charter, around.now), around.one).length > 0;
}
