import { type Gazetteer, gazetteerSchema, type PressItem } from '@lamro/domain';
import { describe, expect, it } from 'vitest';
import { createRelevance } from './relevance.ts';

const gazetteer: Gazetteer = gazetteerSchema.parse({
  profile: 'bien-dong',
  units: [
    {
      code: '01',
      name: 'Tỉnh Lâm Biên',
      kind: 'province',
      era: 'before-2025-07',
      names: { zh: ['林边'], en: ['Lam Bien'] },
    },
    {
      code: '02',
      name: 'Tỉnh Sơn Biên',
      kind: 'province',
      era: 'since-2025-07',
      names: { ja: ['ソンビエン'], ru: ['Шонбьен', 'Тявань'] },
    },
    { code: '101', name: 'Huyện Hà Thủy', kind: 'district', era: 'before-2025-07', parent: '01' },
    { code: '10101', name: 'Xã Hòa Bình', kind: 'commune', era: 'before-2025-07', parent: '101' },
    { code: '10102', name: 'Xã Hà Thủy', kind: 'commune', era: 'since-2025-07', parent: '02' },
    { code: '10103', name: 'Phường 1', kind: 'commune', era: 'before-2025-07', parent: '101' },
    { code: 'chua-moi', name: 'chùa Mới', kind: 'landmark', era: 'both', parent: '10102', names: { th: ['วัดเหม่ย'] } },
    { code: 'bao-ha', name: 'Huyện Bảo Hạ', kind: 'district', era: 'before-2025-07', parent: '01' },
  ],
  lookAlikes: [
    { text: '林边', language: 'zh', why: 'từ chung: bìa rừng' },
    { text: 'Lâm Biên Dương', language: 'vi', why: 'đại dương' },
    { text: 'Bảo Hạ', language: 'vi', why: 'huyện cùng tên ở tỉnh khác' },
  ],
  context: { en: ['Vietnam'], zh: ['越南'] },
});
const judge = createRelevance(gazetteer);

function item(title: string, text = '', more: Partial<PressItem> = {}): PressItem {
  return { id: '1', url: '', title, text, language: 'vi', publishedAt: '2026-10-01T08:00:00+07:00', ...more };
}

const about = (title: string, text = '', more: Partial<PressItem> = {}): string =>
  judge(item(title, text, more)).relevance.about;

describe('what counts', () => {
  it.each([
    ['Lâm Biên bác tin đồn'],
    ['Lâm Biên bác tin đồn'.normalize('NFD')],
    ['LÂM BIÊN BÁC TIN ĐỒN'],
    ['Vu chay o Lam Bien: nguoi dan noi gi'],
    ['Ha Thuy thieu nuoc, nguoi dan keu cuu'],
    ['Hà Thuỷ thiếu nước'],
  ])('%s', (title) => {
    expect(about(title)).not.toBe('none');
  });

  it('counts other scripts, with endings and particles', () => {
    expect(about('В Шонбьене наводнение', '', { language: 'ru' })).toBe('event-place');
    expect(about('ソンビエンで洪水', '', { language: 'ja' })).toBe('event-place');
    expect(about('ไฟไหม้วัดเหม่ย', '', { language: 'th' })).toBe('subject');
  });

  it('knows Russian names in every case, and their stem alone for nothing', () => {
    for (const title of ['Тявань', 'Рис из Тяваня', 'Порт в Тяване', 'Новости Шонбьена'])
      expect(judge(item(title, '', { language: 'ru', outletCountry: 'RU' })).relevance.relevant, title).toBe(true);
    for (const title of ['Древний храм Тяван', 'Тяванский храм'])
      expect(judge(item(title, '', { language: 'ru', outletCountry: 'RU' })).relevance.relevant, title).toBe(false);
  });

  it('takes a half of the name for a person only where it stands alone', () => {
    const namesake = { text: 'Lam Bien', language: 'en', why: 'tên người' };
    const careful = createRelevance({ ...gazetteer, lookAlikes: [...gazetteer.lookAlikes, namesake] });
    const told = (text: string) => careful(item('Un lac', text, { language: 'fr', outletCountry: 'FR' })).relevance;
    expect(told('Lam Son et Lam Bien attirent.').mentions).toHaveLength(1);
    expect(told('Lam Bien chante. Lam sourit.').mentions).toEqual([]);
  });

  it('asks for the country beside a name that is also a word or a person', () => {
    expect(about('林边发生火灾', '', { language: 'zh' })).toBe('none');
    expect(about('越南林边发生火灾', '', { language: 'zh' })).toBe('subject');
    expect(about('Lam Bien wins a prize', '', { language: 'en' })).toBe('subject');
  });

  it('tells the subject from the place of the event and from a passing mention', () => {
    expect(about('Lâm Biên họp báo về giá nước')).toBe('subject');
    expect(about('Cháy rừng ở Lâm Biên')).toBe('event-place');
    const late = `${'Công ty nói về kế hoạch năm tới của mình. '.repeat(20)}Họ có kho ở Lâm Biên.`;
    expect(judge(item('Công ty tăng vốn', late)).relevance).toMatchObject({ about: 'passing', relevant: false });
  });
});

