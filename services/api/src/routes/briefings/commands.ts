import type { Actor } from '@lamro/access';
import { z } from 'zod';
import { bare, type Endpoint, endpoint } from '../../endpoint/endpoint.ts';
import { count, id, idParam, reason, text } from '../../endpoint/fields.ts';
import type { ApiParts } from '../../endpoint/parts.ts';
import { setVersion } from '../../endpoint/version.ts';

const result = z.object({ briefingId: id, label: text, edition: count, version: count });
const words = (most: number) => z.string().trim().max(most).normalize('NFC');

const compileBody = z.union([
  z.strictObject({ week: z.string().regex(/^\d{4}-W\d{2}$/) }),
  z.strictObject({ from: z.iso.date(), to: z.iso.date() }),
]);
const editBody = z.strictObject({
  overview: words(20_000).optional(),
  correction: words(20_000).min(1).optional(),
  proposals: z.array(words(4_000)).max(100).optional(),
  proposalsLeftOut: z.array(z.number().int().min(0)).optional(),
  entries: z
    .array(
      z.strictObject({
        articleId: id,
        included: z.boolean().optional(),
        summary: words(20_000).optional(),
        comment: words(20_000).optional(),
        position: z.number().int().min(1).max(10_000).optional(),
      }),
    )
    .max(2_000)
    .optional(),
  cases: z
    .array(z.strictObject({ caseId: id, included: z.boolean().optional(), comment: words(20_000).optional() }))
    .max(2_000)
    .optional(),
});
const issueBody = z.strictObject({
  number: z.number().int().min(1).max(99_999).nullable().optional(),
  signer: words(200).min(1).nullable().optional(),
});
const correctionBody = z.strictObject({ correction: reason });

interface BriefingTarget {
  readonly briefingId: string;
  readonly expectedVersion?: number;
}

/** Commands on briefings. */
export function briefingCommands({ casework }: ApiParts): readonly Endpoint[] {
  return [
    endpoint({
      ...bare,
      tag: 'briefings',
      right: null,
      operation: 'compileBriefing',
      method: 'post',
      path: '/briefings',
      summary: 'Lập hoặc lập lại dự thảo của một tuần hay một kỳ',
      body: compileBody,
      status: 201,
      answer: result,
      handle: async ({ actor, body, headers }) => {
        const made = await casework.compileBriefing(actor, body);
        setVersion(headers, made.version);
        return made;
      },
    }),
    onBriefing('editBriefing', 'edit', 'Biên tập dự thảo', editBody, {}, casework.editBriefing),
    onBriefing(
      'issueBriefing',
      'issue',
      'Phát hành: chốt nội dung và lập tệp',
      issueBody,
      {
        eventRoot: text,
        files: z.array(z.object({ format: text, sha256: text, bytes: count })),
      },
      casework.issueBriefing,
    ),
    onBriefing(
      'newEdition',
      'new-edition',
      'Lập lần phát hành mới để đính chính',
      correctionBody,
      {},
      casework.newEdition,
    ),
  ];
}

function onBriefing<B extends z.ZodObject>(
  operation: string,
  path: string,
  summary: string,
  body: B,
  extra: z.ZodRawShape,
  run: (actor: Actor, input: z.output<B> & BriefingTarget) => Promise<{ readonly version: number }>,
): Endpoint {
  return endpoint({
    ...bare,
    tag: 'briefings',
    right: null,
    operation,
    method: 'post',
    path: `/briefings/{id}/${path}`,
    summary,
    params: idParam,
    body,
    answer: result.extend(extra),
    handle: async ({ actor, params, body: given, expectedVersion, headers }) => {
      const seen = expectedVersion === undefined ? {} : { expectedVersion };
      const changed = await run(actor, { ...given, ...seen, briefingId: params.id });
      setVersion(headers, changed.version);
      return changed;
    },
  });
}
