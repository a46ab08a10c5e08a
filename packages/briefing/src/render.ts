import { type BriefingDocument, type BriefingFormat, briefingFormatOf, type RenderBriefing } from '@lamro/domain';
import { composeBriefing } from './compose/briefing.ts';
import { renderDocx } from './docx/docx.ts';
import { renderPdf } from './pdf/pdf.ts';

const RENDERERS: Partial<Record<BriefingFormat, (briefing: BriefingDocument) => Promise<Uint8Array>>> = {
  docx: (briefing) => renderDocx(composeBriefing(briefing)),
  pdf: (briefing) => renderPdf(composeBriefing(briefing)),
};

/** Formats that `renderBriefing` makes. */
export const RENDERED_FORMATS: readonly BriefingFormat[] = Object.keys(RENDERERS).flatMap(
  (name) => briefingFormatOf(name) ?? [],
);

/**
 * Makes one file of a briefing.
 *
 * @example const bytes = await renderBriefing(document, 'docx')
 */
export const renderBriefing: RenderBriefing = (briefing, format) => {
  const render = RENDERERS[format];
  if (render === undefined) throw new Error(`chưa có dạng tệp "${format}"`);
  return render(briefing);
};
