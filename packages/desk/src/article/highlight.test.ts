import { describe, expect, it } from 'vitest';
import { highlight, paragraphs, type Span } from './highlight.ts';

const quote = (start: number, end: number): Span => ({ start, end, kind: 'quote', id: `quote-${start}`, label: 'câu' });
const mention = (start: number, end: number): Span => ({ start, end, kind: 'mention', label: 'tên' });

function plain(text: string, spans: readonly Span[], offset = 0): string {
  return String(highlight(text, spans, offset))
    .replaceAll(/<mark class="(.)[^>]*>/g, '[$1:')
    .replaceAll('</mark>', ']');
}

describe('highlight', () => {
  it.each<[string, readonly Span[], string]>([
    ['nothing to mark', [], 'Sở Y tế nói vậy'],
    ['one span', [quote(0, 7)], '[q:Sở Y tế] nói vậy'],
    ['two in any order', [mention(12, 15), quote(0, 2)], '[q:Sở] Y tế nói [m:vậy]'],
    ['a mention inside a quote', [quote(0, 7), mention(3, 7)], '[q:Sở Y tế] nói vậy'],
    ['overlapping quotes', [quote(0, 5), quote(3, 7)], '[q:Sở Y ][q:tế] nói vậy'],
    ['beyond the end', [quote(12, 99)], 'Sở Y tế nói [q:vậy]'],
    ['empty and backward', [quote(3, 3), quote(5, 2)], 'Sở Y tế nói vậy'],
  ])('marks %s', (_name, spans, marked) => {
    expect(plain('Sở Y tế nói vậy', spans)).toBe(marked);
  });

  it('escapes what is inside and outside of a span', () => {
    expect(plain('<b>&"</b>', [quote(3, 5)])).toBe('&lt;b&gt;[q:&amp;&quot;]&lt;/b&gt;');
  });

  it('finds a span of the whole text within its paragraph', () => {
    const body = 'Đoạn một.\n\nĐoạn hai sai.';
    const parts = paragraphs(body, 100);
    expect(parts).toEqual([
      { text: 'Đoạn một.', offset: 100 },
      { text: 'Đoạn hai sai.', offset: 111 },
    ]);
    const spans = [quote(120, 123)];
    expect(parts.map(({ text, offset }) => plain(text, spans, offset))).toEqual(['Đoạn một.', 'Đoạn hai [q:sai].']);
  });
});
