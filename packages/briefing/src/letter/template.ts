import { letterWords as words } from '@lamro/wording';
import { type IPatch, Paragraph, PatchType, patchDetector, patchDocument, TextRun } from 'docx';
import { cleanText } from '../text/clean.ts';
import { LETTER_FIELDS, type LetterValues } from './field.ts';
import { TemplateError } from './template-error.ts';

/**
 * Fills a Word file whose places are written as `{{SO_VU_VIEC}}`. Places with one text keep the look of their place; those with
 * several become paragraphs.
 *
 * @throws TemplateError for a file that is no DOCX, and for places that no document has
 */
export async function fillTemplate(template: Uint8Array, values: LetterValues): Promise<Uint8Array> {
  const found = new Set(await placesOf(template));
  const unknown = [...found].filter((place) => !LETTER_FIELDS.includes(place));
  if (unknown.length > 0)
    throw new TemplateError(words.unknownFields(unknown.join(', '), LETTER_FIELDS.join(', ')), unknown);
  const patches: Record<string, IPatch> = {};
  for (const [field, lines] of Object.entries(values)) if (found.has(field)) patches[field] = patchOf(lines);
  const filled = await patchDocument({ outputType: 'uint8array', data: template, patches, keepOriginalStyles: true });
  return filled;
}

/** Names of the places of a template. @throws TemplateError for a file that is no DOCX */
export async function placesOf(template: Uint8Array): Promise<readonly string[]> {
  try {
    return await patchDetector({ data: template });
  } catch (cause) {
    throw Object.assign(new TemplateError(words.badTemplate), { cause });
  }
}

function patchOf(lines: readonly string[]): IPatch {
  const [only = ''] = lines;
  if (lines.length <= 1) return { type: PatchType.PARAGRAPH, children: [new TextRun(cleanText(only))] };
  return {
    type: PatchType.DOCUMENT,
    children: lines.map((line) => new Paragraph({ style: 'NoiDung', children: [new TextRun(`- ${cleanText(line)}`)] })),
  };
}
