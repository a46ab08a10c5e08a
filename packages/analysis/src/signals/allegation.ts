import type { Signal } from '@lamro/domain';
import { hasCue } from '../claims/proposition.ts';
import type { ArticleView } from './article.ts';

/** `unattributed-allegation`: a grave charge that rests on nobody named. Weak: it carries no evidence and never flags alone. */
export function allegationSignals(article: ArticleView): Signal[] {
  return article.sentences
    .filter(
      (sentence) => hasCue(sentence, 'vague-source') && hasCue(sentence, 'allegation') && !hasCue(sentence, 'denial'),
    )
    .map((sentence) => ({
      kind: 'unattributed-allegation',
      quote: sentence.quote,
      start: sentence.start,
      end: sentence.end,
      evidence: null,
      why: 'Cáo buộc không nêu nguồn cụ thể; cần kiểm chứng.',
      strength: 0.3,
    }));
}
