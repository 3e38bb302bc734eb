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
  /** Which of the things asked for this was: what was asked for later holds, whatever is answered first. */
  readonly number: number;
}
const views = new Map<string, View>();
const asAll = new Set<string>();
const asked = new Set<string>();
const said = new Map<string, string>();
/** How often each card has been replaced, as far as this page knows. */
const stands = new Map<string, number>();
let drawn = '';
/** A view that did not come is asked for once more after this long. */
const asksAgainMs = 2_000;
let number = 0;
let pointed = '';
let goesThere = false;
let turn = 0;

const viewer = () => `${state.person}|${state.language}`;
const keyOf = (post: SeenPost) => `${viewer()}|${post.activity}`;
const viewOf = (post: SeenPost): View | null => {
  const view = views.get(keyOf(post));
  return view && view.replaced === post.replaced ? view : null;
};

/** Another world, or the same one after a restart: nothing that was known of the cards holds. */
export function forgetPosts(): void {
  for (const each of [views, asAll, asked, said, stands]) each.clear();
  hidePosts();
}

/** Somebody else looks: what the one before them saw is gone at once, and not first when the next has been asked for. */
export function hidePosts(): void {
  drawn = '';
  turn += 1;
  at('posts').replaceChildren();
}

/** The channel that is open, as this person sees it. What has not changed is left as it stands, with what is typed in it. */
export async function showPosts(look: RoomSeen, again: () => void): Promise<void> {
  const channel = look.channels.find(({ body }) => body === state.body);
  const opened = `${state.body}|${state.person}|${state.language}`;
  if (channel?.channel == null) {
    drawn = opened;
    return at('posts').replaceChildren(make('li', { class: 'post' }, make('p', {}, roomWords().outsideText)));
  }
  turn += 1;
  const mine = turn;
  const posts = await ask.posts(channel.channel);
  if (mine !== turn || opened !== `${state.body}|${state.person}|${state.language}`) return;
  for (const post of posts) stands.set(post.activity, post.replaced);
  for (const post of posts) if (post.refresh && !viewOf(post)) void refresh(post, again);
  const isNew = drawn !== opened;
  if (isNew) at('posts').replaceChildren();
  drawn = opened;
  const threads = [...Map.groupBy(posts, ({ thread }) => thread)].sort(([one], [other]) => Number(one) - Number(other));
  if (threads.length === 0) at('posts').replaceChildren(make('li', { class: 'post' }, make('p', { class: 'subtle' }, roomWords().quiet)));
  else at('posts').querySelector('.subtle')?.closest('li:not([data-thread])')?.remove();
  const roots = new Set(threads.map(([root]) => root));
  for (const each of at('posts').querySelectorAll<HTMLElement>('[data-thread]')) if (!roots.has(each.dataset.thread ?? '')) each.remove();
  for (const [nth, [root, inside]] of threads.entries()) showThread(nth, root, inside, look, again);
  if (isNew) at('stream').scrollTop = at('stream').scrollHeight;
  showPointed();
  if (channel.unread > 0) void ask.markRead(channel.channel);
}

/** What stands already is left alone, so that neither focus nor what is typed is lost. */
function showThread(nth: number, root: string, inside: readonly SeenPost[], look: RoomSeen, again: () => void): void {
  const list = at('posts');
  const there = list.querySelector<HTMLElement>(`[data-thread="${root}"]`);
  const thread = there ?? make('li', { class: 'post', 'data-thread': root });
  if (!there) list.insertBefore(thread, list.children[nth] ?? null);
  for (const [place, post] of inside.entries()) {
    const drawnNow = thread.querySelector<HTMLElement>(`[data-post="${post.activity}"]`);
    if (drawnNow?.dataset.sign === signOf(post)) continue;
    const article = postOf(post, post.activity === root, look, again);
    if (drawnNow) replace(drawnNow, article);
    else thread.insertBefore(article, thread.children[place] ?? null);
  }
}

