import type { BodyId, Charter, IsoDate } from '../../governance/charter/charter.ts';
import { termsInForce } from '../../governance/charter/terms.ts';
import { shortName } from '../short-name.ts';
import type { Remembered } from './remembered.ts';

/** The case that moved last: where it is, where it has been, and how it stands there. */
export interface CaseOnMap {
  readonly number: string;
  readonly at: BodyId;
  readonly been: readonly BodyId[];
  readonly phase: string;
}

/** The bodies, who stands under whom, and where the newest case is. */
export function mapOf(charter: Charter, { streams }: Remembered, date: IsoDate, language: string) {
  const nodes = charter.bodies.flatMap(({ id, kind, outside, outsideTeams }) => {
    const terms = outside ? null : termsInForce(charter, id, date);
    const above = terms?.above.stated ? terms.above.value : null;
    return terms ? [{ id, kind, outsideTeams, above, short: shortName(charter, id, language) }] : [];
  });
  return { nodes, case: newestCase(streams) };
}

function newestCase(streams: Remembered['streams']): CaseOnMap | null {
  const [newest] = [...streams.values()]
    .flatMap(({ state }) => (state.kind === 'case' && state.phase !== 'none' && state.number !== null ? [state] : []))
    .sort((one, other) => Date.parse(other.since) - Date.parse(one.since));
  if (!newest) return null;
  const been = [...new Set([newest.body, ...newest.cameTo])].filter((each) => each !== newest.at || isBack(newest.phase));
  return { number: newest.number ?? '', at: isBack(newest.phase) ? newest.body : newest.at, been, phase: newest.phase };
}

/** The answer is home again. */
function isBack(phase: string): boolean {
  return phase === 'returned' || phase === 'closed' || phase === 'withdrawn';
}