describe('an ambiguous name', () => {
  const of = (kind: 'district' | 'commune' | 'landmark', name: string, names: Record<string, string[]> = {}) => ({
    code: name,
    name,
    kind,
    era: 'both',
    parent: '01',
    names,
  });
  const careful = createRelevance(
    gazetteerSchema.parse({
      ...gazetteer,
      units: [
        ...gazetteer.units,
        of('district', 'Huyện Tâm An'),
        of('commune', 'Xã Sao Mai'),
        of('district', 'Huyện Kiều Nga', { zh: ['乔娥'] }),
        of('landmark', 'hồ Thu Vân', { zh: ['林心'] }),
        of('landmark', 'cảng Nhà Mới', { zh: ['护岸'], ja: ['護岸'] }),
      ],
      lookAlikes: [
        ...gazetteer.lookAlikes,
        { text: 'Bảo Hạ', language: 'vi', why: 'huyện cùng tên ở tỉnh khác', place: true },
        { text: 'Tâm An', language: 'vi', why: 'tên người' },
        { text: 'Kiều Nga', language: 'vi', why: 'tên người' },
        { text: 'Hồ Thu Vân', language: 'vi', why: 'nhà thơ' },
        { text: '乔娥', language: 'zh', why: 'tên người' },
        { text: '林心', language: 'zh', why: 'từ chung' },
        { text: '护岸', language: 'zh', why: 'danh từ chung', company: ['军', '防洪'] },
        { text: '護岸', language: 'ja', why: 'danh từ chung' },
      ],
    }),
  );
  const relevant = (title: string, text: string, more: Partial<PressItem> = {}): boolean =>
    careful(item(title, text, { outletCountry: 'VN', ...more })).relevance.relevant;

  it('counts where a place is meant, by a preposition or by its people', () => {
    expect(relevant('Cháy lớn ở Tâm An', '')).toBe(true);
    expect(relevant('Thầy cô Tâm An trả lại tiền', '')).toBe(true);
    expect(relevant('Sự thật vụ người đàn ông Tâm An mất tích', '')).toBe(true);
    expect(relevant('Tâm An ra đĩa mới', '')).toBe(false);
    expect(relevant('Cô Tâm An ra đĩa mới', '')).toBe(false);
  });

  it('says nothing where another province is named, or the look-alike is a place itself', () => {
    expect(relevant('Cháy lớn ở Tâm An', 'Công an Nghệ An đang điều tra.')).toBe(false);
    expect(relevant('Cháy lớn ở Bảo Hạ', '')).toBe(false);
  });

  it('counts in a foreign text beside a word of provincial office', () => {
    const french = { language: 'fr', outletCountry: 'FR' };
    expect(relevant('Vietnam : le marché de Tam An', 'La police provinciale enquête.', french)).toBe(true);
    expect(relevant('Vietnam : le roman de Tam An', 'La critique est unanime.', french)).toBe(false);
  });

  it('counts beside another of the province, each being meant as a place', () => {
    const chinese = { language: 'zh', outletCountry: 'TW' };
    expect(relevant('林心茶農的兩難', '一名乔娥茶農抱怨。', chinese)).toBe(true);
    expect(relevant('林心茶農的兩難', '一名茶農抱怨。', chinese)).toBe(false);
    expect(relevant('Tàu chìm ở Bảo Hạ', 'Công an xã Sao Mai cho biết.')).toBe(false);
    expect(relevant('Tàu chìm ở Kiều Nga', 'Công an xã Sao Mai cho biết.', { outletCountry: 'US' })).toBe(true);
  });

  it('is a common noun only in the company of that noun, and only in its own language', () => {
    expect(relevant('护岸鞋厂搬迁', '工会表示没有收到通知。', { language: 'zh', outletCountry: 'CN' })).toBe(true);
    expect(relevant('护岸加固', '防洪工程开工。', { language: 'zh', outletCountry: 'CN' })).toBe(false);
    expect(relevant('護岸の工事', '住民が見守る。', { language: 'ja', outletCountry: 'JP' })).toBe(false);
  });

  it('with a small letter is the lake, with a capital one the poet', () => {
    expect(relevant('Cấm xe điện quanh hồ Thu Vân', '')).toBe(true);
    expect(relevant('Thơ Hồ Thu Vân lên sân khấu', '')).toBe(false);
  });
});

