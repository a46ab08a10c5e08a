import type { Locale } from '../locale/locale.ts';

const vi = {
  title: 'Thông tin làm rõ',
  lead: (office: string) => `Nội dung giải thích, làm rõ đã được ${office} phát hành chính thức.`,
  skip: 'Đến nội dung chính',
  party: (office: string) =>
    `${office} là cơ quan ban hành và là một bên trong vụ việc; đây là ý kiến chính thức của cơ quan, không phải đánh giá của bên thứ ba độc lập.`,
  claim: 'Nội dung báo chí nêu',
  answer: 'Nội dung làm rõ',
  published: 'Phát hành',
  opened: 'Công khai',
  agency: 'Cơ quan trả lời',
  channel: 'Hình thức phát hành',
  document: 'Văn bản',
  original: 'Bản công bố',
  articles: 'Tin, bài liên quan',
  records: 'Thông tin chính thức làm căn cứ',
  languages: 'Ngôn ngữ',
  empty: 'Chưa có nội dung làm rõ nào được công khai.',
  older: 'Các nội dung trước',
  all: 'Tất cả nội dung làm rõ',
  feeds: 'Theo dõi',
  missing: 'Không có trang này, hoặc nội dung đã thôi công khai.',
  rating: 'Sai lệch, theo cơ quan ban hành',
};
export type PublicWords = typeof vi;

const en: PublicWords = {
  title: 'Clarifications',
  lead: (office) => `Explanations and clarifications officially released by ${office}.`,
  skip: 'Skip to content',
  party: (office) =>
    `${office} issues this page and is a party to the matter; it states the authority's official position and is not the assessment of an independent third party.`,
  claim: 'What was reported',
  answer: 'Clarification',
  published: 'Released',
  opened: 'Made public',
  agency: 'Answering agency',
  channel: 'Released by',
  document: 'Document',
  original: 'Published at',
  articles: 'Articles concerned',
  records: 'Official information relied on',
  languages: 'Languages',
  empty: 'No clarification has been made public yet.',
  older: 'Earlier clarifications',
  all: 'All clarifications',
  feeds: 'Follow',
  missing: 'There is no such page, or the clarification is no longer public.',
  rating: 'Distorted, according to the issuing authority',
};

/** Words of the pages that everybody may read. */
export const publicWords: Readonly<Record<Locale, PublicWords>> = { vi, en };
