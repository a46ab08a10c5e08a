import type { BriefingDocument } from '@lamro/domain';
import { dayOf, documentWords, formatDate, formatTime, briefingWords as words } from '@lamro/wording';
import { type Block, heading, note, type OfficialDocument, paragraph } from '../document/document.ts';
import type { PlaceValue } from '../template/docx-template.ts';
import { roman } from '../text/number.ts';
import { annexBlocks } from './annex.ts';
import { caseBlocks, outcomeBlocks, silenceBlocks } from './cases.ts';
import { numberLine, placeDateLine, recipientLines } from './head.ts';
import { overviewBlocks } from './overview.ts';
import { criticismBlocks, domesticBlocks, foreignBlocks } from './press.ts';
import { proposalBlocks } from './proposals.ts';
import { referencesOf } from './references.ts';

/** The parts of a briefing in their order, under the names that templates give them. */
function partsOf({ content, deskUrl }: BriefingDocument) {
  const references = referencesOf(content, deskUrl);
  return {
    TINH_HINH_CHUNG: { title: words.parts.overview, blocks: overviewBlocks(content, references) },
    BAO_TRONG_NUOC: { title: words.parts.domestic, blocks: domesticBlocks(content) },
    BAO_NUOC_NGOAI: { title: words.parts.foreign, blocks: foreignBlocks(content) },
    VU_VIEC: { title: words.parts.cases, blocks: caseBlocks(content, references) },
    PHAN_UNG_CUA_BAO: { title: words.parts.outcomes, blocks: outcomeBlocks(content, references) },
    PHE_BINH_CHINH_XAC: { title: words.parts.criticism, blocks: criticismBlocks(content) },
    NGUON_IM_LANG: { title: words.parts.silent, blocks: silenceBlocks(content) },
    DE_XUAT: { title: words.parts.proposals, blocks: proposalBlocks(content) },
  } satisfies Record<string, { title: string; blocks: readonly Block[] }>;
}

/** A briefing as an official report. */
export function composeBriefing(briefing: BriefingDocument): OfficialDocument {
  const { content, office, issuedAt, edition } = briefing;
  const subject = subjectOf(briefing);
  return {
    office,
    number: numberLine(briefing.number, words.typeSymbol, office),
    placeDate: placeDateLine(office.place, issuedAt, new Date(content.compiledAt)),
    mark: issuedAt === null ? documentWords.draftMark : null,
    type: words.type,
    subject: edition > 1 ? `${subject}. ${words.edition(String(edition))}` : subject,
    addressees: [office.parentBody],
    body: [
      ...correctionBlocks(content.correction),
      ...Object.values(partsOf(briefing)).flatMap(({ title, blocks }, index) => [
        heading(1, `${roman(index + 1)}. ${title}`),
        ...blocks,
      ]),
      ...noteBlocks(briefing),
    ],
    signature: { post: office.signerPost, name: briefing.signer },
    recipients: recipientLines([documentWords.asAddressed], office),
    annexes: [{ number: roman(1), title: words.annexTitle, blocks: annexOf(briefing) }],
    title: `${words.type} ${subject}`,
  };
}

function annexOf({ content, deskUrl }: BriefingDocument): Block[] {
  return annexBlocks(content, referencesOf(content, deskUrl));
}

function noteBlocks({ content, eventRoot }: BriefingDocument): Block[] {
  return [
    note(words.method(formatTime(new Date(content.readFrom), 'vi'), readTo(content))),
    ...(eventRoot === null ? [] : [note(words.root(eventRoot))]),
  ];
}

/** What stands in the places of an operator's Word file for briefings. */
export function briefingPlaces(briefing: BriefingDocument): Readonly<Record<string, PlaceValue>> {
  const { number, placeDate, mark, subject, addressees } = composeBriefing(briefing);
  return {
    SO_KY_HIEU: [number],
    DIA_DANH_NGAY_THANG: [placeDate],
    DAU_DU_THAO: { blocks: mark === null ? [] : [paragraph({ text: mark, bold: true })] },
    TRICH_YEU: [subject],
    KINH_GUI: [addressees.join('; ')],
    DINH_CHINH: { blocks: correctionBlocks(briefing.content.correction) },
    ...partsOf(briefing),
    DANH_MUC_TIN_BAI: { blocks: annexOf(briefing) },
    GHI_CHU: { blocks: noteBlocks(briefing) },
    NGUOI_KY: [briefing.signer ?? ''],
  };
}

/** A briefing whose texts are the places themselves: a Word file of it is a template to start from. */
export function briefingTemplateDocument(office: BriefingDocument['office'], titles = words.parts): OfficialDocument {
  const parts: readonly (readonly [string, string])[] = [
    [titles.overview, 'TINH_HINH_CHUNG'],
    [titles.domestic, 'BAO_TRONG_NUOC'],
    [titles.foreign, 'BAO_NUOC_NGOAI'],
    [titles.cases, 'VU_VIEC'],
    [titles.outcomes, 'PHAN_UNG_CUA_BAO'],
    [titles.criticism, 'PHE_BINH_CHINH_XAC'],
    [titles.silent, 'NGUON_IM_LANG'],
    [titles.proposals, 'DE_XUAT'],
  ];
  return {
    office,
    number: '{{SO_KY_HIEU}}',
    placeDate: '{{DIA_DANH_NGAY_THANG}}',
    mark: null,
    type: words.type,
    subject: '{{TRICH_YEU}}',
    addressees: ['{{KINH_GUI}}'],
    body: [
      paragraph('{{DAU_DU_THAO}}'),
      paragraph('{{DINH_CHINH}}'),
      ...parts.flatMap(([title, place], index) => [
        heading(1, `${roman(index + 1)}. ${title}`),
        paragraph(`{{${place}}}`),
      ]),
      paragraph('{{GHI_CHU}}'),
    ],
    signature: { post: office.signerPost, name: '{{NGUOI_KY}}' },
    recipients: recipientLines([documentWords.asAddressed], office),
    annexes: [{ number: roman(1), title: words.annexTitle, blocks: [paragraph('{{DANH_MUC_TIN_BAI}}')] }],
    title: words.type,
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
