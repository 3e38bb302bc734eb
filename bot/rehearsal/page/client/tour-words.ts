export type TourStep =
  | 'answer'
  | 'judge'
  | 'second'
  | 'checkin'
  | 'late'
  | 'status'
  | 'agenda'
  | 'held'
  | 'confirmed'
  | 'recorded'
  | 'politics'
  | 'receipt'
  | 'minutes'
  | 'proof';

interface Told {
  readonly name: TourStep;
  readonly as: string | null;
  readonly where: 'group' | 'above' | 'secretariat' | null;
  /** What is pointed at; null: the channel. */
  readonly target: 'next' | 'check' | null;
  readonly says: string;
  readonly why: string;
}
interface Names {
  readonly name: (role: string) => string;
  readonly group: string;
  readonly above: string;
  readonly secretariat: string;
}
type Said = Readonly<Record<TourStep, readonly [says: string, why: string]>>;

const da = ({ name, group, above, secretariat }: Names): Said => ({
  answer: [`Bliv ${name('member')}, og åbn ${group}. Svar »Kommer« på indkaldelsen.`, 'Hver person ser sin egen udgave af kortet.'],
  judge: [`Bliv ${name('chair')}, og forelæg sagen for ${above}.`, 'Formandskabet vurderer sagen. Kortet viser grundlaget.'],
  second: [`Bliv ${name('other')}, og forelæg også sagen.`, 'Begge formænd skal svare. Kortet over grupperne viser, hvor sagen går hen.'],
  checkin: ['Tryk »Næste hændelse«, til Samspil beder om status på milepæle.', 'Samspil spørger af sig selv, når tiden er inde.'],
  late: [`Bliv ${name('owner')}, og svar »Forsinket« på milepælen i ${group}.`, 'Den ansvarlige svarer. Formandskabet får besked.'],
  status: [`Åbn ${above}, og skriv »status« til Samspil.`, 'Styregruppen ser, hvad der er forsinket.'],
  agenda: [
    `Bliv ${name('secretary')}, og udsend dagsordenen for mødet i ${above}: Dagsorden, Udsend dagsorden.`,
    'Sagen er selv kommet på dagsordenen.',
  ],
  held: [`Tryk »Næste hændelse«, til mødet i ${above} er slut.`, 'Samspil minder om svar undervejs.'],
  recorded: [
    `Registrér resultatet »Sendt videre« i referatet som ${name('secretary')}, og udsend referatet.`,
    'Referatets resultat føres tilbage til sagen.',
  ],
  confirmed: [
    `Bekræft resultatet som ${name('aboveChair')} og ${name('aboveOther')}.`,
    'Resultatet gælder først, når begge har bekræftet det.',
  ],
  politics: [
    `Udvalget mødes uden for Teams: registrér »Besluttet« i ${secretariat} som ${name('secretary')}, og bekræft som ${name('otherSecretary')}.`,
    'To sekretærer fra hver sin sektor svarer for udvalget.',
  ],
  receipt: [`Resultatet er tilbage i ${group}: kvittér som ${name('chair')}.`, 'Sagen er fulgt fra temagruppe til udvalg og tilbage.'],
  minutes: [
    `Offentliggør referatet af det første møde i ${group} som ${name('secretary')}: Referat, Offentliggør.`,
    'Referatet bliver en offentlig side uden lukkede punkter.',
  ],
  proof: ['Tryk »Kontrollér loggen«.', 'Hver hændelse har en kontrolværdi, der viser, om noget er ændret.'],
});

const en = ({ name, group, above, secretariat }: Names): Said => ({
  answer: [
    `Become ${name('member')} and open ${group}. Answer “Coming” to the invitation.`,
    'Each person sees their own view of the card.',
  ],
  judge: [`Become ${name('chair')} and send the case up to ${above}.`, 'The chairs judge the case. The card shows on what grounds.'],
  second: [`Become ${name('other')} and send the case up too.`, 'Both chairs must answer. The map shows where the case goes.'],
  checkin: ['Press “Next event” until Samspil asks about milestones.', 'Samspil asks by itself when the time has come.'],
  late: [`Become ${name('owner')} and answer “Late” to the milestone in ${group}.`, 'Whoever is responsible answers. The chairs are told.'],
  status: [`Open ${above} and write “status” to Samspil.`, 'The steering group sees what is late.'],
  agenda: [`Become ${name('secretary')} and send the agenda of the meeting in ${above}.`, 'The case has come onto the agenda by itself.'],
  held: [`Press “Next event” until the meeting in ${above} is over.`, 'Samspil reminds people on the way.'],
  recorded: [
    `Record the result “Sent on” in the minutes as ${name('secretary')}, and send the minutes.`,
    'What the minutes say goes back to the case.',
  ],
  confirmed: [`Confirm the result as ${name('aboveChair')} and ${name('aboveOther')}.`, 'The result counts when both have confirmed it.'],
  politics: [
    `The committee meets outside Teams: record “Decided” in ${secretariat} as ${name('secretary')}, and confirm as ${name('otherSecretary')}.`,
    'Two secretaries of different sectors answer for the committee.',
  ],
  receipt: [
    `The result is back in ${group}: acknowledge it as ${name('chair')}.`,
    'The case has gone from theme group to committee and back.',
  ],
  minutes: [
    `Publish the minutes of the first meeting in ${group} as ${name('secretary')}.`,
    'The minutes become a public page without closed items.',
  ],
  proof: ['Press “Check the ledger”.', 'Every entry has a checksum that shows whether anything has been changed.'],
});

const places: readonly Omit<Told, 'says' | 'why'>[] = [
  { name: 'answer', as: 'member', where: 'group', target: null },
  { name: 'judge', as: 'chair', where: 'group', target: null },
  { name: 'second', as: 'other', where: 'group', target: null },
  { name: 'checkin', as: null, where: 'group', target: 'next' },
  { name: 'late', as: 'owner', where: 'group', target: null },
  { name: 'status', as: 'aboveChair', where: 'above', target: null },
  { name: 'minutes', as: 'secretary', where: 'group', target: null },
  { name: 'agenda', as: 'secretary', where: 'above', target: null },
  { name: 'held', as: null, where: 'above', target: 'next' },
  { name: 'recorded', as: 'secretary', where: 'above', target: null },
  { name: 'confirmed', as: 'aboveChair', where: 'above', target: null },
  { name: 'politics', as: 'secretary', where: 'secretariat', target: null },
  { name: 'receipt', as: 'chair', where: 'group', target: null },
  { name: 'proof', as: null, where: null, target: 'check' },
];

/** The steps in their order, with the names of this room's people and bodies. */
export function tourWords(language: 'da' | 'en', names: Names): readonly Told[] {
  const said = language === 'da' ? da(names) : en(names);
  return places.map((place) => ({ ...place, says: said[place.name][0], why: said[place.name][1] }));
}
