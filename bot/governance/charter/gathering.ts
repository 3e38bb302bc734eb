import type { BodyId, Charter, Gathering } from './charter.ts';

/** Who of a body takes part in something across bodies: everyone who sits in it, or its chairs alone. */
export interface Partakers {
  readonly body: BodyId;
  readonly seats: 'everyone' | 'chairs';
}

/** A gathering that a body calls; null: it calls none of that name. */
export function gatheringCalled({ gatherings }: Charter, host: BodyId, id: string | null): Gathering | null {
  return gatherings.find((each) => each.host === host && each.id === id) ?? null;
}

/** Whom a gathering names, body by body. A body that is named whole is not named by its chairs besides. */
export function namedIn({ bodies }: Charter, { who }: Pick<Gathering, 'who'>): readonly Partakers[] {
  return bodies.flatMap((body) => {
    const mine = who.filter((each) => each.body === body.id || each.kind === body.kind);
    return mine.length === 0 ? [] : [{ body: body.id, seats: mine.some(({ seats }) => seats === 'everyone') ? 'everyone' : 'chairs' }];
  });
}

/** Who comes together where a body calls a gathering, or meets with whole bodies; those who do not meet through the bot are left out. */
export function comeTogether(charter: Charter, host: BodyId, gathering: string | null, joint: readonly BodyId[]): readonly Partakers[] {
  const called = gatheringCalled(charter, host, gathering);
  const whole = called ? joint : [host, ...joint];
  const named = called ? namedIn(charter, called).filter(({ body }) => !whole.includes(body)) : [];
  const all = [...named, ...whole.map((body) => ({ body, seats: 'everyone' as const }))];
  return charter.bodies.filter(({ outside }) => !outside).flatMap(({ id }) => all.find(({ body }) => body === id) ?? []);
}
