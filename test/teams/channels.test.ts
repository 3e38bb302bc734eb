import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { channelKey } from '../../bot/directory.ts';
import { botOf, event, installed, invoke, joined, message, someone } from '../../bot/rehearsal/connector/activities.ts';
import { tenant } from '../kit/teams/connector.ts';
import { openEdge } from '../kit/teams/edge.ts';

let edge: Awaited<ReturnType<typeof openEdge>>;
const owner = someone(1);
const partner = '77777777-0000-4000-8000-000000000000';
const stranger = '88888888-0000-4000-8000-000000000000';

beforeEach(async () => {
  edge = await openEdge({ settings: { partnerTenants: [partner] } });
});
afterEach(() => edge.close());

const key = () => channelKey(edge.place.channel);
const told = async () =>
  (await edge.store.history(`channel/${key()}`)).map(({ event: each }) => ('why' in each ? `${each.type}: ${each.why}` : each.type));
const hears = async (...activities: readonly unknown[]) => {
  for (const activity of activities) expect((await edge.deliver(activity)).status).toBe(200);
};

describe('a channel', () => {
  it('the bot remembers a channel and its address when it is installed there', async () => {
    await hears(installed(edge.place, owner));
    expect(await told()).toEqual(['BotInstalled']);
    expect(await edge.directory.address(key())).toEqual({
      channel: key(),
      conversation: edge.place.channel,
      tenant,
      team: edge.place.team,
      teamName: 'Fjorden',
      name: 'Panelet',
      serviceUrl: edge.connector.url,
      bot: botOf(edge.place),
    });
  });

  it('a channel is remembered once, however often and in whichever ways Teams tells of it', async () => {
    const install = installed(edge.place, owner);
    const added = { ...event(edge.place, owner, 'teamMemberAdded'), membersAdded: [{ id: botOf(edge.place) }] };
    await Promise.all([install, install, added].map((activity) => edge.deliver(activity)));
    await hears(installed(edge.place, owner), installed(edge.place, owner, 'add-upgrade'));
    expect(await told()).toEqual(['BotInstalled']);
  });

  it('a channel counts as new when the bot first hears from it, though the bot was installed only in its team', async () => {
    await hears(message(edge.place, owner, 'hjælp'));
    expect(await told()).toEqual(['BotInstalled']);
  });

  it('a channel is given up when the bot is uninstalled, and taken back when it is installed again', async () => {
    await hears(installed(edge.place, owner), installed(edge.place, owner, 'remove'), installed(edge.place, owner));
    expect(await told()).toEqual(['BotInstalled', 'BotRemoved: uninstalled', 'BotInstalled']);
  });

  it.each([
    ['channelDeleted', 'channel-deleted'],
    ['teamArchived', 'team-archived'],
    ['teamDeleted', 'team-deleted'],
    ['teamHardDeleted', 'deleted-for-good'],
  ])('the bot no longer writes in a channel when Teams reports %s', async (eventType, why) => {
    await hears(installed(edge.place, owner), event(edge.place, owner, eventType));
    expect(await told()).toEqual(['BotInstalled', `BotRemoved: ${why}`]);
  });

  it.each(['teamUnarchived', 'teamRestored', 'channelRestored'])('a channel comes back when Teams reports %s', async (eventType) => {
    await hears(installed(edge.place, owner), event(edge.place, owner, 'teamArchived'), event(edge.place, owner, eventType));
    expect(await told()).toEqual(['BotInstalled', 'BotRemoved: team-archived', 'BotInstalled']);
  });

  it('a channel and its team follow when Teams renames them', async () => {
    const { channel, team } = edge.place;
    await hears(
      installed(edge.place, owner),
      event(edge.place, owner, 'channelRenamed', { channel: { id: channel, name: 'Det nye panel' } }),
      event(edge.place, owner, 'teamRenamed', { team: { id: team, name: 'Den nye fjord' } }),
    );
    expect(await edge.directory.address(key())).toMatchObject({ name: 'Det nye panel', teamName: 'Den nye fjord' });
  });

  it('the bot speaks to a channel at the address it was last heard from', async () => {
    await hears(installed({ ...edge.place, serviceUrl: `${edge.connector.origin}/teams/` }, owner));
    const moved = { ...edge.place, serviceUrl: `${edge.connector.origin}/emea/` };
    const token = await edge.connector.token({ serviceurl: moved.serviceUrl });
    await edge.deliver(message(moved, owner, 'hjælp'), `Bearer ${token}`);
    expect((await edge.directory.address(key()))?.serviceUrl).toBe(moved.serviceUrl);
  });

  it('the bot ignores events it does not know, and events of channels it is not in', async () => {
    await hears(event(edge.place, owner, 'channelDeleted'), event(edge.place, owner, 'somethingNew'), {
      ...event(edge.place, owner, ''),
      type: 'messageReaction',
    });
    expect(await edge.store.ofKind('channel')).toEqual([]);
  });
});

