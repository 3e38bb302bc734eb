import { agenda } from './agenda.ts';
import { anchor } from './anchor.ts';
import { assessTerms } from './assess-terms.ts';
import type { Card, CardName, Language } from './card.ts';
import { caseCard } from './case.ts';
import { caseNote } from './case-note.ts';
import { caseTold } from './case-told.ts';
import { cases } from './cases.ts';
import { checkIn } from './check-in.ts';
import { decisions } from './decisions.ts';
import { digest } from './digest.ts';
import { errandRefused } from './errand-refused.ts';
import { experienceCard } from './experience.ts';
import { experienceNote } from './experience-note.ts';
import { experiences } from './experiences.ts';
import { flagCard } from './flag.ts';
import { flagNote } from './flag-note.ts';
import { flags } from './flags.ts';
import { groupCard } from './group.ts';
import { groupNote } from './group-note.ts';
import { groups } from './groups.ts';
import { help } from './help.ts';
import { initiativeCard } from './initiative.ts';
import { initiativeNote } from './initiative-note.ts';
import { initiatives } from './initiatives.ts';
import { meeting } from './meeting.ts';
import { meetingChange } from './meeting-change.ts';
import { meetings } from './meetings.ts';
import { milestoneNote } from './milestone-note.ts';
import { milestonePlanCard } from './milestone-plan.ts';
import { milestones } from './milestones.ts';
import { mine } from './mine.ts';
import { minutes } from './minutes.ts';
import { newMeeting } from './new-meeting.ts';
import { note } from './note.ts';
import { organ } from './organ.ts';
import { organisation } from './organisation.ts';
import { parked } from './parked.ts';
import { portfolioCard } from './portfolio.ts';
import { raiseCase } from './raise-case.ts';
import { reminder } from './reminder.ts';
import { requestCard } from './request.ts';
import { requestNote } from './request-note.ts';
import { requests } from './requests.ts';
import { seats } from './seats.ts';
import { status } from './status.ts';
import { termsRunOut } from './terms-run-out.ts';
import { textIn } from './text/languages.ts';
import { welcome } from './welcome.ts';
import { whoDecides } from './who-decides.ts';
import { workPlanCard } from './work-plan.ts';
import { workPlanNote } from './work-plan-note.ts';
import { year } from './year.ts';
import { yearNote } from './year-note.ts';
import { yearShort } from './year-short.ts';

/** Every card there is, by name. Verbs register themselves from here. */
export const deck: Readonly<Record<CardName, Card>> = {
  welcome,
  help,
  organ,
  organisation,
  seats,
  meetings,
  'new-meeting': newMeeting,
  meeting,
  'meeting-change': meetingChange,
  reminder,
  note,
  agenda,
  minutes,
  mine,
  case: caseCard,
  'case-told': caseTold,
  'case-note': caseNote,
  'raise-case': raiseCase,
  cases,
  decisions,
  'who-decides': whoDecides,
  requests,
  request: requestCard,
  'request-note': requestNote,
  digest,
  groups,
  initiatives,
  initiative: initiativeCard,
  'initiative-note': initiativeNote,
  'work-plan': workPlanCard,
  portfolio: portfolioCard,
  'work-plan-note': workPlanNote,
  group: groupCard,
  'group-note': groupNote,
  experiences,
  experience: experienceCard,
  'experience-note': experienceNote,
  flags,
  flag: flagCard,
  'flag-note': flagNote,
  milestones,
  'milestone-plan': milestonePlanCard,
  'check-in': checkIn,
  'milestone-note': milestoneNote,
  status,
  parked,
  'assess-terms': assessTerms,
  'terms-run-out': termsRunOut,
  year,
  'year-note': yearNote,
  'year-short': yearShort,
  anchor,
  'errand-refused': errandRefused,
};

/** The words that open a card, by language: what somebody writes in a channel, in lower case; `…` stands for what follows. */
export const words: Readonly<Record<Language, Readonly<Record<string, CardName>>>> = {
  da: wordsIn('da'),
  en: wordsIn('en'),
};

function wordsIn(language: Language): Readonly<Record<string, CardName>> {
  const { words: alone, wordsOf } = textIn(language);
  const followed = Object.entries(wordsOf).map(([card, word]) => [`${word} …`, card] as const);
  return Object.fromEntries([...Object.entries(alone).map(([card, word]) => [word, card] as const), ...followed]);
}
