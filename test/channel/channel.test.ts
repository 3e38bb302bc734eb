import { describe, expect, it } from 'vitest';
import { errandsFor } from '../../bot/governance/tables/errands.ts';
import { noticesFor } from '../../bot/governance/tables/notices.ts';
import { charter } from '../kit/charter.ts';
import { errand, given, person, seated } from '../kit/given.ts';

const bodies = [seated('panel', { 'regional-secretary': ['sigrid'] }), seated('forum', { 'regional-secretary': ['finn'] })];
const scene = { stream: 'channel/c1', bodies } as const;
const bind = (body: string) => ({ type: 'BindBody', body }) as const;
const installed = { type: 'BotInstalled', v: 1 } as const;
const panelBound = { type: 'BodyBound', v: 1, body: 'panel' } as const;

describe('which body meets in a channel', () => {
  it('installed twice is installed once, and the welcome card stands', () => {
    given(scene).when({ type: 'NoteInstalled' }).thenHappens(installed);
    const { state, when } = given(scene, installed);
    when({ type: 'NoteInstalled' }).thenNothing();
    expect(noticesFor('channel/c1', installed, state, charter())).toMatchObject([{ card: 'welcome', to: { channel: 'c1' } }]);
  });
  it('is said by a secretary of that body or an administrator', () => {
    given(scene, installed).when(bind('panel'), person('sigrid')).thenHappens(panelBound);
    given(scene, installed).when(bind('panel'), person('anna', true)).thenHappens(panelBound);
    given(scene, installed).when(bind('panel'), person('finn')).thenRefused('only-secretaries');
  });
  it('is a body of the model that meets here at all', () => {
    given(scene, installed).when(bind('nowhere'), person('anna', true)).thenRefused('not-in-model');
    given(scene, installed).when(bind('council'), person('anna', true)).thenRefused('not-in-model');
  });
  it('is not taken from another body but by an administrator', () => {
    const taken = given(scene, installed, panelBound);
    taken.when(bind('forum'), person('finn')).thenRefused('already-bound');
    taken
      .when(bind('forum'), person('anna', true))
      .thenHappens({ type: 'BodyReleased', body: 'panel' }, { type: 'BodyBound', body: 'forum' });
  });
  it('tells the body by errand', () => {
    const { state } = given(scene, installed);
    expect(errandsFor('channel/c1', 2, panelBound, state)).toEqual([
      { id: 'channel/c1#2/body-meets-here', rule: 'body-meets-here', to: 'body/panel', command: { type: 'MeetInChannel', channel: 'c1' } },
    ]);
  });
  it('a body that moves frees its old channel, and its meetings follow', () => {
    const { state } = given({ stream: 'body/panel' }, { type: 'ChannelChosen', v: 1, channel: 'c1' });
    const chosen = { type: 'ChannelChosen', v: 1, channel: 'c2' } as const;
    expect(errandsFor('body/panel', 2, chosen, state)).toMatchObject([
      { to: 'channel/c1', command: { type: 'ReleaseBody', body: 'panel' } },
      { to: { every: 'meeting', body: 'panel' }, command: { type: 'ShowMeeting' } },
    ]);
  });
  it('the freed channel does not call the body back', () => {
    given({ stream: 'body/panel' }, { type: 'ChannelChosen', v: 1, channel: 'c2' })
      .when({ type: 'LeaveChannel', channel: 'c1' }, errand)
      .thenNothing();
  });
  it('goes with the channel when it is removed', () => {
    given(scene, installed, panelBound)
      .when({ type: 'NoteRemoved', why: 'channel-deleted' }, { kind: 'clock' })
      .thenHappens({ type: 'BotRemoved', why: 'channel-deleted' }, { type: 'BodyReleased', body: 'panel' });
  });
  it('an errand that was refused stands on the secretariat’s card', () => {
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