describe('a spelling by rule', () => {
  const named = createRelevance(
    gazetteerSchema.parse({
      ...gazetteer,
      units: [
        ...gazetteer.units.map((unit) =>
          unit.code === '02' ? { ...unit, names: { zh: ['山边'], ja: ['ソンビエン'], ru: ['Шонбьен'] } } : unit,
        ),
        { code: '20101', name: 'Xã Cô Ba', kind: 'commune', era: 'since-2025-07', parent: '02' },
        { code: '201', name: 'Huyện Trà Nghi', kind: 'district', era: 'before-2025-07', parent: '02' },
        { code: '202', name: 'Huyện Sang Bình', kind: 'district', era: 'before-2025-07', parent: '02' },
        { code: '203', name: 'Huyện Xang Bình', kind: 'district', era: 'before-2025-07', parent: '02' },
      ],
    }),
  );
  const units = (title: string, language: string): string[] =>
    named(item(title, '', { language })).relevance.mentions.map(({ unit }) => unit);

  it('counts beside the province, where it reads like a place', () => {
    expect(units('山边省姑巴社山体滑坡', 'zh')).toEqual(['02', '20101']);
    expect(units('山边出姑巴的歌', 'zh')).toEqual(['02']);
    expect(units('ソンビエン省チャーギー地区で火災', 'ja')).toEqual(['02', '201']);
    expect(units('ソンビエンのカチャーギー地区', 'ja')).toEqual(['02']);
    expect(units('Пожар в районе Чанги провинции Шонбьен', 'ru')).toEqual(['201', '02']);
  });

  it('says nothing alone', () => {
    expect(units('姑巴社山体滑坡', 'zh')).toEqual([]);
    expect(units('Пожар в районе Чанги', 'ru')).toEqual([]);
  });

  it('means nobody where two names of one rank are spelled alike', () => {
    expect(units('Пожар в районе Сангбинь провинции Шонбьен', 'ru')).toEqual(['02']);
    expect(units('Пожар в районе Шангбинь провинции Шонбьен', 'ru')).toEqual(['202', '02']);
  });
});

describe('a commune beside its province', () => {
  const withCommune = createRelevance(
    gazetteerSchema.parse({
      ...gazetteer,
      units: [...gazetteer.units, { code: '10104', name: 'Xã Sao Mai', kind: 'commune', era: 'both', parent: '101' }],
    }),
  );
  const units = (text: string, language = 'vi'): string[] =>
    withCommune(item('Lâm Biên họp báo về thiên tai trong tháng', text, { language })).relevance.mentions.map(
      ({ unit }) => unit,
    );

  it('counts after a preposition of place, unless another province is named', () => {
    expect(units('Lũ quét ở Sao Mai làm ba người chết.')).toEqual(['01', '10104']);
    expect(units('Ca sĩ hát bài Sao Mai tặng khán giả.')).toEqual(['01']);
    expect(units('Lũ quét ở Sao Mai và ở Nghệ An.')).toEqual(['01']);
  });
});

describe('a business that bears the name', () => {
  it('keeps it through the whole text, unless a place is meant', () => {
    const more = { language: 'en', outletCountry: 'US' };
    expect(about("The 'Lam Bien' café chain expands", 'Lam Bien now runs 18 shops.', more)).toBe('none');
    expect(about("The 'Lam Bien' café chain expands", 'Its beans grow in Lam Bien, Vietnam.', more)).not.toBe('none');
    expect(about('Lam Bien, the new bistro on Main Street', '', more)).toBe('none');
  });
});

describe('a unit of another province', () => {
  it('is told by the province that Chinese writes before it', () => {
    const named = gazetteerSchema.parse({
      ...gazetteer,
      units: gazetteer.units.map((unit) => (unit.code === '101' ? { ...unit, names: { zh: ['河水县'] } } : unit)),
    });
    const relevant = (title: string): boolean =>
      createRelevance(named)(item(title, '', { language: 'zh' })).relevance.relevant;
    expect(relevant('越南高平省河水县山洪')).toBe(false);
    expect(relevant('越南林边省河水县山洪')).toBe(true);
  });
});

