import { createRelevance, judgeItem, type RelevanceResult } from '@lamro/analysis';
import type { CompareDraft } from '@lamro/casework';
import type { Gazetteer, PressItem } from '@lamro/domain';
import { loadGazetteer } from '@lamro/profiles';

interface Reader {
  readonly gazetteer: Gazetteer;
  readonly relevance: (item: PressItem) => RelevanceResult;
}

/** Measures our own drafts by the rules that the press is measured with. Gazetteers are read once a province. */
export function createDraftComparison(): CompareDraft {
  const readers = new Map<string, Reader>();
  const readerOf = (profile: string): Reader => {
    const known = readers.get(profile);
    if (known !== undefined) return known;
    const gazetteer = loadGazetteer(profile);
    const made = { gazetteer, relevance: createRelevance(gazetteer) };
    readers.set(profile, made);
    return made;
  };
  return (profile, draft, records) => {
    const { title, body: text, language } = draft;
    const item = { id: 'draft', url: '', title, text, language, outletCountry: 'VN' };
    const { signals } = judgeItem({ ...readerOf(profile), records, related: [] }, item);
    return signals.flatMap((signal) => {
      const recordId = signal.evidence?.recordId;
      const contradicts = signal.kind === 'contradicts-figure' || signal.kind === 'contradicts-statement';
      return contradicts && recordId !== undefined ? [{ quote: signal.quote, why: signal.why, recordId }] : [];
    });
  };
}
