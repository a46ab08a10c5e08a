import { describe, expect, test } from 'vitest';
import { readPage } from './page.ts';
import { readTitle } from './title.ts';

const cases: readonly [name: string, html: string, site: string | null, title: string][] = [
  [
    'the heading that the data confirm',
    '<title>Lúa ngập sau mưa - Báo A</title><h1>Báo A</h1><h1>Lúa ngập sau mưa</h1>',
    'Báo A',
    'Lúa ngập sau mưa',
  ],
  [
    'the outlet taken off where there is no heading',
    '<title>Lúa ngập sau mưa | Báo A</title>',
    'Báo A',
    'Lúa ngập sau mưa',
  ],
  [
    'a kicker inside the heading left out',
    '<meta property="og:title" content="Lúa ngập sau trận mưa lớn"><h1><span>Thời sự</span> Lúa ngập sau trận mưa lớn</h1>',
    null,
    'Lúa ngập sau trận mưa lớn',
  ],
  [
    'the only heading although the data say otherwise',
    '<meta property="og:title" content="Mưa lớn gây ngập"><h1>Hai nghìn héc ta lúa chìm trong nước</h1>',
    null,
    'Hai nghìn héc ta lúa chìm trong nước',
  ],
  [
    'not the logo',
    '<meta property="og:title" content="Mưa lớn gây ngập lúa"><h1>Báo Mẫu điện tử</h1>',
    'Báo Mẫu',
    'Mưa lớn gây ngập lúa',
  ],
  [
    'entities resolved',
    '<title>A &amp;amp; B &quot;C&quot; và nhiều chữ nữa</title>',
    null,
    'A &amp; B "C" và nhiều chữ nữa',
  ],
  ['nothing where there is nothing', '<p>x</p>', null, ''],
];

describe('the headline', () => {
  test.each(cases)('%s', (_name, html, site, title) => {
    expect(readTitle(readPage(html), site)).toBe(title);
  });
});
