import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type BlindItem, blindHash, blindItems, blindProfiles, blindRecords } from './items.ts';

const PROFILES = ['cao-bang', 'hai-phong', 'lam-dong', 'thai-binh', 'tra-vinh'];
const GRAVEST_FIRST = ['distorted', 'accurate-negative', 'unverifiable', 'opinion', 'accurate'];

/** What a blind set must hold; `distorted` is the least and the greatest share of items with a distortion. */
export interface BlindBounds {
  /** Languages that hold at least `itemsPerLanguage` items each. */
  readonly languages: readonly string[];
  readonly itemsPerLanguage: number;
  /** Languages of which a few items are allowed. */
  readonly rareLanguages: readonly string[];
  readonly distorted: readonly [number, number];
  readonly agreeing: number;
  readonly usesOfAFrame: number;
}

/** Sentences of an item with numbers masked: two items with the same one share a frame. */
function frames(item: BlindItem): Set<string> {
  const sentences = `${item.title}\n${item.text}`.split(/(?<=[.!?])\s+|(?<=[。！？])|\n+/u);
  return new Set(
    sentences
      .map((each) =>
        each
          .toLowerCase()
          .replace(/[\d.,]+/gu, '#')
          .trim(),
      )
      .filter((s) => s.length > 8),
  );
}

/**
 * Tests of the set in the folder `set` as a whole: hash, coverage, shares, wording.
 *
 * @param worlds folders of its parts, where each part has records of its own
 */
export function describeSet(set: string, bounds: BlindBounds, worlds: readonly string[] = [set]): void {
  describe('the set as a whole', () => {
    const all = worlds.flatMap((world) => PROFILES.flatMap((profile) => blindItems(profile, world)));
    const share = (of: (item: BlindItem) => boolean): number => all.filter(of).length / all.length;

    it('is the set that the README names by its hash', () => {
      const readme = readFileSync(join(set, 'README.md'), 'utf8');
      for (const world of worlds) expect(readme).toContain(blindHash(world));
    });

    it('covers five profiles and its languages, each with enough items', () => {
      for (const world of worlds) expect(blindProfiles(world)).toEqual(PROFILES);
      expect(all.length).toBeGreaterThanOrEqual(320);
      const languages = Map.groupBy(all, (item) => item.language);
      expect([...languages.keys()].sort()).toEqual([...bounds.languages, ...bounds.rareLanguages].sort());
      for (const language of bounds.languages)
        expect(languages.get(language)?.length, language).toBeGreaterThanOrEqual(bounds.itemsPerLanguage);
    });

    it('carries a distortion in its share of items', () => {
      const distorted = share((item) => item.label.flag);
      expect(distorted).toBeGreaterThanOrEqual(bounds.distorted[0]);
      expect(distorted).toBeLessThanOrEqual(bounds.distorted[1]);
    });

    it('holds every verdict and enough accurate negatives with figures that agree', () => {
      const verdicts = new Set(all.map((item) => item.label.verdict));
      expect(verdicts).toEqual(new Set([null, ...GRAVEST_FIRST]));
      const agreeing = all.filter(({ label }) =>
        label.claims.some((c) => c.verdict === 'accurate-negative' && c.recordId),
      );
      expect(agreeing.length).toBeGreaterThanOrEqual(bounds.agreeing);
    });

    it('repeats no sentence frame beyond what it allows', () => {
      const uses = Map.groupBy(
        all.flatMap((item) => [...frames(item)]),
        (frame) => frame,
      );
      expect([...uses].filter(([, times]) => times.length > bounds.usesOfAFrame).map(([frame]) => frame)).toEqual([]);
    });

    it('is in NFC with unique ids', () => {
      for (const item of all) expect(item.title + item.text, item.id).toBe((item.title + item.text).normalize('NFC'));
      expect(new Set(all.map((item) => item.id)).size).toBe(all.length);
    });
  });
}

/** Tests of each label of the set in the folder `set`: quotes, verdicts, signals, evidence. */
export function describeLabels(set: string): void {
  describe.each(PROFILES)('labels of %s', (profile) => {
    const records = new Map(blindRecords(profile, set).map((record) => [record.id, record]));
    const items = blindItems(profile, set);
    const published = new Map(items.map((item) => [item.id, Date.parse(item.publishedAt)]));

    it('has two to five paragraphs an item', () => {
      for (const item of items) {
        const paragraphs = item.text.split('\n\n').length;
        expect(paragraphs, item.id).toBeGreaterThanOrEqual(2);
        expect(paragraphs, item.id).toBeLessThanOrEqual(5);
      }
    });

    it('quotes verbatim', () => {
      for (const { id, title, text, label } of items)
        for (const { quote } of label.claims)
          expect(title.includes(quote) || text.includes(quote), `${id}: ${quote}`).toBe(true);
    });

    it('agrees with itself: relevance, flag and the gravest verdict', () => {
      for (const { id, label } of items) {
        const verdicts = new Set<string>(label.claims.map((claim) => claim.verdict));
        expect(label.verdict, id).toBe(GRAVEST_FIRST.find((verdict) => verdicts.has(verdict)) ?? null);
        expect(label.flag, id).toBe(verdicts.has('distorted'));
        expect(label.relevant, id).toBe(label.claims.length > 0);
      }
    });

    it('gives a signal and evidence for each distorted claim and a signal for no other', () => {
      for (const { id, label } of items)
        for (const claim of label.claims) {
          const distorted = claim.verdict === 'distorted';
          expect(claim.signal !== undefined, `${id}: ${claim.quote}`).toBe(distorted);
          if (distorted) expect(claim.recordId ?? claim.articleId, id).toBeDefined();
          expect(claim.signal).not.toBe('unattributed-allegation');
        }
    });

    it('cites evidence that exists and was there when the item appeared', () => {
      for (const { id, publishedAt, label } of items)
        for (const { recordId, articleId } of label.claims) {
          if (recordId !== undefined) {
            expect(records.has(recordId), `${id}: ${recordId}`).toBe(true);
            expect((records.get(recordId)?.validFrom ?? '') <= publishedAt.slice(0, 10), `${id}: ${recordId}`).toBe(
              true,
            );
          }
          if (articleId !== undefined && articleId !== id)
            expect(published.get(articleId) ?? Number.POSITIVE_INFINITY, `${id}: ${articleId}`).toBeLessThan(
              Date.parse(publishedAt),
            );
        }
    });
  });
}
