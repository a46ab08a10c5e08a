export { composeBriefing } from './compose/briefing.ts';
export { proposalText } from './compose/proposals.ts';
export type { OfficialDocument } from './document/document.ts';
export { type CaseFacts, letterValues } from './letter/facts.ts';
export { LETTER_KINDS, type LetterKind, letterKindOf } from './letter/field.ts';
export { type ClarificationPackage, renderPackage } from './letter/package.ts';
export { letterTemplate, renderLetter } from './letter/render.ts';
export { missingFonts } from './pdf/fonts.ts';
export { periodReportTemplate, renderPeriodReport } from './period-report/render.ts';
export {
  briefingTemplate,
  fillBriefing,
  RENDERED_FORMATS,
  renderBriefing,
  renderDocument,
  writeWorkbook,
} from './render.ts';
export { TemplateError } from './template/template-error.ts';
export type { CellValue, SheetColumn, SheetContent } from './xlsx/workbook.ts';
