import { deliver, installed, invoke, message, type Someone, type TeamsPlace } from './activities.ts';
import type { StandingPost } from './teams.ts';

/** Something a person wrote in a channel. */
export interface Written {
  readonly activity: string;
  readonly channel: string;
  readonly conversation: string;
  readonly root: boolean;
  readonly from: string;
  readonly text: string;
  readonly at: number;
}
export interface PersonPress {
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly trigger: 'manual' | 'automatic';
}
/** What the client gets back: a card that it shows to this person alone, or a sentence. */
export type PressReturned = { readonly card: object } | { readonly sentence: string };

interface Around {
  /** Where the bot listens. */
  readonly bot: string;
  readonly place: (channel: string) => TeamsPlace;
  readonly standing: (activity: string) => StandingPost | null;
  readonly nextId: () => string;
  readonly now: () => number;
  readonly wrote: (written: Written) => void;
}

/** What people do in Teams: press, write, and install the app. Each is handed to the bot as Teams would. */
export function openPeople({ bot, place, standing, nextId, now, wrote }: Around) {
  const hand = async (activity: object): Promise<string> => {
    const { status, body } = await deliver(bot, activity, null);
    if (status !== 200 && status !== 202) throw new Error(`the bot answered ${status}`);
    return body;
  };
  return {
    install: (channel: string, who: Someone): Promise<string> => hand(installed(place(channel), who)),
    /** null: the card is gone. */
    press: async (who: Someone, activity: string, press: PersonPress): Promise<PressReturned | null> => {
      const post = standing(activity);
      if (!post) return null;
      const root = /;messageid=(.+)$/.exec(post.conversation)?.[1] ?? activity;
      const sent = invoke(place(post.channel), who, { ...press, replyTo: activity, thread: root });
      return returnedIn(await hand(sent));
    },
    write: async (who: Someone, channel: string, text: string, thread: string | null): Promise<void> => {
      const id = nextId();
      const root = thread ?? id;
      const conversation = `${channel};messageid=${root}`;
      wrote({ activity: id, channel, conversation, root: thread === null, from: who.id, text, at: now() });
      await hand(message(place(channel), who, text, root, id));
    },
  };
}

function returnedIn(body: string): PressReturned {
  const { type, value } = JSON.parse(body);
  return type === 'application/vnd.microsoft.card.adaptive' ? { card: value } : { sentence: String(value) };
}
