/** What people have typed in the scenes, by the name that the scenes give it. Long enough to be cut where a card cuts. */
type Typed = Readonly<Record<string, string>>;

export const caseText: Typed = {
  'case-title': 'Fælles medicinkort ved udskrivning',
  'case-title-1': 'Adgang til prøvesvar i kommunerne',
  'case-title-2': 'Fælles henvisning til genoptræning',
  'case-title-3': 'Besked til egen læge ved udskrivning',
  'case-title-4': 'Superbrugere i alle klynger',
  account:
    'Ved udskrivning går oplysninger om medicin tabt mellem hospital, kommune og almen praksis. Tre klynger har afprøvet en fælles arbejdsgang. Hospitalet ajourfører medicinkortet, før borgeren forlader afdelingen. Kommunen kvitterer samme dag, og egen læge får besked. I afprøvningen faldt antallet af fejl med en tredjedel. Personalet bruger lidt mere tid på afdelingen, men færre telefonopkald bagefter. Arbejdsgangen kræver ikke nye it-systemer. Den kræver, at alle afdelinger følger samme vejledning. Klyngerne anbefaler, at vejledningen indføres i hele regionen. Udgiften er undervisning af superbrugere, som afholdes inden for de eksisterende rammer. Evalueringen fra januar 2015 er vedlagt som bilag, og klyngerne bidrager gerne til den videre udbredelse i løbet af året.',
  'rec-1': 'den fælles arbejdsgang godkendes',
  'rec-2': 'den evalueres efter et år',
  papers: 'https://dokumenter.example/sag?nr=7&side=1',
  decision: 'Arbejdsgangen godkendes og evalueres efter et år.',
  evidence: 'En tredjedel færre fejl i medicinkortene. Kilde: evalueringen fra januar 2015.',
  why: 'Sagen berører også andre områder.',
  'why-wrong': 'Forbeholdet fra kommunerne mangler.',
  'why-reopen': 'Der er kommet nye tal fra klyngerne.',
  'why-against': 'Økonomien er ikke belyst.',
  'practice-plan': 'Afsnit 4.2, side 31',
};

export const itemWords: Typed = {
  'item-0': 'Fælles plan for udskrivning og overgange',
  'item-1': 'Status på fælles medicinkort',
  'item-2': 'Tilbud fra leverandøren',
  'item-3': 'Valg af fælles henvisningsskema',
  'item-4': 'Adgang til data mellem sektorerne',
  'item-5': 'Orientering om den nationale it-strategi',
  'item-6': 'Undervisning af superbrugere',
  'item-7': 'Tidsplan for telemedicinsk sårvurdering',
  'item-8': 'Opsamling fra den seneste workshop',
  'item-9': 'Fælles vejledning om korrespondance',
  'item-10': 'Brugeradgang ved jobskifte',
  'item-11': 'Kommende møder i klyngerne',
  'recommend-decision': 'forslaget godkendes',
  'recommend-discussion': 'gruppen drøfter forslaget',
  'recommend-information': 'orienteringen tages til efterretning',
  'recommend-more': 'der følges op på næste møde',
  papers: 'https://dokumenter.example/bilag?sag=1&side=2',
  'outcome-decision':
    'Planen blev godkendt med den ændring, at kommunerne får besked senest dagen før udskrivning. Hospitalerne melder en kontaktperson på hver afdeling inden den 1. april. Kommunerne sikrer, at der er en medarbejder, som kan tage imod beskeden på hverdage. Almen praksis orienteres gennem PLO. Sekretariatet udarbejder en kort vejledning til personalet og sender den til klyngerne. Klyngerne følger op på de første tre måneder og indberetter antallet af udskrivninger uden plan. Gruppen drøfter resultatet på mødet i september og tager stilling til, om planen skal justeres. Udgiften til undervisning afholdes inden for de eksisterende rammer.',
  'outcome-information': 'Orienteringen blev taget til efterretning.',
  'outcome-discussion': 'Punktet udsættes, til kommunerne er hørt.',
  dissent: 'Tiden til en høring er for kort.',
  comment: 'Under punkt 2 mangler et ord.',
};

