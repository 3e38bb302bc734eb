import type { Happening, PressAnswer, Pressed, RoomSeen, SeenPost } from './known.ts';
import { state } from './state.ts';

/** Everything this page asks the machine it runs on. */
async function ask<T>(path: string, body: object | null, signal?: AbortSignal): Promise<T> {
  const how = body === null ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answered = await fetch(path, { ...how, ...(signal ? { signal } : {}) });
  if (!answered.ok) throw new Error(`${path} answered ${answered.status}`);
  return answered.json();
}
const locale = () => (state.language === 'da' ? 'da-DK' : 'en-GB');

export const look = (after: number, signal: AbortSignal): Promise<RoomSeen> =>
  ask(`/room/look?${new URLSearchParams({ language: state.language, person: state.person, after: String(after) })}`, null, signal);
export const posts = (channel: string): Promise<readonly SeenPost[]> =>
  ask(`/teams/client/posts?${new URLSearchParams({ channel, person: state.person })}`, null);
export const sendPress = (activity: string, pressed: Pressed): Promise<PressAnswer> =>
  ask('/teams/client/press', { person: state.person, locale: locale(), activity, ...pressed });
export const sendWords = (channel: string, text: string): Promise<object> =>
  ask('/teams/client/messages', { person: state.person, locale: locale(), channel, text, thread: null });
export const markRead = (channel: string): Promise<object> => ask('/room/read', { person: state.person, channel });
export const clock = (to: string): Promise<{ readonly says: readonly Happening[] }> => ask('/room/clock', { to, language: state.language });
export const check = (): Promise<{ readonly entries: number; readonly faults: readonly string[] }> => ask('/room/check', null);
export const again = (): Promise<object> => ask('/room/again', {});
