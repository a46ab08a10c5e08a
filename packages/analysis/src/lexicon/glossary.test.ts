import { describe, expect, it } from 'vitest';
import { NOTIONS } from './concepts.ts';
import { findWords, GLOSSARY, isGenericWord, oppositeWordOf } from './glossary.ts';

const LANGUAGES = ['en', 'fr', 'ja', 'ko', 'ru', 'vi', 'zh'];
/** Read beside them, not in every entry. */
const FURTHER = ['th', 'km', 'lo'];
const termsOf = (joined: string): string[] => joined.split('|').filter((term) => term.trim() !== '');

describe('the glossary', () => {
  it('has each word once, beside the notions', () => {
    const ids = [...GLOSSARY, ...NOTIONS].map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toStrictEqual([]);
  });

  it('has every word in seven languages, in NFC, no term twice in one entry', () => {
    for (const { id, terms } of GLOSSARY) {
      expect(
        Object.keys(terms)
          .filter((language) => !FURTHER.includes(language))
          .sort(),
        id,
      ).toStrictEqual(LANGUAGES);
      for (const [language, joined] of Object.entries(terms)) {
        expect(joined.normalize('NFC'), `${id} ${language}`).toBe(joined);
        const all = termsOf(joined);
        expect(all.length, `${id} ${language}`).toBeGreaterThan(0);
        expect(new Set(all).size, `${id} ${language}`).toBe(all.length);
      }
    }
  });

  it('names opposites in pairs', () => {
    for (const { id, opposite } of GLOSSARY)
      if (opposite !== undefined) expect(oppositeWordOf(opposite), `${id} / ${opposite}`).toBe(id);
  });

  it.each([
    ['vi', 'Tàu không có áo phao cho hành khách'],
    ['en', 'The boat carried no life jackets'],
    ['zh', '船上没有救生衣'],
    ['ja', '船に救命胴衣がなかった'],
    ['ko', '배에는 구명조끼가 없었다'],
    ['fr', "Le bateau n'avait pas de gilets de sauvetage"],
    ['ru', 'На судне не было спасательных жилетов'],
  ])('finds one word in %s', (language, text) => {
    const found = findWords(text, language).find(({ id }) => id === 'life-jacket');
    expect(text.slice(found?.start, found?.end)).toMatch(
      /áo phao|life jackets|救生衣|救命胴衣|구명조끼|gilets|спасательных/,
    );
  });

  it('keeps the longer of two words at one place', () => {
    const found = findWords('chính sách không công bằng', 'vi').map(({ start, end }) => [start, end]);
    for (const [start = 0, end = 0] of found)
      expect(found.some(([a = 0, b = 0]) => a <= start && b >= end && b - a > end - start)).toBe(false);
  });

  it('tells words that say little from the others', () => {
    const generic = GLOSSARY.filter(({ id }) => isGenericWord(id));
    expect(generic.length).toBeGreaterThan(20);
    expect(generic.length).toBeLessThan(GLOSSARY.length / 10);
  });
});
