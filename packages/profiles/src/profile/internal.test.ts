import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseYaml, readYaml } from './document.ts';
import { fillOpen } from './internal.ts';
import { loadProfileFile } from './load.ts';
import { internalFileSchema, profileFileSchema } from './schema.ts';

const path = join(import.meta.dirname, 'example', 'song-xanh.yaml');

const INTERNAL = `
agencies:
  so-y-te: { name: Sở Y tế, to: 2024-12-31, successor: so-y-te-moi }
  so-y-te-moi: { name: Sở Y tế mới }
  so-song-nuoc: { name: Tên khác }
  so-thua: { name: Không ai dẫn tới }
  bo-y-te: { name: Bộ Y tế, level: central }
sectors:
  - { sector: tourism, agency: so-thua, summary: Văn bản đã giao. }
  - { sector: health, agency: so-y-te, summary: Sở Y tế giữ. }
  - { sector: justice, agency: null, summary: Chưa rõ. }
  - { sector: religion, agency: bo-y-te, summary: Bộ giữ. }
channels:
  - { id: press-release, condition: Văn bản đã nêu., who: Ai đó }
  - { id: spokesperson, condition: Khi cần., who: Người phát ngôn }
deadlines:
  - { rule: reply, label: x, amount: 1, unit: days, startEvent: request-received, summary: Văn bản đã nêu. }
  - { rule: draft, label: Dự thảo, amount: 2, unit: working-days, startEvent: case-assigned, summary: Hai ngày. }
`;

describe('fillOpen', () => {
  const read = () => {
    const file = parseYaml(readYaml(path, readFileSync(path, 'utf8')), profileFileSchema);
    const internal = parseYaml(readYaml('noi-bo.yaml', INTERNAL), internalFileSchema);
    return { file, filled: fillOpen(file, internal) };
  };

  it('lets what the text states go before, and marks what it adds as internal', () => {
    const { file, filled } = read();
    expect(filled.sectors.slice(1)).toEqual([
      {
        sector: 'health',
        agency: 'so-y-te',
        with: [],
        basis: 'internal',
        clauses: [],
        from: null,
        to: null,
        summary: 'Sở Y tế giữ.',
      },
      {
        sector: 'justice',
        agency: null,
        with: [],
        basis: 'internal',
        clauses: [],
        from: null,
        to: null,
        summary: 'Chưa rõ.',
      },
      {
        sector: 'religion',
        agency: 'bo-y-te',
        with: [],
        basis: 'internal',
        clauses: [],
        from: null,
        to: null,
        summary: 'Bộ giữ.',
      },
    ]);
    expect(filled.channels.slice(0, 2)).toEqual(file.channels);
    expect(filled.channels.slice(2)).toEqual([
      {
        id: 'spokesperson',
        condition: 'Khi cần.',
        who: 'Người phát ngôn',
        open: true,
        basis: 'internal',
        clauses: [],
        convenedBy: [],
        requestedBy: [],
        languages: [],
      },
    ]);
    expect(filled.deadlines.map(({ rule, basis, clause, amount }) => [rule, basis, clause !== null, amount])).toEqual([
      ['reply', 'law', true, 5],
      ['draft', 'internal', false, 2],
    ]);
  });

  it('adds only agencies that something leads to, under the duty of every agency of the province', () => {
    const { file, filled } = read();
    expect(Object.keys(filled.agencies)).toEqual([
      'so-y-te',
      'so-y-te-moi',
      'bo-y-te',
      'ubnd-tinh',
      'so-song-nuoc',
      'so-song-nuoc-va-gio',
    ]);
    const { clauses, summary } = file.routing.lead;
    expect(filled.agencies['so-y-te']).toEqual({
      name: 'Sở Y tế',
      level: 'province',
      named: false,
      from: null,
      to: '2024-12-31',
      successor: 'so-y-te-moi',
      note: null,
      duties: [{ kind: 'field', clauses, summary }],
    });
    expect(filled.agencies['bo-y-te']).toMatchObject({ level: 'central', named: false, duties: [] });
    expect(filled.agencies['so-song-nuoc']?.name).toBe('Sở Sông nước');
  });
});

describe('a profile ready for use', () => {
  it('has a committee for every district and every commune since July 2025', () => {
    const { agencies } = loadProfileFile(path);
    expect([...agencies.keys()]).toEqual([
      'ubnd-huyen-doi-cat',
      'ubnd-huyen-go-sen',
      'ubnd-xa-ben-lau',
      'ubnd-xa-may-trang',
      'ubnd-tinh',
      'so-song-nuoc',
      'so-song-nuoc-va-gio',
    ]);
    const answer = {
      kind: 'answer',
      clauses: [{ part: 'regulation', article: 2, clause: 1, point: null, item: null }],
      summary: 'Ai giữ lĩnh vực thì trả lời.',
    };
    const committee = { level: 'province', successor: null, note: null, duties: [answer] };
    expect(agencies.get('ubnd-huyen-doi-cat')).toEqual({
      ...committee,
      id: 'ubnd-huyen-doi-cat',
      name: 'Ủy ban nhân dân huyện Đồi Cát',
      named: true,
      from: null,
      to: '2025-06-30',
      unitCodes: ['901'],
    });
    expect(agencies.get('ubnd-xa-may-trang')).toEqual({
      ...committee,
      id: 'ubnd-xa-may-trang',
      name: 'Ủy ban nhân dân xã Mây Trắng',
      named: false,
      from: '2025-07-01',
      to: null,
      unitCodes: ['9012'],
    });
    expect(agencies.get('ubnd-tinh')).toMatchObject({ id: 'ubnd-tinh', unitCodes: [] });
  });
});
