import type { Locale } from '../locale/locale.ts';

const formats: Record<Locale, Intl.NumberFormat> = {
  vi: new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6, useGrouping: 'always' }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6, useGrouping: 'always' }),
};

/**
 * A number as officials write it.
 *
 * @example formatNumber(1234.5, 'vi') // '1.234,5'
 */
export function formatNumber(value: number, locale: Locale): string {
  return formats[locale].format(value);
}

/** A share between 0 and 1 as whole percent: `87%`. */
export function formatShare(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** A file size in B, kB or MB with one decimal. */
export function formatBytes(bytes: number, locale: Locale): string {
  const steps: readonly (readonly [number, string])[] = [
    [1_000_000, 'MB'],
    [1_000, 'kB'],
  ];
  for (const [size, unit] of steps)
    if (bytes >= size) return `${formatNumber(Math.round((bytes / size) * 10) / 10, locale)} ${unit}`;
  return `${formatNumber(bytes, locale)} B`;
}
