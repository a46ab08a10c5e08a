import { provinceAtStart } from '../places/provinces.ts';
import { fold, hasDiacritics, toneForm } from '../text/fold.ts';
import type { NameHit, Reading } from './hits.ts';
import { isCaseless } from './names.ts';

/** Why a hit is not the unit it is spelled like, in Vietnamese; null when nothing around it speaks against it. */
export type Objection = string | null;

const SURNAMES =
  'Nguyễn|Trần|Lê|Phạm|Huỳnh|Hoàng|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Đoàn|Trịnh|Mai|Tô|Đào|Tạ|Lương|Lưu|Quách|Trương|Triệu|Kiều|Cao|Lâm';
/** Surnames that are no other word when the marks are left out. */
const PLAIN_SURNAMES = 'Nguyen|Tran|Pham|Huynh|Hoang|Phan|Dang|Bui|Trinh|Truong|Luong|Doan';
const HONORIFICS =
  'ông|bà|anh|chị|cô|chú|cụ|bé|em|thầy|ca sĩ|nhạc sĩ|nhạc sỹ|diễn viên|nghệ sĩ|nghệ sỹ|nghệ nhân|NSƯT|NSND|nhà thơ|nhà văn|nhà báo|hoạ sĩ|họa sĩ|luật sư|tài tử|danh ca|người mẫu|bị cáo|cầu thủ|tuyển thủ';
/** Forms of address that mean nothing else without their marks, and those of other languages. */
const PLAIN_HONORIFICS =
  'ong|ca si|nhac si|dien vien|nghe si|nha tho|nha van|nha bao|luat su|tai tu|danh ca|bi cao|mc|mr|mrs|ms|dr|sir|miss|herr|frau|monsieur|madame|mme';
/** "đàn ông", "thầy cô", "trẻ em" are people of a place, and no form of address. */
const PERSON_BEFORE = new RegExp(
  `(?:^|[^\\p{L}])(?<!(?:đàn|thầy|trẻ|con|anh|chị) )(?:${HONORIFICS}|${PLAIN_HONORIFICS})\\.?\\s$`,
  'iu',
);
const SURNAME_BEFORE = new RegExp(`(?:^|[^\\p{L}])(?:${SURNAMES}|${PLAIN_SURNAMES})(?:\\s\\p{Lu}\\p{Ll}+)?\\s$`, 'u');
const SURNAME_AFTER = new RegExp(
  `^\\s(?:Nguyễn|Trần|Phạm|Huỳnh|Hoàng|Phan|Đặng|Bùi|${PLAIN_SURNAMES})(?!\\p{L})(?!\\s?(?:Thiết|Rang|Rí))`,
  'u',
);
const PERSON_AFTER =
  /^(?:先生|女士|小姐|同学|同學|教授|导演|導演|さん|氏|씨|교수|군\b)|^ ?\(\d{2}\)|^,? \d{2},(?!\d)|^ [a-z]+, \d{2},(?!\d)/u;
const OFFICE_BEFORE =
  /(?:chu tich|bi thu|giam doc|cong an|ubnd|hdnd|tinh uy|thanh uy|so|doan|chi huy|pho|tinh|thanh pho|tp|truong|ban|chairman|secretary|director|governor)(?: [\p{L}]+){0,3} $/u;
const HAN_SURNAMES =
  '阮陈陳黎范黄黃武吴吳邓鄧裴杜胡李张張王刘劉赵趙徐孙孫朱郭罗羅梁宋郑鄭韩韓唐冯馮董萧蕭程曹袁许許傅沈曾彭吕呂苏蘇蒋蔣蔡贾賈丁魏薛叶葉阎閻潘戴夏钟鍾汪田姜谭譚廖邹鄒熊陆陸孔崔康邱秦侯邵孟龙萬段雷钱錢汤湯尹武乔喬赖賴龚龔';
