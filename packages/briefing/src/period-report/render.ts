import type { PeriodReportDocument, PeriodReportFormat } from '@lamro/domain';
import { briefingWords, documentWords, formatDate, periodReportWords as words } from '@lamro/wording';
import type { OfficialDocument } from '../document/document.ts';
import { heading, paragraph } from '../document/document.ts';
import { renderDocument } from '../render.ts';
import type { PlaceValue } from '../template/docx-template.ts';
import type { SheetValues } from '../template/xlsx-template.ts';
import {
  caseTableBlocks,
  factsOf,
  figureBlocks,
  outcomeTableBlocks,
  planBehind,
  planBlocks,
  taskName,
  taskResult,
  wordBlocks,
} from './blocks.ts';
import { composePeriodReport, subjectOf } from './compose.ts';

/**
 * One file of a period report: by the operator's own Word or Excel file where there is one, else in our form, which says so.
 *
 * @param template bytes of a file of the same format; ours where null. PDF is always in our form
 * @throws TemplateError naming the places of the template that no report has
 */
export async function renderPeriodReport(
  report: PeriodReportDocument,
  format: PeriodReportFormat,
  template: Uint8Array | null,
): Promise<Uint8Array> {
  if (format === 'pdf') return renderDocument(composePeriodReport(report), 'pdf');
  if (format === 'docx') {
    if (template === null) return renderDocument(composePeriodReport(report), 'docx');
    return (await import('../template/docx-template.ts')).fillDocx(template, placesOfReport(report));
  }
  if (template === null) return (await import('./sheets.ts')).renderReportXlsx(report);
  return (await import('../template/xlsx-template.ts')).fillXlsx(template, sheetValuesOf(report));
}

/** What stands in the places of an operator's Word file. */
export function placesOfReport(report: PeriodReportDocument): Readonly<Record<keyof typeof words.fields, PlaceValue>> {
  const { content } = report;
  const facts = factsOf(content, report.deskUrl);
  const { number, placeDate } = composePeriodReport(report);
  const { duty, period } = content;
  return {
    SO_KY_HIEU: [number],
    DIA_DANH_NGAY_THANG: [placeDate],
    NOI_NHAN_BAO_CAO: [duty.to],
    TRICH_YEU: [subjectOf(report)],
    CAN_CU: [words.ground(duty.summary, duty.clause)],
    KY_BAO_CAO: [`${formatDate(period.from)} - ${formatDate(period.to)}`],
    TINH_HINH_CHUNG: { blocks: wordBlocks(content.overview) },
    BANG_SO_LIEU: { blocks: figureBlocks(facts) },
    BANG_KE_HOACH_KET_QUA: { blocks: planBlocks(facts) },
    BANG_VU_VIEC: { blocks: caseTableBlocks(facts) },
    PHAN_UNG_CUA_BAO: { blocks: outcomeTableBlocks(facts) },
    KHO_KHAN: { blocks: wordBlocks(content.difficulties) },
    DE_XUAT: { blocks: wordBlocks(content.proposals) },
    NGUOI_KY: [report.signer ?? ''],
  };
}

/** What stands in the places of an operator's Excel file. */
function sheetValuesOf(report: PeriodReportDocument): SheetValues {
  const { content } = report;
  const facts = factsOf(content, report.deskUrl);
  const single = Object.fromEntries(
    Object.entries(placesOfReport(report)).flatMap(([name, value]) =>
      'blocks' in value ? [] : [[name, value.join('\n')]],
    ),
  );
  return {
    single: {
      ...single,
      TINH_HINH_CHUNG: content.overview,
      KHO_KHAN: content.difficulties,
      DE_XUAT: content.proposals,
    },
    columns: {
      KE_HOACH: ['STT', 'NOI_DUNG', 'KE_HOACH', 'KET_QUA', 'CAN_CU'],
      SO_LIEU: ['CHI_TIEU', 'KY_NAY', 'KY_TRUOC'],
      VU_VIEC: ['SO', 'TEN', 'CO_QUAN'],
      TIN_BAI: ['SO', 'CO_QUAN_BAO_CHI', 'TIEU_DE', 'DIA_CHI'],
    },
    tables: {
      KE_HOACH: content.plan.map((task, index) => ({
        STT: index + 1,
        NOI_DUNG: taskName(task),
        KE_HOACH: task.planned,
        KET_QUA: taskResult(task, content),
        CAN_CU: planBehind(task, facts),
      })),
      SO_LIEU: content.figures.map(({ id, value, previous }) => ({
        CHI_TIEU: briefingWords.figures[id],
        KY_NAY: value,
        KY_TRUOC: previous,
      })),
      VU_VIEC: content.cases.map((row) => ({ SO: row.number, TEN: row.title, CO_QUAN: row.leadAgency ?? '' })),
      TIN_BAI: content.items.map((row, index) => ({
        SO: index + 1,
        CO_QUAN_BAO_CHI: row.outlet,
        TIEU_DE: row.title,
        DIA_CHI: row.url,
      })),
    },
  };
}

/** A Word file to start a template of period reports from: our form with the places in it. */
export function periodReportTemplate(office: PeriodReportDocument['office']): Promise<Uint8Array> {
  const place = (name: keyof typeof words.fields) => `{{${name}}}`;
  const parts: readonly (readonly [string, keyof typeof words.fields])[] = [
    [words.parts.overview, 'TINH_HINH_CHUNG'],
    [words.figureTable, 'BANG_SO_LIEU'],
    [words.parts.plan, 'BANG_KE_HOACH_KET_QUA'],
    [words.parts.cases, 'BANG_VU_VIEC'],
    [words.parts.outcomes, 'PHAN_UNG_CUA_BAO'],
    [words.parts.difficulties, 'KHO_KHAN'],
    [words.parts.proposals, 'DE_XUAT'],
  ];
  const document: OfficialDocument = {
    office,
    number: place('SO_KY_HIEU'),
    placeDate: place('DIA_DANH_NGAY_THANG'),
    mark: null,
    type: words.type,
    subject: place('TRICH_YEU'),
    addressees: [place('NOI_NHAN_BAO_CAO')],
    body: [
      paragraph({ text: place('CAN_CU'), italic: true }),
      ...parts.flatMap(([title, name], index) => [heading(1, `${index + 1}. ${title}`), paragraph(place(name))]),
    ],
    signature: { post: office.signerPost, name: place('NGUOI_KY') },
    recipients: [documentWords.asAddressed, documentWords.file(office.symbol)],
    annexes: [],
    title: words.type,
  };
  return renderDocument(document, 'docx');
}
