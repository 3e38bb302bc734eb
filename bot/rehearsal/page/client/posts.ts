import * as ask from './ask.ts';
import { at, button, make } from './dom.ts';
import { draw } from './draw.ts';
import type { CardJson, RoomSeen, SeenPost } from './known.ts';
import { state } from './state.ts';
import { toast } from './toast.ts';
import { moment, roomWords } from './words.ts';

/** Somebody's own view of a card, until the card is replaced. */
interface View {
  readonly card: CardJson;
  readonly replaced: number;
  readonly number: number;
}
const views = new Map<string, View>();
const asAll = new Set<string>();
const asked = new Set<string>();
const said = new Map<string, string>();
let drawn = '';
let number = 0;

const keyOf = (post: SeenPost) => `${state.person}|${state.language}|${post.activity}`;
const viewOf = (post: SeenPost): View | null => {
  const view = views.get(keyOf(post));
  return view && view.replaced === post.replaced ? view : null;
};

/** The channel that is open, as this person sees it. What has not changed is left as it stands, with what is typed in it. */
export async function showPosts(look: RoomSeen, again: () => void): Promise<void> {
  const channel = look.channels.find(({ body }) => body === state.body);
  const opened = `${state.body}|${state.person}|${state.language}`;
  if (channel?.channel == null) {
    drawn = opened;
    return at('posts').replaceChildren(make('li', { class: 'post' }, make('p', {}, roomWords().outsideText)));
  }
  const posts = await ask.posts(channel.channel);
  if (opened !== `${state.body}|${state.person}|${state.language}`) return;
  for (const post of posts) if (post.refresh && !viewOf(post)) void refresh(post, again);
  const list = at('posts');
  const isNew = drawn !== opened;
  drawn = opened;
  const threads = Map.groupBy(posts, ({ thread }) => thread);
  const kept = new Map([...list.querySelectorAll<HTMLElement>('[data-sign]')].map((each) => [each.dataset.sign, each]));
  const rows = [...threads]
    .sort(([one], [other]) => Number(one) - Number(other))
    .map(([root, inside]) => {
      const thread = make('li', { class: 'post' });
      for (const post of inside) thread.append(kept.get(signOf(post)) ?? postOf(post, post.activity === root, look, again));
      return thread;
    });
  if (rows.length === 0) rows.push(make('li', { class: 'post' }, make('p', { class: 'subtle' }, roomWords().quiet)));
  const focused = document.activeElement;
  list.replaceChildren(...rows);
  if (focused instanceof HTMLElement && list.contains(focused)) focused.focus({ preventScroll: true });
  if (isNew) at('stream').scrollTop = at('stream').scrollHeight;
  if (channel.unread > 0) void ask.markRead(channel.channel);
}

function signOf(post: SeenPost): string {
  const view = viewOf(post);
  return [keyOf(post), post.replaced, view?.number ?? '', asAll.has(keyOf(post)), said.get(keyOf(post)) ?? '', state.theme].join('|');
}

/** What Teams does for those whom the card names: their own view opens by itself. */
async function refresh(post: SeenPost, again: () => void): Promise<void> {
  const once = `${keyOf(post)}|${post.replaced}`;
  if (asked.has(once) || !post.refresh) return;
  asked.add(once);
  const returned = await ask.sendPress(post.activity, { ...post.refresh, trigger: 'automatic' });
  if ('card' in returned) keep(post, returned.card);
  again();
}

function keep(post: SeenPost, card: CardJson): void {
  number += 1;
  views.set(keyOf(post), { card, replaced: post.replaced, number });
}

function postOf(post: SeenPost, isRoot: boolean, look: RoomSeen, again: () => void): HTMLElement {
  const who = post.from === null ? 'Samspil' : (look.people.find(({ id }) => id === post.from)?.name ?? '');
  const view = viewOf(post);
  const own = view !== null && !asAll.has(keyOf(post));
  const mark = who
    .split(/[ ,]+/)
    .slice(0, 2)
    .map((word) => word.charAt(0))
    .join('')
    .toUpperCase();
  const flip = () => {
    if (!asAll.delete(keyOf(post))) asAll.add(keyOf(post));
    again();
  };
  const made = make(
    'article',
    { class: isRoot ? 'root' : 'reply', 'data-sign': signOf(post), 'data-post': post.activity },
    make(
      'div',
      { class: 'by' },
      make('span', { class: post.from === null ? 'face bot' : 'face', 'aria-hidden': 'true' }, mark),
      make(
        'div',
        {},
        make('b', {}, who),
        ' ',
        post.from === null ? make('span', { class: 'tag' }, roomWords().app) : null,
        ' ',
        make('time', { class: 'small subtle' }, moment(post.at, look.timeZone)),
      ),
      view === null
        ? null
        : make(
            'div',
            { class: 'mine' },
            own ? make('span', { class: 'pill brand' }, roomWords().yours) : null,
            button(own ? roomWords().asAll : roomWords().asYou, flip, 'btn quiet small-btn'),
          ),
    ),
  );
  if (post.card === null) {
    made.append(make('p', { class: 'text' }, make('span', { class: 'at' }, 'Samspil'), ` ${post.text}`));
    return made;
  }
  const box = make('div', { class: 'card-box' });
  made.append(box);
  draw(box, own && view ? view.card : post.card, state.theme, (verb, data) => void press(post, verb, data, again));
  const sentence = said.get(keyOf(post));
  if (sentence) made.append(make('p', { class: 'said', role: 'status' }, sentence));
  return made;
}

async function press(post: SeenPost, verb: string, data: object, again: () => void): Promise<void> {
  try {
    const returned = await ask.sendPress(post.activity, { verb, data, trigger: 'manual' });
    said.delete(keyOf(post));
    asAll.delete(keyOf(post));
    if ('card' in returned) keep(post, returned.card);
    else said.set(keyOf(post), returned.sentence);
  } catch {
    toast(roomWords().failed);
  }
  again();
  requestAnimationFrame(() => {
    const there = document.querySelector<HTMLElement>(`[data-post="${post.activity}"]`);
    if (there && !there.contains(document.activeElement))
      there.querySelector<HTMLElement>('input, textarea, select, button')?.focus({ preventScroll: true });
  });
}
