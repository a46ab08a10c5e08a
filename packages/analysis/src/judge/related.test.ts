import type { PressItem } from '@lamro/domain';
import { describe, expect, it } from 'vitest';
import { createRelevance } from '../relevance/relevance.ts';
import { gazetteer } from './cases/province.ts';
import { prepareContext } from './judge.ts';

const context = prepareContext({ gazetteer, relevance: createRelevance(gazetteer), records: [], related: [] });
const item = (id: string, text: string): PressItem => ({
  id,
  url: '',
  title: 'Tin tỉnh Bắc Lâm',
  text,
  language: 'vi',
});

describe('a related article', () => {
  it('is read once while its words are the same', () => {
    const read = context.readRelated(item('1', 'Hai người bị thương.'));
    expect(context.readRelated(item('1', 'Hai người bị thương.'))).toBe(read);
  });

  it('is read again once it was changed', () => {
    const before = context.readRelated(item('2', 'Hai người bị thương.'));
    const after = context.readRelated(item('2', 'Ba người bị thương.'));
    expect(before.view.sentences.at(-1)?.quote).toBe('Hai người bị thương.');
    expect(after.view.sentences.at(-1)?.quote).toBe('Ba người bị thương.');
  });

  it('is let go when two hundred others came after it', () => {
    const read = context.readRelated(item('3', 'Một cầu mới thông xe.'));
    for (let other = 100; other < 300; other++) context.readRelated(item(`${other}`, 'Một cầu mới thông xe.'));
    expect(context.readRelated(item('3', 'Một cầu mới thông xe.'))).not.toBe(read);
  });
});
