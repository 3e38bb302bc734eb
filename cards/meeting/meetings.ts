import { Temporal } from 'temporal-polyfill';
import { termsInForce } from '../../bot/governance/charter/terms.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import { idIn } from '../../bot/governance/vocabulary/stream.ts';
import { followButtons, following, followParts } from '../kit/calendar.ts';
import type { Card } from '../kit/card.ts';
import { opens } from '../kit/form.ts';
import { toCall } from '../kit/lead.ts';
import { shortBody, why } from '../kit/said.ts';
import { sheet, template } from '../kit/sheet.ts';
import { shorten } from '../kit/shorten.ts';
import { runsHere } from '../kit/viewer.ts';
import { textIn } from '../text/languages.ts';
import { period, whereabouts } from './attendance.ts';
import { meetingsOf, namedHere } from './joined.ts';

/** The meetings of a body that are still to come. */
export const meetingsCard: Card<'meetings'> = {
  name: 'meetings',
  template,
  show: async (desk, about, _occasion, viewer) => {
    const { language } = viewer;
    const text = textIn(language);
    const id = idIn(about, 'body');
    const today = dateAt(desk.charter, desk.now);
    const coming = (await meetingsOf(desk, id)).filter(({ end }) => Temporal.Instant.compare(end, desk.now) > 0);
    const { shown, left } = shorten(coming, viewer.kind === 'everyone' ? 10 : 30);
    const rows = await Promise.all(
      shown.map(async (each) => {
        const { place, link } = await whereabouts(desk, each);
        const where = place || (link ? text.meeting.online : text.notKnown);
        return { when: period(desk, each, language), where: [...namedHere(desk, id, each, language), where].join(' · ') };
      }),
    );
    const terms = termsInForce(desk.charter, id, today);
    const calls = await runsHere(desk, await desk.body(id), viewer);
    const { follow, follows, address, renews } = await following(desk, viewer, { of: 'body', body: id }, calls);
    const title = text.meetings.title(shortBody(desk.charter, id, language, today));
    return {
      data: sheet({
        eyebrow: shortBody(desk.charter, id, language, today),
        title: text.kinds.meetings,
        under: rows.length === 0 ? text.meetings.none : '',
        question: follows ? text.calendar.question : '',
        byWhen: '',
        groups: follows
          ? []
          : [
              {
                heading: '',
                rows: rows.map(({ when, where }) => ({ first: when, second: '', third: where, tone: 'default' })),
                more: left > 0 ? text.more(left) : '',
              },
            ],
        parts: follows
          ? followParts(address, language)
          : calls
            ? []
            : [{ heading: '', lines: [text.meetings.add(text.words['new-meeting'])] }],
        fields: [],
        missing: '',
        buttons: follows
          ? followButtons(renews, language)
          : [
              ...(calls ? [{ title: text.newMeeting.write, verb: 'call-meeting', of: id, sends: false, primary: true }] : []),
              { title: text.year.see, verb: 'year', sends: false },
              ...(follow ? [{ title: text.calendar.follow, verb: 'open', open: 'calendar', sends: false }] : []),
            ],
        why: [why(desk, terms, terms?.cadence.stated ? terms.cadence.clause : null, language)],
      }),
      summary: text.summary(title, rows[0]?.when ?? text.meetings.none),
      mentions: [],
      viewers: [],
    };
  },
  verbs: {
    open: opens,
    'call-meeting': toCall,
    year: ({ about }) => ({ read: 'card', card: 'year', about, open: null, picks: {} }),
    renew: ({ about }) => ({ read: 'command', stream: about, command: { type: 'RenewCalendar' }, next: { open: 'calendar', picks: {} } }),
  },
};
