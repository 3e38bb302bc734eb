import type { Body } from '../../bot/governance/charter/charter.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import { isRefusal } from '../../bot/governance/vocabulary/refusal.ts';
import { idIn } from '../../bot/governance/vocabulary/stream.ts';
import type { Card, Desk, Viewer } from '../kit/card.ts';
import { plain } from '../kit/escape.ts';
import { chosenId, opens } from '../kit/form.ts';
import type { Choice } from '../kit/people.ts';
import { bodyName, nounOf, shortBody } from '../kit/said.ts';
import { sheet, template } from '../kit/sheet.ts';
import { openForm, runners, runs } from '../kit/viewer.ts';
import { textIn } from '../text/languages.ts';

/** Asks which body meets in the channel; afterwards it says so. */
export const welcome: Card<'welcome'> = {
  name: 'welcome',
  template,
  show: async (desk, about, _occasion, viewer) => {
    const text = textIn(viewer.language);
    const channel = await desk.state('channel', about);
    const bound = channel?.body ? await desk.body(channel.body) : null;
    const bodies = await choices(desk, idIn(about, 'channel'), viewer);
    const choosing = bodies.length > 0 && (bound === null || openForm(viewer, ['bind']) !== null);
    const meets = bound && shortBody(desk.charter, bound.body, viewer.language, dateAt(desk.charter, desk.now));
    const title = meets ?? text.welcome.title;
    const shut = channel !== null && !channel.installed && channel.away?.why === 'may-not-write';
    const line =
      shut && bound
        ? text.welcome.shut(nounOf(desk.charter, bound.body, viewer.language).noun)
        : meets
          ? text.welcome.words(text.words.help)
          : text.welcome.intro;
    const unable = viewer.kind === 'person' && bodies.length === 0 && bound === null;
    return {
      data: sheet({
        eyebrow: meets ? text.welcome.meets : text.kinds.ours,
        title,
        under: line,
        question: choosing ? text.welcome.pick : '',
        byWhen: meets || choosing ? (choosing ? text.welcome.moves : '') : unable ? text.welcome.notYou : text.welcome.byWhen,
        parts: [],
        fields: choosing
          ? [{ kind: 'one', id: 'body', label: text.welcome.choose, style: 'compact', hint: text.welcome.pick, choices: bodies }]
          : [],
        missing: text.welcome.pick,
        buttons: [
          ...(choosing ? [{ title: text.welcome.save, verb: 'bind', sends: true, primary: true }] : []),
          ...(choosing && bound !== null ? [{ title: text.back, verb: 'view', sends: false }] : []),
          ...(bodies.length > 0 && !choosing ? [{ title: text.welcome.change, verb: 'open', open: 'bind', sends: false }] : []),
        ],
        why: [text.why.setup],
      }),
      summary: text.summary(text.kinds.ours, meets ? text.eyebrow(text.welcome.meets, meets) : title),
      mentions: [],
      viewers: bound ? runners(desk, bound) : [],
    };
  },
  verbs: {
    open: opens,
    bind: (form) => {
      const body = chosenId(form, 'body');
      return isRefusal(body) ? body : { read: 'command', stream: form.about, command: { type: 'BindBody', body } };
    },
  },
};

/** The bodies this viewer may bind, and where each meets now. */
async function choices(desk: Desk, here: string, viewer: Viewer): Promise<readonly Choice[]> {
  const text = textIn(viewer.language).welcome;
  const each = async (body: Body): Promise<readonly Choice[]> => {
    const state = await desk.body(body.id);
    if (body.outside || !runs(desk, state, viewer)) return [];
    const name = bodyName(desk.charter, body.id, viewer.language, dateAt(desk.charter, desk.now));
    if (state.channel === null || state.channel === here) return [{ title: name, value: body.id }];
    const channel = (await desk.channelName(state.channel)) ?? text.unnamedChannel;
    return [{ title: text.elsewhere(name, plain(channel)), value: body.id }];
  };
  return (await Promise.all(desk.charter.bodies.map(each))).flat();
}
