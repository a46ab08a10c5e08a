import { describe, expect, test } from 'vitest';
import { readAuthors, readByline } from './authors.ts';
import { readPage } from './page.ts';

describe('authors', () => {
  test.each([
    ['<meta name="author" content="Trần A, Lê B">', ['Trần A', 'Lê B']],
    [
      '<meta property="article:author" content="https://facebook.com/bao"><span class="author-name">Tác giả: Trần A</span>',
      ['Trần A'],
    ],
    ['<a rel="author">By Jane Sample and Sam Writer</a>', ['Jane Sample', 'Sam Writer']],
    ['<meta name="author" content="Báo A">', []],
    ['<p>Không có tác giả</p>', []],
  ])('%s', (html, names) => {
    expect(readAuthors(readPage(html), 'Báo A')).toEqual(names);
  });

  test('references between objects of linked data are followed', () => {
    const html =
      '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","author":{"@id":"#p"}},{"@type":"Person","@id":"#p","name":"Trần A"}]}</script>';
    expect(readAuthors(readPage(html), null)).toEqual(['Trần A']);
  });

  test('the byline is as shown where it names the authors', () => {
    expect(readByline(readPage('<p class="byline">Trần A, phóng viên thường trú</p>'), ['Trần A'])).toBe(
      'Trần A, phóng viên thường trú',
    );
    expect(readByline(readPage('<p>x</p>'), ['Trần A', 'Lê B'])).toBe('Trần A, Lê B');
    expect(readByline(readPage('<p>x</p>'), [])).toBeNull();
  });
});
