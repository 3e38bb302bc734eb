import type { home as measure } from '../da/home.ts';

export const home: typeof measure = {
  welcome: {
    shut: (noun) =>
      `Samspil cannot write in this channel, so ${noun} would see nothing here. In private channels apps cannot write. Use a standard or a shared channel, and choose ${noun} there.`,
    title: 'Which body meets here?',
    intro:
      'Samspil reminds of meetings and gathers answers for one body in each channel. An administrator or a secretary of the body chooses it.',
    byWhen: 'Samspil keeps quiet here until it is chosen.',
    meets: 'Channel of',
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
};
