import { describe, expect, it } from 'vitest';
import { readRecords } from './read-records.ts';

const figure = {
  id: 'grdp-2026',
  kind: 'figure',
  text: 'GRDP tăng 11,2 phần trăm',
  value: 11.2,
  unit: '%',
  period: '2026',
  documentNumber: '01/BC',
  source: 'Cục Thống kê',
  sourceUrl: 'https://thongke.example.vn/1',
};

describe('readRecords', () => {
  it('reads lines of JSON and names the wrong ones', () => {
    const { records, problems } = readRecords(`${JSON.stringify(figure)}\n\n{"id":"x"}\nkhông phải\n`);
    expect(records).toEqual([figure]);
    expect(problems).toHaveLength(2);
    expect(problems[0]).toMatch(/^dòng 3: /);
    expect(problems[1]).toMatch(/^dòng 4: /);
  });

  it('reads a table with the same names in its first row', () => {
    const csv =
      'id,kind,text,indicator,value,unit,period,validFrom,validTo,documentNumber,source,sourceUrl\r\ngrdp-2026,figure,"GRDP tăng 11,2 phần trăm",,11.2,%,2026,,,01/BC,Cục Thống kê,https://thongke.example.vn/1\r\nx,figure,chữ,,mười,,,,,01/BC,Cục,https://a.vn\r\n';
    const { records, problems } = readRecords(`\ufeff${csv}`);
    expect(records).toEqual([figure]);
    expect(problems).toEqual([expect.stringMatching(/^dòng 3: value: /)]);
  });
});
