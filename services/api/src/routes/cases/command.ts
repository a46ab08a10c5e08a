import type { Actor } from '@lamro/access';
import type { z } from 'zod';
import { bare, type Endpoint, endpoint } from '../../endpoint/endpoint.ts';
import { caseParam } from '../../endpoint/fields.ts';
import { setVersion } from '../../endpoint/version.ts';
import { caseResult } from './schema.ts';

interface CaseTarget {
  readonly caseId: string;
  readonly expectedVersion?: number;
}

interface CaseCommand<B extends z.ZodObject> {
  readonly operation: string;
  /** Below /cases/{caseId}/. */
  readonly path: string;
  readonly tag?: string;
  readonly summary: string;
  readonly body: B;
  /** What it answers beside the case's own result. */
  readonly extra?: z.ZodRawShape;
  run(actor: Actor, input: z.output<B> & CaseTarget): Promise<{ readonly version: number }>;
}

/**
 * A command on one case: `POST /cases/{caseId}/…`. If-Match becomes the version the caller saw; the answer's ETag is the one
 * that stands now. Who may is checked by the command.
 */
export function caseCommand<B extends z.ZodObject>(command: CaseCommand<B>): Endpoint {
  return endpoint({
    ...bare,
    operation: command.operation,
    method: 'post',
    path: `/cases/{caseId}/${command.path}`,
    tag: command.tag ?? 'cases',
    summary: command.summary,
    right: null,
    params: caseParam,
    body: command.body,
    answer: caseResult.extend(command.extra ?? {}),
    handle: async ({ actor, params, body, expectedVersion, headers }) => {
      const seen = expectedVersion === undefined ? {} : { expectedVersion };
      const result = await command.run(actor, { ...body, ...seen, caseId: params.caseId });
      setVersion(headers, result.version);
      return result;
    },
  });
}
