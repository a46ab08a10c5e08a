import type { Sector } from '@lamro/domain';

/** What each sector is called in the sentence that explains a route. */
export const SECTOR_LABELS: Record<Sector, string> = {
  'foreign-affairs': 'đối ngoại',
  'press-and-information': 'báo chí, thông tin',
  'culture-sport': 'văn hóa, thể thao',
  tourism: 'du lịch',
  investment: 'đầu tư',
  'trade-industry': 'công thương',
  'economic-zones': 'khu kinh tế, khu công nghiệp',
  'finance-budget': 'tài chính, ngân sách',
  'internal-affairs': 'nội vụ',
  religion: 'tôn giáo',
  'ethnic-affairs': 'dân tộc',
  'public-security': 'an ninh, trật tự',
  defence: 'quốc phòng',
  'border-sea-sovereignty': 'biên giới, biển đảo, chủ quyền',
  'human-rights': 'quyền con người',
  'education-training': 'giáo dục, đào tạo',
  health: 'y tế',
  'environment-agriculture': 'nông nghiệp, môi trường',
  'transport-construction': 'giao thông, xây dựng',
  'labour-society': 'lao động, xã hội',
  justice: 'tư pháp',
  'science-technology': 'khoa học, công nghệ',
  other: 'khác',
};
