import { describe, expect, it } from 'vitest';
import { foreignNames } from './foreign-names.ts';

describe('names that touch sovereignty', () => {
  it.each([
    ['中方在南沙群岛的活动', [{ found: '南沙', instead: '长沙' }]],
    [
      'Xisha and Nansha',
      [
        { found: 'Xisha', instead: 'Hoang Sa' },
        { found: 'Nansha', instead: 'Truong Sa' },
      ],
    ],
    ['in the South China Sea', [{ found: 'South China Sea', instead: 'East Sea (Bien Dong)' }]],
    ['in the South China Sea (East Sea)', []],
    ['西沙 và 西沙', [{ found: '西沙', instead: '黄沙' }]],
    ['Quần đảo Trường Sa của Việt Nam', []],
  ])('%j: %j', (text, names) => {
    expect(foreignNames(text)).toEqual(names);
  });
});
