import type { Command } from '../../bot/governance/vocabulary/all.ts';
import { levels, portfolioGoals, progresses, verdicts } from '../../bot/governance/vocabulary/portfolio.ts';
import { isRefusal, type Refusal } from '../../bot/governance/vocabulary/refusal.ts';
import { idIn, isId, isOf, streamOf } from '../../bot/governance/vocabulary/stream.ts';
import { needed, oneOf, several } from '../initiative/press.ts';
import type { Card, Form, Reading } from '../kit/card.ts';
import { chosenId, opens, typed } from '../kit/form.ts';
import { sealed } from '../meeting/agenda-press.ts';

/** The forms of a portfolio's card, each opened by a button of the same name or chosen among those behind `edit`. */
export const portfolioForms = ['follow', 'answer', 'wish', 'edit', 'order', 'close', 'solution', 'progress', 'use'] as const;
export type PortfolioForm = (typeof portfolioForms)[number];
export const portfolioMost = { title: 300, text: 600 };
/** What is chosen where a wish is about no solution in particular. */
export const noSolution = 'none';

/** The presses on a portfolio: each is one command to it. The card may be about the body. */
export const portfolioVerbs: Card['verbs'] = {
  open: opens,
  edit: (form) => ({ read: 'view', open: oneOf(form, 'what', portfolioForms), picks: {} }),
  raise: (form) => ({ read: 'card', card: 'raise-case', about: streamOf('body', bodyIn(form)), open: 'write', picks: {} }),
  follow: (form) =>
    asks(form, () => {
      const solution = chosenId(form, 'solution');
      if (isRefusal(solution)) return solution;
      const text = sealed(form, 'text', portfolioMost.text, form.seal);
      if (isRefusal(text)) return text;
      const said = portfolioGoals.flatMap((goal) => {
        const says = oneOf(form, goal, verdicts);
        return says === null ? [] : [{ goal, says }];
      });
      return { type: 'FollowUpSolution', solution, verdicts: said, text };
    }),
  answer: (form) =>
    asks(form, () => {
      const [solution = '', of = ''] = typed(form, 'of').split(' ');
      const text = needed(form, 'text', portfolioMost.text);
      if (isRefusal(text)) return text;
      return isId(solution) && isId(of) ? { type: 'AnswerNo', solution, of, text } : { refused: 'not-there' };
    }),
  wish: (form) =>
    asks(form, () => {
      const title = needed(form, 'title', portfolioMost.title);
      if (isRefusal(title)) return title;
      const about = typed(form, 'solution');
      const solution = about === '' || about === noSolution ? null : about;
      return { type: 'AddWish', id: form.newId, title, solution, level: oneOf(form, 'level', levels) ?? 'joint' };
    }),
  order: (form) => withId(form, 'wish', (id) => ({ type: 'OrderWishes', first: [id] })),
  close: (form) => withId(form, 'wish', (id) => ({ type: 'CloseWish', id, met: typed(form, 'met') === 'yes' })),
  solution: (form) =>
    asks(form, () => {
      const name = needed(form, 'title', portfolioMost.title);
      return isRefusal(name) ? name : { type: 'AddSolution', id: form.newId, name };
    }),
  progress: (form) =>
    withId(form, 'solution', (solution) => {
      const progress = oneOf(form, 'progress', progresses);
      return progress === null ? { refused: 'missing', field: 'progress' } : { type: 'SetProgress', solution, progress };
    }),
  use: (form) => withId(form, 'solution', (solution) => ({ type: 'SetUse', solution, bodies: several(form, 'bodies') })),
};

function withId(form: Form, field: string, make: (id: string) => Command | Refusal): Reading {
  return asks(form, () => {
    const id = chosenId(form, field);
    return isRefusal(id) ? id : make(id);
  });
}

function bodyIn({ about }: Form): string {
  return idIn(about, 'body', 'portfolio');
}

function asks(form: Form, make: () => Command | Refusal): Reading {
  if (!isOf(form.about, 'body') && !isOf(form.about, 'portfolio')) return { refused: 'not-there' };
  const command = make();
  return isRefusal(command) ? command : { read: 'command', stream: streamOf('portfolio', bodyIn(form)), command };
}
