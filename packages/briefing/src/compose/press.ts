import type { BriefingContent, BriefingEntry } from '@lamro/domain';
import { countryName, formatTime, languageName, termOf, briefingWords as words, wordsIn } from '@lamro/wording';
import { type Block, heading, paragraph, type Span } from '../document/document.ts';

const { terms } = wordsIn('vi');

/** Stories of the domestic press by theme. */
export function domesticBlocks(content: BriefingContent): Block[] {
  const groups = content.domestic.map((group) => ({
    title: termOf(terms.sectors, group.sector),
    entries: group.entries,
  }));
  return groupBlocks(groups, words.none.domestic);
}

/** Stories of the foreign press by country and language. */
export function foreignBlocks(content: BriefingContent): Block[] {
  const groups = content.foreign.map(({ country, language, entries }) => ({
    title: words.place(countryName(country, 'vi'), lowerFirst(languageName(language, 'vi'))),
    entries,
  }));
  return groupBlocks(groups, words.none.foreign);
}

export function criticismBlocks(content: BriefingContent): Block[] {
  const shown = content.criticism.filter((entry) => entry.included);
  return shown.length === 0 ? [paragraph(words.none.criticism)] : shown.flatMap(entryBlocks);
}

interface Group {
  readonly title: string;
  readonly entries: readonly BriefingEntry[];
}

function groupBlocks(groups: readonly Group[], none: string): Block[] {
  const shown = groups
    .map((group) => ({ ...group, entries: group.entries.filter((entry) => entry.included) }))
    .filter((group) => group.entries.length > 0);
  if (shown.length === 0) return [paragraph(none)];
  return shown.flatMap((group, index) => [
    heading(2, `${index + 1}. ${group.title}`),
    ...group.entries.flatMap(entryBlocks),
  ]);
}

function entryBlocks(entry: BriefingEntry): Block[] {
  const time = entry.publishedAt === null ? words.noTime : formatTime(new Date(entry.publishedAt), 'vi');
  const title: Span = { text: entry.title, bold: true, href: entry.url };
  return [
    paragraph(
      title,
      { text: ` (${words.source(entry.outlet, time)}). ` },
      { text: entry.isNew ? words.isNew : words.continued, italic: true },
    ),
    paragraph(...summarySpans(entry)),
    ...(entry.tellings.length === 0 ? [] : [paragraph({ text: words.alsoTold(outletsOf(entry)) })]),
    ...(entry.comment === '' ? [] : [paragraph({ text: `${words.comment} `, italic: true }, entry.comment)]),
  ];
}

function summarySpans({ summary }: BriefingEntry): Span[] {
  if (summary.text === '') return [{ text: words.noText, italic: true }];
  const opening = openingOf(summary);
  return [...(opening === null ? [] : [{ text: `${opening} `, italic: true }]), { text: summary.text }];
}

function outletsOf(entry: BriefingEntry): string {
  return [...new Set(entry.tellings.map((telling) => telling.outlet))].join(', ');
}

/** Says whose words follow; a person's need no opening, nor do an outlet's in Vietnamese. */
function openingOf(summary: BriefingEntry['summary']): string | null {
  if (summary.by === 'model') return words.byModel;
  if (summary.by === 'translation') return words.byTranslation;
  if (summary.by === 'person' || summary.language === 'vi') return null;
  return words.ownWords(lowerFirst(languageName(summary.language, 'vi')));
}

function lowerFirst(text: string): string {
  return `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
}
