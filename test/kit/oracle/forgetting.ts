import type { Store } from '../../../bot/store/store.ts';

/** A store that forgets of every card that it was drawn from sources like these, as if nobody had noted them. */
export function forgetting(store: Store, sources: RegExp): Store {
  const kept = (watch: readonly string[]) => watch.filter((source) => !sources.test(source));
  return {
    ...store,
    watch: (claim, watch) => store.watch(claim, kept(watch)),
    settle: (claim, outcome) => {
      if (outcome.kind !== 'looked') return store.settle(claim, outcome);
      const staleAt = sources.test('the clock') ? null : outcome.look.staleAt;
      return store.settle(claim, { ...outcome, watch: kept(outcome.watch), look: { ...outcome.look, staleAt } });
    },
  };
}
