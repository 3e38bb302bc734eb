/** Who meets in a channel. */
export const home = {
  welcome: {
    shut: (noun: string) =>
      `Samspil kan ikke skrive i kanalen, så ${noun} kan ikke se opslag her. Apps kan ikke skrive i private kanaler. Brug en standardkanal eller en delt kanal, og vælg ${noun} dér.`,
    title: 'Hvilken gruppe bruger kanalen?',
    intro: 'Samspil følger én gruppe eller ét udvalg i hver kanal. Vælg her, hvem det er. Det kan en sekretær eller en administrator.',
    byWhen: 'Samspil skriver ikke i kanalen, før der er valgt.',
    meets: 'Kanalen bruges af',
    words: (help: string) => `Skriv @Samspil ${help} for at se kommandoerne.`,
    choose: 'Gruppe eller udvalg',
    elsewhere: (body: string, channel: string) => `${body} (bruger nu ${channel})`,
    unnamedChannel: 'en anden kanal',
    moves: 'En gruppe bruger kun én kanal. Vælger du en, der bruger en anden, flyttes den hertil.',
    save: 'Gem valget',
    change: 'Skift gruppe',
    notYou: 'Kun en sekretær eller en administrator kan vælge.',
    pick: 'Vælg gruppe',
  },
};
