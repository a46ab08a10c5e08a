export { composeBriefing } from './compose/briefing.ts';
export { proposalText } from './compose/proposals.ts';
export type { OfficialDocument } from './document/document.ts';
export { RENDERED_FORMATS, renderBriefing, renderDocument, writeWorkbook } from './render.ts';
export type { CellValue, SheetColumn, SheetContent } from './xlsx/workbook.ts';
