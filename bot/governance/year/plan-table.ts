import type { BodyId, Charter } from '../charter/charter.ts';
import { bodiesNear, bodyCalled } from '../lists/body-called.ts';
import { fold, nearestWords } from '../lists/fold.ts';
import { type Fault, fault, type ListLine, type Problem } from '../lists/line.ts';
import { cellIn, type ListTable, type Pointed, tableOf } from '../lists/table.ts';
import { type Remark, remark } from '../lists/trial.ts';
import { elapsedMinutes } from '../time/calendar.ts';
import { timeWritten, whenWritten } from '../time/written.ts';
import { type PlanColumn, planCalled } from './plan-columns.ts';
import { type DatesRead, mostMinutes, type ReadDate } from './read-date.ts';

/** What is known besides what the table says. */
export interface PlanReading {
  /** Whose dates they are, where the table does not say. */
  readonly body: BodyId | null;
  /** Of dates written without one. */
  readonly year: number | null;
  readonly pointed: Pointed<PlanColumn>;
}

/** Words of a status, each with what it says; what is not among them is refused. `beside`: planned by itself, and not by the plan. */
export const statusWords = {
  cancelled: ['aflyst', 'cancelled', 'canceled', 'aflysning', 'udgår', 'udgået', 'avlyst', 'inställt'],
  beside: ['særskilt', 'separate', 'beside'],
  stands: [
    ...['forslag', 'proposal', 'foreslået', 'proposed', 'bekræftet', 'confirmed', 'udefra', 'elsewhere'],
    ...['planlagt', 'planned', 'godkendt', 'afholdt', 'held', 'foreløbig', 'tentative'],
  ],
} as const;
const virtually = /virtuel|online|teams|skype|zoom|videom[øo]de|digitalt/i;
const mayChange = /afl[yv]s|udsat|udskudt|flyttet|flyttes|udg[åa]r|cancel|postpon|moved/i;
const yes = ['ja', 'x', 'yes', 'sand', 'true', 'virtuelt', 'online'];
const no = ['nej', 'no', 'falsk', 'false', ''];

/** The meetings of a table, or every line that cannot be read. */
export function datesInTable(charter: Charter, lines: readonly ListLine[], reading: PlanReading): DatesRead {
  const table = tableOf(lines, planCalled, ['date'], reading.pointed);
  if ('wrong' in table) return { dates: [], faults: table.wrong, remarks: [] };
  const faults: Fault[] = [];
  const remarks: Remark[] = table.leftOut.map((heading) => remark('left-out', [], heading));
  const dates = table.rows.flatMap((row) => dateIn(charter, table, row, reading, faults, remarks) ?? []);
  return { dates, faults, remarks };
}

