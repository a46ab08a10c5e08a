import { describe, expect, it } from 'vitest';
import { csvOf } from './series.ts';

describe('a table as CSV', () => {
  it('quotes what would break a line and never lets a text start a formula', () => {
    const text = csvOf({
      id: 'outlets',
      title: 'Theo báo',
      axis: 'Báo',
      series: ['Số tin'],
      rows: [
        { label: 'Báo "A", bản in', values: [3] },
        { label: '=HYPERLINK("http://127.0.0.1")', values: [-1] },
        { label: '+84 báo', values: [0] },
      ],
    });
    expect(text).toBe(
      '\ufeffBáo,Số tin\r\n"Báo ""A"", bản in",3\r\n"\'=HYPERLINK(""http://127.0.0.1"")",-1\r\n\'+84 báo,0\r\n',
    );
  });
});
