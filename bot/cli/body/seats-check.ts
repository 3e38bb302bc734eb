import { emptyBody } from '../../governance/body/body.ts';
import type { BodyId, Charter, ClauseId, IsoDate, Terms } from '../../governance/charter/charter.ts';
import { composition } from '../../governance/people/composition.ts';
import { streamOf } from '../../governance/vocabulary/stream.ts';
import type { Store } from '../../store/store.ts';
import { inLanguage, namesOn, sourceText } from '../model/show.ts';

/** How each body is manned on a date, held against its terms: vacancies, the balance of sectors, and every cluster where that is asked for. */
export async function describeSeats(
  store: Store,
  charter: Charter,
  bodies: readonly BodyId[],
  date: IsoDate,
  language: string,
): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const id of bodies) {
    const state = (await store.recall(streamOf('body', id)))?.state;
    lines.push(...describeBody(charter, state?.kind === 'body' ? state : emptyBody(id), date, language));
  }
  return lines;
}

function describeBody(charter: Charter, state: ReturnType<typeof emptyBody>, date: IsoDate, language: string): readonly string[] {
  const words = inLanguage(language);
  const head = `${words(namesOn(charter, state.body, date))} (${state.body})`;
  const found = composition(charter, state, date);
  if (!found) return [head, '  No terms were in force.'];
  const { terms, seats, balance, clusters } = found;
  const sector = (id: string) => words(charter.collaboration.sectors.find((each) => each.id === id)?.name ?? {});
  const vacant = seats.filter((each) => each.vacant > 0);
  return [
    head,
    ...(seats.length === 0 ? ['  The terms name no seats.'] : []),
    ...vacant.map(({ seat, vacant: n }) => `  Vacant: ${n} × ${words(seat.name)}  ${source(charter, terms, seat.clause)}`),
    ...(seats.length > 0 && vacant.length === 0 ? ['  No place that must be filled is vacant.'] : []),
    ...(balance.length > 0
      ? [`  Chairs and members: ${balance.map((each) => `${sector(each.sector)} ${each.filled} of ${each.places}`).join(', ')}  {ours}`]
      : []),
    ...(clusters === null ? [] : [`  ${clustersText(clusters)}  ${source(charter, terms, clusters.clause)}`]),
  ];
}

function clustersText({ represented, of }: { readonly represented: number | null; readonly of: number }): string {
  if (represented === null) return `All ${of} clusters should be represented; the seats do not say who comes from which.`;
  return represented >= of ? `All ${of} clusters are represented.` : `${represented} of ${of} clusters are represented; all should be.`;
}

function source(charter: Charter, terms: Terms, id: ClauseId): string {
  const clause = [...terms.clauses, ...charter.clauses].find((each) => each.id === id);
  return clause ? `{${sourceText(clause.source)}}` : '';
}