describe('what only looks like it', () => {
  it.each([
    ['another wording that contains it', 'Bão trên Lâm Biên Dương'],
    ['the common noun in small letters', 'Mái nhà lâm biên trong Câu chuyện cổ'],
    ['other tones', 'Lắm Biến đổi ở Hà Nội'],
    ['a longer word', 'Lâm Biênh họp báo'],
    ['a street', 'Cháy nhà trên đường Lâm Biên'],
    ['a person by surname', 'Nghệ nhân Trần Lâm Biên qua đời'],
    ['a person by form of address', 'Ông Lâm Biên nhận giải'],
    ['a club', 'CLB Lâm Biên mua tiền đạo'],
    ['a commune elsewhere', 'Mưa đá ở xã Lâm Biên'],
    ['a district of another province', 'Huyện Hà Thủy, Nghệ An thiếu nước'],
    ['an ambiguous district alone', 'Bảo Hạ thiếu nước'],
    ['a commune of many provinces alone', 'Xã Hòa Bình có cầu mới'],
  ])('%s', (_, title) => {
    expect(judge(item(title)).relevance).toMatchObject({ relevant: false, about: 'none', mentions: [] });
  });

  it('takes no word for a street that has other marks', () => {
    expect(about('Ghe ngo Lâm Biên thắng lớn')).toBe('subject');
    expect(about('Cháy ở ngõ Lâm Biên')).toBe('none');
  });

  it('does not take the head of an office for a namesake', () => {
    expect(about('Chủ tịch Lâm Biên Nguyễn Văn A họp báo')).toBe('subject');
  });

  it('sees a list of many provinces as passing', () => {
    const list = 'Doanh nghiệp có kho ở Bắc Ninh, Hà Nam, Nghệ An, Lâm Biên, Quảng Ninh, Đà Nẵng.';
    expect(judge(item('Lãi tăng', list)).relevance).toMatchObject({ relevant: false, about: 'passing' });
  });
});

describe('mentions and places', () => {
  it('gives UTF-16 spans into title and text, also of decomposed text', () => {
    const source = item('😀 Tin mới', 'Tại Hà Thủy, Lâm Biên'.normalize('NFD'));
    const { mentions } = judge(source).relevance;
    const whole = `${source.title}\n${source.text}`;
    expect(mentions.map((mention) => whole.slice(mention.start, mention.end).normalize('NFC'))).toEqual([
      'Hà Thủy',
      'Lâm Biên',
    ]);
  });

  it('chooses among units of one name by kind word, else the larger', () => {
    const unit = (title: string, at: string): string[] =>
      judge(item(title, '', { publishedAt: at })).places.map((place) => `${place.code} ${place.asOf}`);
    expect(unit('Huyện Hà Thủy họp', '2026-10-01')).toEqual(['101 2025-06-30']);
    expect(unit('Xã Hà Thủy họp', '2026-10-01')).toEqual(['10102 2026-10-01']);
    expect(unit('Hà Thủy họp', '2026-10-01')).toEqual(['101 2025-06-30']);
    expect(unit('Hà Thủy họp', '2024-10-01')).toEqual(['101 2024-10-01']);
  });

  it('brings a landmark to the unit that holds it', () => {
    expect(judge(item('Lễ lớn tại chùa Mới')).places).toEqual([
      { code: '10102', name: 'Xã Hà Thủy', asOf: '2026-10-01' },
    ]);
  });

  it('counts a unit of the merged province only since its day', () => {
    expect(about('Sơn Biên họp báo', '', { publishedAt: '2024-05-01' })).toBe('none');
    expect(about('Sơn Biên họp báo', '', { publishedAt: '2026-05-01' })).toBe('subject');
  });

  it('counts communes and numbered wards beside what holds them', () => {
    const codes = (title: string): string[] => judge(item(title)).relevance.mentions.map((mention) => mention.unit);
    expect(codes('Xã Hòa Bình, huyện Hà Thủy có cầu')).toEqual(['10101', '101']);
    expect(codes('Phường 1, huyện Hà Thủy có chợ')).toEqual(['10103', '101']);
    expect(codes('Lâm Biên mong hòa bình')).toEqual(['01']);
  });

  it('takes the streets of a province for the province, and a share after its name for no age', () => {
    expect(about('Tin', 'Tai nạn trên đường phố Lâm Biên tăng.', { outletCountry: 'VN' })).not.toBe('none');
    expect(about('Tin', 'Cháy nhà trên phố Lâm Biên ở Đà Nẵng.', { outletCountry: 'VN' })).toBe('none');
    expect(about('Tests', 'In the province of Lam Bien 98,4 % of samples were clean.')).not.toBe('none');
    expect(about('People', 'Lam Bien, 45, teacher.')).toBe('none');
  });
});
