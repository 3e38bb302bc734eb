import { invoke, message, type Someone, type TeamsActivity, type TeamsPlace } from '../../bot/rehearsal/connector/activities.ts';
import type { StandingPost } from '../../bot/rehearsal/connector/teams.ts';
import type { Connector } from './teams/connector.ts';
import { type Button, buttonsOf, labelsOn, pressed, refreshOf, type Shown, unfoldedOn, wordsOf } from './teams/screen.ts';
import { type Answer, placeNamed } from './teams/settings.ts';

interface OnCard {
  /** How the card's title begins. */
  readonly on: string;
  readonly in?: string;
  readonly with?: Readonly<Record<string, string>>;
}
interface Surroundings {
  readonly connector: Connector;
  readonly hand: (activity: TeamsActivity) => Promise<Answer>;
  readonly settle: () => Promise<void>;
  readonly newest: (on: string, where?: string) => StandingPost;
  readonly channel: (name: string) => { readonly place: TeamsPlace };
  readonly places: () => readonly TeamsPlace[];
}
export type Hands = ReturnType<typeof handsOf>;

/** What somebody can do in Teams: read cards, press by title and label, and write. */
export function handsOf(self: Someone, { connector, hand, settle, newest, channel, places }: Surroundings) {
  const views = new Map<string, { readonly card: Shown; readonly replaced: number }>();
  /** Which button has unfolded its fields, by the message it stands on. */
  const unfolded = new Map<string, string>();
  const placeOf = (standing: StandingPost) => places().find((place) => place.channel === standing.channel) ?? placeNamed('?');
  /** One's own view, until the card is replaced. */
  const look = (standing: StandingPost): Shown => {
    const view = views.get(standing.activity);
    return view && view.replaced === (connector.standing(standing.activity)?.replaced ?? 0) ? view.card : standing.card;
  };
  const click = (standing: StandingPost, button: Button, data: Shown): TeamsActivity =>
    invoke(placeOf(standing), self, { verb: button.verb, data, replyTo: standing.activity });
  const send = async (standing: StandingPost, activity: TeamsActivity): Promise<string> => {
    const answer = await hand(activity);
    if ('card' in answer)
      views.set(standing.activity, { card: answer.card, replaced: connector.standing(standing.activity)?.replaced ?? 0 });
    return 'sentence' in answer ? answer.sentence : '';
  };
  const openView = async (standing: StandingPost): Promise<Shown> => {
    const view = buttonsOf(standing.card).find(({ verb }) => verb === 'view') ?? refreshOf(standing.card);
    if (view) await send(standing, click(standing, view, view.data));
    return look(standing);
  };
  /** The button is on the card, or on one's own view of it. */
  const aim = async (label: string, { on, in: where, with: written = {} }: OnCard) => {
    const standing = newest(on, where);
    const has = (card: Shown) => buttonsOf(card).some(({ title }) => title === label) || unfoldedOn(card, label) !== null;
    const here = [look(standing), ...(has(look(standing)) ? [] : [await openView(standing)])];
    const card = here.at(-1) ?? standing.card;
    const open = unfoldedOn(card, unfolded.get(standing.activity) ?? '');
    const inside = open && buttonsOf(open).find(({ title }) => title === label);
    const beside = unfoldedOn(card, label) ? null : buttonsOf(card, { folded: false }).find(({ title }) => title === label);
    const button = inside ?? beside;
    if (button) return { standing, activity: click(standing, button, pressed(card, button, written, inside ? open : null)) };
    if (unfoldedOn(card, label) !== null) return { standing, activity: null };
    const there = buttonsOf(card).map(({ title }) => title);
    throw new Error(`"${on}" has no button "${label}" for ${self.name}, but ${there.join(', ')}`);
  };
  return {
    name: self.name,
    self,
    /** The press as Teams would send it, not sent yet: to send it late, twice, or from elsewhere. */
    aims: async (label: string, where: OnCard): Promise<TeamsActivity> => {
      const { standing, activity } = await aim(label, where);
      unfolded.delete(standing.activity);
      if (activity === null) throw new Error(`"${label}" only unfolds what is on the card`);
      return activity;
    },
    /** Presses, and lets the bot do what follows. The sentence that comes back, '' for a card. */
    presses: async (label: string, where: OnCard): Promise<string> => {
      const { standing, activity } = await aim(label, where);
      if (activity === null) {
        unfolded.set(standing.activity, label);
        return '';
      }
      unfolded.delete(standing.activity);
      const sentence = await send(standing, activity);
      await settle();
      return sentence;
    },
    /** What this person reads on the card when they open their own view of it. */
    sees: async (on: string, where?: string): Promise<readonly string[]> => wordsOf(await openView(newest(on, where))),
    /** What stands on their own view after the last press on it. */
    reads: (on: string, where?: string): readonly string[] => wordsOf(look(newest(on, where))),
    buttons: async (on: string, where?: string): Promise<readonly string[]> => labelsOn(await openView(newest(on, where))),
    writes: async (words: string, where: string): Promise<void> => {
      await hand(message(channel(where).place, self, words));
      await settle();
    },
  };
}
