/** One item of a feed. Absent values are null, never invented; times are ISO 8601 with the offset the feed wrote. */
export interface FeedItem {
  /** The feed's own id (guid, atom:id, rdf:about), else the link, else a digest of title and date. */
  readonly id: string;
  readonly title: string;
  readonly link: string | null;
  readonly publishedAt: string | null;
  readonly updatedAt: string | null;
  readonly author: string | null;
  /** Plain text. */
  readonly summary: string | null;
  /** HTML as the feed carries it. */
  readonly content: string | null;
  readonly categories: readonly string[];
  /** The outlet an aggregator names for this item (RSS `source`). */
  readonly source?: { readonly title: string; readonly url: string | null };
}

export interface Feed {
  readonly title: string | null;
  readonly link: string | null;
  readonly language: string | null;
  /** `rss-0.91`, `rss-2.0`, `rss-1.0` (RDF), `rss-0.90`, `atom-1.0`, `atom-0.3`, `cdf`, `json-feed-1.1`. */
  readonly format: string;
  readonly items: readonly FeedItem[];
}

export type FeedErrorKind =
  | 'empty'
  | 'script-wall'
  | 'page-instead-of-feed'
  | 'not-a-feed'
  | 'too-large'
  | 'too-deep'
  | 'refused-by-server';

const DETAILS: Readonly<Record<FeedErrorKind, string>> = {
  empty: 'Nguồn trả về nội dung rỗng. Kiểm tra lại địa chỉ nguồn tin.',
  'script-wall':
    'Nguồn trả về đoạn mã kiểm tra trình duyệt (cookie) thay cho dữ liệu tin. Dùng sitemap, trang danh mục hoặc kênh tìm kiếm thay thế.',
  'page-instead-of-feed':
    'Địa chỉ này là một trang web, không phải nguồn tin RSS/Atom. Chạy dò tìm nguồn tin trên trang đó hoặc khai báo là trang danh mục.',
  'not-a-feed':
    'Nội dung không thuộc định dạng RSS, Atom, RDF, CDF hoặc JSON Feed nào. Kiểm tra lại địa chỉ và loại nguồn tin.',
  'too-large': 'Nguồn tin vượt quá dung lượng cho phép. Kiểm tra lại địa chỉ nguồn tin.',
  'too-deep': 'Nguồn tin lồng thẻ sâu bất thường nên bị từ chối. Kiểm tra lại địa chỉ nguồn tin.',
  'refused-by-server': 'Dịch vụ tìm kiếm từ chối truy vấn. Rút gọn hoặc sửa lại từ khóa tìm kiếm.',
};

/** The one error that reading a feed may throw. `message` is Vietnamese and names the remedy. */
export class FeedError extends Error {
  readonly kind: FeedErrorKind;
  constructor(kind: FeedErrorKind, found = '') {
    const excerpt = found.replace(/\s+/g, ' ').trim().slice(0, 120);
    super(excerpt === '' ? DETAILS[kind] : `${DETAILS[kind]} Nhận được: "${excerpt}".`);
    this.name = 'FeedError';
    this.kind = kind;
  }
}
