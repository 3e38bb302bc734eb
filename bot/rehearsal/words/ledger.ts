import type { GovernanceEvent } from '../../governance/vocabulary/all.ts';

export type ToldEvent = GovernanceEvent['type'];
type Both = readonly [da: string, en: string];

/** What somebody did, after their name; `#` is the number of the case. What is not here only keeps the books in order. */
const told: Partial<Readonly<Record<ToldEvent, Both>>> = {
  AbsenceNoted: ['registrerede fravær', 'recorded an absence'],
  AgendaSent: ['udsendte dagsordenen', 'sent the agenda'],
  AnswerReceipted: ['kvitterede for resultatet af sag #', 'acknowledged the result of case #'],
  AnswerTakenBack: ['trak sit svar tilbage', 'took an answer back'],
  AppointmentEnded: ['afsluttede en udpegning', 'ended an appointment'],
  AskFell: ['spurgte en anden', 'asked somebody else'],
  AskLetLie: ['lod et spørgsmål ligge', 'let a question lie'],
  AskReminded: ['mindede om et svar', 'reminded of an answer'],
  AskUnanswered: ['lukkede et spørgsmål uden svar', 'closed a question without an answer'],
  AssessmentAsked: ['bad om en vurdering af kommissoriet', 'asked for an assessment of the terms'],
  AttendanceAnswered: ['svarede på indkaldelsen', 'answered the invitation'],
  BodyBound: ['tilknyttede kanalen', 'bound the channel'],
  CaseAimed: ['satte sag # på dagsordenen', 'put case # on the agenda'],
  CaseClosed: ['afsluttede sag #', 'closed case #'],
  CaseDecided: ['registrerede, at sag # er afgjort', 'recorded that case # is decided'],
  CaseDrafted: ['skrev en sag', 'drafted a case'],
  CaseEdited: ['rettede sag #', 'edited case #'],
  CaseNumbered: ['gav sagen nummer #', 'gave the case number #'],
  CaseReopened: ['genoptog sag #', 'reopened case #'],
  CaseSent: ['rejste sag #', 'raised case #'],
  CaseSentBack: ['sendte sag # tilbage', 'sent case # back'],
  CaseSentOn: ['sendte sag # videre', 'sent case # on'],
  CaseWithdrawn: ['trak sag # tilbage', 'withdrew case #'],
  CheckedIn: ['bad om status på milepæle', 'asked how milestones are going'],
  DeputyNamed: ['udpegede en stedfortræder', 'named a deputy'],
  DirectionStated: ['angav en retning for sag #', 'stated a direction for case #'],
  DissentRecorded: ['registrerede en afvigende mening', 'recorded a dissent'],
  ExperienceShared: ['delte en erfaring', 'shared an experience'],
  ExperienceSpread: ['udbredte en erfaring', 'spread an experience'],
  FlagAnswered: ['svarede på et opmærksomhedspunkt', 'answered an issue'],
  FlagRaised: ['rejste et opmærksomhedspunkt', 'raised an issue'],
  GroupProposed: ['foreslog en arbejdsgruppe', 'proposed a working group'],
  GroupSetUp: ['nedsatte en arbejdsgruppe', 'set up a working group'],
  HeadsAnchored: ['gemte nattens kontrolværdi', 'kept the night’s checksum'],
  ItemProposed: ['foreslog et punkt', 'proposed an item'],
  ItemWithdrawn: ['trak et punkt tilbage', 'withdrew an item'],
  KeptHere: ['registrerede, at sag # behandles her', 'recorded that case # is dealt with here'],
  KeyTurned: ['vurderede sag #', 'judged case #'],
  KeyTurnedBack: ['trak sin vurdering af sag # tilbage', 'took back a judgement of case #'],
  MeetingCancelled: ['aflyste mødet', 'cancelled the meeting'],
  MeetingMoved: ['flyttede mødet', 'moved the meeting'],
  MeetingOver: ['afsluttede mødet', 'closed the meeting'],
  MeetingPlanned: ['indkaldte til møde', 'called a meeting'],
  MilestoneAnswered: ['gav status på en milepæl', 'answered for a milestone'],
  MilestoneMoved: ['flyttede en milepæl', 'moved a milestone'],
  MilestoneSet: ['skrev en milepæl i kladden', 'drafted a milestone'],
  MinutesCommented: ['skrev en bemærkning til referatet', 'commented on the minutes'],
  MinutesPublished: ['offentliggjorde referatet', 'published the minutes'],
  MinutesSent: ['udsendte referatet', 'sent the minutes'],
  NoMeetingInReach: ['fandt intet møde til sag #', 'found no meeting for case #'],
  OutcomeRecorded: ['registrerede et resultat', 'recorded an outcome'],
  PlanAnswered: ['svarede på milepælsplanen', 'answered about the milestone plan'],
  PlanInForce: ['satte milepælsplanen i kraft', 'put the milestone plan in force'],
  PlanProposed: ['sendte milepælsplanen til godkendelse', 'put the milestone plan forward'],
  PlanTurnedDown: ['registrerede, at planen er afvist', 'recorded that the plan is rejected'],
  Prompted: ['sendte en påmindelse', 'sent a reminder'],
  ReopeningTurned: ['bad om at genoptage sag #', 'asked to reopen case #'],
  ClosedWithWhole: ['afsluttede en del, da helheden var besvaret', 'closed a part, as the whole had been answered'],
  ReportReceipted: ['kvitterede for et svar', 'acknowledged a report'],
  RequestPlaced: ['skrev en bestilling', 'placed a request'],
  RequestAccepted: ['påtog sig en bestilling', 'accepted a request'],
  ResultConfirmed: ['bekræftede resultatet af sag #', 'confirmed the result of case #'],
  ResultReported: ['registrerede resultatet af sag #', 'recorded the result of case #'],
  SeatFilled: ['registrerede en udpegning', 'recorded an appointment'],
  SentBack: ['sendte sag # tilbage', 'sent case # back'],
  SentUp: ['forelagde sag #', 'sent case # up'],
  SilenceSaid: ['gav besked om manglende status', 'said that status is missing'],
  StatusSaid: ['gav kvartalets status', 'gave the status of the quarter'],
  TermsAdopted: ['indlæste et kommissorium', 'took in terms of reference'],
  TermsAssessed: ['vurderede kommissoriet', 'assessed the terms'],
  TermsRunOutSaid: ['gav besked om et udløbet kommissorium', 'said that terms have run out'],
  WrittenAnswered: ['svarede i den skriftlige behandling', 'answered in the written procedure'],
  WrittenStarted: ['satte sag # i skriftlig behandling', 'started a written procedure for case #'],
  YearConfirmed: ['satte årsplanen i kraft', 'put the year plan in force'],
  YearKeyTurned: ['godkendte årsplanen', 'approved the year plan'],
  YearProposed: ['foreslog en årsplan', 'proposed a year plan'],
};

/** What is written in the ledger, in words. */
export function ledgerWords(language: string) {
  const at = language === 'en' ? 1 : 0;
  return {
    somebody: ['Ukendt', 'Somebody'][at] ?? '',
    /** null: it only keeps the books in order. */
    of: (type: ToldEvent): ((number: string) => string) | null => {
      const words = told[type]?.[at];
      return words === undefined ? null : (number) => words.replace('#', number).trim();
    },
  };
}
