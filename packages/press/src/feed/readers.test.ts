import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finishFeed } from './draft.ts';
import { readStrictly } from './strict.ts';
import { readTolerantly } from './tolerant.ts';

/** Letters, markup characters and scripts that feeds carry, XML-escaped where they must be. */
const text = fc
  .string({ unit: fc.constantFrom('a', 'ế', '省', ' ', '&amp;', '&lt;', '7', '"', '-'), minLength: 1, maxLength: 12 })
  .map((written) => `x${written}`);
const item = fc.record({
  title: text,
  id: text,
  description: text,
  category: text,
  day: fc.integer({ min: 1, max: 28 }),
});

function rss(
  items: readonly { title: string; id: string; description: string; category: string; day: number }[],
): string {
  const written = items.map(
    (each) =>
      `<item><title>${each.title}</title><guid isPermaLink="false">${each.id}</guid><link>https://a.vn/${each.day}</link><description>${each.description}</description><category>${each.category}</category><pubDate>${each.day} Nov 2026 08:30:00 +0700</pubDate></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><link>https://a.vn/</link>${written.join('\n')}</channel></rss>`;
}

describe('the two readers', () => {
  test('agree on every well-formed feed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(item, { maxLength: 5 }), async (items) => {
        const xml = rss(items);
        const tolerant = readTolerantly(xml, 'rss-2.0');
        expect(tolerant).not.toBeNull();
        if (tolerant === null) return;
        expect(finishFeed(await readStrictly(xml, 'rss-2.0'), null)).toEqual(finishFeed(tolerant, null));
      }),
    );
  });

  test('the strict one refuses what is not well formed', async () => {
    await expect(readStrictly('<rss version="2.0"><channel><item></channel></rss>', 'rss-2.0')).rejects.toThrow();
  });
});
