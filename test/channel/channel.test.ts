import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { dueNow } from '../../bot/governance/tables/dues.ts';
import { errandsFor } from '../../bot/governance/tables/errands.ts';
import { noticesFor } from '../../bot/governance/tables/notices.ts';
import { subjectOf } from '../../bot/governance/tables/subjects.ts';
import type { GovernanceEvent } from '../../bot/governance/vocabulary/all.ts';
import type { WhyAway } from '../../bot/governance/vocabulary/channel.ts';
import { charter } from '../kit/charter.ts';
import { errand, given, person, seated } from '../kit/given.ts';

const bodies = [seated('panel', { 'regional-secretary': ['sigrid'] }), seated('forum', { 'regional-secretary': ['finn'] })];
const scene = { stream: 'channel/c1', bodies } as const;
const bind = (body: string) => ({ type: 'BindBody', body }) as const;
const installed = { type: 'BotInstalled', v: 1 } as const;
const panelBound = { type: 'BodyBound', v: 2, body: 'panel', by: 'sigrid' } as const;
const gone = (why: WhyAway) => ({ type: 'BotRemoved', v: 2, why, at: '2015-02-02T08:00:00Z' }) as const;
const clock = { kind: 'clock' } as const;

describe('which body meets in a channel', () => {
  it('installing the bot twice counts once, and the welcome card stands in the channel', () => {
    given(scene).when({ type: 'NoteInstalled', of: 'channel' }).thenHappens(installed);
    const { state, when } = given(scene, installed);
    when({ type: 'NoteInstalled', of: 'channel' }).thenNothing();
    expect(noticesFor('channel/c1', installed, state, charter())).toMatchObject([{ card: 'welcome', to: { channel: 'c1' } }]);
  });
  it('a secretary of the body or an administrator says which body meets in a channel', () => {
    given(scene, installed).when(bind('panel'), person('sigrid')).thenHappens(panelBound);
    given(scene, installed)
      .when(bind('panel'), person('anna', true))
      .thenHappens({ ...panelBound, by: 'anna' });
    given(scene, installed).when(bind('panel'), person('finn')).thenRefused('only-secretaries');
  });
  it('only a body of the model that meets in Teams can be chosen for a channel', () => {
    given(scene, installed).when(bind('nowhere'), person('anna', true)).thenRefused('not-in-model');
    given(scene, installed).when(bind('council'), person('anna', true)).thenRefused('not-in-model');
  });
  it('only an administrator can give a channel of one body to another', () => {
    const taken = given(scene, installed, panelBound);
    taken.when(bind('forum'), person('finn')).thenRefused('already-bound');
    taken
      .when(bind('forum'), person('anna', true))
      .thenHappens({ type: 'BodyReleased', body: 'panel' }, { type: 'BodyBound', body: 'forum' });
  });
  it('a body is told by an errand that it meets in the channel', () => {
    const { state } = given(scene, installed);
    expect(errandsFor('channel/c1', 2, panelBound, state)).toEqual([
      { id: 'channel/c1#2/body-meets-here', rule: 'body-meets-here', to: 'body/panel', command: { type: 'MeetInChannel', channel: 'c1' } },
    ]);
  });
  it('a body that moves to another channel releases the old one and takes its meetings along', () => {
    const { state } = given({ stream: 'body/panel' }, { type: 'ChannelChosen', v: 1, channel: 'c1' });
    const chosen = { type: 'ChannelChosen', v: 1, channel: 'c2' } as const;
    expect(errandsFor('body/panel', 2, chosen, state)).toMatchObject([
      { to: 'channel/c1', command: { type: 'ReleaseBody', body: 'panel' } },
      { to: { every: 'meeting', body: 'panel' }, command: { type: 'ShowMeeting' } },
    ]);
  });
  it('a body that has moved ignores word from its old channel', () => {
    given({ stream: 'body/panel' }, { type: 'ChannelChosen', v: 1, channel: 'c2' })
      .when({ type: 'LeaveChannel', channel: 'c1' }, errand)
      .thenNothing();
  });
  it('a body keeps its channel while the bot cannot write there, and hears when it can again', () => {
    const bound = given(scene, installed, panelBound);
    bound.when({ type: 'NoteRemoved', why: 'uninstalled' }, clock).thenHappens({ type: 'BotRemoved', why: 'uninstalled' });
    const away = given(scene, installed, panelBound, gone('uninstalled'));
    expect(away.state).toMatchObject({ installed: false, body: 'panel' });
    away.when({ type: 'NoteInstalled', of: 'team' }).thenHappens(installed);
    expect(errandsFor('channel/c1', 4, installed, away.state)).toMatchObject([
      { rule: 'channel-is-back', to: 'body/panel', command: { type: 'MeetInChannel', channel: 'c1' } },
    ]);
  });
  it('a channel that was itself deleted does not come back with its team', () => {
    const away = given(scene, installed, panelBound, gone('channel-deleted'));
    away.when({ type: 'NoteInstalled', of: 'team' }).thenNothing();
    away.when({ type: 'NoteInstalled', of: 'channel' }).thenHappens(installed);
  });
  it('a channel deleted for good releases its body, and the secretariat is told at once', () => {
    given(scene, installed, panelBound, gone('team-deleted'))
      .when({ type: 'NoteRemoved', why: 'deleted-for-good' }, clock)
      .thenHappens({ type: 'BotRemoved', why: 'deleted-for-good' }, { type: 'BodyReleased', body: 'panel' }, { type: 'AwaySaid' });
  });
  it.each([
    ['deleted', 'channel-deleted', true],
    ['archived', 'team-archived', false],
  ] as const)('a channel that was %s is spoken of after ten minutes; is it given up after thirty days (%s)? %s', (_what, why, lost) => {
    const { state } = given(scene, installed, panelBound, gone(why));
    const at = (time: string) => dueNow('channel/c1', charter(), state, Temporal.Instant.from(time));
    expect(at('2015-02-02T08:09:00Z')).toEqual([]);
    expect(at('2015-02-02T08:10:00Z')).toMatchObject([{ command: { type: 'SayAway' } }]);
    const told = given(scene, installed, panelBound, gone(why), { type: 'AwaySaid', v: 1 }).state;
    expect(dueNow('channel/c1', charter(), told, Temporal.Instant.from('2015-03-04T07:59:00Z'))).toEqual([]);
    const later = dueNow('channel/c1', charter(), told, Temporal.Instant.from('2015-03-04T08:00:00Z'));
    expect(later.map(({ command }) => command.type)).toEqual(lost ? ['GiveUpChannel'] : []);
  });
  it('a channel that was given up and is restored has its body back, unless that meets elsewhere by now', () => {
    const lost = [installed, panelBound, gone('channel-deleted'), { type: 'BodyReleased', v: 1, body: 'panel' }] as const;
    given(scene, ...lost)
      .when({ type: 'NoteInstalled', of: 'channel' })
      .thenHappens(installed, { type: 'BodyBound', body: 'panel' });
    const moved = { ...seated('panel', {}), channel: 'c2' };
    given({ stream: 'channel/c1', bodies: [moved] }, ...lost)
      .when({ type: 'NoteInstalled', of: 'channel' })
      .thenHappens(installed);
  });
  it('a ledger an older Samspil wrote says neither since when nor by whom', () => {
    const { evolve, initial } = subjectOf('channel/c1');
    const old = [installed, { type: 'BodyBound', v: 1, body: 'panel' }, { type: 'BotRemoved', v: 1, why: 'uninstalled' }];
    const state = old.reduce((was, event) => evolve(was, event as unknown as GovernanceEvent), initial('channel/c1'));
    expect(state).toMatchObject({ body: 'panel', boundBy: null, away: { why: 'uninstalled', since: null } });
    expect(dueNow('channel/c1', charter(), state, Temporal.Instant.from('2020-01-01T08:00:00Z'))).toEqual([]);
  });
  it('a refused errand is shown on a card to the secretariat', () => {
    const refused = {
      type: 'ErrandRefused',
      v: 1,
      errand: 'channel/c1#2/body-meets-here',
      rule: 'body-meets-here',
      refusal: { refused: 'try-again' },
    } as const;
    const { state } = given(scene, installed, refused);
    expect(state).toMatchObject({ refusedErrands: [{ rule: 'body-meets-here' }] });
    expect(noticesFor('channel/c1', refused, state, charter())).toMatchObject([{ card: 'errand-refused', to: { body: 'bureau' } }]);
  });
});
