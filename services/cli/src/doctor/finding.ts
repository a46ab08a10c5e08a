import { describe } from '../line/lines.ts';

/** What one look came to. */
export interface Finding {
  readonly part: string;
  readonly ok: boolean;
  /** What is so and, where it is wrong, how to mend it. */
  readonly detail: string;
}

export type Look = () => Promise<Omit<Finding, 'part'>> | Omit<Finding, 'part'>;

export function well(detail: string): Omit<Finding, 'part'> {
  return { ok: true, detail };
}

export function wrong(detail: string): Omit<Finding, 'part'> {
  return { ok: false, detail };
}

/** Looks at one part; what fails is a finding too. */
export async function look(part: string, check: Look): Promise<Finding> {
  try {
    return { part, ...(await check()) };
  } catch (error) {
    return { part, ok: false, detail: describe(error).split('\n')[0] ?? '' };
  }
}
