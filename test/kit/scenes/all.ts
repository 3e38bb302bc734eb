import type { BodyState } from '../../../bot/governance/vocabulary/body.ts';
import type { CardName } from '../../../bot/governance/vocabulary/card-name.ts';
import type { ChannelState, WhyAway } from '../../../bot/governance/vocabulary/channel.ts';
import type { Stream } from '../../../bot/governance/vocabulary/stream.ts';
import type { Desk, Viewer } from '../../../cards/kit/card.ts';
import { textIn } from '../../../cards/text/languages.ts';
import { desk } from '../desk.ts';
import { answeredScenes } from './answered.ts';
import { askScenes } from './asks.ts';
import { careScenes } from './care.ts';
import { caseScenes } from './cases.ts';
import { groupScenes } from './groups.ts';
import { initiativeScenes } from './initiatives.ts';
import { knowledgeScenes } from './knowledge.ts';
import { laterScenes } from './later.ts';
import { lifeScenes } from './life.ts';
import { milestoneScenes } from './milestones.ts';
import { planScenes } from './plans.ts';
import { portfolioScenes } from './portfolio.ts';
import { requestScenes } from './requests.ts';
import type { CardScene } from './scene.ts';
import { answersOf, castOf, now, type Setting } from './setting.ts';
import { statusScenes } from './status.ts';
import { yearScenes } from './year.ts';

/** Every card, empty and full, as everyone, a member and a secretary see it, with each form open. */
export function cardScenes(setting: Setting): readonly CardScene[] {
  const { stranger } = castOf(setting);
  const runs: Viewer = { kind: 'person', language: setting.language, person: stranger, administrator: true, open: null, picks: {} };
  // The way to the answer is in one's own view only.
  return drawnScenes(setting).flatMap((each) =>
    each.card === 'ask' && each.viewer.kind === 'everyone' ? [each, { ...each, state: `${each.state}-runs`, viewer: runs }] : [each],
  );
}

