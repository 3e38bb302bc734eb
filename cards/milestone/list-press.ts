import { asWritten, listColumns, milestonesIn } from '../../bot/governance/milestone/list.ts';
import { linesOf } from '../../bot/governance/milestone/list-rows.ts';
import { isPersonKey } from '../../bot/governance/vocabulary/person-key.ts';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import type { Form, Reading } from '../kit/card.ts';
import { typed } from '../kit/form.ts';
import { cellsOf, columnsIn, marked, mostList, namedInModel } from './list.ts';

/** The list is kept as it was pasted; the next card asks what its columns are. */
export function keepsList(form: Form, stream: Stream): Reading {
  const words = listIn(form);
  if (words.trim() === '') return { refused: 'missing', field: 'list' };
  if (words.length > mostList) return { refused: 'too-long', field: 'list', most: mostList };
  const text = form.seal('list', words);
  const picks = Object.fromEntries(listColumns.map((column) => [`column-${column}`, typed(form, `column-${column}`)] as const));
  return { read: 'command', stream, command: { type: 'KeepList', text }, next: { open: 'match', picks } };
}

/** Every line becomes a milestone, or none does. Who a name is, and what stands in the plan already, the card has told. */
export function takesList(form: Form, stream: Stream): Reading {
  const lines = linesOf(listIn(form));
  if ('wrong' in lines) return { refused: 'list-does-not-fit', line: lines.wrong[0]?.line ?? 1 };
  const [head] = lines;
  if (!head) return { refused: 'missing', field: 'list' };
  const columns = columnsIn((column) => typed(form, `column-${column}`), head);
  const persons = unprinted(form.picks.shown ?? '');
  const ids = unprinted(form.picks.case ?? '');
  const matched = milestonesIn(lines, columns, {
    ...namedInModel(form.charter),
    people: cellsOf(lines, columns.owner).flatMap((name) => {
      const person = persons.get(marked(name)) ?? '';
      return isPersonKey(person) ? [{ person, name }] : [];
    }),
    year: form.now.toZonedDateTimeISO(form.charter.collaboration.timeZone).year,
    milestones: cellsOf(lines, columns.deliverable).flatMap((deliverable) => {
      const id = ids.get(marked(deliverable));
      return id === undefined ? [] : [{ id, deliverable }];
    }),
    newId: (line) => `${form.newId}-${line}`,
  });
  if ('wrong' in matched) return { refused: 'list-does-not-fit', line: matched.wrong[0]?.line ?? 1 };
  const milestones = matched.milestones.map((listed) =>
    asWritten(listed, { text: form.seal(`deliverable-${listed.line}`, listed.deliverable), in: stream }),
  );
  return { read: 'command', stream, command: { type: 'TakeList', milestones } };
}

/** As it was pasted: a last cell may be empty, and then the line ends with a tab. */
function listIn({ inputs }: Form): string {
  return (inputs.list ?? '').replace(/[\r\n]+$/, '');
}

function unprinted(words: string): ReadonlyMap<string, string> {
  return new Map(words.split(' ').map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)] as const));
}
