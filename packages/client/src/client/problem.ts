/** An answer of the API that is a problem (RFC 9457). Decide by `code`; `message` is Vietnamese and names the remedy. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly requestId: string | null;
  /** The whole problem as it came: issues, allowed states, the version that stands now. */
  readonly problem: unknown;

  constructor(status: number, problem: unknown) {
    super(fieldOf(problem, 'detail') ?? `HTTP ${status}`);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = fieldOf(problem, 'code') ?? 'unknown';
    this.requestId = fieldOf(problem, 'requestId');
    this.problem = problem;
  }
}

function fieldOf(problem: unknown, name: string): string | null {
  if (typeof problem !== 'object' || problem === null) return null;
  const value: unknown = Reflect.get(problem, name);
  return typeof value === 'string' ? value : null;
}
