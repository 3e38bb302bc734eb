import { once } from 'node:events';
import { buttonsOf, isCalled, pressed, type Shown, unfoldedOn } from '../teams/screen.ts';

interface Seen {
  readonly id: string;
  readonly conversation: string;
  readonly text: string;
  readonly card: Shown;
}
interface Role {
  readonly id: string;
  readonly name: string;
}

/** A post that begins a thread is told with the channel alone. */
function threadOf(conversation: string, id: string): string {
  return conversation.includes(';messageid=') ? conversation : `${conversation};messageid=${id}`;
}

export type StandIn = Awaited<ReturnType<typeof openStandIn>>;

/** Teams' stand-in as its own page uses it: people write and press over HTTP, and what appears is heard over a socket. */
export async function openStandIn(url: string) {
  const { config } = JSON.parse(await (await fetch(`${url}/_internal/v1/config`)).text());
  const [team] = config.teams;
  const roles: readonly Role[] = [config.currentUser, ...config.users];
  const shown = new Map<string, Seen>();
  const watching = new Set<() => void>();
  /** Which button has unfolded its fields, by the message it stands on. */
  const unfolded = new Map<string, string>();
  const socket = new WebSocket(`${url.replace('http', 'ws')}/_ws_conversation/v1/conversations/stream`);
  socket.onmessage = ({ data }) => {
    const { action, actionConversationId: conversation, message } = JSON.parse(String(data));
    if (action !== 'createMessage' && action !== 'updateMessage') return;
    const id = String(message.messageId);
    const [attachment] = message.attachments ?? [];
    appears({ id, conversation: threadOf(String(conversation), id), text: message.text ?? '', card: attachment?.content ?? {} });
  };
  await once(socket, 'open');

  function appears(seen: Seen): void {
    shown.delete(seen.id);
    shown.set(seen.id, seen);
    for (const look of watching) look();
  }

  async function post(path: string, body: object): Promise<Readonly<Record<string, unknown>>> {
    const answered = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await answered.text();
    if (!answered.ok) throw new Error(`${path} answered ${answered.status}: ${text}`);
    return text === '' ? {} : JSON.parse(text);
  }

  /** The newest thing that appears and fits, as soon as there is one. */
  function sees(fits: (seen: Seen) => boolean): Promise<Seen> {
    return new Promise((resolve) => {
      const look = () => {
        const found = [...shown.values()].findLast(fits);
        if (!found) return;
        watching.delete(look);
        resolve(found);
      };
      watching.add(look);
      look();
    });
  }
  const seesCard = (title: string) => sees(({ card }) => isCalled(card, title));

  return {
    channels: team.channels as readonly { readonly id: string; readonly name: string }[],
    installs: (channel: string) => post(`/_debug/conversation/${encodeURIComponent(channel)}/installation`, {}),
    /** Whoever sits at the screen writes to the bot in a channel. */
    writes: async (words: string, channel: string): Promise<void> => {
      const mention = `<at>${config.bot.name}</at>`;
      const mentions = [{ type: 'mention', text: mention, mentioned: { id: config.bot.id, name: config.bot.name } }];
      const from = { id: config.currentUser.id };
      await post(`/_conversation/v1/conversations/${encodeURIComponent(channel)}/messages`, {
        type: 'text',
        text: `${mention} ${words}`,
        textFormat: 'plain',
        from,
        mentions,
      });
    },
    /** Presses a button on the newest card of that title, as soon as it is there. The stand-in shows everyone the card that comes back. */
    presses: async (role: string, label: string, on: string, written: Readonly<Record<string, string>> = {}): Promise<void> => {
      const from = roles.find(({ name }) => name === role);
      if (!from) throw new Error(`nobody is called ${role}`);
      const { id, conversation, card } = await sees(
        (seen) =>
          isCalled(seen.card, on) && (buttonsOf(seen.card).some(({ title }) => title === label) || unfoldedOn(seen.card, label) !== null),
      );
      const open = unfoldedOn(card, unfolded.get(id) ?? '');
      const inside = open && buttonsOf(open).find(({ title }) => title === label);
      if (!inside && unfoldedOn(card, label) !== null) {
        unfolded.set(id, label);
        return;
      }
      const button = inside ?? buttonsOf(card, { folded: false }).find(({ title }) => title === label);
      if (!button) throw new Error(`"${on}" has no button "${label}"`);
      const action = { type: 'Action.Execute', verb: button.verb, data: pressed(card, button, written, inside ? open : null) };
      const answered = await post('/_conversation/v1/invoke', {
        name: 'adaptiveCard/action',
        value: { action, trigger: 'manual' },
        from: { id: from.id },
        conversation: { id: conversation },
        replyToId: id,
      });
      if (answered.type !== 'application/vnd.microsoft.card.adaptive')
        throw new Error(`"${label}" was answered ${JSON.stringify(answered)}`);
      appears({ id, conversation, text: '', card: answered.value as Shown });
    },
    sees,
    seesCard,
    /** The cards of that title that begin a thread of their own in a channel, as they stand now. */
    standing: (title: string, channel: string) =>
      [...shown.values()].filter(({ id, conversation, card }) => conversation === `${channel};messageid=${id}` && isCalled(card, title)),
    close: () => socket.close(),
  };
}
