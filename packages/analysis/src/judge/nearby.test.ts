import type { PressItem } from '@lamro/domain';
import { describe, expect, it } from 'vitest';
import { createNearby } from './nearby.ts';

function item(id: string, publishedAt: string): PressItem {
  return { id, url: `https://a.example/${id}`, title: id, text: id, language: 'vi', publishedAt, outletCountry: 'VN' };
}

describe('createNearby', () => {
  it('finds recent items of a place that is named again, once each', () => {
    const nearby = createNearby();
    const first = item('first', '2026-11-01T08:00:00+07:00');
    nearby.add(first, ['lach huyen', 'cat ba']);
    expect(nearby.find(item('next', '2026-11-03T08:00:00+07:00'), ['cat ba', 'lach huyen'])).toEqual([first]);
    expect(nearby.find(item('other', '2026-11-03T08:00:00+07:00'), ['do son'])).toEqual([]);
  });

  it('lets go of what is older than a month and of all but the latest six', () => {
    const nearby = createNearby();
    for (let day = 1; day <= 8; day += 1) nearby.add(item(`d${day}`, `2026-10-0${day}T08:00:00+07:00`), ['cat ba']);
    const found = nearby.find(item('next', '2026-10-09T08:00:00+07:00'), ['cat ba']);
    expect(found.map(({ id }) => id)).toEqual(['d3', 'd4', 'd5', 'd6', 'd7', 'd8']);
    expect(nearby.find(item('late', '2026-12-09T08:00:00+07:00'), ['cat ba'])).toEqual([]);
  });
});
