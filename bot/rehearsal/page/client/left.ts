import { at, make, redraw } from './dom.ts';
import type { Channel, RoomSeen } from './known.ts';
import { change, state } from './state.ts';
import { levelOf, levelOrder, roomWords } from './words.ts';

/** The channels of the bodies: which have something new, and which wait for somebody. */
export function showChannels(look: RoomSeen, again: () => void): void {
  const nav = at('channels');
  const top = nav.scrollTop;
  redraw(
    nav,
    ...levelOrder.flatMap((level) => {
      const here = look.channels.filter(({ kind }) => levelOf(kind) === level);
      return here.length === 0
        ? []
        : [make('h2', {}, roomWords().levels[level]), make('ul', {}, ...here.map((each) => make('li', {}, row(each, again))))];
    }),
  );
  nav.scrollTop = top;
}

function row({ body, channel, short, name, waits, unread }: Channel, again: () => void): HTMLElement {
  const text = roomWords();
  const mine = waits.includes(state.person);
  const note = mine
    ? make('span', { class: 'pill brand' }, text.waitsForYou)
    : waits.length > 0
      ? make('span', { class: 'pill warn' }, text.waitsFor(waits.length))
      : channel === null
        ? make('span', { class: 'small subtle' }, text.outside)
        : null;
  return make(
    'button',
    {
      type: 'button',
      class: unread > 0 ? 'channel unread' : 'channel',
      'data-body': body,
      title: name,
      'aria-current': String(body === state.body),
      onclick: () => open(body, again),
    },
    make('span', { class: unread > 0 ? 'dot' : 'hash', 'aria-hidden': 'true' }, unread > 0 ? '' : '#'),
    make('span', { class: 'name' }, short),
    unread > 0 ? make('span', { class: 'vh' }, text.unread(unread)) : null,
    note,
  );
}

export function open(body: string, again: () => void): void {
  change({ body, pane: 'middle' });
  again();
}
