import { BRIEFING_FIGURES, type PeriodReportContent, type PeriodReportDocument } from '@lamro/domain';
import { sampleBriefing, sampleContent } from './sample.ts';

/** A yearly report of so many items. */
export function sampleReport(
  count: number,
  change: Partial<PeriodReportContent> = {},
  head: Partial<PeriodReportDocument> = {},
): PeriodReportDocument {
  const { annex, cases, figures, outcomes } = sampleContent(count);
  return {
    content: {
      profile: 'cao-bang',
      duty: {
        key: 'yearly:so-thong-tin-va-truyen-thong',
        kind: 'yearly',
        to: 'Sở Thông tin và Truyền thông',
        via: null,
        clause: 'khoản 2 Điều 6 Quy định (36/2015/QĐ-UBND)',
        summary: 'Báo cáo năm chậm nhất ngày 20 tháng 11.',
      },
      period: { label: '2026', from: '2026-01-01', to: '2026-12-31' },
      lastDay: '2026-11-20',
      compiledAt: '2026-11-10T02:00:00.000Z',
      overview: 'Dòng một.\nDòng hai.',
      figures,
      plan: [
        { task: '', planned: '100 tin, bài', result: '', figure: BRIEFING_FIGURES[0] },
        { task: 'Tập huấn người phát ngôn', planned: '02 lớp', result: '01 lớp, 45 người', figure: null },
      ],
      cases,
      outcomes,
      items: annex.map((row, index) => (index === 0 ? { ...row, flagState: 'confirmed', verdict: 'distorted' } : row)),
      difficulties: '',
      proposals: 'Bổ sung kinh phí.',
      ...change,
    },
    office: sampleBriefing(sampleContent(0)).office,
    number: 7,
    signer: 'Nông Thị Mẫu',
    issuedAt: new Date('2026-11-18T02:00:00Z'),
    deskUrl: 'http://127.0.0.1:8080',
    ...head,
  };
}
