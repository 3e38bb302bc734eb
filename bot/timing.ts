import { z } from 'zod';
import type { Timing } from '../scheduler/lease.ts';

function seconds(least: number, otherwise: number) {
  const error = `must be whole seconds, ${least} to 3600`;
  return z
    .string()
    .regex(/^\d{1,4}$/, error)
    .transform(Number)
    .pipe(z.number().min(least, error).max(3600, error))
    .default(otherwise);
}

export const timingSettings = {
  SAMSPIL_LEASE_SECONDS: seconds(1, 120),
  SAMSPIL_SEND_SECONDS: seconds(1, 40),
  SAMSPIL_ANSWER_SECONDS: seconds(1, 15),
  SAMSPIL_CLOCK_SKEW_SECONDS: seconds(0, 60),
};
const shape = z.object(timingSettings);
type Read = z.output<typeof shape>;

export function timingOf(read: Read): Timing {
  return {
    leaseMs: read.SAMSPIL_LEASE_SECONDS * 1_000,
    sendMs: read.SAMSPIL_SEND_SECONDS * 1_000,
    answerMs: read.SAMSPIL_ANSWER_SECONDS * 1_000,
    skewMs: read.SAMSPIL_CLOCK_SKEW_SECONDS * 1_000,
  };
}

/** What does not go together, a sentence each; nothing where a setting is wrong by itself, which is said elsewhere. */
export function timingClashes(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  const { success, data } = shape.safeParse(env);
  if (!success) return [];
  const {
    SAMSPIL_LEASE_SECONDS: lease,
    SAMSPIL_SEND_SECONDS: send,
    SAMSPIL_ANSWER_SECONDS: answer,
    SAMSPIL_CLOCK_SKEW_SECONDS: skew,
  } = data;
  return [
    ...(send + skew < lease
      ? []
      : [
          `SAMSPIL_LEASE_SECONDS (${lease}) must be more than SAMSPIL_SEND_SECONDS (${send}) and SAMSPIL_CLOCK_SKEW_SECONDS (${skew}) together, or two replicas may send the same card`,
        ]),
    ...(answer < send
      ? []
      : [
          `SAMSPIL_ANSWER_SECONDS (${answer}) must be less than SAMSPIL_SEND_SECONDS (${send}), or a send is called off before Teams has had its time`,
        ]),
  ];
}
