import * as ask from './ask.ts';
import { at, make, redraw } from './dom.ts';
import type { RoomSeen } from './known.ts';
import { open } from './left.ts';
import { state } from './state.ts';
import { levelOf, levelOrder, moment, roomWords } from './words.ts';

/** The map of bodies, lit where the newest case is and has been, and the newest entries of the ledger. */
export function showAside(look: RoomSeen, again: () => void): void {
  showMap(look, again);
  at('ledger').replaceChildren(
    ...look.entries.map(({ at: when, who, did, body, hash }) =>
      make(
        'li',
        {},
        make('span', {}, make('b', {}, who), ` ${did}`),
        make(
          'span',
          { class: 'small subtle' },
          [moment(when, look.timeZone), body].filter(Boolean).join(' · '),
          ' · ',
          make('code', {}, hash),
        ),
      ),
    ),
  );
}

function showMap({ map, channels }: RoomSeen, again: () => void): void {
  const text = roomWords();
  const { nodes, case: on } = map;
  const nameOf = (id: string) => nodes.find((each) => each.id === id)?.short ?? id;
  at('where').textContent = on === null ? text.noCase : text.caseAt(on.number, text.phases[on.phase]?.(nameOf(on.at)) ?? nameOf(on.at));
  const node = ({ id, short }: (typeof nodes)[number]) => {
    const waits = channels.find(({ body }) => body === id)?.waits.length ?? 0;
    const lit = on?.at === id ? 'node now' : on?.been.includes(id) ? 'node been' : 'node';
    const here = on?.at === id ? text.mapHere : on?.been.includes(id) ? text.mapBeen : '';
    return make(
      'button',
      { type: 'button', class: lit, 'data-node': id, 'aria-current': String(id === state.body), onclick: () => open(id, again) },
      short,
      here === '' ? null : make('span', { class: 'vh' }, `, ${here}`),
      waits === 0
        ? null
        : make(
            'span',
            { class: 'count' },
            make('span', { 'aria-hidden': 'true' }, String(waits)),
            make('span', { class: 'vh' }, `, ${text.waitsFor(waits)}`),
          ),
    );
  };
  const rows = levelOrder.flatMap((level) => {
    const here = nodes.filter(({ kind }) => levelOf(kind) === level);
    return here.length === 0 ? [] : [make('div', { class: 'level', role: 'group', 'aria-label': text.levels[level] }, ...here.map(node))];
  });
  redraw(at('map'), document.createElementNS('http://www.w3.org/2000/svg', 'svg'), ...rows);
  requestAnimationFrame(() => drawLines(map));
}

/** From each body to the one above it; the way the case has gone is drawn stronger. */
function drawLines({ nodes, case: on }: RoomSeen['map']): void {
  const svg = at('map').querySelector('svg');
  if (!svg) return;
  const box = at('map').getBoundingClientRect();
  const spot = (id: string) => {
    const found = at('map').querySelector(`[data-node="${id}"]`)?.getBoundingClientRect();
    return found && { x: found.left + found.width / 2 - box.left, top: found.top - box.top, bottom: found.bottom - box.top };
  };
  const walked = new Set(on === null ? [] : [on.at, ...on.been]);
  const lines = nodes.flatMap(({ id, above }) => {
    const [from, to] = [spot(id), above === null ? undefined : spot(above)];
    if (!from || !to) return [];
    const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    const middle = to.bottom + 7;
    line.setAttribute('d', `M${from.x} ${from.top}V${middle}H${to.x}V${to.bottom}`);
    line.setAttribute('class', walked.has(id) && walked.has(above ?? '') ? 'walked' : 'line');
    return [line];
  });
  svg.setAttribute('aria-hidden', 'true');
  svg.replaceChildren(...lines.sort((one) => (one.getAttribute('class') === 'walked' ? 1 : -1)));
}

export async function proveLedger(): Promise<void> {
  const { entries, faults } = await ask.check();
  at('proof').textContent = faults.length === 0 ? roomWords().sound(entries) : roomWords().unsound(faults.join(' '));
}
