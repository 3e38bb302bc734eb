import type { Note } from './known.ts';
import type { Path } from './parts.ts';
import type { BodyData, PageData } from './shape.ts';

type Who = NonNullable<PageData['gatherings']>[number]['who'][number];

/** Whoever a gathering names is there to come: some body that meets, and chairs in it where only they are named. */
export function checkGatherings(pages: readonly { readonly page: PageData; readonly note: Note }[]): void {
  const bodies = pages.flatMap(({ page }) => page.bodies ?? []);
  for (const { page, note } of pages) {
    (page.gatherings ?? []).forEach(({ who }, at) => {
      who.forEach((each, nth) => {
        checkAttended(each, bodies, ['gatherings', at, 'who', nth], note);
      });
    });
  }
}

function checkAttended(who: Who, bodies: readonly BodyData[], path: Path, note: Note): void {
  const named = bodies.filter((body) => ('kind' in who ? body.kind === who.kind : body.id === who.body));
  if (named.length === 0) {
    if ('kind' in who) note([...path, 'kind'], `Nobody would attend: there is no body of the kind "${who.kind}".`);
    return;
  }
  const meeting = named.filter(({ outside }) => outside !== true);
  const name = 'kind' in who ? `no body of the kind "${who.kind}"` : `the body "${who.body}" does not`;
  if (meeting.length === 0) note(path, `Nobody would attend: ${'kind' in who ? `${name} meets` : `${name} meet`} through the bot.`);
  else if (who.seats === 'chairs' && !meeting.some(hasChair))
    note([...path, 'seats'], `Nobody would attend: ${'kind' in who ? `${name} has` : `${name} have`} a chair.`);
}

function hasChair({ terms }: BodyData): boolean {
  return (terms ?? []).some(({ seats }) => seats.some(({ role }) => role === 'chair'));
}
