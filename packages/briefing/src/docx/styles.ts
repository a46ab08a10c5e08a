import { AlignmentType, type IStylesOptions, LineRuleType } from 'docx';
import { FIRST_LINE, FONT, LINE_SPACING, PARAGRAPH_GAP, SIZE } from '../document/measures.ts';
import { pointTwips, twips } from './unit.ts';

type ParagraphStyle = NonNullable<IStylesOptions['paragraphStyles']>[number];
const half = (points: number) => points * 2;
const black = '000000';
const single = { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO };

function style(
  id: string,
  name: string,
  run: ParagraphStyle['run'],
  paragraph: ParagraphStyle['paragraph'],
): ParagraphStyle {
  return { id, name, basedOn: 'Normal', quickFormat: true, run: { ...run }, paragraph: { ...paragraph } };
}

function centred(
  id: string,
  name: string,
  size: number,
  look: { bold?: boolean; italics?: boolean } = {},
): ParagraphStyle {
  return style(id, name, { size: half(size), ...look }, { alignment: AlignmentType.CENTER, spacing: single });
}

const bodySpacing = {
  before: 0,
  after: pointTwips(PARAGRAPH_GAP),
  line: Math.round(240 * LINE_SPACING),
  lineRule: LineRuleType.AUTO,
};
const headingParagraph = {
  alignment: AlignmentType.JUSTIFIED,
  spacing: bodySpacing,
  indent: { firstLine: twips(FIRST_LINE) },
  keepNext: true,
};

/** Every part of an administrative document as a style of its own, so that Word's style list names them. */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: {
        font: { ascii: FONT, hAnsi: FONT, eastAsia: FONT, cs: FONT },
        size: half(SIZE.text),
        color: black,
        language: { value: 'vi-VN', eastAsia: 'zh-CN' },
      },
      paragraph: { spacing: single },
    },
    heading1: { run: { font: FONT, size: half(SIZE.text), bold: true, color: black }, paragraph: headingParagraph },
    heading2: { run: { font: FONT, size: half(SIZE.text), bold: true, color: black }, paragraph: headingParagraph },
    heading3: {
      run: { font: FONT, size: half(SIZE.text), bold: true, italics: true, color: black },
      paragraph: headingParagraph,
    },
  },
  characterStyles: [
    { id: 'LienKet', name: 'Liên kết', basedOn: 'DefaultParagraphFont', run: { color: black, underline: {} } },
  ],
  paragraphStyles: [
    centred('QuocHieu', 'Quốc hiệu', SIZE.country, { bold: true }),
    centred('TieuNgu', 'Tiêu ngữ', SIZE.motto, { bold: true }),
    centred('CoQuanChuQuan', 'Cơ quan chủ quản', SIZE.body),
    centred('CoQuanBanHanh', 'Cơ quan ban hành', SIZE.body, { bold: true }),
    centred('SoKyHieu', 'Số, ký hiệu', SIZE.number),
    centred('VeViec', 'Về việc', SIZE.about),
    centred('DiaDanhNgayThang', 'Địa danh, thời gian', SIZE.placeDate, { italics: true }),
    centred('DauChiDan', 'Dấu chỉ dẫn', SIZE.mark, { bold: true }),
    centred('TenLoai', 'Tên loại văn bản', SIZE.type, { bold: true }),
    centred('TrichYeu', 'Trích yếu', SIZE.subject, { bold: true }),
    centred('KinhGui', 'Kính gửi', SIZE.text),
    style(
      'NoiDung',
      'Nội dung',
      { size: half(SIZE.text) },
      { alignment: AlignmentType.JUSTIFIED, spacing: bodySpacing, indent: { firstLine: twips(FIRST_LINE) } },
    ),
    style(
      'GhiChu',
      'Ghi chú',
      { size: half(SIZE.note), italics: true },
      { alignment: AlignmentType.JUSTIFIED, spacing: bodySpacing },
    ),
    style(
      'BangTieuDe',
      'Đầu bảng',
      { size: half(SIZE.table), bold: true },
      { alignment: AlignmentType.CENTER, spacing: single },
    ),
    style('BangNoiDung', 'Nội dung bảng', { size: half(SIZE.table) }, { spacing: single }),
    style(
      'TenBang',
      'Tên bảng',
      { size: half(SIZE.text), italics: true },
      { alignment: AlignmentType.CENTER, spacing: { ...bodySpacing, before: 120 }, keepNext: true },
    ),
    centred('ChucVu', 'Chức vụ người ký', SIZE.post, { bold: true }),
    centred('HoTen', 'Họ tên người ký', SIZE.post, { bold: true }),
    style('NoiNhan', 'Nơi nhận', { size: half(SIZE.recipientsHead), bold: true, italics: true }, { spacing: single }),
    style('NguoiNhan', 'Người nhận', { size: half(SIZE.recipient) }, { spacing: single }),
    centred('PhuLuc', 'Phụ lục', SIZE.annex, { bold: true }),
    centred('TenPhuLuc', 'Tên phụ lục', SIZE.annex, { bold: true }),
    centred('SoTrang', 'Số trang', SIZE.page),
  ],
};