export const requestText: Typed = {
  title: 'Fælles indsats for borgere med flere sygdomme',
  'decided-0': 'Fælles skema til henvisning',
  'decided-1': 'Undervisning af superbrugere',
  'decided-2': 'Adgang til prøvesvar i kommunerne',
  'decided-3': 'Vejledning om korrespondance',
  'decided-4': 'Afprøvning af skærmbesøg',
  decided: 'Godkendt. Evalueres efter et år.',
  account:
    'Borgere med flere sygdomme møder mange fagfolk, som ikke altid kender hinandens planer. Styregruppen ønsker et forslag til en fælles indsats. Forslaget skal beskrive, hvordan hospital, kommune og almen praksis deler én plan for borgeren. Det skal gælde i alle klynger og bygge på de systemer, der allerede er i drift. Forslaget skal belyse, hvad det kræver af tid og undervisning, og hvordan borgerne inddrages. Gruppen bør se på erfaringerne fra de to klynger, der har afprøvet fælles planer. Forslaget skal indeholde en tidsplan, et overslag over udgifterne og et forslag til indikatorer. Det skal fremgå, hvilke dele der kan begynde i år, og hvilke der forudsætter en beslutning i styregruppen. Svaret forelægges på mødet i maj.',
  papers: 'https://dokumenter.example/bestilling?sag=1&side=2',
  report: 'Forslaget er udarbejdet og afprøvet i to klynger. Det er vedlagt som bilag.',
  part: 'Delopgaven er løst. Erfaringerne er beskrevet i et notat.',
  why: 'Opgaven kan ikke nås i år.',
};

export const groupText: Typed = {
  purpose:
    'Gruppen undersøger, hvordan borgere kan få hurtigere svar på tværs af sektorerne. Den kortlægger, hvor der ventes længst i dag, og hvorfor. Den ser på alle klynger og inddrager både afdelinger, kommuner og praktiserende læger. Den beskriver to eller tre løsninger, som kan afprøves uden nye it-systemer. For hver løsning oplyses, hvad den kræver af tid, undervisning og penge. Gruppen taler med borgere og pårørende, før den vælger. Den tager højde for reglerne om samtykke og videregivelse af oplysninger. Gruppen holder temagruppen orienteret undervejs og afleverer en rapport med en anbefaling. Rapporten skal kunne bruges som grundlag for en sag og være skrevet, så den kan læses uden kendskab til systemerne.',
  who: 'Den ene gruppe ser på hospitalerne, den anden på kommunerne.',
  report: 'Rapporten indeholder tre forslag. De er beskrevet i bilaget.',
  no: 'Opgaven varetages allerede af en anden gruppe.',
  keep: 'Kommissoriet svarer fortsat til gruppens opgaver.',
  revise: 'Afsnittet om medlemmer svarer ikke længere til praksis. Sekretariatet udarbejder et udkast.',
};

export const knowledgeText: Typed = {
  title: 'Hjemmebesøg dagen efter udskrivning i tre kommuner',
  account:
    'Sygeplejersken ringede samme aften og kom på besøg dagen efter. Færre blev genindlagt, og de pårørende var trygge. Alle kommuner i klyngen deltog. Sygeplejersken gennemgik medicinen sammen med borgeren og aftalte, hvem der skulle kontaktes ved spørgsmål. Hospitalet sendte planen samme dag, så den var læst før besøget. Egen læge fik en kort besked bagefter. Antallet af genindlæggelser blev opgjort hver uge i et halvt år. Det faldt mest for borgere over 80 år og for borgere, der boede alene. Besøgene tog i gennemsnit tre kvarter. Medarbejderne brugte mindre tid på telefonen i de følgende dage. Det var vigtigt, at den samme sygeplejerske ringede og kom på besøg. Det var også vigtigt, at hospitalet havde én kontaktperson. Borgerne kunne sige nej tak til besøget, og det gjorde omkring hver tiende. Udgiften blev afholdt inden for kommunernes rammer. Ordningen kræver ikke nye systemer, men en fast aftale om, hvornår planen sendes. Vi anbefaler at begynde med en enkelt afdeling og udvide efter tre måneder.',
  assessment: 'Resultaterne er gode, udgiften er lille, og ordningen kan begynde straks.',
  aside: 'Erfaringen bør først afprøves i flere kommuner.',
  flag: 'Ifølge aftalen følger planen med ved udskrivning, men systemerne kan ikke sende den. Det berører især borgere, der flytter mellem to kommuner. Kommunen får besked på telefon eller slet ikke, og planen må skrives forfra. Medarbejderne bruger tid på at lede efter oplysninger, som hospitalet allerede har. De pårørende bliver spurgt om det samme flere gange. Problemet er størst i weekenden, hvor der ikke er en kontaktperson på afdelingen. Vi har talt med leverandøren, som venter på en beslutning om en fælles standard. Indtil da foreslår vi, at planen sendes som en sikker besked. Det kræver, at aftalens afsnit om udskrivning justeres, så det fremgår, hvem der sender, og hvornår.',
  reply: 'Vi tager det op med leverandøren og vender tilbage i marts.',
  case: 'Udbredelse af hjemmebesøg dagen efter udskrivning',
  recommendation: 'hjemmebesøg dagen efter udskrivning udbredes til alle klynger',
  'flag-case': 'Justering af aftalens afsnit om udskrivning',
  decision: 'Afsnittet justeres fra 1. maj 2015.',
};

