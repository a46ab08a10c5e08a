/** A name that our own texts do not use, or only beside the Vietnamese one. */
export interface NameRule {
  readonly name: RegExp;
  /** The name stands right when this occurs in the text too. */
  readonly beside?: RegExp;
  /** What to write, for the person who corrects the draft. */
  readonly instead: string;
}

/**
 * Names of the islands and the sea in our own drafts. Foreign names of other claimants are never ours; international names
 * stand only beside the Vietnamese ones.
 */
export const ISLAND_NAMES: readonly NameRule[] = [
  { name: /(?<!\p{L})(?:quần đảo |đảo )?Tây Sa(?!\p{L})/u, instead: 'Hoàng Sa' },
  { name: /(?<!\p{L})(?:quần đảo |đảo )?Nam Sa(?!\p{L})/u, instead: 'Trường Sa' },
  { name: /(?<!\p{L})(?:thành phố )?Tam Sa(?!\p{L})/u, instead: 'Hoàng Sa, Trường Sa' },
  { name: /(?<!\p{L})[Bb]iển (?:Nam Trung Hoa|Nam Trung Quốc|Hoa Nam)(?!\p{L})/u, instead: 'Biển Đông' },
  { name: /\bXisha\b/i, instead: 'Hoang Sa' },
  { name: /\bNansha\b/i, instead: 'Truong Sa' },
  { name: /\bSansha\b/i, instead: 'Hoang Sa, Truong Sa' },
  { name: /\bParacels?\b/i, beside: /Ho[aà]ng Sa/iu, instead: 'Hoang Sa (Paracel)' },
  { name: /\bSpratl(?:y|ys|eys?)\b/i, beside: /Tr[uư][oờ]ng Sa/iu, instead: 'Truong Sa (Spratly)' },
  { name: /\bSouth China Sea\b/i, beside: /East Sea|Bi[eể]n [DĐ][oô]ng/iu, instead: 'East Sea (Bien Dong)' },
  { name: /mer de Chine (?:méridionale|du Sud)/iu, beside: /mer Orientale/iu, instead: 'mer Orientale (Bien Dong)' },
  {
    name: /Южно-Китайск\p{L}{1,4} мор\p{L}/iu,
    beside: /Восточн\p{L}{1,4} мор\p{L}/iu,
    instead: 'Восточное море (Бьендонг)',
  },
  { name: /Парасельск\p{L}+/iu, beside: /Хоангша/iu, instead: 'Хоангша (Парасельские острова)' },
  { name: /Спратли/iu, beside: /Чыонгша/iu, instead: 'Чыонгша (Спратли)' },
  { name: /西沙/u, instead: '黄沙' },
  { name: /南沙/u, instead: '长沙' },
  { name: /三沙/u, instead: '黄沙、长沙' },
  { name: /南(?:中国)?海(?!岸)/u, beside: /东海|東海/u, instead: '东海' },
  { name: /南シナ海/u, beside: /東海|ビエンドン/u, instead: 'ビエンドン海（東海）' },
  { name: /パラセル|西沙/u, beside: /ホアンサ/u, instead: 'ホアンサ（パラセル）' },
  { name: /スプラトリー/u, beside: /チュオンサ/u, instead: 'チュオンサ（スプラトリー）' },
  { name: /남중국해/u, beside: /비엔동|동해/u, instead: '비엔동(동해)' },
  { name: /파라셀/u, beside: /호앙사/u, instead: '호앙사(파라셀)' },
  { name: /스프래틀리/u, beside: /쯔엉사/u, instead: '쯔엉사(스프래틀리)' },
];