describe('the roster', () => {
  const people = Array.from({ length: 7 }, (_, at) => ({ ...someone(at + 1), tenantId: tenant, userRole: 'user' }));
  const roster = async () => {
    await expect.poll(async () => (await edge.directory.roster(key()))?.members.length ?? 0).toBeGreaterThan(0);
    const everyone = await edge.directory.everyone();
    return ((await edge.directory.roster(key()))?.members ?? []).map(({ person, guest }) => [everyone.get(person)?.name, guest]);
  };

  it('the roster is fetched page by page when the bot arrives', async () => {
    edge.connector.roster(edge.place.channel, people, 3);
    await hears(installed(edge.place, owner));
    expect(await roster()).toHaveLength(7);
    expect(edge.connector.calls.filter(({ kind }) => kind === 'members')).toHaveLength(3);
  });

  it('the roster holds the host tenant, its guests and partner tenants, and nobody else', async () => {
    edge.connector.roster(edge.place.channel, [
      { ...someone(1, 'Vært'), tenantId: tenant, userRole: 'user' },
      { ...someone(2, 'Gæst'), tenantId: tenant, userRole: 'guest' },
      { ...someone(3, 'Partner'), tenantId: partner.toUpperCase(), userRole: 'user' },
      { ...someone(4, 'Fremmed'), tenantId: stranger, userRole: 'user' },
    ]);
    await hears(installed(edge.place, owner));
    expect(await roster()).toEqual([
      ['Vært', false],
      ['Gæst', true],
      ['Partner', true],
    ]);
  });

  it('the roster follows when somebody joins', async () => {
    edge.connector.roster(edge.place.channel, people.slice(0, 1));
    await hears(installed(edge.place, owner));
    expect(await roster()).toHaveLength(1);
    edge.connector.roster(edge.place.channel, people.slice(0, 2));
    await hears(joined(edge.place, owner, people.slice(1, 2)));
    await expect.poll(async () => (await edge.directory.roster(key()))?.members.length).toBe(2);
  });

  it('the bot refreshes the roster of every channel, and one that cannot be asked does not stop the rest', async () => {
    const other = { ...edge.place, channel: '19:forum@thread.tacv2', channelName: 'Forummet' };
    await hears(installed(edge.place, owner), installed(other, owner));
    await expect.poll(() => edge.connector.calls.filter(({ kind }) => kind === 'members').length).toBe(2);
    for (const channel of [edge.place.channel, other.channel]) edge.connector.roster(channel, people);
    edge.connector.fault({ on: 'members', channel: edge.place.channel, how: { status: 403 } });
    await edge.teams.refreshRosters();
    expect((await edge.directory.roster(channelKey(other.channel)))?.members).toHaveLength(7);
    expect((await edge.directory.roster(key()))?.members).toEqual([]);
  });

  it('the roster says whose tenant a person belongs to, and is fetched anew when somebody it lacks presses a button', async () => {
    edge.connector.roster(edge.place.channel, [{ ...someone(3, 'Partner'), tenantId: partner }]);
    await hears(installed(edge.place, owner));
    await roster();
    const data = { card: 'welcome', about: `channel/${key()}`, occasion: '', form: 'f1', version: 1 };
    const presses = async (who: number) => {
      const answered = await edge.deliver(invoke(edge.place, someone(who), { verb: 'view', data, replyTo: '1' }));
      return JSON.parse(answered.body).type;
    };
    expect(await presses(3)).toBe('application/vnd.microsoft.card.adaptive');
    const records = [...(await edge.directory.everyone()).values()];
    expect(records.flatMap(({ identities }) => identities.map((each) => each.tenant))).toEqual([partner]);
    const asked = edge.connector.calls.filter(({ kind }) => kind === 'members').length;
    expect(await presses(5)).toBe('application/vnd.microsoft.activity.message');
    await expect.poll(() => edge.connector.calls.filter(({ kind }) => kind === 'members').length).toBe(asked + 1);
    expect((await edge.directory.everyone()).size).toBe(1);
  });
});
