import { expect, it } from 'vitest';
import { compareJudges, worlds } from './record-index.ts';

/** One province of each of five sets, so that all five come once; `node test/eval/record-index.ts` takes all of all. */
const CHOSEN = [
  ['newsroom', 'hai-phong'],
  ['dailies', 'thai-binh'],
  ['investors', 'cao-bang'],
  ['wires', 'tra-vinh'],
  ['locals', 'lam-dong'],
] as const;

it.each(CHOSEN)('nothing is judged otherwise with the index of records: %s of %s', (set, profile) => {
  const world = worlds().find((one) => one.set === set && one.profile === profile);
  if (world === undefined) throw new Error(`Không có bộ ${set} của ${profile}.`);
  // Enough beside their own that there are more in common with an article than the index lets through.
  const { judged, flagged, otherFlag, otherJudgement } = compareJudges(world, set === 'newsroom' ? 0 : 600);
  expect([judged > 20, flagged > 5]).toEqual([true, true]);
  expect(otherFlag).toEqual([]);
  expect(otherJudgement.length).toBeLessThanOrEqual(set === 'newsroom' ? 0 : 1);
});
