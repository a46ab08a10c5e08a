import { IdentityError } from '@lamro/access';
import { CommandRefused, type RefusalCode } from '@lamro/casework';
import { z } from 'zod';
import { type ProblemCode, problemOf } from './words.ts';

/** What goes wrong with a call, as RFC 9457 has it. `detail` is Vietnamese and names the remedy. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  titleEn: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string(),
  requestId: z.string(),
  issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  allowedStates: z.array(z.string()).optional(),
  whoMay: z.array(z.string()).optional(),
  currentVersion: z.number().int().optional(),
  changes: z
    .array(z.object({ command: z.string(), actorId: z.string(), at: z.string(), toState: z.string() }))
    .optional(),
});
export type Problem = z.infer<typeof problemSchema>;

type Extra = Partial<Pick<Problem, 'issues' | 'allowedStates' | 'whoMay' | 'currentVersion' | 'changes'>>;

/** A call that is answered with a problem. */
export class CallRefused extends Error {
  readonly code: ProblemCode;
  readonly extra: Extra;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ProblemCode, detail?: string, extra: Extra = {}, headers: Readonly<Record<string, string>> = {}) {
    super(detail ?? problemOf(code).detail);
    this.name = 'CallRefused';
    this.code = code;
    this.extra = extra;
    this.headers = headers;
  }
}

const STATUS_OF_REFUSAL: Readonly<Record<RefusalCode, ProblemCode>> = {
  'invalid-input': 'invalid-input',
  'not-found': 'not-found',
  forbidden: 'forbidden',
  'wrong-state': 'wrong-state',
  conflict: 'conflict',
  'reason-missing': 'reason-missing',
  'route-open': 'route-open',
  'proof-missing': 'proof-missing',
  'speaker-without-authority': 'speaker-without-authority',
  'channel-closed': 'channel-closed',
  'check-failed': 'check-failed',
  'file-refused': 'file-refused',
  'secrecy-mark': 'secrecy-mark',
};

/**
 * The refusal that an error stands for; null for one that nobody foresaw.
 *
 * @param conditional the caller named by If-Match the version it saw, so a conflict is a failed precondition
 */
export function refusalOf(error: unknown, conditional: boolean): CallRefused | null {
  if (error instanceof CallRefused) return error;
  if (error instanceof IdentityError)
    return error.currentVersion === undefined
      ? new CallRefused('account-refused', error.message)
      : new CallRefused('version-changed', error.message, { currentVersion: error.currentVersion });
  if (!(error instanceof CommandRefused)) return null;
  const { code, detail } = error;
  const changed = code === 'conflict' && conditional && detail.currentVersion !== undefined;
  return new CallRefused(changed ? 'version-changed' : STATUS_OF_REFUSAL[code], error.message, {
    ...(detail.issues === undefined ? {} : { issues: [...detail.issues] }),
    ...(detail.allowedStates === undefined ? {} : { allowedStates: [...detail.allowedStates] }),
    ...(detail.whoMay === undefined ? {} : { whoMay: [...detail.whoMay] }),
    ...(detail.currentVersion === undefined ? {} : { currentVersion: detail.currentVersion }),
    ...(detail.changes === undefined
      ? {}
      : { changes: detail.changes.map((change) => ({ ...change, at: change.at.toISOString() })) }),
  });
}

/** The answer to a refused call. */
export function problemResponse(refused: CallRefused, requestId: string): Response {
  const { status, title, titleEn } = problemOf(refused.code);
  const problem: Problem = {
    type: `urn:lamro:problem:${refused.code}`,
    title,
    titleEn,
    status,
    code: refused.code,
    detail: refused.message,
    requestId,
    ...refused.extra,
  };
  return new Response(JSON.stringify(problem), {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', ...refused.headers },
  });
}
