import { setTimeout } from 'node:timers/promises';
import type { PersonKey, Stream } from '../../../bot/governance/vocabulary/stream.ts';
import { deliver, invoke, type Someone, someone } from '../../../bot/rehearsal/connector/activities.ts';
import type { Entry } from '../../../bot/store/store.ts';
import { namesIn } from '../../../cards/kit/said.ts';
import { refusalSentence } from '../../../cards/text/languages.ts';
import { tenant } from '../../kit/teams/connector.ts';
import { buttonsOf } from '../../kit/teams/screen.ts';
import { answerIn, identityOf, placeNamed } from '../../kit/teams/settings.ts';
import { conversationOf, type Stage } from '../kills/stage.ts';
import { overTime } from './over-time.ts';

/** The load says how much is done and how long it lasts. */
export interface Size {
  readonly bodies: number;
  readonly persons: number;
  readonly presses: number;
  readonly notices: number;
  /** People plan and press for this long. Replicas are killed until all presses are answered, but at most twice as long. */
  readonly overMs: number;
  /** A replica is killed at this interval, once it answers. */
  readonly killEveryMs: number;
}
export type Pressing = Awaited<ReturnType<typeof openPressing>>;

const atOnce = 6;

/** People with seats press "coming" on standing cards at any replica, and press again when they get no answer or are told to. */
export async function openPressing(
  stage: Stage,
  { bodies, persons, presses, notices }: Size,
  portOf: (at: number) => Promise<number | null>,
) {
  const { connector, directory, charter, ask } = stage;
  const people = await Promise.all(
    Array.from({ length: persons }, async (_, at) => {
      const self = someone(at + 1);
      return { self, key: await directory.person(identityOf(self), self.name, 'da') };
    }),
  );
  const tryAgain = refusalSentence('da', { refused: 'try-again' }, namesIn(charter, null, 'da', stage.now()));
  const everyone = people.map(({ self }) => ({ ...self, tenantId: tenant, userRole: 'user' }));
  for (let each = 0; each < bodies; each++) connector.roster(conversationOf(each), everyone);
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
  let answered = 0;
  let turn = 0;

  /** The printing of the card stays the same, so that pressing again is the same press. */
  async function press(about: Stream, self: Someone): Promise<void> {
    const { card, activity, channel } = await standing(about);
    const button = buttonsOf(card).find(({ verb }) => verb === 'coming');
    if (!button) throw new Error(`the card of ${about} asks nobody`);
    const place = { ...placeNamed('panel'), channel, serviceUrl: connector.url };
    for (;;) {
      const click = invoke(place, self, { verb: 'coming', data: button.data, replyTo: activity });
      if (await answeredBy(click, authorization)) break;
      again++;
    }
    answered++;
  }

  async function answeredBy(click: object, token: string): Promise<boolean> {
    const port = await portOf(turn++);
    if (port === null) return false;
    const { status, body } = await deliver(`http://127.0.0.1:${port}/api/messages`, click, token).catch(async (fault: unknown) => {
      if (!(fault instanceof TypeError)) throw fault;
      await setTimeout(50);
      return { status: 0, body: '' };
    });
    if (status !== 200) return false;
    const answer = answerIn(body);
    if ('sentence' in answer && answer.sentence !== tryAgain) throw new Error(`a press was refused: ${answer.sentence}`);
    return 'card' in answer;
  }

  async function standing(about: Stream) {
    for (;;) {
      const [found] = stage.cardsAbout(about);
      if (found) return found;
      await setTimeout(50);
    }
  }

  return {
    /** Presses everything, spread evenly over this time. */
    all: (overMs: number): Promise<void> =>
      overTime(overMs, wanted.length, atOnce, async (each) => {
        const { about, person } = wanted[each] ?? {};
        if (about && person) await press(about, person.self);
      }),
    answered: () => answered,
    again: () => again,
    /** Returns those that are not in the ledger exactly once. */
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