const STREET_BEFORE =
  /(?:^|[^\p{L}])(?:duong|(?<!thanh |duong )pho|ngo|ngach|hem|dai lo|giao lo|nga (?:tu|ba|nam)|cau vuot|rue d[e']?|rue|avenue|улица|улице|улицы|ул\.|ถนน|ផ្លូវ|ถ\.) ?$/u;
const STREET_AFTER =
  /^(?: (?:street|st|st\.|road|rd|rd\.|avenue|ave|boulevard|lane)(?![\p{L}])|路(?!线|線|透)|街|大街|大道|巷|通り| ?거리| ?로(?= )|straße| straße)/u;
const SHOP_BEFORE =
  /(?:^|[^\p{L}])(?:(?:restaurant|bistrot?|cafe|brasserie|hotel)(?: ?[«"'“‘] ?(?:le |la )?| )|(?:nha hang|tiem(?: banh| pho| com)?|quan (?:an|pho|bun|com|ca phe)) [«"'“‘]?)$/u;
const SHOP_AFTER =
  /^\s(?:Restaurant|Bistro|Bakery|Cafe|Café|Kitchen|Nails|Salon|Supermarket|Noodle|Garden|Plaza|Milk|Maru)(?!\p{L})/u;
/** "'Da Lat' café chain", "Da Lat, the new bistro": a business after the name, in quotation marks or not. */
const BUSINESS_AFTER =
  /^['"”’»]? (?:cafe|coffee|restaurant|noodle|bakery|hotel|karaoke|nail|tea)s? (?:chain|shop|house|bar|brand|group|salon|franchise)(?!\p{L})|^, (?:le|the|a|an|un|la|une|mot) (?:[\p{L}]+ ){0,2}(?:bistrot?|restaurant|cafe|brasserie|eatery|nha hang|quan an|tiem)(?!\p{L})/u;
const CLUB_BEFORE =
  /(?:^|[^\p{L}])(?:clb|cau lac bo|doi bong|doi tuyen|doi khach|doi chu nha|thay tro|club|fc|фк|клуб\p{L}*) ["«“]?$/u;
const CLUB_AFTER = /^ ?(?:f\.?c\.?|football club|united|club)(?![\p{L}])|^(?:足球|队|隊|俱乐部|俱樂部|FC)/iu;
const LOWER_TIER_BEFORE =
  /(?:^|[^\p{L}])(xã|xa|phường|phuong|thị trấn|thi tran|thôn|thon|ấp|khu phố|khu pho|bản|làng|lang|xóm|xom|cầu|trường (?:thpt|thcs|tiểu học|mầm non))\s$/iu;

/** What may stand between a unit and the province that holds it. */
const HOLDER =
  /^(?: \d{1,2})?,? ?\(?(?:(?:xa|phuong|thi tran|huyen|thi xa|quan|tp\.?|thanh pho) [^,()]{2,20}, ?)?(?:(?:district|commune|ward|town),? (?:of |in )?)?(?:(?:cua |thuoc )?tinh |thanh pho |tp\.? ?)?/u;

/** Chinese and Japanese name the province first: "高平省保林縣". */
const HOLDER_BEFORE = /([\p{Script=Han}\p{Script=Katakana}ー]{2,8})省$/u;

const NEIGHBOURHOOD = 48;

/** Text left and right of a hit, folded, at most one neighbourhood each, left cut at a line break. */
function around(hit: NameHit, reading: Reading): { left: string; right: string } {
  const { text } = reading.folded;
  return {
    left: text.slice(Math.max(0, hit.foldedStart - NEIGHBOURHOOD), hit.foldedStart),
    right: text.slice(hit.foldedEnd, hit.foldedEnd + NEIGHBOURHOOD),
  };
}

/**
 * Looks for a street, a person, a club or a unit of the same name elsewhere in the words around a hit.
 *
 * @param ownProvinces folded names of the province itself, so that "Tiền Hải, Thái Bình" is no objection
 */
export function objectionTo(hit: NameHit, reading: Reading, ownProvinces: ReadonlySet<string>): Objection {
  const { left, right } = around(hit, reading);
  if (isShop(hit, reading, left, right)) return SHOP_NAME;
  if (isStreet(hit, reading, left, right)) return 'tên đường, phố';
  if (isPerson(hit, reading, left, right)) return 'tên người';
  if (CLUB_BEFORE.test(left) || CLUB_AFTER.test(right)) return 'tên câu lạc bộ';
  if (isElsewhere(hit, writtenBefore(hit, reading), right, ownProvinces)) return 'đơn vị cùng tên của tỉnh khác';
  return null;
}

/** Objection to the name of a business, which goes on bearing it through the whole text. */
export const SHOP_NAME = 'tên cửa hàng';

function isShop(hit: NameHit, reading: Reading, left: string, right: string): boolean {
  const after = reading.folded.source.slice(hit.end, hit.end + 16);
  // "a Le Chan karaoke bar" is one of that place.
  const oneOf = /(?:^| )an? $/.test(left);
  return SHOP_BEFORE.test(left) || SHOP_AFTER.test(after) || (!oneOf && BUSINESS_AFTER.test(right));
}

function writtenBefore(hit: NameHit, reading: Reading): string {
  return reading.folded.source.slice(Math.max(0, hit.start - 28), hit.start).normalize('NFC');
}

function isStreet(hit: NameHit, reading: Reading, left: string, right: string): boolean {
  if (STREET_AFTER.test(right)) return true;
  if (!STREET_BEFORE.test(left) || isOtherWord(hit, reading)) return false;
  const next = reading.folded.source.slice(hit.end, hit.end + 3);
  return !/^\s?[-–—]/.test(next);
}

const STREET_WORDS = new Set('đường phố ngõ ngách hẻm lộ tư ba năm vượt'.split(' ').map(toneForm));

/** "ghe ngo", "phó", "ngô": a word that only sounds like a street once its marks are folded away. */
function isOtherWord(hit: NameHit, reading: Reading): boolean {
  const word = /(\p{L}+)\s$/u.exec(writtenBefore(hit, reading))?.[1] ?? '';
  if (!hasDiacritics(hit.written) || !/^(?:duong|pho|ngo|ngach|hem|lo|tu|ba|nam|vuot)$/.test(fold(word))) return false;
  return !STREET_WORDS.has(toneForm(word));
}

function isPerson(hit: NameHit, reading: Reading, left: string, right: string): boolean {
  const { source } = reading.folded;
  const after = source.slice(hit.end, hit.end + 16).normalize('NFC');
  if (PERSON_AFTER.test(right)) return true;
  if (isHanSurname(source.charAt(hit.start - 1)) && isCaseless(hit.written)) return true;
  const holdsOffice = OFFICE_BEFORE.test(left) || hit.names.some((name) => name.unit.kind === 'post');
  if (!holdsOffice && (SURNAME_AFTER.test(after) || isGivenName(hit, after))) return true;
  const before = writtenBefore(hit, reading);
  if (/(?<!(?:^|\P{L})(?:Mr|Mrs|Ms|Dr|M|Mme))[,.;:!?()"“”–—]\s*$/u.test(before)) return false;
  return PERSON_BEFORE.test(before) || SURNAME_BEFORE.test(before);
}

/** "Cao Bằng Nhân", "Lâm Đồng Tâm", "Trà Vinh Quang": a name that begins like a surname or a tea and goes on with one more capitalised syllable. */
function isGivenName(hit: NameHit, after: string): boolean {
  if (!/^(?:Cao|Lâm|Trà) /.test(hit.written.normalize('NFC'))) return false;
  return /^ \p{Lu}\p{Ll}+(?: \p{Ll}|$)/u.test(after) && !/^ (?:Province|City|Party|People|Geopark|Airport)/.test(after);
}

const PLACE_WORD =
  /^\s(?:Province|City|Airport|Port|Party|People|Power|Economic|Industrial|Geopark|University|Hospital|Police|Department|Peoples|Border|District|Expressway|Police)(?!\p{L})/u;
const PERSONAL =
  /^(?:,? who(?!\p{L})|'s (?:wife|husband|family|mother|father|daughter|son|career|album|novel)| (?:wins?|won|dies|died|says|said|who|was born|is named|named|appointed|joins|joined|signs|signed|stars|plays|charged|arrested|sentenced|graduates|a remporte|est mort|est morte|joue|signe)(?!\p{L})|,? \(?\d{1,2}[,)]| \p{L}+, \d{1,2},)/u;

/**
 * Whether a name without support reads like a place in a text that is not Vietnamese: nothing personal follows it, and no
 * half of it stands alone as a surname does ("Lam Dong ... Mr Dong").
 */
export function readsLikePlace(hit: NameHit, reading: Reading): boolean {
  const { text, source } = reading.folded;
  const after = source.slice(hit.end, hit.end + 16);
  if (/^ \p{Lu}\p{Ll}/u.test(after) && !PLACE_WORD.test(after)) return false;
  if (PERSONAL.test(text.slice(hit.foldedEnd, hit.foldedEnd + NEIGHBOURHOOD))) return false;
  const halves = hit.written.split(/[\s-]+/).filter((half) => half.length > 1);
  const elsewhere = source.slice(0, hit.start) + source.slice(hit.end);
  const whole = new RegExp(hit.written.replaceAll(/[^\p{L}]+/gu, '\\s+'), 'gu');
  const rest = elsewhere.replaceAll(whole, ' ');
  // "Tra Cu" beside "Tra Vinh" is another place, not somebody called Tra.
  const alone = (half: string) => new RegExp(`(?<!\\p{L})${half}(?!\\p{L})(?!\\s\\p{Lu}\\p{Ll})`, 'u').test(rest);
  return halves.length > 1 && !halves.some(alone);
}

function isHanSurname(character: string): boolean {
  return HAN_SURNAMES.includes(character) && character !== '';
}

/** "huyện Bảo Lâm, tỉnh Cao Bằng" for a profile of another province; "xã Thái Bình" where the name is a province. */
function isElsewhere(hit: NameHit, before: string, right: string, ownProvinces: ReadonlySet<string>): boolean {
  if (hit.names.some((name) => name.unit.kind === 'province')) {
    const tier = fold(LOWER_TIER_BEFORE.exec(before)?.[1] ?? '');
    return tier !== '' && !hit.names.some((name) => fold(name.unit.name).startsWith(`${tier} `));
  }
  const holder = HOLDER_BEFORE.exec(fold(before))?.[1];
  if (holder !== undefined && isCaseless(hit.written)) return ![...ownProvinces].some((own) => holder.endsWith(own));
  const named = provinceAtStart(right.slice(HOLDER.exec(right)?.[0].length ?? 0));
  return named !== null && !ownProvinces.has(named);
}
