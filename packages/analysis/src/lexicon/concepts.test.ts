import { describe, expect, it } from 'vitest';
import { isSpaced, scriptOf } from '../text/script.ts';
import { findNotions, NOTIONS, notionOf } from './concepts.ts';

const MAIN_LANGUAGES = ['vi', 'en', 'zh', 'ja', 'ko', 'fr', 'ru'];
/** Notions that some words mean both of; a word of any other two is a slip. */
const MEANT_TOGETHER = [
  'accident, traffic-accident',
  'aid-fund, ngo',
  'allow, licence',
  'arrest, confiscate',
  'arrest, delayed',
  'bankruptcy, bank-run',
  'budget-revenue, tax',
  'cancel, cede',
  'cancel, pull-out',
  'cancel, strip-title',
  'chemical, heavy-metal',
  'class, teach',
  'close, bankruptcy',
  'close, blockade',
  'close, cancel',
  'close, cancel, hand-out-cut',
  'close, delayed',
  'collapse, cede',
  'complete, hold',
  'corruption, misuse',
  'crop-output, paid',
  'damage, collapse',
  'damage, cull, burn',
  'damage, cull, demolish',
  'damage, felling',
  'damage, sweep-away',
  'death, paid',
  'decrease, collapse',
  'decrease, waterfall',
  'disease, fall-ill',
  'disease, household',
  'disease, pollution',
  'domestic-violence, assault',
  'drought, salinity',
  'electricity, power-cut',
  'emergency-care, fall-ill',
  'ethnic, hmong',
  'ethnic, khmer',
  'evacuate, pull-out',
  'factory, plastic-factory',
  'felling, decrease',
  'felling, demolish',
  'ferry, ship-call',
  'fire, burn',
  'forest, felling',
  'forest, forest-cover',
  'forest, mangrove',
  'forest, scaffold',
  'fruit, durian',
  'growth, increase',
  'heritage, geopark',
  'high-tech-farm, greenhouse',
  'hospital, emergency-care, fall-ill',
  'illegal, collapse',
  'increase, explosion',
  'international, foreigner',
  'international, visa',
  'iuu, poaching',
  'landslide, collapse',
  'landslide, decrease',
  'layoff, resign',
  'legal, safe',
  'livestock, bird',
  'lose, aground',
  'manage-foreign, cede',
  'military, military-base',
  'missing, felling',
  'misuse, hand-out-cut',
  'misuse, recognise',
  'misuse, rob',
  'nuclear, radioactive',
  'official, manage-foreign',
  'open, hold',
  'open, safe',
  'paid, price',
  'paid, tax',
  'paid, tax, toll-fee',
  'paid, ticket',
  'paid, toll-fee',
  'pollution, dump',
  'pollution, unsafe',
  'population, resident',
  'price, ticket',
  'quarantine, blockade',
  'quarantine, curfew',
  'recognise, title',
  'registered, allow, licence',
  'registered, recognise, title',
  'registered, sign',
  'religion, religious-site',
  'revenue, budget-revenue',
  'school, class',
  'seafood, clam',
  'seafood, shrimp',
  'sell, manage-foreign',
  'sell, manage-foreign, cede',
  'sell, rent-lease',
  'sink, capsize',
  'social-media, internet-service',
  'soldier-conscription, recruit',
  'spending, paid',
  'spending, price',
  'strip-title, cede',
  'strip-title, title',
  'subsidy, relief-supply',
  'suicide-crime, rob',
  'sweep-away, leak',
  'tax, price',
  'torture, assault',
  'torture, domestic-violence',
  'tourist, passenger',
  'trafficking, kidnap',
  'unsafe, exceed-limit',
  'visa, identity, passport',
  'visa, passport',
  'wage, paid',
  'waste, fill-in',
  'waste, plastic-factory',
  'water, tap-water',
];
const termsOf = (joined: string) => joined.split('|').filter((term) => term.trim() !== '');

describe('the lexicon of notions', () => {
  it('names each notion once', () => {
    const ids = NOTIONS.map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it('words every notion in the seven main languages', () => {
    const gaps = NOTIONS.flatMap(({ id, terms }) =>
      MAIN_LANGUAGES.filter((language) => termsOf(terms[language] ?? '').length === 0).map((gap) => `${id}: ${gap}`),
    );
    expect(gaps).toEqual([]);
  });

  it('pairs every pole with its opposite, and implies only what exists', () => {
    for (const { id, opposite, implies } of NOTIONS) {
      if (opposite !== undefined) expect(notionOf(opposite).opposite, id).toBe(id);
      if (implies !== undefined) expect(notionOf(implies).id, id).toBe(implies);
    }
  });

  it('has no term so short that it would stand inside other words', () => {
    const short = NOTIONS.flatMap(({ id, terms }) =>
      Object.entries(terms).flatMap(([language, joined]) =>
        termsOf(joined)
          .map((term) => ({ bare: term.replaceAll('*', '').trim(), open: term.endsWith('*') }))
          .filter(({ bare, open }) => {
            if (!isSpaced(scriptOf(bare.at(-1) ?? ''))) return bare.length < 1;
            return open && bare.length < 3;
          })
          .map(({ bare }) => `${id} (${language}): ${bare}`),
      ),
    );
    expect(short).toEqual([]);
  });

  it('lets one term stand for two notions only where one of them means the other as well', () => {
    const owners = new Map<string, string[]>();
    for (const { id, terms } of NOTIONS) {
      for (const [language, joined] of Object.entries(terms)) {
        for (const term of new Set(termsOf(joined))) {
          const key = `${language} ${term.toLowerCase()}`;
          owners.set(key, [...(owners.get(key) ?? []), id]);
        }
      }
    }
    const claimed = [...owners]
      .filter(([, ids]) => ids.length > 1 && !MEANT_TOGETHER.includes(ids.join(', ')))
      .map(([term, ids]) => `${term}: ${ids.join(', ')}`);
    expect(claimed).toEqual([]);
  });

  it('finds its own terms', () => {
    for (const { id, terms } of NOTIONS) {
      const plain = termsOf(terms['vi'] ?? '').find((term) => !term.includes('*'));
      if (plain === undefined) continue;
      const found = findNotions(plain, 'vi').map((hit) => hit.id);
      expect(found.length, id).toBeGreaterThan(0);
    }
  });
});
