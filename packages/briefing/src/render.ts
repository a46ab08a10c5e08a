import type { Writable } from 'node:stream';
import type { BriefingDocument, BriefingFormat, RenderBriefing } from '@lamro/domain';
import { briefingPlaces, briefingTemplateDocument, composeBriefing } from './compose/briefing.ts';
import type { OfficialDocument } from './document/document.ts';
import { type DrawnFormat, drawDocument } from './draw.ts';
import { drawApart, isLong } from './thread/apart.ts';
import type { SheetContent } from './xlsx/workbook.ts';

/** Formats that `renderBriefing` makes, in the order in which they are offered. */
export const RENDERED_FORMATS: readonly BriefingFormat[] = ['docx', 'pdf', 'xlsx', 'html'];

/**
 * Makes one file of a briefing.
 *
 * @example const bytes = await renderBriefing(document, 'docx')
 */
export const renderBriefing: RenderBriefing = (briefing, format) =>
  format === 'xlsx' ? renderSheets(briefing) : renderDocument(composeBriefing(briefing), format);

/**
 * The Word file of a briefing by an operator's own template.
 *
 * @throws TemplateError naming the places of the template that no briefing has
 */
export async function fillBriefing(briefing: BriefingDocument, template: Uint8Array): Promise<Uint8Array> {
  return (await import('./template/docx-template.ts')).fillDocx(template, briefingPlaces(briefing));
}

/** A Word file to start a template of briefings from: our layout with the places in it. */
export function briefingTemplate(office: BriefingDocument['office']): Promise<Uint8Array> {
  return renderDocument(briefingTemplateDocument(office), 'docx');
}

/** Makes one file of an administrative document; a long one in a thread of its own. */
export async function renderDocument(document: OfficialDocument, format: DrawnFormat): Promise<Uint8Array> {
  return format !== 'html' && isLong(document) ? drawApart(document, format) : drawDocument(document, format);
}

async function renderSheets(briefing: BriefingDocument): Promise<Uint8Array> {
  return (await import('./xlsx/briefing.ts')).renderBriefingXlsx(briefing);
}

/** Writes sheets of any length row by row; see `SheetContent`. */
export async function writeWorkbook(output: Writable, sheets: readonly SheetContent[]): Promise<void> {
  return (await import('./xlsx/workbook.ts')).writeWorkbook(output, sheets);
}
