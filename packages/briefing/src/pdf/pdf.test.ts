import { inflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleBriefing, sampleContent, TITLES } from '../../test/sample.ts';
import { composeBriefing } from '../compose/briefing.ts';
import { renderPdf } from './pdf.ts';

/** The objects of a PDF by number, as their source; pdfkit writes none of them into compressed object streams. */
function objectsOf(bytes: Uint8Array): Map<string, { source: string; stream: Buffer | null }> {
  const file = Buffer.from(bytes);
  const text = file.toString('latin1');
  const found = new Map<string, { source: string; stream: Buffer | null }>();
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) {
    const start = match.index + match[0].length;
    const end = text.indexOf('\nendobj', start);
    const streamAt = text.indexOf('\nstream\n', start);
    const source = text.slice(start, end);
    const has = streamAt >= 0 && streamAt < end;
    const stream = has ? file.subarray(streamAt + 8, text.indexOf('\nendstream', streamAt)) : null;
    found.set(match[1] ?? '', { source: has ? text.slice(start, streamAt) : source, stream });
  }
  return found;
}

interface Node {
  readonly type: string;
  readonly alt: string | null;
  readonly children: readonly Node[];
  /** Whether it holds marked content of its own. */
  readonly content: boolean;
}

function textOf(source: string): string {
  const hex = /^<([0-9a-f]*)>/i.exec(source);
  const bytes =
    hex === null
      ? Buffer.from((/^\(((?:\\.|[^\\)])*)\)/s.exec(source)?.[1] ?? '').replaceAll(/\\(.)/gs, '$1'), 'latin1')
      : Buffer.from(hex[1] ?? '', 'hex');
  return bytes[0] === 0xfe && bytes[1] === 0xff
    ? bytes.subarray(2).swap16().toString('utf16le')
    : bytes.toString('latin1');
}

/** Walks the structure tree from its root. */
function walk(objects: ReturnType<typeof objectsOf>, id: string): Node {
  const source = objects.get(id)?.source ?? '';
  const kids = /\/K \[([^\]]*)\]/.exec(source)?.[1] ?? '';
  const plain = kids.replaceAll(/<<[^>]*>>/gs, ' ');
  const children = [...plain.matchAll(/(\d+) 0 R/g)].map((kid) => walk(objects, kid[1] ?? ''));
  const alt = /\/Alt ([(<][\s\S]*)/.exec(source)?.[1];
  return {
    type: /\/S \/(\w+)/.exec(source)?.[1] ?? 'root',
    alt: alt === undefined ? null : textOf(alt),
    children,
    content: /(^|\s)\d+(\s|$)/.test(plain.replaceAll(/\d+ 0 R/g, ' ')) || kids.includes('/MCR'),
  };
}

const all = (node: Node, type: string): Node[] => [
  ...(node.type === type ? [node] : []),
  ...node.children.flatMap((child) => all(child, type)),
];

let source: string;
let objects: ReturnType<typeof objectsOf>;
let root: Node;

beforeAll(async () => {
  const bytes = await renderPdf(composeBriefing(sampleBriefing(sampleContent(40))));
  source = Buffer.from(bytes).toString('latin1');
  objects = objectsOf(bytes);
  const tree = /\/StructTreeRoot (\d+) 0 R/.exec(source)?.[1] ?? '';
  root = walk(objects, tree);
});

