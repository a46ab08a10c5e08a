import { describe, expect, it } from 'vitest';
import { termOf, wordsIn } from './catalogue.ts';

function leaves(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String(value('7', '8'))]];
  if (typeof value !== 'object' || value === null) throw new Error(`${path} is neither text nor group`);
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}

describe('the catalogue', () => {
  const vi = leaves(wordsIn('vi'));
  const en = leaves(wordsIn('en'));

  it('has the same keys in both languages', () => {
    expect(en.map(([path]) => path).sort()).toEqual(vi.map(([path]) => path).sort());
    expect(vi.length).toBeGreaterThan(400);
  });

  it('has no empty text, and Vietnamese in NFC', () => {
    for (const [path, text] of [...vi, ...en]) {
      expect(text.trim(), path).not.toBe('');
      expect(text, path).toBe(text.normalize('NFC'));
    }
  });

  it('keeps both arguments of texts with arguments', () => {
    expect(wordsIn('vi').cases.approvedBy('Bà A', '10:35')).toBe('Bà A phê duyệt lúc 10:35');
  });

  it('answers an unknown id with the id itself', () => {
    const terms = wordsIn('vi').terms;
    expect(termOf(terms.sectors, 'tourism')).toBe('Du lịch');
    expect(termOf(terms.sectors, 'constructor')).toBe('constructor');
    expect(termOf(terms.sectors, null)).toBe('');
  });
});
