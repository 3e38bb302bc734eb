const times = (n: number) => (n === 1 ? 'én gang' : `${n} gange`);

/** A body by its terms, and who sits there. */
export const bodies = {
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
};
