import { describe, expect, test } from 'vitest';
import { FeedError } from '../feed/feed.ts';
import { extractInputSchema, extractLine } from './extract.ts';
import { feedLine } from './feed.ts';
import { languageInputSchema, languageLine } from './language.ts';

describe('lines of the command line', () => {
  test('feed: exactly the documented fields', async () => {
    const line = await feedLine(
      Buffer.from(
        '<rss version="2.0"><channel><item><title>A</title><source url="https://b.vn">B</source></item></channel></rss>',
      ),
    );
    expect(Object.keys(line)).toEqual(['title', 'link', 'language', 'format', 'items']);
    expect(Object.keys(line.items[0] ?? {})).toEqual([
      'id',
      'title',
      'link',
      'publishedAt',
      'updatedAt',
      'author',
      'summary',
      'content',
      'categories',
    ]);
    await expect(feedLine(Buffer.from('x'))).rejects.toBeInstanceOf(FeedError);
  });

  test('extract: from text or from bytes with their type', () => {
    const html =
      '<h1>Tiêu đề của bài</h1><p>Đoạn văn đầu tiên của bài viết đủ dài để được coi là nội dung chính của trang này.</p>';
    const fromText = extractLine(extractInputSchema.parse({ id: '1', url: 'https://bao.vn/a', html }));
    const fromBytes = extractLine(
      extractInputSchema.parse({
        id: '1',
        url: 'https://bao.vn/a',
        htmlBase64: Buffer.from(html).toString('base64'),
        contentType: 'text/html',
      }),
    );
    expect(fromBytes).toEqual(fromText);
    expect(Object.keys(fromText)).toEqual([
      'id',
      'url',
      'canonicalUrl',
      'title',
      'text',
      'byline',
      'authors',
      'publishedAt',
      'modifiedAt',
      'language',
      'siteName',
    ]);
    expect(extractInputSchema.safeParse({ id: '1', url: 'x' }).error?.issues[0]?.message).toMatch(
      /html hoặc htmlBase64/,
    );
  });

  test('language: code and rounded confidence', () => {
    expect(languageLine(languageInputSchema.parse({ id: '1', text: 'kinh tế' }))).toEqual({
      id: '1',
      language: 'vi',
      confidence: expect.any(Number),
    });
    expect(languageLine({ id: '2', text: '' })).toEqual({ id: '2', language: 'und', confidence: 0 });
  });
});
