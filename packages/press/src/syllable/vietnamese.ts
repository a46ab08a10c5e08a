/** Shape of Vietnamese syllables: onset, rhyme, tone (as in Hoàng Phê's rules of spelling). */

const ONSETS = [
  'ngh',
  'ng',
  'nh',
  'ch',
  'gh',
  'gi',
  'kh',
  'ph',
  'qu',
  'th',
  'tr',
  'b',
  'c',
  'd',
  'đ',
  'g',
  'h',
  'k',
  'l',
  'm',
  'n',
  'p',
  'r',
  's',
  't',
  'v',
  'x',
  '',
];

const RHYMES = new Set(
  (
    'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây ' +
    'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu êng i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu yêm yên yêng yêt yêu ' +
    'o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oem oen oeo oet oi om on ong ooc oong op ot ' +
    'ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uên uênh uêt ui um un ung uơ up ut uy uya uych uyên uyêt uynh uyt uyu uôc uôi uôm uôn uông uôt ' +
    'ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y ynh yt'
  ).split(' '),
);
const STOPPED = /(?:c|ch|p|t)$/;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const MARKS = /[\u0300-\u036f]/g;

const foldedRhymes = new Set([...RHYMES].map(fold));

/** Lower case without diacritics; đ becomes d. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(MARKS, '').toLowerCase().replaceAll('đ', 'd');
}

/**
 * Whether a word written with its diacritics can be one Vietnamese syllable.
 *
 * @example isSyllable('nghiêng') // true
 */
export function isSyllable(word: string): boolean {
  const decomposed = word.toLowerCase().normalize('NFD');
  const tones = decomposed.match(TONES) ?? [];
  if (tones.length > 1) return false;
  const toneless = decomposed.replace(TONES, '').normalize('NFC');
  if (!splits(toneless, RHYMES)) return false;
  return !STOPPED.test(toneless) || (tones[0] !== '\u0300' && tones[0] !== '\u0303' && tones[0] !== '\u0309');
}

/** Whether a word could be a Vietnamese syllable whose diacritics were left out. */
export function isFoldedSyllable(word: string): boolean {
  return splits(fold(word), foldedRhymes);
}

function splits(toneless: string, rhymes: ReadonlySet<string>): boolean {
  if (toneless.length > 7) return false;
  for (const onset of ONSETS) {
    if (!toneless.startsWith(onset)) continue;
    const rhyme = toneless.slice(onset.length);
    if (rhymes.has(rhyme)) return true;
    // "gi" and "qu" share their vowel with the rhyme: gì, giếng, quốc, quy.
    if (onset === 'gi' && (rhyme === '' || rhymes.has(`i${rhyme}`))) return true;
    if (onset === 'qu' && rhymes.has(`u${rhyme}`)) return true;
  }
  return false;
}
