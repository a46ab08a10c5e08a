import type { BriefingDocument, BriefingFormat, RenderBriefing } from '@lamro/domain';
import { composeBriefing } from './compose/briefing.ts';
import { renderDocx } from './docx/docx.ts';
import { renderHtml } from './html/html.ts';
import { renderPdf } from './pdf/pdf.ts';
import { renderBriefingXlsx } from './xlsx/briefing.ts';

const RENDERERS: Record<BriefingFormat, (briefing: BriefingDocument) => Promise<Uint8Array>> = {
  docx: (briefing) => renderDocx(composeBriefing(briefing)),
  pdf: (briefing) => renderPdf(composeBriefing(briefing)),
  xlsx: renderBriefingXlsx,
  html: async (briefing) => new TextEncoder().encode(renderHtml(composeBriefing(briefing))),
};

/** Formats that `renderBriefing` makes, in the order in which they are offered. */
export const RENDERED_FORMATS: readonly BriefingFormat[] = ['docx', 'pdf', 'xlsx', 'html'];

/**
 * Makes one file of a briefing.
 *
 * @example const bytes = await renderBriefing(document, 'docx')
 */
export const renderBriefing: RenderBriefing = (briefing, format) => RENDERERS[format](briefing);
