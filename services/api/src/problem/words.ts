import { problemWords } from '@lamro/wording';

/** The HTTP status of every problem. Codes are stable: programs decide by them. */
const STATUSES = {
  'invalid-input': 422,
  'invalid-json': 400,
  'invalid-header': 400,
  unauthenticated: 401,
  forbidden: 403,
  'scope-missing': 403,
  'cross-site': 403,
  'not-found': 404,
  'method-unknown': 404,
  'wrong-state': 409,
  conflict: 409,
  'route-open': 409,
  'channel-closed': 409,
  'check-failed': 409,
  'key-in-progress': 409,
  'outcome-unknown': 409,
  'shown-once': 409,
  'account-refused': 409,
  'version-changed': 412,
  'too-large': 413,
  'key-reused': 422,
  'reason-missing': 422,
  'proof-missing': 422,
  'speaker-without-authority': 422,
  'file-refused': 422,
  'secrecy-mark': 422,
  'too-many-calls': 429,
  'internal-error': 500,
} as const satisfies Record<keyof typeof problemWords, number>;

export type ProblemCode = keyof typeof problemWords;

/** What a problem is answered with. */
export function problemOf(code: ProblemCode) {
  return { status: STATUSES[code], ...problemWords[code] };
}
