const env: unknown = Reflect.get(import.meta, 'env');

/** Whether everything is tried (`pnpm attack`) or, among much of a kind, a part that CI has time for. */
const WHOLE = typeof env === 'object' && env !== null && Reflect.get(env, 'MODE') === 'whole';

/** All of a list, or at most `inCi` of it, evenly taken. */
export function sample<Item>(all: readonly Item[], inCi: number): readonly Item[] {
  if (WHOLE || all.length <= inCi) return all;
  const step = all.length / inCi;
  return Array.from({ length: inCi }, (_, index) => all[Math.floor(index * step)]).filter((item) => item !== undefined);
}
