import type { Part } from '../../bot/governance/charter/charter.ts';
import { words } from './charter.ts';

/** A part of an invented agreement. */
function part(id: string, kind: string, more: Partial<Part> = {}): Part {
  const source = { document: 'F1', section: '§1' };
  return { id, kind, name: words(id), source, under: [], assumed: false, when: null, state: null, clause: null, ...more };
}
/** Two goals, an initiative under the one, a task of the year, and a solution in operation. */
export const agreement = [
  part('near', 'vision'),
  part('health', 'content-area'),
  part('quit', 'initiative', { under: ['health'] }),
  part('audit', 'task', { when: '2015-01/2015-12', clause: 'f1.audit' }),
  part('wounds', 'solution', { state: { is: 'in-operation', said: words('i brug') } }),
];
