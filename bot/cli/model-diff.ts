import type { Body, Charter, Clause, IsoDate, Seat, Stated, Terms, Words } from '../governance/charter.ts';
import { termsInForce } from '../governance/terms.ts';
import { cadenceText, countText, inLanguage, sourceText } from './model-show.ts';

/** How the terms of a body differ between two dates, in plain words. */
export function describeDifference(charter: Charter, body: Body, one: IsoDate, other: IsoDate, language: string): readonly string[] {
  const words = inLanguage(language);
  const before = termsInForce(charter, body.id, one);
  const after = termsInForce(charter, body.id, other);
  if (!before || !after) {
    const none = before ? other : one;
    return [before || after ? `${words(body.name)} had no terms on ${none}.` : `${words(body.name)} had no terms on either date.`];
  }
  if (before.id === after.id) return [`The same terms were in force on both dates: those from ${before.from} (${before.document}).`];
  const changed = [
    ...facts(charter, before, after, words),
    ...seats(charter, before.seats, after.seats, words),
    ...clauses(before, after, words),
  ];
  return [
    `${words(body.name)}: on ${one} the terms from ${before.from} (${before.document}) were in force, on ${other} those from ${after.from} (${after.document}).`,
    ...(changed.length > 0 ? changed.map((each) => `- ${each}`) : ['Nothing else differs.']),
  ];
}

function facts(charter: Charter, before: Terms, after: Terms, words: (words: Words) => string): readonly string[] {
  const named = (stated: Stated<string>) => {
    const body = stated.stated && charter.bodies.find(({ id }) => id === stated.value);
    return body ? words(body.name) : 'not stated';
  };
  const changed = (what: string, was: string, is: string) => (was === is ? [] : [`${what}: was ${was}, now ${is}.`]);
  return [
    ...changed('Its name', quoted(words, before.name), quoted(words, after.name)),
    ...changed('What it is for', `“${words(before.purpose)}”`, `“${words(after.purpose)}”`),
    ...changed('What is above it', named(before.above), named(after.above)),
    ...changed('Its secretariat', named(before.secretariat), named(after.secretariat)),
    ...changed('How often it meets', cadenceText(before.cadence), cadenceText(after.cadence)),
  ];
}

function seats(charter: Charter, before: readonly Seat[], after: readonly Seat[], words: (words: Words) => string): readonly string[] {
  const sector = (seat: Seat) => charter.collaboration.sectors.find(({ id }) => id === seat.sector)?.name;
  const described = (seat: Seat) => {
    const from = sector(seat);
    return `${countText(seat.min, seat.max)}${from ? `, ${words(from)}` : ''}`;
  };
  const gone = before.filter((seat) => !after.some(({ id }) => id === seat.id));
  const come = after.filter((seat) => !before.some(({ id }) => id === seat.id));
  const changed = after.flatMap((seat) => {
    const was = before.find(({ id }) => id === seat.id);
    return was && described(was) !== described(seat)
      ? [`The seat “${words(seat.name)}”: was ${described(was)}; now ${described(seat)}.`]
      : [];
  });
  return [
    ...gone.map((seat) => `No longer a seat: “${words(seat.name)}” (${described(seat)}).`),
    ...come.map((seat) => `A new seat: “${words(seat.name)}” (${described(seat)}).`),
    ...changed,
  ];
}

/** Clauses are the same when they say the same, wherever they stand. */
function clauses(before: Terms, after: Terms, words: (words: Words) => string): readonly string[] {
  const own = (terms: Terms) => terms.clauses.filter(({ id }) => !terms.seats.some((seat) => seat.clause === id));
  const said = (clause: Clause) => `${clause.kind} ${words(clause.text)}`;
  const without = (all: readonly Clause[], others: readonly Clause[]) =>
    all.filter((clause) => !others.some((other) => said(other) === said(clause)));
  const [was, is] = [own(before), own(after)];
  return [
    ...without(was, is).map((clause) => `No longer said (${clause.kind}): ${words(clause.text)} {${sourceText(clause.source)}}`),
    ...without(is, was).map((clause) => `New (${clause.kind}): ${words(clause.text)} {${sourceText(clause.source)}}`),
  ];
}

function quoted(words: (words: Words) => string, name: Words | null): string {
  return name ? `“${words(name)}”` : 'the usual one';
}
