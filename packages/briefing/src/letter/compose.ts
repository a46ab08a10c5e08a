import type { IssuingOffice } from '@lamro/domain';
import { documentWords, letterWords as words } from '@lamro/wording';
import { recipientLines } from '../compose/head.ts';
import { type Block, heading, item, type OfficialDocument, paragraph } from '../document/document.ts';
import { roman } from '../text/number.ts';
import type { LetterField, LetterKind, LetterValues } from './field.ts';

/** Letters for the type in a document's symbol; null for a công văn. */
export const LETTER_SYMBOLS: Readonly<Record<LetterKind, string | null>> = {
  assignment: null,
  opinion: null,
  'press-release': words.pressRelease.symbol,
  correction: null,
  'case-report': words.report.symbol,
};

/** A document of a case in the official layout. */
export function composeLetter(kind: LetterKind, office: IssuingOffice, values: LetterValues): OfficialDocument {
  const one = (field: LetterField) => values[field].join('; ');
  const { type, subject, addressees, body } = PARTS[kind](values, one, office);
  return {
    office,
    number: one('SO_KY_HIEU'),
    placeDate: one('DIA_DANH_NGAY_THANG'),
    mark: null,
    type,
    subject,
    addressees,
    body,
    signature: { post: office.signerPost, name: null },
    recipients: recipientLines([documentWords.asAddressed], office),
    annexes: [],
    title: `${words.names[kind]}: ${one('TEN_VU_VIEC')}`,
  };
}

type Parts = Pick<OfficialDocument, 'type' | 'subject' | 'addressees' | 'body'>;
type Compose = (values: LetterValues, one: (field: LetterField) => string, office: IssuingOffice) => Parts;

const items = (lines: readonly string[]): Block[] => lines.map((line) => item(line));
const paragraphs = (lines: readonly string[]): Block[] => lines.map((line) => paragraph(line));

const PARTS: Readonly<Record<LetterKind, Compose>> = {
  assignment: (values, one) => ({
    type: null,
    subject: words.assignment.subject(one('TEN_VU_VIEC')),
    addressees: [one('CO_QUAN_TRA_LOI')],
    body: [
      paragraph(words.assignment.opening(one('SO_VU_VIEC'))),
      ...items(values.NOI_DUNG_BAO_NEU),
      paragraph(words.assignment.ground),
      ...items(values.DIEU_KHOAN),
      paragraph(words.assignment.request(one('CO_QUAN_TRA_LOI'), one('CO_QUAN_LAP_HO_SO'))),
      paragraph(words.assignment.deadline),
      ...items(values.THOI_HAN),
      paragraph(words.assignment.closing),
    ],
  }),
  opinion: (values, one) => ({
    type: null,
    subject: words.opinion.subject(one('TEN_VU_VIEC')),
    addressees: [],
    body: [
      paragraph(words.assignment.opening(one('SO_VU_VIEC'))),
      ...items(values.NOI_DUNG_BAO_NEU),
      paragraph(words.opinion.request(one('CO_QUAN_TRA_LOI'))),
    ],
  }),
  'press-release': (values, one) => ({
    type: words.pressRelease.type,
    subject: one('TIEU_DE_LAM_RO'),
    addressees: [],
    body: paragraphs(values.NOI_DUNG_LAM_RO),
  }),
  correction: (values, one) => ({
    type: null,
    subject: words.correction.subject(one('TEN_VU_VIEC')),
    addressees: [one('CO_QUAN_BAO_CHI')],
    body: [
      paragraph(words.correction.opening),
      ...items(values.NOI_DUNG_BAO_NEU),
      paragraph(words.correction.facts),
      ...paragraphs(values.NOI_DUNG_LAM_RO),
      paragraph(words.correction.request),
    ],
  }),
  'case-report': (values, one, office) => ({
    type: words.report.type,
    subject: words.report.subject(one('TEN_VU_VIEC')),
    addressees: [office.parentBody],
    body: [
      paragraph(words.report.state(one('TINH_TRANG'))),
      ...reportParts([
        items(values.NOI_DUNG_BAO_NEU),
        [paragraph(words.report.agency(one('CO_QUAN_TRA_LOI'), one('CO_QUAN_LAP_HO_SO'))), ...items(values.DIEU_KHOAN)],
        items(values.THOI_HAN),
        paragraphs(values.NOI_DUNG_LAM_RO),
        items(values.PHAN_UNG_CUA_BAO),
      ]),
    ],
  }),
};

function reportParts(parts: readonly (readonly Block[])[]): Block[] {
  return parts.flatMap((blocks, index) => [
    heading(1, `${roman(index + 1)}. ${words.report.parts[index] ?? ''}`),
    ...blocks,
  ]);
}
