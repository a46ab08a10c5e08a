import type { IssuingOffice } from '@lamro/domain';
import { renderDocument } from '../render.ts';
import { composeLetter } from './compose.ts';
import { type CaseFacts, letterValues } from './facts.ts';
import { type LetterKind, placeValues } from './field.ts';

/**
 * A document of a case as DOCX: by the operator's own Word file where there is one, else in our layout.
 *
 * @param template bytes of a DOCX with places such as `{{SO_VU_VIEC}}`; null for none
 * @throws TemplateError naming the places of the template that no document has
 */
export async function renderLetter(
  kind: LetterKind,
  office: IssuingOffice,
  facts: CaseFacts,
  now: Date,
  template: Uint8Array | null,
): Promise<Uint8Array> {
  const values = letterValues(kind, office, facts, now);
  if (template === null) return renderDocument(composeLetter(kind, office, values), 'docx');
  return (await import('../template/docx-template.ts')).fillDocx(template, values);
}

/** A Word file to start a template from: our layout with the places in it. */
export function letterTemplate(kind: LetterKind, office: IssuingOffice): Promise<Uint8Array> {
  return renderDocument(composeLetter(kind, office, placeValues()), 'docx');
}
