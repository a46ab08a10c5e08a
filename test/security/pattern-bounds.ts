/** A file whose patterns may take the square of their text, or could not be proven, because that text is bounded before. */
export interface Bound {
  readonly file: string;
  /** Characters of the longest text that they see. */
  readonly most: number;
  readonly why: string;
}

const named = (file: string, most: number, why: string): Bound => ({ file, most, why });

export const BOUNDS: readonly Bound[] = [
  named('packages/analysis/data/lexicon/shares.json', 5_000, 'counted repetition of at most 14 letters; a sentence'),
  named('packages/analysis/src/figures/figure.ts', 5_000, 'counted repetition of at most 30; a sentence'),
  named('packages/analysis/src/records/record-index.ts', 400, 'a number as it is written by this program'),
  named('packages/analysis/src/relevance/support.ts', 16, 'looks at 16 characters before a name and 4 after it'),
  named('packages/analysis/src/relevance/surroundings.ts', 5_000, 'looks at a slice around a name'),
  named('packages/analysis/src/signals/change.ts', 120, 'looks at 120 characters before a period'),
  named('packages/analysis/src/signals/figure.ts', 400, 'a number as it is written by this program'),
  named('packages/analysis/src/stories/features.ts', 20, 'looks at three characters before a name'),
  named(
    'packages/archive/src/inspection/office.ts',
    5_000,
    'runs in a thread that is ended after 30 seconds; names of parts',
  ),
  named('packages/archive/src/inspection/xml.ts', 20_000, 'runs in a thread that is ended after 30 seconds'),
  named('packages/archive/src/secrecy/file-name.ts', 255, 'the name of a file, at most 255 bytes'),
  named('packages/casework/src/clarification/open-to-public.ts', 5_000, 'a byline'),
  named('packages/database/src/queries/desk/search-items.ts', 20_000, 'what a person types into the search'),
  named('packages/delivery/src/email/email.ts', 500, 'anchored, counted repetition; a Message-ID of ours'),
  named('packages/delivery/src/email/mail-channel.ts', 500, 'an operator’s setting'),
  named('packages/newsroom/src/edition/wording.ts', 5_000, 'texts of the sample press'),
  named('packages/newsroom/src/figure/format.ts', 400, 'a number of the sample press'),
  named('packages/press/src/address/canonicalise.ts', 8_192, 'longer addresses are left as they are'),
  named('packages/press/src/article/authors.ts', 2_000, 'fields of authors are cut before'),
  named('packages/press/src/article/body/edges.ts', 20_000, 'anchored, counted repetition'),
  named('packages/press/src/article/extract.ts', 20_000, 'counted repetition of at most 500'),
  named('packages/press/src/article/title.ts', 1_000, 'titles are cut before'),
  named('packages/press/src/charset/declared.ts', 4_096, 'the head of a document'),
  named('packages/press/src/discovery/feeds.ts', 8_192, 'one address'),
  named('packages/press/src/feed/parse.ts', 20_000, 'the first 20,000 characters of a feed'),
  named('packages/press/src/language/detect.ts', 3_000, 'a sample of 3,000 characters'),
  named('packages/press/src/markup/plain.ts', 20_000, 'counted repetition of at most 31'),
  named('packages/press/src/source/preview.ts', 20_000, 'counted repetition that stops at the next element'),
  named('packages/press/src/wall/detect.ts', 20_000, 'counted repetition of at most 200'),
  named('packages/queue/src/board.ts', 20_000, 'a page of the board of queues'),
  named('packages/runtime/src/tracing/tracing.ts', 2_000, 'an operator’s setting'),
  named('services/crawler/src/page/redirector.ts', 20_000, 'counted repetition that stops at the next element'),
  named('services/crawler/src/record/csv.ts', 20_000, 'every cell ends in what always follows: nothing is tried twice'),
  named('services/crawler/src/source/freshness.ts', 16_384, 'a header of an answer'),
];
