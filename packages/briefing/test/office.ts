import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Whether the machine has LibreOffice and the tools that read its PDF. */
export const HAS_OFFICE = ['soffice', 'pdftoppm', 'pdftotext'].every(
  (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0,
);

/** A document as LibreOffice lays it out. */
export interface Opened {
  /** `pdfinfo` by name of its line. */
  readonly facts: Readonly<Record<string, string>>;
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean }[];
  /** Text of each page, in reading order. */
  readonly pages: readonly string[];
  /** Pictures of the pages at 36 dots to the inch: red, green and blue, one byte each. */
  readonly pictures: readonly { readonly width: number; readonly height: number; readonly pixels: Uint8Array }[];
}

/** Opens a Word file with LibreOffice and prints it to PDF. @throws Error with what the program said */
export function openInOffice(bytes: Uint8Array): Opened {
  const folder = mkdtempSync(join(tmpdir(), 'lamro-office-'));
  try {
    const source = join(folder, 'van-ban.docx');
    writeFileSync(source, bytes);
    const own = `-env:UserInstallation=${pathToFileURL(join(folder, 'office')).href}`;
    run('soffice', [own, '--headless', '--convert-to', 'pdf', '--outdir', folder, source]);
    const printed = join(folder, 'van-ban.pdf');
    const facts = Object.fromEntries(
      run('pdfinfo', [printed])
        .split('\n')
        .map((line) => [line.split(':')[0]?.trim() ?? '', line.slice(line.indexOf(':') + 1).trim()]),
    );
    const pages = run('pdftotext', ['-layout', printed, '-']).split('\f').slice(0, -1);
    run('pdftoppm', ['-r', '36', printed, join(folder, 'trang')]);
    const digits = String(pages.length).length;
    const pictures = pages.map((_, index) =>
      readPicture(readFileSync(join(folder, `trang-${String(index + 1).padStart(digits, '0')}.ppm`))),
    );
    return { facts, fonts: fontsOf(run('pdffonts', [printed])), pages, pictures };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(program: string, args: readonly string[]): string {
  const done = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (done.status !== 0) throw new Error(`${program} ${args.join(' ')}: ${done.stderr}${done.stdout}`);
  return done.stdout;
}

function fontsOf(table: string): Opened['fonts'] {
  return table
    .split('\n')
    .slice(2)
    .filter((line) => line.trim() !== '')
    .map((line) => ({
      name: line.split(/\s+/)[0] ?? '',
      embedded: /\s(yes|no)\s+(yes|no)\s+(yes|no)/.exec(line)?.[1] === 'yes',
    }));
}

/** Portable pixmap, binary (P6). */
function readPicture(file: Buffer): Opened['pictures'][number] {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(file.subarray(0, 40).toString('latin1'));
  if (head === null) throw new Error('pdftoppm wrote no P6 picture');
  return { width: Number(head[1]), height: Number(head[2]), pixels: new Uint8Array(file.subarray(head[0].length)) };
}

/** How many dots of a page have about this colour, e.g. `1f4e79`. */
export function dotsOf({ pixels }: Opened['pictures'][number], colour: string): number {
  const wanted = [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  let found = 0;
  for (let at = 0; at < pixels.length; at += 3)
    if (wanted.every((value, index) => Math.abs((pixels[at + index] ?? 0) - value) < 12)) found++;
  return found;
}
