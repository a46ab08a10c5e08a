import { beforeAll, describe, expect, it } from 'vitest';
import { composeEdition, type Edition, plannedOrigin } from '../edition/edition.ts';
import { bigNumber, lowerBound, plainNumber, upperBound } from '../figure/format.ts';
import type { Tongue } from '../outlet/outlet.ts';
import { profileIds } from '../outlet/outlets.ts';
import { type TrueArticle, truthOf } from './truth.ts';

const now = new Date('2026-11-20T03:00:00Z');
const compose = (seed?: number): Edition => composeEdition({ now, seed, originOf: plannedOrigin });

let edition: Edition;
let truth: TrueArticle[];
beforeAll(() => {
  edition = compose();
  truth = truthOf(edition);
});

describe('the sample press', () => {
  it('is large and wide enough', () => {
    expect(edition.outlets.length).toBeGreaterThanOrEqual(16);
    expect(truth.length).toBeGreaterThanOrEqual(160);
    expect(new Set(truth.map((row) => row.language))).toEqual(new Set(['vi', 'en', 'zh', 'ja', 'ko', 'fr', 'ru']));
    expect(new Set(edition.outlets.map((outlet) => outlet.feed)).size).toBe(6);
    expect(new Set(edition.outlets.map((outlet) => outlet.charset)).size).toBeGreaterThanOrEqual(7);
    expect(truth.filter((row) => !row.relevant).length).toBeGreaterThanOrEqual(35);
  });

  it.each(profileIds)('plants every kind of case for %s', (profile) => {
    const own = truth.filter((row) => row.profile === profile);
    const claims = own.flatMap((row) => row.claims.map((claim) => ({ ...claim, row })));
    const count = (signal: string, origin?: string) =>
      claims.filter((claim) => claim.signal === signal && (origin === undefined || claim.row.origin === origin)).length;
    expect(own.length).toBeGreaterThanOrEqual(22);
    expect(new Set(own.map((row) => row.language)).size).toBeGreaterThanOrEqual(6);
    expect(count('contradicts-figure', 'domestic')).toBeGreaterThanOrEqual(1);
    expect(count('contradicts-figure', 'foreign')).toBeGreaterThanOrEqual(1);
    for (const signal of [
      'contradicts-statement',
      'repeats-clarified-claim',
      'differs-between-versions',
      'headline-body-mismatch',
      'old-as-new',
      'unattributed-allegation',
    ]) {
      expect(count(signal), signal).toBeGreaterThanOrEqual(1);
    }
    const verdicts = own.map((row) => row.verdict);
    expect(verdicts.filter((verdict) => verdict === 'accurate-negative').length).toBeGreaterThanOrEqual(4);
    expect(verdicts.filter((verdict) => verdict === 'opinion').length).toBeGreaterThanOrEqual(2);
    expect(own.filter((row) => row.duplicateOf !== null).length).toBeGreaterThanOrEqual(4);
    expect(edition.records.filter((record) => record.profile === profile).length).toBeGreaterThanOrEqual(12);
    expect(edition.records.some((record) => record.profile === profile && record.kind === 'clarification')).toBe(true);
  });

  it('always has a current week of news, whenever it is started', () => {
    const spring = composeEdition({ now: new Date('2027-03-02T23:00:00Z'), originOf: plannedOrigin });
    const week = spring.articles.filter(
      (article) => spring.now.getTime() - article.publishedAt.getTime() < 7 * 86_400_000,
    );
    expect(week.length).toBeGreaterThanOrEqual(160);
    expect(spring.articles.every((article) => article.publishedAt <= spring.now)).toBe(true);
  });
});

describe.each([undefined, ...Array.from({ length: 20 }, (_, index) => index + 1)])(
  'the truth under seed %s',
  (seed) => {
    const seeded = compose(seed);
    const rows = truthOf(seeded, { held: true });
    const articles = new Map(seeded.articles.map((article) => [article.id, article]));
    const records = new Map(seeded.records.map((record) => [record.id, record]));

    it('quotes the articles verbatim', () => {
      for (const row of rows) {
        const article = articles.get(row.id);
        const text = [article?.title, ...(article?.paragraphs ?? [])].join('\n\n');
        for (const claim of row.claims) expect(text.includes(claim.quote), `${row.id}: ${claim.quote}`).toBe(true);
        expect(text, row.id).not.toMatch(/[{}]|\[\[|\]\]|undefined|NaN/);
      }
    });

    it('gives every flag evidence that exists and was there before', () => {
      for (const row of rows.filter((each) => each.flag)) {
        expect(row.evidence.length, row.id).toBeGreaterThan(0);
        for (const id of row.evidence) {
          const issued = records.get(id)?.issuedAt ?? articles.get(id)?.publishedAt.toISOString();
          expect(issued, `${row.id} rests on ${id}`).toBeDefined();
          expect(new Date(issued ?? '').getTime(), `${row.id} rests on ${id}`).toBeLessThanOrEqual(
            articles.get(row.id)?.publishedAt.getTime() ?? 0,
          );
        }
      }
      expect(
        rows.filter((row) => row.verdict === 'opinion' || row.verdict === 'unverifiable').some((row) => row.flag),
      ).toBe(false);
    });

    it('keeps agreements agreeing and contradictions contradicting', () => {
      let agreed = 0;
      let contradicted = 0;
      for (const row of rows) {
        const tongue = articles.get(row.id)?.outlet.tongue ?? 'vi';
        for (const claim of row.claims) {
          const record = records.get(claim.recordId ?? '');
          if (record?.value === undefined) continue;
          const says = formsOf(record.value, tongue).some((form) => stands(form, claim.quote));
          if (claim.verdict === 'distorted') {
            expect(says, `${row.id} should contradict ${record.id}: ${claim.quote}`).toBe(false);
            contradicted += 1;
          } else {
            expect(says, `${row.id} should agree with ${record.id} (${record.value}): ${claim.quote}`).toBe(true);
            agreed += 1;
          }
        }
      }
      expect(agreed).toBeGreaterThanOrEqual(40);
      expect(contradicted).toBeGreaterThanOrEqual(25);
    });

    it('has the shape of the original', () => {
      const shape = (row: TrueArticle) => ({
        ...row,
        url: '',
        claims: row.claims.map((claim) => ({ ...claim, quote: '' })),
      });
      expect(rows.map(shape)).toEqual(truthOf(edition, { held: true }).map(shape));
      if (seed !== undefined) {
        expect(seeded.articles.map((article) => article.paragraphs)).not.toEqual(
          edition.articles.map((article) => article.paragraphs),
        );
        expect(seeded.outlets.map((outlet) => outlet.name)).not.toEqual(edition.outlets.map((outlet) => outlet.name));
      }
    });
  },
);

/** Whether a written number stands in a text as a whole number, not as a part of a longer one. */
function stands(form: string, text: string): boolean {
  const escaped = form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\d.,])${escaped}(?![\\d]|[.,]\\d)`).test(text);
}

/** The ways in which an article may say a figure truthfully: exactly, or as a bound. */
function formsOf(value: number, tongue: Tongue): string[] {
  return [
    plainNumber(value, tongue),
    ...[value, lowerBound(value), upperBound(value)].map((each) => bigNumber(each, tongue)),
  ];
}
