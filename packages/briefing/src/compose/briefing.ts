import type { BriefingDocument } from '@lamro/domain';
import { dayOf, documentWords, formatDate, formatTime, briefingWords as words } from '@lamro/wording';
import { type Block, heading, note, type OfficialDocument, paragraph } from '../document/document.ts';
import { roman } from '../text/number.ts';
import { annexBlocks } from './annex.ts';
import { caseBlocks, outcomeBlocks, silenceBlocks } from './cases.ts';
import { numberLine, placeDateLine, recipientLines } from './head.ts';
import { overviewBlocks } from './overview.ts';
import { criticismBlocks, domesticBlocks, foreignBlocks } from './press.ts';
import { proposalBlocks } from './proposals.ts';
import { referencesOf } from './references.ts';

/** A briefing as an official report. */
export function composeBriefing(briefing: BriefingDocument): OfficialDocument {
  const { content, office, issuedAt, edition } = briefing;
  const subject = subjectOf(briefing);
  const number = numberLine(briefing.number, words.typeSymbol, office);
  const references = referencesOf(content, briefing.deskUrl);
  const parts: readonly (readonly [string, readonly Block[]])[] = [
    [words.parts.overview, overviewBlocks(content, references)],
    [words.parts.domestic, domesticBlocks(content)],
    [words.parts.foreign, foreignBlocks(content)],
    [words.parts.cases, caseBlocks(content, references)],
    [words.parts.outcomes, outcomeBlocks(content, references)],
    [words.parts.criticism, criticismBlocks(content)],
    [words.parts.silent, silenceBlocks(content)],
    [words.parts.proposals, proposalBlocks(content)],
  ];
  return {
    office,
    number,
    placeDate: placeDateLine(office.place, issuedAt, new Date(content.compiledAt)),
    mark: issuedAt === null ? documentWords.draftMark : null,
    type: words.type,
    subject: edition > 1 ? `${subject}. ${words.edition(String(edition))}` : subject,
    addressees: [office.parentBody],
    body: [
      ...correctionBlocks(content.correction),
      ...parts.flatMap(([title, blocks], index) => [heading(1, `${roman(index + 1)}. ${title}`), ...blocks]),
      note(words.method(formatTime(new Date(content.readFrom), 'vi'), readTo(content))),
      ...(briefing.eventRoot === null ? [] : [note(words.root(briefing.eventRoot))]),
    ],
    signature: { post: office.signerPost, name: briefing.signer },
    recipients: recipientLines([documentWords.asAddressed], office),
    annexes: [{ number: roman(1), title: words.annexTitle, blocks: annexBlocks(content, references) }],
    title: `${words.type} ${subject}`,
  };
}

function correctionBlocks(correction: string | null): Block[] {
  if (correction === null) return [];
  return [paragraph({ text: `${words.correction}: `, bold: true }, correction)];
}

/** The ledger was read to the period's end, or to the moment of reading where that came first. */
function readTo({ compiledAt, period }: BriefingDocument['content']): string {
  return formatTime(new Date(Math.min(Date.parse(compiledAt), Date.parse(period.to))), 'vi');
}

/** What the briefing is about: its week, or its first and last day. */
function subjectOf({ content }: BriefingDocument): string {
  const from = formatDate(dayOf(new Date(content.period.from)));
  const to = formatDate(dayOf(new Date(Date.parse(content.period.to) - 1)));
  if (content.period.kind === 'period') return words.periodSubject(from, to);
  const [year = '', week = ''] = content.period.label.split('-W');
  return words.weekSubject(String(Number(week)), year, from, to);
}
