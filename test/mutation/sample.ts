import { createHash } from 'node:crypto';
import { relative, sep } from 'node:path';
import { z } from 'zod';

/** What Stryker tells a checker of a mutant. */
const mutantSchema = z.object({
  id: z.string(),
  fileName: z.string(),
  mutatorName: z.string(),
  replacement: z.string(),
  location: z.object({ start: z.object({ line: z.number(), column: z.number() }) }),
});
type Mutant = z.infer<typeof mutantSchema>;

/** One mutant in how many is run, and which of those shares, from 0: no mutant is in two. */
const ONE_IN = Number(process.env['MUTATION_ONE_IN'] ?? '1');
const SHARE = Number(process.env['MUTATION_SHARE'] ?? '0');

/** Chosen by what the mutant is, so that every run of the same sources takes the same ones. */
function isDrawn({ fileName, mutatorName, replacement, location: { start } }: Mutant): boolean {
  const path = relative(process.cwd(), fileName).split(sep).join('/');
  const name = [path.slice(path.indexOf('packages/')), start.line, start.column, mutatorName, replacement].join('\n');
  return createHash('sha256').update(name).digest().readUInt32BE() % ONE_IN === SHARE;
}

/** A checker that lets only a sample through; the report calls the rest compile errors and counts them in no score. */
class SampleChecker {
  async init(): Promise<void> {
    // Every checker has one; this one has nothing to prepare.
  }

  async check(mutants: unknown): Promise<Record<string, { status: string; reason?: string }>> {
    const left = { status: 'compileError', reason: 'left out of the sample' };
    return Object.fromEntries(
      z
        .array(mutantSchema)
        .parse(mutants)
        .map((mutant) => [mutant.id, isDrawn(mutant) ? { status: 'passed' } : left]),
    );
  }
}

export const strykerPlugins = [{ kind: 'Checker', name: 'sample', injectableClass: SampleChecker }];
