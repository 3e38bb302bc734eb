import type { Temporal } from 'temporal-polyfill';
import type { Directory } from '../../directory.ts';
import type { BodyId, Charter } from '../../governance/charter/charter.ts';
import { dateAt } from '../../governance/time/calendar.ts';
import type { PersonKey } from '../../governance/vocabulary/stream.ts';
import type { Store } from '../../store/store.ts';
import { anchorLines, checkLedger } from '../../view/ledger/ledger.ts';
import { nameOf } from '../../view/names.ts';
import { shortName } from '../short-name.ts';
import type { Role } from '../world/cast.ts';
import { leadsOf } from '../world/cast.ts';
import { mapOf } from './map.ts';
import { newestEntries } from './newest.ts';
import { nextOccasion } from './next.ts';
import { remember } from './remembered.ts';
import { rolesIn } from './roles.ts';
import { aboutOf, tourOf } from './tour.ts';
import { waitingIn } from './waiting.ts';

export interface LookDeps {
  readonly store: Store;
  readonly directory: Directory;
  readonly charter: () => Charter;
  readonly channels: readonly { readonly id: string; readonly body: BodyId }[];
  readonly cast: readonly Role[];
  /** By the id Teams knows them by. */
  readonly persons: ReadonlyMap<string, PersonKey>;
  readonly now: () => Temporal.Instant;
  /** Whether somebody has had the ledger checked before. */
  readonly proven: boolean;
}
export type RoomLook = ReturnType<typeof openLook>;

const shownEntries = 12;

/** What the room shows beside the channels, read from the store that the bot has. The same look is kept until something changes. */
export function openLook({ store, charter: living, channels, cast, persons, now, proven }: LookDeps) {
  const opened = living();
  const first = opened.bodies.flatMap(({ terms }) => terms.map(({ from }) => from)).sort()[0] ?? '';
  const leads = leadsOf(opened, first);
  const names = new Map([...persons].map(([id, key]) => [key, cast.find(({ person }) => person.id === id)?.person.name ?? '']));
  const kept = new Map<string, ReturnType<typeof look>>();
  let seen = -1;
  let checked = proven;
  const roles = rolesIn(opened, cast, leads);

  async function look(language: string) {
    const charter = living();
    const remembered = await remember(store, charter, now());
    const today = dateAt(charter, now());
    const short = (body: BodyId) => shortName(charter, body, language);
    const waiting = waitingIn(remembered);
    const name = (person: PersonKey) => names.get(remembered.around.one(person)) ?? names.get(person) ?? null;
    const next = nextOccasion(remembered, language, short);
    const map = mapOf(charter, remembered, today, language);
    return {
      waiting: waiting.map(({ where, what, persons: waited }) => ({ where, what, people: waited.flatMap((each) => idOf(each) ?? []) })),
      next: next && { at: next.at.toString(), says: next.says },
      entries: (await newestEntries(store, remembered, language, name, shownEntries)).map((entry) => ({
        ...entry,
        body: entry.body === null ? '' : short(entry.body),
      })),
      map,
      leads: { ...leads, secretariat: charter.collaboration.secretariat },
      roles,
      about: aboutOf(remembered, leads),
      tour: { ...tourOf(remembered, leads), proof: checked },
      bodies: charter.bodies
        .filter(({ id }) => map.nodes.some((node) => node.id === id))
        .map(({ id, kind }) => ({ id, kind, short: short(id), name: nameOf(charter, id, today, language) })),
    };
  }

  function idOf(person: PersonKey): string | null {
    return [...persons].find(([, key]) => key === person)?.[0] ?? null;
  }

  return {
    leads,
    channels,
    at: (revision: number, language: string) => {
      if (seen !== revision) kept.clear();
      seen = revision;
      const known = kept.get(language) ?? look(language);
      kept.set(language, known);
      return known;
    },
    proven: () => checked,
    /** Whether the ledger is as it was written, entry by entry. */
    check: async () => {
      checked = true;
      const { entries, findings } = await checkLedger(store, await anchorLines(store));
      return { entries, faults: findings.map(({ sentence }) => sentence) };
    },
  };
}
