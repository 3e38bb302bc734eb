import { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';
import type { Charter, Terms } from '../../bot/governance/charter/charter.ts';
import { secretariatOf } from '../../bot/governance/charter/terms.ts';
import { bodiesRightUnder, digestOf } from '../../bot/governance/digest/digest.ts';
import { asksOf } from '../../bot/governance/tables/asks.ts';
import { dueNow } from '../../bot/governance/tables/dues.ts';
import { errandsFor } from '../../bot/governance/tables/errands.ts';
import type { HeldMeeting } from '../../bot/view/meeting/held.ts';
import { newsletter } from '../../bot/view/meeting/newsletter.ts';
import { given, person, seated } from '../kit/given.ts';
import { caseIn } from '../kit/states/case.ts';
import { meetingWith, minuted } from '../kit/states/meeting.ts';
import type { Rule } from './rule.ts';

const text = { ref: 't', mac: 'm' };
const content = { title: text, account: text, recommendations: [text], papers: null, journal: null };
const matter = { kind: 'professional', weighs: ['economic'] } as const;

/** These rules keep how cases are raised, prepared, announced early, taken up, answered and made known. */
export const caseRules: Readonly<Record<string, Rule>> = {
  'seat-raises-case': {
    keeps: (charter, terms) => {
      const drafting = given(sceneIn(charter, terms));
      const draft = { type: 'DraftCase', body: terms.body, matter, content } as const;
      drafting.when(draft, person(memberOf(terms))).thenHappens({ type: 'CaseDrafted', body: terms.body });
      drafting.when(draft, person('stranger')).thenRefused('only-seat-holders');
    },
    stands: {
      rule: 'if (!seated && !mayRun(around, body))',
      without: "if (body === '')",
    },
  },
  'case-has-basis': {
    keeps: (charter, terms) => {
      const drafted = (bare: boolean) =>
        given(sceneIn(charter, terms), draftedBy(terms, bare ? { ...content, recommendations: [] } : content)).when(
          { type: 'SendCase' },
          person(memberOf(terms)),
        );
      drafted(true).thenRefused('missing');
      drafted(false).thenHappens({ type: 'CaseSent' });
    },
    stands: {
      rule: 'if (state.content.recommendations.length === 0)',
      without: 'if (state.content.recommendations.length < 0)',
    },
  },
  'direction-early': {
    keeps: (charter, terms) => {
      const heard = versionsOf(charter).flatMap((below) =>
        below.tells
          .filter(({ kinds, any }) => kinds.length === 0 && (any.length === 0 || any.includes('economic')))
          .filter(({ body }) => below.id === terms.id || body === terms.body)
          .map(({ body }) => ({ below, body })),
      );
      expect(heard).not.toEqual([]);
      for (const { below, body } of heard) {
        const above = versionsOf(charter).find((each) => each.body === body && each.from === below.from);
        if (!above) throw new Error(`${body} has no terms from ${below.from}`);
        const sent = given(sceneIn(charter, below), draftedBy(below, content)).when({ type: 'SendCase' }, person(memberOf(below)));
        expect(Array.isArray(sent.decided) && sent.decided[0]).toMatchObject({ type: 'CaseSent', told: expect.arrayContaining([body]) });
        const serving = versionsOf(charter).find((each) => each.body === charter.collaboration.secretariat && each.from === below.from);
        if (!serving) throw new Error(`nobody serves ${body}`);
        const scene = { ...sceneIn(charter, below), bodies: [seated(body, holders(above)), seated(serving.body, holders(serving))] };
        const outside = charter.bodies.find(({ id }) => id === body)?.outsideTeams === true;
        const told = { type: 'CaseSent', v: 1, told: [body], at: `${below.from}T12:00:00Z` } as const;
        const framed = given(scene, draftedBy(below, content), told);
        const direction = { type: 'StateDirection', body, text } as const;
        framed.when(direction, person(outside ? memberOf(serving) : chairOf(above))).thenHappens({ type: 'DirectionStated', body });
        framed.when(direction, person(outside ? memberOf(below) : memberOf(above))).thenRefused('only-chairs');
      }
    },
    stands: {
      rule: 'if (by === null || !(chair || serves) ||',
      without: 'if (by === null || chair || serves ||',
    },
  },
  'on-the-agenda': {
    keeps: (charter, terms) => {
      const { state } = given(sceneIn(charter, terms), draftedBy(terms, content));
      const aim = { meeting: 'meeting/m1', start: `${terms.from}T12:00:00Z`, papersBy: null } as const;
      const errands = errandsFor('case/k1', 9, { type: 'CaseAimed', v: 1, body: terms.body, aim }, state);
      expect(errands).toMatchObject([{ to: 'meeting/m1', command: { type: 'PutOnAgenda', about: 'case/k1' } }]);
    },
    stands: {
      rule: ', putsOnAgenda(stream, before, event)]',
      without: ', ...[putsOnAgenda(stream, before, event)].slice(1)]',
    },
  },
  'answer-is-receipted': {
    keeps: (charter, terms) => {
      const since = `${terms.from}T12:00:00Z`;
      const answered = caseIn('returned', { body: terms.body, at: terms.body, since });
      const asked = (state: typeof answered) => asksOf('case/k1', state, charter).map(({ what }) => what);
      expect(asked(answered)).toContain('case-receipt');
      expect(asked({ ...answered, receipt: 'a-chair' })).not.toContain('case-receipt');
    },
    stands: {
      rule: 'state.receipt === null ? [receipt]',
      without: "state.receipt === '' ? [receipt]",
    },
  },
  'digest-before-meeting': {
    keeps: (charter, terms) => {
      const under = bodiesRightUnder(charter, terms.body, terms.from);
      expect(under).not.toEqual([]);
      const meeting = meetingWith({ body: terms.body, start: `${terms.from}T12:00:00Z` });
      const decided = under.map((body) =>
        caseIn('closed', {
          body,
          at: body,
          since: `${terms.from}T09:00:00Z`,
          result: { body, kind: 'decided', text, textsIn: 'case/k1', via: 'written' },
        }),
      );
      const since = { from: `${terms.from}T00:00:00Z`, until: meeting.start };
      const told = digestOf(charter, meeting, since, { cases: decided, requests: [] }).decided;
      expect(told.map(({ at }) => at).toSorted()).toEqual([...under].sort());
    },
    stands: { rule: "result.kind === 'decided' && state.result.body", without: "result.kind === 'rejected' && state.result.body" },
  },
  'minutes-are-published': {
    keeps: (charter, terms) => {
      const on = workday(charter, Temporal.PlainDate.from(terms.from).add({ months: 1 }));
      const over = meetingWith({ body: terms.body, end: `${terms.from}T12:00:00Z` });
      const sent = minuted(over, { commentsUntil: terms.from });
      const prompts = (meeting: typeof sent) =>
        dueNow('meeting/m1', charter, meeting, on).map(({ command }) => command.type === 'RemindAsk' && command.ask);
      expect(prompts(sent)).toEqual([`meeting-publish-${terms.from}`]);
      expect(prompts({ ...sent, minutes: 'published' })).toEqual([]);
    },
    stands: {
      rule: "state.minutes === 'sent'",
      without: "state.minutes === 'published'",
    },
  },
  'served-by-secretariat': {
    keeps: (charter, terms, clause) => {
      const stated = versionsOf(charter).filter(({ secretariat }) => secretariat.stated && secretariat.clause === clause.id);
      const own = versionsOf(charter).filter(({ secretariat }) => secretariat.stated && secretariat.value === terms.body);
      const served = stated.length > 0 ? stated : own;
      expect(served).not.toEqual([]);
      for (const { body, from, secretariat } of served)
        expect(secretariatOf(charter, body, from)).toBe(secretariat.stated ? secretariat.value : '');
    },
    stands: {
      rule: 'return terms?.secretariat.stated ?',
      without: "return terms?.secretariat.stated && terms.body === '' ?",
    },
  },
  'newsletter-tells': {
    keeps: (charter, terms) => {
      const start = Temporal.PlainDate.from(terms.from).toZonedDateTime('Europe/Copenhagen');
      const meeting: HeldMeeting = {
        id: 'm1',
        bodies: ['Gruppen'],
        start,
        end: start.add({ hours: 2 }),
        place: '',
        extraordinary: false,
        phase: 'over',
        minutes: 'published',
        items: [
          {
            number: 1,
            kind: 'decision',
            title: 'Fælles plan',
            recommendations: [],
            case: null,
            papers: null,
            closed: false,
            outcome: { kind: 'decided', text: 'Planen følges.' },
            dissents: [],
          },
        ],
      };
      const draft = newsletter(charter, [meeting], [{ on: terms.from, line: 'Nyt initiativ' }], terms.from, terms.from);
      expect(draft).toContain('**Fælles plan**: Planen følges.');
      expect(draft).toContain('- Nyt initiativ');
    },
    stands: { rule: 'within.flatMap(decisions)', without: 'within.slice(0, 0).flatMap(decisions)' },
  },
};

function sceneIn(charter: Charter, terms: Terms) {
  return { stream: 'case/k1', now: `${terms.from}T12:00:00Z`, charter, bodies: [seated(terms.body, holders(terms))] } as const;
}

/** Fills each seat with one person named after it. */
function holders({ body, seats }: Terms): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(seats.map(({ id }) => [id, [`${body}-${id}`]]));
}

