import { SECTORS } from '@lamro/domain';
import { describe, expect, it } from 'vitest';
import { foldText } from '../text/fold.ts';
import { CONCEPTS, createConceptFinder } from './lexicon.ts';
import { scoreSectors } from './sectors.ts';

const first = (title: string, language: string): string | undefined =>
  scoreSectors({ id: '1', url: '', title, text: '', language })[0]?.id;

describe('scoreSectors', () => {
  it.each([
    ['Công an khởi tố đường dây lừa đảo', 'vi', 'public-security'],
    ['Giao xu to cao chinh quyen, linh muc len tieng', 'vi', 'religion'],
    ['Police arrest gang over drug trafficking', 'en', 'public-security'],
    ['越南医院疫苗短缺 患者增多', 'zh', 'health'],
    ['観光客がホテルで抗議', 'ja', 'tourism'],
    ['초등학교 학생 시험 논란', 'ko', 'education-training'],
    ['Les ouvriers en grève réclament leur salaire', 'fr', 'labour-society'],
    ['Пограничники усилили охрану границы', 'ru', 'border-sea-sovereignty'],
    ['นักท่องเที่ยวล้นโรงแรม', 'th', 'tourism'],
    ['ព្រះសង្ឃ និងវត្ត', 'km', 'religion'],
    ['ໂຮງໝໍຂາດວັກຊີນ', 'lo', 'health'],
  ])('%s', (title, language, sector) => {
    expect(first(title, language)).toBe(sector);
  });

  it('names the words that decided, as written', () => {
    const [top] = scoreSectors({ id: '1', url: '', title: 'Du khách kêu chặt chém', text: '', language: 'vi' });
    expect(top).toMatchObject({ id: 'tourism', words: ['chặt chém', 'Du khách'] });
  });

  it('puts what happened before who and where it happened to', () => {
    expect(first('Workers and students flee as fire guts hotel near church', 'en')).toBe('public-security');
    expect(first('Bệnh nhân, công nhân, học sinh kể về trận lũ lụt', 'vi')).toBe('environment-agriculture');
  });

  it('takes neither a wording within a longer one nor a figure of speech at its word', () => {
    expect(first('Xuất khẩu lao động tăng', 'vi')).toBe('labour-society');
    expect(first('Minister under fire over museum', 'en')).toBe('culture-sport');
    expect(first('Судно', 'ru')).not.toBe('justice');
  });

  it('gives several sectors to an item that touches several', () => {
    const ids = scoreSectors({
      id: '1',
      url: '',
      title: 'Nhà máy xả thải, công nhân đình công',
      text: '',
      language: 'vi',
    });
    expect(ids.map((entry) => entry.id)).toEqual(expect.arrayContaining(['environment-agriculture', 'labour-society']));
  });

  it('hears a claim far down better than what stands around it', () => {
    const scenery = 'Chiều xuống, gió thổi nhẹ và mọi người thong thả ra về. '.repeat(8);
    const item = {
      id: '1',
      url: '',
      title: 'Ghi chép cuối tuần',
      text: `${scenery}Trong quý, bệnh sởi tăng 12% ở ba xã.`,
      language: 'vi',
    };
    const [heard] = scoreSectors(item);
    const [overheard] = scoreSectors(item, []);
    expect([heard?.id, overheard?.id]).toEqual(['health', 'health']);
    expect(heard?.score).toBeGreaterThan(overheard?.score ?? 1);
  });

  it('says other when nothing speaks for any sector', () => {
    expect(scoreSectors({ id: '1', url: '', title: 'Xin chào', text: '', language: 'vi' })).toMatchObject([
      { id: 'other' },
    ]);
  });
});

describe('the lexicon', () => {
  it('has unique concepts, and words for every sector but other', () => {
    expect(new Set(CONCEPTS.map((concept) => concept.id)).size).toBe(CONCEPTS.length);
    const covered = new Set(CONCEPTS.flatMap((concept) => Object.keys(concept.sectors)));
    expect(SECTORS.filter((sector) => !covered.has(sector))).toEqual(['other']);
  });

  it('does not take a word without its marks for another when the text writes marks', () => {
    const find = createConceptFinder(CONCEPTS);
    const ids = (text: string): string[] => find(foldText(text)).map((hit) => hit.concept.id);
    expect(ids('Bưu phẩm bao gồm những gì được đóng gói ở đây')).not.toContain('storm');
    expect(ids('Cơn bão đổ bộ')).toContain('storm');
    expect(ids('Tiến độ chậm vì thiếu đất đắp ở đường')).not.toContain('ethnic');
  });
});
