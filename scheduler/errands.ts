import type { Refusal } from '../bot/governance/vocabulary/refusal.ts';
import type { Stream } from '../bot/governance/vocabulary/stream.ts';
import { type Cause, errandCause } from '../bot/store/cause.ts';
import type { Claim, SealedText, SettleOutcome } from '../bot/store/store.ts';
import type { DeliverDeps } from './delivering.ts';
import { retry } from './retry.ts';
import { wakeServedBy } from './wake.ts';

type ErrandClaim = Extract<Claim, { kind: 'errand' }>;
const done = { kind: 'done', place: null } as const;

/** Carries an errand out under its own cause, so that once more changes nothing; what the other stream refuses is written back. */
export async function carryOut(deps: DeliverDeps, claim: ErrandClaim): Promise<SettleOutcome> {
  const { errand } = claim;
  const refusals: Refusal[] = [];
  for (const { stream, cause } of await targets(deps, claim)) {
    const handled = await deps.handle({
      stream,
      command: errand.command,
      texts: await wordsOf(deps, claim),
      by: { kind: 'errand', errand: errand.id },
      cause,
      now: deps.now(),
    });
    if (handled.result === 'refused') refusals.push(handled.refusal);
  }
  if (refusals.some((each) => each.refused === 'try-again')) return retry(deps, claim.attempts, 'try-again');

  const [refusal] = refusals;
  if (refusal && !(await writeBack(deps, claim, refusal))) return retry(deps, claim.attempts, 'try-again');
  if ((errand.command.type === 'MeetInChannel' || errand.command.type === 'LeaveChannel') && typeof errand.to === 'string')
    await wakeServedBy(deps, errand.to);
  return done;
}

/** Every open stream of a kind has a cause of its own, so that a round cut short goes on where it was. */
async function targets({ store }: DeliverDeps, { errand }: ErrandClaim): Promise<readonly { stream: Stream; cause: Cause }[]> {
  if (typeof errand.to === 'string') return [{ stream: errand.to, cause: errandCause(errand.id, null) }];
  const streams = await store.ofBody(errand.to.every, errand.to.body, { openOnly: true });
  return streams.map((stream) => ({ stream, cause: errandCause(errand.id, stream) }));
}

/** What is raised from a plan is worded there, and terms that a case decides in the case; the words go along, and stand as they would had they been written where they go. */
async function wordsOf({ store }: DeliverDeps, { errand: { command } }: ErrandClaim): Promise<readonly SealedText[]> {
  const [from, words] =
    command.type === 'RaiseJudged'
      ? [command.from, [command.laid.title, command.laid.recommendation]]
      : command.type === 'AdoptDecided'
        ? [command.case, [command.terms.text]]
        : [null, []];
  if (from === null) return [];
  const texts = await store.texts(from);
  return words.flatMap(({ ref }) => texts.get(ref) ?? []);
}

async function writeBack(deps: DeliverDeps, { errand, from }: ErrandClaim, refusal: Refusal): Promise<boolean> {
  deps.log.warn({ errand: errand.id, refused: refusal.refused }, 'an errand was refused');
  const noted = await deps.handle({
    stream: from,
    command: { type: 'NoteErrandRefused', errand: errand.id, rule: errand.rule, refusal },
    by: { kind: 'errand', errand: errand.id },
    cause: errandCause(errand.id, 'refused'),
    now: deps.now(),
  });
  return noted.result !== 'refused' || noted.refusal.refused !== 'try-again';
}
