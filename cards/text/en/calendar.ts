import type { Text } from '../text.ts';

/** Calendars that people's own programs follow. */
export const calendar: Pick<Text, 'calendar'> = {
  calendar: {
    own: 'My meetings in Samspil',
    add: 'Add to calendar',
    create: 'Create in Teams',
    follow: 'Follow in calendar',
    question: 'Follow the meetings in your calendar',
    how: 'Copy the address and subscribe to it in Outlook, Google or Apple Calendar (“Add calendar from internet”). The calendar updates by itself, often only after some hours.',
    secret: 'Everyone who has the address can see the meetings. Make a new one if it has gone astray; the old one then stops working.',
    renew: 'Make new address',
    nowhere: 'Calendars are not turned on here.',
    joinAt: (link) => `Join: ${link}`,
    agenda: 'Agenda',
    readAt: (page) => `Minutes: ${page}`,
    answerIn: 'Answer on the card in Teams.',
  },
};
