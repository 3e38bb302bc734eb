import { type CardName, cardNames } from '../bot/governance/vocabulary/card-name.ts';
import { answerNote } from './asks/answer-note.ts';
import { askCard } from './asks/ask.ts';
import { errandRefused } from './asks/errand-refused.ts';
import { turnedDownNote } from './asks/turned-down.ts';
import { unanswered } from './asks/unanswered.ts';
import { unansweredNote } from './asks/unanswered-note.ts';
import { assessTerms } from './body/assess-terms.ts';
import { organ } from './body/organ.ts';
import { seatEmpty } from './body/seat-empty.ts';
import { seats } from './body/seats.ts';
import { termsRunOut } from './body/terms-run-out.ts';
import { anchorCard } from './care/anchor.ts';
import { channelAway } from './care/channel-away.ts';
import { parked } from './care/parked.ts';
import { caseCard } from './case/case.ts';
import { casesCard } from './case/cases.ts';
import { decisions } from './case/decisions.ts';
import { experienceNote } from './case/experience-note.ts';
import { caseNote } from './case/note.ts';
import { raiseCase } from './case/raise-case.ts';
import { caseTold } from './case/told.ts';
import { whoDecides } from './case/who-decides.ts';
import { digest } from './digest/digest.ts';
import { groupCard } from './group/group.ts';
import { groupsCard } from './group/groups.ts';
import { help } from './home/help.ts';
import { nearMiss } from './home/near-miss.ts';
import { organisation } from './home/organisation.ts';
import { welcome } from './home/welcome.ts';
import { initiativeCard } from './initiative/initiative.ts';
import { initiativesCard } from './initiative/initiatives.ts';
import type { Deck } from './kit/card.ts';
import { experienceCard } from './knowledge/experience.ts';
import { experiences } from './knowledge/experiences.ts';
import { flagCard } from './knowledge/flag.ts';
import { flagNote } from './knowledge/flag-note.ts';
import { flags } from './knowledge/flags.ts';
import { agenda } from './meeting/agenda.ts';
import { meetingChange } from './meeting/change.ts';
import { meetingCard } from './meeting/meeting.ts';
import { meetingsCard } from './meeting/meetings.ts';
import { minutes } from './meeting/minutes.ts';
import { newMeeting } from './meeting/new-meeting.ts';
import { note } from './meeting/prompt.ts';
import { reminder } from './meeting/reminder.ts';
import { checkIn } from './milestone/check-in.ts';
import { milestonesCard } from './milestone/milestones.ts';
import { milestoneNote } from './milestone/note.ts';
import { milestonePlanCard } from './milestone/plan.ts';
import { mine } from './mine/mine.ts';
import { portfolioCard } from './portfolio/portfolio.ts';
import { requestNote } from './request/note.ts';
import { requestCard } from './request/request.ts';
import { requestsCard } from './request/requests.ts';
import { status } from './status/status.ts';
import { type Language, languages, textIn } from './text/languages.ts';
import { workPlanCard } from './work-plan/work-plan.ts';
import { yearShort } from './year/short.ts';
import { yearCard } from './year/year.ts';

/** Every card there is, by name. Verbs register themselves from here. */
export const deck: Deck = {
  welcome,
  help,
  'near-miss': nearMiss,
  organ,
  organisation,
  seats,
  meetings: meetingsCard,
  'new-meeting': newMeeting,
  meeting: meetingCard,
  'meeting-change': meetingChange,
  reminder,
  ask: askCard,
  unanswered,
  'unanswered-note': unansweredNote,
  note,
  agenda,
  minutes,
  mine,
  case: caseCard,
  'case-told': caseTold,
  'case-note': caseNote,
  'raise-case': raiseCase,
  cases: casesCard,
  decisions,
  'who-decides': whoDecides,
  requests: requestsCard,
  request: requestCard,
  'request-note': requestNote,
  'turned-down': turnedDownNote,
  digest,
  groups: groupsCard,
  initiatives: initiativesCard,
  initiative: initiativeCard,
  'work-plan': workPlanCard,
  portfolio: portfolioCard,
  group: groupCard,
  experiences,
  experience: experienceCard,
  'experience-note': experienceNote,
  flags,
  flag: flagCard,
  'flag-note': flagNote,
  'answer-note': answerNote,
  milestones: milestonesCard,
  'milestone-plan': milestonePlanCard,
  'check-in': checkIn,
  'milestone-note': milestoneNote,
  status,
  parked,
  'channel-away': channelAway,
  'assess-terms': assessTerms,
  'terms-run-out': termsRunOut,
  'seat-empty': seatEmpty,
  year: yearCard,
  'year-short': yearShort,
  anchor: anchorCard,
  'errand-refused': errandRefused,
};

/** The words that open a card, by language: what somebody writes in a channel, in lower case; `…` stands for what follows. */
export const words: Readonly<Record<Language, Readonly<Record<string, CardName>>>> = Object.fromEntries(
  languages.map((language) => [language, wordsIn(language)]),
) as Record<Language, Readonly<Record<string, CardName>>>;

function wordsIn(language: Language): Readonly<Record<string, CardName>> {
  const { words: alone, otherWords, wordsOf } = textIn(language);
  const others = byCard(otherWords).flatMap(([each, card]) => each.map((word) => [word, card] as const));
  const followed = byCard(wordsOf).map(([word, card]) => [`${word} …`, card] as const);
  return Object.fromEntries([...byCard(alone), ...followed, ...others]);
}

function byCard<T>(said: Readonly<Partial<Record<CardName, T>>>): readonly (readonly [T, CardName])[] {
  return cardNames.flatMap((card) => {
    const word = said[card];
    return word === undefined ? [] : [[word, card] as const];
  });
}
