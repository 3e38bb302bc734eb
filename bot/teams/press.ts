import { createHmac, randomBytes } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { type Card, cardNamed, type Form, type Opened } from '../../cards/kit/card.ts';
import { readSlip, type Slip } from '../../cards/kit/slip.ts';
import { formOf } from '../draw.ts';
import { type FaceSeen, faceRead } from '../face.ts';
import type { Charter } from '../governance/charter/charter.ts';
import { isPersonKey } from '../governance/vocabulary/person-key.ts';
import { isRefusal, type Refusal } from '../governance/vocabulary/refusal.ts';
import { isStream, type PersonKey, type Stream } from '../governance/vocabulary/stream.ts';
import { type Cause, idFrom, pressCause } from '../store/cause.ts';
import { personRecord } from '../store/record-name.ts';
import type { SealedText, StandingNotice, Store } from '../store/store.ts';
import { mayLift } from './lift.ts';
import type { Presser, Pressing } from './presser.ts';
import { reaches } from './reach.ts';

export interface Press {
  readonly verb: string;
  readonly data: unknown;
  /** Teams opened the presser's view by itself: a read, which appends nothing. */
  readonly automatic: boolean;
  /** The message that the view is to stand in for everybody; null: for the presser alone. */
  readonly message: string | null;
}
/** What the presser is to see next: a card's view of their own. */
export interface Shown {
  readonly card: Card;
  readonly about: Stream;
  readonly occasion: string | null;
  readonly opened: Opened;
}

