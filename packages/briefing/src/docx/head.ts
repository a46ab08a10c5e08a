import { documentWords } from '@lamro/wording';
import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable as VerticalAlign,
  WidthType,
} from 'docx';
import type { OfficialDocument } from '../document/document.ts';
import { LEFT_COLUMN, RULE_SHARE, SIZE, TEXT_WIDTH } from '../document/measures.ts';
import { cleanText } from '../text/clean.ts';
import { boldWidth } from '../text/width.ts';
import { runsOf } from './run.ts';
import { pointTwips, twips } from './unit.ts';

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE };
const NO_MARGINS = { top: 0, bottom: 0, left: 0, right: 0 };
const FULL = twips(TEXT_WIDTH);
const LEFT = Math.round(FULL * LEFT_COLUMN);

/** Quốc hiệu, Tiêu ngữ, issuing body, number, place and date: two columns without lines. */
export function headTable(document: OfficialDocument): Table {
  const { office } = document;
  return columns(
    [LEFT, FULL - LEFT],
    [
      [
        [
          line('CoQuanChuQuan', capitals(office.parentBody)),
          line('CoQuanBanHanh', capitals(office.body)),
          rule(LEFT, boldWidth(capitals(office.body), SIZE.body) * RULE_SHARE),
        ],
        [
          line('QuocHieu', documentWords.country),
          line('TieuNgu', documentWords.motto),
          rule(FULL - LEFT, boldWidth(documentWords.motto, SIZE.motto)),
        ],
      ],
      [
        [
          line('SoKyHieu', document.number),
          ...(document.type === null ? [line('VeViec', document.subject, { spacing: { before: pointTwips(6) } })] : []),
          ...(document.mark === null ? [] : [line('DauChiDan', document.mark, framed())]),
        ],
        [line('DiaDanhNgayThang', document.placeDate)],
      ],
    ],
  );
}

/** A single-line frame, as wide as a short mark needs. */
function framed(): Partial<IParagraphOptions> {
  const side = { style: BorderStyle.SINGLE, size: 6, space: 2, color: '000000' };
  return {
    border: { top: side, bottom: side, left: side, right: side },
    indent: { left: LEFT / 4, right: LEFT / 4 },
    spacing: { before: 120 },
  };
}

/** Type, subject with the line under it, and addressees; the subject of a công văn stands in the head. */
export function titleBlock(document: OfficialDocument): Paragraph[] {
  if (document.type === null) return [blank(), ...addressees(document)];
  const longest = Math.min(TEXT_WIDTH * (72 / 25.4), boldWidth(document.subject, SIZE.subject));
  return [
    blank(),
    line('TenLoai', capitals(document.type)),
    line('TrichYeu', document.subject),
    rule(FULL, longest * RULE_SHARE),
    blank(),
    ...addressees(document),
  ];
}

function addressees({ addressees: names }: OfficialDocument): Paragraph[] {
  if (names.length === 0) return [];
  const [only] = names;
  const first = names.length === 1 && only !== undefined ? `${documentWords.to} ${only}` : documentWords.to;
  const others =
    names.length === 1
      ? []
      : names.map((name, index) => line('KinhGui', `- ${name}${index === names.length - 1 ? '.' : ';'}`));
  return [line('KinhGui', first), ...others, blank()];
}

/** "Nơi nhận" on the left, level with the signer's post on the right. */
export function footTable(document: OfficialDocument): Table {
  const half = Math.round(FULL / 2);
  return columns(
    [half, FULL - half],
    [
      [
        [
          line('NoiNhan', documentWords.recipients),
          ...document.recipients.map((name) => line('NguoiNhan', `- ${name}`)),
        ],
        [
          line('ChucVu', capitals(document.signature.post)),
          // Room for the signature and the seal.
          ...Array.from({ length: 5 }, () => line('ChucVu', '')),
          line('HoTen', document.signature.name ?? ''),
        ],
      ],
    ],
  );
}

function columns(widths: readonly number[], rows: readonly (readonly (readonly Paragraph[])[])[]): Table {
  return new Table({
    width: { size: FULL, type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, index) =>
              new TableCell({
                width: { size: widths[index] ?? 0, type: WidthType.DXA },
                margins: NO_MARGINS,
                borders: { top: NONE, bottom: NONE, left: NONE, right: NONE },
                verticalAlign: VerticalAlign.TOP,
                children: children.length === 0 ? [blank()] : [...children],
              }),
          ),
        }),
    ),
  });
}

export function line(style: string, text: string, more: Partial<IParagraphOptions> = {}): Paragraph {
  return new Paragraph({ style, children: runsOf([{ text }]), ...more });
}

export function blank(): Paragraph {
  return new Paragraph({ style: 'NoiDung', spacing: { before: 0, after: 0 } });
}

/** A solid line of a length in points, centred in a space of a width in twips. */
export function rule(space: number, points: number): Paragraph {
  const side = Math.max(0, Math.round((space - pointTwips(points)) / 2));
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    indent: { left: side, right: side },
    spacing: { before: 20, after: 0, line: 120, lineRule: 'exact' },
  });
}

export function capitals(text: string): string {
  return cleanText(text).toLocaleUpperCase('vi');
}