function drawnScenes(setting: Setting): readonly CardScene[] {
  const { language, charter } = setting;
  const there = castOf(setting);
  const { on, body, secretary, member, stranger, meeting, first, deputy } = there;
  const about: Stream = `body/${body}`;
  const sitting: Stream = `meeting/${meeting.meeting}`;
  const everyone: Viewer = { kind: 'everyone', language };
  const as = (person: string, open: string | null = null, picks: Readonly<Record<string, string>> = {}, administrator = false): Viewer => ({
    kind: 'person',
    language,
    person,
    administrator,
    open,
    picks,
  });
  const administrator = (open: string | null = null): Viewer => as(stranger, open, {}, true);
  const empty = desk({ charter, now });
  const full = desk(on);
  const held = desk({ ...on, meetings: [{ ...meeting, phase: 'over', answers: answersOf(there, 'all') }] });
  const begun = desk({ ...on, now: meeting.start, meetings: [{ ...meeting, answers: [] }] });
  const minuted = desk({ ...on, meetings: [{ ...meeting, phase: 'planned', minutes: 'sent', commentsUntil: '2015-03-20', comments: [] }] });
  const answered = desk({ ...on, meetings: [{ ...meeting, answers: answersOf(there, 'all') }] });
  const allBut = (n: number) => desk({ ...on, meetings: [{ ...meeting, answers: answersOf(there, 'all').slice(n) }] });
  const unanswered = desk({ ...on, meetings: [{ ...meeting, answers: [] }], bodies: on.bodies ?? [] });
  const nobody = desk({ charter, now, meetings: [{ ...meeting, answers: [] }], words: on.words ?? {} });
  const alone = desk({ ...on, meetings: [{ ...meeting, answers: [] }], roster: [], bodies: (on.bodies ?? []).map(withoutDeputies) });
  const cancelled = desk({ ...on, meetings: [{ ...meeting, phase: 'cancelled', reason: { ref: 'why', mac: '' } }] });
  const bound = desk({ ...on, states: { 'channel/c1': channelIn({ body }) } });
  const away = (why: WhyAway, over: Partial<ChannelState> = {}) =>
    desk({ ...on, states: { 'channel/c1': channelIn({ body, installed: false, away: { why, since: now, said: true }, ...over }) } });
  const inAnother = (on.bodies ?? []).map((each) => ({ ...each, channel: 'c2' }));
  const lost = { why: 'channel-deleted', since: now, said: true } as const;
  const movedAway = desk({
    ...on,
    bodies: inAnother,
    states: { 'channel/c1': channelIn({ body: null, installed: false, met: body, away: lost }) },
  });
  const boundElsewhere = desk({
    ...on,
    bodies: inAnother,
    states: { 'channel/c1': channelIn({ body: charter.collaboration.secretariat }) },
  });
  const scene =
    (card: CardName, on: Stream, occasion: string | null = null) =>
    (state: string, viewer: Viewer, from: Desk): CardScene => ({ card, state, about: on, occasion, viewer, desk: from });

  const welcome = scene('welcome', 'channel/c1');
  const help = scene('help', about);
  const organ = scene('organ', about);
  const organisation = scene('organisation', about);
  const unreached = { ...full, picture: async () => null };
  const seats = scene('seats', about);
  const meetings = scene('meetings', about);
  const newMeeting = scene('new-meeting', about);
  const standing = scene('meeting', sitting);
  const reminder = scene('reminder', sitting, 'reminder-2015-03-03');
  const parked = scene('parked', `body/${charter.collaboration.secretariat}`);
  const channelAway = scene('channel-away', 'channel/c1', `since-${now}`);
  const anchor = scene('anchor', 'anchor', '2015-02');
  const refused = scene('errand-refused', about);
  const left = desk({ ...on, bodies: (on.bodies ?? []).map((each) => (each.body === body ? ended(each) : each)) });
  const runOut = scene('terms-run-out', about, 'run-out-2019-Q1');
  return [
    welcome('new', everyone, empty),
    welcome('new-administrator', administrator(), full),
    welcome('new-member', as(stranger), empty),
    welcome('bound', everyone, bound),
    welcome('bound-administrator', administrator('bind'), bound),
    help('words', everyone, full),
    help('member', as(member), full),
    help('secretary', as(secretary), full),
    help('chair', as(there.asked[0] ?? member), full),
    help('administrator', administrator(), full),
    scene('help', 'channel/c9')('no-body', everyone, empty),
    scene('near-miss', about, 'moededato')('near', as(member), full),
    scene('near-miss', about, Object.keys(textIn(language).eitherOf)[0] ?? '')('several', as(member), full),
    scene('near-miss', about, 'moededato')('in-thread', everyone, full),
    organ('today', everyone, full),
    organ('asking', as(member, 'asOf'), full),
    organ('run-out', as(member, 'asOf', { asOf: '2030-01-01' }), full),
    organ('before', as(member, 'asOf', { asOf: '1999-01-01' }), full),
    organisation('today', everyone, full),
    organisation('asking', as(member, 'asOf', { asOf: '2019-06-01' }), full),
    organisation('no-picture', everyone, unreached),
    organisation('before', as(member, 'asOf', { asOf: '1999-01-01' }), full),
    seats('empty', everyone, empty),
    seats('full', everyone, full),
    seats('member', as(member), full),
    seats('secretary', as(secretary), full),
    seats('fill', as(secretary, 'fill'), full),
    seats('fill-hits', as(secretary, 'fill-hits', { seat: there.freeSeat, search: '' }), full),
    seats('fill-no-hits', as(secretary, 'fill-hits', { seat: there.freeSeat, search: 'xyzzy' }), full),
    seats('deputy', as(secretary, 'deputy'), full),
    seats('deputy-hits', as(secretary, 'deputy-hits', { appointment: first, search: '' }), full),
    seats('undeputy', as(secretary, 'undeputy'), full),
    seats('end', as(secretary, 'end'), full),
    seats('end-nobody', administrator('end'), empty),
    seats('join-hits', as(secretary, 'join-hits', { search: '' }), full),
    seats('sector-hits', as(secretary, 'sector-hits', { search: '' }), full),
    meetings('none', everyone, empty),
    meetings('coming', everyone, full),
    meetings('calendar', as(secretary, 'calendar'), full),
    meetings('no-calendar', as(member, 'calendar'), { ...full, calendar: async () => null }),
    standing('secretary-no-link', as(secretary), desk({ ...on, meetings: [{ ...meeting, link: null }] })),
    standing('no-calendar', everyone, { ...full, calendar: async () => null }),
    newMeeting('asked', everyone, full),
    newMeeting('member', as(member), full),
    newMeeting('secretary', as(secretary), full),
    newMeeting('writing', as(secretary, 'write', { date: '2015-03-04', from: '09:00', to: '11:00', place: setting.place }), full),
    newMeeting(
      'crowded',
      as(secretary, 'write', { date: '2015-08-04', from: '09:00', to: '11:00', place: setting.place, crowded: '2015-08-04' }),
      full,
    ),
    newMeeting('planned', as(secretary, 'planned', { meeting: meeting.meeting }), full),
    standing('unanswered', everyone, unanswered),
    standing('half-answered', everyone, full),
    standing('nobody-seated', everyone, nobody),
    standing('member', as(member), unanswered),
    standing('member-deputy', as(deputy), full),
    standing('member-choosing', as(member, 'deputy'), full),
    standing('secretary', as(secretary), full),
    standing('secretary-recording', as(secretary, 'record'), full),
    standing('member-alone', as(member, 'deputy'), alone),
    standing('secretary-alone', as(secretary, 'record'), alone),
    standing('stranger', as(stranger), full),
    reminder('member-alone', as(member, 'deputy'), alone),
    standing('held', everyone, held),
    standing('cancelled', everyone, cancelled),
    standing('begun', everyone, begun),
    standing('minuted', as(member), minuted),
    reminder('begun', everyone, begun),
    reminder('over', everyone, held),
    reminder('cancelled', everyone, cancelled),
    reminder('missing', everyone, full),
    reminder('three-missing', everyone, allBut(3)),
    reminder('member', as(member), full),
    reminder('member-choosing', as(member, 'deputy'), unanswered),
    reminder('all-answered', everyone, answered),
    parked('none', everyone, empty),
    parked('some', everyone, full),
    parked('secretary', administrator(), full),
    channelAway('uninstalled', everyone, away('uninstalled')),
    channelAway('deleted', everyone, away('channel-deleted')),
    channelAway('private', everyone, away('may-not-write', { boundBy: there.member })),
    channelAway('lost', everyone, away('deleted-for-good', { body: null, met: body })),
    channelAway('back', everyone, away('team-archived', { installed: true })),
    welcome('private', administrator(), away('may-not-write')),
    anchor('none', everyone, empty),
    anchor('month', everyone, full),
    runOut('run-out', everyone, desk({ ...on, now: '2030-01-02T09:00:00Z' })),
    runOut('replaced', everyone, full),
    scene('seat-empty', about, 'vacant-2015-02-01')('empty', everyone, left),
    scene('seat-empty', about, 'vacant-2015-02-01')('filled', everyone, full),
    refused('none', everyone, empty),
    refused('some', everyone, full),
    channelAway('archived', everyone, away('team-archived')),
    channelAway('team-deleted', everyone, { ...away('team-deleted'), channelName: async () => null }),
    channelAway('moved', everyone, movedAway),
    welcome('bound-elsewhere', administrator('bind'), boundElsewhere),
    ...askScenes(setting, there),
    ...answeredScenes(setting, there),
    ...careScenes(setting, there),
    ...lifeScenes(setting, there),
    ...laterScenes(setting, there),
    ...caseScenes(setting, there),
    ...requestScenes(setting, there),
    ...groupScenes(setting, there),
    ...knowledgeScenes(setting, there),
    ...initiativeScenes(setting, there),
    ...planScenes(setting, there),
    ...statusScenes(setting, there),
    ...portfolioScenes(setting, there),
    ...yearScenes(setting, there),
    ...milestoneScenes(setting, there),
  ];
}

function withoutDeputies(body: BodyState): BodyState {
  return { ...body, appointments: body.appointments.map((each) => ({ ...each, deputies: [] })) };
}

function channelIn(over: Partial<ChannelState>): ChannelState {
  const there = { kind: 'channel', channel: 'c1', installed: true, body: null, boundBy: null, met: null, away: null } as const;
  return { ...there, refusedErrands: [], ...over };
}

/** Everybody's appointment ended with January. */
function ended(of: BodyState): BodyState {
  return { ...of, appointments: of.appointments.map((each) => ({ ...each, until: '2015-01-31' })) };
}
