import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';
import { PNPM } from '../../infra/install.mjs';

const ROOT = join(import.meta.dirname, '..', '..');

/** What the package registry knows of what a running system loads. */
export type Audit =
  /** It knows of nothing grave about so many packages. */
  | { readonly kind: 'clean'; readonly packages: number }
  | { readonly kind: 'found'; readonly weaknesses: readonly string[] }
  /** It did not answer, or not with what it is asked for: nobody knows. */
  | { readonly kind: 'not-asked'; readonly why: string };

const reportSchema = z.looseObject({
  advisories: z.record(
    z.string(),
    z.looseObject({ module_name: z.string(), severity: z.string(), title: z.string(), url: z.string().default('') }),
  ),
  metadata: z.looseObject({ totalDependencies: z.number() }),
});
/** Fewer than this and it was not our tree that was looked up. */
const FEWEST = 200;
const GRAVE = new Set(['high', 'critical']);

/**
 * Asks the registry for known weaknesses, grave ones only, of what production depends on.
 *
 * @param registry its address; the configured one when absent
 */
export async function auditDependencies(registry?: string): Promise<Audit> {
  const where = registry === undefined ? [] : [`--registry=${registry}`];
  const args = ['--yes', PNPM, 'audit', '--prod', '--json', '--audit-level', 'high', ...where];
  const child = spawn('npx', args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let [answer, said] = ['', ''];
  child.stdout.on('data', (bytes: Buffer) => {
    answer += bytes.toString();
  });
  child.stderr.on('data', (bytes: Buffer) => {
    said += bytes.toString();
  });
  await once(child, 'close');
  return readAudit(answer, said);
}

function readAudit(answer: string, said: string): Audit {
  const report = reportSchema.safeParse(parsed(answer));
  if (!report.success) return { kind: 'not-asked', why: reasonIn(said) || answer.slice(0, 200) || 'không có trả lời' };
  const { advisories, metadata } = report.data;
  const weaknesses = Object.values(advisories)
    .filter(({ severity }) => GRAVE.has(severity))
    .map(({ module_name, severity, title, url }) => `${module_name} (${severity}): ${title} ${url}`.trim());
  if (weaknesses.length > 0) return { kind: 'found', weaknesses };
  if (metadata.totalDependencies < FEWEST)
    return { kind: 'not-asked', why: `chỉ ${metadata.totalDependencies} gói được hỏi tới` };
  return { kind: 'clean', packages: metadata.totalDependencies };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The lines of an error, without the warnings around it and the frame that the terminal gets. */
function reasonIn(said: string): string {
  const lines = said.split('\n').filter((line) => !/^\s*$|warn/i.test(line));
  return lines
    .map((line) => line.replace(/^[\s│×╰╭─▶]+/u, ''))
    .join(' ')
    .slice(0, 400);
}
