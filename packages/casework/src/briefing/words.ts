import { type BriefingContent, type BriefingEntry, briefingContentSchema } from '@lamro/domain';

/** Applies a change to every entry of a content, wherever it stands. */
export function mapEntries(content: BriefingContent, change: (entry: BriefingEntry) => BriefingEntry): BriefingContent {
  return {
    ...content,
    domestic: content.domestic.map((group) => ({ ...group, entries: group.entries.map(change) })),
    foreign: content.foreign.map((group) => ({ ...group, entries: group.entries.map(change) })),
    criticism: content.criticism.map(change),
  };
}

export function listEntries(content: BriefingContent): BriefingEntry[] {
  return [
    ...content.domestic.flatMap((group) => group.entries),
    ...content.foreign.flatMap((group) => group.entries),
    ...content.criticism,
  ];
}

/** Facts read anew, with the words that people put into the draft before. */
export function keepWords(earlier: unknown, fresh: BriefingContent): BriefingContent {
  const old = briefingContentSchema.parse(earlier);
  const entries = new Map(listEntries(old).map((entry) => [entry.articleId, entry]));
  const cases = new Map(old.cases.map((row) => [row.caseId, row]));
  const merged = mapEntries(fresh, (entry) => {
    const known = entries.get(entry.articleId);
    if (known === undefined) return entry;
    const { comment, included } = known;
    return { ...entry, comment, included, summary: known.summary.by === 'person' ? known.summary : entry.summary };
  });
  return {
    ...merged,
    overview: old.overview,
    correction: old.correction,
    cases: merged.cases.map((row) => {
      const known = cases.get(row.caseId);
      return known === undefined ? row : { ...row, comment: known.comment, included: known.included };
    }),
    proposals: [...merged.proposals, ...old.proposals.filter((proposal) => proposal.kind === 'free')],
  };
}
