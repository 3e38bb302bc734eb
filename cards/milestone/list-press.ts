import { linesOf } from '../../bot/files/lines.ts';
import { tableOf } from '../../bot/governance/lists/table.ts';
import { asWritten, listCalled, listColumns, milestonesIn, neededColumns } from '../../bot/governance/milestone/list.ts';
import { isPersonKey } from '../../bot/governance/vocabulary/person-key.ts';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import type { Form, Reading } from '../kit/card.ts';
import { typed } from '../kit/form.ts';
import { cellsOf, marked, markedExactly, mostList, namedInModel, pointedOut } from './list.ts';

/** The list is kept as it was pasted; the next card asks what its columns are. One that is too long, or was cut on its way, is not kept in part. */
export function keepsList(form: Form, stream: Stream): Reading {
  const words = form.inputs.list ?? '';
  if (words.trim() === '') return { refused: 'missing', field: 'list' };
  if (words.length > mostList || (words.length === mostList && !/[\r\n]$/.test(words)))
    return { refused: 'too-long', field: 'list', most: mostList };
  const text = form.seal('list', words);
  const names = [...listColumns.map((column) => `column-${column}`), 'whole'];
  const picks = Object.fromEntries(names.map((name) => [name, typed(form, name)] as const));
  return { read: 'command', stream, command: { type: 'KeepList', text }, next: { open: 'match', picks } };
}

/** Every line becomes a milestone, or none does; what is taken out has been shown. Who a name is, and what stands in the plan already, the card has told. */
export function takesList(form: Form, stream: Stream): Reading {
  const whole = form.picks.open === 'whole';
  if (whole !== (typed(form, 'whole') === 'whole')) return keepsList(form, stream);
  const read = linesOf(form.inputs.list ?? '');
  if ('wrong' in read) return { refused: 'list-does-not-fit', line: read.wrong[0]?.line ?? 1 };
  const table = tableOf(
    read.lines,
    listCalled,
    neededColumns,
    pointedOut((column) => typed(form, `column-${column}`), read.lines),
  );
  if ('wrong' in table) return { refused: 'list-does-not-fit', line: table.wrong[0]?.line ?? 1 };
  const persons = unprinted(form.picks.shown ?? '');
  const ids = unprinted(form.picks.case ?? '');
  const { milestones, keep, faults } = milestonesIn(table, {
    ...namedInModel(form.charter),
    people: cellsOf(table, 'owner').flatMap((name) => {
      const person = persons.get(marked(name)) ?? '';
      return isPersonKey(person) ? [{ person, name }] : [];
    }),
    year: form.now.toZonedDateTimeISO(form.charter.collaboration.timeZone).year,
    milestones: [...cellsOf(table, 'deliverable'), ...cellsOf(table, 'waitsFor')].flatMap((deliverable) => {
      const id = ids.get(markedExactly(deliverable)) ?? ids.get(marked(deliverable));
      return id === undefined ? [] : [{ id, deliverable }];
    }),
    newId: (line) => `${form.newId}-${line}`,
  });
  const [wrong] = faults;
  if (wrong) return { refused: 'list-does-not-fit', line: wrong.line };
  const written = milestones.map((listed) =>
    asWritten(listed, { text: form.seal(`deliverable-${listed.line}`, listed.deliverable), in: stream }),
  );
  const same = milestones.filter(({ id, deliverable }) => ids.get(markedExactly(deliverable)) === id).map(({ id }) => id);
  return { read: 'command', stream, command: { type: 'TakeList', milestones: written, whole, keep, sameWords: same } };
}

function unprinted(words: string): ReadonlyMap<string, string> {
  return new Map(words.split(' ').map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)] as const));
}
