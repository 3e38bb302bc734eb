import { Temporal } from 'temporal-polyfill';
import { caseAsks } from '../../bot/governance/case/asks.ts';
import { mayStartWritten } from '../../bot/governance/case/gate.ts';
import { lackingIn } from '../../bot/governance/case/lacking.ts';
import { nextStep } from '../../bot/governance/case/next.ts';
import { practiceIsOpen } from '../../bot/governance/case/outcome.ts';
import { type CaseStanding, standingOf } from '../../bot/governance/case/standing.ts';
import { toldByHand } from '../../bot/governance/charter/practice.ts';
import { awaited } from '../../bot/governance/people/awaited.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { AskKind } from '../../bot/governance/vocabulary/ask/ask.ts';
import { insteadSaid } from '../kit/asked/in-place.ts';
import type { Desk } from '../kit/card.ts';
import { seatSaid } from '../kit/clauses.ts';
import { aroundAsk, named } from '../kit/people.ts';
import { namesIn } from '../kit/said.ts';
import { type Language, refusalSentence, textIn } from '../text/languages.ts';
import { type CaseFile, called, caseDay, dayAt } from './file.ts';
import { writtenOut } from './said.ts';

/** How the case stands, with the meeting it aims at as that is now. */
export function standingIn({ state, meeting, around }: CaseFile): CaseStanding {
  return standingOf(state, meeting, around);
}

/** How it stands, and whom it waits for: never nobody, as long as it is open. The first line says it, the others add to it. */
export async function caseStanding(desk: Desk, file: CaseFile, language: Language): Promise<readonly string[]> {
  const text = textIn(language).case;
  const { state, around } = file;
  const step = nextStep(state, around);
  const today = dateAt(desk.charter, desk.now);
  const seats = (ids: readonly string[]) => ids.map((id) => seatSaid(desk.charter, state.at, id, language, today)).join(', ');
  const waits =
    step.step === 'fill-seats'
      ? [text.vacant(seats(step.seats))]
      : 'persons' in step && step.persons.length > 0
        ? [text.waits((await named(desk, step.persons)).join(', '))]
        : await askedByName(desk, file, language);
  const lacking = lackingIn(state, around).map((each) => text.lacks[each](called(desk, file, state.at, language)));
  return [
    ...standingSaid(desk, file, language),
    ...(await writtenOut(desk, file, language)),
    ...waits,
    ...(await insteadOfKeys(desk, file, language)),
    ...lacking,
    ...(practiceIsOpen(state) ? practiceLines(desk, file, language) : []),
  ];
}

/** Whoever is asked to send it, or to write what is missing before anybody judges; the names are those of the mention. */
async function askedByName(desk: Desk, file: CaseFile, language: Language): Promise<readonly string[]> {
  const asked = await whoFalls(desk, file, ['case-send', 'case-back', 'case-evidence']);
  const names = await named(
    desk,
    asked.flatMap(({ falls }) => falls.now),
  );
  return names.length > 0 ? [textIn(language).case.waits(names.join(', '))] : [];
}

/** Why somebody who is waited for is not asked, and who is in their place; a seat that stands empty is said by the step itself. */
async function insteadOfKeys(desk: Desk, file: CaseFile, language: Language): Promise<readonly string[]> {
  const asked = await whoFalls(desk, file, ['case-judge', 'case-confirm']);
  const someAway = asked.filter(({ falls }) => falls.skipped.some(({ why }) => why !== 'vacant'));
  const said = await Promise.all(someAway.map(({ ask, falls }) => insteadSaid(desk, ask, falls, language)));
  return [...new Set(said.flat())];
}

/** What is asked about the case now, of these kinds, and whom each falls to. */
async function whoFalls(desk: Desk, { about, state }: CaseFile, kinds: readonly AskKind[]) {
  const asks = caseAsks(about, state, desk.charter).filter(({ what }) => kinds.includes(what));
  return Promise.all(asks.map(async (ask) => ({ ask, falls: awaited(ask, await aroundAsk(desk, ask)) })));
}

/** How it stands, in a sentence; then what follows from it, and who does it, where something does. */
export function standingSaid(desk: Desk, file: CaseFile, language: Language): readonly string[] {
  const { stands: text, follows } = textIn(language).case;
  const { state } = file;
  const standing = standingIn(file);
  const name = (body: string) => called(desk, file, body, language);
  const at = name(state.at);
  const day = (instant: string) => weekdayAt(desk, instant, language);
  const on = (date: string) => textIn(language).weekday(Temporal.PlainDate.from(date));
  switch (standing.stands) {
    case 'draft':
    case 'withdrawn':
    case 'practice-open':
    case 'closed':
    case 'dealt-with-now':
    case 'evidence-awaited':
      return [text[standing.stands]];
    case 'sent-back':
      return [text[standing.stands], follows[standing.stands]];
    case 'judging':
    case 'meeting-sought':
    case 'confirming':
    case 'confirming-outside':
      return [text[standing.stands](at)];
    case 'no-meeting':
    case 'meeting-asked': {
      const written = mayStartWritten(desk.charter, state) && standing.stands === 'no-meeting';
      return [text[standing.stands](at), follows[written ? 'no-meeting-or-written' : 'no-meeting']];
    }
    case 'approved-in-writing':
    case 'written-over':
    case 'outside':
    case 'disputed':
      return [text[standing.stands](at), follows[standing.stands]];
    case 'comes-to':
    case 'on-agenda':
      return [text[standing.stands](day(standing.at)), ...(standing.papersBy === null ? [] : [follows.papersBy(on(standing.papersBy))])];
    case 'minutes-awaited':
    case 'minutes-missing':
      return [text[standing.stands](day(standing.at)), follows[standing.stands](on(standing.by))];
    case 'put-off':
      return [text[standing.stands](day(standing.at))];
    case 'called-off':
    case 'missed':
    case 'result-comes':
      return [text[standing.stands](day(standing.at)), follows[standing.stands]];
    case 'result-refused': {
      const names = namesIn(desk.charter, state.at, language, desk.now);
      return [text[standing.stands](day(standing.at)), follows[standing.stands](refusalSentence(language, standing.refusal, names))];
    }
    case 'written':
      return [text.written(at, caseDay(standing.until, language))];
    case 'decided':
    case 'answered':
      return [text[standing.stands](name(standing.body), dayAt(desk, standing.on, language)), follows.receipt(name(state.body))];
  }
}

function weekdayAt(desk: Desk, instant: string, language: Language): string {
  return textIn(language).weekday(Temporal.PlainDate.from(dateAt(desk.charter, Temporal.Instant.from(instant))));
}

function practiceLines(desk: Desk, file: CaseFile, language: Language): readonly string[] {
  const text = textIn(language).case;
  const { matter, termsOn } = file.state;
  const tell = toldByHand(desk.charter, matter, termsOn).map((body) => called(desk, file, body, language));
  return [text.practiceOpen, ...(tell.length > 0 ? [text.practiceTell(tell.join(', '))] : [])];
}
