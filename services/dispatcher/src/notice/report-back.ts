import { type Pool, type ReportOutcome, tellReporters } from '@lamro/database';

/** How long an item is followed for whoever reported it. */
const FOLLOWED_MS = 90 * 24 * 3_600_000;

const WORDS: Readonly<Record<ReportOutcome, { title: string; body: string }>> = {
  confirmed: {
    title: 'Tin bạn báo: đã xác nhận có nội dung sai lệch',
    body: 'Người thẩm định đã xác nhận; tin được xử lý theo quy chế:',
  },
  dismissed: {
    title: 'Tin bạn báo: đã thẩm định, không lập hồ sơ',
    body: 'Người thẩm định kết luận không phải thông tin sai lệch:',
  },
  'needs-evidence': {
    title: 'Tin bạn báo: cần thêm chứng cứ',
    body: 'Chưa đủ căn cứ kết luận; nếu có tài liệu, hãy gửi thêm:',
  },
  'no-sign': {
    title: 'Tin bạn báo: chưa thấy dấu hiệu sai lệch',
    body: 'Tin đã được lưu và đối chiếu, chưa thấy dấu hiệu có bằng chứng; chuyên viên vẫn có thể xem lại:',
  },
  'not-about-us': {
    title: 'Tin bạn báo: không về địa phương',
    body: 'Tin đã được lưu; nội dung không nói về tỉnh theo cách cần xử lý:',
  },
  failed: {
    title: 'Tin bạn báo: không đọc được',
    body: 'Hệ thống không đọc được địa chỉ này; hãy gửi lại bằng nguyên văn:',
  },
};

/**
 * Tells whoever reported an item what became of it, as some regulations ask (Hải Phòng, Điều 20.3: a written result for whoever
 * found a violation). @returns how many notices are new
 */
export function reportBack(pool: Pool, now: Date): Promise<number> {
  return tellReporters(pool, WORDS, new Date(now.getTime() - FOLLOWED_MS));
}
