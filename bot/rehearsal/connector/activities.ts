import { randomUUID } from 'node:crypto';

/** A person as Teams names them in an activity. */
export interface Someone {
  readonly id: string;
  readonly name: string;
  readonly aadObjectId: string;
  /** The language of their client. */
  readonly locale?: string;
}
/** Where an activity comes from, and to which bot. */
export interface TeamsPlace {
  readonly serviceUrl: string;
  readonly appId: string;
  readonly tenant: string;
  readonly team: string;
  readonly teamName: string;
  readonly channel: string;
  readonly channelName: string | null;
}
export type TeamsActivity = Readonly<Record<string, unknown>>;

let made = 0;

/** An invented person, the same for the same number. */
export function someone(number: number, name = `Person ${number}`): Someone {
  const digits = String(number).padStart(12, '0');
  return { id: `29:1${digits}-abcdefghijklmnop`, name, aadObjectId: `aaaaaaaa-0000-4000-8000-${digits}` };
}

/** What is written to the bot in a channel, as Teams sends it: our mention in the text and among the entities. */
export function message(place: TeamsPlace, from: Someone, text: string, thread: string | null = null, id = nextId()): TeamsActivity {
  const mention = '<at>Samspil</at>';
  return {
    ...common(place, from, id),
    type: 'message',
    text: `${mention}&nbsp;${text}`,
    textFormat: 'plain',
    attachments: [
      {
        contentType: 'text/html',
        content: `<div><span itemscope="" itemtype="http://schema.skype.com/Mention" itemid="0">Samspil</span>&nbsp;${text}</div>`,
      },
    ],
    conversation: { ...conversation(place), id: `${place.channel};messageid=${thread ?? id}` },
    entities: [
      { type: 'mention', mentioned: { id: botOf(place), name: 'Samspil' }, text: mention },
      { locale: 'da-DK', country: 'DK', platform: 'Windows', timezone: 'Europe/Copenhagen', type: 'clientInfo' },
    ],
  };
}

/** A button pressed on a card. `replyTo` is the id of the card's message. */
export function invoke(
  place: TeamsPlace,
  from: Someone,
  press: {
    readonly verb: string;
    readonly data: Readonly<Record<string, unknown>>;
    readonly replyTo: string;
    readonly trigger?: 'manual' | 'automatic';
    /** The post that began the thread the card stands in, where that is another. */
    readonly thread?: string;
  },
): TeamsActivity {
  const { verb, data, replyTo, trigger = 'manual', thread = replyTo } = press;
  return {
    ...common(place, from, `f:${randomUUID()}`),
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: replyTo,
    conversation: { ...conversation(place), id: `${place.channel};messageid=${thread}` },
    value: { action: { type: 'Action.Execute', title: '', verb, data }, trigger },
  };
}

export function installed(place: TeamsPlace, from: Someone, action: 'add' | 'remove' | 'add-upgrade' = 'add'): TeamsActivity {
  const base = common(place, from, `f:${randomUUID()}`);
  return {
    ...base,
    type: 'installationUpdate',
    action,
    channelData: {
      ...base.channelData,
      team: { id: place.team, name: place.teamName, aadGroupId: 'bbbbbbbb-0000-4000-8000-000000000001' },
      settings: { selectedChannel: { id: place.channel } },
    },
  };
}

/** What happens to a team or a channel; `more` is laid over the channel data. */
export function event(place: TeamsPlace, from: Someone, eventType: string, more: Readonly<Record<string, unknown>> = {}): TeamsActivity {
  const base = common(place, from, `f:${randomUUID()}`);
  return {
    ...base,
    type: 'conversationUpdate',
    channelData: { ...base.channelData, team: { id: place.team, name: place.teamName }, eventType, ...more },
  };
}

export function joined(place: TeamsPlace, from: Someone, who: readonly { readonly id: string }[]): TeamsActivity {
  return { ...event(place, from, 'teamMemberAdded'), membersAdded: who.map(({ id }) => ({ id })) };
}

/** Hands an activity to the bot as Teams would; `authorization: null` sends none. */
export async function deliver(
  bot: string,
  activity: unknown,
  authorization: string | null,
): Promise<{ readonly status: number; readonly body: string }> {
  const answered = await fetch(bot, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization === null ? {} : { authorization }) },
    body: typeof activity === 'string' ? activity : JSON.stringify(activity),
  });
  return { status: answered.status, body: await answered.text() };
}

export function botOf(place: TeamsPlace): string {
  return `28:${place.appId}`;
}

function common(place: TeamsPlace, from: Someone, id: string) {
  return {
    id,
    timestamp: new Date().toISOString(),
    localTimestamp: new Date().toISOString(),
    localTimezone: 'Europe/Copenhagen',
    serviceUrl: place.serviceUrl,
    channelId: 'msteams',
    from: { id: from.id, name: from.name, aadObjectId: from.aadObjectId },
    recipient: { id: botOf(place), name: 'Samspil' },
    conversation: { ...conversation(place), id: place.channel },
    locale: from.locale ?? 'da-DK',
    channelData: {
      teamsChannelId: place.channel,
      teamsTeamId: place.team,
      channel: { id: place.channel, ...(place.channelName === null ? {} : { name: place.channelName }) },
      team: { id: place.team },
      tenant: { id: place.tenant },
    },
  };
}

function conversation(place: TeamsPlace) {
  return { isGroup: true, conversationType: 'channel', tenantId: place.tenant };
}

function nextId(): string {
  made += 1;
  return String(1_500_000_000_000 + made);
}
