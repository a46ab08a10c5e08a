import type { Relevance } from '@lamro/domain';
import { PROVINCES, provinceAtStart } from '../places/provinces.ts';
import { scriptOf } from '../text/script.ts';
import type { NameHit, Reading } from './hits.ts';

/** A hit that counts, with how much it says about the article. */
export interface Weighed {
  readonly hit: NameHit;
  readonly inTitle: boolean;
  readonly inLead: boolean;
  /** The place where something happened rather than what the text is about ("ở Hải Phòng"). */
  readonly locative: boolean;
  /** Only an origin, a distance, one of many, or a result in sport. */
  readonly aside: boolean;
}

/** Characters in which a text says where it plays; Chinese, Japanese and Korean say more in fewer. */
const LEAD = 320;
const SHORT_LEAD = 160;
/** Prepositions of place before a name, in folded text. */
export const LOCATIVE =
  /(?:^|[^\p{L}])(?:o|tai|o tinh|tai tinh|o tp|tai tp|in|at|near|off|im|a|à|au|dans|en|в|во|на|из|под|near|gan|tren dia ban|tren dia ban tinh|thuoc|ngoai khoi) (?:tinh |thanh pho |tp\.? ?)?$/u;
const ASIDE_BEFORE =
  /(?:^|[^\p{L}])(?:que|que o|que quan|que quan o|sinh ra o|sinh o|sinh tai|goc|nguoi goc|nguyen quan|cach|born in|native of|hails from|originally from|originaire d[e']|урожен\p{L}{2,4}(?: из)?|родил\p{L}{2,3} в) (?:tinh |thanh pho |tp\.? ?)?$/u;
const ASIDE_AFTER = /^(?:出身|出生|籍贯|人,|생(?!산)| ?출신)/u;
const SPORT =
  /v[. ]?league|vong \d+|ban thang|tien dao|thu mon|hlv |hau ve|tran dau|ti so|ty so|doi bong|cau lac bo|clb|football|striker|goal|midfielder|fixture|축구|득점|리그|足球|联赛|聯賽|進球|サッカー|リーグ|футбол|матч|ฟุตบอล|ban ket|chung ket|tu ket|vong loai|luot di|luot ve|san khach|sea games|giai vo dich/gu;
const SCORE_LINE = /(?:^|[^\d])\d{1,2} ?[-–:] ?\d{1,2}(?![\d])/u;

/** Weighs one accepted hit by where it stands and what stands beside it. */
export function weigh(hit: NameHit, reading: Reading, titleLength: number, sport: boolean): Weighed {
  const { text } = reading.folded;
  const left = text.slice(Math.max(0, hit.foldedStart - 40), hit.foldedStart);
  const right = text.slice(hit.foldedEnd, hit.foldedEnd + 40);
  const province = hit.names.some((name) => name.unit.kind === 'province');
  const lead = ['han', 'kana', 'hangul'].includes(scriptOf(hit.written.charAt(0))) ? SHORT_LEAD : LEAD;
  return {
    hit,
    inTitle: hit.start < titleLength,
    inLead: hit.start >= titleLength && hit.start < titleLength + lead,
    locative: LOCATIVE.test(left) || isLocativeParticle(right),
    aside: isOneOfMany(text, hit) || ASIDE_BEFORE.test(left) || ASIDE_AFTER.test(right) || (sport && province),
  };
}

const MANY = 5;

/** One in a list of provinces: "Bắc Ninh, Hà Nam, Hải Phòng, Quảng Ninh, Đà Nẵng". */
function isOneOfMany(text: string, hit: NameHit): boolean {
  const before = text.slice(Math.max(0, hit.foldedStart - 90), hit.foldedStart);
  const after = text.slice(hit.foldedEnd, hit.foldedEnd + 90);
  const items = [
    ...(before
      .split(/[.;:(]/)
      .at(-1)
      ?.split(',') ?? []),
    ...(after.split(/[.;:)]/)[0]?.split(',') ?? []),
  ];
  const named = items.filter(namesProvince);
  return named.length >= MANY;
}

/** "có kho ở Bắc Ninh", "và Đà Nẵng": the piece of a list begins or ends with a province. */
function namesProvince(piece: string): boolean {
  const words = piece.trim().split(' ');
  const tails = [2, 3, 1].map((count) => words.slice(-count).join(' '));
  return provinceAtStart(piece.trim()) !== null || tails.some((tail) => PROVINCES.has(tail));
}

function isLocativeParticle(right: string): boolean {
  return /^(?:市|省)?(?:で|の|에서| ?(?:시|성)에서)/u.test(right);
}

/** Whether the text reads like a report on a match, in which a province's name stands for its team. */
export function isSportReport(reading: Reading): boolean {
  const words = new Set(reading.folded.text.match(SPORT) ?? []);
  return words.size >= 2 || (words.size >= 1 && SCORE_LINE.test(reading.folded.source));
}

/**
 * How much an article is about the province. Subject: named in the title other than as a mere place. Event place: the place
 * named in the title or lead, or again and again. Passing: any other true mention; it does not make the article relevant.
 */
export function decide(
  weighed: readonly Weighed[],
  textLength: number,
): Pick<Relevance, 'relevant' | 'score' | 'about'> {
  const counted = weighed.filter((entry) => !entry.aside);
  if (weighed.length === 0) return { relevant: false, score: 0, about: 'none' };
  const repeated = Math.min(1, (counted.length - 1) / 4);
  if (counted.some((entry) => entry.inTitle && !entry.locative))
    return grade('subject', 0.8 + 0.2 * Math.max(0, repeated));
  const central = counted.some((entry) => entry.inTitle || entry.inLead);
  const dense = counted.length >= 3 && (counted.length * 1000) / Math.max(1, textLength) >= 1;
  if (central || dense) return grade('event-place', 0.6 + 0.2 * Math.max(0, repeated));
  return grade('passing', Math.min(0.45, 0.15 + 0.05 * weighed.length));
}

function grade(about: Relevance['about'], score: number): Pick<Relevance, 'relevant' | 'score' | 'about'> {
  return { relevant: about === 'subject' || about === 'event-place', score: Math.round(score * 1000) / 1000, about };
}