export const initiativeText: Typed = {
  patients:
    'Et panel af patienter læser med og mødes hvert kvartal. Panelet ser på breve, skærmbilleder og pjecer, før de tages i brug. To pårørende deltager i hvert møde. Panelets forslag behandles på gruppens næste møde, og panelet får besked om udfaldet. Hvert halve år spørges et udsnit af de henviste borgere, om tilbuddet svarede til deres behov.',
  own: 'Fælles skema til henvisning',
  'own-1': 'Rygestop før planlagt operation',
  'own-2': 'Digital støtte til unge med overvægt',
  'own-3': 'Fælles kurser for borgere med kronisk sygdom',
  'own-4': 'Telefonisk rådgivning til kommunerne',
  'tool-0': 'Skema til henvisning',
  'tool-1': 'Aftale om henvisning fra almen praksis',
  'tool-2': 'Vejledning til samtalen om rygning',
  'tool-3': 'Aftale om opfølgning efter forløb',
  'tool-4': 'Oversigt over kommunernes tilbud',
  'tool-5': 'Aftale om udveksling af data',
  link: 'https://vaerktoejer.example/skema?nr=1&side=2',
  smokers: 'Rygere, der er henvist til et tilbud',
  days: 'Tid fra henvisning til første samtale',
  unit: 'borgere',
  'unit-days': 'dage',
};

export const planText: Typed = {
  'task-0': 'Undersøg, hvordan borgere kan få hurtigere svar',
  'task-1': 'Gennemgå adgangen til prøvesvar i kommunerne',
  'task-2': 'Udarbejd en fælles vejledning om korrespondance',
  'task-3': 'Følg op på undervisningen af superbrugere',
  'task-4': 'Forbered afprøvning af skærmbesøg i to klynger',
  title: 'Arbejdsplan 2015 for It-temagruppen',
  recommendation: 'arbejdsplanen godkendes',
  no: 'Planen indeholder for mange opgaver.',
};

export const statusText: Typed = {
  'deliverable-0': 'Fælles arbejdsgang ved udskrivning er beskrevet og taget i brug på alle afdelinger',
  'deliverable-1': 'Værktøj til samtalen om rygning',
  'deliverable-2':
    'Rammeaftale om hjælpemidler til borgere, der udskrives til eget hjem, til et midlertidigt ophold eller til et bosted, med fælles regler for bestilling, levering, betaling og returnering i alle kommuner og på alle hospitaler',
  'deliverable-3': 'Undervisning er afholdt for alle nye medarbejdere',
  why: 'Leverandøren er forsinket, og den nye version mangler.',
  'figure-one': 'Genindlæggelser inden for 30 dage',
  'unit-one': 'pr. 1.000 borgere',
  'figure-two': 'Ventetid fra henvisning til første samtale',
  'unit-two': 'dage',
  'figure-none': 'Borgere, der har fået en plan',
  'unit-none': '%',
};

export const portfolioText: Typed = {
  follow: 'Skærmene er for små for nogle borgere.',
  'wish-0': 'Billeder skal kunne sendes fra hjemmet',
  'wish-1': 'Sygeplejersken skal kunne svare direkte i løsningen',
  'wish-2': 'Målinger skal vises i journalen',
  'wish-3': 'Pårørende skal kunne få adgang',
  'wish-4': 'Borgeren skal kunne flytte sin samtale',
  own: 'Fælles skærmbesøg',
  answer: 'Der bestilles større skærme i marts.',
};

export const milestoneWords: Typed = {
  'deliverable-0': 'Fælles skema for udskrivning er afprøvet i alle klynger',
  'deliverable-1': 'Aftale om udstyr er på plads',
  'deliverable-2': 'Klyngen har uddannet fem superbrugere',
  'deliverable-3':
    'Evaluering af den fælles arbejdsgang for udskrivning i de fem somatiske klynger og i psykiatrien er gennemført og forelagt for styregruppen',
  title: 'Ny frist for fælles skema',
  recommendation: 'den nye frist godkendes',
  why: 'Udbuddet trak ud, så to datoer er flyttet.',
  'draft-why': 'Klyngerne begynder ikke på samme dag.',
  'late-why': 'Leverandøren mangler en godkendelse.',
  'late-needs': 'Et møde med regionens it-afdeling i marts',
  list: 'Milepæl;Deadline;Start\nFælles skema er afprøvet;30-06-2015;01-03-2015\nAftale om udstyr;1.9.2015;',
  'wrong-list': 'Milepæl;Deadline;Ansvarlig\nFælles skema;snart;Ingen Kender\n;2015-09-01;',
};
