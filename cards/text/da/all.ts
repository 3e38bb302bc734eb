import type { Temporal } from 'temporal-polyfill';
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

const months = ['januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'december'];
const weekdays = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'];
type Day = Temporal.PlainDate | Temporal.ZonedDateTime;
const date = (day: Day) => `${day.day}. ${months[day.month - 1]} ${day.year}`;
const weekday = (day: Day) => `${weekdays[day.dayOfWeek - 1]} ${date(day)}`;
const clock = (at: Temporal.ZonedDateTime) => `${at.hour}.${String(at.minute).padStart(2, '0')}`;
const times = (n: number) => (n === 1 ? 'én gang' : `${n} gange`);

export const da = {
  viewMine: 'Vis mine muligheder',
  back: 'Tilbage',
  notKnown: 'Sted ikke oplyst',
  notStated: 'Står ikke i kommissoriet',
  more: (n: number) => `… og ${n} til. Tryk på »Vis mine muligheder« for at vise alle.`,
  moreChoices: (n: number) => `${n} flere kan ikke vises her. Søg på en større del af navnet.`,
  summary: (title: string, line: string) => `${title} – ${line}`,

  date,
  weekday,
  period: (start: Temporal.ZonedDateTime, end: Temporal.ZonedDateTime) =>
    start.toPlainDate().equals(end.toPlainDate())
      ? `${weekday(start)} kl. ${clock(start)}–${clock(end)}`
      : `${weekday(start)} kl. ${clock(start)} til ${weekday(end)} kl. ${clock(end)}`,
  month: (day: Day) => `${months[day.month - 1]} ${day.year}`,

  why: {
    clause: (reference: string, from: string) => `Hvorfor får jeg dette? Kommissorium ${reference} · gælder fra ${from}`,
    runOut: (until: string) => ` · udløb ${until}, gælder til det afløses`,
    ours: 'Hvorfor får jeg dette? Samspils egen regel, ikke fra kommissoriet',
    setup: 'Hvorfor får jeg dette? Samspil er lagt ind i denne kanal',
    asked: 'Du får dette, fordi nogen skrev et ord til Samspil her i kanalen',
  },

  /** What somebody writes to Samspil in a channel, by the card it brings. */
  words: {
    help: 'hjælp',
    organ: 'organ',
    organisation: 'organisation',
    seats: 'bemanding',
    meetings: 'møder',
    year: 'årsplan',
    'new-meeting': 'nyt møde',
    agenda: 'dagsorden',
    minutes: 'referat',
    mine: 'mine',
    'raise-case': 'rejs sag',
    cases: 'sager',
    decisions: 'beslutninger',
    'who-decides': 'hvem beslutter',
    requests: 'bestillinger',
    groups: 'grupper',
    experiences: 'del erfaring',
    flags: 'meld',
    initiatives: 'indsatser',
    milestones: 'milepæle',
    'work-plan': 'arbejdsplan',
    status: 'status',
    portfolio: 'portefølje',
  },

  /** Words that something follows, by the card they bring. */
  wordsOf: {
    case: 'sag',
  },

  welcome: {
    title: 'Hvilket organ mødes her?',
    intro: 'Samspil minder om møder og samler svar for ét organ i hver kanal. En administrator eller organets sekretær vælger organet.',
    byWhen: 'Samspil er stille her, til det er valgt.',
    meets: (body: string) => `Her mødes ${body}`,
    words: (help: string) => `Skriv @Samspil ${help} for at se, hvad du kan bede om.`,
    choose: 'Organ',
    elsewhere: (body: string, channel: string) => `${body} (mødes nu i ${channel})`,
    unnamedChannel: 'en anden kanal',
    moves: 'Et organ mødes kun i én kanal. Vælger du et, der mødes et andet sted, flytter det hertil.',
    save: 'Gem valget',
    change: 'Vælg et andet organ',
    notYou: 'Kun administratorer og organets sekretærer kan vælge. Bed en af dem om at trykke her.',
    pick: 'Vælg et organ',
  },

  help: {
    title: 'Det kan du bede Samspil om',
    intro: 'Skriv @Samspil og et af ordene:',
    does: {
      help: 'viser denne liste',
      organ: 'hvad kommissoriet siger om organet',
      organisation: 'hvordan organerne hænger sammen, som billede',
      seats: 'hvem der sidder på hvilke pladser',
      meetings: 'de kommende møder',
      year: 'hvad kommissoriet kræver i år og næste år, og datoerne',
      'new-meeting': 'sæt et møde ind (sekretærer)',
      agenda: 'det næste mødes dagsorden, og foreslå et punkt',
      minutes: 'referatet af det seneste møde',
      mine: 'det, du selv er spurgt om',
      'raise-case': 'rejs en sag (medlemmer og sekretærer)',
      cases: 'de åbne sager',
      decisions: 'hvad organet har besluttet, og hvorfor det måtte',
      case: 'en bestemt sag, ved sit nummer',
      'who-decides': 'fire spørgsmål, og kommissoriets svar',
      requests: 'det, der er bestilt, og bestil noget',
      groups: 'grupper med en enkelt opgave, og nedsæt en',
      experiences: 'erfaringer, der er delt, og del en selv',
      flags: 'en udfordring, eller noget i aftalen, der bør justeres',
      initiatives: 'indsatserne, hvem der har dem, og hvad ingen har',
      milestones: 'planen, hvordan det går, og ret den',
      'work-plan': 'årets opgaver, og hvor planen er',
      status: 'hvordan det går med milepæle og mål',
      portfolio: 'løsninger i drift, og ønsker til dem',
    },
    noBody: 'Der er endnu ikke valgt et organ for denne kanal.',
  },

  organ: {
    title: (body: string) => `Kort om ${body}`,
    asOf: (day: string) => `Sådan var det ${day}`,
    none: (day: string) => `Der var intet kommissorium i kraft ${day}.`,
    purpose: 'Formål',
    goesUp: 'Sendes op',
    upTo: (body: string) => `Til ${body}`,
    weighing: (weights: string) => `Hvad der ${weights}`,
    secretariat: 'Sekretariat',
    who: 'Hvem sidder her',
    seatCount: (n: string, seat: string) => (n === '1' ? seat : `${n} × ${seat}`),
    range: (min: number, max: number | null) => (max === null ? `mindst ${min}` : min === max ? `${min}` : `${min}–${max}`),
    anyNumber: 'antal ikke oplyst',
    noSector: 'Uden sektor',
    decides: 'Beslutter selv',
    cadence: 'Møder',
    period: 'Periode',
    assumed: 'Vi har læst dette ind, fordi dokumentet ikke siger det (ikke fra kommissoriet)',
    cadenceIs: ({ least, most, about, asNeeded }: { least: number | null; most: number | null; about: boolean; asNeeded: boolean }) => {
      const often =
        least !== null && most !== null && least !== most
          ? `${about ? 'omkring ' : ''}${least}–${most} gange om året`
          : least !== null
            ? `${about ? 'omkring ' : most === null ? 'mindst ' : ''}${times(least)} om året`
            : most !== null
              ? `højst ${times(most)} om året`
              : '';
      return [often, asNeeded ? 'efter behov' : ''].filter(Boolean).join(', ');
    },
    openEnded: (from: string) => `fra ${from}, uden slutdato`,
    until: (from: string, until: string) => `${from} til ${until}`,
    ranOut: (from: string, until: string) => `${from} til ${until}. Perioden er udløbet; kommissoriet gælder, til det afløses.`,
    date: 'Se det pr. dato',
    show: 'Vis',
  },

  seats: {
    title: (body: string) => `Bemanding: ${body}`,
    filled: (filled: number, vacant: number) => `${filled} besat · ${vacant} ${vacant === 1 ? 'ledig' : 'ledige'}`,
    vacant: 'ledig',
    vacantMany: (n: number) => (n === 1 ? 'ledig' : `${n} ledige`),
    clusters: (represented: number | null, of: number, where: string) =>
      represented === null
        ? `Om alle ${of} klynger er med, kan ikke ses af pladserne (${where})`
        : `${represented} af ${of} klynger er repræsenteret (${where})`,
    deputies: (names: string) => `stedfortræder: ${names}`,
    from: (day: string) => `fra ${day}`,
    noTerms: 'Organet har intet kommissorium i kraft i dag, så der er ingen pladser at besætte.',
    noSeats: 'Kommissoriet nævner ingen pladser. Sekretariatet svarer for organet, til pladserne er skrevet ind i modellen.',
    question: 'Er nogen udpeget eller trådt ud? Organets sekretærer retter det her.',
    readOnly: 'Organets sekretærer og administratorer kan rette.',
    fill: 'Besæt en plads',
    deputy: 'Udpeg stedfortræder',
    undeputy: 'Fjern stedfortræder',
    end: 'Afslut en udpegning',
    join: 'Saml to identiteter',
    sector: 'Ret sektor',
    seat: 'Plads',
    appointment: 'Udpegning',
    person: 'Person',
    search: 'Navn eller en del af det',
    find: 'Find',
    hits: (n: number) => (n === 1 ? '1 person passer' : `${n} personer passer`),
    noHits: 'Ingen i kanalen hedder sådan. Personen skal være medlem af kanalen, før du kan vælge vedkommende.',
    fromDay: 'Udpeget fra',
    untilDay: 'Sidste dag',
    keep: 'Behold som',
    joinTo: 'Er samme person som',
    joinNote: 'De to tæller derefter som én person i alle organer. Det kan ikke gøres om.',
    sectorChoice: 'Sektor',
    save: 'Gem',
    choose: 'Vælg',
    guest: 'gæst',
    noAppointments: 'Der er ingen udpegninger at vælge.',
    required: 'Udfyld feltet',
  },

  meetings: {
    title: (body: string) => `Kommende møder: ${body}`,
    none: 'Der er ingen møder på vej.',
    question: 'Skal der være et møde mere?',
    add: (words: string) => `En sekretær sætter det ind med @Samspil ${words}.`,
  },

  newMeeting: {
    title: (body: string) => `Nyt møde: ${body}`,
    question: 'Hvornår skal organet mødes?',
    intro: 'En sekretær trykker på »Vis mine muligheder« og sætter mødet ind.',
    readOnly: 'Kun organets sekretærer kan sætte møder ind.',
    write: 'Sæt et møde ind',
    date: 'Dato',
    from: 'Fra kl.',
    to: 'Til kl.',
    place: 'Sted eller link',
    placeHint: 'Lokale, eller et link der begynder med https://',
    zone: (zone: string) => `Klokkeslæt er i tidszonen ${zone}.`,
    save: 'Opret mødet',
    planned: (when: string) => `Mødet er sat ind: ${when}. Kanalen får spørgsmålet »Kommer du?« om lidt.`,
    another: 'Sæt et møde mere ind',
    required: 'Udfyld feltet',
  },

  meeting: {
    title: (body: string) => `Møde: ${body}`,
    online: 'Online',
    openLink: 'Åbn mødet',
    question: 'Kommer du?',
    byWhen: (day: string) => `Svar senest ${day}.`,
    byNow: 'Svar gerne nu.',
    over: 'Mødet er holdt.',
    cancelled: 'Mødet er aflyst.',
    reason: (words: string) => `Begrundelse: ${words}`,
    coming: 'Kommer',
    absent: 'Afbud',
    deputy: 'Min stedfortræder kommer',
    answers: 'Svar indtil nu',
    answersThen: 'Svarene',
    noneAsked: 'Ingen er spurgt endnu: organets pladser er ledige.',
    noSector: 'Uden sektor',
    tally: ({ coming, deputy, absent, silent }: { coming: number; deputy: number; absent: number; silent: number }) =>
      [
        `${coming} kommer`,
        ...(deputy > 0 ? [`${deputy} ved stedfortræder`] : []),
        ...(absent > 0 ? [`${absent} afbud`] : []),
        ...(silent > 0 ? [`${silent} mangler`] : []),
      ].join(' · '),
    mine: {
      coming: 'Du har svaret, at du kommer.',
      absent: 'Du har meldt afbud.',
      deputy: (name: string) => `${name} kommer i dit sted.`,
      none: 'Du har ikke svaret endnu.',
      recorded: (by: string) => `Skrevet ind af ${by}.`,
      notAsked: 'Du er ikke spurgt, for du har ingen plads i organet den dag.',
    },
    silent: 'Har ikke svaret',
    everyoneAnswered: 'Alle har svaret.',
    record: 'Skriv et svar ind',
    recordNote: 'Til svar, der er nået dig uden om Teams. Det står i protokollen, at du skrev det.',
    person: 'Hvem',
    answer: 'Svar',
    deputyName: 'Stedfortræder',
    deputyFor: 'Hvem kommer i dit sted?',
    deputyIfAny: 'Stedfortræder (hvis en kommer)',
    namedDeputy: (name: string) => `${name} (udpeget stedfortræder)`,
    hasAnswered: (name: string, answer: string) => `${name} (${answer})`,
    save: 'Gem',
    noRoster: 'Samspil kender endnu ingen andre i kanalen.',
    required: 'Vælg en',
  },

  reminder: {
    title: 'Kommer du?',
    missing: 'Mangler svar fra',
    allAnswered: (when: string) => `Alle har svaret om mødet ${when}. Tak.`,
    over: (when: string) => `Mødet ${when} er holdt.`,
    moved: (when: string) => `Mødet er flyttet. Nu er det ${when}.`,
    cancelled: (when: string) => `Mødet ${when} er aflyst.`,
    ours: (days: number) =>
      `Samspil minder om det ${days === 1 ? 'arbejdsdagen' : `${days} arbejdsdage`} før mødet (ikke fra kommissoriet)`,
  },

  parked: {
    title: 'Kort, der ikke er nået frem',
    none: 'Alt er nået frem.',
    question: 'Skal Samspil prøve igen?',
    byWhen: 'Kortene venter, til du siger til.',
    line: (card: string, body: string, reason: string) => `${card} til ${body}: ${reason}`,
    choice: (card: string, body: string) => `${card} til ${body}`,
    nowhere: 'en kanal uden organ',
    which: 'Kort',
    again: 'Prøv igen',
    readOnly: 'Sekretærer og administratorer kan bede om et nyt forsøg.',
    reasons: {
      'not-in-channel': 'Samspil må ikke skrive i kanalen. Læg appen ind igen.',
      'no-such-card': 'det gamle kort er væk.',
      'too-large': 'kortet er for stort til Teams.',
      rejected: 'Teams tog ikke imod det.',
      busy: 'Teams havde for travlt for længe.',
      unsure: 'Teams svarede ikke.',
      other: 'sendingen gik galt.',
    },
    cards: {
      welcome: 'Velkomst',
      help: 'Hjælp',
      organ: 'Organ',
      seats: 'Bemanding',
      meetings: 'Møder',
      'new-meeting': 'Nyt møde',
      meeting: 'Møde',
      reminder: 'Påmindelse',
      note: 'Besked i mødets tråd',
      case: 'Sag',
      'raise-case': 'Rejs en sag',
      cases: 'Sager',
      decisions: 'Beslutninger',
      'who-decides': 'Hvem beslutter',
      requests: 'Bestillinger',
      request: 'Bestilling',
      'request-note': 'Besked om en bestilling',
      digest: 'Til orientering',
      'assess-terms': 'Vurder kommissoriet',
      groups: 'Grupper',
      initiatives: 'Indsatser',
      initiative: 'Indsats',
      'initiative-note': 'Spørgsmål om en indsats',
      'work-plan': 'Arbejdsplan',
      'work-plan-note': 'Påmindelse om en arbejdsplan',
      portfolio: 'Løsninger i drift',
      group: 'Gruppe',
      'group-note': 'Besked om en gruppe',
      experiences: 'Erfaringer',
      experience: 'Erfaring',
      'experience-note': 'Besked om en erfaring',
      flags: 'Meldinger',
      flag: 'Melding',
      'flag-note': 'Besked om en melding',
      milestones: 'Milepæle',
      'milestone-plan': 'Milepælsplan',
      'check-in': 'Status på milepæle',
      'milestone-note': 'Besked om milepæle',
      status: 'Status',
      'case-told': 'Sag til orientering',
      'case-note': 'Besked i sagens tråd',
      'terms-run-out': 'Udløbet kommissorium',
      year: 'Årsplan',
      'year-note': 'Besked om årsplanen',
      'year-short': 'For få møder',
      organisation: 'Organisation',
      agenda: 'Dagsorden',
      minutes: 'Referat',
      page: 'Offentlig side',
      parked: 'Ikke nået frem',
      anchor: 'Kontroltal',
      'errand-refused': 'Fulgte ikke med',
    },
  },

  anchor: {
    title: (month: string) => `Protokollens kontroltal, ${month}`,
    intro: 'Hver nat låses protokollen med et tal. Gem kortet: er noget ændret bagefter, passer tallet ikke mere. Du skal ikke gøre noget.',
    line: (night: string, hash: string, streams: number) => `${night}: ${hash} (${streams} ændret)`,
    none: 'Ingen nætter endnu.',
  },

  refusedErrand: {
    title: 'Noget fulgte ikke med',
    intro: 'En beslutning skulle være slået igennem et andet sted, men blev afvist:',
    question: 'Ret det, der står i vejen, og gør det så igen.',
    line: (what: string, why: string) => `${what}: ${why}`,
    none: 'Intet er afvist.',
    rules: {
      'body-meets-here': 'Organet skulle mødes i kanalen',
      'body-leaves': 'Organet skulle forlade kanalen',
      'hands-on': 'En del af en bestilling skulle lægges ud',
      'group-takes-part': 'En gruppe skulle have en del af en bestilling',
      'part-reported': 'Svaret på en del af en bestilling skulle gives videre',
      'part-declined': 'Et nej til en del af en bestilling skulle gives videre',
      'old-channel-free': 'Den gamle kanal skulle slippe organet',
      'meetings-follow': 'Møderne skulle følge med til den nye kanal',
      'seat-states-sector': 'Personens sektor skulle følge pladsen',
      'on-agenda': 'Sagen skulle på et mødes dagsorden',
      'off-agenda': 'Sagen skulle af et mødes dagsorden',
      'looks-for-meeting': 'Sagen skulle finde et møde',
      result: 'Mødets resultat skulle tilbage til sagen',
      keep: 'Et punkt skulle vente på næste møde',
      'look-again': 'Sagen skulle finde et nyt møde',
      'sets-milestones': 'En milepæl skulle følge organet, der skal svare på den',
      'goes-up': 'Arbejdsplanen skulle op til organet over',
      'plan-hears': 'Arbejdsplanen skulle høre, hvad der blev besluttet',
      'opens-quarter': 'Kvartalets opfølgning på løsningerne skulle åbnes',
      'moves-milestone': 'En milepæl skulle flyttes, som det blev besluttet',
      'origin-hears': 'En sag skulle fortælle, hvad der blev af den',
      other: 'En følge af en beslutning',
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
