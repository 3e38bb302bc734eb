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
  it('installing the bot twice counts once, and the welcome card stands in the channel', () => {
    given(scene).when({ type: 'NoteInstalled' }).thenHappens(installed);
    const { state, when } = given(scene, installed);
    when({ type: 'NoteInstalled' }).thenNothing();
    expect(noticesFor('channel/c1', installed, state, charter())).toMatchObject([{ card: 'welcome', to: { channel: 'c1' } }]);
  });
  it('a secretary of the body or an administrator says which body meets in a channel', () => {
    given(scene, installed).when(bind('panel'), person('sigrid')).thenHappens(panelBound);
    given(scene, installed).when(bind('panel'), person('anna', true)).thenHappens(panelBound);
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
  it('removing the bot from a channel releases its body', () => {
    given(scene, installed, panelBound)
      .when({ type: 'NoteRemoved', why: 'channel-deleted' }, { kind: 'clock' })
      .thenHappens({ type: 'BotRemoved', why: 'channel-deleted' }, { type: 'BodyReleased', body: 'panel' });
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