/** More than any form asks for; longer texts are refused with a sentence and remembered nowhere. */
const mostTyped = { each: 4_000, together: 32_000 };
/** Nobody loses what they are typing to a redraw for this long. */
const typingMs = 180_000;
const occasionOf = /^[\w.:@/#+-]{1,160}$/;

/** A press, read off a card as untrusted data, becomes at most one command by the verified presser; then what to show, or the reason for "no". */
export async function press(pressing: Pressing, presser: Presser, { verb, data, automatic, message }: Press): Promise<Shown | Refusal> {
  if (tooMuch(data)) return { refused: 'too-much' };
  const slip = readSlip(data);
  const about = aboutIn(data);
  const card = slip && cardNamed(pressing.deck, slip.card);
  if (!slip || !card || !about || (slip.occasion !== null && !occasionOf.test(slip.occasion))) return unknownCard;
  const shown = (opened: Opened): Shown => ({ card, about, occasion: slip.occasion, opened });
  const now = pressing.now();
  const desk = await pressing.desk(now);
  const may = (stream: Stream) => reaches(pressing.store, desk, { ...presser, person: presser.one }, stream);
  if (!(await may(about))) return outOfReach;
  if (automatic || verb === 'view') return shown(plainView);

  const read = Object.hasOwn(card.verbs, verb) ? card.verbs[verb] : undefined;
  if (!read) return unknownCard;
  if (await namesAStranger(pressing.store, slip)) return { refused: 'unknown-person' };
  const cause = pressCause(presser.person, verb, `${slip.card}|${about}|${slip.occasion ?? ''}`, slip.form, {
    ...slip.picks,
    ...slip.inputs,
  });
  const { seal, texts } = sealing(cause);
  const seen = card.judges?.includes(verb) ? await faceRead(pressing.store, desk, presser, card, about, slip) : null;
  const form = formFor(slip, about, pressing.charter(), now, cause, seal);
  const reading = read(seen === null ? form : judging(form, seen, seal));
  if (isRefusal(reading)) return reading;

  switch (reading.read) {
    case 'view':
      if (reading.open === null) await letGo(pressing.store, about, slip, presser.person);
      else await putOffRedraws(pressing.store, about, slip, presser.person, now);
      return shown({ open: reading.open, picks: reading.picks });
    case 'card': {
      const other = pressing.deck[reading.card];
      if (!other || !isStream(reading.about)) return unknownCard;
      if (!(await may(reading.about))) return outOfReach;
      if (reading.open !== null) await putOffRedraws(pressing.store, about, slip, presser.person, now);
      return { card: other, about: reading.about, occasion: null, opened: { open: reading.open, picks: reading.picks } };
    }
    case 'lift':
      if (!(await mayLift(pressing, presser, about, now))) return { refused: 'only-secretaries' };
      await pressing.store.lift(reading.notice, now.epochMilliseconds);
      return shown(reading.next ?? plainView);
    case 'command': {
      const by = { kind: 'person', person: presser.person, administrator: presser.administrator } as const;
      const handled = await pressing.handle({ stream: reading.stream, command: reading.command, by, cause, texts, now });
      if (handled.result === 'refused') return handled.refusal;
      const there = await pressing.store.noticesAbout(about);
      await Promise.all(waiting(there, slip).map((key) => pressing.store.letGo(key, presser.person)));
      if (handled.result === 'done') await wearOut(pressing.store, there, slip, message, now);
      if (reading.next && reading.next.open !== null) await putOffRedraws(pressing.store, about, slip, presser.person, now);
      return shown(reading.next ?? plainView);
    }
  }
}

const plainView: Opened = { open: null, picks: {} };
export const unknownCard: Refusal = { refused: 'not-in-model', what: 'card' };
const outOfReach: Refusal = { refused: 'only-seat-holders' };

function formFor(slip: Slip, about: Stream, charter: Charter, now: Temporal.Instant, cause: Cause, seal: Form['seal']): Form {
  return { about, occasion: slip.occasion, inputs: slip.inputs, picks: slip.picks, charter, now, newId: idFrom(cause), seal };
}

/** A judgement counts for what was read. Where that is not on the card any more, the rules see a version that nobody has. */
function judging(form: Form, seen: FaceSeen, seal: Form['seal']): Form {
  return seen.is === 'changed' ? { ...form, picks: { ...form.picks, shown: '' } } : { ...form, face: seal('face', seen.words) };
}

/** Words go beside the ledger under a key of their own; the ledger keeps the reference and what proves the words. */
function sealing(cause: Cause): { readonly seal: Form['seal']; readonly texts: readonly SealedText[] } {
  const texts: SealedText[] = [];
  return {
    texts,
    seal: (field, words) => {
      const key = randomBytes(32).toString('hex');
      const ref = `${idFrom(cause)}.${field}`;
      texts.push({ ref, key, words });
      return { ref, mac: createHmac('sha256', Buffer.from(key, 'hex')).update(words).digest('hex') };
    },
  };
}

/** A card opened from another one stands where that one does: then every card about the same waits. */
async function putOffRedraws(store: Store, about: Stream, slip: Slip, who: PersonKey, now: Temporal.Instant): Promise<void> {
  const keys = waiting(await store.noticesAbout(about), slip);
  await Promise.all(keys.map((key) => store.putOff(key, who, now.epochMilliseconds + typingMs)));
}

async function letGo(store: Store, about: Stream, slip: Slip, who: PersonKey): Promise<void> {
  const keys = waiting(await store.noticesAbout(about), slip);
  await Promise.all(keys.map((key) => store.letGo(key, who)));
}

/**
 * The same button on the same printing counts once: a printing on which somebody has had something recorded gives way to another, and so
 * does a card that was taken from everybody's eyes by somebody's view.
 */
async function wearOut(
  store: Store,
  there: readonly StandingNotice[],
  slip: Slip,
  message: string | null,
  now: Temporal.Instant,
): Promise<void> {
  const pressed = there.filter(({ notice, printed, place }) => place?.activity === message || formOf(notice.key, printed) === slip.form);
  for (const { notice, printed } of pressed) await store.wear(notice.key, printed, now.epochMilliseconds);
}

/** Keys of the notices that the pressed card may stand for: of all about the same, where it was opened from another one. */
function waiting(there: readonly StandingNotice[], slip: Slip): readonly string[] {
  const own = there.filter(({ notice }) => notice.card === slip.card && notice.occasion === slip.occasion);
  return (own.length > 0 ? own : there).map(({ notice }) => notice.key);
}

/** A person somebody chose is one that Teams has shown us: a key made up on the way back is nobody's. */
async function namesAStranger(store: Store, { picks, inputs }: Slip): Promise<boolean> {
  const keys = new Set([...Object.values(picks), ...Object.values(inputs)].filter(isPersonKey));
  const known = await Promise.all([...keys].map((key) => store.record(...personRecord(key))));
  return known.includes(null);
}

/** What a button says it is about, where that can be a stream at all. */
export function aboutIn(data: unknown): Stream | null {
  const about = typeof data === 'object' && data !== null && 'about' in data ? data.about : null;
  return typeof about === 'string' && isStream(about) ? about : null;
}

function tooMuch(data: unknown): boolean {
  const lengths = Object.values(data ?? {}).map((value) => (typeof value === 'string' ? value.length : 0));
  return lengths.some((length) => length > mostTyped.each) || lengths.reduce((sum, length) => sum + length, 0) > mostTyped.together;
}
