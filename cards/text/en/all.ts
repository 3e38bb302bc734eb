import type { Temporal } from 'temporal-polyfill';
import type { Text } from '../text.ts';
import { cases } from './cases.ts';
import { groups } from './groups.ts';
import { initiatives } from './initiatives.ts';
import { knowledge } from './knowledge.ts';
import { life } from './life.ts';
import { milestones } from './milestones.ts';
import { plans } from './plans.ts';
import { refusals } from './refusals.ts';
import { requests } from './requests.ts';
import { terms } from './terms.ts';
import { year } from './year.ts';

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
type Day = Temporal.PlainDate | Temporal.ZonedDateTime;
const date = (day: Day) => `${day.day} ${months[day.month - 1]} ${day.year}`;
const weekday = (day: Day) => `${weekdays[day.dayOfWeek - 1]} ${date(day)}`;
const clock = (at: Temporal.ZonedDateTime) => `${String(at.hour).padStart(2, '0')}:${String(at.minute).padStart(2, '0')}`;
const times = (n: number) => (n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`);

export const en: Text = {
  viewMine: 'Show my options',
  back: 'Back',
  notKnown: 'Place not known',
  notStated: 'The terms do not say',
  more: (n) => `… and ${n} more. Press "Show my options" to show all.`,
  moreChoices: (n) => `${n} more cannot be shown here. Search for a longer part of the name.`,
  summary: (title, line) => `${title} – ${line}`,

  date,
  weekday,
  period: (start, end) =>
    start.toPlainDate().equals(end.toPlainDate())
      ? `${weekday(start)}, ${clock(start)}–${clock(end)}`
      : `${weekday(start)}, ${clock(start)} to ${weekday(end)}, ${clock(end)}`,
  month: (day) => `${months[day.month - 1]} ${day.year}`,

  why: {
    clause: (reference, from) => `Why do I get this? Terms of reference ${reference} · in force from ${from}`,
    runOut: (until) => ` · ran out ${until}, stands until replaced`,
    ours: "Why do I get this? Samspil's own rule, not from the terms of reference",
    setup: 'Why do I get this? Samspil was added to this channel',
    asked: 'You get this because somebody wrote a word to Samspil in this channel',
  },

  words: {
    help: 'help',
    organ: 'body',
    organisation: 'organisation',
    seats: 'seats',
    meetings: 'meetings',
    year: 'year plan',
    'new-meeting': 'new meeting',
    agenda: 'agenda',
    minutes: 'minutes',
    mine: 'mine',
    'raise-case': 'raise case',
    cases: 'cases',
    decisions: 'decisions',
    'who-decides': 'who decides',
    requests: 'requests',
    groups: 'groups',
    experiences: 'share experience',
    flags: 'flag',
    initiatives: 'initiatives',
    milestones: 'milestones',
    'work-plan': 'work plan',
    status: 'status',
    portfolio: 'portfolio',
  },

  wordsOf: {
    case: 'case',
  },

  welcome: {
    title: 'Which body meets here?',
    intro:
      'Samspil reminds of meetings and gathers answers for one body in each channel. An administrator or a secretary of the body chooses it.',
    byWhen: 'Samspil keeps quiet here until it is chosen.',
    meets: (body) => `${body} meets here`,
    words: (help) => `Write @Samspil ${help} to see what you can ask for.`,
    choose: 'Body',
    elsewhere: (body, channel) => `${body} (now meets in ${channel})`,
    unnamedChannel: 'another channel',
    moves: 'A body meets in one channel only. If you choose one that meets elsewhere, it moves here.',
    save: 'Save',
    change: 'Choose another body',
    notYou: 'Only administrators and the secretaries of a body can choose. Ask one of them to press here.',
    pick: 'Choose a body',
  },

  help: {
    title: 'What you can ask Samspil for',
    intro: 'Write @Samspil and one of these words:',
    does: {
      help: 'shows this list',
      organ: 'what the terms of reference say about the body',
      organisation: 'how the bodies hang together, as a picture',
      seats: 'who sits in which seats',
      meetings: 'the meetings to come',
      year: 'what the terms ask for this year and the next, and the dates',
      'new-meeting': 'add a meeting (secretaries)',
      agenda: 'the agenda of the next meeting, and propose an item',
      minutes: 'the minutes of the latest meeting',
      mine: 'what you yourself are asked',
      'raise-case': 'raise a case (members and secretaries)',
      cases: 'the open cases',
      decisions: 'what the body has decided, and why it might',
      case: 'one case, by its number',
      'who-decides': 'four questions, and the answer of the terms',
      requests: 'what has been ordered, and order something',
      groups: 'groups with one task, and set one up',
      experiences: 'experience that is shared, and share your own',
      flags: 'a problem, or something in the agreement that should be adjusted',
      initiatives: 'the initiatives, who has them, and what nobody has',
      milestones: 'the plan, how it is going, and change it',
      'work-plan': 'the year’s tasks, and where the plan is',
      status: 'how milestones and goals stand',
      portfolio: 'solutions in operation, and wishes for them',
    },
    noBody: 'No body has been chosen for this channel yet.',
  },

  organ: {
    title: (body) => `${body} in short`,
    asOf: (day) => `As it was on ${day}`,
    none: (day) => `No terms of reference were in force on ${day}.`,
    purpose: 'Purpose',
    goesUp: 'Sends up',
    upTo: (body) => `To ${body}`,
    weighing: (weights) => `What ${weights}`,
    secretariat: 'Secretariat',
    who: 'Who sits here',
    seatCount: (n, seat) => (n === '1' ? seat : `${n} × ${seat}`),
    range: (min, max) => (max === null ? `at least ${min}` : min === max ? `${min}` : `${min}–${max}`),
    anyNumber: 'number not stated',
    noSector: 'No sector',
    decides: 'Decides itself',
    cadence: 'Meetings',
    period: 'Period',
    assumed: 'We read this into the document because it does not say (not from the terms of reference)',
    cadenceIs: ({ least, most, about, asNeeded }) => {
      const often =
        least !== null && most !== null && least !== most
          ? `${about ? 'about ' : ''}${least}–${most} times a year`
          : least !== null
            ? `${about ? 'about ' : most === null ? 'at least ' : ''}${times(least)} a year`
            : most !== null
              ? `at most ${times(most)} a year`
              : '';
      return [often, asNeeded ? 'as needed' : ''].filter(Boolean).join(', ');
    },
    openEnded: (from) => `from ${from}, no end date`,
    until: (from, until) => `${from} to ${until}`,
    ranOut: (from, until) => `${from} to ${until}. The period has run out; the terms stand until replaced.`,
    date: 'See it as of',
    show: 'Show',
  },

  seats: {
    title: (body) => `Seats: ${body}`,
    filled: (filled, vacant) => `${filled} filled · ${vacant} vacant`,
    vacant: 'vacant',
    vacantMany: (n) => (n === 1 ? 'vacant' : `${n} vacant`),
    clusters: (represented, of, where) =>
      represented === null
        ? `Whether all ${of} clusters are here cannot be seen from the seats (${where})`
        : `${represented} of ${of} clusters are represented (${where})`,
    deputies: (names) => `deputy: ${names}`,
    from: (day) => `from ${day}`,
    noTerms: 'The body has no terms of reference in force today, so there are no seats to fill.',
    noSeats: 'The terms name no seats. The secretariat answers for the body until its seats are written into the model.',
    question: 'Has somebody been appointed or stepped down? The secretaries of the body put it right here.',
    readOnly: 'The secretaries of the body and administrators can change this.',
    fill: 'Fill a seat',
    deputy: 'Name a deputy',
    undeputy: 'Remove a deputy',
    end: 'End an appointment',
    join: 'Join two identities',
    sector: 'Change sector',
    seat: 'Seat',
    appointment: 'Appointment',
    person: 'Person',
    search: 'Name or part of it',
    find: 'Find',
    hits: (n) => (n === 1 ? '1 person fits' : `${n} people fit`),
    noHits: 'Nobody in the channel is called that. A person must be a member of the channel before you can choose them.',
    fromDay: 'Appointed from',
    untilDay: 'Last day',
    keep: 'Keep as',
    joinTo: 'Is the same person as',
    joinNote: 'The two then count as one person in every body. It cannot be undone.',
    sectorChoice: 'Sector',
    save: 'Save',
    choose: 'Choose',
    guest: 'guest',
    noAppointments: 'There are no appointments to choose.',
    required: 'Fill this in',
  },

  meetings: {
    title: (body) => `Meetings to come: ${body}`,
    none: 'No meetings are planned.',
    question: 'Should there be one more meeting?',
    add: (words) => `A secretary adds it with @Samspil ${words}.`,
  },

  newMeeting: {
    title: (body) => `New meeting: ${body}`,
    question: 'When should the body meet?',
    intro: 'A secretary presses "Show my options" and adds the meeting.',
    readOnly: 'Only the secretaries of the body can add meetings.',
    write: 'Add a meeting',
    date: 'Date',
    from: 'From',
    to: 'To',
    place: 'Place or link',
    placeHint: 'A room, or a link that begins with https://',
    zone: (zone) => `Times are in the time zone ${zone}.`,
    save: 'Add the meeting',
    planned: (when) => `The meeting is added: ${when}. The channel is asked "Are you coming?" in a moment.`,
    another: 'Add one more meeting',
    required: 'Fill this in',
  },

  meeting: {
    title: (body) => `Meeting: ${body}`,
    online: 'Online',
    openLink: 'Open the meeting',
    question: 'Are you coming?',
    byWhen: (day) => `Answer by ${day}.`,
    byNow: 'Please answer now.',
    over: 'The meeting has been held.',
    cancelled: 'The meeting has been cancelled.',
    reason: (words) => `Reason: ${words}`,
    coming: 'Coming',
    absent: 'Not coming',
    deputy: 'My deputy comes',
    answers: 'Answers so far',
    answersThen: 'The answers',
    noneAsked: "Nobody is asked yet: the body's seats are vacant.",
    noSector: 'No sector',
    tally: ({ coming, deputy, absent, silent }) =>
      [
        `${coming} coming`,
        ...(deputy > 0 ? [`${deputy} by deputy`] : []),
        ...(absent > 0 ? [`${absent} not coming`] : []),
        ...(silent > 0 ? [`${silent} not answered`] : []),
      ].join(' · '),
    mine: {
      coming: 'You have answered that you are coming.',
      absent: 'You have answered that you are not coming.',
      deputy: (name) => `${name} comes in your place.`,
      none: 'You have not answered yet.',
      recorded: (by) => `Written down by ${by}.`,
      notAsked: 'You are not asked, as you hold no seat in the body on that day.',
    },
    silent: 'Have not answered',
    everyoneAnswered: 'Everyone has answered.',
    record: 'Write down an answer',
    recordNote: 'For answers that reached you outside Teams. The ledger says that you wrote it.',
    person: 'Who',
    answer: 'Answer',
    deputyName: 'Deputy',
    deputyFor: 'Who comes in your place?',
    deputyIfAny: 'Deputy (if one comes)',
    namedDeputy: (name) => `${name} (named deputy)`,
    hasAnswered: (name, answer) => `${name} (${answer})`,
    save: 'Save',
    noRoster: 'Samspil knows nobody else in the channel yet.',
    required: 'Choose one',
  },

  reminder: {
    title: 'Are you coming?',
    missing: 'Not answered yet',
    allAnswered: (when) => `Everyone has answered about the meeting ${when}. Thank you.`,
    over: (when) => `The meeting ${when} has been held.`,
    moved: (when) => `The meeting has been moved. It is now ${when}.`,
    cancelled: (when) => `The meeting ${when} has been cancelled.`,
    ours: (days) =>
      `Samspil reminds ${days === 1 ? 'one working day' : `${days} working days`} before the meeting (not from the terms of reference)`,
  },

  parked: {
    title: 'Cards that did not arrive',
    none: 'Everything has arrived.',
    question: 'Should Samspil try again?',
    byWhen: 'The cards wait until you say so.',
    line: (card, body, reason) => `${card} to ${body}: ${reason}`,
    choice: (card, body) => `${card} to ${body}`,
    nowhere: 'a channel without a body',
    which: 'Card',
    again: 'Try again',
    readOnly: 'Secretaries and administrators can ask for another try.',
    reasons: {
      'not-in-channel': 'Samspil may not write in the channel. Add the app again.',
      'no-such-card': 'the old card is gone.',
      'too-large': 'the card is too large for Teams.',
      rejected: 'Teams did not accept it.',
      busy: 'Teams was too busy for too long.',
      unsure: 'Teams did not answer.',
      other: 'sending went wrong.',
    },
    cards: {
      welcome: 'Welcome',
      help: 'Help',
      organ: 'Body',
      seats: 'Seats',
      meetings: 'Meetings',
      'new-meeting': 'New meeting',
      meeting: 'Meeting',
      reminder: 'Reminder',
      note: "Note in a meeting's thread",
      case: 'Case',
      'raise-case': 'Raise a case',
      cases: 'Cases',
      decisions: 'Decisions',
      'who-decides': 'Who decides',
      requests: 'Requests',
      request: 'Request',
      'request-note': 'Note on a request',
      digest: 'For information',
      'assess-terms': 'Assess the terms',
      groups: 'Groups',
      initiatives: 'Initiatives',
      initiative: 'Initiative',
      'initiative-note': 'Question about an initiative',
      'work-plan': 'Work plan',
      'work-plan-note': 'Reminder of a work plan',
      portfolio: 'Solutions in operation',
      group: 'Group',
      'group-note': 'Note on a group',
      experiences: 'Experience shared',
      experience: 'Experience',
      'experience-note': 'Note about an experience',
      flags: 'Flags',
      flag: 'Flag',
      'flag-note': 'Note about a flag',
      milestones: 'Milestones',
      'milestone-plan': 'Milestone plan',
      'check-in': 'Status of milestones',
      'milestone-note': 'Note on milestones',
      status: 'Status',
      'case-told': 'Case for information',
      'case-note': "Note in the case's thread",
      'terms-run-out': 'Terms run out',
      year: 'Year plan',
      'year-note': 'Note about the year plan',
      'year-short': 'Too few meetings',
      organisation: 'Organisation',
      agenda: 'Agenda',
      minutes: 'Minutes',
      page: 'Public page',
      parked: 'Not arrived',
      anchor: 'Control hashes',
      'errand-refused': 'Did not follow',
    },
  },

  anchor: {
    title: (month) => `Control hashes of the ledger, ${month}`,
    intro:
      'Each night the ledger is locked with a hash. Keep this card: if anything is changed later, the hash no longer fits. Nothing is asked of you.',
    line: (night, hash, streams) => `${night}: ${hash} (${streams} changed)`,
    none: 'No nights yet.',
  },

  refusedErrand: {
    title: 'Something did not follow',
    intro: 'A decision should have taken effect elsewhere, but was refused:',
    question: 'Put right what stands in the way, and do it again.',
    line: (what, why) => `${what}: ${why}`,
    none: 'Nothing has been refused.',
    rules: {
      'body-meets-here': 'The body should meet in the channel',
      'body-leaves': 'The body should leave the channel',
      'hands-on': 'A part of a request was to be handed on',
      'group-takes-part': 'A group was to take a part of a request',
      'part-reported': 'The answer to a part of a request was to be passed on',
      'part-declined': 'A no to a part of a request was to be passed on',
      'old-channel-free': 'The old channel should let go of the body',
      'meetings-follow': 'The meetings should follow to the new channel',
      'seat-states-sector': "The person's sector should follow the seat",
      'on-agenda': 'The case should go on the agenda of a meeting',
      'off-agenda': 'The case should leave the agenda of a meeting',
      'looks-for-meeting': 'The case should find a meeting',
      result: 'The result of the meeting should go back to the case',
      keep: 'An item should wait for the next meeting',
      'look-again': 'The case should find another meeting',
      'sets-milestones': 'A milestone was to reach the body that answers for it',
      'goes-up': 'The work plan was to go up to the body above',
      'plan-hears': 'The work plan was to hear what was decided',
      'opens-quarter': 'The quarter’s follow-up of the solutions was to open',
      'moves-milestone': 'A milestone was to be moved as it was decided',
      'origin-hears': 'A case should tell what became of it',
      other: 'What a decision leads to',
    },
  },

  ...cases,

  ...life,

  ...milestones,

  ...requests,

  ...groups,

  ...knowledge,
  ...initiatives,

  ...plans,

  ...terms,

  ...year,

  refusals,
};
