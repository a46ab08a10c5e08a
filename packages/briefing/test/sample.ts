import {
  BRIEFING_FIGURES,
  type BriefingCase,
  type BriefingContent,
  type BriefingDocument,
  type BriefingEntry,
  type BriefingItem,
  type Origin,
} from '@lamro/domain';

/** Outlets and titles in every script that is watched, and one that is read from right to left. */
export const TITLES = [
  { outlet: 'Báo Hòn Dấu', country: 'VN', language: 'vi', title: 'Thành phố công bố số liệu du lịch chín tháng' },
  { outlet: '海岸早报', country: 'CN', language: 'zh', title: '越南海防港口货物吞吐量增长' },
  { outlet: '潮風新聞', country: 'JP', language: 'ja', title: 'ハイフォン市の観光客が増加した' },
  { outlet: '바다일보', country: 'KR', language: 'ko', title: '하이퐁 항만 물동량이 늘었다' },
  { outlet: 'ข่าวชายฝั่ง', country: 'TH', language: 'th', title: 'นักท่องเที่ยวไปไฮฟองเพิ่มขึ้น' },
  { outlet: 'ກະແສຂ່າວ', country: 'LA', language: 'lo', title: 'ນັກທ່ອງທ່ຽວໄປໄຮຟອງເພີ່ມຂຶ້ນ' },
  { outlet: 'សារព័ត៌មានឆ្នេរ', country: 'KH', language: 'km', title: 'ភ្ញៀវទេសចរទៅហៃផុងកើនឡើង' },
  { outlet: 'أخبار الساحل', country: 'EG', language: 'und', title: 'زيادة عدد السياح في هايفونغ' },
] as const;

/** A briefing of so many items, in all scripts in turn. */
export function sampleContent(count: number, change: Partial<BriefingContent> = {}): BriefingContent {
  const annex = Array.from({ length: count }, (_, index) => sampleItem(index));
  const entries = annex.map(sampleEntry);
  const domestic = entries.filter((entry) => entry.origin === 'domestic');
  const foreign = Map.groupBy(
    entries.filter((entry) => entry.origin === 'foreign'),
    (entry) => `${entry.country} ${entry.language}`,
  );
  return {
    profile: 'hai-phong',
    period: { label: '2026-W47', kind: 'week', from: '2026-11-15T17:00:00.000Z', to: '2026-11-22T17:00:00.000Z' },
    readFrom: '2026-11-15T17:00:00.000Z',
    compiledAt: '2026-11-22T09:00:00.000Z',
    overview: '',
    figures: BRIEFING_FIGURES.map((id) => ({
      id,
      value: id === 'cases-opened' ? 1 : count,
      previous: 3,
      articleIds: id === 'cases-opened' ? [] : annex.map((item) => item.articleId),
      caseIds: id === 'cases-opened' ? ['1'] : [],
    })),
    charts: [
      { id: 'by-day', series: ['domestic', 'foreign'], bars: [{ key: '2026-11-16', values: [1, 2] }] },
      { id: 'by-sector', series: ['domestic', 'foreign'], bars: [{ key: 'tourism', values: [3, 0] }] },
    ],
    domestic: domestic.length === 0 ? [] : [{ sector: 'tourism', entries: domestic }],
    foreign: [...foreign.values()].map((group) => ({
      country: group[0]?.country ?? '',
      language: group[0]?.language ?? '',
      entries: group,
    })),
    cases: [sampleCase()],
    outcomes: [],
    criticism: [],
    silentSources: [{ outlet: 'Kênh Lặng', url: 'https://im-lang.example/rss', lastNewItemAt: null, alarm: null }],
    proposals: [{ kind: 'free', subject: 'Tiếp tục theo dõi dư luận về cảng biển.', detail: '' }],
    annex,
    correction: null,
    ...change,
  };
}

export function sampleBriefing(content: BriefingContent, change: Partial<BriefingDocument> = {}): BriefingDocument {
  return {
    content,
    office: {
      parentBody: 'Ủy ban nhân dân tỉnh Cao Bằng',
      body: 'Sở Ngoại vụ',
      place: 'Cao Bằng',
      symbol: 'SNgV',
      signerPost: 'Giám đốc',
    },
    edition: 1,
    number: 5,
    signer: 'Nông Thị Mẫu',
    issuedAt: new Date('2026-02-05T08:00:00Z'),
    eventRoot: 'ab'.repeat(32),
    deskUrl: 'http://127.0.0.1:8080',
    ...change,
  };
}

function sampleItem(index: number): BriefingItem {
  const { outlet, country, language, title } = TITLES[index % TITLES.length] ?? TITLES[0];
  const origin: Origin = country === 'VN' ? 'domestic' : 'foreign';
  return {
    articleId: String(index + 1),
    title: `${title} ${index + 1}`,
    outlet,
    country,
    language,
    origin,
    publishedAt: '2026-11-17T03:00:00.000Z',
    url: `https://bao-${index + 1}.example/bai`,
    sectors: ['tourism'],
    flagState: null,
    verdict: null,
  };
}

function sampleEntry(item: BriefingItem): BriefingEntry {
  const { flagState: _state, verdict: _verdict, ...fields } = item;
  const text = `${item.title}. Sau chín tháng, thành phố đón 8,2 triệu lượt khách, tăng 11% so với cùng kỳ năm trước, theo số liệu của cơ quan thống kê.`;
  return {
    ...fields,
    storyId: item.articleId,
    summary: { text, language: item.language, by: 'extract' },
    comment: '',
    included: true,
    isNew: true,
    tellings: [],
  };
}

function sampleCase(): BriefingCase {
  return {
    caseId: '1',
    number: 'VV-2026-0001',
    title: 'Số liệu khách du lịch bị nêu sai',
    state: 'released',
    leadAgency: 'Sở Du lịch',
    openedAt: '2026-11-18T02:00:00.000Z',
    isNew: true,
    quotes: [
      { articleId: '1', outlet: 'Báo Hòn Dấu', url: 'https://bao-1.example/bai', quote: 'chỉ có 2 triệu khách' },
    ],
    answers: [
      {
        title: 'Làm rõ số liệu khách du lịch',
        body: 'Số liệu chính thức là 8,2 triệu lượt.',
        channel: 'press-release',
        releasedAt: '2026-11-19T02:00:00.000Z',
      },
    ],
    deadlines: [
      {
        rule: 'draft-response',
        label: 'Soạn nội dung trả lời',
        dueAt: '2026-11-20T02:00:00.000Z',
        metAt: '2026-11-19T01:00:00.000Z',
        kept: true,
      },
    ],
    comment: '',
    included: true,
  };
}
