import type { PeriodReportDocument } from '@lamro/domain';
import { documentWords, formatDate, formatTime, periodReportWords as words } from '@lamro/wording';
import { numberLine, placeDateLine, recipientLines } from '../compose/head.ts';
import { type Block, heading, note, type OfficialDocument, paragraph } from '../document/document.ts';
import { roman } from '../text/number.ts';
import {
  caseTableBlocks,
  factsOf,
  figureBlocks,
  itemBlocks,
  outcomeTableBlocks,
  planBlocks,
  wordBlocks,
} from './blocks.ts';

/** A period report as an official report, in our own form: it says that the ministry's is not at hand. */
export function composePeriodReport(report: PeriodReportDocument): OfficialDocument {
  const { content, office, issuedAt, deskUrl } = report;
  const facts = factsOf(content, deskUrl);
  const subject = subjectOf(report);
  const { duty } = content;
  const parts: readonly (readonly [string, readonly Block[]])[] = [
    [words.parts.overview, [...(content.overview === '' ? [] : wordBlocks(content.overview)), ...figureBlocks(facts)]],
    [words.parts.plan, planBlocks(facts)],
    [words.parts.cases, caseTableBlocks(facts)],
    [words.parts.outcomes, outcomeTableBlocks(facts)],
    [words.parts.difficulties, wordBlocks(content.difficulties)],
    [words.parts.proposals, wordBlocks(content.proposals)],
  ];
  return {
    office,
    number: numberLine(report.number, words.typeSymbol, office),
    placeDate: placeDateLine(office.place, issuedAt, new Date(content.compiledAt)),
    mark: issuedAt === null ? `${documentWords.draftMark} - ${words.ownForm}` : words.ownForm,
    type: words.type,
    subject,
    addressees: [duty.to],
    body: [
      paragraph({ text: words.ground(duty.summary, duty.clause), italic: true }),
      ...(duty.via === null ? [] : [paragraph(words.via(duty.via))]),
      ...parts.flatMap(([title, blocks], index) => [heading(1, `${roman(index + 1)}. ${title}`), ...blocks]),
      note(words.asOf(formatTime(new Date(content.compiledAt), 'vi'))),
      note(words.formNote),
    ],
    signature: { post: office.signerPost, name: report.signer },
    recipients: recipientLines([documentWords.asAddressed], office),
    annexes: [{ number: roman(1), title: words.annexTitle, blocks: itemBlocks(facts) }],
    title: `${words.type} ${subject}`,
  };
}

/** What a report is about, with its period. */
export function subjectOf({ content: { duty, period } }: PeriodReportDocument): string {
  return words.subject(duty.kind, period.label, formatDate(period.from), formatDate(period.to));
}
