import { describe, expect, it } from 'vitest';
import { parseClause, shortClause } from './clause.ts';
import { buildClauseTree, coversClause } from './tree.ts';

function clause(text: string): NonNullable<ReturnType<typeof parseClause>> {
  const ref = parseClause(text);
  if (ref === null) throw new Error(text);
  return ref;
}

describe('parseClause', () => {
  it.each(['Đ7', 'Đ7.3', 'Đ7.3a', 'Đ6.3đ', 'Đ7.2c/1', 'QĐ2', 'Đ19.11'])('reads and writes %s', (text) => {
    expect(shortClause(clause(text))).toBe(text);
  });

  it.each(['7.3', 'Điều 7', 'Đ7.', 'Đ7.a', 'Đ7/1', 'Đ 7', ''])('refuses %j', (text) => {
    expect(parseClause(text)).toBeNull();
  });
});

describe('buildClauseTree', () => {
  const tree = buildClauseTree([clause('Đ7.2c/1'), clause('Đ8')]);

  it('knows what holds a leaf and nothing else', () => {
    for (const text of ['Đ7', 'Đ7.2', 'Đ7.2c', 'Đ7.2c/1', 'Đ8']) expect(tree.has(clause(text))).toBe(true);
    for (const text of ['Đ7.1', 'Đ7.2a', 'Đ7.2c/2', 'Đ8.1', 'QĐ7']) expect(tree.has(clause(text))).toBe(false);
  });

  it('lets a clause speak for its points, not the other way round', () => {
    expect(coversClause(clause('Đ7.2'), clause('Đ7.2c/1'))).toBe(true);
    expect(coversClause(clause('Đ7.2c'), clause('Đ7.2'))).toBe(false);
  });
});
