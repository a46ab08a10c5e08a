import { describe, expect, it } from 'vitest';
import { shortClause } from '../clause/clause.ts';
import { loadProfile, PROFILE_IDS } from '../profile/load.ts';
import { clauseRows, uncoveredClauses } from './table.ts';

/** Innermost clauses counted by hand in each text: three articles of the decision and those of the regulation. */
const LEAVES: Readonly<Record<string, number>> = {
  'thai-binh': 102,
  'hai-phong': 111,
  'lam-dong': 100,
  'cao-bang': 94,
  'tra-vinh': 77,
};

describe.each(PROFILE_IDS)('clauses of %s', (id) => {
  const profile = loadProfile(id);

  it('has every clause of the text', () => {
    expect(profile.tree.leaves).toHaveLength(LEAVES[id] ?? 0);
  });

  it('carries each clause or says why not', () => {
    expect(uncoveredClauses(profile)).toEqual([]);
  });

  it('sets no clause aside that it also follows', () => {
    const both = clauseRows(profile).filter(({ entries, reasons }) => entries.length > 0 && reasons.length > 0);
    expect(both.map(({ clause }) => shortClause(clause))).toEqual([]);
  });
});

describe('uncoveredClauses', () => {
  it('finds a clause that lost its entry', () => {
    const profile = loadProfile('cao-bang');
    const stripped = { ...profile, outside: profile.outside.filter((aside) => !aside.reason.startsWith('Kinh phí')) };
    expect(uncoveredClauses(stripped)).toEqual(['Đ5', 'Đ19.1', 'Đ19.2', 'Đ19.3']);
  });
});
