/** Calendars that people's own programs follow. */
export const calendar = {
  calendar: {
    own: 'Mine møder i Samspil',
    add: 'Læg i kalenderen',
    create: 'Opret i Teams',
    follow: 'Følg i kalenderen',
    question: 'Følg møderne i din kalender',
    how: 'Kopiér adressen, og abonnér på den i Outlook, Google eller Apple Kalender (»Tilføj kalender fra internettet«). Kalenderen opdateres af sig selv, ofte først efter nogle timer.',
    secret: 'Alle, der har adressen, kan se møderne. Lav en ny, hvis den er kommet på afveje; så virker den gamle ikke længere.',
    renew: 'Lav ny adresse',
    nowhere: 'Kalendere er ikke slået til her.',
    joinAt: (link: string) => `Deltag: ${link}`,
    agenda: 'Dagsorden',
    readAt: (page: string) => `Referat: ${page}`,
    answerIn: 'Svar på opslaget i Teams.',
  },
};
