import { describe, expect, it } from 'vitest';
import { readManuscripts } from './manuscript.ts';
import { readRecords } from './record.ts';

const good = `@@ x-1
outlet: song-ven
age: 1.5
places: Thành phố Hải Phòng, Huyện Cát Hải
sectors: tourism
title: Tiêu đề: có dấu hai chấm
claim a: distorted | contradicts-figure | record:r1, article:x-2

Đoạn một [[a|có lời này]].

Đoạn hai.
`;

describe('readManuscripts', () => {
  it('reads header, claims and paragraphs', () => {
    const [manuscript] = readManuscripts(good, 'hai-phong', 'x.txt');
    expect(manuscript).toMatchObject({
      id: 'x-1',
      age: 1.5,
      title: 'Tiêu đề: có dấu hai chấm',
      places: ['Thành phố Hải Phòng', 'Huyện Cát Hải'],
      claims: [
        { mark: 'a', verdict: 'distorted', signal: 'contradicts-figure', evidence: ['record:r1', 'article:x-2'] },
      ],
    });
    expect(manuscript?.paragraphs).toHaveLength(2);
  });

  it.each([
    ['outlet: song-ven', 'no colon here', 'without a colon'],
    ['sectors: tourism', 'sectors: fishing', 'x.txt, x-1'],
    ['age: 1.5', 'age: soon', 'x.txt, x-1'],
    ['places:', 'place:', 'x.txt, x-1'],
  ])('names file and article when %j becomes %j', (from, to, reason) => {
    expect(() => readManuscripts(good.replace(from, to), null, 'x.txt')).toThrow(reason);
  });
});

it('refuses a record without a document number', () => {
  const text = '@@ r1\nkind: statement\nsource: Sở Du lịch\nage: 3\n\nLời.\n';
  expect(() => readRecords(text, 'hai-phong', 'records.txt')).toThrow('records.txt, r1');
});
