import { Temporal } from 'temporal-polyfill';
import { termsInForce } from '../../bot/governance/charter/terms.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import { idIn } from '../../bot/governance/vocabulary/stream.ts';
import { following } from '../kit/calendar.ts';
import type { Card } from '../kit/card.ts';
import { opens } from '../kit/form.ts';
import { toCall } from '../kit/lead.ts';
import { bodyName, labels, why } from '../kit/said.ts';
import { shorten } from '../kit/shorten.ts';
import { openForm, runsHere } from '../kit/viewer.ts';
import { textIn } from '../text/languages.ts';
import { period, whereabouts } from './attendance.ts';
import { meetingsOf, namedHere } from './joined.ts';
import template from './meetings.json' with { type: 'json' };

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
    const title = text.meetings.title(bodyName(desk.charter, id, language, today));
    return {
      data: {
        title,
        rows,
        more: left > 0 ? text.more(left) : '',
        add: text.meetings.add(text.words['new-meeting']),
        calls: (await runsHere(desk, await desk.body(id), viewer)) && !openForm(viewer, ['calendar']) ? text.newMeeting.write : '',
        body: id,
        year: text.year.see,
        why: why(desk, terms, terms?.cadence.stated ? terms.cadence.clause : null, language),
        ...(await following(desk, viewer, { of: 'body', body: id }, await runsHere(desk, await desk.body(id), viewer))),
        say: labels(text.meetings),
      },
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
