import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Temporal } from 'temporal-polyfill';
import { namesIn } from '../../../cards/kit/said.ts';
import type { Language } from '../../../cards/text/languages.ts';
import { refusalSentence } from '../../../cards/text/languages.ts';
import type { Directory } from '../../directory.ts';
import { body as bodyRules, emptyBody } from '../../governance/body/body.ts';
import type { BodyId, Charter, SectorId } from '../../governance/charter/charter.ts';
import { type Fault, fault } from '../../governance/lists/line.ts';
import type { Change, Trial } from '../../governance/lists/trial.ts';
import { isRefusal } from '../../governance/vocabulary/refusal.ts';
import type { PersonKey } from '../../governance/vocabulary/stream.ts';
import { streamOf } from '../../governance/vocabulary/stream.ts';
import { openHandle } from '../../handle.ts';
import { type Cause, operatorCause } from '../../store/cause.ts';
import type { Store } from '../../store/store.ts';
import type { SeatRow, SeatsRead } from './seats-read.ts';

interface Around {
  readonly store: Store;
  readonly directory: Directory;
  readonly charter: Charter;
  readonly now: Temporal.Instant;
  readonly language: Language;
}

/** What the rules would say to each row after those before it. Nothing is written, nobody is made known. */
export async function rehearse(around: Around, { rows, faults: unread, remarks }: SeatsRead): Promise<Trial<SeatRow>> {
  const { store, directory, charter, now, language } = around;
  const bodies = new Map<BodyId, ReturnType<typeof emptyBody>>();
  for (const id of new Set(rows.map(({ body }) => body))) {
    const state = (await store.recall(streamOf('body', id)))?.state;
    bodies.set(id, state?.kind === 'body' ? state : emptyBody(id));
  }
  const recalled = (await store.recall('persons'))?.state;
  const persons = recalled?.kind === 'persons' ? recalled : null;
  const one = (person: PersonKey) => persons?.joined[person] ?? person;
  const sectors = new Map<PersonKey, SectorId>(Object.entries(persons?.sectors ?? {}));

  const changes: Change<SeatRow>[] = [];
  const faults: Fault[] = [...unread];
  const filled = (row: SeatRow, how: 'new' | 'same') => void changes.push({ how, line: row.line, is: row, was: null });
  for (const row of rows) {
    const cause = causeOf(row);
    if (await store.seen(streamOf('body', row.body), cause)) {
      filled(row, 'same');
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
      if (decided.refused === 'already-in-seat') filled(row, 'same');
      else faults.push(fault(row.line, 'refused', refusalSentence(language, decided, namesIn(charter, row.body, language, now))));
      continue;
    }
    for (const event of decided) {
      bodies.set(row.body, bodyRules.evolve(bodies.get(row.body) ?? state, event));
      if (event.type === 'SeatFilled' && event.sector !== null) sectors.set(one(event.person), event.sector);
    }
    filled(row, 'new');
  }
  return { changes, faults, remarks };
}

/** Fills the seats that are new, each by a cause of its own, so that the same file again changes nothing. What is refused meanwhile is said. */
export async function fillSeats(around: Around, { changes }: Trial<SeatRow>): Promise<readonly Fault[]> {
  const { store, directory, charter, now, language } = around;
  const handle = openHandle(
    store,
    () => charter,
    (ms) => setTimeout(ms),
  );
  const refused: Fault[] = [];
  for (const { is: row, how } of changes) {
    if (how !== 'new') continue;
    const person = await directory.person({ tenant: row.tenant, aadObjectId: row.aadObjectId, mri: null }, row.name, null);
    const command = commandOf(row, person);
    const handled = await handle({ stream: streamOf('body', row.body), command, by: { kind: 'operator' }, cause: causeOf(row), now });
    if (handled.result === 'refused')
      refused.push(fault(row.line, 'refused', refusalSentence(language, handled.refusal, namesIn(charter, row.body, language, now))));
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
