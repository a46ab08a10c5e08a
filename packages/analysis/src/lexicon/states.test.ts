import { describe, expect, it } from 'vitest';
import { FIELDS, findFields } from './fields.ts';
import { FACETS, facetOf, findStates, otherStateOf, STATES } from './states.ts';

const LANGUAGES = ['en', 'fr', 'ja', 'ko', 'ru', 'vi', 'zh'];
/** Read beside them, not in every entry. */
const FURTHER = ['th', 'km', 'lo'];

describe.each([
  ['states', STATES],
  ['fields', FIELDS],
])('the lexicon of %s', (_, entries) => {
  it('names each entry once, in every language, in composed characters', () => {
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    for (const { id, terms } of entries) {
      expect(
        Object.keys(terms)
          .filter((language) => !FURTHER.includes(language))
          .sort(),
        id,
      ).toEqual(LANGUAGES);
      for (const [language, joined] of Object.entries(terms)) {
        const words = joined.split('|');
        expect(joined, id).toBe(joined.normalize('NFC'));
        expect(words.length, id).toBeGreaterThanOrEqual(FURTHER.includes(language) ? 1 : 5);
        expect(
          words.filter((word) => word.trim() === '' || word.startsWith('*')),
          id,
        ).toEqual([]);
      }
    }
  });
});

describe('the lexicon of states', () => {
  it('has two values or more in each facet, and no term under two of one', () => {
    for (const [facet, values] of FACETS) {
      expect(values.length, facet).toBeGreaterThanOrEqual(2);
      for (const language of [...LANGUAGES, ...FURTHER]) {
        const terms = STATES.filter(({ id }) => facetOf(id) === facet).flatMap(({ terms: all }) => [
          ...new Set((all[language] ?? '').toLowerCase().split('|')),
        ]);
        const twice = terms.filter((term, at) => terms.indexOf(term) !== at);
        expect(twice, `${facet}, ${language}`).toEqual([]);
      }
    }
  });

  it.each([
    ['vi', 'Cầu vẫn cấm xe tải', 'permission.banned'],
    ['en', 'The road has been closed to traffic since Monday', 'access.closed'],
    ['zh', '口岸照常运行', 'operation.running'],
    ['fr', "L'usine est à l'arrêt", 'operation.stopped'],
  ])('finds in %s: %s', (language, text, state) => {
    expect(findStates(text, language).map(({ id }) => id)).toContain(state);
  });

  it('knows the other state of a facet of two, and none where there are more', () => {
    expect(otherStateOf('price.free')).toBe(null);
    expect(otherStateOf('compensation.nothing')).toBe(null);
    expect(otherStateOf('alert.raised')).toBe('alert.lifted');
  });
});

describe('the lexicon of fields', () => {
  it.each([
    ['vi', 'Ngư dân bến phà chờ chuyến phà đêm', 'ferry'],
    ['en', 'School meals at the canteen made pupils ill', 'school-meals'],
    ['ru', 'Урожай кофе в провинции вырос', 'coffee'],
  ])('finds in %s: %s', (language, text, field) => {
    expect(findFields(text, language).map(({ id }) => id)).toContain(field);
  });
});