describe('renderPdf', () => {
  it('is PDF 1.4 or newer, tagged, in Vietnamese, and shows its title', () => {
    expect(Number(/^%PDF-(\d\.\d)/.exec(source)?.[1])).toBeGreaterThanOrEqual(1.4);
    expect(source).toMatch(/\/Marked true/);
    expect(source).toMatch(/\/Lang \(vi-VN\)/);
    expect(source).toMatch(/\/DisplayDocTitle true/);
  });

  it('has headings, paragraphs, tables with heads and figures in its structure tree', () => {
    const [document] = all(root, 'Document');
    expect(document).toBeDefined();
    expect(all(root, 'H1').length).toBe(1 + 8 + 1);
    expect(all(root, 'H2').length).toBeGreaterThan(5);
    expect(all(root, 'P').length).toBeGreaterThan(80);
    const tables = all(root, 'Table');
    expect(tables.length).toBe(4);
    for (const table of tables) {
      expect(table.children.map((child) => child.type)).toEqual(['THead', 'TBody']);
      const heads = all(table, 'TH').length;
      expect(heads).toBeGreaterThan(3);
      for (const row of all(table, 'TR')) expect(row.children.length).toBe(heads);
    }
    expect(all(root, 'Figure').map((figure) => figure.alt)).toEqual([
      'Biểu đồ cột: Tin, bài về địa phương theo ngày. 16/11: trong nước 1, nước ngoài 2',
      'Biểu đồ cột: Tin, bài về địa phương theo lĩnh vực. Du lịch: trong nước 3, nước ngoài 0',
    ]);
    for (const leaf of [...all(root, 'P'), ...all(root, 'H1'), ...all(root, 'TH')])
      expect(leaf.content || leaf.children.length > 0).toBe(true);
  });

  it('marks every text either as content of the tree or as furniture', () => {
    const pages = [...objects.values()].filter(({ source: page }) => /\/Type \/Page\b/.test(page));
    expect(pages.length).toBeGreaterThan(3);
    for (const { source: page } of pages) {
      const id = /\/Contents (\d+) 0 R/.exec(page)?.[1] ?? '';
      const drawn = inflateSync(objects.get(id)?.stream ?? Buffer.alloc(0)).toString('latin1');
      let open = 0;
      let outside = 0;
      for (const [operator] of drawn.matchAll(/\b(BDC|BMC|EMC|TJ|Tj)\b/g)) {
        if (operator === 'EMC') open--;
        else if (operator === 'BDC' || operator === 'BMC') open++;
        else if (open === 0) outside++;
      }
      expect([open, outside]).toEqual([0, 0]);
    }
  });

  it('sets every page number in one font of 14 points, and none on first pages', () => {
    const streams = [...objects.values()].flatMap(({ source: page }) => {
      const id = /\/Type \/Page\b/.test(page) ? /\/Contents (\d+) 0 R/.exec(page)?.[1] : undefined;
      return id === undefined ? [] : [inflateSync(objects.get(id)?.stream ?? Buffer.alloc(0)).toString('latin1')];
    });
    const numbers = streams.map((drawn) => /\/Pagination[\s\S]*?\/(F\d+ \d+) Tf/.exec(drawn)?.[1] ?? 'none');
    expect(numbers.filter((number) => number === 'none').length).toBe(2);
    const looks = new Set(numbers.filter((number) => number !== 'none'));
    expect(looks.size).toBe(1);
    expect([...looks][0]?.endsWith(' 14')).toBe(true);
  });

  it('embeds a font for each script with the way back to its letters', () => {
    const fonts = [...source.matchAll(/\/BaseFont \/[A-Z]{6}\+([\w-]+)/g)].map((match) => match[1]);
    for (const name of ['Tinos-Regular', 'Tinos-Bold', 'DroidSansFallback', 'NanumMyeongjo'])
      expect(fonts).toContain(name);
    for (const name of ['Thai', 'Lao', 'Khmer', 'Arabic'])
      expect(fonts.some((font) => font?.includes(name))).toBe(true);
    const files = source.match(/\/FontFile[23]? \d+ 0 R/g) ?? [];
    const descriptors = source.match(/\/Type \/FontDescriptor/g) ?? [];
    expect(files.length).toBe(descriptors.length);
    expect((source.match(/\/ToUnicode \d+ 0 R/g) ?? []).length).toBe(descriptors.length);
    expect(TITLES.length).toBe(8);
  });

  it('leads from figures to the annex and to the sources', () => {
    expect(source).toContain('https://bao-1.example/bai');
    expect(source).toMatch(/\(tin_1\)/);
    expect(source).toMatch(/\(vu_viec_1\)/);
    expect(all(root, 'Link').length).toBeGreaterThan(40);
  });

  it('takes an empty week and a title longer than a page', async () => {
    const empty = sampleContent(0, { cases: [], proposals: [], silentSources: [], charts: [], figures: [] });
    expect((await renderPdf(composeBriefing(sampleBriefing(empty)))).length).toBeGreaterThan(1_000);
    const content = sampleContent(1);
    const annex = content.annex.map((item) => ({
      ...item,
      title: 'Ký tự \u0007 '.repeat(400),
      outlet: 'x'.repeat(2_000),
    }));
    const bytes = await renderPdf(composeBriefing(sampleBriefing({ ...content, annex })));
    expect(
      Buffer.from(bytes)
        .toString('latin1')
        .match(/\/Type \/Page\b/g)?.length,
    ).toBeGreaterThan(4);
  });
});
