import type { Note } from './known.ts';
import type { Path } from './parts.ts';
import type { PageData } from './shape.ts';

/** Checks what must be there only once: bodies, the names people call them by, seats, clauses, prefixes; and that no way up goes in a ring. */
export function checkBodies(pages: readonly { readonly page: PageData; readonly note: Note }[]): void {
  const bodies = once('body');
  const names = once('name for a body');
  const prefixes = once('prefix');
  const parts = once('part of the agreement');
  for (const { page, note } of pages) {
    (page.bodies ?? []).forEach((body, at) => {
      const path = ['bodies', at];
      bodies(body.id, [...path, 'id'], note);
      for (const [language, name] of Object.entries(body.name)) names(`${language} ${fold(name)}`, [...path, 'name', language], note, name);
      (body.aliases ?? []).forEach((alias, nth) => {
        names(`alias ${fold(alias)}`, [...path, 'aliases', nth], note, alias);
      });
      (body.terms ?? []).forEach((terms, nth) => {
        prefixes(terms.prefix, [...path, 'terms', nth, 'prefix'], note);
        eachOnce('seat', terms.seats, [...path, 'terms', nth, 'seats'], note);
        eachOnce('clause', terms.clauses, [...path, 'terms', nth, 'clauses'], note);
      });
    });
    (page.shared ?? []).forEach((set, at) => {
      prefixes(set.prefix, ['shared', at, 'prefix'], note);
      eachOnce('clause', set.clauses, ['shared', at, 'clauses'], note);
    });
    if (page.everyone) {
      prefixes(page.everyone.prefix, ['everyone', 'prefix'], note);
      eachOnce('clause', page.everyone.clauses, ['everyone', 'clauses'], note);
    }
    (page.agreement ?? []).forEach((part, at) => {
      parts(part.id, ['agreement', at, 'id'], note);
    });
  }
  checkRings(pages);
}

/** On no date does the way up from a body lead back to it. */
function checkRings(pages: readonly { readonly page: PageData; readonly note: Note }[]): void {
  const bodies = pages.flatMap(({ page, note }) => (page.bodies ?? []).map((body, at) => ({ body, at, note })));
  const above = new Map(bodies.map(({ body }) => [body.id, body.terms ?? []]));
  const aboveOn = (id: string, date: string): string | null => {
    const stated = above.get(id)?.findLast((terms) => terms.from <= date)?.above;
    return stated && stated !== 'unknown' ? stated.body : null;
  };
  const said = new Set<string>();
  for (const { body, at, note } of bodies) {
    (body.terms ?? []).forEach((terms, nth) => {
      const way = [body.id];
      for (let next = aboveOn(body.id, terms.from); next !== null; next = aboveOn(next, terms.from)) {
        if (next === body.id && !said.has(way.toSorted().join())) {
          note(['bodies', at, 'terms', nth, 'above'], `The way up goes in a ring: ${[...way, next].join(', ')}.`);
          said.add(way.toSorted().join());
        }
        if (way.includes(next)) break;
        way.push(next);
      }
    });
  }
}

function once(what: string): (key: string, path: Path, note: Note, shown?: string) => void {
  const seen = new Set<string>();
  return (key, path, note, shown = key) => {
    if (seen.has(key)) note(path, `There is more than one ${what} "${shown}".`);
    seen.add(key);
  };
}

function eachOnce(what: string, all: readonly { readonly id: string }[], path: Path, note: Note): void {
  const check = once(what);
  all.forEach(({ id }, at) => {
    check(id, [...path, at, 'id'], note);
  });
}

/** Names are told apart as people type them: without regard to capitals. */
function fold(name: string): string {
  return name.normalize('NFC').toLocaleLowerCase();
}
