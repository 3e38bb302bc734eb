import * as ask from './ask.ts';
import { at, button, make } from './dom.ts';
import type { RoomSeen } from './known.ts';
import { open, showChannels } from './left.ts';
import { forgetPosts, hidePosts, showPosts } from './posts.ts';
import { proveLedger, showAside } from './right.ts';
import { change, state } from './state.ts';
import { toast } from './toast.ts';
import { showTour } from './tour.ts';
import { moment, roomWords } from './words.ts';

const retryMs = 400;
/** Several views that come at once are drawn together. */
const againMs = 40;
let seen: RoomSeen | null = null;
let world = '';
let followed = '';
let shown = '';
let following = new AbortController();
let asking: ReturnType<typeof setTimeout> | null = null;

const whose = () => `${state.person}|${state.language}`;
const where = () => `${whose()}|${state.body}|${state.pane}`;

/**
 * What is known is shown again; what only this page knows may have changed. Somebody else, or another place, is shown at once, so that
 * nothing can be pressed or written where they are not; for another person or language all is asked for anew.
 */
function again(): void {
  if (followed !== whose()) anew();
  if (shown !== where()) drawAgain();
  else asking ??= setTimeout(drawAgain, againMs);
}

function drawAgain(): void {
  if (asking !== null) clearTimeout(asking);
  asking = null;
  if (seen) show(seen);
}

function anew(): void {
  followed = whose();
  hidePosts();
  following.abort();
  following = new AbortController();
  void follow(following.signal);
}

async function follow(signal: AbortSignal): Promise<void> {
  let after = -1;
  while (!signal.aborted) {
    try {
      const look = await ask.look(after, signal);
      if (signal.aborted) return;
      if (look.revision === 0) throw new Error('not yet');
      after = look.revision;
      if (world !== look.world) forgetPosts();
      world = look.world;
      seen = look;
      show(look);
    } catch (fault) {
      if (signal.aborted) return;
      if (seen === null) toast(roomWords().starting);
      after = -1;
      await new Promise((resolve) => setTimeout(resolve, retryMs));
      if (!(fault instanceof Error)) throw fault;
    }
  }
}

function show(look: RoomSeen): void {
  if (!look.people.some(({ id }) => id === state.person)) {
    change({ person: look.roles.member ?? look.people[0]?.id ?? '' });
    anew();
    return;
  }
  if (!look.channels.some(({ body }) => body === state.body)) change({ body: look.leads.group ?? look.channels[0]?.body ?? '' });
  shown = where();
  showFrame(look);
  showChannels(look, again);
  showAside(look, again);
  showTour(look, again);
  void showPosts(look, again).catch(() => toast(roomWords().failed));
}

function showFrame(look: RoomSeen): void {
  const text = roomWords();
  const { timeZone } = look;
  document.documentElement.lang = state.language;
  document.documentElement.dataset.theme = state.theme;
  document.title = `${text.room} · Samspil`;
  document.body.dataset.pane = state.pane;
  for (const each of document.querySelectorAll<HTMLElement>('[data-word]'))
    each.textContent = String(text[each.dataset.word as keyof typeof text]);
  for (const each of document.querySelectorAll<HTMLElement>('[data-label]'))
    each.setAttribute('aria-label', String(text[each.dataset.label as keyof typeof text]));
  for (const each of document.querySelectorAll<HTMLElement>('[data-pane-of]'))
    each.setAttribute('aria-pressed', String(each.dataset.paneOf === state.pane));
  at('language').textContent = text.language;
  at('language').lang = state.language === 'da' ? 'en' : 'da';
  const person = at<HTMLSelectElement>('person');
  if (person.options.length !== look.people.length)
    person.replaceChildren(...look.people.map(({ id, name }) => make('option', { value: id }, name)));
  person.value = state.person;
  at('now').textContent = moment(look.now, timeZone, 'long');
  at('next-says').textContent = look.next === null ? text.nothingNext : `${moment(look.next.at, timeZone)}: ${saysOf(look.next.says)}`;
  at('next').toggleAttribute('disabled', look.next === null);
  const jump = at<HTMLInputElement>('jump');
  const today = new Date(look.now).toLocaleDateString('sv-SE', { timeZone });
  jump.min = today;
  if (document.activeElement !== jump) jump.value = today;
  const channel = look.channels.find(({ body }) => body === state.body);
  at('channel-name').textContent = channel?.name ?? '';
  const names = (channel?.waits ?? []).map((id) => look.people.find((each) => each.id === id)?.name ?? '');
  const shown = names.slice(0, 3).join(', ');
  at('channel-waits').textContent =
    names.length === 0 ? text.nobodyWaited : text.waitsForNames(names.length > 3 ? text.others(shown, names.length - 3) : shown);
  showWriting(channel?.channel ?? null);
}

function saysOf(says: NonNullable<RoomSeen['next']>['says']): string {
  const [first] = says;
  return says.length > 1 ? `${first?.words ?? ''} … ${roomWords().moreHappened(says.length - 1)}` : (first?.words ?? '');
}

let writing = '';
function showWriting(channel: string | null): void {
  if (writing === `${channel}|${state.language}|${state.person}`) return;
  writing = `${channel}|${state.language}|${state.person}`;
  at('write').hidden = channel === null;
  if (channel === null) return;
  const send = (text: string) => void ask.sendWords(channel, text).catch(() => toast(roomWords().failed));
  const own = make('input', {
    type: 'text',
    class: 'own',
    'aria-label': roomWords().ownWords,
    placeholder: roomWords().ownWords,
  }) as HTMLInputElement;
  const form = make('form', { class: 'own-words' }, own, make('button', { type: 'submit', class: 'btn' }, roomWords().send));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (own.value.trim() !== '') send(own.value.trim());
    own.value = '';
  });
  at('write').replaceChildren(
    make('span', { class: 'small subtle' }, roomWords().writeTo),
    ...roomWords().commands.map((word) => button(word, () => send(word), 'chip')),
    form,
  );
}

async function passes(to: string): Promise<void> {
  at('next').setAttribute('aria-busy', 'true');
  const { says } = await ask.clock(to);
  at('next').removeAttribute('aria-busy');
  if (says.length === 0) return;
  const links = says.slice(0, 3).flatMap(({ body }) => {
    const channel = seen?.channels.find((each) => each.body === body);
    return channel ? [button(channel.short, () => open(channel.body, again), 'btn small-btn')] : [];
  });
  toast(roomWords().happened(saysOf(says)), ...links);
}

const fails = () => toast(roomWords().failed);
at('person').addEventListener('change', () => {
  change({ person: at<HTMLSelectElement>('person').value });
  again();
});
at('next').addEventListener('click', () => void passes('next').catch(fails));
at('day').addEventListener('click', () => void passes('day').catch(fails));
at('jump').addEventListener('change', () => {
  const { value } = at<HTMLInputElement>('jump');
  if (value) void passes(value).catch(fails);
});
at('again').addEventListener('click', () => {
  localStorage.removeItem('samspil.skipped');
  seen = null;
  void ask.again().catch(fails);
});
at('language').addEventListener('click', () => {
  change({ language: state.language === 'da' ? 'en' : 'da' });
  again();
});
at('theme').addEventListener('click', () => {
  change({ theme: state.theme === 'light' ? 'dark' : 'light' });
  again();
});
at('check').addEventListener('click', () => void proveLedger().catch(fails));
for (const each of document.querySelectorAll<HTMLElement>('[data-pane-of]')) {
  each.addEventListener('click', () => {
    change({ pane: each.dataset.paneOf as typeof state.pane });
    again();
  });
}
addEventListener('resize', again);
anew();
