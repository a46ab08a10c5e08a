import type { Judgement } from '@lamro/domain';

/** What was found about a version, as the columns of `judgements` from `relevant` to `verdict_suggestion` hold it. */
export function foundValues({ relevance, places, sectors, flag, verdictSuggestion }: Judgement): readonly unknown[] {
  return [
    relevance.relevant,
    relevance.score,
    relevance.about,
    JSON.stringify(relevance.mentions),
    JSON.stringify(places),
    JSON.stringify(sectors),
    flag.score,
    verdictSuggestion,
  ];
}
