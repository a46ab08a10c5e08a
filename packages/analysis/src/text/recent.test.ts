import { expect, it } from 'vitest';
import { remembering } from './recent.ts';

it('asks once about what was asked lately, and again about what was pushed out', () => {
  const asked: string[] = [];
  const lengthOf = remembering(2, (text) => {
    asked.push(text);
    return text.length;
  });
  expect(['a', 'bb', 'a', 'bb'].map(lengthOf)).toEqual([1, 2, 1, 2]);
  expect(asked).toEqual(['a', 'bb']);
  expect(['ccc', 'bb', 'dddd', 'eeeee', 'a'].map(lengthOf)).toEqual([3, 2, 4, 5, 1]);
  expect(asked).toEqual(['a', 'bb', 'ccc', 'dddd', 'eeeee', 'a']);
});
