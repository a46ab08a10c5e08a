/** One fault of a profile or calendar file, with the line it stands on. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  /** Path inside the file, e.g. `sectors[3].agency`. */
  readonly path: string;
  /** What is wrong and how to mend it, in Vietnamese. */
  readonly message: string;
}

/** Writes a fault as `file:line: path: message`, the form editors and terminals understand. */
export function formatProblem(problem: Problem): string {
  const path = problem.path === '' ? '' : `${problem.path}: `;
  return `${problem.file}:${problem.line}: ${path}${problem.message}`;
}

/** A file that must not be used; carries every fault found in it. */
export class InvalidFileError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.name = 'InvalidFileError';
    this.problems = problems;
  }
}

/** A question that cannot be answered as asked; the message says what, where and the remedy, in Vietnamese. */
export class QueryError extends Error {
  /** Field of the question that is at fault, e.g. `places[1]`. */
  readonly field: string;

  constructor(field: string, message: string) {
    super(`${field}: ${message}`);
    this.name = 'QueryError';
    this.field = field;
  }
}
