import type { PeriodItemRow } from '@lamro/database';
import { type BriefingContent, type BriefingEntry, type BriefingItem, mentionSchema, SECTORS } from '@lamro/domain';
import { z } from 'zod';
import { sectorsOf } from './sector.ts';
import { extractSummary } from './summary.ts';

const mentionsSchema = z.array(mentionSchema);

/** Stories of the domestic press under their sector, in the vocabulary's order. */
export function domesticOf(items: readonly PeriodItemRow[]): BriefingContent['domestic'] {
  const entries = entriesOf(
    items.filter((item) => item.origin === 'domestic'),
    () => '',
  );
  return SECTORS.map((sector) => ({
    sector,
    entries: entries.filter((entry) => (entry.sectors[0] ?? 'other') === sector),
  })).filter((group) => group.entries.length > 0);
}

/** Stories of the foreign press by country and language, those with the most stories first. */
export function foreignOf(items: readonly PeriodItemRow[]): BriefingContent['foreign'] {
  const place = (item: Pick<PeriodItemRow, 'country' | 'language'>) => `${item.country} ${item.language}`;
  const entries = entriesOf(
    items.filter((item) => item.origin === 'foreign'),
    place,
  );
  const groups = Map.groupBy(entries, place);
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group;
      return first === undefined ? [] : [{ country: first.country, language: first.language, entries: group }];
    })
    .sort((a, b) => b.entries.length - a.entries.length || place(a).localeCompare(place(b), 'en'));
}

/** Items as entries of their own: one a story, told apart further by `apart`. */
export function entriesOf(items: readonly PeriodItemRow[], apart: (item: PeriodItemRow) => string): BriefingEntry[] {
  const stories = Map.groupBy(items, (item) => `${item.storyId ?? `article-${item.articleId}`} ${apart(item)}`);
  return [...stories.values()].flatMap((tellings) => {
    // Whoever wrote it stands for the story, before whoever copied it.
    const lead = tellings.find((item) => item.duplicateOf === null) ?? tellings[0];
    return lead === undefined ? [] : [entryOf(lead, tellings)];
  });
}

function entryOf(lead: PeriodItemRow, tellings: readonly PeriodItemRow[]): BriefingEntry {
  return {
    ...itemFieldsOf(lead),
    storyId: lead.storyId,
    summary: summaryOf(lead),
    comment: '',
    included: true,
    isNew: !lead.toldBefore,
    tellings: tellings
      .filter((item) => item !== lead)
      .map(({ articleId, outlet, url }) => ({ articleId, outlet, url })),
  };
}

/** Sentences of the Vietnamese translation where there is one, else the outlet's own; a machine's words are marked as such. */
function summaryOf(lead: PeriodItemRow): BriefingEntry['summary'] {
  const { translation, language } = lead;
  if (translation !== null) {
    const text = extractSummary(translation.body, translation.title, 'vi', []);
    return { text, language: 'vi', by: translation.kind === 'machine' ? 'model' : 'translation' };
  }
  const names = mentionsSchema.parse(lead.mentions).map((mention) => mention.text);
  return { text: extractSummary(lead.body, lead.title, language, names), language, by: 'extract' };
}

/** An item of the annex. */
export function itemOf(row: PeriodItemRow): BriefingItem {
  return { ...itemFieldsOf(row), flagState: row.flagState, verdict: row.verdict };
}

function itemFieldsOf(row: PeriodItemRow) {
  const { articleId, title, outlet, country, language, origin, url } = row;
  return {
    articleId,
    title,
    outlet,
    country,
    language,
    origin,
    url,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    sectors: sectorsOf(row.sectors),
  };
}
