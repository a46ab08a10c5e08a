// One whole example of each shape, as it travels between the parts.
const AT = '2026-11-22T10:00:00+07:00';
export const citation = { for: 'lead', part: 'regulation', article: 7, clause: 3, point: 'a', item: null };
const item = {
  articleId: '17',
  title: 'Tin',
  outlet: 'Báo',
  country: 'VN',
  language: 'vi',
  origin: 'domestic',
  publishedAt: AT,
  url: 'https://bao.example/tin',
  sectors: ['health'],
};
const entry = {
  ...item,
  storyId: '4',
  summary: { text: 'Tóm tắt', language: 'vi', by: 'extract' },
  comment: '',
  included: true,
  isNew: false,
  tellings: [{ articleId: '18', outlet: 'Báo', url: 'https://bao.example/2' }],
};
export const BRIEFING = {
  profile: 'thai-binh',
  period: { label: '2026-W47', kind: 'week', from: AT, to: AT },
  readFrom: AT,
  compiledAt: AT,
  overview: 'Tổng quan',
  figures: [{ id: 'items', value: 3, previous: 0, articleIds: ['17'], caseIds: ['2'] }],
  charts: [{ id: 'by-day', series: ['domestic'], bars: [{ key: '2026-11-22', values: [1] }] }],
  domestic: [{ sector: 'health', entries: [entry] }],
  foreign: [{ country: 'FR', language: 'fr', entries: [entry] }],
  cases: [
    {
      caseId: '2',
      number: '2/2026',
      title: 'Hồ sơ',
      state: 'released',
      leadAgency: 'so-y-te',
      openedAt: AT,
      isNew: true,
      quotes: [{ articleId: '17', outlet: 'Báo', url: 'https://bao.example/tin', quote: 'giảm' }],
      answers: [{ title: 'Trả lời', body: 'Tăng', channel: 'press-release', releasedAt: AT }],
      deadlines: [{ rule: 'notify', label: 'Thông báo', dueAt: AT, metAt: AT, kept: true }],
      comment: '',
      included: true,
    },
  ],
  outcomes: [
    {
      caseId: '2',
      caseNumber: '2/2026',
      articleId: '17',
      outlet: 'Báo',
      title: 'Tin',
      url: 'https://bao.example/tin',
      outcome: 'corrected',
      confirmedAt: AT,
    },
  ],
  criticism: [entry],
  silentSources: [{ outlet: 'Báo', url: 'https://bao.example/rss', lastNewItemAt: AT, alarm: 'quiet' }],
  proposals: [{ kind: 'free', subject: '', detail: 'Đề nghị' }],
  annex: [{ ...item, flagState: 'confirmed', verdict: 'distorted' }],
  correction: 'Sửa số liệu',
};
export const JUDGEMENT = {
  relevance: {
    relevant: true,
    score: 1,
    about: 'subject',
    mentions: [{ text: 'Thái Bình', start: 0, end: 9, unit: '34', why: 'tên đầy đủ' }],
  },
  places: [{ code: '34', name: 'Thái Bình', asOf: '2026-01-01' }],
  sectors: [{ id: 'health', score: 0, words: ['bệnh viện'] }],
  claims: [{ quote: 'giảm', start: 0, end: 4, kind: 'figure' }],
  signals: [
    {
      kind: 'contradicts-figure',
      quote: 'giảm',
      start: 0,
      end: 4,
      evidence: { recordId: '1', articleId: '2', quote: 'tăng' },
      why: 'khác số liệu',
      strength: 0.5,
    },
  ],
  considered: [
    {
      kind: 'contradicts-statement',
      quote: 'giảm',
      start: 0,
      end: 4,
      evidence: { recordId: '1', articleId: '2', quote: 'tăng' },
      why: 'trái với tuyên bố',
      strength: 0.4,
      doubt: 'khả năng thấp',
    },
  ],
  flag: { raised: true, score: 0.9 },
  verdictSuggestion: 'distorted',
};
export const GAZETTEER = {
  profile: 'thai-binh',
  units: [
    {
      code: '34',
      name: 'Tỉnh Thái Bình',
      kind: 'province',
      era: 'both',
      parent: '1',
      successor: '2',
      names: { en: ['Thai Binh'] },
    },
  ],
  lookAlikes: [{ text: 'Thái Bình Dương', language: 'vi', why: 'đại dương' }],
  context: { vi: ['tỉnh'] },
};
export const RECORD = {
  id: 'r1',
  kind: 'figure',
  text: 'Chỉ tiêu tăng',
  indicator: 'chỉ tiêu',
  value: 3.5,
  unit: '%',
  period: '2026-09',
  validFrom: '2026-01-01',
  validTo: '2026-12-31',
  documentNumber: '01/BC',
  source: 'Cục Thống kê',
  sourceUrl: 'https://thongke.example',
};
export const ROUTE = {
  lead: 'so-y-te',
  dossier: 'so-y-te',
  coordinate: ['so-tai-chinh'],
  notify: ['so-ngoai-vu'],
  monitor: ['so-ngoai-vu'],
  channels: [{ id: 'press-release', open: true, basis: 'law', condition: '', who: 'người phát ngôn' }],
  citations: [citation],
  basis: 'law',
  why: 'theo lĩnh vực',
};
export const MANIFEST = {
  embedding: { folder: 'e5', revision: 'v1', dtype: 'q8', prefix: 'query: ' },
  entailment: { hub: 'Xenova/nli', revision: 'main' },
  translation: [{ folder: 'zh-vi', from: ['zh'], to: 'vi', revision: 'main' }],
};
export const PRESS_ITEM = {
  id: 'a',
  url: 'u',
  title: 't',
  text: 'x',
  language: 'vi',
  publishedAt: AT,
  outletCountry: 'VN',
  at: AT,
};
export const QUERY = {
  id: '1',
  at: '2026-11-22',
  origin: 'foreign',
  sectors: ['health'],
  places: ['34'],
  reportedBy: 'so-y-te',
};

export const PERIOD_REPORT = {
  profile: 'thai-binh',
  duty: { key: 'yearly:a:b', kind: 'yearly', to: 'Bộ', via: 'Sở', clause: 'Điều 1 Quy chế', summary: 'Báo cáo năm' },
  period: { label: '2026', from: '2026-01-01', to: '2026-12-31' },
  lastDay: '2026-12-15',
  compiledAt: AT,
  overview: 'Tổng quan',
  figures: BRIEFING.figures,
  plan: [{ task: 'Việc', planned: 'Kế hoạch', result: 'Kết quả', figure: null }],
  cases: BRIEFING.cases,
  outcomes: BRIEFING.outcomes,
  items: BRIEFING.annex,
  difficulties: 'Khó khăn',
  proposals: 'Kiến nghị',
};
