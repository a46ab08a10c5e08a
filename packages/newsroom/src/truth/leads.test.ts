import { describe, expect, it } from 'vitest';
import { composeEdition, plannedOrigin } from '../edition/edition.ts';
import { truthOf } from './truth.ts';

const rows = truthOf(composeEdition({ now: new Date('2026-11-20T03:00:00Z'), originOf: plannedOrigin }));
const row = (id: string) => rows.find((each) => each.id === id);

describe('who answers', () => {
  it('is the agency of the sector, by the explaining clause and its own article', () => {
    expect(row('tb-a03')).toMatchObject({
      leadInText: 'so-cong-thuong',
      lead: 'so-cong-thuong',
      leadBasis: 'named',
      citation: [
        { article: 7, clause: 2 },
        { article: 15, clause: 1 },
      ],
    });
    expect(row('hp-a22')).toMatchObject({ leadInText: 'so-du-lich', lead: 'so-van-hoa-the-thao-va-du-lich' });
    expect(row('hp-a06')).toMatchObject({
      leadInText: 'so-tai-chinh',
      citation: [{ article: 9, clause: 2 }, { article: 15 }],
    });
    expect(row('cb-a15')).toMatchObject({
      leadInText: 'cong-an-tinh',
      lead: 'cong-an-tinh',
      citation: [{ article: 11, clause: 2 }, { article: 21 }],
    });
    expect(row('tv-a03')).toMatchObject({
      leadInText: 'so-cong-thuong',
      citation: [{ article: 5, clause: 2 }, { article: 16 }],
    });
  });

  it('is the planning department answered by finance today', () => {
    expect(row('ld-a07')).toMatchObject({ leadInText: 'so-ke-hoach-va-dau-tu', lead: 'so-tai-chinh' });
  });

  it('is left to a person where no successor is certain or the text names nobody', () => {
    expect(row('ld-a12')).toMatchObject({
      leadInText: 'so-ngoai-vu',
      lead: null,
      citation: [
        { article: 7, clause: 2, point: 'b' },
        { article: 9, clause: 1 },
      ],
    });
    expect(row('tb-a15')).toMatchObject({ leadInText: 'ubnd-huyen-tien-hai', lead: null, leadBasis: 'place' });
    expect(row('hp-a12')).toMatchObject({ leadInText: null, lead: null, leadBasis: 'unnamed' });
  });

  it('is nobody for news about none of the provinces', () => {
    expect(row('el-a01')).toMatchObject({ profile: null, relevant: false, lead: null, citation: [] });
  });
});
