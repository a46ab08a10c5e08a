/** Languages that screens are written in; Vietnamese is the first and the fallback. */
export const LOCALES = ['vi', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** The locale that a cookie or parameter names, Vietnamese where it names none. */
export function localeOf(text: string | undefined): Locale {
  return LOCALES.find((locale) => locale === text) ?? 'vi';
}

/** The shape of a catalogue: the same keys with any text, the same functions with any result text. */
export type Shape<Catalogue> = {
  readonly [Key in keyof Catalogue]: Catalogue[Key] extends string
    ? string
    : Catalogue[Key] extends (...args: infer Args) => string
      ? (...args: Args) => string
      : Shape<Catalogue[Key]>;
};