/** Whoever was on the card stays on it: on what there is to fill in or to press now. */
function replace(there: HTMLElement, article: HTMLElement): void {
  const focused = there.contains(document.activeElement);
  there.replaceWith(article);
  if (!focused) return;
  const next = article.querySelector<HTMLElement>('.card-box :is(input, textarea, select, button)') ?? article;
  next.focus({ preventScroll: true });
}

/** The card that the tour speaks of: the newest about that. It is gone to once, when it stands there. */
export function pointToCard(about: string | null): void {
  pointed = about ?? '';
  goesThere = true;
}

function showPointed(): void {
  const found = [...document.querySelectorAll<HTMLElement>('.root')]
    .filter((each) => pointed !== '' && each.dataset.about === pointed)
    .at(-1);
  for (const each of document.querySelectorAll('.root[aria-current]')) if (each !== found) each.removeAttribute('aria-current');
  found?.setAttribute('aria-current', 'step');
  if (!found || !goesThere) return;
  goesThere = false;
  found.scrollIntoView({ block: 'start' });
  found.focus({ preventScroll: true });
}

function signOf(post: SeenPost): string {
  const view = viewOf(post);
  return [
    keyOf(post),
    post.replaced,
    view?.number ?? '',
    asAll.has(keyOf(post)),
    said.get(keyOf(post)) ?? '',
    state.theme,
    pointed === post.activity,
  ].join('|');
}

/** What Teams does for those whom the card names: their own view opens by itself. */
async function refresh(post: SeenPost, again: () => void): Promise<void> {
  const key = keyOf(post);
  const once = `${key}|${post.replaced}`;
  if (asked.has(once) || !post.refresh) return;
  asked.add(once);
  number += 1;
  const mine = number;
  const returned = await ask.sendPress(post.activity, { ...post.refresh, trigger: 'automatic' }).catch(() => null);
  if (returned && 'card' in returned) {
    keep(key, { card: returned.card, replaced: post.replaced, number: mine });
    again();
  } else
    setTimeout(() => {
      asked.delete(once);
      again();
    }, asksAgainMs);
}

/** Under whoever asked for it: somebody else may look by now. */
function keep(key: string, view: View): void {
  const there = views.get(key);
  if (there && (there.replaced > view.replaced || (there.replaced === view.replaced && there.number > view.number))) return;
  views.set(key, view);
}

function postOf(post: SeenPost, isRoot: boolean, look: RoomSeen, again: () => void): HTMLElement {
  const who = post.from === null ? 'Samspil' : (look.people.find(({ id }) => id === post.from)?.name ?? '');
  const key = keyOf(post);
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
    {
      class: isRoot ? 'root' : 'reply',
      'data-sign': signOf(post),
      'data-post': post.activity,
      tabindex: '-1',
      'data-about': aboutIn(post.card),
    },
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
  draw(box, own && view ? view.card : post.card, { theme: state.theme, more: roomWords().more }, (verb, data) => {
    if (key === keyOf(post)) void press(post, verb, data, again);
  });
  const sentence = said.get(keyOf(post));
  if (sentence) made.append(make('p', { class: 'said', role: 'status' }, sentence));
  return made;
}

/** What the card is about, as its own buttons say. */
function aboutIn(card: CardJson | null): string {
  return /"about":"([^"]+)"/.exec(JSON.stringify(card ?? {}))?.[1] ?? '';
}

async function press(post: SeenPost, verb: string, data: object, again: () => void): Promise<void> {
  const key = keyOf(post);
  number += 1;
  const mine = number;
  try {
    const returned = await ask.sendPress(post.activity, { verb, data, trigger: 'manual' });
    said.delete(key);
    asAll.delete(key);
    if ('card' in returned) keep(key, { card: returned.card, replaced: stands.get(post.activity) ?? post.replaced, number: mine });
    else said.set(key, returned.sentence);
  } catch {
    toast(roomWords().failed);
  }
  again();
}
