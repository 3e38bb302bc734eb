import { at, button, make, redraw } from './dom.ts';
import type { RoomSeen } from './known.ts';
import { pointToCard } from './posts.ts';
import { change, state } from './state.ts';
import { type TourStep, tourWords } from './tour-words.ts';
import { roomWords } from './words.ts';

const skipped = new Set<TourStep>(JSON.parse(localStorage.getItem('samspil.skipped') ?? '[]'));

/** The strip and the list: which step comes next, and which the state of the world says are done. */
export function showTour(look: RoomSeen, again: () => void): void {
  const steps = stepsFor(look);
  const now = steps.findIndex(({ name }) => !look.tour[name] && !skipped.has(name));
  const text = roomWords();
  const current = steps[now];
  at('tour').hidden = state.tour === 'closed';
  at('tour-text').replaceChildren(
    current ? make('b', {}, text.stepOf(now + 1, steps.length)) : '',
    ' ',
    current ? current.says : text.tourOver,
  );
  at('show-me').hidden = !current;
  at('skip-step').hidden = !current;
  at('tour-count').textContent = text.steps(steps.filter(({ name }) => look.tour[name]).length, steps.length);
  const opens = button(text.openTour, () => close('open', again));
  redraw(
    at('steps'),
    ...steps.map(({ name, says, why }, nth) =>
      make(
        'li',
        { class: look.tour[name] ? 'done' : nth === now ? 'current' : '' },
        make('span', {}, says, make('span', { class: 'small subtle why' }, why)),
        button(text.showMe, () => showStep(look, name, again), 'btn quiet small-btn'),
      ),
    ),
    ...(state.tour === 'closed' ? [make('li', {}, opens)] : []),
  );
  at('show-me').onclick = () => current && showStep(look, current.name, again);
  at('skip-step').onclick = () => {
    if (current) skipped.add(current.name);
    localStorage.setItem('samspil.skipped', JSON.stringify([...skipped]));
    again();
  };
  at('close-tour').onclick = () => close('closed', again);
}

function close(tour: 'open' | 'closed', again: () => void): void {
  change({ tour });
  again();
}

function stepsFor({ roles, leads, people, channels }: RoomSeen) {
  const name = (role: string) => people.find(({ id }) => id === roles[role])?.name ?? '';
  const short = (body: string | null) => (channels.find((each) => each.body === body)?.short ?? '').replace(/^The /, 'the ');
  return tourWords(state.language, { name, group: short(leads.group), above: short(leads.above), secretariat: short(leads.secretariat) });
}

/** Takes whoever looks to where the step is: the person, the channel, and what is to be pressed. */
function showStep(look: RoomSeen, step: TourStep, again: () => void): void {
  const found = stepsFor(look).find(({ name }) => name === step);
  if (!found) return;
  const body = found.where === null ? null : look.leads[found.where];
  const person = found.as === null ? null : look.roles[found.as];
  change({ ...(person ? { person } : {}), ...(body ? { body } : {}), pane: found.target === 'check' ? 'right' : 'middle' });
  pointToCard(look.about[step] ?? null);
  again();
  if (found.target === null) return;
  const target = at(found.target);
  target.scrollIntoView({ block: 'nearest' });
  target.focus();
}
