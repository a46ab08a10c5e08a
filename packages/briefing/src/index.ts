export { composeBriefing } from './compose/briefing.ts';
export { proposalText } from './compose/proposals.ts';
export type { OfficialDocument } from './document/document.ts';
export { renderDocx } from './docx/docx.ts';
export { renderPdf } from './pdf/pdf.ts';
export { RENDERED_FORMATS, renderBriefing } from './render.ts';