function dateIn(
  charter: Charter,
  table: ListTable<PlanColumn>,
  row: ListLine,
  reading: PlanReading,
  faults: Fault[],
  remarks: Remark[],
): ReadDate | null {
  const { line } = row;
  const before = faults.length;
  const wrong = (problem: Problem, what: string, known: readonly string[] = []) => void faults.push(fault(line, problem, what, known));
  const said = (column: PlanColumn) => cellIn(table, row, column);
  const has = (column: PlanColumn) => table.columns[column] !== undefined;

  const status = statusIn(said('status'));
  if (status === null) wrong('not-a-word', said('status'), knownStatuses(said('status')));
  if (status === 'beside') return null;
  const body = whose();
  const when = days();
  const joint = jointBodies();
  const gathering = gatheringIn();
  const id = said('id');
  if (id !== '' && !/^[a-z0-9-]{1,80}$/.test(id)) wrong('not-an-id', id);
  if (mayChange.test(said('remark'))) wrong('remark', said('remark'));
  for (const column of ['place', 'remark'] as const) {
    const words = said(column);
    if (words !== '' && !virtually.test(words) && !isJoint(words))
      remarks.push(remark('only-online', [], table.head.cells[table.columns[column] ?? -1] ?? ''));
  }
  if (faults.length > before || body === null || when === null) return null;
  return {
    line,
    body,
    id: id === '' ? null : id,
    planned: null,
    ...when,
    gathering,
    joint,
    online: onlineIn(),
    cancelled: status === 'cancelled',
  };

  function whose(): BodyId | null {
    const written = said('body')
      .replace(joined, '')
      .replace(/\((?:virtuelt?|online)\)/gi, '')
      .trim();
    if (written === '' || isJoint(written)) {
      if (reading.body === null) wrong('no-body', said('body'));
      return reading.body;
    }
    const found = bodyCalled(charter, written);
    if (!found) wrong('no-body-called', written, bodiesNear(charter, written));
    return found?.id ?? null;
  }

  /** From the first day's beginning to the last day's end. */
  function days(): Pick<ReadDate, 'date' | 'time' | 'minutes'> | null {
    const day = whenWritten(said('date'), { year: reading.year });
    if ('not' in day) {
      wrong(day.not === 'weekday' ? 'weekday' : 'not-a-date', said('date'));
      return null;
    }
    for (const guess of day.guessed)
      if (guess !== 'period') remarks.push(remark('read-as', [line], said('date'), { guess: true, day: day.from }));
    const time = said('time') === '' ? day.time : timeWritten(said('time'));
    if (said('time') !== '' && !time) wrong('not-a-time', said('time'));
    const ends = said('until') === '' ? null : timeWritten(said('until'));
    if (said('until') !== '' && ends?.until !== null) wrong('not-a-time', said('until'));
    const until = ends?.from ?? time?.until ?? null;
    const minutes = said('minutes') === '' ? null : minutesIn(said('minutes'));
    if (Number.isNaN(minutes)) wrong('not-minutes', said('minutes'));
    if (time && until !== null && minutes === null) {
      const lasts = elapsedMinutes(charter, { date: day.from, time: time.from }, { date: day.until, time: until });
      if (lasts <= 0) wrong('ends-before-it-starts', said('until') || said('time') || said('date'));
      if (lasts > mostMinutes) wrong('too-long', said('date'));
      return { date: day.from, time: time.from, minutes: lasts };
    }
    const more =
      day.from === day.until ? 0 : elapsedMinutes(charter, { date: day.from, time: '12:00' }, { date: day.until, time: '12:00' });
    if (more > 0 && minutes === null) remarks.push(remark('read-as', [line], said('date'), { guess: true, day: day.from }));
    return {
      date: day.from,
      time: time?.from ?? null,
      minutes: minutes ?? (more > 0 ? more + charter.collaboration.defaults.planning.minutes : null),
    };
  }

  function jointBodies(): readonly BodyId[] | null {
    const named = [said('joint'), ...[said('body'), said('remark'), said('place')].map((words) => joined.exec(words)?.[1] ?? '')].filter(
      (words) => words !== '',
    );
    if (named.length === 0) return has('joint') ? [] : null;
    return named.flatMap((words) => {
      const listed = words.split(';').map((each) => each.trim());
      const parts = listed.flatMap((each) =>
        bodyCalled(charter, each) ? [each] : each.split(/,|\/|&|\s(?:og|and|samt)\s/).map((part) => part.trim()),
      );
      return parts
        .filter((each) => each !== '')
        .flatMap((each) => {
          const found = bodyCalled(charter, each);
          if (!found) wrong('no-body-called', each, bodiesNear(charter, each));
          return found ? [found.id] : [];
        });
    });
  }

  function gatheringIn(): string | null {
    const written = said('gathering');
    if (written === '') return null;
    const own = charter.gatherings.filter(({ host }) => host === body);
    const found = own.find(
      ({ id: name, name: words }) => name === written || Object.values(words).some((each) => fold(each) === fold(written)),
    );
    if (!found)
      wrong(
        'no-gathering-called',
        written,
        own.map(({ id: name, name: words }) => Object.values(words)[0] ?? name),
      );
    return found?.id ?? null;
  }

  function onlineIn(): boolean | null {
    const written = fold(said('online'));
    if (yes.includes(written)) return true;
    if (has('online') && !no.includes(written)) wrong('not-a-word', said('online'), ['ja', 'nej']);
    if ([said('place'), said('remark')].some((words) => virtually.test(words)) || /\((?:virtuelt?|online)\)/i.test(said('body')))
      return true;
    return has('online') ? false : null;
  }
}

/** »fælles med …«, in brackets or at the end. */
const joined = /[,;–-]?\s*\(?\s*(?:fællesmøde|fælles\s?møde|fælles|joint(?:\s(?:meeting|møde))?)\s+(?:med|m\.|with)\s+([^()]+)\)?/i;

function isJoint(words: string): boolean {
  return joined.test(words);
}

/** null: not one of the words. */
function statusIn(written: string): keyof typeof statusWords | null {
  const word = fold(written);
  if (word === '') return 'stands';
  const kinds = ['cancelled', 'beside', 'stands'] as const;
  return kinds.find((kind) => statusWords[kind].some((each) => fold(each) === word)) ?? null;
}

function knownStatuses(written: string): readonly string[] {
  const all = [...statusWords.cancelled.slice(0, 1), 'foreslået', 'bekræftet', 'forslag', 'udefra', 'særskilt'];
  return [...new Set([...nearestWords(written, all), ...all])];
}

/** NaN: it is no number of minutes. */
function minutesIn(written: string): number {
  const [, hours, rest] = /^(\d{1,2}):(\d{2})(?::00)?$/.exec(written) ?? [];
  if (hours !== undefined) return Number(hours) * 60 + Number(rest) || Number.NaN;
  const [, number] = /^(\d{1,5})(?:\s?min(?:utter|utes|\.)?)?$/i.exec(written) ?? [];
  return number === undefined || Number(number) === 0 || Number(number) > mostMinutes ? Number.NaN : Number(number);
}
