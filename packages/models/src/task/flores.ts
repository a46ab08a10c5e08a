import { ModelError } from '../failure.ts';

/** Codes of the FLORES-200 list, by which the NLLB family names the watched languages. */
const CODES: Readonly<Record<string, string>> = {
  vi: 'vie_Latn',
  en: 'eng_Latn',
  zh: 'zho_Hans',
  ja: 'jpn_Jpan',
  ko: 'kor_Hang',
  fr: 'fra_Latn',
  ru: 'rus_Cyrl',
  th: 'tha_Thai',
  km: 'khm_Khmr',
  lo: 'lao_Laoo',
};

/** @throws ModelError for a language that is not watched */
export function flores(language: string): string {
  const code = CODES[language];
  if (code === undefined) throw new ModelError(`Không có mã dịch cho ngôn ngữ "${language}".`);
  return code;
}
