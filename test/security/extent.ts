const env: unknown = Reflect.get(import.meta, 'env');
const mode: unknown = typeof env === 'object' && env !== null ? Reflect.get(env, 'MODE') : null;

/** Where jobs wait: in the ledger's own PostgreSQL, or in a Redis. */
export type BackendKind = 'postgres' | 'redis';

/** The backend that `pnpm attack` goes through whole in this run; null in CI, which takes a part. */
const WHOLE_ON = (['postgres', 'redis'] as const).find((kind) => mode === `whole-${kind}`) ?? null;

/** What stands in front of an attack that takes one backend. */
export const BACKEND: BackendKind = WHOLE_ON ?? 'postgres';

/** The backends in front of an attack that goes by the queue: CI takes both, `pnpm attack` one a run. */
export const BACKENDS: readonly BackendKind[] = WHOLE_ON === null ? ['postgres', 'redis'] : [WHOLE_ON];

/** All of a list, or at most `inCi` of it, evenly taken. */
export function sample<Item>(all: readonly Item[], inCi: number): readonly Item[] {
  if (WHOLE_ON !== null || all.length <= inCi) return all;
  const step = all.length / inCi;
  return Array.from({ length: inCi }, (_, index) => all[Math.floor(index * step)]).filter((item) => item !== undefined);
}
