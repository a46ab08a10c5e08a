import { letterWords as words } from '@lamro/wording';
import { type IPatch, Paragraph, PatchType, patchDetector, patchDocument, TextRun } from 'docx';
import type { Block } from '../document/document.ts';
import { docxBlock } from '../docx/block.ts';
import { cleanText } from '../text/clean.ts';
import { TemplateError } from './template-error.ts';

/** What stands in a place: one text a paragraph, or headings, tables and charts. */
export type PlaceValue = readonly string[] | { readonly blocks: readonly Block[] };

/**
 * Fills a Word file whose places are written as `{{SO_VU_VIEC}}`. A single text keeps the look of its place; several become
 * paragraphs, and blocks stand where the paragraph of their place stood.
 *
 * @throws TemplateError for a file that is no DOCX, and for places that no value is known for
 */
export async function fillDocx(
  template: Uint8Array,
  values: Readonly<Record<string, PlaceValue>>,
): Promise<Uint8Array> {
  const found = new Set(await placesOf(template));
  const known = Object.keys(values);
  const unknown = [...found].filter((place) => !known.includes(place));
  if (unknown.length > 0) throw new TemplateError(words.unknownFields(unknown.join(', '), known.join(', ')), unknown);
  const patches: Record<string, IPatch> = {};
  for (const [place, value] of Object.entries(values)) if (found.has(place)) patches[place] = patchOf(value);
  return patchDocument({ outputType: 'uint8array', data: template, patches, keepOriginalStyles: true });
}

/** Names of the places of a template. @throws TemplateError for a file that is no DOCX */
export async function placesOf(template: Uint8Array): Promise<readonly string[]> {
  try {
    return await patchDetector({ data: template });
  } catch (cause) {
    throw Object.assign(new TemplateError(words.badTemplate), { cause });
  }
}

function patchOf(value: PlaceValue): IPatch {
  if ('blocks' in value) return { type: PatchType.DOCUMENT, children: value.blocks.flatMap(docxBlock) };
  const [only = ''] = value;
  if (value.length <= 1) return { type: PatchType.PARAGRAPH, children: [new TextRun(cleanText(only))] };
  return {
    type: PatchType.DOCUMENT,
    children: value.map((line) => new Paragraph({ style: 'NoiDung', children: [new TextRun(`- ${cleanText(line)}`)] })),
  };
}
