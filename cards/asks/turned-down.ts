import { readOccasion } from '../../bot/governance/vocabulary/occasion.ts';
import type { Said } from '../../bot/governance/vocabulary/request.ts';
import { kindOf, type PersonKey, type Stream } from '../../bot/governance/vocabulary/stream.ts';
import type { Turn } from '../../bot/governance/vocabulary/turn.ts';
import type { Card, Desk, Form, Reading } from '../kit/card.ts';
import { mentioned } from '../kit/people.ts';
import { template } from '../kit/sheet.ts';
import { noteSheet, overFace } from '../kit/told-note.ts';
import { answersIn } from '../kit/told-words.ts';
import { textIn } from '../text/languages.ts';
import { nameOfAbout } from './named.ts';

type Proposed = keyof ReturnType<typeof textIn>['turnedDown']['titles'];

interface TurnedDown {
  readonly what: Proposed;
  readonly turns: readonly Turn<Said>[];
  /** Whoever asked, and whoever agreed. */
  readonly hear: readonly PersonKey[];
  readonly at: string;
}

/** What somebody proposed was turned down: told to them by name, in the thread of its card, with who said no and why. */
export const turnedDownNote: Card<'turned-down'> = {
  name: 'turned-down',
  template,
  show: async (desk, about, occasion, { language }) => {
    const { turnedDown: text, summary, why } = textIn(language);
    const down = await turnedDownIn(desk, about);
    if (down === null || down.at !== readOccasion('turned-down', occasion)?.mark) return overFace(language);
    const mentions = await mentioned(desk, down.hear);
    const hear = mentions.map(({ name }) => `<at>${name}</at>`).join(', ');
    const noes = down.turns.filter(({ judgement }) => !judgement.yes);
    const title = text.titles[down.what];
    const when = await nameOfAbout(desk, about, language);
    return {
      data: noteSheet({
        done: '',
        title,
        when,
        lines: [...(hear === '' ? [] : [text.hears(hear)]), ...(await answersIn(desk, about, noes, language))].map((line) => ({
          text: line,
        })),
        verb: 'proposal',
        open: text.open,
        why: why.ours,
      }),
      summary: summary(title, when),
      mentions,
      viewers: down.hear,
    };
  },
  verbs: { proposal },
};

async function turnedDownIn(desk: Desk, about: Stream): Promise<TurnedDown | null> {
  const hears = (turns: readonly Turn<Said>[], by: PersonKey | null = null) => {
    const agreed = turns.filter(({ judgement }) => judgement.yes).map(({ person }) => desk.one(person));
    return [...new Set([...(by === null ? [] : [desk.one(by)]), ...agreed])];
  };
  switch (kindOf(about)) {
    case 'request': {
      const state = await desk.state('request', about);
      if (!state?.turnedDown) return null;
      const { ask, turns } = state.turnedDown;
      return { what: ask, turns, hear: hears(turns), at: state.since };
    }
    case 'group': {
      const state = await desk.state('group', about);
      if (!state || state.turnedDown.length === 0) return null;
      const { turnedDown: turns, since: at } = state;
      return { what: state.phase === 'turned-down' ? 'set-up' : 'extend', turns, hear: hears(turns), at };
    }
    case 'milestone-plan': {
      const state = await desk.state('milestone-plan', about);
      if (!state?.turnedDown) return null;
      const { turnedDown: turns, since: at, proposedBy } = state;
      return { what: 'milestone-plan', turns, hear: hears(turns, proposedBy), at };
    }
    case 'work-plan': {
      const state = await desk.state('work-plan', about);
      if (!state || state.turnedDown.length === 0) return null;
      const { turnedDown: turns, since: at, proposedBy } = state;
      return { what: 'work-plan', turns, hear: hears(turns, proposedBy), at };
    }
    default:
      return null;
  }
}

function proposal({ about }: Form): Reading {
  const kind = kindOf(about);
  switch (kind) {
    case 'request':
    case 'group':
    case 'work-plan':
    case 'milestone-plan':
      return { read: 'card', card: kind, about, open: null, picks: {} };
    default:
      return { refused: 'changed-meanwhile' };
  }
}
