const times = (n: number) => (n === 1 ? 'én gang' : `${n} gange`);

/** A body by its terms, and who sits there. */
export const bodies = {
  organ: {
    title: (body: string) => `Kort om ${body}`,
    asOf: (day: string) => `Pr. ${day}`,
    none: (day: string) => `Der var ikke noget kommissorium pr. ${day}.`,
    purpose: 'Formål',
    goesUp: 'Forelægges',
    upTo: (body: string) => `For ${body}`,
    weighing: (weights: string) => `Sager af denne art: ${weights}`,
    secretariat: 'Sekretariat',
    who: 'Sammensætning',
    seatCount: (n: string, seat: string) => (n === '1' ? seat : `${n} × ${seat}`),
    range: (min: number, max: number | null) => (max === null ? `mindst ${min}` : min === max ? `${min}` : `${min}–${max}`),
    anyNumber: 'antal ikke oplyst',
    noSector: 'Øvrige',
    decides: 'Kompetence',
    cadence: 'Mødekadence',
    period: 'Periode',
    assumed: 'Samspils tolkning, hvor dokumentet ikke er entydigt',
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
    ranOut: (from: string, until: string) =>
      `${from} til ${until}. Perioden er udløbet. Samspil bruger kommissoriet, til et nyt er godkendt.`,
    date: 'Vis pr. dato',
    show: 'Vis',
  },

  seats: {
    title: (body: string) => `Medlemmer: ${body}`,
    filled: (filled: number, vacant: number) => `${filled} udpeget · ${vacant} ubesat`,
    vacant: 'ubesat',
    vacantMany: (n: number) => (n === 1 ? 'ubesat' : `${n} ubesatte`),
    clusters: (represented: number | null, of: number) =>
      represented === null
        ? `Det fremgår ikke, om alle ${of} klynger er repræsenteret`
        : `${represented} af ${of} klynger er repræsenteret`,
    deputies: (names: string) => `stedfortræder: ${names}`,
    from: (day: string) => `fra ${day}`,
    until: (day: string) => `til og med ${day}`,
    noTerms: 'Der er ikke et kommissorium i dag, og derfor ingen pladser at udpege til.',
    noSeats: (of: string) => `Kommissoriet nævner ingen medlemmer. Sekretariatet svarer på ${of} vegne, indtil de er oprettet.`,
    question: 'Er medlemmerne ændret? En sekretær kan rette det her.',
    readOnly: 'Kun en sekretær eller en administrator kan rette.',
    fill: 'Udpeg medlem',
    deputy: 'Udpeg stedfortræder',
    undeputy: 'Fjern stedfortræder',
    end: 'Afslut udpegning',
    join: 'Sammenlæg personer',
    sector: 'Ret sektor',
    seat: 'Plads',
    appointment: 'Udpegning',
    person: 'Person',
    search: 'Navn eller en del af det',
    find: 'Find',
    hits: (n: number) => (n === 1 ? '1 person fundet' : `${n} personer fundet`),
    noHits: 'Ingen fundet. Personen skal først være medlem af teamet i Teams.',
    fromDay: 'Udpeget fra',
    untilDay: 'Sidste dag',
    keep: 'Behold',
    joinTo: 'Er samme person som',
    joinNote: 'De to regnes derefter for én person overalt. Det kan ikke fortrydes.',
    sectorChoice: 'Sektor',
    save: 'Gem',
    choose: 'Vælg',
    guest: 'gæst',
    noAppointments: 'Der er ingen udpegninger at vælge.',
    required: 'Udfyld feltet',
  },
};
