import { letterWords } from '@lamro/wording';

/** Documents that a case can be put into. */
export const LETTER_KINDS = ['assignment', 'opinion', 'press-release', 'correction', 'case-report'] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

export function letterKindOf(name: string): LetterKind | null {
  return LETTER_KINDS.find((kind) => kind === name) ?? null;
}

export type LetterField = keyof typeof letterWords.fields;

/** Names of the places that a template may have, without their braces. */
export const LETTER_FIELDS: readonly string[] = Object.keys(letterWords.fields);

/** What stands in each place: one text a paragraph. */
export type LetterValues = Readonly<Record<LetterField, readonly string[]>>;

/** Values that are the places themselves: a document of these is a template to start from. */
export function placeValues(): LetterValues {
  const place = (field: LetterField) => [`{{${field}}}`];
  return {
    SO_VU_VIEC: place('SO_VU_VIEC'),
    TEN_VU_VIEC: place('TEN_VU_VIEC'),
    TINH_TRANG: place('TINH_TRANG'),
    CO_QUAN_TRA_LOI: place('CO_QUAN_TRA_LOI'),
    CO_QUAN_LAP_HO_SO: place('CO_QUAN_LAP_HO_SO'),
    CO_QUAN_BAO_CHI: place('CO_QUAN_BAO_CHI'),
    NOI_DUNG_BAO_NEU: place('NOI_DUNG_BAO_NEU'),
    DIEU_KHOAN: place('DIEU_KHOAN'),
    THOI_HAN: place('THOI_HAN'),
    TIEU_DE_LAM_RO: place('TIEU_DE_LAM_RO'),
    NOI_DUNG_LAM_RO: place('NOI_DUNG_LAM_RO'),
    PHAN_UNG_CUA_BAO: place('PHAN_UNG_CUA_BAO'),
    SO_KY_HIEU: place('SO_KY_HIEU'),
    DIA_DANH_NGAY_THANG: place('DIA_DANH_NGAY_THANG'),
  };
}
