import express, { type RequestHandler, Router } from 'express';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Identity } from '../../directory.ts';
import type { LocalEdge } from '../../teams/app.ts';
import { localTenant } from '../../teams/settings.ts';

/** One of the people the stand-in for Teams knows, named by role. */
export interface Stander {
  readonly name: string;
  readonly aadObjectId: string;
  readonly mri: string;
}
interface PlaygroundHand {
  /** The first one sits at the screen. */
  readonly people: readonly [Stander, ...Stander[]];
  /** Moves the clock on, and gives what it shows then. */
  readonly moveClock: (by: Temporal.Duration) => Promise<Temporal.Instant>;
}

/** Only forwards, and at most some years at a time: the ledger does not go back. */
const moved = z.object({ by: z.iso.duration().transform(lengthOf).pipe(z.instanceof(Temporal.Duration)) });
const become = z.object({ name: z.string() });

/** What the stand-in's page cannot do: whoever sits at the screen acts as another, and the clock is moved on. Asked for beside Teams, on loopback. */
export function openHand({ people, moveClock }: PlaygroundHand): { readonly edge: LocalEdge; readonly router: RequestHandler } {
  const [screen] = people;
  let acting: Stander = screen;
  const errands = Router();
  errands.use(express.json({ limit: 10_000 }));
  errands.post('/person', (request, response) => {
    const asked = become.safeParse(request.body).data?.name;
    const named = people.find(({ name }) => name === asked);
    if (!named) return void response.status(400).json({ people: people.map(({ name }) => name) });
    acting = named;
    response.json({ person: named.name });
  });
  errands.post('/clock', async (request, response) => {
    const by = moved.safeParse(request.body).data?.by;
    if (!by) return void response.status(400).json({ by: 'P7D, PT3H or PT20M' });
    response.json({ now: (await moveClock(by)).toString() });
  });
  return {
    edge: {
      identify: (identity: Identity): Identity => {
        if (identity.aadObjectId !== screen.aadObjectId.toLowerCase()) return identity;
        return { tenant: localTenant, aadObjectId: acting.aadObjectId.toLowerCase(), mri: acting.mri };
      },
    },
    router: Router().use('/room', errands),
  };
}

const mostDays = 3_660;

function lengthOf(words: string): Temporal.Duration | null {
  const length = Temporal.Duration.from(words);
  const days = length.total({ unit: 'days', relativeTo: '2015-01-01' });
  return days > 0 && days <= mostDays ? length : null;
}