function memberOf({ body, seats }: Terms): string {
  const seat = seats.find(({ role }) => role === 'member' || role === 'secretary');
  if (!seat) throw new Error(`nobody sits in ${body}`);
  return `${body}-${seat.id}`;
}

function chairOf({ body, seats }: Terms): string {
  return `${body}-${seats.find(({ role }) => role === 'chair')?.id}`;
}

function draftedBy(terms: Terms, of: typeof content) {
  const at = `${terms.from}T12:00:00Z`;
  return { type: 'CaseDrafted', v: 1, body: terms.body, termsOn: terms.from, by: memberOf(terms), matter, content: of, at } as const;
}

function versionsOf(charter: Charter): readonly Terms[] {
  return charter.bodies.flatMap(({ terms }) => terms);
}

/** Returns ten in the morning on the first day, from this one, on which prompts go out. */
function workday(charter: Charter, from: Temporal.PlainDate): Temporal.Instant {
  const { holidayMonths } = charter.collaboration.calendar;
  let day = from;
  while (day.dayOfWeek > 5 || charter.daysOff.has(day.toString()) || holidayMonths.includes(day.month)) day = day.add({ days: 1 });
  return day.toZonedDateTime({ timeZone: charter.collaboration.timeZone, plainTime: '10:00' }).toInstant();
}
