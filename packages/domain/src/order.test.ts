import { describe, expect, it } from 'vitest';
import { CASE_STATES, CASE_TRANSITIONS, nextCaseState } from './case.ts';
import { type Flag, isReviewed, type Reviewed } from './flag.ts';
import { type Approved, isApproved, type Response } from './response.ts';

const flag: Flag = {
  id: '1',
  profile: 'thai-binh',
  articleId: '1',
  articleVersionId: '1',
  state: 'confirmed',
  version: 2,
};
const response: Response = {
  id: '1',
  profile: 'thai-binh',
  caseId: '1',
  language: 'vi',
  number: 1,
  title: 'Trả lời',
  body: 'Nội dung',
  state: 'approved',
};
const open = (_flag: Reviewed<Flag>) => 'opened';
const release = (_response: Approved<Response>) => 'released';

describe('the order that types keep', () => {
  it('opens a case only on a reviewed flag', () => {
    // @ts-expect-error a flag by itself is not a reviewed one, whatever its state says
    open(flag);
    expect(isReviewed(flag) && open(flag)).toBe('opened');
    for (const state of ['open', 'dismissed', 'needs-evidence'] as const)
      expect(isReviewed({ ...flag, state })).toBe(false);
  });

  it('releases only an approved response', () => {
    // @ts-expect-error a response by itself is not an approved one, whatever its state says
    release(response);
    expect(isApproved(response) && release(response)).toBe('released');
    for (const state of ['draft', 'submitted', 'sent-back', 'withdrawn'] as const) {
      expect(isApproved({ ...response, state })).toBe(false);
    }
  });
});

describe('the states of a case', () => {
  it('are all reached, and all but the end are left', () => {
    const reached = new Set<string>(Object.values(CASE_TRANSITIONS).map(({ to }) => to));
    const left = new Set<string>(Object.values(CASE_TRANSITIONS).flatMap(({ from }) => from));
    for (const state of CASE_STATES) {
      expect(reached.has(state), `${state} is reached`).toBe(true);
      expect(left.has(state), `${state} is left`).toBe(true);
    }
  });

  it('lead to a release only through an approval', () => {
    const into = (state: string) =>
      Object.entries(CASE_TRANSITIONS).flatMap(([name, { from, to }]) =>
        to === state ? from.map((start) => `${start} ${name}`) : [],
      );
    expect(into('approved')).toEqual(['submitted approve']);
    expect(into('submitted')).toEqual(['responding submit']);
    expect(into('released')).toEqual(['approved release', 'released release', 'monitoring release']);
    expect(into('monitoring')).toEqual(['released monitor']);
    expect(nextCaseState('responding', 'release')).toBeNull();
  });
});
