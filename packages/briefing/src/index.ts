export { composeBriefing } from './compose/briefing.ts';
export { proposalText } from './compose/proposals.ts';
export type { OfficialDocument } from './document/document.ts';
export { renderDocx } from './docx/docx.ts';
export { renderHtml } from './html/html.ts';
export { renderPdf } from './pdf/pdf.ts';
export { RENDERED_FORMATS, renderBriefing } from './render.ts';
export { type CellValue, type SheetColumn, type SheetContent, writeWorkbook } from './xlsx/workbook.ts';
