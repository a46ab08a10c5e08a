import type { Article } from '../edition/edition.ts';

export interface Citation {
  for: 'lead';
  part: 'regulation';
  article: number;
  clause?: number;
  point?: string;
}

/** Who answers: by the regulation's own words, and in force today; null where a person must decide. */
export interface Lead {
  leadInText: string | null;
  lead: string | null;
  /** `named`: the text names the agency of the sector; `place`: its general clause gives the place; `unnamed`: neither. */
  leadBasis: 'named' | 'place' | 'unnamed';
  citation: readonly Citation[];
}

/** An agency as the text names it, its successor where that is certain, and the article that gives it the sector. */
type Duty = readonly [inText: string, today: string | null, article: number, clause?: number];

interface Regulation {
  /** The clause by which whoever owns the sector or the place answers. */
  rule: Citation;
  sectors: Readonly<Record<string, Duty>>;
  /** Who rebuts false reports of the foreign press, where the text gives that to one agency. */
  foreign?: Duty;
  districtArticle: number;
}

const rule = (article: number, clause: number, point?: string): Citation => ({
  for: 'lead',
  part: 'regulation',
  article,
  clause,
  ...(point === undefined ? {} : { point }),
});
const culture = 'so-van-hoa-the-thao-va-du-lich';
const press = 'so-thong-tin-va-truyen-thong';

/**
 * The duties as the five regulations write them. Press matters of the dissolved press departments are the culture
 * department's, their technical matters the science department's; planning departments went into finance. Where the
 * successor is not certain (external relations, economic zones, religion after the merging of provinces) it is null.
 */
const regulations: Readonly<Record<string, Regulation>> = {
  'thai-binh': {
    rule: rule(7, 2),
    districtArticle: 22,
    sectors: {
      'foreign-affairs': ['so-ngoai-vu', null, 11, 3],
      'press-and-information': [press, culture, 10, 1],
      'internal-affairs': ['so-noi-vu', 'so-noi-vu', 13, 1],
      religion: ['so-noi-vu', null, 13, 2],
      'culture-sport': [culture, culture, 14, 1],
      tourism: [culture, culture, 14, 2],
      'trade-industry': ['so-cong-thuong', 'so-cong-thuong', 15, 1],
      investment: ['so-ke-hoach-va-dau-tu', 'so-tai-chinh', 16, 2],
      'finance-budget': ['so-tai-chinh', 'so-tai-chinh', 17, 1],
      'public-security': ['cong-an-tinh', 'cong-an-tinh', 18, 3],
      defence: ['bo-chi-huy-quan-su-tinh', 'bo-chi-huy-quan-su-tinh', 19, 2],
      'economic-zones': ['ban-quan-ly-khu-kinh-te-va-cac-khu-cong-nghiep-tinh', null, 20, 1],
    },
  },
  'hai-phong': {
    rule: rule(9, 2),
    districtArticle: 19,
    sectors: {
      'foreign-affairs': ['so-ngoai-vu', null, 13, 3],
      'press-and-information': [press, culture, 12],
      'finance-budget': ['so-tai-chinh', 'so-tai-chinh', 15, 1],
      'public-security': ['cong-an-thanh-pho', 'cong-an-thanh-pho', 16, 2],
      'culture-sport': ['so-van-hoa-va-the-thao', culture, 17, 2],
      tourism: ['so-du-lich', culture, 17, 2],
    },
  },
  'lam-dong': {
    rule: rule(7, 2, 'b'),
    districtArticle: 16,
    foreign: ['so-ngoai-vu', null, 9, 1],
    sectors: {
      'foreign-affairs': ['so-ngoai-vu', null, 9, 2],
      'press-and-information': [press, culture, 8, 1],
      'culture-sport': [culture, culture, 10, 1],
      tourism: [culture, culture, 10, 1],
      investment: ['so-ke-hoach-va-dau-tu', 'so-tai-chinh', 11, 1],
      'public-security': ['cong-an-tinh', 'cong-an-tinh', 12, 2],
      'internal-affairs': ['so-noi-vu', 'so-noi-vu', 13],
      'finance-budget': ['so-tai-chinh', 'so-tai-chinh', 14, 1],
    },
  },
  'cao-bang': {
    rule: rule(11, 2),
    districtArticle: 23,
    sectors: {
      'foreign-affairs': ['so-ngoai-vu', null, 17, 1],
      'press-and-information': [press, culture, 15, 1],
      'culture-sport': [culture, culture, 18, 1],
      tourism: [culture, culture, 18, 1],
      'finance-budget': ['so-tai-chinh', 'so-tai-chinh', 19, 1],
      'internal-affairs': ['so-noi-vu', 'so-noi-vu', 20],
      'public-security': ['cong-an-tinh', 'cong-an-tinh', 21, 2],
    },
  },
  'tra-vinh': {
    rule: rule(5, 2),
    districtArticle: 19,
    sectors: {
      'foreign-affairs': ['van-phong-ubnd-tinh', 'van-phong-ubnd-tinh', 8, 1],
      'press-and-information': [press, culture, 9, 9],
      'culture-sport': [culture, culture, 10, 1],
      tourism: [culture, culture, 10, 1],
      'public-security': ['cong-an-tinh', 'cong-an-tinh', 11, 2],
      'finance-budget': ['so-tai-chinh', 'so-tai-chinh', 12],
      'internal-affairs': ['so-noi-vu', 'so-noi-vu', 13],
      'border-sea-sovereignty': ['bo-chi-huy-bo-doi-bien-phong-tinh', null, 15],
      'trade-industry': ['so-cong-thuong', 'so-cong-thuong', 16],
      'economic-zones': ['ban-quan-ly-khu-kinh-te', null, 17],
    },
  },
};

/** Who answers for an article by its province's regulation: its first sector goes before its place. */
export function leadOf(article: Article): Lead | null {
  const regulation = regulations[article.profile ?? ''];
  if (!regulation) return null;
  const foreign = article.outlet.country === 'VN' ? undefined : regulation.foreign;
  const duty = foreign ?? regulation.sectors[article.manuscript.sectors[0] ?? ''];
  if (duty) {
    const [leadInText, lead, number, clause] = duty;
    const own: Citation = {
      for: 'lead',
      part: 'regulation',
      article: number,
      ...(clause === undefined ? {} : { clause }),
    };
    return { leadInText, lead, leadBasis: 'named', citation: [regulation.rule, own] };
  }
  const district = article.manuscript.places.find((place) =>
    /^(?:Huyện|Quận|Thị xã|Thành phố (?!Hải Phòng))/.test(place),
  );
  if (district === undefined) {
    return { leadInText: null, lead: null, leadBasis: 'unnamed', citation: [regulation.rule] };
  }
  const own: Citation = { for: 'lead', part: 'regulation', article: regulation.districtArticle };
  return { leadInText: `ubnd-${slug(district)}`, lead: null, leadBasis: 'place', citation: [regulation.rule, own] };
}

function slug(name: string): string {
  const plain = name.replaceAll(/[đĐ]/g, 'd').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return (plain.match(/[a-z0-9]+/g) ?? []).join('-');
}
