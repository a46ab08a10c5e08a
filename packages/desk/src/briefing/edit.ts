import type { EditBriefingInput } from '@lamro/casework';
import type { BriefingContent, BriefingEntry } from '@lamro/domain';
import { z } from 'zod';
import { InvalidForm } from '../desk/refusals.ts';

const text = z
  .string()
  .transform((value) => value.normalize('NFC').replaceAll('\r\n', '\n').trim())
  .optional();
const place = z.coerce.number().int().min(1).max(10_000).optional();

/** Names of the form's fields for one entry or case. */
export const fieldOf = (
  what: 'included' | 'position' | 'summary' | 'comment' | 'case-comment' | 'case-included',
  id: string,
) => `${what}-${id}`;

/**
 * What a form of the page changes: a box that is not ticked does not come with the form, so every entry of the content is asked for.
 *
 * @throws InvalidForm naming the fields
 */
export function readEdit(
  form: Readonly<Record<string, unknown>>,
  content: BriefingContent,
): Omit<EditBriefingInput, 'briefingId'> {
  const read = <Schema extends z.ZodType>(name: string, schema: Schema): z.output<Schema> => {
    const value = schema.safeParse(form[name]);
    if (!value.success) throw new InvalidForm([name]);
    return value.data;
  };
  const entry = ({ articleId, summary }: BriefingEntry) => {
    const typed = read(fieldOf('summary', articleId), text);
    return {
      articleId,
      included: form[fieldOf('included', articleId)] !== undefined,
      position: read(fieldOf('position', articleId), place),
      comment: read(fieldOf('comment', articleId), text),
      summary: typed === summary.text.trim() ? undefined : typed,
    };
  };
  const groups = [...content.domestic, ...content.foreign, { entries: content.criticism }];
  const correction = read('correction', text);
  return {
    expectedVersion: read('version', z.coerce.number().int().positive()),
    overview: read('overview', text),
    ...(correction === undefined || correction === '' ? {} : { correction }),
    proposals: read('proposals', text)?.split('\n') ?? [],
    proposalsLeftOut: content.proposals.flatMap((proposal, index) =>
      proposal.kind !== 'free' && form[`proposal-${index}`] === undefined ? [index] : [],
    ),
    entries: groups.flatMap((group) => group.entries.map(entry)),
    cases: content.cases.map(({ caseId }) => ({
      caseId,
      included: form[fieldOf('case-included', caseId)] !== undefined,
      comment: read(fieldOf('case-comment', caseId), text),
    })),
  };
}
