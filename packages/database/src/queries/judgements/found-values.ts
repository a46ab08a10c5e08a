import type { Judgement } from '@lamro/domain';

/** What was found about a version, as the columns of `judgements` from `relevant` to `considered` hold it. */
export function foundValues(judgement: Judgement): readonly unknown[] {
  const { relevance, places, sectors, flag, verdictSuggestion, considered } = judgement;
  return [
    relevance.relevant,
    relevance.score,
    relevance.about,
    JSON.stringify(relevance.mentions),
    JSON.stringify(places),
    JSON.stringify(sectors),
    flag.score,
    verdictSuggestion,
    JSON.stringify(considered),
  ];
}
