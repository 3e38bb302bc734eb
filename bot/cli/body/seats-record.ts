import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Temporal } from 'temporal-polyfill';
import { refusalSentence } from '../../../cards/text/languages.ts';
import type { Directory } from '../../directory.ts';
import { body as bodyRules, emptyBody } from '../../governance/body/body.ts';
import type { BodyId, Charter, SectorId } from '../../governance/charter/charter.ts';
import { isRefusal } from '../../governance/vocabulary/refusal.ts';
import type { PersonKey } from '../../governance/vocabulary/stream.ts';
import { streamOf } from '../../governance/vocabulary/stream.ts';
import { openHandle } from '../../handle.ts';
import { type Cause, operatorCause } from '../../store/cause.ts';
import type { Store } from '../../store/store.ts';
import type { LineWrong, SeatRow } from './seats-read.ts';

/** What becomes of a row: a seat is filled, or nothing is new. */
export interface Outcome {
  readonly row: SeatRow;
  readonly fills: boolean;
}
interface Around {
  readonly store: Store;
  readonly directory: Directory;
  readonly charter: Charter;
  readonly now: Temporal.Instant;
}

const names = {
  body: (id: string) => id,
  seat: (id: string) => id,
  sector: (id: string) => id,
  clause: (id: string | null) => (id === null ? '' : ` (${id})`),
};

/** What the rules would say to each row after those before it. Nothing is written, nobody is made known. */
export async function rehearse(
  around: Around,
  rows: readonly SeatRow[],
): Promise<readonly Outcome[] | { readonly wrong: readonly LineWrong[] }> {
  const { store, directory, charter, now } = around;
  const bodies = new Map<BodyId, ReturnType<typeof emptyBody>>();
  for (const id of new Set(rows.map(({ body }) => body))) {
    const state = (await store.recall(streamOf('body', id)))?.state;
    bodies.set(id, state?.kind === 'body' ? state : emptyBody(id));
  }
  const recalled = (await store.recall('persons'))?.state;
  const persons = recalled?.kind === 'persons' ? recalled : null;
  const one = (person: PersonKey) => persons?.joined[person] ?? person;
  const sectors = new Map<PersonKey, SectorId>(Object.entries(persons?.sectors ?? {}));

  const outcomes: Outcome[] = [];
  const wrong: LineWrong[] = [];
  for (const row of rows) {
    const cause = causeOf(row);
    if (await store.seen(streamOf('body', row.body), cause)) {
      outcomes.push({ row, fills: false });
      continue;
    }
    const known = await directory.known({ ...row, mri: null });
    const state = bodies.get(row.body) ?? emptyBody(row.body);
    const decided = bodyRules.decide(state, commandOf(row, known ?? `new-${row.tenant}-${row.aadObjectId}`), {
      now,
      by: { kind: 'operator' },
      charter,
      one,
      sectorOf: (person) => sectors.get(one(person)) ?? null,
      body: (id) => bodies.get(id) ?? emptyBody(id),
      meetings: () => [],
      dates: () => [],
    });
    if (isRefusal(decided)) {
      if (decided.refused === 'already-in-seat') outcomes.push({ row, fills: false });
      else wrong.push({ line: row.line, message: refusalSentence('en', decided, names) });
      continue;
    }
    for (const event of decided) {
      bodies.set(row.body, bodyRules.evolve(bodies.get(row.body) ?? state, event));
      if (event.type === 'SeatFilled' && event.sector !== null) sectors.set(one(event.person), event.sector);
    }
    outcomes.push({ row, fills: true });
  }
  return wrong.length > 0 ? { wrong } : outcomes;
}

/** Fills the seats, each by a cause of its own, so that the same file again changes nothing. */
export async function fillSeats({ store, directory, charter, now }: Around, outcomes: readonly Outcome[]): Promise<readonly LineWrong[]> {
  const handle = openHandle(
    store,
    () => charter,
    (ms) => setTimeout(ms),
  );
  const refused: LineWrong[] = [];
  for (const { row, fills } of outcomes) {
    if (!fills) continue;
    const person = await directory.person({ tenant: row.tenant, aadObjectId: row.aadObjectId, mri: null }, row.name, null);
    const command = commandOf(row, person);
    const handled = await handle({ stream: streamOf('body', row.body), command, by: { kind: 'operator' }, cause: causeOf(row), now });
    if (handled.result === 'refused') refused.push({ line: row.line, message: refusalSentence('en', handled.refusal, names) });
  }
  return refused;
}

function commandOf(row: SeatRow, person: PersonKey) {
  return { type: 'FillSeat', appointment: `a-${fingerprint(row).slice(0, 16)}`, seat: row.seat, person, from: row.from } as const;
}

function causeOf(row: SeatRow): Cause {
  return operatorCause(`seats/${fingerprint(row)}`);
}

/** Of what the row says, not where it stands or how the name is spelt. */
function fingerprint({ body, seat, tenant, aadObjectId, from }: SeatRow): string {
  return createHash('sha256')
    .update(JSON.stringify([body, seat, tenant, aadObjectId, from]))
    .digest('hex');
}
