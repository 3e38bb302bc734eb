import { bodyName, said } from '../../../cards/kit/said.ts';
import { type Language, textIn } from '../../../cards/text/languages.ts';
import type { Directory } from '../../directory.ts';
import type { Cells } from '../../files/cells.ts';
import type { BodyId, Charter, IsoDate } from '../../governance/charter/charter.ts';
import { seatOf, termsInForce } from '../../governance/charter/terms.ts';
import type { Appointment } from '../../governance/vocabulary/body.ts';
import { streamOf } from '../../governance/vocabulary/stream.ts';
import type { Store } from '../../store/store.ts';

interface Where {
  readonly store: Store;
  readonly charter: Charter;
  readonly directory: Directory;
  readonly language: Language;
  readonly today: IsoDate;
}

/** Who sits where on a day, and who will: one line an appointment, so that the table can be read in again. `only` null: every body. */
export async function seatCells({ store, charter, directory, language, today }: Where, only: BodyId | null): Promise<Cells> {
  const everyone = await directory.everyone();
  const bodies = charter.bodies.filter(({ id, outside }) => !outside && (only === null || id === only)).map(({ id }) => id);
  const rows = await Promise.all(
    bodies.map(async (body) => {
      const state = (await store.recall(streamOf('body', body)))?.state;
      const all = state?.kind === 'body' ? state.appointments : [];
      return all.filter(({ until }) => until === null || until >= today).map((each) => rowOf(body, each));
    }),
  );
  return { head: textIn(language).tables.seats, rows: rows.flat() };

  function rowOf(body: BodyId, { seat, person, from, until, deputies }: Appointment): readonly string[] {
    const identity = everyone.get(person)?.identities[0];
    return [
      bodyName(charter, body, language, today),
      seatName(body, seat, from),
      nameOf(person),
      identity?.tenant ?? '',
      identity?.aadObjectId ?? '',
      from,
      until ?? '',
      deputies.map(nameOf).join('; '),
    ];
  }

  function nameOf(person: string): string {
    return everyone.get(person)?.name ?? '';
  }

  /** By its id where two seats of a body are called the same. */
  function seatName(body: BodyId, id: string, from: IsoDate): string {
    const terms = termsInForce(charter, body, from > today ? from : today);
    const seat = seatOf(terms, id);
    const name = seat ? said(seat.name, language, charter) : id;
    const namesakes = (terms?.seats ?? []).filter((each) => said(each.name, language, charter) === name);
    return namesakes.length === 1 ? name : id;
  }
}
