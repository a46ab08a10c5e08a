import type { OfficialRecord, PressItem, SignalKind, Verdict } from '@lamro/domain';

/** A little case for judging: what is official, what was told before, one item, and what should come of it. */
export interface JudgeCase {
  readonly records: readonly OfficialRecord[];
  readonly earlier: readonly PressItem[];
  readonly item: PressItem;
  /** Kind of signal on which a flag should rest; null where none may be raised. */
  readonly signal: SignalKind | null;
  readonly verdict: Verdict | null;
}

type Told = Partial<PressItem> & { readonly earlier?: readonly PressItem[]; readonly verdict?: Verdict };

const COUNTRY: Readonly<Record<string, string>> = {
  vi: 'VN',
  en: 'SG',
  zh: 'TW',
  ja: 'JP',
  ko: 'KR',
  fr: 'FR',
  ru: 'RU',
};
const DAY = '2026-11-10T08:00:00+07:00';

/** An item as an outlet tells it: `[language, title, text]`, from the country where the language is at home. */
export function telling(language: string, title: string, text: string, more: Partial<PressItem> = {}): PressItem {
  const outletCountry = COUNTRY[language] ?? 'SG';
  return { id: 'told', url: '', title, text, language, publishedAt: DAY, outletCountry, ...more };
}

/** A case that should be flagged with `signal`, or with none. */
export function judgeCase(
  signal: SignalKind | null,
  records: readonly OfficialRecord[],
  [language, title, text]: readonly [string, string, string],
  { earlier = [], verdict, ...more }: Told = {},
): JudgeCase {
  return { records, earlier, item: telling(language, title, text, more), signal, verdict: verdict ?? null };
}
