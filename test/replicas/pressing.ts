import { setTimeout } from 'node:timers/promises';
import type { PersonKey, Stream } from '../../bot/governance/model.ts';
import type { Entry } from '../../bot/store/store.ts';
import { deliver, invoke, type Someone, someone } from '../activities.ts';
import type { Stage } from '../kills/stage.ts';
import { buttonsOf } from '../screen.ts';
import { identityOf, placeNamed } from '../world-edge.ts';
import type { Size } from './replicas.ts';

export type Pressing = Awaited<ReturnType<typeof openPressing>>;

const atOnce = 6;

/** People with seats who press "coming" on cards that stand, at any replica, and press again when they get no answer. */
export async function openPressing(stage: Stage, { bodies, persons, presses, notices }: Size, portOf: (at: number) => Promise<number>) {
  const { connector, directory, ask } = stage;
  const people = await Promise.all(
    Array.from({ length: persons }, async (_, at) => {
      const self = someone(at + 1);
      return { self, key: await directory.person(identityOf(self), self.name, 'da') };
    }),
  );
  for (const { self, key } of people) {
    for (let each = 0; each < bodies; each++) {
      const appointment = `${self.aadObjectId}-${each}`;
      await ask(`body/panel-${each}`, { type: 'FillSeat', appointment, seat: 'adviser', person: key, from: '2015-01-01' });
    }
  }
  const wanted = Array.from({ length: presses }, (_, at) => ({
    about: `meeting/m${Math.floor(at / persons) % notices}` satisfies Stream as Stream,
    person: people[at % persons],
  }));
  const authorization = `Bearer ${await connector.token({ lives: 24 * 3600 })}`;
  let again = 0;
  let turn = 0;

  /** One printing of the card, so that pressing again is the same press. */
  async function press(about: Stream, self: Someone): Promise<void> {
    const { card, activity, channel } = await standing(about);
    const button = buttonsOf(card).find(({ verb }) => verb === 'coming');
    if (!button) throw new Error(`the card of ${about} asks nobody`);
    const place = { ...placeNamed('panel'), channel, serviceUrl: connector.url };
    for (;;) {
      const click = invoke(place, self, { verb: 'coming', data: button.data, replyTo: activity });
      if (await answered(click, authorization)) return;
      again++;
    }
  }

  async function answered(click: object, token: string): Promise<boolean> {
    const port = await portOf(turn++);
    try {
      const { status, body } = await deliver(`http://127.0.0.1:${port}/api/messages`, click, token);
      return status === 200 && body.includes('application/vnd.microsoft.card.adaptive');
    } catch (fault) {
      if (!(fault instanceof TypeError)) throw fault;
      await setTimeout(50);
      return false;
    }
  }

  async function standing(about: Stream) {
    for (;;) {
      const found = connector.posts().find(({ card }) => JSON.stringify(card).includes(`"about":"${about}"`));
      if (found) return found;
      await setTimeout(20);
    }
  }

  return {
    all: async (): Promise<void> => {
      const left = [...wanted];
      const one = async () => {
        for (let next = left.shift(); next; next = left.shift()) if (next.person) await press(next.about, next.person.self);
      };
      await Promise.all(Array.from({ length: atOnce }, one));
    },
    again: () => again,
    /** Those that do not stand in the ledger exactly once. */
    wrong: (histories: ReadonlyMap<Stream, readonly Entry[]>): readonly string[] =>
      wanted.flatMap(({ about, person }) => {
        const found = (histories.get(about) ?? []).filter(({ event }) => answerOf(event) === person?.key);
        return found.length === 1 ? [] : [`${about} ${person?.self.name}: ${found.length}`];
      }),
  };
}

function answerOf(event: Entry['event']): PersonKey | null {
  return event.type === 'AttendanceAnswered' ? event.person : null;
}
