import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { ChannelState } from '../../bot/governance/vocabulary/channel.ts';
import { readOccasion } from '../../bot/governance/vocabulary/occasion.ts';
import { streamOf } from '../../bot/governance/vocabulary/stream.ts';
import type { Card, Desk } from '../kit/card.ts';
import { plain } from '../kit/escape.ts';
import { mentioned } from '../kit/people.ts';
import { shortBody } from '../kit/said.ts';
import { lineOnly, sheet, template } from '../kit/sheet.ts';
import { runners } from '../kit/viewer.ts';
import { type Language, textIn } from '../text/languages.ts';

/** In the secretariat's channel: where the bot cannot write, why, and what to do. What befalls a whole team is said once. */
export const channelAway: Card<'channel-away'> = {
  name: 'channel-away',
  template,
  show: async (desk, about, occasion, viewer) => {
    const text = textIn(viewer.language);
    const here = await desk.state('channel', about);
    const since = readOccasion('channel-away', occasion)?.mark;
    if (!here?.away) return null;
    const over = await ended(desk, here, since === here.away.since, viewer.language);
    if (over !== null) return { data: lineOnly(over), summary: over, mentions: [], viewers: [], idle: true };
    const { why } = here.away;
    const alike = await together(desk, here);
    if (alike[0]?.channel !== here.channel) return null;
    const secretariat = await desk.body(desk.charter.collaboration.secretariat);
    const binder = why === 'may-not-write' && here.boundBy !== null ? [here.boundBy] : [];
    const mentions = await mentioned(desk, [...new Set([...binder, ...runners(desk, secretariat)].map(desk.one))]);
    // Whoever chose the channel is named where that is said.
    const named = mentions
      .slice(binder.length)
      .map(({ name }) => `<at>${name}</at>`)
      .join(', ');
    const title = text.channelAway.title(alike.length);
    const [chooser] = await mentioned(desk, binder.map(desk.one));
    const lines = [
      text.channelAway.why[why],
      chooser ? text.channelAway.bound(`<at>${chooser.name}</at>`) : '',
      here.body === null ? '' : text.channelAway.waits,
      named,
    ];
    return {
      data: sheet({
        eyebrow: text.kinds.ours,
        title,
        size: 'Medium',
        under: '',
        question: '',
        byWhen: '',
        waits: lines,
        parts: [{ heading: '', lines: await Promise.all(alike.map((each) => row(desk, each, viewer.language))) }],
        fields: [],
        missing: '',
        buttons: [],
        why: [text.why.ours],
      }),
      idle: true,
      summary: text.summary(title, text.channelAway.why[why]),
      mentions,
      viewers: [],
    };
  },
  verbs: {},
};

/** The channels of the team that were lost in the same way, in an order that does not depend on which is asked. */
async function together(desk: Desk, here: ChannelState): Promise<readonly ChannelState[]> {
  const ofTeam = await desk.teamOf(here.channel);
  const states = await Promise.all(
    [...new Set([here.channel, ...ofTeam])].sort().map((each) => desk.state('channel', streamOf('channel', each))),
  );
  return states.flatMap((each) =>
    each && !each.installed && each.away?.said && each.away.why === here.away?.why && meets(each) ? [each] : [],
  );
}

/** What became of it, where nobody need do anything any more; null: somebody must. */
async function ended(desk: Desk, here: ChannelState, newest: boolean, language: Language): Promise<string | null> {
  const text = textIn(language).channelAway;
  const channel = await channelCalled(desk, here, language);
  if (here.installed || !newest) return text.back(channel);
  const body = here.body ?? here.met ?? '';
  const meets = (await desk.body(body)).channel;
  const elsewhere = here.body === null && meets !== null && meets !== here.channel;
  return elsewhere ? text.elsewhere(channel, shortBody(desk.charter, body, language, dateAt(desk.charter, desk.now))) : null;
}

function meets({ body, met }: ChannelState): boolean {
  return (body ?? met) !== null;
}

async function row(desk: Desk, state: ChannelState, language: Language): Promise<string> {
  const text = textIn(language).channelAway;
  const name = shortBody(desk.charter, state.body ?? state.met ?? '', language, dateAt(desk.charter, desk.now));
  const channel = await channelCalled(desk, state, language);
  return state.body === null ? text.lost(channel, name) : text.line(channel, name);
}

async function channelCalled(desk: Desk, { channel }: ChannelState, language: Language): Promise<string> {
  return plain((await desk.channelName(channel)) ?? textIn(language).channelAway.unnamed);
}
