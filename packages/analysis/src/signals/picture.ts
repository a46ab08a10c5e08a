import type { Signal } from '@lamro/domain';
import { hasCue, readPropositions } from '../claims/proposition.ts';
import type { ArticleView } from './article.ts';

/** An earlier article, of another event, that put the same picture first. */
export interface PictureUse {
  readonly articleId: string;
  readonly address: string;
  /** ISO 8601. */
  readonly publishedAt: string;
}

/** The picture that an article puts first. */
export interface LeadPicture {
  readonly address: string;
  readonly caption: string | null;
  /** Month or day that its path or file name bears. */
  readonly dated: string | null;
  /** Earlier uses, the earliest first. */
  readonly earlier: readonly PictureUse[];
}

/** A picture of the last month may belong to the same matter. */
const DAYS_OLD = 30;
/** Below what any weight of the kind lets raise a flag: a picture alone is a note for whoever reads. */
const NOTE = 0.3;
const CONTRADICTED = 0.8;

/**
 * `old-as-new` for a picture: an article told as current shows first what already stood in an article of another event more
 * than 30 days before. A note that raises no flag by itself, unless the caption says that the picture is of a time when it had
 * long been printed. A caption that calls it an archive picture, or dates it rightly, says nothing wrong.
 */
export function pictureSignals(article: ArticleView, picture: LeadPicture | undefined): Signal[] {
  const { day, sentences, language } = article;
  const first = picture?.earlier[0];
  if (picture === undefined || first === undefined || day === null) return [];
  const printed = first.publishedAt.slice(0, 10);
  if (daysBetween(printed, day) <= DAYS_OLD) return [];
  const headline = sentences.find((sentence) => sentence.headline) ?? sentences[0];
  if (headline === undefined || hasCue(headline, 'recall-past')) return [];
  const caption = picture.caption === null ? [] : readPropositions(picture.caption, language, day);
  if (caption.some((one) => hasCue(one, 'archive-picture', 'recall-past'))) return [];
  const periods = caption.flatMap((one) => one.periods);
  if (periods.some(({ to }) => daysBetween(to, day) > DAYS_OLD)) return [];
  const claimsNow = caption.some((one) => hasCue(one, 'present')) || periods.some(({ from }) => from > printed);
  const dated = picture.dated === null ? '' : ` (đường dẫn ảnh ghi ${picture.dated})`;
  return [
    {
      kind: 'old-as-new',
      quote: headline.quote,
      start: headline.start,
      end: headline.end,
      evidence: { articleId: first.articleId, quote: `${first.address} (${printed})` },
      why: claimsNow
        ? `Chú thích "${picture.caption ?? ''}" nói ảnh chụp gần đây, nhưng ảnh ${picture.address}${dated} đã đăng ngày ${printed} ở bài về việc khác.`
        : `Ảnh đầu bài ${picture.address}${dated}, bài đăng ngày ${day}, đã đăng ngày ${printed} ở bài về việc khác: cần xem ảnh có đúng sự việc không.`,
      strength: claimsNow ? CONTRADICTED : NOTE,
    },
  ];
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
