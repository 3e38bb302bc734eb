import type { Body, Charter, Clause, IsoDate, Seat, Stated, Terms, Words } from '../../governance/charter/charter.ts';
import { termsInForce } from '../../governance/charter/terms.ts';
import { cadenceText, countText, inLanguage, namesOn, sourceText } from './show.ts';

/** How the terms of a body differ between two dates, in plain words. */
export function describeDifference(charter: Charter, body: Body, one: IsoDate, other: IsoDate, language: string): readonly string[] {
  const words = inLanguage(language);
  const before = termsInForce(charter, body.id, one);
  const after = termsInForce(charter, body.id, other);
  if (!before || !after) {
    const none = before ? other : one;
    return [before || after ? `${words(body.name)} had no terms on ${none}.` : `${words(body.name)} had no terms on either date.`];
  }
  if (before.id === after.id)
    return [
      `The same terms were in force on both dates: those from ${before.from} (${before.document}).`,
      ...corrections(charter, before, words),
    ];
  const changed = [
    ...facts(before, after, { one, other }, charter, words),
    ...seats(charter, before.seats, after.seats, words),
    ...clauses(before, after, words),
  ];
  return [
    `${words(body.name)}: on ${one} the terms from ${before.from} (${before.document}) were in force, on ${other} those from ${after.from} (${after.document}).`,
    ...(changed.length > 0 ? changed.map((each) => `- ${each}`) : ['Nothing else differs.']),
    ...corrections(charter, before, words),
    ...corrections(charter, after, words),
  ];
}

/** What was read wrongly in a version, why, and how it is read since. */
function corrections(charter: Charter, terms: Terms, words: (words: Words) => string): readonly string[] {
  return terms.readings.flatMap(({ terms: was, why, by }, at) => {
    const is = terms.readings[at + 1]?.terms ?? terms;
    const dates = { one: terms.from, other: terms.from };
    const changed = [...facts(was, is, dates, charter, words), ...seats(charter, was.seats, is.seats, words), ...clauses(was, is, words)];
    return [
      `The reading of the terms from ${terms.from} (${terms.document}) was corrected by ${by}: ${words(why)}`,
      ...[...changed, ...rules(was, is)].map((each) => `- ${each}`),
    ];
  });
}

/** The rules of competence and of who is told, each as the model writes it. */
function rules(was: Terms, is: Terms): readonly string[] {
  const written = (terms: Terms) => ({
    'Who decides what': terms.competence.map((rule) => [rule.verdict, rule.to ?? '', ...rule.kinds, ...rule.any, rule.clause]),
    'Who is told': terms.tells.map((rule) => [rule.body, ...rule.kinds, ...rule.any, rule.clause]),
  });
  const [before, after] = [written(was), written(is)].map((each) =>
    Object.entries(each).map(([what, all]) => ({ what, all: all.map((rule) => rule.filter((word) => word !== '').join(' ')) })),
  );
  return (after ?? []).flatMap(({ what, all }, at) => {
    const old = before?.[at]?.all ?? [];
    return [
      ...old.filter((rule) => !all.includes(rule)).map((rule) => `${what}: no longer ${rule}.`),
      ...all.filter((rule) => !old.includes(rule)).map((rule) => `${what}: also ${rule}.`),
    ];
  });
}

function facts(
  before: Terms,
  after: Terms,
  { one, other }: { readonly one: IsoDate; readonly other: IsoDate },
  charter: Charter,
  words: (words: Words) => string,
): readonly string[] {
  const named = (stated: Stated<string>, date: IsoDate) => (stated.stated ? words(namesOn(charter, stated.value, date)) : 'not stated');
  const changed = (what: string, was: string, is: string) => (was === is ? [] : [`${what}: was ${was}, now ${is}.`]);
  return [
    ...changed('Its name', quoted(words, before.name), quoted(words, after.name)),
    ...changed('What it is for', `“${words(before.purpose)}”`, `“${words(after.purpose)}”`),
    ...changed('What is above it', named(before.above, one), named(after.above, other)),
    ...changed('Its secretariat', named(before.secretariat, one), named(after.secretariat, other)),
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

/** The same clause in both, or else another version of its subject that the other does not hold as well; if it says the same, nothing has changed. */
function clauses(before: Terms, after: Terms, words: (words: Words) => string): readonly string[] {
  const own = (terms: Terms) => terms.clauses.filter(({ id }) => !terms.seats.some((seat) => seat.clause === id));
  const subject = ({ id }: Clause) => id.slice(id.indexOf('.') + 1);
  const quote = (clause: Clause) => `${words(clause.text)} {${sourceText(clause.source)}}`;
  const [was, is] = [own(before), own(after)];
  const holds = (all: readonly Clause[], { id }: Clause) => all.some((each) => each.id === id);
  const twin = (clause: Clause, mine: readonly Clause[], all: readonly Clause[]) =>
    all.find(({ id }) => id === clause.id) ?? all.find((each) => subject(each) === subject(clause) && !holds(mine, each));
  return [
    ...was.filter((clause) => !twin(clause, was, is)).map((clause) => `No longer said (${clause.kind}): ${quote(clause)}`),
    ...is.filter((clause) => !twin(clause, is, was)).map((clause) => `New (${clause.kind}): ${quote(clause)}`),
    ...is.flatMap((clause) => {
      const old = twin(clause, is, was);
      return old && words(old.text) !== words(clause.text) ? [`In other words (${clause.kind}): ${quote(old)} Now: ${quote(clause)}`] : [];
    }),
  ];
}

function quoted(words: (words: Words) => string, name: Words | null): string {
  return name ? `“${words(name)}”` : 'the usual one';
}
